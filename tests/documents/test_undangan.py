from typing import Any

import pytest

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.undangan import PALING_BANYAK, UndanganKonteks, konteks
from tests.documents import naskah


def surat(*pejabat: dict[str, str], badan: dict[str, str] | None = None, tw: int = 3, **isi: Any) -> UndanganKonteks:
    rapat = {tw: {"undangan": isi}} if isi else None
    return konteks(naskah.bahan(naskah.berkas(*(pejabat or naskah.PEJABAT), badan=badan, rapat=rapat, tw=tw)))


LENGKAP = naskah.RAPAT["undangan"]


def test_a_letter_says_who_meets_when_where_and_about_what() -> None:
    hasil = surat(**LENGKAP)
    assert (hasil.nomor, hasil.sifat, hasil.lampiran) == ("000.8.6.3/398/BAPPEDA/2026", "Biasa", "-")
    assert (hasil.tempat_tanggal, hasil.tanggal) == ("Tirtasari, 2 Oktober 2026", "2 Oktober 2026")
    assert (hasil.hari_tanggal, hasil.waktu) == ("Senin, 5 Oktober 2026", "pukul 09.00 WIB")
    assert (hasil.tempat, hasil.hal) == ("Ruang Rapat Utama", "Rapat pembahasan")
    assert hasil.pengundang.jabatan == "SEKRETARIS"


def test_one_who_is_invited_alone_has_no_number() -> None:
    hasil = surat(**LENGKAP)
    assert (hasil.seorang, hasil.diundang, hasil.terlampir) == ("Kepala Bidang A", (), ())


@pytest.mark.parametrize("banyak", [2, PALING_BANYAK, PALING_BANYAK + 1, 30])
def test_many_are_listed_on_the_letter_and_very_many_on_a_page_of_their_own(banyak: int) -> None:
    nama = tuple(f"Kepala Bidang {n}" for n in range(banyak))
    hasil = surat(**LENGKAP | {"diundang": list(nama)})
    assert hasil.seorang == ""
    assert (hasil.diundang, hasil.terlampir) == ((nama, ()) if banyak <= PALING_BANYAK else ((), nama))


def test_several_items_of_the_agenda_end_the_sentence_and_a_single_one_stands_as_typed() -> None:
    assert surat(**LENGKAP | {"agenda": ["Pemaparan", "Pembahasan.", "Penutup"]}).agenda == (
        "Pemaparan;",
        "Pembahasan; dan",
        "Penutup.",
    )
    assert surat(**LENGKAP).agenda == ("Pembahasan",)


def test_the_time_is_said_with_pukul_once() -> None:
    assert surat(**LENGKAP | {"waktu": "Pukul 10.00 WIB"}).waktu == "Pukul 10.00 WIB"


def test_the_sender_is_the_official_of_the_letters_day() -> None:
    baru = naskah.SEKRETARIS | {"nama": "Baru", "sebutan": "Plt.", "berlaku_sejak": "2026-10-02"}
    assert surat(naskah.SEKRETARIS, baru, **LENGKAP).pengundang.jabatan == "Plt. SEKRETARIS"
    lebih_dulu = LENGKAP | {"tanggal": "2026-10-01"}
    assert surat(naskah.SEKRETARIS, baru, **lebih_dulu).pengundang.nama == naskah.SEKRETARIS["nama"]


def test_another_role_may_invite_also_on_behalf_of_the_kepala_badan() -> None:
    atas_nama = naskah.KEPALA | {"nama": "Wakil", "sebutan": "a.n.", "jabatan_definitif": "Sekretaris"}
    hasil = surat(atas_nama, **LENGKAP | {"pengundang": "kepala_badan"}).pengundang
    assert (hasil.atas_nama, hasil.jabatan, hasil.nama) == ("a.n. KEPALA BADAN", "SEKRETARIS", "Wakil")


def test_whoever_invites_need_not_be_known() -> None:
    hasil = surat(naskah.KEPALA, **LENGKAP | {"pengundang": "validator"})
    assert hasil.pengundang.jabatan == "VALIDATOR"


def test_nothing_typed_leaves_room_for_everything() -> None:
    hasil = surat(badan={"pola_nomor_surat": "{klasifikasi}/{urut}/BC/{tahun}"})
    assert hasil.nomor == "………/………/BC/2026"
    assert (hasil.seorang, hasil.diundang, hasil.terlampir) == (TITIK_TITIK, (), ())
    kosong = (hasil.hal, hasil.hari_tanggal, hasil.tempat, *hasil.agenda)
    assert kosong == (TITIK_TITIK,) * 4
    assert hasil.waktu == f"pukul {TITIK_TITIK}"
    assert hasil.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"
