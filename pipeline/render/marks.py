"""The template tags of one text: where each begins and ends, which brace lacks its partner; it refuses to know Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_HOLDER = re.compile(r"(tr|tc|p|r) ")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A whole tag: `kind` is its opening brace, `holder` what it takes the place of ("p", "tr", "tc", "r" or "").

    `content` is what Jinja reads, with straight quotes; `text` the tag as it stands there.
    """

    kind: str
    holder: str
    content: str
    text: str

    @property
    def word(self) -> str:
        """The statement's first word; "" for what is no statement."""
        return self.content.split(maxsplit=1)[0] if self.kind == "{%" and self.content else ""

    @property
    def rest(self) -> str:
        """What follows the first word."""
        return self.content[len(self.word) :].strip()


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A brace without its partner: the brace, the one that is missing, the text around it."""

    brace: str
    missing: str
    text: str


def scan(text: str) -> Iterator[Mark | Unpaired]:
    """Every tag of a text in order, and every brace whose partner does not stand in the same text.

    A single brace at the very end or start would join with one of the next or the last paragraph.
    """
    start: re.Match[str] | None = None
    end = 0
    for brace in _BRACES.finditer(text):
        if start is not None and start[0] == "{#" and brace[0] != "#}":
            continue
        if start is not None and brace[0] == _CLOSER[start[0]]:
            yield _mark(start[0], text[start.start() : brace.end()])
            start, end = None, brace.end()
        elif start is not None:
            yield Unpaired(start[0], _CLOSER[start[0]], _short(text[start.start() : brace.end()]))
            start, end = (brace if brace[0] in _CLOSER else None), brace.end()
        elif brace[0] in _CLOSER:
            start = brace
        else:
            opener = next(o for o, closer in _CLOSER.items() if closer == brace[0])
            yield Unpaired(brace[0], opener, _short(text[end : brace.end()], from_end=True))
            end = brace.end()
    if start is not None:
        yield Unpaired(start[0], _CLOSER[start[0]], _short(text[start.start() :]))
    else:
        yield from _single(text)


def _single(text: str) -> Iterator[Unpaired]:
    if text.endswith("{"):
        yield Unpaired("{", "}", _short(text, from_end=True))
    if text.startswith("}") and not text.startswith("}}"):
        yield Unpaired("}", "{", _short(text))


def _mark(kind: str, text: str) -> Mark:
    inside = text[2:-2]
    holder = _HOLDER.match(inside)
    content = inside[holder.end() :] if holder else inside
    content = content.strip().strip("-+").strip().translate(_STRAIGHT).replace("\u00a0", " ")
    return Mark(kind, holder[1] if holder else "", content, text)


def _short(text: str, *, from_end: bool = False) -> str:
    flat = " ".join(text.split())
    if len(flat) <= _SHOWN:
        return flat
    return "…" + flat[-_SHOWN:] if from_end else flat[:_SHOWN] + "…"
