"""Who may carry out a step on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.domain.model import Berkas
from pipeline.domain.wewenang import bertugas, berwenang, pelaksana, sama_nama
from tests.domain import contoh

HARI = date(2026, 10, 14)


def _pejabat(peran: str, nama: str, **ganti: Any) -> dict[str, Any]:
    return {
        "peran": peran,
        "jabatan": peran.replace("_", " ").title(),
        "nama": nama,
        "nip": "197003151995031002",
        "pangkat": "Pembina",
        "golongan": "IV/a",
        "berlaku_sejak": "2025-01-01",
        **ganti,
    }


KEPALA = _pejabat("kepala_badan", "Kepala")
SEKRETARIS = _pejabat("sekretaris", "Sekretaris", unit="a")
KASUBBAG = _pejabat("kasubbag", "Kasubbag", unit="a")
KABID = _pejabat("kepala_bidang", "Kabid B", unit="b")
VALIDATOR = _pejabat("validator", "Validator A", unit="a")


def _berkas(*pejabat: dict[str, Any], **ganti: Any) -> Berkas:
    return contoh.berkas([contoh.indikator()], badan_=contoh.badan(pejabat=list(pejabat)), **ganti)


def _nama(berkas: Berkas, no: int, hari: date = HARI, unit: str | None = None) -> list[str]:
    return [p.nama for p in pelaksana(berkas, no, hari, unit)]


def _kepala(*lain: dict[str, Any], hari: date = HARI) -> list[str]:
    return _nama(_berkas(KEPALA, *lain), 9, hari)


@pytest.mark.parametrize(
    ("no", "nama"),
    [
        (1, ["Kepala"]),
        (2, ["Kasubbag"]),
        (3, ["Sekretaris"]),
        (4, ["Kepala", "Sekretaris", "Kasubbag"]),
        (5, ["Kasubbag"]),
        (6, ["Kasubbag"]),
        (7, ["Sekretaris", "Kasubbag", "Kabid B", "Validator A"]),
        (8, ["Sekretaris"]),
        (9, ["Kepala"]),
        (10, ["Sekretaris"]),
        (11, ["Kasubbag"]),
    ],
)
def test_each_step_has_the_roles_that_the_sop_names(no: int, nama: list[str]) -> None:
    assert _nama(_berkas(KEPALA, SEKRETARIS, KASUBBAG, KABID, VALIDATOR), no) == nama


def test_the_roles_are_data_of_the_agency() -> None:
    langkah = [{**baris, "peran": ["sekretaris"]} for baris in contoh.sop()["langkah"]]
    berkas = _berkas(KEPALA, SEKRETARIS, sop_=contoh.sop(langkah=langkah))
    assert _nama(berkas, 10) == ["Sekretaris"]
    assert _nama(berkas, 1) == ["Sekretaris"]


def test_examining_and_signing_cannot_be_given_to_others_by_data() -> None:
    langkah = [{**baris, "peran": ["kasubbag"]} for baris in contoh.sop()["langkah"]]
    berkas = _berkas(KEPALA, SEKRETARIS, KASUBBAG, sop_=contoh.sop(langkah=langkah))
    assert (_nama(berkas, 8), _nama(berkas, 9)) == (["Sekretaris"], ["Kepala"])


def test_a_validation_is_done_within_the_unit() -> None:
    berkas = _berkas(KEPALA, SEKRETARIS, KASUBBAG, KABID, VALIDATOR)
    assert _nama(berkas, 7, unit="a") == ["Sekretaris", "Kasubbag", "Validator A"]
    assert _nama(berkas, 7, unit="b") == ["Kabid B"]
    assert berwenang(berkas, 7, "Validator A", HARI, "b") is None
    assert berwenang(berkas, 7, "Kepala", HARI, "a") is None


def test_an_official_without_a_unit_validates_for_none() -> None:
    berkas = _berkas(_pejabat("kasubbag", "Kasubbag"))
    assert _nama(berkas, 7) == [] and _nama(berkas, 7, unit="a") == []


@pytest.mark.parametrize(
    ("hari", "boleh"),
    [
        (date(2026, 4, 30), False),
        (date(2026, 5, 1), True),
        (date(2026, 8, 17), True),
        (date(2026, 8, 18), False),
    ],
)
def test_an_official_is_in_force_from_the_first_to_the_last_day(hari: date, boleh: bool) -> None:
    plt = _pejabat(
        "sekretaris", "Plt", unit="a", sebutan="Plt.", berlaku_sejak="2026-05-01", berlaku_sampai="2026-08-17"
    )
    assert (berwenang(_berkas(plt), 8, "Plt", hari) is not None) is boleh


def test_a_successor_replaces_the_one_before_from_his_first_day() -> None:
    baru = _pejabat("kepala_badan", "Baru", berlaku_sejak="2026-10-14")
    assert _kepala(baru, hari=date(2026, 10, 13)) == ["Kepala"]
    assert _kepala(baru) == ["Baru"]


@pytest.mark.parametrize("sebutan", ["Plt.", "Plh."])
def test_who_acts_for_a_time_replaces_the_other_for_that_time(sebutan: str) -> None:
    plh = _pejabat(
        "kepala_badan", "Pengganti", sebutan=sebutan, berlaku_sejak="2026-10-12", berlaku_sampai="2026-10-14"
    )
    assert _kepala(plh, hari=date(2026, 10, 11)) == ["Kepala"]
    assert _kepala(plh) == ["Pengganti"]
    assert _kepala(plh, hari=date(2026, 10, 15)) == ["Kepala"]


def test_who_acts_in_the_name_of_another_stands_beside_him() -> None:
    an = _pejabat(
        "kepala_badan", "Atas Nama", sebutan="a.n.", jabatan_definitif="Sekretaris", berlaku_sejak="2026-10-01"
    )
    assert _kepala(an) == ["Kepala", "Atas Nama"]
    assert _kepala(an, hari=date(2026, 9, 30)) == ["Kepala"]


def test_a_successor_of_one_unit_leaves_the_other_units_alone() -> None:
    berkas = _berkas(KABID, _pejabat("kepala_bidang", "Kabid A", unit="a", berlaku_sejak="2026-10-01"))
    assert _nama(berkas, 7) == ["Kabid B", "Kabid A"]


def test_a_unit_has_as_many_validators_as_it_names() -> None:
    dua = _pejabat("validator", "Validator Dua", unit="a", berlaku_sejak="2026-10-01")
    assert _nama(_berkas(VALIDATOR, dua), 7) == ["Validator A", "Validator Dua"]


def test_an_official_to_come_changes_nothing_today() -> None:
    nanti = _pejabat("kepala_badan", "Nanti", berlaku_sejak="2026-10-15")
    assert bertugas(_berkas(KEPALA, nanti).badan.isi, HARI) == bertugas(_berkas(KEPALA).badan.isi, HARI)


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [
        ("Dewi Anggraini, S.E., M.Ak.", "DEWI ANGGRAINI, S.E., M.Ak.", True),
        ("Dewi Anggraini, S.E., M.Ak.", "Dewi  Anggraini,S.E.,M.Ak. ", True),
        ("Dewi Anggraini, S.E., M.Ak.", "Dewi Anggraini", False),
        ("Dewi", "Dewa", False),
    ],
)
def test_names_differ_by_more_than_capitals_and_blanks(satu: str, dua: str, sama: bool) -> None:
    assert sama_nama(satu, dua) is sama


def test_a_step_that_the_sop_does_not_name_is_nobodys() -> None:
    assert _nama(_berkas(KEPALA, sop_=contoh.sop(langkah=contoh.sop()["langkah"][:3])), 10) == []
