"""Budget: pagu in force, spending s.d. the period, serapan; sum over sum, never means of percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pipeline.domain.berlaku import AnggaranBerlaku, anggaran_berlaku
from pipeline.domain.hasil import BarisAnggaran, Efisiensi, Rerata, Serapan
from pipeline.domain.model import Berkas, IsianAnggaran, Pembulatan
from pipeline.domain.rumus import bulatkan
from pipeline.problems import Path


@dataclass(frozen=True, slots=True)
class _Terisi:
    """A lowest row with what was typed for it."""

    baris: AnggaranBerlaku
    realisasi: Decimal | None
    kas: Decimal | None
    belum: str | None


def isian_anggaran(berkas: Berkas, kode: str) -> tuple[Path, IsianAnggaran] | None:
    """What the period's files say of one budget row, with its path; None where no file names it."""
    for file in berkas.kini.realisasi:
        for i, baris in enumerate(file.isi.anggaran):
            if baris.kode == kode:
                return (file.berkas, "anggaran", i), baris
    return None


def ukur_anggaran(berkas: Berkas, pembulatan: Pembulatan) -> tuple[BarisAnggaran, ...]:
    """Every row of the budget table in the PK's order."""
    semua = anggaran_berlaku(berkas)
    terisi = {b.kode: _isi(berkas, b) for b in semua if b.terendah}
    hasil = []
    for i, baris in enumerate(semua):
        bawahan = [terisi[b.kode] for b in _terendah_di_bawah(semua, i)]
        hasil.append(
            BarisAnggaran(
                kode=baris.kode,
                nama=baris.baris.nama,
                tingkat=baris.tingkat,
                terendah=baris.terendah,
                sasaran=baris.baris.sasaran,
                unit=baris.baris.penanggung_jawab,
                nilai=_satu(bawahan[0], pembulatan) if baris.terendah else _jumlah(bawahan, pembulatan),
                belum=tuple(b.belum for b in bawahan if b.belum),
            )
        )
    return tuple(hasil)


def serapan_dari(berkas: Berkas, pembulatan: Pembulatan, sasaran: str | None = None) -> Serapan | None:
    """The sum over all lowest rows (of one sasaran); None where the sasaran has no row."""
    baris = [
        _isi(berkas, b)
        for b in anggaran_berlaku(berkas)
        if b.terendah and (sasaran is None or b.baris.sasaran == sasaran)
    ]
    return _jumlah(baris, pembulatan) if baris or sasaran is None else None


def serapan_unit(berkas: Berkas, pembulatan: Pembulatan, unit: str | None) -> Serapan:
    """The sum over the lowest rows whose spending a unit reports."""
    terendah = [b for b in anggaran_berlaku(berkas) if b.terendah and b.baris.penanggung_jawab == unit]
    return _jumlah([_isi(berkas, b) for b in terendah], pembulatan)


def efisiensi(serapan: Serapan | None, capaian_tw: Rerata, capaian_tahun: Rerata) -> Efisiensi:
    """capaian_tahun − serapan, or capaian_tw − realisasi/kas where anggaran kas is given; printed minus printed.

    What is still owed does not change the basis; a planned spending of 0 is no basis.
    """
    if serapan is not None and serapan.kas:
        return Efisiensi(_selisih(capaian_tw.nilai, serapan.terhadap_kas), "kas")
    return Efisiensi(_selisih(capaian_tahun.nilai, serapan.serapan if serapan else None), "serapan")


def _selisih(kiri: Decimal | None, kanan: Decimal | None) -> Decimal | None:
    return None if kiri is None or kanan is None else kiri - kanan


def _terendah_di_bawah(semua: Sequence[AnggaranBerlaku], i: int) -> list[AnggaranBerlaku]:
    if semua[i].terendah:
        return [semua[i]]
    bawahan = []
    for baris in semua[i + 1 :]:
        if baris.tingkat <= semua[i].tingkat:
            break
        if baris.terendah:
            bawahan.append(baris)
    return bawahan


def _isi(berkas: Berkas, baris: AnggaranBerlaku) -> _Terisi:
    isian = isian_anggaran(berkas, baris.kode)
    realisasi = isian[1].realisasi if isian else None
    kas = baris.kas.pada(berkas.periode.tw) if baris.kas else None
    belum = None
    if realisasi is None and baris.pagu > 0:
        belum = str(isian[0][0]) if isian else berkas_unit(berkas, baris.baris.penanggung_jawab)
    return _Terisi(baris, realisasi, kas, belum)


def berkas_unit(berkas: Berkas, unit: str | None) -> str:
    """The file in which a unit reports this period, also where it is not there yet."""
    for file in berkas.kini.realisasi:
        if file.isi.unit == unit:
            return file.berkas
    return f"data/{berkas.periode.tahun}/tw{berkas.periode.tw}/realisasi/{unit}.yaml"


def _satu(terisi: _Terisi, pembulatan: Pembulatan) -> Serapan:
    return _serapan(
        terisi.baris.pagu_awal,
        terisi.baris.pagu,
        terisi.realisasi,
        terisi.kas if terisi.baris.pagu else None,
        pembulatan,
    )


def _jumlah(terisi: Sequence[_Terisi], pembulatan: Pembulatan) -> Serapan:
    """Rows with pagu 0 are left out; one spending still owed leaves the sum open, never partial."""
    dihitung = [t for t in terisi if t.baris.pagu > 0]
    realisasi = [t.realisasi for t in dihitung if t.realisasi is not None]
    kas = [t.kas for t in dihitung if t.kas is not None]
    return _serapan(
        sum((t.baris.pagu_awal for t in terisi), Decimal(0)),
        sum((t.baris.pagu for t in dihitung), Decimal(0)),
        sum(realisasi, Decimal(0)) if len(realisasi) == len(dihitung) else None,
        sum(kas, Decimal(0)) if dihitung and len(kas) == len(dihitung) else None,
        pembulatan,
    )


def _serapan(
    pagu_awal: Decimal, pagu: Decimal, realisasi: Decimal | None, kas: Decimal | None, pembulatan: Pembulatan
) -> Serapan:
    return Serapan(
        pagu_awal=pagu_awal,
        pagu=pagu,
        realisasi=realisasi,
        serapan=_persen(realisasi, pagu, pembulatan),
        kas=kas,
        terhadap_kas=_persen(realisasi, kas, pembulatan),
    )


def _persen(bagian: Decimal | None, seluruh: Decimal | None, pembulatan: Pembulatan) -> Decimal | None:
    if bagian is None or not seluruh:
        return None
    return bulatkan(Fraction(bagian) / Fraction(seluruh) * 100, pembulatan)
