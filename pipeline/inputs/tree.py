"""YAML text → a tree of texts with their places, built from the parser's events; it refuses to know bytes and types.

Values are read below YAML's own typing (`012`, `no`, `1.10` stay as typed). Anchors, tags, merge keys and second
documents are refused: here they are slips far more often than intent. What stands before a syntax error is still given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from pipeline.inputs.nodes import Entry, Mapping, Mark, Node, Scalar, Sequence
from pipeline.inputs.syntax import Complaint, LastScalar, explain

MAX_DEPTH = 40

Shifts: TypeAlias = dict[int, tuple[int, int]]
"""By 0-based line: up to which column the text is as typed, and how many columns more it has after it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """`broken`: the parser gave up, and the tree holds what stands before that place.

    `texts` are the 0-based lines inside of quoted or block texts of several lines: any writing is right there.
    """

    root: Node | None
    faults: tuple[Complaint, ...]
    broken: bool
    texts: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet. `wanted`: it may be kept when it is closed."""

    mark: Mark
    is_mapping: bool
    flow: bool
    wanted: bool = True
    whole: bool = True
    entries: dict[str, Entry] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: tuple[str, Mark] | None = None
    key_pending: bool = True
    key_bad: bool = False

    def close(self) -> Node:
        if self.is_mapping:
            first = next(iter(self.entries.values()), None)
            mark = first.key if first and not self.flow else self.mark
            return Mapping(mark, self.entries, self.whole, self.flow)
        return Sequence(self.mark, tuple(self.items), self.whole, self.flow)


def tree(text: str, lines: tuple[str, ...]) -> Tree:
    """The tree of a text. `lines` are as typed: where they differ, the text holds other spaces than was typed."""
    faults: list[Complaint] = []
    roots: list[Node] = []
    stack: list[_Open] = []
    shown = text.split("\n")
    shifts = {
        number: (_alike(a, b), len(a) - len(b))
        for number, (a, b) in enumerate(zip(shown, lines, strict=True))
        if len(a) != len(b)
    }
    texts: set[int] = set()
    last: LastScalar | None = None
    broken = False
    try:
        for event in _events(text):
            if isinstance(event, ScalarEvent):
                last = _last(event)
                if event.style:
                    texts.update(range(last.line + 1, last.end_line + 1))
            if len(stack) >= MAX_DEPTH and isinstance(event, MappingStartEvent | SequenceStartEvent):
                faults.append(Complaint("terlalu-dalam", _mark(event, lines, shifts)))
                broken = True
                break
            if not _take(event, _mark(event, lines, shifts), stack, roots, faults):
                break
    except YAMLError as error:
        faults.append(_shifted(explain(error, shown, last), shifts))
        broken = True
    while stack:
        stack[-1].whole = False
        _place(stack.pop().close(), None, stack, roots, faults)
    return Tree(roots[0] if roots else None, tuple(faults), broken, frozenset(texts))


def _events(text: str) -> Iterator[Any]:
    """The events of the C parser where it is installed, else (and for the words of a complaint) of the pure one."""
    yaml = YAML(typ="safe")
    if "clib" in yaml.Parser.__module__ or "_ruamel_yaml" in yaml.Parser.__module__:
        try:
            yield from list(yaml.parse(text))
            return
        except YAMLError:
            pass
    yield from YAML(typ="safe", pure=True).parse(text)


def _take(event: Any, mark: Mark, stack: list[_Open], roots: list[Node], faults: list[Complaint]) -> bool:
    """Add one event to the tree; False where reading stops (a second document)."""
    if isinstance(event, DocumentStartEvent) and roots:
        faults.append(Complaint("lebih-dari-satu-dokumen", mark))
        return False
    if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
        if event.anchor is not None:
            faults.append(Complaint("yaml-jangkar", mark, {"nama": f"&{event.anchor}"}))
        if event.tag is not None:
            faults.append(Complaint("yaml-tag", mark, {"tag": str(event.tag)}))
    if isinstance(event, AliasEvent):
        faults.append(Complaint("yaml-jangkar", mark, {"nama": f"*{event.anchor}"}))
        _place(None, mark, stack, roots, faults)
    elif isinstance(event, ScalarEvent):
        empty = event.style in (None, "") and event.value in ("", "~", "null", "Null", "NULL")
        _place(Scalar(mark, None if empty else event.value), mark, stack, roots, faults)
    elif isinstance(event, MappingStartEvent | SequenceStartEvent):
        stack.append(_Open(mark, isinstance(event, MappingStartEvent), bool(event.flow_style)))
    elif isinstance(event, MappingEndEvent | SequenceEndEvent):
        _place(stack.pop().close(), mark, stack, roots, faults)
    return True


def _place(
    node: Node | None, mark: Mark | None, stack: list[_Open], roots: list[Node], faults: list[Complaint]
) -> None:
    """Put a finished value where it belongs: the root, a list, a key or a key's value. None: it could not be read."""
    if not stack:
        if node is not None:
            roots.append(node)
        return
    top = stack[-1]
    if not top.is_mapping:
        if node is None:
            top.whole = False
        else:
            top.items.append(node)
    elif top.key_pending:
        _key(node, mark, top, faults)
    else:
        if top.key is not None and node is not None:
            _entry(top, top.key, node, faults)
        else:
            top.whole = top.whole and not top.key_bad
        if node is None:
            top.whole = False
        top.key, top.key_pending, top.key_bad = None, True, False


def _key(node: Node | None, mark: Mark | None, top: _Open, faults: list[Complaint]) -> None:
    top.key_pending = False
    if isinstance(node, Scalar) and node.text == "<<":
        faults.append(Complaint("yaml-gabungan", node.mark))
    elif isinstance(node, Scalar) and node.text is not None:
        top.key = (node.text.strip(), node.mark)
        return
    elif mark is not None:
        faults.append(Complaint("kunci-bukan-teks", node.mark if node else mark))
    top.key, top.key_bad = None, True


def _entry(top: _Open, key: tuple[str, Mark], node: Node, faults: list[Complaint]) -> None:
    name, mark = key
    if name in top.entries:
        faults.append(Complaint("kunci-ganda", mark, {"kunci": name, "baris": str(top.entries[name].key.line)}))
        return
    if isinstance(node, Scalar) and node.text is None:
        node = Scalar(Mark(mark.line, mark.column + mark.width + 1), None)
    top.entries[name] = Entry(mark, node)


def _mark(event: Any, lines: tuple[str, ...], shifts: Shifts) -> Mark:
    start, end = event.start_mark, event.end_mark
    line = min(start.line, len(lines) - 1)
    column = _typed(start.column, line, shifts)
    room = max(len(lines[line]) - column, 1)
    if isinstance(event, MappingStartEvent | SequenceStartEvent):
        return Mark(line + 1, column + 1, room if event.flow_style else 1)
    width = end.column - start.column if end.line == start.line else room
    return Mark(line + 1, column + 1, max(min(width, room), 1))


def _alike(a: str, b: str) -> int:
    """How many characters two lines have in common from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _typed(column: int, line: int, shifts: Shifts) -> int:
    """The column as typed, where a line was read with more spaces than were typed."""
    same, more = shifts.get(line, (0, 0))
    return column if column <= same else max(column - more, same)


def _shifted(fault: Complaint, shifts: Shifts) -> Complaint:
    mark = fault.mark
    return replace(fault, mark=replace(mark, column=_typed(mark.column - 1, mark.line - 1, shifts) + 1))


def _last(event: ScalarEvent) -> LastScalar:
    start, end = event.start_mark, event.end_mark
    return LastScalar(event.style in ("'", '"'), start.line, start.column, end.line, end.column)
