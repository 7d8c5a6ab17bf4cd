"""The headings that a contents page lists, numbered as Word numbers them; it refuses to know the page itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.word.numbering import Counter, styles_of
from pipeline.word.package import W, parse, text_of

_LEVELS = re.compile(r'\\o\s*(?:"(\d)-(\d)")?', re.IGNORECASE)
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_FIRST_BOOKMARK = 260000001
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


def mark_headings(
    root: Element, parts: Mapping[str, bytes], instruction: str, left_out: Iterable[Element]
) -> tuple[Heading, ...]:
    """Every heading a TOC field with this instruction asks for, with a bookmark put around it.

    `left_out` are the paragraphs of the contents page itself.
    """
    styles = _styles_by_id(parts)
    numbering = parse(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
    counter = Counter(numbering, styles)
    inside = set(left_out)
    level_of = _levels(styles, instruction)
    free = max((int(m.get(f"{W}id", "0")) for m in root.iter(f"{W}bookmarkStart")), default=0) + 1
    found: list[Heading] = []
    for paragraph in root.iter(f"{W}p"):
        number = counter.label(paragraph)
        level = level_of(paragraph)
        text = " ".join(text_of(paragraph).split())
        if level is None or not text or paragraph in inside:
            continue
        name = f"_Toc{_FIRST_BOOKMARK + len(found)}"
        _mark(paragraph, name, str(free + len(found)))
        found.append(Heading(level, number, text, name, _is_plain(paragraph)))
    return tuple(found)


def _styles_by_id(parts: Mapping[str, bytes]) -> dict[str, Element]:
    return {s.get(f"{W}styleId", ""): s for s in parse(parts["word/styles.xml"]).iter(f"{W}style")}


def _levels(styles: Mapping[str, Element], instruction: str) -> Callable[[Element], int | None]:
    """The level at which a TOC field lists a paragraph: by \\o its heading style, by \\u its outline level."""
    outlines = re.search(r"\\u\b", instruction) is not None
    range_ = _LEVELS.search(instruction)
    lowest, highest = (int(range_[1]), int(range_[2])) if range_ and range_[1] else (1, 9)

    @cache
    def of_style(style_id: str) -> tuple[int | None, int | None]:
        chain = list(styles_of(style_id, styles))
        name = chain[0].find(f"{W}name") if chain else None
        heading = _HEADING.fullmatch(name.get(f"{W}val", "") if name is not None else "")
        by_name = int(heading[1]) if heading and (range_ or not outlines) else None
        return by_name, next((level for style in chain if (level := _outline_level(style)) is not None), None)

    def level_of(paragraph: Element) -> int | None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level, outline = of_style(style.get(f"{W}val", "") if style is not None else "")
        if level is None and outlines:
            own = _outline_level(paragraph)
            level = outline if own is None else own
        return level if level is not None and lowest <= level <= highest else None

    return level_of


def _outline_level(holder: Element) -> int | None:
    outline = holder.find(f"{W}pPr/{W}outlineLvl")
    return None if outline is None else int(outline.get(f"{W}val", "9")) + 1


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
