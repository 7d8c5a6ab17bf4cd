"""Each check: a fault it finds at its place, and the same input mended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.messages import MESSAGES
from pipeline.problems import Problem, Severity
from tests.domain.contoh import SKALA, badan, berkas, indikator, kebijakan, kode_temuan, temuan

ISIAN = "data/2026/tw1/realisasi/a.yaml"
PK = "data/2026/perjanjian-kinerja.yaml"


def stops(isi: Any) -> list[str]:
    return [t.code for t in temuan(isi) if t.stops]


def cari(isi: Any, kode: str) -> Problem:
    cocok = [t for t in temuan(isi) if t.code == kode]
    assert len(cocok) == 1, [t.code for t in temuan(isi)]
    for bahasa in ("id", "en"):
        for akhir in ("", ".saran"):
            teks = getattr(MESSAGES[f"masalah.{kode}{akhir}"], bahasa)
            assert teks.format(**cocok[0].args)
    return cocok[0]


def test_clean_inputs_have_nothing_that_stops() -> None:
    assert stops(berkas([indikator(tw=["10"], tahun="10")], [{"1": "10"}])) == []


@pytest.mark.parametrize(
    ("kode", "ganti"),
    [
        ("dalam-bukan-rentang", {"arah": "dalam"}),
        ("predikat-arah", {"jenis_target": "predikat", "skala_label": "sakip", "arah": "turun"}),
        ("jumlah-predikat", {"jenis_target": "predikat", "skala_label": "sakip", "akumulasi": "jumlah"}),
        ("predikat-tanpa-skala", {"jenis_target": "predikat"}),
        ("pecahan-separuh", {"pembilang": "yang baik"}),
        ("jumlah-persen", {"satuan": "persen", "akumulasi": "jumlah"}),
        ("rumus-tidak-dipakai", {"rumus": "T/R"}),
        ("nilai-r-nol-kecil", {"arah": "turun", "rumus": "T/R", "nilai_r_nol": "50"}),
        ("bobot-mustahil", {"bobot": "0"}),
    ],
)
def test_parts_of_a_pk_row_that_do_not_belong_together(kode: str, ganti: dict[str, Any]) -> None:
    assert cari(berkas([indikator(**ganti)]), kode).path[:5] == (PK, "sasaran", 0, "indikator", 0)


def test_t_per_r_without_a_cap_must_say_what_zero_is_worth() -> None:
    tanpa = badan(kebijakan=kebijakan(batas="tanpa", rumus_turun="T/R"))
    assert "nilai-r-nol-perlu" in stops(berkas([indikator(arah="turun", tw=["5"])], badan_=tanpa))
    mended = indikator(arah="turun", tw=["5"], nilai_r_nol="200")
    assert stops(berkas([mended], badan_=tanpa)) == []


@pytest.mark.parametrize(
    ("kode", "jenis", "nilai"),
    [
        ("nilai-bukan-rentang", {}, {"min": "1", "max": "2"}),
        ("rentang-terbalik", {"jenis_target": "rentang"}, {"min": "3", "max": "2"}),
        ("target-bukan-rentang", {"jenis_target": "rentang"}, "5"),
        ("nilai-bukan-angka", {}, "BB"),
        ("nilai-bukan-label", {"jenis_target": "predikat", "skala_label": "sakip"}, "5"),
        ("label-tidak-dikenal", {"jenis_target": "predikat", "skala_label": "sakip"}, "BBB"),
        ("ribuan-atau-desimal", {}, "38.443"),
    ],
)
def test_targets_of_another_jenis(kode: str, jenis: dict[str, Any], nilai: Any) -> None:
    masalah = cari(berkas([indikator(tw=[nilai], **jenis)]), kode)
    assert masalah.path[:7] == (PK, "sasaran", 0, "indikator", 0, "target", "tw1")
    assert masalah.severity is Severity.SALAH


@pytest.mark.parametrize(
    ("nilai", "saran"),
    [
        ("nihil", "0"),
        ("Nol", "0"),
        ("490 orang", "490"),
        ("“490”", "490"),
        ("91,8 persen", "91.8"),
        ("Rp150.000.000,-", "150000000"),
        ("12.500 orang", None),
        ("12 dari 13 orang", None),
        ("88,5 - 90", None),
        ("belum ada", None),
        ("–", None),
    ],
)
def test_a_text_where_a_number_is_expected_says_what_was_meant(nilai: str, saran: str | None) -> None:
    assert cari(berkas([indikator(tw=["10"])], [{"1": nilai}]), "nilai-bukan-angka").hint == saran


def test_an_unknown_label_names_the_nearest() -> None:
    baris = indikator(jenis_target="predikat", skala_label="sakip", tw=["BB"])
    assert cari(berkas([baris], [{"1": "Bb"}]), "label-tidak-dikenal").hint == "BB"


@pytest.mark.parametrize(
    ("nilai", "desimal", "ditanya"),
    [("38.443", "2", True), ("38.4430", "2", False), ("38.443", "3", False), ("38443", "0", False)],
)
def test_a_point_with_three_decimals_is_asked_about(nilai: str, desimal: str, ditanya: bool) -> None:
    isi = berkas([indikator(tw=["40000"], desimal=desimal)], [{"1": nilai}])
    assert ("ribuan-atau-desimal" in stops(isi)) is ditanya


def test_the_question_offers_both_readings() -> None:
    args = cari(berkas([indikator(tw=["40000"])], [{"1": "38.443"}]), "ribuan-atau-desimal").args
    assert (args["ribuan"], args["desimal"]) == ("38443", "38.4430")


def test_money_with_three_decimals_is_asked_about() -> None:
    baris = {"kode": "P", "nama": "P", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "1000000"}
    isi = berkas([indikator()], program=[baris], anggaran=[{"P": "125.000"}])
    assert cari(isi, "ribuan-atau-desimal").path == (ISIAN, "anggaran", 0, "realisasi")


@pytest.mark.parametrize(
    ("akumulasi", "tw", "tahun", "kode"),
    [
        ("posisi", ["1", "2", "3", "4"], "5", True),
        ("posisi", ["1", "2", "3", "4"], "4", False),
        ("posisi", ["4", None, None, None], "4", False),
        ("kumulatif", ["1", "2", "3", "4"], "10", True),
        ("jumlah", ["1", "2", "3", "4"], "10", False),
        ("jumlah", ["1", "2", "3", "4"], "4", True),
        ("jumlah", [None, None, None, None], "4", False),
    ],
)
def test_quarterly_targets_make_the_annual_one_or_are_explained(
    akumulasi: str, tw: list[Any], tahun: str, kode: bool
) -> None:
    baris = indikator(akumulasi=akumulasi, tw=tw, tahun=tahun)
    assert ("target-tidak-membentuk-tahun" in stops(berkas([baris]))) is kode
    assert stops(berkas([{**baris, "penjelasan": "disepakati dalam rapat"}])) == []


def test_the_targets_of_a_ratio_are_levels_that_end_in_the_annual_one() -> None:
    baris = indikator(akumulasi="jumlah", satuan="persen", pembilang="x", penyebut="y", tw=["70", "80"], tahun="80")
    assert stops(berkas([baris])) == []
    assert stops(berkas([{**baris, "target": {**baris["target"], "tahun": "150"}}])) == ["target-tidak-membentuk-tahun"]


def test_a_unit_validates_only_what_it_owns() -> None:
    validasi = {"unit": "a", "validasi": [{"kode": "1", "putaran": [putaran("sesuai", "2026-04-10")]}]}
    masalah = cari(berkas([indikator(penanggung_jawab="b")], validasi={1: validasi}), "bukan-pemilik")
    assert masalah.path == ("data/2026/tw1/validasi/a.yaml", "validasi", 0, "kode")


def test_a_unit_reports_only_what_it_owns() -> None:
    masalah = cari(berkas([indikator(penanggung_jawab="b")], [{"1": "1"}]), "bukan-pemilik")
    assert masalah.path == (ISIAN, "realisasi", 0, "kode")
    assert masalah.args["pemilik"] == "b"


def test_a_kumulatif_that_falls_wants_an_explanation() -> None:
    baris = indikator(akumulasi="kumulatif", tw=["1", "2"])
    turun = berkas([baris], [{"1": "5"}, {"1": "4"}])
    assert cari(turun, "kumulatif-turun").severity is Severity.PERLU_PENJELASAN
    assert stops(berkas([baris], [{"1": "5"}, {"1": {"realisasi": "4", "penjelasan": "data dibersihkan"}}])) == []
    assert stops(berkas([indikator(tw=["1", "2"])], [{"1": "5"}, {"1": "4"}])) == []
    assert stops(berkas([baris], [{"1": "5"}, {"1": "5"}])) == []


def test_a_new_year_begins_at_nothing() -> None:
    dua = berkas([indikator(akumulasi="kumulatif", tw=["1", "1"])], [{"1": "90"}, {"1": "5"}])
    lalu, kini = dua.triwulan
    lalu, kini = replace(lalu, periode=Periode(2025, 4)), replace(kini, periode=Periode(2026, 1))
    assert stops(replace(dua, periode=kini.periode, triwulan=(lalu, kini))) == []


def test_of_a_kumulatif_ratio_the_pembilang_may_not_fall_but_the_population_may() -> None:
    baris = indikator(akumulasi="kumulatif", tw=["1", "2"], pembilang="x", penyebut="y")
    lalu = {"pembilang": "10", "penyebut": "100"}
    assert stops(berkas([baris], [{"1": lalu}, {"1": {"pembilang": "11", "penyebut": "99"}}])) == []
    assert stops(berkas([baris], [{"1": lalu}, {"1": {"pembilang": "9", "penyebut": "100"}}])) == ["kumulatif-turun"]


def test_a_pembilang_above_its_penyebut_wants_an_explanation_on_a_percentage() -> None:
    bagian = {"pembilang": "12", "penyebut": "10"}
    baris = indikator(tw=["90"], satuan="persen", pembilang="x", penyebut="y")
    assert stops(berkas([baris], [{"1": bagian}])) == ["pembilang-melebihi-penyebut"]
    assert stops(berkas([{**baris, "satuan": "rasio"}], [{"1": bagian}])) == []
    assert stops(berkas([baris], [{"1": {**bagian, "penjelasan": "dua angkatan"}}])) == []


def test_a_ratio_is_typed_in_parts_where_the_pk_says_so() -> None:
    dijumlah = indikator(tw=["90"], akumulasi="jumlah", satuan="persen", pembilang="x", penyebut="y")
    assert stops(berkas([dijumlah], [{"1": "95"}])) == ["pecahan-perlu"]
    assert stops(berkas([indikator(tw=["90"])], [{"1": {"pembilang": "1", "penyebut": "2"}}])) == [
        "pecahan-tidak-dinyatakan"
    ]


@pytest.mark.parametrize(
    ("koreksi", "kode"),
    [
        ([{"semula": "12", "menjadi": "10"}], None),
        ([{"semula": "12.0", "menjadi": "10"}], None),
        ([{"semula": "11", "menjadi": "10"}], "koreksi-basi"),
        ([{"semula": {"pembilang": "1", "penyebut": "2"}, "menjadi": "10"}], "koreksi-basi"),
        ([{"semula": "12", "menjadi": "BB"}], "nilai-bukan-angka"),
        ([{"semula": "12", "menjadi": "10"}] * 2, "koreksi-ganda"),
    ],
)
def test_a_koreksi_is_about_what_was_typed(koreksi: list[dict[str, Any]], kode: str | None) -> None:
    rapat = {1: {"koreksi": [{"kode": "1", "alasan": "salah ketik", **k} for k in koreksi]}}
    kodes = stops(berkas([indikator(tw=["10"])], [{"1": "12"}], rapat=rapat))
    assert (kode in kodes) if kode else kodes == []


def test_a_stale_koreksi_of_a_ratio_shows_what_to_write() -> None:
    rapat = {1: {"koreksi": [{"kode": "1", "alasan": "x", "semula": "91.8", "menjadi": "90"}]}}
    pecahan = indikator(tw=["90"], satuan="persen", pembilang="x", penyebut="y")
    masalah = cari(berkas([pecahan], [{"1": {"pembilang": "560", "penyebut": "610"}}], rapat=rapat), "koreksi-basi")
    for teks in (MESSAGES["masalah.koreksi-basi.saran"].id, MESSAGES["masalah.koreksi-basi.saran"].en):
        assert "`semula: {pembilang: 560, penyebut: 610}`" in teks.format(**masalah.args)


def test_a_koreksi_of_nothing_is_refused() -> None:
    rapat = {1: {"koreksi": [{"kode": "1", "alasan": "x", "semula": "1", "menjadi": "2"}]}}
    assert stops(berkas([indikator(tw=["10"])], [{"1": None}], rapat=rapat)) == ["koreksi-tanpa-isian"]


KEGIATAN = {"kode": "P", "nama": "P", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "100"}


def test_spending_above_pagu_or_below_last_quarter_wants_an_explanation() -> None:
    satu = berkas([indikator()], program=[KEGIATAN], anggaran=[{"P": "150"}, {"P": "120"}])
    assert sorted(stops(satu)) == ["realisasi-anggaran-turun", "realisasi-melebihi-pagu", "realisasi-melebihi-pagu"]
    assert stops(berkas([indikator()], program=[KEGIATAN], anggaran=[{"P": "100"}, {"P": "100"}])) == []
    sebab = {"penjelasan": "pengembalian belanja"}
    dua = [{"P": {"realisasi": "150", **sebab}}, {"P": {"realisasi": "120", **sebab}}]
    assert stops(berkas([indikator()], program=[KEGIATAN], anggaran=dua)) == []


def test_budget_rows_carry_pagu_only_at_the_lowest_level() -> None:
    induk = {"kode": "Q", "nama": "Q", "pagu": "5", "kegiatan": [KEGIATAN, {"kode": "K", "nama": "K"}]}
    kode = stops(berkas([indikator()], program=[induk], anggaran=[{"Q": "1"}]))
    assert sorted(kode) == [
        "anggaran-berlebih",
        "anggaran-bukan-terendah",
        "anggaran-tidak-lengkap",
        "anggaran-tidak-lengkap",
        "anggaran-tidak-lengkap",
    ]


def test_money_is_reported_by_its_owner() -> None:
    isi = berkas([indikator()], program=[{**KEGIATAN, "penanggung_jawab": "b"}], anggaran=[{"P": "1"}])
    assert stops(isi) == ["bukan-pemilik-anggaran"]


def test_bobot_for_all_or_for_none() -> None:
    isi = berkas([indikator("1", bobot="2"), indikator("2")])
    assert cari(isi, "bobot-tidak-lengkap").args == {"kode": "2"}


@pytest.mark.parametrize(
    ("rentang", "kode"),
    [
        ([{"di_atas": "91", "predikat": "A"}, {"sampai": "90", "predikat": "B"}], "skala-berlubang"),
        ([{"di_atas": "90", "predikat": "A"}, {"sampai": "95", "predikat": "B"}], "skala-tumpang-tindih"),
        (
            [{"di_atas": "50", "predikat": "A"}, {"di_atas": "90", "predikat": "B"}, {"predikat": "C"}],
            "skala-tidak-urut",
        ),
        ([{"di_atas": "90", "predikat": "A"}, {"di_atas": "50", "predikat": "B"}], "skala-tanpa-dasar"),
        ([{"predikat": "A"}, {"predikat": "B"}], "skala-tanpa-batas-bawah"),
        ([{"di_atas": "90", "sampai": "80", "predikat": "A"}, {"predikat": "B"}], "skala-tidak-urut"),
    ],
)
def test_a_broken_scale_is_refused_at_its_line(rentang: list[dict[str, str]], kode: str) -> None:
    isi = berkas([indikator()], badan_=badan(skala_predikat=[{"nama": "lima", "rentang": rentang}]))
    assert cari(isi, kode).path[:4] == ("data/badan.yaml", "skala_predikat", 0, "rentang")


def test_a_scale_may_state_both_ends_of_its_bands() -> None:
    rentang = [{**r, "sampai": s} for r, s in zip(SKALA["rentang"], ["100", "90", "75", "65", "50"], strict=True)]  # type: ignore[arg-type, dict-item]
    assert stops(berkas([indikator()], badan_=badan(skala_predikat=[{"nama": "lima", "rentang": rentang}]))) == []


def test_policy_must_be_in_force_and_its_cap_possible() -> None:
    nanti = badan(kebijakan=kebijakan(berlaku_sejak="2026-04-01", batas="0"))
    assert stops(berkas([indikator()], badan_=nanti)) == ["kebijakan-belum-berlaku", "batas-mustahil"]


def pejabat(**ganti: str) -> dict[str, str]:
    return {
        "peran": "kepala_badan",
        "jabatan": "Kepala Badan",
        "nama": "Contoh",
        "nip": "198001012005011001",
        "pangkat": "Pembina",
        "golongan": "IV/a",
        "berlaku_sejak": "2025-01-01",
        **ganti,
    }


@pytest.mark.parametrize(
    ("nip", "lazim"),
    [
        ("198001012005011001", True),
        ("19800101 200501 1 001", True),
        ("199001012024212003", True),
        ("198013012005011001", False),
        ("198002302005011001", False),
        ("198001012005131001", False),
        ("198001012005013001", False),
        ("198001011980011001", False),
        ("19800101200501100", False),
    ],
)
def test_the_shape_of_a_nip(nip: str, lazim: bool) -> None:
    isi = berkas([indikator()], badan_=badan(pejabat=[pejabat(nip=nip)]))
    assert ("nip-tidak-lazim" in kode_temuan(isi, Severity.PERINGATAN)) is not lazim
    assert stops(isi) == []


def test_officials_need_a_unit_a_term_that_ends_after_it_begins_and_somebody_for_each_signature() -> None:
    kepala = pejabat(peran="kepala_bidang", berlaku_sampai="2024-01-01")
    isi = berkas([indikator()], badan_=badan(pejabat=[kepala]), langkah=langkah(penandatanganan="2026-04-10"))
    assert kode_temuan(isi) == ["pejabat-tanpa-unit", "masa-jabatan-terbalik", "pejabat-tidak-ada"]


def test_what_a_report_should_say_beside_its_numbers_is_a_warning() -> None:
    isi = berkas([indikator("1", tw=["10"]), indikator("2", tw=["10"])], [{"1": "5", "2": "16"}])
    assert sorted(kode_temuan(isi, Severity.PERINGATAN)) == [
        "bukti-tidak-ada",
        "bukti-tidak-ada",
        "capaian-pencilan",
        "faktor-belum-lengkap",
    ]


def test_each_part_that_a_miss_lacks_is_named_and_100_is_no_miss() -> None:
    ada = {
        "bukti": [{"uraian": "x"}],
        "faktor_pendorong": ["x"],
        "faktor_penghambat": ["x"],
        "tindak_lanjut": [{"uraian": "x", "pic": "y", "batas_waktu": "2026-05-01"}],
    }

    def isi(realisasi: str, *kurang: str) -> Any:
        isian = {kunci: nilai for kunci, nilai in ada.items() if kunci not in kurang}
        return berkas([indikator(tw=["10"])], [{"1": {"realisasi": realisasi, **isian}}])

    for kunci in ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut"):
        assert cari(isi("9.9", kunci), "faktor-belum-lengkap").args["kurang"] == kunci
    assert kode_temuan(isi("9.9")) == []
    assert kode_temuan(isi("10", *ada.keys() - {"bukti"})) == []


def test_last_quarters_tindak_lanjut_is_answered() -> None:
    janji = {"realisasi": "1", "tindak_lanjut": [{"uraian": "x", "pic": "y", "batas_waktu": "2026-05-01"}]}
    baris = indikator(tw=["1", "1"])
    diam = berkas([baris], [{"1": janji}, {"1": "1"}])
    assert "tindak-lanjut-belum-dijawab" in kode_temuan(diam, Severity.PERINGATAN)
    jawab = {"realisasi": "1", "tindak_lanjut_lalu": [{"nomor": "1", "status": "selesai"}]}
    assert "tindak-lanjut-belum-dijawab" not in kode_temuan(berkas([baris], [{"1": janji}, {"1": jawab}]))
    dua_kali = {"realisasi": "1", "tindak_lanjut_lalu": [{"nomor": "1", "status": "selesai"}, {"status": "belum"}]}
    masalah = cari(berkas([baris], [{"1": janji}, {"1": dua_kali}]), "tindak-lanjut-ganda")
    assert masalah.path[1:] == ("realisasi", 0, "tindak_lanjut_lalu", 1, "nomor")
    lebih = {"realisasi": "1", "tindak_lanjut_lalu": [{"nomor": "2", "status": "selesai"}]}
    assert "tindak-lanjut-tidak-ada" in stops(berkas([baris], [{"1": janji}, {"1": lebih}]))


def test_a_tindak_lanjut_of_an_indikator_that_nobody_reports_any_more_is_unanswered_too() -> None:
    janji = {"realisasi": "1", "tindak_lanjut": [{"uraian": "x", "pic": "y", "batas_waktu": "2026-05-01"}]}
    masalah = cari(berkas([indikator(tw=["1", None])], [{"1": janji}, {}]), "tindak-lanjut-belum-dijawab")
    assert masalah.path == (ISIAN, "realisasi", 0, "tindak_lanjut", 0)
    assert masalah.severity is Severity.PERINGATAN


def test_an_outlier_against_the_year_alone_is_told_too() -> None:
    bukti = [{"uraian": "berita acara"}]
    baris = indikator(tw=[None, "10"], tahun="10")
    isi = berkas([baris], [{"1": {"realisasi": "15.01", "bukti": bukti}}])
    assert cari(isi, "capaian-pencilan").args == {"kode": "1", "capaian": "150.10"}
    assert kode_temuan(berkas([baris], [{"1": {"realisasi": "15", "bukti": bukti}}])) == []


def langkah(**selesai: str) -> dict[str, Any]:
    """Records of steps by key and the day each was finished."""
    return {kunci: {"selesai": hari} for kunci, hari in selesai.items()}


def test_dates_follow_the_sop() -> None:
    urut = {"penyusunan": "2026-04-10", "pemeriksaan": "2026-04-14", "penandatanganan": "2026-04-15"}
    pejabat_ = badan(pejabat=[pejabat(peran=p) for p in ("kepala_badan", "sekretaris", "kasubbag")])
    assert kode_temuan(berkas([indikator()], langkah=langkah(**urut), badan_=pejabat_)) == []
    kacau = {**urut, "pemeriksaan": "2026-04-09"}
    masalah = cari(berkas([indikator()], langkah=langkah(**kacau), badan_=pejabat_), "tanggal-tidak-urut")
    assert masalah.path == ("data/2026/tw1/langkah.yaml", "pemeriksaan", "selesai")


def test_holidays_are_listed_for_every_year_in_which_steps_were_carried_out() -> None:
    def kurang(*libur: str) -> list[str]:
        isi = berkas([indikator()], langkah=langkah(penyusunan="2026-12-30", pengarsipan="2027-01-05"), libur=libur)
        return [str(p.args["tahun"]) for p in temuan(isi) if p.code == "tanpa-hari-libur"]

    assert kurang("2026-12-25") == ["2027"]
    assert kurang("2026-12-25", "2027-01-01") == []


def rapat(**undangan: str) -> dict[str, Any]:
    return {"undangan": {"hal": "Rapat", "waktu": "09.00", "tempat": "Aula", "tanggal_rapat": "2026-04-08", **undangan}}


def test_invitation_meeting_and_validation_have_their_place_in_the_sop() -> None:
    terlambat = berkas([indikator()], rapat={1: rapat(tanggal="2026-04-09")})
    assert cari(terlambat, "tanggal-tidak-urut").path == ("data/2026/tw1/rapat.yaml", "undangan", "tanggal_rapat")
    validasi = {"unit": "a", "validasi": [{"kode": "1", "putaran": [putaran("sesuai", "2026-04-07")]}]}
    dini = berkas([indikator()], rapat={1: rapat()}, validasi={1: validasi})
    assert cari(dini, "tanggal-tidak-urut").args["nama"] == "validasi"


def test_the_nip_of_attendees_where_they_have_one_and_the_number_of_the_invitation() -> None:
    hadir = [{"nama": n, "jabatan": "Staf", **nip} for n, nip in (("Tamu", {}), ("Staf", {"nip": "123"}))]
    pola = badan()
    pola["badan"] |= {"pola_nomor_surat": "{urut}/BC/{tahun}"}
    isi = berkas([indikator()], rapat={1: {**rapat(nomor="7/XX/2026"), "daftar_hadir": hadir}}, badan_=pola)
    assert cari(isi, "nip-tidak-lazim").path == ("data/2026/tw1/rapat.yaml", "daftar_hadir", 1, "nip")
    assert cari(isi, "nomor-surat-tidak-lazim").path == ("data/2026/tw1/rapat.yaml", "undangan", "nomor")


def putaran(hasil: str, tanggal: str) -> dict[str, str]:
    return {"hasil": hasil, "validator": "Contoh", "tanggal": tanggal}


def test_rounds_of_validation_are_in_order_and_an_open_one_stays_visible() -> None:
    kepala = badan(pejabat=[pejabat(peran="kepala_bidang", unit="a")])

    def isi(*p: dict[str, str]) -> Any:
        validasi = {"unit": "a", "validasi": [{"kode": "1", "putaran": list(p)}]}
        return berkas([indikator()], validasi={1: validasi}, badan_=kepala)

    assert kode_temuan(isi(putaran("tidak sesuai", "2026-04-10"), putaran("sesuai", "2026-04-11"))) == []
    assert kode_temuan(isi(putaran("sesuai", "2026-04-10"), putaran("tidak sesuai", "2026-04-11"))) == [
        "validasi-terbuka"
    ]
    assert "putaran-tidak-urut" in stops(isi(putaran("sesuai", "2026-04-11"), putaran("sesuai", "2026-04-10")))


@pytest.mark.parametrize(
    ("nomor", "lazim"), [("000.8.6.3/123/BC/2026", True), ("123/BC/2026", False), ("000.8.6.3/123/BC/26", False)]
)
def test_letter_numbers_against_the_agencys_pattern(nomor: str, lazim: bool) -> None:
    pola = badan()
    pola["badan"] |= {"pola_nomor_surat": "{klasifikasi}/{urut}/BC/{tahun}"}
    surat = {"nomor": nomor, "kepada": "Bupati", "di": "Contoh", "naskah": [{"uraian": "Dokumen"}]}
    isi = berkas([indikator()], surat=surat, badan_=pola)
    assert ("nomor-surat-tidak-lazim" in kode_temuan(isi)) is not lazim


def test_a_negative_target_is_said_and_cannot_be_computed() -> None:
    assert "target-negatif" in kode_temuan(berkas([indikator(tw=["-5"])], [{"1": "3"}]), Severity.PERINGATAN)


def test_of_earlier_quarters_only_what_stops_is_told() -> None:
    baris = indikator(tw=["10", "10"])
    isi = berkas([baris], [{"1": "BB"}, {"1": {"realisasi": "10", "bukti": [{"uraian": "berita acara"}]}}])
    hasil = periksa(isi, ukur(isi))
    assert [(t.code, t.path[0]) for t in hasil] == [("nilai-bukan-angka", ISIAN)]


def test_a_value_below_zero_is_explained_unless_its_target_is_below_zero_too() -> None:
    baris = indikator(tw=["10"])
    assert stops(berkas([baris], [{"1": "-490"}])) == ["nilai-negatif"]
    assert stops(berkas([baris], [{"1": {"realisasi": "-490", "penjelasan": "pertumbuhan negatif"}}])) == []
    assert stops(berkas([indikator(tw=["-2"])], [{"1": "-3"}])) == []
    rasio = indikator(tw=["10"], satuan="rasio", pembilang="x", penyebut="y")
    assert stops(berkas([rasio], [{"1": {"pembilang": "-5", "penyebut": "10"}}])) == ["nilai-negatif"]


PEJABAT = [pejabat(peran=p) for p in ("kepala_badan", "sekretaris", "kasubbag")]


@pytest.mark.parametrize(
    ("disahkan", "ada"), [("2026-03-31", True), ("2026-04-15", False), ("2062-04-15", True), ("2025-10-22", True)]
)
def test_papers_dated_in_another_quarter_are_told(disahkan: str, ada: bool) -> None:
    isi = berkas([indikator()], langkah=langkah(penandatanganan=disahkan), badan_=badan(pejabat=PEJABAT))
    assert ("tanggal-di-luar-masa" in kode_temuan(isi, Severity.PERINGATAN)) is ada


UNDANGAN = {"hal": "Rapat Triwulan I", "tanggal_rapat": "2026-04-07", "waktu": "09.00", "tempat": "Kantor"}


def test_an_invitation_may_go_out_before_the_quarter_ends() -> None:
    rapat = {1: {"undangan": {**UNDANGAN, "tanggal": "2026-03-27"}}}
    assert kode_temuan(berkas([indikator()], rapat=rapat)) == []


def test_a_letter_number_of_last_quarter_or_of_the_invitation_is_told() -> None:
    dua = {
        1: {"undangan": {**UNDANGAN, "nomor": "12"}},
        2: {"undangan": {**UNDANGAN, "hal": "Rapat", "tanggal_rapat": "2026-07-07", "nomor": "12"}},
    }
    masalah = cari(berkas([indikator()], rapat=dua, tw=2), "nomor-surat-berulang")
    assert (masalah.path, masalah.args["berkas"]) == (
        ("data/2026/tw2/rapat.yaml", "undangan", "nomor"),
        "data/2026/tw1/rapat.yaml",
    )
    surat = {"nomor": "12", "kepada": "Bupati", "di": "Contoh", "naskah": [{"uraian": "Dokumen"}]}
    assert "nomor-surat-berulang" in kode_temuan(berkas([indikator()], rapat={1: dua[1]}, surat=surat))
    assert kode_temuan(berkas([indikator()], rapat={1: dua[1]}, surat={**surat, "nomor": "13"})) == []


def test_a_title_that_names_another_quarter_is_told() -> None:
    rapat = {2: {"undangan": {**UNDANGAN, "tanggal_rapat": "2026-07-07"}}}
    assert cari(berkas([indikator()], rapat=rapat, tw=2), "triwulan-lain").args == {"disebut": "I", "periode": "II"}
    keduanya = {2: {"undangan": {**rapat[2]["undangan"], "hal": "Rapat Triwulan II dan tindak lanjut Triwulan I"}}}
    assert kode_temuan(berkas([indikator()], rapat=keduanya, tw=2)) == []
    surat = {"kepada": "Bupati", "di": "Contoh", "naskah": [{"uraian": "Dokumen Triwulan IV"}]}
    assert cari(berkas([indikator()], surat=surat), "triwulan-lain").path[-1] == "uraian"
