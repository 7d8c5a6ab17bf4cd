"""`kinerja template preview`: a template tried with the sample quarter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.asked import Asked
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.opening import open_file
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.build import Convert
    from pipeline.preview import Preview


def preview(
    terminal: Terminal, asked: Asked, *, convert: Convert | None = None, show: Callable[[Path], bool] = open_file
) -> int:
    """The path of the PDF stands alone on stdout (that of the DOCX where there is no PDF), all else on stderr."""
    from pipeline import preview as previews

    if not asked.words:
        raise KinerjaError(ExitCode.USAGE, "cli.preview.berkas", command=asked.caller.line("template", "preview"))
    if asked.options["empty"] and asked.options["full"]:
        raise KinerjaError(ExitCode.USAGE, "cli.preview.ragam")
    tried = previews.find(asked.root, asked.words[0], asked.option("as_document"))
    filled = "sedikit" if asked.options["empty"] else "banyak" if asked.options["full"] else ""
    with terminal.stages() as stage:
        made = previews.preview(asked.root, tried, filled, progress=stage, convert=convert)
    return _said(terminal, made, show if asked.options["open_it"] else None)


def _said(terminal: Terminal, made: Preview, show: Callable[[Path], bool] | None) -> int:
    if made.failure:
        terminal.error(made.failure)
        terminal.complain(text("cli.preview.tanpa-pdf", terminal.language))
        terminal.say(made.docx.as_posix())
        return made.failure.exit_code
    assert made.pdf is not None  # noqa: S101  without a failure there is one
    terminal.complain(text("cli.preview.docx", terminal.language, berkas=made.docx.as_posix()))
    terminal.say(made.pdf.as_posix())
    if show and not show(made.pdf):
        terminal.complain(text("cli.preview.tanpa-pembuka", terminal.language))
    return ExitCode.OK
