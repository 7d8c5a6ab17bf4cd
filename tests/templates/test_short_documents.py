"""The letter, the signature page and the picture page set by LibreOffice: each fits on one page of either paper."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from pipeline.documents import lampiran, lembar_pengesahan, pindaian, surat_pengantar
from pipeline.documents.bagian import BAGIAN
from pipeline.domain.model import Lampiran
from pipeline.domain.sop import KeadaanPaket
from pipeline.render.docx import render
from pipeline.render.pdf import convert
from tests.documents import naskah

TEMPLATES = Path(__file__).parents[2] / "templates"
KERTAS = ("A4", "F4")
BANYAK = {"uraian": "Rekapitulasi data & informasi <kinerja> {{ asli }}", "banyaknya": "2", "satuan": "eksemplar"}
BERKAS = naskah.berkas(
    naskah.KEPALA | {"nama": "Dr. Ir. Raden Wiratama Kusumanegara, S.T., M.Si."},
    naskah.SEKRETARIS | {"sebutan": "Plt."},
    naskah.KASUBBAG | {"jabatan": "Kepala Subbagian Perencanaan, Evaluasi, dan Pelaporan"},
    badan={
        "nama": "Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah",
        "telepon": "(0299) 765432",
        "surel": "badan@contoh.go.id",
        "logo": "logo.png",
    },
    surat=naskah.SURAT | {"naskah": [*naskah.SURAT["naskah"], BANYAK], "melalui": "Sekretaris Daerah"},
    langkah={"penyusunan": {"selesai": "2026-10-06"}},
)


def png(lebar: int, tinggi: int) -> bytes:
    def potong(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    isi = zlib.compress((b"\0" + b"\x60" * lebar) * tinggi)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", isi) + potong(b"IEND", b"")


@pytest.fixture(scope="module")
def docx(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("root")
    (root / "data").mkdir()
    (root / "data" / "logo.png").write_bytes(png(88, 104))
    (root / "data" / "tegak.png").write_bytes(png(60, 200))
    (root / "data" / "selembar.png").write_bytes(png(203, 318))
    bahan = naskah.bahan(BERKAS)
    sah = replace(bahan, status=replace(bahan.status, keadaan=KeadaanPaket.SAH))  # a letter is numbered from then on

    def konteks(kertas: str) -> dict[str, object]:
        return {
            "surat-pengantar": surat_pengantar.konteks(sah),
            "lembar-pengesahan": lembar_pengesahan.konteks(bahan),
            "lampiran": lampiran.konteks(Lampiran(judul="Foto rapat", berkas="tegak.png")),
            "pindaian": pindaian.konteks("selembar.png", "Pindaian lembar pengesahan", kertas),
        }

    return {
        f"{kunci}-{kertas}": render(TEMPLATES / f"{kunci}.docx", isi, root=root, paper=kertas, parts=BAGIAN)
        for kertas in KERTAS
        for kunci, isi in konteks(kertas).items()
    }


@pytest.fixture(scope="module")
def pdf(docx: dict[str, bytes]) -> dict[str, PdfReader]:
    return {nama: PdfReader(io.BytesIO(isi)) for nama, isi in convert(docx).items()}


def teks(pdf: PdfReader) -> str:
    return re.sub(r"\s+", " ", pdf.pages[0].extract_text())


def test_each_is_one_page_of_the_paper_that_was_asked_for(pdf: dict[str, PdfReader]) -> None:
    assert {n: len(p.pages) for n, p in pdf.items()} == dict.fromkeys(pdf, 1)
    kotak = {n: p.pages[0].mediabox for n, p in pdf.items()}
    mm = {n: (round(k.width / 72 * 25.4), round(k.height / 72 * 25.4)) for n, k in kotak.items()}
    assert mm == {n: (210, 297) if n.endswith("A4") else (215, 330) for n in pdf}


@pytest.mark.parametrize("kertas", KERTAS)
def test_the_letter_reads_from_kop_to_nip(pdf: dict[str, PdfReader], kertas: str) -> None:
    isi = teks(pdf[f"surat-pengantar-{kertas}"])
    urut = [
        "PEMERINTAH KABUPATEN CONTOH",
        "BADAN PERENCANAAN PEMBANGUNAN,",
        "Telepon (0299) 765432",
        "Tirtasari, 12 Oktober 2026",
        "Yth. Bupati Tirtamarta",
        "melalui Sekretaris Daerah",
        "SURAT PENGANTAR",
        "NOMOR 000.8.6.3/412/BAPPEDA/2026",
        "Naskah Dinas yang Dikirim",
        "1 (satu)",
        "Rekapitulasi data & informasi <kinerja> {{ asli }}",
    ]
    tempat = [isi.find(t) for t in urut]
    assert -1 not in tempat, [t for t, n in zip(urut, tempat, strict=True) if n < 0]
    assert tempat == sorted(tempat)
    kaki = ("Diterima tanggal", "Penerima", "No. Telepon", "KEPALA BADAN,", "NIP. 19700315 199503 1 002")
    assert [k for k in (*kaki, "Halaman 1 dari 1") if k not in isi] == []


@pytest.mark.parametrize("kertas", KERTAS)
def test_the_signature_page_names_three_officials_and_leaves_room_for_dates(
    pdf: dict[str, PdfReader], kertas: str
) -> None:
    isi = teks(pdf[f"lembar-pengesahan-{kertas}"])
    for bagian in (
        "LEMBAR PENGESAHAN",
        "TRIWULAN III TAHUN 2026",
        "Tirtasari, 6 Oktober 2026",
        "Disusun oleh",
        "Plt. SEKRETARIS,",
        "Penata Tingkat I (III/d)",
        "Disahkan oleh",
        "NIP. 19700315 199503 1 002",
    ):
        assert bagian in isi
    assert isi.count("Tirtasari, ……………………") == 2


def test_pictures_bring_their_alt_text_and_no_file_needs_repair(docx: dict[str, bytes], tmp_path: Path) -> None:
    for nama, isi in docx.items():
        berkas = tmp_path / f"{nama}.docx"
        berkas.write_bytes(isi)
        assert [str(e) for e in OpenXmlValidator().validate(str(berkas)).errors] == []
        gambar = {"lampiran": "Foto rapat", "pindaian": "Pindaian lembar pengesahan"}
        alt = gambar.get(nama.rpartition("-")[0], "Lambang Pemerintah Kabupaten Contoh")
        assert f'descr="{alt}"'.encode() in _badan(isi)


def _badan(docx: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as arsip:
        return arsip.read("word/document.xml")


def test_a_signature_block_is_never_torn_over_two_pages(tmp_path: Path) -> None:
    surat = {}
    for banyak in range(3, 9):
        berkas = naskah.berkas(naskah.KEPALA, surat=naskah.SURAT | {"naskah": [BANYAK] * banyak})
        konteks = surat_pengantar.konteks(naskah.bahan(berkas))
        surat[f"surat-{banyak}"] = render(TEMPLATES / "surat-pengantar.docx", konteks, root=tmp_path, parts=BAGIAN)
    halaman = [[h.extract_text() for h in PdfReader(io.BytesIO(pdf)).pages] for pdf in convert(surat).values()]
    assert {len(h) for h in halaman} == {1, 2}
    for semua in halaman:
        assert ["Diterima tanggal" in h for h in semua] == ["No. Telepon" in h for h in semua]
