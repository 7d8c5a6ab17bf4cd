"""The library that a new template is composed with, in one document that uses all of it."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

SUMBER = Path(__file__).parents[2] / "templates" / "sumber"


@pytest.fixture
def gaya(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SUMBER))
    return importlib.import_module("gaya")


def disimpan(dok: Dokumen, folder: Path) -> Dokumen:
    """The document as it is after saving, which the Open XML rules find nothing wrong with."""
    berkas = folder / "uji.docx"
    dok.save(str(berkas))
    assert [str(e) for e in OpenXmlValidator().validate(str(berkas)).errors] == []
    return Document(str(berkas))


def test_all_parts_together_make_a_sound_document(gaya: ModuleType, tmp_path: Path) -> None:
    dok = gaya.dokumen_baru("Uji {{ judul }}", subjek="Uji")
    gaya.halaman_pertama_polos(dok.sections[0])
    gaya.kop_surat(dok)
    gaya.judul_bab(dok, "DAFTAR ISI")
    gaya.daftar_isi(dok)
    gaya.bab(dok, "I", "PENDAHULUAN")
    gaya.subbab(dok, "A.", "Dasar Hukum")
    gaya.anak_subbab(dok, "1.", "Umum")
    gaya.rujuk(gaya.paragraf(dok, "Lihat "), "tabel_uji", "Tabel 1")
    gaya.penanda(gaya.paragraf(dok, "Kalimat **tebal** dan //miring//."), "kalimat")
    gaya.keterangan(dok, "Tabel", "Uji", "tabel_uji")
    gaya.tabel(
        dok, [["No", ("Capaian", 2)], [None, "TW", "Tahun"]], ["for b in x", ["1", ["a", "b"], ""], "endfor"], (1, 4, 4)
    )
    gaya.catatan(dok, "Catatan.")
    gaya.pasangan(dok, [("Hari", "Selasa"), ("{%tr if ada %}", ""), ("Tempat", "Aula"), ("{%tr endif %}", "")])
    ((_, kanan),) = gaya.kolom(dok, (1, 1))
    gaya.penanda_tangan(kanan, "ttd")
    bagian = gaya.bagian_baru(dok, lanskap=True)
    gaya.kaki_halaman(bagian, "{{ judul }}")
    hasil = disimpan(dok, tmp_path)
    assert [b.page_width.mm > b.page_height.mm for b in hasil.sections] == [False, True]
    assert [p.text for p in hasil.paragraphs if p.style.name == "Heading 1"] == ["DAFTAR ISI", "BAB I\nPENDAHULUAN"]


def test_each_new_list_begins_at_its_first_number(gaya: ModuleType, tmp_path: Path) -> None:
    dok = gaya.dokumen_baru("Uji", subjek="Uji")
    pertama, kedua = gaya.daftar_baru(dok), gaya.daftar_baru(dok, "huruf")
    gaya.butir(dok, "satu", pertama)
    gaya.butir(dok, "satu a", pertama, 1)
    gaya.butir(dok, "a", kedua)
    gaya.butir(dok, "titik")
    hasil = disimpan(dok, tmp_path)
    nomor = [p._p.find(f".//{qn('w:numId')}") for p in hasil.paragraphs]
    assert [n.get(qn("w:val")) if n is not None else None for n in nomor] == [str(pertama)] * 2 + [str(kedua), None]
    mulai = hasil.part.numbering_part.element.findall(f".//{qn('w:startOverride')}")
    assert [m.get(qn("w:val")) for m in mulai] == ["1", "1"]


def test_a_merged_header_repeats_and_is_shaded_in_every_row(gaya: ModuleType, tmp_path: Path) -> None:
    dok = gaya.dokumen_baru("Uji", subjek="Uji")
    gaya.tabel(dok, [["No", ("Capaian", 2)], [None, "TW", "Tahun"]], [["1", "2", "3"]], (1, 2, 2))
    baris = disimpan(dok, tmp_path).tables[0]._tbl.tr_lst
    assert [b.find(f".//{qn('w:tblHeader')}") is not None for b in baris] == [True, True, False]
    assert [len(b.findall(f".//{qn('w:shd')}")) == len(b.tc_lst) for b in baris] == [True, True, False]
    lebar = [int(c.get(qn("w:w"))) for c in baris[2].iter(qn("w:tcW"))]
    assert lebar == [1000, 2000, 2000]
