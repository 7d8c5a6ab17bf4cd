"""Checks of what units report: ownership, types, koreksi, unusual values, what a report should say beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.domain.akumulasi import nilai_triwulan, triwulan_tahun_ini
from pipeline.domain.anggaran import isian_anggaran
from pipeline.domain.berlaku import IndikatorBerlaku, skala_label
from pipeline.domain.model import Indikator, Koreksi, Pecahan, Rentang, Triwulan
from pipeline.domain.periksa.konteks import (
    Konteks,
    bukan_terendah,
    jenis_nilai,
    peringatan,
    perlu_penjelasan,
    salah,
    tanya_ribuan,
)
from pipeline.problems import Path, Problem


def periksa_kepemilikan(k: Konteks) -> Iterator[Problem]:
    """A unit reports and validates only what it owns."""
    for file in k.berkas.kini.realisasi:
        for i, isian in enumerate(file.isi.realisasi):
            yield from _pemilik(k, isian.kode, file.isi.unit, (file.berkas, "realisasi", i, "kode"))
        for i, uang in enumerate(file.isi.anggaran):
            baris = next((b for b in k.anggaran if b.kode == uang.kode), None)
            pemilik = baris.baris.penanggung_jawab if baris else None
            if baris and baris.terendah and pemilik not in (None, file.isi.unit):
                isi = {"kode": uang.kode, "unit": file.isi.unit, "pemilik": str(pemilik)}
                yield salah("bukan-pemilik-anggaran", (file.berkas, "anggaran", i, "kode"), **isi)
            yield from bukan_terendah(k, uang.kode, (file.berkas, "anggaran", i, "kode"))
    for validasi in k.berkas.kini.validasi:
        for i, baris_validasi in enumerate(validasi.isi.validasi):
            yield from _pemilik(k, baris_validasi.kode, validasi.isi.unit, (validasi.berkas, "validasi", i, "kode"))


def _pemilik(k: Konteks, kode: str, unit: str, jalur: Path) -> Iterator[Problem]:
    baris = k.baris(kode)
    if baris is not None and baris.indikator.penanggung_jawab != unit:
        yield salah("bukan-pemilik", jalur, kode=kode, unit=unit, pemilik=baris.indikator.penanggung_jawab)


def periksa_jenis_realisasi(k: Konteks) -> Iterator[Problem]:
    """A realisasi is of the jenis its indikator has, and typed in parts exactly where the PK says so."""
    for jalur, isian, b in k.isian():
        i = b.indikator
        if isian.realisasi is not None:
            yield from jenis_nilai(k, i, isian.realisasi, (*jalur, "realisasi"), rentang=False)
            if i.pecahan and i.akumulasi == "jumlah":
                yield salah("pecahan-perlu", (*jalur, "realisasi"), kode=i.kode)
        if isian.pembilang is not None and not i.pecahan:
            yield salah("pecahan-tidak-dinyatakan", (*jalur, "pembilang"), kode=i.kode)
        yield from tanya_ribuan(isian.pembilang, i.desimal, (*jalur, "pembilang"))
        yield from tanya_ribuan(isian.penyebut, i.desimal, (*jalur, "penyebut"))


def periksa_koreksi(k: Konteks) -> Iterator[Problem]:
    """A koreksi corrects the value that the unit typed: `semula` equals it, once an indikator, in its jenis."""
    rapat = k.berkas.kini.rapat
    if rapat is None:
        return
    dilihat: set[str] = set()
    for i, koreksi in enumerate(rapat.isi.koreksi):
        jalur: Path = (rapat.berkas, "koreksi", i)
        baris = k.baris(koreksi.kode)
        if koreksi.kode in dilihat:
            yield salah("koreksi-ganda", (*jalur, "kode"), kode=koreksi.kode)
        dilihat.add(koreksi.kode)
        if baris is None:
            continue
        yield from _semula(k, koreksi, jalur)
        for kunci in ("semula", "menjadi"):
            yield from _jenis_koreksi(k, baris.indikator, getattr(koreksi, kunci), (*jalur, kunci))


def _semula(k: Konteks, koreksi: Koreksi, jalur: Path) -> Iterator[Problem]:
    isian = nilai_triwulan(k.berkas.kini, koreksi.kode).isian
    if isian is None or (isian.realisasi is None and isian.pembilang is None):
        yield salah("koreksi-tanpa-isian", (*jalur, "kode"), kode=koreksi.kode)
        return
    semula = koreksi.semula
    if isinstance(semula, Pecahan):
        sama = (semula.pembilang, semula.penyebut) == (isian.pembilang, isian.penyebut)
    else:
        sama = semula == isian.realisasi
    if not sama:
        pecahan = f"{{pembilang: {isian.pembilang}, penyebut: {isian.penyebut}}}"
        diketik = str(isian.realisasi) if isian.realisasi is not None else pecahan
        yield salah("koreksi-basi", (*jalur, "semula"), kode=koreksi.kode, diketik=diketik)


def _jenis_koreksi(k: Konteks, i: Indikator, nilai: Decimal | str | Pecahan, jalur: Path) -> Iterator[Problem]:
    if isinstance(nilai, Pecahan):
        if not i.pecahan:
            yield salah("pecahan-tidak-dinyatakan", jalur, kode=i.kode)
        yield from tanya_ribuan(nilai.pembilang, i.desimal, (*jalur, "pembilang"))
        yield from tanya_ribuan(nilai.penyebut, i.desimal, (*jalur, "penyebut"))
        return
    yield from jenis_nilai(k, i, nilai, jalur, rentang=False)
    if i.pecahan and i.akumulasi == "jumlah":
        yield salah("pecahan-perlu", jalur, kode=i.kode)


def periksa_kumulatif(k: Konteks) -> Iterator[Problem]:
    """A kumulatif number does not fall from one triwulan to the next, unless somebody explains it.

    Of a ratio the pembilang counts; a penyebut is often a population, which may shrink.
    """
    terdahulu = triwulan_tahun_ini(k.berkas)[:-1]
    for jalur, isian, b in k.isian():
        if b.indikator.akumulasi != "kumulatif" or isian.penjelasan is not None:
            continue
        kini = nilai_triwulan(k.berkas.kini, isian.kode)
        lalu = next((n for n in (nilai_triwulan(t, isian.kode) for t in reversed(terdahulu)) if n.ada), None)
        if lalu is None:
            continue
        for kunci, nilai in (("realisasi", "nilai"), ("pembilang", "pembilang")):
            dulu, baru = _skor(k, b, getattr(lalu, nilai)), _skor(k, b, getattr(kini, nilai))
            if dulu is not None and baru is not None and baru < dulu:
                isi = {"kode": isian.kode, "kini": str(getattr(kini, nilai)), "lalu": str(getattr(lalu, nilai))}
                yield perlu_penjelasan("kumulatif-turun", (*jalur, kunci), **isi)


def _skor(k: Konteks, b: IndikatorBerlaku, nilai: Decimal | str | None) -> Decimal | None:
    if isinstance(nilai, str):
        label = skala_label(k.berkas.badan.isi, b.indikator.skala_label)
        return label.label.get(nilai) if label else None
    return nilai


def periksa_pecahan(k: Konteks) -> Iterator[Problem]:
    """On a percentage the pembilang does not exceed the penyebut."""
    for jalur, isian, b in k.isian():
        if not b.indikator.persen or isian.penjelasan is not None:
            continue
        nilai = nilai_triwulan(k.berkas.kini, isian.kode)
        if nilai.pembilang is not None and nilai.penyebut is not None and nilai.pembilang > nilai.penyebut:
            isi = {"kode": isian.kode, "pembilang": str(nilai.pembilang), "penyebut": str(nilai.penyebut)}
            yield perlu_penjelasan("pembilang-melebihi-penyebut", nilai.jalur or jalur, **isi)


def periksa_nilai_negatif(k: Konteks) -> Iterator[Problem]:
    """A value below zero where no target is: rare enough to be explained (a rate of growth can fall below it)."""
    for jalur, isian, b in k.isian():
        if isian.penjelasan is not None or _bertarget_negatif(b.indikator):
            continue
        nilai = nilai_triwulan(k.berkas.kini, isian.kode)
        for angka in (nilai.nilai, nilai.pembilang):
            if isinstance(angka, Decimal) and angka < 0:
                yield perlu_penjelasan("nilai-negatif", nilai.jalur or jalur, kode=isian.kode, nilai=str(angka))


def _bertarget_negatif(i: Indikator) -> bool:
    target = (i.target.tahun, *(i.target.pada(tw) for tw in range(1, 5)))
    rendah = [t.min if isinstance(t, Rentang) else t for t in target]
    return any(isinstance(t, Decimal) and t < 0 for t in rendah)


def periksa_realisasi_anggaran(k: Konteks) -> Iterator[Problem]:
    """Spending within pagu and not below last quarter's (refunds happen: then somebody says so)."""
    lalu = triwulan_tahun_ini(k.berkas)[:-1]
    for b in k.anggaran:
        isian = isian_anggaran(k.berkas, b.kode)
        if not b.terendah or isian is None or isian[1].realisasi is None:
            continue
        jalur, realisasi = (*isian[0], "realisasi"), isian[1].realisasi
        yield from tanya_ribuan(realisasi, 0, jalur)
        if isian[1].penjelasan is not None:
            continue
        if realisasi > b.pagu:
            yield perlu_penjelasan(
                "realisasi-melebihi-pagu", jalur, kode=b.kode, realisasi=str(realisasi), pagu=str(b.pagu)
            )
        dulu = isian_anggaran(k.berkas.pada(lalu[-1].periode), b.kode) if lalu else None
        if dulu is not None and dulu[1].realisasi is not None and realisasi < dulu[1].realisasi:
            isi = {"kode": b.kode, "realisasi": str(realisasi), "lalu": str(dulu[1].realisasi)}
            yield perlu_penjelasan("realisasi-anggaran-turun", jalur, **isi)


def periksa_kelengkapan(k: Konteks) -> Iterator[Problem]:
    """Evidence for every value; factors and a tindak lanjut for every miss; a second look at every outlier."""
    hasil = {h.indikator.kode: h for h in k.pengukuran.indikator}
    for jalur, isian, b in k.isian():
        kode = b.indikator.kode
        if nilai_triwulan(k.berkas.kini, kode).ada and not isian.bukti:
            yield peringatan("bukti-tidak-ada", jalur, kode=kode)
        h = hasil[kode]
        tertinggi = max(c.tanpa_batas or Decimal(0) for c in (h.capaian_tw, h.capaian_tahun))
        if tertinggi > 150:
            yield peringatan("capaian-pencilan", jalur, kode=kode, capaian=str(tertinggi))
        if h.capaian_tw.terhitung and not h.capaian_tw.mencapai:
            kurang = [n for n in ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut") if not getattr(isian, n)]
            if kurang:
                yield peringatan("faktor-belum-lengkap", jalur, kode=kode, kurang=", ".join(kurang))


def periksa_tindak_lanjut_lalu(k: Konteks) -> Iterator[Problem]:
    """Every tindak lanjut of the quarter before is answered in this one, once, and no other."""
    yield from _dijawab_dua_kali(k)
    if len(k.berkas.triwulan) < 2 or k.berkas.triwulan[-2].periode != k.berkas.periode.sebelumnya:
        return
    lalu = k.berkas.triwulan[-2]
    yield from _tidak_dilaporkan_lagi(k, lalu)
    for jalur, isian, _ in k.isian():
        dulu = nilai_triwulan(lalu, isian.kode).isian
        banyak = len(dulu.tindak_lanjut) if dulu else 0
        dijawab = {j.nomor for j in isian.tindak_lanjut_lalu if j.status}
        for n, jawaban in enumerate(isian.tindak_lanjut_lalu):
            if jawaban.nomor > banyak:
                isi = {"kode": isian.kode, "nomor": str(jawaban.nomor), "banyak": str(banyak)}
                yield salah("tindak-lanjut-tidak-ada", (*jalur, "tindak_lanjut_lalu", n), **isi)
        for nomor in range(1, banyak + 1):
            if nomor not in dijawab:
                yield peringatan("tindak-lanjut-belum-dijawab", jalur, kode=isian.kode, nomor=str(nomor))


def _dijawab_dua_kali(k: Konteks) -> Iterator[Problem]:
    for jalur, isian, _ in k.isian():
        nomor = [jawaban.nomor for jawaban in isian.tindak_lanjut_lalu]
        for n, ini in enumerate(nomor):
            if ini in nomor[:n]:
                isi = {"kode": isian.kode, "nomor": str(ini)}
                yield salah("tindak-lanjut-ganda", (*jalur, "tindak_lanjut_lalu", n, "nomor"), **isi)


def _tidak_dilaporkan_lagi(k: Konteks, lalu: Triwulan) -> Iterator[Problem]:
    """The tindak lanjut of indikator that nobody reports this quarter, each at the line that promised it."""
    dilaporkan = {isian.kode for _, isian, _ in k.isian()}
    for file in lalu.realisasi:
        for i, isian in enumerate(file.isi.realisasi):
            if isian.kode in dilaporkan or k.baris(isian.kode) is None:
                continue
            for n in range(len(isian.tindak_lanjut)):
                jalur: Path = (file.berkas, "realisasi", i, "tindak_lanjut", n)
                yield peringatan("tindak-lanjut-belum-dijawab", jalur, kode=isian.kode, nomor=str(n + 1))
