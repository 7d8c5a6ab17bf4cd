"""`kinerja template check`: every mistake in Word templates, with its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.asked import Asked
from pipeline.commands.saying import as_json
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError, Problem, TemplateError
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.templates import Template


def check_templates(terminal: Terminal, asked: Asked) -> int:
    from pipeline import templates
    from pipeline.inputs.load import documents_list
    from pipeline.show.problems import in_order, problem_text, problem_values, summary

    root, document, copy = asked.root, asked.option("as_document"), asked.option("annotate")
    if document and not asked.words:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.template.as")
    if copy is not None and len(asked.words) != 1:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.template.annotate")
    found: list[Problem] = []
    if asked.words:
        chosen = templates.named(root, asked.words, document)
        found += [problem for each in chosen for problem in templates.look(each)]
        count = len(chosen)
    else:
        daftar = documents_list(root)
        found += [*templates.check(root, daftar), *templates.unused(root, daftar)]
        count = len(templates.of_agency(root, daftar))
    problems = in_order(found)
    if asked.options["as_json"]:
        terminal.say(as_json([problem_values(problem, terminal.language) for problem in problems]))
    else:
        for problem in problems:
            terminal.say(problem_text(problem, terminal.language, width=terminal.width, paint=terminal.paint) + "\n")
        terminal.say(text("cli.template.diperiksa", terminal.language, banyak=str(count)))
        if problems and not any(problem.stops for problem in problems):
            said = text("cli.template.peringatan", terminal.language, banyak=str(len(problems)))
            terminal.say(terminal.paint(said, "warn"))
        else:
            terminal.say(summary(problems, terminal.language, paint=terminal.paint))
    if copy is not None:
        _annotate(terminal, chosen[0], Path(copy), problems)
    return ExitCode.PROBLEMS if any(problem.stops for problem in problems) else ExitCode.OK


def _is_of(problem: Problem, called: str) -> bool:
    """Whether a finding stands in the template itself and not in a part that it names."""
    return problem.word is not None and problem.word.file == called


def _annotate(terminal: Terminal, source: Template, copy: Path, problems: Iterable[Problem]) -> None:
    """Write the copy with comments, of a template that could be opened safely; never over any file."""
    from pipeline.archive import failure
    from pipeline.show.problems import comment_text
    from pipeline.template.annotate import annotated
    from pipeline.template.opening import opened

    if copy.suffix != ".docx" or copy.exists():
        raise KinerjaError(ExitCode.USAGE, "cli.usage.template.salinan", berkas=copy.as_posix())
    try:
        packed = opened(source.file, source.called).packed
    except TemplateError:
        raise KinerjaError(ExitCode.PROBLEMS, "cli.template.tanpa-salinan", berkas=source.called) from None
    own = [each for each in problems if _is_of(each, source.called)]
    try:
        with copy.open("xb") as stream:
            stream.write(annotated(packed, own, lambda each: comment_text(each, terminal.language)))
    except FileExistsError:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.template.salinan", berkas=copy.as_posix()) from None
    except OSError as error:
        raise failure(copy.parent, error) from error
    terminal.complain(text("cli.template.salinan", terminal.language, berkas=copy.as_posix()))
