"""A template checked like a program, before there is any data: every mistake with its place; it mends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import make_dataclass
from pathlib import Path
from typing import Any

from lxml.etree import _Element as Element

from pipeline.problems import Problem, Said, TemplateError
from pipeline.template import contents, tags
from pipeline.template.opening import Opened, opened
from pipeline.template.parts import NOBODY, SIGNER, Piece, Shelf, refuse_nested
from pipeline.template.places import CORE, Story, problem, whole_file
from pipeline.template.walk import Judge, scope_of
from pipeline.template.warnings import FontThere, warnings
from pipeline.word.package import W, parse

MENDED = ("templat-kutip", "templat-spasi")
"""What rendering understands nevertheless."""
_PROPERTIES = ("creator", "description", "identifier", "language", "subject", "title", "category", "keywords")
"""The properties of a file that are filled in."""
_OVERWRITTEN = ("lastModifiedBy", "created", "modified", "revision")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def check(
    file: Path, name: str, context: Any, shelf: Shelf, font_there: FontThere | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with a template and with the parts that it names, in the order of the file.

    `name` is what messages call it, `context` the dataclass whose fields it may use. Warnings are looked for only where
    `font_there` says which fonts the machine has.
    """
    try:
        template = opened(file, name)
    except TemplateError as error:
        return error.problems
    return check_opened(template, context, shelf, font_there)


def check_opened(
    template: Opened, context: Any, shelf: Shelf, font_there: FontThere | None = None
) -> tuple[Problem, ...]:
    """The same of a template that is open."""
    found = list(_faults(template, context, shelf))
    found += warnings(template, font_there) if font_there else ()
    found += shelf.unreadable
    for piece in shelf.pieces():
        declared = shelf.contexts.get(piece.name)
        found += _faults_of_part(piece, (declared,) if declared else _with_signers(piece, context))
    return tuple(found)


def check_part(shelf: Shelf, name: str, font_there: FontThere) -> tuple[Problem, ...]:
    """Everything that is wrong with a part that declares what it may use."""
    piece = shelf.piece(name)
    if piece is None:
        return tuple(shelf.unreadable)
    context = shelf.contexts.get(name)
    faults = _faults_of_part(piece, (context,)) if context else piece.faults()
    return (*faults, *warnings(piece.opened, font_there))


def _faults(template: Opened, context: Any, shelf: Shelf) -> Iterator[Problem]:
    for story in template.stories:
        yield from _of_story(story, context, shelf.judge)
    for element, text in contents.core_texts(template):
        if element in _OVERWRITTEN:
            continue
        if element not in _PROPERTIES:
            place = whole_file(template.name, CORE, text, 0, len(text))
            yield problem("templat-tempat", place, {"tempat": Said("templat.tempat.properti")})
        else:
            yield from tags.walk_text(Story(template.name, CORE, parse("<none/>"), {}), text, context, shelf.judge)
    yield from contents.other_parts(template)


def _of_story(story: Story, context: Any, judge: Judge) -> Iterator[Problem]:
    apart: dict[Element, list[str]] = {}
    elsewhere: list[Problem] = []
    for text, paragraph, what in contents.texts_apart(story.root):
        if what or paragraph is None:
            place = story.place(paragraph, text, 0, len(text))
            tempat = Said(f"templat.tempat.{what or 'atribut'}")
            elsewhere.append(problem("templat-tempat", place, {"tempat": tempat}))
        else:
            apart.setdefault(paragraph, []).append(text)
    found = (*tags.walk(story, context, judge, apart), *contents.fields(story), *elsewhere)
    yield from _once(story, sorted(found, key=lambda each: each.word.anchor[1] if each.word else -1))


def _once(story: Story, found: Iterable[Problem]) -> Iterator[Problem]:
    """Word writes a text box twice, for today's programs and for old ones: what is wrong with both is told once."""
    again = {story.numbers[p] for fallback in story.root.iter(_FALLBACK) for p in fallback.iter(f"{W}p")}
    told: set[tuple[object, ...]] = set()
    for each in found:
        word = each.word
        key = (each.code, word.text, word.column, word.paragraph) if word else (each.code,)
        same = key in told or each.code == "templat-nama-dipakai"
        if not (word and word.anchor[1] in again and same):
            yield each
        told.add(key)


def _faults_of_part(piece: Piece, contexts: Iterable[Any]) -> Iterator[Problem]:
    """What is wrong with a part itself, in its own file and once, whoever it is put in for."""
    found = [*piece.faults()]
    for context in contexts:
        for draft in piece.drafts():
            found += _of_story(draft, context, refuse_nested)
    yield from {repr(each): each for each in found}.values()


def _with_signers(piece: Piece, context: Any) -> Iterator[type]:
    """The names of the template, and that of each kind of signer who is bound."""
    names = dict(scope_of(context).names)
    for signer in piece.signers:
        bound = {} if signer is NOBODY else {SIGNER: signer}
        yield make_dataclass("Names", (names | bound).items())
