"""Paper of every section, orientation and margins kept; it refuses to know what is printed on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from pipeline.word.package import DOCUMENT, W, parse, relationships

SIZES: Mapping[str, tuple[int, int]] = {"A4": (11906, 16838), "F4": (12189, 18709)}
"""Width and height in twips (1/1440 inch), upright: 210 × 297 mm and 215 × 330 mm."""

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NEAR = 30


def page_sizes(document: Element) -> tuple[tuple[int, int], ...]:
    """Width and height in twips of every section of a body, in order."""
    sizes = (s.find(f"{W}pgSz") for s in document.iter(f"{W}sectPr"))
    return tuple((_int(s, "w"), _int(s, "h")) for s in sizes if s is not None)


def set_paper(roots: Mapping[str, Element], parts: Mapping[str, bytes], paper: str) -> None:
    """Give every section this paper; tables and right-hand tab stops keep their share of the text width.

    `roots` are the parsed stories and styles by part name (changed in place), `parts` the package (for relationships).
    """
    width, height = SIZES[paper]
    document = roots[DOCUMENT]
    targets = _targets(parts)
    done: set[str] = set()
    upright: tuple[int, int] | None = None
    for section, blocks in list(_sections(document)):
        size, old = section.find(f"{W}pgSz"), text_width(section)
        if size is None or old is None:
            continue
        wide = size.get(f"{W}orient") == "landscape" or _int(size, "w") > _int(size, "h")
        size.set(f"{W}w", str(height if wide else width))
        size.set(f"{W}h", str(width if wide else height))
        size.attrib.pop(f"{W}code", "")
        new = text_width(section)
        if new is None or new == old:
            continue
        if not wide:
            upright = upright or (old, new)
        names = [
            targets.get(r.get(_R_ID, ""), "")
            for r in section
            if r.tag in (f"{W}headerReference", f"{W}footerReference")
        ]
        fresh = [n for n in names if n in roots and n not in done]
        done.update(fresh)
        for block in (*blocks, *(roots[n] for n in fresh)):
            _rescale(block, old, new)
    if upright and "word/styles.xml" in roots:
        _rescale_tabs(roots["word/styles.xml"], *upright)


def text_width(section: Element) -> int | None:
    """Width between the margins of a section in twips; None where it does not say."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return None
    return _int(size, "w") - _int(margins, "left") - _int(margins, "right") - _int(margins, "gutter")


def _int(element: Element, name: str) -> int:
    return int(float(element.get(f"{W}{name}", "0")))


def _sections(document: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each section's properties with the blocks it holds."""
    body = document.find(f"{W}body")
    blocks: list[Element] = []
    for child in body if body is not None else ():
        section = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if child.tag != f"{W}sectPr":
            blocks.append(child)
        if section is not None:
            yield section, blocks
            blocks = []


def _targets(parts: Mapping[str, bytes]) -> dict[str, str]:
    rels = parts.get(relationships(DOCUMENT))
    return {r.get("Id", ""): f"word/{r.get('Target', '')}" for r in parse(rels)} if rels else {}


def _rescale(block: Element, old: int, new: int) -> None:
    tables = [*block.iter(f"{W}tbl")]
    for table in tables:
        if next(table.iterancestors(f"{W}tbl"), None) is not None:
            continue
        for element in table.iter(f"{W}gridCol"):
            element.set(f"{W}w", str(_int(element, "w") * new // old))
        for element in table.iter(f"{W}tblW", f"{W}tcW"):
            if element.get(f"{W}type", "dxa") == "dxa":
                element.set(f"{W}w", str(_int(element, "w") * new // old))
    _rescale_tabs(block, old, new)


def _rescale_tabs(root: Element, old: int, new: int) -> None:
    """A tab stop at the right-hand (or exactly the middle) of the text stays there."""
    for tab in root.iter(f"{W}tab"):
        if tab.get(f"{W}pos") is None:
            continue
        for edge, moved in ((old, new), (old // 2, new // 2)):
            if abs(_int(tab, "pos") - edge) <= _NEAR:
                tab.set(f"{W}pos", str(moved))
                break
