"""What files say about each other and about their own names: kode, files named, years; it refuses to compute.

Every rule walks the tree as typed along the declared types, so that it also works where other values are faulty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from pipeline.domain.isian import Definisi, Model, Rujukan, Terlampir
from pipeline.domain.model import DaftarDokumen
from pipeline.domain.periode import Periode
from pipeline.inputs import nodes
from pipeline.inputs.attached import fault_of
from pipeline.inputs.examine import Edit, Examined, text_at
from pipeline.inputs.layout import InputFile
from pipeline.inputs.nodes import Node, Scalar, Sequence, Steps
from pipeline.inputs.shape import Shape, fields
from pipeline.near import nearest
from pipeline.problems import Problem

_ROW_NAMES = ("kode", "dokumen")
_PERIODS = (("periode",), ("sejak",))
_PERIODE_MEANT = re.compile(r"(20[0-9]{2})\D*([1-4])")

Findings = Iterator[tuple[Problem, Edit | None]]


@dataclass(frozen=True, slots=True)
class Defined:
    """The kode of one jenis with the place of each. Not `complete`: some may stand where the file could not be read."""

    kode: Mapping[str, tuple[Examined, Steps]]
    complete: bool


def walk(node: Node, shape: Shape, steps: Steps = ()) -> Iterator[tuple[Steps, Node, Shape]]:
    """Every value of a tree with its path and what is expected there."""
    yield steps, node, shape
    if isinstance(node, nodes.Mapping) and shape.model:
        known = fields(shape.model)
        for key, entry in node.entries.items():
            yield from walk(entry.value, known[key].shape, (*steps, key))
    elif isinstance(node, Sequence) and shape.item:
        for index, item in enumerate(node.items):
            yield from walk(item, shape.item, (*steps, index))


def _texts(found: Examined) -> Iterator[tuple[Steps, str, Shape]]:
    for steps, node, shape in walk(found.tree, Shape(model=found.model)):
        if shape.marks and isinstance(node, Scalar) and node.text and node.text.strip():
            yield steps, node.text.strip(), shape


@cache
def defines(model: type[Model]) -> frozenset[str]:
    """The jenis that files of this type define."""
    found: set[str] = set()
    for field in fields(model).values():
        mark = field.shape.mark(Definisi)
        inner = field.shape.model or (field.shape.item.model if field.shape.item else None)
        found |= ({mark.jenis} if mark else set()) | (set(defines(inner)) if inner else set())
    return frozenset(found)


def definitions(files: Iterable[Examined], expected: Iterable[type[Model]]) -> dict[str, Defined]:
    """All kode by jenis. A jenis is complete only where its file was read whole and every row has a kode."""
    files = tuple(files)
    kode: dict[str, dict[str, tuple[Examined, Steps]]] = {jenis: {} for model in expected for jenis in defines(model)}
    doubtful = {jenis for model in expected if all(f.model is not model for f in files) for jenis in defines(model)}
    for found in files:
        if not found.document.whole:
            doubtful |= defines(found.model)
        for steps, text, shape in _texts(found):
            if mark := shape.mark(Definisi):
                kode[mark.jenis].setdefault(text, (found, steps))
        doubtful |= _rows_without_kode(found)
        if found.problems:
            doubtful |= {jenis for jenis in defines(found.model) if not kode[jenis]}
    return {jenis: Defined(places, jenis not in doubtful) for jenis, places in kode.items()}


def _rows_without_kode(found: Examined) -> set[str]:
    missing = set()
    for _, node, shape in walk(found.tree, Shape(model=found.model)):
        for name, field in fields(shape.model).items() if shape.model else ():
            mark = field.shape.mark(Definisi)
            if mark and isinstance(node, nodes.Mapping) and text_at(node, (name,)) is None:
                missing.add(mark.jenis)
    return missing


def doubled_definitions(found: Examined, defined: Mapping[str, Defined]) -> Findings:
    """A kode defined a second time."""
    for steps, text, shape in _texts(found):
        mark = shape.mark(Definisi)
        if not mark:
            continue
        first, first_steps = defined[mark.jenis].kode[text]
        if (first.document.file, first_steps) != (found.document.file, steps):
            place = first.problem("", first_steps).source
            args = {"jenis": _spoken(mark.jenis), "kode": text, "tempat": str(place)}
            yield found.problem("definisi-ganda", steps, **args), Edit(steps[:-1])


def unknown_references(found: Examined, defined: Mapping[str, Defined], stem: str = "") -> Findings:
    """A kode that nothing defines. `stem` is the name of a file that must name its unit."""
    for steps, text, shape in _texts(found):
        mark = shape.mark(Rujukan)
        if not mark or not defined[mark.jenis].complete or text in defined[mark.jenis].kode:
            continue
        names = defined[mark.jenis].kode
        hint = stem if steps == ("unit",) and stem in names else nearest(text, names)
        problem = found.problem("kode-tidak-dikenal", steps, hint=hint, jenis=_spoken(mark.jenis), kode=text)
        yield problem, _unknown_healed(found, steps, mark.jenis, hint, names)


def _unknown_healed(found: Examined, steps: Steps, jenis: str, hint: str | None, names: Iterable[str]) -> Edit:
    """A row of an unknown kode goes; elsewhere the probable name stands in (without a scale nothing is measured)."""
    if steps[-1] == "kode":
        return Edit(steps[:-1])
    stand_in = hint or (next(iter(names), None) if jenis.startswith("skala") else None)
    at = nodes.find(found.tree, steps)
    return Edit(steps, Scalar(at.mark, stand_in) if stand_in and at else None)


def dangling(found: Examined, defined: Mapping[str, Defined], kept: Mapping[str, frozenset[str]]) -> Iterator[Edit]:
    """Healing for references to what is known but was left out as faulty, or may stand where nothing could be read."""
    for steps, text, shape in _texts(found):
        mark = shape.mark(Rujukan)
        if not mark or text in kept[mark.jenis]:
            continue
        if not defined[mark.jenis].complete or text in defined[mark.jenis].kode:
            yield Edit(steps[:-1] if steps[-1] == "kode" else steps)


def kept_kode(tree: Node | None, model: type[Model]) -> dict[str, frozenset[str]]:
    """The kode that a tree still defines after healing, by jenis; none where there is no tree left."""
    kept: dict[str, set[str]] = {jenis: set() for jenis in defines(model)}
    for _, node, shape in walk(tree, Shape(model=model)) if tree else ():
        mark = shape.mark(Definisi)
        if mark and isinstance(node, Scalar) and node.text:
            kept[mark.jenis].add(node.text.strip())
    return {jenis: frozenset(kode) for jenis, kode in kept.items()}


def doubled_rows(found: Examined) -> Findings:
    """The same kode twice in one list."""
    for steps, node, shape in walk(found.tree, Shape(model=found.model)):
        if not isinstance(node, Sequence) or not shape.item:
            continue
        first: dict[str, Steps] = {}
        for index in range(len(node.items)):
            name = _row_name(found, (*steps, index), shape.item)
            text = text_at(found.tree, name) if name else None
            if name is None or text is None:
                continue
            if text in first:
                place = found.problem("", first[text]).source
                line = str(place.line if place else "")
                yield found.problem("kode-ganda", name, kode=text, baris=line), Edit((*steps, index))
            first.setdefault(text, name)


def _row_name(found: Examined, steps: Steps, shape: Shape) -> Steps | None:
    """Where a row of a list says what it is about; None where its rows may repeat."""
    if shape.mark(Rujukan):
        return steps
    for name in _ROW_NAMES:
        field = fields(shape.model).get(name) if shape.model else None
        if field and (field.shape.mark(Rujukan) or field.shape.options):
            return (*steps, name)
    return None


def parts_of_ratios(found: Examined) -> Findings:
    """A pembilang without its penyebut (a key left empty is not there yet), and a realisasi typed in both ways."""
    for steps, node, shape in walk(found.tree, Shape(model=found.model)):
        if not isinstance(node, nodes.Mapping) or not shape.model or not node.whole:
            continue
        known, typed = fields(shape.model), [k for k in ("pembilang", "penyebut") if text_at(node, (k,)) is not None]
        if "pembilang" not in known or known["pembilang"].required or not typed:
            continue
        if text_at(node, ("realisasi",)) is not None:
            yield found.problem("realisasi-dua-cara", (*steps, "realisasi")), Edit((*steps, "realisasi"))
        elif len(typed) == 1:
            lacking = "penyebut" if typed == ["pembilang"] else "pembilang"
            at = (*steps, typed[0])
            if lacking in node.blank:
                continue
            yield found.problem("pecahan-tidak-lengkap", at, ada=typed[0], kurang=lacking), Edit(at)


def named_files(found: Examined, data: Path, periode: Periode) -> Findings:
    """Files that are not there, not under data/ or of a wrong kind. Another quarter's lampiran may be to come."""
    for steps, text, shape in _texts(found):
        mark = shape.mark(Terlampir)
        if not mark or text_at(found.tree, (*steps[:-1], "periode")) not in (None, str(periode)):
            continue
        fault = fault_of(data, text, mark.jenis)
        if fault:
            yield found.problem(fault.code, steps, hint=fault.hint, **fault.args), Edit(steps)


def names_of_files(found: Examined) -> Iterator[str]:
    """The files that a file names, relative to data/."""
    return (PurePosixPath(text).as_posix() for _, text, shape in _texts(found) if shape.mark(Terlampir))


def wrong_periods(found: Examined) -> Findings:
    """A periode or sejak that is none."""
    if found.model is not DaftarDokumen:
        return
    for steps, _, _ in walk(found.tree, Shape(model=found.model)):
        text = text_at(found.tree, steps) if steps[-1:] in _PERIODS else None
        if text is None:
            continue
        try:
            Periode.parse(text)
        except ValueError:
            meant = _PERIODE_MEANT.search(text)
            hint = f"{meant[1]}-tw{meant[2]}" if meant else None
            yield found.problem("periode-salah", steps, hint=hint, nilai=text[:60]), Edit(steps)


def wrong_year(found: Examined, file: InputFile) -> Findings:
    """A tahun that is not that of its folder."""
    text = text_at(found.tree, ("tahun",)) if "tahun" in fields(found.model) else None
    if text is not None and text.isascii() and text.isdigit() and int(text[:9]) != file.tahun:
        at = nodes.find(found.tree, ("tahun",))
        edit = Edit(("tahun",), Scalar(at.mark, str(file.tahun)) if at else None)
        yield found.problem("tahun-bukan-folder", ("tahun",), hint=str(file.tahun), tahun=text[:9]), edit


def wrong_unit(found: Examined, file: InputFile, defined: Mapping[str, Defined]) -> Findings:
    """A unit's file that bears another name than its unit."""
    field = fields(found.model).get("unit")
    if not field or not field.shape.mark(Rujukan):
        return
    text, units = text_at(found.tree, ("unit",)), defined["unit"].kode
    if text is not None and text in units and text != file.stem:
        edit = Edit(("unit",), Scalar(found.tree.mark, file.stem)) if file.stem in units else None
        args = {"unit": text, "berkas": f"{file.stem}.yaml"}
        yield found.problem("unit-bukan-nama-berkas", ("unit",), hint=f"{text}.yaml", **args), edit


def _spoken(jenis: str) -> str:
    return jenis.replace("_", " ")
