from typing import Any

import pytest

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.lembar_unit import LembarUnitKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah
from tests.domain import contoh

PROGRAM = [
    {"kode": f"p{n}", "nama": f"Sub {n}", "sasaran": "S1", "penanggung_jawab": unit, "pagu": pagu}
    for n, (unit, pagu) in enumerate((("a", "300"), ("a", "100"), ("b", "50")), 1)
]


def lembar(berkas: Berkas, unit: str = "a") -> LembarUnitKonteks:
    (milik,) = (u for u in berkas.badan.isi.unit if u.kode == unit)
    return konteks(naskah.bahan(berkas), milik)


def dua_unit(**ganti: Any) -> Berkas:
    """One indikator of unit a, one of unit b; b reports nothing."""
    baris = [
        contoh.indikator("1", tw=("10",), tahun="20"),
        contoh.indikator("2", tw=("10",), tahun="10", penanggung_jawab="b"),
    ]
    return contoh.berkas(baris, [{"1": {"realisasi": "9", **ganti}}], program=PROGRAM, anggaran=[{"p1": "150"}])


def test_a_unit_has_its_own_indikator_alone_numbered_from_one() -> None:
    (baris,) = lembar(dua_unit(), "b").baris
    assert (baris.nomor, baris.kode, baris.realisasi, baris.capaian_tw) == ("1", "2", "belum diisi", "belum diisi")
    a = lembar(dua_unit())
    assert [(b.kode, b.target_tahun, b.target_tw, b.realisasi, b.capaian_tw, b.predikat) for b in a.baris] == [
        ("1", "20,00", "10,00", "9,00", "90,00", "Tinggi")
    ]
    assert a.kalimat == "Satu-satunya indikator belum mencapai target s.d. Triwulan I."
    assert (a.unit, a.periode, a.romawi, a.tahun) == ("Bidang A", "Triwulan I Tahun 2026", "I", "2026")


def test_what_stands_behind_a_number_is_told_item_by_item_or_as_missing() -> None:
    tindak_lanjut = [
        {"uraian": "Jadwal baru.", "pic": "Kepala Bidang", "batas_waktu": "2026-05-30"},
        {"uraian": "Lain"},
    ]
    (uraian,) = lembar(dua_unit(faktor_pendorong=["Dukungan"], tindak_lanjut=tindak_lanjut)).uraian
    assert uraian.faktor_pendorong == ("Dukungan",)
    assert uraian.faktor_penghambat == ("belum diisi",)
    assert uraian.tindak_lanjut == (
        "– Jadwal baru (Kepala Bidang; paling lambat 30 Mei 2026).",
        "– Lain (penanggung jawab belum diisi; batas waktu belum diisi).",
    )
    (diam,) = lembar(dua_unit(), "b").uraian
    assert (diam.faktor_pendorong, diam.tindak_lanjut, diam.koreksi) == (("belum diisi",), ("belum diisi",), "")


def test_a_correction_by_the_meeting_is_told_beside_the_indikator() -> None:
    koreksi = {"koreksi": [{"kode": "1", "semula": "9", "menjadi": "8", "alasan": "dihitung dua kali"}]}
    (uraian,) = lembar(naskah.berkas(rapat={3: koreksi})).uraian
    assert "dari 9 menjadi 8" in uraian.koreksi


def test_spending_is_of_the_units_rows_summed_and_open_while_one_is_owed() -> None:
    anggaran = lembar(dua_unit()).anggaran
    assert [(b.kode, b.pagu, b.realisasi, b.serapan) for b in anggaran.baris] == [
        ("p1", "300", "150", "50,00"),
        ("p2", "100", "belum diisi", "–"),
    ]
    assert (anggaran.pagu, anggaran.realisasi, anggaran.serapan) == ("400", "belum diisi", "–")
    baris = [contoh.indikator("1", tw=("10",), tahun="20")]
    lengkap = contoh.berkas(baris, [{"1": "9"}], program=PROGRAM, anggaran=[{"p1": "150", "p2": "50"}])
    jumlah = lembar(lengkap).anggaran
    assert (jumlah.pagu, jumlah.realisasi, jumlah.serapan) == ("400", "200", "50,00")


def test_a_capped_value_is_explained_under_the_table() -> None:
    assert lembar(dua_unit(realisasi="15")).catatan == ("1: tanpa batas 150,00 terhadap target s.d. triwulan",)


def test_a_unit_without_indikator_says_so() -> None:
    kosong = lembar(naskah.berkas(), "b")
    assert (kosong.baris, kosong.uraian, kosong.anggaran.baris) == ((), (), ())
    assert kosong.kalimat == "Bidang B tidak menjadi penanggung jawab indikator kinerja."


def test_the_head_of_the_unit_signs_on_the_day_the_document_was_composed() -> None:
    pengganti = naskah.KABID | {"nama": "Penggantinya", "berlaku_sejak": "2026-10-05"}
    sudah = lembar(naskah.sampai(6, *naskah.PEJABAT, pengganti))
    assert (sudah.tempat_tanggal, sudah.pejabat.nama) == ("Tirtasari, 6 Oktober 2026", "Penggantinya")
    belum = lembar(naskah.sampai(5, *naskah.PEJABAT, pengganti))
    assert (belum.tempat_tanggal, belum.pejabat.nama) == (f"Tirtasari, {TITIK_TITIK}", naskah.KABID["nama"])


@pytest.mark.parametrize(
    ("pejabat", "jabatan"),
    [
        ([naskah.KASUBBAG | {"unit": "a"}, naskah.SEKRETARIS | {"unit": "a"}], "SEKRETARIS"),
        ([naskah.KASUBBAG | {"unit": "a"}, naskah.SEKRETARIS], "KEPALA SUBBAGIAN PERENCANAAN"),
        ([naskah.SEKRETARIS], "KEPALA BIDANG A"),
    ],
)
def test_a_unit_without_a_kepala_bidang_is_signed_for_by_who_leads_it(pejabat: list[Any], jabatan: str) -> None:
    assert lembar(naskah.berkas(*pejabat)).pejabat.jabatan == jabatan
