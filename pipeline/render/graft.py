"""What blocks of one Word file take along into another: styles, pictures, links; it refuses to know why they move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.image import ImagePart
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.word.package import W

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STYLED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
# What makes the look of a style; its name, its place in Word's menus and what follows it while typing do not.
_LOOK = tuple(f"{W}{name}" for name in ("basedOn", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_KEPT = (*_LOOK, f"{W}name", f"{W}uiPriority", f"{W}qFormat")


class Graft:
    """Copies blocks of `source` into parts of `host` (documents of python-docx); `name` marks styles that clash.

    The host's own defaults govern (Normal, and what stands below every style), all other looks are the source's.
    """

    def __init__(self, source: Any, host: Any, name: str) -> None:
        self._source = source
        self._host = host
        self._styles = _Styles(source.styles.element, host.styles.element, name)

    def copies(self, blocks: Sequence[Element], part: Any) -> list[Element]:
        """The blocks as they can stand in this part of the host."""
        made = [deepcopy(block) for block in blocks]
        for original, block in zip(blocks, made, strict=True):
            _declare_required(original, block)
        _drop_ignorable(made, self._source.element, part.element)
        for element in (e for block in made for e in block.iter(etree.Element)):
            self._relate(element, part)
            if element.tag in _STYLED:
                self._styles.restyle(element)
        _renumber_bookmarks(made, part.element)
        return made

    def _relate(self, element: Element, part: Any) -> None:
        for key, value in element.items():
            if str(key).startswith(RELATION):
                element.set(key, self._relation(str(value), part))

    def _relation(self, id_: str, part: Any) -> str:
        """The host's id for a relationship of the source; none for one that is dangling there."""
        relation = self._source.part.rels.get(id_)
        if relation is None:
            return ""
        if relation.is_external:
            return str(part.relate_to(relation.target_ref, relation.reltype, is_external=True))
        return str(part.relate_to(self._picture(relation.target_part), RELATIONSHIP_TYPE.IMAGE))

    def _picture(self, picture: Any) -> Any:
        """The same picture in the host's package, once."""
        package = self._host.part.package
        known = next((p for p in package.image_parts if p.sha1 == picture.sha1), None)
        if known is not None:
            return known
        name = package.next_partname(f"/word/media/image%d.{picture.partname.ext}")
        made = ImagePart(name, picture.content_type, picture.blob)
        package.image_parts.append(made)
        return made


class _Styles:
    """The styles of a source as the host knows them: the same ones where they look the same, else copies."""

    def __init__(self, source: Element, host: Element, name: str) -> None:
        self._root = source
        self._host = host
        self._name = name
        self._source = {_id(s): s for s in source.findall(f"{W}style")}
        self._taken: dict[str, str | None] = {}

    def restyle(self, reference: Element) -> None:
        """Let a reference to a style of the source name the host's; one to a style that is not there goes."""
        id_ = self._in_host(reference.get(f"{W}val", ""))
        parent = reference.getparent()
        if id_ is not None:
            reference.set(f"{W}val", id_)
        elif parent is not None:
            parent.remove(reference)

    def _in_host(self, id_: str) -> str | None:
        if id_ not in self._taken:
            self._taken[id_] = None  # a circle of styles ends here
            style = self._source.get(id_)
            self._taken[id_] = None if style is None else self._given(style)
        return self._taken[id_]

    def _given(self, style: Element) -> str | None:
        kind = style.get(f"{W}type", "paragraph")
        if _is_default(style):
            hosts = (s for s in self._host.findall(f"{W}style") if _is_default(s))
            return next((_id(s) for s in hosts if s.get(f"{W}type", "paragraph") == kind), None)
        copied = self._copy(style)
        known = {_id(s): s for s in self._host.findall(f"{W}style")}
        for id_ in self._ids(_id(style)):
            if id_ not in known:
                return self._add(copied, id_)
            if _look(known[id_]) == _look(copied):
                return id_
        return None

    def _copy(self, style: Element) -> Element:
        """The style with its look alone, based on what its basis is in the host."""
        copied = deepcopy(style)
        for child in [c for c in copied if c.tag not in _KEPT]:
            copied.remove(child)
        for base in copied.findall(f"{W}basedOn"):
            self.restyle(base)
        _drop_ignorable([copied], self._root, self._host)
        return copied

    def _ids(self, id_: str) -> Iterator[str]:
        yield id_
        yield f"{self._name}.{id_}"
        yield from (f"{self._name}.{id_}.{number}" for number in count(2))

    def _add(self, style: Element, id_: str) -> str:
        name = style.find(f"{W}name")
        if name is None:
            name = etree.Element(f"{W}name")
            style.insert(0, name)
        wanted = name.get(f"{W}val", id_)
        given = self._free_name(wanted)
        name.set(f"{W}val", given)
        if given != wanted or id_ != _id(style):
            style.set(f"{W}customStyle", "1")
        style.set(f"{W}styleId", id_)
        self._host.append(style)
        return id_

    def _free_name(self, name: str) -> str:
        """Word knows a style by its name, without regard to capitals, so no two may have the same."""
        taken = {n.get(f"{W}val", "").casefold() for n in self._host.iterfind(f"{W}style/{W}name")}
        further = (f"{name} ({self._name} {number})" for number in count(2))
        candidates = (name, f"{name} ({self._name})")
        free = (n for n in candidates if n.casefold() not in taken)
        return next(free, None) or next(n for n in further if n.casefold() not in taken)


def _id(style: Element) -> str:
    return style.get(f"{W}styleId", "")


def _is_default(style: Element) -> bool:
    return style.get(f"{W}default", "0") in ("1", "true", "on")


_Form = tuple[str, tuple[tuple[str, str], ...], str, tuple[Any, ...]]


def _look(style: Element) -> tuple[str, tuple[_Form, ...]]:
    """A style in a form that is equal for equal looks: blanks, order of attributes and Word's revision marks aside."""
    parts = (_form(child) for child in style if child.tag in _LOOK)
    return style.get(f"{W}type", "paragraph"), tuple(sorted(part for part in parts if part[1] or part[3]))


def _form(element: Element) -> _Form:
    attributes = ((str(k), str(v)) for k, v in element.items() if not str(k).startswith(f"{W}rsid"))
    children = tuple(_form(c) for c in element.iterchildren(etree.Element) if not str(c.tag).startswith(f"{W}rsid"))
    return str(element.tag), tuple(sorted(attributes)), (element.text or "").strip(), children


def _drop_ignorable(blocks: Iterable[Element], source: Element, host: Element) -> None:
    """Leave out the extensions of a newer Word that the host does not say a reader may ignore."""
    unknown = _ignorable(source) - _ignorable(host)
    for element in [e for block in blocks for e in block.iter(etree.Element)]:
        for key in [k for k in element.attrib if _namespace(str(k)) in unknown]:
            del element.attrib[key]
        parent = element.getparent()
        inside = next(element.iterancestors(f"{_MC}AlternateContent"), None)
        if _namespace(str(element.tag)) in unknown and parent is not None and inside is None:
            parent.remove(element)


def _ignorable(root: Element) -> set[str]:
    return {root.nsmap[p] for p in root.get(f"{_MC}Ignorable", "").split() if p in root.nsmap}


def _namespace(name: str) -> str:
    return str(etree.QName(name).namespace or "")


def _declare_required(original: Element, copied: Element) -> None:
    """A choice of drawings names prefixes as text; a copy would lose what they stand for."""
    choices = zip(list(original.iter(f"{_MC}Choice")), list(copied.iter(f"{_MC}Choice")), strict=True)
    for before, after in choices:
        prefixes = {p: before.nsmap[p] for p in after.get("Requires", "").split() if p in before.nsmap}
        declared = etree.Element(after.tag, {str(k): str(v) for k, v in after.items()}, nsmap=prefixes)
        declared[:] = list(after)
        parent = after.getparent()
        if parent is not None:
            parent.replace(after, declared)


def _renumber_bookmarks(blocks: Sequence[Element], host: Element) -> None:
    """Ids that the host does not have, as a bookmark may reach over the blocks; halves of bookmarks are left out."""
    marks = [m for b in blocks for m in b.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]
    starts = {m.get(f"{W}id", "") for m in marks if m.tag == f"{W}bookmarkStart"}
    whole = [m.get(f"{W}id", "") for m in marks if m.tag == f"{W}bookmarkEnd" and m.get(f"{W}id", "") in starts]
    highest = max((int(m.get(f"{W}id", "0")) for m in host.iter(f"{W}bookmarkStart")), default=0)
    numbers = {id_: str(highest + n) for n, id_ in enumerate(dict.fromkeys(whole), 1)}
    for mark in marks:
        parent = mark.getparent()
        number = numbers.get(mark.get(f"{W}id", ""))
        if number is not None:
            mark.set(f"{W}id", number)
        elif parent is not None:
            parent.remove(mark)
