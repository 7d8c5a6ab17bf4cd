from typing import Any

from pipeline.documents.lembar_draf import LembarDrafKonteks, konteks
from pipeline.domain.model import Berkas
from tests.documents import naskah


def lembar(berkas: Berkas) -> LembarDrafKonteks:
    return konteks(naskah.bahan(berkas))


def kurang(berkas: Berkas) -> dict[str, tuple[str, ...]]:
    return {baris.nomor: baris.kurang for baris in lembar(berkas).baris}


def test_it_names_the_document_and_the_steps_up_to_the_8th_that_are_not_done() -> None:
    hasil = lembar(naskah.sampai(6))
    assert (hasil.badan, hasil.pemerintah, hasil.periode, hasil.revisi, hasil.kalimat_revisi) == (
        *("Badan Contoh", "Pemerintah Kabupaten Contoh", "Triwulan III Tahun 2026"),
        *("", ""),
    )
    assert [(b.nomor, b.kegiatan, b.pelaksana) for b in hasil.baris] == [
        ("7.", "Melakukan validasi", "sekretaris atau kasubbag atau kepala_bidang atau validator"),
        ("8.", "Memeriksa dokumen", "sekretaris"),
    ]


def test_what_is_lacking_is_said_in_sentences_without_marks_of_the_terminal() -> None:
    isi = kurang(naskah.sampai(6))
    assert isi["7."] == ("Belum divalidasi: 1 (data/2026/tw3/validasi/a.yaml).",)
    assert isi["8."][0] == "Belum dicatat siapa dan kapan (“pemeriksaan” di data/2026/tw3/langkah.yaml)."


def test_keys_of_one_file_are_named_together() -> None:
    assert kurang(naskah.sampai(0))["1."] == (
        "Belum dicatat siapa dan kapan (“disposisi” di data/2026/tw3/langkah.yaml).",
        "“kepada”, “instruksi” belum diisi di data/2026/tw3/langkah.yaml.",
    )


def test_a_day_is_written_as_in_indonesian() -> None:
    orang = {"kompilasi": naskah.CATATAN[2][1] | {"oleh": "Orang Lain"}}
    assert kurang(naskah.sampai(6, ganti=orang))["2."] == (
        "Orang Lain bukan pejabat yang berwenang untuk langkah 2 pada 2 Oktober 2026.",
    )


def test_a_step_that_lacks_nothing_waits_for_the_ones_before_it() -> None:
    tanpa: dict[str, Any] = {"disposisi": {}}
    isi = kurang(naskah.sampai(6, ganti=tanpa))
    assert isi["2."] == ("Menunggu langkah sebelumnya.",)


def test_an_approval_that_is_out_of_date_says_what_changed() -> None:
    putaran = {"hasil": "sesuai", "validator": naskah.KABID["nama"], "tanggal": "2026-10-07", "sidik": "v1:lama"}
    validasi = {3: {"unit": "a", "validasi": [{"kode": "1", "putaran": [putaran]}]}}
    assert kurang(naskah.sampai(7, validasi=validasi))["7."] == ("Nilai yang berubah sesudah divalidasi: 1.",)
    diperiksa = {"pemeriksaan": naskah.CATATAN[8][1] | {"sidik": "v1:lama"}}
    assert kurang(naskah.sampai(8, ganti=diperiksa))["8."] == ("Naskah berubah sesudah diperiksa.",)


def test_a_signed_naskah_that_changed_asks_for_a_revision() -> None:
    hasil = lembar(naskah.sampai(9, ganti={"penandatanganan": naskah.CATATAN[9][1] | {"sidik": "v1:lama"}}))
    assert "harus dinyatakan sebagai revisi" in hasil.kalimat_revisi
    assert [(b.nomor, b.kurang) for b in hasil.baris] == [("9.", ("Naskah berubah sesudah ditandatangani.",))]
