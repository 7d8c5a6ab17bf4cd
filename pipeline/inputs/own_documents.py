"""Rows of dokumen.yaml about documents of the agency's own: their keys and templates; it refuses to open a template.

Every rule walks the rows as typed, so that it also works where other values are faulty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.domain.model import KUNCI_DOKUMEN, KUNCI_PAKET, PER_UNIT, POLA_KUNCI, DaftarDokumen
from pipeline.inputs import nodes
from pipeline.inputs.attached import Fault
from pipeline.inputs.cross import Findings
from pipeline.inputs.examine import Edit, Examined, text_at
from pipeline.inputs.nodes import Mapping, Sequence, Steps
from pipeline.near import nearest
from pipeline.problems import Problem

_NEEDED = ("templat", "langkah", "fields")
_OWN = (*_NEEDED, "sejak")
_PAGES = ("lampiran", "lembar-draf", "pindaian")
"""The pages around the documents, which have templates of their own."""
_TAKEN = (*KUNCI_DOKUMEN, *_PAGES, "laporan-pengukuran-kinerja", "urutan")
"""With the merged PDF, and the order of the parts in a manifest."""
_MARKS = ("-draf", "-pindaian", "-tte")
"""What a draft, a scan and an electronically signed page add to a name."""
_KEY = re.compile(POLA_KUNCI)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as typed; `given` are those of its own keys that have a value, `named` also those left empty."""

    steps: Steps
    key: str
    given: dict[str, str]
    named: frozenset[str]
    whole: bool

    @property
    def is_own(self) -> bool:
        return self.key not in KUNCI_DOKUMEN and bool(self.named & {*_NEEDED})


def own_documents(found: Examined, templates: Path) -> Findings:
    """Keys that are no document, or cannot be one of the agency's own, and templates that are not in `templates`."""
    if found.model is not DaftarDokumen:
        return
    rows = tuple(_rows(found))
    files = _files(templates)
    for row in rows:
        faults = _faults_of(found, row, rows, files) if row.is_own else _faults_of_others(found, row)
        for problem in faults:
            yield problem, Edit(row.steps)


def name_fault(key: str, others: Iterable[str] = (), *, per_unit: bool = False) -> Fault | None:
    """Why `key` cannot be that of a document of the agency's own; None where it can.

    `others` are the keys of its other documents that are made `per_unit`, as `key` itself is where that is said.
    """
    if not _KEY.fullmatch(key):
        return Fault("kunci-dokumen-salah", {"kunci": key[:60]}, _as_key(key))
    taken = _taken(key, (*others, PER_UNIT, "lampiran"), per_unit=per_unit)
    return Fault("kunci-dokumen-terpakai", {"kunci": key, "lain": taken}) if taken else None


def _rows(found: Examined) -> Iterator[_Row]:
    rows = nodes.find(found.tree, ("paket",))
    for index, row in enumerate(rows.items if isinstance(rows, Sequence) else ()):
        key = text_at(row, ("dokumen",))
        if isinstance(row, Mapping) and key is not None:
            given = {name: text for name in _OWN if (text := text_at(row, (name,))) is not None}
            named = frozenset({*row.entries, *row.blank})
            yield _Row(("paket", index), key, given, named, row.whole)


def _faults_of_others(found: Examined, row: _Row) -> Iterator[Problem]:
    typed = [name for name in _OWN if name in row.given]
    if row.key in KUNCI_PAKET and typed:
        args = {"dokumen": row.key, "kunci": ", ".join(typed)}
        yield found.problem("dokumen-bawaan", (*row.steps, typed[0]), **args)
    elif row.key in KUNCI_DOKUMEN and row.key not in KUNCI_PAKET:
        yield found.problem("dokumen-tersendiri", (*row.steps, "dokumen"), dokumen=row.key)
    elif row.key not in KUNCI_PAKET and row.whole:
        hint, known = nearest(row.key, KUNCI_PAKET), ", ".join(KUNCI_PAKET)
        args = {"kunci": row.key[:60], "pilihan": known, "sendiri": ", ".join(_NEEDED)}
        yield found.problem("dokumen-tidak-dikenal", (*row.steps, "dokumen"), hint=hint, **args)


def _faults_of(found: Examined, row: _Row, rows: tuple[_Row, ...], files: tuple[str, ...]) -> Iterator[Problem]:
    per_unit = [other.key for other in rows if other.is_own and _is_per_unit(other) and other.key != row.key]
    fault = name_fault(row.key, per_unit, per_unit=_is_per_unit(row))
    if fault:
        yield found.problem(fault.code, (*row.steps, "dokumen"), hint=fault.hint, **fault.args)
    for name in _NEEDED:
        if name not in row.given and name in row.named:
            yield found.problem("belum-ada-nilai", (*row.steps, name), kunci=name)
        elif name not in row.given and row.whole:
            yield found.problem("kunci-hilang", (*row.steps, name), kunci=name)
    fault = _template_fault(row, rows, files) if "templat" in row.given else None
    if fault:
        yield found.problem(fault.code, (*row.steps, "templat"), hint=fault.hint, **fault.args)


def _template_fault(row: _Row, rows: tuple[_Row, ...], files: tuple[str, ...]) -> Fault | None:
    name, fields = row.given["templat"], row.given.get("fields", "")
    if not _is_template_name(name):
        return Fault("templat-bukan-nama", {"templat": name[:60]}, _bare(name))
    if name not in files:
        return Fault("templat-tidak-ada", {"templat": name[:60]}, _nearest_template(name, files))
    used = _fields_before(row, rows)
    if used and fields in KUNCI_DOKUMEN and fields != used:
        return Fault("templat-isian-lain", {"templat": name, "fields": used}, used if used in KUNCI_DOKUMEN else None)
    return None


def _fields_before(row: _Row, rows: tuple[_Row, ...]) -> str | None:
    """Whose fields the template's file uses already: its own as a built-in one, or those an earlier row says."""
    name = row.given["templat"]
    stem = name.removesuffix(".docx")
    if stem in (*KUNCI_DOKUMEN, *_PAGES):
        return stem
    same = (other.given.get("fields") for other in rows if other.is_own and other.given.get("templat") == name)
    return next((fields for fields in same if fields in KUNCI_DOKUMEN), None)


def _taken(key: str, per_unit_keys: tuple[str, ...], *, per_unit: bool) -> str | None:
    """The name of ours that a key is or runs into; of a document made per unit `<key>-<unit>` is a name as well."""
    if key in _TAKEN:
        return key
    begun = next((other for other in per_unit_keys if key.startswith(f"{other}-")), None)
    ended = next((mark for mark in _MARKS if key.endswith(mark)), None)
    under = next((ours for ours in _TAKEN if per_unit and ours.startswith(f"{key}-")), None)
    if begun:
        return f"{begun}-…"
    return f"…{ended}" if ended else under


def _is_per_unit(row: _Row) -> bool:
    return row.given.get("fields") == PER_UNIT


def _is_template_name(name: str) -> bool:
    bare = not re.search(r"[/\\\x00-\x1f]", name) and not name.startswith((".", "~"))
    return bare and name.endswith(".docx") and name != ".docx"


def _nearest_template(name: str, files: Iterable[str]) -> str | None:
    stems = [file.removesuffix(".docx") for file in files if _is_template_name(file)]
    found = nearest(name.removesuffix(".docx"), stems)
    return f"{found}.docx" if found else None


def _bare(name: str) -> str | None:
    """The file's name alone, as a DOCX."""
    last = re.split(r"[/\\]", name)[-1]
    bare = re.sub(r"(?i)\.docx?$", "", last) + ".docx"
    return bare if _is_template_name(bare) else None


def _as_key(typed: str) -> str | None:
    """What was typed in small letters with hyphens."""
    words = re.findall("[a-z0-9]+", typed[:60].casefold())
    return "-".join(words) or None


def _files(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(path.name for path in folder.iterdir() if path.is_file()))
    except OSError:
        return ()
