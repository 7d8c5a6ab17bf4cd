"""Which templates an agency has, whether they are sound, and which were found to be so already.

It refuses to know what a template says and what is made from it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import siapkan
from pipeline.archive import TEMPLATES
from pipeline.documents.bagian import BAGIAN
from pipeline.documents.registry import KONTEKS
from pipeline.domain.model import DaftarDokumen
from pipeline.inputs.load import documents_list
from pipeline.near import nearest
from pipeline.packet import document_key, template_file, templates
from pipeline.problems import ExitCode, KinerjaError, Problem, Severity

# pipeline.template is imported where it is needed, so that nothing of it is loaded while nothing has changed.

FOLDER, PARTS = "templates", "bagian"


@dataclass(frozen=True, slots=True)
class Template:
    """A template to look at: its file, what messages call it, the dataclass whose fields it may use.

    A part has no such dataclass of its own here: it is found by its name. `folder` is where the parts it names are.
    """

    file: Path
    called: str
    context: type[Any] | None
    folder: Path

    @property
    def is_part(self) -> bool:
        return self.context is None


# --- which there are -------------------------------------------------------------------------------------------------


def of_agency(root: Path, daftar: DaftarDokumen) -> tuple[Template, ...]:
    """Every template that a document uses, whether it is there or not, and every part that is there."""
    folder = root / FOLDER
    parts = (file for file in sorted((folder / PARTS).glob("*.docx")) if _is_file(file))
    used = [
        Template(folder / name, f"{FOLDER}/{name}", type_, folder / PARTS) for name, type_ in templates(daftar).items()
    ]
    return (*used, *(Template(file, f"{FOLDER}/{PARTS}/{file.name}", None, folder / PARTS) for file in parts))


def unused(root: Path, daftar: DaftarDokumen) -> Iterator[Problem]:
    """A peringatan for every file among the templates that no document uses."""
    known = templates(daftar)
    for file in sorted((root / FOLDER).glob("*.docx")):
        if _is_file(file) and file.name not in known:
            yield Problem("templat-tanpa-dokumen", severity=Severity.PERINGATAN, path=(f"{FOLDER}/{file.name}",))


def named(root: Path, words: Iterable[str], document: str | None) -> tuple[Template, ...]:
    """The templates that were meant by paths, names of files or keys of documents, filled from that `document`.

    USAGE where there is no such file or document, or where no name tells whose fields a template uses.
    """
    daftar = documents_list(root)
    known = templates(daftar)
    return tuple(_named(root, find_file(root, word), known, daftar, document) for word in words)


def find_file(root: Path, word: str) -> Path:
    """The file that was meant by a path, a name in templates/ or the key of a document; USAGE where there is none."""
    folder = root / FOLDER
    is_key = "/" not in word and not word.endswith(".docx")
    places: tuple[Path, ...] = (folder, folder / PARTS) if is_key else (Path(), root, folder, folder / PARTS)
    names: tuple[str, ...] = (word, f"{word}.docx", *((template_file(documents_list(root), word),) if is_key else ()))
    for place in places:
        for name in names:
            file = place / name
            if file.is_file():
                return file
    files = (*sorted(folder.glob("*.docx")), *sorted(folder.glob(f"{PARTS}/*.docx")))
    ada = nearest_first(Path(word).stem, [file.stem for file in files if _is_file(file)])
    raise KinerjaError(ExitCode.USAGE, "cli.template.tidak-ada", berkas=word, ada=ada)


def chosen_key(daftar: DaftarDokumen, document: str) -> str:
    """The key in KONTEKS that `--as DOCUMENT` means; USAGE where it means none."""
    key = document_key(daftar, document)
    if key is None:
        ada = nearest_first(document, [Path(name).stem for name in templates(daftar)])
        raise KinerjaError(ExitCode.USAGE, "cli.usage.only", dokumen=document, ada=ada)
    return key


def nearest_first(wanted: str, names: Iterable[str]) -> str:
    """Names in one line, the one that was probably meant before all others."""
    ada = list(names)
    near = nearest(wanted, ada)
    return ", ".join(dict.fromkeys([*([near] if near else []), *ada])) or "–"


def _named(
    root: Path, file: Path, known: Mapping[str, type[Any]], daftar: DaftarDokumen, document: str | None
) -> Template:
    folder = file.parent / PARTS
    folder = folder if folder.is_dir() else root / FOLDER / PARTS
    called = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
    if document is not None:
        return Template(file, called, KONTEKS[chosen_key(daftar, document)], folder)
    if file.parent.name == PARTS:
        return Template(file, called, None, file.parent)
    if file.name not in known:
        ada = nearest_first(file.stem, [Path(name).stem for name in known])
        raise KinerjaError(ExitCode.USAGE, "cli.template.tanpa-as", berkas=called, ada=ada)
    return Template(file, called, known[file.name], folder)


def _is_file(file: Path) -> bool:
    """Word's own note of who has a file open ("~$…") is none."""
    return file.is_file() and not file.name.startswith(("~$", "."))


# --- whether they are sound ------------------------------------------------------------------------------------------


def check(root: Path, daftar: DaftarDokumen) -> tuple[Problem, ...]:
    """What is wrong with the templates of an agency; one that has not changed since it was sound is passed over."""
    memory = _Memory.of(root)
    found: dict[str, Problem] = {}
    for each in of_agency(root, daftar):
        sign = _sign(each)
        if memory.knows(each.called, sign):
            continue
        problems = look(each)
        memory.remember(each, sign if _sign(each) == sign else "", problems)  # somebody may have saved it meanwhile
        found |= {repr(problem): problem for problem in problems}  # templates that share a part say its faults once
    memory.keep(root)
    return tuple(found.values())


def look(template: Template) -> tuple[Problem, ...]:
    """Everything that is wrong with one template, remembered or not."""
    from pipeline.template.check import check, check_part
    from pipeline.template.parts import Shelf

    shown = f"{FOLDER}/{PARTS}" if template.called.startswith(f"{FOLDER}/") else template.folder.as_posix()
    shelf = Shelf(template.folder, BAGIAN, shown)
    if template.is_part:
        return check_part(shelf, template.file.stem, font_there)
    return check(template.file, template.called, template.context, shelf, font_there)


@cache
def font_there(font: str) -> bool:
    """Whether the machine has a font or one of equal metrics; yes where it cannot say, as `doctor` tells that."""
    taken = siapkan.font_taken(siapkan.run, font)
    return not taken or not {font, *siapkan.EQUAL_METRICS.get(font, ())}.isdisjoint(taken)


@dataclass
class _Memory:
    """What was sound: name → sign and fonts. A memory that cannot be read, or written, is none."""

    sound: dict[str, dict[str, Any]] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def of(cls, root: Path) -> _Memory:
        with suppress(OSError, ValueError, AttributeError, TypeError):
            known = json.loads((root / "output" / TEMPLATES).read_text(encoding="utf-8"))
            return cls({str(name): dict(entry) for name, entry in known.items()})
        return cls()

    def knows(self, name: str, sign: str) -> bool:
        entry = self.sound.get(name, {})
        fonts = entry.get("huruf")
        return bool(sign) and entry.get("sidik") == sign and isinstance(fonts, list) and all(map(font_there, fonts))

    def remember(self, template: Template, sign: str, problems: tuple[Problem, ...]) -> None:
        from pipeline.word.fonts import fonts_of

        self.changed = True
        self.sound.pop(template.called, None)
        if sign and not problems:
            self.sound[template.called] = {"sidik": sign, "huruf": sorted(fonts_of(template.file))}

    def keep(self, root: Path) -> None:
        file = root / "output" / TEMPLATES
        if self.changed and file.parent.is_dir():
            beside = file.with_name(f"{file.name}.{os.getpid()}")
            with suppress(OSError):
                beside.write_text(json.dumps(self.sound, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
                beside.replace(file)


def _sign(template: Template) -> str:
    """What a template's soundness depends on: itself, the parts beside it, and this program; "" for one not there."""
    digest = hashlib.sha256(_program())
    digest.update(f"{template.called}\n{template.context}\n".encode())
    try:
        for file in (template.file, *sorted(template.folder.glob("*.docx"))):
            digest.update(f"{file.name}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    except OSError:
        return ""
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """The digest of what judges templates and of what they may use."""
    package = Path(__file__).parent
    sources = (file for room in ("template", "word", "documents") for file in sorted((package / room).glob("*.py")))
    digest = hashlib.sha256()
    for file in (*sources, *(package / f"{name}.py" for name in ("media", "near", "siapkan", "templates"))):
        digest.update(file.read_bytes())
    for name in ("jinja2", "lxml", "docxtpl"):
        digest.update(f"{name} {version(name)}\n".encode())
    return digest.digest()
