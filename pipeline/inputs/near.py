"""The nearest valid name to what was typed; it refuses to know what names there are."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant; None where none comes near. Case counts only between equals."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(name.casefold(), name)
    found = get_close_matches(typed[:100].casefold(), by_fold, n=1, cutoff=0.55)
    return by_fold[found[0]] if found else None
