from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.lembar_kendali import BarisKendali, LembarKendaliKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah
from tests.domain import contoh


def lembar(berkas: Berkas) -> LembarKendaliKonteks:
    return konteks(naskah.bahan(berkas))


def test_eleven_steps_stand_in_order_as_the_sop_words_them() -> None:
    hasil = lembar(naskah.sampai(11))
    assert [b.nomor for b in hasil.baris] == [f"{n}." for n in range(1, 12)]
    assert [b.kegiatan for b in hasil.baris] == [baris[0] for baris in contoh.BARIS_SOP]
    assert hasil.baris[1] == BarisKendali(
        nomor="2.",
        kegiatan="Mengkompilasi data",
        terkait="",
        pelaksana="kasubbag",
        kelengkapan="Kelengkapan 2",
        waktu_baku="5 jam",
        waktu="2 Oktober 2026 pukul 08.00–14.15",
        durasi="5 jam 15 menit",
        melebihi=True,
        output="Data dan informasi",
        oleh="Ahmad Fauzi, S.E.",
        keadaan="selesai",
    )


def test_days_are_working_days_and_more_than_waktu_baku_is_marked() -> None:
    penyusunan = naskah.CATATAN[6][1] | {"mulai": "2026-10-02", "selesai": "2026-10-06"}
    baris = lembar(naskah.sampai(6, ganti={"penyusunan": penyusunan})).baris[5]
    assert (baris.waktu, baris.durasi, baris.melebihi) == ("2 Oktober 2026 – 6 Oktober 2026", "3 hari kerja", True)
    libur = lembar(naskah.sampai(6, ganti={"penyusunan": penyusunan}, libur=["2026-10-05", "2026-10-06"])).baris[5]
    assert (libur.durasi, libur.melebihi) == ("1 hari kerja", False)


def test_where_hours_are_not_known_there_is_no_length() -> None:
    satu = lembar(naskah.sampai(3)).baris[2]
    assert (satu.waktu, satu.durasi, satu.melebihi) == ("2 Oktober 2026", "", False)


def test_it_says_where_every_step_and_the_packet_stand() -> None:
    tengah = lembar(naskah.sampai(6))
    assert [b.keadaan for b in tengah.baris] == ["selesai"] * 6 + ["berikutnya"] + ["menunggu"] * 4
    assert tengah.kalimat == "Dari 11 langkah, 6 selesai; langkah berikutnya ialah langkah 7."
    assert (tengah.keadaan, tengah.baris[6].waktu, tengah.baris[6].oleh) == ("draf", "belum diisi", "belum diisi")
    assert lembar(naskah.sampai(0)).kalimat == (
        "Dari 11 langkah, belum ada yang selesai; langkah berikutnya ialah langkah 1."
    )
    assert lembar(naskah.sampai(8)).keadaan == "siap dicetak dan ditandatangani"
    lengkap = lembar(naskah.sampai(11))
    assert (lengkap.keadaan, lengkap.kalimat) == ("lengkap", "Seluruh 11 langkah selesai.")
    basi = lembar(naskah.sampai(8, ganti={"pemeriksaan": naskah.CATATAN[8][1] | {"sidik": "v1:lama"}}))
    assert basi.baris[7].keadaan == "kedaluwarsa"


def test_a_revision_and_the_number_of_the_sop_are_told_where_there_are_any() -> None:
    tanpa = lembar(naskah.sampai(6))
    assert (tanpa.revisi, tanpa.nomor, tanpa.sop) == ("", "", "Pengukuran Kinerja")
    revisi = {"revisi": {"nomor": "2", "alasan": "salah ketik", "tanggal": "2026-11-03"}}
    ada = lembar(naskah.sampai(6, ganti=revisi, sop_=contoh.sop(nomor="065/12")))
    assert (ada.revisi, ada.nomor) == ("Revisi 2", "065/12")


def test_the_kasubbag_signs_on_the_day_everything_was_filed() -> None:
    assert lembar(naskah.sampai(11)).tempat_tanggal == "Tirtasari, 12 Oktober 2026"
    belum = lembar(naskah.sampai(10))
    assert (belum.tempat_tanggal, belum.pejabat.nama) == (f"Tirtasari, {TITIK_TITIK}", naskah.KASUBBAG["nama"])


def test_a_row_that_the_sop_lacks_leaves_dashes() -> None:
    sop = contoh.sop()
    baris = lembar(naskah.berkas(sop_={**sop, "langkah": sop["langkah"][:10]})).baris[10]
    assert (baris.kegiatan, baris.pelaksana, baris.waktu_baku) == ("–", "–", "–")
