"""The bookmarks of a bundle: a part each, with the part's own beneath it; it refuses to know pages' contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from pipeline.render.pdfobjects import Objects, dictionary


@dataclass(slots=True)
class Bookmark:
    """A title, its page, how high on it (points from below; None for the whole page), what belongs to it."""

    title: str
    page: IndirectObject
    top: float | None
    beneath: list[Bookmark] = field(default_factory=list)


def bookmarks_of(reader: PdfReader, outline: Any, pages: list[IndirectObject]) -> list[Bookmark]:
    """The bookmarks of one PDF; in pypdf's outline a list holds what belongs to the item before it."""
    found: list[Bookmark] = []
    for entry in outline:
        if isinstance(entry, list):
            beneath = bookmarks_of(reader, entry, pages)
            (found[-1].beneath if found else found).extend(beneath)
            continue
        number = reader.get_destination_page_number(entry)
        if number is not None and 0 <= number < len(pages):
            top = entry.get("/Top")
            found.append(
                Bookmark(str(entry.title), pages[number], float(top) if isinstance(top, int | float) else None)
            )
    return found


def outline(objects: Objects, bookmarks: list[Bookmark]) -> IndirectObject:
    """Write the bookmarks and give the reference that belongs into the catalogue."""
    root = dictionary(Type=NameObject("/Outlines"))
    reference = objects.add(root)
    _hang(objects, root, reference, bookmarks)
    root[NameObject("/Count")] = NumberObject(len(bookmarks) + sum(len(b.beneath) for b in bookmarks))
    return reference


def _hang(
    objects: Objects,
    parent: DictionaryObject,
    parent_reference: IndirectObject,
    bookmarks: list[Bookmark],
    depth: int = 0,
) -> None:
    """Bookmarks under their parent; the parts are open, their chapters closed."""
    items = [dictionary(Title=TextStringObject(b.title), Parent=parent_reference, Dest=_place(b)) for b in bookmarks]
    references = [objects.add(item) for item in items]
    for number in range(1, len(items)):
        items[number][NameObject("/Prev")] = references[number - 1]
        items[number - 1][NameObject("/Next")] = references[number]
    if references:
        parent[NameObject("/First")], parent[NameObject("/Last")] = references[0], references[-1]
    for bookmark, item, reference in zip(bookmarks, items, references, strict=True):
        if bookmark.beneath:
            _hang(objects, item, reference, bookmark.beneath, depth + 1)
            item[NameObject("/Count")] = NumberObject(len(bookmark.beneath) * (1 if depth == 0 else -1))


def _place(bookmark: Bookmark) -> ArrayObject:
    if bookmark.top is None:
        return ArrayObject([bookmark.page, NameObject("/Fit")])
    return ArrayObject([bookmark.page, NameObject("/XYZ"), NullObject(), FloatObject(bookmark.top), NullObject()])
