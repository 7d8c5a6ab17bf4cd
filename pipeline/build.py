"""The whole flow, once, in order: the only file that knows every stage; it refuses to know how any of them works."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from pipeline import __version__, archive, packet, templates
from pipeline.documents import bahasa
from pipeline.documents.bagian import BAGIAN
from pipeline.documents.bahan import Bahan
from pipeline.documents.own import documents_of
from pipeline.documents.registry import Dokumen
from pipeline.domain.belum import BelumDiisi, belum_diisi
from pipeline.domain.gerbang import Kurang
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.domain.sidik import sidik_teks
from pipeline.domain.sop import KeadaanPaket, StatusSop, status
from pipeline.inputs.load import Places, documents_list, load, located
from pipeline.media import Image
from pipeline.problems import ExitCode, KinerjaError, Problem, Said, Severity, TemplateError
from pipeline.show.problems import in_order

# pipeline.render is imported where it is needed: `check` and `measure` start in a third of the time without it.

LAPORAN = "laporan-pengukuran-kinerja"
DRAF, CAP = "-draf", "DRAF"
"""What a draft is marked with: in the names of its files, and on every page."""
NASKAH = ("dokumen-pengukuran-kinerja", "lembar-pengesahan")
"""The documents that are approved and signed."""


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
    """A period's inputs, measured, and what is wrong with them; None where nothing could be measured.

    `belum` is what is not there yet; None where something typed could not be read, as that may be what is not there.
    `templates` is what is wrong with the Word templates, where they were looked at.
    """

    periode: Periode
    problems: tuple[Problem, ...]
    berkas: Berkas | None
    pengukuran: Pengukuran | None
    places: Places
    belum: BelumDiisi | None = None
    status: StatusSop | None = None
    templates: tuple[Problem, ...] = ()

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Those of the inputs and those of the templates, what stops first."""
        return in_order((*self.problems, *self.templates))

    @property
    def stops(self) -> bool:
        """Whether nothing may be built."""
        return any(problem.stops for problem in (*self.problems, *self.templates))

    @property
    def bahan(self) -> Bahan | None:
        """What documents are made from; None where nothing may be built."""
        if self.berkas is None or self.pengukuran is None or self.status is None or self.stops:
            return None
        return Bahan(self.berkas, self.pengukuran, tuple(filter(_of_naskah, self.problems)), self.status)


def _of_naskah(problem: Problem) -> bool:
    """The naskah prints no peringatan that depends on what its approval does not cover, or it would never be final.

    Those are about records, letters and their numbers, and who may do what; `check` says them.
    """
    file = str(problem.path[0]) if problem.path else ""
    return not (file.endswith(("/langkah.yaml", "/surat-pengantar.yaml")) or problem.code in _NOT_PRINTED)


_NOT_PRINTED = (
    *("tanggal-tidak-urut", "selesai-sebelum-mulai", "bukan-wewenang", "pejabat-tidak-ada"),
    *("nomor-surat-tidak-lazim", "nomor-surat-berulang", "tanpa-hari-libur"),
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run made: `files` (name → size) in `folder`, empty where nothing was written.

    `made` is whether the folder now fits the inputs; `kept` are files that somebody had changed, now beside the new
    ones; `removed` went because they no longer fit; `failures` say why something is missing, each with its exit code.
    `notes` are what somebody should know about a signed packet.
    """

    checked: Checked
    folder: Path
    seconds: float = 0.0
    files: Mapping[str, int] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failures: tuple[KinerjaError, ...] = ()
    notes: tuple[Said, ...] = ()
    made: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the packet: its DOCX, or its PDF where one was attached, and the files it was made from."""

    plan: packet.Planned
    content: bytes
    made_from: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.plan.name

    @property
    def is_docx(self) -> bool:
        return self.plan.context is not None


def check(root: Path, periode: Periode, about: Mapping[str, bytes] | None = None) -> Checked:
    """Steps 1 and 2: read everything, measure it, and look for whatever is wrong.

    `about` (name → content) are files about to be written.
    """
    loaded = load(root, periode, about)
    if loaded.berkas is None:
        return Checked(periode, in_order(loaded.problems), None, None, loaded.places)
    pengukuran = ukur(loaded.berkas)
    found = tuple(located(problem, loaded.places) for problem in periksa(loaded.berkas, pengukuran))
    problems = (*loaded.problems, *_own_faults(loaded.problems, found))
    unread = any(problem.stops for problem in loaded.problems)
    belum = None if unread else belum_diisi(loaded.berkas, pengukuran)
    keadaan = status(loaded.berkas)
    return Checked(periode, in_order(problems), loaded.berkas, pengukuran, loaded.places, belum, keadaan)


def check_all(root: Path, periode: Periode) -> Checked:
    """The same, and what is wrong with the templates."""
    checked = check(root, periode)
    return replace(checked, templates=templates.check(root, documents_list(root)))


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


def report(
    root: Path, periode: Periode, *, progress: Progress, convert: Convert | None = None, final: bool = False
) -> Report:
    """All steps: check, render, convert, number and bundle, keep. `output/` changes only when everything is ready.

    A packet that is not siap is a draft: marked on every page, under other names, and never in place of a signed one.
    With `final` nothing but a signed packet is made. Without LibreOffice the DOCX files are still made and a PDF of
    other contents goes; `failures` say so. Raises KinerjaError where the conversion failed or the folder cannot be
    written.
    """
    since = time.monotonic()
    progress("cli.stage.check")
    checked = check_all(root, periode)
    made = Report(checked, root / "output" / str(periode))
    bahan = checked.bahan
    if bahan is not None and final and not bahan.status.keadaan.sudah_sah:
        made = replace(made, failures=(KinerjaError(ExitCode.PROBLEMS, "cli.report.belum-sah"),))
    elif bahan is not None:
        made = _packet(root, made, bahan, progress, convert or _libreoffice, final=final)
    return replace(made, seconds=time.monotonic() - since)


def report_only(
    root: Path, periode: Periode, key: str, *, progress: Progress, convert: Convert | None = None
) -> Report:
    """One document alone, as DOCX and PDF, as soon as its own inputs are there; the packet stays as it is.

    It is a draft only while steps before it are not done. Raises KinerjaError like `report`, and PROBLEMS where its
    inputs lack something.
    """
    since = time.monotonic()
    progress("cli.stage.check")
    checked = check_all(root, periode)
    made = Report(checked, root / "output" / str(periode))
    bahan = checked.bahan
    if bahan is not None:
        dokumen = next(row for row in documents_of(bahan.berkas) if row.key == key)
        kurang = tuple(dokumen.kurang(bahan.berkas))
        if kurang:
            return replace(made, failures=tuple(_lacking(key, each, checked.places) for each in kurang))
        made = _alone(root, made, bahan, dokumen, progress, convert or _libreoffice)
    return replace(made, seconds=time.monotonic() - since)


def _lacking(key: str, kurang: Kurang, places: Places) -> KinerjaError:
    place = places.locate(kurang.jalur)
    said = Said(f"sop.kurang.{kurang.kode}", kurang.isi)
    return KinerjaError(
        ExitCode.PROBLEMS, "cli.report.kurang", dokumen=key, hal=said, tempat=str(place or kurang.jalur[0])
    )


def write_schemas(root: Path) -> tuple[str, ...]:
    """Write the JSON Schemas that editors complete YAML from; their names relative to the root."""
    from pipeline.inputs import schema

    folder = root / "data" / "skema"
    try:
        return tuple(path.relative_to(root).as_posix() for path in schema.write(folder))
    except OSError as error:
        raise archive.failure(folder, error) from error


def naskah_text(root: Path, bahan: Bahan) -> str:
    """The digest of the text of the naskah as its templates print it now (SOP step 9).

    Raises KinerjaError PROBLEMS for a fault of a template.
    """
    plans = [plan for plan in packet.documents(root, bahan) if plan.name in NASKAH]
    return _text_of(tuple(_piece(root, bahan.berkas, plan) for plan in plans))


def _text_of(pieces: tuple[Piece, ...]) -> str:
    from pipeline.word.package import whole_text

    naskah = sorted((piece for piece in pieces if piece.name in NASKAH), key=lambda piece: piece.name)
    return sidik_teks("\n".join(whole_text(piece.content) for piece in naskah))


def text_changed(root: Path, bahan: Bahan, pieces: tuple[Piece, ...] | None = None) -> bool:
    """Whether the naskah reads otherwise than when it was signed: a template, or this program, has changed.

    `pieces` are the packet's, where they are made already.
    """
    catatan = bahan.berkas.kini.catatan.penandatanganan
    now = _text_of(pieces) if pieces is not None else naskah_text(root, bahan)
    return catatan is None or catatan.sidik_teks != now


# --- the packet ----------------------------------------------------------------------------------------------------


def _packet(root: Path, made: Report, bahan: Bahan, progress: Progress, convert: Convert, *, final: bool) -> Report:
    progress("cli.stage.render")
    plans = (*packet.leading(bahan), *packet.documents(root, bahan), *packet.attachments(root, bahan.berkas))
    pieces, faults = _rendered(root, bahan.berkas, plans)
    made = replace(made, failures=faults)
    if faults:
        return made
    standing = _standing(made.folder)
    frozen = _frozen(root, bahan, pieces, standing)
    if frozen:
        return replace(made, **frozen)
    notes = _notes(root, bahan, pieces, standing)
    if final and any(note.code == "cli.report.teks-berubah" for note in notes):
        return replace(made, failures=(KinerjaError(ExitCode.PROBLEMS, "cli.report.teks-lain"),))
    made = _made(root, made, bahan, pieces, progress, convert)
    return replace(made, notes=(*notes, *made.notes))


def _standing(folder: Path) -> archive.Packet | None:
    """The signed packet that the folder holds."""
    manifest = archive.read_manifest(folder)
    return manifest.standing.origin.packet if manifest and manifest.standing else None


def _frozen(root: Path, bahan: Bahan, pieces: tuple[Piece, ...], standing: archive.Packet | None) -> dict[str, Any]:
    """What to say where a signed packet may not be written over: another naskah needs a revision of its own."""
    keadaan, nomor = bahan.status.keadaan, str(bahan.status.revisi)
    if standing is None or keadaan is KeadaanPaket.DRAF or bahan.status.revisi > standing.revision:
        return {}
    if not keadaan.sudah_sah or _packet_of(bahan).digest != standing.digest:
        return {"failures": (KinerjaError(ExitCode.PROBLEMS, "cli.report.beku", revisi=str(standing.revision)),)}
    if text_changed(root, bahan, pieces):
        return {"notes": (Said("cli.report.templat-berubah", {"revisi": nomor}),), "made": True}
    return {}


def _notes(root: Path, bahan: Bahan, pieces: tuple[Piece, ...], standing: archive.Packet | None) -> tuple[Said, ...]:
    if standing and bahan.status.keadaan is KeadaanPaket.DRAF:
        return (Said("cli.report.digantikan", {"revisi": str(standing.revision)}),)
    if bahan.status.keadaan.sudah_sah and text_changed(root, bahan, pieces):
        return (Said("cli.report.teks-berubah"),)
    return ()


def _packet_of(bahan: Bahan) -> archive.Packet:
    catatan = bahan.berkas.kini.catatan.penandatanganan
    sidik = (catatan.sidik or "") if catatan and bahan.status.keadaan.sudah_sah else ""
    return archive.Packet(str(bahan.status.keadaan), bahan.status.revisi, sidik)


# --- pieces ----------------------------------------------------------------------------------------------------------


def _rendered(
    root: Path, berkas: Berkas, plans: Iterable[packet.Planned]
) -> tuple[tuple[Piece, ...], tuple[KinerjaError, ...]]:
    """Every part of the packet in order, and whatever is wrong with templates and attached files."""
    pieces: list[Piece] = []
    faults: list[KinerjaError] = []
    problems: list[Problem] = []
    for plan in plans:
        try:
            pieces.append(_piece(root, berkas, plan))
        except TemplateError as error:
            problems += error.problems
        except KinerjaError as error:
            if error.exit_code is not ExitCode.PROBLEMS:
                raise
            faults.append(error)
    if problems:
        faults.append(TemplateError(in_order(problems)))  # templates that share a part say its faults once
    return tuple(pieces), tuple(faults)


def _piece(root: Path, berkas: Berkas, plan: packet.Planned) -> Piece:
    from pipeline.render.bundle import check_readable
    from pipeline.render.docx import render
    from pipeline.template.parts import parts_of

    if plan.context is None:
        pdf = (root / plan.file).read_bytes()
        check_readable(plan.file, pdf)
        return Piece(plan, pdf, (plan.file,))
    context = plan.context()
    kertas = berkas.badan.isi.badan.kertas
    docx = render(
        root / plan.file, context, root=root, paper=kertas, dated=_dated(berkas), parts=BAGIAN, called=plan.file
    )
    shared = (packet.template(f"bagian/{name}") for name in parts_of(root / plan.file))
    return Piece(plan, docx, (plan.file, *shared, *_pictures(context)))


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
    catatan = berkas.kini.catatan.penandatanganan
    return catatan.selesai.tanggal if catatan and catatan.selesai else berkas.periode.hari_terakhir


# --- files -----------------------------------------------------------------------------------------------------------


def _made(
    root: Path, made: Report, bahan: Bahan, pieces: tuple[Piece, ...], progress: Progress, convert: Convert
) -> Report:
    """Steps 4 to 6: PDF, contents page, one PDF, archive; without LibreOffice the DOCX files alone."""
    from pipeline.render.contents import page_numbers

    draft = bahan.status.keadaan is KeadaanPaket.DRAF
    origin = _origin(root, made.checked, pieces, _packet_of(bahan))
    laporan = _named(LAPORAN, "pdf", draft=draft)
    progress("cli.stage.convert")
    try:
        pdfs = _converted(bahan.berkas, pieces, progress, convert)
    except KinerjaError as error:
        if error.exit_code is not ExitCode.PROGRAM_MISSING:
            raise
        made = replace(made, failures=(error,))
        files = _finished(bahan.berkas, pieces, {}, draft=draft) | _electronic(root, bahan)
        if archive.is_current(made.folder, origin.contents, frozenset({*files, laporan})):
            return replace(made, made=True)
        if _standing(made.folder) and not draft:  # a signed packet without its PDF would be less than there was
            return made
    else:
        progress("cli.stage.bundle")
        printed = [piece for piece in pieces if piece.is_docx and piece.plan.printed]
        numbers = {piece.name: page_numbers(pdfs[piece.name], piece.content) for piece in printed}
        files = _finished(bahan.berkas, pieces, numbers, draft=draft)
        files |= {laporan: _bundled(bahan.berkas, pieces, pdfs, numbers, draft=draft)}
        files |= _electronic(root, bahan)
    progress("cli.stage.keep")
    return _kept(made, files, origin, pieces)


def _alone(root: Path, made: Report, bahan: Bahan, dokumen: Dokumen, progress: Progress, convert: Convert) -> Report:
    """One document as DOCX and PDF, beside whatever the folder holds."""
    progress("cli.stage.render")
    pieces, faults = _rendered(
        root, bahan.berkas, packet.plans(bahan, dokumen, packet.title(bahan, dokumen.key), printed=True)
    )
    if faults:
        return replace(made, failures=faults)
    draft = not bahan.status.sudah_sampai(dokumen.bersih)
    progress("cli.stage.convert")
    files: dict[str, bytes] = {}
    try:
        pdfs = _converted(bahan.berkas, pieces, progress, convert)
    except KinerjaError as error:
        if error.exit_code is not ExitCode.PROGRAM_MISSING:
            raise
        made = replace(made, failures=(error,))
        files = _finished(bahan.berkas, pieces, {}, draft=draft)
    else:
        from pipeline.render.contents import page_numbers

        numbers = {piece.name: page_numbers(pdfs[piece.name], piece.content) for piece in pieces}
        files = _finished(bahan.berkas, pieces, numbers, draft=draft)
        for piece in pieces:
            pdf = _bundled(bahan.berkas, (piece,), pdfs, numbers, draft=draft, title=piece.plan.judul)
            files[_named(piece.name, "pdf", draft=draft)] = pdf
    progress("cli.stage.keep")
    origin = _origin(root, made.checked, pieces, _packet_of(bahan))
    try:
        kept = archive.keep(made.folder, files, origin, alone=True, free=_may_change(pieces))
    except archive.FrozenError as frozen:
        return _stays(made, frozen)
    return replace(made, made=True, files={name: len(content) for name, content in files.items()}, kept=kept)


def _named(name: str, suffix: str, *, draft: bool) -> str:
    return f"{name}{DRAF if draft else ''}.{suffix}"


def _electronic(root: Path, bahan: Bahan) -> dict[str, bytes]:
    """The electronically signed page byte for byte: merged into another PDF its signature no longer holds."""
    catatan = bahan.berkas.kini.catatan.penandatanganan
    if catatan is None or catatan.tte is None or not bahan.status.ke(9).sudah:
        return {}
    return {"lembar-pengesahan-tte.pdf": (root / "data" / catatan.tte).read_bytes()}


def _libreoffice(
    documents: Mapping[str, bytes], *, dated: date, progress: Callable[[float, int], None]
) -> Mapping[str, bytes]:
    from pipeline.render.pdf import convert

    return convert(documents, dated=dated, progress=progress)


def _converted(berkas: Berkas, pieces: tuple[Piece, ...], progress: Progress, convert: Convert) -> dict[str, bytes]:
    """The PDF of every piece that is printed, made in one run of LibreOffice where it is a DOCX."""
    from pipeline.render.contents import prepare

    prepared = {piece.name: prepare(piece.content) for piece in pieces if piece.is_docx and piece.plan.printed}

    def going_on(seconds: float, done: int) -> None:
        progress("cli.stage.convert", done, len(prepared))

    attached = {piece.name: piece.content for piece in pieces if not piece.is_docx}
    return attached | dict(convert(prepared, dated=_dated(berkas), progress=going_on))


def _finished(
    berkas: Berkas, pieces: tuple[Piece, ...], numbers: Mapping[str, Mapping[str, str]], *, draft: bool
) -> dict[str, bytes]:
    """The DOCX files to deliver in the SOP's order, contents pages with the numbers of the PDF where there is one."""
    from pipeline.render.contents import finish
    from pipeline.render.watermark import watermarked

    files: dict[str, bytes] = {}
    for piece in (p for row in documents_of(berkas) for p in pieces if p.plan.dokumen == row):
        docx = finish(piece.content, numbers.get(piece.name))
        files[_named(piece.name, "docx", draft=draft)] = watermarked(docx, CAP) if draft else docx
    return files


def _bundled(
    berkas: Berkas,
    pieces: tuple[Piece, ...],
    pdfs: Mapping[str, bytes],
    numbers: Mapping[str, Mapping[str, str]],
    *,
    draft: bool,
    title: str = "",
) -> bytes:
    """The merged PDF. Where a contents page counts pages, labels are the bare numbers it counts in."""
    from pipeline.render.bundle import Part, bundle
    from pipeline.render.scan import fitted

    width, height = _upright(pieces, pdfs)

    def part(piece: Piece) -> Part:
        label = "" if numbers.get(piece.name) else f"{piece.plan.label} "
        pdf = pdfs[piece.name]
        pdf = fitted(pdf, width, height, piece.plan.file) if piece.plan.fitted else pdf
        return Part(piece.plan.judul, pdf, piece.plan.file, label)

    badan = berkas.badan.isi.badan
    waktu = f"{bahasa.triwulan(berkas.periode.tw)} Tahun {berkas.periode.tahun}"
    return bundle(
        [part(piece) for piece in pieces if piece.plan.printed],
        title=title or f"Laporan Pengukuran Kinerja {waktu}",
        author=badan.nama,
        subject=f"Pengukuran kinerja {badan.nama} {badan.pemerintah} sampai dengan {waktu}",
        dated=_dated(berkas),
        stamp=CAP if draft else "",
    )


def _upright(pieces: tuple[Piece, ...], pdfs: Mapping[str, bytes]) -> tuple[float, float]:
    """Width and height of the packet's upright pages, points: of the first part that LibreOffice made."""
    from pipeline.render.scan import page_size

    printed = [piece for piece in pieces if piece.plan.printed]
    first = next((piece for piece in printed if piece.is_docx), printed[0])
    sides = page_size(pdfs[first.name])
    return min(sides), max(sides)


def _origin(root: Path, checked: Checked, pieces: tuple[Piece, ...], of: archive.Packet) -> archive.Origin:
    """What the report is made from. Asked before the conversion: people go on typing while it lasts."""
    order = "\n".join(f"{piece.name}: {piece.plan.judul}" for piece in pieces).encode()
    parts = {"urutan": archive.digest(order)} | {piece.name: archive.digest(piece.content) for piece in pieces}
    names = {*checked.places.documents, *(name for piece in pieces for name in piece.made_from)}
    inputs = {name: archive.digest((root / name).read_bytes()) for name in names}
    return archive.Origin(str(checked.periode), __version__, inputs, parts, of)


def _may_change(pieces: tuple[Piece, ...]) -> Callable[[str], bool]:
    """What may still change of a signed packet: what tells of steps after it, the PDF with letter and scans in it."""
    late = (f"{piece.name}." for piece in pieces if piece.plan.dokumen and piece.plan.dokumen.late)
    names = (*late, f"{LAPORAN}.", "lembar-pengesahan-tte.")
    return lambda name: name.startswith(names)


def _stays(made: Report, frozen: archive.FrozenError) -> Report:
    """Nothing was written: the packet is signed."""
    revisi = str(frozen.packet.revision)
    if not frozen.names:
        return replace(made, failures=(KinerjaError(ExitCode.PROBLEMS, "cli.report.beku", revisi=revisi),))
    notes = [Said("cli.report.isi-berubah", {"revisi": revisi, "berkas": ", ".join(frozen.names)})]
    if frozen.new:
        sejak = str(made.checked.periode.berikutnya)
        notes.append(Said("cli.report.dokumen-baru", {"berkas": ", ".join(frozen.new), "sejak": sejak}))
    if frozen.gone:
        notes.append(Said("cli.report.dokumen-hilang", {"berkas": ", ".join(frozen.gone)}))
    return replace(made, notes=tuple(notes), made=True)


def _kept(made: Report, files: Mapping[str, bytes], origin: archive.Origin, pieces: tuple[Piece, ...]) -> Report:
    earlier = archive.read_manifest(made.folder)
    try:
        kept = archive.keep(made.folder, files, origin, free=_may_change(pieces))
    except archive.FrozenError as frozen:
        return _stays(made, frozen)
    gone = [name for name in earlier.files if not (made.folder / name).exists()] if earlier else []
    sizes = {name: len(content) for name, content in files.items()}
    return replace(made, made=True, files=sizes, kept=kept, removed=tuple(gone))
