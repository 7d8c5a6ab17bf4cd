"""The letter of invitation to the meeting (SOP step 3); it refuses to number or date a letter by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.documents.bagian_rapat import isi_rapat
from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import TITIK_TITIK, hari_tanggal, perincian, tanggal, triwulan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.surat_pengantar import ruang_nomor
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan, tempat_tanggal

PALING_BANYAK = 7
"""So many are named on the letter itself; a longer list goes on a page of its own."""


@dataclass(frozen=True, slots=True)
class UndanganKonteks:
    """The fields of undangan.docx; dots stand for what is not there yet.

    Exactly one of `seorang`, `diundang` and `terlampir` says to whom.
    """

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    badan: Annotated[str, Arti("Nama lengkap Badan")]
    triwulan: Annotated[str, Arti("Triwulan yang diukur, seperti “Triwulan III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal surat")]
    tanggal: Annotated[str, Arti("Tanggal surat")]
    nomor: Annotated[str, Arti("Nomor surat undangan")]
    sifat: Annotated[str, Arti("Sifat surat, seperti “Biasa”")]
    lampiran: Annotated[str, Arti("Lampiran surat, seperti “1 (satu) berkas”")]
    hal: Annotated[str, Arti("Hal surat")]
    seorang: Annotated[str, Arti("Yang diundang bila hanya satu", boleh_kosong=True)]
    diundang: Annotated[tuple[str, ...], Arti("Yang diundang bila beberapa dan muat pada surat", boleh_kosong=True)]
    terlampir: Annotated[
        tuple[str, ...],
        Arti("Yang diundang bila terlalu banyak untuk surat; dicetak pada halaman lampiran", boleh_kosong=True),
    ]
    hari_tanggal: Annotated[str, Arti("Hari dan tanggal rapat, seperti “Selasa, 13 Oktober 2026”")]
    waktu: Annotated[str, Arti("Waktu rapat, didahului kata “pukul”")]
    tempat: Annotated[str, Arti("Tempat rapat")]
    agenda: Annotated[tuple[str, ...], Arti("Agenda rapat, satu baris setiap pokok")]
    pengundang: Annotated[PenandaTangan, Arti("Penanda tangan undangan")]


def konteks(bahan: Bahan) -> UndanganKonteks:
    """The letter of the period, signed by whom its pengundang names on the letter's day."""
    berkas = bahan.berkas
    badan = berkas.badan.isi
    _, u, _ = isi_rapat(berkas)
    hari = u.tanggal or bahan.tanggal(3)
    banyak = len(u.diundang)
    return UndanganKonteks(
        kop=kop(badan.badan),
        badan=badan.badan.nama,
        triwulan=triwulan(berkas.periode.tw),
        tahun=str(berkas.periode.tahun),
        tempat_tanggal=tempat_tanggal(badan.badan.tempat, u.tanggal),
        tanggal=tanggal(u.tanggal) if u.tanggal else TITIK_TITIK,
        nomor=u.nomor or ruang_nomor(badan.badan, berkas.periode),
        sifat=u.sifat,
        lampiran=u.lampiran,
        hal=u.hal or TITIK_TITIK,
        seorang="" if banyak > 1 else (*u.diundang, TITIK_TITIK)[0],
        diundang=u.diundang if 1 < banyak <= PALING_BANYAK else (),
        terlampir=u.diundang if banyak > PALING_BANYAK else (),
        hari_tanggal=hari_tanggal(u.tanggal_rapat) if u.tanggal_rapat else TITIK_TITIK,
        waktu=pukul(u.waktu),
        tempat=u.tempat or TITIK_TITIK,
        agenda=_agenda(u.agenda),
        pengundang=penanda_tangan(badan, u.pengundang, hari or berkas.periode.hari_terakhir),
    )


def pukul(waktu: str | None) -> str:
    """ "pukul 09.00 WIB s.d. selesai" """
    isi = waktu or TITIK_TITIK
    return isi if isi.lower().startswith("pukul") else f"pukul {isi}"


def _agenda(agenda: tuple[str, ...]) -> tuple[str, ...]:
    """One item stands as it was typed, several as a list that ends the sentence."""
    return perincian(agenda) if len(agenda) > 1 else agenda or (TITIK_TITIK,)
