"""Realisasi anggaran and efisiensi of Bab III; sums and percentages come measured, nothing is added up here."""

from __future__ import annotations

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.baris import Anggaran, BarisAnggaranTercetak, BarisEfisiensi
from pipeline.documents.tabel_kinerja import nama_unit
from pipeline.domain.hasil import BarisAnggaran, Efisiensi, Pengukuran, Rerata, Serapan
from pipeline.domain.model import Berkas


def anggaran(berkas: Berkas, p: Pengukuran) -> Anggaran:
    """The budget tables of a period."""
    total = p.total_anggaran
    return Anggaran(
        ada_kas=any(b.nilai.kas is not None for b in p.anggaran),
        kalimat=narasi.kalimat_anggaran(p),
        kalimat_kas=narasi.kalimat_kas(p),
        belum=kalimat_belum(berkas, p),
        baris=tuple(_baris(b) for b in p.anggaran),
        total_pagu=nilai.rupiah_tabel(total.pagu),
        total_realisasi=realisasi_tercetak(total),
        total_serapan=nilai.angka_atau(total.serapan),
        total_kas=nilai.rupiah_tabel(total.kas, nilai.KOSONG),
        total_terhadap_kas=nilai.angka_atau(total.terhadap_kas),
        efisiensi=tuple(
            _efisiensi(p, s.sasaran.kode, s.sasaran.nama, s.anggaran, s.capaian_tw, s.capaian_tahun, s.efisiensi)
            for s in p.sasaran
        ),
        efisiensi_badan=_efisiensi(p, "", "Badan", total, p.capaian_tw, p.capaian_tahun, p.efisiensi),
        kalimat_efisiensi=narasi.kalimat_efisiensi(p),
    )


def kalimat_belum(berkas: Berkas, p: Pengukuran) -> str:
    """Which units still owe spending; empty where none does."""
    belum = tuple(dict.fromkeys(nama_unit(berkas, b.unit) for b in p.anggaran if b.terendah and b.belum))
    return f"Realisasi anggaran belum diisi oleh {bahasa.gabung(belum)}." if belum else ""


def _baris(b: BarisAnggaran) -> BarisAnggaranTercetak:
    return BarisAnggaranTercetak(
        program=b.tingkat == 0,
        kegiatan=b.tingkat == 1,
        kode=b.kode,
        nama=b.nama,
        pagu=nilai.rupiah_tabel(b.nilai.pagu),
        realisasi=realisasi_tercetak(b.nilai),
        serapan=nilai.angka_atau(b.nilai.serapan),
        kas=nilai.rupiah_tabel(b.nilai.kas, nilai.KOSONG),
        terhadap_kas=nilai.angka_atau(b.nilai.terhadap_kas),
    )


def realisasi_tercetak(s: Serapan) -> str:
    """A typed 0 is a value and prints "0"; without pagu there is nothing to spend."""
    if not s.pagu:
        return nilai.KOSONG
    return nilai.BELUM_DIISI if s.realisasi is None else bahasa.angka(s.realisasi)


def _efisiensi(
    p: Pengukuran, kode: str, nama: str, s: Serapan | None, tw: Rerata, tahun: Rerata, e: Efisiensi
) -> BarisEfisiensi:
    kas = e.dasar == "kas"
    terpakai = None if s is None else s.terhadap_kas if kas else s.serapan
    return BarisEfisiensi(
        kode=kode,
        sasaran=nama,
        capaian=nilai.angka_atau((tw if kas else tahun).nilai),
        serapan=nilai.angka_atau(terpakai),
        efisiensi=nilai.angka_atau(e.nilai),
        dasar=bahasa.kalimat(narasi.dasar_efisiensi(p, e.dasar)).removesuffix("."),
    )
