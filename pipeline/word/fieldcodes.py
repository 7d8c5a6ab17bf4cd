"""Word's fields (PAGE, TOC, MERGEFIELD …): their codes and what they show; it refuses to compute any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from pipeline.word.package import W

HEADINGS = re.compile(r"^\s*TOC\b(?!.*\\[cf]\b)", re.IGNORECASE | re.DOTALL)
"""A table of contents: \\c and \\f list captions and marked entries, not headings."""
_KEPT = ("HYPERLINK",)
"""Fields whose result stays as it is when they are brought up to date."""


def codes(root: Element) -> Iterator[tuple[Element | None, str]]:
    """The code of every field, whole, with the paragraph it begins in."""
    open_: list[tuple[Element | None, list[str]]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
        paragraph = next(element.iterancestors(f"{W}p"), None)
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}fldSimple":
            yield paragraph, element.get(f"{W}instr", "")
        elif kind == "begin":
            open_.append((paragraph, []))
        elif element.tag == f"{W}instrText" and open_:
            open_[-1][1].append(element.text or "")
        elif kind in ("separate", "end") and open_:
            where, pieces = open_[-1]
            if pieces:
                yield where, "".join(pieces)
                pieces.clear()
            if kind == "end":
                open_.pop()
    yield from ((where, "".join(pieces)) for where, pieces in open_ if pieces)


def results(root: Element) -> Mapping[Element, str]:
    """Texts that Word or LibreOffice write anew when they bring a field up to date, and the field's code."""
    if next(root.iter(f"{W}fldChar", f"{W}fldSimple"), None) is None:
        return {}
    found: dict[Element, str] = {}
    open_: list[list[str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append(["", ""])
        elif kind == "separate" and open_:
            open_[-1][1] = "result"
        elif kind == "end" and open_:
            open_.pop()
        elif element.tag == f"{W}instrText" and open_ and not open_[-1][1]:
            open_[-1][0] += element.text or ""
        elif element.tag == f"{W}t":
            simple = next(element.iterancestors(f"{W}fldSimple"), None)
            codes = [code for code, result in open_ if result]
            codes += [simple.get(f"{W}instr", "")] if simple is not None else []
            code = next((c for c in codes if c.split() and c.split()[0].upper() not in _KEPT), "")
            if code:
                found[element] = code
    return found
