"""The attendance list (SOP step 4): a form to sign before the meeting, a record of who came after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents.bagian_rapat import baris_hadir, hari_rapat, isi_rapat, nama_rapat
from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import TITIK_TITIK, dengan_terbilang, hari_tanggal, triwulan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan
from pipeline.documents.undangan import pukul
from pipeline.domain.model import Hadirin

PALING_SEDIKIT, CADANGAN = 20, 5
"""Rows of a list that has not been signed yet: at least so many in all, and so many of them empty."""

_RUANG_JUMLAH = f"{TITIK_TITIK} orang"


@dataclass(frozen=True, slots=True)
class BarisTandaTangan:
    """A row to sign in. `nama`, `nip` and `jabatan` are empty in a row that is to be filled in by hand.

    `keterangan` stands in place of the signature of one who did not come, else it is empty; `kiri` says on which side
    of the column the row's number stands, so that signatures do not touch.
    """

    nomor: str
    nama: str
    nip: str
    jabatan: str
    keterangan: str
    kiri: bool


@dataclass(frozen=True, slots=True)
class DaftarHadirKonteks:
    """The fields of daftar-hadir.docx; dots stand for what is not there yet.

    `waktu` begins with "pukul", `jumlah` is "13 (tiga belas) orang" once the meeting was held.
    """

    kop: Kop
    triwulan: str
    tahun: str
    rapat: str
    hari_tanggal: str
    waktu: str
    tempat: str
    baris: tuple[BarisTandaTangan, ...]
    jumlah: str
    kasubbag: PenandaTangan


def konteks(bahan: Bahan) -> DaftarHadirKonteks:
    """The list of the period's meeting, kept by the Kasubbag of that day."""
    berkas = bahan.berkas
    rapat, u, _ = isi_rapat(berkas)
    hari = hari_rapat(bahan)
    tercatat = bahan.status.ke(4).sudah and bool(rapat.daftar_hadir)
    return DaftarHadirKonteks(
        kop=kop(berkas.badan.isi.badan),
        triwulan=triwulan(berkas.periode.tw),
        tahun=str(berkas.periode.tahun),
        rapat=nama_rapat(berkas),
        hari_tanggal=hari_tanggal(hari) if hari else TITIK_TITIK,
        waktu=pukul(u.waktu),
        tempat=u.tempat or TITIK_TITIK,
        baris=tuple(_baris(rapat.daftar_hadir, tercatat=tercatat)),
        jumlah=dengan_terbilang(sum(h.hadir for h in rapat.daftar_hadir), "orang") if tercatat else _RUANG_JUMLAH,
        kasubbag=penanda_tangan(berkas.badan.isi, "kasubbag", hari or berkas.periode.hari_terakhir),
    )


def _baris(hadirin: tuple[Hadirin, ...], *, tercatat: bool) -> Iterator[BarisTandaTangan]:
    for nomor, orang in enumerate(hadirin, 1):
        tercetak = baris_hadir(nomor, orang)
        keterangan = "" if orang.hadir else tercetak.keterangan
        yield BarisTandaTangan(
            f"{nomor}.", tercetak.nama, tercetak.nip, tercetak.jabatan, keterangan, kiri=nomor % 2 == 1
        )
    banyak = 0 if tercatat else max(PALING_SEDIKIT - len(hadirin), CADANGAN)
    for nomor in range(len(hadirin) + 1, len(hadirin) + banyak + 1):
        yield BarisTandaTangan(f"{nomor}.", "", "", "", "", kiri=nomor % 2 == 1)
