"""The lembar disposisi (SOP step 1): the order to make the document; it refuses to invent an agenda number or a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import TITIK_TITIK, tanggal, triwulan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan_naskah
from pipeline.domain.model import CatatanDisposisi

RUANG_DAFTAR = (TITIK_TITIK,) * 3
"""Lines to write on where nobody and nothing is named yet."""


@dataclass(frozen=True, slots=True)
class LembarDisposisiKonteks:
    """The fields of lembar-disposisi.docx; dots stand for what is not there yet, the form leaves room for `catatan`."""

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    triwulan: Annotated[str, Arti("Triwulan yang diukur, seperti “Triwulan III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    nomor_agenda: Annotated[str, Arti("Nomor agenda lembar disposisi")]
    tanggal: Annotated[str, Arti("Tanggal disposisi diberikan")]
    sifat: Annotated[str, Arti("Sifat disposisi, seperti “Segera”")]
    hal: Annotated[str, Arti("Hal yang didisposisikan")]
    kepada: Annotated[tuple[str, ...], Arti("Penerima disposisi, satu baris setiap pejabat")]
    instruksi: Annotated[tuple[str, ...], Arti("Isi disposisi, satu baris setiap perintah")]
    batas_waktu: Annotated[str, Arti("Batas waktu penyelesaian")]
    catatan: Annotated[str, Arti("Catatan pada disposisi", boleh_kosong=True)]
    kepala: Annotated[PenandaTangan, Arti("Penanda tangan: Kepala Badan")]


def konteks(bahan: Bahan) -> LembarDisposisiKonteks:
    """The form of the period, signed by the Kepala Badan of the day it was given."""
    berkas = bahan.berkas
    catatan = berkas.kini.catatan.disposisi
    isi = catatan or CatatanDisposisi()
    hari = bahan.tanggal(1)
    nama_triwulan, tahun = triwulan(berkas.periode.tw), str(berkas.periode.tahun)
    return LembarDisposisiKonteks(
        kop=kop(berkas.badan.isi.badan),
        triwulan=nama_triwulan,
        tahun=tahun,
        nomor_agenda=isi.nomor_agenda or TITIK_TITIK,
        tanggal=tanggal(hari) if hari else TITIK_TITIK,
        sifat=isi.sifat if catatan else TITIK_TITIK,
        hal=f"Penyusunan Dokumen Pengukuran Kinerja {nama_triwulan} Tahun {tahun}",
        kepada=isi.kepada or RUANG_DAFTAR,
        instruksi=isi.instruksi or RUANG_DAFTAR,
        batas_waktu=tanggal(isi.batas_waktu) if isi.batas_waktu else TITIK_TITIK,
        catatan=isi.catatan or "",
        kepala=penanda_tangan_naskah(bahan, 1),
    )
