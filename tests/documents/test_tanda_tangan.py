from datetime import date

from pipeline.documents.tanda_tangan import RUANG_NAMA, PenandaTangan, penanda_tangan, tempat_tanggal
from tests.documents import naskah

HARI = date(2026, 10, 12)


def ttd(pejabat: dict[str, str], hari: date = HARI, peran: str = "kepala_badan") -> PenandaTangan:
    return penanda_tangan(naskah.berkas(pejabat).badan.isi, peran, hari)  # type: ignore[arg-type]


def test_an_official_signs_with_jabatan_in_capitals_rank_and_grouped_nip() -> None:
    assert ttd(naskah.KEPALA) == PenandaTangan(
        atas_nama="",
        jabatan="KEPALA BADAN",
        nama="Dr. Raden Wiratama, M.Si.",
        pangkat="Pembina Utama Muda",
        nip="NIP. 19700315 199503 1 002",
    )


def test_golongan_stands_beside_pangkat_where_it_is_asked_for() -> None:
    badan = naskah.berkas(naskah.KEPALA).badan.isi
    assert penanda_tangan(badan, "kepala_badan", HARI, golongan=True).pangkat == "Pembina Utama Muda (IV/c)"


def test_plt_and_plh_stand_small_before_the_jabatan() -> None:
    assert ttd(naskah.KEPALA | {"sebutan": "Plt."}).jabatan == "Plt. KEPALA BADAN"
    assert ttd(naskah.KEPALA | {"sebutan": "Plh."}).jabatan == "Plh. KEPALA BADAN"


def test_who_signs_atas_nama_names_both_jabatan() -> None:
    blok = ttd(naskah.KEPALA | {"sebutan": "a.n.", "jabatan_definitif": "Sekretaris", "nama": "Sri"})
    assert (blok.atas_nama, blok.jabatan, blok.nama) == ("a.n. KEPALA BADAN", "SEKRETARIS", "Sri")


def test_the_day_decides_who_signs() -> None:
    pengganti = naskah.KEPALA | {"nama": "Penggantinya", "berlaku_sejak": "2026-10-13"}
    badan = naskah.berkas(naskah.KEPALA, pengganti).badan.isi
    assert penanda_tangan(badan, "kepala_badan", HARI).nama == "Dr. Raden Wiratama, M.Si."
    assert penanda_tangan(badan, "kepala_badan", date(2026, 10, 13)).nama == "Penggantinya"


def test_nobody_in_office_leaves_room_for_a_name() -> None:
    blok = ttd(naskah.KEPALA, peran="sekretaris")
    assert blok.jabatan == "SEKRETARIS"
    assert blok.nama == RUANG_NAMA
    assert set(blok.pangkat) == {"…"}
    assert blok.nip.startswith("NIP. …")


def test_a_letter_without_a_date_leaves_room_for_it() -> None:
    assert tempat_tanggal("Tirtasari", HARI) == "Tirtasari, 12 Oktober 2026"
    assert tempat_tanggal("Tirtasari", None) == "Tirtasari, ……………………"
