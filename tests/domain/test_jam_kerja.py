"""Time taken: minutes inside working hours, working days touched; nobody works on a holiday."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.isian import Lama, RentangJam, Waktu, parse_waktu
from pipeline.domain.jam_kerja import Durasi, durasi, jam_pada
from pipeline.domain.model import BerkasSop, DaftarHariLibur
from tests.domain import contoh

JAM = Lama(1, "jam")
SEHARI = Lama(1, "hari")


def _sop(**ganti: Any) -> BerkasSop:
    """Working hours 08.00–12.00 and 13.00–16.00 from Monday to Friday."""
    return BerkasSop.model_validate(contoh.sop(**ganti))


def _libur(*hari: str) -> DaftarHariLibur:
    return DaftarHariLibur.model_validate({"hari_libur": [{"tanggal": satu} for satu in hari]})


def _lama(mulai: str | None, selesai: str | None, *libur: str, baku: Lama = JAM, sop: BerkasSop | None = None) -> Any:
    return durasi(sop or _sop(), _libur(*libur), parse_waktu(mulai), parse_waktu(selesai), baku)


def _menit(mulai: str, selesai: str, *libur: str) -> int:
    hasil = _lama(mulai, selesai, *libur)
    assert isinstance(hasil, Durasi) and hasil.satuan == "menit"
    return hasil.jumlah


# 2026-10-05 is a Monday.


@pytest.mark.parametrize(
    ("mulai", "selesai", "menit"),
    [
        pytest.param("2026-10-05 09.00", "2026-10-05 10.30", 90, id="within one stretch"),
        pytest.param("2026-10-05 09.00", "2026-10-05 09.00", 0, id="no time at all"),
        pytest.param("2026-10-05 11.30", "2026-10-05 13.30", 60, id="a break does not count"),
        pytest.param("2026-10-05 12.10", "2026-10-05 12.50", 0, id="in the break"),
        pytest.param("2026-10-05 06.00", "2026-10-05 20.00", 420, id="before and after work"),
        pytest.param("2026-10-05 18.00", "2026-10-06 07.00", 0, id="at night"),
        pytest.param("2026-10-05 15.45", "2026-10-06 08.15", 30, id="over a night"),
        pytest.param("2026-10-09 15.00", "2026-10-12 09.00", 120, id="over a weekend"),
        pytest.param("2026-10-10 08.00", "2026-10-11 16.00", 0, id="a weekend"),
        pytest.param("2026-10-05 08.00", "2026-10-09 16.00", 5 * 420, id="a week"),
    ],
)
def test_hours_count_inside_working_hours(mulai: str, selesai: str, menit: int) -> None:
    assert _menit(mulai, selesai) == menit


def test_a_holiday_counts_neither_hours_nor_days() -> None:
    assert _menit("2026-10-05 15.00", "2026-10-07 09.00", "2026-10-06") == 120
    assert _lama("2026-10-05", "2026-10-07", "2026-10-06", baku=SEHARI) == Durasi(2, "hari", True)
    assert _lama("2026-10-06", "2026-10-06", "2026-10-06", baku=SEHARI) == Durasi(0, "hari", False)


@pytest.mark.parametrize(
    ("mulai", "selesai", "hari"),
    [
        ("2026-10-05 08.00", "2026-10-05 15.30", 1),
        ("2026-10-05 15.59", "2026-10-06 08.00", 2),
        ("2026-10-05", "2026-10-06", 2),
        ("2026-10-09", "2026-10-12", 2),
        ("2026-10-10", "2026-10-11", 0),
        ("2026-10-05", "2026-10-18", 10),
    ],
)
def test_days_are_the_working_days_touched(mulai: str, selesai: str, hari: int) -> None:
    assert _lama(mulai, selesai, baku=SEHARI) == Durasi(hari, "hari", hari > 1)


@pytest.mark.parametrize(
    ("baku", "selesai", "melebihi"),
    [
        (Lama(15, "menit"), "2026-10-05 08.15", False),
        (Lama(15, "menit"), "2026-10-05 08.16", True),
        (Lama(5, "jam"), "2026-10-05 14.00", False),
        (Lama(5, "jam"), "2026-10-05 14.01", True),
        (Lama(7, "jam"), "2026-10-06 08.00", False),
        (SEHARI, "2026-10-05 23.59", False),
        (SEHARI, "2026-10-06 00.01", True),
        (Lama(2, "hari"), "2026-10-06 23.00", False),
    ],
)
def test_waktu_baku_itself_is_not_too_long(baku: Lama, selesai: str, melebihi: bool) -> None:
    assert _lama("2026-10-05 08.00", selesai, baku=baku).melebihi is melebihi


@pytest.mark.parametrize(
    ("mulai", "selesai"),
    [
        pytest.param(None, "2026-10-05 09.00", id="no begin"),
        pytest.param("2026-10-05 09.00", None, id="no end"),
        pytest.param("2026-10-05", "2026-10-05 09.00", id="the begin has no hour"),
        pytest.param("2026-10-05 09.00", "2026-10-05", id="the end has no hour"),
        pytest.param("2026-10-05 09.00", "2026-10-05 08.59", id="ends before it begins"),
        pytest.param("2026-10-05 09.00", "2026-10-04", id="ends the day before"),
    ],
)
def test_what_is_not_known_is_not_guessed(mulai: str | None, selesai: str | None) -> None:
    assert _lama(mulai, selesai) is None


def test_days_need_no_hour_but_an_order() -> None:
    assert _lama("2026-10-05 09.00", "2026-10-06", baku=SEHARI) == Durasi(2, "hari", True)
    assert _lama("2026-10-06", "2026-10-05", baku=SEHARI) is None


def test_a_day_has_the_hours_of_its_own_row() -> None:
    jumat = [
        {"hari": ["senin"], "jam": ["08.00-12.00"]},
        {"hari": ["jumat"], "jam": ["07.30-11.30", "13.00-16.30"]},
    ]
    sop = _sop(jam_kerja=jumat)
    assert jam_pada(sop, _libur(), date(2026, 10, 9)) == (
        RentangJam(time(7, 30), time(11, 30)),
        RentangJam(time(13), time(16, 30)),
    )
    assert jam_pada(sop, _libur(), date(2026, 10, 8)) == ()
    assert jam_pada(sop, _libur("2026-10-09"), date(2026, 10, 9)) == ()
    assert _lama("2026-10-05 06.00", "2026-10-09 23.00", sop=sop).jumlah == 240 + 240 + 210


def test_an_hour_that_two_rows_name_is_worked_once() -> None:
    sop = _sop(
        jam_kerja=[
            {"hari": ["senin", "selasa"], "jam": ["08.00-12.00", "11.00-16.00"]},
            {"hari": ["senin"], "jam": ["08.00-16.00"]},
        ]
    )
    assert _lama("2026-10-05 08.00", "2026-10-05 10.00", sop=sop).jumlah == 120
    assert _lama("2026-10-06 10.00", "2026-10-06 13.00", sop=sop).jumlah == 180


_AWAL = datetime(2026, 10, 2)  # noqa: DTZ001 - local time, as in the inputs
_saat = st.integers(0, 9 * 24 * 60).map(lambda menit: _AWAL + timedelta(minutes=menit))
_hari_libur = st.lists(st.integers(0, 9).map(lambda n: (_AWAL.date() + timedelta(days=n)).isoformat()), max_size=3)


def _waktu(saat: datetime) -> Waktu:
    return Waktu(saat.date(), saat.time())


@given(st.lists(_saat, min_size=3, max_size=3).map(sorted), _hari_libur)
def test_two_stretches_take_as_long_as_both_together(saat: list[datetime], libur: list[str]) -> None:
    a, b, c = map(_waktu, saat)
    sop, hari = _sop(), _libur(*libur)

    def menit(mulai: Waktu, selesai: Waktu) -> int:
        hasil = durasi(sop, hari, mulai, selesai, JAM)
        assert hasil is not None
        return hasil.jumlah

    assert menit(a, b) + menit(b, c) == menit(a, c)
    assert 0 <= menit(a, c) <= (saat[2] - saat[0]).total_seconds() / 60


@given(st.lists(_saat, min_size=2, max_size=2).map(sorted), _hari_libur)
def test_every_minute_counts_that_somebody_works_in(saat: list[datetime], libur: list[str]) -> None:
    awal, akhir = saat
    dikerjakan = 0
    for n in range(int((akhir - awal).total_seconds()) // 60):
        menit = awal + timedelta(minutes=n)
        hari_kerja = menit.weekday() < 5 and menit.date().isoformat() not in libur
        dikerjakan += hari_kerja and menit.hour in (8, 9, 10, 11, 13, 14, 15)
    hasil = durasi(_sop(), _libur(*libur), _waktu(awal), _waktu(akhir), JAM)
    assert hasil == Durasi(dikerjakan, "menit", dikerjakan > 60)
