"""The measurement document (SOP step 6): one measured period → everything its Word template prints, as finished text.

It refuses to know how the template looks; no number is computed here that was not measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.arti import Arti
from pipeline.documents.bagian_indikator import bagian_sasaran
from pipeline.documents.bagian_rapat import bagian_rapat, bagian_validasi, kalimat_validasi
from pipeline.documents.bahan import Bahan
from pipeline.documents.baris import (
    Anggaran,
    BagianRapat,
    BagianSasaran,
    BagianValidasi,
    Metode,
    Penutup,
    Perencanaan,
    Ringkasan,
    TabelHasil,
    TindakLanjutLalu,
)
from pipeline.documents.keuangan import anggaran
from pipeline.documents.metode import metode
from pipeline.documents.tabel_kinerja import baris_ringkasan, perencanaan, predikat, tabel_hasil
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan_naskah, tempat_tanggal
from pipeline.documents.tindak_lanjut import isian, tindak_lanjut_lalu
from pipeline.domain.akumulasi import triwulan_tahun_ini
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Badan, Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.media import Image

LOGO_MM = (36.0, 42.0)
"""Largest width and height of the emblem on the cover."""


@dataclass(frozen=True, slots=True)
class KonteksDokumenPengukuran:
    """What `dokumen-pengukuran-kinerja.docx` may print.

    Empty tuples and empty strings mean that there is nothing to say; the template leaves these parts out or says so
    in a sentence.
    """

    pemerintah: Annotated[str, Arti("Nama pemerintah daerah")]
    badan: Annotated[str, Arti("Nama lengkap Badan")]
    singkatan: Annotated[str, Arti("Singkatan nama Badan")]
    logo: Annotated[Image | None, Arti("Lambang daerah pada sampul")]
    triwulan: Annotated[str, Arti("Triwulan yang diukur, seperti “Triwulan III”")]
    romawi: Annotated[str, Arti("Nomor triwulan dengan angka Romawi, seperti “III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    periode: Annotated[str, Arti("Triwulan dan tahun yang diukur, seperti “Triwulan III Tahun 2026”")]
    revisi: Annotated[str, Arti("Nomor revisi naskah, seperti “Revisi 1”", boleh_kosong=True)]
    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal penandatanganan")]
    kepala: Annotated[PenandaTangan, Arti("Penanda tangan: Kepala Badan")]
    tugas: Annotated[str, Arti("Kalimat tugas Badan", boleh_kosong=True)]
    fungsi: Annotated[tuple[str, ...], Arti("Butir fungsi Badan, dengan tanda baca perincian", boleh_kosong=True)]
    unit: Annotated[tuple[str, ...], Arti("Nama unit kerja Badan")]
    dasar_hukum: Annotated[
        tuple[str, ...], Arti("Butir dasar hukum pengukuran, dengan tanda baca perincian", boleh_kosong=True)
    ]
    ringkasan: Annotated[Ringkasan, Arti("Isi ringkasan eksekutif")]
    perencanaan: Annotated[Perencanaan, Arti("Isi Bab II: perjanjian kinerja dan pagu")]
    metode: Annotated[Metode, Arti("Cara capaian dihitung")]
    hasil: Annotated[TabelHasil, Arti("Tabel capaian seluruh indikator")]
    sasaran: Annotated[tuple[BagianSasaran, ...], Arti("Uraian capaian menurut sasaran dan indikator")]
    anggaran: Annotated[Anggaran, Arti("Realisasi anggaran dan efisiensi")]
    tindak_lanjut_lalu: Annotated[TindakLanjutLalu, Arti("Penyelesaian tindak lanjut triwulan sebelumnya")]
    rapat: Annotated[BagianRapat, Arti("Rapat pembahasan")]
    validasi: Annotated[BagianValidasi, Arti("Validasi oleh unit dan pemeriksaan otomatis")]
    penutup: Annotated[Penutup, Arti("Kalimat untuk Bab V")]
    lampiran: Annotated[tuple[str, ...], Arti("Judul lampiran dokumen", boleh_kosong=True)]


def konteks(bahan: Bahan) -> KonteksDokumenPengukuran:
    """The document of a period; earlier quarters are measured anew, each from its own data."""
    berkas, p = bahan.berkas, bahan.pengukuran
    badan, periode = berkas.badan.isi.badan, berkas.periode
    tanggal = bahan.tanggal(9)
    return KonteksDokumenPengukuran(
        pemerintah=badan.pemerintah,
        badan=badan.nama,
        singkatan=badan.singkatan,
        logo=Image(f"data/{badan.logo}", *LOGO_MM, f"Lambang {badan.pemerintah}") if badan.logo else None,
        triwulan=bahasa.triwulan(periode.tw),
        romawi=periode.romawi,
        tahun=str(periode.tahun),
        periode=f"{bahasa.triwulan(periode.tw)} Tahun {periode.tahun}",
        revisi=bahan.revisi,
        tempat_tanggal=tempat_tanggal(badan.tempat, tanggal),
        kepala=penanda_tangan_naskah(bahan, 9),
        tugas=_tugas(badan),
        fungsi=bahasa.perincian(badan.fungsi),
        unit=tuple(u.nama for u in berkas.badan.isi.unit),
        dasar_hukum=bahasa.perincian(badan.dasar_hukum),
        ringkasan=_ringkasan(p),
        perencanaan=perencanaan(berkas, p),
        metode=metode(berkas, p),
        hasil=tabel_hasil(p),
        sasaran=bagian_sasaran(berkas, (*_riwayat(berkas), p)),
        anggaran=anggaran(berkas, p),
        tindak_lanjut_lalu=tindak_lanjut_lalu(berkas),
        rapat=bagian_rapat(berkas, p),
        validasi=bagian_validasi(berkas, p, bahan.peringatan),
        penutup=_penutup(berkas, p),
        lampiran=tuple(x.judul for x in berkas.dokumen.isi.lampiran if x.periode in (None, str(periode))),
    )


def _tugas(badan: Badan) -> str:
    """The tugas as a sentence, whether it is typed as one or as what follows "mempunyai tugas"."""
    if not badan.tugas:
        return ""
    if "mempunyai tugas" in badan.tugas.lower():
        return bahasa.kalimat(badan.tugas)
    return bahasa.kalimat(f"{badan.singkatan} mempunyai tugas {badan.tugas[0].lower()}{badan.tugas[1:]}")


def _riwayat(berkas: Berkas) -> tuple[Pengukuran, ...]:
    """The year's earlier quarters, measured with what was in force then."""
    return tuple(ukur(berkas.pada(t.periode)) for t in triwulan_tahun_ini(berkas) if t.periode < berkas.periode)


def _ringkasan(p: Pengukuran) -> Ringkasan:
    return Ringkasan(
        kalimat_indikator=narasi.kalimat_indikator(p),
        kalimat_capaian=narasi.kalimat_capaian(p, p.capaian_tw, p.capaian_tahun, "kinerja"),
        kalimat_sasaran=narasi.kalimat_sasaran(p),
        kalimat_anggaran=narasi.kalimat_anggaran(p),
        kalimat_efisiensi=narasi.kalimat_efisiensi(p),
        baris=baris_ringkasan(p),
        capaian_tw=nilai.angka_atau(p.capaian_tw.nilai),
        predikat_tw=predikat(p.capaian_tw),
        capaian_tahun=nilai.angka_atau(p.capaian_tahun.nilai),
        predikat_tahun=predikat(p.capaian_tahun),
        cara_tw=f"{nilai.cara_rerata(p.capaian_tw)}.",
        cara_tahun=f"{nilai.cara_rerata(p.capaian_tahun)}.",
        meleset=narasi.meleset(p),
        tanpa_capaian=narasi.tanpa_capaian(p),
    )


def _penutup(berkas: Berkas, p: Pengukuran) -> Penutup:
    return Penutup(
        kalimat_indikator=narasi.kalimat_indikator(p),
        kalimat_capaian=narasi.kalimat_capaian(p, p.capaian_tw, p.capaian_tahun, "kinerja"),
        kalimat_anggaran=narasi.kalimat_anggaran(p),
        kalimat_tindak_lanjut=_kalimat_tindak_lanjut(berkas, p),
        kalimat_validasi=kalimat_validasi(berkas, p),
    )


def _kalimat_tindak_lanjut(berkas: Berkas, p: Pengukuran) -> str:
    semua = [t for i in isian(berkas.kini).values() for t in i.tindak_lanjut]
    if not semua:
        awal = "Belum" if any(h.belum for h in p.indikator) else "Tidak"
        return f"{awal} ada tindak lanjut yang direncanakan pada triwulan ini."
    jumlah = "satu" if len(semua) == 1 else str(len(semua))
    return f"Terdapat {jumlah} tindak lanjut yang direncanakan, {_batas_waktu([t.batas_waktu for t in semua])}."


def _batas_waktu(hari: Sequence[date | None]) -> str:
    terisi = [h for h in hari if h is not None]
    if not terisi:
        return "yang batas waktunya belum diisi"
    awal, akhir = bahasa.tanggal(min(terisi)), bahasa.tanggal(max(terisi))
    batas = f"dengan batas waktu {awal}" if awal == akhir else f"dengan batas waktu antara {awal} dan {akhir}"
    belum = len(hari) - len(terisi)
    return f"{batas}; batas waktu {'satu' if belum == 1 else belum} di antaranya belum diisi" if belum else batas
