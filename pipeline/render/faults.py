"""Where filling in a template failed, in the words of its author; it refuses to know how templates are filled."""

from __future__ import annotations

import re
import traceback

from jinja2 import TemplateSyntaxError

from pipeline.problems import TemplateError, WordPlace
from pipeline.render.values import NotTextError
from pipeline.template.complaints import complaint
from pipeline.template.marks import Mark, plain, scan
from pipeline.template.places import Story, problem
from pipeline.word.package import W, own_text

_XML = re.compile(r"<[^>]*>")


def line_of(error: Exception) -> int:
    """The 1-based line of the source Jinja fails at; 0 where it does not say."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return (frames[-1] if frames else 0) or 0


def filling_error(story: Story, source: str, line: int, error: Exception) -> TemplateError:
    """The error to raise for a failure of Jinja in a part.

    `story` is the part as it stands in Word, `source` the text given to Jinja (a line a paragraph), `line` the one it
    fails at.
    """
    place = _place(story, source, line)
    if isinstance(error, NotTextError):
        return TemplateError([problem("templat-nilai", place)])
    return TemplateError([problem("templat-jalan", place, {"sebab": complaint(error)})])


def picture_error(story: Story, source: str, line: int, file: str, reason: str) -> TemplateError:
    """The error for a picture of the data that cannot be used, at the tag that asks for it."""
    place = _place(story, source, line, prints=True)
    return TemplateError([problem("gambar-rusak", place, {"berkas": file, "sebab": reason})])


def leftover_error(story: Story, text: str) -> TemplateError:
    """The error for a tag that stands in a part after rendering."""
    return TemplateError([problem("templat-sisa", story.place(None, text, 0, len(text)))])


def structure_error(story: Story, detail: str) -> TemplateError:
    """The error for a part that is no Word text after rendering."""
    return TemplateError([problem("templat-susunan", story.place(None), {"sebab": detail})])


def _place(story: Story, source: str, line: int, *, prints: bool = False) -> WordPlace:
    """Where the tag stands in the Word file that stands at that line of the source; with `prints` one that prints."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return story.place(None)
    here, below = _tags(lines[line - 1]), _tags("\n".join(lines[line - 1 :]))
    wanted = next((tag for tag in here if tag.startswith("{{") or not prints), next(iter(below), None))
    before = _tags("\n".join(lines[: line - 1])).count(wanted) if wanted else 0
    found = [
        (paragraph, mark.text)
        for paragraph in story.root.iter(f"{W}p")
        for mark in scan(own_text(paragraph))
        if isinstance(mark, Mark) and _same(mark) == wanted
    ]
    paragraph, tag = found[min(before, len(found) - 1)] if found else (None, "")
    return story.place(paragraph, tag, 0, len(tag))


def _tags(text: str) -> list[str]:
    return [_same(mark) for mark in scan(_XML.sub("", text)) if isinstance(mark, Mark)]


def _same(mark: Mark) -> str:
    """A tag as it compares: without docxtpl's prefix and without blanks."""
    return mark.kind + re.sub(r"\s", "", plain(mark.content))
