"""Where a template is at fault (part, table, row, column, paragraph); it refuses to know how templates are filled."""

from __future__ import annotations

import difflib
import re
import traceback
from collections.abc import Collection
from dataclasses import dataclass, replace

from jinja2 import TemplateSyntaxError
from lxml.etree import _Element as Element

from pipeline.problems import ExitCode, KinerjaError, Said
from pipeline.render.complaints import complaint
from pipeline.render.package import W, own_text
from pipeline.render.values import NotTextError

_TAG = re.compile(r"\{([{%#])(.*?)(?:[%#}]\}|$)", re.DOTALL)
_XML = re.compile(r"<[^>]*>")
_UNDEFINED = re.compile(r"^'(?P<name>[^']+)' is undefined|^'?(?P<owner>.*?)'? has no attribute '(?P<attribute>[^']+)'")
_SHOWN = 90


Spot = Element | str
"""Where a tag stands: its paragraph, or its text where that is in none (a property of the document)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A template's name and the part of it, as in the package ("word/document.xml")."""

    template: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tag stands: the paragraph's text, and table, row and column (1-based) or 0."""

    text: str
    table: int = 0
    row: int = 0
    column: int = 0


def located(code: str, part: Part, spot: Spot, **args: str | Said) -> KinerjaError:
    """A fault of a template at a place."""
    args = {name: _short(value) if isinstance(value, str) else value for name, value in args.items()}
    return _fault(code, part, Place(_short(spot)) if isinstance(spot, str) else _place_of(spot), **args)


def line_of(error: Exception) -> int:
    """The 1-based line of the source Jinja fails at; 0 where it does not say."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return (frames[-1] if frames else 0) or 0


def template_error(
    part: Part, root: Element, source: str, line: int, error: Exception, names: Collection[str]
) -> KinerjaError:
    """The error to raise for a failure of Jinja in a part.

    `root` is the part as it stands in Word, `source` the text given to Jinja (a line a paragraph), `line` the one it
    fails at, `names` the fields the context has.
    """
    if isinstance(error, NotTextError):
        kind = _KINDS.get(str(error), "lain")
        return _fault("render.template.nilai", part, _place(root, source, line, ""), jenis=Said(f"{_KIND}.{kind}"))
    undefined = _UNDEFINED.search(getattr(error, "message", None) or str(error))
    name = (undefined["name"] or undefined["attribute"]) if undefined else ""
    place = _place(root, source, line, name)
    if undefined and undefined["owner"] == "None":
        return _fault("render.template.kosong", part, place, nama=name)
    if undefined:
        near = difflib.get_close_matches(name, names, n=1)
        code = "render.template.nama" if near else "render.template.nama.asing"
        return _fault(code, part, place, nama=name, saran=near[0] if near else "")
    return _fault("render.template.jalan", part, place, sebab=complaint(error))


_KIND = "render.template.nilai"
_KINDS = {"tuple": "daftar", "list": "daftar", "bool": "ya-tidak", "NoneType": "kosong"}


def leftover_error(part: Part, paragraph: Element, text: str) -> KinerjaError:
    """The error for a tag that stands in a document after rendering."""
    return _fault("render.template.sisa", part, replace(_place_of(paragraph), text=_short(text)))


def structure_error(part: Part, detail: str) -> KinerjaError:
    """The error for a part that is no Word text after rendering: a loop begun in one cell and ended in another."""
    return KinerjaError(
        ExitCode.PROBLEMS, "render.template.susunan", template=part.template, bagian=_called(part.name), sebab=detail
    )


def _fault(code: str, part: Part, place: Place, **args: str | Said) -> KinerjaError:
    where: dict[str, str | Said] = {"template": part.template, "bagian": _called(part.name)}
    if place.table:
        where |= {"tabel": str(place.table), "baris": str(place.row), "kolom": str(place.column)}
    spot = Said("render.tempat.tabel" if place.table else "render.tempat.paragraf", where)
    return KinerjaError(ExitCode.PROBLEMS, code, tempat=spot, teks=place.text, **where, **args)


def _called(part: str) -> Said:
    """A part by the name that Word's own menus have for it."""
    name = part.rpartition("/")[2]
    kinds = ("header", "footer", "footnotes", "endnotes", "core")
    kind = next((k for k in kinds if re.fullmatch(rf"{k}\d*\.xml", name)), "document")
    return Said(f"render.bagian.{kind}")


def _place(root: Element, source: str, line: int, name: str) -> Place:
    """The paragraph of the Word file whose tag stands at that line of the source."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return Place("")
    tags = _tags(lines[line - 1]) or _tags("\n".join(lines[line - 1 :]))[:1]
    wanted = next((t for t in tags if name and re.search(rf"\b{re.escape(name)}\b", t)), tags[0] if tags else None)
    before = _tags("\n".join(lines[: line - 1])).count(wanted) if wanted else 0
    found = [p for p in root.iter(f"{W}p") for tag in _tags(own_text(p)) if tag == wanted]
    if not found:
        return Place(_short(_XML.sub("", lines[line - 1])))
    return _place_of(found[min(before, len(found) - 1)])


def _tags(text: str) -> list[str]:
    """The tags in a text, as they compare: without docxtpl's prefix, without blanks, with straight quotes."""
    found = (f"{m[1]}{re.sub(r'^(p|tr|tc|r) ', '', m[2].strip('-'))}" for m in _TAG.finditer(_XML.sub("", text)))
    return [re.sub(r"\s", "", t).translate(_STRAIGHT) for t in found]


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def _place_of(paragraph: Element) -> Place:
    """The paragraph's text and, where it stands in a table, row and column of the outermost one."""
    text = _short(own_text(paragraph))
    cell = next(reversed(list(paragraph.iterancestors(f"{W}tc"))), None)
    row = next(cell.iterancestors(f"{W}tr"), None) if cell is not None else None
    table = next(row.iterancestors(f"{W}tbl"), None) if row is not None else None
    if cell is None or row is None or table is None:
        return Place(text)
    tables = [
        t for t in table.getroottree().getroot().iter(f"{W}tbl") if next(t.iterancestors(f"{W}tbl"), None) is None
    ]
    rows = [r for r in table.iter(f"{W}tr") if next(r.iterancestors(f"{W}tbl"), None) is table]
    cells = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr"), None) is row]
    return Place(text, tables.index(table) + 1, rows.index(row) + 1, cells.index(cell) + 1)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
