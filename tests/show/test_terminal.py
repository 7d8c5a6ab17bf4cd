"""The progress line: where a person looks it moves, elsewhere it stands when a stage is over."""

from __future__ import annotations

import io
import time

import pytest

from pipeline.show.terminal import Terminal


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_each_stage_is_one_line_when_it_is_over() -> None:
    err = io.StringIO()
    with Terminal("en", io.StringIO(), err).stages() as stage:
        stage("cli.stage.check")
        stage("cli.stage.convert")
        stage("cli.stage.convert", 1, 2)
        assert err.getvalue().count("\n") == 1

    assert [line.rpartition(": ")[0] for line in err.getvalue().splitlines()] == [
        "checking the inputs and measuring",
        "converting to PDF with LibreOffice",
    ]
    assert "\r" not in err.getvalue()


def test_on_a_terminal_the_line_moves_and_tells_how_far_the_conversion_is() -> None:
    err = Screen()
    with Terminal("id", io.StringIO(), err).stages() as stage:
        stage("cli.stage.convert")
        stage("cli.stage.convert", 1, 2)
        deadline = time.monotonic() + 5
        while "LibreOffice 1/2 … " not in err.getvalue() and time.monotonic() < deadline:
            time.sleep(0.02)

    assert "mengubah ke PDF dengan LibreOffice 1/2 … 0," in err.getvalue()
    assert err.getvalue().endswith(" detik\n")


def test_a_stage_that_fails_leaves_no_line_that_says_it_is_done() -> None:
    for err in (io.StringIO(), Screen()):
        with pytest.raises(ZeroDivisionError), Terminal("en", io.StringIO(), err).stages() as stage:
            stage("cli.stage.check")
            raise ZeroDivisionError

        assert "measuring:" not in err.getvalue()
        assert err.getvalue() == "" or err.getvalue().endswith("\r\033[K")
