"""An agency with officials and its short documents, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
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
SURAT = {
    "nomor": "000.8.6.3/412/BAPPEDA/2026",
    "tanggal": "2026-10-12",
    "kepada": "Bupati Tirtamarta",
    "di": "Tirtasari",
    "naskah": [{"uraian": "Dokumen Pengukuran Kinerja", "keterangan": "Dikirim dengan hormat"}],
}


def berkas(
    *pejabat: Mapping[str, Any],
    badan: Mapping[str, Any] | None = None,
    surat: Mapping[str, Any] | None = None,
    pengesahan: Mapping[str, Any] | None = None,
    tw: int = 3,
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
        pengesahan=pengesahan,
    )


def ukuran(isi: Berkas) -> Pengukuran:
    """What those inputs measure."""
    return ukur(isi)
