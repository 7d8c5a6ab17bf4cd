"""A template's file opened only where that is safe: no bomb, no entity, no macro, nothing fetched from elsewhere.

It refuses to know what the template says.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.problems import Problem, TemplateError
from pipeline.template.places import Story, heading_levels, problem, whole_file
from pipeline.template.plain import settle
from pipeline.word.limits import TooMuchError, refuse_bomb
from pipeline.word.package import DOCUMENT, Relation, pack, parse, relations_of, serialise, stories

_LARGEST_FILE = 50 << 20
_MOST_PARTS = 2_000
_LARGEST_XML, _MOST_ELEMENTS = 30 << 20, 600_000
"""Of all XML together; the largest shipped template has 7,000 elements."""
_OLE = b"\xd0\xcf\x11\xe0"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", DOCUMENT)
_FOLDERS_OF_OBJECTS = ("word/embeddings/", "word/activeX/", "word/ctrlProps/")
_OBJECTS = ("oleObject", "package", "control", "aFChunk", "attachedToolbars")
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMED = {
    "header": r"word/header\d*\.xml",
    "footer": r"word/footer\d*\.xml",
    "footnotes": r"word/footnotes\.xml",
    "endnotes": r"word/endnotes\.xml",
    "core-properties": r"docProps/core\.xml",
}
"""The kinds of parts that are filled in, and the only names that Word and LibreOffice give them."""
_ALLOWED_OUTSIDE = ("hyperlink", "attachedTemplate")
"""What may point out of the file: links for the reader, and the note of the author's own template."""


@dataclass(frozen=True)
class Opened:
    """A template that can be read: what messages call it, and its parts."""

    name: str
    parts: Mapping[str, bytes]

    @property
    def packed(self) -> bytes:
        """The file as it was found to be safe."""
        return pack(self.parts)

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
    found = [*_unreadable(name, parts)]
    if not found:
        parts = _without_dangling(parts)
        found = [*_other_kinds(name, parts), *_foreign(name, parts)]
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
        if sum(entry.file_size for entry in entries if _is_xml(entry.filename)) > _LARGEST_XML:
            raise TooMuchError(f"more than {_LARGEST_XML >> 20} MB of XML")
        parts = {n: archive.read(n) for n in names if not n.endswith("/")}
    if sum(content.count(b"<") for content in parts.values() if _looks_like_xml(content)) > 2 * _MOST_ELEMENTS:
        raise TooMuchError(f"more than {_MOST_ELEMENTS} elements")
    return parts


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _looks_like_xml(content: bytes) -> bool:
    """Whether a part is read as XML whatever its name is; UTF-16 has a zero in every other place."""
    return content[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<")


def _is_odd(name: str) -> bool:
    """Whether an entry of a zip would lie outside of it."""
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name or "\\" in name


def _unreadable(name: str, parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Parts that are missing, broken, or that would fetch or multiply something while they are read."""
    for needed in (n for n in _NEEDED if n not in parts):
        yield problem("templat-bagian-hilang", whole_file(name, needed), {"nama": needed})
    for part, content in parts.items():
        if not (_is_xml(part) or _looks_like_xml(content)):
            continue
        bare = content.replace(b"\0", b"")
        if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
            yield problem("templat-dtd", whole_file(name, part), {"nama": part})
            continue
        try:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            yield problem("templat-rusak", whole_file(name, part), {"sebab": f"{part}: {error.msg}"})


def _without_dangling(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without relationships to what is not there: other programs leave some, and Word passes over them."""
    made = dict(parts)
    for rels in (n for n in parts if n.endswith(".rels")):
        root = parse(parts[rels])
        folder = PurePosixPath("/", _owner(rels)).parent
        gone = [e for e in root if isinstance(e.tag, str) and _is_dangling(e, folder, parts)]
        for element in gone:
            root.remove(element)
        if gone:
            made[rels] = serialise(root)
    return made


def _is_dangling(relation: Element, folder: PurePosixPath, parts: Mapping[str, bytes]) -> bool:
    target = relation.get("Target", "")
    return relation.get("TargetMode") != "External" and _target(folder, target) not in parts


def _target(folder: PurePosixPath, target: str) -> str:
    """The part's name that a relationship means."""
    return posixpath.normpath(str(folder / target)).lstrip("/")


def _other_kinds(name: str, parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Word's files of another kind, and parts that are filled in under names of their own."""
    types = parse(parts["[Content_Types].xml"])
    main = {e.get("ContentType") for e in types if e.get("PartName") == f"/{DOCUMENT}"} or {
        e.get("ContentType") for e in types if e.get("Extension") == "xml"
    }
    if _STRICT in parts[DOCUMENT][:4000] or (main != {_MAIN} and not _has_macros(parts)):
        yield problem("templat-jenis-lain", whole_file(name))
    for part in (DOCUMENT, ""):
        folder = PurePosixPath("/", part).parent
        for relation in relations_of(part, parts).values():
            target = _target(folder, relation.target)
            if relation.kind in _NAMED and not relation.external and not re.fullmatch(_NAMED[relation.kind], target):
                yield problem("templat-isi-zip", whole_file(name, target), {"nama": target})


def _has_macros(parts: Mapping[str, bytes]) -> bool:
    return b"macroEnabled" in parts["[Content_Types].xml"] or any(n.endswith("vbaProject.bin") for n in parts)


def _foreign(name: str, parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Macros, objects of other programs, and links to what stands elsewhere."""
    if _has_macros(parts):
        yield problem("templat-makro", whole_file(name))
    held = [n for n in parts if n.startswith(_FOLDERS_OF_OBJECTS) and not n.endswith(".rels")]
    for part in held:
        yield problem("templat-objek", whole_file(name, part), {"nama": part.rpartition("/")[2]})
    for rels in (n for n in parts if n.endswith(".rels")):
        part = _owner(rels)
        for relation in relations_of(part, parts).values():
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
