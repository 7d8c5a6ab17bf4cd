"""A template tried with the sample: DOCX and PDF in output/pratinjau/; it refuses to know who asked and who looks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import archive
from pipeline.build import Convert, Progress
from pipeline.documents.bagian import BAGIAN
from pipeline.inputs.load import documents_list
from pipeline.packet import template_file, template_keys
from pipeline.problems import ExitCode, KinerjaError, TemplateError
from pipeline.sample import Sample, least, most, sample
from pipeline.templates import FOLDER, PARTS, chosen_key, find_file, nearest_first

# pipeline.render is imported where it is needed, as in `build`.

CAP = "PRATINJAU"
"""What every page is marked with, so that nobody takes it for a document."""
SAMPLES: Mapping[str, Callable[[], Sample]] = {"": sample, "sedikit": least, "banyak": most}
"""What a template can be tried with; the key stands in the names of the files."""
_LETTER = "surat-pengantar.docx"


@dataclass(frozen=True, slots=True)
class Tried:
    """A template (or a part) that is tried: its `file`, the `template` that is filled in, and whose fields fill it.

    A part cannot stand alone, so it is tried inside a template that names it; any other template is its own.
    """

    file: Path
    template: Path
    key: str

    @property
    def is_part(self) -> bool:
        return self.file != self.template


@dataclass(frozen=True, slots=True)
class Preview:
    """The files of a preview; `failure` says why there is no `pdf`."""

    docx: Path
    pdf: Path | None = None
    failure: KinerjaError | None = None


# --- which template, and whose fields --------------------------------------------------------------------------------


def find(root: Path, word: str, document: str | None = None) -> Tried:
    """What was meant by a path, a file's name or a document's key.

    Its name, or the `document` that is given, tells whose fields it uses. USAGE, with all names that there are, where
    there is no such file, no such document, or no document that a name tells.
    """
    file, daftar = find_file(root, word), documents_list(root)
    keys = template_keys(daftar)
    if document is not None:
        key = chosen_key(daftar, document)
        template = root / FOLDER / template_file(daftar, document) if file.parent.name == PARTS else file
        return Tried(file, template, key)
    if file.parent.name == PARTS:
        host = _host(root, file.stem, keys)
        return Tried(file, root / FOLDER / host, keys[host])
    if file.name not in keys:
        ada = nearest_first(file.stem, [Path(name).stem for name in keys])
        raise KinerjaError(ExitCode.USAGE, "cli.template.tanpa-as", berkas=file.name, ada=ada)
    return Tried(file, file, keys[file.name])


def _host(root: Path, part: str, files: Iterable[str]) -> str:
    """The first template that puts in a part, a letter rather than any other."""
    from pipeline.template.opening import opened
    from pipeline.template.parts import parts_of

    for file in sorted(files, key=lambda file: file != _LETTER):
        template = root / FOLDER / file
        with suppress(TemplateError):
            if template.is_file() and opened(template, file) and part in parts_of(template):
                return file
    raise KinerjaError(ExitCode.USAGE, "cli.preview.bagian", bagian=part)


# --- the preview -----------------------------------------------------------------------------------------------------


def preview(
    root: Path, tried: Tried, filled: str = "", *, progress: Progress, convert: Convert | None = None
) -> Preview:
    """Fill a template from the sample that `filled` names, and put the files into output/pratinjau/.

    Where LibreOffice is missing or fails there is still the DOCX. Raises TemplateError for faults of the template,
    KinerjaError OUTPUT_FAILED where nothing can be written.
    """
    progress("cli.stage.render")
    docx = _rendered(root, tried, SAMPLES[filled]())
    progress("cli.stage.convert")
    stem = tried.file.stem
    try:
        files = _files(stem, docx, convert or _libreoffice)
        failure = None
    except KinerjaError as error:
        files, failure = {".docx": _delivered(docx, None)}, error
    progress("cli.stage.keep")
    kept = _keep(root / "output" / archive.PREVIEWS, f"{stem}-{filled}" if filled else stem, files)
    return Preview(kept[".docx"], kept.get(".pdf"), failure)


def _rendered(root: Path, tried: Tried, used: Sample) -> bytes:
    from pipeline.render.docx import render

    berkas = sample().bahan.berkas
    paper, dated = berkas.badan.isi.badan.kertas, berkas.periode.hari_terakhir
    with _beside_its_parts(root, tried) as template:
        return render(template, used.contexts[tried.key], root=used.root, paper=paper, dated=dated, parts=BAGIAN)


@contextmanager
def _beside_its_parts(root: Path, tried: Tried) -> Iterator[Path]:
    """The template where it finds the parts it names: its own, else those of the agency in a folder made for both."""
    own, agency = tried.template.parent / PARTS, root / FOLDER / PARTS
    if not tried.is_part and (own.is_dir() or not agency.is_dir()):
        yield tried.template
        return
    with TemporaryDirectory(prefix="kinerja-") as place:
        parts = Path(shutil.copytree(own if own.is_dir() else agency, Path(place) / PARTS))
        if tried.is_part:
            shutil.copy(tried.file, parts)
        yield Path(shutil.copy(tried.template, place))


def _files(name: str, docx: bytes, convert: Convert) -> dict[str, bytes]:
    """The DOCX and the PDF, by their suffix, with the numbers of the PDF on the contents page."""
    from pipeline.render.bundle import Part, bundle
    from pipeline.render.contents import page_numbers, prepare

    berkas = sample().bahan.berkas
    called, dated = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") or "templat", berkas.periode.hari_terakhir
    pdf = convert({called: prepare(docx)}, dated=dated, progress=lambda seconds, done: None)[called]
    author = berkas.badan.isi.badan.nama
    stamped = bundle([Part(name, pdf, name)], title=name, author=author, subject=CAP.title(), dated=dated, stamp=CAP)
    return {".docx": _delivered(docx, page_numbers(pdf, docx)), ".pdf": stamped}


def _delivered(docx: bytes, numbers: Mapping[str, str] | None) -> bytes:
    from pipeline.render.contents import finish
    from pipeline.render.watermark import watermarked

    return watermarked(finish(docx, numbers), CAP)


def _libreoffice(
    documents: Mapping[str, bytes], *, dated: date, progress: Callable[[float, int], None]
) -> Mapping[str, bytes]:
    from pipeline.render.pdf import convert

    return convert(documents, dated=dated, progress=progress)


def _keep(folder: Path, name: str, files: Mapping[str, bytes]) -> dict[str, Path]:
    """Write each file whole or not at all; a PDF of an earlier preview goes where this one has none."""
    made = {suffix: folder / f"{name}{suffix}" for suffix in files}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix, content in files.items():
            new = folder / f".{name}{suffix}.baru"
            new.write_bytes(content)
            new.replace(made[suffix])
        if ".pdf" not in files:
            (folder / f"{name}.pdf").unlink(missing_ok=True)
    except OSError as error:
        raise archive.failure(folder, error) from error
    return made
