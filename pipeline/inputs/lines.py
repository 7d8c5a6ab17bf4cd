"""Lines of a YAML file that a command begins: keys, texts, comments as people set them; it knows not of what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from pipeline.inputs.rewrite import scalar

WIDTH = 120
_BESIDE = 38
"""The column in which a comment beside a value begins."""


def comment(text: str, indent: int = 0) -> list[str]:
    """A comment of one line or more, whatever the text holds."""
    margin = " " * indent + "# "
    return [margin + line for line in _wrapped(flat(text), WIDTH - len(margin))]


def entry(key: str, value: str | None = None, *, indent: int = 0, dash: bool = False, beside: str = "") -> list[str]:
    """A key with its value, or with none yet; `dash` where it begins an item of a list.

    A comment stands beside it where there is room; else above, or below a key with a dash.
    """
    margin = " " * indent + ("- " if dash else "")
    line = f"{margin}{key}:" if value is None else f"{margin}{key}: {scalar(value)}"
    if value is not None and len(line) > WIDTH and _folds(value):
        lines = [f"{margin}{key}: >-", *_block(value, len(margin) + 2)]
    else:
        lines = [line]
    return _commented(lines, beside, len(margin), below=dash)


def item(text: str, *, indent: int = 0) -> list[str]:
    """A text in a list."""
    margin = " " * indent
    line = f"{margin}- {scalar(text, in_list=True)}"
    return [f"{margin}- >-", *_block(text, indent + 2)] if len(line) > WIDTH and _folds(text) else [line]


def flow_list(key: str, texts: Iterable[str], *, indent: int = 0) -> list[str]:
    """A key with short texts in `[…]`."""
    return [f"{' ' * indent}{key}: [{', '.join(scalar(text, flow=True, in_list=True) for text in texts)}]"]


def flat(text: str) -> str:
    """A text in one line, with nothing invisible in it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _commented(lines: list[str], beside: str, indent: int, *, below: bool) -> list[str]:
    if not beside:
        return lines
    one = f"{lines[0]:<{_BESIDE - 2}}  # {flat(beside)}"
    if len(lines) == 1 and len(one) <= WIDTH:
        return [one]
    apart = comment(beside, indent)
    return [*lines, *apart] if below else [*apart, *lines]


def _folds(text: str) -> bool:
    """Whether a text reads back from a `>-` block."""
    return text == flat(text)


def _block(text: str, indent: int) -> list[str]:
    return [" " * indent + line for line in _wrapped(text, WIDTH - indent)]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
