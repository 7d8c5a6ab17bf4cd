"""The measurement of the shipped third quarter as JSON and as a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import build
from pipeline.domain import capaian
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periode import Periode
from pipeline.messages import text
from pipeline.show.measurement import _CATATAN, measurement_text, measurement_values
from tests.domain import contoh

SHIPPED = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checked() -> build.Checked:
    return build.check(SHIPPED, Periode(2026, 3))


@pytest.fixture(scope="module")
def rows(checked: build.Checked) -> dict[str, dict[str, Any]]:
    assert checked.pengukuran is not None
    values: Any = json.loads(json.dumps(measurement_values(checked.pengukuran, checked.places.locate)))
    return {row["kode"]: row for row in values["indikator"]} | {"": values}


def test_a_range_a_label_a_zero_and_nothing_keep_their_kinds(rows: dict[str, dict[str, Any]]) -> None:
    assert rows["IK-1.4"]["target_tw"] == {"min": "10.00", "max": "20.00"}
    assert (rows["IK-4.3"]["target_tw"], rows["IK-4.3"]["realisasi"]) == ("BB", "BB")
    assert (rows["IK-4.1"]["target_tw"], rows["IK-4.1"]["realisasi"], rows["IK-4.1"]["status"]) == (
        *("0", "0"),
        "terhitung",
    )
    assert (rows["IK-1.1"]["target_tw"], rows["IK-1.1"]["capaian_tw"], rows["IK-1.1"]["predikat"]) == (None,) * 3
    assert rows["IK-1.1"]["status"] == "tidak berlaku"


def test_capped_and_uncapped_stand_side_by_side(rows: dict[str, dict[str, Any]]) -> None:
    assert (rows["IK-3.3"]["capaian_tw"], rows["IK-3.3"]["capaian_tw_tanpa_batas"]) == ("120.00", "167.79")


def test_every_value_names_the_lines_it_was_typed_on(rows: dict[str, dict[str, Any]]) -> None:
    for kode, row in rows.items():
        for source in row.get("sumber", ()):
            file, line, _ = source.split(":")
            assert (SHIPPED / file).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip(), kode
    assert all(row["sumber"] for kode, row in rows.items() if kode)


def test_a_mean_tells_what_it_counted_and_what_it_left_out_and_why(rows: dict[str, dict[str, Any]]) -> None:
    whole = rows[""]

    assert [out["kode"] for out in whole["dikecualikan"]] == ["IK-1.1"]
    assert whole["dikecualikan"][0]["status"] == "tidak berlaku"
    assert whole["dikecualikan"][0]["catatan"]
    assert len(whole["dihitung"]) + 1 == len(whole["indikator"])


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_line_of_the_table_is_wider_than_the_terminal(checked: build.Checked, width: int, language: str) -> None:
    assert checked.pengukuran is not None
    table = measurement_text(checked.pengukuran, language, width=width)

    assert max(map(len, table.splitlines())) <= max(width, 80)


def test_a_table_at_100_columns_breaks_no_number_and_writes_it_as_the_language_does(checked: build.Checked) -> None:
    assert checked.pengukuran is not None
    indonesian = measurement_text(checked.pengukuran, "id", width=100)
    english = measurement_text(checked.pengukuran, "en", width=100)

    assert "10,00–20,00" in indonesian
    assert "10.00–20.00" in english
    assert "Rp14.012.300.000" in indonesian
    assert "Rp14,012,300,000" in english
    assert "tidak dapat" not in english


def test_english_says_why_something_was_left_out_without_indonesian(checked: build.Checked) -> None:
    assert checked.pengukuran is not None
    english = measurement_text(checked.pengukuran, "en", width=120)

    assert "mean (arithmetic)" in english
    assert "IK-1.1 (does not apply: no target up to this quarter)" in english
    assert "(does not apply: computed in the fourth quarter)" in english


def test_every_reason_that_measuring_gives_has_words_in_both_languages() -> None:
    reasons = {value for name, value in vars(capaian).items() if name.startswith("CATATAN_")}

    assert set(_CATATAN) == reasons
    assert all(text(code, "id") == reason for reason, code in _CATATAN.items())


def test_a_reason_is_said_once_for_all_it_holds_for() -> None:
    rows = [contoh.indikator(kode, tw=("10",), tahun="10") for kode in ("1", "2", "3")]
    shown = measurement_text(ukur(contoh.berkas(rows, [{"1": "9"}])), "id")

    assert shown.count("Tidak dihitung: 2, 3 (belum diisi)") == 2
    assert ".yaml" not in shown
