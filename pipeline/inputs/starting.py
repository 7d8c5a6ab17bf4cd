"""A new quarter's folder from the PK in force: what is missing is made, what is there is left; it refuses to measure.

Every text is put together and read with all other inputs before the first one is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from pipeline.domain.awal import berikutnya
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.inputs.fresh import new_period
from pipeline.inputs.fresh_pk import new_year
from pipeline.inputs.load import load, located, periods
from pipeline.inputs.rewrite import save
from pipeline.problems import ExitCode, KinerjaError, Problem

__all__ = ["Started", "new_period", "new_year", "start"]

_NO_FILE_NAME = re.compile(r"[.~#]|.*(?:[/\\\x00]|~$)")
"""What the layout of the inputs would not read as a unit's file."""


@dataclass(frozen=True, slots=True)
class Started:
    """What came of it: the files made, and those that were there. `problems` stopped it; then nothing was made."""

    files_written: tuple[str, ...] = ()
    files_left: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


_Read: TypeAlias = "tuple[Berkas | None, tuple[Problem, ...]]"


def start(root: Path, periode: Periode) -> Started:
    """Make the files of a quarter that are not there yet, and of a year's first quarter also its PK.

    KinerjaError where the quarter before is missing (USAGE), where there is no PK to start from or a unit's kode cannot
    be the name of a file (PROBLEMS), and where a file cannot be written (OUTPUT_FAILED).
    """
    before = _before(root, periode)
    pk = f"data/{periode.tahun}/perjanjian-kinerja.yaml"
    has_pk = os.path.lexists(root / pk)
    if not has_pk and (before is None or periode.tw > 1):
        raise KinerjaError(ExitCode.PROBLEMS, "cli.new.tanpa-pk", berkas=pk, tahun=str(periode.tahun))
    berkas, problems = _read(root, before) if before else _read_new(root, periode, {})
    if before and has_pk and before.tahun != periode.tahun and not problems:
        now, problems = _read_new(root, periode, {})
        berkas = replace(berkas, pk=now.pk, perubahan=now.perubahan) if berkas and now else None
    if berkas is None or problems:
        return Started(problems=problems)
    _refuse_strange_units(berkas)
    texts = new_period(berkas, periode) if has_pk else new_year(berkas, periode)
    left = tuple(name for name in texts if os.path.lexists(root / name))
    about = {name: text.encode() for name, text in texts.items() if name not in left}
    _, problems = _read_new(root, periode, about) if about else (None, ())
    if problems:
        return Started(files_left=left, problems=problems)
    _write(root, about)
    return Started(files_written=tuple(about), files_left=left)


def _before(root: Path, periode: Periode) -> Periode | None:
    """The quarter to start from; None where this one is the first of all."""
    earlier = [other for other in periods(root) if other < periode]
    if not earlier and periode.tw == 1:
        return None
    if earlier[-1:] != [periode.sebelumnya]:
        first = berikutnya(earlier[-1]) if earlier else Periode(periode.tahun, 1)
        raise KinerjaError(
            ExitCode.USAGE,
            "cli.new.celah",
            periode=str(periode),
            sebelum=str(periode.sebelumnya),
            mulai=str(first),
        )
    return periode.sebelumnya


def _refuse_strange_units(berkas: Berkas) -> None:
    for unit in berkas.badan.isi.unit:
        if _NO_FILE_NAME.match(unit.kode):
            raise KinerjaError(ExitCode.PROBLEMS, "cli.new.nama-unit", unit=unit.kode)


def _read(root: Path, periode: Periode, about: Mapping[str, bytes] | None = None) -> _Read:
    """The inputs of a quarter, and what stops a report. Of a line that could not be read nothing more is said."""
    loaded = load(root, periode, about)
    found = periksa(loaded.berkas, ukur(loaded.berkas)) if loaded.berkas else ()
    unread = {_line(each) for each in loaded.problems}
    further = [each for each in (located(each, loaded.places) for each in found) if _line(each) not in unread]
    return loaded.berkas, tuple(each for each in (*loaded.problems, *further) if each.stops)


def _line(problem: Problem) -> tuple[str, int]:
    return (problem.source.file, problem.source.line) if problem.source else (problem.code, 0)


def _read_new(root: Path, periode: Periode, about: Mapping[str, bytes]) -> _Read:
    """The same of the quarter that begins: what is to be made is not missing, and what stands there is not judged."""
    berkas, problems = _read(root, periode, about)
    folder = f"data/{periode.tahun}/tw{periode.tw}"

    def counts(problem: Problem) -> bool:
        file = problem.source.file if problem.source else ""
        if problem.code in ("berkas-hilang", "folder-hilang"):
            return file != folder and file not in about
        return file in about or not file.startswith(f"{folder}/")

    return berkas, tuple(filter(counts, problems))


def _write(root: Path, about: Mapping[str, bytes]) -> None:
    """All files or none: what was made before a failure goes again, and so do the folders made for it."""
    made: list[Path] = []
    for name, content in about.items():
        path = root / name
        try:
            made += _make_folders(path.parent)
            if not os.path.lexists(path):  # somebody may have been quicker
                made.append(path)
                save(path, content.decode())
        except OSError as error:
            _unmake(made)
            sebab = error.strerror or str(error)
            raise KinerjaError(ExitCode.OUTPUT_FAILED, "cli.new.tulis", berkas=name, sebab=sebab) from error


def _make_folders(folder: Path) -> list[Path]:
    """The folders that had to be made, from the outermost in."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _unmake(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
