"""`kinerja new` and `kinerja init`: the folder of the next period, and that of a new agency."""

from __future__ import annotations

from pathlib import Path

from pipeline.commands.asked import Asked
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.terminal import Terminal


def new(terminal: Terminal, asked: Asked) -> int:
    from pipeline.inputs.starting import start
    from pipeline.show.problems import problem_text, summary

    language, periode = terminal.language, asked.new_periode(0)
    started = start(asked.root, periode)
    if started.problems:
        for problem in started.problems:
            shown = problem_text(problem, language, width=terminal.width, paint=terminal.paint_error)
            terminal.complain(shown + "\n")
        terminal.complain(summary(started.problems, language, paint=terminal.paint_error))
        terminal.complain(text("cli.new.tidak-dibuat", language, periode=str(periode)))
        return ExitCode.PROBLEMS
    said = text("cli.new.dibuat", language, periode=str(periode), banyak=str(len(started.files_written)))
    terminal.say(terminal.paint(said, "good"))
    for name in started.files_written:
        terminal.say(f"  {name}")
    for name in started.files_left:
        terminal.say("  " + terminal.paint(text("cli.new.dibiarkan", language, nama=name), "warn"))
    see = asked.caller.line("status", str(periode))
    terminal.say(text("cli.new.berikutnya", language, command=see))
    return ExitCode.OK


def init(terminal: Terminal, asked: Asked) -> int:
    from pipeline.init import Answers, ask, done_text
    from pipeline.init import init as make

    if not asked.words:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.init")
    folder = Path(asked.words[0])
    given = asked.options["defaults"] or asked.options["contoh"]
    answers = Answers() if given else ask(terminal.say, _read_line, terminal.language)
    names = make(folder, answers, sample=bool(asked.options["contoh"]))
    terminal.say(done_text(folder, names, terminal.language))
    return ExitCode.OK


def _read_line(question: str) -> str:
    """What a person types; nothing where there is nobody to type."""
    try:
        return input(question)
    except EOFError:
        return ""
