"""What Jinja complains about, in words of the catalogue; it refuses to know where the tag stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2.exceptions import SecurityError

from pipeline.problems import Said
from pipeline.word.limits import TooMuchError

_ENDS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
}
_TOKENS = re.compile(r"expected token '(.+?)', got '(.+)'")
_SAID: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Said]], ...] = (
    (_TOKENS, lambda m: Said("templat.jinja.harap", {"harap": _token(m[1]), "ada": _token(m[2])})),
    (re.compile(r"unexpected char '(.+?)' at"), lambda m: Said("templat.jinja.huruf", {"huruf": m[1]})),
    (re.compile(r"Expected an expression"), lambda m: Said("templat.jinja.kosong")),
    (re.compile(r"unexpected '(.+)'"), lambda m: Said("templat.jinja.huruf", {"huruf": _token(m[1])})),
    (re.compile(r"can't assign to '?(.+?)'?$"), lambda m: Said("templat.jinja.nama", {"nama": m[1]})),
    (re.compile(r"division by zero|modulo by zero"), lambda m: Said("templat.jinja.bagi-nol")),
    (re.compile(r"can only concatenate|unsupported operand|not supported"), lambda m: Said("templat.jinja.jenis")),
)


def complaint(error: Exception) -> Said:
    """What is wrong with a tag; Jinja's own sentence, marked as such, where the catalogue has none."""
    if isinstance(error, MemoryError | TooMuchError | OverflowError | RecursionError):
        return Said("templat.jinja.besar")
    if isinstance(error, SecurityError):
        return Said("templat.jinja.dilarang")
    text = str(getattr(error, "message", None) or error or type(error).__name__).splitlines()[0]
    for pattern, said in _SAID:
        found = pattern.search(text)
        if found:
            return said(found)
    return Said("templat.jinja.lain", {"pesan": text})


def _token(name: str) -> str:
    return _ENDS.get(name, name)
