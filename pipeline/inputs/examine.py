"""One file against its declared type: what is wrong, and what is left when the faulty is left out.

It refuses to know other files. Healing serves later checks only: a report is never built from a healed value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.domain.isian import Model
from pipeline.inputs.nodes import Entry, Mapping, Node, Scalar, Sequence, Steps, find, plain, put, without
from pipeline.inputs.places import mark_at
from pipeline.inputs.shape import Shape, fields, shape_at
from pipeline.inputs.syntax import Complaint, colon_in_text
from pipeline.inputs.yamlsource import Document
from pipeline.near import nearest
from pipeline.problems import Problem

PLACEHOLDER = "…"
MAX_ROUNDS = 50
_NO_SPACE_AFTER_DASH = re.compile(r"-[^\W\d]")

PYDANTIC_CODES = {
    "missing": "kunci-hilang",
    "model_type": "harus-berkunci",
    "dict_type": "harus-berkunci",
    "tuple_type": "harus-daftar",
    "too_short": "daftar-kosong",
    "literal_error": "pilihan-tidak-dikenal",
    "greater_than_equal": "terlalu-kecil",
    "less_than_equal": "terlalu-besar",
}
"""Our codes for pydantic's error types that the declarations of `domain.model` can raise."""


@dataclass(frozen=True, slots=True)
class Edit:
    """How a tree is healed at one place: `node` stands in for the faulty value; None leaves it out."""

    steps: Steps
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A file's tree with known keys only, its value if it is sound, else what is wrong and how to heal it."""

    document: Document
    model: type[Model]
    tree: Node
    value: Model | None = None
    problems: tuple[Problem, ...] = ()
    edits: tuple[Edit, ...] = ()

    def problem(self, code: str, steps: Steps, *, hint: str | None = None, **args: str) -> Problem:
        """A problem at a place of this file."""
        source = self.document.source(mark_at(self.tree, steps))
        return Problem(code, (self.document.file, *steps), args, source=source, hint=hint)

    def add(self, problems: Iterable[Problem], edits: Iterable[Edit]) -> Examined:
        """The same file with what another rule found."""
        return replace(self, problems=(*self.problems, *problems), edits=(*self.edits, *edits))


def examine(document: Document, root: Mapping, model: type[Model]) -> Examined:
    """Unknown keys, missing keys and wrong values of one file. A null key that needs no value counts as not typed."""
    unknown: list[Problem] = []
    tree = _known(root, Shape(model=model), (), document, unknown)
    found = Examined(document, model, tree)
    value, errors = _validated(model, tree)
    problems = [*unknown, *(problem for error in errors if (problem := _problem(found, error)))]
    return replace(
        found, value=value, problems=tuple(problems), edits=tuple(_edit(model, tree, error) for error in errors)
    )


def settle(found: Examined) -> tuple[Model | None, Node]:
    """The file's value and its tree after healing; None where nothing of it is left."""
    tree = found.tree
    edits = found.edits
    if found.value is not None and not edits:
        return found.value, tree
    for _ in range(MAX_ROUNDS):
        if Edit(()) in edits:
            break
        tree = _healed(tree, edits)
        value, errors = _validated(found.model, tree)
        if value is not None:
            return value, tree
        edits = tuple(_edit(found.model, tree, error, guess=False) for error in errors)
    return None, found.tree


def text_at(node: Node, steps: Steps) -> str | None:
    """The text typed at a path, without blanks around it; None where there is none."""
    found = find(node, steps)
    return (found.text.strip() or None) if isinstance(found, Scalar) and found.text is not None else None


def _known(node: Node, shape: Shape, steps: Steps, document: Document, unknown: list[Problem]) -> Node:
    """The tree without unknown keys (a near miss takes its right name), needless nulls and empty list items."""
    if isinstance(node, Mapping) and shape.model:
        return _known_keys(node, shape.model, steps, document, unknown)
    if isinstance(node, Sequence) and shape.item:
        typed = [item for item in node.items if not _is_null(item)]
        items = (_known(item, shape.item, (*steps, i), document, unknown) for i, item in enumerate(typed))
        return replace(node, items=tuple(items))
    return node


def _known_keys(node: Mapping, model: type[Model], steps: Steps, document: Document, unknown: list[Problem]) -> Mapping:
    known = fields(model)
    entries: dict[str, Entry] = {}
    blank: list[str] = []
    for key, entry in node.entries.items():
        name: str | None = key
        if key not in known:
            free = nearest(key, (k for k in known if k not in node.entries))
            hint = free or nearest(key, known)
            args = {"kunci": key, "pilihan": ", ".join(known)}
            path = (document.file, *steps, key)
            unknown.append(Problem("kunci-tidak-dikenal", path, args, source=document.source(entry.key), hint=hint))
            name = free if free not in entries else None
        if name is None:
            continue
        if _is_null(entry.value) and not known[name].required:
            blank.append(name)
            continue
        value = _known(entry.value, known[name].shape, (*steps, name), document, unknown)
        entries[name] = Entry(entry.key, value)
    return replace(node, entries=entries, blank=tuple(blank))


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text is None


def _validated(model: type[Model], tree: Node) -> tuple[Model | None, list[ErrorDetails]]:
    try:
        return model.model_validate(plain(tree)), []
    except ValidationError as error:
        return None, [found for found in error.errors(include_url=False) if not _too_short_for_its_faults(found)]


def _too_short_for_its_faults(error: ErrorDetails) -> bool:
    """pydantic counts sound items only: a list of faulty ones is not an empty list."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _problem(found: Examined, error: ErrorDetails) -> Problem | None:
    """The finding in our own codes; None where an unreadable part of the file explains it."""
    kind, steps, typed = error["type"], tuple(error["loc"]), error["input"]
    context = error.get("ctx", {})
    around = find(found.tree, steps[:-1] if kind == "missing" else steps)
    if kind in ("missing", "too_short") and isinstance(around, Mapping | Sequence) and not around.whole:
        return None
    key = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    if kind != "missing" and typed is None:
        return found.problem("belum-ada-nilai", steps, kunci=key)
    if meant := _meant(found, kind, steps, around):
        return meant
    options = shape_at(found.model, steps).shape.options
    args = {"kunci": key} if kind == "missing" else {"kunci": key, "nilai": _shown(typed)}
    if options:
        args["pilihan"] = ", ".join(options)
    bound = context.get("ge", context.get("le"))
    if bound is not None:
        args["batas"] = str(bound)
    return found.problem(PYDANTIC_CODES.get(kind, kind), steps, hint=_guess(error, options), **args)


def _meant(found: Examined, kind: str, steps: Steps, node: Node | None) -> Problem | None:
    """What a value of a wrong kind was most likely meant to be: a text with a colon, a key, a list item."""
    key = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    expected = shape_at(found.model, steps).shape.model
    if kind == "bukan-teks" and isinstance(node, Mapping) and not node.flow and node.entries:
        first = next(iter(node.entries.values())).key
        line = found.document.source(first).text
        told = colon_in_text(line, first.line, first.column + first.width, first.column - 1)
        return _told(found, steps, told)
    if kind == "model_type" and expected and isinstance(node, Scalar) and node.text:
        name = node.text.partition(":")[0]
        if name in fields(expected) and name != node.text:
            hint = f"{name}: {node.text[len(name) + 1 :].strip()}"
            return found.problem("spasi-sesudah-titik-dua", steps, hint=hint)
        known = ", ".join(fields(expected))
        return found.problem("teks-harus-berkunci", steps, kunci=key, nilai=_shown(node.text), pilihan=known)
    if kind == "tuple_type" and _NO_SPACE_AFTER_DASH.match(_first_words(node)):
        mark = next(iter(node.entries.values())).key if isinstance(node, Mapping) else mark_at(found.tree, steps)
        return _told(found, steps, Complaint("spasi-sesudah-strip", mark))
    return None


def _first_words(node: Node | None) -> str:
    if isinstance(node, Mapping):
        return next(iter(node.entries), "")
    return (node.text or "") if isinstance(node, Scalar) else ""


def _told(found: Examined, steps: Steps, complaint: Complaint) -> Problem:
    source = found.document.source(complaint.mark)
    return Problem(complaint.code, (found.document.file, *steps), complaint.args, source=source, hint=complaint.hint)


def _shown(typed: object) -> str:
    if isinstance(typed, dict):
        return "{…}"
    if isinstance(typed, list):
        return "[…]"
    text = " ".join(str(typed).split())
    return text if len(text) <= 60 else text[:59] + "…"


def _guess(error: ErrorDetails, options: tuple[str, ...]) -> str | None:
    """What was probably meant: the nearest option, or the number or date that the type itself suggests."""
    if options and isinstance(error["input"], str):
        return nearest(error["input"], options)
    return error.get("ctx", {}).get("saran") or None


def _edit(model: type[Model], tree: Node, error: ErrorDetails, *, guess: bool = True) -> Edit:
    """A guess or a placeholder in place of a faulty value where that is safe, else without the key, item or file."""
    steps: Steps = tuple(error["loc"])
    missing = error["type"] == "missing"
    expected = shape_at(model, steps)
    meant = _guess(error, expected.shape.options) if guess and not missing else None
    stand_in = meant or (
        PLACEHOLDER if expected.required and expected.shape.text and not expected.shape.marks else None
    )
    if stand_in:
        return Edit(steps, Scalar(mark_at(tree, steps), stand_in))
    steps = steps[:-1] if missing else steps
    while steps and find(tree, steps) is None:
        steps = steps[:-1]
    return Edit(steps)


def _healed(tree: Node, edits: Iterable[Edit]) -> Node:
    """All edits at once: indexes of a list stay right because its last items go first."""
    edits = list(edits)
    for edit in edits:
        if edit.node is not None and find(tree, edit.steps[:-1]) is not None:
            tree = put(tree, edit.steps, edit.node)
    gone = {edit.steps for edit in edits if edit.node is None}
    for steps in sorted(gone, key=lambda steps: [(isinstance(s, str), s) for s in steps], reverse=True):
        tree = without(tree, steps)
    return tree
