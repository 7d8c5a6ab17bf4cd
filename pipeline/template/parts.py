"""Parts that several templates share, as what a template that names them has to know; it refuses to put them in.

`{%p sisip kop-surat %}` stands for all of `bagian/kop-surat.docx` beside the template, `{%p sisip tanda-tangan
pengirim %}` for a part that prints a signer, who is called `pejabat` there, `{%p sisip tanda-tangan/jabatan
pengirim %}` for one portion of it: from the paragraph `{%p bagian jabatan %}` of the part to the next such paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.near import nearest
from pipeline.problems import Problem, Said, TemplateError
from pipeline.template.expressions import Flaw, fields_of
from pipeline.template.marks import Mark, plain, scan
from pipeline.template.opening import Opened, opened
from pipeline.template.places import Story, problem
from pipeline.template.walk import Binding, Tag
from pipeline.word.numbering import styles_of
from pipeline.word.package import DOCUMENT, W, own_text, parse, relations_of, stories, unpack

FOLDER = "bagian"
SIGNER = "pejabat"
"""The name a part knows its signer by."""
NOBODY = object()
"""Among the signers of a part: it was put in without one."""
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_NAME = r"[\w-]+"
_DOTTED = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_LIKE = re.compile(r"\{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?sisip\b", re.IGNORECASE)
_TAG = re.compile(rf"\{{%p\s+sisip\s+({_NAME})(?:\s*/\s*({_NAME}))?(?:\s+({_DOTTED}))?\s*%\}}")
_MARKER = re.compile(rf"\{{%p\s+bagian\s+({_NAME})\s*%\}}")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
PLACES = ("word/document", "word/header", "word/footer")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml")
# What lies outside of a part's own paragraphs and cannot come along.
_REFUSED = {
    f"{W}footnoteReference": "catatan",
    f"{W}endnoteReference": "catatan",
    f"{W}sectPr": "seksi",
    f"{W}object": "objek",
    f"{W}control": "objek",
    f"{W}altChunk": "objek",
    f"{W}subDoc": "objek",
}


@dataclass(frozen=True, slots=True)
class Include:
    """What a tag asks for: a part, a portion of it ("" for all of it), the expression of its signer ("" for none)."""

    part: str
    portion: str = ""
    signer: str = ""

    def __str__(self) -> str:
        portion = f"/{self.portion}" if self.portion else ""
        return f"{self.part}{portion} {self.signer}".strip()


def parts_of(template: Path) -> tuple[str, ...]:
    """Names of the parts that a template (a sound one) is made from, each once."""
    package = unpack(template.read_bytes())
    roots = (parse(package[name]) for name in stories(package) if name.startswith(PLACES))
    return tuple(dict.fromkeys(include.part for root in roots for _, include in includes(root)))


def refuse_nested(_: Story, tag: Tag) -> Flaw | None:
    """The judge of tags inside a part: parts are one level deep."""
    return Flaw("sisip-bersarang") if _LIKE.match(_flat(tag.mark.text)) else None


def _flat(text: str) -> str:
    return " ".join(plain(text).split())


def includes(root: Element) -> Iterator[tuple[Element, Include]]:
    """The paragraphs that are to be replaced, in order."""
    for paragraph in root.iter(f"{W}p"):
        found = _TAG.fullmatch(_flat(own_text(paragraph)))
        if found:
            yield paragraph, Include(found[1], found[2] or "", found[3] or "")


# --- one part --------------------------------------------------------------------------------------------------------


@dataclass
class Piece:
    """A part that was opened: its name, its file, its portions, and the types of the signers it was bound to."""

    name: str
    opened: Opened
    path: Path
    signers: list[Any] = field(default_factory=list)

    @property
    def file(self) -> str:
        return self.opened.name

    @cached_property
    def story(self) -> Story:
        """The part as it stands in Word, what was tracked settled."""
        return self.opened.story(DOCUMENT)

    @property
    def root(self) -> Element:
        return self.story.root

    @property
    def _body(self) -> list[Element]:
        return list(self.root.iterfind(f"{W}body/*"))

    @cached_property
    def portions(self) -> tuple[tuple[str, list[Element]], ...]:
        """Name and blocks, in order; the name of what stands before the first marker is empty."""
        found: list[tuple[str, list[Element]]] = [("", [])]
        for block in (child for child in self._body if child.tag in _BLOCKS):
            name = _marked(block)
            if name:
                found.append((name, []))
            else:
                found[-1][1].append(block)
        return tuple(found)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.portions if name)

    def blocks(self, portion: str) -> list[Element]:
        """What is put in for a portion, or for all of the part."""
        return [block for name, blocks in self.portions if portion in ("", name) for block in blocks]

    def uses(self, portion: str) -> set[str]:
        """Every word in a tag of a portion."""
        paragraphs = [p for block in self.blocks(portion) for p in block.iter(f"{W}p")]
        described = (str(v) for p in paragraphs for e in p.iter("{*}docPr", "{*}cNvPr") for v in e.attrib.values())
        texts = (*(own_text(p) for p in paragraphs), *described)
        marks = (m for text in texts for m in scan(text) if isinstance(m, Mark))
        return {word for mark in marks for word in _IDENTIFIER.findall(mark.content)}

    def drafts(self) -> Iterator[Story]:
        """The document once for each portion, the rest silent: a portion is put in alone, so it must be sound alone.

        The rest keeps its place, so that tables are counted as the reader of the file counts them.
        """
        owner = {block: n for n, (_, blocks) in enumerate(self.portions) for block in blocks}
        for number, (_, blocks) in enumerate(self.portions):
            draft = deepcopy(self.root)
            if blocks:
                for original, block in zip(self._body, draft.iterfind(f"{W}body/*"), strict=True):
                    if owner.get(original) != number:
                        _silence(block)
                numbers = (self.story.numbers[paragraph] for paragraph in self.root.iter(f"{W}p"))
                numbered = dict(zip(draft.iter(f"{W}p"), numbers, strict=True))
                yield replace(self.story, root=draft, numbers=numbered)

    def faults(self) -> Iterator[Problem]:
        """What a part may not hold, and names that stand twice."""
        story = self.story
        told = set()
        for paragraph, kind in self._refused():
            if (paragraph, kind) not in told:
                args = {"jenis": Said(f"sisip.isi.{kind}")}
                yield problem("sisip-isi", story.place(paragraph), args)
            told.add((paragraph, kind))
        seen: set[str] = set()
        for block in self._body:
            name = _marked(block)
            if name and name in seen:
                text = own_text(block)
                yield problem("sisip-penggalan-ganda", story.place(block, text, 0, len(text)), {"penggalan": name})
            seen.add(name)

    def _refused(self) -> Iterator[tuple[Element | None, str]]:
        parts = self.opened.parts
        styles = {s.get(f"{W}styleId", ""): s for s in _styles(parts)}
        relations = relations_of(DOCUMENT, parts)
        for element in self.root.iter(etree.Element):
            kind = _REFUSED.get(str(element.tag), "")
            paragraph = next((e for e in (element, *element.iterancestors()) if e.tag == f"{W}p"), None)
            if element.tag == f"{W}p" and _is_listed(element, styles):
                kind = "daftar"
            linked = [relations.get(str(v)) for k, v in element.items() if str(k).startswith(RELATION)]
            if any(r is not None and not (r.external or r.kind == "image") for r in linked):
                kind = "objek"
            if kind and not _closes_body(element):
                yield paragraph, kind


def _styles(parts: Mapping[str, bytes]) -> Iterator[Element]:
    return parse(parts["word/styles.xml"]).iter(f"{W}style") if "word/styles.xml" in parts else iter(())


def _marked(block: Element) -> str:
    """The portion that begins at a block; "" for any other block."""
    found = _MARKER.fullmatch(_flat(own_text(block))) if block.tag == f"{W}p" else None
    return found[1] if found else ""


def _silence(block: Element) -> None:
    for element in block.iter(etree.Element):
        element.text = None
        for key, value in element.items():
            if "{" in str(value) or "}" in str(value):
                element.set(key, "")


def _is_listed(paragraph: Element, styles: Mapping[str, Element]) -> bool:
    """Whether Word counts a paragraph, by itself or by its style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    chain = styles_of(style.get(f"{W}val", ""), styles) if style is not None else ()
    for holder in (paragraph, *chain):
        number = holder.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return number.get(f"{W}val") != "0"
    return False


def _closes_body(element: Element) -> bool:
    """Whether this is, or stands in, the page setup of the whole part, which is left out."""
    setup = next((e for e in (element, *element.iterancestors()) if e.tag == f"{W}sectPr"), None)
    parent = setup.getparent() if setup is not None else None
    return parent is not None and parent.tag == f"{W}body"


# --- all parts of a template -----------------------------------------------------------------------------------------


@dataclass
class Shelf:
    """The parts beside a template: opened when they are asked for, each once.

    `shown` is what messages call the folder; `contexts` gives the dataclass of the names that a part may use; one
    without may use those of the template.
    """

    folder: Path
    contexts: Mapping[str, type]
    shown: str = FOLDER
    unreadable: list[Problem] = field(default_factory=list)
    _pieces: dict[str, Piece | None] = field(default_factory=dict)

    def names(self) -> list[str]:
        """The parts there are; Word's own note of who has a file open ("~$…") is none."""
        return sorted(file.stem for file in self.folder.glob("*.docx") if not file.name.startswith(("~$", ".")))

    def pieces(self) -> list[Piece]:
        """The parts that were asked for and could be read."""
        return [piece for piece in self._pieces.values() if piece is not None]

    def piece(self, name: str) -> Piece | None:
        """A part that is there; None, and what is wrong with it, where it cannot be read."""
        if name not in self._pieces:
            path = self.folder / f"{name}.docx"
            try:
                self._pieces[name] = Piece(name, opened(path, self.file_of(name)), path)
            except TemplateError as error:
                self._pieces[name] = None
                self.unreadable += error.problems
        return self._pieces[name]

    def file_of(self, part: str) -> str:
        """A part's file as messages call it."""
        return f"{self.shown}/{part}.docx"

    def judge(self, story: Story, tag: Tag) -> Flaw | Binding | None:
        """The judge of a template's own tags."""
        text = _flat(tag.mark.text)
        if not _LIKE.match(text):
            return None
        found = _TAG.fullmatch(text)
        if found is None:
            return Flaw("sisip-bentuk")
        if tag.paragraph is None or not story.name.startswith(PLACES):
            return Flaw("sisip-tempat")
        include = Include(found[1], found[2] or "", found[3] or "")
        return self._missing(include) or self._signer_flaw(include) or self._binding(include)

    def _missing(self, include: Include) -> Flaw | None:
        file = self.file_of(include.part)
        if include.part not in self.names():
            return _unknown("sisip-tidak-ada", include.part, self.names(), berkas=file)
        piece = self.piece(include.part)
        if piece is None or not include.portion or include.portion in piece.names:
            return None
        if not piece.names:
            return Flaw("sisip-tanpa-penggalan", {"berkas": file, "penggalan": include.portion}, include.portion)
        return _unknown("sisip-penggalan", include.portion, piece.names, berkas=file)

    def _signer_flaw(self, include: Include) -> Flaw | None:
        if include.part not in self.contexts:
            return None
        asks = SIGNER in fields_of(self.contexts[include.part])
        args = {"berkas": self.file_of(include.part), "nama": include.part}
        if asks and not include.signer:
            return Flaw("sisip-pejabat-kurang", args, include.part)
        if include.signer and not asks:
            return Flaw("sisip-pejabat-lebih", {**args, "pejabat": include.signer}, include.signer)
        return None

    def _binding(self, include: Include) -> Binding:
        piece = self.piece(include.part)
        context = self.contexts.get(include.part)
        used = piece.uses(include.portion) if piece else set()
        known = fields_of(context) if context else dict.fromkeys(sorted(used))
        needs = {name: type_ for name, type_ in known.items() if name != SIGNER and name in used}
        signers = piece.signers if piece else []
        if not include.signer and NOBODY not in signers:
            signers.append(NOBODY)
        return Binding(self.file_of(include.part), include.signer, known.get(SIGNER), needs, signers)


def _unknown(code: str, name: str, names: Collection[str], **args: str) -> Flaw:
    return Flaw(code, {**args, "nama": name, "ada": ", ".join(names) or "–"}, name, nearest(name, names))
