"""Slips in one line that YAML reads as something else, and the line as it was meant; it refuses to know other lines.

A missing space after a dash or a colon and a no-break space turn keys into text: the parser then complains somewhere
below. Here the slip itself is found, and mended so that what follows is still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.inputs.nodes import Mark
from pipeline.inputs.syntax import Complaint

_NO_BREAK = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
_INDENT = re.compile(rf"^(?: |-(?= |[{_NO_BREAK}]))*[{_NO_BREAK}][ {_NO_BREAK}]*")
_AFTER_COLON = re.compile(rf"^[ -]*[\w-]+:(?P<at>[{_NO_BREAK}][ {_NO_BREAK}]*)")
_DASH = re.compile(r"^ *(?:- +)*(?P<at>-)(?=[^\W\d]\w*:(?!/))")
_COLON = re.compile(r"^ *(?:- +)*[^\W\d]\w*(?P<at>:)(?=[^\s:/])")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in a line, and the line without it.

    `silent`: it does harm also where the parser says nothing; `leading`: it stands before the text of the line.
    """

    complaint: Complaint
    line: int
    mended: str
    silent: bool = False
    leading: bool = False


def slips(lines: Iterable[str]) -> tuple[Slip, ...]:
    """The first slip of each line; `line` is 0-based."""
    found = (_slip(number, line) for number, line in enumerate(lines))
    return tuple(slip for slip in found if slip)


def mended(lines: Iterable[str], found: Iterable[Slip]) -> str:
    """The text as it was meant."""
    meant = {slip.line: slip.mended for slip in found}
    return "\n".join(meant.get(number, line) for number, line in enumerate(lines))


def _slip(number: int, line: str) -> Slip | None:
    spaced = _INDENT.sub(lambda match: re.sub(f"[{_NO_BREAK}]", " ", match[0]), line)
    spaced = _AFTER_COLON.sub(lambda match: match[0][: match.start("at")] + " " * len(match["at"]), spaced)
    at = next((at for at, (a, b) in enumerate(zip(line, spaced, strict=True)) if a != b), None)
    if at is not None and spaced.strip() and not spaced.lstrip().startswith("#"):
        complaint = Complaint("spasi-tak-putus", Mark(number + 1, at + 1), {"karakter": f"U+{ord(line[at]):04X}"})
        return Slip(complaint, number, _spaced(spaced), silent=True, leading=not line[:at].strip(" -"))
    for pattern, code in ((_DASH, "spasi-sesudah-strip"), (_COLON, "spasi-sesudah-titik-dua")):
        if match := pattern.match(line):
            meant = _spaced(line)
            return Slip(Complaint(code, Mark(number + 1, match.start("at") + 1), hint=meant.strip()), number, meant)
    return None


def _spaced(line: str) -> str:
    for pattern in (_DASH, _COLON):
        line = pattern.sub(lambda match: match[0] + " ", line)
    return line
