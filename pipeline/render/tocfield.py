"""Word's TOC field in a body: where it stands and how something else takes its place; it refuses to know headings."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.word.fieldcodes import HEADINGS
from pipeline.word.package import W


@dataclass(frozen=True, slots=True)
class Toc:
    """The field as found: its instruction, the paragraphs it fills, the elements where it begins and ends."""

    instruction: str
    paragraphs: tuple[Element, ...]
    begin: Element
    end: Element


def find_toc(root: Element) -> Toc | None:
    """The first TOC field of the body, simple or complex, wherever Word put it."""
    for simple in root.iter(f"{W}fldSimple"):
        instruction = simple.get(f"{W}instr", "")
        paragraph = next(simple.iterancestors(f"{W}p"), None)
        if HEADINGS.search(instruction) and paragraph is not None:
            return Toc(instruction, (paragraph,), simple, simple)
    return _find_complex(root)


def _find_complex(root: Element) -> Toc | None:
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
            if HEADINGS.search("".join(pieces)):
                return Toc("".join(pieces), tuple(_between(root, begin, node)), _run(begin), _run(node))
    return None


def _between(root: Element, begin: Element, end: Element) -> list[Element]:
    first, last = (next(e.iterancestors(f"{W}p")) for e in (begin, end))
    paragraphs = list(root.iter(f"{W}p"))
    return paragraphs[paragraphs.index(first) : paragraphs.index(last) + 1]


def _run(node: Element) -> Element:
    return next(node.iterancestors(f"{W}r"))


def replace_toc(toc: Toc, entries: list[Element]) -> None:
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
    piece = etree.Element(f"{W}p")
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        properties = deepcopy(properties)
        section = properties.find(f"{W}sectPr")
        if before and section is not None:
            properties.remove(section)
        piece.append(properties)
    piece.extend(deepcopy(child) for child in kept if child.tag != f"{W}pPr")
    left = next(piece.iter(f"{W}t", f"{W}br", f"{W}drawing", f"{W}sectPr"), None) is not None
    return piece if left else None
