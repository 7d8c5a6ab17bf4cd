"""Arguments → one call → text → exit code; it refuses to decide what is right and what is built."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import click

from pipeline import __version__
from pipeline.commands.asked import Asked, Caller, checked_root
from pipeline.commands.inspect import check, doctor, measure, schema
from pipeline.commands.report import report
from pipeline.commands.sop import status, step
from pipeline.commands.start import init, new
from pipeline.commands.template_check import check_templates
from pipeline.commands.template_fields import fields
from pipeline.commands.template_fix import fix
from pipeline.commands.template_new import new_template
from pipeline.commands.template_preview import preview
from pipeline.messages import language_of, text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.terminal import Terminal

Action = Callable[..., int]
_MANY = "…"
"""After the name of a word that may be given several times."""


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
        tree = _program(terminal, Caller(program, made="MAKELEVEL" in environ))
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


def _program(terminal: Terminal, caller: Caller) -> click.Group:
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
    for row in _COMMANDS:
        program.add_command(_command(terminal, caller, *row))
        if row is _BEFORE_TEMPLATE:
            program.add_command(_template(terminal, caller))
    return program


def _template(terminal: Terminal, caller: Caller) -> click.Group:
    """`kinerja template …`: what is done with Word templates."""

    def start(ctx: click.Context, **_: object) -> None:
        if ctx.invoked_subcommand is None:
            terminal.say(ctx.get_help())

    group = _Program(
        name="template",
        help=text("cli.help.template", terminal.language),
        params=_shared_options(terminal),
        callback=click.pass_context(start),
        invoke_without_command=True,
        add_help_option=False,
    )
    group.language = terminal.language
    for row in _TEMPLATE:
        group.add_command(_command(terminal, caller, *row, of="template"))
    return group


_Row = tuple[str, Action, tuple[str, ...], tuple[str, ...]]
_PERIODE = ("periode",)
_COMMANDS: tuple[_Row, ...] = (
    ("report", report, _PERIODE, ("only", "final", "revisi")),
    ("status", status, _PERIODE, ("json",)),
    (
        "step",
        step,
        ("langkah", "periode"),
        (
            *("oleh", "mulai", "selesai", "catatan", "unit", "kode", "hasil", "bukti", "tindak-lanjut"),
            *("pindaian", "tte", "asli-basah", "arsip-nomor", "arsip-lokasi"),
        ),
    ),
    ("new", new, ("periode-baru",), ()),
    ("check", check, _PERIODE, ("json",)),
    ("measure", measure, _PERIODE, ("json",)),
    ("doctor", doctor, (), ()),
    ("schema", schema, (), ()),
    ("init", init, ("folder",), ("defaults", "contoh")),
)
"""The commands in the order of the help: name, action, words (the last may stand for many: …), options."""

_BEFORE_TEMPLATE = next(row for row in _COMMANDS if row[0] == "measure")
_TEMPLATE: tuple[_Row, ...] = (
    ("check", check_templates, (f"berkas{_MANY}",), ("as", "annotate", "json")),
    ("fix", fix, (f"berkas{_MANY}",), ()),
    ("fields", fields, ("dokumen",), ("word", "json")),
    ("preview", preview, ("berkas",), ("as", "empty", "full", "open")),
    ("new", new_template, ("nama-templat",), ("from",)),
)

_FLAGS = ("json", "final", "defaults", "contoh", "empty", "full", "open")
_RENAMED = {"json": "as_json", "as": "as_document", "from": "from_document", "open": "open_it"}
"""Options whose names Python keeps for itself, or that are clearer under another."""
_TAKE_VALUE = {"--root", "--bahasa"} | {
    f"--{name}" for *_, names in (*_COMMANDS, *_TEMPLATE) for name in names if name not in _FLAGS
}
_WITHOUT_DATA = ("doctor", "init", "template fields")


def _command(
    terminal: Terminal,
    caller: Caller,
    name: str,
    action: Action,
    words: tuple[str, ...],
    options: tuple[str, ...],
    of: str = "",
) -> click.Command:
    language, whole = terminal.language, f"{of} {name}".strip()
    many = bool(words) and words[-1].endswith(_MANY)
    words = tuple(word.removesuffix(_MANY) for word in words)

    def call(ctx: click.Context, words_: tuple[str, ...], root: str | None, **given: Any) -> int:
        _refuse_extra(() if many else words_[len(words) :])
        above = (parent.params["root"] for parent in _parents(ctx))
        folder = root or next(filter(None, above), None) or "."
        checked = checked_root(folder, with_data=whole not in _WITHOUT_DATA)
        return action(terminal, Asked(checked, words_, given, replace(caller, root=folder)))

    command = _Command(
        name=name,
        help=text(f"cli.help.{whole.replace(' ', '.')}", language),
        params=[
            click.Argument(["words_"], nargs=-1),
            *(_option(option, language) for option in options),
            *_shared_options(terminal),
        ],
        callback=click.pass_context(call),
        add_help_option=False,
    )
    command.language = language
    command.words = tuple(
        (text(f"cli.help.metavar.{word}", language), text(f"cli.help.{word}", language)) for word in words
    )
    return command


def _parents(ctx: click.Context) -> Iterator[click.Context]:
    while ctx.parent is not None:
        ctx = ctx.parent
        yield ctx


def _option(name: str, language: str) -> click.Option:
    told = text(f"cli.help.option.{name}", language)
    names = [f"--{name}", _RENAMED.get(name, name.replace("-", "_"))]
    if name in _FLAGS:
        return click.Option(names, is_flag=True, help=told)
    metavar = text(f"cli.help.value.{name}", language)
    return click.Option(names, metavar=metavar, help=told, multiple=name == "kode")


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
