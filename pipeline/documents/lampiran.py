"""A page for one attached picture: its title and the picture as large as fits; it refuses to open the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.domain.model import Lampiran
from pipeline.media import Image

KUNCI = "lampiran"
LEBAR, TINGGI = 160.0, 205.0
"""Room for the picture on the smallest page (A4 with the house margins), millimetres."""


@dataclass(frozen=True, slots=True)
class LampiranKonteks:
    """The fields of lampiran.docx."""

    judul: Annotated[str, Arti("Judul lampiran")]
    gambar: Annotated[Image, Arti("Gambar yang dilampirkan")]


def konteks(lampiran: Lampiran) -> LampiranKonteks:
    """The page of a PNG or JPEG lampiran."""
    return LampiranKonteks(lampiran.judul, Image(f"data/{lampiran.berkas}", LEBAR, TINGGI, lampiran.judul))
