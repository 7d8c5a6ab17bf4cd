"""How a problem reads on a terminal and in JSON."""

from __future__ import annotations

import pytest

from pipeline.problems import ExitCode, KinerjaError, Problem, Severity, Source
from pipeline.show.paint import cells, visible
from pipeline.show.problems import error_text, in_order, message, problem_text, problem_values, summary

PLACE = Source("data/2026/tw3/realisasi/sekretariat.yaml", 12, 5, "    batas: 0", 5)
PROBLEM = Problem("batas-mustahil", args={"batas": "0"}, source=PLACE, hint="120")


def test_a_problem_shows_severity_code_place_line_caret_message_remedy_and_hint() -> None:
    assert problem_text(PROBLEM, "id") == (
        "salah [batas-mustahil] data/2026/tw3/realisasi/sekretariat.yaml:12:5\n"
        "  batas 0 tidak mungkin\n"
        "    12 |     batas: 0\n"
        "       |     ^^^^^\n"
        "  Perbaikan: tulis persen di atas 0, misalnya 120, atau `tanpa`\n"
        "  Mungkin maksudnya: 120"
    )


def test_the_same_problem_speaks_english() -> None:
    shown = problem_text(PROBLEM, "en")

    assert shown.startswith("error [batas-mustahil]")
    assert "To mend it: write a percentage above 0" in shown
    assert "Did you mean: 120" in shown


def test_a_computed_number_is_written_as_the_language_does_and_a_typed_one_as_typed() -> None:
    outlier = Problem("capaian-pencilan", args={"kode": "1", "capaian": "1167.79"})
    typed = Problem("ribuan-atau-desimal", args={"nilai": "38.443", "ribuan": "38443", "desimal": "38.4430"})

    assert "1.167,79 %" in message(outlier, "id")
    assert "1,167.79 %" in message(outlier, "en")
    assert "38.443" in message(typed, "id")


def test_a_problem_without_a_line_names_its_file() -> None:
    problem = Problem("batas-mustahil", ("data/badan.yaml", "kebijakan"), {"batas": "0"})

    assert problem_text(problem, "id").splitlines()[0] == "salah [batas-mustahil] data/badan.yaml"
    assert problem_values(problem, "id")["file"] == "data/badan.yaml"
    assert problem_values(problem, "id")["line"] is None


def test_json_carries_code_severity_place_message_remedy_and_hint() -> None:
    assert problem_values(PROBLEM, "en") == {
        "code": "batas-mustahil",
        "severity": "salah",
        "file": "data/2026/tw3/realisasi/sekretariat.yaml",
        "line": 12,
        "column": 5,
        "message": "a cap (batas) of 0 is impossible",
        "remedy": "write a percentage above 0, such as 120, or `tanpa`",
        "hint": "120",
    }


@pytest.mark.parametrize("column", [1, 60, 199, 200])
def test_a_long_line_is_cut_around_the_marked_place(column: int) -> None:
    line = "".join(chr(ord("a") + at % 26) for at in range(200))
    shown = problem_text(Problem("batas-mustahil", args={"batas": "0"}, source=Source("a", 1, column, line)), "en")
    text, caret = shown.splitlines()[2:4]

    assert max(map(len, shown.splitlines())) <= 100
    assert text[caret.index("^")] in (line[column - 1], "…")


def test_the_caret_stands_under_wide_characters_and_tabs() -> None:
    source = Source("a", 1, 5, "\t漢字 x: 1", 1)
    text, caret = problem_text(Problem("batas-mustahil", args={"batas": "0"}, source=source), "en").splitlines()[2:4]

    assert text.endswith("| →漢字 x: 1")
    assert cells(caret[: caret.index("^")]) == cells(text[: text.index("x")])


def test_text_of_a_file_cannot_steer_the_terminal() -> None:
    source = Source("a\x1b[2J", 1, 1, "\x1b[31mkunci\x07\u202e", 1)
    shown = problem_text(Problem("batas-mustahil", args={"batas": "\x1b]0;x"}, source=source, hint="\x9b"), "id")

    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert visible("a\tb\x00") == "a b\N{REPLACEMENT CHARACTER}"


def test_the_summary_counts_what_stops_and_what_does_not() -> None:
    warning = Problem("batas-mustahil", args={"batas": "0"}, severity=Severity.PERINGATAN)
    ask = Problem("batas-mustahil", args={"batas": "0"}, severity=Severity.PERLU_PENJELASAN)

    assert summary((), "id") == "Tidak ada masalah."
    assert summary((PROBLEM, ask, warning), "en") == "Problems that stop the report: 2. Warnings: 1."
    assert summary((warning, warning), "id").startswith("Peringatan: 2.")


def test_problems_that_stop_come_first_then_by_place_and_each_once() -> None:
    def at(file: str, line: int, severity: Severity = Severity.SALAH) -> Problem:
        return Problem("batas-mustahil", args={"batas": "0"}, source=Source(file, line, 1), severity=severity)

    warning = at("a.yaml", 1, Severity.PERINGATAN)
    ordered = in_order([warning, at("b.yaml", 2), at("a.yaml", 10), at("a.yaml", 9), at("b.yaml", 2)])

    assert ordered == (at("a.yaml", 9), at("a.yaml", 10), at("b.yaml", 2), warning)


def test_an_error_that_no_edit_can_mend_carries_its_remedy() -> None:
    error = KinerjaError(ExitCode.OUTPUT_FAILED, "archive.full", folder="output/2026-tw3", reason="No space left")

    assert error_text(error, "en") == (
        "Error: There is no room to write to output/2026-tw3 (No space left). The earlier files are as they were. "
        "Free some disk space and run again."
    )
