"""What a check sees, and the findings and questions that several checks share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.domain.berlaku import AnggaranBerlaku, IndikatorBerlaku, skala_label
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.isian import saran_angka
from pipeline.domain.model import Berkas, Indikator, IsianRealisasi, Rentang
from pipeline.near import nearest
from pipeline.problems import Path, Problem, Severity

Nilai = Decimal | str | Rentang | None
_TANDA_DESIMAL_RIBUAN = -3


@dataclass(frozen=True, slots=True)
class Konteks:
    """What a check sees: the inputs as of one quarter, its measurement, and the PK rows then in force."""

    berkas: Berkas
    pengukuran: Pengukuran
    indikator: tuple[IndikatorBerlaku, ...]
    anggaran: tuple[AnggaranBerlaku, ...]

    def baris(self, kode: str) -> IndikatorBerlaku | None:
        return next((b for b in self.indikator if b.indikator.kode == kode), None)

    def isian(self) -> Iterator[tuple[Path, IsianRealisasi, IndikatorBerlaku]]:
        """Every reported row of the quarter whose kode the PK knows."""
        for file in self.berkas.kini.realisasi:
            for i, isian in enumerate(file.isi.realisasi):
                baris = self.baris(isian.kode)
                if baris is not None:
                    yield (file.berkas, "realisasi", i), isian, baris


Pemeriksaan = Callable[[Konteks], Iterator[Problem]]


def salah(code: str, jalur: Path, saran: str | None = None, /, **isi: str) -> Problem:
    return Problem(code, jalur, isi, hint=saran or None)


def perlu_penjelasan(code: str, jalur: Path, /, **isi: str) -> Problem:
    return Problem(code, jalur, isi, Severity.PERLU_PENJELASAN)


def peringatan(code: str, jalur: Path, /, **isi: str) -> Problem:
    return Problem(code, jalur, isi, Severity.PERINGATAN)


def jenis_nilai(k: Konteks, i: Indikator, nilai: Nilai, jalur: Path, *, rentang: bool) -> Iterator[Problem]:
    """Whether a target (`rentang` allowed) or a realisasi has the type that jenis_target asks for."""
    if isinstance(nilai, Rentang):
        if i.jenis_target != "rentang" or not rentang:
            yield salah("nilai-bukan-rentang", jalur, kode=i.kode, jenis=i.jenis_target)
        elif nilai.min > nilai.max:
            yield salah("rentang-terbalik", jalur, kode=i.kode, min=str(nilai.min), max=str(nilai.max))
        else:
            yield from tanya_ribuan(nilai.min, i.desimal, (*jalur, "min"))
            yield from tanya_ribuan(nilai.max, i.desimal, (*jalur, "max"))
    elif isinstance(nilai, str):
        label = skala_label(k.berkas.badan.isi, i.skala_label)
        if i.jenis_target != "predikat":
            yield salah("nilai-bukan-angka", jalur, saran_angka(nilai), kode=i.kode, nilai=nilai)
        elif label is not None and nilai not in label.label:
            isi = {"kode": i.kode, "nilai": nilai, "label": ", ".join(label.label)}
            yield salah("label-tidak-dikenal", jalur, nearest(nilai, label.label), **isi)
    elif isinstance(nilai, Decimal):
        if i.jenis_target == "predikat":
            yield salah("nilai-bukan-label", jalur, kode=i.kode, nilai=str(nilai))
        elif i.jenis_target == "rentang" and rentang:
            yield salah("target-bukan-rentang", jalur, kode=i.kode, nilai=str(nilai))
        else:
            yield from tanya_ribuan(nilai, i.desimal, jalur)


def tanya_ribuan(nilai: Decimal | None, desimal: int, jalur: Path) -> Iterator[Problem]:
    """ "38.443" may be thirty-eight thousand: one point and exactly three decimals, where fewer are expected."""
    if nilai is not None and desimal < 3 and nilai.as_tuple().exponent == _TANDA_DESIMAL_RIBUAN:
        ribuan = str(nilai).replace(".", "")
        yield salah("ribuan-atau-desimal", jalur, nilai=str(nilai), ribuan=ribuan, desimal=f"{nilai}0")


def bukan_terendah(k: Konteks, kode: str, jalur: Path) -> Iterator[Problem]:
    if any(b.kode == kode and not b.terendah for b in k.anggaran):
        yield salah("anggaran-bukan-terendah", jalur, kode=kode)


def periksa_nip(nip: str, nama: str, jalur: Path) -> Iterator[Problem]:
    """18 digits: birth YYYYMMDD, appointment YYYY + month 01–12 (PNS) or 21 (PPPK), sex 1/2, three digits."""
    angka = nip.replace(" ", "")
    cocok = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])\d{3}", angka)
    sah = bool(cocok) and cocok is not None and (int(cocok[5]) in range(1, 13) or cocok[5] == "21")
    if sah and cocok is not None:
        try:
            lahir = date(int(cocok[1]), int(cocok[2]), int(cocok[3]))
        except ValueError:
            sah = False
        else:
            sah = lahir.year < int(cocok[4])
    if not sah:
        yield peringatan("nip-tidak-lazim", jalur, nip=nip, nama=nama)
