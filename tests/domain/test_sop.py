"""The eleven steps: what proves each, what follows from one that is missing, and what a packet is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline.domain import sidik
from pipeline.domain.jam_kerja import Durasi
from pipeline.domain.sop import LANGKAH, KeadaanLangkah, KeadaanPaket, StatusSop, beda, status
from pipeline.messages import MESSAGES
from tests.domain import contoh
from tests.domain.paket import (
    KABID,
    KASUBBAG,
    KEPALA,
    SEKRETARIS,
    Isian,
    berkas,
    bersidik,
    isian,
    keadaan,
    pejabat,
    sah,
)

KUNCI = [langkah.kunci for langkah in LANGKAH]

Ubah = Callable[[Isian], None]


def setelah(ubah: Ubah) -> StatusSop:
    """The status after a change of a packet that was complete."""
    isi = sah()
    ubah(isi)
    return status(berkas(isi))


def sejak_awal(ubah: Ubah) -> StatusSop:
    """The status of a packet that was approved with the change already in it."""
    isi = isian()
    ubah(isi)
    return status(berkas(bersidik(isi)))


def kurang(s: StatusSop, no: int) -> list[str]:
    """What a step lacks, each in the words of both languages."""
    for satu in s.ke(no).kurang:
        for bahasa in ("id", "en"):
            assert getattr(MESSAGES[f"sop.kurang.{satu.kode}"], bahasa).format(**satu.isi)
    return [satu.kode for satu in s.ke(no).kurang]


# --- the whole course ---------------------------------------------------------------------------------------------


def test_the_steps_are_the_eleven_of_the_sop() -> None:
    assert [langkah.no for langkah in LANGKAH] == list(range(1, 12))
    catatan = berkas(sah()).kini.catatan
    assert {kunci for kunci in KUNCI if kunci} == set(type(catatan).model_fields) - {"revisi", "berita_acara"}


def test_with_every_step_done_a_packet_is_complete() -> None:
    s = status(berkas(sah()))
    assert keadaan(s) == "S" * 11
    assert (s.keadaan, s.berikutnya, s.revisi, s.perlu_revisi) == (KeadaanPaket.LENGKAP, None, 0, False)
    assert [kurang(s, no) for no in range(1, 12)] == [[]] * 11


def test_before_anything_is_done_the_first_step_is_next_and_all_others_wait() -> None:
    s = status(contoh.berkas([contoh.indikator()]))
    assert keadaan(s) == "B" + "M" * 10
    assert s.keadaan is KeadaanPaket.DRAF and s.berikutnya is s.ke(1)


def _dilewati(isi: Isian, no: int) -> None:
    if no == 7:
        isi["validasi"] = None
    else:
        del isi["langkah"][KUNCI[no - 1]]


@pytest.mark.parametrize("no", range(1, 12))
def test_a_step_that_is_left_out_holds_up_all_that_follow(no: int) -> None:
    s = sejak_awal_tanpa(no)
    assert keadaan(s) == "S" * (no - 1) + "B" + "M" * (11 - no)
    assert s.berikutnya is s.ke(no)
    assert s.keadaan == ("draf" if no <= 8 else "siap" if no == 9 else "sah")


def sejak_awal_tanpa(no: int) -> StatusSop:
    isi = isian()
    if no == 7:
        isi["validasi"] = {2: {"unit": "a", "validasi": []}}
    else:
        _dilewati(isi, no)
    return status(berkas(bersidik(isi)))


@pytest.mark.parametrize("no", [n for n in range(1, 12) if n != 7])
@pytest.mark.parametrize("hilang", ["oleh", "selesai"])
def test_every_record_says_who_and_when(no: int, hilang: str) -> None:
    s = sejak_awal(lambda isi: isi["langkah"][KUNCI[no - 1]].pop(hilang))
    assert not s.ke(no).sudah and "catatan" in kurang(s, no)


@pytest.mark.parametrize("no", [n for n in range(1, 12) if n != 7])
@pytest.mark.parametrize("nama", ["Orang Lain", "Tidak Dikenal"])
def test_a_record_by_somebody_without_that_role_counts_for_nothing(no: int, nama: str) -> None:
    s = sejak_awal(lambda isi: isi["langkah"][KUNCI[no - 1]].update(oleh=nama))
    assert kurang(s, no) == ["wewenang"]
    assert keadaan(s) == "S" * (no - 1) + "B" + "M" * (11 - no)


@pytest.mark.parametrize(
    ("ganti", "boleh"),
    [
        pytest.param({"berlaku_sejak": "2026-07-15", "sebutan": "Plh."}, True, id="Plh. from that day on"),
        pytest.param({"berlaku_sejak": "2026-07-15", "sebutan": "Plt."}, True, id="Plt. from that day on"),
        pytest.param(
            {"berlaku_sejak": "2026-07-01", "sebutan": "a.n.", "jabatan_definitif": "Sekretaris"}, True, id="a.n."
        ),
        pytest.param({"berlaku_sejak": "2026-07-16", "sebutan": "Plt."}, False, id="not yet"),
        pytest.param({"berlaku_sejak": "2026-07-01", "berlaku_sampai": "2026-07-14"}, False, id="no more"),
    ],
)
def test_whoever_acts_for_the_head_that_day_may_sign(ganti: Isian, boleh: bool) -> None:
    def ubah(isi: Isian) -> None:
        isi["badan_"]["pejabat"].append(pejabat("kepala_badan", "Pengganti", **ganti))
        isi["langkah"]["penandatanganan"]["oleh"] = "Pengganti"

    assert sejak_awal(ubah).ke(9).sudah is boleh


def test_the_head_does_not_sign_on_a_day_on_which_another_acts_for_him() -> None:
    def ubah(isi: Isian) -> None:
        plh = pejabat("kepala_badan", "Pengganti", sebutan="Plh.", berlaku_sejak="2026-07-15")
        isi["badan_"]["pejabat"].append(plh)

    assert kurang(sejak_awal(ubah), 9) == ["wewenang"]


def test_the_head_who_signed_stands_on_the_naskah_also_while_another_may_act_in_his_name() -> None:
    isi = isian()
    an = pejabat(
        "kepala_badan", "Atas Nama", sebutan="a.n.", jabatan_definitif="Sekretaris", berlaku_sejak="2026-07-01"
    )
    isi["badan_"]["pejabat"].append(an)
    b = berkas(bersidik(isi))
    assert status(b).ke(9).oleh == (KEPALA,) and status(b).ke(9).sudah
    tertera = sidik.nilai_naskah(b, status(b).ke(9).selesai.tanggal)  # type: ignore[union-attr]
    assert tertera["pejabat/9/nama"].nilai == KEPALA


# --- the evidence of each step ------------------------------------------------------------------------------------


def _tanpa(*jalur: Any) -> Ubah:
    """Leaves out what stands at a path."""

    def ubah(isi: Isian) -> None:
        for langkah in jalur[:-1]:
            isi = isi[langkah]
        del isi[jalur[-1]]

    return ubah


def _jadi(nilai: Any, *jalur: Any) -> Ubah:
    """Puts a value at a path."""

    def ubah(isi: Isian) -> None:
        for langkah in jalur[:-1]:
            isi = isi[langkah]
        isi[jalur[-1]] = nilai

    return ubah


RAPAT = ("rapat", 2)
PUTARAN = ("validasi", 2, "validasi", 0, "putaran", -1)


def _bukti() -> Iterator[Any]:
    for kunci in ("kepada", "instruksi"):
        yield pytest.param(1, _tanpa("langkah", "disposisi", kunci), id=f"1 without {kunci}")
        yield pytest.param(1, _jadi([], "langkah", "disposisi", kunci), id=f"1 with an empty {kunci}")
    yield pytest.param(2, _jadi({}, "realisasi", 1), id="2 without a row")
    yield pytest.param(2, _jadi({"1": None}, "realisasi", 1), id="2 with an empty value")
    wajib = ("nomor", "tanggal", "hal", "waktu", "tempat", "agenda", "diundang")
    yield from (pytest.param(3, _tanpa(*RAPAT, "undangan", k), id=f"3 without {k}") for k in wajib)
    yield pytest.param(3, _tanpa(*RAPAT, "undangan", "tanggal_rapat"), id="3 without the day of the meeting")
    yield pytest.param(3, _tanpa(*RAPAT, "undangan"), id="3 without an undangan")
    yield pytest.param(3, _tanpa("langkah", "undangan", "rekapitulasi"), id="3 without a rekapitulasi")
    yield pytest.param(4, _tanpa(*RAPAT, "daftar_hadir"), id="4 without a daftar hadir")
    yield pytest.param(4, _jadi("tidak", *RAPAT, "daftar_hadir", 0, "hadir"), id="4 where nobody came")
    yield from (pytest.param(5, _tanpa(*RAPAT, "notulen", k), id=f"5 without {k}") for k in ("pimpinan", "notulis"))
    yield pytest.param(5, _tanpa(*RAPAT, "notulen"), id="5 without notulen")
    yield pytest.param(5, _jadi([], *RAPAT, "notulen", "keputusan"), id="5 without a decision")
    for kunci in ("pic", "batas_waktu"):
        yield pytest.param(5, _tanpa(*RAPAT, "notulen", "keputusan", 0, kunci), id=f"5 decided without {kunci}")
    yield pytest.param(7, _tanpa("validasi", 2, "validasi", 1), id="7 without one indikator")
    yield pytest.param(7, _jadi([], "validasi", 2, "validasi", 1, "putaran"), id="7 without a round")
    yield pytest.param(7, _jadi("tidak sesuai", *PUTARAN, "hasil"), id="7 with an open finding")
    yield pytest.param(7, _tanpa(*PUTARAN, "validator"), id="7 by nobody")
    yield pytest.param(7, _tanpa(*PUTARAN, "tanggal"), id="7 on no day")
    yield pytest.param(7, _jadi("Orang Lain", *PUTARAN, "validator"), id="7 by another unit")
    yield pytest.param(9, _tanpa("langkah", "penandatanganan", "asli_basah"), id="9 without proof")
    yield pytest.param(11, _jadi(None, "surat"), id="11 without a letter")
    yield from (pytest.param(11, _tanpa("surat", k), id=f"11 whose letter has no {k}") for k in ("nomor", "tanggal"))
    yield pytest.param(11, _jadi("2026-07-14", "surat", "tanggal"), id="11 whose letter is older than the signature")
    yield pytest.param(11, _tanpa("langkah", "pengarsipan", "arsip"), id="11 not filed")
    for kunci in ("nomor", "lokasi", "tanggal"):
        yield pytest.param(11, _tanpa("langkah", "pengarsipan", "arsip", kunci), id=f"11 filed without {kunci}")


@pytest.mark.parametrize(("no", "ubah"), list(_bukti()))
def test_a_step_without_its_evidence_is_not_done(no: int, ubah: Ubah) -> None:
    s = sejak_awal(ubah)
    assert keadaan(s) == "S" * (no - 1) + "B" + "M" * (11 - no)
    assert kurang(s, no)
    assert s.keadaan == ("draf" if no <= 8 else "siap" if no == 9 else "sah")


@pytest.mark.parametrize("no", [7, 8, 9])
def test_an_approval_that_is_bound_to_nothing_is_none(no: int) -> None:
    jalur = PUTARAN if no == 7 else ("langkah", KUNCI[no - 1])
    s = setelah(_tanpa(*jalur, "sidik"))
    assert keadaan(s) == "S" * (no - 1) + "B" + "M" * (11 - no)
    kode = "validasi-sidik" if no == 7 else "sidik"
    assert kurang(s, no) == [kode]
    assert kurang(setelah(_jadi("v0:abc", *jalur, "sidik")), no) == [kode]


def test_a_value_that_is_not_there_may_be_explained_in_place_of_it() -> None:
    kosong = {"1": {"realisasi": None, "penjelasan": "Survei diundur."}}
    assert sejak_awal(_jadi(kosong, "realisasi", 1)).keadaan is KeadaanPaket.LENGKAP


def test_zero_is_a_report() -> None:
    assert sejak_awal(_jadi({"1": "0"}, "realisasi", 1)).ke(2).sudah


def test_a_pk_without_any_target_measures_nothing() -> None:
    kosong = status(contoh.berkas([contoh.indikator(tw=())], [{}]))
    assert "target" in [k.kode for k in kosong.ke(2).kurang]
    nanti = status(contoh.berkas([contoh.indikator(tw=(None, None, None, "5"))], [{}]))
    assert "target" not in [k.kode for k in nanti.ke(2).kurang]


def test_what_is_not_reported_is_told_by_file_and_kode() -> None:
    indikator = [contoh.indikator(k, tw=("1", "1"), penanggung_jawab=unit) for k, unit in (("1", "a"), ("9", "b"))]
    s = status(contoh.berkas(indikator, [{}, {}]))
    assert [(str(k.jalur[0]), k.isi["kode"]) for k in s.ke(2).kurang if k.kode == "realisasi"] == [
        ("data/2026/tw2/realisasi/a.yaml", "1"),
        ("data/2026/tw2/realisasi/b.yaml", "9"),
    ]


@pytest.mark.parametrize(
    "bukti", [{"pindaian": "a.pdf"}, {"tte": "b.pdf"}, {"asli_basah": {"lokasi": "Map"}}], ids=lambda b: next(iter(b))
)
def test_one_proof_of_the_signature_is_enough(bukti: Isian) -> None:
    def ubah(isi: Isian) -> None:
        del isi["langkah"]["penandatanganan"]["asli_basah"]
        isi["langkah"]["penandatanganan"] |= bukti

    assert sejak_awal(ubah).keadaan is KeadaanPaket.LENGKAP


def test_the_last_round_with_a_hasil_counts() -> None:
    def baru(hasil: str | None) -> Ubah:
        putaran = {"hasil": hasil, "validator": KABID, "tanggal": "2026-07-11"}
        return lambda isi: isi["validasi"][2]["validasi"][0]["putaran"].append(putaran)

    def terbuka_lalu_ditutup(isi: Isian) -> None:
        isi["validasi"][2]["validasi"][0]["putaran"][0]["hasil"] = "tidak sesuai"
        baru("sesuai")(isi)

    assert "validasi-terbuka" in kurang(sejak_awal(baru("tidak sesuai")), 7)
    assert sejak_awal(terbuka_lalu_ditutup).keadaan is KeadaanPaket.LENGKAP
    # Typing begins at the keys: a round without a hasil is none yet.
    isi = sah()
    baru(None)(isi)
    assert status(berkas(isi)).ke(7).sudah


def test_a_letter_needs_a_number_and_a_date_and_nothing_else() -> None:
    assert sejak_awal(_tanpa("surat", "kepada")).keadaan is KeadaanPaket.LENGKAP


# --- what changes after approval ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        pytest.param(_jadi("19.51", "realisasi", 1, "1", "realisasi"), "SSSSSSKKKMM", id="a realisasi"),
        pytest.param(_jadi("8.99", "realisasi", 0, "1"), "SSSSSSKKKMM", id="a realisasi of the quarter before"),
        pytest.param(_jadi("21", "indikator_pk", 0, "target", "tw2"), "SSSSSSKKKMM", id="a target"),
        pytest.param(_jadi("110", "badan_", "kebijakan", 0, "batas"), "SSSSSSKKKMM", id="the cap"),
        pytest.param(_jadi(["Lesu"], "realisasi", 1, "1", "faktor_pendorong"), "SSSSSSSKKMM", id="a factor"),
        pytest.param(_jadi("Batal", *RAPAT, "notulen", "keputusan", 0, "uraian"), "SSSSSSSKKMM", id="the notulen"),
        pytest.param(_jadi("Dinas", "badan_", "badan", "nama"), "SSSSSSSKKMM", id="the agency's name"),
        pytest.param(_jadi("Pembina Muda", "badan_", "pejabat", 0, "pangkat"), "SSSSSSSKKMM", id="the head's rank"),
        pytest.param(_jadi("2026-07-08 15.00", "langkah", "penyusunan", "selesai"), "SSSSSSSKKMM", id="day composed"),
    ],
)
def test_what_was_approved_and_changed_is_out_of_date(ubah: Ubah, harap: str) -> None:
    s = setelah(ubah)
    assert keadaan(s) == harap
    assert (s.keadaan, s.perlu_revisi) == (KeadaanPaket.DRAF, True)


def test_only_the_indikator_that_changed_has_to_be_validated_again() -> None:
    assert setelah(_jadi("19.51", "realisasi", 1, "1", "realisasi")).ke(7).basi == ("1",)
    assert setelah(_jadi("6", "indikator_pk", 1, "target", "tw4")).ke(7).basi == ("2",)


@pytest.mark.parametrize(
    "ubah",
    [
        pytest.param(_jadi("19.50", "realisasi", 1, "1", "realisasi"), id="a number written otherwise"),
        pytest.param(_jadi("Jalan Baru", "badan_", "badan", "alamat"), id="the address"),
        pytest.param(_jadi("0812", "badan_", "badan", "telepon"), id="a telephone"),
        pytest.param(_jadi("a@b.go.id", "badan_", "badan", "surel"), id="an e-mail address"),
        pytest.param(_jadi("b.go.id", "badan_", "badan", "laman"), id="a web page"),
        pytest.param(_jadi("logo.png", "badan_", "badan", "logo"), id="a logo"),
        pytest.param(_jadi("F4", "badan_", "badan", "kertas"), id="the paper"),
        pytest.param(_jadi("999", "surat", "nomor"), id="the number of the letter"),
        pytest.param(_jadi("Gubernur", "surat", "kepada"), id="whom the letter is for"),
        pytest.param(_jadi("Rak 2", "langkah", "pengarsipan", "arsip", "lokasi"), id="the archive"),
        pytest.param(_jadi("Map 2", "langkah", "penandatanganan", "asli_basah", "lokasi"), id="where the original is"),
        pytest.param(_jadi("scan.pdf", "langkah", "penandatanganan", "pindaian"), id="a scan"),
        pytest.param(_jadi("scan.pdf", "langkah", "rapat", "pindaian"), id="a scan of the daftar hadir"),
        pytest.param(_jadi("Lancar.", "langkah", "pemeriksaan", "catatan"), id="a note of step 8"),
        pytest.param(_jadi("2026-07-15 07.30", "langkah", "penandatanganan", "mulai"), id="when signing began"),
        pytest.param(_jadi("2026-07-15 11.00", "langkah", "penyerahan", "selesai"), id="when it was handed over"),
        pytest.param(_jadi("Pembina", "badan_", "pejabat", 3, "pangkat"), id="who does not sign"),
        pytest.param(
            _jadi([{"berlaku_tw": "3", "pagu": [], "indikator": []}], "perubahan"), id="a PK perubahan to come"
        ),
        pytest.param(
            _jadi(
                [{"berlaku_tw": "3", "indikator": [{"kode": "1", "target": {"tw2": "99", "tw3": "31"}}]}], "perubahan"
            ),
            id="a new target from the next quarter on",
        ),
        pytest.param(
            lambda isi: isi["badan_"]["kebijakan"].append(
                contoh.kebijakan(berlaku_sejak="2026-07-01", batas="100", rata_rata="geometrik")[0]
            ),
            id="a policy from the next quarter on",
        ),
        pytest.param(
            lambda isi: isi["badan_"]["pejabat"].append(pejabat("kepala_badan", "Baru", berlaku_sejak="2026-07-16")),
            id="a new head from the day after",
        ),
        pytest.param(
            lambda isi: isi["badan_"]["skala_predikat"].append({**contoh.SKALA, "nama": "lain"}),
            id="another scale that is not used",
        ),
    ],
)
def test_what_the_naskah_does_not_show_makes_nothing_out_of_date(ubah: Ubah) -> None:
    s = setelah(ubah)
    assert [no for no in range(1, 12) if s.ke(no).basi] == []
    assert (keadaan(s), s.keadaan) == ("S" * 11, KeadaanPaket.LENGKAP)


def test_what_is_changed_back_is_signed_again() -> None:
    isi = sah()
    isi["realisasi"][1]["1"]["realisasi"] = "19.51"
    assert status(berkas(isi)).keadaan is KeadaanPaket.DRAF
    isi["realisasi"][1]["1"]["realisasi"] = "19.5"
    assert status(berkas(isi)).keadaan is KeadaanPaket.LENGKAP


def test_a_step_out_of_date_holds_up_the_steps_behind_it() -> None:
    s = setelah(_jadi("Batal", *RAPAT, "notulen", "keputusan", 0, "uraian"))
    assert s.berikutnya is s.ke(8)
    assert s.ke(8).keadaan is KeadaanLangkah.KEDALUWARSA and s.ke(10).keadaan is KeadaanLangkah.MENUNGGU


def test_approved_again_after_a_change_it_is_signed_anew() -> None:
    isi = sah()
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    assert status(berkas(bersidik(isi))).keadaan is KeadaanPaket.LENGKAP


def test_a_revision_opens_a_signed_naskah_until_it_is_signed_as_revised() -> None:
    isi = sah()
    isi["langkah"]["revisi"] = {"nomor": "1", "alasan": "Salah ketik", "tanggal": "2026-08-01"}
    s = status(berkas(isi))
    assert (keadaan(s), s.keadaan, s.revisi, s.perlu_revisi) == ("SSSSSSSKKMM", "draf", 1, False)
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    assert not status(berkas(isi)).perlu_revisi
    isi["langkah"]["penandatanganan"]["revisi"] = "1"
    isi = bersidik(isi)
    assert status(berkas(isi)).keadaan is KeadaanPaket.LENGKAP
    isi["realisasi"][1]["1"]["realisasi"] = "21"
    assert status(berkas(isi)).perlu_revisi


# --- who, when, how long, where ------------------------------------------------------------------------------------


def test_a_step_tells_who_did_it_when_and_how_long_it_took() -> None:
    isi = sah()
    isi["langkah"]["kompilasi"]["mulai"] = "2026-07-02 08.00"
    langkah = status(berkas(isi)).ke(2)
    assert (langkah.oleh, str(langkah.mulai), str(langkah.selesai)) == (
        (KASUBBAG,),
        "2026-07-02 08.00",
        "2026-07-02 15.00",
    )
    assert langkah.durasi == Durasi(360, "menit", True)
    assert langkah.bukti == (
        ("data/2026/tw2/langkah.yaml", "kompilasi"),
        ("data/2026/tw2/realisasi/a.yaml", "realisasi"),
    )


def test_the_validation_lasts_from_its_first_round_to_its_last() -> None:
    isi = isian()
    putaran = isi["validasi"][2]["validasi"][0]["putaran"]
    putaran.insert(0, {"hasil": "tidak sesuai", "validator": SEKRETARIS, "tanggal": "2026-07-08"})
    langkah = status(berkas(bersidik(isi))).ke(7)
    assert (langkah.oleh, str(langkah.mulai), str(langkah.selesai)) == ((SEKRETARIS, KABID), "2026-07-08", "2026-07-10")
    assert langkah.durasi == Durasi(3, "hari", True)


def test_holidays_of_the_agency_shorten_what_it_took() -> None:
    isi = isian()
    isi["langkah"]["penyusunan"]["mulai"] = "2026-07-08"
    isi["libur"] = ["2026-07-08"]
    assert status(berkas(bersidik(isi))).ke(6).durasi == Durasi(1, "hari", False)


def test_a_change_is_told_with_its_place() -> None:
    isi = sah()
    dulu = sidik.polos(sidik.nilai_validasi(berkas(isi), "1"))
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    isi["realisasi"][0]["1"] = None
    kini = sidik.nilai_validasi(berkas(isi), "1")
    assert [(b.semula, b.kini, b.jalur) for b in beda(dulu, kini)] == [
        ("9", None, ()),
        ("19.5", "20", ("data/2026/tw2/realisasi/a.yaml", "realisasi", 0, "realisasi")),
    ]
