"""How the terminal tells what is not there yet."""

from __future__ import annotations

from pipeline.domain.belum import BelumDiisi, BelumUnit
from pipeline.show.unfilled import paper_lines, value_lines

FILE = "data/2026/tw4/realisasi/mutasi.yaml"


def _belum(*indikator: str, anggaran: tuple[str, ...] = ()) -> BelumDiisi:
    unit = BelumUnit("Bidang Mutasi", FILE, indikator, 9, anggaran, 3)
    return BelumDiisi((unit,), "data/2026/tw4", ("rapat.yaml", "validasi/mutasi.yaml"))


def test_a_unit_has_one_line_with_counts_kode_and_its_file() -> None:
    belum = _belum("IK-1", "IK-2", anggaran=("5.01", "5.02"))
    assert value_lines(belum, "id") == [
        f"Belum diisi: Bidang Mutasi — 2 dari 9 indikator (IK-1, IK-2), 2 dari 3 baris anggaran: {FILE}"
    ]
    assert value_lines(belum, "en") == [
        f"Not filled in: Bidang Mutasi — 2 of 9 indicators (IK-1, IK-2), 2 of 3 budget rows: {FILE}"
    ]


def test_what_is_not_owed_is_not_named() -> None:
    assert value_lines(_belum("IK-1"), "id") == [f"Belum diisi: Bidang Mutasi — 1 dari 9 indikator (IK-1): {FILE}"]
    assert value_lines(_belum(anggaran=("5.01",)), "id") == [
        f"Belum diisi: Bidang Mutasi — 1 dari 3 baris anggaran: {FILE}"
    ]


def test_a_long_row_of_kode_ends_in_dots() -> None:
    assert "8 dari 9 indikator (1, 2, 3, 4, 5, 6, …)" in value_lines(_belum(*"12345678"), "id")[0]


def test_the_papers_have_one_line() -> None:
    assert paper_lines(_belum(), "id") == ["Belum ada di data/2026/tw4: rapat.yaml, validasi/mutasi.yaml"]
    assert paper_lines(BelumDiisi((), "data/2026/tw4", ()), "id") == []
