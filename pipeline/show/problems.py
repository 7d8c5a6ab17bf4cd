"""A problem as a person reads it (place, line, caret, remedy) or a program (JSON); it refuses to know who found it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from decimal import Decimal

from pipeline.messages import MESSAGES, text
from pipeline.problems import KinerjaError, Problem, Said, Severity, Source
from pipeline.show.numbers import number
from pipeline.show.paint import Paint, cells, plain, visible

_ROLES = {Severity.SALAH: "stop", Severity.PERLU_PENJELASAN: "stop", Severity.PERINGATAN: "warn"}
_KEYS = {
    Severity.SALAH: "cli.severity.salah",
    Severity.PERLU_PENJELASAN: "cli.severity.perlu-penjelasan",
    Severity.PERINGATAN: "cli.severity.peringatan",
}
_MARGIN = 40
_COMPUTED = ("capaian",)
"""The placeholders whose numbers nobody typed."""


def message(problem: Problem, language: str) -> str:
    """What is wrong, in one sentence. What was computed is written as the language does, what was typed as it is."""
    computed = {key: number(Decimal(problem.args[key]), language) for key in _COMPUTED if key in problem.args}
    return visible(text(f"masalah.{problem.code}", language, **{**problem.args, **computed}))


def remedy(problem: Problem, language: str) -> str | None:
    """How to mend it; None where the catalogue has no remedy for this code."""
    code = f"masalah.{problem.code}.saran"
    return visible(text(code, language, **problem.args)) if code in MESSAGES else None


def problem_text(problem: Problem, language: str, *, width: int = 100, paint: Paint = plain) -> str:
    """Several lines: severity, code and place; the line with its caret; message, remedy and hint."""
    head = [paint(text(_KEYS[problem.severity], language), _ROLES[problem.severity]), f"[{problem.code}]"]
    head += [paint(visible(_place(problem)), "place")] if _place(problem) else []
    lines = [" ".join(head), *_wrapped(message(problem, language), width)]
    lines += _marked(problem.source, width, paint) if problem.source and problem.source.text.strip() else []
    mend = remedy(problem, language)
    lines += _wrapped(text("cli.remedy", language, remedy=mend), width) if mend else []
    lines += _wrapped(text("cli.hint", language, hint=visible(problem.hint)), width) if problem.hint else []
    return "\n".join(lines)


def summary(problems: Sequence[Problem], language: str, *, paint: Paint = plain) -> str:
    """One line: how many stop a report and how many are printed in it."""
    stops = sum(problem.stops for problem in problems)
    warnings = len(problems) - stops
    if not problems:
        return paint(text("cli.summary.none", language), "good")
    code = "cli.summary.stops" if stops else "cli.summary.warnings"
    return paint(text(code, language, stops=str(stops), warnings=str(warnings)), "stop" if stops else "warn")


def problem_values(problem: Problem, language: str) -> dict[str, str | int | None]:
    """The JSON object of a problem; file, line and column are null where no file is at fault."""
    source = problem.source
    file = source.file if source else _place(problem) or None
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": file,
        "line": source.line if source else None,
        "column": source.column if source else None,
        "message": message(problem, language),
        "remedy": remedy(problem, language),
        "hint": problem.hint,
    }


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop first, then by file and place; each finding once."""
    unique = {(_place(p), p.code, tuple(sorted(p.args.items()))): p for p in problems}
    return tuple(sorted(unique.values(), key=_rank))


def error_text(error: KinerjaError, language: str, *, paint: Paint = plain) -> str:
    """What no edit can mend, with its remedy."""
    words = _filled(Said(error.code, error.args_), language)
    said = "\n".join(visible(line) for line in words.split("\n"))
    return paint(text("cli.error", language), "stop") + " " + said


def _filled(said: Said, language: str) -> str:
    args = {name: _filled(value, language) if isinstance(value, Said) else value for name, value in said.args.items()}
    return text(said.code, language, **args)


def _rank(problem: Problem) -> tuple[bool, str, int, int, str]:
    source = problem.source or Source(_place(problem), 0, 0)
    return (not problem.stops, source.file, source.line, source.column, problem.code)


def _place(problem: Problem) -> str:
    if problem.source:
        return str(problem.source)
    return str(problem.path[0]) if problem.path else ""


def _wrapped(sentence: str, width: int) -> list[str]:
    return textwrap.wrap(sentence, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _marked(source: Source, width: int, paint: Paint) -> list[str]:
    number = f"{source.line:>6} | "
    room = max(width - len(number), 2 * _MARGIN)
    line, at = _window(visible(source.text.replace("\t", "→")), source.column - 1, room)
    mark = line[at : at + max(source.width, 1)]
    caret = "^" * max(cells(mark), 1)
    gap = " " * (len(number) - 2) + "| " + " " * cells(line[:at])
    return [paint(number, "faint") + line, paint(gap, "faint") + paint(caret, "stop")]


def _window(line: str, at: int, room: int) -> tuple[str, int]:
    """The part of a long line around `at` that fits, and where `at` stands in it."""
    if len(line) <= room:
        return line, at
    start = max(0, min(at - _MARGIN, len(line) - room))
    shown = line[start : start + room]
    before, after = ("…" if start else ""), ("…" if start + room < len(line) else "")
    shown = before + shown[len(before) : len(shown) - len(after)] + after
    return shown, at - start
