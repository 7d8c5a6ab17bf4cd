"""The shipped template of the measurement document, filled with awkward inputs."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from pipeline.documents.dokumen_pengukuran import konteks
from pipeline.domain.model import Berkas
from pipeline.render.docx import render
from tests.documents import naskah
from tests.domain import contoh

ROOT = Path(__file__).parents[2]
TEMPLAT = ROOT / "templates" / "dokumen-pengukuran-kinerja.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANEH = 'Naik & turun <b> "kutip" {{ nama }} {% if %} baris\nkedua'


def _jadi(berkas: Berkas) -> bytes:
    return render(TEMPLAT, konteks(naskah.bahan(berkas)), root=ROOT)


def _teks(docx: bytes) -> list[str]:
    """The text of every paragraph, tables included."""
    badan = Document(io.BytesIO(docx)).element.body
    return [
        "".join(t.text or ("\n" if t.tag == f"{W}br" else "") for t in p.iter(f"{W}t", f"{W}br"))
        for p in badan.iter(f"{W}p")
    ]


def _banyak(banyak: int, **ganti: Any) -> Berkas:
    baris = [contoh.indikator(str(n), tw=("10",) * 4, tahun="10", **ganti) for n in range(1, banyak + 1)]
    return contoh.berkas(baris, [{str(n): "9" for n in range(1, banyak + 1)}])


@pytest.mark.parametrize("banyak", [1, 14, 60])
def test_each_indikator_has_one_row_in_the_wide_table(banyak: int) -> None:
    dok = Document(io.BytesIO(_jadi(_banyak(banyak))))
    lebar = next(t for t in dok.tables if "Capaian (%) terhadap" in [s.text for s in t.rows[0].cells])
    nomor = [b.cells[0].text for b in lebar.rows if b.cells[0].text.isdigit()]
    assert nomor == [str(n) for n in range(1, banyak + 1)]


@pytest.mark.parametrize(
    ("rapat", "validasi", "kalimat"),
    [
        (False, False, "sampai dengan Triwulan I."),
        (True, False, "sampai dengan Triwulan I dan dibahas dalam rapat bersama Sekretariat dan seluruh Bidang."),
        (False, True, "sampai dengan Triwulan I dan divalidasi oleh unit kerja penanggung jawab indikator."),
        (
            True,
            True,
            "sampai dengan Triwulan I, dibahas dalam rapat bersama Sekretariat dan seluruh Bidang, serta divalidasi "
            "oleh unit kerja penanggung jawab indikator.",
        ),
    ],
)
def test_the_foreword_claims_no_step_that_is_not_done(rapat: bool, validasi: bool, kalimat: str) -> None:
    ganti: dict[str, Any] = {"rapat": {1: {"notulen": {"pimpinan": "Kepala Badan"}}}} if rapat else {}
    if validasi:
        ganti["validasi"] = {1: {"unit": "a", "validasi": [{"kode": "1", "putaran": [{"hasil": "sesuai"}]}]}}
    teks = _teks(_jadi(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")], [{"1": "9"}], **ganti)))
    (pengantar,) = [t for t in teks if "Pengukuran dilakukan dengan membandingkan" in t]
    assert pengantar.endswith(f"membandingkan target dan realisasi {kalimat}")
    assert not [t for t in teks if t.startswith("Data dan informasi dikumpulkan")]


def test_the_sections_stand_and_lie_as_designed() -> None:
    dok = Document(io.BytesIO(_jadi(_banyak(2))))
    assert [(s.page_width or 0) > (s.page_height or 0) for s in dok.sections] == [
        False,
        True,
        False,
        True,
        False,
        True,
        False,
    ]
    assert [s.different_first_page_header_footer for s in dok.sections] == [True] + [False] * 6
    assert "Halaman" in dok.sections[0].footer.paragraphs[0].text


def test_text_of_the_inputs_stays_text() -> None:
    isian = {
        "realisasi": "9",
        "faktor_pendorong": [ANEH],
        "tindak_lanjut": [{"uraian": ANEH, "pic": ANEH, "batas_waktu": "2026-04-30"}],
    }
    berkas = contoh.berkas([contoh.indikator(nama=ANEH, definisi=ANEH, tw=("10",), tahun="10")], [{"1": isian}])
    teks = _teks(_jadi(berkas))
    assert teks.count(ANEH) >= 4
    assert not [t for t in teks if re.search(r"{%|%}|{{|}}", t.replace(ANEH, ""))]


def test_every_cell_has_a_paragraph_and_nothing_is_left_of_the_template() -> None:
    arsip = zipfile.ZipFile(io.BytesIO(_jadi(_banyak(3))))
    for nama in arsip.namelist():
        if nama.startswith("word/") and nama.endswith(".xml"):
            akar = etree.fromstring(arsip.read(nama))
            assert all(sel[-1].tag == f"{W}p" for sel in akar.iter(f"{W}tc"))
            assert not re.search(r"{%|{{", "".join(akar.itertext()))


def test_minutes_without_an_undangan_keep_the_numbers_of_the_chapter() -> None:
    teks = _teks(_jadi(contoh.berkas([contoh.indikator()], rapat={1: {"notulen": {"pembukaan": "Rapat dibuka."}}})))
    judul = teks.index("1.Undangan")
    assert teks[judul + 1] == "Undangan rapat belum diisi."
    assert teks[judul + 2] == "2.Daftar Hadir"
