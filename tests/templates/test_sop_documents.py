"""The documents of steps 6 to 8 and of the SOP's course as pages, with few rows and with many."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pipeline.documents import berita_acara_validasi, lembar_draf, lembar_kendali, lembar_pemeriksaan, lembar_unit
from pipeline.documents.bagian import BAGIAN
from pipeline.documents.bahan import Bahan
from pipeline.render.docx import render
from pipeline.render.pdf import convert
from tests.documents import naskah
from tests.domain import contoh

TEMPLATES = Path(__file__).parents[2] / "templates"
BANYAK = (1, 60)


def bahan(banyak: int) -> Bahan:
    """So many indikator of unit a, with everything a unit may say of them; unit b has none."""
    isian = {
        "realisasi": "9",
        "faktor_pendorong": ["Dukungan anggaran"],
        "faktor_penghambat": ["Data terlambat", "Jaringan terganggu"],
        "tindak_lanjut": [{"uraian": "Menyusun jadwal baru", "pic": "Kepala Bidang", "batas_waktu": "2026-11-30"}],
    }
    kode = [f"IK-{n}" for n in range(1, banyak + 1)]
    baris = [contoh.indikator(k, nama=f"Persentase pelaksanaan {k}", tw=("10",), tahun="10") for k in kode]
    putaran = {"hasil": "sesuai", "validator": naskah.KABID["nama"], "tanggal": "2026-04-09", "bukti": "Register"}
    asal = contoh.badan(pejabat=list(naskah.PEJABAT))
    program = [
        {"kode": f"5.01.{n}", "nama": "Sub", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "9"}
        for n in range(1, min(banyak, 12) + 1)
    ]
    return naskah.bahan(
        contoh.berkas(
            baris,
            [dict.fromkeys(kode, isian)],
            badan_=asal,
            program=program,
            anggaran=[{p["kode"]: "5" for p in program}],
            validasi={1: {"unit": "a", "validasi": [{"kode": k, "putaran": [putaran]} for k in kode]}},
        )
    )


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    root = tmp_path_factory.mktemp("root")
    docx = {
        f"{kunci}-{banyak}": render(TEMPLATES / f"{kunci}.docx", isi, root=root, paper="A4", parts=BAGIAN)
        for banyak in BANYAK
        for kunci, isi in konteks(bahan(banyak)).items()
    }
    return {
        nama: [re.sub(r"\s+", " ", h.extract_text()) for h in PdfReader(io.BytesIO(isi)).pages]
        for nama, isi in convert(docx).items()
    }


def konteks(bahan: Bahan) -> dict[str, Any]:
    return {
        "lembar-unit": lembar_unit.konteks(bahan, bahan.berkas.badan.isi.unit[0]),
        "berita-acara-validasi": berita_acara_validasi.konteks(bahan),
        "lembar-pemeriksaan": lembar_pemeriksaan.konteks(bahan),
        "lembar-kendali-sop": lembar_kendali.konteks(bahan),
        "lembar-draf": lembar_draf.konteks(bahan),
    }


def test_no_page_is_empty(halaman: dict[str, list[str]]) -> None:
    kosong = {n: [i for i, h in enumerate(semua, 1) if len(h) < 60] for n, semua in halaman.items()}
    assert {n: k for n, k in kosong.items() if k} == {}


@pytest.mark.parametrize("banyak", BANYAK)
@pytest.mark.parametrize(
    ("kunci", "tabel", "penanda_tangan"),
    [
        ("lembar-unit", "Jumlah", naskah.KABID),
        ("berita-acara-validasi", "Unit Kerja", naskah.SEKRETARIS),
        ("lembar-pemeriksaan", "Kesimpulan", naskah.SEKRETARIS),
    ],
)
def test_who_signs_stands_below_what_he_signs(
    halaman: dict[str, list[str]], kunci: str, tabel: str, penanda_tangan: dict[str, str], banyak: int
) -> None:
    akhir = halaman[f"{kunci}-{banyak}"][-1]
    assert tabel in akhir
    assert penanda_tangan["jabatan"].upper() in akhir
    assert penanda_tangan["nama"] in akhir


@pytest.mark.parametrize("banyak", BANYAK)
def test_a_long_table_repeats_its_header_and_shows_every_indikator_once(
    halaman: dict[str, list[str]], banyak: int
) -> None:
    for kunci, kepala, kali in (("lembar-unit", "Satuan", 2), ("berita-acara-validasi", "Putaran", 1)):
        semua = halaman[f"{kunci}-{banyak}"]
        berisi = [h for h in semua if re.search(r"\bIK-\d+ Persentase", h)]
        assert all(kepala in h or "Faktor Pendorong" in h for h in berisi)
        for n in range(1, banyak + 1):
            assert sum(len(re.findall(rf"\bIK-{n} Persentase", h)) for h in semua) == kali


def test_a_draft_says_so_in_capitals(halaman: dict[str, list[str]]) -> None:
    assert "DRAF – BELUM SAH" in halaman["lembar-draf-1"][0]
    assert "Jika salah satu prosedur tidak dilakukan" in halaman["lembar-draf-1"][0]
