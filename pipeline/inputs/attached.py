"""Files that the inputs name: are they under data/ and of the kind asked for; it refuses to know who asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from pipeline.near import nearest

_HEAD = 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a named file: a code of the catalogue, what fills its message, the nearest file there is."""

    code: str
    args: dict[str, str] = field(default_factory=dict)
    hint: str | None = None


def fault_of(data: Path, named: str, kinds: tuple[str, ...]) -> Fault | None:
    """The fault of a file named relative to `data`; None where it is there and is of one of the kinds (none: any)."""
    if PurePosixPath(named).is_absolute() or PureWindowsPath(named).drive or not _inside(data, named):
        return Fault("berkas-di-luar-data", {"berkas": named}, PureWindowsPath(named).name or None)
    path = data / named
    try:
        if not path.is_file():
            return Fault("berkas-rujukan-hilang", {"berkas": named}, _nearest_file(data, named))
        kind = _kind_of(path)
    except (OSError, ValueError) as error:
        return Fault("berkas-tidak-terbaca", {"berkas": named, "rincian": _reason(error)})
    if kinds and kind not in kinds:
        return Fault("berkas-salah-jenis", {"berkas": named, "jenis": ", ".join(kinds)})
    return None


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF, whatever it is called."""
    return _kind_of(path) == "PDF"


def _kind_of(path: Path) -> str | None:
    """PNG, JPEG or PDF by the first bytes; None for anything else."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "PDF" if b"%PDF-" in head else None


def _inside(data: Path, named: str) -> bool:
    try:
        return (data / named).resolve().is_relative_to(data.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def _nearest_file(data: Path, named: str) -> str | None:
    """A file of the same folder with a near name, or the same name with the other kind of slash."""
    wanted = PurePosixPath(named.replace("\\", "/"))
    try:
        stems = {path.stem: path.name for path in sorted((data / wanted.parent).iterdir()) if path.is_file()}
    except (OSError, ValueError):
        return None
    found = nearest(wanted.stem, stems)
    return str(wanted.parent / stems[found]) if found else None


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
