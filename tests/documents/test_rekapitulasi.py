from typing import Any

import pytest

from pipeline.documents.rekapitulasi import BarisData, RekapitulasiKonteks, konteks, konteks_hasil_rapat
from pipeline.domain.model import Berkas
from tests.documents import naskah
from tests.domain import contoh

RASIO = contoh.indikator(
    "2", tw=("50", "50", "50", "50"), tahun="50", satuan="persen", pembilang="hadir", penyebut="seluruhnya"
)
JUMLAH = contoh.indikator("1", akumulasi="jumlah", tw=("10", "10", "10", "10"), tahun="40", desimal="0")
ISI_RASIO = {"pembilang": "9", "penyebut": "20", "bukti": [{"uraian": "Daftar hadir."}, {"uraian": "Notulen"}]}
KOREKSI = {
    "kode": "2",
    "semula": {"pembilang": "9", "penyebut": "20"},
    "menjadi": {"pembilang": "8", "penyebut": "20"},
    "alasan": "satu orang tercatat dua kali",
}
PROGRAM = [
    {"kode": "P1", "nama": "Program Satu", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "1000000"},
    {"kode": "P2", "nama": "Program Dua", "sasaran": "S1", "penanggung_jawab": "b", "pagu": "3000000"},
    {"kode": "P3", "nama": "Program Tiga", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "1000000"},
]


def masukan(*realisasi: dict[str, Any], indikator: Any = (JUMLAH, RASIO), **isi: Any) -> Berkas:
    badan = contoh.badan(pejabat=list(naskah.PEJABAT))
    return contoh.berkas(list(indikator), realisasi, badan_=badan, **isi)


def data(berkas: Berkas) -> RekapitulasiKonteks:
    return konteks(naskah.bahan(berkas))


def hasil_rapat(berkas: Berkas) -> RekapitulasiKonteks:
    return konteks_hasil_rapat(naskah.bahan(berkas))


def baris(k: RekapitulasiKonteks, kode: str) -> BarisData:
    return next(b for kelompok in k.kelompok for b in kelompok.baris if b.kode == kode)


def test_the_quarters_own_value_stands_beside_that_since_january() -> None:
    satu = baris(data(masukan({"1": "3", "2": ISI_RASIO}, {"1": "4", "2": ISI_RASIO})), "1")
    assert (satu.target_tahun, satu.target_tw) == ("40", "20")
    assert (satu.realisasi_triwulan, satu.rincian, satu.realisasi) == ("4", "", "7")


def test_a_ratio_shows_its_parts_and_evidence_is_named() -> None:
    dua = baris(data(masukan({"1": "3", "2": ISI_RASIO})), "2")
    assert (dua.realisasi_triwulan, dua.rincian, dua.realisasi) == ("45,00", "9 / 20", "45,00")
    assert dua.bukti == "ada: Daftar hadir; Notulen"


def test_what_is_not_reported_says_so_with_the_reason_that_was_given() -> None:
    hasil = data(masukan({"1": {"penjelasan": "survei ditunda"}}))
    satu, dua = baris(hasil, "1"), baris(hasil, "2")
    assert (satu.realisasi_triwulan, satu.penjelasan, satu.bukti) == ("belum diisi", "Survei ditunda.", "belum ada")
    assert (dua.realisasi_triwulan, dua.rincian, dua.penjelasan) == ("belum diisi", "", "")
    assert hasil.kalimat == "Seluruh 2 indikator belum diisi."


def test_an_indikator_without_target_in_the_quarter_owes_nothing() -> None:
    tanpa = contoh.indikator("3", tw=("1", None, None, None), tahun="1")
    hasil = data(masukan({"1": "3", "3": "1"}, {"1": "4"}, indikator=(JUMLAH, tanpa)))
    tiga = baris(hasil, "3")
    assert (tiga.realisasi_triwulan, tiga.bukti) == ("–", "–")
    assert hasil.kalimat == "Dari 2 indikator, 1 sudah dilaporkan dan 1 tidak mempunyai target pada Triwulan II."


def test_zero_is_a_value() -> None:
    hasil = data(masukan({"1": "0", "2": ISI_RASIO}))
    assert baris(hasil, "1").realisasi_triwulan == "0"
    assert hasil.kalimat == "Seluruh 2 indikator sudah dilaporkan."


def test_indikator_stand_under_their_units_in_the_agencys_order_numbered_through() -> None:
    milik_b = JUMLAH | {"kode": "0", "penanggung_jawab": "b"}
    hasil = data(masukan({"1": "3"}, indikator=(milik_b, JUMLAH, RASIO)))
    assert [(k.unit, [(b.nomor, b.kode) for b in k.baris]) for k in hasil.kelompok] == [
        ("Bidang A", [("1", "1"), ("2", "2")]),
        ("Bidang B", [("3", "0")]),
    ]


def test_before_the_meeting_nothing_is_corrected() -> None:
    berkas = masukan({"1": "3", "2": ISI_RASIO}, rapat={1: naskah.RAPAT | {"koreksi": [KOREKSI]}})
    hasil = data(berkas)
    dua = baris(hasil, "2")
    assert (dua.realisasi_triwulan, dua.realisasi, dua.dikoreksi) == ("45,00", "45,00", False)
    assert (dua.menjadi, dua.rincian_menjadi, dua.alasan, hasil.ada_koreksi) == ("–", "", "–", False)


def test_after_the_meeting_a_corrected_value_shows_what_it_was_and_what_it_became() -> None:
    berkas = masukan({"1": "3", "2": ISI_RASIO}, rapat={1: naskah.RAPAT | {"koreksi": [KOREKSI]}})
    hasil = hasil_rapat(berkas)
    satu, dua = baris(hasil, "1"), baris(hasil, "2")
    assert (dua.dikoreksi, dua.realisasi_triwulan, dua.rincian) == (True, "45,00", "9 / 20")
    assert (dua.menjadi, dua.rincian_menjadi, dua.realisasi) == ("40,00", "8 / 20", "40,00")
    assert dua.alasan == "Satu orang tercatat dua kali."
    assert (satu.dikoreksi, satu.realisasi_triwulan, satu.menjadi) == (False, "3", "–")
    assert hasil.kalimat == "Rapat mengoreksi satu realisasi yang dilaporkan."
    assert hasil.ada_koreksi


def test_a_correction_of_an_earlier_quarter_stays_in_the_sum() -> None:
    koreksi = {"kode": "1", "semula": "3", "menjadi": "5", "alasan": "dua terlewat"}
    kini = {"kode": "1", "semula": "4", "menjadi": "6", "alasan": "dua terlewat"}
    rapat = {1: naskah.RAPAT | {"koreksi": [koreksi]}, 2: naskah.RAPAT | {"koreksi": [kini]}}
    berkas = masukan({"1": "3"}, {"1": "4"}, indikator=(JUMLAH,), rapat=rapat)
    assert (baris(data(berkas), "1").realisasi_triwulan, baris(data(berkas), "1").realisasi) == ("4", "9")
    sesudah = baris(hasil_rapat(berkas), "1")
    assert (sesudah.realisasi_triwulan, sesudah.menjadi, sesudah.realisasi) == ("4", "6", "11")


def test_a_meeting_that_corrected_nothing_says_so() -> None:
    hasil = hasil_rapat(masukan({"1": "3", "2": ISI_RASIO}, rapat={1: naskah.RAPAT}))
    assert hasil.kalimat == "Rapat tidak mengoreksi realisasi yang dilaporkan."
    assert not hasil.ada_koreksi


def test_spending_is_summed_unit_by_unit_sum_over_sum() -> None:
    belanja = data(masukan({}, program=PROGRAM, anggaran=[{"P1": "100000", "P2": "600000", "P3": "900000"}])).belanja
    assert [(k.unit, [b.kode for b in k.baris]) for k in belanja.kelompok] == [
        ("Bidang A", ["P1", "P3"]),
        ("Bidang B", ["P2"]),
    ]
    assert [(b.pagu, b.realisasi, b.serapan) for b in belanja.kelompok[0].baris] == [
        ("1.000.000", "100.000", "10,00"),
        ("1.000.000", "900.000", "90,00"),
    ]
    assert [(k.pagu, k.realisasi, k.serapan) for k in belanja.kelompok] == [
        ("2.000.000", "1.000.000", "50,00"),
        ("3.000.000", "600.000", "20,00"),
    ]
    assert (belanja.pagu, belanja.realisasi, belanja.serapan, belanja.belum) == ("5.000.000", "1.600.000", "32,00", "")


def test_spending_that_is_owed_is_named_and_leaves_its_sums_open() -> None:
    anggaran = [{"P2": "600000", "P3": {"realisasi": "0", "penjelasan": "lelang diulang"}}]
    belanja = data(masukan({}, program=PROGRAM, anggaran=anggaran)).belanja
    a, b = belanja.kelompok
    assert [(x.realisasi, x.serapan, x.penjelasan) for x in a.baris] == [
        ("belum diisi", "–", ""),
        ("0", "0,00", "Lelang diulang."),
    ]
    assert (a.realisasi, a.serapan, b.realisasi, belanja.realisasi) == ("belum diisi", "–", "600.000", "belum diisi")
    assert belanja.belum == "Realisasi anggaran belum diisi oleh Bidang A."


def test_the_kasubbag_of_the_day_signs_the_first_on_its_own_day_and_the_second_on_that_of_the_meeting() -> None:
    baru = naskah.KASUBBAG | {"nama": "Baru", "berlaku_sejak": "2026-10-05"}
    berkas = naskah.sampai(4, *naskah.PEJABAT, baru)
    assert (data(berkas).tempat_tanggal, data(berkas).kasubbag.nama) == (
        "Tirtasari, 2 Oktober 2026",
        naskah.KASUBBAG["nama"],
    )
    sesudah = hasil_rapat(berkas)
    assert (sesudah.tempat_tanggal, sesudah.kasubbag.nama) == ("Tirtasari, 5 Oktober 2026", "Baru")


@pytest.mark.parametrize("buat", [konteks, konteks_hasil_rapat])
def test_an_agency_that_has_typed_nothing_gets_an_undated_form(buat: Any) -> None:
    hasil = buat(naskah.bahan(masukan(tw=1)))
    assert hasil.tempat_tanggal == "Contoh, ……………………"
    assert {b.realisasi_triwulan for k in hasil.kelompok for b in k.baris} == {"belum diisi"}
    assert hasil.belanja.kelompok == ()
