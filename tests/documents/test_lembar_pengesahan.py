from typing import Any

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.lembar_pengesahan import LembarPengesahanKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah


def lembar(berkas: Berkas) -> LembarPengesahanKonteks:
    return konteks(naskah.bahan(berkas))


def tanda_tangan(**ganti: Any) -> dict[str, Any]:
    """The record of step 9 with other words in it."""
    return {"penandatanganan": naskah.CATATAN[9][1] | ganti}


def test_kasubbag_composes_sekretaris_examines_and_kepala_badan_approves() -> None:
    hasil = lembar(naskah.sampai(9))
    assert (hasil.triwulan, hasil.tahun) == ("Triwulan III", "2026")
    assert [(t.tempat_tanggal, t.pejabat.jabatan) for t in (hasil.disusun, hasil.diperiksa, hasil.disahkan)] == [
        ("Tirtasari, 6 Oktober 2026", "KEPALA SUBBAGIAN PERENCANAAN"),
        ("Tirtasari, 8 Oktober 2026", "SEKRETARIS"),
        ("Tirtasari, 9 Oktober 2026", "KEPALA BADAN"),
    ]


def test_each_signature_is_of_the_official_of_its_own_day() -> None:
    baru = naskah.SEKRETARIS | {"nama": "Baru", "berlaku_sejak": "2026-10-08"}
    catatan = {"pemeriksaan": naskah.CATATAN[8][1] | {"oleh": "Baru"}}
    assert lembar(naskah.sampai(8, *naskah.PEJABAT, baru, ganti=catatan)).diperiksa.pejabat.nama == "Baru"
    kelak = baru | {"berlaku_sejak": "2026-10-09"}
    assert lembar(naskah.sampai(8, *naskah.PEJABAT, kelak)).diperiksa.pejabat.nama.startswith("Dra. Sri")


def test_a_place_of_its_own_replaces_the_agencys() -> None:
    hasil = lembar(naskah.sampai(9, ganti=tanda_tangan(tempat="Wanasari")))
    assert hasil.disahkan.tempat_tanggal == "Wanasari, 9 Oktober 2026"


def test_what_is_not_signed_yet_has_room_for_its_date_and_names_who_will_sign() -> None:
    hasil = lembar(naskah.sampai(6))
    assert hasil.disusun.tempat_tanggal == "Tirtasari, 6 Oktober 2026"
    assert hasil.disahkan.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"
    assert hasil.disahkan.pejabat.nama == "Dr. Raden Wiratama, M.Si."
    assert lembar(naskah.berkas()).disusun.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"


def test_a_signature_that_no_longer_fits_what_was_signed_has_room_again() -> None:
    basi = lembar(naskah.sampai(9, ganti=tanda_tangan(sidik="v1:lama")))
    assert basi.diperiksa.tempat_tanggal == "Tirtasari, 8 Oktober 2026"
    assert basi.disahkan.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"


def test_a_revision_says_which_one_it_is_since_when_and_why() -> None:
    assert lembar(naskah.sampai(9)).revisi == ""
    revisi = {"nomor": "1", "alasan": "realisasi IK-1 salah ketik", "tanggal": "2026-11-03"}
    assert lembar(naskah.sampai(6, ganti={"revisi": revisi})).revisi == (
        "Revisi 1 tanggal 3 November 2026, menggantikan naskah sebelumnya. Alasan: Realisasi IK-1 salah ketik."
    )
