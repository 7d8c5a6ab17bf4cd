"""`ukur`: all inputs of a period → its measurement. Total: faulty references are left to `periksa`, never a crash.

Source: SOP Pengukuran Kinerja steps 2 and 6. Targets and realisasi are s.d. the period; what is printed is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pipeline.domain.anggaran import berkas_unit, efisiensi, serapan_dari, ukur_anggaran
from pipeline.domain.berlaku import IndikatorBerlaku, indikator_berlaku, kebijakan_pada, skala_label, skala_pada
from pipeline.domain.hasil import (
    Capaian,
    Dikecualikan,
    HasilIndikator,
    HasilSasaran,
    Keadaan,
    Nilai,
    Pengukuran,
    Rerata,
)
from pipeline.domain.model import (
    Berkas,
    Indikator,
    IsianRealisasi,
    Kebijakan,
    Koreksi,
    Pecahan,
    Pembulatan,
    Rentang,
    SkalaLabel,
    SkalaPredikat,
    Triwulan,
)
from pipeline.domain.rumus import RATA_RATA, RUMUS, bulatkan
from pipeline.domain.skala import predikat
from pipeline.problems import Path

CATATAN_TANPA_TARGET_TW = "tidak ada target sampai dengan triwulan ini"
CATATAN_TANPA_TARGET_TAHUN = "tidak ada target tahun"
CATATAN_TW_IV = "dihitung pada Triwulan IV"
CATATAN_BELUM_DIUKUR = "belum ada realisasi sampai dengan triwulan ini"
CATATAN_PENYEBUT_NOL = "penyebut 0"
CATATAN_TARGET_NOL = "target 0"
CATATAN_TARGET_NEGATIF = "target negatif"
CATATAN_LABEL = "label tidak ada dalam skala"


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
class _SampaiDengan:
    """Target and realisasi of an indikator s.d. the period, before rounding."""

    target: Decimal | str | Rentang | None
    realisasi: Fraction | str | None
    pembilang: Decimal | None
    penyebut: Decimal | None
    belum: tuple[str, ...]
    belum_dahulu: tuple[str, ...]
    sumber: tuple[Path, ...]


def ukur(berkas: Berkas) -> Pengukuran:
    """Measure a period: per indikator, per sasaran, for the agency, and its budget."""
    kebijakan = kebijakan_pada(berkas.badan.isi, berkas.periode.hari_terakhir)
    skala = skala_pada(berkas.badan.isi, berkas.periode.hari_terakhir)
    hasil = tuple(_ukur_indikator(berkas, b, kebijakan, skala) for b in indikator_berlaku(berkas))
    tw = _rerata(hasil, [h.capaian_tw for h in hasil], kebijakan, skala)
    tahun = _rerata(hasil, [h.capaian_tahun for h in hasil], kebijakan, skala)
    total = serapan_dari(berkas, kebijakan.pembulatan)
    assert total is not None  # noqa: S101 - without a sasaran there is always a sum
    return Pengukuran(
        periode=berkas.periode,
        kebijakan=kebijakan,
        indikator=hasil,
        sasaran=_per_sasaran(berkas, hasil, kebijakan, skala),
        capaian_tw=tw,
        capaian_tahun=tahun,
        anggaran=ukur_anggaran(berkas, kebijakan.pembulatan),
        total_anggaran=total,
        efisiensi=efisiensi(total, tw, tahun),
    )


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


def nama_rumus(indikator: Indikator, kebijakan: Kebijakan) -> str:
    """The key in RUMUS that measures this indikator."""
    if indikator.jenis_target == "rentang":
        return f"rentang {indikator.arah}"
    if indikator.arah == "turun":
        return indikator.rumus or kebijakan.rumus_turun
    return "R/T"


def pengali(indikator: Indikator) -> Decimal:
    """By what a ratio is multiplied: given, else 100 for a percentage, else 1."""
    return indikator.pengali if indikator.pengali is not None else Decimal(100 if indikator.persen else 1)


def triwulan_tahun_ini(berkas: Berkas) -> tuple[Triwulan, ...]:
    """The quarters of the period's year, in order."""
    return tuple(t for t in berkas.triwulan if t.periode.tahun == berkas.periode.tahun)


def _ukur_indikator(
    berkas: Berkas, berlaku: IndikatorBerlaku, kebijakan: Kebijakan, skala: SkalaPredikat | None
) -> HasilIndikator:
    indikator = berlaku.indikator
    label = skala_label(berkas.badan.isi, indikator.skala_label)
    sd = _sampai_dengan(berkas, berlaku)
    kini = nilai_triwulan(berkas.kini, indikator.kode)
    realisasi = _tercetak(sd.realisasi, indikator, kebijakan.pembulatan)
    target_tw = _tercetak(sd.target, indikator, kebijakan.pembulatan)
    target_tahun = _tercetak(indikator.target.tahun, indikator, kebijakan.pembulatan)
    hitung = _Penghitung(indikator, kebijakan, skala, label)
    return HasilIndikator(
        sasaran=berlaku.sasaran,
        indikator=indikator,
        jalur=berlaku.jalur,
        target_tw=target_tw,
        target_tahun=target_tahun,
        realisasi=realisasi,
        target_triwulan=_tercetak(indikator.target.pada(berkas.periode.tw), indikator, kebijakan.pembulatan),
        realisasi_triwulan=_tercetak(_nilai_sendiri(kini, indikator), indikator, kebijakan.pembulatan),
        capaian_tw=_capaian_tw(sd, target_tw, realisasi, hitung),
        capaian_tahun=_capaian_tahun(sd, target_tahun, realisasi, hitung, berkas.periode.tw),
        rumus=nama_rumus(indikator, kebijakan),
        pembilang=sd.pembilang,
        penyebut=sd.penyebut,
        pengali=pengali(indikator) if indikator.pecahan else None,
        isian=kini.isian,
        koreksi=kini.koreksi,
        belum=sd.belum,
        sumber=(berlaku.jalur_target, *sd.sumber),
    )


def _sampai_dengan(berkas: Berkas, berlaku: IndikatorBerlaku) -> _SampaiDengan:
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
        dipakai = next((n for _, _, n in reversed(semua) if n.ada), dipakai)
    return _SampaiDengan(
        target=kini[1],
        realisasi=_nilai_sendiri(dipakai, indikator),
        pembilang=dipakai.pembilang,
        penyebut=dipakai.penyebut,
        belum=belum,
        belum_dahulu=tertunggak,
        sumber=(dipakai.jalur,) if dipakai.jalur else (),
    )


def _berkas_isian(berkas: Berkas, tw: int, nilai: NilaiTriwulan, indikator: Indikator) -> str:
    if nilai.jalur is not None:
        return str(nilai.jalur[0])
    for triwulan in triwulan_tahun_ini(berkas):
        if triwulan.periode.tw == tw:
            return berkas_unit(berkas.pada(triwulan.periode), indikator.penanggung_jawab)
    return f"data/{berkas.periode.tahun}/tw{tw}/realisasi/{indikator.penanggung_jawab}.yaml"


def _jumlah(
    indikator: Indikator,
    semua: Sequence[tuple[int, Decimal | str | Rentang | None, NilaiTriwulan]],
    belum: tuple[str, ...],
) -> _SampaiDengan:
    """Amounts are added; of a ratio the parts are added and the targets are levels (domain: akumulasi jumlah)."""
    terisi = [n for _, _, n in semua if n.ada]
    sumber = tuple(n.jalur for n in terisi if n.jalur)
    if indikator.pecahan:
        pembilang = sum((n.pembilang for n in terisi if n.pembilang is not None), Decimal(0)) if terisi else None
        penyebut = sum((n.penyebut for n in terisi if n.penyebut is not None), Decimal(0)) if terisi else None
        realisasi: Fraction | str | None = _bagi(pembilang, penyebut, indikator)
        return _SampaiDengan(semua[-1][1], realisasi, pembilang, penyebut, belum, belum, sumber)
    angka = [Fraction(n.nilai) for n in terisi if isinstance(n.nilai, Decimal)]
    realisasi = sum(angka, Fraction(0)) if angka else None
    return _SampaiDengan(_jumlah_target([t for _, t, _ in semua]), realisasi, None, None, belum, belum, sumber)


def _jumlah_target(target: Sequence[Decimal | str | Rentang | None]) -> Decimal | Rentang | None:
    rentang = [t for t in target if isinstance(t, Rentang)]
    if rentang:
        return Rentang(min=sum((r.min for r in rentang), Decimal(0)), max=sum((r.max for r in rentang), Decimal(0)))
    angka = [t for t in target if isinstance(t, Decimal)]
    return sum(angka, Decimal(0)) if angka else None


def _nilai_sendiri(nilai: NilaiTriwulan, indikator: Indikator) -> Fraction | str | None:
    if isinstance(nilai.nilai, Decimal):
        return Fraction(nilai.nilai)
    return nilai.nilai if nilai.nilai is not None else _bagi(nilai.pembilang, nilai.penyebut, indikator)


def _bagi(pembilang: Decimal | None, penyebut: Decimal | None, indikator: Indikator) -> Fraction | None:
    if pembilang is None or not penyebut:
        return None
    return Fraction(pembilang) / Fraction(penyebut) * Fraction(pengali(indikator))


def _tercetak(nilai: Decimal | Fraction | str | Rentang | None, indikator: Indikator, pembulatan: Pembulatan) -> Nilai:
    """What is printed is what is measured: numbers at the indikator's desimal."""
    cara = Pembulatan(cara=pembulatan.cara, tempat=indikator.desimal)
    if isinstance(nilai, Rentang):
        return Rentang(min=bulatkan(nilai.min, cara), max=bulatkan(nilai.max, cara))
    return bulatkan(nilai, cara) if isinstance(nilai, Decimal | Fraction) else nilai


@dataclass(frozen=True, slots=True)
class _Penghitung:
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


def _capaian_tw(sd: _SampaiDengan, target: Nilai, realisasi: Nilai, hitung: _Penghitung) -> Capaian:
    if target is None:
        return Capaian(Keadaan.TIDAK_BERLAKU, catatan=CATATAN_TANPA_TARGET_TW)
    if sd.belum:
        return Capaian(Keadaan.BELUM_DIISI, catatan=_belum_di(sd.belum))
    if realisasi is None:
        return Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG, catatan=CATATAN_PENYEBUT_NOL)
    return hitung.capaian(target, realisasi)


def _capaian_tahun(sd: _SampaiDengan, target: Nilai, realisasi: Nilai, hitung: _Penghitung, tw: int) -> Capaian:
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


def _per_sasaran(
    berkas: Berkas, hasil: Sequence[HasilIndikator], kebijakan: Kebijakan, skala: SkalaPredikat | None
) -> tuple[HasilSasaran, ...]:
    semua = []
    for sasaran in berkas.pk.isi.sasaran:
        milik = [h for h in hasil if h.sasaran.kode == sasaran.kode]
        tw = _rerata(milik, [h.capaian_tw for h in milik], kebijakan, skala)
        tahun = _rerata(milik, [h.capaian_tahun for h in milik], kebijakan, skala)
        serapan = serapan_dari(berkas, kebijakan.pembulatan, sasaran.kode)
        semua.append(HasilSasaran(sasaran, tw, tahun, serapan, efisiensi(serapan, tw, tahun)))
    return tuple(semua)


def _rerata(
    hasil: Sequence[HasilIndikator], capaian: Sequence[Capaian], kebijakan: Kebijakan, skala: SkalaPredikat | None
) -> Rerata:
    """A mean of exactly the indikator that are terhitung, from unrounded capped values; a real miss stays in."""
    berpasangan = list(zip(hasil, capaian, strict=True))
    ikut = [(h, c.eksak) for h, c in berpasangan if c.eksak is not None]
    berbobot = bool(hasil) and all(h.indikator.bobot is not None for h in hasil)
    bobot = [Fraction(h.indikator.bobot or 0) if berbobot else Fraction(1) for h, _ in ikut]
    nilai = None
    if sum(bobot, Fraction(0)) > 0:
        nilai = bulatkan(RATA_RATA[kebijakan.rata_rata]([e for _, e in ikut], bobot), kebijakan.pembulatan)
    return Rerata(
        nilai=nilai,
        predikat=predikat(skala, nilai) if skala and nilai is not None else None,
        dihitung=tuple(h.indikator.kode for h, _ in ikut),
        dikecualikan=tuple(
            Dikecualikan(h.indikator.kode, c.keadaan, c.catatan) for h, c in berpasangan if not c.terhitung
        ),
        cara=kebijakan.rata_rata,
        batas=kebijakan.batas if isinstance(kebijakan.batas, Decimal) else None,
        berbobot=berbobot,
    )
