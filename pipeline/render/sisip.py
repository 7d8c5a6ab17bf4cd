"""Shared parts put into a template that names them; it refuses to judge either."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import docx
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.render import structure
from pipeline.render.graft import Graft
from pipeline.template.parts import PLACES, SIGNER, Include, Piece, Shelf, includes
from pipeline.word.package import W, stories


def insert(host: Any, shelf: Shelf) -> None:
    """Put the parts into a document of python-docx whose tags were found to be sound."""
    package = {str(part.partname).lstrip("/"): part for part in host.part.package.iter_parts()}
    grafts = {piece.name: (piece, Graft(_document(piece), host, piece.name)) for piece in shelf.pieces()}
    for name in stories(package):
        if name.startswith(PLACES):
            _insert_into(package[name], grafts)


def _document(piece: Piece) -> Any:
    return docx.Document(io.BytesIO(piece.opened.packed))


def _insert_into(part: Any, grafts: Mapping[str, tuple[Piece, Graft]]) -> None:
    found = list(includes(part.element))
    for paragraph, include in found:
        _write(paragraph, f"{{%p sisip {include} %}}")
    structure.free_sections(part.element)
    for paragraph, include in found:
        piece, graft = grafts[include.part]
        for block in _wrapped(include, graft.copies(piece.blocks(include.portion), part)):
            paragraph.addprevious(block)
        parent = paragraph.getparent()
        if parent is not None:
            parent.remove(paragraph)


def _wrapped(include: Include, blocks: list[Element]) -> Iterator[Element]:
    """The blocks in a scope of their own, so that a signer never stands for that of the next place."""
    yield _tag(f"{{%p with {SIGNER} = {include.signer} %}}" if include.signer else "{%p with %}")
    yield _tag(f"{{#p sisip {include} #}}")
    yield from blocks
    yield _tag("{#p /sisip #}")
    yield _tag("{%p endwith %}")


def _tag(text: str) -> Element:
    paragraph = etree.Element(f"{W}p")
    _write(paragraph, text)
    return paragraph


def _write(paragraph: Element, text: str) -> None:
    """Give a paragraph this text and nothing else but its properties."""
    for child in [c for c in paragraph if c.tag != f"{W}pPr"]:
        paragraph.remove(child)
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text


# --- where a fault of the filling-in comes from ----------------------------------------------------------------------

_STRETCH = re.compile(
    r"(\{% with (?:pejabat = [^%]*)?%\})\s*"
    r"\{# sisip (([\w-]+)[^#]*) #\}(.*?)\{# /sisip #\}",
    re.DOTALL,
)


def apart(source: str) -> str:
    """The text given to Jinja with what was put in on lines of its own."""
    return _STRETCH.sub(r"\n\1\n{# sisip \2 #}\n\4\n{# /sisip #}\n", source)


def origin(source: str, line: int) -> tuple[str, str, int]:
    """The part ("" for the template itself), its text and the line in it, for a line (from 1) of a text set apart."""
    for stretch in _STRETCH.finditer(source):
        first = source.count("\n", 0, stretch.start(4)) + 1
        if first <= line <= first + stretch[4].count("\n"):
            return stretch[3], stretch[4], line - first + 1
    return "", _STRETCH.sub(_as_written, source), line


def _as_written(stretch: re.Match[str]) -> str:
    return f"{{% sisip {stretch[2]} %}}" + "\n" * stretch[0].count("\n")
