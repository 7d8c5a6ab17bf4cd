"""An agency with officials and its short documents, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.documents.bahan import Bahan
from pipeline.domain import sidik
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.domain.sop import status
from pipeline.problems import Problem
from tests.domain import contoh

KEPALA = {
    "peran": "kepala_badan",
    "jabatan": "Kepala Badan",
    "nama": "Dr. Raden Wiratama, M.Si.",
    "nip": "197003151995031002",
    "pangkat": "Pembina Utama Muda",
    "golongan": "IV/c",
    "berlaku_sejak": "2025-01-06",
}
SEKRETARIS = KEPALA | {
    "peran": "sekretaris",
    "jabatan": "Sekretaris",
    "nama": "Dra. Sri Mulyaningsih, M.M.",
    "nip": "197105201996032001",
    "pangkat": "Pembina Tingkat I",
    "golongan": "IV/b",
}
KASUBBAG = KEPALA | {
    "peran": "kasubbag",
    "jabatan": "Kepala Subbagian Perencanaan",
    "nama": "Ahmad Fauzi, S.E.",
    "nip": "198506172010011004",
    "pangkat": "Penata Tingkat I",
    "golongan": "III/d",
}
KABID = KEPALA | {
    "peran": "kepala_bidang",
    "unit": "a",
    "jabatan": "Kepala Bidang A",
    "nama": "Hendra Gunawan, S.Sos.",
    "nip": "197609232003121004",
    "pangkat": "Pembina",
    "golongan": "IV/a",
}
PEJABAT = (KEPALA, SEKRETARIS, KASUBBAG, KABID)
SURAT = {
    "nomor": "000.8.6.3/412/BAPPEDA/2026",
    "tanggal": "2026-10-12",
    "kepada": "Bupati Tirtamarta",
    "di": "Tirtasari",
    "naskah": [{"uraian": "Dokumen Pengukuran Kinerja", "keterangan": "Dikirim dengan hormat"}],
}
RAPAT = {
    "undangan": {
        "nomor": "000.8.6.3/398/BAPPEDA/2026",
        "tanggal": "2026-10-02",
        "hal": "Rapat pembahasan",
        "tanggal_rapat": "2026-10-05",
        "waktu": "09.00 WIB",
        "tempat": "Ruang Rapat Utama",
        "agenda": ["Pembahasan"],
        "diundang": ["Kepala Bidang A"],
    },
    "daftar_hadir": [
        {"nama": KEPALA["nama"], "jabatan": "Kepala Badan"},
        {"nama": KABID["nama"], "jabatan": "Kepala Bidang A", "hadir": "tidak"},
    ],
    "notulen": {
        "pimpinan": KEPALA["nama"],
        "notulis": KASUBBAG["nama"],
        "keputusan": [{"uraian": "Data dilengkapi", "pic": "Kepala Bidang A", "batas_waktu": "2026-10-30"}],
    },
}
TEKS = f"v1:{0:064x}"
"""A sidik of some text."""
CATATAN: dict[int, tuple[str, dict[str, Any]]] = {
    1: ("disposisi", {"oleh": KEPALA["nama"], "kepada": ["Kasubbag"], "instruksi": ["Susun"], "selesai": "2026-10-01"}),
    2: ("kompilasi", {"oleh": KASUBBAG["nama"], "mulai": "2026-10-02 08.00", "selesai": "2026-10-02 14.15"}),
    3: ("undangan", {"oleh": SEKRETARIS["nama"], "rekapitulasi": "2026-10-02", "selesai": "2026-10-02"}),
    4: ("rapat", {"oleh": KEPALA["nama"], "mulai": "2026-10-05 09.00", "selesai": "2026-10-05 11.30"}),
    5: ("notulen", {"oleh": KASUBBAG["nama"], "selesai": "2026-10-05"}),
    6: ("penyusunan", {"oleh": KASUBBAG["nama"], "mulai": "2026-10-06", "selesai": "2026-10-06"}),
    8: ("pemeriksaan", {"oleh": SEKRETARIS["nama"], "mulai": "2026-10-08 09.00", "selesai": "2026-10-08 09.45"}),
    9: (
        "penandatanganan",
        {"oleh": KEPALA["nama"], "selesai": "2026-10-09", "asli_basah": {"lokasi": "Rak 1"}, "sidik_teks": TEKS},
    ),
    10: ("penyerahan", {"oleh": SEKRETARIS["nama"], "selesai": "2026-10-09"}),
    11: (
        "pengarsipan",
        {
            "oleh": KASUBBAG["nama"],
            "selesai": "2026-10-12",
            "arsip": {"nomor": "1", "lokasi": "Rak 1", "tanggal": "2026-10-12"},
        },
    ),
}
"""The record of every step but the 7th, of the officials above."""


def berkas(
    *pejabat: Mapping[str, Any],
    badan: Mapping[str, Any] | None = None,
    surat: Mapping[str, Any] | None = None,
    langkah: Mapping[str, Any] | None = None,
    tw: int = 3,
    **ganti: Any,
) -> Berkas:
    """Inputs of TW `tw` 2026 of an agency with these officials and these letters."""
    asal = contoh.badan(pejabat=list(pejabat))
    asal["badan"] = asal["badan"] | {"nama": "Badan Contoh", "tempat": "Tirtasari", "alamat": "Jalan Merdeka 1"}
    asal["badan"] |= badan or {}
    return contoh.berkas(
        [contoh.indikator(tw=("10", "10", "10", "10"), tahun="10")],
        [{"1": "9"}] * tw,
        badan_=asal,
        surat=surat,
        langkah=langkah,
        **ganti,
    )


def sampai(no: int, *pejabat: Mapping[str, Any], ganti: Mapping[str, Any] = {}, **lain: Any) -> Berkas:
    """Inputs whose steps 1 to `no` of the SOP are done; `ganti` replaces or adds records of langkah.yaml."""
    langkah = {kunci: dict(catatan) for n, (kunci, catatan) in CATATAN.items() if n <= no} | dict(ganti)
    rapat = dict(list(RAPAT.items())[: max(no - 2, 0)])
    putaran = {"hasil": "sesuai", "validator": KABID["nama"], "tanggal": "2026-10-07"}
    validasi = {"unit": "a", "validasi": [{"kode": "1", "putaran": [putaran]}]}
    isi: dict[str, Any] = {"rapat": {3: rapat}, "surat": SURAT if no >= 11 else None}
    isi |= {"validasi": {3: validasi}} if no >= 7 else {}
    isi |= lain

    def dibuat() -> Berkas:
        return berkas(*(pejabat or PEJABAT), langkah=langkah, **isi)

    for satu in isi.get("validasi", {}).get(3, {}).get("validasi", ()):
        satu["putaran"][-1].setdefault("sidik", sidik.sidik(sidik.polos(sidik.nilai_validasi(dibuat(), satu["kode"]))))
    for n, kunci in ((8, "pemeriksaan"), (9, "penandatanganan")):
        if kunci in langkah:
            hari = date.fromisoformat(langkah[kunci]["selesai"][:10])
            langkah[kunci].setdefault("sidik", sidik.sidik(sidik.polos(sidik.nilai_naskah(dibuat(), hari, n))))
    return dibuat()


def bahan(isi: Berkas, *peringatan: Problem) -> Bahan:
    """What a document of those inputs is made from."""
    return Bahan(isi, ukur(isi), peringatan, status(isi))


def ukuran(isi: Berkas) -> Pengukuran:
    """What those inputs measure."""
    return ukur(isi)
