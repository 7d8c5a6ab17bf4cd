from typing import Any

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.lembar_pemeriksaan import LembarPemeriksaanKonteks, konteks
from pipeline.domain.model import Berkas
from pipeline.problems import Problem, Severity
from tests.documents import naskah
from tests.domain import contoh


def lembar(berkas: Berkas, *peringatan: Problem) -> LembarPemeriksaanKonteks:
    return konteks(naskah.bahan(berkas, *peringatan))


def hasil(konteks: LembarPemeriksaanKonteks) -> dict[str, tuple[str, ...]]:
    return {baris.hal: baris.hasil for baris in konteks.baris}


def pemeriksaan(**ganti: Any) -> dict[str, Any]:
    return {"pemeriksaan": naskah.CATATAN[8][1] | ganti}


def test_what_is_examined_is_told_from_the_data() -> None:
    isi = hasil(lembar(naskah.sampai(8)))
    assert isi["Data dan informasi dari Sekretariat/Bidang"] == ("Bidang A melaporkan 1 dari 1 indikator.",)
    assert isi["Rapat pembahasan"] == (
        "Rapat pembahasan data dan informasi kinerja dilaksanakan pada hari Senin, 5 Oktober 2026, bertempat di Ruang "
        "Rapat Utama.",
        "Dari 2 orang dalam daftar hadir, 1 hadir dan 1 tidak hadir.",
    )
    assert isi["Notulen rapat"] == ("Satu-satunya keputusan dalam notulen mempunyai penanggung jawab dan batas waktu.",)
    assert isi["Koreksi realisasi oleh rapat"] == ("Tidak ada realisasi yang dikoreksi.",)
    assert isi["Penyusunan dokumen kinerja"] == ("Disusun oleh Ahmad Fauzi, S.E., selesai 6 Oktober 2026.",)
    assert isi["Validasi dokumen kinerja"] == ("Satu-satunya indikator dinyatakan sesuai.",)
    assert isi["Rata-rata capaian kinerja"][1:] == (
        "Terhadap target s.d. triwulan: rata-rata dari 1 dari 1 indikator; batas 120\N{NO-BREAK SPACE}%.",
        "Terhadap target tahun: rata-rata dari 1 dari 1 indikator; batas 120\N{NO-BREAK SPACE}%.",
    )


def test_what_is_not_there_yet_is_told_too() -> None:
    isi = hasil(lembar(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")])))
    assert isi["Data dan informasi dari Sekretariat/Bidang"] == ("Bidang A melaporkan 0 dari 1 indikator.",)
    assert isi["Rapat pembahasan"][0] == "Rapat pembahasan belum dilaksanakan."
    assert isi["Notulen rapat"] == ("Notulen rapat belum dibuat.",)
    assert isi["Penyusunan dokumen kinerja"] == ("Penyusunan dokumen belum dicatat.",)
    assert isi["Validasi dokumen kinerja"] == ("Satu-satunya indikator belum divalidasi.",)


def test_a_decision_without_pic_or_batas_waktu_is_counted() -> None:
    keputusan = [{"uraian": "A", "pic": "B", "batas_waktu": "2026-10-30"}, {"uraian": "C", "pic": "D"}]
    isi = hasil(lembar(naskah.berkas(rapat={3: {"notulen": {"keputusan": keputusan}}})))
    assert isi["Notulen rapat"] == (
        "Dari 2 keputusan dalam notulen, 1 mempunyai penanggung jawab dan batas waktu dan 1 belum lengkap penanggung "
        "jawab atau batas waktunya.",
    )
    tanpa = hasil(lembar(naskah.berkas(rapat={3: {"notulen": {"notulis": "E"}}})))
    assert tanpa["Notulen rapat"] == ("Notulen tidak memuat keputusan.",)


def test_corrections_are_named() -> None:
    koreksi = [{"kode": "1", "semula": "9", "menjadi": "8", "alasan": "x"}]
    isi = hasil(lembar(naskah.berkas(rapat={3: {"koreksi": koreksi}})))
    assert isi["Koreksi realisasi oleh rapat"] == ("Jumlah realisasi yang dikoreksi: 1 (1).",)


def test_warnings_are_counted() -> None:
    peringatan = Problem("target-negatif", args={"kode": "1", "nilai": "-1"}, severity=Severity.PERINGATAN)
    (kalimat,) = hasil(lembar(naskah.berkas(), peringatan))["Pemeriksaan otomatis"]
    assert kalimat.startswith("Pemeriksaan otomatis menemukan satu hal")


def test_a_value_that_changed_since_its_validation_is_named() -> None:
    putaran = {"hasil": "sesuai", "validator": naskah.KABID["nama"], "tanggal": "2026-10-07", "sidik": "v1:lama"}
    validasi = {3: {"unit": "a", "validasi": [{"kode": "1", "putaran": [putaran]}]}}
    isi = hasil(lembar(naskah.sampai(7, validasi=validasi)))
    assert isi["Validasi dokumen kinerja"][1] == "Nilai yang berubah sesudah divalidasi: 1."


def test_it_is_approved_only_once_step_8_is_done() -> None:
    sudah = lembar(naskah.sampai(8, ganti=pemeriksaan(catatan="sudah cocok")))
    assert (sudah.disetujui, sudah.waktu) == (True, "8 Oktober 2026 pukul 09.00–09.45")
    assert (sudah.tempat_tanggal, sudah.catatan) == ("Tirtasari, 8 Oktober 2026", "Sudah cocok.")
    assert sudah.sidik.startswith("v1:")
    belum = lembar(naskah.sampai(7))
    assert (belum.disetujui, belum.waktu, belum.sidik, belum.catatan) == (False, TITIK_TITIK, "", "")
    assert belum.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"


def test_an_approval_of_another_naskah_is_none() -> None:
    basi = lembar(naskah.sampai(8, ganti=pemeriksaan(sidik="v1:lama")))
    assert (basi.disetujui, basi.waktu, basi.sidik) == (False, TITIK_TITIK, "v1:lama")
