"""Who signs: jabatan, nama, pangkat and NIP as they stand under a letter; it refuses to imitate a signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import TITIK_TITIK, nip, tanggal
from pipeline.domain import wewenang
from pipeline.domain.berlaku import pejabat_pada
from pipeline.domain.model import BerkasBadan, Pejabat, Peran

_JABATAN: dict[Peran, str] = {
    "kepala_badan": "Kepala Badan",
    "sekretaris": "Sekretaris",
    "kasubbag": "Kepala Subbagian",
    "kepala_bidang": "Kepala Bidang",
    "validator": "Validator",
}

RUANG_NAMA = "\N{NO-BREAK SPACE}" * 30
"""Underlined by the template, this is a line to write a name on; dots would be underlined too."""


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """The block under a letter; dots (for the name a line) stand for what is not known."""

    atas_nama: Annotated[str, Arti("Baris “a.n.” di atas jabatan penanda tangan", boleh_kosong=True)]
    jabatan: Annotated[str, Arti("Jabatan dengan huruf kapital, didahului Plt. atau Plh. bila perlu")]
    nama: Annotated[str, Arti("Nama lengkap dengan gelar, atau ruang untuk menulisnya")]
    pangkat: Annotated[str, Arti("Pangkat; pada lembar pengesahan dengan golongan, seperti “Pembina (IV/a)”")]
    nip: Annotated[str, Arti("NIP yang dikelompokkan, didahului “NIP.”")]


def penanda_tangan(
    badan: BerkasBadan, peran: Peran, hari: date, unit: str | None = None, *, golongan: bool = False
) -> PenandaTangan:
    """The official who holds a peran (of a unit) on a day, or an empty block for one to be named."""
    pejabat = pejabat_pada(badan, peran, hari, unit)
    return ruang(_JABATAN[peran]) if pejabat is None else blok(pejabat, golongan=golongan)


def penanda_tangan_naskah(bahan: Bahan, no: int, *, golongan: bool = False) -> PenandaTangan:
    """Who stands on paper for step 1, 6, 8 or 9: whoever did it, before that whoever holds the office."""
    hari = bahan.tanggal(no)
    pejabat = wewenang.penanda_tangan(
        bahan.berkas, no, hari or bahan.berkas.periode.hari_terakhir, tercatat=hari is not None
    )
    return ruang(_JABATAN[_PERAN[no]]) if pejabat is None else blok(pejabat, golongan=golongan)


_PERAN: dict[int, Peran] = {1: "kepala_badan", 6: "kasubbag", 8: "sekretaris", 9: "kepala_badan"}


def ruang(jabatan: str) -> PenandaTangan:
    """Room for an official who is not known yet."""
    return PenandaTangan("", jabatan.upper(), RUANG_NAMA, TITIK_TITIK, f"NIP. {TITIK_TITIK}")


def blok(pejabat: Pejabat, *, golongan: bool = False) -> PenandaTangan:
    """The block of one official; a lembar pengesahan shows golongan beside pangkat, a letter pangkat alone."""
    atas_nama, jabatan = _jabatan(pejabat)
    return PenandaTangan(
        atas_nama=atas_nama,
        jabatan=jabatan,
        nama=pejabat.nama,
        pangkat=f"{pejabat.pangkat} ({pejabat.golongan})" if golongan else pejabat.pangkat,
        nip=f"NIP. {nip(pejabat.nip)}",
    )


def _jabatan(pejabat: Pejabat) -> tuple[str, str]:
    """The line above (a.n. …) and the signer's jabatan; Plt. and Plh. stay small before the capitals."""
    kapital = pejabat.jabatan.upper()
    if pejabat.sebutan == "a.n.":
        return f"a.n. {kapital}", (pejabat.jabatan_definitif or TITIK_TITIK).upper()
    return "", f"{pejabat.sebutan} {kapital}" if pejabat.sebutan else kapital


def tempat_tanggal(tempat: str, hari: date | None) -> str:
    """ "Tirtasari, 15 Oktober 2026", with room for the date where there is none yet."""
    return f"{tempat}, {tanggal(hari) if hari else TITIK_TITIK}"
