"""The attendance list (SOP step 4): a form to sign before the meeting, a record of who came after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
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
    """A row to sign in, or one that is to be filled in by hand; signatures stand left and right in turn."""

    nomor: Annotated[str, Arti("Nomor urut dengan titik")]
    nama: Annotated[str, Arti("Nama lengkap dengan gelar", boleh_kosong=True)]
    nip: Annotated[str, Arti("NIP yang dikelompokkan, didahului “NIP.”", boleh_kosong=True)]
    jabatan: Annotated[str, Arti("Jabatan, dengan instansi bila dari luar Badan", boleh_kosong=True)]
    keterangan: Annotated[str, Arti("Keterangan bagi yang tidak hadir, sebagai ganti tanda tangan", boleh_kosong=True)]
    kiri: Annotated[bool, Arti("Ya bila nomor pada kolom tanda tangan berdiri di sebelah kiri")]


@dataclass(frozen=True, slots=True)
class DaftarHadirKonteks:
    """The fields of daftar-hadir.docx; dots stand for what is not there yet."""

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    triwulan: Annotated[str, Arti("Triwulan yang diukur, seperti “Triwulan III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    rapat: Annotated[str, Arti("Nama rapat")]
    hari_tanggal: Annotated[str, Arti("Hari dan tanggal rapat, seperti “Selasa, 13 Oktober 2026”")]
    waktu: Annotated[str, Arti("Waktu rapat, didahului kata “pukul”")]
    tempat: Annotated[str, Arti("Tempat rapat")]
    baris: Annotated[
        tuple[BarisTandaTangan, ...],
        Arti("Yang diundang, satu baris setiap orang; sebelum rapat dengan baris cadangan"),
    ]
    jumlah: Annotated[str, Arti("Banyaknya yang hadir dengan terbilang, seperti “13 (tiga belas) orang”")]
    kasubbag: Annotated[PenandaTangan, Arti("Penanda tangan: Kasubbag")]


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
