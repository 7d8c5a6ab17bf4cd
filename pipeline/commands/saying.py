"""What several commands say: what stops, what is not there yet, why nothing was recorded; it refuses to ask."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.build import Checked
    from pipeline.record import Refused


def show_refused(terminal: Terminal, refused: Refused) -> None:
    """Why nothing was recorded: every reason, or the problems of the inputs."""
    if not refused.reasons:
        show_stopping(terminal, refused.checked)
    for reason in refused.reasons:
        terminal.error(KinerjaError(ExitCode.PROBLEMS, reason.code, **reason.args))
    terminal.complain(text("cli.step.tidak-dicatat", terminal.language))


def show_unfilled(terminal: Terminal, checked: Checked, *, before: str = "", papers: bool = True) -> None:
    """What is not there yet: information that changes no exit code."""
    from pipeline.show.unfilled import paper_lines, value_lines

    lines = value_lines(checked.belum, terminal.language) if checked.belum else []
    lines += paper_lines(checked.belum, terminal.language) if checked.belum and papers else []
    if lines:
        terminal.say(before + "\n".join(lines))


def show_stopping(terminal: Terminal, checked: Checked) -> int:
    from pipeline.show.problems import problem_text, summary

    for problem in checked.all_problems:
        if problem.stops:
            shown = problem_text(problem, terminal.language, width=terminal.width, paint=terminal.paint_error)
            terminal.complain(shown + "\n")
    terminal.complain(summary(checked.all_problems, terminal.language, paint=terminal.paint_error))
    return ExitCode.PROBLEMS


def as_json(values: object) -> str:
    """A result for other programs."""
    return json.dumps(values, ensure_ascii=False, indent=2)
