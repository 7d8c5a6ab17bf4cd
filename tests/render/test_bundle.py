"""Several PDFs as one: order, bookmarks, labels, links, metadata, tags, and what cannot be bundled."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from pipeline.problems import ExitCode, KinerjaError
from pipeline.render import contents
from pipeline.render.bundle import Part, bundle, check_readable
from pipeline.render.pdf import convert
from tests.render import pola


def letter() -> bytes:
    made = pola.document()
    made.add_paragraph("SURAT PENGANTAR")
    return pola.saved(made)


def report() -> bytes:
    made = pola.document()
    pola.add_toc(made)
    for chapter in ("BAB I", "BAB II"):
        made.add_page_break()
        made.add_heading(chapter, 1)
        made.add_heading(f"{chapter}.A", 2)
    return contents.prepare(pola.saved(made))


def attachment(pages: int = 2) -> bytes:
    """A PDF of another program: blank pages, a link by name, a form's page size."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(300, 400)
    writer.add_named_destination("tujuan", pages - 1)
    writer.add_annotation(0, Link(rect=(10, 10, 50, 50), url="https://contoh.go.id"))
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(NumberObject(n) for n in (1, 1, 9, 9)),
            NameObject("/Dest"): TextStringObject("tujuan"),
        }
    )
    writer.pages[0]["/Annots"].append(writer._add_object(link))
    writer.add_outline_item(title="Bagian lampiran", page_number=1)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    pdfs = convert({"surat": letter(), "dokumen": report()})
    return [
        Part("Surat Pengantar", pdfs["surat"], "surat.docx", "Surat-"),
        Part("Dokumen & Kinerja", pdfs["dokumen"], "dokumen.docx"),
        Part("Lampiran 1: Foto", attachment(), "data/lampiran/foto.pdf", "Lampiran 1-"),
    ]


def bundled(parts: list[Part]) -> bytes:
    return bundle(
        parts, title="Laporan & Kinerja – TW III", author="Badan <X>", subject="Uji", dated=date(2026, 10, 12)
    )


@pytest.fixture(scope="module")
def pdf(parts: list[Part]) -> bytes:
    return bundled(parts)


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def tree(reader: PdfReader, outline: Any) -> list[Any]:
    return [
        tree(reader, e) if isinstance(e, list) else (e.title, reader.get_destination_page_number(e)) for e in outline
    ]


def test_documents_stand_in_order_with_their_headings_beneath(reader: PdfReader) -> None:
    assert tree(reader, reader.outline) == [
        ("Surat Pengantar", 0),
        ("Dokumen & Kinerja", 1),
        [("BAB I", 2), [("BAB I.A", 2)], ("BAB II", 3), [("BAB II.A", 3)]],
        ("Lampiran 1: Foto", 4),
        [("Bagian lampiran", 5)],
    ]


@pytest.mark.parametrize(("title", "beneath"), [("Lampiran 1: Bagian lampiran", 0), ("Lampiran 1", 1)])
def test_a_part_has_no_bookmark_that_only_repeats_its_title(title: str, beneath: int) -> None:
    whole = bundle([Part(title, attachment(), "x.pdf")], title="", author="", subject="", dated=date(2026, 1, 1))
    outline = PdfReader(BytesIO(whole)).outline
    assert [e.title for e in outline if not isinstance(e, list)] == [title]
    assert sum(len(e) for e in outline if isinstance(e, list)) == beneath


def test_pages_are_labelled_as_they_are_printed(reader: PdfReader) -> None:
    assert reader.page_labels == ["Surat-1", "1", "2", "3", "Lampiran 1-1", "Lampiran 1-2"]


def test_metadata_are_those_of_the_report(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert dict(reader.metadata) == {
        "/Title": "Laporan & Kinerja – TW III",
        "/Author": "Badan <X>",
        "/Subject": "Uji",
        "/Creator": "kinerja",
        "/Producer": "kinerja",
        "/CreationDate": "D:20261012000000Z",
        "/ModDate": "D:20261012000000Z",
    }
    root: Any = reader.root_object
    assert root["/Lang"] == "id-ID"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert (xmp.dc_title, xmp.dc_creator) == ({"x-default": "Laporan & Kinerja – TW III"}, ["Badan <X>"])


def links(reader: PdfReader, page: int) -> list[int]:
    found = []
    for held in reader.pages[page].get("/Annots", ()):
        target = held.get_object().get("/Dest")
        if isinstance(target, ArrayObject):
            found.append(reader.get_page_number(target[0].get_object()))
    return found


def test_links_of_the_contents_page_lead_to_the_chapters(reader: PdfReader) -> None:
    assert set(links(reader, 1)) == {2, 3}
    assert len(links(reader, 1)) == 8


def test_a_link_by_name_in_an_attachment_leads_to_its_place(reader: PdfReader) -> None:
    assert links(reader, 4) == [5]


def test_tags_of_all_documents_hang_under_one_root(reader: PdfReader, pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, text=True, check=True)
    assert said.stderr == ""
    assert "SURAT PENGANTAR" in said.stdout
    assert "BAB II.A" in said.stdout
    root: Any = reader.root_object
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"][::2]
    assert numbers == sorted(set(numbers))
    pages = [page["/StructParents"] for page in reader.pages if "/StructParents" in page]
    assert len(set(pages)) == len(pages) == 4
    assert set(pages) <= set(numbers)


def test_qpdf_finds_nothing(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    file.write_bytes(pdf)
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_equal_input_gives_equal_bytes(parts: list[Part], pdf: bytes) -> None:
    assert bundled(parts) == pdf
    assert bundled(parts[:2]) != pdf


def test_equal_pictures_and_fonts_are_stored_once(parts: list[Part]) -> None:
    one, two = bundled([parts[1]]), bundled([parts[1], parts[1]])
    fonts = [len(re.findall(rb"/Length1 ", made)) for made in (one, two)]
    assert fonts[0] == fonts[1] > 0
    assert len(PdfReader(BytesIO(two)).pages) == 2 * len(PdfReader(BytesIO(one)).pages)


def locked(password: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt(password, "pemilik")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def without_pages() -> bytes:
    buffer = BytesIO()
    PdfWriter().write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("pdf", "why"),
    [
        (b"", "rusak"),
        (b"ini bukan PDF", "rusak"),
        (b"%PDF-1.7\n" + b"\0" * 500, "rusak"),
        (attachment()[:200], "rusak"),
        (locked("rahasia"), "terkunci"),
        (locked(""), "terkunci"),
        (without_pages(), "kosong"),
    ],
)
def test_an_attachment_that_cannot_be_used_is_named(parts: list[Part], pdf: bytes, why: str) -> None:
    for call in (
        lambda: check_readable("data/lampiran/x.pdf", pdf),
        lambda: bundled([parts[0], Part("X", pdf, "data/lampiran/x.pdf")]),
    ):
        with pytest.raises(KinerjaError) as caught:
            call()
        assert (caught.value.exit_code, caught.value.code) == (ExitCode.PROBLEMS, f"render.lampiran.{why}")
        assert caught.value.args_["berkas"] == "data/lampiran/x.pdf"
