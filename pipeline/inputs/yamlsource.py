"""Bytes of a YAML file → its lines and its tree, and what is wrong with its writing: encoding, tabs, stray characters.

It refuses to know keys, types and other files.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from pipeline.inputs.nodes import Mapping, Mark, Node, Scalar
from pipeline.inputs.slips import mended, slips
from pipeline.inputs.syntax import Complaint
from pipeline.inputs.tree import Tree, tree
from pipeline.problems import Problem, Source

_TAB_WIDTHS = (2, 4, 8)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS_NO_EDITOR_SHOWS = str.maketrans(dict.fromkeys("\x85\u2028\u2029\ufeff", " "))
_OFTEN_DUE_TO_TABS = (
    "indentasi",
    "strip-salah-tempat",
    "titik-dua-hilang",
    "titik-dua-dalam-nilai",
    "yaml-tidak-terbaca",
)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_LEADING_TAB = re.compile(r"^( *\t[ \t]*)(?=[^\s#])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `root` is None where there is no mapping; not `whole`: a part of it could not be read."""

    file: str
    lines: tuple[str, ...]
    root: Mapping | None
    whole: bool = True

    def source(self, mark: Mark) -> Source:
        """The place with its line's text."""
        text = self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
        return Source(self.file, mark.line, mark.column, text, mark.width)


def read(file: str, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """The document and what is wrong with how it is written: encoding, tabs, syntax, double keys. Never raises."""
    text, faults = _decode(data)
    lines = tuple(text.split("\n"))
    faults += _control_characters(lines)
    text = _CONTROL.sub(" ", text).translate(_LINE_BREAKS_NO_EDITOR_SHOWS)
    faults += _directives(lines)
    text = _DIRECTIVE.sub("#", text)
    tabs = _tabs(text)
    found = _tree_with_tabs(text, lines) if tabs else tree(text.replace("\t", " "), lines)
    slipped: tuple[Complaint, ...] = ()
    if not tabs:
        found, slipped = _without_slips(text.replace("\t", " "), lines, found)
    root = found.root if isinstance(found.root, Mapping) else None
    faults += tabs + slipped + tuple(f for f in found.faults if not (tabs and f.code in _OFTEN_DUE_TO_TABS))
    if root is None and not found.broken:
        faults += (_no_mapping(found.root, lines),)
    document = Document(file, lines, root, whole=not (found.broken or tabs))
    return document, tuple(
        Problem(f.code, (file,), f.args, source=document.source(f.mark), hint=f.hint) for f in faults
    )


def _decode(data: bytes) -> tuple[str, tuple[Complaint, ...]]:
    for bom, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(bom):
            fault = Complaint("bukan-utf8", Mark(1, 1), {"bita": f"0x{data[0]:02X}"})
            return _unix(data.decode(name, errors="replace")), (fault,)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _unix(data.decode()), ()
    except UnicodeDecodeError as error:
        before = _unix(data[: error.start].decode())
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        fault = Complaint("bukan-utf8", mark, {"bita": f"0x{data[error.start]:02X}"})
        return _unix(data.decode(errors="replace")), (fault,)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _control_characters(lines: tuple[str, ...]) -> tuple[Complaint, ...]:
    """One fault a line: a line of them is one slip."""
    found = ((number, _CONTROL.search(line)) for number, line in enumerate(lines, 1))
    return tuple(
        Complaint("karakter-kendali", Mark(number, match.start() + 1), {"karakter": f"U+{ord(match[0]):04X}"})
        for number, match in found
        if match
    )


def _directives(lines: tuple[str, ...]) -> tuple[Complaint, ...]:
    """Lines for the parser itself (`%YAML 1.1`): they would change how values read."""
    found = (number for number, line in enumerate(lines, 1) if line.startswith("%"))
    return tuple(Complaint("karakter-awal", Mark(number, 1), {"karakter": "%"}) for number in found)


def _tabs(text: str) -> tuple[Complaint, ...]:
    """One fault for each run of lines that are indented with tabs."""
    found = {number: line.index("\t") for number, line in enumerate(text.split("\n"), 1) if _LEADING_TAB.match(line)}
    return tuple(Complaint("tab", Mark(line, at + 1)) for line, at in found.items() if line - 1 not in found)


def _no_mapping(root: Node | None, lines: tuple[str, ...]) -> Complaint:
    if root is None or (isinstance(root, Scalar) and root.text is None):
        return Complaint("berkas-kosong", Mark(1, 1, max(len(lines[0]), 1)))
    return Complaint("akar-bukan-kunci", root.mark)


def _tree_with_tabs(text: str, lines: tuple[str, ...]) -> Tree:
    """Read tabs as 2, 4 or 8 columns, whichever makes sense first: what follows them is then still checked."""
    found = Tree(None, (), True)
    for width in _TAB_WIDTHS:
        spaced = _LEADING_TAB.sub(lambda match, width=width: match[1].expandtabs(width), text)  # type: ignore[misc]
        found = tree(spaced.replace("\t", " "), lines)
        if not found.broken:
            break
    return found


def _without_slips(text: str, lines: tuple[str, ...], found: Tree) -> tuple[Tree, tuple[Complaint, ...]]:
    """The tree as it was meant, and the slips that were in its way; the tree as it is where they explain nothing."""
    shown = text.split("\n")
    all_ = [slip for slip in slips(shown) if slip.line not in found.texts]
    outside = [slip for slip in all_ if slip.silent]
    meant = tree(mended(shown, outside), lines) if outside else found
    if meant.broken and len(outside) < len(all_):
        outside, meant = all_, tree(mended(shown, all_), lines)
    if not outside:
        return found, ()
    outside = [slip for slip in outside if slip.line not in meant.texts]
    if found.broken and meant.broken and _given_up(meant) <= _given_up(found):
        return found, ()
    runs = {slip.line for slip in outside if slip.leading}
    return meant, tuple(slip.complaint for slip in outside if not (slip.leading and slip.line - 1 in runs))


def _given_up(found: Tree) -> int:
    return found.faults[-1].mark.line if found.faults else 0
