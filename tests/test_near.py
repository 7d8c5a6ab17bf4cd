"""Hints: the nearest valid name, or none."""

from __future__ import annotations

import pytest

from pipeline.near import nearest


@pytest.mark.parametrize(
    ("typed", "names", "expected"),
    [
        ("realisassi", ("unit", "realisasi", "anggaran"), "realisasi"),
        ("IK-1", ("IK-1.1", "IK-1.2", "IK-4.1"), "IK-1.1"),
        ("Sekretariat", ("sekretariat", "bidang-data"), "sekretariat"),
        ("maks", ("min", "max"), "max"),
        ("xyz", ("unit", "realisasi"), None),
        ("", ("unit",), None),
        ("a" * 10_000, ("unit",), None),
    ],
)
def test_the_hint_is_the_nearest_name_or_none(typed: str, names: tuple[str, ...], expected: str | None) -> None:
    assert nearest(typed, names) == expected
