"""What a reader would miss in a template although it can be filled in; none of it stops a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from pipeline.problems import Problem, Severity
from pipeline.template.opening import Opened
from pipeline.template.places import Story, problem, whole_file
from pipeline.word.fonts import font_uses
from pipeline.word.package import WP, W, own_text, parse

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_INDONESIAN = ("id-ID", "id", "in-ID")
"""Word writes the first, other programs the others."""
_STYLES = "word/styles.xml"

FontThere = Callable[[str], bool]
"""Whether the machine has a font, or one of equal metrics."""


def warnings(opened: Opened, font_there: FontThere) -> Iterator[Problem]:
    """All of them, in the order of the parts."""
    yield from _fonts(opened, font_there)
    yield from _default_language(opened)
    for story in opened.stories:
        yield from _pictures(story)
        yield from _languages(story)


def _fonts(opened: Opened, font_there: FontThere) -> Iterator[Problem]:
    by_name = {story.name: story for story in opened.stories}
    for font, name, run in font_uses(opened.parts, {n: s.root for n, s in by_name.items()}):
        if not font_there(font):
            where = whole_file(opened.name, name)
            if run is not None:
                where = by_name[name].place(_paragraph(run))
            yield problem("templat-huruf", where, {"huruf": font}, severity=Severity.PERINGATAN)


def _pictures(story: Story) -> Iterator[Problem]:
    for properties in story.root.iter(f"{WP}docPr"):
        holder = properties.getparent()
        shows = holder is not None and next(holder.iter(_PICTURE), None) is not None
        if shows and not (properties.get("descr") or "").strip():
            place = story.place(_paragraph(properties))
            args = {"nama": properties.get("name", "")}
            yield problem("templat-teks-alternatif", place, args, severity=Severity.PERINGATAN)


def _default_language(opened: Opened) -> Iterator[Problem]:
    if _STYLES not in opened.parts:
        return
    defaults = parse(opened.parts[_STYLES]).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    language = (defaults.get(f"{W}val") or "–") if defaults is not None else "–"
    if language not in _INDONESIAN:
        place = whole_file(opened.name, _STYLES)
        yield problem("templat-bahasa-gaya", place, {"bahasa": language}, severity=Severity.PERINGATAN)


def _languages(story: Story) -> Iterator[Problem]:
    """Each other language once a part, where it is first written in."""
    told = {*_INDONESIAN, ""}
    for language in story.root.iter(f"{W}lang"):
        value, paragraph = language.get(f"{W}val") or "", _paragraph(language)
        if value not in told and paragraph is not None and own_text(paragraph).strip():
            told.add(value)
            place = story.place(paragraph)
            yield problem("templat-bahasa", place, {"bahasa": value}, severity=Severity.PERINGATAN)


def _paragraph(element: Element) -> Element | None:
    return next(element.iterancestors(f"{W}p"), None)
