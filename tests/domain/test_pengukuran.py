"""Accumulation, the four states, caps, means, what was in force when, and the faults seen in other applications."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.berlaku import pejabat_pada
from pipeline.domain.hasil import Capaian, Keadaan
from pipeline.domain.model import BerkasBadan, Rentang
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periode import Periode
from tests.domain.contoh import badan, berkas, indikator, kebijakan, satu

TERHITUNG, BELUM, TIDAK_BERLAKU, TDD = (
    Keadaan.TERHITUNG,
    Keadaan.BELUM_DIISI,
    Keadaan.TIDAK_BERLAKU,
    Keadaan.TIDAK_DAPAT_DIHITUNG,
)
PERSEN_PECAHAN = {"satuan": "persen", "pembilang": "Yang baik", "penyebut": "Semua"}


def pecahan(pembilang: str, penyebut: str) -> dict[str, str]:
    return {"pembilang": pembilang, "penyebut": penyebut}


def test_jumlah_adds_targets_and_realisasi_up_to_the_triwulan() -> None:
    hasil = satu(indikator(akumulasi="jumlah", tw=["10", "20", "30", "40"], tahun="100"), "9", "21", "15")
    assert (hasil.target_tw, hasil.realisasi) == (Decimal("60.00"), Decimal("45.00"))
    assert (hasil.target_triwulan, hasil.realisasi_triwulan) == (Decimal("30.00"), Decimal("15.00"))
    assert (hasil.capaian_tw.nilai, hasil.capaian_tahun.nilai) == (Decimal("75.00"), Decimal("45.00"))


def test_jumlah_adds_the_bounds_of_a_range() -> None:
    rentang = {"min": "10", "max": "20"}
    hasil = satu(indikator(akumulasi="jumlah", jenis_target="rentang", tw=[rentang, rentang]), "5", "10")
    assert hasil.target_tw == Rentang(min=Decimal("20.00"), max=Decimal("40.00"))
    assert hasil.capaian_tw.nilai == Decimal("75.00")


def test_jumlah_of_a_ratio_adds_the_parts_and_keeps_targets_as_levels() -> None:
    baris = indikator(akumulasi="jumlah", tw=["80", "80"], tahun="80", **PERSEN_PECAHAN)
    hasil = satu(baris, pecahan("10", "10"), pecahan("13", "26"))
    assert (hasil.pembilang, hasil.penyebut) == (Decimal(23), Decimal(36))
    assert (hasil.target_tw, hasil.realisasi) == (Decimal("80.00"), Decimal("63.89"))
    assert hasil.capaian_tw.nilai == hasil.capaian_tahun.nilai == Decimal("79.86")


def test_a_ratio_is_rounded_to_its_desimal_before_it_is_measured() -> None:
    hasil = satu(indikator(tw=["80"], tahun="80", **PERSEN_PECAHAN), pecahan("23", "36"))
    assert str(hasil.realisasi) == "63.89"
    assert hasil.capaian_tw.eksak is not None
    assert hasil.capaian_tw.eksak * 80 == Decimal("6389")


def test_a_typed_number_loses_no_digit_to_desimal() -> None:
    kecil = satu(indikator(tw=["0.4"], tahun="0.4", desimal="0"), "0.4")
    assert (str(kecil.target_tw), str(kecil.realisasi), kecil.capaian_tw.nilai) == ("0.4", "0.4", Decimal(100))
    baris = indikator(akumulasi="jumlah", tw=["3.5", "3.5"], tahun="14", desimal="0")
    jumlah = satu(baris, "3.4", "3.4", badan_=badan(kebijakan=kebijakan(pembulatan={"cara": "potong"})))
    assert (str(jumlah.target_tw), str(jumlah.realisasi)) == ("7", "6.8")
    assert jumlah.capaian_tw.nilai == Decimal("97.14")
    padat = satu(indikator(jenis_target="rentang", tw=[{"min": "-0", "max": "12.34500"}]), "1.50000")
    assert padat.target_tw == Rentang(min=Decimal("0.00"), max=Decimal("12.345"))
    assert str(padat.realisasi) == "1.50"


def test_a_ratio_is_rounded_the_way_the_policy_says() -> None:
    potong = badan(kebijakan=kebijakan(pembulatan={"cara": "potong"}))
    assert str(satu(indikator(tw=["80"], **PERSEN_PECAHAN), pecahan("2", "3"), badan_=potong).realisasi) == "66.66"
    assert str(satu(indikator(tw=["80"], **PERSEN_PECAHAN), pecahan("2", "3")).realisasi) == "66.67"


def test_a_ratio_that_is_no_percentage_is_not_multiplied() -> None:
    baris = indikator(tw=["2"], **{**PERSEN_PECAHAN, "satuan": "berkas per orang"})
    assert satu(baris, pecahan("3", "2")).realisasi == Decimal("1.50")


def test_a_ratio_may_have_its_own_pengali() -> None:
    baris = indikator(tw=["5"], satuan="per 100.000 penduduk", pembilang="Kasus", penyebut="Penduduk", pengali="100000")
    assert satu(baris, pecahan("12", "480000")).realisasi == Decimal("2.50")


def test_a_null_target_adds_nothing_and_all_null_is_tidak_berlaku() -> None:
    baris = indikator(akumulasi="jumlah", tw=[None, "20", None, "20"], tahun="40")
    assert satu(baris, None).capaian_tw.keadaan is TIDAK_BERLAKU
    assert satu(baris, None, "10").target_tw == Decimal("20.00")
    ketiga = satu(baris, None, "10", None)
    assert (ketiga.target_tw, ketiga.realisasi, ketiga.capaian_tw.nilai) == (Decimal(20), Decimal(10), Decimal(50))


def test_a_missing_realisasi_is_never_a_partial_sum_and_names_its_file() -> None:
    hasil = satu(indikator(akumulasi="jumlah", tw=["10", "10", "10"], tahun="40"), "10", None, "10")
    assert hasil.capaian_tw.keadaan is hasil.capaian_tahun.keadaan is BELUM
    assert hasil.belum == ("data/2026/tw2/realisasi/a.yaml",)
    assert hasil.realisasi is None
    assert "data/2026/tw2/realisasi/a.yaml" in (hasil.capaian_tw.catatan or "")


def test_a_ratio_with_a_missing_triwulan_is_no_partial_sum_either() -> None:
    baris = indikator(akumulasi="jumlah", tw=["80", "80"], tahun="80", **PERSEN_PECAHAN)
    hasil = satu(baris, pecahan("10", "10"), None)
    assert (hasil.pembilang, hasil.penyebut, hasil.realisasi) == (None, None, None)
    assert hasil.capaian_tw.keadaan is hasil.capaian_tahun.keadaan is BELUM


def test_a_value_owed_of_an_earlier_triwulan_names_the_file_of_the_unit_that_was_responsible_then() -> None:
    ganti = [{"berlaku_tw": "2", "indikator": [{"kode": "1", "penanggung_jawab": "b"}]}]
    isi = berkas([indikator(akumulasi="jumlah", tw=["1", "1"], tahun="4")], [{}, {}], perubahan=ganti)
    assert ukur(isi).hasil("1").belum == ("data/2026/tw1/realisasi/a.yaml", "data/2026/tw2/realisasi/b.yaml")


def test_posisi_and_kumulatif_miss_only_their_own_triwulan() -> None:
    for akumulasi in ("posisi", "kumulatif"):
        baris = indikator(akumulasi=akumulasi, tw=["10", "20", "30"], tahun="40")
        assert satu(baris, "10", None, "30").capaian_tw.nilai == Decimal(100)
        assert satu(baris, "10", "20", None).capaian_tw.keadaan is BELUM


def test_posisi_carries_nothing_into_a_triwulan_with_a_target_but_into_one_without() -> None:
    baris = indikator(tw=[None, "80", None, "90"], tahun="90")
    ketiga = satu(baris, None, "72", None)
    assert ketiga.capaian_tw.keadaan is TIDAK_BERLAKU
    assert (ketiga.realisasi, ketiga.capaian_tahun.nilai) == (Decimal(72), Decimal(80))
    assert satu(baris, None, "72", None, None).capaian_tw.keadaan is BELUM


def test_the_latest_value_is_carried() -> None:
    baris = indikator(akumulasi="kumulatif", tw=["10", "20", None], tahun="40")
    assert satu(baris, "10", "20", None).realisasi == Decimal(20)


def test_a_triwulan_without_target_does_not_hide_what_an_earlier_one_still_owes() -> None:
    hasil = satu(indikator(tw=["10", None], tahun="10"), None, None)
    assert (hasil.capaian_tw.keadaan, hasil.capaian_tahun.keadaan) == (TIDAK_BERLAKU, BELUM)
    assert "data/2026/tw1/realisasi/a.yaml" in (hasil.capaian_tahun.catatan or "")


def test_nothing_is_carried_over_a_quarter_that_still_owes_its_value() -> None:
    ketiga = satu(indikator(tw=["70", "80", None, "90"], tahun="90"), "72", None, None)
    assert (ketiga.realisasi, ketiga.capaian_tw.keadaan, ketiga.capaian_tahun.keadaan) == (None, TIDAK_BERLAKU, BELUM)


def test_the_level_of_a_ratio_stays_where_a_later_triwulan_sets_none() -> None:
    baris = indikator(akumulasi="jumlah", tw=["80", None], tahun="80", **PERSEN_PECAHAN)
    hasil = satu(baris, pecahan("10", "20"), pecahan("6", "20"))
    assert (hasil.target_tw, hasil.capaian_tw.nilai) == (Decimal(80), Decimal(50))
    assert satu(baris, None, None).capaian_tw.keadaan is BELUM
    assert satu({**baris, "target": {"tahun": "80"}}, None).capaian_tw.keadaan is TIDAK_BERLAKU


def test_before_anything_was_due_the_annual_achievement_does_not_apply() -> None:
    hasil = satu(indikator(tw=[None, "80"], tahun="80"), None)
    assert hasil.capaian_tahun.keadaan is TIDAK_BERLAKU


@pytest.mark.parametrize("akumulasi", ["jumlah", "kumulatif"])
def test_turun_amounts_are_not_measured_against_the_year_before_tw_iv(akumulasi: str) -> None:
    baris = indikator(arah="turun", akumulasi=akumulasi, tw=["3", "3", "3", "3"], tahun="12")
    ketiga = satu(baris, "1", "1", "1")
    assert (ketiga.capaian_tahun.keadaan, ketiga.capaian_tahun.catatan) == (TIDAK_BERLAKU, "dihitung pada Triwulan IV")
    assert satu(baris, "1", "1", "1", "1").capaian_tahun.terhitung


def test_a_turun_ratio_has_an_annual_achievement_every_triwulan() -> None:
    baris = indikator(arah="turun", akumulasi="jumlah", tw=["20"] * 4, tahun="20", **PERSEN_PECAHAN)
    assert satu(baris, pecahan("1", "10")).capaian_tahun.nilai == Decimal(120)


def test_annual_turun_exactly_on_target_is_100_percent() -> None:
    hasil = satu(indikator(arah="turun", tw=["7"], tahun="7"), "7")
    assert hasil.capaian_tahun.nilai == hasil.capaian_tw.nilai == Decimal("100.00")


def test_zero_is_a_value_a_real_miss_stays_in_the_mean() -> None:
    hasil = ukur(berkas([indikator("1", tw=["10"]), indikator("2", tw=["10"])], [{"1": "0", "2": "10"}]))
    assert hasil.hasil("1").capaian_tw.keadaan is TERHITUNG
    assert hasil.capaian_tw.nilai == Decimal("50.00")


def test_who_is_in_each_mean_and_why_the_others_are_not() -> None:
    pk = [
        indikator("naik-nol", tw=["0"], tahun="10"),
        indikator("turun-nol", tw=["0"], tahun="0", arah="turun"),
        indikator("tanpa-target", tw=[None], tahun="10"),
        indikator("belum", tw=["5"], tahun="5"),
        indikator("meleset", tw=["10"], tahun="10"),
    ]
    hasil = ukur(berkas(pk, [{"naik-nol": "0", "turun-nol": "0", "tanpa-target": "0", "meleset": "0"}]))
    assert hasil.capaian_tw.dihitung == ("turun-nol", "meleset")
    assert {d.kode: d.keadaan for d in hasil.capaian_tw.dikecualikan} == {
        "naik-nol": TDD,
        "tanpa-target": TIDAK_BERLAKU,
        "belum": BELUM,
    }
    assert hasil.capaian_tahun.dihitung == ("naik-nol", "turun-nol", "tanpa-target", "meleset")
    assert hasil.capaian_tw.nilai == Decimal("50.00")


def test_a_mean_uses_unrounded_capped_values() -> None:
    pk = [indikator("1", tw=["3"]), indikator("2", tw=["3"]), indikator("3", tw=["1"])]
    hasil = ukur(berkas(pk, [{"1": "1", "2": "1", "3": "9"}]))
    assert [h.capaian_tw.nilai for h in hasil.indikator] == [Decimal("33.33"), Decimal("33.33"), Decimal("120.00")]
    assert hasil.capaian_tw.nilai == Decimal("62.22")
    assert hasil.hasil("3").capaian_tw.tanpa_batas == Decimal("900.00")
    assert hasil.hasil("3").capaian_tw.dibatasi


def test_a_mean_is_not_made_from_printed_values() -> None:
    bulat = badan(kebijakan=kebijakan(pembulatan={"tempat": "0"}))
    hasil = ukur(
        berkas([indikator("1", tw=["100"]), indikator("2", tw=["100"])], [{"1": "10.5", "2": "10"}], badan_=bulat)
    )
    assert [str(h.capaian_tw.nilai) for h in hasil.indikator] == ["11", "10"]
    assert str(hasil.capaian_tw.nilai) == "10"


def test_without_a_cap_nothing_is_capped_but_below_zero_is_zero() -> None:
    tanpa = badan(kebijakan=kebijakan(batas="tanpa"))
    assert satu(indikator(tw=["1"]), "9", badan_=tanpa).capaian_tw.nilai == Decimal(900)
    assert satu(indikator(tw=["1"], arah="turun"), "9", badan_=tanpa).capaian_tw.nilai == Decimal(0)


def test_t_per_r_with_r_zero_gives_the_cap_or_nilai_r_nol() -> None:
    baris = indikator(tw=["10"], arah="turun", rumus="T/R")
    assert satu(baris, "0").capaian_tw.nilai == Decimal(120)
    tanpa = badan(kebijakan=kebijakan(batas="tanpa"))
    assert satu({**baris, "nilai_r_nol": "200"}, "0", badan_=tanpa).capaian_tw.nilai == Decimal(200)
    assert satu({**baris, "nilai_r_nol": "200"}, "1", badan_=tanpa).capaian_tw.nilai == Decimal(200)
    assert satu({**baris, "nilai_r_nol": "200"}, "8", badan_=tanpa).capaian_tw.nilai == Decimal(125)


def test_a_label_is_measured_by_its_score() -> None:
    baris = indikator(jenis_target="predikat", skala_label="sakip", tw=["BB"], tahun="A")
    hasil = satu(baris, "B")
    assert (hasil.capaian_tw.nilai, hasil.capaian_tahun.nilai) == (Decimal("80.00"), Decimal("66.67"))
    assert (hasil.target_tw, hasil.realisasi) == ("BB", "B")


def test_the_predikat_is_decided_on_the_printed_value() -> None:
    hasil = satu(indikator(tw=["100000"], desimal="0"), "90004")
    assert (hasil.capaian_tw.nilai, hasil.capaian_tw.predikat) == (Decimal("90.00"), "Tinggi")
    assert satu(indikator(tw=["200"]), "181").capaian_tw.predikat == "Sangat Tinggi"


def test_the_predikat_is_that_of_the_capped_value_and_mencapai_that_of_the_uncapped() -> None:
    skala = [{"nama": "lima", "rentang": [{"di_atas": "100", "predikat": "Sangat Baik"}, {"predikat": "Baik"}]}]
    seratus = badan(kebijakan=kebijakan(batas="100"), skala_predikat=skala)
    assert satu(indikator(tw=["10"]), "15", badan_=seratus).capaian_tw.predikat == "Baik"
    rendah = satu(indikator(tw=["10"]), "10", badan_=badan(kebijakan=kebijakan(batas="90"))).capaian_tw
    assert (rendah.nilai, rendah.mencapai) == (Decimal(90), True)


def test_mencapai_target_is_the_printed_uncapped_value_at_100_or_more() -> None:
    assert not satu(indikator(tw=["100"]), "99").capaian_tw.mencapai
    assert satu(indikator(tw=["100000"], desimal="0"), "99996").capaian_tw.mencapai
    assert not satu(
        indikator(tw=["100000"], desimal="0"), "99996", badan_=badan(kebijakan=kebijakan(pembulatan={"cara": "potong"}))
    ).capaian_tw.mencapai


def test_a_penyebut_of_zero_cannot_be_computed() -> None:
    hasil = satu(indikator(tw=["80"], tahun="80", **PERSEN_PECAHAN), pecahan("0", "0"))
    assert hasil.capaian_tw.keadaan is hasil.capaian_tahun.keadaan is TDD
    assert hasil.capaian_tw.catatan == "penyebut 0"


def test_bobot_is_renormalised_over_those_that_count() -> None:
    pk = [
        indikator("1", tw=["10"], bobot="3"),
        indikator("2", tw=["10"], bobot="1"),
        indikator("3", tw=["1"], bobot="6"),
    ]
    assert ukur(berkas(pk, [{"1": "10", "2": "2"}])).capaian_tw.nilai == Decimal("80.00")


def test_geometric_means_by_policy() -> None:
    pk = [indikator("1", tw=["4"]), indikator("2", tw=["1"])]
    geometrik = badan(kebijakan=kebijakan(rata_rata="geometrik"))
    assert ukur(berkas(pk, [{"1": "1", "2": "1"}], badan_=geometrik)).capaian_tw.nilai == Decimal("50.00")
    assert ukur(berkas(pk, [{"1": "0", "2": "1"}], badan_=geometrik)).capaian_tw.nilai == Decimal("0.00")
    (sasaran,) = ukur(berkas(pk, [{"1": "1", "2": "1"}], badan_=geometrik)).sasaran
    assert sasaran.capaian_tw.nilai == Decimal("50.00")


def test_koreksi_changes_what_is_measured_also_in_later_sums() -> None:
    rapat = {1: {"koreksi": [{"kode": "1", "semula": "12", "menjadi": "10", "alasan": "dihitung ganda"}]}}
    baris = indikator(akumulasi="jumlah", tw=["10", "10"])
    hasil = ukur(berkas([baris], [{"1": "12"}, {"1": "5"}], rapat=rapat)).hasil("1")
    assert hasil.realisasi == Decimal(15)


def test_a_pk_perubahan_changes_later_quarters_only() -> None:
    isi = berkas(
        [indikator(tw=["10", "10", "10"], tahun="10")],
        [{"1": "8"}, {"1": "8"}, {"1": "8"}],
        perubahan=[{"berlaku_tw": "3", "indikator": [{"kode": "1", "target": {"tahun": "8", "tw3": "8"}}]}],
    )
    assert ukur(isi).hasil("1").capaian_tw.nilai == Decimal(100)
    assert ukur(isi.pada(Periode(2026, 1))).hasil("1").capaian_tw.nilai == Decimal(80)
    assert ukur(isi).hasil("1").sumber[0] == ("data/2026/perjanjian-kinerja-perubahan-1.yaml", "indikator", 0, "target")


def test_targets_that_a_pk_perubahan_does_not_name_stay_and_null_removes_one() -> None:
    baris = indikator(akumulasi="jumlah", tw=["10", "10", "10", "10"], tahun="40")
    ubah = [{"berlaku_tw": "2", "indikator": [{"kode": "1", "target": {"tw2": "5", "tw3": None, "tahun": "25"}}]}]
    hasil = ukur(berkas([baris], [{"1": "10"}, {"1": "5"}, {"1": None}], perubahan=ubah)).hasil("1")
    assert (hasil.target_tw, hasil.target_tahun, hasil.realisasi) == (Decimal(15), Decimal(25), Decimal(15))
    assert hasil.indikator.target.tw4 == Decimal(10)


def test_the_policy_of_the_periods_last_day_decides() -> None:
    dua = [*kebijakan(batas="110"), {"berlaku_sejak": "2026-06-30", "batas": "tanpa", "skala_predikat": "lima"}]
    isi = berkas([indikator(tw=["1", "1"])], [{"1": "3"}, {"1": "3"}], badan_=badan(kebijakan=dua))
    assert ukur(isi).hasil("1").capaian_tw.nilai == Decimal(300)
    assert ukur(isi.pada(Periode(2026, 1))).hasil("1").capaian_tw.nilai == Decimal(110)


PROGRAM = [
    {
        "kode": "P",
        "nama": "Program",
        "kegiatan": [
            {"kode": "K1", "nama": "Satu", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "22275313470"},
            {"kode": "K2", "nama": "Dua", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "0"},
            {"kode": "K3", "nama": "Tiga", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "548000000"},
        ],
    }
]


def test_published_budget_rows_and_totals_as_sum_over_sum() -> None:
    isi = berkas(
        [indikator(tw=["1"], tahun="1")],
        [{"1": "1"}],
        program=PROGRAM,
        anggaran=[{"K1": "18817240527", "K2": "0", "K3": "499471900"}],
    )
    hasil = ukur(isi)
    assert [b.nilai.serapan for b in hasil.anggaran] == [
        Decimal("84.64"),
        Decimal("84.48"),
        None,
        Decimal("91.14"),
    ]
    assert hasil.total_anggaran.realisasi == Decimal("19316712427")
    assert hasil.efisiensi.nilai == Decimal("100.00") - Decimal("84.64")
    assert hasil.efisiensi.dasar == "serapan"


def test_an_unreported_spending_leaves_the_total_open() -> None:
    isi = berkas([indikator(tw=["1"])], [{"1": "1"}], program=PROGRAM, anggaran=[{"K1": "5", "K3": None}])
    hasil = ukur(isi)
    assert hasil.total_anggaran.realisasi is None
    assert hasil.total_anggaran.serapan is None
    assert hasil.anggaran[0].belum == ("data/2026/tw1/realisasi/a.yaml",)


def baris_anggaran(kode: str, pagu: str, **ganti: Any) -> dict[str, Any]:
    return {"kode": kode, "nama": kode, "sasaran": "S1", "penanggung_jawab": "a", "pagu": pagu, **ganti}


def test_a_row_with_pagu_0_neither_counts_nor_leaves_the_total_open() -> None:
    program = [baris_anggaran("A", "100"), baris_anggaran("B", "0", anggaran_kas={"tw1": "50"})]
    for b in (None, "5"):
        hasil = ukur(berkas([indikator(tw=["1"])], program=program, anggaran=[{"A": "30", "B": b}]))
        total = hasil.total_anggaran
        assert (total.realisasi, total.serapan, total.kas) == (Decimal(30), Decimal("30.00"), None)
        assert hasil.anggaran[1].nilai.serapan is None


def test_each_sasaran_has_its_own_money_and_efisiensi() -> None:
    pk = [indikator("1", tw=["10"], tahun="20"), indikator("2", tw=["10"], tahun="40", _sasaran="S2")]
    program = [baris_anggaran("A", "100"), baris_anggaran("B", "300", sasaran="S2", anggaran_kas={"tw1": "60"})]
    hasil = ukur(berkas(pk, [{"1": "10", "2": "10"}], program=program, anggaran=[{"A": "30", "B": "45"}]))
    satu_, dua = hasil.sasaran
    assert satu_.anggaran is not None
    assert (satu_.anggaran.pagu, satu_.anggaran.serapan) == (Decimal(100), Decimal("30.00"))
    assert (satu_.efisiensi.nilai, satu_.efisiensi.dasar) == (Decimal("20.00"), "serapan")
    assert (dua.efisiensi.nilai, dua.efisiensi.dasar) == (Decimal("25.00"), "kas")
    assert (hasil.efisiensi.nilai, hasil.efisiensi.dasar) == (Decimal("37.50") - Decimal("18.75"), "serapan")


def test_pagu_and_cash_plan_perubahan_count_from_their_triwulan_on_and_the_later_one_wins() -> None:
    kas = {"tw1": "10", "tw2": "20", "tw3": "30"}
    program = [baris_anggaran("A", "100", anggaran_kas=kas)]
    perubahan = [
        {"berlaku_tw": "3", "pagu": [{"kode": "A", "pagu": "400"}]},
        {"berlaku_tw": "2", "pagu": [{"kode": "A", "pagu": "200", "anggaran_kas": {"tw2": "40", "tw3": "60"}}]},
    ]
    isi = berkas([indikator()], program=program, anggaran=[{"A": "10"}] * 3, perubahan=perubahan)
    dilihat = [ukur(isi.pada(Periode(2026, tw))).total_anggaran for tw in (1, 2, 3)]
    assert [(s.pagu_awal, s.pagu, s.kas) for s in dilihat] == [
        (Decimal(100), Decimal(100), Decimal(10)),
        (Decimal(100), Decimal(200), Decimal(40)),
        (Decimal(100), Decimal(400), Decimal(60)),
    ]


def test_of_two_pk_perubahan_the_later_one_wins_whatever_their_order() -> None:
    ganti = [
        {"berlaku_tw": tw, "indikator": [{"kode": "1", "target": {"tw3": t}}]} for tw, t in (("3", "5"), ("2", "8"))
    ]
    isi = berkas([indikator(tw=["10"] * 3)], [{"1": "4"}] * 3, perubahan=ganti)
    assert ukur(isi).hasil("1").capaian_tw.nilai == Decimal(80)


def test_the_official_of_a_day() -> None:
    orang = [
        ("Lama", "kepala_badan", None, "2025-01-01", None),
        ("Baru", "kepala_badan", None, "2026-04-01", None),
        ("Plh.", "kepala_badan", None, "2026-05-10", "2026-05-20"),
        ("A", "kepala_bidang", "a", "2025-01-01", None),
        ("B", "kepala_bidang", "b", "2026-01-01", None),
    ]
    kunci = ("nama", "peran", "unit", "berlaku_sejak", "berlaku_sampai")
    lain = {"jabatan": "J", "nip": "198001012005011001", "pangkat": "P", "golongan": "IV/a"}
    isi = BerkasBadan.model_validate(badan(pejabat=[{**lain, **dict(zip(kunci, o, strict=True))} for o in orang]))

    def pada(tanggal: str, peran: str = "kepala_badan", unit: str | None = None) -> str | None:
        pejabat = pejabat_pada(isi, peran, date.fromisoformat(tanggal), unit)
        return pejabat and pejabat.nama

    assert pada("2024-12-31") is None
    assert [pada(f"2026-{h}") for h in ("03-31", "04-01", "05-10", "05-20", "05-21")] == [
        "Lama",
        "Baru",
        "Plh.",
        "Plh.",
        "Baru",
    ]
    assert (pada("2026-06-01", "kepala_bidang", "a"), pada("2026-06-01", "kepala_bidang", "b")) == ("A", "B")


def test_efisiensi_follows_the_cash_plan_where_it_is_given() -> None:
    program = [
        {
            "kode": "P",
            "nama": "P",
            "sasaran": "S1",
            "penanggung_jawab": "a",
            "pagu": "100",
            "anggaran_kas": {"tw1": "40"},
        }
    ]
    hasil = ukur(berkas([indikator(tw=["10"], tahun="40")], [{"1": "10"}], program=program, anggaran=[{"P": "30"}]))
    assert (hasil.efisiensi.nilai, hasil.efisiensi.dasar) == (Decimal("25.00"), "kas")


def test_spending_that_is_owed_does_not_change_the_basis_of_efisiensi() -> None:
    baris = {"kode": "P", "nama": "P", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "100"}
    program = [{**baris, "anggaran_kas": {"tw1": "40"}}]
    hasil = ukur(berkas([indikator(tw=["10"], tahun="40")], [{"1": "10"}], program=program, anggaran=[{"P": None}]))
    assert (hasil.efisiensi.nilai, hasil.efisiensi.dasar) == (None, "kas")


ISIAN = st.one_of(st.none(), st.integers(0, 400).map(str))
JENIS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"arah": st.sampled_from(["naik", "turun"]), "akumulasi": st.sampled_from(["posisi", "kumulatif", "jumlah"])}
)
PK = st.lists(st.tuples(JENIS, st.lists(ISIAN, min_size=3, max_size=3), ISIAN), min_size=1, max_size=6)


def _acak(pk: Any, isian: Any) -> Any:
    baris = [indikator(str(n), tw=tw, tahun=tahun, **jenis) for n, (jenis, tw, tahun) in enumerate(pk)]
    triwulan = [{str(n): isian[n % len(isian)][tw] for n in range(len(pk))} for tw in range(3)]
    return baris, triwulan


@given(PK, st.lists(st.lists(ISIAN, min_size=3, max_size=3), min_size=1, max_size=6))
def test_a_mean_never_exceeds_the_cap_and_every_counted_value_has_one_predikat(pk: Any, isian: Any) -> None:
    baris, triwulan = _acak(pk, isian)
    hasil = ukur(berkas(baris, triwulan))
    for rerata in (hasil.capaian_tw, hasil.capaian_tahun):
        assert rerata.nilai is None or 0 <= rerata.nilai <= 120
        assert (rerata.nilai is None) is (not rerata.dihitung) is (rerata.predikat is None)
        assert rerata.seluruhnya == len(baris)
    for h in hasil.indikator:
        for capaian in (h.capaian_tw, h.capaian_tahun):
            _sah(capaian)


def _sah(capaian: Capaian) -> None:
    ada = capaian.keadaan is TERHITUNG
    assert (capaian.nilai is not None) is ada
    assert (capaian.predikat in {"Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"}) is ada


@given(PK, st.lists(st.lists(ISIAN, min_size=3, max_size=3), min_size=1, max_size=6), st.randoms())
def test_the_order_of_indikator_does_not_matter(pk: Any, isian: Any, acak: Any) -> None:
    baris, triwulan = _acak(pk, isian)
    lain = list(baris)
    acak.shuffle(lain)
    satu_, dua = ukur(berkas(baris, triwulan)), ukur(berkas(lain, triwulan))
    assert satu_.capaian_tw.nilai == dua.capaian_tw.nilai
    assert {h.indikator.kode: h.capaian_tahun for h in satu_.indikator} == {
        h.indikator.kode: h.capaian_tahun for h in dua.indikator
    }
