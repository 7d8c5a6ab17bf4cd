"""The whole flow, once, in order: the only file that knows every stage; it refuses to know how any of them works."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from pipeline import __version__, archive
from pipeline.documents import bahasa, lampiran
from pipeline.documents.registry import DOKUMEN
from pipeline.domain.belum import BelumDiisi, belum_diisi
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.inputs import attached
from pipeline.inputs.load import Places, load, located
from pipeline.media import Image
from pipeline.problems import ExitCode, KinerjaError, Problem, Severity
from pipeline.show.problems import in_order

# pipeline.render is imported where it is needed: `check` and `measure` start in a third of the time without it.

LAPORAN = "laporan-pengukuran-kinerja.pdf"


class Progress(Protocol):
    """Called as each stage begins, and while it goes on with how many documents are done."""

    def __call__(self, code: str, done: int = 0, total: int = 0) -> None: ...


class Convert(Protocol):
    """DOCX by name → PDF by name. Raises KinerjaError (PROGRAM_MISSING, CONVERSION_FAILED)."""

    def __call__(
        self, documents: Mapping[str, bytes], *, dated: date, progress: Callable[[float, int], None]
    ) -> Mapping[str, bytes]: ...


@dataclass(frozen=True, slots=True)
class Checked:
    """A period's inputs, measured, and what is wrong with them; both None where nothing could be measured.

    `belum` is what is not there yet; None where something typed could not be read, as that may be what is not there.
    """

    periode: Periode
    problems: tuple[Problem, ...]
    berkas: Berkas | None
    pengukuran: Pengukuran | None
    places: Places
    belum: BelumDiisi | None = None

    @property
    def stops(self) -> bool:
        """Whether nothing may be built."""
        return any(problem.stops for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run made: `files` (name → bytes) in `folder`, empty where nothing was written.

    `made` is whether the folder now fits the inputs; `kept` are files that somebody had changed, now beside the new
    ones; `removed` went because they no longer fit; `failures` say why something is missing, each with its exit code.
    """

    checked: Checked
    folder: Path
    seconds: float = 0.0
    files: Mapping[str, int] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failures: tuple[KinerjaError, ...] = ()
    made: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """One part of the packet before it is made.

    `file` is its template or, without a `context`, the PDF that is attached; `label` stands before its page numbers in
    a PDF viewer; `delivered` says whether its DOCX is an output of its own, named after it.
    """

    name: str
    judul: str
    label: str
    file: str
    context: Callable[[], object] | None
    delivered: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the packet: its DOCX, or its PDF where one was attached, and the files it was made from."""

    plan: Planned
    content: bytes
    made_from: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.plan.name

    @property
    def is_docx(self) -> bool:
        return self.plan.context is not None


def check(root: Path, periode: Periode) -> Checked:
    """Steps 1 and 2: read everything, measure it, and look for whatever is wrong."""
    loaded = load(root, periode)
    if loaded.berkas is None:
        return Checked(periode, in_order(loaded.problems), None, None, loaded.places)
    pengukuran = ukur(loaded.berkas)
    found = tuple(located(problem, loaded.places) for problem in periksa(loaded.berkas, pengukuran))
    problems = (*loaded.problems, *_own_faults(loaded.problems, found))
    unread = any(problem.stops for problem in loaded.problems)
    belum = None if unread else belum_diisi(loaded.berkas, pengukuran)
    return Checked(periode, in_order(problems), loaded.berkas, pengukuran, loaded.places, belum)


def _own_faults(unreadable: tuple[Problem, ...], found: tuple[Problem, ...]) -> Iterator[Problem]:
    """Findings that are no mere consequence of another one.

    Where part of a file could not be understood, a peringatan about that file may be about what is missing from it; and
    of a line that is salah nothing lesser is said.
    """
    unclear = {_paper(problem) for problem in unreadable if problem.source and problem.stops}
    wrong = {_line(problem) for problem in (*unreadable, *found) if problem.severity is Severity.SALAH}
    for problem in found:
        follows = problem.severity is not Severity.SALAH and _line(problem) in wrong
        if not follows and (problem.stops or _paper(problem) not in unclear):
            yield problem


def _paper(problem: Problem) -> str:
    """A unit's file, the same in every quarter: what was promised in one is answered in the next."""
    return "/".join(problem.source.file.split("/")[-2:]) if problem.source else ""


def _line(problem: Problem) -> tuple[str, int]:
    """The line a problem points at; one without a place of its own shares none with another."""
    return (problem.source.file, problem.source.line) if problem.source else (problem.code, 0)


def report(root: Path, periode: Periode, *, progress: Progress, convert: Convert | None = None) -> Report:
    """All steps: check, render, convert, number and bundle, keep. `output/` changes only when everything is ready.

    Without LibreOffice the DOCX files are still made and a PDF of other contents goes; `failures` say so. Raises
    KinerjaError where the conversion failed or the folder cannot be written.
    """
    since = time.monotonic()
    progress("cli.stage.check")
    checked = check(root, periode)
    made = Report(checked, root / "output" / str(periode))
    if checked.berkas and checked.pengukuran and not checked.stops:
        progress("cli.stage.render")
        pieces, faults = _rendered(root, checked.berkas, checked.pengukuran, checked.problems)
        made = replace(made, failures=faults)
        if not faults:
            made = _made(root, made, checked.berkas, pieces, progress, convert or _libreoffice)
    return replace(made, seconds=time.monotonic() - since)


def write_schemas(root: Path) -> tuple[str, ...]:
    """Write the JSON Schemas that editors complete YAML from; their names relative to the root."""
    from pipeline.inputs import schema

    folder = root / "data" / "skema"
    try:
        return tuple(path.relative_to(root).as_posix() for path in schema.write(folder))
    except OSError as error:
        raise archive.failure(folder, error) from error


def _rendered(
    root: Path, berkas: Berkas, pengukuran: Pengukuran, peringatan: tuple[Problem, ...]
) -> tuple[tuple[Piece, ...], tuple[KinerjaError, ...]]:
    """Every part of the packet in order, and whatever is wrong with templates and attached files."""
    pieces: list[Piece] = []
    faults: dict[str, tuple[KinerjaError, ...]] = {}
    for plan in (*_documents(berkas, pengukuran, peringatan), *_attachments(root, berkas)):
        try:
            pieces.append(_piece(root, berkas, plan))
        except KinerjaError as error:
            if error.exit_code is not ExitCode.PROBLEMS:
                raise
            faults[str(error)] = (error, *error.also)  # two pictures share a template, and say its faults once
    return tuple(pieces), tuple(fault for found in faults.values() for fault in found)


def _documents(berkas: Berkas, pengukuran: Pengukuran, peringatan: tuple[Problem, ...]) -> Iterator[Planned]:
    known = {dokumen.key: dokumen for dokumen in DOKUMEN}
    for row in berkas.dokumen.isi.paket:
        context = partial(known[row.dokumen].context, berkas, pengukuran, peringatan)
        yield Planned(row.dokumen, row.judul, row.judul, _template(row.dokumen), context, delivered=True)


def _attachments(root: Path, berkas: Berkas) -> Iterator[Planned]:
    """A PDF as it is; a picture on a page of its own."""
    of_periode = [row for row in berkas.dokumen.isi.lampiran if row.periode in (None, str(berkas.periode))]
    for number, row in enumerate(of_periode, 1):
        label, is_pdf = f"Lampiran {number}", attached.is_pdf(root / "data" / row.berkas)
        file = f"data/{row.berkas}" if is_pdf else _template(lampiran.KUNCI)
        context = None if is_pdf else partial(lampiran.konteks, row)
        yield Planned(f"lampiran-{number}", f"{label}: {row.judul}", label, file, context)


def _template(key: str) -> str:
    return f"templates/{key}.docx"


def _piece(root: Path, berkas: Berkas, plan: Planned) -> Piece:
    from pipeline.render.bundle import check_readable
    from pipeline.render.docx import render

    if plan.context is None:
        pdf = (root / plan.file).read_bytes()
        check_readable(plan.file, pdf)
        return Piece(plan, pdf, (plan.file,))
    context = plan.context()
    kertas = berkas.badan.isi.badan.kertas
    docx = render(root / plan.file, context, root=root, paper=kertas, dated=_dated(berkas))
    return Piece(plan, docx, (plan.file, *_pictures(context)))


def _pictures(value: object) -> Iterator[str]:
    """The files of all pictures in a context."""
    if isinstance(value, Image):
        yield value.file
    elif isinstance(value, tuple):
        for item in value:
            yield from _pictures(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _pictures(getattr(value, each.name))


def _dated(berkas: Berkas) -> date:
    """The date in the files' properties: that of the signature, so that a rebuild makes the same bytes."""
    pengesahan = berkas.kini.pengesahan
    return (pengesahan.isi.disahkan if pengesahan else None) or berkas.periode.hari_terakhir


def _made(
    root: Path, made: Report, berkas: Berkas, pieces: tuple[Piece, ...], progress: Progress, convert: Convert
) -> Report:
    """Steps 4 to 6: PDF, contents page, one PDF, archive; without LibreOffice the DOCX files alone."""
    from pipeline.render.contents import page_numbers

    origin = _origin(root, made.checked, pieces)
    progress("cli.stage.convert")
    try:
        pdfs = _converted(berkas, pieces, progress, convert)
    except KinerjaError as error:
        if error.exit_code is not ExitCode.PROGRAM_MISSING:
            raise
        made = replace(made, failures=(error,))
        files = _finished(pieces, {})
    else:
        progress("cli.stage.bundle")
        docx = [piece for piece in pieces if piece.is_docx]
        numbers = {piece.name: page_numbers(pdfs[piece.name], piece.content) for piece in docx}
        files = _finished(pieces, numbers) | {LAPORAN: _bundled(berkas, pieces, pdfs, numbers)}
    progress("cli.stage.keep")
    return _kept(made, files, origin)


def _libreoffice(
    documents: Mapping[str, bytes], *, dated: date, progress: Callable[[float, int], None]
) -> Mapping[str, bytes]:
    from pipeline.render.pdf import convert

    return convert(documents, dated=dated, progress=progress)


def _converted(berkas: Berkas, pieces: tuple[Piece, ...], progress: Progress, convert: Convert) -> dict[str, bytes]:
    """The PDF of every piece, made in one run of LibreOffice where it is a DOCX."""
    from pipeline.render.contents import prepare

    prepared = {piece.name: prepare(piece.content) for piece in pieces if piece.is_docx}

    def going_on(seconds: float, done: int) -> None:
        progress("cli.stage.convert", done, len(prepared))

    attached = {piece.name: piece.content for piece in pieces if not piece.is_docx}
    return attached | dict(convert(prepared, dated=_dated(berkas), progress=going_on))


def _finished(pieces: tuple[Piece, ...], numbers: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
    """The DOCX files to deliver, their contents pages with the numbers of the PDF where there is one."""
    from pipeline.render.contents import finish

    delivered = [piece for piece in pieces if piece.plan.delivered]
    return {f"{piece.name}.docx": finish(piece.content, numbers.get(piece.name)) for piece in delivered}


def _bundled(
    berkas: Berkas,
    pieces: tuple[Piece, ...],
    pdfs: Mapping[str, bytes],
    numbers: Mapping[str, Mapping[str, str]],
) -> bytes:
    """The merged PDF. Where a contents page counts pages, labels are the bare numbers it counts in."""
    from pipeline.render.bundle import Part, bundle

    def part(piece: Piece) -> Part:
        label = "" if numbers.get(piece.name) else f"{piece.plan.label} "
        return Part(piece.plan.judul, pdfs[piece.name], piece.plan.file, label)

    badan = berkas.badan.isi.badan
    waktu = f"{bahasa.triwulan(berkas.periode.tw)} Tahun {berkas.periode.tahun}"
    return bundle(
        [part(piece) for piece in pieces],
        title=f"Laporan Pengukuran Kinerja {waktu}",
        author=badan.nama,
        subject=f"Pengukuran kinerja {badan.nama} {badan.pemerintah} sampai dengan {waktu}",
        dated=_dated(berkas),
    )


def _origin(root: Path, checked: Checked, pieces: tuple[Piece, ...]) -> archive.Origin:
    """What the report is made from. Asked before the conversion: people go on typing while it lasts."""
    order = "\n".join(f"{piece.name}: {piece.plan.judul}" for piece in pieces).encode()
    parts = {"urutan": archive.digest(order)} | {piece.name: archive.digest(piece.content) for piece in pieces}
    names = {*checked.places.documents, *(name for piece in pieces for name in piece.made_from)}
    inputs = {name: archive.digest((root / name).read_bytes()) for name in names}
    return archive.Origin(str(checked.periode), __version__, inputs, parts)


def _kept(made: Report, files: Mapping[str, bytes], origin: archive.Origin) -> Report:
    if made.failures and archive.is_current(made.folder, origin.contents, frozenset({*files, LAPORAN})):
        return replace(made, made=True)
    earlier = archive.read_manifest(made.folder)
    kept = archive.keep(made.folder, files, origin)
    gone = [name for name in earlier.files if not (made.folder / name).exists()] if earlier else []
    sizes = {name: len(content) for name, content in files.items()}
    return replace(made, made=True, files=sizes, kept=kept, removed=tuple(gone))
