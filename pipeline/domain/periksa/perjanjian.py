"""Checks of the perjanjian kinerja: rows whose parts belong together, targets, weights, budget rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.domain.berlaku import IndikatorBerlaku, kebijakan_pada
from pipeline.domain.capaian import nama_rumus
from pipeline.domain.model import KasTriwulan, Rentang, Target
from pipeline.domain.periksa.konteks import (
    Konteks,
    Nilai,
    bukan_terendah,
    jenis_nilai,
    peringatan,
    perlu_penjelasan,
    salah,
    tanya_ribuan,
)
from pipeline.problems import Path, Problem


def periksa_jenis_indikator(k: Konteks) -> Iterator[Problem]:
    """jenis_target, arah, akumulasi, rumus and pecahan that belong together."""
    for b in k.indikator:
        i, jalur = b.indikator, b.jalur
        if i.arah == "dalam" and i.jenis_target != "rentang":
            yield salah("dalam-bukan-rentang", (*jalur, "arah"), kode=i.kode)
        if i.jenis_target == "predikat":
            if i.arah != "naik":
                yield salah("predikat-arah", (*jalur, "arah"), kode=i.kode)
            if i.akumulasi == "jumlah":
                yield salah("jumlah-predikat", (*jalur, "akumulasi"), kode=i.kode)
            if i.skala_label is None:
                yield salah("predikat-tanpa-skala", jalur, kode=i.kode)
        if (i.pembilang is None) != (i.penyebut is None):
            yield salah("pecahan-separuh", jalur, kode=i.kode)
        if i.akumulasi == "jumlah" and i.persen and not i.pecahan:
            yield salah("jumlah-persen", (*jalur, "akumulasi"), kode=i.kode)
        if i.rumus is not None and (i.arah != "turun" or i.jenis_target != "angka"):
            yield salah("rumus-tidak-dipakai", (*jalur, "rumus"), kode=i.kode)
        yield from _nilai_r_nol(k, b)


def _nilai_r_nol(k: Konteks, b: IndikatorBerlaku) -> Iterator[Problem]:
    i = b.indikator
    kebijakan = kebijakan_pada(k.berkas.badan.isi, k.berkas.periode.hari_terakhir)
    tanpa_batas = kebijakan.batas == "tanpa"
    if nama_rumus(i, kebijakan) == "T/R" and tanpa_batas and i.nilai_r_nol is None:
        yield salah("nilai-r-nol-perlu", b.jalur, kode=i.kode)
    if i.nilai_r_nol is not None and i.nilai_r_nol < 100:
        yield salah("nilai-r-nol-kecil", (*b.jalur, "nilai_r_nol"), kode=i.kode)


def _target_bernama(target: Target, jalur: Path) -> Iterator[tuple[str, Nilai, Path]]:
    for kunci in ("tahun", "tw1", "tw2", "tw3", "tw4"):
        nilai = getattr(target, kunci)
        if nilai is not None:
            yield kunci, nilai, (*jalur, kunci)


def periksa_target(k: Konteks) -> Iterator[Problem]:
    """Every target is of the indikator's jenis, in its scale, not torn apart by a thousands point."""
    for b in k.indikator:
        lain: list[tuple[Nilai, Path]] = [(n, j) for _, n, j in _target_bernama(b.indikator.target, b.jalur_target)]
        lain += [(b.indikator.target_renstra, (*b.jalur, "target_renstra"))]
        for nilai, jalur in lain:
            if nilai is not None:
                yield from jenis_nilai(k, b.indikator, nilai, jalur, rentang=True)
        if b.indikator.realisasi_tahun_lalu is not None:
            jalur_lalu: Path = (*b.jalur, "realisasi_tahun_lalu")
            yield from jenis_nilai(k, b.indikator, b.indikator.realisasi_tahun_lalu, jalur_lalu, rentang=False)


def periksa_target_negatif(k: Konteks) -> Iterator[Problem]:
    """A negative target cannot be measured; the report says so."""
    for b in k.indikator:
        for _, nilai, jalur in _target_bernama(b.indikator.target, b.jalur_target):
            rendah = nilai.min if isinstance(nilai, Rentang) else nilai
            if isinstance(rendah, Decimal) and rendah < 0:
                yield peringatan("target-negatif", jalur, kode=b.indikator.kode, nilai=str(rendah))


def periksa_target_tahun(k: Konteks) -> Iterator[Problem]:
    """Quarterly targets make the annual one: their sum for amounts, the last of them for the rest."""
    for b in k.indikator:
        i = b.indikator
        triwulan = [n for n in (i.target.pada(tw) for tw in range(1, 5)) if n is not None]
        if i.penjelasan is not None or i.target.tahun is None or not triwulan:
            continue
        dijumlahkan = i.akumulasi == "jumlah" and not i.pecahan
        terbentuk = _jumlah(triwulan) if dijumlahkan else triwulan[-1]
        if terbentuk is not None and terbentuk != i.target.tahun:
            isi = {"kode": i.kode, "tahun": _teks(i.target.tahun), "terbentuk": _teks(terbentuk)}
            yield perlu_penjelasan("target-tidak-membentuk-tahun", (*b.jalur_target, "tahun"), **isi)


def _jumlah(nilai: list[Decimal | str | Rentang]) -> Nilai:
    if all(isinstance(n, Rentang) for n in nilai):
        rentang = [n for n in nilai if isinstance(n, Rentang)]
        return Rentang(min=sum((r.min for r in rentang), Decimal(0)), max=sum((r.max for r in rentang), Decimal(0)))
    angka = [n for n in nilai if isinstance(n, Decimal)]
    return sum(angka, Decimal(0)) if len(angka) == len(nilai) else None


def _teks(nilai: Nilai) -> str:
    return f"{nilai.min}–{nilai.max}" if isinstance(nilai, Rentang) else str(nilai)


def periksa_bobot(k: Konteks) -> Iterator[Problem]:
    """Weights for all indikator or for none, each above 0."""
    tanpa = [b for b in k.indikator if b.indikator.bobot is None]
    if tanpa and len(tanpa) < len(k.indikator):
        for b in tanpa:
            yield salah("bobot-tidak-lengkap", b.jalur, kode=b.indikator.kode)
    for b in k.indikator:
        if b.indikator.bobot is not None and b.indikator.bobot <= 0:
            yield salah("bobot-mustahil", (*b.jalur, "bobot"), kode=b.indikator.kode, bobot=str(b.indikator.bobot))


def periksa_baris_anggaran(k: Konteks) -> Iterator[Problem]:
    """The lowest budget rows carry pagu, sasaran and penanggung_jawab; rows above them carry none of these."""
    for b in k.anggaran:
        for kunci in ("pagu", "sasaran", "penanggung_jawab"):
            ada = getattr(b.baris, kunci) is not None
            if b.terendah and not ada:
                yield salah("anggaran-tidak-lengkap", b.jalur, kode=b.kode, kunci=kunci)
            if not b.terendah and ada:
                yield salah("anggaran-berlebih", (*b.jalur, kunci), kode=b.kode, kunci=kunci)
        if b.terendah:
            yield from tanya_ribuan(b.baris.pagu, 0, (*b.jalur, "pagu"))
            yield from _tanya_kas(b.baris.anggaran_kas, (*b.jalur, "anggaran_kas"))
    for file in k.berkas.perubahan:
        for i, ganti in enumerate(file.isi.pagu):
            yield from bukan_terendah(k, ganti.kode, (file.berkas, "pagu", i, "kode"))
            yield from tanya_ribuan(ganti.pagu, 0, (file.berkas, "pagu", i, "pagu"))
            yield from _tanya_kas(ganti.anggaran_kas, (file.berkas, "pagu", i, "anggaran_kas"))


def _tanya_kas(kas: KasTriwulan | None, jalur: Path) -> Iterator[Problem]:
    if kas is not None:
        for tw in range(1, 5):
            yield from tanya_ribuan(kas.pada(tw), 0, (*jalur, f"tw{tw}"))
