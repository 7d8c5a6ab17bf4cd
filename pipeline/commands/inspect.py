"""`kinerja check`, `measure`, `schema` and `doctor`: looking at the inputs and at the machine."""

from __future__ import annotations

from pipeline.commands.asked import Asked
from pipeline.commands.saying import as_json, show_stopping, show_unfilled
from pipeline.messages import text
from pipeline.problems import ExitCode
from pipeline.show.terminal import Terminal


def check(terminal: Terminal, asked: Asked) -> int:
    from pipeline import build
    from pipeline.show.problems import problem_text, problem_values, summary

    checked = build.check_all(asked.root, asked.periode(0))
    problems = checked.all_problems
    if asked.options["as_json"]:
        terminal.say(as_json([problem_values(problem, terminal.language) for problem in problems]))
    else:
        for problem in problems:
            terminal.say(problem_text(problem, terminal.language, width=terminal.width, paint=terminal.paint) + "\n")
        show_unfilled(terminal, checked)
        terminal.say(summary(problems, terminal.language, paint=terminal.paint))
    return ExitCode.PROBLEMS if any(problem.stops for problem in problems) else ExitCode.OK


def measure(terminal: Terminal, asked: Asked) -> int:
    from pipeline import build
    from pipeline.show.measurement import measurement_text, measurement_values

    checked = build.check(asked.root, asked.periode(0))
    if checked.pengukuran is None or checked.stops:
        return show_stopping(terminal, checked)
    if asked.options["as_json"]:
        terminal.say(as_json(measurement_values(checked.pengukuran, checked.places.locate)))
    else:
        width, paint = terminal.width, terminal.paint
        terminal.say(measurement_text(checked.pengukuran, terminal.language, width=width, paint=paint))
        show_unfilled(terminal, checked, before="\n", papers=False)
    return ExitCode.OK


def schema(terminal: Terminal, asked: Asked) -> int:
    from pipeline import build

    names = build.write_schemas(asked.root)
    terminal.say(text("cli.schema.written", terminal.language, names=", ".join(names)))
    return ExitCode.OK


def doctor(terminal: Terminal, asked: Asked) -> int:
    from pipeline import doctor

    return doctor.report(asked.root, terminal)
