"""Words behind the text of every page of a DOCX, as Word makes a watermark; it refuses to know what they say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.word.package import DOCUMENT, W, pack, parse, relationships, serialise, unpack

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_V = "{urn:schemas-microsoft-com:vml}"
_SETTINGS = "word/settings.xml"
_TYPES = "[Content_Types].xml"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_HEADER_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_NAME = "PowerPlusWaterMarkObject"
"""How Word's command to remove a watermark knows one."""
_LINE = 20
"""Height of an empty line in twips: the least there is."""
_ROOM = 60
"""Twips between the edge of a header and the text: LibreOffice makes no header less high than a millimetre."""
_DISTANCE = 720
_TWIPS = 20
_SHARE = 0.75
_LETTER = 0.6
_SMALLEST = (11906, 11906)

# Word's own definition of plain WordArt (shape type 136), unchanged; a document that shows the shape must hold it.
_SHAPE_TYPE = """<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>
<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"
 o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>
<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>"""
_SHAPE = """<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:w10="urn:schemas-microsoft-com:office:word" type="#_x0000_t136" o:allowincell="f" fillcolor="silver" stroked="f">
<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt"/>
<w10:wrap anchorx="margin" anchory="margin"/></v:shape>"""
_STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_EMPTY = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>'
    f'<w:spacing w:before="0" w:after="0" w:line="{_LINE}" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    "</w:pPr></w:p></w:hdr>"
)


def watermarked(docx: bytes, words: str) -> bytes:
    """The DOCX with these words rising across every page, pale, behind the text; nothing else on a page moves.

    Each header in force gets them once, and sections without a header get one that holds nothing else. Equal input
    gives equal bytes.
    """
    parts = unpack(docx)
    book = _Book.of(parts)
    shown = list(dict.fromkeys(name for section in _sections(book.document) for name in book.headers_of(section)))
    width, height = _extent(book.document, words)
    before = sum(xml.count(_NAME.encode()) for xml in parts.values())
    for number, name in enumerate(shown, before + 1):
        header = parse(book.parts[name])
        _mark(header, f"{_NAME}{number}", words, _STYLE.format(width=width, height=height))
        book.parts[name] = serialise(header)
    return pack(book.parts | {n: serialise(r) for n, r in book.roots().items()})


@dataclass(slots=True)
class _Book:
    """A package whose sections are walked in order: which header is in force, and where to put a new one."""

    parts: dict[str, bytes]
    document: Element
    links: Element
    types: Element
    both_sides: bool
    in_force: dict[str, str]
    made: set[str]

    @classmethod
    def of(cls, parts: dict[str, bytes]) -> _Book:
        settings = parse(parts[_SETTINGS]) if _SETTINGS in parts else None
        both = settings is not None and _is_on(settings.find(f"{W}evenAndOddHeaders"))
        document, links, types = (parse(parts[n]) for n in (DOCUMENT, relationships(DOCUMENT), _TYPES))
        return cls(parts, document, links, types, both, {}, set())

    def roots(self) -> dict[str, Element]:
        """The parts that were parsed to be changed."""
        return {DOCUMENT: self.document, relationships(DOCUMENT): self.links, _TYPES: self.types}

    def headers_of(self, section: Element) -> list[str]:
        """Part names of the headers that pages of this section show, each made if there is none."""
        for reference in section.findall(f"{W}headerReference"):
            self.in_force[reference.get(f"{W}type", "default")] = self._target(reference.get(_R_ID, ""))
        first, even = _is_on(section.find(f"{W}titlePg")), self.both_sides
        kinds = ["default", *["first"] * first, *["even"] * even]
        for kind in kinds:
            if kind not in self.in_force:
                self.in_force[kind] = self._make(section, kind)
        shown = [self.in_force[kind] for kind in kinds]
        if self.made.issuperset(shown):
            _make_room(section)
        return shown

    def _target(self, id_: str) -> str:
        """Name of the part a relationship of the document leads to; KeyError for none."""
        targets = {link.get("Id"): link.get("Target", "") for link in self.links}
        return posixpath.normpath(posixpath.join("/word", targets[id_])).lstrip("/")

    def _make(self, section: Element, kind: str) -> str:
        """Give a section an empty header of its own, which later sections inherit."""
        name = _free("word/header{}.xml", self.parts)
        id_ = _free("rId{}", {link.get("Id", "") for link in self.links})
        self.parts[name] = _EMPTY.encode()
        self.made.add(name)
        _add(self.links, "Relationship", Id=id_, Type=_HEADER_LINK, Target=name.removeprefix("word/"))
        _add(self.types, "Override", PartName=f"/{name}", ContentType=_HEADER_TYPE)
        section.insert(0, etree.Element(f"{W}headerReference", {f"{W}type": kind, _R_ID: id_}))
        return name


def _sections(document: Element) -> Iterator[Element]:
    """Properties of the sections in order, without those that a tracked change keeps as the old ones."""
    for section in document.iter(f"{W}sectPr"):
        parent = section.getparent()
        if parent is not None and parent.tag != f"{W}sectPrChange":
            yield section


def _make_room(section: Element) -> None:
    """A header that reaches below the top margin pushes the text down: let an empty one begin higher."""
    margins = section.find(f"{W}pgMar")
    if margins is None:
        return
    top, distance = (int(float(margins.get(f"{W}{n}", _DISTANCE))) for n in ("top", "header"))
    if 0 <= top < distance + _ROOM:
        margins.set(f"{W}header", str(max(0, top - _ROOM)))


def _extent(document: Element, words: str) -> tuple[int, int]:
    """Width and height of the line in points, so that it fits, rising, into the smallest page: headers are shared."""
    sizes = [size for s in _sections(document) if (size := s.find(f"{W}pgSz")) is not None]
    sides = [int(float(size.get(f"{W}{n}", "0"))) for size in sizes for n in ("w", "h")] or [*_SMALLEST]
    # A line of width w and height h that rises by 45 degrees fills a square of (w + h) / √2.
    both = _SHARE * min(sides) / _TWIPS * 2**0.5
    width = both / (1 + 1 / (_LETTER * max(len(words), 2)))
    return round(width), round(both - width)


def _mark(header: Element, name: str, words: str, style: str) -> None:
    """Hang the shape on a paragraph of a header."""
    paragraph = _holder(header)
    run = etree.Element(f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}noProof")
    picture = etree.SubElement(run, f"{W}pict")
    if not any(e.get("id") == "_x0000_t136" for e in header.iter(f"{_V}shapetype")):
        picture.append(parse(_SHAPE_TYPE))
    shape = parse(_SHAPE)
    shape.attrib.update({"id": name, "alt": words, "style": style})
    for text in shape.iter(f"{_V}textpath"):
        text.set("string", words)
    picture.append(shape)
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, run)


def _holder(header: Element) -> Element:
    """The last paragraph that stands in the header itself: one in a table or text box would clip or move the shape."""
    outside = [p for p in header.iter(f"{W}p") if next(p.iterancestors(f"{W}tbl", f"{W}txbxContent"), None) is None]
    return outside[-1] if outside else etree.SubElement(header, f"{W}p")


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") not in ("0", "false", "off")


def _free(pattern: str, taken: dict[str, bytes] | set[str]) -> str:
    number = 1
    while pattern.format(number) in taken:
        number += 1
    return pattern.format(number)


def _add(root: Element, tag: str, **attributes: str) -> None:
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{tag}", attributes)
