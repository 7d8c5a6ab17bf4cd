"""The lembar pengesahan (SOP steps 6, 8 and 9): who composed, examined and approved; it refuses to sign for anyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.documents.bahasa import triwulan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan, tempat_tanggal
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas, Pengesahan, Peran
from pipeline.problems import Problem


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """One of the three signatures: "Tirtasari, 12 Oktober 2026" and who signs."""

    tempat_tanggal: str
    pejabat: PenandaTangan


@dataclass(frozen=True, slots=True)
class LembarPengesahanKonteks:
    """The fields of lembar-pengesahan.docx; `triwulan` is "Triwulan III", `tahun` the year measured."""

    kop: Kop
    triwulan: str
    tahun: str
    disusun: TandaTangan
    diperiksa: TandaTangan
    disahkan: TandaTangan


def konteks(berkas: Berkas, pengukuran: Pengukuran, peringatan: tuple[Problem, ...]) -> LembarPengesahanKonteks:
    """The signature page of the period; room for a date where the step is not done yet."""
    isi = berkas.kini.pengesahan.isi if berkas.kini.pengesahan else Pengesahan()
    return LembarPengesahanKonteks(
        kop=kop(berkas.badan.isi.badan),
        triwulan=triwulan(berkas.periode.tw),
        tahun=str(berkas.periode.tahun),
        disusun=_tanda_tangan(berkas, isi, "kasubbag", isi.disusun),
        diperiksa=_tanda_tangan(berkas, isi, "sekretaris", isi.diperiksa),
        disahkan=_tanda_tangan(berkas, isi, "kepala_badan", isi.disahkan),
    )


def _tanda_tangan(berkas: Berkas, isi: Pengesahan, peran: Peran, hari: date | None) -> TandaTangan:
    """The official of the day it is signed; before that, the one of the period's last day."""
    badan = berkas.badan.isi
    return TandaTangan(
        tempat_tanggal=tempat_tanggal(isi.tempat or badan.badan.tempat, hari),
        pejabat=penanda_tangan(badan, peran, hari or berkas.periode.hari_terakhir),
    )
