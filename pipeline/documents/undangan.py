"""The letter of invitation to the meeting (SOP step 3); it refuses to number or date a letter by itself."""

from __future__ import annotations

from dataclasses import dataclass

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

    Exactly one of three says to whom: `seorang` (empty unless it is one), `diundang` (numbered on the letter), or
    `terlampir` (a list on the second page). `agenda` has at least one line, `waktu` begins with "pukul".
    """

    kop: Kop
    badan: str
    triwulan: str
    tahun: str
    tempat_tanggal: str
    tanggal: str
    nomor: str
    sifat: str
    lampiran: str
    hal: str
    seorang: str
    diundang: tuple[str, ...]
    terlampir: tuple[str, ...]
    hari_tanggal: str
    waktu: str
    tempat: str
    agenda: tuple[str, ...]
    pengundang: PenandaTangan


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
