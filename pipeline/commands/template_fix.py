"""`kinerja template fix`: what is safe is mended inside the tags of Word templates."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.asked import Asked
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.paint import visible
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.template.fix import Change

_FOLDERS = ("templates", "templates/bagian")


def fix(terminal: Terminal, asked: Asked) -> int:
    """Every file is tried; the exit code is that of the worst."""
    files, mended, failed = _files(asked), [], []
    for file in files:
        name = file.relative_to(asked.root).as_posix() if file.is_relative_to(asked.root) else file.as_posix()
        try:
            changes = _mended(file, name)
        except KinerjaError as error:
            failed.append(error)
            terminal.error(error)
            continue
        if changes:
            mended.append(len(changes))
            _show(terminal, name, changes)
    _sum_up(terminal, len(files), mended, len(failed))
    return max((error.exit_code for error in failed), default=ExitCode.OK)


def _files(asked: Asked) -> list[Path]:
    """The files that were named, else every template and part; Word's own note of who has one open ("~$…") is none."""
    from pipeline.templates import find_file

    if asked.words:
        return [find_file(asked.root, word) for word in asked.words]
    found = (file for folder in _FOLDERS for file in sorted((asked.root / folder).glob("*.docx")))
    return [file for file in found if not file.name.startswith(("~$", "."))]


def _mended(file: Path, name: str) -> tuple[Change, ...]:
    """Mend one file; TemplateError where it cannot be opened safely, KinerjaError where it cannot be written."""
    from pipeline.archive import failure
    from pipeline.template.fix import fixed
    from pipeline.template.opening import opened

    opened(file, name)
    content, changes = fixed(file.read_bytes(), name)
    if changes:
        try:
            _write(file.resolve(), content)
        except OSError as error:
            raise failure(file.parent, error) from error
    return changes


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all; its modes stay as they are."""
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}.tmp")
    try:
        beside.write_bytes(content)
        shutil.copymode(file, beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _show(terminal: Terminal, name: str, changes: Iterable[Change]) -> None:
    from pipeline.show.problems import word_place

    terminal.say(terminal.paint(name, "strong"))
    place = ""
    for change in changes:
        if (where := word_place(change.place, terminal.language)) != place:
            place = where
            terminal.say("  " + terminal.paint(visible(where), "place"))
        if change.kind == "gabung":
            terminal.say("    " + visible(text("cli.fix.gabung", terminal.language, tanda=change.after)))
        else:
            terminal.say("    " + terminal.paint(f"- {_named(change.before)}", "stop"))
            terminal.say("    " + terminal.paint(f"+ {visible(change.after)}", "good"))
    terminal.say("")


def _named(tag: str) -> str:
    """A tag in which blanks of another width and unseen characters can be seen: {{<U+00A0>nama }}."""
    from pipeline.template.marks import BLANKS

    return visible("".join(f"<U+{ord(c):04X}>" if ord(c) in BLANKS else c for c in tag))


def _sum_up(terminal: Terminal, count: int, mended: list[int], failed: int) -> None:
    language = terminal.language
    if mended:
        said = {"banyak": str(sum(mended)), "berkas": str(len(mended)), "semua": str(count)}
        terminal.say(terminal.paint(text("cli.fix.hasil", language, **said), "good"))
    elif not failed:
        terminal.say(terminal.paint(text("cli.fix.tidak-ada", language, semua=str(count)), "good"))
    if failed:
        terminal.complain(terminal.paint_error(text("cli.fix.gagal", language, banyak=str(failed)), "stop"))
