"""The numbers Word prints before paragraphs of a list ("BAB II", "2.1"); it refuses to know what is listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from pipeline.word.package import W

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _roman(number: int) -> str:
    """14 → "XIV"."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda n: _letter(n).lower(),
}
"""Word's name of a number format → how it writes a number (from 1)."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    legal: bool


@dataclass(slots=True)
class Counter:
    """Counts the lists of one document, paragraph after paragraph."""

    numbering: Element | None
    styles: Mapping[str, Element]
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)
    _worn: dict[str, tuple[Element, ...]] = field(default_factory=dict)
    _known: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)

    def label(self, paragraph: Element) -> str:
        """The number before this paragraph, "" where there is none; to be asked of each paragraph once, in order."""
        place = self._place(paragraph)
        if place is None:
            return ""
        num_id, level = place
        if num_id not in self._known:
            self._known[num_id] = self._levels(num_id)
        abstract, levels = self._known[num_id]
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [0] * 9)
        if (num_id, level) not in self._started and self._overrides(num_id, level):
            counts[level] = 0
        self._started.add((num_id, level))
        for upper in range(level):
            if upper in levels and not counts[upper]:
                counts[upper] = levels[upper].start
        counts[level] = counts[level] + 1 if counts[level] else levels[level].start
        for lower in range(level + 1, 9):
            restart = levels[lower].restart if lower in levels else None
            if restart is None or 0 < level + 1 <= restart:
                counts[lower] = 0
        return _PLACE.sub(lambda m: _shown(levels, counts, int(m[1]) - 1, levels[level].legal), _text(levels[level]))

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(f"{W}pPr")
        own = properties.find(f"{W}numPr") if properties is not None else None
        style = properties.find(f"{W}pStyle") if properties is not None else None
        style_id = style.get(f"{W}val", "") if style is not None else ""
        sources = [*([own] if own is not None else []), *self._numbers_of(style_id)]
        num_id = next((v for s in sources if (v := _val(s, "numId")) is not None), None)
        if num_id is None or num_id == "0":
            return None
        level = next((v for s in sources if (v := _val(s, "ilvl")) is not None), None)
        if level is None:
            level = next((str(i) for i, v in self._linked(num_id).items() if v == style_id), "0")
        return num_id, int(level)

    def _numbers_of(self, style_id: str) -> tuple[Element, ...]:
        """What a style and those it is based on say about numbers, nearest first."""
        if style_id not in self._worn:
            found = (s.find(f"{W}pPr/{W}numPr") for s in styles_of(style_id, self.styles))
            self._worn[style_id] = tuple(numbers for numbers in found if numbers is not None)
        return self._worn[style_id]

    def _linked(self, num_id: str) -> dict[int, str]:
        """Level → the paragraph style it is tied to."""
        abstract = self._abstract(num_id)
        levels = abstract.findall(f"{W}lvl") if abstract is not None else []
        return {int(lv.get(f"{W}ilvl", "0")): style for lv in levels if (style := _val(lv, "pStyle")) is not None}

    def _num(self, num_id: str) -> Element | None:
        nums = self.numbering.findall(f"{W}num") if self.numbering is not None else []
        return next((n for n in nums if n.get(f"{W}numId") == num_id), None)

    def _abstract(self, num_id: str) -> Element | None:
        num = self._num(num_id)
        wanted = _val(num, "abstractNumId") if num is not None else None
        all_ = self.numbering.findall(f"{W}abstractNum") if self.numbering is not None else []
        found = next((a for a in all_ if a.get(f"{W}abstractNumId") == wanted), None)
        link = _val(found, "numStyleLink") if found is not None else None
        if link is not None:
            return next((a for a in all_ if _val(a, "styleLink") == link), found)
        return found

    def _levels(self, num_id: str) -> tuple[str, dict[int, _Level]]:
        abstract, num = self._abstract(num_id), self._num(num_id)
        if abstract is None or num is None:
            return "", {}
        levels = {int(e.get(f"{W}ilvl", "0")): _level(e) for e in abstract.findall(f"{W}lvl")}
        for override in num.findall(f"{W}lvlOverride"):
            replaced = override.find(f"{W}lvl")
            number = int(override.get(f"{W}ilvl", "0"))
            if replaced is not None:
                levels[number] = _level(replaced)
            start = _val(override, "startOverride")
            if start is not None and number in levels:
                old = levels[number]
                levels[number] = _Level(int(start), old.format, old.text, old.restart, old.legal)
        return abstract.get(f"{W}abstractNumId", ""), levels

    def _overrides(self, num_id: str, level: int) -> bool:
        num = self._num(num_id)
        overrides = num.findall(f"{W}lvlOverride") if num is not None else []
        return any(o.get(f"{W}ilvl") == str(level) and o.find(f"{W}startOverride") is not None for o in overrides)


def _val(parent: Element, name: str) -> str | None:
    found = parent.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _level(element: Element) -> _Level:
    restart = _val(element, "lvlRestart")
    legal = element.find(f"{W}isLgl")
    return _Level(
        int(_val(element, "start") or 1),
        _val(element, "numFmt") or "decimal",
        _val(element, "lvlText") or "",
        None if restart is None else int(restart),
        legal is not None and legal.get(f"{W}val") not in ("0", "false"),
    )


def _text(level: _Level) -> str:
    return "" if level.format in ("bullet", "none") else level.text


def _shown(levels: Mapping[int, _Level], counts: list[int], index: int, legal: bool) -> str:
    if index not in levels:
        return ""
    return _FORMATS.get("decimal" if legal else levels[index].format, str)(counts[index])


def styles_of(style_id: str, styles: Mapping[str, Element]) -> Iterable[Element]:
    """A style and what it is based on, nearest first."""
    seen: set[str] = set()
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        yield styles[style_id]
        style_id = _val(styles[style_id], "basedOn") or ""
