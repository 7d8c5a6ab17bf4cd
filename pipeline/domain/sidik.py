"""Digests of what was approved: given values by path, never their writing; it refuses to know who approved and when.

A sidik is "v1:" and the SHA-256 of every path with its value. Numbers count by their value, texts in Unicode's
composed form. Comments, the order of keys, quoting and defaults do not count; the order of rows only where it is
printed. Versions later than v1 have to keep v1 as it is, since records of old quarters are compared with it. Source:
SOP steps 7–9.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.domain.akumulasi import nilai_triwulan, triwulan_tahun_ini
from pipeline.domain.berlaku import (
    IndikatorBerlaku,
    indikator_berlaku,
    kebijakan_pada,
    skala_label,
    skala_pada,
)
from pipeline.domain.isian import Model, Waktu
from pipeline.domain.model import Berkas, CatatanLangkah, Kebijakan, Revisi, Triwulan
from pipeline.domain.wewenang import penanda_tangan
from pipeline.problems import Path

VERSI = "v1"
_NAMA_BARIS = ("kode", "nomor", "sasaran", "dokumen")
_TANPA_URUTAN = ("realisasi", "anggaran", "tindak_lanjut_lalu")
"""Lists that the naskah prints in the PK's order, however they are typed."""
_BUKAN_NASKAH = {"sidik", "disetujui"}
_BADAN = ("pemerintah", "nama", "singkatan", "tempat", "tugas", "fungsi", "dasar_hukum")
_PEJABAT = ("jabatan", "nama", "nip", "pangkat", "golongan", "sebutan", "jabatan_definitif")
_KEBIJAKAN = ("batas", "rata_rata", "pembulatan", "rumus_turun")
_ANGKA_ISIAN = ("realisasi", "pembilang", "penyebut")


@dataclass(frozen=True, slots=True)
class Butir:
    """One given value as the digest sees it, and where it stands."""

    nilai: str
    jalur: Path


Nilai = dict[str, Butir]
"""Given values by their path ("realisasi/IK-1.3/pembilang")."""


def sidik(nilai: Mapping[str, str]) -> str:
    """The digest of values by path, in the newest version."""
    baris = "\n".join(json.dumps([jalur, isi], ensure_ascii=False) for jalur, isi in sorted(nilai.items()))
    return f"{VERSI}:{hashlib.sha256(baris.encode('utf-8', 'surrogatepass')).hexdigest()}"


def sidik_teks(teks: str) -> str:
    """The digest of a rendered text; blanks do not count."""
    return f"{VERSI}:{hashlib.sha256(' '.join(teks.split()).encode('utf-8', 'surrogatepass')).hexdigest()}"


def dikenal(tercatat: str) -> bool:
    """Whether a recorded sidik is of a version that this program can compute again."""
    return tercatat.partition(":")[0] == VERSI


def polos(nilai: Nilai) -> dict[str, str]:
    """The values without their places."""
    return {jalur: butir.nilai for jalur, butir in nilai.items()}


# --- what a validation approves ----------------------------------------------------------------------------------


def nilai_validasi(berkas: Berkas, kode: str) -> Nilai:
    """Step 7: the PK row in force, realisasi and koreksi up to the period, bukti, and how the capaian is computed.

    KeyError where the PK has no such indikator.
    """
    baris = next((b for b in indikator_berlaku(berkas) if b.indikator.kode == kode), None)
    if baris is None:
        raise KeyError(kode)
    semua: Nilai = {}
    semua |= _isi(baris.indikator, f"pk/{kode}", baris.jalur)
    semua |= _target(baris, kode)
    semua["pk/sasaran"] = Butir(baris.sasaran.kode, baris.jalur)
    for triwulan in triwulan_tahun_ini(berkas):
        semua |= _realisasi(triwulan, kode)
    semua |= _bukti(berkas.kini, kode)
    return semua | _cara(berkas, baris)


def _target(baris: IndikatorBerlaku, kode: str) -> Nilai:
    """The targets once more, with the place in the PK perubahan where that replaced them."""
    return _isi(baris.indikator.target, f"pk/{kode}/target", baris.jalur_target)


def _realisasi(triwulan: Triwulan, kode: str) -> Nilai:
    """The typed numbers of one indikator in one quarter, and the meeting's correction of them."""
    awal = f"tw{triwulan.periode.tw}"
    semua: Nilai = {}
    for file in triwulan.realisasi:
        for i, isian in enumerate(file.isi.realisasi):
            if isian.kode == kode:
                jalur: Path = (file.berkas, "realisasi", i)
                semua |= _isi(isian, f"{awal}/realisasi/{kode}", jalur, hanya=_ANGKA_ISIAN)
    if triwulan.rapat:
        for i, koreksi in enumerate(triwulan.rapat.isi.koreksi):
            if koreksi.kode == kode:
                semua |= _isi(koreksi, f"{awal}/koreksi/{kode}", (triwulan.rapat.berkas, "koreksi", i))
    return semua


def _bukti(triwulan: Triwulan, kode: str) -> Nilai:
    isian = nilai_triwulan(triwulan, kode)
    if isian.isian is None:
        return {}
    jalur = next(
        (file.berkas, "realisasi", i)
        for file in triwulan.realisasi
        for i, baris in enumerate(file.isi.realisasi)
        if baris is isian.isian
    )
    return _isi(isian.isian, f"bukti/{kode}", jalur, hanya=("bukti",))


def _cara(berkas: Berkas, baris: IndikatorBerlaku) -> Nilai:
    """Cap, rounding, and the agency's formula or scale of labels where the indikator uses it."""
    i = baris.indikator
    badan = berkas.badan
    kebijakan = kebijakan_pada(badan.isi, berkas.periode.hari_terakhir)
    hanya = ["batas", "pembulatan"]
    if i.arah == "turun" and i.jenis_target == "angka" and i.rumus is None:
        hanya.append("rumus_turun")
    semua = _isi(kebijakan, "kebijakan", _jalur_kebijakan(berkas, kebijakan), hanya=hanya)
    skala = skala_label(badan.isi, i.skala_label)
    if skala:
        nomor = badan.isi.skala_label.index(skala)
        semua |= _isi(skala, "skala_label", (badan.berkas, "skala_label", nomor), hanya=("label",))
    return semua


def _jalur_kebijakan(berkas: Berkas, kebijakan: Kebijakan) -> Path:
    return (berkas.badan.berkas, "kebijakan", berkas.badan.isi.kebijakan.index(kebijakan))


# --- what the naskah shows ---------------------------------------------------------------------------------------


def nilai_naskah(berkas: Berkas, hari: date, no: int = 9) -> Nilai:
    """Everything that the measurement document and the lembar pengesahan show, as of the day of step `no` (8 or 9).

    Never the kop, templates, the surat pengantar, scans, or the records of steps 8–11.
    """
    semua: Nilai = {}
    for bagian in (
        _badan(berkas),
        _pk(berkas),
        _penanda_tangan(berkas, hari, no),
        _periode(berkas),
        _terdahulu(berkas),
    ):
        semua |= bagian
    return semua


def _badan(berkas: Berkas) -> Nilai:
    """The agency without what stands in its kop alone; policies and scales in force this year."""
    badan = berkas.badan
    semua = _isi(badan.isi.badan, "badan", (badan.berkas, "badan"), hanya=_BADAN)
    semua |= _daftar(badan.isi.unit, "unit", (badan.berkas, "unit"))
    for triwulan in triwulan_tahun_ini(berkas):
        kebijakan = kebijakan_pada(badan.isi, triwulan.periode.hari_terakhir)
        awal = f"kebijakan/tw{triwulan.periode.tw}"
        semua |= _isi(kebijakan, awal, _jalur_kebijakan(berkas, kebijakan), hanya=_KEBIJAKAN)
        skala = skala_pada(badan.isi, triwulan.periode.hari_terakhir)
        if skala:
            nomor = badan.isi.skala_predikat.index(skala)
            semua |= _isi(skala, f"{awal}/skala", (badan.berkas, "skala_predikat", nomor))
    for nomor, label in enumerate(badan.isi.skala_label):
        if any(i.skala_label == label.nama for i in berkas.pk.isi.indikator):
            semua |= _isi(label, f"skala_label/{label.nama}", (badan.berkas, "skala_label", nomor))
    return semua


def _pk(berkas: Berkas) -> Nilai:
    """The PK and the changes in force."""
    pk = berkas.pk
    semua = _isi(pk.isi, "pk", (pk.berkas,))
    for file in berkas.perubahan:
        if file.isi.berlaku_tw <= berkas.periode.tw:
            nama = file.berkas.rsplit("/", 1)[-1].removesuffix(".yaml")
            semua |= _isi(file.isi, nama, (file.berkas,))
    return semua


def _penanda_tangan(berkas: Berkas, hari: date, no: int) -> Nilai:
    """Who composes, examines and signs, each on the day that is known or the day asked about.

    The Sekretaris examines before anybody has signed: who signs is then whoever holds the office.
    """
    badan, catatan, akhir = berkas.badan, berkas.kini.catatan, berkas.periode.hari_terakhir
    hari_susun = catatan.penyusunan.selesai.tanggal if catatan.penyusunan and catatan.penyusunan.selesai else akhir
    diperiksa = catatan.pemeriksaan.selesai if catatan.pemeriksaan else None
    hari_periksa = min(diperiksa.tanggal, hari) if diperiksa else hari
    semua: Nilai = {}
    for langkah, tanggal in ((6, hari_susun), (8, hari_periksa), (9, hari)):
        pejabat = penanda_tangan(berkas, langkah, tanggal, tercatat=langkah <= no)
        if pejabat:
            nomor = badan.isi.pejabat.index(pejabat)
            semua |= _isi(pejabat, f"pejabat/{langkah}", (badan.berkas, "pejabat", nomor), hanya=_PEJABAT)
    return semua


def _periode(berkas: Berkas) -> Nilai:
    """The period's own files as far as the naskah prints them."""
    kini, awal = berkas.kini, f"tw{berkas.periode.tw}"
    semua: Nilai = {}
    for file in kini.realisasi:
        semua |= _isi(file.isi, awal, (file.berkas,), tanpa=("unit",))
    for validasi in kini.validasi:
        semua |= _daftar(validasi.isi.validasi, f"{awal}/validasi/{validasi.isi.unit}", (validasi.berkas, "validasi"))
    if kini.rapat:
        semua |= _isi(kini.rapat.isi, awal, (kini.rapat.berkas,))
    if kini.langkah:
        semua |= _catatan(kini.langkah.berkas, kini.catatan.penyusunan, kini.catatan.revisi)
    lampiran = [(n, x) for n, x in enumerate(berkas.dokumen.isi.lampiran) if x.periode in (None, str(berkas.periode))]
    for urut, (nomor, satu) in enumerate(lampiran):
        semua |= _isi(satu, f"lampiran/{urut}", (berkas.dokumen.berkas, "lampiran", nomor), hanya=("judul",))
    return semua


def _catatan(file: str, penyusunan: CatatanLangkah | None, revisi: Revisi | None) -> Nilai:
    """The day it was composed and the revision: what the lembar pengesahan shows of the steps before the 8th."""
    semua: Nilai = {}
    if penyusunan and penyusunan.selesai:
        semua["penyusunan/selesai"] = Butir(penyusunan.selesai.tanggal.isoformat(), (file, "penyusunan", "selesai"))
    return semua | (_isi(revisi, "revisi", (file, "revisi")) if revisi else {})


def _terdahulu(berkas: Berkas) -> Nilai:
    """Of earlier quarters the numbers and corrections; of the one before also its follow-ups."""
    semua: Nilai = {}
    for triwulan in triwulan_tahun_ini(berkas)[:-1]:
        for isian in (i for file in triwulan.realisasi for i in file.isi.realisasi):
            semua |= _realisasi(triwulan, isian.kode)
    sebelum = next((t for t in berkas.triwulan if t.periode == berkas.periode.sebelumnya), None)
    for file in sebelum.realisasi if sebelum else ():
        for i, isian in enumerate(file.isi.realisasi):
            jalur: Path = (file.berkas, "realisasi", i)
            semua |= _isi(isian, f"lalu/{isian.kode}", jalur, hanya=("tindak_lanjut",))
    return semua


# --- given values of a mapping -----------------------------------------------------------------------------------


def _isi(model: Model, awal: str, jalur: Path, *, hanya: Iterable[str] = (), tanpa: Iterable[str] = ()) -> Nilai:
    """The values that were given in a mapping (of the keys `hanya`, where any are named), by their path."""
    kunci = set(hanya) or model.model_fields_set
    luar = {*tanpa, *_BUKAN_NASKAH}
    semua: Nilai = {}
    for nama in sorted(model.model_fields_set & kunci - luar):
        semua |= dict(_nilai(getattr(model, nama), f"{awal}/{nama}", (*jalur, nama)))
    return semua


def _nilai(isi: Any, awal: str, jalur: Path) -> Iterator[tuple[str, Butir]]:
    if isinstance(isi, Model):
        yield from _isi(isi, awal, jalur).items()
    elif isinstance(isi, Mapping):
        for kunci, satu in isi.items():
            yield from _nilai(satu, f"{awal}/{kunci}", (*jalur, kunci))
    elif isinstance(isi, tuple):
        yield from _daftar(isi, awal, jalur).items()
    elif isi is not None:
        yield awal, Butir(_teks(isi), jalur)


def _daftar(isi: Iterable[Any], awal: str, jalur: Path) -> Nilai:
    """A list by the names of its rows where they have one, else by number; the order of names is a value of its own."""
    semua: Nilai = {}
    urutan: list[str] = []
    for nomor, satu in enumerate(isi):
        nama = _nama_baris(satu, nomor)
        nama = f"{nama}#{nomor}" if nama in urutan else nama
        urutan.append(nama)
        semua |= dict(_nilai(satu, f"{awal}/{nama}", (*jalur, nomor)))
    bernama = urutan != [str(nomor) for nomor in range(len(urutan))]
    if bernama and awal.rpartition("/")[2] not in _TANPA_URUTAN:
        semua[f"{awal}/urutan"] = Butir(" ".join(urutan), jalur)
    return semua


def _nama_baris(baris: Any, nomor: int) -> str:
    nama = next(
        (getattr(baris, n) for n in _NAMA_BARIS if isinstance(baris, Model) and n in baris.model_fields_set), None
    )
    return str(nama) if nama is not None else str(nomor)


def _teks(isi: Any) -> str:
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(isi, Decimal):
        return f"{isi.normalize():f}" if isi else "0"
    if isinstance(isi, date):
        return isi.isoformat()
    if isinstance(isi, Waktu | int):
        return str(isi)
    return unicodedata.normalize("NFC", str(isi))
