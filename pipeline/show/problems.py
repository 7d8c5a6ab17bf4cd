"""A problem as a person reads it (place, line, caret, remedy) or a program (JSON); it refuses to know who found it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from decimal import Decimal

from pipeline.messages import MESSAGES, text
from pipeline.problems import KinerjaError, Problem, Said, Severity, Source, TemplateError, WordPlace
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
    computed = {key: number(Decimal(str(problem.args[key])), language) for key in _COMPUTED if key in problem.args}
    return visible(_filled(Said(f"masalah.{problem.code}", {**problem.args, **computed}), language))


def remedy(problem: Problem, language: str) -> str | None:
    """How to mend it; None where the catalogue has no remedy for this code."""
    code = f"masalah.{problem.code}.saran"
    return visible(_filled(Said(code, problem.args), language)) if code in MESSAGES else None


def place(problem: Problem, language: str) -> str:
    """Where it stands: file:line:column, or the place in a Word file as a person finds it; "" where nobody knows."""
    if problem.word:
        return f"{problem.word.file}, {word_place(problem.word, language)}"
    if problem.source:
        return str(problem.source)
    return str(problem.path[0]) if problem.path else ""


def word_place(word: WordPlace, language: str) -> str:
    """ "isi dokumen, Tabel 2, baris 3, kolom 1" or "isi dokumen, di bawah “BAB I”, paragraf “Kepada Yth. …”"."""
    where = [_filled(word.part, language).rstrip()]  # a part of which there is one has no number
    where += [text("templat.tempat.judul", language, judul=word.heading)] if word.heading else []
    for table, row, column in word.cells:
        where.append(text("templat.tempat.sel", language, tabel=str(table), baris=str(row), kolom=str(column)))
    if word.paragraph and not word.cells:
        where.append(text("templat.tempat.paragraf", language, teks=word.paragraph))
    return ", ".join(where)


def problem_text(problem: Problem, language: str, *, width: int = 100, paint: Paint = plain) -> str:
    """Several lines: severity, code and place; the line with its caret; message, remedy and hint."""
    head = [paint(text(_KEYS[problem.severity], language), _ROLES[problem.severity]), f"[{problem.code}]"]
    where = visible(place(problem, language))
    head += [paint(where, "place")] if where else []
    lines = [" ".join(head), *_wrapped(message(problem, language), width)]
    lines += _marked(problem.source, width, paint) if problem.source and problem.source.text.strip() else []
    lines += _marked_tag(problem.word, width, paint) if problem.word and problem.word.width else []
    mend = remedy(problem, language)
    lines += _wrapped(text("cli.remedy", language, remedy=mend), width) if mend else []
    lines += _wrapped(text("cli.hint", language, hint=visible(problem.hint)), width) if problem.hint else []
    return "\n".join(lines)


def comment_text(problem: Problem, language: str) -> str:
    """What a comment in a copy of a template says: place, code and message, remedy, hint, a line each."""
    mend = remedy(problem, language)
    lines = [place(problem, language), f"{problem.code}: {message(problem, language)}"]
    lines += [text("cli.remedy", language, remedy=mend)] if mend else []
    lines += [text("cli.hint", language, hint=visible(problem.hint))] if problem.hint else []
    return "\n".join(lines)


def summary(problems: Sequence[Problem], language: str, *, paint: Paint = plain) -> str:
    """One line: how many stop a report and how many are printed in it."""
    stops = sum(problem.stops for problem in problems)
    warnings = len(problems) - stops
    if not problems:
        return paint(text("cli.summary.none", language), "good")
    templates = sum(problem.word is not None for problem in problems if not problem.stops)
    code = "cli.summary.stops" if stops else "cli.summary.templates" if templates else "cli.summary.warnings"
    counts = {"stops": str(stops), "warnings": str(warnings), "templates": str(templates)}
    return paint(text(code, language, **counts), "stop" if stops else "warn")


def problem_values(problem: Problem, language: str) -> dict[str, object]:
    """The JSON object of a problem; file, line and column are null where no file is at fault.

    One of a Word file has no line: `place` says where it is, `part`, `cells` ([table, row, column]), `heading` and
    `paragraph` say the same apart, `tag` is what stands there and `mark` the [start, end) that is meant in it.
    """
    source, word = problem.source, problem.word
    file = source.file if source else word.file if word else place(problem, language) or None
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": file,
        "line": source.line if source else None,
        "column": source.column if source else None,
        "message": message(problem, language),
        "remedy": remedy(problem, language),
        "hint": problem.hint,
        **(_word_values(word, language) if word else {}),
    }


def _word_values(word: WordPlace, language: str) -> dict[str, object]:
    return {
        "part": _filled(word.part, language),
        "place": word_place(word, language),
        "cells": [list(cell) for cell in word.cells],
        "heading": word.heading,
        "paragraph": word.paragraph,
        "tag": word.text,
        "mark": [word.column - 1, word.column - 1 + word.width],
    }


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop first, then by file and place; each finding once."""
    unique = {(_spot(p), p.code, str(sorted(p.args.items(), key=str))): p for p in problems}
    return tuple(sorted(unique.values(), key=_rank))


def _spot(problem: Problem) -> tuple[object, ...]:
    """What makes a place another: two paragraphs of a Word file may read alike."""
    word = problem.word
    return (word.file, word.anchor, word.text, word.column) if word else (place(problem, "id"),)


def error_text(error: KinerjaError, language: str, *, width: int = 100, paint: Paint = plain) -> str:
    """What no edit can mend, with its remedy; of templates every problem."""
    if isinstance(error, TemplateError):
        return "\n\n".join(problem_text(problem, language, width=width, paint=paint) for problem in error.problems)
    words = _filled(Said(error.code, error.args_), language)
    said = "\n".join(visible(line) for line in words.split("\n"))
    return paint(text("cli.error", language), "stop") + " " + said


def _filled(said: Said, language: str) -> str:
    args = {name: _filled(value, language) if isinstance(value, Said) else value for name, value in said.args.items()}
    return text(said.code, language, **args)


def _rank(problem: Problem) -> tuple[bool, str, int, int, str]:
    if problem.word:
        part, paragraph = problem.word.anchor
        file = f"{problem.word.file} {_PARTS_FIRST.get(part, 1)} {part}"
        return (not problem.stops, file, paragraph, problem.word.column, problem.code)
    source = problem.source or Source(place(problem, "id"), 0, 0)
    return (not problem.stops, source.file, source.line, source.column, problem.code)


_PARTS_FIRST = {"": 0, "word/document.xml": 0}


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


def _marked_tag(word: WordPlace, width: int, paint: Paint) -> list[str]:
    line, at = _window(visible(word.text), word.column - 1, max(width - 6, 2 * _MARGIN))
    caret = "^" * max(cells(line[at : at + word.width]), 1)
    return ["    | " + line, "    | " + " " * cells(line[:at]) + paint(caret, "stop")]


def _window(line: str, at: int, room: int) -> tuple[str, int]:
    """The part of a long line around `at` that fits, and where `at` stands in it."""
    if len(line) <= room:
        return line, at
    start = max(0, min(at - _MARGIN, len(line) - room))
    shown = line[start : start + room]
    before, after = ("…" if start else ""), ("…" if start + room < len(line) else "")
    shown = before + shown[len(before) : len(shown) - len(after)] + after
    return shown, at - start
