"""Where a template is at fault (part, table, row, column, paragraph); it refuses to know how templates are filled."""

from __future__ import annotations

import difflib
import re
import traceback
from collections.abc import Collection
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError
from lxml.etree import _Element as Element

from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.package import W, text_of
from pipeline.render.values import NotTextError

_TAG = re.compile(r"\{([{%#])(.*?)(?:[%#}]\}|$)", re.DOTALL)
_XML = re.compile(r"<[^>]*>")
_UNDEFINED = re.compile(r"^'(?P<name>[^']+)' is undefined|has no attribute '(?P<attribute>[^']+)'")
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tag stands: 1-based paragraph, and table, row and column or 0; the paragraph's text."""

    paragraph: int
    table: int
    row: int
    column: int
    text: str


def template_error(
    template: str, part: str, root: Element, source: str, error: Exception, names: Collection[str]
) -> KinerjaError:
    """The error to raise for a failure of Jinja in a part.

    `root` is the part as it stands in Word, `source` the text given to Jinja (a line a paragraph), `names` the fields
    the context has.
    """
    line = _line_of(error)
    if isinstance(error, NotTextError):
        return _located("render.template.nilai", template, part, _place(root, source, line, ""), jenis=str(error))
    undefined = _UNDEFINED.search(getattr(error, "message", None) or str(error))
    name = (undefined["name"] or undefined["attribute"]) if undefined else ""
    place = _place(root, source, line, name)
    if undefined:
        near = difflib.get_close_matches(name, names, n=1)
        return _located("render.template.nama", template, part, place, nama=name, saran=near[0] if near else "–")
    return _located("render.template.tag", template, part, place, sebab=_first_line(error))


def leftover_error(template: str, part: str, paragraph: Element, text: str) -> KinerjaError:
    """The error for a tag that stands in a document after rendering."""
    place = Place(0, 0, 0, 0, _short(text))
    return _located("render.template.sisa", template, part, _in_table(paragraph, place))


def structure_error(template: str, part: str, detail: str) -> KinerjaError:
    """The error for a part that is no Word text after rendering: a loop begun in one cell and ended in another."""
    return KinerjaError(ExitCode.PROBLEMS, "render.template.susunan", template=template, bagian=part, sebab=detail)


def _located(code: str, template: str, part: str, place: Place | None, **args: str) -> KinerjaError:
    if place is None:
        place = Place(0, 0, 0, 0, "")
    kind = "tabel" if place.table else "paragraf"
    where = {"tabel": str(place.table), "baris": str(place.row), "kolom": str(place.column)} if place.table else {}
    return KinerjaError(
        ExitCode.PROBLEMS, f"{code}.{kind}", template=template, bagian=part, teks=place.text, **where, **args
    )


def _line_of(error: Exception) -> int:
    """The 1-based line of the source Jinja fails at; 0 where it does not say."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return (frames[-1] if frames else 0) or 0


def _place(root: Element, source: str, line: int, name: str) -> Place | None:
    """The paragraph of the Word file whose tag stands at that line of the source."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return None
    tags = _tags(lines[line - 1]) or _tags("\n".join(lines[line - 1 :]))[:1]
    wanted = next((t for t in tags if name and re.search(rf"\b{re.escape(name)}\b", t)), tags[0] if tags else None)
    if wanted is None:
        return None
    before = _tags("\n".join(lines[: line - 1])).count(wanted)
    found = [
        (number, paragraph)
        for number, paragraph in enumerate(root.iter(f"{W}p"), 1)
        for tag in _tags(text_of(paragraph))
        if tag == wanted
    ]
    if not found:
        found = [(n, p) for n, p in enumerate(root.iter(f"{W}p"), 1) if _is_unclosed(text_of(p))]
    if not found:
        return Place(0, 0, 0, 0, _short(_XML.sub("", lines[line - 1])))
    number, paragraph = found[min(before, len(found) - 1)]
    return _in_table(paragraph, Place(number, 0, 0, 0, _short(text_of(paragraph))))


def _is_unclosed(text: str) -> bool:
    return text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}")


def _tags(text: str) -> list[str]:
    """The tags in a text, as they compare: without docxtpl's prefix, without blanks, with straight quotes."""
    found = (f"{m[1]}{re.sub(r'^(p|tr|tc|r) ', '', m[2].strip('-'))}" for m in _TAG.finditer(_XML.sub("", text)))
    return [re.sub(r"\s", "", t).translate(_STRAIGHT) for t in found]


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def _in_table(paragraph: Element, place: Place) -> Place:
    """The place with table, row and column (of the outermost table) filled in, if there are any."""
    cells = list(paragraph.iterancestors(f"{W}tc"))
    if not cells:
        return place
    cell = cells[-1]
    row = next(cell.iterancestors(f"{W}tr"), None)
    table = next(cell.iterancestors(f"{W}tbl"), None)
    if row is None or table is None:
        return place
    outermost = (
        t for t in table.getroottree().getroot().iter(f"{W}tbl") if next(t.iterancestors(f"{W}tbl"), None) is None
    )
    number = next((n for n, t in enumerate(outermost, 1) if t is table), 1)
    rows = [r for r in table.iter(f"{W}tr") if next(r.iterancestors(f"{W}tbl"), None) is table]
    cells_of_row = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr"), None) is row]
    return Place(place.paragraph, number, rows.index(row) + 1, cells_of_row.index(cell) + 1, place.text)


def _first_line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(text).splitlines()[0]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
