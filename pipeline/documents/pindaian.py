"""A page that is nothing but one picture: the scan of a signed page; it refuses to open the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.media import Image

KUNCI = "pindaian"
_BIDANG = {"A4": (198.0, 285.0), "F4": (203.0, 318.0)}
"""Room for the picture on each paper with margins of 5 mm, millimetres."""


@dataclass(frozen=True, slots=True)
class PindaianKonteks:
    """The fields of pindaian.docx."""

    judul: Annotated[str, Arti("Judul naskah yang dipindai")]
    gambar: Annotated[Image, Arti("Pindaian naskah yang ditandatangani")]


def konteks(berkas: str, judul: str, kertas: str | None) -> PindaianKonteks:
    """The page of one PNG or JPEG under data/, as large as the paper (None: A4) allows."""
    return PindaianKonteks(judul, Image(f"data/{berkas}", *_BIDANG[kertas or "A4"], judul))
