from pipeline.documents.kop import kop
from pipeline.media import Image
from tests.documents import naskah


def test_a_kop_has_its_address_in_lines() -> None:
    hasil = kop(
        naskah.berkas(
            badan={
                "kode_pos": "59876",
                "telepon": "(0299) 765432",
                "surel": "badan@contoh.go.id",
                "laman": "badan.contoh.go.id",
                "logo": "gambar/logo.png",
            }
        ).badan.isi.badan
    )
    assert (hasil.pemerintah, hasil.badan) == ("Pemerintah Kabupaten Contoh", "Badan Contoh")
    assert hasil.alamat == "Jalan Merdeka 1, Tirtasari 59876"
    assert hasil.telepon == "Telepon (0299) 765432"
    assert hasil.surel == "Laman badan.contoh.go.id, Surel badan@contoh.go.id"
    assert hasil.logo == Image("data/gambar/logo.png", 22, 26, "Lambang Pemerintah Kabupaten Contoh")


def test_a_kop_has_no_empty_labels() -> None:
    hasil = kop(naskah.berkas().badan.isi.badan)
    assert (hasil.telepon, hasil.surel, hasil.logo) == ("", "", None)


def test_the_place_is_not_said_twice() -> None:
    alamat = "Jalan Merdeka 1, Tirtasari 59876"
    assert kop(naskah.berkas(badan={"alamat": alamat, "kode_pos": "59876"}).badan.isi.badan).alamat == alamat
