"""Several PDFs become one: bookmarks, page labels, metadata, tags and links kept; it refuses to know what they are."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.pdfobjects import Importer, Objects, merge_equal_streams, write

_PRODUCER = "kinerja"
_BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)


@dataclass(frozen=True, slots=True)
class Part:
    """One PDF of the bundle.

    `title` names its bookmark, `label` stands before its page numbers in a viewer ("Lampiran 1-", "" for the bare
    number), `file` is what a message calls it.
    """

    title: str
    pdf: bytes
    file: str
    label: str = ""


@dataclass(slots=True)
class _Bookmark:
    title: str
    page: IndirectObject
    top: float | None
    beneath: list[_Bookmark] = field(default_factory=list)


@dataclass(slots=True)
class _Tags:
    """What the trees of tags of all parts come to: root and document element (made last), what stands in them."""

    root: IndirectObject
    document: IndirectObject
    elements: list[IndirectObject] = field(default_factory=list)
    numbered: list[Any] = field(default_factory=list)
    roles: DictionaryObject = field(default_factory=DictionaryObject)
    next: int = 0


def bundle(
    parts: Sequence[Part], *, title: str, author: str, subject: str, dated: date, language: str = "id-ID"
) -> bytes:
    """The PDF of these parts in this order; equal input gives equal bytes.

    Every part gets a bookmark with its own bookmarks beneath it, and pages labelled from 1. KinerjaError PROBLEMS
    naming the file that is encrypted or cannot be read.
    """
    objects = Objects()
    tags = _Tags(objects.add(NullObject()), objects.add(NullObject()))
    trees: list[IndirectObject] = []
    bookmarks: list[_Bookmark] = []
    labels = ArrayObject()
    count = 0
    for part in parts:
        reader = _open(part.file, part.pdf)
        try:
            tree, bookmark = _take(objects, tags, reader, part.title)
        except _BROKEN as error:
            raise _unreadable(part.file, error) from error
        trees.append(tree)
        bookmarks.append(bookmark)
        labels += [NumberObject(count), _label(part.label)]
        count += len(reader.pages)
    pages = objects.add(_dictionary(Type=NameObject("/Pages"), Kids=ArrayObject(trees), Count=NumberObject(count)))
    for tree in trees:
        _at(objects, tree)[NameObject("/Parent")] = pages
    root = _dictionary(
        Type=NameObject("/Catalog"),
        Pages=pages,
        Lang=TextStringObject(language),
        PageMode=NameObject("/UseOutlines"),
        PageLabels=_dictionary(Nums=labels),
        ViewerPreferences=_dictionary(DisplayDocTitle=BooleanObject(True)),
        Outlines=_outlines(objects, bookmarks),
        Metadata=objects.add(_xmp(title, author, subject, language, dated)),
    )
    if tags.elements:
        _write_tags(objects, tags)
        root[NameObject("/StructTreeRoot")] = tags.root
        root[NameObject("/MarkInfo")] = _dictionary(Marked=BooleanObject(True))
    merge_equal_streams(objects)
    return write(objects, objects.add(root), objects.add(_info(title, author, subject, dated)))


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def check_readable(file: str, pdf: bytes) -> None:
    """Raise for a PDF what `bundle` would raise for it, before anything slow begins."""
    bundle([Part("", pdf, file)], title="", author="", subject="", dated=date(2000, 1, 1))


def _open(file: str, pdf: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(pdf))
        encrypted, count = reader.is_encrypted, 0 if reader.is_encrypted else len(reader.pages)
    except _BROKEN as error:
        raise _unreadable(file, error) from error
    if encrypted:
        raise KinerjaError(ExitCode.PROBLEMS, "render.lampiran.terkunci", berkas=file)
    if not count:
        raise KinerjaError(ExitCode.PROBLEMS, "render.lampiran.kosong", berkas=file)
    return reader


def _unreadable(file: str, error: Exception) -> KinerjaError:
    detail = (str(error) or type(error).__name__).splitlines()[0]
    return KinerjaError(ExitCode.PROBLEMS, "render.lampiran.rusak", berkas=file, sebab=detail)


def _take(objects: Objects, tags: _Tags, reader: PdfReader, title: str) -> tuple[IndirectObject, _Bookmark]:
    """Copy pages, tags and bookmarks of one PDF: the root of its pages, and its bookmark."""
    importer = Importer(objects, tags.next)
    catalogue: Any = reader.root_object
    tree: IndirectObject = importer.take(catalogue.raw_get("/Pages"))
    pages = [importer.take(page.indirect_reference) for page in reader.pages]
    _at(objects, tree)[NameObject("/Count")] = NumberObject(len(pages))
    _name_no_destinations(objects, reader, importer, pages)
    _take_tags(objects, tags, catalogue, importer)
    bookmark = _Bookmark(title, pages[0], None)
    bookmark.beneath = _bookmarks(reader, reader.outline, pages)
    return tree, bookmark


def _name_no_destinations(objects: Objects, reader: PdfReader, importer: Importer, pages: list[IndirectObject]) -> None:
    """Links to a place by its name are written as the place itself: two PDFs may use one name for two places."""
    named = reader.named_destinations
    for page in pages:
        for annotation in _annotations(objects, page):
            action = annotation.get("/A")
            action = action.get_object() if action is not None else None
            holders = [(annotation, "/Dest")]
            if isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo":
                holders.append((action, "/D"))
            for holder, key in holders:
                target = named.get(str(holder.get(key))) if isinstance(holder.get(key), str) else None
                if target is not None:
                    holder[NameObject(key)] = importer.take(target.dest_array)


def _annotations(objects: Objects, page: IndirectObject) -> Iterator[DictionaryObject]:
    annotations = _at(objects, page).get("/Annots")
    for annotation in annotations.get_object() if annotations is not None else ():
        found = annotation.get_object()
        if isinstance(found, DictionaryObject):
            yield found


def _take_tags(objects: Objects, tags: _Tags, catalogue: Any, importer: Importer) -> None:
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


def _write_tags(objects: Objects, tags: _Tags) -> None:
    """One document element over the parts, for a PDF has one."""
    for element in tags.elements:
        tag = _at(objects, element)
        tag[NameObject("/P")] = tags.document
        if tag.get("/S") == "/Document":
            tag[NameObject("/S")] = NameObject("/Part")
    objects.put(
        tags.document,
        _dictionary(
            Type=NameObject("/StructElem"), S=NameObject("/Document"), P=tags.root, K=ArrayObject(tags.elements)
        ),
    )
    objects.put(
        tags.root,
        _dictionary(
            Type=NameObject("/StructTreeRoot"),
            K=tags.document,
            ParentTree=objects.add(_dictionary(Nums=ArrayObject(tags.numbered))),
            ParentTreeNextKey=NumberObject(tags.next),
            RoleMap=tags.roles,
        ),
    )


def _bookmarks(reader: PdfReader, outline: Any, pages: list[IndirectObject]) -> list[_Bookmark]:
    """The bookmarks of one PDF; in pypdf's outline a list holds what belongs to the item before it."""
    found: list[_Bookmark] = []
    for entry in outline:
        if isinstance(entry, list):
            beneath = _bookmarks(reader, entry, pages)
            (found[-1].beneath if found else found).extend(beneath)
            continue
        number = reader.get_destination_page_number(entry)
        if number is not None and 0 <= number < len(pages):
            top = entry.get("/Top")
            found.append(
                _Bookmark(str(entry.title), pages[number], float(top) if isinstance(top, int | float) else None)
            )
    return found


def _outlines(objects: Objects, bookmarks: list[_Bookmark]) -> IndirectObject:
    root = _dictionary(Type=NameObject("/Outlines"))
    reference = objects.add(root)
    _hang(objects, root, reference, bookmarks)
    root[NameObject("/Count")] = NumberObject(len(bookmarks) + sum(len(b.beneath) for b in bookmarks))
    return reference


def _hang(
    objects: Objects,
    parent: DictionaryObject,
    parent_reference: IndirectObject,
    bookmarks: list[_Bookmark],
    depth: int = 0,
) -> None:
    """Bookmarks under their parent; the parts are open, their chapters closed."""
    items = [_dictionary(Title=TextStringObject(b.title), Parent=parent_reference, Dest=_place(b)) for b in bookmarks]
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


def _place(bookmark: _Bookmark) -> ArrayObject:
    if bookmark.top is None:
        return ArrayObject([bookmark.page, NameObject("/Fit")])
    return ArrayObject([bookmark.page, NameObject("/XYZ"), NullObject(), FloatObject(bookmark.top), NullObject()])


def _at(objects: Objects, reference: IndirectObject) -> DictionaryObject:
    found = objects.get_object(reference)
    if not isinstance(found, DictionaryObject):
        raise TypeError(type(found).__name__)
    return found


def _dictionary(**entries: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def _label(prefix: str) -> DictionaryObject:
    label = _dictionary(S=NameObject("/D"), St=NumberObject(1))
    if prefix:
        label[NameObject("/P")] = TextStringObject(prefix)
    return label


def _info(title: str, author: str, subject: str, dated: date) -> DictionaryObject:
    stamp = f"D:{dated:%Y%m%d}000000Z"
    texts = {
        "Title": title,
        "Author": author,
        "Subject": subject,
        "Creator": _PRODUCER,
        "Producer": _PRODUCER,
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    return _dictionary(**{name: TextStringObject(text) for name, text in texts.items()})


def _xmp(title: str, author: str, subject: str, language: str, dated: date) -> StreamObject:
    title, author, subject = (escape(text) for text in (title, author, subject))
    moment = f"{dated:%Y-%m-%d}T00:00:00Z"
    packet = StreamObject()
    packet[NameObject("/Type")], packet[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    packet._data = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{_PRODUCER}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()
    return packet
