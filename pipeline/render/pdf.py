"""DOCX files become PDF files that have been looked at: pages, text, fonts, paper; it refuses to know what they say."""

from __future__ import annotations

import io
import os
import re
import time
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.losses import lost_cells, lost_text, shortened
from pipeline.render.paper import page_sizes
from pipeline.render.soffice import Progress, find_soffice, named_soffice, run
from pipeline.word.package import DOCUMENT, W, parse, stories, unpack

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_OUTWARD = re.compile(r"^\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE)\b", re.IGNORECASE)
_ID = re.compile(rb"[0-9A-F]{32}")
_IDS = re.compile(rb"/ID\s*\[\s*<[0-9A-F]{32}>\s*<[0-9A-F]{32}>\s*\]|/DocChecksum\s*/[0-9A-F]{32}")
_POINT = 20
_TOLERANCE = 1.5
_UNDATED = date(2000, 1, 1)
_SAID = 300
_SHOWN = 90
_SHORTER = (1, 4, 10)
"""Points by which pages are made shorter, one try after another, where LibreOffice has lost something."""


def convert(
    documents: Mapping[str, bytes],
    *,
    soffice: str | os.PathLike[str] | None = None,
    timeout: float = 180,
    progress: Progress = lambda seconds, done: None,
    dated: date = _UNDATED,
) -> dict[str, bytes]:
    """Document name → PDF, for all documents (name → DOCX) in one run of LibreOffice, each PDF checked.

    Where a PDF lacks something of its DOCX, that document alone is converted again with slightly shorter pages.
    Equal input gives equal bytes on one machine. KinerjaError PROGRAM_MISSING without LibreOffice; CONVERSION_FAILED
    naming the document and the reason if it asks for files from outside, if nothing readable comes out, or if the PDF
    has other paper than the DOCX, fonts that are not in it, or not all of its text. `timeout` is for each run.
    """
    for name, docx in documents.items():
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        _refuse_outside(name, docx)
    program = find_soffice(soffice)
    if program is None:
        named = os.fspath(soffice or named_soffice())
        code = "render.soffice.salah" if named else "render.soffice.tidak_ada"
        raise KinerjaError(ExitCode.PROGRAM_MISSING, code, program=named or "soffice")
    try:
        pdfs = _complete(documents, program, timeout, progress)
    except OSError as error:
        raise KinerjaError(
            ExitCode.CONVERSION_FAILED,
            "render.soffice.tempat",
            folder=os.environ.get("TMPDIR") or "/tmp",  # noqa: S108  named, not used
            sebab=error.strerror or str(error),
        ) from error
    return {name: undated(pdf, dated) for name, pdf in pdfs.items()}


def _complete(documents: Mapping[str, bytes], program: Path, timeout: float, progress: Progress) -> dict[str, bytes]:
    """What LibreOffice makes of the documents, those from which something is lost tried again."""
    pdfs: dict[str, bytes] = {}
    waiting, begun = dict(documents), time.monotonic()
    for points in (0, *_SHORTER):
        tried = {name: shortened(docx, points) if points else docx for name, docx in waiting.items()}
        before = time.monotonic() - begun if points else 0.0
        said, made = _converted(tried, program, timeout, _going_on(progress, before, len(documents) - len(tried)))
        for name, pdf in made.items():
            _check_file(name, pdf, documents[name], said)
        waiting = {name: documents[name] for name, pdf in made.items() if _lacks(pdf, documents[name])}
        pdfs |= {name: pdf for name, pdf in made.items() if name not in waiting or not points}
        if not waiting:
            return pdfs
    for name, docx in waiting.items():
        _check_text(name, pdfs[name], docx)
    return pdfs


def _going_on(progress: Progress, seconds: float, done: int) -> Progress:
    return lambda more_seconds, more_done: progress(seconds + more_seconds, done + more_done)


def _lacks(pdf: bytes, docx: bytes) -> bool:
    return lost_cells(docx, pdf) > 0 or lost_text(docx, PdfReader(io.BytesIO(pdf)).pages) is not None


def _converted(
    documents: Mapping[str, bytes], program: Path, timeout: float, progress: Progress
) -> tuple[str, dict[str, bytes]]:
    """What LibreOffice said, and what it made of each document: nothing is b""."""
    with TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        for name, docx in documents.items():
            (folder / f"{name}.docx").write_bytes(docx)
        said = run(folder, tuple(documents), program, timeout, progress)
        made = {name: folder / "pdf" / f"{name}.pdf" for name in documents}
        return said, {name: file.read_bytes() if file.exists() else b"" for name, file in made.items()}


def check(name: str, pdf: bytes, docx: bytes) -> None:
    """Refuse a PDF that is not what its DOCX should have become."""
    _check_file(name, pdf, docx, "")
    _check_text(name, pdf, docx)


def _check_text(name: str, pdf: bytes, docx: bytes) -> None:
    lost = lost_text(docx, PdfReader(io.BytesIO(pdf)).pages)
    if lost is not None:
        raise _failed("hilang", name, teks=lost if len(lost) <= _SHOWN else f"{lost[:_SHOWN].rstrip()} …")


def _check_file(name: str, pdf: bytes, docx: bytes, said: str) -> None:
    """Refuse what is no readable PDF with the paper of its DOCX; `said` is what LibreOffice printed."""
    if not pdf:
        heard = " ".join(said.split())[-_SAID:]
        raise _failed("kosong", name, sebab=heard) if heard else _failed("diam", name)
    if not pdf.startswith(b"%PDF"):
        raise _failed("bukan_pdf", name)
    try:
        reader = PdfReader(io.BytesIO(pdf))
        pages = list(reader.pages)
        sizes = [(float(p.mediabox.width), float(p.mediabox.height)) for p in pages]
        fonts = dict(_fonts(pages))
        readable = any(_has_text(p.extract_text()) for p in pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _failed("rusak", name, sebab=str(error) or type(error).__name__) from error
    if not pages:
        raise _failed("tanpa_halaman", name)
    if not readable and _says_something(docx):
        raise _failed("tanpa_teks", name)
    missing = sorted(font for font, embedded in fonts.items() if not embedded)
    if missing:
        raise _failed("huruf", name, huruf=", ".join(missing))
    _check_paper(name, sizes, docx)


def undated(pdf: bytes, dated: date) -> bytes:
    """A PDF of LibreOffice with a fixed date and an id that depends on nothing but the contents.

    The texts keep their lengths, so that every offset in the file stays right.
    """
    stamp = f"{dated:%Y%m%d}000000Z".encode()
    pdf = re.sub(rb"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}Z", lambda m: m[1] + stamp, pdf)
    return _IDS.sub(lambda m: _ID.sub(b"0" * 32, m[0]), pdf)


def _failed(why: str, name: str, **args: str) -> KinerjaError:
    return KinerjaError(ExitCode.CONVERSION_FAILED, f"render.konversi.{why}", dokumen=name, **args)


def _refuse_outside(name: str, docx: bytes) -> None:
    """Nothing but a hyperlink may point out of a document: LibreOffice would fetch it."""
    try:
        parts = unpack(docx)
        targets = list(_outside(parts))
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise _failed("rusak", name, sebab=str(error)) from error
    if targets:
        raise _failed("tautan_luar", name, tujuan=targets[0])


def _outside(parts: Mapping[str, bytes]) -> Iterator[str]:
    for part, xml in parts.items():
        if not part.endswith(".rels"):
            continue
        for link in parse(xml):
            if link.get("TargetMode") == "External" and not link.get("Type", "").endswith("/hyperlink"):
                yield link.get("Target", "")
    for part in stories(parts):
        root = parse(parts[part])
        texts = [e.text or "" for e in root.iter(f"{W}instrText")] + [
            e.get(f"{W}instr", "") for e in root.iter(f"{W}fldSimple")
        ]
        yield from (" ".join(t.split()) for t in texts if _OUTWARD.search(t))


def _says_something(docx: bytes) -> bool:
    return any((t.text or "").strip() for t in parse(unpack(docx)[DOCUMENT]).iter(f"{W}t"))


def _has_text(text: str) -> bool:
    """Whether at least half of the visible characters are letters somebody could have written."""
    visible = [c for c in text if not c.isspace()]
    strange = sum(1 for c in visible if c == "\ufffd" or not c.isprintable())
    return bool(visible) and 2 * strange <= len(visible)


def _check_paper(name: str, sizes: list[tuple[float, float]], docx: bytes) -> None:
    wanted = [(w / _POINT, h / _POINT) for w, h in page_sizes(parse(unpack(docx)[DOCUMENT]))]
    for number, (width, height) in enumerate(sizes, 1):
        if wanted and not any(abs(width - w) <= _TOLERANCE and abs(height - h) <= _TOLERANCE for w, h in wanted):
            raise _failed(
                "kertas", name, halaman=str(number), ukuran=f"{width / 72 * 25.4:.0f} × {height / 72 * 25.4:.0f}"
            )


def _fonts(pages: list[Any]) -> Iterator[tuple[str, bool]]:
    """Name of each font that pages and what is drawn on them use → whether it is in the file."""
    seen: set[int] = set()
    waiting = [p.get("/Resources") for p in pages]
    while waiting:
        resources = waiting.pop()
        resources = resources.get_object() if resources is not None else None
        if not isinstance(resources, DictionaryObject) or id(resources) in seen:
            continue
        seen.add(id(resources))
        for font in _values(resources, "/Font"):
            yield str(font.get("/BaseFont", "/Type3"))[1:], _is_embedded(font)
        waiting += [drawn.get("/Resources") for drawn in _values(resources, "/XObject")]


def _values(resources: DictionaryObject, kind: str) -> list[DictionaryObject]:
    held = resources.get(kind)
    held = held.get_object() if held is not None else None
    return [v.get_object() for v in held.values()] if isinstance(held, DictionaryObject) else []


def _is_embedded(font: DictionaryObject) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = font.get("/DescendantFonts")
    holder = descendants.get_object()[0].get_object() if descendants is not None else font
    descriptor = holder.get("/FontDescriptor")
    descriptor = descriptor.get_object() if descriptor is not None else {}
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
