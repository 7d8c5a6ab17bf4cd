"""Several PDFs become one: bookmarks, page labels, metadata, tags and links kept; it refuses to know what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from pipeline.render.outline import Bookmark, bookmarks_of, outline
from pipeline.render.pdfobjects import Importer, Objects, dictionary, merge_equal_streams, write
from pipeline.render.reading import BROKEN, open_pdf, unreadable
from pipeline.render.stamp import Stamp, make_stamp
from pipeline.render.tags import Tags, take_tags, write_tags

_PRODUCER = "kinerja"


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


def bundle(
    parts: Sequence[Part],
    *,
    title: str,
    author: str,
    subject: str,
    dated: date,
    language: str = "id-ID",
    stamp: str = "",
) -> bytes:
    """The PDF of these parts in this order; equal input gives equal bytes.

    Every part gets a bookmark with its own bookmarks beneath it, and pages labelled from 1. `stamp` is written across
    every page (capitals A–Z, blanks and hyphens; ValueError for anything else). KinerjaError PROBLEMS naming the file
    that is encrypted or cannot be read.
    """
    objects = Objects()
    stamped = make_stamp(objects, stamp) if stamp else None
    tags = Tags(objects.add(NullObject()), objects.add(NullObject()))
    trees: list[IndirectObject] = []
    bookmarks: list[Bookmark] = []
    labels = ArrayObject()
    count = 0
    for part in parts:
        reader = open_pdf(part.file, part.pdf)
        try:
            tree, bookmark = _take(objects, tags, reader, part.title, stamped)
        except BROKEN as error:
            raise unreadable(part.file, error) from error
        trees.append(tree)
        bookmarks.append(bookmark)
        labels += [NumberObject(count), _label(part.label)]
        count += len(reader.pages)
    pages = objects.add(dictionary(Type=NameObject("/Pages"), Kids=ArrayObject(trees), Count=NumberObject(count)))
    for tree in trees:
        objects.dictionary(tree)[NameObject("/Parent")] = pages
    root = dictionary(
        Type=NameObject("/Catalog"),
        Pages=pages,
        Lang=TextStringObject(language),
        PageMode=NameObject("/UseOutlines"),
        PageLabels=dictionary(Nums=labels),
        ViewerPreferences=dictionary(DisplayDocTitle=BooleanObject(True)),
        Outlines=outline(objects, bookmarks),
        Metadata=objects.add(_xmp(title, author, subject, language, dated)),
    )
    if tags.elements:
        write_tags(objects, tags)
        root[NameObject("/StructTreeRoot")] = tags.root
        root[NameObject("/MarkInfo")] = dictionary(Marked=BooleanObject(True))
    merge_equal_streams(objects)
    return write(objects, objects.add(root), objects.add(_info(title, author, subject, dated)))


def check_readable(file: str, pdf: bytes) -> None:
    """Raise for a PDF what `bundle` would raise for it, before anything slow begins."""
    bundle([Part("", pdf, file)], title="", author="", subject="", dated=date(2000, 1, 1))


def _take(
    objects: Objects, tags: Tags, reader: PdfReader, title: str, stamp: Stamp | None
) -> tuple[IndirectObject, Bookmark]:
    """Copy pages, tags and bookmarks of one PDF: the root of its pages, and its bookmark."""
    importer = Importer(objects, tags.next)
    catalogue: Any = reader.root_object
    tree: IndirectObject = importer.take(catalogue.raw_get("/Pages"))
    pages = [importer.take(page.indirect_reference) for page in reader.pages]
    objects.dictionary(tree)[NameObject("/Count")] = NumberObject(len(pages))
    if stamp:
        for page, source in zip(pages, reader.pages, strict=True):
            stamp.put_on(page, source, importer)
    _name_no_destinations(objects, reader, importer, pages)
    take_tags(objects, tags, catalogue, importer)
    bookmark = Bookmark(title, pages[0], None)
    bookmark.beneath = _news(title, bookmarks_of(reader, reader.outline, pages))
    return tree, bookmark


def _news(title: str, beneath: list[Bookmark]) -> list[Bookmark]:
    """A part's bookmarks without a single one that says the part's own title again ("Lampiran 2: Grafik": "Grafik")."""
    if len(beneath) == 1 and title.endswith(beneath[0].title):
        return beneath[0].beneath
    return beneath


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
    annotations = objects.dictionary(page).get("/Annots")
    for annotation in annotations.get_object() if annotations is not None else ():
        found = annotation.get_object()
        if isinstance(found, DictionaryObject):
            yield found


def _label(prefix: str) -> DictionaryObject:
    label = dictionary(S=NameObject("/D"), St=NumberObject(1))
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
    return dictionary(**{name: TextStringObject(text) for name, text in texts.items()})


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
