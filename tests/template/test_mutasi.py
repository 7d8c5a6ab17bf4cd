"""Every name in every tag of what is shipped, misspelt once: the check finds each at its very place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import pytest
from lxml.etree import _Element as Element

from pipeline.documents.bagian import BAGIAN
from pipeline.documents.registry import KONTEKS
from pipeline.problems import Problem
from pipeline.template.check import check_opened, check_part
from pipeline.template.marks import Mark, scan
from pipeline.template.opening import opened
from pipeline.template.parts import Shelf
from pipeline.template.places import Story
from pipeline.template.plain import Held
from pipeline.word.package import W, own_text
from tests.template.rusak import TEMPLATES, marked

SAMPLE = 12
"""Of so many names one is misspelt in the usual suite, all in the long one."""
_WORDS = re.compile(r"""'[^']*'|"[^"]*"|[|/]\s*\w+|[A-Za-z_][\w-]*(?:\.[A-Za-z_]\w*)*""")
_SILENT = (
    *("if", "elif", "else", "endif", "for", "in", "endfor", "set", "not", "and", "or", "true", "false"),
    *("sisip", "bagian", "p", "tr", "tc", "r"),
)


@dataclass(frozen=True)
class Nama:
    """A name in a tag: the part and paragraph it stands in, where in the paragraph's text, and the tag."""

    story: Story
    paragraph: Element
    name: str
    start: int
    mark: Mark

    @property
    def end(self) -> int:
        return self.start + len(self.name)

    @property
    def wrong(self) -> str:
        """The tag with the name misspelt."""
        at = self.end - self.mark.start
        return f"{self.mark.text[:at]}x{self.mark.text[at:]}"


def names_of(story: Story) -> Iterator[Nama]:
    """All names but those that a tag gives itself (the variable of a loop) or that name a part."""
    for paragraph in story.root.iter(f"{W}p"):
        for mark in scan(own_text(paragraph)):
            if isinstance(mark, Mark):
                yield from _names_in(story, paragraph, mark)


def _names_in(story: Story, paragraph: Element, mark: Mark) -> Iterator[Nama]:
    given = 1 if mark.word in ("for", "set", "sisip") else len(mark.content) if mark.word == "bagian" else 0
    for found in _WORDS.finditer(mark.text):
        word = found[0]
        if word[0] in "'\"|/" or word in _SILENT:
            continue
        if given:
            given -= 1
            continue
        yield Nama(story, paragraph, word, mark.start + found.start(), mark)


@contextmanager
def misspelt(name: Nama) -> Iterator[None]:
    """A letter more at the end of a name while the caller looks."""
    node, _, upper = list(Held(name.paragraph).pieces(name.start, name.end))[-1]
    before = node.text or ""
    node.text = f"{before[:upper]}x{before[upper:]}"
    yield
    node.text = before


@dataclass(frozen=True)
class Terbuka:
    """A shipped file that is open, and what the check says of it now."""

    key: str
    names: tuple[Nama, ...]
    found: Callable[[], tuple[Problem, ...]]


@cache
def shipped_file(key: str) -> Terbuka:
    shelf = Shelf(TEMPLATES / "bagian", BAGIAN)
    if key in BAGIAN:
        piece = shelf.piece(key)
        assert piece is not None
        story = Story(piece.file, "word/document.xml", piece.root, {})
        return Terbuka(key, tuple(names_of(story)), lambda: check_part(shelf, key, lambda huruf: True))
    template = opened(TEMPLATES / f"{key}.docx", f"{key}.docx")
    names = tuple(name for story in template.stories for name in names_of(story))
    return Terbuka(key, names, lambda: check_opened(template, KONTEKS[key], shelf))


def told(found: Problem) -> tuple[str, tuple[str, int], str, str]:
    word = found.word
    assert word is not None
    return found.code, word.anchor, word.text, marked(found)


KEYS = sorted(KONTEKS | BAGIAN)


def unfound(key: str, step: int) -> list[str]:
    """Misspelt names of which the check does not say so, at their place, or of which it says more.

    What a condition made sure of may be missing once the condition asks for something else; that is told, too.
    """
    file, missed = shipped_file(key), list[str]()
    for name in file.names[::step]:
        with misspelt(name):
            said = [told(each) for each in file.found()]
        anchor = (name.story.name, name.story.numbers[name.paragraph])
        wanted = ("templat-isian", anchor, name.wrong, f"{name.name}x")
        consequences = [each for each in said if each != wanted and each[0] != "templat-mungkin-kosong"]
        if wanted not in said or consequences:
            missed.append(f"{wanted}: {said}")
    return missed


@pytest.mark.parametrize("key", KEYS)
def test_a_misspelt_name_is_found_at_its_place(key: str) -> None:
    assert unfound(key, SAMPLE * (4 if key == "dokumen-pengukuran-kinerja" else 1)) == []


@pytest.mark.long
@pytest.mark.parametrize("key", KEYS)
def test_every_misspelt_name_is_found_at_its_place(key: str) -> None:
    assert unfound(key, 1) == []


def test_the_names_of_all_kinds_of_tags_are_misspelt() -> None:
    words = Counter(name.mark.word or name.mark.kind for key in KEYS for name in shipped_file(key).names)
    assert words["{{"] > 500
    assert min(words[word] for word in ("if", "elif", "for", "sisip")) > 3
