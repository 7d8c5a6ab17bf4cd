"""The template tags of one text: where each begins and ends, which brace lacks its partner; it refuses to know Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_HOLDER = re.compile(r"(tr|tc|p|r) ")
_LEADING, _TRAILING = re.compile(r"^[-+]"), re.compile(r"[-+]$")
_SHOWN = 60

QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛´`", "'")})
"""What Word makes of straight quotes, and those."""
BLANKS = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "\u2011": "-",
    }
)
"""Blanks of a fixed width, characters that nobody sees, and the hyphen that breaks no line; and what they stand for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A whole tag: `kind` is its opening brace, `holder` what it takes the place of ("p", "tr", "tc", "r" or "").

    `content` is what Jinja reads, `text` the tag as it stands in the text from `start`.
    """

    kind: str
    holder: str
    content: str
    text: str
    start: int = 0

    @property
    def word(self) -> str:
        """The statement's first word; "" for what is no statement."""
        return self.content.split(maxsplit=1)[0] if self.kind == "{%" and self.content else ""

    @property
    def rest(self) -> str:
        """What follows the first word."""
        return self.content[len(self.word) :].strip()

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A brace without its partner: the brace, the one that is missing, the text around it; `at` is its place there."""

    brace: str
    missing: str
    text: str
    at: int


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
            yield _mark(start[0], text[start.start() : brace.end()], start.start())
            start, end = None, brace.end()
        elif start is not None:
            yield Unpaired(start[0], _CLOSER[start[0]], *_short(text[start.start() : brace.end()]))
            start, end = (brace if brace[0] in _CLOSER else None), brace.end()
        elif brace[0] in _CLOSER:
            start = brace
        else:
            opener = next(o for o, closer in _CLOSER.items() if closer == brace[0])
            yield Unpaired(brace[0], opener, *_short(text[end : brace.end()], from_end=len(brace[0])))
            end = brace.end()
    if start is not None:
        yield Unpaired(start[0], _CLOSER[start[0]], *_short(text[start.start() :]))
    else:
        yield from _single(text)


def plain(text: str) -> str:
    """A tag as it was meant: with straight quotes, ordinary blanks and nothing unseen."""
    return text.translate(QUOTES).translate(BLANKS)


def _single(text: str) -> Iterator[Unpaired]:
    if text.endswith("{"):
        yield Unpaired("{", "}", *_short(text, from_end=1))
    if text.startswith("}") and not text.startswith("}}"):
        yield Unpaired("}", "{", *_short(text))


def _mark(kind: str, text: str, start: int) -> Mark:
    inside = plain(text[2:-2])
    holder = _HOLDER.match(inside)
    content = inside[holder.end() :] if holder else _LEADING.sub("", inside)
    content = _TRAILING.sub("", content).strip()
    return Mark(kind, holder[1] if holder else "", content, text, start)


def _short(text: str, *, from_end: int = 0) -> tuple[str, int]:
    """A text in one line and not too long, and where in it the brace stands: at its start, or so far from its end."""
    flat = " ".join(text.split())
    if len(flat) > _SHOWN:
        flat = "…" + flat[-_SHOWN:] if from_end else flat[:_SHOWN] + "…"
    return flat, len(flat) - from_end if from_end else 0
