"""The minutes of the meeting (SOP step 5): what was said, corrected and decided; it refuses to sum up by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pipeline.documents import bahasa
from pipeline.documents.arti import Arti
from pipeline.documents.bagian_rapat import (
    baris_hadir,
    baris_keputusan,
    baris_koreksi,
    baris_pembahasan,
    foto,
    hari_rapat,
    isi_rapat,
    kalimat_hadir,
    kalimat_keputusan,
    kalimat_koreksi,
    nama_rapat,
    pukul,
)
from pipeline.documents.bahan import Bahan
from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.baris import BarisKeputusan, BarisKoreksi, BarisPembahasan, Foto
from pipeline.documents.kop import Kop, kop
from pipeline.documents.nilai import BELUM_DIISI
from pipeline.documents.tanda_tangan import RUANG_NAMA
from pipeline.domain.model import Berkas, Pejabat
from pipeline.domain.wewenang import bertugas, sama_nama


@dataclass(frozen=True, slots=True)
class PenandaTanganRapat:
    """Who led or recorded the meeting, a name alone where nobody knows more of it."""

    nama: Annotated[str, Arti("Nama lengkap dengan gelar, atau ruang untuk menulisnya")]
    jabatan: Annotated[str, Arti("Jabatan penanda tangan", boleh_kosong=True)]
    nip: Annotated[str, Arti("NIP yang dikelompokkan, didahului “NIP.”", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class NotulenKonteks:
    """The fields of notulen.docx; "belum diisi" stands for what is not there yet.

    Where a list is empty its sentence stands alone; without photos there is no part E.
    """

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    triwulan: Annotated[str, Arti("Triwulan yang diukur, seperti “Triwulan III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    hari_tanggal: Annotated[str, Arti("Hari dan tanggal rapat, seperti “Selasa, 13 Oktober 2026”")]
    pukul: Annotated[str, Arti("Waktu rapat dimulai dan selesai, seperti “09.15 WIB s.d. 12.20 WIB”")]
    tempat: Annotated[str, Arti("Tempat rapat")]
    rapat: Annotated[str, Arti("Nama rapat")]
    agenda: Annotated[tuple[str, ...], Arti("Agenda rapat, satu baris setiap pokok", boleh_kosong=True)]
    pimpinan: Annotated[str, Arti("Nama pimpinan rapat")]
    notulis: Annotated[str, Arti("Nama notulis")]
    peserta: Annotated[str, Arti("Kalimat banyaknya yang hadir dan yang tidak hadir")]
    pembukaan: Annotated[str, Arti("Ringkasan pembukaan rapat")]
    pembahasan: Annotated[tuple[BarisPembahasan, ...], Arti("Pembahasan menurut sasaran", boleh_kosong=True)]
    kalimat_koreksi: Annotated[str, Arti("Kalimat banyaknya realisasi yang dikoreksi rapat")]
    koreksi: Annotated[tuple[BarisKoreksi, ...], Arti("Realisasi yang dikoreksi rapat", boleh_kosong=True)]
    kalimat_keputusan: Annotated[str, Arti("Kalimat pengganti bila tidak ada keputusan", boleh_kosong=True)]
    keputusan: Annotated[tuple[BarisKeputusan, ...], Arti("Keputusan rapat", boleh_kosong=True)]
    foto: Annotated[tuple[Foto, ...], Arti("Foto rapat dengan keterangannya", boleh_kosong=True)]
    tanda_tangan_pimpinan: Annotated[PenandaTanganRapat, Arti("Penanda tangan: pimpinan rapat")]
    tanda_tangan_notulis: Annotated[PenandaTanganRapat, Arti("Penanda tangan: notulis")]


def konteks(bahan: Bahan) -> NotulenKonteks:
    """The minutes of the period's meeting, with what is known of who signs them."""
    berkas = bahan.berkas
    rapat, u, n = isi_rapat(berkas)
    ada = rapat.ada_notulen
    hari = hari_rapat(bahan)
    pada = hari or berkas.periode.hari_terakhir
    return NotulenKonteks(
        kop=kop(berkas.badan.isi.badan),
        triwulan=bahasa.triwulan(berkas.periode.tw),
        tahun=str(berkas.periode.tahun),
        hari_tanggal=bahasa.hari_tanggal(hari) if hari else BELUM_DIISI,
        pukul=pukul(n),
        tempat=u.tempat or BELUM_DIISI,
        rapat=nama_rapat(berkas),
        agenda=u.agenda,
        pimpinan=n.pimpinan or BELUM_DIISI,
        notulis=n.notulis or BELUM_DIISI,
        peserta=kalimat_hadir(rapat.daftar_hadir),
        pembukaan=bahasa.kalimat(n.pembukaan or f"Pembukaan {BELUM_DIISI}"),
        pembahasan=baris_pembahasan(bahan.pengukuran, n),
        kalimat_koreksi=kalimat_koreksi(rapat) if ada or rapat.koreksi else f"Koreksi data {BELUM_DIISI}.",
        koreksi=tuple(baris_koreksi(rapat, bahan.pengukuran)),
        kalimat_keputusan=kalimat_keputusan(n) if ada else f"Keputusan rapat {BELUM_DIISI}.",
        keputusan=baris_keputusan(n),
        foto=foto(n),
        tanda_tangan_pimpinan=_penanda_tangan(berkas, n.pimpinan, pada),
        tanda_tangan_notulis=_penanda_tangan(berkas, n.notulis, pada),
    )


def _penanda_tangan(berkas: Berkas, nama: str | None, hari: date) -> PenandaTanganRapat:
    """What the attendance list says of that name, else the officials of that day; else the name alone."""
    if nama is None:
        return PenandaTanganRapat(RUANG_NAMA, TITIK_TITIK, f"NIP. {TITIK_TITIK}")
    dikenal = [*_dari_daftar_hadir(berkas, nama), *_dari_pejabat(berkas, nama, hari)]
    return PenandaTanganRapat(
        nama=nama,
        jabatan=next((jabatan for jabatan, _ in dikenal if jabatan), ""),
        nip=next((nip for _, nip in dikenal if nip), ""),
    )


def _dari_daftar_hadir(berkas: Berkas, nama: str) -> Iterator[tuple[str, str]]:
    for nomor, orang in enumerate(isi_rapat(berkas)[0].daftar_hadir, 1):
        if sama_nama(orang.nama, nama):
            tercetak = baris_hadir(nomor, orang)
            yield tercetak.jabatan, tercetak.nip


def _dari_pejabat(berkas: Berkas, nama: str, hari: date) -> Iterator[tuple[str, str]]:
    for pejabat in bertugas(berkas.badan.isi, hari):
        if sama_nama(pejabat.nama, nama):
            yield _jabatan(pejabat), f"NIP. {bahasa.nip(pejabat.nip)}"


def _jabatan(pejabat: Pejabat) -> str:
    """His own jabatan; Plt. and Plh. belong before it, a.n. names that of somebody else."""
    if pejabat.sebutan == "a.n.":
        return pejabat.jabatan_definitif or ""
    return f"{pejabat.sebutan} {pejabat.jabatan}" if pejabat.sebutan else pejabat.jabatan
