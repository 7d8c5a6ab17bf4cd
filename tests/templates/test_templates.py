"""The Word templates against their contexts and against what an official document must have."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from pipeline.documents import lampiran, lembar_draf, pindaian
from pipeline.documents.bagian import BAGIAN
from pipeline.documents.registry import DOKUMEN
from pipeline.inputs.load import documents_list
from pipeline.packet import templates
from pipeline.word.fonts import fonts_of
from tests.templates.bidang import semua_bidang, telusuri

TEMPLATES = Path(__file__).parents[2] / "templates"
KONTEKS: dict[str, type[Any]] = {d.key: d.context_type for d in DOKUMEN} | {
    lampiran.KUNCI: lampiran.LampiranKonteks,
    lembar_draf.KUNCI: lembar_draf.LembarDrafKonteks,
    pindaian.KUNCI: pindaian.PindaianKonteks,
}
SISIPAN: dict[str, type[Any]] = {f"bagian/{kunci}": konteks for kunci, konteks in BAGIAN.items()}
DOKUMEN_UTUH = pytest.mark.parametrize("kunci", sorted(set(KONTEKS) - {pindaian.KUNCI}))
"""Not the page that is a picture from edge to edge, without room for margins and a footer."""
SEMUA = pytest.mark.parametrize("kunci", sorted(KONTEKS | SISIPAN))
MELINTANG = ("lembar-kendali-sop", "lembar-unit", "rekapitulasi-data", "rekapitulasi-hasil-rapat")
"""Wide tables from their first page on."""

UNTUK_TEMPLAT_SENDIRI = ["BarisHasil.tercapai"]
"""What no shipped template prints: a yes or no that an agency's own wording may ask for."""

ROW_TABLES = ("TabelKinerja", "TableGrid")


def bagian(kunci: str) -> dict[str, etree._Element]:
    with zipfile.ZipFile(TEMPLATES / f"{kunci}.docx") as arsip:
        return {n: etree.fromstring(arsip.read(n)) for n in arsip.namelist() if n.endswith((".xml", ".rels"))}


def nilai(akar: etree._Element, jalur: str, atribut: str = "val") -> list[str]:
    ns = {"w": qn("w:p")[1:].partition("}")[0]}
    return [str(e.get(qn(f"w:{atribut}"), "")) for e in akar.iterfind(jalur, ns)]


def test_every_template_has_a_document_and_every_document_a_template() -> None:
    known = set(templates(documents_list(TEMPLATES.parent)))
    assert {p.name for p in TEMPLATES.glob("*.docx") if not p.name.startswith("~$")} == known
    assert {p.stem for p in (TEMPLATES / "bagian").glob("*.docx") if not p.name.startswith("~$")} == set(BAGIAN)


@SEMUA
def test_a_template_uses_only_fields_of_its_context(kunci: str) -> None:
    assert telusuri(TEMPLATES / f"{kunci}.docx", (KONTEKS | SISIPAN)[kunci]).salah == []


def test_every_field_of_a_context_is_used_by_a_template() -> None:
    ada, dipakai = set(), set()
    for kunci, konteks in KONTEKS.items():
        ada |= semua_bidang(konteks)
        dipakai |= telusuri(TEMPLATES / f"{kunci}.docx", konteks).dipakai
    assert sorted(f"{jenis.__name__}.{nama}" for jenis, nama in ada - dipakai) == UNTUK_TEMPLAT_SENDIRI


@SEMUA
def test_the_language_is_indonesian_in_styles_and_settings(kunci: str) -> None:
    isi = bagian(kunci)
    assert set(nilai(isi["word/styles.xml"], ".//w:lang")) == {"id-ID"}
    assert nilai(isi["word/settings.xml"], "w:themeFontLang") == ["id-ID"]
    assert nilai(isi["word/settings.xml"], "w:decimalSymbol") == [","]
    assert set(nilai(isi["word/document.xml"], ".//w:lang")) <= {"id-ID"}


@SEMUA
def test_word_opens_it_without_compatibility_mode_and_without_asking_to_update_fields(kunci: str) -> None:
    setelan = bagian(kunci)["word/settings.xml"]
    mode = [e for e in setelan.iter(qn("w:compatSetting")) if e.get(qn("w:name")) == "compatibilityMode"]
    assert [e.get(qn("w:val")) for e in mode] == ["15"]
    assert setelan.find(qn("w:updateFields")) is None


@SEMUA
def test_fonts_are_named_and_never_taken_from_a_theme(kunci: str) -> None:
    for nama, akar in bagian(kunci).items():
        for huruf in akar.iter(qn("w:rFonts")):
            assert not [a for a in huruf.attrib if "Theme" in str(a)], nama
    bawaan = bagian(kunci)["word/styles.xml"].find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert bawaan is not None
    assert {str(v) for v in bawaan.attrib.values()} == {"Bookman Old Style"}


@SEMUA
def test_every_paragraph_and_table_has_a_style_that_exists(kunci: str) -> None:
    isi = bagian(kunci)
    ada = set(nilai(isi["word/styles.xml"], "w:style", "styleId"))
    for jalur in (".//w:pStyle", ".//w:tblStyle", ".//w:rStyle"):
        for nama, akar in isi.items():
            if nama.startswith("word/"):
                assert set(nilai(akar, jalur)) <= ada, nama


@SEMUA
def test_headings_have_outline_levels_and_stay_with_what_follows(kunci: str) -> None:
    gaya = Document(str(TEMPLATES / f"{kunci}.docx")).styles
    for tingkat in (1, 2, 3):
        judul = gaya[f"Heading {tingkat}"]
        assert judul.paragraph_format.keep_with_next
        assert nilai(judul.element, ".//w:outlineLvl") == [str(tingkat - 1)]


@SEMUA
def test_table_headers_repeat_rows_stay_whole_and_widths_are_shares(kunci: str) -> None:
    for tabel in bagian(kunci)["word/document.xml"].iter(qn("w:tbl")):
        gaya = nilai(tabel, "w:tblPr/w:tblStyle")
        assert nilai(tabel, "w:tblPr/w:tblW", "type") == ["pct"]
        baris = tabel.findall(qn("w:tr"))
        assert all(b.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for b in baris)
        if gaya[0] in ROW_TABLES:
            assert baris[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None, "".join(tabel.itertext())[:80]


@DOKUMEN_UTUH
def test_the_footer_counts_pages(kunci: str) -> None:
    kaki = [a for n, a in bagian(kunci).items() if re.fullmatch(r"word/footer\d+\.xml", n)]
    teks = ["".join(a.itertext()) for a in kaki]
    assert any(re.search(r"Halaman\s+PAGE.*dari\s+NUMPAGES", t) for t in teks), teks


@DOKUMEN_UTUH
def test_paper_is_a4_with_the_margins_of_official_letters(kunci: str) -> None:
    for satu in Document(str(TEMPLATES / f"{kunci}.docx")).sections:
        ukuran = (round(satu.page_width.mm), round(satu.page_height.mm))
        assert ukuran == ((297, 210) if satu.orientation == WD_ORIENT.LANDSCAPE else (210, 297))
        assert satu.left_margin.mm >= 19.9
        assert satu.right_margin.mm >= 19.9


@SEMUA
def test_pictures_have_alt_text(kunci: str) -> None:
    ns = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    for nama, akar in bagian(kunci).items():
        assert all(gambar.get("descr") for gambar in akar.iter(ns)), nama


@SEMUA
def test_core_properties_are_filled(kunci: str) -> None:
    inti = Document(str(TEMPLATES / f"{kunci}.docx")).core_properties
    assert inti.title
    assert inti.subject
    assert inti.keywords
    assert inti.language == "id-ID"


@SEMUA
def test_nothing_outside_the_file_is_linked(kunci: str) -> None:
    for nama, akar in bagian(kunci).items():
        assert not [e for e in akar if e.get("TargetMode") == "External"], nama


@SEMUA
def test_the_open_xml_rules_find_nothing(kunci: str) -> None:
    hasil = OpenXmlValidator().validate(str(TEMPLATES / f"{kunci}.docx"))
    assert [str(e) for e in hasil.errors] == []


def test_the_kop_and_the_block_of_who_signs_stand_in_one_file_each() -> None:
    tulisan = {
        f.relative_to(TEMPLATES).as_posix(): "".join(
            bagian(f.relative_to(TEMPLATES).as_posix()[:-5])["word/document.xml"].itertext()
        )
        for f in TEMPLATES.rglob("*.docx")
    }
    assert [n for n, isi in tulisan.items() if "kop.alamat" in isi] == ["bagian/kop-surat.docx"]
    assert [n for n, isi in tulisan.items() if ".nip }}" in isi and ".pangkat" in isi] == ["bagian/tanda-tangan.docx"]


def test_a_scan_fills_its_page() -> None:
    (satu,) = Document(str(TEMPLATES / "pindaian.docx")).sections
    tepi = (satu.top_margin, satu.bottom_margin, satu.left_margin, satu.right_margin)
    assert {round(t.mm) for t in tepi} == {5}
    assert not [n for n in bagian("pindaian") if re.match(r"word/(header|footer)", n)]


def test_only_wide_tables_lie_across() -> None:
    melintang = {
        k: [s.orientation == WD_ORIENT.LANDSCAPE for s in Document(str(TEMPLATES / f"{k}.docx")).sections]
        for k in KONTEKS
    }
    assert any(melintang["dokumen-pengukuran-kinerja"])
    assert not any(melintang["dokumen-pengukuran-kinerja"][:1])
    assert {k for k, baris in melintang.items() if all(baris)} == set(MELINTANG)
    assert {k for k, baris in melintang.items() if any(baris)} == {*MELINTANG, "dokumen-pengukuran-kinerja"}


@SEMUA
def test_the_font_of_the_style_normal_is_that_of_the_whole_document_but_the_address(kunci: str, tmp_path: Path) -> None:
    dok = Document(str(TEMPLATES / f"{kunci}.docx"))
    dok.styles["Normal"].font.name = "Georgia"
    dok.save(str(tmp_path / "t.docx"))
    assert fonts_of(tmp_path / "t.docx") <= {"Georgia", "Arial"}
    with zipfile.ZipFile(tmp_path / "t.docx") as arsip:
        gaya, nomor = (etree.fromstring(arsip.read(f"word/{n}.xml")) for n in ("styles", "numbering"))
    berhuruf = [s.get(qn("w:styleId")) for s in gaya.iter(qn("w:style")) if s.find(f".//{qn('w:rFonts')}") is not None]
    assert berhuruf == ["Normal", "KopAlamat"]
    assert nomor.find(f".//{qn('w:rFonts')}") is None
