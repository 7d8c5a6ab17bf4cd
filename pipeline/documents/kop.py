"""The agency as it heads a letter; it refuses to know how the kop is set."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.domain.model import Badan
from pipeline.media import Image

LEBAR_LOGO, TINGGI_LOGO = 22.0, 26.0
"""Largest size of the logo, millimetres."""


@dataclass(frozen=True, slots=True)
class Kop:
    """The lines of a kop surat; `telepon` and `surel` are empty and `logo` is None where the agency has none."""

    pemerintah: str
    badan: str
    alamat: str
    telepon: str
    surel: str
    logo: Image | None


def kop(badan: Badan) -> Kop:
    """The kop surat of an agency."""
    return Kop(
        pemerintah=badan.pemerintah,
        badan=badan.nama,
        alamat=_alamat(badan),
        telepon=f"Telepon {badan.telepon}" if badan.telepon else "",
        surel=", ".join(f"{n} {isi}" for n, isi in (("Laman", badan.laman), ("Surel", badan.surel)) if isi),
        logo=logo(badan),
    )


def logo(badan: Badan) -> Image | None:
    """The emblem on letters and covers."""
    if badan.logo is None:
        return None
    return Image(f"data/{badan.logo}", LEBAR_LOGO, TINGGI_LOGO, f"Lambang {badan.pemerintah}")


def _alamat(badan: Badan) -> str:
    alamat = badan.alamat
    if badan.tempat.lower() not in alamat.lower():
        alamat += f", {badan.tempat}"
    if badan.kode_pos and badan.kode_pos not in alamat:
        alamat += f" {badan.kode_pos}"
    return alamat
