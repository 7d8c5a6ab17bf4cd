"""The contents page: Word's TOC field filled with the headings and the page numbers of the PDF.

LibreOffice computes page numbers in PAGEREF fields of plain paragraphs but not inside a TOC field, so there are two
forms of one rendered DOCX: `prepare` makes the one LibreOffice converts, `finish` the one that is delivered, with the
TOC field itself (F9 works in Word) and the numbers read from the PDF. It refuses to know what the chapters say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element
from pypdf import PdfReader

from pipeline.render.numbering import Counter, styles_of
from pipeline.render.package import DOCUMENT, XML, W, pack, parse, serialise, text_of, unpack
from pipeline.render.paper import text_width

_INSTRUCTION = re.compile(r"^\s*TOC\b(?!.*\\[cf]\b)", re.IGNORECASE | re.DOTALL)
_LEVELS = re.compile(r'\\o\s*(?:"(\d)-(\d)")?', re.IGNORECASE)
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_FIRST_BOOKMARK = 260000001
_INDENT = 284
_PLAIN_RUN = {f"{W}rPr", f"{W}t", f"{W}lastRenderedPageBreak", f"{W}noBreakHyphen"}
_PASSED_OVER = {f"{W}pPr", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr"}


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the contents page: its level (from 1), the number Word puts before it, its text, its bookmark.

    `plain` is whether the heading holds nothing but text, so that a field can repeat it.
    """

    level: int
    number: str
    text: str
    bookmark: str
    plain: bool

    @property
    def title(self) -> str:
        return f"{self.number} {self.text}" if self.number else self.text


@dataclass(frozen=True, slots=True)
class _Toc:
    """The field as found: its instruction, the paragraphs it fills, the elements where it begins and ends."""

    instruction: str
    paragraphs: tuple[Element, ...]
    begin: Element
    end: Element


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


def headings(docx: bytes) -> tuple[Heading, ...]:
    """What the contents page lists, in order; empty where the document has no TOC field."""
    parts = unpack(docx)
    root = parse(parts[DOCUMENT])
    toc = _find(root)
    return _bookmarked(root, parts, toc) if toc else ()


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
        if found and not here:
            break
        found |= here
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
    """A heading as a contents page prints it: broken anywhere, leader dots, the number at the end of the line."""
    letters = [re.escape(c) for c in heading.number + heading.text if not c.isspace()]
    body = r"(?:[-\u00ad]?\s*)".join(letters)
    return re.compile(rf"(?m)^[ \t]*{body}[\s.…·_-]*?(\d+)[ \t]*$")


def _with_entries(docx: bytes, fill: Callable[[_Toc, list[_Entry]], list[Element]]) -> bytes:
    parts = unpack(docx)
    root = parse(parts[DOCUMENT])
    toc = _find(root)
    if toc is None:
        return docx
    found = _bookmarked(root, parts, toc)
    styles = parse(parts["word/styles.xml"])
    width = _width_at(root, toc.paragraphs[0])
    levels = {h.level for h in found}
    ids = {level: _entry_style(styles, level) for level in sorted(levels)}
    tabs = {level: None if _has_number_tab(styles, id_) else width for level, id_ in ids.items()}
    entries = [_Entry(h, ids[h.level], tabs[h.level]) for h in found]
    _replace(toc, fill(toc, entries))
    return pack(parts | {DOCUMENT: serialise(root), "word/styles.xml": serialise(styles)})


# --- finding the field -----------------------------------------------------------------------------------------------


def _find(root: Element) -> _Toc | None:
    """The first TOC field of the body, simple or complex, wherever Word put it."""
    for simple in root.iter(f"{W}fldSimple"):
        instruction = simple.get(f"{W}instr", "")
        paragraph = next(simple.iterancestors(f"{W}p"), None)
        if _INSTRUCTION.search(instruction) and paragraph is not None:
            return _Toc(instruction, (paragraph,), simple, simple)
    return _find_complex(root)


def _find_complex(root: Element) -> _Toc | None:
    stack: list[tuple[Element, list[str]]] = []
    for node in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = node.get(f"{W}fldCharType")
        if node.tag == f"{W}instrText":
            if stack:
                stack[-1][1].append(node.text or "")
        elif kind == "begin":
            stack.append((node, []))
        elif kind == "end" and stack:
            begin, pieces = stack.pop()
            if _INSTRUCTION.search("".join(pieces)):
                return _Toc("".join(pieces), tuple(_between(root, begin, node)), _run(begin), _run(node))
    return None


def _between(root: Element, begin: Element, end: Element) -> list[Element]:
    first, last = (next(e.iterancestors(f"{W}p")) for e in (begin, end))
    paragraphs = list(root.iter(f"{W}p"))
    return paragraphs[paragraphs.index(first) : paragraphs.index(last) + 1]


def _run(node: Element) -> Element:
    return next(node.iterancestors(f"{W}r"))


def _replace(toc: _Toc, entries: list[Element]) -> None:
    """Put the entries where the field was; what stands before and after it in its paragraphs stays."""
    first, last = toc.paragraphs[0], toc.paragraphs[-1]
    lead, rest = _cut(first, toc.begin, before=True), _cut(last, toc.end, before=False)
    parent = first.getparent()
    if parent is None:
        return
    at = parent.index(first)
    for paragraph in toc.paragraphs:
        holder = paragraph.getparent()
        if holder is not None:
            holder.remove(paragraph)
    for offset, element in enumerate([e for e in (lead, *entries, rest) if e is not None]):
        parent.insert(at + offset, element)


def _cut(paragraph: Element, edge: Element, *, before: bool) -> Element | None:
    """The paragraph without the field, if anything is left in it: text, a break or the end of a section."""
    children = list(paragraph)
    at = next(i for i, child in enumerate(children) if child is edge or edge in child.iter())
    kept = children[:at] if before else children[at + 1 :]
    piece = _element("p")
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        properties = deepcopy(properties)
        section = properties.find(f"{W}sectPr")
        if before and section is not None:
            properties.remove(section)
        piece.append(properties)
    piece.extend(deepcopy(child) for child in kept if child.tag != f"{W}pPr")
    left = any(piece.iter(f"{W}t", f"{W}br", f"{W}drawing", f"{W}sectPr"))
    return piece if left else None


# --- finding the headings --------------------------------------------------------------------------------------------


def _bookmarked(root: Element, parts: Mapping[str, bytes], toc: _Toc) -> tuple[Heading, ...]:
    """Every heading the field asks for, with a bookmark put around it."""
    styles = _styles_by_id(parts)
    numbering = parse(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
    counter = Counter(numbering, styles)
    inside = set(toc.paragraphs)
    free = max((int(m.get(f"{W}id", "0")) for m in root.iter(f"{W}bookmarkStart")), default=0) + 1
    found: list[Heading] = []
    for paragraph in root.iter(f"{W}p"):
        number = counter.label(paragraph)
        level = _level(paragraph, styles, toc.instruction)
        text = " ".join(text_of(paragraph).split())
        if level is None or not text or paragraph in inside:
            continue
        name = f"_Toc{_FIRST_BOOKMARK + len(found)}"
        _mark(paragraph, name, str(free + len(found)))
        found.append(Heading(level, number, text, name, _is_plain(paragraph)))
    return tuple(found)


def _styles_by_id(parts: Mapping[str, bytes]) -> dict[str, Element]:
    return {s.get(f"{W}styleId", ""): s for s in parse(parts["word/styles.xml"]).iter(f"{W}style")}


def _level(paragraph: Element, styles: Mapping[str, Element], instruction: str) -> int | None:
    """The level at which a TOC field lists this paragraph: by \\o its heading style, by \\u its outline level."""
    outlines = re.search(r"\\u\b", instruction) is not None
    range_ = _LEVELS.search(instruction)
    lowest, highest = (int(range_[1]), int(range_[2])) if range_ and range_[1] else (1, 9)
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    chain = list(styles_of(style.get(f"{W}val", "") if style is not None else "", styles))
    name = chain[0].find(f"{W}name") if chain else None
    heading = _HEADING.fullmatch(name.get(f"{W}val", "") if name is not None else "")
    level = int(heading[1]) if heading and (range_ or not outlines) else None
    if level is None and outlines:
        sources = (paragraph, *chain)
        outline = next((o for s in sources if (o := s.find(f"{W}pPr/{W}outlineLvl")) is not None), None)
        level = int(outline.get(f"{W}val", "9")) + 1 if outline is not None else None
    return level if level is not None and lowest <= level <= highest else None


def _mark(paragraph: Element, name: str, id_: str) -> None:
    """A bookmark around all of a heading, in place of Word's own from an earlier update."""
    for start in [b for b in paragraph.findall(f"{W}bookmarkStart") if b.get(f"{W}name", "").startswith("_Toc")]:
        ends = (e for e in paragraph.findall(f"{W}bookmarkEnd") if e.get(f"{W}id") == start.get(f"{W}id"))
        for mark in (start, *ends):
            paragraph.remove(mark)
    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": id_, f"{W}name": name})
    paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, start)
    etree.SubElement(paragraph, f"{W}bookmarkEnd", {f"{W}id": id_})


def _is_plain(paragraph: Element) -> bool:
    runs = [child for child in paragraph if child.tag not in _PASSED_OVER]
    return all(r.tag == f"{W}r" and all(c.tag in _PLAIN_RUN for c in r) for r in runs)


# --- the entries -----------------------------------------------------------------------------------------------------


def _prepared(toc: _Toc, entries: list[_Entry]) -> list[Element]:
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


def _delivered(toc: _Toc, entries: list[_Entry], numbers: Mapping[str, str] | None) -> list[Element]:
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
