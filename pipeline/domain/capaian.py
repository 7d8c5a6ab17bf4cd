"""From target and realisasi to an achievement with its state: formula, floor, cap, rounding, predikat.

It refuses to know where the two numbers come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from pipeline.domain.akumulasi import (
    SampaiDengan,
)
from pipeline.domain.hasil import Capaian, Keadaan, Nilai
from pipeline.domain.model import (
    Indikator,
    Kebijakan,
    Pembulatan,
    Rentang,
    SkalaLabel,
    SkalaPredikat,
)
from pipeline.domain.rumus import RUMUS, bulatkan
from pipeline.domain.skala import predikat

_UTUH = Context(prec=60)

CATATAN_TANPA_TARGET_TW = "tidak ada target sampai dengan triwulan ini"
CATATAN_TANPA_TARGET_TAHUN = "tidak ada target tahun"
CATATAN_TW_IV = "dihitung pada Triwulan IV"
CATATAN_BELUM_DIUKUR = "belum ada realisasi sampai dengan triwulan ini"
CATATAN_PENYEBUT_NOL = "penyebut 0"
CATATAN_TARGET_NOL = "target 0"
CATATAN_TARGET_NEGATIF = "target negatif"
CATATAN_LABEL = "label tidak ada dalam skala"


def nama_rumus(indikator: Indikator, kebijakan: Kebijakan) -> str:
    """The key in RUMUS that measures this indikator."""
    if indikator.jenis_target == "rentang":
        return f"rentang {indikator.arah}"
    if indikator.arah == "turun":
        return indikator.rumus or kebijakan.rumus_turun
    return "R/T"


def tercetak(nilai: Decimal | Fraction | str | Rentang | None, indikator: Indikator, pembulatan: Pembulatan) -> Nilai:
    """What is printed is what is measured: a ratio rounded to the indikator's desimal, a typed number as typed.

    A typed number is padded to `desimal` places, but none of its digits is lost: a target of 0.4 never becomes 0.
    """
    if isinstance(nilai, Rentang):
        return Rentang(min=_digenapi(nilai.min, indikator.desimal), max=_digenapi(nilai.max, indikator.desimal))
    if isinstance(nilai, Fraction):
        return bulatkan(nilai, Pembulatan(cara=pembulatan.cara, tempat=indikator.desimal))
    return _digenapi(nilai, indikator.desimal) if isinstance(nilai, Decimal) else nilai


def _digenapi(nilai: Decimal, desimal: int) -> Decimal:
    """The same number with at least `desimal` places and no zero beyond them."""
    polos = _UTUH.plus(nilai)
    tempat = max(desimal, -int(_UTUH.normalize(polos).as_tuple().exponent))
    return _UTUH.quantize(polos, Decimal(1).scaleb(-tempat))


@dataclass(frozen=True, slots=True)
class Penghitung:
    """What turns a printed target and realisasi into a Capaian: formula, cap, rounding and scale of one indikator."""

    indikator: Indikator
    kebijakan: Kebijakan
    skala: SkalaPredikat | None
    label: SkalaLabel | None

    @property
    def batas(self) -> Fraction | None:
        """The cap; without one, `nilai_r_nol` bounds T/R, or R = 0 would score less than a small R."""
        if isinstance(self.kebijakan.batas, Decimal):
            return Fraction(self.kebijakan.batas)
        nol = self.indikator.nilai_r_nol
        return Fraction(nol) if nol is not None and nama_rumus(self.indikator, self.kebijakan) == "T/R" else None

    def capaian(self, target: Nilai, realisasi: Nilai, catatan: str | None = None) -> Capaian:
        skor_target, skor_realisasi = self._angka(target), self._angka(realisasi)
        if skor_target is None or skor_realisasi is None:
            return Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG, catatan=CATATAN_LABEL)
        rumus = RUMUS[nama_rumus(self.indikator, self.kebijakan)]
        mentah = rumus(skor_target, skor_realisasi[0], self.batas)
        if mentah is None:
            alasan = CATATAN_TARGET_NEGATIF if skor_target[0] < 0 else CATATAN_TARGET_NOL
            return Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG, catatan=alasan)
        lantai = max(mentah, Fraction(0))
        eksak = lantai if self.batas is None else min(lantai, self.batas)
        tercetak = bulatkan(eksak, self.kebijakan.pembulatan)
        return Capaian(
            keadaan=Keadaan.TERHITUNG,
            nilai=tercetak,
            tanpa_batas=bulatkan(lantai, self.kebijakan.pembulatan),
            eksak=eksak,
            predikat=predikat(self.skala, tercetak) if self.skala else None,
            catatan=catatan,
        )

    def _angka(self, nilai: Nilai) -> tuple[Fraction, Fraction] | None:
        if isinstance(nilai, Rentang):
            return Fraction(nilai.min), Fraction(nilai.max)
        if isinstance(nilai, str):
            skor = self.label.label.get(nilai) if self.label else None
            return None if skor is None else (Fraction(skor), Fraction(skor))
        return None if nilai is None else (Fraction(nilai), Fraction(nilai))


def capaian_tw_dari(sd: SampaiDengan, target: Nilai, realisasi: Nilai, hitung: Penghitung) -> Capaian:
    if target is None:
        return Capaian(Keadaan.TIDAK_BERLAKU, catatan=CATATAN_TANPA_TARGET_TW)
    if sd.belum:
        return Capaian(Keadaan.BELUM_DIISI, catatan=_belum_di(sd.belum))
    if realisasi is None:
        return Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG, catatan=CATATAN_PENYEBUT_NOL)
    return hitung.capaian(target, realisasi)


def capaian_tahun_dari(sd: SampaiDengan, target: Nilai, realisasi: Nilai, hitung: Penghitung, tw: int) -> Capaian:
    if target is None:
        return Capaian(Keadaan.TIDAK_BERLAKU, catatan=CATATAN_TANPA_TARGET_TAHUN)
    if tw < 4 and _baru_akhir_tahun(hitung.indikator):
        return Capaian(Keadaan.TIDAK_BERLAKU, catatan=CATATAN_TW_IV)
    if sd.belum:
        return Capaian(Keadaan.BELUM_DIISI, catatan=_belum_di(sd.belum))
    if realisasi is None:
        if sd.pembilang is not None:
            return Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG, catatan=CATATAN_PENYEBUT_NOL)
        if sd.belum_dahulu:
            return Capaian(Keadaan.BELUM_DIISI, catatan=_belum_di(sd.belum_dahulu))
        return Capaian(Keadaan.TIDAK_BERLAKU, catatan=CATATAN_BELUM_DIUKUR)
    return hitung.capaian(target, realisasi)


def _baru_akhir_tahun(indikator: Indikator) -> bool:
    """Amounts that may not exceed a yearly ceiling say nothing before the year is over."""
    bertambah = indikator.akumulasi == "kumulatif" or (indikator.akumulasi == "jumlah" and not indikator.pecahan)
    return indikator.arah == "turun" and bertambah


def _belum_di(belum: Sequence[str]) -> str:
    return "belum diisi di " + ", ".join(dict.fromkeys(belum))
