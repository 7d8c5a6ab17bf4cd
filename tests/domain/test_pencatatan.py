"""What a record holds, and when none may be made."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.domain import pencatatan, sidik
from pipeline.domain.isian import Waktu, parse_waktu
from pipeline.domain.model import Rentang
from pipeline.domain.pencatatan import Ditolak, Permintaan
from pipeline.domain.sop import status
from pipeline.messages import text
from pipeline.problems import Said
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
    pejabat,
    sah,
)

FOLDER = "data/2026/tw2"


def _saat(teks: str) -> Waktu:
    waktu = parse_waktu(teks)
    assert isinstance(waktu, Waktu)
    return waktu


def _minta(no: int, oleh: str, selesai: str = "2026-07-20 10.00", **ganti: Any) -> Permintaan:
    return Permintaan(no=no, oleh=oleh, selesai=_saat(selesai), **ganti)


def _pencatat(isi: Isian, minta: Permintaan) -> str:
    b = berkas(isi)
    return pencatatan.pejabat_pencatat(b, status(b), minta).nama


def _ditolak(isi: Isian, minta: Permintaan) -> list[Said]:
    with pytest.raises(Ditolak) as ditolak:
        _pencatat(isi, minta)
    for sebab in ditolak.value.sebab:
        for bahasa in ("id", "en"):
            kata = {k: v if isinstance(v, str) else text(v.code, bahasa) for k, v in sebab.args.items()}
            assert text(sebab.code, bahasa, **kata)
    return list(ditolak.value.sebab)


def _catatan(isi: Isian, minta: Permintaan) -> dict[tuple[Any, ...], Any]:
    b = berkas(isi)
    return dict(pencatatan.catatan(b, minta, pencatatan.pejabat_pencatat(b, status(b), minta)))


def sampai(no: int) -> Isian:
    """A quarter whose steps up to a number are done."""
    isi = isian()
    for kunci in list(isi["langkah"])[no if no < 7 else no - 1 :]:
        del isi["langkah"][kunci]
    if no < 7:
        isi["validasi"] = None
        return isi
    return bersidik(isi)


# --- who and when --------------------------------------------------------------------------------------------------

OLEH = {1: KEPALA, 2: KASUBBAG, 3: SEKRETARIS, 4: KEPALA, 5: KASUBBAG, 6: KASUBBAG, 7: KABID} | {
    8: SEKRETARIS,
    9: KEPALA,
    10: SEKRETARIS,
    11: KASUBBAG,
}


@pytest.mark.parametrize("no", range(1, 12))
def test_each_step_is_recorded_after_those_before_it_by_whoever_may(no: int) -> None:
    assert _pencatat(sampai(no - 1), _minta(no, OLEH[no])) == OLEH[no]


@pytest.mark.parametrize("no", range(2, 12))
def test_a_step_is_refused_while_one_before_it_is_not_done_and_each_is_named(no: int) -> None:
    sebab = _ditolak(sampai(0), _minta(no, OLEH[no]))
    assert [s.code for s in sebab] == ["cli.step.sebelumnya"] * (no - 1)
    assert [s.args["no"] for s in sebab] == [str(n) for n in range(1, no)]


def test_a_step_is_refused_while_an_approval_before_it_is_out_of_date() -> None:
    isi = sampai(8)
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    assert [s.args["no"] for s in _ditolak(isi, _minta(9, KEPALA))] == ["7", "8"]


@pytest.mark.parametrize("no", range(1, 12))
@pytest.mark.parametrize("nama", ["Orang Lain", "Tidak Dikenal"])
def test_nobody_records_what_is_not_his(no: int, nama: str) -> None:
    unit = "a" if no == 7 else None
    (sebab,) = _ditolak(sampai(no - 1), _minta(no, nama, unit=unit))
    assert sebab.code == "cli.step.oleh"
    assert OLEH[no] in str(sebab.args["boleh"])


def test_an_official_records_only_while_he_is_in_force() -> None:
    isi = sampai(8)
    isi["badan_"]["pejabat"].append(pejabat("kepala_badan", "Baru", berlaku_sejak="2026-07-20"))
    assert _pencatat(isi, _minta(9, "Baru")) == "Baru"
    assert _pencatat(isi, _minta(9, KEPALA, "2026-07-19 10.00")) == KEPALA
    assert [s.code for s in _ditolak(isi, _minta(9, KEPALA))] == ["cli.step.oleh"]


@pytest.mark.parametrize("oleh", [KEPALA, KEPALA.upper(), "Sekar", "19700315 199503 1 002", " sekar,  s.h. "])
def test_an_official_is_known_by_name_part_of_it_or_nip(oleh: str) -> None:
    assert _pencatat(sampai(8), _minta(9, oleh)) == KEPALA


def test_a_name_that_fits_two_is_asked_about() -> None:
    isi = sampai(8)
    an = pejabat("kepala_badan", "Sekartaji", sebutan="a.n.", jabatan_definitif="Sekretaris")
    isi["badan_"]["pejabat"].append(an)
    assert [s.code for s in _ditolak(isi, _minta(9, "Sekar"))] == ["cli.step.oleh-banyak"]
    assert _pencatat(isi, _minta(9, "Sekartaji")) == "Sekartaji"


def test_whoever_validates_for_two_units_says_for_which() -> None:
    """Else the rounds of the wrong unit would be written, unnoticed."""
    isi = sampai(6)
    isi["indikator_pk"].append(contoh.indikator("3", tw=(None, None, None, "1"), penanggung_jawab="b"))
    isi["badan_"]["pejabat"][4] = pejabat("kepala_bidang", KABID, unit="b", sebutan="Plt.")
    assert [jalur[0] for jalur in _catatan(isi, _minta(7, KABID, unit="b", hasil="sesuai"))] == [
        f"{FOLDER}/validasi/b.yaml"
    ]
    assert _ditolak(isi, _minta(7, KABID, hasil="sesuai"))


# --- a signed naskah -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("no", range(1, 12))
def test_a_signed_naskah_is_not_composed_validated_examined_or_signed_again(no: int) -> None:
    minta = _minta(no, OLEH[no])
    if 6 <= no <= 9:
        assert [s.code for s in _ditolak(sah(), minta)] == ["cli.step.beku"]
    else:
        assert _pencatat(sah(), minta) == OLEH[no]


@pytest.mark.parametrize("no", range(6, 10))
def test_a_signed_naskah_that_was_changed_needs_a_revision_first(no: int) -> None:
    isi = sah()
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    assert "cli.step.beku" in [s.code for s in _ditolak(isi, _minta(no, OLEH[no]))]


@pytest.mark.parametrize("no", range(6, 9))
def test_a_revision_lets_the_steps_be_done_again(no: int) -> None:
    isi = sah()
    isi["langkah"]["revisi"] = {"nomor": "1", "alasan": "Salah", "tanggal": "2026-07-20"}
    assert _pencatat(isi, _minta(no, OLEH[no])) == OLEH[no]


# --- what is written -----------------------------------------------------------------------------------------------


def test_a_record_says_who_when_and_what_else() -> None:
    minta = _minta(2, "Wening", mulai=_saat("2026-07-20 08.00"), catatan="Dua berkas.")
    assert _catatan(sampai(1), minta) == {
        (f"{FOLDER}/langkah.yaml", "kompilasi"): {
            "oleh": KASUBBAG,
            "mulai": "2026-07-20 08.00",
            "selesai": "2026-07-20 10.00",
            "catatan": "Dua berkas.",
        }
    }


def test_recorded_again_it_keeps_nothing_of_the_earlier_time() -> None:
    isi = sampai(5)
    isi["langkah"]["notulen"] |= {"mulai": "2026-07-08 08.00", "catatan": "Lama."}
    (nilai,) = _catatan(isi, _minta(5, KASUBBAG)).values()
    assert nilai == {"oleh": KASUBBAG, "mulai": None, "selesai": "2026-07-20 10.00", "catatan": None}


def test_the_rekapitulasi_is_recorded_as_made_on_the_day_of_the_invitation() -> None:
    (nilai,) = _catatan(sampai(2), _minta(3, SEKRETARIS)).values()
    assert nilai["rekapitulasi"] == "2026-07-20"
    (nilai,) = _catatan(sampai(3), _minta(3, SEKRETARIS)).values()
    assert "rekapitulasi" not in nilai


def test_the_proof_of_an_earlier_signature_does_not_prove_a_later_one() -> None:
    isi = sah()
    isi["langkah"]["revisi"] = {"nomor": "1", "alasan": "Salah", "tanggal": "2026-07-20"}
    isi["langkah"]["pemeriksaan"]["sidik"] = sidik.sidik(
        sidik.polos(sidik.nilai_naskah(berkas(isi), _saat("2026-07-14").tanggal))
    )
    (nilai,) = _catatan(isi, _minta(9, KEPALA)).values()
    assert nilai["asli_basah"] is None and nilai["revisi"] == 1
    (nilai,) = _catatan(isi, _minta(9, KEPALA, isian={"tte": "a.pdf"})).values()
    assert (nilai["asli_basah"], nilai["tte"]) == (None, "a.pdf")


def test_a_proof_that_waits_for_the_signature_stays() -> None:
    isi = sampai(8)
    isi["langkah"]["penandatanganan"] = {"asli_basah": {"lokasi": "Map"}}
    (nilai,) = _catatan(isi, _minta(9, KEPALA)).values()
    assert "asli_basah" not in nilai


def test_a_step_ends_after_it_begins_and_not_before_what_it_builds_on() -> None:
    isi = sampai(5)
    (terbalik,) = _ditolak(isi, _minta(6, KASUBBAG, mulai=_saat("2026-07-21")))
    assert terbalik.code == "cli.step.terbalik"
    (dahulu,) = _ditolak(isi, _minta(6, KASUBBAG, "2026-07-07 13.00"))
    assert (dahulu.code, dahulu.args["no"]) == ("cli.step.mendahului", "5")
    assert _pencatat(isi, _minta(6, KASUBBAG, "2026-07-08 10.00", mulai=_saat("2026-07-08 10.00"))) == KASUBBAG


def test_two_letters_of_a_name_mean_nobody() -> None:
    assert [s.code for s in _ditolak(sampai(5), _minta(6, KASUBBAG[:2]))] == ["cli.step.oleh"]
    assert _pencatat(sampai(5), _minta(6, KASUBBAG[:3].upper())) == KASUBBAG


# --- rounds of validation ------------------------------------------------------------------------------------------


def test_a_first_round_is_written_for_every_indikator_of_the_unit() -> None:
    perubahan = _catatan(sampai(6), _minta(7, KABID, hasil="sesuai", catatan="Cocok."))
    assert list(perubahan) == [(f"{FOLDER}/validasi/a.yaml", "validasi", n) for n in (0, 1)]
    b = berkas(sampai(6))
    for (_, _, n), baris in perubahan.items():
        (putaran,) = baris["putaran"]
        assert baris["kode"] == str(n + 1)
        assert (putaran["hasil"], putaran["validator"], putaran["tanggal"]) == ("sesuai", KABID, "2026-07-20")
        assert putaran["sidik"] == sidik.sidik(sidik.polos(sidik.nilai_validasi(b, baris["kode"])))
    assert [baris["putaran"][0]["disetujui"] for baris in perubahan.values()] == [
        {"target": "20.00", "realisasi": "19.50"},
        {"target": "-", "realisasi": "-"},
    ]


def test_a_unit_that_is_not_there_is_named_with_those_that_are() -> None:
    (asing,) = _ditolak(sampai(6), _minta(7, KABID, hasil="sesuai", unit="c"))
    assert (asing.code, asing.args) == ("cli.step.unit-asing", {"unit": "c", "ada": "a, b"})


def test_a_round_that_says_no_approves_nothing() -> None:
    perubahan = _catatan(sampai(6), _minta(7, KABID, hasil="tidak sesuai", catatan="Registernya lain."))
    for baris in perubahan.values():
        assert set(baris["putaran"][0]) == {"hasil", "catatan", "validator", "tanggal"}


def test_a_round_comes_after_those_that_are_there_and_only_where_it_is_needed() -> None:
    isi = sampai(7)
    isi["realisasi"][1]["1"]["realisasi"] = "20"
    perubahan = _catatan(isi, _minta(7, KABID, hasil="sesuai"))
    assert list(perubahan) == [(f"{FOLDER}/validasi/a.yaml", "validasi", 0, "putaran", 1)]


def test_an_open_finding_and_a_round_by_hand_need_one_more() -> None:
    isi = sampai(7)
    isi["validasi"][2]["validasi"][0]["putaran"][0]["hasil"] = "tidak sesuai"
    del isi["validasi"][2]["validasi"][1]["putaran"][0]["sidik"]
    assert pencatatan.perlu_divalidasi(berkas(isi)) == {"1", "2"}
    assert pencatatan.perlu_divalidasi(berkas(sah())) == frozenset()


@pytest.mark.parametrize(
    "ganti", [{"validator": "Orang Lain"}, {"validator": None}, {"tanggal": None}], ids=["unit", "nobody", "no day"]
)
def test_whatever_keeps_step_7_open_needs_one_more_round(ganti: Isian) -> None:
    """Else nobody could close it: the step would wait, and its record find nothing to do."""
    isi = sampai(7)
    isi["validasi"][2]["validasi"][0]["putaran"][0] |= ganti
    b = berkas(isi)
    assert not status(b).ke(7).sudah
    assert pencatatan.perlu_divalidasi(b) == {"1"} and pencatatan.unit_perlu(b) == ("a",)


def test_an_indikator_that_is_named_twice_gets_one_round() -> None:
    for no in (6, 7):
        assert len(_catatan(sampai(no), _minta(7, KABID, hasil="sesuai", kode=("1", "1")))) == 1


def test_a_row_without_a_round_gets_its_first_there() -> None:
    isi = sampai(6)
    isi["validasi"] = {2: {"unit": "a", "validasi": [{"kode": "2", "putaran": []}]}}
    perubahan = _catatan(isi, _minta(7, KABID, hasil="sesuai"))
    assert list(perubahan) == [
        (f"{FOLDER}/validasi/a.yaml", "validasi", 1),
        (f"{FOLDER}/validasi/a.yaml", "validasi", 0, "putaran"),
    ]


def test_whom_nothing_waits_for_validates_nothing_unless_he_says_what() -> None:
    isi = sampai(7)
    with pytest.raises(Ditolak) as ditolak:
        _catatan(isi, _minta(7, KABID, hasil="sesuai"))
    assert [s.code for s in ditolak.value.sebab] == ["cli.step.tidak-perlu"]
    assert len(_catatan(isi, _minta(7, KABID, hasil="tidak sesuai", kode=("2",)))) == 1


@pytest.mark.parametrize("kode", ["9", "3"])
def test_an_indikator_of_another_unit_is_not_validated(kode: str) -> None:
    isi = sampai(6)
    isi["indikator_pk"].append(contoh.indikator("3", tw=(None, None, None, "1"), penanggung_jawab="b"))
    with pytest.raises(Ditolak) as ditolak:
        _catatan(isi, _minta(7, KABID, hasil="sesuai", kode=("1", kode)))
    (sebab,) = ditolak.value.sebab
    assert (sebab.code, sebab.args["kode"]) == ("cli.step.kode", kode)


def test_units_wait_in_the_order_of_the_agency() -> None:
    isi = sampai(6)
    isi["indikator_pk"].insert(0, contoh.indikator("3", tw=(None, None, None, "1"), penanggung_jawab="b"))
    assert pencatatan.unit_perlu(berkas(isi)) == ("a", "b")
    assert pencatatan.unit_perlu(berkas(sah())) == ()


def test_what_was_validated_and_what_stands_there_now_are_told() -> None:
    isi = sampai(6)
    perubahan = _catatan(isi, _minta(7, KABID, hasil="sesuai"))
    isi["validasi"] = {2: {"unit": "a", "validasi": list(perubahan.values())}}
    assert pencatatan.perubahan_validasi(berkas(isi)) == ()
    isi["realisasi"][1]["1"]["realisasi"] = "19.51"
    isi["indikator_pk"][0]["target"]["tw2"] = "21"
    assert [(p.nama, p.semula, p.kini, p.jalur[0]) for p in pencatatan.perubahan_validasi(berkas(isi))] == [
        ("1 target", "20.00", "21.00", "data/2026/perjanjian-kinerja.yaml"),
        ("1 realisasi", "19.50", "19.51", f"{FOLDER}/realisasi/a.yaml"),
    ]
    isi["realisasi"][1]["1"] = None
    assert ("1 realisasi", "19.50", "belum diisi") in [
        (p.nama, p.semula, p.kini) for p in pencatatan.perubahan_validasi(berkas(isi))
    ]


def test_a_change_that_no_number_shows_is_told_by_its_place() -> None:
    isi = sampai(6)
    isi["validasi"] = {2: {"unit": "a", "validasi": list(_catatan(isi, _minta(7, KABID, hasil="sesuai")).values())}}
    isi["realisasi"][1]["1"]["bukti"] = [{"uraian": "Baru"}]
    assert [(p.nama, p.semula, p.kini) for p in pencatatan.perubahan_validasi(berkas(isi))] == [("1", None, None)]


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (contoh.satu(contoh.indikator(tw=("1",)), "88.980").realisasi, "88.98"),
        (Rentang.model_validate({"min": "80", "max": "90.0"}), "80-90.0"),
        ("BB", "BB"),
        (None, "-"),
    ],
)
def test_a_value_is_told_as_it_is_typed(nilai: Any, teks: str) -> None:
    assert pencatatan.teks_nilai(nilai) == teks
