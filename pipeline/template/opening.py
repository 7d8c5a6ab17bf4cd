"""A template's file opened only where that is safe: no bomb, no entity, no macro, nothing fetched from elsewhere.

It refuses to know what the template says.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from pipeline.problems import Problem, TemplateError
from pipeline.template.places import Story, heading_levels, problem, whole_file
from pipeline.template.plain import settle
from pipeline.word.limits import TooMuchError, refuse_bomb
from pipeline.word.package import DOCUMENT, Relation, parse, relations_of, stories

_LARGEST_FILE = 50 << 20
_MOST_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", DOCUMENT)
_FOLDERS_OF_OBJECTS = ("word/embeddings/", "word/activeX/", "word/ctrlProps/")
_OBJECTS = ("oleObject", "package", "control", "aFChunk", "attachedToolbars")
_ALLOWED_OUTSIDE = ("hyperlink", "attachedTemplate")
"""What may point out of the file: links for the reader, and the note of the author's own template."""


@dataclass(frozen=True)
class Opened:
    """A template that can be read: what messages call it, and its parts."""

    name: str
    parts: Mapping[str, bytes]

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The parts that hold paragraphs, what was tracked settled."""
        return tuple(self.story(name) for name in stories(self.parts))

    @cached_property
    def levels(self) -> Mapping[str, int]:
        styles = self.parts.get("word/styles.xml")
        return heading_levels(parse(styles) if styles is not None else None)

    def story(self, name: str) -> Story:
        """One part on the way through its tags, what was tracked settled."""
        made = Story(self.name, name, parse(self.parts[name]), self.levels)
        settle(made.root)
        return made


def opened(file: Path, name: str) -> Opened:
    """The template; TemplateError with every reason why it cannot be opened safely. `name` is what messages call it."""
    try:
        parts = _parts(file, name)
    except FileNotFoundError as error:
        raise _refusal("templat-hilang", name) from error
    except OSError as error:
        raise _refusal("templat-terkunci", name, sebab=error.strerror or str(error)) from error
    except TooMuchError as error:
        raise _refusal("templat-besar", name) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        broken = file.is_file() and zipfile.is_zipfile(file)
        raise _refusal("templat-rusak" if broken else "templat-bukan-word", name, sebab=_words(error)) from error
    found = [*_unreadable(name, parts), *(_foreign(name, parts) if _whole(parts) else ())]
    if found:
        raise TemplateError(found)
    return Opened(name, parts)


def _parts(file: Path, name: str) -> dict[str, bytes]:
    """The parts of a zip that holds nothing but what a Word file holds."""
    with file.open("rb") as stream:
        start = stream.read(4)
    if start == _OLE:
        raise _refusal("templat-lama", name)
    if file.stat().st_size > _LARGEST_FILE:
        raise TooMuchError(f"more than {_LARGEST_FILE >> 20} MB")
    refuse_bomb(file)
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        odd = next((n for n in names if _is_odd(n) or names.count(n) > 1), None) if len(names) <= _MOST_PARTS else "…"
        if odd is not None:
            raise _refusal("templat-isi-zip", name, nama=odd)
        return {n: archive.read(n) for n in names if not n.endswith("/")}


def _is_odd(name: str) -> bool:
    """Whether an entry of a zip would lie outside of it."""
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name or "\\" in name


def _whole(parts: Mapping[str, bytes]) -> bool:
    return all(needed in parts for needed in _NEEDED)


def _unreadable(name: str, parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Parts that are missing, broken, or that would fetch or multiply something while they are read."""
    for needed in (n for n in _NEEDED if n not in parts):
        yield problem("templat-bagian-hilang", whole_file(name, needed), {"nama": needed})
    for part, content in parts.items():
        if not part.endswith((".xml", ".rels")):
            continue
        bare = content.replace(b"\0", b"")
        if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
            yield problem("templat-dtd", whole_file(name, part), {"nama": part})
            continue
        try:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            yield problem("templat-rusak", whole_file(name, part), {"sebab": f"{part}: {error.msg}"})


def _foreign(name: str, parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Macros, objects of other programs, and links to what stands elsewhere."""
    if b"macroEnabled" in parts["[Content_Types].xml"] or any(n.endswith("vbaProject.bin") for n in parts):
        yield problem("templat-makro", whole_file(name))
    held = [n for n in parts if n.startswith(_FOLDERS_OF_OBJECTS) and not n.endswith(".rels")]
    for part in held:
        yield problem("templat-objek", whole_file(name, part), {"nama": part.rpartition("/")[2]})
    for rels in (n for n in parts if n.endswith(".rels")):
        part = _owner(rels)
        try:
            relations = relations_of(part, parts)
        except etree.XMLSyntaxError:
            continue
        for relation in relations.values():
            yield from _foreign_relation(name, part, relation, held)


def _foreign_relation(name: str, part: str, relation: Relation, held: list[str]) -> Iterator[Problem]:
    if relation.kind in _OBJECTS and not held:
        yield problem("templat-objek", whole_file(name, part), {"nama": relation.target})
    elif relation.external and "mailMerge" in relation.kind:
        yield problem("templat-gabung-surat", whole_file(name, part), {"nama": relation.target})
    elif relation.external and relation.kind not in (*_ALLOWED_OUTSIDE, *_OBJECTS):
        target = relation.target
        yield problem("templat-tautan-luar", whole_file(name, part, target, 0, len(target)), {"tujuan": target})


def _owner(rels: str) -> str:
    folder, _, file = rels.rpartition("/")
    return f"{folder.removesuffix('_rels')}{file.removesuffix('.rels')}"


def _refusal(code: str, name: str, **args: str) -> TemplateError:
    return TemplateError([problem(code, whole_file(name), args)])


def _words(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
