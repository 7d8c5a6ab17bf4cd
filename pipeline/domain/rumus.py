"""How one target and one realisasi become a percentage, how numbers are rounded and averaged; exact fractions only.

It refuses to know where the numbers come from, caps that belong to policy and what a state is called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal
from fractions import Fraction

from pipeline.domain.model import Pembulatan

Sasaran = tuple[Fraction, Fraction]
"""A target as (lower, upper) bound; both are the target itself where it is no range."""

Rumus = Callable[[Sasaran, Fraction, Fraction | None], Fraction | None]
"""(target, realisasi, highest value) → percent before cap and floor, or None where it cannot be computed."""

_TELITI = Context(prec=80)
_ANGKA_PENTING = Context(prec=50)


def naik(target: Sasaran, realisasi: Fraction, tertinggi: Fraction | None = None) -> Fraction | None:
    """R / T × 100; None where T ≤ 0."""
    t = target[0]
    return realisasi / t * 100 if t > 0 else None


def turun_selisih(target: Sasaran, realisasi: Fraction, tertinggi: Fraction | None = None) -> Fraction | None:
    """(2T − R) / T × 100; with T = 0 all or nothing ("pungli 0 → 0" is 100); None where T < 0."""
    t = target[0]
    if t == 0:
        return _semua_atau_nol(realisasi <= 0)
    return (2 * t - realisasi) / t * 100 if t > 0 else None


def turun_nisbah(target: Sasaran, realisasi: Fraction, tertinggi: Fraction | None = None) -> Fraction | None:
    """T / R × 100; R ≤ 0 gives the highest value; T = 0 all or nothing; None where T < 0 or no highest is known."""
    t = target[0]
    if t == 0:
        return _semua_atau_nol(realisasi <= 0)
    if t < 0:
        return None
    return t / realisasi * 100 if realisasi > 0 else tertinggi


def rentang_naik(target: Sasaran, realisasi: Fraction, tertinggi: Fraction | None = None) -> Fraction | None:
    """Inside 100; outside R / nearer bound × 100; beyond a bound of 0 all or nothing; None for a negative bound."""
    return _rentang(target, realisasi, lambda batas: realisasi / batas * 100, atas_lebih_baik=True)


def rentang_turun(target: Sasaran, realisasi: Fraction, tertinggi: Fraction | None = None) -> Fraction | None:
    """Inside 100; outside (2 × nearer bound − R) / bound × 100; a bound of 0 and a negative one as in rentang_naik."""
    return _rentang(target, realisasi, lambda batas: (2 * batas - realisasi) / batas * 100, atas_lebih_baik=False)


def rentang_dalam(target: Sasaran, realisasi: Fraction, tertinggi: Fraction | None = None) -> Fraction | None:
    """Inside 100, outside less on either side, never above 100; 0 beyond a bound of 0; None for a negative bound."""
    bawah, atas = target
    if bawah < 0:
        return None
    if bawah <= realisasi <= atas:
        return Fraction(100)
    batas = bawah if realisasi < bawah else atas
    if batas == 0:
        return Fraction(0)
    return (realisasi if realisasi < bawah else 2 * batas - realisasi) / batas * 100


def _rentang(
    target: Sasaran, realisasi: Fraction, luar: Callable[[Fraction], Fraction], *, atas_lebih_baik: bool
) -> Fraction | None:
    bawah, atas = target
    if bawah < 0:
        return None
    if bawah <= realisasi <= atas:
        return Fraction(100)
    batas = bawah if realisasi < bawah else atas
    if batas == 0:
        return _semua_atau_nol((realisasi > atas) is atas_lebih_baik)
    return luar(batas)


def _semua_atau_nol(baik: bool) -> Fraction:
    return Fraction(100 if baik else 0)


RUMUS: Mapping[str, Rumus] = {
    "R/T": naik,
    "2T-R": turun_selisih,
    "T/R": turun_nisbah,
    "rentang naik": rentang_naik,
    "rentang turun": rentang_turun,
    "rentang dalam": rentang_dalam,
}


def bulatkan(nilai: Fraction | Decimal, pembulatan: Pembulatan) -> Decimal:
    """A number with exactly `pembulatan.tempat` decimals; halves go away from zero, `potong` cuts towards zero."""
    geser = Fraction(nilai) * 10**pembulatan.tempat
    besar = abs(geser) if pembulatan.cara == "potong" else abs(geser) + Fraction(1, 2)
    bulat = besar.numerator // besar.denominator
    angka = tuple(int(d) for d in str(bulat))
    return Decimal((1 if geser < 0 and bulat else 0, angka, -pembulatan.tempat))


def rata_aritmetik(nilai: Sequence[Fraction], bobot: Sequence[Fraction]) -> Fraction:
    """The weighted arithmetic mean; weights are renormalised. At least one value and a positive sum of weights."""
    return sum((n * b for n, b in zip(nilai, bobot, strict=True)), Fraction(0)) / sum(bobot, Fraction(0))


def rata_geometrik(nilai: Sequence[Fraction], bobot: Sequence[Fraction]) -> Fraction:
    """The weighted geometric mean to 50 significant digits; 0 where any value is 0."""
    if any(n <= 0 for n in nilai):
        return Fraction(0)
    jumlah = sum(bobot, Fraction(0))
    log = Decimal(0)
    for n, b in zip(nilai, bobot, strict=True):
        pangkat = _desimal(b / jumlah)
        log = _TELITI.add(log, _TELITI.multiply(pangkat, _TELITI.ln(_desimal(n))))
    return Fraction(_ANGKA_PENTING.plus(_TELITI.exp(log)))


def _desimal(nilai: Fraction) -> Decimal:
    return _TELITI.divide(Decimal(nilai.numerator), Decimal(nilai.denominator))


RATA_RATA: Mapping[str, Callable[[Sequence[Fraction], Sequence[Fraction]], Fraction]] = {
    "aritmetik": rata_aritmetik,
    "geometrik": rata_geometrik,
}
