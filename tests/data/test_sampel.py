"""The shipped quarters: they are clean, measure what was worked out by hand, and show every case a real agency has."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import check, text_changed
from pipeline.domain.hasil import Keadaan, Pengukuran
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periksa.proses import tanggal_sop
from pipeline.domain.periode import Periode
from pipeline.domain.sop import KeadaanPaket, status
from pipeline.inputs.load import load, periods
from pipeline.show.measurement import measurement_values

AKAR = Path(__file__).resolve().parents[2]
TRIWULAN = (Periode(2026, 1), Periode(2026, 2), Periode(2026, 3))
KINI = TRIWULAN[-1]
HARAPAN = json.loads((Path(__file__).parent / "harapan-2026-tw3.json").read_text(encoding="utf-8"))

_HARI_LIBUR = """
    01-01 01-16 02-16 02-17 03-18 03-19 03-20 03-23 03-24 04-03 05-01 05-14 05-15 05-27 05-28 06-01 06-16
    08-17 08-25 12-24 12-25
"""
LIBUR = frozenset(date.fromisoformat(f"2026-{hari}") for hari in _HARI_LIBUR.split())
"""National holidays and collective leave of 2026."""


@pytest.fixture(scope="module")
def berkas() -> dict[Periode, Berkas]:
    hasil = {}
    for periode in TRIWULAN:
        loaded = load(AKAR, periode)
        assert loaded.problems == ()
        assert loaded.berkas is not None
        hasil[periode] = loaded.berkas
    return hasil


@pytest.fixture(scope="module")
def pengukuran(berkas: dict[Periode, Berkas]) -> dict[Periode, Pengukuran]:
    return {periode: ukur(isi) for periode, isi in berkas.items()}


def _sebagian(nilai: Any, harapan: Any) -> Any:
    """The part of `nilai` whose keys stand in `harapan`."""
    if isinstance(harapan, dict):
        return {kunci: _sebagian(nilai[kunci], isi) for kunci, isi in harapan.items()}
    if isinstance(harapan, list):
        return [_sebagian(n, h) for n, h in zip(nilai, harapan, strict=True)]
    return nilai


def test_three_quarters_are_shipped() -> None:
    assert tuple(periods(AKAR)) == TRIWULAN


def test_the_third_quarter_measures_what_was_worked_out_by_hand(pengukuran: dict[Periode, Pengukuran]) -> None:
    nilai = measurement_values(pengukuran[KINI], lambda jalur: None)
    assert _sebagian(nilai, HARAPAN) == HARAPAN


def test_only_the_warnings_left_in_on_purpose_are_found(
    berkas: dict[Periode, Berkas], pengukuran: dict[Periode, Pengukuran]
) -> None:
    ditemukan = {p: sorted((m.code, m.args["kode"]) for m in periksa(berkas[p], pengukuran[p])) for p in TRIWULAN}
    assert ditemukan == {
        TRIWULAN[0]: [],
        TRIWULAN[1]: [],
        KINI: [
            ("bukti-tidak-ada", "IK-2.3"),
            ("bukti-tidak-ada", "IK-3.5"),
            ("capaian-pencilan", "IK-3.3"),
            ("tindak-lanjut-belum-dijawab", "IK-1.3"),
        ],
    }


def test_earlier_quarters_keep_the_targets_and_pagu_they_were_measured_with(
    pengukuran: dict[Periode, Pengukuran],
) -> None:
    target = [str(pengukuran[p].hasil("IK-1.3").target_tahun) for p in TRIWULAN]
    pagu = [str(pengukuran[p].total_anggaran.pagu) for p in TRIWULAN]
    assert target == ["600", "600", "480"]
    assert pagu == ["14592650000", "14592650000", "14012300000"]


def test_every_kind_of_indikator_and_every_state_occurs(pengukuran: dict[Periode, Pengukuran]) -> None:
    hasil = [h for p in TRIWULAN for h in pengukuran[p].indikator]
    indikator = [h.indikator for h in hasil]
    keadaan = {c.keadaan for h in hasil for c in (h.capaian_tw, h.capaian_tahun)}
    assert {i.jenis_target for i in indikator} == {"angka", "rentang", "predikat"}
    assert {i.arah for i in indikator} == {"naik", "turun", "dalam"}
    assert {i.akumulasi for i in indikator} == {"jumlah", "kumulatif", "posisi"}
    assert {i.akumulasi for i in indikator if i.pecahan} == {"jumlah", "kumulatif", "posisi"}
    assert {h.rumus for h in hasil} >= {"R/T", "2T-R", "T/R", "rentang naik", "rentang dalam"}
    assert keadaan == {Keadaan.TERHITUNG, Keadaan.TIDAK_BERLAKU, Keadaan.TIDAK_DAPAT_DIHITUNG}
    assert any(h.capaian_tw.nilai == 0 for h in hasil)
    assert any(h.capaian_tw.dibatasi for h in hasil)


def test_the_budget_has_a_row_whose_pagu_became_zero(pengukuran: dict[Periode, Pengukuran]) -> None:
    baris = {b.kode: b for b in pengukuran[KINI].anggaran if b.terendah}
    assert len(baris) == 17
    nol = baris["5.03.02.2.03.0002"].nilai
    assert (str(nol.pagu_awal), str(nol.pagu), nol.serapan) == ("325000000", "0", None)


def test_the_sekretaris_changes_during_the_year(berkas: dict[Periode, Berkas]) -> None:
    badan = berkas[KINI].badan.isi
    assert [p.sebutan for p in badan.pejabat if p.peran == "sekretaris"] == [None, "Plt.", None]


@pytest.mark.parametrize("periode", TRIWULAN, ids=str)
def test_each_quarter_has_a_meeting_and_a_validation_of_every_indikator(
    berkas: dict[Periode, Berkas], periode: Periode
) -> None:
    kini = berkas[periode].kini
    assert kini.rapat is not None
    rapat = kini.rapat.isi
    assert rapat.notulen is not None
    assert sum(h.hadir for h in rapat.daftar_hadir) >= 10
    assert any(h.instansi for h in rapat.daftar_hadir)
    assert len(rapat.notulen.keputusan) >= 5
    putaran = {v.kode: v.putaran for file in kini.validasi for v in file.isi.validasi}
    assert putaran.keys() == {i.kode for i in berkas[periode].pk.isi.indikator}
    assert all(p[-1].hasil == "sesuai" for p in putaran.values())
    assert any(len(p) > 1 for p in putaran.values())


@pytest.mark.parametrize("periode", TRIWULAN, ids=str)
def test_the_papers_are_dated_on_working_days_in_the_order_of_the_sop(
    berkas: dict[Periode, Berkas], periode: Periode
) -> None:
    tanggal = [hari for _, hari, _ in tanggal_sop(berkas[periode].kini)]
    assert len(tanggal) > 20
    assert tanggal == sorted(tanggal)
    assert [t for t in tanggal if t.weekday() > 4 or t in LIBUR] == []


@pytest.mark.parametrize("periode", TRIWULAN, ids=str)
def test_every_step_of_the_sop_is_proved_and_the_packet_is_lengkap(
    berkas: dict[Periode, Berkas], periode: Periode
) -> None:
    keadaan = status(berkas[periode])
    assert [(langkah.no, langkah.kurang, langkah.basi) for langkah in keadaan.langkah] == [
        (no, (), ()) for no in range(1, 12)
    ]
    assert keadaan.keadaan is KeadaanPaket.LENGKAP


@pytest.mark.parametrize("periode", TRIWULAN, ids=str)
def test_the_naskah_still_reads_as_it_was_signed(periode: Periode) -> None:
    bahan = check(AKAR, periode).bahan
    assert bahan is not None
    assert not text_changed(AKAR, bahan), "run make golden"


def test_holidays_are_those_of_the_year(berkas: dict[Periode, Berkas]) -> None:
    assert {h.tanggal for h in berkas[KINI].hari_libur.isi.hari_libur} == LIBUR


def test_every_file_names_its_schema_in_the_first_line() -> None:
    data = AKAR / "data"
    for berkas in sorted(data.rglob("*.yaml")):
        nama = berkas.parent.name if berkas.parent.name in ("realisasi", "validasi") else berkas.stem
        awal = berkas.read_text(encoding="utf-8").splitlines()[0]
        _, _, skema = awal.partition("# yaml-language-server: $schema=")
        assert (berkas.parent / skema).resolve() == data / "skema" / f"{nama}.json", berkas
