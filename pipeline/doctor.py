"""What this machine has and lacks for making reports, and how to get it; it refuses to install anything itself.

`look` asks the machine, `findings` judges the answers (pure), `lines` says it.
"""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import siapkan
from pipeline.bawaan import bawaan
from pipeline.messages import MESSAGES, text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.paint import Paint, plain, visible

if TYPE_CHECKING:
    from pipeline.show.terminal import Terminal

LOCK = "requirements.lock"
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?P<marker>\s*;)?", re.MULTILINE)
_FONT_PARTS: Mapping[str, siapkan.Part] = {
    "Arial": siapkan.LIBERATION,
    "Courier New": siapkan.LIBERATION,
    "Times New Roman": siapkan.LIBERATION,
    "Book Antiqua": siapkan.URW,
    "Bookman Old Style": siapkan.URW,
    "Century Gothic": siapkan.URW,
    "Calibri": siapkan.CARLITO,
}
"""Font → what brings its substitute."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the machine answered. Fonts: name in the templates → templates that use it, families fontconfig takes.

    `libraries`: name → version in the lock, version installed (None: not installed); None where there is no lock.
    `soffice_named`: what KINERJA_SOFFICE names, whether it is there or not.
    """

    python: str
    interpreter: str
    project: Path
    libraries: Mapping[str, tuple[str, str | None]] | None
    soffice: Path | None
    soffice_version: str | None
    fontconfig: bool
    fonts: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    broken: Mapping[str, str]
    readable: Mapping[str, bool]
    writable: Mapping[str, bool]
    soffice_named: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is fine or lacking: `doctor.<code>` says it, `doctor.<code>.remedy` how to mend a lack."""

    code: str
    args: Mapping[str, str] = field(default_factory=dict)
    good: bool = True
    remedy: str | None = None
    parts: tuple[siapkan.Part, ...] = ()


def report(root: Path, terminal: Terminal) -> ExitCode:
    """Looks, judges and says it; ExitCode.PROGRAM_MISSING when something lacks."""
    found = findings(look(root))
    command = siapkan.install_command(siapkan.Machine(project=root), lacking_parts(found))
    for line in lines(found, terminal.language, command=command, paint=terminal.paint):
        terminal.say(line)
    return exit_code(found)


def exit_code(found: Sequence[Finding]) -> ExitCode:
    """OK when nothing lacks."""
    return ExitCode.OK if all(finding.good for finding in found) else ExitCode.PROGRAM_MISSING


def lacking_parts(found: Sequence[Finding]) -> tuple[siapkan.Part, ...]:
    """What packages of the system would mend, each once."""
    return tuple({part.code: part for finding in found if not finding.good for part in finding.parts}.values())


# --- asking the machine --------------------------------------------------------------------------------------------


def look(root: Path, *, run: Callable[[Sequence[str]], tuple[int, str]] = siapkan.run) -> Facts:
    """Asks the machine, for a folder that holds data/, templates/ and output/."""
    from pipeline.render.soffice import find_soffice, named_soffice, soffice_version

    project = Path(__file__).resolve().parent.parent
    soffice = find_soffice()
    used, broken = _fonts_used(root / "templates")
    taken = {font: siapkan.font_taken(run, font) for font in used}
    return Facts(
        python=".".join(map(str, sys.version_info[:3])),
        interpreter=sys.executable,
        project=project,
        libraries=_libraries(bawaan() / LOCK),
        soffice=soffice,
        soffice_version=soffice_version(soffice) if soffice else None,
        fontconfig=run(["fc-match", "--version"])[0] == 0,
        fonts={font: (templates, taken[font]) for font, templates in used.items()},
        broken=broken,
        readable={name: _is_readable(root / name) for name in ("data", "templates")},
        writable={"output": _is_writable(root / "output")},
        soffice_named=named_soffice(),
    )


def _fonts_used(folder: Path) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Font → the templates that use it, in alphabetical order; template that cannot be read → why."""
    from pipeline.word.fonts import fonts_of

    used: dict[str, tuple[str, ...]] = {}
    broken: dict[str, str] = {}
    for template in sorted(folder.glob("[!~.]*.docx")):
        try:
            names = fonts_of(template)
        except (OSError, KeyError, zipfile.BadZipFile, SyntaxError, KinerjaError) as error:
            broken[template.name] = type(error).__name__
            continue
        used.update({name: (*used.get(name, ()), template.name) for name in names})
    return dict(sorted(used.items())), broken


def _libraries(lock: Path) -> dict[str, tuple[str, str | None]] | None:
    """Library → (locked, installed); one that the lock keeps for other systems counts only where it is installed."""
    if not lock.is_file():
        return None
    rows = _LOCKED.finditer(lock.read_text(encoding="utf-8"))
    found = [(row[1], row[2], _installed(row[1]), bool(row["marker"])) for row in rows]
    return {name: (locked, version) for name, locked, version, elsewhere in found if version or not elsewhere}


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _is_readable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)


def _is_writable(folder: Path) -> bool:
    """Also where it is not there yet but can be made."""
    return os.access(folder if folder.exists() else folder.parent, os.W_OK | os.X_OK)


# --- judging -------------------------------------------------------------------------------------------------------


def findings(facts: Facts) -> tuple[Finding, ...]:
    """Everything worth saying, in the order it is said."""
    return (
        Finding("python", {"version": facts.python, "path": facts.interpreter}),
        *_of_libraries(facts),
        _of_libreoffice(facts),
        *_of_fonts(facts),
        *_of_templates(facts),
        *_of_folders(facts),
    )


def _of_libraries(facts: Facts) -> tuple[Finding, ...]:
    if facts.libraries is None:
        return (Finding("lock-missing", {"lock": LOCK, "folder": str(facts.project)}, good=False),)
    wrong = tuple(
        _of_library(name, locked, installed)
        for name, (locked, installed) in facts.libraries.items()
        if locked != installed
    )
    return wrong or (Finding("libraries", {"count": str(len(facts.libraries)), "lock": LOCK}),)


def _of_library(name: str, locked: str, installed: str | None) -> Finding:
    if installed is None:
        return Finding("library-missing", {"name": name, "locked": locked}, good=False)
    return Finding("library", {"name": name, "locked": locked, "installed": installed, "lock": LOCK}, good=False)


def _of_libreoffice(facts: Facts) -> Finding:
    if facts.soffice is None and facts.soffice_named:
        return Finding("libreoffice-named", {"program": facts.soffice_named}, good=False)
    if facts.soffice is None:
        return Finding("libreoffice-missing", good=False, parts=(siapkan.LIBREOFFICE,))
    if facts.soffice_version is None:
        return Finding("libreoffice-silent", {"path": str(facts.soffice)}, good=False, parts=(siapkan.LIBREOFFICE,))
    return Finding("libreoffice", {"version": facts.soffice_version, "path": str(facts.soffice)})


def _of_fonts(facts: Facts) -> tuple[Finding, ...]:
    if not facts.fontconfig:
        names = ", ".join(facts.fonts) or "-"
        parts = (siapkan.FONTCONFIG, *_parts_of(*facts.fonts))
        return (Finding("fontconfig-missing", {"fonts": names}, good=False, parts=parts),)
    return tuple(_of_font(font, templates, taken) for font, (templates, taken) in facts.fonts.items())


def _of_font(font: str, templates: tuple[str, ...], taken: tuple[str, ...]) -> Finding:
    if font in taken:
        return Finding("font", {"font": font})
    substitutes = siapkan.EQUAL_METRICS.get(font, ())
    args = {"font": font, "taken": taken[0] if taken else "?", "templates": ", ".join(templates)}
    if set(taken) & set(substitutes):
        return Finding("font-equal", args)
    if not substitutes:
        return Finding("font-lost", args, good=False)
    args |= {"substitutes": ", ".join(substitutes)}
    return Finding("font-lost", args, good=False, remedy="font-lost.remedy.substitute", parts=_parts_of(font))


def _parts_of(*fonts: str) -> tuple[siapkan.Part, ...]:
    """What brings substitutes for these fonts; a font may have none."""
    return tuple(_FONT_PARTS[font] for font in fonts if font in _FONT_PARTS)


def _of_templates(facts: Facts) -> tuple[Finding, ...]:
    if not facts.fonts and not facts.broken:
        return (Finding("templates-missing", {"folder": "templates"}, good=False),)
    return tuple(
        Finding("template-broken", {"template": name, "reason": reason}, good=False)
        for name, reason in facts.broken.items()
    )


def _of_folders(facts: Facts) -> tuple[Finding, ...]:
    read = (Finding("readable" if ok else "unreadable", {"folder": n}, good=ok) for n, ok in facts.readable.items())
    write = (Finding("writable" if ok else "unwritable", {"folder": n}, good=ok) for n, ok in facts.writable.items())
    return (*read, *write)


# --- saying it -----------------------------------------------------------------------------------------------------


def lines(
    found: Sequence[Finding], language: str, *, command: str | None = None, paint: Paint = plain
) -> tuple[str, ...]:
    """The report as lines: a line a finding, the remedy under what lacks, and at last the one command and the sum."""
    said = [line for finding in found for line in _lines_of(finding, language, paint)]
    lacks = [finding for finding in found if not finding.good]
    if command and lacking_parts(found):
        said += ["", *text("doctor.command", language, command=command).split("\n")]
    total = text("doctor.lacks", language, count=str(len(lacks))) if lacks else text("doctor.all-good", language)
    return (*said, paint(total, "stop" if lacks else "good"))


def _lines_of(finding: Finding, language: str, paint: Paint) -> tuple[str, ...]:
    words = {good: text("doctor.good" if good else "doctor.lack", language) for good in (True, False)}
    width = max(map(len, words.values()))
    word = words[finding.good]
    mark = paint(f"[{word}]", "good" if finding.good else "stop") + " " * (width - len(word))
    line = f"{mark} {visible(text(f'doctor.{finding.code}', language, **finding.args))}"
    remedy = f"doctor.{finding.remedy or finding.code + '.remedy'}"
    if finding.good or remedy not in MESSAGES:
        return (line,)
    return (line, " " * (width + 3) + visible(text(remedy, language, **finding.args)))
