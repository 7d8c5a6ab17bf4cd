"""Scales of predikat: which band a printed value falls in, and what makes a scale unusable."""

from __future__ import annotations

from decimal import Decimal

from pipeline.domain.model import SkalaPredikat
from pipeline.problems import Path, Problem


def predikat(skala: SkalaPredikat, nilai: Decimal) -> str:
    """The one predikat of a printed value: the highest band whose `di_atas` it exceeds."""
    for rentang in skala.rentang:
        if rentang.di_atas is None or nilai > rentang.di_atas:
            return rentang.predikat
    return skala.rentang[-1].predikat


def cacat(skala: SkalaPredikat, jalur: Path) -> tuple[Problem, ...]:
    """Gaps, overlaps and bands out of order, each at its line. `jalur` is the scale's own path."""
    temuan: list[Problem] = []
    for i, rentang in enumerate(skala.rentang):
        di_sini = (*jalur, "rentang", i)
        terakhir = i == len(skala.rentang) - 1
        if terakhir and rentang.di_atas is not None:
            temuan.append(Problem("skala-tanpa-dasar", (*di_sini, "di_atas"), {"predikat": rentang.predikat}))
        if not terakhir and rentang.di_atas is None:
            temuan.append(Problem("skala-tanpa-batas-bawah", di_sini, {"predikat": rentang.predikat}))
        if i == 0:
            if rentang.sampai is not None and rentang.di_atas is not None and rentang.sampai <= rentang.di_atas:
                temuan.append(Problem("skala-tidak-urut", (*di_sini, "sampai"), {"predikat": rentang.predikat}))
            continue
        atas = skala.rentang[i - 1].di_atas
        if atas is None:
            continue
        if rentang.di_atas is not None and rentang.di_atas >= atas:
            temuan.append(Problem("skala-tidak-urut", (*di_sini, "di_atas"), {"predikat": rentang.predikat}))
        elif rentang.sampai is not None and rentang.sampai != atas:
            kode = "skala-berlubang" if rentang.sampai < atas else "skala-tumpang-tindih"
            batas = {"sampai": str(rentang.sampai), "di_atas": str(atas), "predikat": rentang.predikat}
            temuan.append(Problem(kode, (*di_sini, "sampai"), batas))
    return tuple(temuan)
