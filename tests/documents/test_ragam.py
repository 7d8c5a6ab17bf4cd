"""The sample as little and as much as a template can meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from pipeline.documents import ragam
from pipeline.documents.arti import Arti
from pipeline.media import Image
from pipeline.sample import Sample, least, most, sample

SAMPLES = [sample, least, most]
Field = tuple[str, str]

ALWAYS_THERE = {
    ("BagianIndikator", "kalimat_isian"): "it says that the unit reported nothing",
    ("BagianRapat", "kalimat_keputusan"): "it stands where there are no decisions",
    ("NotulenKonteks", "kalimat_keputusan"): "it stands where there are no decisions",
    ("Ringkasan", "tanpa_capaian"): "nothing is measured yet",
    ("LembarDrafKonteks", "baris"): "no step is done yet",
    ("LembarUnitKonteks", "baris"): "a unit without indikator has no lembar",
    ("LembarUnitKonteks", "uraian"): "a unit without indikator has no lembar",
    ("UnitBeritaAcara", "baris"): "the only unit has the only indikator",
    ("Metode", "skala"): "an agency has a scale",
    ("PenandaTanganRapat", "jabatan"): "only somebody who is named can be without one",
    ("PenandaTanganRapat", "nip"): "only somebody who is named can be without one",
    ("UndanganKonteks", "seorang"): "somebody is invited, and be it dots",
}
NEVER_THERE = {
    ("Anggaran", "belum"): "no unit owes anything",
    ("Belanja", "belum"): "no unit owes anything",
    ("BagianRapat", "kalimat_keputusan"): "there are decisions",
    ("NotulenKonteks", "kalimat_keputusan"): "there are decisions",
    ("LembarDrafKonteks", "kalimat_revisi"): "the revision is declared",
    ("LembarUnitKonteks", "catatan"): "no capaian of this unit is capped",
    ("UndanganKonteks", "diundang"): "so many are invited that they stand on a page of their own",
    ("UndanganKonteks", "seorang"): "many are invited",
}


@cache
def _hints(of: type) -> dict[str, Any]:
    return get_type_hints(of, include_extras=True)


def _contexts(of: Sample) -> list[object]:
    return [*of.contexts.values(), *of.parts.values()]


def _fields(value: object) -> Iterator[tuple[Field, bool, object]]:
    """Every field beneath a value: its name, whether it may be empty as it is declared, what it holds."""
    if isinstance(value, tuple):
        for item in value:
            yield from _fields(item)
    elif is_dataclass(value) and not isinstance(value, Image | type):
        hints = _hints(type(value))
        for each in fields(value):
            held, hint = getattr(value, each.name), hints[each.name]
            marks = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Arti)]
            may = any(mark.boleh_kosong for mark in marks) or NoneType in get_args(get_args(hint)[0])
            yield (type(value).__name__, each.name), may, held
            yield from _fields(held)


@cache
def _all_fields(of: Callable[[], Sample]) -> list[tuple[Field, bool, object]]:
    return [found for context in _contexts(of()) for found in _fields(context)]


def _misfits(value: object, hint: Any, where: str) -> Iterator[str]:
    """Where a value is not of its declared type."""
    args = get_args(hint)
    if get_origin(hint) is tuple and isinstance(value, tuple):
        for item in value:
            yield from _misfits(item, args[0], f"{where}[]")
    elif args and NoneType in args:
        if value is not None:
            yield from _misfits(value, args[0], where)
    elif get_origin(hint) is not None or not isinstance(value, hint):
        yield f"{where}: {value!r}"
    elif is_dataclass(value) and not isinstance(value, Image):
        for each in fields(value):
            declared = get_args(_hints(type(value))[each.name])[0]
            yield from _misfits(getattr(value, each.name), declared, f"{where}.{each.name}")


@pytest.mark.parametrize("of", SAMPLES)
def test_every_value_is_of_the_type_that_its_context_declares(of: Callable[[], Sample]) -> None:
    assert [fault for context in _contexts(of()) for fault in _misfits(context, type(context), "")] == []


def test_a_value_of_another_type_would_be_found() -> None:
    context = sample().contexts["surat-pengantar"]
    broken = type(context)(**{each.name: getattr(context, each.name) for each in fields(context)} | {"nomor": None})  # type: ignore[arg-type]
    assert list(_misfits(broken, type(broken), "")) == [".nomor: None"]


@pytest.mark.parametrize("of", SAMPLES)
def test_nothing_is_empty_that_is_not_declared_so(of: Callable[[], Sample]) -> None:
    assert {name for name, may, held in _all_fields(of) if held in ("", (), None) and not may} == set()


def test_of_the_least_whatever_may_be_empty_is_empty() -> None:
    found = _all_fields(least)
    may = {name for name, may, _ in found if may}
    assert may - {name for name, _, held in found if held in ("", (), None)} == set(ALWAYS_THERE)


def test_of_the_most_every_optional_part_is_there() -> None:
    found = _all_fields(most)
    may = {name for name, may, _ in found if may}
    assert may - {name for name, _, held in found if held not in ("", (), None)} == set(NEVER_THERE)


def test_the_least_of_the_least_is_the_same() -> None:
    assert ragam.sedikit(least().bahan) == least().bahan


def test_the_least_is_one_indikator_of_one_unit_that_is_due() -> None:
    document: Any = least().contexts["dokumen-pengukuran-kinerja"]
    (kelompok,) = document.hasil.kelompok

    assert [baris.realisasi for baris in kelompok.baris] == ["belum diisi"]
    assert len(document.unit) == 1
    assert (document.anggaran.baris, document.rapat.hadir, document.validasi.peringatan) == ((), (), ())


def test_the_most_has_sixty_indikator_each_under_its_own_kode() -> None:
    document: Any = most().contexts["dokumen-pengukuran-kinerja"]
    baris = [baris for kelompok in document.hasil.kelompok for baris in kelompok.baris]

    assert [baris.nomor for baris in baris] == [str(nomor) for nomor in range(1, 61)]
    assert len({baris.kode for baris in baris}) == 60
    assert document.ringkasan.kalimat_indikator.startswith("Dari 60 indikator")
    assert len(document.sasaran) == 12
    assert {len(sasaran.indikator) for sasaran in document.sasaran} == {5}


def test_the_most_has_the_numbers_of_the_sample() -> None:
    few: Any = sample().contexts["dokumen-pengukuran-kinerja"]
    many: Any = most().contexts["dokumen-pengukuran-kinerja"]
    told = {b.kode: (b.target_tw, b.realisasi, b.capaian_tw) for k in few.hasil.kelompok for b in k.baris}

    assert [(b.target_tw, b.realisasi, b.capaian_tw) for k in many.hasil.kelompok for b in k.baris] == [
        told[b.kode.rstrip("abcdef")] for k in many.hasil.kelompok for b in k.baris
    ]
    assert many.anggaran.total_serapan == few.anggaran.total_serapan


@pytest.mark.parametrize(
    ("key", "field", "rows"),
    [
        ("daftar-hadir", "baris", 60),
        ("notulen", "keputusan", 20),
        ("notulen", "foto", 6),
        ("undangan", "terlampir", 30),
        ("surat-pengantar", "naskah", 10),
        ("lembar-disposisi", "instruksi", 10),
    ],
)
def test_the_most_has_long_lists(key: str, field: str, rows: int) -> None:
    assert len(getattr(most().contexts[key], field)) == rows


def test_names_and_sentences_of_the_most_are_long() -> None:
    document: Any = most().contexts["dokumen-pengukuran-kinerja"]
    names = [len(b.indikator) for k in document.hasil.kelompok for b in k.baris]
    before: Any = sample().contexts["notulen"]
    after: Any = most().contexts["notulen"]

    assert min(names) > 150
    assert max(names) <= 200
    assert len(document.badan) > 80
    assert after.pembahasan[0].uraian.startswith(before.pembahasan[0].uraian)
    assert len(after.keputusan[0].uraian) > 2 * len(before.keputusan[0].uraian)


def test_what_has_one_shape_keeps_it_in_the_most() -> None:
    held = {name: value for name, _, value in _all_fields(most)}
    nip = [value for (_, field), _, value in _all_fields(most) if field == "nip" and value]

    assert {re.sub(r"\d", "0", str(value)) for value in nip} == {"NIP. 00000000 000000 0 000"}
    assert held["SuratPengantarKonteks", "nomor"] == sample().contexts["surat-pengantar"].nomor  # type: ignore[attr-defined]
    assert held["UndanganKonteks", "hari_tanggal"] == "Selasa, 13 Oktober 2026"


def test_officials_of_the_most_sign_for_others() -> None:
    page: Any = most().contexts["lembar-pengesahan"]

    assert page.disahkan.pejabat.atas_nama.startswith("a.n. KEPALA BADAN")
    assert page.diperiksa.pejabat.jabatan.startswith("Plt. SEKRETARIS")
    assert page.disusun.pejabat.jabatan.startswith("Plh. KEPALA SUBBAGIAN")
    assert page.revisi.startswith("Revisi 1 tanggal")


@pytest.mark.parametrize("of", SAMPLES)
def test_the_sheet_before_a_draft_has_steps_that_are_not_done(of: Callable[[], Sample]) -> None:
    sheet: Any = of().contexts["lembar-draf"]
    assert [baris.nomor for baris in sheet.baris][-1] == "8."
    assert all(kurang for baris in sheet.baris for kurang in baris.kurang)
