"""How targets, realisasi, capaian and money print; it refuses to know in which table or sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pipeline.documents import bahasa
from pipeline.domain.hasil import Capaian, Dikecualikan, HasilIndikator, Keadaan, Nilai, Rerata
from pipeline.domain.model import Indikator, Pecahan, Rentang

KOSONG = "–"
BELUM_DIISI = Keadaan.BELUM_DIISI.value
NBSP = "\u00a0"


def nilai(n: Nilai | Pecahan) -> str:
    """A target or realisasi: number with decimal comma, "80–90", label, "23 / 36", or a dash for nothing."""
    if isinstance(n, Rentang):
        return f"{bahasa.angka(n.min)}–{bahasa.angka(n.max)}"
    if isinstance(n, Pecahan):
        return f"{bahasa.angka(n.pembilang)} / {bahasa.angka(n.penyebut)}"
    if isinstance(n, Decimal):
        return bahasa.angka(n)
    return n or KOSONG


def target(n: Nilai, indikator: Indikator) -> str:
    """A typed target, padded to the indikator's desimal as the measured ones are."""
    if isinstance(n, Rentang):
        return f"{bahasa.angka(n.min, indikator.desimal)}–{bahasa.angka(n.max, indikator.desimal)}"
    return bahasa.angka(n, indikator.desimal) if isinstance(n, Decimal) else nilai(n)


def bersatuan(n: Nilai, satuan: str) -> str:
    """A value with its unit of measure, as a sentence says it; a label stands alone."""
    if isinstance(n, str) or n is None:
        return nilai(n)
    return f"{nilai(n)} {satuan}"


def target_bersatuan(n: Nilai, indikator: Indikator) -> str:
    """A typed target (or last year's realisasi) with its unit of measure; a label stands alone."""
    teks = target(n, indikator)
    return teks if isinstance(n, str) or n is None else f"{teks} {indikator.satuan}"


def realisasi(h: HasilIndikator) -> str:
    """The realisasi s.d. the period; never a partial sum where a quarter is still owed."""
    return BELUM_DIISI if h.belum else nilai(h.realisasi)


def realisasi_triwulan(h: HasilIndikator) -> str:
    """The quarter's own realisasi; a ratio whose penyebut is 0 has none, but was reported."""
    if h.target_triwulan is not None and not dilaporkan(h):
        return BELUM_DIISI
    return nilai(h.realisasi_triwulan)


def dilaporkan(h: HasilIndikator) -> bool:
    """Whether the unit typed a value for the quarter."""
    isian = h.isian
    return isian is not None and (isian.realisasi is not None or None not in (isian.pembilang, isian.penyebut))


def capaian(c: Capaian) -> str:
    """The printed capaian, with an asterisk where the cap changed it; else the state's name."""
    if c.nilai is None:
        return c.keadaan.value
    return bahasa.angka(c.nilai) + ("*" if c.dibatasi else "")


def angka_atau(n: Decimal | None, kosong: str = KOSONG) -> str:
    """A number, or what stands where there is none."""
    return kosong if n is None else bahasa.angka(n)


def rupiah_tabel(n: Decimal | None, kosong: str = BELUM_DIISI) -> str:
    """Money in a column headed (Rp): "1.234.567"; 0 prints "–"."""
    if n is None:
        return kosong
    return bahasa.angka(n) if n else KOSONG


def tanggal(hari: date | None) -> str:
    """A date in a table, or what stands where there is none yet."""
    return bahasa.tanggal(hari) if hari else BELUM_DIISI


def cara_rerata(r: Rerata) -> str:
    """How a mean was made: "rata-rata dari 10 dari 12 indikator; batas 120 %; tidak dihitung: …"."""
    jenis = " ".join(
        kata
        for kata in ("rata-rata", "geometrik" if r.cara == "geometrik" else "", "berbobot" if r.berbobot else "")
        if kata
    )
    if r.dihitung:
        dasar = f"{jenis} dari {len(r.dihitung)} dari {r.seluruhnya} indikator"
    else:
        dasar = f"tidak ada yang dapat dirata-ratakan dari {r.seluruhnya} indikator"
    batas = "tanpa batas" if r.batas is None else f"batas {bahasa.persen(r.batas)}"
    luar = f"; tidak dihitung: {_dikecualikan(r.dikecualikan)}" if r.dikecualikan else ""
    return f"{dasar}; {batas}{luar}"


def _dikecualikan(semua: Sequence[Dikecualikan]) -> str:
    per_alasan: dict[str, list[str]] = {}
    for d in semua:
        per_alasan.setdefault(alasan(d.keadaan, d.catatan), []).append(d.kode)
    return "; ".join(f"{bahasa.gabung(kode)} ({sebab})" for sebab, kode in per_alasan.items())


def alasan(keadaan: Keadaan, catatan: str | None) -> str:
    """A state with its reason; in which file a value is owed is said on the indikator's own page alone."""
    if catatan is None or keadaan is Keadaan.BELUM_DIISI:
        return keadaan.value
    return f"{keadaan.value}: {catatan}"
