from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.lembar_disposisi import LembarDisposisiKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah

DISPOSISI = {
    "nomor_agenda": "112",
    "sifat": "Segera",
    "kepada": ["Sekretaris", "Kepala Subbagian Perencanaan"],
    "instruksi": ["Susun dokumen", "Siapkan rapat"],
    "batas_waktu": "2026-10-23",
    "catatan": "Lihat hasil triwulan lalu",
    "oleh": naskah.KEPALA["nama"],
    "selesai": "2026-10-01 08.10",
}


def lembar(berkas: Berkas) -> LembarDisposisiKonteks:
    return konteks(naskah.bahan(berkas))


def test_the_order_says_what_to_whom_and_by_when() -> None:
    hasil = lembar(naskah.berkas(*naskah.PEJABAT, langkah={"disposisi": DISPOSISI}))
    assert (hasil.nomor_agenda, hasil.tanggal, hasil.sifat) == ("112", "1 Oktober 2026", "Segera")
    assert hasil.hal == "Penyusunan Dokumen Pengukuran Kinerja Triwulan III Tahun 2026"
    assert hasil.kepada == ("Sekretaris", "Kepala Subbagian Perencanaan")
    assert hasil.instruksi == ("Susun dokumen", "Siapkan rapat")
    assert (hasil.batas_waktu, hasil.catatan) == ("23 Oktober 2026", "Lihat hasil triwulan lalu")
    assert hasil.kepala.nama == naskah.KEPALA["nama"]


def test_it_is_signed_by_the_kepala_badan_of_the_day_it_was_given() -> None:
    baru = naskah.KEPALA | {"nama": "Baru", "sebutan": "Plt.", "berlaku_sejak": "2026-10-01"}
    pejabat = (naskah.KEPALA, baru)
    hasil = lembar(naskah.berkas(*pejabat, langkah={"disposisi": DISPOSISI}))
    assert (hasil.kepala.jabatan, hasil.kepala.nama) == ("Plt. KEPALA BADAN", "Baru")
    sehari_dulu = DISPOSISI | {"selesai": "2026-09-30"}
    assert lembar(naskah.berkas(*pejabat, langkah={"disposisi": sehari_dulu})).kepala.nama == naskah.KEPALA["nama"]


def test_a_blank_form_has_dots_to_write_on_and_names_what_it_is_about() -> None:
    hasil = lembar(naskah.berkas())
    kosong = (hasil.nomor_agenda, hasil.tanggal, hasil.sifat, hasil.batas_waktu)
    assert kosong == (TITIK_TITIK,) * 4
    assert set(hasil.kepada) == set(hasil.instruksi) == {TITIK_TITIK}
    assert hasil.catatan == ""
    assert hasil.hal.endswith("Triwulan III Tahun 2026")


def test_a_record_without_its_list_leaves_lines_to_write_on() -> None:
    hasil = lembar(naskah.berkas(langkah={"disposisi": {"nomor_agenda": "7"}}))
    assert (hasil.nomor_agenda, hasil.sifat) == ("7", "Biasa")
    assert len(hasil.kepada) > 1
