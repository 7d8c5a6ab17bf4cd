"""What a template holds beside its tags that would go wrong: tags where none are filled in, fields of other programs.

It refuses to judge what a tag says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.problems import Problem, Said, Severity
from pipeline.template.opening import Opened
from pipeline.template.places import CORE, Story, problem, whole_file
from pipeline.word.fieldcodes import codes
from pipeline.word.package import W, parse, serialise, stories

_BRACES = re.compile(rb"\{\{|\{%|%7B%7B|%7B%25|&#123;&#123;", re.IGNORECASE)
_MERGE = ("MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "GREETINGLINE", "ADDRESSBLOCK")
_FETCHES = ("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD")
_ALT = ("descr", "title")
APP = "docProps/app.xml"
TITLES = ("TitlesOfParts", "HeadingPairs")
"""Here Word repeats the title of a file; rendering takes them out."""
_CHANGING = (
    *("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME", "FILENAME", "FILESIZE", "TEMPLATE"),
    *("USERNAME", "USERINITIALS", "USERADDRESS", "ASK", "FILLIN"),
)
"""Fields that print what the machine, the clock or somebody at the keyboard says."""
AUTHOR = "kinerja"
"""Who writes the comments of a copy with findings; they quote tags."""
_COMMENTS = r"word/comments.*\.xml"
_PARTS: tuple[tuple[str, str], ...] = (
    (r".*\.rels", "tautan"),
    (_COMMENTS, "komentar"),
    (r"docProps/.*", "properti"),
    (r"word/charts/.*", "grafik"),
    (r"word/diagrams/.*", "grafik"),
    (r"word/(styles|numbering|settings|webSettings|fontTable)\.xml", "setelan"),
)


def other_parts(opened: Opened) -> Iterator[Problem]:
    """Tags in parts where none is filled in, and what is left of a mail merge."""
    held = {*stories(opened.parts), CORE}
    for name, content in opened.parts.items():
        if name in held or not name.endswith((".xml", ".rels")) or not _BRACES.search(content):
            continue
        if re.fullmatch(_COMMENTS, name) or name == APP:
            content = _without_quotes(content)
        found = _BRACES.search(content)
        if not found:
            continue
        what = next((what for pattern, what in _PARTS if re.fullmatch(pattern, name)), "bagian-lain")
        start = found.start()
        text = re.sub(r"<[^>]*>", "", content[start : start + 400].decode("utf-8", "replace"))
        shown = re.split(r'["\n<]', text)[0][:80]
        place = whole_file(opened.name, name, shown, 0, len(shown))
        if what == "komentar":
            yield problem("templat-komentar", place, severity=Severity.PERINGATAN)
        else:
            yield problem("templat-tempat", place, {"tempat": Said(f"templat.tempat.{what}")})
    settings = opened.parts.get("word/settings.xml", b"")
    linked = b"mailMergeSource" in opened.parts.get("word/_rels/settings.xml.rels", b"")
    if b"mailMerge>" in settings and not linked:
        yield problem("templat-gabung-surat", whole_file(opened.name, "word/settings.xml"), {"nama": "mailMerge"})


def _without_quotes(content: bytes) -> bytes:
    """A part without what only repeats tags: our own comments, the title of the file."""
    root = parse(content)
    for element in [e for e in root if isinstance(e.tag, str)]:
        if element.get(f"{W}author") == AUTHOR or element.tag.rpartition("}")[2] in TITLES:
            root.remove(element)
    return serialise(root)


def fields(story: Story) -> Iterator[Problem]:
    """Fields that a mail merge would fill, that fetch something, or whose code holds a tag."""
    for paragraph, code in codes(story.root):
        words = code.split()
        name, rest = (words[0].upper(), words[1:]) if words else ("", [])
        place = story.place(paragraph, code.strip(), 0, len(code.strip()))
        if name in _MERGE:
            nearest = rest[0].strip('"') if rest else name
            yield problem("templat-gabung-surat", place, {"nama": nearest})
        elif name in _FETCHES:
            yield problem("templat-tautan-luar", place, {"tujuan": code.strip()})
        elif name in _CHANGING:
            yield problem("templat-bidang", place, {"nama": name})
        elif "{{" in code or "{%" in code:
            yield problem("templat-tempat", place, {"tempat": Said("templat.tempat.kode-bidang")})


def bound(node: Element) -> bool:
    """Whether a text stands in a content control whose contents Word takes from elsewhere in the file."""
    controls = node.iterancestors(f"{W}sdt")
    return any(control.find(f"{W}sdtPr/{W}dataBinding") is not None for control in controls)


def texts_apart(root: Element) -> Iterator[tuple[str, Element | None, str]]:
    """Texts with braces that are no paragraph's own: each with its paragraph, and what it is ("" for one that is filled
    in: the alternative text of a picture).
    """
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        others = [(str(element.text), _kind(element))] if element.tag not in _SEEN and _braced(element.text) else []
        attributes = element.items() if element.tag != f"{W}fldSimple" else ()
        others += [(str(v), _kind_of(element, str(k))) for k, v in attributes if _braced(v)]
        for text, what in others:
            paragraph = next((e for e in (element, *element.iterancestors()) if e.tag == f"{W}p"), None)
            yield text, paragraph, what


_SEEN = (f"{W}t", f"{W}instrText", f"{W}delText", f"{W}delInstrText")


def _kind(element: Element) -> str:
    namespace = str(element.tag).partition("}")[0]
    return "rumus" if namespace.endswith("/math") else "gambar-vektor" if namespace.endswith("/main") else "bagian-lain"


def _kind_of(element: Element, attribute: str) -> str:
    tag = str(element.tag).rpartition("}")[2]
    if attribute in _ALT and tag in ("docPr", "cNvPr"):
        return ""
    return "wordart" if tag == "textpath" else "atribut"


def _braced(text: object) -> bool:
    return any(brace in str(text or "") for brace in ("{{", "{%", "{#"))


def core_texts(opened: Opened) -> Iterator[tuple[str, str]]:
    """Element and text of every property of the file that holds a brace."""
    if CORE in opened.parts:
        for element in parse(opened.parts[CORE]):
            if isinstance(element.tag, str) and _braced(element.text):
                yield element.tag.rpartition("}")[2], str(element.text)
