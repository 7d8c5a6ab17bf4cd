"""What a DOCX must be beyond its schema so that Word opens it without repair; it refuses to know what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.word.package import W14, WP, W, text_of

_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml", f"{W}altChunk")
_NEEDS_PARAGRAPH = tuple(f"{W}{name}" for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote"))
_SKIPS = (f"{W}gridBefore", f"{W}gridAfter")
_PARAGRAPH_TAG = re.compile(r"\s*\{[{%#]p ")
_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def leftover_tags(root: Element) -> Iterator[tuple[Element, str]]:
    """Paragraphs in which a template tag still stands, with their text; to be asked before values are filled in."""
    for paragraph in root.iter(f"{W}p"):
        text = text_of(paragraph)
        if _TAG.search(text):
            yield paragraph, text


def free_sections(root: Element) -> None:
    """Give a section break that stands in the paragraph of a `{%p … %}` one of its own, as the tag's would be lost.

    LibreOffice puts a break into whatever paragraph comes before it.
    """
    for break_ in list(root.iter(f"{W}sectPr")):
        paragraph = next(break_.iterancestors(f"{W}p"), None)
        if paragraph is None or not _PARAGRAPH_TAG.match(text_of(paragraph)):
            continue
        holder = etree.Element(f"{W}p")
        properties = etree.SubElement(holder, f"{W}pPr")
        spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
        etree.SubElement(properties, f"{W}spacing", {f"{W}{name}": value for name, value in spacing.items()})
        properties.append(break_)
        paragraph.addnext(holder)


def heal(root: Element) -> None:
    """Mend what conditions and loops leave: rows without cells, tables without rows, cells without a paragraph."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f".//{W}tc") is None:
            _remove(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            _remove(table)
    for container in list(root.iter(*_NEEDS_PARAGRAPH)):
        if not _ends_in_paragraph(container):
            etree.SubElement(container, f"{W}p")


def fit_grid(table: Element) -> None:
    """Give a table as many grid columns as its widest row has, at the same total width (`{%tc for %}` adds cells)."""
    grid = table.find(f"{W}tblGrid")
    rows = [r for r in table.iter(f"{W}tr") if next(r.iterancestors(f"{W}tbl"), None) is table]
    needed = max((_columns(r) for r in rows), default=0)
    if grid is None or not needed:
        return
    widths = [_number(c.get(f"{W}w"), 0) for c in grid.findall(f"{W}gridCol")]
    if len(widths) == needed:
        return
    average = sum(widths) // max(len(widths), 1)
    fitted = (widths + [average] * needed)[:needed]
    for column in list(grid):
        grid.remove(column)
    for width in fitted:
        scaled = width * sum(widths) // max(sum(fitted), 1)
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", str(scaled))


def renumber(roots: Iterable[Element]) -> None:
    """Give drawings and bookmarks of all parts ids of their own, in document order, and drop doubled names and ids."""
    drawings = bookmarks = 0
    names: set[str] = set()
    pictures: set[str] = set()
    once: set[tuple[str, str]] = set()
    for root in roots:
        for drawing in root.iter(f"{WP}docPr"):
            drawings += 1
            drawing.set("id", str(drawings))
            name = drawing.get("name", "")
            drawing.set("name", f"{name} ({drawings})" if name in pictures else name)
            pictures.add(name)
        bookmarks = _renumber_bookmarks(root, bookmarks, names)
        _drop_doubles(root, once)


def flaws(roots: Iterable[Element]) -> tuple[str, ...]:
    """What Word would want to repair, in words for a developer; empty for a sound document."""
    found: list[str] = []
    ids: set[tuple[str, str]] = set()
    for root in roots:
        found += [
            f"w:{etree.QName(e).localname} does not end in w:p"
            for e in root.iter(*_NEEDS_PARAGRAPH)
            if not _ends_in_paragraph(e)
        ]
        found += ["w:r inside w:r" for run in root.iter(f"{W}r") if run.find(f"{W}r") is not None]
        found += [
            "w:p inside w:p"
            for p in root.iter(f"{W}p")
            if p.find(f"{W}p") is not None or p.find(f"{W}r/{W}p") is not None
        ]
        found += ["w:tr without w:tc" for row in root.iter(f"{W}tr") if row.find(f".//{W}tc") is None]
        for tag, name in ((f"{WP}docPr", "id"), (f"{W}bookmarkStart", f"{W}id"), (f"{W}bookmarkStart", f"{W}name")):
            for element in root.iter(tag):
                key = (tag + name, element.get(name, ""))
                if key in ids:
                    found.append(f"{etree.QName(tag).localname} {etree.QName(name).localname}={key[1]} twice")
                ids.add(key)
    return tuple(found)


def _ends_in_paragraph(container: Element) -> bool:
    blocks = [child for child in container if child.tag in _BLOCKS]
    if not blocks:
        return False
    last = blocks[-1]
    if last.tag == f"{W}sdt":
        content = last.find(f"{W}sdtContent")
        return content is not None and _ends_in_paragraph(content)
    return bool(last.tag == f"{W}p")


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _renumber_bookmarks(root: Element, last: int, names: set[str]) -> int:
    open_: dict[str, int | None] = {}
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        old = mark.get(f"{W}id", "")
        if mark.tag == f"{W}bookmarkStart":
            name = mark.get(f"{W}name", "")
            if name in names:
                open_[old] = None
                _remove(mark)
                continue
            names.add(name)
            last += 1
            open_[old] = last
            mark.set(f"{W}id", str(last))
        else:
            number = open_.pop(old, None)
            if number is None:
                _remove(mark)
            else:
                mark.set(f"{W}id", str(number))
    return last


def _drop_doubles(root: Element, once: set[tuple[str, str]]) -> None:
    """Paragraph ids and the ids of content controls are optional; a loop repeats them, and they must be unique."""
    for element in root.iter(f"{W}p", f"{W}tr"):
        for name in (f"{W14}paraId", f"{W14}textId"):
            value = element.get(name)
            if value is not None and name.endswith("paraId") and (name, value) in once:
                del element.attrib[name]
            elif value is not None:
                once.add((name, value))
    for id_ in list(root.iter(f"{W}id")):
        parent = id_.getparent()
        if parent is not None and parent.tag == f"{W}sdtPr":
            key = (f"{W}id", id_.get(f"{W}val", ""))
            if key in once:
                parent.remove(id_)
            once.add(key)


def _columns(row: Element) -> int:
    spans = sum(_number(e.get(f"{W}val"), 1) for e in row.iterfind(f"{W}tc/{W}tcPr/{W}gridSpan"))
    plain = sum(1 for c in row.iter(f"{W}tc") if _row_of(c) is row and c.find(f"{W}tcPr/{W}gridSpan") is None)
    skipped = sum(_number(e.get(f"{W}val"), 0) for e in row.iterfind(f"{W}trPr/*") if e.tag in _SKIPS)
    return spans + plain + skipped


def _number(text: str | None, otherwise: int) -> int:
    """A measure as a whole number; other programs write units behind it, or nothing."""
    found = re.match(r"\s*\d+", text or "")
    return int(found[0]) if found else otherwise


def _row_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)
