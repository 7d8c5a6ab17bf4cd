"""A copy of a template with a Word comment at each finding; it refuses to know what a finding says.

Word holds comments in the body alone: what stands elsewhere is said at its first paragraph. Rendering takes comments
out, so the copy can be mended in Word and used as the template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.problems import Problem, WordPlace
from pipeline.template.contents import AUTHOR
from pipeline.template.plain import text_nodes, write_text
from pipeline.word.package import DOCUMENT, W, pack, parse, relations_of, relationships, serialise, unpack

_INITIALS, _DATE = "K", "2000-01-01T00:00:00Z"
_COMMENTS = "word/comments.xml"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_REMOVED = (f"{W}del", f"{W}moveFrom")
_REMOVED_ROWS = (f"{W}trPr/{W}del", f"{W}tcPr/{W}cellDel")

Say = Callable[[Problem], str]
"""What a comment says of a finding, a paragraph a line."""


def annotated(docx: bytes, problems: Iterable[Problem], say: Say) -> bytes:
    """The template with a comment at each finding, and everything else as it is; equal input gives equal bytes."""
    found = tuple(problems)
    if not found:
        return docx
    parts = unpack(docx)
    name = _name(parts)
    body = parse(parts[DOCUMENT])
    comments = parse(parts[name]) if name in parts else etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    looks = _Looks.of(parts)
    paragraphs, first = list(body.iter(f"{W}p")), _first(body)
    for id_, problem in enumerate(found, _free_id(comments)):
        comments.append(_comment(str(id_), say(problem), looks))
        _point(_inside(paragraphs, problem.word) or (first, first), str(id_), looks)
    parts |= {DOCUMENT: serialise(body), name: serialise(comments)}
    return pack(_linked(parts, name))


# --- the comments ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Looks:
    """The ids of Word's own styles for comments; "" for one that the template does not have."""

    text: str = ""
    reference: str = ""

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> _Looks:
        styles = parse(parts["word/styles.xml"]).iter(f"{W}style") if "word/styles.xml" in parts else ()
        named = {n.get(f"{W}val", "").lower(): s.get(f"{W}styleId", "") for s in styles for n in s.iter(f"{W}name")}
        return cls(named.get("annotation text", ""), named.get("annotation reference", ""))


def _comment(id_: str, words: str, looks: _Looks) -> Element:
    names = {"id": id_, "author": AUTHOR, "date": _DATE, "initials": _INITIALS}
    comment = etree.Element(f"{W}comment", {f"{W}{name}": value for name, value in names.items()})
    for line in words.split("\n"):
        paragraph = etree.SubElement(comment, f"{W}p")
        if looks.text:
            properties = etree.SubElement(paragraph, f"{W}pPr")
            etree.SubElement(properties, f"{W}pStyle", {f"{W}val": looks.text})
        write_text(etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t"), line)
    comment[0].insert(1 if looks.text else 0, _reference("annotationRef", looks))
    return comment


def _reference(kind: str, looks: _Looks, id_: str = "") -> Element:
    run = etree.Element(f"{W}r")
    if looks.reference:
        properties = etree.SubElement(run, f"{W}rPr")
        etree.SubElement(properties, f"{W}rStyle", {f"{W}val": looks.reference})
    etree.SubElement(run, f"{W}{kind}", {f"{W}id": id_} if id_ else {})
    return run


def _free_id(comments: Element) -> int:
    return max((int(c.get(f"{W}id", "-1")) for c in comments.iter(f"{W}comment")), default=-1) + 1


# --- where they stand ------------------------------------------------------------------------------------------------

_Range = tuple[Element, Element]
"""The first and the last of the elements of one paragraph that a comment is about; the paragraph itself for all."""


def _inside(paragraphs: list[Element], word: WordPlace | None) -> _Range | None:
    """Around the tag, or the paragraph, that a finding is about; None where no comment can stand there."""
    part, number = word.anchor if word else ("", -1)
    if word is None or part != DOCUMENT or not 0 <= number < len(paragraphs) or _is_removed(paragraphs[number]):
        return None
    paragraph = paragraphs[number]
    host = _host(paragraph)
    nodes = _nodes_of(paragraph, word.text) or [paragraph]
    return (host, host) if nodes == [host] else (_child(host, nodes[0]), _child(host, nodes[-1]))


def _nodes_of(paragraph: Element, words: str) -> list[Element]:
    """The elements that hold a text, as a place shows it: in one line, and cut where it is long."""
    nodes = [(n, t) for n, t in text_nodes(paragraph) if next(n.iterancestors(*_REMOVED), None) is None]
    sought = r"\s+".join(re.escape(word) for word in words.strip("…").split())
    found = re.search(sought, "".join(t for _, t in nodes)) if sought else None
    held, at = [], 0
    for node, text in nodes:
        if found and at < found.end() and at + len(text) > found.start():
            held.append(node)
        at += len(text)
    return held


def _host(paragraph: Element) -> Element:
    """The paragraph itself, or that of the body on which its text box hangs."""
    boxes = list(paragraph.iterancestors(f"{W}txbxContent"))
    return next(boxes[-1].iterancestors(f"{W}p"), paragraph) if boxes else paragraph


def _child(host: Element, element: Element) -> Element:
    """The paragraph's own child in which an element stands: a link, a field or an insertion stays whole."""
    return next(e for e in chain((element,), element.iterancestors()) if e.getparent() is host)


def _is_removed(paragraph: Element) -> bool:
    """Whether a paragraph stands in a row or cell that was deleted while changes were tracked."""
    holders = (e for e in paragraph.iterancestors(f"{W}tr", f"{W}tc"))
    return any(holder.find(path) is not None for holder in holders for path in _REMOVED_ROWS)


def _first(body: Element) -> Element:
    """The body's first paragraph that can hold a comment; one is made where there is none."""
    found = next((p for p in body.iter(f"{W}p") if not _is_removed(p)), None)
    if found is None:
        found = etree.Element(f"{W}p")
        next(body.iter(f"{W}body")).insert(0, found)
    return found


def _point(around: _Range, id_: str, looks: _Looks) -> None:
    """Let a comment begin before one element and end after another, behind those that end there already."""
    start, end = around
    names = {f"{W}id": id_}
    opens, closes = etree.Element(f"{W}commentRangeStart", names), etree.Element(f"{W}commentRangeEnd", names)
    reference = _reference("commentReference", looks, id_)
    if start.tag == f"{W}p":
        start.insert(1 if start.find(f"{W}pPr") is not None else 0, opens)
        start.extend((closes, reference))
        return
    start.addprevious(opens)
    while (following := end.getnext()) is not None and _ends(following):
        end = following
    end.addnext(reference)
    end.addnext(closes)


def _ends(element: Element) -> bool:
    return element.tag == f"{W}commentRangeEnd" or element.find(f"{W}commentReference") is not None


# --- the package -----------------------------------------------------------------------------------------------------


def _name(parts: Mapping[str, bytes]) -> str:
    """The part that holds the comments, or will."""
    found = next((r.target for r in relations_of(DOCUMENT, parts).values() if r.kind == "comments"), _COMMENTS)
    return found.lstrip("/") if found.startswith(("/", "word/")) else f"word/{found}"


def _linked(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The parts, with what Word finds the comments by."""
    made, rels = dict(parts), relationships(DOCUMENT)
    types = parse(parts[_TYPES])
    space = etree.QName(types).namespace
    if not any(e.get("PartName") == f"/{name}" for e in types):
        etree.SubElement(types, f"{{{space}}}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
        made[_TYPES] = serialise(types)
    if not any(r.kind == "comments" for r in relations_of(DOCUMENT, parts).values()):
        links = parse(parts.get(rels) or f'<Relationships xmlns="{_PACKAGE}"/>')
        taken = {e.get("Id") for e in links}
        id_ = next(i for n in range(1, len(taken) + 2) if (i := f"rId{n}") not in taken)
        target = name.removeprefix("word/")
        etree.SubElement(links, f"{{{_PACKAGE}}}Relationship", {"Id": id_, "Type": _RELATION, "Target": target})
        made[rels] = serialise(links)
    return made
