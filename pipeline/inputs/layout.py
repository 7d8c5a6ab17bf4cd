"""Which files make up a period and what each is called; it refuses to know what stands in them.

Names that come near to one of ours but are not are problems: a misspelt file would otherwise be silently unread.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.bawaan import bawaan
from pipeline.domain import model
from pipeline.domain.isian import Model
from pipeline.domain.periode import Periode
from pipeline.near import nearest
from pipeline.problems import Problem, Source

KINDS: dict[str, type[Model]] = {
    "badan": model.BerkasBadan,
    "dokumen": model.DaftarDokumen,
    "sop": model.BerkasSop,
    "hari-libur": model.DaftarHariLibur,
    "perjanjian-kinerja": model.PerjanjianKinerja,
    "perjanjian-kinerja-perubahan": model.PerubahanPK,
    "realisasi": model.RealisasiUnit,
    "validasi": model.ValidasiUnit,
    "rapat": model.Rapat,
    "langkah": model.CatatanSop,
    "surat-pengantar": model.SuratPengantar,
}
"""Every kind of file and its declared type; the schemas carry these names."""

_UNIT_FOLDERS = ("realisasi", "validasi")
_PERIOD_FILES = ("rapat", "langkah", "surat-pengantar")
_AGENCY_FILES = ("badan", "dokumen", "sop", "hari-libur")
_SOP = "data/sop.yaml"
_QUARTERS = ("tw1", "tw2", "tw3", "tw4")
_OUR_NAMES = (*_QUARTERS, *(f"{kind}.yaml" for kind in KINDS))
_YAML = (".yaml", ".yml")
_YEAR = re.compile(r"20[0-9]{2}")
_ATTACHED = re.compile(r"\.(pdf|png|jpe?g)$")
_LIKE_QUARTER = re.compile(r"(?i)(tw|triwulan|q)[ _-]*[0-9ivx]*")


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to be read: its name relative to the root, its kind, and the year or quarter whose folder holds it."""

    file: str
    kind: str
    tahun: int | None = None
    periode: Periode | None = None

    @property
    def stem(self) -> str:
        return Path(self.file).stem


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of a run in reading order, and what is missing or misnamed."""

    files: tuple[InputFile, ...]
    problems: tuple[Problem, ...]


def place_of(kind: str, file: InputFile, unit: str | None) -> str:
    """Where a file of a kind belongs that stands in another's place: the same year, quarter and unit."""
    year = f"data/{file.tahun or '<tahun>'}"
    quarter = f"{year}/tw{file.periode.tw if file.periode else '<n>'}"
    if kind in _UNIT_FOLDERS:
        return f"{quarter}/{kind}/{unit or file.stem}.yaml"
    if kind in _PERIOD_FILES:
        return f"{quarter}/{kind}.yaml"
    return f"{year}/{kind}.yaml" if kind.startswith("perjanjian-kinerja") else f"data/{kind}.yaml"


def unread(root: Path, periode: Periode, units: Iterable[str], named: Container[str]) -> Iterator[Problem]:
    """Files in the folders of quarters that seem to be inputs but are not read, such as `rapat.yaml.txt`.

    `units` are the kode of all units; `named` the files that the inputs name themselves, relative to data/.
    """
    unit_files = {f"{unit}.yaml": f"{_UNIT_FOLDERS[0]}/{unit}.yaml" for unit in units}
    period_files = {f"{kind}.yaml": f"{kind}.yaml" for kind in _PERIOD_FILES}
    for tw in range(1, periode.tw + 1):
        quarter = root / "data" / str(periode.tahun) / f"tw{tw}"
        for name in ("", *_UNIT_FOLDERS):
            ours = dict.fromkeys(unit_files) if name else period_files
            meant = {file: file for file in unit_files} | {file: f"../{file}" for file in period_files}
            for path in _files(quarter / name):
                if path.relative_to(root / "data").as_posix() in named or _is_read(path.name, name):
                    continue
                hint = _meant(path.name, meant if name else unit_files | period_files)
                if hint or _is_yaml(path.name):
                    yield _unknown("berkas-tidak-dikenal", root, path, ours, hint)


def _is_read(name: str, folder: str) -> bool:
    return name.endswith(".yaml") and (folder != "" or name.removesuffix(".yaml") in _PERIOD_FILES)


def _is_yaml(name: str) -> bool:
    return re.search(r"\.ya?ml\b", name.casefold()) is not None


def _meant(name: str, places: Mapping[str, str]) -> str | None:
    """The place of the file of ours whose name this one begins with (a blank or _ is as good as -) or comes near to."""
    folded = re.sub("[ _]", "-", name.casefold())
    begun = [ours for ours in places if folded.startswith(Path(ours).stem.casefold())]
    if begun and not _ATTACHED.search(folded):
        return places[max(begun, key=len)]
    stems = {Path(ours).stem: place for ours, place in places.items()}
    near = nearest(re.split(r"\.ya?ml\b", folded)[0], stems) if _is_yaml(folded) else None
    return stems[near] if near else None


def periods(root: Path) -> tuple[Periode, ...]:
    """The quarters that have a folder data/<tahun>/tw<n>, oldest first."""
    found = []
    for year in _folders(root / "data"):
        if _YEAR.fullmatch(year.name):
            found += [Periode.parse(f"{year.name}-{q.name}") for q in _folders(year) if q.name in _QUARTERS]
    return tuple(sorted(found))


def layout(root: Path, periode: Periode, about: Collection[str] = ()) -> Layout:
    """The files of a period, of the earlier quarters of its year, and of last year's last quarter (realisasi only).

    `about` are files that are about to be written, and count as there.
    """
    data, year, before = root / "data", root / "data" / str(periode.tahun), Periode(periode.tahun - 1, 4)
    quarters = [Periode(periode.tahun, tw) for tw in range(1, periode.tw + 1)]
    files = [InputFile(f"data/{kind}.yaml", kind) for kind in _AGENCY_FILES]
    files += [InputFile(f"data/{periode.tahun}/perjanjian-kinerja.yaml", "perjanjian-kinerja", periode.tahun)]
    changes = sorted(path.name for path in year.glob("perjanjian-kinerja-perubahan*.yaml") if path.is_file())
    files += [
        InputFile(f"data/{periode.tahun}/{name}", "perjanjian-kinerja-perubahan", periode.tahun) for name in changes
    ]
    there = [f for f in files if f.file in about or _is_there(root / f.file) or _may_lack(f.file)]
    missing = [_missing("berkas-hilang", root, f.file) for f in files if f not in there]
    current = f"data/{periode.tahun}/tw{periode.tw}"
    is_there = (root / current).is_dir() or any(name.startswith(f"{current}/") for name in about)
    missing += [] if is_there else [_missing("folder-hilang", root, current)]
    files += _unit_files(root, before, ("realisasi",), about)
    for quarter in quarters:
        files += _unit_files(root, quarter, _UNIT_FOLDERS, about)
        folder = f"data/{quarter.tahun}/tw{quarter.tw}"
        files += [InputFile(f"{folder}/{kind}.yaml", kind, quarter.tahun, quarter) for kind in _PERIOD_FILES]
    strays = [
        *_strays(root, data, tuple(f"{kind}.yaml" for kind in _AGENCY_FILES)),
        *_strange_years(root, data),
        *_strays(root, year, ("perjanjian-kinerja.yaml", "perjanjian-kinerja-perubahan.yaml", *changes)),
        *_strange_quarters(root, year),
    ]
    locked = [*_locked(root, data), *_locked(root, year)]
    for quarter in quarters:
        folder_ = year / f"tw{quarter.tw}"
        locked += [p for name in ("", *_UNIT_FOLDERS) for p in _locked(root, folder_ / name)]
        strays += _strange_folders(root, folder_)
    read = tuple(f for f in files if f.file in about or _is_there(root / f.file))
    return Layout(read, (*missing, *locked, *strays))


def shipped_sop() -> Path:
    """The SOP's table as it is shipped, for an agency that words nothing otherwise."""
    return bawaan() / _SOP


def _may_lack(file: str) -> bool:
    return file == "data/hari-libur.yaml" or (file == _SOP and shipped_sop().is_file())


def _is_there(path: Path) -> bool:
    """Also a link to nothing: that it cannot be read is then said when it is read."""
    return os.path.lexists(path)


def _locked(root: Path, folder: Path) -> Iterator[Problem]:
    """A folder that may not be looked into: what stands in it would silently count as not there yet."""
    if _is_there(folder) and not os.access(folder, os.R_OK | os.X_OK):
        file = folder.relative_to(root).as_posix()
        args = {"berkas": file, "rincian": os.strerror(errno.EACCES)}
        yield Problem("berkas-tidak-terbaca", (file,), args, source=Source(file, 1, 1))


def _unit_files(root: Path, quarter: Periode, folders: Iterable[str], about: Iterable[str]) -> list[InputFile]:
    found = []
    for folder in folders:
        base = f"data/{quarter.tahun}/tw{quarter.tw}/{folder}"
        names = {f"{base}/{path.name}" for path in _files(root / base) if path.suffix == ".yaml"}
        names |= {name for name in about if name.startswith(f"{base}/")}
        found += [InputFile(name, folder, quarter.tahun, quarter) for name in sorted(names)]
    return found


def _missing(code: str, root: Path, name: str) -> Problem:
    """The hint is a file or folder beside it whose name is none of ours."""
    others = [path.name for path in _entries((root / name).parent) if path.name not in _OUR_NAMES]
    return Problem(code, (name,), {"nama": name}, source=Source(name, 1, 1), hint=nearest(Path(name).name, others))


def _strays(root: Path, folder: Path, names: tuple[str, ...]) -> Iterator[Problem]:
    """YAML files that are none of `names`."""
    for path in _files(folder):
        if path.suffix.lower() in _YAML and path.name not in names:
            yield _unknown("berkas-tidak-dikenal", root, path, names)


def _strange_folders(root: Path, quarter: Path) -> Iterator[Problem]:
    for path in _folders(quarter):
        if path.name not in _UNIT_FOLDERS and _holds_yaml(path):
            yield _unknown("folder-tidak-dikenal", root, path, _UNIT_FOLDERS)


def _strange_years(root: Path, data: Path) -> Iterator[Problem]:
    for path in _folders(data):
        if not _YEAR.fullmatch(path.name) and any(_LIKE_QUARTER.fullmatch(inner.name) for inner in _folders(path)):
            years = [other.name for other in _folders(data) if _YEAR.fullmatch(other.name)]
            yield _unknown("folder-tidak-dikenal", root, path, years)


def _strange_quarters(root: Path, year: Path) -> Iterator[Problem]:
    for path in _folders(year):
        if path.name not in _QUARTERS and (_LIKE_QUARTER.fullmatch(path.name) or _holds_yaml(path)):
            digit = re.search("[1-9]", path.name)
            meant = f"tw{min(int(digit[0]), 4)}" if digit else None
            yield _unknown("folder-tidak-dikenal", root, path, _QUARTERS, meant)


def _unknown(code: str, root: Path, path: Path, names: Iterable[str], hint: str | None = None) -> Problem:
    file = path.relative_to(root).as_posix()
    names = tuple(names)
    args = {"nama": path.name, "pilihan": ", ".join(names)}
    stems = {Path(name).stem: name for name in names}
    hint = hint or stems.get(nearest(path.stem, stems) or "")
    return Problem(code, (file,), args, source=Source(file, 1, 1), hint=hint)


def _holds_yaml(folder: Path) -> bool:
    return any(path.suffix.lower() in _YAML for path in _files(folder)) or any(
        path.name in _UNIT_FOLDERS for path in _folders(folder)
    )


def _files(folder: Path) -> list[Path]:
    return [path for path in _entries(folder) if path.is_file()]


def _folders(folder: Path) -> list[Path]:
    return [path for path in _entries(folder) if path.is_dir()]


def _entries(folder: Path) -> list[Path]:
    """Everything in a folder by name, without hidden files and what editors leave behind; empty where there is none."""
    try:
        found = (path for path in folder.iterdir() if not path.name.startswith((".", "~", "#")))
        return sorted(path for path in found if not path.name.endswith("~"))
    except OSError:
        return []
