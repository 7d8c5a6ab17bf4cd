"""The nearest valid name to what was typed; it refuses to know what names there are."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from itertools import takewhile

_LONGEST = 100


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant; None where none comes near. Among equals the first that begins alike."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(name.casefold(), name)
    wanted = typed[:_LONGEST].casefold()
    close = get_close_matches(wanted, by_fold, n=len(by_fold) or 1, cutoff=0.55)
    found = [name for name in by_fold if name in close]

    def nearness(name: str) -> tuple[float, int]:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(name, wanted, strict=False))
        return SequenceMatcher(None, name, wanted).ratio(), len(list(alike))

    return by_fold[max(found, key=nearness)] if found else None
