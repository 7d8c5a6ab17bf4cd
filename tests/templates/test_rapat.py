"""The documents of the meeting set by LibreOffice: what fits on a page, and what must not be torn over two."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from pipeline.documents import daftar_hadir, lembar_disposisi, notulen, rekapitulasi, undangan
from pipeline.documents.undangan import PALING_BANYAK
from pipeline.domain.model import Berkas
from pipeline.render.docx import render
from pipeline.render.pdf import convert
from tests.documents import naskah

TEMPLATES = Path(__file__).parents[2] / "templates"
KONTEKS = {
    "lembar-disposisi": lembar_disposisi.konteks,
    "rekapitulasi-data": rekapitulasi.konteks,
    "undangan": undangan.konteks,
    "daftar-hadir": daftar_hadir.konteks,
    "rekapitulasi-hasil-rapat": rekapitulasi.konteks_hasil_rapat,
    "notulen": notulen.konteks,
}
BADAN = {"nama": "Badan Perencanaan & Pengembangan, Riset, dan Inovasi Daerah", "telepon": "(0299) 1", "laman": "a.id"}
HAL = "Undangan Rapat Pembahasan Pengukuran Kinerja Triwulan III Tahun 2026"
SURAT = naskah.RAPAT["undangan"] | {
    "hal": HAL,
    "agenda": [f"Pemaparan rekapitulasi data dan informasi kinerja bagian {n}" for n in range(1, 4)],
    "diundang": [f"Kepala Bidang {n} pada Badan Perencanaan" for n in range(1, PALING_BANYAK + 1)],
}


def docx(berkas: Berkas, *kunci: str, paper: str = "A4") -> dict[str, bytes]:
    bahan = naskah.bahan(berkas)
    return {
        f"{k}-{paper}": render(TEMPLATES / f"{k}.docx", KONTEKS[k](bahan), root=TEMPLATES.parent, paper=paper)
        for k in kunci or KONTEKS
    }


def halaman(semua: Mapping[str, bytes]) -> dict[str, list[str]]:
    return {
        nama: [re.sub(r"\s+", " ", h.extract_text()) for h in PdfReader(io.BytesIO(pdf)).pages]
        for nama, pdf in convert(semua).items()
    }


def rapat(**ganti: Any) -> dict[str, Any]:
    return {"rapat": {3: naskah.RAPAT | ganti}, "badan": BADAN}


@pytest.mark.parametrize("no", [0, 5])
def test_a_blank_form_and_a_full_one_open_without_repair_and_the_letters_fit_on_one_page(
    no: int, tmp_path: Path
) -> None:
    berkas = naskah.sampai(no, **rapat(undangan=SURAT)) if no else naskah.berkas()
    semua = docx(berkas) | docx(berkas, paper="F4")
    for nama, isi in semua.items():
        (tmp_path / f"{nama}.docx").write_bytes(isi)
        assert [str(e) for e in OpenXmlValidator().validate(str(tmp_path / f"{nama}.docx")).errors] == [], nama
    banyak = {nama: len(h) for nama, h in halaman(semua).items()}
    assert {banyak[f"{k}-{p}"] for k in ("undangan", "lembar-disposisi") for p in ("A4", "F4")} == {1}


def test_one_invited_stands_after_yth_as_typed_and_a_long_list_on_a_second_page() -> None:
    aneh = "Bidang <A> & {{ nama }}"
    untuk = {"satu": [aneh], "banyak": [f"Kepala Bagian {n}" for n in range(1, 31)]}
    hasil = halaman(
        {
            nama: docx(naskah.sampai(5, **rapat(undangan=SURAT | {"diundang": diundang})), "undangan")["undangan-A4"]
            for nama, diundang in untuk.items()
        }
    )
    assert len(hasil["satu"]) == 1
    assert f"Yth. {aneh}" in hasil["satu"][0]
    assert len(hasil["banyak"]) == 2
    assert "(daftar terlampir)" in hasil["banyak"][0]
    assert "Kepala Bagian 30" in hasil["banyak"][1]


def test_nobody_signs_an_attendance_list_on_a_page_without_names_and_its_header_repeats() -> None:
    berbeda = {}
    for banyak in (11, 13, 14, 15, 30):
        hadirin = [{"nama": f"Nama Pegawai {n}", "jabatan": "Analis"} for n in range(1, banyak + 1)]
        berkas = naskah.sampai(4, **rapat(daftar_hadir=hadirin))
        berbeda[f"daftar-{banyak}"] = docx(berkas, "daftar-hadir")["daftar-hadir-A4"]
    hasil = halaman(berbeda)
    assert {len(semua) for semua in hasil.values()} >= {1, 2}
    for semua in hasil.values():
        assert all("Tanda Tangan" in satu for satu in semua)
        assert "Nama Pegawai" in semua[-1]
        assert naskah.KASUBBAG["nama"] in semua[-1]


def test_minutes_have_a_part_for_photos_only_where_there_are_any() -> None:
    foto = [{"berkas": "2026/tw3/lampiran/suasana-rapat.png", "keterangan": "Suasana rapat"}]
    untuk = {"tanpa": [], "dengan": foto}
    hasil = halaman(
        {
            nama: docx(naskah.sampai(5, **rapat(notulen=naskah.RAPAT["notulen"] | {"dokumentasi": isi})), "notulen")[
                "notulen-A4"
            ]
            for nama, isi in untuk.items()
        }
    )
    assert {nama: "Dokumentasi" in " ".join(semua) for nama, semua in hasil.items()} == {
        "tanpa": False,
        "dengan": True,
    }
    assert "Gambar 1 Suasana rapat" in " ".join(hasil["dengan"])


def test_a_correction_is_told_in_the_minutes_and_in_the_second_rekapitulasi_alone() -> None:
    koreksi = [{"kode": "1", "semula": "9", "menjadi": "8", "alasan": "satu tercatat ganda"}]
    hasil = halaman(docx(naskah.sampai(5, **rapat(koreksi=koreksi))))
    ada = {nama for nama, semua in hasil.items() if any("satu tercatat ganda" in s.lower() for s in semua)}
    assert ada == {"notulen-A4", "rekapitulasi-hasil-rapat-A4"}
