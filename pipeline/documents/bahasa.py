"""Indonesian as official documents write it: dates, numbers, terbilang, lists; it refuses to know of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

TITIK_TITIK = "……………………"
"""Room that a typed letter leaves for what is written in by hand."""

MINUS = "−"

_SINGKATAN = ("dll.", "dsb.", "dst.", "dkk.", "no.", "hal.")
_SATUAN = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_KELOMPOK = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")
_ROMAWI = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)

# --- numbers -----------------------------------------------------------------------------------------------------


def angka(nilai: Decimal | int, desimal: int | None = None) -> str:
    """A number with decimal comma and thousands points: "1.234.567,5".

    `desimal` pads with zeros to that many decimals and never rounds a digit away: rounding is the measuring's business.
    """
    d = Decimal(nilai)
    teks = f"{d.copy_abs():f}"
    bulat, _, pecahan = teks.partition(".")
    if desimal is not None:
        pecahan = pecahan[:desimal] + pecahan[desimal:].rstrip("0")
        pecahan = pecahan.ljust(desimal, "0")
    tanda = MINUS if d < 0 else ""
    return tanda + _titik_ribuan(bulat) + (f",{pecahan}" if pecahan else "")


def _titik_ribuan(bulat: str) -> str:
    return f"{int(bulat):,}".replace(",", ".")


def persen(nilai: Decimal | int, desimal: int | None = None) -> str:
    """A percentage with its sign: "93,75 %"; the space does not break."""
    return f"{angka(nilai, desimal)}\N{NO-BREAK SPACE}%"


def lengket(teks: str) -> str:
    """A text whose lines never end between a number and its percent sign."""
    return re.sub(r"(?<=\d) %", "\N{NO-BREAK SPACE}%", teks)


def rupiah(nilai: Decimal | int) -> str:
    """Money: "Rp1.234.567"; sen, rounded half up, only where there are any; negative "−Rp500"."""
    sen = Decimal(nilai).quantize(Decimal("0.01"), ROUND_HALF_UP)
    bulat, pecahan = f"{sen.copy_abs():f}".split(".")
    return f"{MINUS if sen < 0 else ''}Rp{_titik_ribuan(bulat)}{'' if pecahan == '00' else ',' + pecahan}"


def romawi(nilai: int) -> str:
    """A Roman numeral, 1 to 3999; ValueError outside."""
    if not 0 < nilai < 4000:
        raise ValueError(nilai)
    hasil = ""
    for besar, huruf in _ROMAWI:
        hasil += huruf * (nilai // besar)
        nilai %= besar
    return hasil


def terbilang(nilai: int) -> str:
    """A whole number in words: "seratus dua puluh satu", up to below 10¹⁸; ValueError beyond."""
    if abs(nilai) >= 10**18:
        raise ValueError(nilai)
    if nilai < 0:
        return f"minus {terbilang(-nilai)}"
    if nilai == 0:
        return "nol"
    kata: list[str] = []
    for pangkat in range(len(_KELOMPOK) - 1, -1, -1):
        kelompok, nilai = divmod(nilai, 1000**pangkat)
        if not kelompok:
            continue
        # Only the thousands have a word of their own for one: seribu, but satu juta.
        kata.append("seribu" if pangkat == 1 and kelompok == 1 else f"{_ratusan(kelompok)} {_KELOMPOK[pangkat]}")
    return " ".join(kata).strip()


def _ratusan(n: int) -> str:
    """1–999 in words."""
    ratus, sisa = divmod(n, 100)
    depan = {0: "", 1: "seratus"}.get(ratus, f"{_SATUAN[ratus]} ratus")
    return f"{depan} {_puluhan(sisa)}".strip()


def _puluhan(n: int) -> str:
    """0–99 in words; 0 is empty."""
    if n < len(_SATUAN):
        return _SATUAN[n]
    if n < 20:
        return f"{_SATUAN[n - 10]} belas"
    puluh, sisa = divmod(n, 10)
    return f"{_SATUAN[puluh]} puluh {_SATUAN[sisa]}".strip()


def dengan_terbilang(nilai: int, satuan: str = "") -> str:
    """A count as letters write it: "1 (satu) berkas"."""
    return f"{angka(nilai)} ({terbilang(nilai)}) {satuan}".strip()


# --- dates -------------------------------------------------------------------------------------------------------


def tanggal(hari: date) -> str:
    """ "31 Maret 2026" """
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def nama_hari(hari: date) -> str:
    """ "Selasa" """
    return HARI[hari.weekday()]


def hari_tanggal(hari: date) -> str:
    """ "Selasa, 31 Maret 2026" """
    return f"{nama_hari(hari)}, {tanggal(hari)}"


def tanggal_terbilang(hari: date) -> str:
    """As a berita acara opens: "Selasa tanggal tiga puluh satu bulan Maret tahun dua ribu dua puluh enam"."""
    return f"{nama_hari(hari)} tanggal {terbilang(hari.day)} bulan {BULAN[hari.month - 1]} tahun {terbilang(hari.year)}"


def triwulan(tw: int) -> str:
    """ "Triwulan III" """
    return f"Triwulan {romawi(tw)}"


# --- words -------------------------------------------------------------------------------------------------------


def gabung(butir: Sequence[str], sambung: str = "dan") -> str:
    """Join a list: "a", "a dan b", "a, b, dan c"; nothing for an empty one."""
    if len(butir) < 3:
        return f" {sambung} ".join(butir)
    return f"{', '.join(butir[:-1])}, {sambung} {butir[-1]}"


def perincian(butir: Sequence[str]) -> tuple[str, ...]:
    """The items of a numbered list that ends a sentence: "a;", "b; dan", "c."."""
    rapi = [tanpa_titik(b) for b in butir]
    akhir = [";"] * (len(rapi) - 2) + ["; dan", "."][-len(rapi) :]
    return tuple(b if tanda == "." and b.endswith(".") else b + tanda for b, tanda in zip(rapi, akhir, strict=False))


def kalimat(teks: str) -> str:
    """Text as a sentence: first letter large, one full stop at the end; empty text stays empty."""
    rapi = teks.strip()
    if not rapi:
        return ""
    return rapi[0].upper() + rapi[1:] + ("" if rapi.endswith((".", "!", "?", "…", ".”", '."')) else ".")


def tanpa_titik(teks: str) -> str:
    """Text without its closing full stop, to go on within a sentence; "dll." and "M.Si." keep theirs."""
    rapi = teks.strip()
    akhir = rapi.rsplit(maxsplit=1)[-1:]
    if akhir and (akhir[0].lower() in _SINGKATAN or "." in akhir[0][:-1]):
        return rapi
    return rapi.removesuffix(".").rstrip()


def nip(teks: str) -> str:
    """A NIP grouped 8 6 1 3: "19800101 200501 1 001"; anything but 18 digits stays as it was typed."""
    digit = re.sub(r"\s", "", teks)
    if not re.fullmatch(r"\d{18}", digit):
        return teks.strip()
    return " ".join((digit[:8], digit[8:14], digit[14], digit[15:]))
