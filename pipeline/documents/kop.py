"""The agency as it heads a letter; it refuses to know how the kop is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.domain.model import Badan
from pipeline.media import Image

LEBAR_LOGO, TINGGI_LOGO = 22.0, 26.0
"""Largest size of the logo, millimetres."""


@dataclass(frozen=True, slots=True)
class Kop:
    """The lines of a kop surat."""

    pemerintah: Annotated[str, Arti("Nama pemerintah daerah")]
    badan: Annotated[str, Arti("Nama lengkap Badan")]
    alamat: Annotated[str, Arti("Alamat kantor dengan kota dan kode pos")]
    telepon: Annotated[str, Arti("Nomor telepon, didahului kata “Telepon”", boleh_kosong=True)]
    surel: Annotated[str, Arti("Laman dan surel, didahului kata “Laman” dan “Surel”", boleh_kosong=True)]
    logo: Annotated[Image | None, Arti("Lambang daerah pada kop")]


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
