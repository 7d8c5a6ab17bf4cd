"""Parts that several Word templates share, put in where a template names them; it refuses to know what they say.

`{%p sisip kop-surat %}` stands for all of `bagian/kop-surat.docx` beside the template, `{%p sisip tanda-tangan
pengirim %}` for a part that prints a signer, who is called `pejabat` there, `{%p sisip tanda-tangan/jabatan
pengirim %}` for one portion of it: from the paragraph `{%p bagian jabatan %}` of the part to the next such paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.near import nearest
from pipeline.problems import KinerjaError, Said
from pipeline.render import structure
from pipeline.render.faults import Part, Spot, located
from pipeline.render.fields import Flaw, fields_of
from pipeline.render.graft import RELATION, Graft, is_picture
from pipeline.render.marks import Mark, scan
from pipeline.render.numbering import styles_of
from pipeline.render.package import DOCUMENT, W, own_text, parse, stories, unpack

FOLDER = "bagian"
SIGNER = "pejabat"
"""The name a part knows its signer by."""

_NAME = r"[\w-]+"
_DOTTED = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_LIKE = re.compile(r"\{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?sisip\b", re.IGNORECASE)
_TAG = re.compile(rf"\{{%p\s+sisip\s+({_NAME})(?:\s*/\s*({_NAME}))?(?:\s+({_DOTTED}))?\s*%\}}")
_MARKER = re.compile(rf"\{{%p\s+bagian\s+({_NAME})\s*%\}}")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
# Word writes these blanks and this hyphen where a name is to stay on one line.
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})
_PLACES = ("word/document", "word/header", "word/footer")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml")
# What lies outside of a part's own paragraphs and cannot come along.
_REFUSED = {
    f"{W}footnoteReference": "catatan",
    f"{W}endnoteReference": "catatan",
    f"{W}commentReference": "komentar",
    f"{W}commentRangeStart": "komentar",
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


@dataclass(frozen=True, slots=True)
class Binding:
    """What a sound tag demands of the place it stands at: a signer of this type (None: any), and these names."""

    file: str
    signer: str
    type: Any
    needs: tuple[str, ...]


Judge = Callable[[str, Part, Spot], Flaw | Binding | None]
"""What is to be said of a tag at a place; None for one that is no `sisip`."""
Opener = Callable[[Path, str], Any]
"""Opens a part as a document of python-docx; KinerjaError, which calls it by the name, where it cannot be read."""


def parts_of(template: Path) -> tuple[str, ...]:
    """Names of the parts that a template (a sound one) is made from, each once."""
    package = unpack(template.read_bytes())
    roots = (parse(package[name]) for name in stories(package) if name.startswith(_PLACES))
    return tuple(dict.fromkeys(include.part for root in roots for _, include in _includes(root)))


def refuse_nested(text: str, _: Part, __: Spot) -> Flaw | None:
    """The judge of tags inside a part: parts are one level deep."""
    return Flaw("render.sisip.bersarang", {"tag": text}) if _LIKE.match(_plain(text)) else None


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).split())


def _includes(root: Element) -> Iterator[tuple[Element, Include]]:
    """The paragraphs that are to be replaced, in order."""
    for paragraph in root.iter(f"{W}p"):
        found = _TAG.fullmatch(_plain(own_text(paragraph)))
        if found:
            yield paragraph, Include(found[1], found[2] or "", found[3] or "")


# --- one part --------------------------------------------------------------------------------------------------------


@dataclass
class Piece:
    """A part that was opened: its name, its document, its portions."""

    name: str
    document: Any
    bound: bool = False

    @property
    def file(self) -> str:
        return file_of(self.name)

    @cached_property
    def root(self) -> Element:
        """The part as it stands in Word."""
        return parse(self.document.part.blob)

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
        paragraphs = (p for block in self.blocks(portion) for p in block.iter(f"{W}p"))
        marks = (m for p in paragraphs for m in scan(own_text(p)) if isinstance(m, Mark))
        return {word for mark in marks for word in _IDENTIFIER.findall(mark.content)}

    def drafts(self) -> Iterator[Element]:
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
                yield draft

    def faults(self) -> Iterator[KinerjaError]:
        """What a part may not hold, and names that stand twice."""
        where = Part(self.file, DOCUMENT)
        told = set()
        for spot, kind in self._refused():
            if (spot, kind) not in told:
                yield located("render.sisip.isi", where, spot, jenis=Said(f"render.sisip.isi.{kind}"))
            told.add((spot, kind))
        seen: set[str] = set()
        for block in self._body:
            name = _marked(block)
            if name and name in seen:
                yield located("render.sisip.penggalan.ganda", where, block, penggalan=name)
            seen.add(name)

    def _refused(self) -> Iterator[tuple[Spot, str]]:
        styles = {s.get(f"{W}styleId", ""): s for s in self.document.styles.element.iter(f"{W}style")}
        relations = self.document.part.rels
        for element in self.root.iter(etree.Element):
            kind = _REFUSED.get(str(element.tag), "")
            paragraph = next((e for e in (element, *element.iterancestors()) if e.tag == f"{W}p"), None)
            if element.tag == f"{W}p" and _is_listed(element, styles):
                kind = "daftar"
            ids = [str(v) for k, v in element.items() if str(k).startswith(RELATION)]
            if any(id_ in relations and not is_picture(relations[id_]) for id_ in ids):
                kind = "objek"
            if kind and not _closes_body(element):
                yield paragraph if paragraph is not None else "", kind


def file_of(part: str) -> str:
    """A part's file as messages call it."""
    return f"{FOLDER}/{part}.docx"


def _marked(block: Element) -> str:
    """The portion that begins at a block; "" for any other block."""
    found = _MARKER.fullmatch(_plain(own_text(block))) if block.tag == f"{W}p" else None
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

    `contexts` gives the dataclass of the names that a part may use; one without may use those of the template.
    """

    folder: Path
    contexts: Mapping[str, type]
    opener: Opener
    unreadable: list[KinerjaError] = field(default_factory=list)
    _pieces: dict[str, Piece | None] = field(default_factory=dict)

    def names(self) -> list[str]:
        """The parts there are; Word's own note of who has a file open ("~$…") is none."""
        return sorted(file.stem for file in self.folder.glob("*.docx") if not file.name.startswith(("~$", ".")))

    def pieces(self) -> list[Piece]:
        """The parts that were asked for and could be read."""
        return [piece for piece in self._pieces.values() if piece is not None]

    def piece(self, name: str) -> Piece | None:
        """A part that is there; None, and a fault, where it cannot be read."""
        if name not in self._pieces:
            try:
                document = self.opener(self.folder / f"{name}.docx", file_of(name))
                self._pieces[name] = Piece(name, document)
            except KinerjaError as error:
                self._pieces[name] = None
                self.unreadable.append(error)
        return self._pieces[name]

    def judge(self, text: str, part: Part, spot: Spot) -> Flaw | Binding | None:
        """The judge of a template's own tags."""
        if not _LIKE.match(_plain(text)):
            return None
        found = _TAG.fullmatch(_plain(text))
        if found is None:
            return Flaw("render.sisip.bentuk", {"tag": text})
        if isinstance(spot, str) or not part.name.startswith(_PLACES):
            return Flaw("render.sisip.tempat", {"tag": text})
        include = Include(found[1], found[2] or "", found[3] or "")
        return self._missing(include) or self._signer_flaw(include) or self._binding(include)

    def _missing(self, include: Include) -> Flaw | None:
        file = file_of(include.part)
        if include.part not in self.names():
            return _unknown("render.sisip.tidak-ada", include.part, self.names(), berkas=file)
        piece = self.piece(include.part)
        if piece is None or not include.portion or include.portion in piece.names:
            return None
        if not piece.names:
            return Flaw("render.sisip.penggalan.tanpa", {"berkas": file, "penggalan": include.portion})
        return _unknown("render.sisip.penggalan", include.portion, piece.names, berkas=file)

    def _signer_flaw(self, include: Include) -> Flaw | None:
        if include.part not in self.contexts:
            return None
        asks, args = SIGNER in fields_of(self.contexts[include.part]), {"berkas": file_of(include.part)}
        if asks and not include.signer:
            return Flaw("render.sisip.pejabat.kurang", {**args, "nama": include.part})
        if include.signer and not asks:
            return Flaw("render.sisip.pejabat.lebih", {**args, "nama": include.part, "pejabat": include.signer})
        return None

    def _binding(self, include: Include) -> Binding:
        piece = self.piece(include.part)
        context = self.contexts.get(include.part)
        known = fields_of(context) if context else {}
        used = piece.uses(include.portion) if piece else set()
        needs = tuple(name for name in known if name != SIGNER and name in used)
        if piece:
            piece.bound = piece.bound or bool(include.signer)
        return Binding(file_of(include.part), include.signer, known.get(SIGNER), needs)


def _unknown(code: str, name: str, names: Collection[str], **args: str) -> Flaw:
    near = nearest(name, names)
    said = {**args, "nama": name, "ada": ", ".join(names) or "–"}
    return Flaw(".".join((code, "mirip")), {**said, "saran": near}) if near else Flaw(code, said)


# --- putting in ------------------------------------------------------------------------------------------------------


def insert(host: Any, shelf: Shelf) -> None:
    """Put the parts into a document of python-docx whose tags were found to be sound."""
    package = {str(part.partname).lstrip("/"): part for part in host.part.package.iter_parts()}
    grafts = {piece.name: (piece, Graft(piece.document, host, piece.name)) for piece in shelf.pieces()}
    for name in stories(package):
        if name.startswith(_PLACES):
            _insert_into(package[name], grafts)


def _insert_into(part: Any, grafts: Mapping[str, tuple[Piece, Graft]]) -> None:
    found = list(_includes(part.element))
    for paragraph, include in found:
        _write(paragraph, f"{{%p sisip {include} %}}")
    structure.free_sections(part.element)
    for paragraph, include in found:
        piece, graft = grafts[include.part]
        for block in _wrapped(include, graft.copies(piece.blocks(include.portion), part)):
            paragraph.addprevious(block)
        parent = paragraph.getparent()
        if parent is not None:
            parent.remove(paragraph)


def _wrapped(include: Include, blocks: list[Element]) -> Iterator[Element]:
    """The blocks in a scope of their own, so that a signer never stands for that of the next place.

    The signer is asked for once where he is bound, so that one who is missing is a fault of the template.
    """
    yield _tag(f"{{%p with {SIGNER} = {include.signer} %}}" if include.signer else "{%p with %}")
    if include.signer:
        yield _tag(f"{{%p if {SIGNER} is none and {SIGNER}.{include.signer.rpartition('.')[2]} %}}")
        yield _tag("{%p endif %}")
    yield _tag(f"{{#p sisip {include} #}}")
    yield from blocks
    yield _tag("{#p /sisip #}")
    yield _tag("{%p endwith %}")


def _tag(text: str) -> Element:
    paragraph = etree.Element(f"{W}p")
    _write(paragraph, text)
    return paragraph


def _write(paragraph: Element, text: str) -> None:
    """Give a paragraph this text and nothing else but its properties."""
    for child in [c for c in paragraph if c.tag != f"{W}pPr"]:
        paragraph.remove(child)
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text


# --- where a fault of the filling-in comes from ----------------------------------------------------------------------

_STRETCH = re.compile(
    r"(\{% with (?:pejabat = [^%]*)?%\}(?:\{% if pejabat is none [^%]*%\}\{% endif %\})?)\s*"
    r"\{# sisip (([\w-]+)[^#]*) #\}(.*?)\{# /sisip #\}",
    re.DOTALL,
)


def apart(source: str) -> str:
    """The text given to Jinja with what was put in on lines of its own."""
    return _STRETCH.sub(r"\n\1\n{# sisip \2 #}\n\4\n{# /sisip #}\n", source)


def origin(source: str, line: int) -> tuple[str, str, int]:
    """The part ("" for the template itself), its text and the line in it, for a line (from 1) of a text set apart."""
    for stretch in _STRETCH.finditer(source):
        first = source.count("\n", 0, stretch.start(4)) + 1
        if first <= line <= first + stretch[4].count("\n"):
            return stretch[3], stretch[4], line - first + 1
    return "", _STRETCH.sub(_as_written, source), line


def _as_written(stretch: re.Match[str]) -> str:
    return f"{{% sisip {stretch[2]} %}}" + "\n" * stretch[0].count("\n")
