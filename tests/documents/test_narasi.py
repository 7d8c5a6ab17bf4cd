from __future__ import annotations

from typing import Any

import pytest

from pipeline.documents import narasi, nilai
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.pengukuran import ukur
from tests.domain import contoh

SAMPAI = "target s.d. Triwulan I"


def _ukur(*realisasi: str | None, **ganti: Any) -> Pengukuran:
    """One indikator a value, each with target 10 in TW I; "x" stands for an indikator without a target."""
    baris = [
        contoh.indikator(str(n), tw=(None if r == "x" else "10", "10", "10", "10"), tahun="10")
        for n, r in enumerate(realisasi, 1)
    ]
    isian = {str(n): r for n, r in enumerate(realisasi, 1) if r not in (None, "x")}
    return ukur(contoh.berkas(baris, [isian], **ganti))


@pytest.mark.parametrize(
    ("realisasi", "kalimat"),
    [
        (("10", "10", "9"), f"Dari 3 indikator, 2 mencapai {SAMPAI} dan 1 belum mencapai target."),
        (("10", "10"), f"Seluruh 2 indikator mencapai {SAMPAI}."),
        (("9", "9"), f"Dari 2 indikator, belum ada yang mencapai {SAMPAI}; seluruhnya belum mencapai target."),
        (("10",), f"Satu-satunya indikator mencapai {SAMPAI}."),
        (("9.99",), f"Satu-satunya indikator belum mencapai {SAMPAI}."),
        (
            (None,),
            f"Capaian satu-satunya indikator terhadap {SAMPAI} belum dapat dihitung karena realisasinya belum diisi.",
        ),
        (("x",), f"Capaian satu-satunya indikator terhadap {SAMPAI} tidak berlaku."),
        ((None, None), f"Dari 2 indikator, belum ada yang mencapai {SAMPAI}; seluruhnya belum diisi realisasinya."),
        (
            ("9", None),
            f"Dari 2 indikator, belum ada yang mencapai {SAMPAI}: 1 belum mencapai target dan 1 belum diisi "
            "realisasinya.",
        ),
        (
            ("10", "9", None, "x"),
            f"Dari 4 indikator, 1 mencapai {SAMPAI}, 1 belum mencapai target, 1 belum diisi realisasinya, dan 1 "
            "tidak "
            "berlaku.",
        ),
    ],
)
def test_the_count_of_indikator_reads_right_for_zero_one_and_all(
    realisasi: tuple[str | None, ...], kalimat: str
) -> None:
    assert narasi.kalimat_indikator(_ukur(*realisasi)) == kalimat


def test_a_printed_99_90_is_not_on_target() -> None:
    p = _ukur("9.99")
    assert narasi.kalimat_hasil(p, p.indikator[0]) == (
        "Realisasi s.d. Triwulan I sebesar 9,99 orang terhadap target 10,00 orang, sehingga capaiannya 99,90\u00a0% "
        "dengan "
        "predikat Sangat Tinggi dan indikator ini belum mencapai target. Terhadap target tahun 2026 sebesar 10,00 "
        "orang, "
        "capaiannya 99,90\u00a0% dengan predikat Sangat Tinggi."
    )


def test_both_means_stand_in_one_sentence_with_their_predikat() -> None:
    p = _ukur("10", "9")
    assert narasi.kalimat_capaian(p, p.capaian_tw, p.capaian_tahun, "kinerja") == (
        f"Rata-rata capaian kinerja terhadap {SAMPAI} adalah 95,00\u00a0% dengan predikat Sangat Tinggi, dan "
        "terhadap "
        "target tahun 2026 adalah 95,00\u00a0% dengan predikat Sangat Tinggi."
    )


def test_without_any_value_no_mean_is_claimed() -> None:
    p = _ukur(None)
    assert narasi.kalimat_capaian(p, p.capaian_tw, p.capaian_tahun, "kinerja").endswith("belum dapat dihitung.")
    assert nilai.cara_rerata(p.capaian_tw) == (
        "tidak ada yang dapat dirata-ratakan dari 1 indikator; batas 120\u00a0%; tidak dihitung: 1 (belum diisi)"
    )


def test_a_mean_says_how_it_was_made_and_what_it_leaves_out() -> None:
    cara = nilai.cara_rerata(_ukur("10", "9", "x").capaian_tw)
    assert cara == (
        "rata-rata dari 2 dari 3 indikator; batas 120\u00a0%; tidak dihitung: 3 (tidak berlaku: tidak ada target "
        "sampai dengan triwulan ini)"
    )


def test_a_weighted_geometric_mean_without_a_cap_is_named_so() -> None:
    badan = contoh.badan(kebijakan=contoh.kebijakan(batas="tanpa", rata_rata="geometrik"))
    baris = [contoh.indikator(str(n), tw=("10",) * 4, tahun="10", bobot="1") for n in (1, 2)]
    p = ukur(contoh.berkas(baris, [{"1": "10", "2": "9"}], badan_=badan))
    assert nilai.cara_rerata(p.capaian_tw) == "rata-rata geometrik berbobot dari 2 dari 2 indikator; tanpa batas"


def test_misses_and_indikator_without_a_number_are_named() -> None:
    p = _ukur("10", "9", None)
    assert narasi.meleset(p) == (
        "2 Indikator 2: realisasi 9,00 orang terhadap target 10,00 orang, capaian 90,00\u00a0%",
    )
    assert narasi.tanpa_capaian(p) == ("3 Indikator 3 (belum diisi)",)


@pytest.mark.parametrize(
    ("bagian", "kalimat"),
    [
        ([(1, "selesai"), (0, "belum")], "Satu-satunya hal selesai."),
        ([(3, "selesai"), (0, "belum")], "Seluruh 3 hal selesai."),
        ([(2, "selesai"), (1, "belum")], "Dari 3 hal, 2 selesai dan 1 belum."),
    ],
)
def test_lists_are_summed_up_for_one_all_and_some(bagian: list[tuple[int, str]], kalimat: str) -> None:
    assert narasi.kalimat_rincian(sum(n for n, _ in bagian), "hal", bagian) == kalimat


@pytest.mark.parametrize(
    ("pagu", "realisasi", "kalimat"),
    [
        ("200", "50", "Realisasi anggaran s.d. Triwulan I sebesar Rp50 atau 25,00\u00a0% dari pagu Rp200."),
        ("200", None, "Pagu anggaran berjumlah Rp200; realisasi anggaran s.d. Triwulan I belum diisi."),
        ("0", None, "Tidak ada pagu anggaran yang berlaku pada periode ini."),
    ],
)
def test_the_budget_sentence_claims_only_what_is_known(pagu: str, realisasi: str | None, kalimat: str) -> None:
    program = {"kode": "5.01", "nama": "Program", "sasaran": "S1", "penanggung_jawab": "a", "pagu": pagu}
    assert narasi.kalimat_anggaran(_ukur("10", program=[program], anggaran=[{"5.01": realisasi}])) == kalimat


def test_a_partly_reported_budget_is_not_called_unreported() -> None:
    program = [
        {"kode": kode, "nama": "Program", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "200"}
        for kode in ("5.01", "5.02")
    ]
    p = _ukur("10", program=program, anggaran=[{"5.01": "50"}])
    assert narasi.kalimat_anggaran(p).endswith("realisasi anggaran s.d. Triwulan I belum seluruhnya diisi.")
    assert narasi.kalimat_efisiensi(p).startswith("Tingkat efisiensi belum dapat dihitung")


def test_without_pagu_no_missing_spending_is_blamed() -> None:
    assert narasi.kalimat_efisiensi(_ukur("10")) == (
        "Tingkat efisiensi tidak dapat dihitung karena tidak ada pagu anggaran."
    )


def test_a_label_as_annual_target_stands_between_commas() -> None:
    baris = contoh.indikator(tw=("BB",), tahun="BB", jenis_target="predikat", skala_label="sakip")
    p = ukur(contoh.berkas([baris], [{"1": "BB"}]))
    assert narasi.kalimat_tahun(p, p.indikator[0]).startswith("Terhadap target tahun 2026, yaitu BB, capaiannya")
