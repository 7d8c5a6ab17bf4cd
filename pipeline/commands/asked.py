"""One command line as a command sees it: folder, words, options, how the program was called; it knows no command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.problems import ExitCode, KinerjaError

if TYPE_CHECKING:
    from pipeline.domain.isian import Waktu
    from pipeline.domain.periode import Periode


@dataclass(frozen=True, slots=True)
class Caller:
    """How the user runs this program, so that a suggested command works as it is shown; `made`: through make."""

    program: str
    made: bool
    root: str = "."

    def check(self, periode: str) -> str:
        """The command line that checks a period."""
        if self.made and self.root == ".":
            return f"make check PERIOD={periode}"
        return self.line("check", periode)

    def line(self, *words: str) -> str:
        """A command line of this program."""
        root = ["--root", self.root] if self.root != "." else []
        return f"{self.program} {shlex.join([*root, *words])}"


@dataclass(frozen=True, slots=True)
class Asked:
    """One command line: the folder, the words after the command, its options, and how the program was called."""

    root: Path
    words: tuple[str, ...]
    options: Mapping[str, Any]
    caller: Caller

    def periode(self, at: int) -> Periode:
        """The period that the word `at` names; the newest one without it."""
        return chosen_periode(self.root, self.words[at:])

    def new_periode(self, at: int) -> Periode:
        """The period that the word `at` names, whether it is there or not."""
        from pipeline.domain.periode import Periode

        if len(self.words) <= at:
            raise KinerjaError(ExitCode.USAGE, "cli.usage.new")
        return _parsed_periode(self.words[at], Periode.parse)

    def option(self, name: str) -> str | None:
        """A text option; None where it was not given or is blank."""
        value = self.options.get(name)
        return str(value).strip() or None if value else None

    def moment(self, name: str) -> Waktu | None:
        """An option that is a time; USAGE where it is none."""
        from pydantic_core import PydanticCustomError

        from pipeline.domain.isian import Waktu, parse_waktu

        value = self.option(name)
        try:
            moment = parse_waktu(value)
        except PydanticCustomError as error:
            raise KinerjaError(ExitCode.USAGE, "cli.usage.waktu", option=f"--{name}", value=str(value)) from error
        return moment if isinstance(moment, Waktu) else None


def unknown_document(dokumen: str, ada: Iterable[str]) -> KinerjaError:
    """That a document is not one of those there are, with the nearest of them."""
    from pipeline.near import nearest

    names = tuple(ada)
    near, known = nearest(dokumen, names), ", ".join(names)
    if near:
        return KinerjaError(ExitCode.USAGE, "cli.usage.only.mirip", dokumen=dokumen, mirip=near, ada=known)
    return KinerjaError(ExitCode.USAGE, "cli.usage.only", dokumen=dokumen, ada=known)


def checked_root(folder: str, *, with_data: bool) -> Path:
    root = Path(folder)
    if not root.is_dir():
        raise KinerjaError(ExitCode.USAGE, "cli.usage.root", folder=folder)
    if with_data and not (root / "data").is_dir():
        raise KinerjaError(ExitCode.USAGE, "cli.usage.data", folder=str(root.resolve()))
    return root


def chosen_periode(root: Path, words: Sequence[str]) -> Periode:
    from pipeline.domain.periode import Periode
    from pipeline.inputs.load import periods

    ada = periods(root)
    folder = (root / "data").as_posix()
    if not words and not ada:
        raise KinerjaError(ExitCode.PROBLEMS, "cli.tanpa-periode", folder=folder)
    if not words:
        return ada[-1]
    periode = _parsed_periode(words[0], Periode.parse)
    if periode not in ada:
        baru = f"{folder}/{periode.tahun}/tw{periode.tw}/"
        names = ", ".join(map(str, ada)) or "–"
        raise KinerjaError(
            ExitCode.USAGE, "cli.usage.periode-tidak-ada", periode=str(periode), folder=folder, ada=names, baru=baru
        )
    return periode


def _parsed_periode(word: str, parse: Callable[[str], Periode]) -> Periode:
    try:
        return parse(word)
    except ValueError:
        meant = _meant_periode(word)
        if meant:
            raise KinerjaError(ExitCode.USAGE, "cli.usage.periode-mirip", value=word, periode=meant) from None
        raise KinerjaError(ExitCode.USAGE, "cli.usage.periode", value=word) from None


def _meant_periode(word: str) -> str | None:
    """ "2026-TW03", "tw3-2026", "2026/3" and "2026-tw-iii" all mean "2026-tw3"."""
    year = re.search(r"20\d{2}", word)
    rest = word.lower().replace(year[0], " ", 1) if year else ""
    quarter = re.search(r"(?<![\w])(?:tw|q|triwulan|t)?[-_ ]*(?:0?([1-4])|(iv|i{1,3}))(?!\w)", rest)
    if not year or not quarter:
        return None
    number = quarter[1] or str(["i", "ii", "iii", "iv"].index(quarter[2]) + 1)
    return f"{year[0]}-tw{number}"
