"""The tags of a bundle (headings, tables, alternative texts, for screen readers) under one root; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject

from pipeline.render.pdfobjects import Importer, Objects, dictionary


@dataclass(slots=True)
class Tags:
    """What the trees of tags of all parts come to: root and document element (made last), what stands in them."""

    root: IndirectObject
    document: IndirectObject
    elements: list[IndirectObject] = field(default_factory=list)
    numbered: list[Any] = field(default_factory=list)
    roles: DictionaryObject = field(default_factory=DictionaryObject)
    next: int = 0


def take_tags(objects: Objects, tags: Tags, catalogue: Any, importer: Importer) -> None:
    """Copy the tags of one PDF, whose catalogue this is."""
    root = catalogue.get("/StructTreeRoot")
    if root is None:
        return
    source = root.get_object()
    if isinstance(held := catalogue.raw_get("/StructTreeRoot"), IndirectObject):
        importer.equate(held, tags.document)
    highest = -1
    for key, value in _number_tree(source.get("/ParentTree")):
        highest = max(highest, key)
        tags.numbered += [NumberObject(tags.next + key), importer.take(value)]
    children = source.get("/K")
    children = children.get_object() if children is not None else ArrayObject()
    kids = list.__iter__(children) if isinstance(children, ArrayObject) else [source.raw_get("/K")]
    tags.elements += [importer.take(kid) for kid in kids if isinstance(kid, IndirectObject)]
    roles = source.get("/RoleMap")
    if roles is not None:
        tags.roles.update(importer.take(roles.get_object()))
    tags.next += highest + 1


def _number_tree(node: Any) -> Iterator[tuple[int, Any]]:
    if node is None:
        return
    tree = node.get_object()
    numbers = tree.get("/Nums")
    flat = list(list.__iter__(numbers.get_object())) if numbers is not None else []
    yield from ((int(flat[i]), flat[i + 1]) for i in range(0, len(flat) - 1, 2))
    kids = tree.get("/Kids")
    for kid in kids.get_object() if kids is not None else ():
        yield from _number_tree(kid)


def write_tags(objects: Objects, tags: Tags) -> None:
    """One document element over the parts, for a PDF has one."""
    for element in tags.elements:
        tag = objects.dictionary(element)
        tag[NameObject("/P")] = tags.document
        if tag.get("/S") == "/Document":
            tag[NameObject("/S")] = NameObject("/Part")
    objects.put(
        tags.document,
        dictionary(
            Type=NameObject("/StructElem"), S=NameObject("/Document"), P=tags.root, K=ArrayObject(tags.elements)
        ),
    )
    objects.put(
        tags.root,
        dictionary(
            Type=NameObject("/StructTreeRoot"),
            K=tags.document,
            ParentTree=objects.add(dictionary(Nums=ArrayObject(tags.numbered))),
            ParentTreeNextKey=NumberObject(tags.next),
            RoleMap=tags.roles,
        ),
    )
