"""What Word does to the text of a template while it is edited; it refuses to change what it says."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from itertools import count

from lxml.etree import _Element as Element

from pipeline.word.package import W, own_text, parse, serialise, stories
from tests.template.rusak import xml


def shattered(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every letter of a paragraph with tags in a run of its own, notes of spelling and bookmarks between them."""
    numbers, broken = count(1000), dict(parts)
    for name in stories(parts):
        root = parse(parts[name])
        for paragraph in [p for p in root.iter(f"{W}p") if "{" in own_text(p)]:
            for text in [t for t in paragraph.iter(f"{W}t") if len(t.text or "") > 1]:
                _shatter(text, numbers)
        broken[name] = serialise(root)
    return broken


def _shatter(text: Element, numbers: count[int]) -> None:
    run = text.getparent()
    assert run is not None
    letters, later = text.text or "", list(text.itersiblings())
    text.text = letters[0]
    at = run
    for letter in letters[1:]:
        at.addnext(made := _like(run, letter))
        at = made
        number = next(numbers)
        for mark in _marks(number):
            at.addprevious(xml(mark))
    for element in later:
        at.append(element)


def _like(run: Element, letter: str) -> Element:
    made = xml('<w:r><w:t xml:space="preserve"/></w:r>')
    made[0].text = letter
    looks = run.find(f"{W}rPr")
    if looks is not None:
        made.insert(0, deepcopy(looks))
    return made


def _marks(number: int) -> tuple[str, ...]:
    """Something between every third pair of letters or so."""
    if number % 3 == 0:
        return (f'<w:proofErr w:type="spell{"Start" if number % 2 else "End"}"/>',)
    if number % 7 == 0:
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="pecahan{number}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )
    return ()
