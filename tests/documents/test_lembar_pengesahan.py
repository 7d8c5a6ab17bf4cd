from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.lembar_pengesahan import LembarPengesahanKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah

TANGGAL = {"disusun": "2026-10-06", "diperiksa": "2026-10-08", "disahkan": "2026-10-09"}


def lembar(berkas: Berkas) -> LembarPengesahanKonteks:
    return konteks(berkas, naskah.ukuran(berkas), ())


def test_kasubbag_composes_sekretaris_examines_and_kepala_badan_approves() -> None:
    hasil = lembar(naskah.berkas(naskah.KEPALA, naskah.SEKRETARIS, naskah.KASUBBAG, pengesahan=TANGGAL))
    assert (hasil.triwulan, hasil.tahun) == ("Triwulan III", "2026")
    assert [(t.tempat_tanggal, t.pejabat.jabatan) for t in (hasil.disusun, hasil.diperiksa, hasil.disahkan)] == [
        ("Tirtasari, 6 Oktober 2026", "KEPALA SUBBAGIAN PERENCANAAN"),
        ("Tirtasari, 8 Oktober 2026", "SEKRETARIS"),
        ("Tirtasari, 9 Oktober 2026", "KEPALA BADAN"),
    ]


def test_each_signature_is_of_the_official_of_its_own_day() -> None:
    baru = naskah.SEKRETARIS | {"nama": "Baru", "berlaku_sejak": "2026-10-08"}
    pejabat = (naskah.KEPALA, naskah.KASUBBAG, naskah.SEKRETARIS, baru)
    assert lembar(naskah.berkas(*pejabat, pengesahan=TANGGAL)).diperiksa.pejabat.nama == "Baru"
    lebih_dulu = TANGGAL | {"diperiksa": "2026-10-07"}
    assert lembar(naskah.berkas(*pejabat, pengesahan=lebih_dulu)).diperiksa.pejabat.nama.startswith("Dra. Sri")


def test_a_place_of_its_own_replaces_the_agencys() -> None:
    hasil = lembar(naskah.berkas(naskah.KEPALA, pengesahan=TANGGAL | {"tempat": "Wanasari"}))
    assert hasil.disahkan.tempat_tanggal == "Wanasari, 9 Oktober 2026"


def test_what_is_not_signed_yet_has_room_for_its_date_and_names_who_will_sign() -> None:
    hasil = lembar(naskah.berkas(naskah.KEPALA, pengesahan={"disusun": "2026-10-06"}))
    assert hasil.disahkan.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"
    assert hasil.disahkan.pejabat.nama == "Dr. Raden Wiratama, M.Si."
    assert lembar(naskah.berkas()).disusun.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"
