"""A small second quarter whose eleven steps are all done, to be broken one place at a time."""

from __future__ import annotations

import copy
from typing import Any

from pipeline.domain import sidik
from pipeline.domain.model import Berkas
from pipeline.domain.sop import StatusSop
from tests.domain import contoh

KEPALA, SEKRETARIS, KASUBBAG, KABID = "Sekar, S.H.", "Raka, M.Si.", "Wening, S.E.", "Bima, S.T."
TEKS = f"v1:{0:064x}"
"""A sidik of some text."""
HARI = {
    "disposisi": "2026-07-01 08.00",
    "kompilasi": "2026-07-02 15.00",
    "undangan": "2026-07-03 09.00",
    "rapat": "2026-07-07 12.00",
    "notulen": "2026-07-08 10.00",
    "penyusunan": "2026-07-09 15.00",
    "pemeriksaan": "2026-07-14 09.00",
    "penandatanganan": "2026-07-15 09.00",
    "penyerahan": "2026-07-15 10.00",
    "pengarsipan": "2026-07-16 09.00",
}
OLEH = dict.fromkeys(HARI, KASUBBAG) | {
    "disposisi": KEPALA,
    "undangan": SEKRETARIS,
    "rapat": KEPALA,
    "pemeriksaan": SEKRETARIS,
    "penandatanganan": KEPALA,
    "penyerahan": SEKRETARIS,
}

Isian = dict[str, Any]


def pejabat(peran: str, nama: str, **ganti: Any) -> Isian:
    return {
        "peran": peran,
        "jabatan": peran,
        "nama": nama,
        "nip": "197003151995031002",
        "pangkat": "Pembina",
        "golongan": "IV/a",
        "berlaku_sejak": "2025-01-01",
        **ganti,
    }


def isian() -> Isian:
    """A second quarter whose eleven steps are all done; two indikator of unit a, one of them not due."""
    catatan: Isian = {kunci: {"oleh": OLEH[kunci], "selesai": selesai} for kunci, selesai in HARI.items()}
    catatan["disposisi"] |= {"kepada": ["Sekretaris"], "instruksi": ["Susun."]}
    catatan["undangan"] |= {"rekapitulasi": "2026-07-03"}
    catatan["penandatanganan"] |= {"asli_basah": {"lokasi": "Map 1"}, "sidik_teks": TEKS}
    catatan["pengarsipan"] |= {"arsip": {"nomor": "1", "lokasi": "Rak 1", "tanggal": "2026-07-16"}}
    putaran = {"hasil": "sesuai", "validator": KABID, "tanggal": "2026-07-10"}
    return {
        "indikator_pk": [
            contoh.indikator("1", tw=("10", "20", "30", "40"), tahun="40"),
            contoh.indikator("2", tw=(None, None, None, "5"), tahun="5"),
        ],
        "realisasi": [{"1": "9"}, {"1": {"realisasi": "19.5", "faktor_pendorong": ["Giat"]}}],
        "badan_": contoh.badan(
            pejabat=[
                pejabat("kepala_badan", KEPALA),
                pejabat("sekretaris", SEKRETARIS, unit="a"),
                pejabat("kasubbag", KASUBBAG, unit="a"),
                pejabat("kepala_bidang", KABID, unit="a"),
                pejabat("kepala_bidang", "Orang Lain", unit="b"),
            ]
        ),
        "rapat": {
            2: {
                "undangan": {
                    "nomor": "005/1",
                    "tanggal": "2026-07-03",
                    "hal": "Undangan Rapat",
                    "tanggal_rapat": "2026-07-07",
                    "waktu": "09.00",
                    "tempat": "Aula",
                    "agenda": ["Pembahasan"],
                    "diundang": ["Kepala Badan"],
                },
                "daftar_hadir": [
                    {"nama": KEPALA, "jabatan": "Kepala"},
                    {"nama": "X", "jabatan": "Y", "hadir": "tidak"},
                ],
                "notulen": {
                    "pimpinan": KEPALA,
                    "notulis": KASUBBAG,
                    "keputusan": [{"uraian": "Lanjut", "pic": "Sekretaris", "batas_waktu": "2026-08-01"}],
                },
            }
        },
        "validasi": {2: {"unit": "a", "validasi": [{"kode": k, "putaran": [dict(putaran)]} for k in ("1", "2")]}},
        "langkah": catatan,
        "surat": {"nomor": "000/1", "tanggal": "2026-07-16", "kepada": "Bupati"},
    }


def berkas(isi: Isian) -> Berkas:
    return contoh.berkas(**isi)


def bersidik(isi: Isian) -> Isian:
    """The same with every approval bound to what stands there now."""
    isi = copy.deepcopy(isi)
    kini = berkas(isi)
    for validasi in isi["validasi"][2]["validasi"]:
        nilai = sidik.nilai_validasi(kini, validasi["kode"])
        for putaran in validasi["putaran"][-1:]:
            putaran["sidik"] = sidik.sidik(sidik.polos(nilai))
    for no, kunci in ((8, "pemeriksaan"), (9, "penandatanganan")):
        catatan = getattr(berkas(isi).kini.catatan, kunci)
        if catatan and catatan.selesai:
            nilai = sidik.nilai_naskah(berkas(isi), catatan.selesai.tanggal, no)
            isi["langkah"][kunci]["sidik"] = sidik.sidik(sidik.polos(nilai))
    return isi


def sah() -> Isian:
    return bersidik(isian())


def keadaan(s: StatusSop) -> str:
    """A letter a step: S selesai, K kedaluwarsa, B berikutnya, M menunggu."""
    return "".join(str(langkah.keadaan)[0].upper() for langkah in s.langkah)
