from typing import Any

import pytest

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.berita_acara_validasi import BeritaAcaraValidasiKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah
from tests.domain import contoh


def berita_acara(berkas: Berkas) -> BeritaAcaraValidasiKonteks:
    return konteks(naskah.bahan(berkas))


def putaran(hasil: str, tanggal: str, **ganti: Any) -> dict[str, Any]:
    return {"hasil": hasil, "validator": naskah.KABID["nama"], "tanggal": tanggal, **ganti}


def dua_unit(*validasi: dict[str, Any]) -> Berkas:
    """Indikator 1 and 2 of unit a, 3 of unit b."""
    baris = [
        *(contoh.indikator(n, tw=("10",), tahun="10") for n in "12"),
        contoh.indikator("3", tw=("10",), tahun="10", penanggung_jawab="b"),
    ]
    badan = contoh.badan(pejabat=list(naskah.PEJABAT))
    return contoh.berkas(baris, [{"1": "9", "2": "10"}], badan_=badan, validasi={1: list(validasi)})


def test_it_opens_with_the_day_of_the_last_round_in_words() -> None:
    hasil = berita_acara(naskah.sampai(7))
    assert hasil.hari == "Rabu tanggal tujuh bulan Oktober tahun dua ribu dua puluh enam"
    assert (hasil.tempat, hasil.periode) == ("Tirtasari", "Triwulan III Tahun 2026")
    assert hasil.kalimat == "Satu-satunya indikator dinyatakan sesuai."
    belum = berita_acara(naskah.sampai(6))
    assert belum.hari == "…………… tanggal …………… bulan …………… tahun ……………"


def test_it_has_room_for_its_number_in_the_agencys_pattern() -> None:
    assert berita_acara(naskah.berkas()).nomor == TITIK_TITIK
    pola = {"pola_nomor_surat": "{klasifikasi}/{urut}/BC/{tahun}"}
    assert berita_acara(naskah.berkas(badan=pola)).nomor == "………/………/BC/2026"
    assert berita_acara(naskah.berkas(langkah={"berita_acara": {"nomor": "000/87/BC/2026"}})).nomor == "000/87/BC/2026"


def test_the_last_round_counts_and_the_earlier_ones_are_counted() -> None:
    dua = [
        putaran("tidak sesuai", "2026-04-08", catatan="belum cocok"),
        putaran("sesuai", "2026-04-09", bukti="register"),
    ]
    a, b = berita_acara(dua_unit({"unit": "a", "validasi": [{"kode": "1", "putaran": dua}]})).unit
    assert [(r.nomor, r.kode, r.target_tw, r.realisasi, r.putaran, r.hasil, r.catatan) for r in a.baris] == [
        ("1", "1", "10,00", "9,00", "2", "sesuai", "Bukti: Register."),
        ("2", "2", "10,00", "10,00", "–", "belum divalidasi", "–"),
    ]
    assert a.kalimat.endswith("Sebanyak satu indikator belum divalidasi.")
    assert [(r.kode, r.realisasi, r.hasil) for r in b.baris] == [("3", "belum diisi", "belum divalidasi")]
    assert b.kalimat == "Bidang B belum menyampaikan hasil validasi."


def test_the_values_are_those_that_were_validated_and_a_change_since_is_told() -> None:
    lama = putaran("sesuai", "2026-04-08", disetujui={"target": "10,00", "realisasi": "8,50"}, sidik="v1:lama")
    (baris, _) = berita_acara(dua_unit({"unit": "a", "validasi": [{"kode": "1", "putaran": [lama]}]})).unit[0].baris
    assert (baris.realisasi, baris.hasil) == ("8,50", "sesuai; nilainya berubah sesudah divalidasi")


@pytest.mark.parametrize(
    ("dicatat", "tercetak"),
    [("8.50", "8,50"), ("76.61-88.30", "76,61–88,30"), ("-", "–"), ("WTP", "WTP"), ("-2", "−2")],
)
def test_what_was_validated_is_printed_as_documents_print_numbers(dicatat: str, tercetak: str) -> None:
    lama = putaran("sesuai", "2026-04-08", disetujui={"target": "10.00", "realisasi": dicatat}, sidik="v1:lama")
    (baris, _) = berita_acara(dua_unit({"unit": "a", "validasi": [{"kode": "1", "putaran": [lama]}]})).unit[0].baris
    assert (baris.target_tw, baris.realisasi) == ("10,00", tercetak)


def test_everybody_who_validated_signs_left_and_right_by_turns() -> None:
    a = [putaran("tidak sesuai", "2026-04-07", validator="Orang Lain"), putaran("sesuai", "2026-04-08")]
    satu = {"unit": "a", "validasi": [{"kode": "1", "putaran": a}, {"kode": "2", "putaran": a[1:]}]}
    hasil = berita_acara(dua_unit(satu)).validator
    assert [(v.nomor, v.nama, v.nip, v.unit, v.kiri) for v in hasil] == [
        ("1.", "Orang Lain", f"NIP. {TITIK_TITIK}", "Bidang A", True),
        ("2.", "Hendra Gunawan, S.Sos.", "NIP. 19760923 200312 1 004", "Bidang A", False),
        ("3.", TITIK_TITIK, f"NIP. {TITIK_TITIK}", "Bidang B", True),
    ]


def test_a_unit_that_owns_no_indikator_does_not_sign() -> None:
    assert [v.unit for v in berita_acara(naskah.berkas()).validator] == ["Bidang A"]


def test_the_sekretaris_of_that_day_takes_note() -> None:
    baru = naskah.SEKRETARIS | {"nama": "Baru", "berlaku_sejak": "2026-10-07"}
    assert berita_acara(naskah.sampai(7, *naskah.PEJABAT, baru)).mengetahui.nama == "Baru"
    assert berita_acara(naskah.sampai(6, *naskah.PEJABAT, baru)).mengetahui.nama == naskah.SEKRETARIS["nama"]
