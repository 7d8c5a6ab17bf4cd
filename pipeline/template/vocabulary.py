"""What the author of a template may write, field by field; it refuses to know who declares and shows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Jenis(StrEnum):
    """What a field is to the author of a template."""

    TEKS = "teks"
    GAMBAR = "gambar"
    YA_TIDAK = "ya/tidak"
    DAFTAR_TEKS = "daftar teks"
    DAFTAR = "daftar"
    KELOMPOK = "kelompok isian"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `jalur` is its name where it is written, `contoh` what the sample quarter prints there.

    `tag` is what to copy: one tag, or several of which each stands in a paragraph of its own; none for a group that
    no part prints. `satuan` is the unit of a quantity that is printed without it.
    """

    jalur: str
    jenis: Jenis
    boleh_kosong: bool
    arti: str
    satuan: str
    contoh: str
    tag: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Fields that are written at one place: those of a document (`jalur` is ""), of a group, or of a list's rows.

    `gelung` are the tags that begin the loops around that place, the outermost first.
    """

    jalur: str
    gelung: tuple[str, ...]
    isian: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All fields of one template by its key: a document's, or "bagian/…" of a part."""

    kunci: str
    tabel: tuple[FieldTable, ...]


END = "{%p endfor %}"
"""The tag that ends a loop."""


def in_rows(tag: str) -> str:
    """The same tag for a table, where it takes the place of a row."""
    return tag.replace("{%p ", "{%tr ", 1)
