"""What a period still waits for, unit by unit and paper by paper."""

from __future__ import annotations

from typing import Any

from pipeline.domain.belum import BelumDiisi, BelumUnit, belum_diisi
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from tests.domain import contoh

PROGRAM = [
    {"kode": kode, "nama": kode, "sasaran": "S1", "penanggung_jawab": "a", "pagu": pagu}
    for kode, pagu in (("p1", "100"), ("p2", "100"), ("p3", "0"))
]
FILE = "data/2026/tw2/realisasi/a.yaml"
LENGKAP: dict[str, Any] = {
    "rapat": {2: {}},
    "validasi": {2: {"unit": "a"}},
    "langkah": {"penyusunan": {"selesai": "2026-07-10"}},
    "surat": {"nomor": "1"},
}


def _belum(berkas: Berkas) -> BelumDiisi:
    return belum_diisi(berkas, ukur(berkas))


def _dua(*kode: str, **ganti: Any) -> list[dict[str, Any]]:
    return [contoh.indikator(k, tw=("10", "10", "10", "10"), tahun="10", **ganti) for k in kode]


def test_a_complete_quarter_waits_for_nothing() -> None:
    berkas = contoh.berkas(_dua("1"), [{"1": "9"}, {"1": "0"}], **LENGKAP)
    assert _belum(berkas) == BelumDiisi((), "data/2026/tw2", ())


def test_a_unit_is_told_once_what_it_owes_of_what_is_due() -> None:
    tidak_diukur = contoh.indikator("4", tw=("10", None, "10", "10"), tahun="10")
    berkas = contoh.berkas(
        [*_dua("1", "2", "3"), tidak_diukur],
        [{"1": "9", "2": "9", "3": "9", "4": "9"}, {"1": "9", "2": None}],
        program=PROGRAM,
        anggaran=[{}, {"p1": "5", "p2": None}],
        **LENGKAP,
    )
    assert _belum(berkas).unit == (BelumUnit("Bidang A", FILE, ("2", "3"), 3, ("p2",), 2),)


def test_a_sum_waits_for_the_quarter_that_was_skipped() -> None:
    berkas = contoh.berkas(_dua("1", akumulasi="jumlah"), [{}, {"1": "9"}], **LENGKAP)
    assert [(b.berkas, b.indikator) for b in _belum(berkas).unit] == [("data/2026/tw1/realisasi/a.yaml", ("1",))]


def test_a_gap_that_only_the_year_waits_for_is_told_too() -> None:
    indikator = contoh.indikator("1", tw=("10", None, None, "10"), tahun="10")
    berkas = contoh.berkas([indikator], [{"1": None}, {}], **LENGKAP)
    assert [(b.berkas, b.indikator) for b in _belum(berkas).unit] == [("data/2026/tw1/realisasi/a.yaml", ("1",))]


def test_a_ratio_half_typed_is_owed() -> None:
    pecahan = _dua("1", satuan="persen", pembilang="P", penyebut="Q")
    berkas = contoh.berkas(pecahan, [{"1": "9"}, {"1": {"pembilang": "9", "penyebut": None}}], **LENGKAP)
    assert [b.indikator for b in _belum(berkas).unit] == [("1",)]


def test_the_papers_of_the_later_steps_are_named_in_their_order() -> None:
    assert _belum(contoh.berkas(_dua("1"), [{"1": "9"}])).berkas == (
        *("rapat.yaml", "validasi/a.yaml", "langkah.yaml", "surat-pengantar.yaml"),
    )
