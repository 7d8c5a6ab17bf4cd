"""Checks of data/badan.yaml and data/sop.yaml: policy, scales, officials, the rows of the SOP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pipeline.domain import skala
from pipeline.domain.berlaku import pejabat_pada
from pipeline.domain.model import Berkas, Pejabat, Triwulan
from pipeline.domain.periksa.konteks import Konteks, periksa_nip, peringatan, salah
from pipeline.problems import Path, Problem


def periksa_kebijakan(k: Konteks) -> Iterator[Problem]:
    """A policy must be in force on the period's last day and its cap must be positive."""
    badan = k.berkas.badan
    akhir = k.berkas.periode.hari_terakhir
    if not any(p.berlaku_sejak <= akhir for p in badan.isi.kebijakan):
        yield salah("kebijakan-belum-berlaku", (badan.berkas, "kebijakan"), tanggal=akhir.isoformat())
    for i, kebijakan in enumerate(badan.isi.kebijakan):
        if isinstance(kebijakan.batas, Decimal) and kebijakan.batas <= 0:
            yield salah("batas-mustahil", (badan.berkas, "kebijakan", i, "batas"), batas=str(kebijakan.batas))


def periksa_skala(k: Konteks) -> Iterator[Problem]:
    """Scales of predikat without gap, overlap or disorder."""
    badan = k.berkas.badan
    for i, s in enumerate(badan.isi.skala_predikat):
        yield from skala.cacat(s, (badan.berkas, "skala_predikat", i))


def periksa_sop(k: Konteks) -> Iterator[Problem]:
    """Each of the eleven rows once."""
    sop = k.berkas.sop
    nomor = [baris.no for baris in sop.isi.langkah]
    for i, no in enumerate(nomor):
        if no in nomor[:i]:
            yield salah("langkah-ganda", (sop.berkas, "langkah", i, "no"), nomor=str(no))
    hilang = [str(no) for no in range(1, 12) if no not in nomor]
    if nomor and hilang:
        yield salah("langkah-hilang", (sop.berkas, "langkah"), nomor=", ".join(hilang))


def periksa_pejabat(k: Konteks) -> Iterator[Problem]:
    """Shape of every NIP, a unit for every kepala_bidang, and an official for every signature of the period."""
    badan = k.berkas.badan
    terakhir = _hari_terakhir(k.berkas)
    for i, pejabat in enumerate(badan.isi.pejabat):
        jalur: Path = (badan.berkas, "pejabat", i)
        if pejabat.berlaku_sejak <= terakhir:
            yield from periksa_nip(pejabat.nip, pejabat.nama, (*jalur, "nip"))
        if pejabat.peran in ("kepala_bidang", "validator") and pejabat.unit is None:
            yield salah("pejabat-tanpa-unit", jalur, nama=pejabat.nama, peran=pejabat.peran)
        if pejabat.berlaku_sampai is not None and pejabat.berlaku_sampai < pejabat.berlaku_sejak:
            yield salah("masa-jabatan-terbalik", (*jalur, "berlaku_sampai"), nama=pejabat.nama)
    for peran, tanggal, jalur in _penandatanganan(k.berkas.kini):
        if _pejabat(k, peran, tanggal) is None:
            yield peringatan("pejabat-tidak-ada", jalur, peran=peran, tanggal=tanggal.isoformat())


def _hari_terakhir(berkas: Berkas) -> date:
    """The last day that concerns the naskah: nothing about an official who comes later enters what was signed."""
    catatan = berkas.kini.catatan.penandatanganan
    ditandatangani = catatan.selesai.tanggal if catatan and catatan.selesai else date.max
    return max(berkas.periode.hari_terakhir, ditandatangani)


def _pejabat(k: Konteks, peran: str, tanggal: date) -> Pejabat | None:
    return pejabat_pada(k.berkas.badan.isi, peran, tanggal)


def _penandatanganan(triwulan: Triwulan) -> Iterator[tuple[str, date, Path]]:
    catatan = triwulan.catatan
    for peran, kunci, satu in (
        ("kasubbag", "penyusunan", catatan.penyusunan),
        ("sekretaris", "pemeriksaan", catatan.pemeriksaan),
        ("kepala_badan", "penandatanganan", catatan.penandatanganan),
    ):
        if triwulan.langkah and satu and satu.selesai:
            yield peran, satu.selesai.tanggal, (triwulan.langkah.berkas, kunci, "selesai")
    if triwulan.surat_pengantar and triwulan.surat_pengantar.isi.tanggal is not None:
        surat = triwulan.surat_pengantar
        assert surat.isi.tanggal is not None  # noqa: S101 - narrowed above
        yield surat.isi.pengirim, surat.isi.tanggal, (surat.berkas, "tanggal")
