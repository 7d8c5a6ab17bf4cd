"""(root, periode) → everything that was typed for a period, and every problem of every file in one run.

Order: which files there are (layout), each read (yamlsource) and held against its type (examine), then all against each
other (cross), then healed so that the rules of the domain still find what they can. It refuses to measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from pipeline.domain.isian import Model
from pipeline.domain.model import (
    Berkas,
    BerkasBadan,
    BerkasSop,
    CatatanSop,
    DaftarDokumen,
    DaftarHariLibur,
    Isi,
    PerjanjianKinerja,
    PerubahanPK,
    Rapat,
    RealisasiUnit,
    SuratPengantar,
    Triwulan,
    ValidasiUnit,
)
from pipeline.domain.periode import Periode
from pipeline.inputs import cross
from pipeline.inputs.cross import Defined
from pipeline.inputs.examine import Edit, Examined, examine, settle, text_at
from pipeline.inputs.layout import KINDS, InputFile, layout, periods, place_of, shipped_sop, unread
from pipeline.inputs.nodes import Mapping, Node, Scalar, plain
from pipeline.inputs.own_documents import own_documents
from pipeline.inputs.places import Places, located
from pipeline.inputs.shape import fields
from pipeline.inputs.yamlsource import Document, read
from pipeline.problems import Problem, Source

__all__ = ["Loaded", "Places", "documents_list", "load", "located", "periods"]

M = TypeVar("M", bound=Model)
_SHARED_KEYS = frozenset(key for key, n in Counter(key for m in KINDS.values() for key in fields(m)).items() if n > 1)
_DEFINING = (BerkasBadan, PerjanjianKinerja)
_DOKUMEN = "data/dokumen.yaml"
_NO_DOCUMENTS = DaftarDokumen.model_construct(paket=(), lampiran=())


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was typed, what is wrong with it, and where everything stands.

    `berkas` is also there when problems stop a report (without what was faulty), for rules that come later; None where
    nothing can be measured.
    """

    berkas: Berkas | None
    problems: tuple[Problem, ...]
    places: Places


@dataclass(frozen=True, slots=True)
class _Settled:
    """A file after healing."""

    file: InputFile
    value: Model | None
    tree: Node


def load(root: Path, periode: Periode, about: MappingABC[str, bytes] | None = None) -> Loaded:
    """All files of a period, of the year's earlier quarters, and last year's last realisasi.

    `about` (name → content) are files about to be written, read in place of what stands there. Whatever was typed is a
    problem, never an exception.
    """
    about = about or {}
    plan = layout(root, periode, about)
    documents: dict[str, Document] = {}
    problems = list(plan.problems)
    examined: list[tuple[InputFile, Examined]] = []
    for file in plan.files:
        document, faults = _read(root, file, about)
        documents[file.file] = document
        problems += faults
        if document.root is not None and (misplaced := _misplaced(document, document.root, file)):
            problems.append(misplaced)
        elif document.root is not None:
            examined.append((file, examine(document, document.root, KINDS[file.kind])))
    defined = cross.definitions((found for _, found in examined), _DEFINING)
    named = frozenset(name for _, found in examined for name in cross.names_of_files(found))
    problems += unread(root, periode, defined["unit"].kode, named)
    examined = [(file, _crossed(found, file, defined, root, periode)) for file, found in examined]
    problems += [problem for _, found in examined for problem in found.problems]
    settled = _settled(examined, defined, periode)
    trees = {each.file.file: each.tree for each in settled}
    order = {file.file: number for number, file in enumerate(plan.files)}
    return Loaded(_berkas(periode, settled), _sorted(problems, order), Places(documents, trees))


def documents_list(root: Path) -> DaftarDokumen:
    """data/dokumen.yaml alone, whatever else is there, without what is faulty in it; empty where it cannot be read."""
    document, _ = _read(root, InputFile(_DOKUMEN, "dokumen"), {})
    if document.root is None:
        return _NO_DOCUMENTS
    found = examine(document, document.root, DaftarDokumen)
    findings = (*cross.doubled_rows(found), *cross.wrong_periods(found), *own_documents(found, root / "templates"))
    value, _ = settle(found.add((), (edit for _, edit in findings if edit)))
    return value if isinstance(value, DaftarDokumen) else _NO_DOCUMENTS


def _read(root: Path, file: InputFile, about: MappingABC[str, bytes]) -> tuple[Document, tuple[Problem, ...]]:
    try:
        data = about[file.file] if file.file in about else (root / file.file).read_bytes()
        return read(file.file, data)
    except OSError as error:
        args = {"berkas": file.file, "rincian": error.strerror or str(error)}
        problem = Problem("berkas-tidak-terbaca", (file.file,), args, source=Source(file.file, 1, 1))
        return Document(file.file, ("",), None, whole=False), (problem,)


def _misplaced(document: Document, root: Mapping, file: InputFile) -> Problem | None:
    """A file with keys of another kind and none of its own, such as a realisasi in validasi/."""
    typed = [key for key in root.entries if key not in _SHARED_KEYS]
    known = {kind: sum(key in fields(model) for key in typed) for kind, model in KINDS.items()}
    kind = max(known, key=lambda kind: known[kind])
    if known[file.kind] or known[kind] <= len(typed) / 2:
        return None
    first = next(key for key in typed if key in fields(KINDS[kind]))
    hint = place_of(kind, file, text_at(root, ("unit",)))
    args = {"jenis": kind, "dibaca": file.kind}
    source = document.source(root.entries[first].key)
    return Problem("berkas-salah-tempat", (file.file, first), args, source=source, hint=hint)


def _crossed(
    found: Examined, file: InputFile, defined: MappingABC[str, Defined], root: Path, periode: Periode
) -> Examined:
    """A file with what the others say about it. Last year's kode may have been retired: they are not looked up."""
    findings = [
        *cross.doubled_rows(found),
        *cross.parts_of_ratios(found),
        *cross.wrong_year(found, file),
        *cross.wrong_periods(found),
        *cross.named_files(found, root / "data", periode),
        *own_documents(found, root / "templates"),
    ]
    if _of_this_year(file, periode):
        findings += cross.doubled_definitions(found, defined)
        findings += cross.unknown_references(found, defined, file.stem)
        findings += cross.wrong_unit(found, file, defined)
    found = found.add((problem for problem, _ in findings), (edit for _, edit in findings if edit))
    return _named_by_its_file(found, file, defined)


def _of_this_year(file: InputFile, periode: Periode) -> bool:
    return file.tahun in (None, periode.tahun)


def _named_by_its_file(found: Examined, file: InputFile, defined: MappingABC[str, Defined]) -> Examined:
    """A unit's file whose unit is missing is still that of its name."""
    if found.model not in (RealisasiUnit, ValidasiUnit) or file.stem not in defined["unit"].kode:
        return found
    if text_at(found.tree, ("unit",)) is not None:
        return found
    name = Edit(("unit",), Scalar(found.tree.mark, file.stem))
    return replace(found, edits=(*(edit for edit in found.edits if edit.steps not in ((), ("unit",))), name))


def _settled(
    examined: Iterable[tuple[InputFile, Examined]], defined: MappingABC[str, Defined], periode: Periode
) -> list[_Settled]:
    """Every file healed. What defines kode goes first: a row about a kode that had to go, goes too."""
    settled: dict[str, _Settled] = {}
    kept = {jenis: frozenset(places.kode) for jenis, places in defined.items()}
    pairs = tuple(examined)
    for only_defining in (True, False):
        for file, found in pairs:
            if only_defining and found.model not in _DEFINING:
                continue
            edits = cross.dangling(found, defined, kept) if _of_this_year(file, periode) else ()
            value, tree = settle(found.add((), edits))
            settled[file.file] = _Settled(file, value, tree)
            kept |= cross.kept_kode(tree if value else None, found.model)
    return [settled[file.file] for file, _ in pairs]


def _berkas(periode: Periode, settled: Iterable[_Settled]) -> Berkas | None:
    settled = tuple(settled)
    badan, pk = _one(settled, BerkasBadan), _one(settled, PerjanjianKinerja)
    if badan is None or pk is None:
        return None
    before = Periode(periode.tahun - 1, 4)
    quarters = [Periode(periode.tahun, tw) for tw in range(1, periode.tw + 1)]
    if any(each.file.periode == before for each in settled):
        quarters.insert(0, before)
    return Berkas(
        periode=periode,
        badan=badan,
        pk=pk,
        perubahan=_all(settled, PerubahanPK),
        triwulan=tuple(_triwulan(quarter, settled) for quarter in quarters),
        dokumen=_one(settled, DaftarDokumen) or Isi(_DOKUMEN, _NO_DOCUMENTS),
        sop=_sop(settled),
        hari_libur=_one(settled, DaftarHariLibur) or Isi("data/hari-libur.yaml", DaftarHariLibur()),
    )


def _sop(settled: tuple[_Settled, ...]) -> Isi[BerkasSop]:
    """The agency's table of the SOP, else the shipped one; an empty one where the agency's could not be read."""
    own = _one(settled, BerkasSop)
    if own is not None:
        return own
    if any(each.file.kind == "sop" for each in settled) or not shipped_sop().is_file():
        return Isi("data/sop.yaml", BerkasSop.model_construct(langkah=(), jam_kerja=()))
    return Isi("data/sop.yaml", _shipped_sop())


@cache
def _shipped_sop() -> BerkasSop:
    document, _ = read("data/sop.yaml", shipped_sop().read_bytes())
    return BerkasSop.model_validate(plain(document.root) if document.root else {})


def _triwulan(quarter: Periode, settled: Iterable[_Settled]) -> Triwulan:
    own = tuple(each for each in settled if each.file.periode == quarter)
    return Triwulan(
        periode=quarter,
        realisasi=_all(own, RealisasiUnit),
        validasi=_all(own, ValidasiUnit),
        rapat=_one(own, Rapat),
        langkah=_one(own, CatatanSop),
        surat_pengantar=_one(own, SuratPengantar),
    )


def _all(settled: Iterable[_Settled], model: type[M]) -> tuple[Isi[M], ...]:
    return tuple(Isi(each.file.file, each.value) for each in settled if isinstance(each.value, model))


def _one(settled: Iterable[_Settled], model: type[M]) -> Isi[M] | None:
    return next(iter(_all(settled, model)), None)


def _sorted(problems: Iterable[Problem], order: MappingABC[str, int]) -> tuple[Problem, ...]:
    """File by file in reading order, each from top to bottom; what concerns no file that was read comes first."""

    def place(problem: Problem) -> tuple[int, str, int, int]:
        source = problem.source or Source("", 0, 0)
        return order.get(source.file, -1), source.file, source.line, source.column

    return tuple(sorted(problems, key=place))
