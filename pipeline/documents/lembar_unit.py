"""The lembar pengukuran of one unit (SOP step 6): its own indikator and budget rows; no number is computed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.arti import Arti
from pipeline.documents.bagian_indikator import kalimat_koreksi, sebutan_kosong
from pipeline.documents.bahan import Bahan
from pipeline.documents.baris import BarisHasil
from pipeline.documents.keuangan import realisasi_tercetak
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tabel_kinerja import baris_hasil, catatan_batas
from pipeline.documents.tanda_tangan import PenandaTangan, blok, ruang, tempat_tanggal
from pipeline.domain.anggaran import serapan_unit
from pipeline.domain.berlaku import pejabat_pada
from pipeline.domain.hasil import BarisAnggaran, HasilIndikator
from pipeline.domain.model import BerkasBadan, Peran, TindakLanjut, Unit

_PIMPINAN: tuple[Peran, ...] = ("kepala_bidang", "sekretaris", "kasubbag")
"""Who leads a unit, the first that there is."""


@dataclass(frozen=True, slots=True)
class UraianIndikator:
    """Why an indikator stands where it does; each list has at least one line."""

    kode: Annotated[str, Arti("Kode indikator")]
    indikator: Annotated[str, Arti("Nama indikator")]
    koreksi: Annotated[str, Arti("Kalimat koreksi oleh rapat dengan alasannya", boleh_kosong=True)]
    faktor_pendorong: Annotated[tuple[str, ...], Arti("Faktor pendorong menurut unit, atau sebutan bila tidak ada")]
    faktor_penghambat: Annotated[tuple[str, ...], Arti("Faktor penghambat menurut unit, atau sebutan bila tidak ada")]
    tindak_lanjut: Annotated[
        tuple[str, ...], Arti("Tindak lanjut dengan penanggung jawab dan batas waktunya, atau sebutan bila tidak ada")
    ]


@dataclass(frozen=True, slots=True)
class BarisAnggaranUnit:
    """One lowest budget row of the unit; rupiah without sign."""

    kode: Annotated[str, Arti("Kode program, kegiatan, atau sub kegiatan")]
    nama: Annotated[str, Arti("Nama program, kegiatan, atau sub kegiatan")]
    pagu: Annotated[str, Arti("Pagu yang berlaku", satuan="rupiah")]
    realisasi: Annotated[str, Arti("Realisasi anggaran s.d. triwulan", satuan="rupiah")]
    serapan: Annotated[str, Arti("Realisasi terhadap pagu", satuan="persen")]


@dataclass(frozen=True, slots=True)
class AnggaranUnit:
    """The unit's budget rows with their sum, sum over sum."""

    baris: Annotated[tuple[BarisAnggaranUnit, ...], Arti("Baris anggaran terendah unit itu", boleh_kosong=True)]
    pagu: Annotated[str, Arti("Jumlah pagu unit", satuan="rupiah")]
    realisasi: Annotated[str, Arti("Jumlah realisasi anggaran unit s.d. triwulan", satuan="rupiah")]
    serapan: Annotated[str, Arti("Realisasi terhadap pagu unit", satuan="persen")]


@dataclass(frozen=True, slots=True)
class LembarUnitKonteks:
    """The fields of lembar-unit.docx; `tempat_tanggal` has room for the day before step 6 is recorded."""

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    unit: Annotated[str, Arti("Nama unit kerja")]
    periode: Annotated[str, Arti("Triwulan dan tahun yang diukur, seperti “Triwulan III Tahun 2026”")]
    romawi: Annotated[str, Arti("Nomor triwulan dengan angka Romawi, seperti “III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    kalimat: Annotated[str, Arti("Kalimat banyaknya indikator unit yang mencapai target s.d. triwulan")]
    baris: Annotated[tuple[BarisHasil, ...], Arti("Indikator yang menjadi tanggung jawab unit itu", boleh_kosong=True)]
    catatan: Annotated[tuple[str, ...], Arti("Capaian tanpa batas dari setiap indikator bertanda *", boleh_kosong=True)]
    uraian: Annotated[tuple[UraianIndikator, ...], Arti("Faktor dan tindak lanjut setiap indikator", boleh_kosong=True)]
    anggaran: Annotated[AnggaranUnit, Arti("Realisasi anggaran unit itu")]
    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal penyusunan")]
    pejabat: Annotated[PenandaTangan, Arti("Penanda tangan: pimpinan unit")]


def konteks(bahan: Bahan, unit: Unit) -> LembarUnitKonteks:
    """The lembar of one unit, signed by whoever leads it on the day the document was composed."""
    berkas, p = bahan.berkas, bahan.pengukuran
    periode, badan, hari = berkas.periode, berkas.badan.isi, bahan.tanggal(6)
    milik = tuple(h for h in p.indikator if h.indikator.penanggung_jawab == unit.kode)
    tanpa = f"{unit.nama} tidak menjadi penanggung jawab indikator kinerja."
    return LembarUnitKonteks(
        kop=kop(badan.badan),
        unit=unit.nama,
        periode=f"{bahasa.triwulan(periode.tw)} Tahun {periode.tahun}",
        romawi=periode.romawi,
        tahun=str(periode.tahun),
        kalimat=narasi.kalimat_indikator(p, milik) if milik else tanpa,
        baris=tuple(baris_hasil(nomor, h) for nomor, h in enumerate(milik, 1)),
        catatan=tuple(c for h in milik for c in catatan_batas(h)),
        uraian=tuple(_uraian(h) for h in milik),
        anggaran=_anggaran(bahan, unit),
        tempat_tanggal=tempat_tanggal(badan.badan.tempat, hari),
        pejabat=pimpinan(badan, unit, hari or periode.hari_terakhir),
    )


def pimpinan(badan: BerkasBadan, unit: Unit, hari: date) -> PenandaTangan:
    """The head of a unit on a day: its kepala_bidang, else the sekretaris or kasubbag whose unit it is."""
    for peran in _PIMPINAN:
        pejabat = pejabat_pada(badan, peran, hari, unit.kode)
        if pejabat is not None:
            return blok(pejabat)
    return ruang(f"Kepala {unit.nama}")


# --- what stands behind the numbers ------------------------------------------------------------------------------


def _uraian(h: HasilIndikator) -> UraianIndikator:
    isian, (tanpa_faktor, tanpa_tindak_lanjut) = h.isian, sebutan_kosong(h)
    return UraianIndikator(
        kode=h.indikator.kode,
        indikator=h.indikator.nama,
        koreksi=kalimat_koreksi(h.koreksi) if h.koreksi else "",
        faktor_pendorong=_butir(isian.faktor_pendorong if isian else (), tanpa_faktor),
        faktor_penghambat=_butir(isian.faktor_penghambat if isian else (), tanpa_faktor),
        tindak_lanjut=_butir([_tindak_lanjut(t) for t in isian.tindak_lanjut] if isian else (), tanpa_tindak_lanjut),
    )


def _butir(isi: Sequence[str], kosong: str) -> tuple[str, ...]:
    """Several with a dash before each, one as it is, and what stands for none."""
    return tuple(f"– {satu}" for satu in isi) if len(isi) > 1 else tuple(isi) or (kosong,)


def _tindak_lanjut(t: TindakLanjut) -> str:
    """ "Menjadwal ulang uji (Kepala Bidang Mutasi, paling lambat 30 November 2026)." """
    pic = t.pic or f"penanggung jawab {nilai.BELUM_DIISI}"
    batas = f"paling lambat {bahasa.tanggal(t.batas_waktu)}" if t.batas_waktu else f"batas waktu {nilai.BELUM_DIISI}"
    return f"{bahasa.tanpa_titik(t.uraian)} ({pic}; {batas})."


# --- budget ------------------------------------------------------------------------------------------------------


def _anggaran(bahan: Bahan, unit: Unit) -> AnggaranUnit:
    p = bahan.pengukuran
    jumlah = serapan_unit(bahan.berkas, p.kebijakan.pembulatan, unit.kode)
    return AnggaranUnit(
        baris=tuple(_baris_anggaran(p.anggaran, unit)),
        pagu=nilai.rupiah_tabel(jumlah.pagu),
        realisasi=realisasi_tercetak(jumlah),
        serapan=nilai.angka_atau(jumlah.serapan),
    )


def _baris_anggaran(semua: tuple[BarisAnggaran, ...], unit: Unit) -> Iterator[BarisAnggaranUnit]:
    for b in semua:
        if b.terendah and b.unit == unit.kode:
            pagu, terserap = nilai.rupiah_tabel(b.nilai.pagu), nilai.angka_atau(b.nilai.serapan)
            yield BarisAnggaranUnit(b.kode, b.nama, pagu, realisasi_tercetak(b.nilai), terserap)
