from typing import Any

from pipeline.documents.bahasa import TITIK_TITIK
from pipeline.documents.surat_pengantar import Naskah, SuratPengantarKonteks, konteks
from tests.documents import naskah


def surat(**isi: Any) -> SuratPengantarKonteks:
    """The letter of a naskah that is signed."""
    return konteks(naskah.bahan(naskah.sampai(9, **isi)))


def test_a_letter_says_where_when_to_whom_and_what() -> None:
    hasil = surat(surat=naskah.SURAT)
    assert hasil.tempat_tanggal == "Tirtasari, 12 Oktober 2026"
    assert (hasil.kepada, hasil.melalui, hasil.di) == ("Bupati Tirtamarta", "", "Tirtasari")
    assert hasil.nomor == "000.8.6.3/412/BAPPEDA/2026"
    assert hasil.naskah == (Naskah("1.", "Dokumen Pengukuran Kinerja", "1 (satu) berkas", "Dikirim dengan hormat"),)
    assert hasil.pengirim.nama == "Dr. Raden Wiratama, M.Si."


def test_every_naskah_has_its_number_and_its_count_in_words() -> None:
    dikirim = [{"uraian": "A", "banyaknya": "2", "satuan": "eksemplar"}, {"uraian": "B", "banyaknya": "11"}]
    hasil = surat(surat=naskah.SURAT | {"naskah": dikirim})
    assert [(n.no, n.banyaknya, n.keterangan) for n in hasil.naskah] == [
        ("1.", "2 (dua) eksemplar", ""),
        ("2.", "11 (sebelas) berkas", ""),
    ]


def test_a_go_between_is_named_as_typed_or_with_melalui() -> None:
    assert surat(surat=naskah.SURAT | {"melalui": "Sekretaris Daerah"}).melalui == "melalui Sekretaris Daerah"
    assert surat(surat=naskah.SURAT | {"melalui": "c.q. Kepala Bagian"}).melalui == "c.q. Kepala Bagian"


def test_another_role_may_send_the_letter() -> None:
    assert surat(surat=naskah.SURAT | {"pengirim": "sekretaris"}).pengirim.jabatan == "SEKRETARIS"


def test_a_draft_has_room_for_its_number_in_the_agencys_pattern() -> None:
    draf = {k: v for k, v in naskah.SURAT.items() if k not in ("nomor", "tanggal")}
    pola = {"pola_nomor_surat": "{klasifikasi}/{urut}/BC/{bulan}/{tahun}"}
    hasil = surat(surat=draf, badan=pola)
    assert hasil.nomor == "………/………/BC/…/2026"
    assert hasil.tempat_tanggal == f"Tirtasari, {TITIK_TITIK}"
    assert surat(surat=draf).nomor == TITIK_TITIK


def test_the_letter_of_the_last_quarter_is_numbered_in_the_next_year() -> None:
    berkas = naskah.berkas(*naskah.PEJABAT, badan={"pola_nomor_surat": "{urut}/{tahun}"}, tw=4)
    assert konteks(naskah.bahan(berkas)).nomor == "………/2027"


def test_a_letter_is_numbered_and_dated_once_the_naskah_is_signed() -> None:
    siap = konteks(naskah.bahan(naskah.sampai(8, surat=naskah.SURAT)))
    assert (siap.nomor, siap.tempat_tanggal) == (TITIK_TITIK, f"Tirtasari, {TITIK_TITIK}")
    assert surat(surat=naskah.SURAT).nomor == naskah.SURAT["nomor"]


def test_a_form_with_empty_keys_leaves_room_for_them() -> None:
    hasil = surat(surat={"nomor": "1", "kepada": None, "di": None, "naskah": []})
    assert (hasil.kepada, hasil.di) == (TITIK_TITIK, TITIK_TITIK)
    assert [n.uraian for n in hasil.naskah] == ["Dokumen Pengukuran Kinerja Badan Contoh Triwulan III Tahun 2026"]


def test_without_its_file_the_letter_is_a_form_that_names_the_document() -> None:
    hasil = surat()
    assert (hasil.kepada, hasil.di) == (TITIK_TITIK, TITIK_TITIK)
    assert [(n.uraian, n.banyaknya) for n in hasil.naskah] == [
        ("Dokumen Pengukuran Kinerja Badan Contoh Triwulan III Tahun 2026", "1 (satu) berkas")
    ]
    assert hasil.pengirim.jabatan == "KEPALA BADAN"


def test_an_undated_letter_is_sent_by_who_signs_the_document() -> None:
    draf = {k: v for k, v in naskah.SURAT.items() if k != "tanggal"}
    baru = naskah.KEPALA | {"nama": "Baru", "berlaku_sejak": "2026-10-09"}
    tanda_tangan = naskah.CATATAN[9][1] | {"oleh": "Baru"}
    isi = naskah.sampai(9, *naskah.PEJABAT, baru, ganti={"penandatanganan": tanda_tangan}, surat=draf)
    assert konteks(naskah.bahan(isi)).pengirim.nama == "Baru"
    belum = naskah.sampai(8, *naskah.PEJABAT, baru, surat=draf)
    assert konteks(naskah.bahan(belum)).pengirim.nama == naskah.KEPALA["nama"]
