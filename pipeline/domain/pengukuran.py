"""`ukur`: all inputs of a period → its measurement. Total: faulty references are left to `periksa`, never a crash.

Source: SOP Pengukuran Kinerja steps 2 and 6. Targets and realisasi are s.d. the period; what is printed is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.domain.akumulasi import nilai_sendiri, nilai_triwulan, pengali, sampai_dengan
from pipeline.domain.anggaran import efisiensi, serapan_dari, ukur_anggaran
from pipeline.domain.berlaku import IndikatorBerlaku, indikator_berlaku, kebijakan_pada, skala_label, skala_pada
from pipeline.domain.capaian import Penghitung, capaian_tahun_dari, capaian_tw_dari, nama_rumus, tercetak
from pipeline.domain.hasil import (
    Capaian,
    Dikecualikan,
    HasilIndikator,
    HasilSasaran,
    Pengukuran,
    Rerata,
)
from pipeline.domain.model import (
    Berkas,
    Kebijakan,
    SkalaPredikat,
)
from pipeline.domain.rumus import RATA_RATA, bulatkan
from pipeline.domain.skala import predikat


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


def _ukur_indikator(
    berkas: Berkas, berlaku: IndikatorBerlaku, kebijakan: Kebijakan, skala: SkalaPredikat | None
) -> HasilIndikator:
    indikator = berlaku.indikator
    label = skala_label(berkas.badan.isi, indikator.skala_label)
    sd = sampai_dengan(berkas, berlaku)
    kini = nilai_triwulan(berkas.kini, indikator.kode)
    realisasi = tercetak(sd.realisasi, indikator, kebijakan.pembulatan)
    target_tw = tercetak(sd.target, indikator, kebijakan.pembulatan)
    target_tahun = tercetak(indikator.target.tahun, indikator, kebijakan.pembulatan)
    hitung = Penghitung(indikator, kebijakan, skala, label)
    return HasilIndikator(
        sasaran=berlaku.sasaran,
        indikator=indikator,
        jalur=berlaku.jalur,
        target_tw=target_tw,
        target_tahun=target_tahun,
        realisasi=realisasi,
        target_triwulan=tercetak(indikator.target.pada(berkas.periode.tw), indikator, kebijakan.pembulatan),
        realisasi_triwulan=tercetak(nilai_sendiri(kini, indikator), indikator, kebijakan.pembulatan),
        capaian_tw=capaian_tw_dari(sd, target_tw, realisasi, hitung),
        capaian_tahun=capaian_tahun_dari(sd, target_tahun, realisasi, hitung, berkas.periode.tw),
        rumus=nama_rumus(indikator, kebijakan),
        pembilang=sd.pembilang,
        penyebut=sd.penyebut,
        pengali=pengali(indikator) if indikator.pecahan else None,
        isian=kini.isian,
        koreksi=kini.koreksi,
        belum=sd.belum,
        sumber=(berlaku.jalur_target, *sd.sumber),
    )


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
