"""The contents page: Word's TOC field filled with the headings and the page numbers of the PDF.

LibreOffice computes page numbers in PAGEREF fields of plain paragraphs but not inside a TOC field, so there are two
forms of one rendered DOCX: `prepare` makes the one LibreOffice converts, `finish` the one that is delivered, with the
TOC field itself (F9 works in Word) and the numbers read from the PDF. It refuses to know what the chapters say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element
from pypdf import PdfReader

from pipeline.render.headings import Heading, mark_headings
from pipeline.render.paper import text_width
from pipeline.render.tocfield import Toc, find_toc, replace_toc
from pipeline.word.numbering import styles_of
from pipeline.word.package import DOCUMENT, XML, W, pack, parse, serialise, unpack

_INDENT = 284


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading with the style of its line and, where the style has none, the tab stop of its number (twips)."""

    heading: Heading
    style: str
    tab: int | None

    def paragraph(self) -> Element:
        properties = _element("pPr", _element("pStyle"))
        properties[0].set(f"{W}val", self.style)
        if self.tab is not None:
            stop = _element("tab")
            for name, value in (("val", "right"), ("leader", "dot"), ("pos", str(self.tab))):
                stop.set(f"{W}{name}", value)
            properties.append(_element("tabs", stop))
        return _element("p", properties)


@lru_cache(maxsize=16)
def headings(docx: bytes) -> tuple[Heading, ...]:
    """What the contents page lists, in order; empty where the document has no TOC field."""
    parts = unpack(docx)
    root = parse(parts[DOCUMENT])
    toc = find_toc(root)
    return mark_headings(root, parts, toc.instruction, toc.paragraphs) if toc else ()


def prepare(docx: bytes) -> bytes:
    """The form for LibreOffice: entries as plain paragraphs of REF and PAGEREF fields, which it computes.

    A document without a TOC field comes back as it is.
    """
    return _with_entries(docx, _prepared)


def finish(docx: bytes, numbers: Mapping[str, str] | None) -> bytes:
    """The form to deliver: a TOC field with these numbers (bookmark → printed number), complete without an update.

    Without numbers (no PDF could be made) the field is marked so that Word fills it in when it opens the file, which
    it announces with a question; the entries then stand there without numbers.
    """
    return _with_entries(docx, lambda toc, entries: _delivered(toc, entries, numbers))


def page_numbers(pdf: bytes, docx: bytes) -> dict[str, str]:
    """Bookmark → page number as printed on the contents page of a PDF; `docx` as rendered, the PDF of `prepare(docx)`.

    Entries that cannot be found are left out. Read from the text: each heading, its leader dots, its number.
    """
    found: dict[str, str] = {}
    wanted = headings(docx)
    for page in PdfReader(BytesIO(pdf)).pages if wanted else ():
        here = _numbers_on(page.extract_text(), [h for h in wanted if h.bookmark not in found])
        found |= here
        if len(found) == len(wanted) or (found and not here):
            break
    return found


def _numbers_on(text: str, wanted: list[Heading]) -> dict[str, str]:
    """The entries among `wanted` that stand on this page, in order."""
    found: dict[str, str] = {}
    at = 0
    for heading in wanted:
        entry = _entry(heading).search(text, at)
        if entry:
            found[heading.bookmark] = entry[1]
            at = entry.end()
    return found


def _entry(heading: Heading) -> re.Pattern[str]:
    """A heading as a contents page prints it: broken anywhere, leader dots, the number at the end of the line.

    A style may print it in capitals.
    """
    letters = [re.escape(c) for c in heading.number + heading.text if not c.isspace()]
    body = r"(?:[-\u00ad]?\s*)".join(letters)
    return re.compile(rf"(?mi)^[ \t]*{body}[\s.…·_-]*?(\d+)[ \t]*$")


def _with_entries(docx: bytes, fill: Callable[[Toc, list[_Entry]], list[Element]]) -> bytes:
    parts = unpack(docx)
    root = parse(parts[DOCUMENT])
    toc = find_toc(root)
    if toc is None:
        return docx
    found = mark_headings(root, parts, toc.instruction, toc.paragraphs)
    styles = parse(parts["word/styles.xml"])
    width = _width_at(root, toc.paragraphs[0])
    levels = {h.level for h in found}
    ids = {level: _entry_style(styles, level) for level in sorted(levels)}
    tabs = {level: None if _has_number_tab(styles, id_) else width for level, id_ in ids.items()}
    entries = [_Entry(h, ids[h.level], tabs[h.level]) for h in found]
    replace_toc(toc, fill(toc, entries))
    return pack(parts | {DOCUMENT: serialise(root), "word/styles.xml": serialise(styles)})


# --- the entries -----------------------------------------------------------------------------------------------------


def _prepared(toc: Toc, entries: list[_Entry]) -> list[Element]:
    """Plain paragraphs; the text is a REF field because LibreOffice 7.4 makes a link of it, and none of w:hyperlink."""
    made: list[Element] = []
    for entry in entries:
        heading = entry.heading
        paragraph = entry.paragraph()
        if heading.plain:
            if heading.number:
                paragraph.append(_text_run(f"{heading.number} "))
            paragraph.extend(_field(f" REF {heading.bookmark} \\h ", heading.text))
        else:
            paragraph.append(_text_run(heading.title))
        paragraph.append(_element("r", _element("tab")))
        paragraph.extend(_field(f" PAGEREF {heading.bookmark} \\h ", "0"))
        made.append(paragraph)
    return made


def _delivered(toc: Toc, entries: list[_Entry], numbers: Mapping[str, str] | None) -> list[Element]:
    """The TOC field as Word itself would have written it."""
    made: list[Element] = []
    for entry in entries:
        heading = entry.heading
        number = (numbers or {}).get(heading.bookmark, "")
        link = _element("hyperlink", _text_run(heading.title), _element("r", _element("tab")))
        link.set(f"{W}anchor", heading.bookmark)
        link.set(f"{W}history", "1")
        link.extend(_field(f" PAGEREF {heading.bookmark} \\h ", number))
        paragraph = entry.paragraph()
        paragraph.append(link)
        made.append(paragraph)
    made = made or [_element("p")]
    begin, instruction, separate, end = _field_runs(toc.instruction)
    if not all(entry.heading.bookmark in (numbers or {}) for entry in entries):
        begin[0].set(f"{W}dirty", "true")
    at = 1 if made[0].find(f"{W}pPr") is not None else 0
    made[0][at:at] = [begin, instruction, separate]
    made[-1].append(end)
    return made


def _element(name: str, *children: Element) -> Element:
    element = etree.Element(f"{W}{name}")
    element.extend(children)
    return element


def _text_run(text: str) -> Element:
    node = _element("t")
    node.text = text
    node.set(f"{XML}space", "preserve")
    return _element("r", node)


def _field(instruction: str, cached: str) -> list[Element]:
    begin, instr, separate, end = _field_runs(instruction)
    return [begin, instr, separate, *([_text_run(cached)] if cached else []), end]


def _field_runs(instruction: str) -> tuple[Element, Element, Element, Element]:
    def mark(kind: str) -> Element:
        run = _element("r", _element("fldChar"))
        run[0].set(f"{W}fldCharType", kind)
        return run

    node = _element("instrText")
    node.text = instruction
    node.set(f"{XML}space", "preserve")
    return mark("begin"), _element("r", node), mark("separate"), mark("end")


# --- their style -----------------------------------------------------------------------------------------------------


def _entry_style(styles: Element, level: int) -> str:
    """Id of Word's style "toc <level>", made if the template never used it."""
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None and name.get(f"{W}val", "").lower() == f"toc {level}":
            return style.get(f"{W}styleId", "")
    style = etree.SubElement(styles, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": f"TOC{level}"})
    etree.SubElement(style, f"{W}name").set(f"{W}val", f"toc {level}")
    etree.SubElement(style, f"{W}uiPriority").set(f"{W}val", "39")
    indent = etree.SubElement(etree.SubElement(style, f"{W}pPr"), f"{W}ind")
    indent.set(f"{W}left", str(_INDENT * (level - 1)))
    return f"TOC{level}"


def _has_number_tab(styles: Element, style_id: str) -> bool:
    """Whether a style says where the page number is to stand."""
    by_id = {s.get(f"{W}styleId", ""): s for s in styles.iter(f"{W}style")}
    tabs = (t for s in styles_of(style_id, by_id) for t in s.iterfind(f"{W}pPr/{W}tabs/{W}tab"))
    return any(t.get(f"{W}val") in ("right", "end") for t in tabs)


def _width_at(root: Element, paragraph: Element) -> int | None:
    """Text width of the section that holds this paragraph, in twips."""
    passed = False
    for node in root.iter(f"{W}p", f"{W}sectPr"):
        passed = passed or node is paragraph
        if passed and node.tag == f"{W}sectPr":
            return text_width(node)
    return None
