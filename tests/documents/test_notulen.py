from typing import Any

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.notulen import NotulenKonteks, PenandaTanganRapat, konteks
from pipeline.documents.tanda_tangan import RUANG_NAMA
from tests.documents import naskah

LENGKAP = naskah.RAPAT["notulen"] | {
    "mulai": "09.15 WIB",
    "selesai": "12.20 WIB",
    "pembukaan": "Kepala Badan membuka rapat",
    "pembahasan": [{"sasaran": "S1", "uraian": "Target tercapai."}],
}


def notulen(*pejabat: dict[str, str], **ganti: Any) -> NotulenKonteks:
    return konteks(naskah.bahan(naskah.berkas(*(pejabat or naskah.PEJABAT), rapat={3: naskah.RAPAT | ganti})))


def test_minutes_say_when_who_what_and_what_was_decided() -> None:
    hasil = notulen(notulen=LENGKAP)
    assert (hasil.rapat, hasil.hari_tanggal) == ("Rapat pembahasan", "Senin, 5 Oktober 2026")
    assert (hasil.pukul, hasil.tempat) == ("09.15 WIB s.d. 12.20 WIB", "Ruang Rapat Utama")
    assert (hasil.pimpinan, hasil.notulis) == (naskah.KEPALA["nama"], naskah.KASUBBAG["nama"])
    assert hasil.peserta == "Dari 2 orang dalam daftar hadir, 1 hadir dan 1 tidak hadir."
    assert hasil.pembukaan == "Kepala Badan membuka rapat."
    assert [(b.sasaran, b.uraian) for b in hasil.pembahasan] == [("S1 Sasaran S1", "Target tercapai.")]
    assert [(k.nomor, k.uraian, k.pic, k.batas_waktu) for k in hasil.keputusan] == [
        ("1", "Data dilengkapi", "Kepala Bidang A", "30 Oktober 2026")
    ]
    assert hasil.kalimat_keputusan == ""


def test_a_meeting_that_corrected_nothing_says_so_and_one_without_photos_has_none() -> None:
    hasil = notulen()
    assert (hasil.kalimat_koreksi, hasil.koreksi) == ("Rapat tidak mengoreksi realisasi yang dilaporkan.", ())
    assert hasil.foto == ()


def test_a_correction_is_shown_as_typed_and_as_decided() -> None:
    koreksi = [{"kode": "1", "semula": "9", "menjadi": "8", "alasan": "satu ganda"}]
    hasil = notulen(koreksi=koreksi)
    assert hasil.kalimat_koreksi == "Rapat mengoreksi satu realisasi yang dilaporkan."
    assert [(k.kode, k.semula, k.menjadi, k.alasan) for k in hasil.koreksi] == [("1", "9", "8", "satu ganda")]


def test_a_photo_has_its_caption_as_alt_text() -> None:
    foto = [{"berkas": "rapat.png", "keterangan": "Suasana rapat"}]
    (satu,) = notulen(notulen=LENGKAP | {"dokumentasi": foto}).foto
    assert (satu.gambar.file, satu.gambar.alt, satu.keterangan) == ("data/rapat.png", "Suasana rapat", "Suasana rapat")


def test_who_signs_is_looked_up_in_the_attendance_list_and_then_among_the_officials() -> None:
    hasil = notulen()
    kepala = PenandaTanganRapat(naskah.KEPALA["nama"], "Kepala Badan", "NIP. 19700315 199503 1 002")
    assert hasil.tanda_tangan_pimpinan == kepala
    assert hasil.tanda_tangan_notulis.jabatan == "Kepala Subbagian Perencanaan"
    tamu = [{"nama": "ahmad  fauzi, S.E.", "jabatan": "Notulis", "instansi": "Bappeda", "nip": "198506172010011004"}]
    assert notulen(daftar_hadir=tamu).tanda_tangan_notulis.jabatan == "Notulis, Bappeda"


def test_an_acting_official_signs_as_one_and_one_who_acts_for_another_in_his_own_office() -> None:
    plt = naskah.KASUBBAG | {"sebutan": "Plt."}
    assert notulen(naskah.KEPALA, plt).tanda_tangan_notulis.jabatan == "Plt. Kepala Subbagian Perencanaan"
    atas_nama = naskah.KASUBBAG | {"sebutan": "a.n.", "jabatan_definitif": "Analis"}
    assert notulen(naskah.KEPALA, atas_nama).tanda_tangan_notulis.jabatan == "Analis"


def test_a_name_that_nobody_knows_stands_alone() -> None:
    hasil = notulen(notulen=LENGKAP | {"notulis": "Orang Luar"})
    assert hasil.tanda_tangan_notulis == PenandaTanganRapat("Orang Luar", "", "")


def test_nothing_typed_leaves_room_and_says_belum_diisi() -> None:
    hasil = konteks(naskah.bahan(naskah.berkas()))
    belum = (hasil.hari_tanggal, hasil.pukul, hasil.tempat, hasil.pimpinan, hasil.notulis)
    assert belum == ("belum diisi",) * 5
    assert hasil.pembukaan == "Pembukaan belum diisi."
    assert hasil.kalimat_koreksi == "Koreksi data belum diisi."
    assert hasil.kalimat_keputusan == "Keputusan rapat belum diisi."
    assert (hasil.agenda, hasil.pembahasan, hasil.keputusan) == ((), (), ())
    assert hasil.tanda_tangan_pimpinan == PenandaTanganRapat(RUANG_NAMA, TITIK_TITIK, f"NIP. {TITIK_TITIK}")


def test_a_meeting_without_decisions_says_that_it_took_none() -> None:
    hasil = notulen(notulen={"pimpinan": "A", "notulis": "B"})
    assert hasil.kalimat_keputusan == "Rapat tidak mencatat keputusan."
