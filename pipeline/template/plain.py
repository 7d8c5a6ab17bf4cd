"""Word's own marks taken out of a part, so that each tag stands whole in one run; it refuses to judge the tags.

Tracked insertions count and deletions do not, comments are notes between authors, and a tag that Word split over runs
(for its spelling, a bookmark, a change of the keyboard) takes the looks of its first letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from copy import deepcopy
from itertools import accumulate

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.template.marks import Mark, plain, scan
from pipeline.word.fieldcodes import HEADINGS, results
from pipeline.word.package import XML, W, own_text

_KEPT_INSIDE = (f"{W}ins", f"{W}moveTo")
_GONE = (
    *(f"{W}del", f"{W}moveFrom", f"{W}commentRangeStart", f"{W}commentRangeEnd"),
    *(f"{W}{kind}{end}" for kind in ("moveFromRange", "moveToRange") for end in ("Start", "End")),
    *(f"{W}customXml{kind}Range{end}" for kind in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")),
    *(f"{W}{of}Change" for of in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "numbering")),
    *(f"{W}cellIns", f"{W}cellMerge"),
)
_COMMENT = f"{W}commentReference"
_TRACKED = (*_KEPT_INSIDE, *_GONE, _COMMENT, f"{W}cellDel")
_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr", f"{W}permStart", f"{W}permEnd")
_TEXT = (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen")


def make_plain(root: Element) -> None:
    """Take all of it out of a part, in place."""
    settle(root)
    for paragraph in root.iter(f"{W}p"):
        gather_tags(paragraph)
    for described in root.iter("{*}docPr", "{*}cNvPr"):
        for name, value in described.items():
            described.set(name, meant(str(value)))


def meant(text: str) -> str:
    """A text that is in no run (a property of the file, an alternative text), its tags as they were meant."""
    for mark in reversed([m for m in scan(text) if isinstance(m, Mark)] if "{" in text else []):
        text = text[: mark.start] + _wanted(mark) + text[mark.end :]
    return text


_SHIELD = dict(zip(map(ord, "{}%#"), "\ue0f3\ue0f4\ue0f5\ue0f6", strict=True))
_UNSHIELD = {ord(sign): chr(plain_) for plain_, sign in _SHIELD.items()}


def shield(root: Element) -> None:
    """Put another sign for every brace, % and # that belongs to no tag: docxtpl joins those that stand apart."""
    for element in root.iter(etree.Element):
        text = element.text
        if text and any(sign in text for sign in "{}%#"):
            element.text = _shielded(text)


def unshield(root: Element) -> None:
    """Take that back, once Jinja has run."""
    for element in root.iter(etree.Element):
        if element.text and any(ord(c) in _UNSHIELD for c in element.text):
            element.text = element.text.translate(_UNSHIELD)


def _shielded(text: str) -> str:
    made, at = [], 0
    for mark in (m for m in scan(text) if isinstance(m, Mark)):
        made += [text[at : mark.start].translate(_SHIELD), mark.text]
        at = mark.end
    return "".join((*made, text[at:].translate(_SHIELD)))


def settle(root: Element) -> None:
    """Accept what was tracked, take comments out, and forget what a table of contents shows of tags in headings.

    A page break at the end of the paragraph of a `{%p … %}` goes to the next paragraph: LibreOffice saves it there.
    """
    _settle_changes(root)
    listed = [text for text, code in results(root).items() if HEADINGS.search(code)]
    for text in [text for text in listed if "{" in own_text(next(text.iterancestors(f"{W}p")))]:
        text.text = ""
    for line_break in [b for b in root.iter(f"{W}br") if b.get(f"{W}type") == "page"]:
        _hand_on(line_break)


def _hand_on(page_break: Element) -> None:
    paragraph = next(page_break.iterancestors(f"{W}p"), None)
    following = paragraph.getnext() if paragraph is not None else None
    if paragraph is None or following is None or following.tag != f"{W}p" or not _is_lone_tag(paragraph):
        return
    nodes = [node for node, text in text_nodes(paragraph) if text.strip() or node is page_break]
    if nodes[-1] is page_break and not _is_lone_tag(following):
        _remove(page_break)
        properties = following.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            following.insert(0, properties)
        if properties.find(f"{W}pageBreakBefore") is None:
            before = [c for c in properties if c.tag in (f"{W}pStyle", f"{W}keepNext", f"{W}keepLines")]
            properties.insert(len(before), etree.Element(f"{W}pageBreakBefore"))


def _is_lone_tag(paragraph: Element) -> bool:
    text = own_text(paragraph).strip()
    marks = list(scan(text)) if text.startswith("{") else []
    return len(marks) == 1 and isinstance(marks[0], Mark) and marks[0].holder == "p" and marks[0].text == text


def _settle_changes(root: Element) -> None:
    if next(root.iter(*_TRACKED), None) is None:
        return
    for row in [r for r in root.iter(f"{W}tr") if r.find(f"{W}trPr/{W}del") is not None]:
        _remove(row)
    for cell in [c for c in root.iter(f"{W}tc") if c.find(f"{W}tcPr/{W}cellDel") is not None]:
        _remove(cell)
    joined = [p for p in root.iter(f"{W}p") for kind in _GONE[:2] if p.find(f"{W}pPr/{W}rPr/{kind}") is not None]
    for element in [e for e in root.iter(*_KEPT_INSIDE) if not _is_property(e)]:
        _unwrap(element)
    for element in list(root.iter(*_GONE, *_KEPT_INSIDE)):
        _remove(element)
    for reference in list(root.iter(_COMMENT)):
        run = reference.getparent()
        _remove(reference)
        if run is not None and run.tag == f"{W}r" and all(c.tag == f"{W}rPr" for c in run):
            _remove(run)
    for paragraph in joined:
        _join_to_next(paragraph)


def gather_tags(paragraph: Element) -> None:
    """Put every tag of a paragraph whole, and as it was meant, into its first run; `{%r … %}` into a run of its own."""
    text = own_text(paragraph)
    if "{" not in text:
        return
    held = Held(paragraph)
    for mark in reversed([m for m in scan(text) if isinstance(m, Mark)]):  # what stands before a tag keeps its place
        wanted = _wanted(mark)
        node, at = _gathered(held, mark, wanted)
        if mark.holder == "r":
            _alone(node, at, wanted)


def _wanted(mark: Mark) -> str:
    """A tag as Jinja and docxtpl read it; what a comment holds is no tag to either."""
    if mark.kind == "{#":
        return mark.text[:2] + re.sub("[{}%#]", "", plain(mark.text[2:-2])) + mark.text[-2:]
    if mark.holder == "r":  # alone in its run, it needs no help of docxtpl's
        return f"{mark.text[:2]} {mark.content} {mark.text[-2:]}"
    return plain(mark.text)


def text_nodes(paragraph: Element) -> list[tuple[Element, str]]:
    """The elements that make a paragraph's own text, in order, with what each adds to it."""
    found: list[tuple[Element, str]] = []
    for node in paragraph.iter(*_TEXT):
        if next(node.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        if node.tag == f"{W}t":
            found.append((node, node.text or ""))
        elif node.tag == f"{W}noBreakHyphen":
            found.append((node, "-"))
        elif (parent := node.getparent()) is not None and parent.tag == f"{W}r":
            found.append((node, " "))
    return found


class Held:
    """Which elements hold which characters of a paragraph's own text, as it is when this is made."""

    def __init__(self, paragraph: Element) -> None:
        self.nodes = text_nodes(paragraph)
        self._ends = list(accumulate(len(text) for _, text in self.nodes))

    def pieces(self, start: int, end: int) -> Iterator[tuple[Element, int, int]]:
        """The elements that hold the text from start to end, and which of their own characters these are."""
        first = bisect_right(self._ends, start)
        for (node, text), stop in zip(self.nodes[first:], self._ends[first:], strict=True):
            at = stop - len(text)
            if at >= end:
                return
            lower, upper = max(start - at, 0), min(end - at, len(text))
            if lower < upper:
                yield node, lower, upper


def write_text(node: Element, text: str) -> None:
    """The text of a `w:t`, blanks at its ends included."""
    node.text = text
    node.set(f"{XML}space", "preserve")


def _gathered(held: Held, mark: Mark, wanted: str) -> tuple[Element, int]:
    """Where the tag stands now: its element, and the place in the element's text."""
    (first, lower, upper), *rest = held.pieces(mark.start, mark.end)
    if rest or wanted != mark.text:
        old = first.text or ""
        write_text(first, old[:lower] + wanted + old[upper:])
    for node, start, end in rest:
        if node.tag == f"{W}t":
            write_text(node, (node.text or "")[:start] + (node.text or "")[end:])
        else:
            _remove(node)
    return first, lower


def _alone(node: Element, at: int, wanted: str) -> None:
    """Split the run of a tag so that the tag stands in one that holds nothing else."""
    run, text, after = node.getparent(), node.text or "", list(node.itersiblings())
    if run is None:
        return
    own, rest = _like(run), _like(run)
    write_text(etree.SubElement(own, f"{W}t"), wanted)
    write_text(etree.SubElement(rest, f"{W}t"), text[at + len(wanted) :])
    rest.extend(after)
    write_text(node, text[:at])
    run.addnext(rest)
    run.addnext(own)


def _like(run: Element) -> Element:
    """An empty run that looks the same."""
    made, properties = etree.Element(f"{W}r"), run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _join_to_next(paragraph: Element) -> None:
    """The paragraph's mark was deleted: what it holds belongs to the beginning of the next."""
    following = paragraph.getnext()
    while following is not None and following.tag in _MARKS:
        following = following.getnext()
    if following is not None and following.tag != f"{W}p" and all(c.tag == f"{W}pPr" for c in paragraph):
        _remove(paragraph)
    if following is None or following.tag != f"{W}p":
        return
    at = 1 if following.find(f"{W}pPr") is not None else 0
    for child in reversed([c for c in paragraph if c.tag != f"{W}pPr"]):
        following.insert(at, child)
    _remove(paragraph)


def _is_property(element: Element) -> bool:
    """Whether this says that a mark, a row or a number was inserted; then it holds nothing."""
    parent = element.getparent()
    return parent is not None and parent.tag in (f"{W}rPr", f"{W}trPr", f"{W}numPr", f"{W}pPr")


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(at + offset, child)
    parent.remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
