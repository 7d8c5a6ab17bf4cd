"""Text that is safe and straight on a terminal: roles, not colours; cells, not characters. It refuses messages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Paint = Callable[[str, str], str]
"""(text, role) → the text, coloured where the terminal allows it. Roles: stop, warn, good, place, faint, strong."""


def plain(text: str, role: str) -> str:
    """The paint of pipes and files: none."""
    return text


def visible(text: str) -> str:
    """The text with tabs as one space and every control or format character as "\N{REPLACEMENT CHARACTER}".

    One character stays one character, so that columns hold; a YAML file cannot steer the terminal.
    """
    return "".join(" " if c == "\t" else "\N{REPLACEMENT CHARACTER}" if _steers(c) else c for c in text)


def cells(text: str) -> int:
    """How many columns the text takes on a terminal."""
    return sum(_cell(character) for character in text)


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _cell(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
