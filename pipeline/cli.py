"""Arguments → one call → text → exit code; it refuses to decide what is right and what is built."""

from __future__ import annotations

import json
import os
import re
import shlex
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__
from pipeline.messages import language_of, text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.build import Checked, Report
    from pipeline.domain.periode import Periode

Action = Callable[..., int]

_TAKE_VALUE = ("--root", "--bahasa")


def run(argv: Sequence[str], environ: Mapping[str, str] | None = None, program: str = "kinerja") -> int:
    """Run one command line and return its exit code; whatever goes wrong is said on stderr.

    `program` is what the user typed to run this, for the commands that the terminal suggests.
    """
    environ = os.environ if environ is None else environ
    wish = _wish(argv)
    terminal = Terminal.of(language_of(wish, environ), environ)
    try:
        if wish not in (None, "id", "en"):
            raise KinerjaError(ExitCode.USAGE, "cli.usage.bahasa", value=str(wish))
        tree = _program(terminal, _Caller(program, made="MAKELEVEL" in environ))
        return int(tree.main(list(argv), prog_name="kinerja", standalone_mode=False) or ExitCode.OK)
    except click.UsageError as error:
        return _usage_error(error, terminal, program)
    except KinerjaError as error:
        terminal.error(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        terminal.complain(text("cli.aborted", terminal.language))
        return ExitCode.INTERRUPTED
    except Exception as error:
        traceback.print_exc()
        terminal.complain(text("cli.fault", terminal.language, reason=type(error).__name__))
        return ExitCode.PROGRAM_FAULT


@dataclass(frozen=True, slots=True)
class _Caller:
    """How the user runs this program, so that a suggested command works as it is shown; `made`: through make."""

    program: str
    made: bool
    root: str = "."

    def check(self, periode: str) -> str:
        """The command line that checks a period."""
        if self.made and self.root == ".":
            return f"make check PERIOD={periode}"
        words = ["--root", self.root] if self.root != "." else []
        return f"{self.program} {shlex.join([*words, 'check', periode])}"


# --- the commands --------------------------------------------------------------------------------------------------


def _report(terminal: Terminal, root: Path, periode: Periode, caller: _Caller) -> int:
    from pipeline import build

    with terminal.stages() as stage:
        report = build.report(root, periode, progress=stage)
    return _show_report(terminal, report, caller)


def _check(terminal: Terminal, root: Path, periode: Periode, as_json: bool) -> int:
    from pipeline import build
    from pipeline.show.problems import problem_text, problem_values, summary

    checked = build.check(root, periode)
    problems = checked.problems
    if as_json:
        terminal.say(_json([problem_values(problem, terminal.language) for problem in problems]))
    else:
        for problem in problems:
            terminal.say(problem_text(problem, terminal.language, width=terminal.width, paint=terminal.paint) + "\n")
        _show_unfilled(terminal, checked)
        terminal.say(summary(problems, terminal.language, paint=terminal.paint))
    return ExitCode.PROBLEMS if any(problem.stops for problem in problems) else ExitCode.OK


def _measure(terminal: Terminal, root: Path, periode: Periode, as_json: bool) -> int:
    from pipeline import build
    from pipeline.show.measurement import measurement_text, measurement_values

    checked = build.check(root, periode)
    if checked.pengukuran is None or checked.stops:
        return _show_stopping(terminal, checked)
    if as_json:
        terminal.say(_json(measurement_values(checked.pengukuran, checked.places.locate)))
    else:
        width, paint = terminal.width, terminal.paint
        terminal.say(measurement_text(checked.pengukuran, terminal.language, width=width, paint=paint))
        _show_unfilled(terminal, checked, before="\n", papers=False)
    return ExitCode.OK


def _schema(terminal: Terminal, root: Path) -> int:
    from pipeline import build

    names = build.write_schemas(root)
    terminal.say(text("cli.schema.written", terminal.language, names=", ".join(names)))
    return ExitCode.OK


def _doctor(terminal: Terminal, root: Path) -> int:
    from pipeline import doctor

    return doctor.report(root, terminal)


# --- what they say -------------------------------------------------------------------------------------------------


def _show_report(terminal: Terminal, report: Report, caller: _Caller) -> int:
    if report.checked.stops:
        _show_stopping(terminal, report.checked)
        _say_untouched(terminal, report)
        return ExitCode.PROBLEMS
    if report.made:
        _show_made(terminal, report)
        _show_unfilled(terminal, report.checked)
        _show_warnings(terminal, report, caller)
    else:
        _say_untouched(terminal, report)
    for failure in report.failures:
        terminal.error(failure)
    return max((failure.exit_code for failure in report.failures), default=ExitCode.OK)


def _show_made(terminal: Terminal, report: Report) -> None:
    language, folder = terminal.language, report.folder.as_posix()
    if report.files:
        said = text("cli.report.title", language, periode=str(report.checked.periode), folder=folder)
    else:
        said = text("cli.report.unchanged", language, folder=folder)
    terminal.say(terminal.paint(said, "good"))
    for name, size in report.files.items():
        terminal.say("  " + f"{name} ({_size(size, language)})")
    for name in report.removed:
        terminal.say("  " + terminal.paint(text("cli.report.removed", language, name=name), "warn"))
    for name in report.kept:
        terminal.say("  " + terminal.paint(text("cli.report.kept", language, name=name), "warn"))
    terminal.say(text("cli.report.total", language, seconds=terminal.seconds(report.seconds)))


def _show_unfilled(terminal: Terminal, checked: Checked, *, before: str = "", papers: bool = True) -> None:
    """What is not there yet: information that changes no exit code."""
    from pipeline.show.unfilled import paper_lines, value_lines

    lines = value_lines(checked.belum, terminal.language) if checked.belum else []
    lines += paper_lines(checked.belum, terminal.language) if checked.belum and papers else []
    if lines:
        terminal.say(before + "\n".join(lines))


def _show_warnings(terminal: Terminal, report: Report, caller: _Caller) -> None:
    count = len(report.checked.problems)
    if count:
        see = caller.check(str(report.checked.periode))
        said = text("cli.report.warnings", terminal.language, count=str(count), command=see)
        terminal.say(terminal.paint(said, "warn"))


def _say_untouched(terminal: Terminal, report: Report) -> None:
    terminal.complain(text("cli.report.stopped", terminal.language, folder=report.folder.as_posix()))


def _show_stopping(terminal: Terminal, checked: Checked) -> int:
    from pipeline.show.problems import problem_text, summary

    for problem in checked.problems:
        if problem.stops:
            shown = problem_text(problem, terminal.language, width=terminal.width, paint=terminal.paint_error)
            terminal.complain(shown + "\n")
    terminal.complain(summary(checked.problems, terminal.language, paint=terminal.paint_error))
    return ExitCode.PROBLEMS


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2)


def _size(size: int, language: str) -> str:
    kilobytes = f"{max(size, 100) / 1000:,.1f} kB"
    return kilobytes.translate(str.maketrans(",.", ".,")) if language == "id" else kilobytes


# --- root and period -----------------------------------------------------------------------------------------------


def _checked_root(folder: str, *, with_data: bool) -> Path:
    root = Path(folder)
    if not root.is_dir():
        raise KinerjaError(ExitCode.USAGE, "cli.usage.root", folder=folder)
    if with_data and not (root / "data").is_dir():
        raise KinerjaError(ExitCode.USAGE, "cli.usage.data", folder=str(root.resolve()))
    return root


def _chosen_periode(root: Path, words: Sequence[str]) -> Periode:
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


# --- the command line ----------------------------------------------------------------------------------------------


class _Told:
    """Click's help in the terminal's language, for a command and for the whole program."""

    language: str
    words: tuple[tuple[str, str], ...] = ()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        command: Any = self
        command.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(command.help)
        self._section(formatter, "cli.help.arguments", list(self.words))
        commands = [(name, sub.help) for name, sub in getattr(self, "commands", {}).items()]
        self._section(formatter, "cli.help.commands", commands)
        options = [param for param in command.params if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        self._section(formatter, "cli.help.options", records)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [text("cli.help.metavar.options", self.language)]
        pieces += [text("cli.help.metavar.command", self.language)] if isinstance(self, click.Group) else []
        pieces += [f"[{word}]" for word, _ in self.words]
        formatter.write_usage(ctx.command_path, " ".join(pieces), text("cli.help.usage", self.language) + " ")

    def _section(self, formatter: click.HelpFormatter, code: str, rows: list[tuple[str, str]]) -> None:
        if rows:
            with formatter.section(text(code, self.language)):
                formatter.write_dl(rows)


class _Command(_Told, click.Command):
    pass


class _Program(_Told, click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _program(terminal: Terminal, caller: _Caller) -> click.Group:
    """The click tree in the terminal's language. What all commands share may stand before or after the command."""
    language = terminal.language

    def start(ctx: click.Context, **_: object) -> None:
        if ctx.invoked_subcommand is None:
            terminal.say(ctx.get_help())

    program = _Program(
        name="kinerja",
        help=text("cli.help.program", language),
        params=[*_shared_options(terminal), _version_option(terminal)],
        callback=click.pass_context(start),
        invoke_without_command=True,
        add_help_option=False,
    )
    program.language = language
    for command in (
        _command(terminal, "report", text("cli.help.report", language), _report, caller=caller),
        _command(terminal, "check", text("cli.help.check", language), _check, has_json=True),
        _command(terminal, "measure", text("cli.help.measure", language), _measure, has_json=True),
        _command(terminal, "doctor", text("cli.help.doctor", language), _doctor, has_periode=False),
        _command(terminal, "schema", text("cli.help.schema", language), _schema, has_periode=False),
    ):
        program.add_command(command)
    return program


def _command(
    terminal: Terminal,
    name: str,
    told: str,
    action: Action,
    *,
    has_periode: bool = True,
    has_json: bool = False,
    caller: _Caller | None = None,
) -> click.Command:
    language = terminal.language

    def call(ctx: click.Context, words: tuple[str, ...], root: str | None, as_json: bool = False, **_: object) -> int:
        _refuse_extra(words[1:] if has_periode else words)
        parent = ctx.parent.params["root"] if ctx.parent else None
        folder = root or parent or "."
        values: list[Any] = [_checked_root(folder, with_data=action is not _doctor)]
        values += [_chosen_periode(values[0], words)] if has_periode else []
        values += [as_json] if has_json else []
        values += [replace(caller, root=folder)] if caller else []
        return action(terminal, *values)

    json_option = click.Option(["--json", "as_json"], is_flag=True, help=text("cli.help.json", language))
    command = _Command(
        name=name,
        help=told,
        params=[
            click.Argument(["words"], nargs=-1),
            *([json_option] if has_json else []),
            *_shared_options(terminal),
        ],
        callback=click.pass_context(call),
        add_help_option=False,
    )
    command.language = language
    if has_periode:
        command.words = ((text("cli.help.metavar.periode", language), text("cli.help.periode", language)),)
    return command


def _shared_options(terminal: Terminal) -> list[click.Parameter]:
    language = terminal.language

    def show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            terminal.say(ctx.get_help())
            ctx.exit()

    folder = text("cli.help.metavar.folder", language)
    return [
        click.Option(["--root"], metavar=folder, help=text("cli.help.root", language)),
        click.Option(["--bahasa"], metavar="id|en", help=text("cli.help.bahasa", language)),
        click.Option(
            ["--help", "-h"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=show_help,
            help=text("cli.help.help", language),
        ),
    ]


def _version_option(terminal: Terminal) -> click.Option:
    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        if value:
            terminal.say(f"kinerja {__version__}")
            ctx.exit()

    told = text("cli.help.version", terminal.language)
    return click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=told)


def _wish(argv: Sequence[str]) -> str | None:
    """What `--bahasa` says, read before click so that its own messages already speak that language."""
    wish = None
    for at, word in enumerate(argv):
        if word == "--":
            break
        if word == "--bahasa" and at + 1 < len(argv):
            wish = argv[at + 1]
        elif word.startswith("--bahasa="):
            wish = word.partition("=")[2]
    return wish


def _refuse_extra(words: Sequence[str]) -> None:
    if words:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.extra", arguments=" ".join(words))


def _usage_error(error: click.UsageError, terminal: Terminal, program: str) -> ExitCode:
    """Say click's complaint in our words; click's own English sentence is never shown."""
    code, args = _complaint(error)
    terminal.error(KinerjaError(ExitCode.USAGE, code, **args))
    near = getattr(error, "possibilities", None)
    if near:
        terminal.complain(text("cli.hint", terminal.language, hint=", ".join(near)))
    command = " ".join([program, *(error.ctx.command_path.split()[1:] if error.ctx else [])])
    terminal.complain(text("cli.usage.try-help", terminal.language, command=command))
    return ExitCode.USAGE


def _complaint(error: click.UsageError) -> tuple[str, dict[str, str]]:
    if isinstance(error, click.NoSuchOption):
        return "cli.usage.option", {"option": error.option_name}
    if isinstance(error, click.exceptions.NoSuchCommand):
        return "cli.usage.command", {"command": error.command_name}
    if isinstance(error, click.BadOptionUsage) and error.option_name in _TAKE_VALUE:
        return "cli.usage.value", {"option": error.option_name}
    if isinstance(error, click.BadOptionUsage):
        return "cli.usage.no-value", {"option": error.option_name}
    return "cli.usage.other", {}
