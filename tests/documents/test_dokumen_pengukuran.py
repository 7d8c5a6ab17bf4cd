from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from pipeline import messages
from pipeline.documents import bahasa
from pipeline.documents.dokumen_pengukuran import KonteksDokumenPengukuran, konteks
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.media import Image
from pipeline.problems import Problem, Severity, Source
from tests.documents import naskah
from tests.domain import contoh


def _konteks(berkas: Berkas, *peringatan: Problem) -> KonteksDokumenPengukuran:
    return konteks(naskah.bahan(berkas, *peringatan))


def _tiga_triwulan(**ganti: Any) -> Berkas:
    """Target 10, 20, 30, 40; a PK perubahan lowers the target of TW III to 24."""
    baris = contoh.indikator(
        tw=("10", "20", "30", "40"), tahun="40", akumulasi="kumulatif", desimal="0", realisasi_tahun_lalu="38"
    )
    target = {"tahun": "32", "tw1": "8", "tw2": "16", "tw3": "24", "tw4": "32"}
    perubahan = {"berlaku_tw": "3", "indikator": [{"kode": "1", "target": target}], "alasan": "pergeseran anggaran"}
    return contoh.berkas([baris], [{"1": "9"}, {"1": "20"}, {"1": "24"}], perubahan=[perubahan], **ganti)


def test_the_comparison_takes_earlier_quarters_from_their_own_data_and_target() -> None:
    banding = _konteks(_tiga_triwulan()).sasaran[0].indikator[0].banding
    assert [(b.waktu, b.target, b.realisasi, b.capaian) for b in banding] == [
        ("Tahun 2025", "–", "38", "–"),
        ("s.d. Triwulan I 2026", "10", "9", "90,00"),
        ("s.d. Triwulan II 2026", "20", "20", "100,00"),
        ("s.d. Triwulan III 2026", "24", "24", "100,00"),
        ("Target tahun 2026", "32", "24", "75,00"),
    ]


def test_a_pk_perubahan_is_named_only_where_it_is_in_force() -> None:
    kini = _tiga_triwulan()
    (catatan,) = _konteks(kini).perencanaan.perubahan
    assert catatan == (
        "Perjanjian Kinerja Perubahan berlaku sejak Triwulan III dan mengubah indikator 1 (target). "
        "Alasan perubahan: Pergeseran anggaran."
    )
    dulu = kini.pada(kini.triwulan[0].periode)
    assert _konteks(dulu).perencanaan.perubahan == ()
    assert _konteks(dulu).perencanaan.kelompok[0].baris[0].tw3 == "30"


def test_the_wide_table_prints_exactly_what_was_measured() -> None:
    baris = [
        contoh.indikator("1", tw=("10",) * 4, tahun="10"),
        contoh.indikator("2", tw=("10",) * 4, tahun="10"),
        contoh.indikator("3", tw=("10",) * 4, tahun="10", _sasaran="S2"),
    ]
    berkas = contoh.berkas(baris, [{"1": "9.5", "2": "15"}])
    p, k = ukur(berkas), _konteks(berkas)
    tercetak = [b for kelompok in k.hasil.kelompok for b in kelompok.baris]
    for h, b in zip(p.indikator, tercetak, strict=True):
        for c, teks in ((h.capaian_tw, b.capaian_tw), (h.capaian_tahun, b.capaian_tahun)):
            assert teks.rstrip("*") == (bahasa.angka(c.nilai) if c.nilai is not None else c.keadaan.value)
        assert b.predikat == (h.capaian_tw.predikat or "–")
    assert [b.capaian_tw for b in tercetak] == ["95,00", "120,00*", "belum diisi"]
    assert [b.realisasi for b in tercetak] == ["9,50", "15,00", "belum diisi"]
    assert k.hasil.catatan == ("2: tanpa batas 150,00 terhadap target s.d. triwulan dan 150,00 terhadap target tahun",)
    assert k.hasil.capaian_tw == "107,50"
    assert k.hasil.kelompok[1].capaian_tw == "–"


def test_an_amount_with_a_quarter_missing_is_never_printed_as_a_partial_sum() -> None:
    baris = contoh.indikator(tw=("3", "3"), tahun="6", akumulasi="jumlah", desimal="0")
    k = _konteks(contoh.berkas([baris], [{}, {"1": "3"}]))
    assert k.hasil.kelompok[0].baris[0].realisasi == "belum diisi"
    assert k.sasaran[0].indikator[0].realisasi == "belum diisi"


def test_what_was_reported_or_not_due_is_never_called_belum_diisi() -> None:
    rasio = {"satuan": "persen", "pembilang": "Baik", "penyebut": "Semua", "tahun": "80"}
    baris = [contoh.indikator(str(n), tw=(tw,), **rasio) for n, tw in enumerate(("80", "80", None, "80"), 1)]
    k = _konteks(contoh.berkas(baris, [{"1": {"pembilang": "0", "penyebut": "0"}, "2": "75"}]))
    tercetak = [(i.pembilang, i.realisasi_triwulan, i.realisasi) for i in k.sasaran[0].indikator]
    assert tercetak == [
        ("Baik: 0", "–", "–"),
        ("", "75,00 persen", "75,00 persen"),
        ("", "–", "–"),
        ("Baik: belum diisi", "belum diisi", "belum diisi"),
    ]


def test_the_bounds_of_t_per_r_without_a_cap_are_said() -> None:
    baris = [contoh.indikator("1", tw=("5",)), contoh.indikator("2", tw=("5",), arah="turun", nilai_r_nol="200")]
    for rumus, teks in (("T/R", "tidak dibatasi, kecuali 2 (200\u00a0%)"), ("2T-R", "tidak dibatasi.")):
        aturan = contoh.kebijakan(batas="tanpa", rumus_turun=rumus)
        k = _konteks(contoh.berkas(baris, badan_=contoh.badan(kebijakan=aturan)))
        assert any(teks in a for a in k.metode.aturan)


def test_parts_that_are_not_there_yet_say_so_in_a_sentence() -> None:
    k = _konteks(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")]))
    assert k.rapat.kalimat == "Rapat pembahasan belum dilaksanakan."
    assert k.rapat.kalimat_koreksi == "Belum ada koreksi realisasi karena notulen rapat pembahasan belum ada."
    assert k.validasi.kalimat == "Satu-satunya indikator belum divalidasi."
    assert [u.kalimat for u in k.validasi.unit] == [
        "Bidang A belum menyampaikan hasil validasi.",
        "Bidang B tidak mempunyai indikator yang divalidasi.",
    ]
    assert k.validasi.kalimat_peringatan == "Pemeriksaan otomatis tidak menemukan hal yang perlu diperhatikan."
    assert k.tindak_lanjut_lalu.kalimat.startswith("Data Triwulan IV Tahun 2025 tidak tersedia")
    assert k.sasaran[0].indikator[0].kalimat_isian.endswith("belum diisi.")


@pytest.mark.parametrize(
    ("undangan", "kalimat"),
    [
        ({}, "dilaksanakan."),
        ({"hal": "Rapat"}, "dilaksanakan."),
        ({"tanggal_rapat": "2026-04-07"}, "dilaksanakan pada hari Selasa, 7 April 2026."),
        ({"tempat": "Ruang Rapat"}, "dilaksanakan bertempat di Ruang Rapat."),
        (
            {"tanggal_rapat": "2026-04-07", "tempat": "Ruang Rapat"},
            "dilaksanakan pada hari Selasa, 7 April 2026, bertempat di Ruang Rapat.",
        ),
    ],
)
def test_the_meeting_is_told_as_far_as_it_is_known(undangan: dict[str, str], kalimat: str) -> None:
    rapat = {"undangan": undangan, "notulen": {"pimpinan": "Kepala Badan"}}
    k = _konteks(contoh.berkas([contoh.indikator()], rapat={1: rapat})).rapat
    assert k.kalimat == f"Rapat pembahasan data dan informasi kinerja {kalimat}"
    assert k.waktu == "belum diisi"
    assert k.ada_undangan is ("tanggal_rapat" in undangan)


def test_a_form_with_its_keys_alone_is_no_meeting_yet() -> None:
    k = _konteks(contoh.berkas([contoh.indikator()], rapat={1: {"undangan": {}, "notulen": {"keputusan": []}}})).rapat
    assert (k.kalimat, k.ada_notulen) == ("Rapat pembahasan belum dilaksanakan.", False)


def test_a_round_without_a_hasil_does_not_count() -> None:
    kosong = {"catatan": "Menunggu data"}
    sesuai = {"hasil": "sesuai", "validator": "Rina", "tanggal": "2026-04-01"}
    baris = [{"kode": "1", "putaran": [sesuai, kosong]}, {"kode": "2", "putaran": [kosong]}, {"kode": "3"}]
    validasi = {"unit": "a", "validasi": baris}
    v = _konteks(contoh.berkas([contoh.indikator(n) for n in "123"], validasi={1: validasi})).validasi
    assert v.kalimat == "Dari 3 indikator, 1 dinyatakan sesuai dan 2 belum divalidasi."
    assert v.lengkap is False
    assert v.unit[0].kalimat == (
        "Satu-satunya indikator yang divalidasi Bidang A dinyatakan sesuai. Sebanyak 2 indikator belum divalidasi."
    )
    assert (v.unit[0].baris[1].tanggal, v.unit[0].baris[1].validator, v.unit[0].baris[1].hasil) == ("belum diisi",) * 3


@pytest.mark.parametrize(
    ("hari", "kalimat"),
    [
        ([None], "Terdapat satu tindak lanjut yang direncanakan, yang batas waktunya belum diisi."),
        (["2026-04-30"], "Terdapat satu tindak lanjut yang direncanakan, dengan batas waktu 30 April 2026."),
        (
            ["2026-04-30", None, "2026-05-01"],
            "Terdapat 3 tindak lanjut yang direncanakan, dengan batas waktu antara 30 April 2026 dan 1 Mei 2026; "
            "batas waktu satu di antaranya belum diisi.",
        ),
    ],
)
def test_follow_ups_may_lack_their_day(hari: list[str | None], kalimat: str) -> None:
    isian = {"realisasi": "9", "tindak_lanjut": [{"uraian": "Hal", "batas_waktu": h} for h in hari]}
    k = _konteks(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")], [{"1": isian}]))
    assert k.penutup.kalimat_tindak_lanjut == kalimat
    assert k.sasaran[0].indikator[0].tindak_lanjut[0].pic == "belum diisi"


def test_only_an_indikators_own_page_names_the_file_that_owes_a_value() -> None:
    program = [{"kode": "p", "nama": "p", "sasaran": "S1", "penanggung_jawab": "a", "pagu": "100"}]
    k = _konteks(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")], program=program))
    assert "data/2026/tw1/realisasi/a.yaml" in k.sasaran[0].indikator[0].hitungan_tw
    assert k.anggaran.belum == "Realisasi anggaran belum diisi oleh Bidang A."
    assert k.ringkasan.tanpa_capaian == ("1 Indikator 1 (belum diisi)",)
    for cara in (k.hasil.cara_tw, k.hasil.kelompok[0].cara_tahun, k.ringkasan.cara_tw):
        assert ".yaml" not in cara


def test_last_quarters_follow_ups_are_answered_or_named_unanswered() -> None:
    rencana = [{"uraian": f"Hal {n}", "pic": "Kepala Bidang", "batas_waktu": "2026-06-30"} for n in (1, 2, 3)]
    jawaban = [
        {"nomor": "3", "status": "berjalan"},
        {"nomor": "2"},
        {"nomor": "1", "status": "selesai", "keterangan": "Sudah"},
    ]
    baris = contoh.indikator(tw=("10", "10"), tahun="10")
    isian = [
        {"1": {"realisasi": "9", "tindak_lanjut": rencana}},
        {"1": {"realisasi": "9", "tindak_lanjut_lalu": jawaban}},
    ]
    lalu = _konteks(contoh.berkas([baris], isian)).tindak_lanjut_lalu
    assert [(b.uraian, b.status, b.keterangan) for b in lalu.baris] == [
        ("Hal 1", "selesai", "Sudah"),
        ("Hal 2", "belum dijawab", "–"),
        ("Hal 3", "sedang berjalan", "–"),
    ]
    assert lalu.kalimat == (
        "Dari 3 tindak lanjut yang direncanakan pada Triwulan I Tahun 2026, 1 selesai, 1 sedang berjalan, dan 1 belum "
        "dijawab."
    )


def test_a_koreksi_is_shown_with_before_and_after() -> None:
    rapat = {"koreksi": [{"kode": "1", "semula": "9", "menjadi": "8", "alasan": "dihitung dua kali"}]}
    k = _konteks(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")], [{"1": "9"}], rapat={1: rapat}))
    (baris,) = k.rapat.koreksi
    assert (baris.semula, baris.menjadi) == ("9", "8")
    assert k.hasil.kelompok[0].baris[0].realisasi == "8,00"
    assert "dari 9 menjadi 8" in k.sasaran[0].indikator[0].koreksi


def test_every_round_of_a_validation_is_printed_and_the_last_one_counts() -> None:
    putaran = [
        {"hasil": h, "validator": "Rina", "tanggal": f"2026-04-0{n}"}
        for n, h in enumerate(("tidak sesuai", "sesuai"), 1)
    ]
    validasi = {"unit": "a", "validasi": [{"kode": "1", "putaran": putaran}]}
    berkas = contoh.berkas([contoh.indikator(tw=("10",), tahun="10")], [{"1": "9"}], validasi={1: validasi})
    v = _konteks(berkas).validasi
    assert v.kalimat == "Satu-satunya indikator dinyatakan sesuai."
    assert [(b.pertama, b.putaran, b.hasil) for b in v.unit[0].baris] == [
        (True, "1", "tidak sesuai"),
        (False, "2", "sesuai"),
    ]


def test_a_unit_that_validated_only_some_says_so() -> None:
    putaran = [{"hasil": "sesuai", "validator": "Rina", "tanggal": "2026-04-01"}]
    validasi = {"unit": "a", "validasi": [{"kode": "1", "putaran": putaran}]}
    baris = [contoh.indikator("1"), contoh.indikator("2")]
    (unit, *_) = _konteks(contoh.berkas(baris, validasi={1: validasi})).validasi.unit
    assert unit.kalimat == (
        "Satu-satunya indikator yang divalidasi Bidang A dinyatakan sesuai. Sebanyak satu indikator belum divalidasi."
    )


def test_a_peringatan_is_printed_with_its_text_and_place() -> None:
    kode = next(k for k in messages.MESSAGES if k.startswith("masalah.") and "{" not in messages.MESSAGES[k].id)
    masalah = Problem(
        kode.removeprefix("masalah."),
        severity=Severity.PERINGATAN,
        path=("data/2026/tw1/realisasi/a.yaml", "realisasi", 0),
        source=Source("data/2026/tw1/realisasi/a.yaml", 7, 3),
    )
    (baris,) = _konteks(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")]), masalah).validasi.peringatan
    assert baris.tempat == "data/2026/tw1/realisasi/a.yaml"
    assert baris.pesan == bahasa.kalimat(messages.MESSAGES[kode].id)


@pytest.mark.parametrize(
    ("kode", "args", "teks"),
    [
        ("capaian-pencilan", {"kode": "1.10", "capaian": "1167.79"}, "Indikator 1.10: capaian 1.167,79\u00a0%"),
        ("target-negatif", {"kode": "1.10", "nilai": "-0.50"}, "target −0,50 negatif"),
        ("pejabat-tidak-ada", {"peran": "kepala_badan", "tanggal": "2026-10-01"}, "kepala badan"),
        ("pejabat-tidak-ada", {"peran": "sekretaris", "tanggal": "2026-10-01"}, "pada 1 Oktober 2026"),
        ("faktor-belum-lengkap", {"kode": "1", "kurang": "faktor_pendorong, tindak_lanjut"}, "pendorong dan tindak"),
    ],
)
def test_numbers_dates_and_keys_of_a_peringatan_are_written_in_indonesian(
    kode: str, args: dict[str, str], teks: str
) -> None:
    masalah = Problem(kode, ("data/badan.yaml",), args, Severity.PERINGATAN)
    (baris,) = _konteks(contoh.berkas([contoh.indikator()]), masalah).validasi.peringatan
    assert teks in baris.pesan


@pytest.mark.parametrize(
    ("realisasi", "faktor", "tindak_lanjut"),
    [
        ("9", "Faktor penghambat belum diisi.", "Tindak lanjut untuk indikator ini belum diisi."),
        (None, "Faktor penghambat belum diisi.", "Tindak lanjut untuk indikator ini belum diisi."),
        ("10", "Faktor penghambat tidak dilaporkan.", "Tindak lanjut untuk indikator ini tidak direncanakan."),
    ],
)
def test_an_empty_list_is_owed_only_below_target(realisasi: str | None, faktor: str, tindak_lanjut: str) -> None:
    isian = [{"1": {"realisasi": realisasi}}]
    k = _konteks(contoh.berkas([contoh.indikator(tw=("10",), tahun="10")], isian))
    bagian = k.sasaran[0].indikator[0]
    assert (bagian.tanpa_penghambat, bagian.tanpa_tindak_lanjut) == (faktor, tindak_lanjut)
    belum = realisasi is None
    assert k.penutup.kalimat_tindak_lanjut.startswith("Belum ada" if belum else "Tidak ada")


@pytest.mark.parametrize("tugas", ["membantu Bupati.", "Membantu Bupati", "B mempunyai tugas membantu Bupati"])
def test_the_tugas_is_a_sentence_with_a_subject(tugas: str) -> None:
    badan = contoh.badan()
    badan = {**badan, "badan": {**badan["badan"], "singkatan": "B", "tugas": tugas}}
    assert _konteks(contoh.berkas([contoh.indikator()], badan_=badan)).tugas == "B mempunyai tugas membantu Bupati."


def test_a_scale_of_labels_is_named_by_its_indikator() -> None:
    baris = contoh.indikator("7", tw=("BB",), tahun="BB", jenis_target="predikat", skala_label="sakip")
    (label,) = _konteks(contoh.berkas([baris])).metode.label
    assert label.indikator == "7"


def test_pagu_0_prints_a_dash_and_a_spending_of_0_prints_0() -> None:
    program = [
        {"kode": kode, "nama": kode, "sasaran": "S1", "penanggung_jawab": "a", "pagu": pagu}
        for kode, pagu in (("5.01", "0"), ("5.02", "1000000"))
    ]
    berkas = contoh.berkas(
        [contoh.indikator(tw=("10",), tahun="10")], [{"1": "9"}], program=program, anggaran=[{"5.02": "0"}]
    )
    a = _konteks(berkas).anggaran
    assert [(b.pagu, b.realisasi, b.serapan) for b in a.baris] == [("–", "–", "–"), ("1.000.000", "0", "0,00")]
    assert (a.total_pagu, a.total_realisasi, a.total_serapan, a.ada_kas) == ("1.000.000", "0", "0,00", False)
    assert a.efisiensi_badan.efisiensi == "90,00"


@pytest.mark.parametrize("banyak", [1, 14, 60])
def test_contexts_hold_nothing_but_text_truth_pictures_and_rows(banyak: int) -> None:
    baris = [contoh.indikator(str(n), tw=("10",) * 4, tahun="10") for n in range(banyak)]
    k = _konteks(contoh.berkas(baris, [{str(n): "9" for n in range(banyak)}]))
    assert _periksa(k) > banyak
    assert len(k.sasaran[0].indikator) == banyak


def _periksa(nilai: object) -> int:
    if isinstance(nilai, tuple):
        return sum(_periksa(n) for n in nilai)
    if is_dataclass(nilai) and not isinstance(nilai, Image):
        return sum(_periksa(getattr(nilai, f.name)) for f in fields(nilai))
    assert nilai is None or isinstance(nilai, str | bool | Image)
    return 1
