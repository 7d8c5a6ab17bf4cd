"""The lembar pengesahan (SOP steps 6, 8 and 9): who composed, examined and approved; it refuses to sign for anyone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import kalimat, tanggal, triwulan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan_naskah, tempat_tanggal
from pipeline.domain.model import CatatanPenandatanganan


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """One of the three signatures."""

    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal penandatanganan")]
    pejabat: Annotated[PenandaTangan, Arti("Pejabat yang menandatangani")]


@dataclass(frozen=True, slots=True)
class LembarPengesahanKonteks:
    """The fields of lembar-pengesahan.docx."""

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    triwulan: Annotated[str, Arti("Triwulan yang diukur, seperti “Triwulan III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    revisi: Annotated[str, Arti("Kalimat nomor, tanggal, dan alasan revisi", boleh_kosong=True)]
    disusun: Annotated[TandaTangan, Arti("Tanda tangan penyusun: Kasubbag")]
    diperiksa: Annotated[TandaTangan, Arti("Tanda tangan pemeriksa: Sekretaris")]
    disahkan: Annotated[TandaTangan, Arti("Tanda tangan yang mengesahkan: Kepala Badan")]


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
