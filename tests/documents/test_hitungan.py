from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pipeline.documents.hitungan import hitungan_capaian, hitungan_realisasi
from pipeline.domain.pengukuran import ukur
from tests.domain import contoh

SAKIP = {"D": Decimal(1), "C": Decimal(2), "CC": Decimal(3), "B": Decimal(4), "BB": Decimal(5), "A": Decimal(6)}
RENTANG = {"jenis_target": "rentang", "target": {"tw1": {"min": "80", "max": "90"}}}


def _hitungan(realisasi: str, **ganti: Any) -> str:
    p = ukur(contoh.berkas([contoh.indikator(desimal="0", **ganti)], [{"1": realisasi}]))
    h = p.indikator[0]
    return hitungan_capaian(h, h.target_tw, h.capaian_tw, p.kebijakan, SAKIP)


@pytest.mark.parametrize(
    ("realisasi", "ganti", "tertulis"),
    [
        ("11", {"tw": ("12",)}, "11 / 12 × 100 = 91,67"),
        ("24", {"tw": ("12",)}, "24 / 12 × 100 = 200,00; dibatasi menjadi 120,00"),
        ("13", {"tw": ("12",), "arah": "turun"}, "(2 × 12 − 13) / 12 × 100 = 91,67"),
        ("30", {"tw": ("12",), "arah": "turun"}, "(2 × 12 − 30) / 12 × 100 = −50,00; di bawah nol, ditetapkan 0,00"),
        ("13", {"tw": ("12",), "arah": "turun", "rumus": "T/R"}, "12 / 13 × 100 = 92,31"),
        ("0", {"tw": ("0",), "arah": "turun"}, "Target 0 dan realisasi 0, sehingga capaian ditetapkan 100,00"),
        ("85", RENTANG, "Realisasi 85 berada di dalam rentang 80–90 = 100,00"),
        ("72", RENTANG, "72 / 80 × 100 = 90,00"),
        ("99", RENTANG | {"arah": "turun"}, "(2 × 90 − 99) / 90 × 100 = 90,00"),
        ("99", RENTANG | {"arah": "dalam"}, "(2 × 90 − 99) / 90 × 100 = 90,00"),
        (
            "B",
            {"tw": ("BB",), "jenis_target": "predikat", "skala_label": "sakip"},
            "skor B (4) / skor BB (5) × 100 = 80,00",
        ),
    ],
)
def test_the_formula_is_written_with_its_numbers(realisasi: str, ganti: dict[str, Any], tertulis: str) -> None:
    assert _hitungan(realisasi, **ganti) == tertulis


def test_what_is_not_terhitung_has_no_formula() -> None:
    assert _hitungan("3", tw=("0",)) == ""


def test_a_ratio_shows_both_parts_and_amounts_show_their_sum() -> None:
    pecahan = contoh.indikator(satuan="persen", tw=("80",), pembilang="selaras", penyebut="seluruh")
    h = contoh.satu(pecahan, {"pembilang": "23", "penyebut": "36"})
    assert hitungan_realisasi(h, (h.realisasi_triwulan,)) == "23 / 36 × 100 = 63,89"
    jumlah = contoh.indikator(tw=("3", "4"), akumulasi="jumlah", desimal="0")
    dua = contoh.satu(jumlah, "3", "5")
    assert hitungan_realisasi(dua, (Decimal(3), Decimal(5))) == "3 + 5 = 8"


def test_amounts_with_more_decimals_than_desimal_still_add_up_as_printed() -> None:
    baris = contoh.indikator(tw=("3", "4"), akumulasi="jumlah", desimal="0")
    h = contoh.satu(baris, "3.4", "3.4")
    assert hitungan_realisasi(h, (Decimal("3.4"), h.realisasi_triwulan)) == "3,4 + 3,4 = 6,8"
