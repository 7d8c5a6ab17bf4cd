"""The lembar pengesahan (SOP steps 6, 8 and 9): who composed, examined and approved; it refuses to sign for anyone."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import kalimat, tanggal, triwulan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan_naskah, tempat_tanggal
from pipeline.domain.model import CatatanPenandatanganan


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """One of the three signatures: "Tirtasari, 12 Oktober 2026" and who signs."""

    tempat_tanggal: str
    pejabat: PenandaTangan


@dataclass(frozen=True, slots=True)
class LembarPengesahanKonteks:
    """The fields of lembar-pengesahan.docx; `triwulan` is "Triwulan III", `tahun` the year measured.

    `revisi` is a sentence about what this naskah replaces, empty for the first.
    """

    kop: Kop
    triwulan: str
    tahun: str
    revisi: str
    disusun: TandaTangan
    diperiksa: TandaTangan
    disahkan: TandaTangan


def konteks(bahan: Bahan) -> LembarPengesahanKonteks:
    """The signature page of the period; room for a date where the step is not done yet."""
    berkas = bahan.berkas
    return LembarPengesahanKonteks(
        kop=kop(berkas.badan.isi.badan),
        triwulan=triwulan(berkas.periode.tw),
        tahun=str(berkas.periode.tahun),
        revisi=kalimat_revisi(bahan),
        disusun=_tanda_tangan(bahan, 6),
        diperiksa=_tanda_tangan(bahan, 8),
        disahkan=_tanda_tangan(bahan, 9),
    )


def kalimat_revisi(bahan: Bahan) -> str:
    """ "Revisi 1 tanggal 3 November 2026, menggantikan naskah yang sudah disahkan. Alasan: …" """
    revisi = bahan.berkas.kini.catatan.revisi
    if revisi is None:
        return ""
    hari = tanggal(revisi.tanggal)
    return f"{bahan.revisi} tanggal {hari}, menggantikan naskah sebelumnya. Alasan: {kalimat(revisi.alasan)}"


def _tanda_tangan(bahan: Bahan, no: int) -> TandaTangan:
    badan = bahan.berkas.badan.isi
    catatan = bahan.berkas.kini.catatan.penandatanganan or CatatanPenandatanganan()
    return TandaTangan(
        tempat_tanggal=tempat_tanggal(catatan.tempat or badan.badan.tempat, bahan.tanggal(no)),
        pejabat=penanda_tangan_naskah(bahan, no, golongan=True),
    )
