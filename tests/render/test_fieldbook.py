"""The book of fields: a Word document that opens, prints well and is the same at every run."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from pipeline.render.fieldbook import fieldbook
from pipeline.template.vocabulary import END, Field, FieldTable, Jenis, Vocabulary

NOTE = "Tag {{ … }} dicetak."
TEXT = Field("nomor", Jenis.TEKS, False, "Nomor surat & kode <klasifikasi>", "", "000/1", ("{{ nomor }}",))
LIST = Field("naskah", Jenis.DAFTAR, True, "Naskah", "", "1 baris", ("{%p for n in naskah %}", END))
GROUP = Field("hasil", Jenis.KELOMPOK, False, "Hasil", "", "", ())
ROW = Field("n.capaian", Jenis.TEKS, False, "Capaian", "persen", "91,67", ("{{ n.capaian }}",))
LETTER = Vocabulary(
    "surat",
    (FieldTable("", (), (TEXT, LIST, GROUP)), FieldTable("naskah", ("{%p for n in naskah %}",), (ROW,))),
)


def _opened() -> docx.document.Document:
    return docx.Document(io.BytesIO(fieldbook((LETTER,), (NOTE,))))


def test_a_table_stands_for_each_place_with_a_tag_to_copy_in_its_first_column() -> None:
    whole, rows = _opened().tables

    assert [cell.text for cell in whole.rows[1].cells] == ["{{ nomor }}", "teks", TEXT.arti, "", "000/1"]
    assert whole.rows[2].cells[0].text.split("\n") == [
        *("{%p for n in naskah %}", "{%p endfor %}"),
        *("{%tr for n in naskah %}", "{%tr endfor %}"),
    ]
    assert whole.rows[2].cells[1].text == "daftar, boleh kosong"
    assert whole.rows[3].cells[0].text == "hasil.…"
    assert [cell.text for cell in rows.rows[1].cells] == ["{{ n.capaian }}", "teks", "Capaian", "persen", "91,67"]


def test_chapters_are_headings_and_say_in_which_loop_a_field_is_written() -> None:
    paragraphs = [(p.style.name if p.style else "", p.text) for p in _opened().paragraphs]

    assert ("Heading 1", "surat.docx") in paragraphs
    assert ("Heading 2", "Isian naskah") in paragraphs
    assert ("Normal", "Hanya di dalam {%p for n in naskah %}") in paragraphs
    assert ("List Bullet", NOTE) in paragraphs


def test_header_rows_repeat_and_no_row_breaks_across_pages() -> None:
    for table in _opened().tables:
        repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert repeated == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)


def test_the_document_is_indonesian_has_a_title_and_numbers_its_pages() -> None:
    book = _opened()
    languages = {element.get(qn("w:val")) for element in book.styles.element.iter(qn("w:lang"))}
    footer = book.sections[0].footer._element
    fields = [field.get(qn("w:instr"), "").strip() for field in footer.iter(qn("w:fldSimple"))]

    assert (languages, book.core_properties.language) == ({"id-ID"}, "id-ID")
    assert book.core_properties.title == "Isian Templat Dokumen Pengukuran Kinerja"
    assert fields == ["PAGE", "NUMPAGES"]


def test_it_is_sound_and_the_same_at_every_run(tmp_path: Path) -> None:
    made = fieldbook((LETTER,), (NOTE,))
    file = tmp_path / "isian.docx"
    file.write_bytes(made)

    assert fieldbook((LETTER,), (NOTE,)) == made
    assert OpenXmlValidator().validate(file).errors == []
