"""What a new quarter begins with: inputs seen from it, last quarter's texts, a new year's PK; it knows no files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from pipeline.domain.berlaku import anggaran_berlaku, indikator_berlaku
from pipeline.domain.hasil import Nilai
from pipeline.domain.model import (
    Berkas,
    Indikator,
    Kegiatan,
    PerjanjianKinerja,
    Program,
    SubKegiatan,
    Target,
    Triwulan,
)
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periode import Periode

B = TypeVar("B", bound=SubKegiatan)

_SEBUTAN = re.compile(
    r"(?P<awal>\b(?:triwulan|tw)\b[\s.-]*|\btw)(?P<angka>IV|I{1,3}|[1-4])\b"
    r"(?:(?P<sela>,?\s+(?:tahun\s+)?)(?P<tahun>20\d\d)\b)?",
    re.IGNORECASE,
)
_ROMAWI = ("I", "II", "III", "IV")
_WAKTU_LAIN = re.compile(
    r"\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|senin|selasa|rabu|kamis|jumat|sabtu|minggu|semester"
    r"|(?:triwulan|tw)\s+(?:pertama|kesatu|kedua|ketiga|keempat))\b"
    r"|\b\d{1,4}([-/.])\d{1,2}\1\d{2,4}\b",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b20\d\d\b")
_ANGKA_ROMAWI = re.compile(r"\b(?:IV|I{1,3})\b")


def berikutnya(periode: Periode) -> Periode:
    """The quarter after this one."""
    return Periode(periode.tahun, periode.tw + 1) if periode.tw < len(_ROMAWI) else Periode(periode.tahun + 1, 1)


def dilihat_dari(berkas: Berkas, periode: Periode) -> Berkas:
    """The inputs as they are seen from a quarter for which nothing is typed yet."""
    terdahulu = tuple(t for t in berkas.triwulan if t.periode < periode)
    return replace(berkas, periode=periode, triwulan=(*terdahulu, Triwulan(periode)))


def triwulan_lalu(berkas: Berkas) -> Triwulan | None:
    """The quarter right before the period, where it is among the inputs."""
    return next((t for t in berkas.triwulan if t.periode == berkas.periode.sebelumnya), None)


def sesuaikan(teks: str, lalu: Periode) -> str | None:
    """A text of quarter `lalu` for the quarter after it; None where a person has to look at it.

    "Triwulan III" becomes "Triwulan IV" and the quarter before becomes `lalu`, with its year where one stands behind
    it. A text that names any other time (a date, a month, another quarter) is not safe to carry on.
    """
    sisa = _SEBUTAN.sub(" ", teks)
    sebutan = list(_SEBUTAN.finditer(teks))
    setahun = {str(lalu.tahun)} if lalu.tw < len(_ROMAWI) else set()
    if _WAKTU_LAIN.search(sisa) or not set(_TAHUN.findall(sisa)) <= setahun:
        return None
    if sebutan and _ANGKA_ROMAWI.search(sisa):  # "Triwulan II dan III"
        return None
    baru = teks
    for satu in reversed(sebutan):
        pengganti = _bergeser(satu, lalu)
        if pengganti is None:
            return None
        baru = baru[: satu.start()] + pengganti + baru[satu.end() :]
    return baru


def _bergeser(sebutan: re.Match[str], lalu: Periode) -> str | None:
    """One mention of a quarter, moved on by one; None where it is neither `lalu` nor the one before it."""
    angka, tahun = sebutan["angka"].upper(), sebutan["tahun"]
    tw = int(angka) if angka.isdigit() else _ROMAWI.index(angka) + 1
    for periode in (lalu, lalu.sebelumnya):
        if periode.tw == tw and tahun in (None, str(periode.tahun)):
            baru = berikutnya(periode)
            nomor = str(baru.tw) if angka.isdigit() else baru.romawi
            return sebutan["awal"] + nomor + (f"{sebutan['sela']}{baru.tahun}" if tahun else "")
    return None


def pk_tahun_baru(berkas: Berkas) -> PerjanjianKinerja:
    """The PK in force at the end of the year as a beginning for the next: no targets, what was measured as
    realisasi_tahun_lalu, and the pagu in force, since a lowest row must have one."""
    hasil = {h.indikator.kode: h.realisasi for h in ukur(berkas).indikator}
    baris = [(b.sasaran.kode, _indikator_baru(b.indikator, hasil[b.indikator.kode])) for b in indikator_berlaku(berkas)]
    pagu = {b.kode: b.pagu for b in anggaran_berlaku(berkas) if b.terendah}
    pk = berkas.pk.isi
    return PerjanjianKinerja(
        tahun=berkas.periode.tahun + 1,
        tanggal=None,
        renstra=pk.renstra,
        sasaran=tuple(
            s.model_copy(update={"indikator": tuple(i for kode, i in baris if kode == s.kode)}) for s in pk.sasaran
        ),
        program=tuple(_program_baru(p, pagu) for p in pk.program),
    )


def _indikator_baru(indikator: Indikator, realisasi: Nilai) -> Indikator:
    """The `penjelasan` of the old targets goes with them."""
    isi = {"target": Target(), "realisasi_tahun_lalu": realisasi, "penjelasan": None}
    return indikator.model_copy(update=isi)


def _program_baru(program: Program, pagu: Mapping[str, Decimal]) -> Program:
    kegiatan = tuple(_kegiatan_baru(k, pagu) for k in program.kegiatan)
    return _baris_baru(program.model_copy(update={"kegiatan": kegiatan}), pagu)


def _kegiatan_baru(kegiatan: Kegiatan, pagu: Mapping[str, Decimal]) -> Kegiatan:
    sub_kegiatan = tuple(_baris_baru(s, pagu) for s in kegiatan.sub_kegiatan)
    return _baris_baru(kegiatan.model_copy(update={"sub_kegiatan": sub_kegiatan}), pagu)


def _baris_baru(baris: B, pagu: Mapping[str, Decimal]) -> B:
    return baris.model_copy(update={"pagu": pagu.get(baris.kode), "anggaran_kas": None})
