"""Objects of several PDFs in one numbering."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from pipeline.render.bundle import Part, bundle
from pipeline.render.pdfobjects import Objects, dictionary, merge_equal_streams, write


def stream(data: bytes, **entries: object) -> StreamObject:
    made = StreamObject()
    made._data = data
    made.update(dictionary(**entries))
    return made


def test_equal_streams_become_one_also_where_what_they_refer_to_became_equal_first() -> None:
    objects = Objects()
    masks = [objects.add(stream(b"topeng")) for _ in range(3)]
    pictures = [objects.add(stream(b"gambar", SMask=mask)) for mask in masks]
    wrapped = [objects.add(stream(b"bingkai", Picture=picture)) for picture in pictures]
    other = objects.add(stream(b"lain"))
    page = dictionary(All=ArrayObject([*wrapped, *pictures, other]))

    merge_equal_streams(objects)

    numbers = [reference.idnum for reference in list.__iter__(page["/All"])]
    assert numbers == [wrapped[0].idnum] * 3 + [pictures[0].idnum] * 3 + [other.idnum]
    assert len(set(numbers)) == 3
    assert sum(isinstance(thing, StreamObject) for thing in objects.held) == 4


def test_names_and_texts_are_written_so_that_a_reader_finds_them_again() -> None:
    objects = Objects()
    odd = DictionaryObject(
        {NameObject("/Nama aneh#(é)"): TextStringObject("a (b) \\ – é"), NameObject("/K"): ArrayObject()}
    )
    root = objects.add(dictionary(Type=NameObject("/Catalog"), Odd=objects.add(odd)))
    reader = PdfReader(BytesIO(write(objects, root, objects.add(dictionary(Title=TextStringObject("x"))))))

    assert reader.trailer["/Root"]["/Odd"] == odd  # type: ignore[index]


def test_the_same_pdf_twice_costs_little_more_than_once() -> None:
    objects = Objects()
    content = objects.add(stream(bytes(range(256)) * 400))
    page = objects.add(dictionary(Type=NameObject("/Page"), Contents=content))
    pages = objects.add(dictionary(Type=NameObject("/Pages"), Kids=ArrayObject([page])))
    root = objects.add(dictionary(Type=NameObject("/Catalog"), Pages=pages))
    pdf = write(objects, root, objects.add(DictionaryObject()))
    sizes = [
        len(bundle([Part("a", pdf, "a.pdf")] * n, title="", author="", subject="", dated=date(2026, 1, 1)))
        for n in (1, 2)
    ]
    assert sizes[1] < 1.2 * sizes[0]
