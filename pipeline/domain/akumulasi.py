"""What a typed number means: the value that counts in a quarter, and target and realisasi s.d. the period.

It refuses to know formulas, caps and what is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pipeline.domain.anggaran import berkas_unit
from pipeline.domain.berlaku import IndikatorBerlaku, indikator_berlaku
from pipeline.domain.model import (
    Berkas,
    Indikator,
    IsianRealisasi,
    Koreksi,
    Pecahan,
    Rentang,
    Triwulan,
)
from pipeline.domain.periode import Periode
from pipeline.problems import Path


@dataclass(frozen=True, slots=True)
class NilaiTriwulan:
    """What counts for one indikator in one quarter, after the meeting's koreksi; all None where nothing is typed."""

    nilai: Decimal | str | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    isian: IsianRealisasi | None = None
    koreksi: Koreksi | None = None
    jalur: Path | None = None

    @property
    def ada(self) -> bool:
        return self.nilai is not None or (self.pembilang is not None and self.penyebut is not None)


@dataclass(frozen=True, slots=True)
class SampaiDengan:
    """Target and realisasi of an indikator s.d. the period: typed numbers and their sums as Decimal, a ratio exact."""

    target: Decimal | str | Rentang | None
    realisasi: Decimal | Fraction | str | None
    pembilang: Decimal | None
    penyebut: Decimal | None
    belum: tuple[str, ...]
    belum_dahulu: tuple[str, ...]
    sumber: tuple[Path, ...]


def nilai_triwulan(triwulan: Triwulan, kode: str) -> NilaiTriwulan:
    """What counts for an indikator in one quarter: the typed value, or the meeting's correction of it."""
    for file in triwulan.realisasi:
        for i, isian in enumerate(file.isi.realisasi):
            if isian.kode == kode:
                return _dikoreksi(triwulan, isian, (file.berkas, "realisasi", i))
    return NilaiTriwulan()


def _dikoreksi(triwulan: Triwulan, isian: IsianRealisasi, jalur: Path) -> NilaiTriwulan:
    jalur_nilai: Path = (*jalur, "realisasi" if isian.realisasi is not None or isian.pembilang is None else "pembilang")
    asli = NilaiTriwulan(isian.realisasi, isian.pembilang, isian.penyebut, isian, None, jalur_nilai)
    if triwulan.rapat is None:
        return asli
    for i, koreksi in enumerate(triwulan.rapat.isi.koreksi):
        if koreksi.kode == isian.kode:
            di_rapat: Path = (triwulan.rapat.berkas, "koreksi", i, "menjadi")
            if isinstance(koreksi.menjadi, Pecahan):
                pecahan = koreksi.menjadi
                return NilaiTriwulan(None, pecahan.pembilang, pecahan.penyebut, isian, koreksi, di_rapat)
            return NilaiTriwulan(koreksi.menjadi, None, None, isian, koreksi, di_rapat)
    return asli


def pengali(indikator: Indikator) -> Decimal:
    """By what a ratio is multiplied: given, else 100 for a percentage, else 1."""
    return indikator.pengali if indikator.pengali is not None else Decimal(100 if indikator.persen else 1)


def triwulan_tahun_ini(berkas: Berkas) -> tuple[Triwulan, ...]:
    """The quarters of the period's year, in order."""
    return tuple(t for t in berkas.triwulan if t.periode.tahun == berkas.periode.tahun)


def sampai_dengan(berkas: Berkas, berlaku: IndikatorBerlaku) -> SampaiDengan:
    indikator = berlaku.indikator
    nilai = {t.periode.tw: nilai_triwulan(t, indikator.kode) for t in triwulan_tahun_ini(berkas)}
    tw = berkas.periode.tw
    semua = [(k, indikator.target.pada(k), nilai.get(k, NilaiTriwulan())) for k in range(1, tw + 1)]
    tertunggak = tuple(_berkas_isian(berkas, k, n, indikator) for k, t, n in semua if t is not None and not n.ada)
    if indikator.akumulasi == "jumlah":
        return _jumlah(indikator, semua, tertunggak)
    kini = semua[-1]
    belum = tertunggak[-1:] if kini[1] is not None and not kini[2].ada else ()
    dipakai = kini[2]
    if not dipakai.ada and kini[1] is None:
        # Carried from the latest quarter that has or owes a value, so that a gap never hides behind an older number.
        dipakai = next((n for _, target, n in reversed(semua) if n.ada or target is not None), dipakai)
    return SampaiDengan(
        target=kini[1],
        realisasi=nilai_sendiri(dipakai, indikator),
        pembilang=dipakai.pembilang,
        penyebut=dipakai.penyebut,
        belum=belum,
        belum_dahulu=tertunggak,
        sumber=(dipakai.jalur,) if dipakai.jalur else (),
    )


def _berkas_isian(berkas: Berkas, tw: int, nilai: NilaiTriwulan, indikator: Indikator) -> str:
    """Where the value of quarter `tw` is owed: the file of the unit that was responsible then."""
    if nilai.jalur is not None:
        return str(nilai.jalur[0])
    periode = Periode(berkas.periode.tahun, tw)
    dulu = berkas.pada(periode)
    pemilik = next(b.indikator.penanggung_jawab for b in indikator_berlaku(dulu) if b.indikator.kode == indikator.kode)
    if dulu.triwulan and dulu.kini.periode == periode:
        return berkas_unit(dulu, pemilik)
    return f"data/{periode.tahun}/tw{tw}/realisasi/{pemilik}.yaml"


def _jumlah(
    indikator: Indikator,
    semua: Sequence[tuple[int, Decimal | str | Rentang | None, NilaiTriwulan]],
    belum: tuple[str, ...],
) -> SampaiDengan:
    """Amounts are added; of a ratio the parts, and the latest target is its level. Never a partial sum."""
    terisi = [n for _, _, n in semua if n.ada and not belum]
    sumber = tuple(n.jalur for _, _, n in semua if n.jalur)
    if indikator.pecahan:
        pembilang = sum((n.pembilang for n in terisi if n.pembilang is not None), Decimal(0)) if terisi else None
        penyebut = sum((n.penyebut for n in terisi if n.penyebut is not None), Decimal(0)) if terisi else None
        rasio = _bagi(pembilang, penyebut, indikator)
        taraf = next((target for _, target, _ in reversed(semua) if target is not None), None)
        return SampaiDengan(taraf, rasio, pembilang, penyebut, belum, belum, sumber)
    angka = [n.nilai for n in terisi if isinstance(n.nilai, Decimal)]
    realisasi = sum(angka, Decimal(0)) if angka else None
    return SampaiDengan(_jumlah_target([t for _, t, _ in semua]), realisasi, None, None, belum, belum, sumber)


def _jumlah_target(target: Sequence[Decimal | str | Rentang | None]) -> Decimal | Rentang | None:
    rentang = [t for t in target if isinstance(t, Rentang)]
    if rentang:
        return Rentang(min=sum((r.min for r in rentang), Decimal(0)), max=sum((r.max for r in rentang), Decimal(0)))
    angka = [t for t in target if isinstance(t, Decimal)]
    return sum(angka, Decimal(0)) if angka else None


def nilai_sendiri(nilai: NilaiTriwulan, indikator: Indikator) -> Decimal | Fraction | str | None:
    """The quarter's own value: a typed number or label as it is, a ratio as an exact fraction."""
    return nilai.nilai if nilai.nilai is not None else _bagi(nilai.pembilang, nilai.penyebut, indikator)


def _bagi(pembilang: Decimal | None, penyebut: Decimal | None, indikator: Indikator) -> Fraction | None:
    if pembilang is None or not penyebut:
        return None
    return Fraction(pembilang) / Fraction(penyebut) * Fraction(pengali(indikator))
