"""The numbers of captions ("Tabel 3"), which Word caches in SEQ fields and a repeated row of a template would repeat.

LibreOffice counts them anew, Word only when it updates fields: so they are counted here too. It refuses to know what
the captions say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.word.package import W

_SEQ = re.compile(r"^\s*SEQ\s+(\S+)(?!.*\\[chrns])", re.IGNORECASE | re.DOTALL)


def number_captions(root: Element) -> None:
    """Write 1, 2, 3 … into the cached results of plain SEQ fields, each sequence by itself, in document order."""
    counts: dict[str, int] = {}
    for instruction, results in _fields(root):
        match = _SEQ.match(instruction)
        if match and results:
            name = match[1].lower()
            counts[name] = counts.get(name, 0) + 1
            results[0].text = str(counts[name])
            for rest in results[1:]:
                rest.text = ""


def _fields(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """Instruction and result texts of every field that holds no other, in document order."""
    instruction: str | None = None
    results: list[Element] | None = None
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}fldSimple"):
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}fldSimple":
            yield element.get(f"{W}instr", ""), list(element.iter(f"{W}t"))
        elif kind == "begin":
            instruction, results = "", None
        elif kind == "separate":
            results = []
        elif kind == "end":
            if instruction is not None and results is not None:
                yield instruction, results
            instruction, results = None, None
        elif results is not None:
            results.append(element)
        elif instruction is not None and element.tag == f"{W}instrText":
            instruction += element.text or ""
