"""What is not there yet, one line a unit and one for the papers; it refuses to call it a problem."""

from __future__ import annotations

from pipeline.domain.belum import BelumDiisi, BelumUnit
from pipeline.messages import text
from pipeline.show.paint import visible

_MOST = 6
"""As many kode are named; a unit that owes more finds them in its file."""


def value_lines(belum: BelumDiisi, language: str) -> list[str]:
    """A sentence for each file that owes values; empty where none does."""
    return [visible(_unit(each, language)) for each in belum.unit]


def paper_lines(belum: BelumDiisi, language: str) -> list[str]:
    """One sentence for the papers that are missing; empty where all are there."""
    named = ", ".join(belum.berkas)
    return [visible(text("cli.belum.berkas", language, folder=belum.folder, nama=named))] if named else []


def _unit(each: BelumUnit, language: str) -> str:
    parts = []
    if each.indikator:
        named = ", ".join(each.indikator[:_MOST]) + (", …" if len(each.indikator) > _MOST else "")
        counted = {"jumlah": str(len(each.indikator)), "seluruh": str(each.seluruh_indikator)}
        parts.append(text("cli.belum.indikator", language, kode=named, **counted))
    if each.anggaran:
        counted = {"jumlah": str(len(each.anggaran)), "seluruh": str(each.seluruh_anggaran)}
        parts.append(text("cli.belum.anggaran", language, **counted))
    return text("cli.belum.unit", language, unit=each.unit, isi=", ".join(parts), berkas=each.berkas)
