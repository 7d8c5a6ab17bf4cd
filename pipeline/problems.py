"""What can be wrong, how bad it is, where it stands and how a process ends; it refuses to know what is measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

Path = tuple[str | int, ...]
"""Logical place of a value: (file relative to the root, key or 0-based index, …)."""


class ExitCode(IntEnum):
    """How a command ends; the README's table is tested against these."""

    OK = 0
    PROBLEMS = 1
    USAGE = 2
    PROGRAM_MISSING = 3
    CONVERSION_FAILED = 4
    OUTPUT_FAILED = 5
    PROGRAM_FAULT = 70
    INTERRUPTED = 130


class Severity(StrEnum):
    """The three severities of a finding: the first two stop a report, the last is printed in it."""

    SALAH = "salah"
    PERLU_PENJELASAN = "perlu penjelasan"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands: file relative to the root, 1-based line and column, and the line itself.

    `width` is how many characters are marked under the line.
    """

    file: str
    line: int
    column: int
    text: str = ""
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the catalogue inside a message, by code, so that both languages have them."""

    code: str
    args: Mapping[str, str | Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where something stands in a Word file, as a person finds it there.

    `cells` are table, row and column (from 1), the outermost table first; `heading` is the heading above, `paragraph`
    the paragraph's first words. Of `text` (a tag, mostly) `width` characters from `column` (from 1) are meant. `anchor`
    is for programs: the part's name in the package and the paragraph's number in it (from 0; -1 for the whole part).
    """

    file: str
    part: Said
    cells: tuple[tuple[int, int, int], ...] = ()
    heading: str = ""
    paragraph: str = ""
    text: str = ""
    column: int = 1
    width: int = 0
    anchor: tuple[str, int] = ("", -1)


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding a person can mend in YAML or in a template.

    `code` names the message in the catalogue, `args` fill its placeholders. A rule that knows no line gives `path`;
    `inputs` turns it into `source`. One about a Word file has its place in `word`. `hint` is the nearest valid name, if
    there is one.
    """

    code: str
    path: Path = ()
    args: Mapping[str, str | Said] = field(default_factory=dict)
    severity: Severity = Severity.SALAH
    source: Source | None = None
    hint: str | None = None
    word: WordPlace | None = None

    @property
    def stops(self) -> bool:
        """Whether nothing may be built while this stands."""
        return self.severity is not Severity.PERINGATAN


class KinerjaError(Exception):
    """What no edit of YAML or template can mend: carries an exit code and a message of the catalogue.

    `also` are further ones that were found with it.
    """

    def __init__(self, exit_code: ExitCode, code: str, **args: str | Said) -> None:
        super().__init__(f"{code} {args}")
        self.exit_code = exit_code
        self.code = code
        self.args_ = args
        self.also: tuple[KinerjaError, ...] = ()


class TemplateError(KinerjaError):
    """Word templates that cannot be filled in, with every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(ExitCode.PROBLEMS, "cli.template.salah")
        self.problems = tuple(problems)
