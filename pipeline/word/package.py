"""A DOCX as part names and bytes, zipped the same way every time; it refuses to know what the parts say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DOCUMENT = "word/document.xml"

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def unpack(docx: bytes) -> dict[str, bytes]:
    """Part names → bytes; zipfile.BadZipFile for what is no zip."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The zip of these parts: fixed dates and a fixed order, so that equal parts give equal bytes."""
    names = [name for name in _FIRST if name in parts] + sorted(set(parts) - set(_FIRST))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def parse(xml: bytes | str) -> Element:
    """The root element; nothing outside the text itself is ever fetched. lxml.etree.XMLSyntaxError for broken XML."""
    data = xml.encode() if isinstance(xml, str) else xml
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def serialise(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def stories(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Names of the parts that hold paragraphs, the body first."""
    kinds = ("header", "footer", "footnotes", "endnotes")
    others = (n for n in parts if n.startswith("word/") and n.endswith(".xml") and n[5:].startswith(kinds))
    return (DOCUMENT, *sorted(others))


def relationships(name: str) -> str:
    """Name of the part that lists the relationships of the part `name`, whether it exists or not."""
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: what kind it is (the last word of its type), to what, and whether outside the file."""

    kind: str
    target: str
    external: bool


def relations_of(name: str, parts: Mapping[str, bytes]) -> dict[str, Relation]:
    """The relationships of a part by their id."""
    rels = parts.get(relationships(name))
    return {
        e.get("Id", ""): Relation(
            e.get("Type", "").rpartition("/")[2], e.get("Target", ""), e.get("TargetMode") == "External"
        )
        for e in (parse(rels) if rels is not None else ())
        if isinstance(e.tag, str)
    }


def text_of(paragraph: Element) -> str:
    """The visible text of a paragraph: runs joined, breaks and tabs as blanks."""
    return _text(paragraph.iter(*_TEXT))


def whole_text(docx: bytes) -> str:
    """The text of a document, a paragraph a line: the body first, then headers, footers and notes."""
    parts = unpack(docx)
    roots = (parse(parts[name]) for name in stories(parts))
    return "\n".join(own_text(paragraph) for root in roots for paragraph in root.iter(f"{W}p"))


def own_text(paragraph: Element) -> str:
    """The same without the paragraphs of text boxes that hang on it."""
    nodes = paragraph.iter(*_TEXT)
    if next(paragraph.iterdescendants(f"{W}p"), None) is None:
        return _text(nodes)
    return _text(node for node in nodes if next(node.iterancestors(f"{W}p"), None) is paragraph)


_TEXT = (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen")


def _text(nodes: Iterable[Element]) -> str:
    pieces: list[str] = []
    for node in nodes:
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif (parent := node.getparent()) is not None and parent.tag == f"{W}r":
            pieces.append(" ")
    return "".join(pieces)
