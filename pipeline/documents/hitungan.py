"""A capaian written out with its numbers filled in, so that a reader can compute it again.

The result is the one that was measured, never a second computation; only where the formula falls below zero is it
evaluated here, to say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from pipeline.documents import bahasa
from pipeline.documents.nilai import nilai
from pipeline.domain.hasil import Capaian, HasilIndikator, Nilai
from pipeline.domain.model import Kebijakan, Rentang
from pipeline.domain.rumus import RUMUS, bulatkan

SATU = Decimal(1)


def hitungan_realisasi(h: HasilIndikator, triwulan: tuple[Nilai, ...]) -> str:
    """ "23 / 36 × 100 = 63,89" of a ratio, "3 + 4 + 5 = 12" of amounts (`triwulan`: each quarter's own); else empty."""
    if h.realisasi is None or h.belum:
        return ""
    hasil = nilai(h.realisasi)
    if h.pembilang is not None and h.penyebut is not None and h.indikator.pecahan:
        kali = f" × {bahasa.angka(h.pengali)}" if h.pengali not in (None, SATU) else ""
        return f"{nilai(h.pembilang)} / {nilai(h.penyebut)}{kali} = {hasil}"
    angka = [n for n in triwulan if isinstance(n, Decimal)]
    if h.indikator.akumulasi == "jumlah" and len(angka) > 1:
        return " + ".join(_kurung(nilai(n)) for n in angka) + f" = {hasil}"
    return ""


def hitungan_capaian(
    h: HasilIndikator, target: Nilai, capaian: Capaian, kebijakan: Kebijakan, label: Mapping[str, Decimal]
) -> str:
    """ "(2 × 12 − 13) / 12 × 100 = 91,67"; with cap or floor where they changed it. Empty where not terhitung."""
    if not capaian.terhitung or capaian.nilai is None or capaian.tanpa_batas is None:
        return ""
    if isinstance(target, Rentang):
        dasar = _rentang(h.rumus, target, h.realisasi)
    elif isinstance(target, str):
        dasar = _label(target, str(h.realisasi), label)
    else:
        dasar = _angka(h, target)
    mentah = _mentah(h, target, label)
    if mentah is not None and mentah < 0:
        bulat = nilai(bulatkan(mentah, kebijakan.pembulatan))
        return f"{dasar} = {bulat}; di bawah nol, ditetapkan {nilai(capaian.nilai)}"
    if dasar.startswith("T"):
        return f"{dasar} ditetapkan {nilai(capaian.nilai)}"
    akhir = f"; dibatasi menjadi {nilai(capaian.nilai)}" if capaian.dibatasi else ""
    return f"{dasar} = {nilai(capaian.tanpa_batas)}{akhir}"


def _angka(h: HasilIndikator, target: Nilai) -> str:
    t, r = _kurung(nilai(target)), _kurung(nilai(h.realisasi))
    if target == 0:
        return f"Target {t} dan realisasi {r}, sehingga capaian"
    if h.rumus == "2T-R":
        return f"(2 × {t} − {r}) / {t} × 100"
    if h.rumus == "T/R":
        if isinstance(h.realisasi, Decimal) and h.realisasi <= 0:
            return f"Tidak ada kejadian (realisasi {r}), sehingga capaian"
        return f"{t} / {r} × 100"
    return f"{r} / {t} × 100"


def _rentang(rumus: str, target: Rentang, realisasi: Nilai) -> str:
    if not isinstance(realisasi, Decimal):
        return nilai(realisasi)
    r = _kurung(nilai(realisasi))
    if target.min <= realisasi <= target.max:
        return f"Realisasi {r} berada di dalam rentang {nilai(target)}"
    atas = realisasi > target.max
    batas = target.max if atas else target.min
    if batas == 0:
        return f"Target {nilai(target)} dan realisasi {r}, sehingga capaian"
    b = nilai(batas)
    if rumus == "rentang turun" or (rumus == "rentang dalam" and atas):
        return f"(2 × {b} − {r}) / {b} × 100"
    return f"{r} / {b} × 100"


def _label(target: str, realisasi: str, label: Mapping[str, Decimal]) -> str:
    r, t = label.get(realisasi), label.get(target)
    return f"skor {realisasi} ({nilai(r)}) / skor {target} ({nilai(t)}) × 100"


def _mentah(h: HasilIndikator, target: Nilai, label: Mapping[str, Decimal]) -> Fraction | None:
    t = (target.min, target.max) if isinstance(target, Rentang) else (_skor(target, label),) * 2
    r = _skor(h.realisasi, label)
    if t[0] is None or t[1] is None or r is None:
        return None
    return RUMUS[h.rumus]((Fraction(t[0]), Fraction(t[1])), Fraction(r), None)


def _skor(n: Nilai, label: Mapping[str, Decimal]) -> Decimal | None:
    if isinstance(n, str):
        return label.get(n)
    return n if isinstance(n, Decimal) else None


def _kurung(teks: str) -> str:
    return f"({teks})" if teks.startswith(("-", "−")) else teks
