"""Pieces that more than one template is made of: a paragraph for each item, an optional line, a total row."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph
from gaya import ISI_KECIL, arsir, butir, daftar_baru, gabung, kendali, paragraf

WARNA_JUMLAH = "F2F2F2"


def ulang(dok: Document, satu: str, banyak: str, teks: str = "", gaya: str = "Body Text") -> None:
    """One paragraph for each item of a list."""
    kendali(dok, f"for {satu} in {banyak}")
    paragraf(dok, teks or f"{{{{ {satu} }}}}", gaya)
    kendali(dok, "endfor")


def ulang_butir(dok: Document, satu: str, banyak: str) -> None:
    kendali(dok, f"for {satu} in {banyak}")
    butir(dok, f"{{{{ {satu} }}}}")
    kendali(dok, "endfor")


def ulang_bernomor(dok: Document, satu: str, banyak: str, bentuk: str = "angka") -> None:
    nomor = daftar_baru(dok, bentuk)
    kendali(dok, f"for {satu} in {banyak}")
    butir(dok, f"{{{{ {satu} }}}}", nomor)
    kendali(dok, "endfor")


def bila_ada(dok: Document, bidang: str, gaya: str = "Body Text") -> None:
    """A paragraph only where the field has text."""
    kendali(dok, f"if {bidang}")
    paragraf(dok, f"{{{{ {bidang} }}}}", gaya)
    kendali(dok, "endif")


def daftar_atau(dok: Document, satu: str, banyak: str, kosong: str) -> None:
    """Bullets, or one sentence where there are none."""
    kendali(dok, f"if {banyak}")
    ulang_butir(dok, satu, banyak)
    kendali(dok, "else")
    paragraf(dok, kosong)
    kendali(dok, "endif")


def bila(bidang: str, label: str, isi: str | Sequence[str]) -> list[tuple[str, str | Sequence[str]]]:
    """Rows of a `pasangan` table for a field that may be empty."""
    return [(f"{{%tr if {bidang} %}}", ""), (label, isi), ("{%tr endif %}", "")]


def baris_jumlah(tabel_: Table, nomor: int, sampai: int) -> None:
    """A bold, shaded row whose first cells are one; it stays with the row after it."""
    gabung(tabel_, nomor, 0, sampai)
    for sel in dict.fromkeys(tabel_.rows[nomor].cells):
        arsir(sel, WARNA_JUMLAH)
        for par in sel.paragraphs:
            par.paragraph_format.keep_with_next = True
    for sel in dict.fromkeys(tabel_.rows[nomor].cells):
        buang_kosong(list(sel.paragraphs))


def baris_catatan(tabel_: Table, nomor: int) -> None:
    """A row that is one cell, in italics."""
    sel = gabung(tabel_, nomor, 0, len(tabel_.columns) - 1)
    buang_kosong(list(sel.paragraphs))
    for par in sel.paragraphs:
        par.style = ISI_KECIL
        for lari in par.runs:
            lari.italic = True


def buang_kosong(semua: list[Paragraph]) -> None:
    """Merging keeps the other cells' empty paragraphs."""
    for par in semua:
        if not par.text and any(p.text for p in semua):
            par._p.getparent().remove(par._p)


def menjorok(tabel_: Table, baris: int, kolom_: int, mm: float) -> None:
    tabel_.cell(baris, kolom_).paragraphs[0].paragraph_format.left_indent = Mm(mm)
