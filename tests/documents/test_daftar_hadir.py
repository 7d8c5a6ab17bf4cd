from typing import Any

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.daftar_hadir import DaftarHadirKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah

HADIRIN = [{"nama": f"Pegawai {n}", "jabatan": "Analis", "nip": "197003151995031002"} for n in range(1, 19)]


def daftar(berkas: Berkas) -> DaftarHadirKonteks:
    return konteks(naskah.bahan(berkas))


def sebelum_rapat(*hadirin: dict[str, Any]) -> DaftarHadirKonteks:
    rapat = {"undangan": naskah.RAPAT["undangan"], "daftar_hadir": list(hadirin)}
    return daftar(naskah.sampai(3, rapat={3: rapat}))


def test_nobody_typed_makes_twenty_empty_rows_with_numbers_left_and_right_in_turn() -> None:
    hasil = sebelum_rapat()
    assert [b.nomor for b in hasil.baris] == [f"{n}." for n in range(1, 21)]
    assert {(b.nama, b.nip, b.jabatan, b.keterangan) for b in hasil.baris} == {("", "", "", "")}
    assert [b.kiri for b in hasil.baris[:4]] == [True, False, True, False]


def test_the_invited_stand_before_the_empty_rows_of_which_at_least_five_are_left() -> None:
    hasil = sebelum_rapat(*HADIRIN[:3])
    assert [bool(b.nama) for b in hasil.baris] == [True] * 3 + [False] * 17
    assert hasil.baris[0].nip == "NIP. 19700315 199503 1 002"
    assert [bool(b.nama) for b in sebelum_rapat(*HADIRIN).baris] == [True] * 18 + [False] * 5


def test_once_the_meeting_was_held_nobody_can_be_added() -> None:
    hasil = daftar(naskah.sampai(4))
    assert [b.nama for b in hasil.baris] == [naskah.KEPALA["nama"], naskah.KABID["nama"]]
    assert hasil.jumlah == "1 (satu) orang"


def test_a_meeting_whose_attendance_nobody_recorded_is_still_a_form() -> None:
    hasil = daftar(naskah.sampai(4, rapat={3: naskah.RAPAT | {"daftar_hadir": []}}))
    assert len(hasil.baris) == 20
    assert hasil.jumlah == f"{TITIK_TITIK} orang"


def test_who_did_not_come_has_a_reason_in_place_of_a_signature() -> None:
    hadirin = [
        {"nama": "A", "jabatan": "Analis", "hadir": "tidak", "keterangan": "dinas luar."},
        {"nama": "B", "jabatan": "Auditor", "instansi": "Inspektorat", "keterangan": "mewakili C"},
    ]
    a, b = sebelum_rapat(*hadirin).baris[:2]
    assert (a.keterangan, b.keterangan) == ("tidak hadir (dinas luar)", "")
    assert (b.jabatan, b.nip) == ("Auditor, Inspektorat", "")


def test_it_names_the_meeting_without_the_word_of_the_letter() -> None:
    undangan = naskah.RAPAT["undangan"] | {"hal": "Undangan rapat pembahasan TW III"}
    hasil = daftar(naskah.berkas(rapat={3: {"undangan": undangan}}))
    assert hasil.rapat == "Rapat pembahasan TW III"
    assert (hasil.hari_tanggal, hasil.waktu) == ("Senin, 5 Oktober 2026", "pukul 09.00 WIB")


def test_it_is_kept_by_the_kasubbag_of_the_meetings_day() -> None:
    baru = naskah.KASUBBAG | {"nama": "Baru", "berlaku_sejak": "2026-10-05"}
    hasil = daftar(naskah.berkas(naskah.KASUBBAG, baru, rapat={3: naskah.RAPAT}))
    assert hasil.kasubbag.nama == "Baru"


def test_an_agency_that_has_typed_nothing_gets_a_form() -> None:
    hasil = daftar(naskah.berkas())
    assert hasil.rapat == "Rapat Pembahasan Pengukuran Kinerja Triwulan III Tahun 2026"
    assert (hasil.hari_tanggal, hasil.tempat) == (TITIK_TITIK, TITIK_TITIK)
    assert len(hasil.baris) == 20
