"""PDFs of others as pypdf reads them: what cannot be used, what of a page is seen; it refuses to change them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject

from pipeline.problems import ExitCode, KinerjaError

BROKEN = (
    PyPdfError,
    DependencyError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    OSError,
    NotImplementedError,
)
"""What pypdf raises where a PDF is not what it should be."""

_Box = tuple[float, float, float, float]
_UNSAID: _Box = (0, 0, 612, 792)


def open_pdf(file: str, pdf: bytes) -> PdfReader:
    """A reader of a PDF with pages; KinerjaError PROBLEMS naming the file that is encrypted, empty or unreadable."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        encrypted, count = reader.is_encrypted, 0 if reader.is_encrypted else len(reader.pages)
    except DependencyError as error:  # today's encryption needs a library that is of no use here
        raise _locked(file) from error
    except BROKEN as error:
        raise unreadable(file, error) from error
    if encrypted:
        raise _locked(file)
    if not count:
        raise KinerjaError(ExitCode.PROBLEMS, "render.lampiran.kosong", berkas=file)
    return reader


def _locked(file: str) -> KinerjaError:
    return KinerjaError(ExitCode.PROBLEMS, "render.lampiran.terkunci", berkas=file)


def unreadable(file: str, error: Exception) -> KinerjaError:
    """The error for a PDF that pypdf cannot make sense of."""
    detail = (str(error) or type(error).__name__).splitlines()[0]
    return KinerjaError(ExitCode.PROBLEMS, "render.lampiran.rusak", berkas=file, sebab=detail)


@dataclass(frozen=True, slots=True)
class View:
    """What of a page a viewer shows: a box of its own coordinates, in points, turned clockwise by `turn` degrees."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def centre(self) -> tuple[float, float]:
        """In the page's own coordinates."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 180 else (width, height)


def view(page: PageObject) -> View:
    """The crop box within the media box; ValueError for a page without area."""
    media = _box(page, "/MediaBox") or _UNSAID
    crop = _box(page, "/CropBox") or media
    shared = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    box = shared if _has_area(shared) else media
    if not _has_area(box):
        raise ValueError("a page without area")
    return View(*box, round(float(_resolved(page, "/Rotate") or 0) / 90) * 90 % 360)


def _has_area(box: _Box) -> bool:
    return box[0] < box[2] and box[1] < box[3]


def _box(page: PageObject, key: str) -> _Box | None:
    """Left, bottom, right, top; a PDF may name any two opposite corners."""
    held = _resolved(page, key)
    if not isinstance(held, ArrayObject) or len(held) != 4:
        return None
    x, y, other_x, other_y = (float(number.get_object()) for number in list.__iter__(held))
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _resolved(page: PageObject, key: str) -> Any:
    held = page.get(key)
    return held.get_object() if held is not None else None
