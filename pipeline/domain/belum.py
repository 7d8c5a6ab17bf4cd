"""What is simply not there yet: the values that units still owe, and the papers of the later steps; never a problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.akumulasi import sampai_dengan, triwulan_tahun_ini
from pipeline.domain.anggaran import berkas_unit
from pipeline.domain.berlaku import indikator_berlaku
from pipeline.domain.hasil import Keadaan, Pengukuran
from pipeline.domain.model import Berkas


@dataclass(frozen=True, slots=True)
class BelumUnit:
    """What one unit's file of one quarter owes: kode of indikator and of budget rows, of how many that are due."""

    unit: str
    berkas: str
    indikator: tuple[str, ...]
    seluruh_indikator: int
    anggaran: tuple[str, ...]
    seluruh_anggaran: int


@dataclass(frozen=True, slots=True)
class BelumDiisi:
    """What the units owe, quarter by quarter, and the names of the papers that the period's `folder` lacks."""

    unit: tuple[BelumUnit, ...]
    folder: str
    berkas: tuple[str, ...]


def belum_diisi(berkas: Berkas, pengukuran: Pengukuran) -> BelumDiisi:
    """Everything a period still waits for."""
    return BelumDiisi(
        unit=tuple(_semua_unit(berkas, pengukuran)),
        folder=f"data/{berkas.periode.tahun}/tw{berkas.periode.tw}",
        berkas=tuple(_naskah(berkas, pengukuran)),
    )


def _semua_unit(berkas: Berkas, p: Pengukuran) -> Iterator[BelumUnit]:
    ditunggu = _ditunggu(berkas, p)
    for triwulan in triwulan_tahun_ini(berkas):
        dulu = berkas.pada(triwulan.periode)
        jatuh_tempo = [
            b.indikator for b in indikator_berlaku(dulu) if b.indikator.target.pada(triwulan.periode.tw) is not None
        ]
        for unit in berkas.badan.isi.unit:
            file = berkas_unit(dulu, unit.kode)
            indikator = tuple(kode for kode, semua in ditunggu.items() if file in semua)
            anggaran = tuple(b.kode for b in p.anggaran if b.terendah and file in b.belum)
            if indikator or anggaran:
                yield BelumUnit(
                    unit=unit.nama,
                    berkas=file,
                    indikator=indikator,
                    seluruh_indikator=sum(i.penanggung_jawab == unit.kode for i in jatuh_tempo),
                    anggaran=anggaran,
                    seluruh_anggaran=sum(b.terendah and b.unit == unit.kode and b.nilai.pagu > 0 for b in p.anggaran),
                )


def _ditunggu(berkas: Berkas, p: Pengukuran) -> dict[str, tuple[str, ...]]:
    """The files that owe a value of each indikator, also one that only its achievement of the year waits for."""
    dahulu = {b.indikator.kode: sampai_dengan(berkas, b).belum_dahulu for b in indikator_berlaku(berkas)}
    return {
        h.indikator.kode: h.belum
        or (dahulu[h.indikator.kode] if h.capaian_tahun.keadaan is Keadaan.BELUM_DIISI else ())
        for h in p.indikator
    }


def _naskah(berkas: Berkas, p: Pengukuran) -> Iterator[str]:
    """The papers of SOP steps 3–11 in their order; a unit validates where it has an indikator."""
    kini = berkas.kini
    if kini.rapat is None:
        yield "rapat.yaml"
    pemilik = {h.indikator.penanggung_jawab for h in p.indikator}
    ada = {file.isi.unit for file in kini.validasi}
    yield from (f"validasi/{u.kode}.yaml" for u in berkas.badan.isi.unit if u.kode in pemilik - ada)
    if kini.langkah is None:
        yield "langkah.yaml"
    if kini.surat_pengantar is None:
        yield "surat-pengantar.yaml"
