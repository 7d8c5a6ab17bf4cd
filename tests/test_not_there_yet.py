"""What is not there yet never stops a report: every optional key of a quarter's files empty, one at a time."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pipeline.documents.bahan import Bahan
from pipeline.documents.registry import DOKUMEN
from pipeline.domain.isian import Model
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.domain.sop import status
from pipeline.inputs.layout import KINDS, layout
from pipeline.inputs.load import load, located
from pipeline.inputs.nodes import Node, Scalar, Sequence, Steps, child, plain, put
from pipeline.inputs.shape import Shape, fields
from pipeline.inputs.yamlsource import read

SHIPPED = Path(__file__).parent.parent
TW3 = Periode(2026, 3)
EXPLAINS = {"kumulatif-turun", "pembilang-melebihi-penyebut", "realisasi-anggaran-turun", "realisasi-melebihi-pagu"}
"""What stops a report without the `penjelasan` beside it, and rightly so."""
CORRECTS = {"koreksi-tanpa-isian"}
"""A koreksi of a value that was taken away is stale."""
Place = tuple[type[Model], str, Steps, bool]


@cache
def tree_of(file: str) -> Node:
    tree = read(file, (SHIPPED / file).read_bytes())[0].root
    assert tree is not None
    return tree


def optional_places(node: Node, model: type[Model], steps: Steps = ()) -> Iterator[Place]:
    """Every optional key of a mapping and all below it: its type, name, place, and whether it is typed there."""
    for name, field in fields(model).items():
        value = child(node, name)
        if not field.required:
            yield model, name, (*steps, name), value is not None
        yield from below(value, field.shape, (*steps, name))


def below(node: Node | None, shape: Shape, steps: Steps) -> Iterator[Place]:
    if isinstance(node, Sequence) and shape.item:
        for at, item in enumerate(node.items):
            yield from below(item, shape.item, (*steps, at))
    elif node is not None and not isinstance(node, Scalar) and shape.model:
        yield from optional_places(node, shape.model, steps)


@cache
def cases() -> dict[str, tuple[str, Steps]]:
    """One place for each optional key of each type: where it is typed, else where it could be."""
    found: dict[str, tuple[str, Steps]] = {}
    typed: set[str] = set()
    for file in layout(SHIPPED, TW3).files:
        if file.periode != TW3:
            continue
        for model, name, steps, there in optional_places(tree_of(file.file), KINDS[file.kind]):
            key = f"{model.__name__}.{name}"
            if key not in found or (there and key not in typed):
                found[key] = file.file, steps
                typed |= {key} if there else set()
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kosong")
    shutil.copytree(SHIPPED / "data", root / "data")
    return root


def words(value: object) -> Iterator[str]:
    """Every text of a context."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words(getattr(value, field.name))


def test_every_type_of_a_quarters_files_has_a_case() -> None:
    names = set(cases())

    for key in ("Undangan.hal", "SuratPengantar.kepada", "TindakLanjut.pic", "Keputusan.batas_waktu"):
        assert key in names
    for key in ("Pembahasan.uraian", "PutaranValidasi.hasil", "IsianRealisasi.realisasi"):
        assert key in names
    for key in ("CatatanSop.penyusunan", "CatatanDisposisi.kepada", "CatatanPengarsipan.arsip"):
        assert key in names


@pytest.mark.parametrize("key", sorted(cases()))
def test_a_report_without_it_is_checked_and_composed(key: str, root: Path) -> None:
    file, steps = cases()[key]
    emptied = put(tree_of(file), steps, Scalar(tree_of(file).mark, None))
    before = (root / file).read_bytes()
    (root / file).write_text(json.dumps(plain(emptied), ensure_ascii=False, indent=1), encoding="utf-8")
    try:
        loaded = load(root, TW3)
    finally:
        (root / file).write_bytes(before)

    assert [(p.code, str(p.source)) for p in loaded.problems] == []
    assert loaded.berkas is not None
    pengukuran = ukur(loaded.berkas)
    found = tuple(located(p, loaded.places) for p in periksa(loaded.berkas, pengukuran))
    allowed = EXPLAINS if steps[-1] == "penjelasan" else CORRECTS if "realisasi" in steps else set()
    assert {p.code for p in found if p.stops} <= allowed
    bahan = Bahan(loaded.berkas, pengukuran, found, status(loaded.berkas))
    units = loaded.berkas.badan.isi.unit[:1]
    for document in DOKUMEN:
        of = (bahan, *units) if document.per_unit else (bahan,)
        for said in words(document.context(*of)):
            assert "None" not in said
            assert "  " not in said.replace("\N{NO-BREAK SPACE}", "")
