"""Shipped templates made broken in one way each: the hands that break them; the table is in test_corpus."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from docx.oxml.ns import nsmap
from lxml.etree import _Element as Element

from pipeline.problems import Problem
from pipeline.template.opening import Opened
from pipeline.word.package import DOCUMENT, W, own_text, parse, relationships, serialise, unpack
from tests.render import pola

TEMPLATES = Path(__file__).parents[2] / "templates"
CORE = "docProps/core.xml"
FOOTER = "word/footer1.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = nsmap | {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_TYPES = "[Content_Types].xml"


def marked(found: Problem) -> str:
    """The characters that are meant."""
    word = found.word
    return word.text[word.column - 1 : word.column - 1 + word.width] if word else ""


@cache
def _empty() -> dict[str, bytes]:
    return unpack(pola.saved(pola.document()))


def typed(*paragraphs: str, name: str = "t.docx") -> Opened:
    """A template with these paragraphs that is no file: for many small ones."""
    made = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r></w:p>' for t in paragraphs)
    body = _empty()[DOCUMENT].replace(b"<w:body>", b"<w:body>" + made.encode(), 1)
    return Opened(name, _empty() | {DOCUMENT: body})


@cache
def shipped(key: str) -> dict[str, bytes]:
    """The parts of a shipped template, or of a part ("bagian/…")."""
    return unpack((TEMPLATES / f"{key}.docx").read_bytes())


@dataclass
class Naskah:
    """A shipped template in somebody's hands: its parts, those that were touched as trees; `raw` once it is no DOCX."""

    parts: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)
    raw: bytes | None = None

    def root(self, name: str = DOCUMENT) -> Element:
        if name not in self.trees:
            self.trees[name] = parse(self.parts[name])
        return self.trees[name]

    def paragraph(self, text: str, name: str = DOCUMENT) -> Element:
        """The first paragraph that holds this text."""
        return next(p for p in self.root(name).iter(f"{W}p") if text in own_text(p))

    def whole(self) -> dict[str, bytes]:
        return self.parts | {name: serialise(root) for name, root in self.trees.items()}

    def saved(self) -> bytes:
        return self.raw if self.raw is not None else pola.zipped(self.whole())

    def relate(self, owner: str, id_: str, kind: str, target: str, *, external: bool = False) -> None:
        rels = relationships(owner)
        old = self.parts.get(
            rels, b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        )
        mode = ' TargetMode="External"' if external else ""
        row = f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'.encode()
        opened = re.sub(rb"(<Relationships[^>]*?)/>", rb"\1></Relationships>", old)
        self.parts[rels] = opened.replace(b"</Relationships>", row + b"</Relationships>")

    def add(self, name: str, content: str, kind: str = "") -> None:
        """A part of its own, in the document's relationships and the list of types where it has a kind."""
        self.parts[name] = content.encode()
        if kind:
            self.relate(DOCUMENT, f"rIdBaru{len(self.parts)}", kind, name.removeprefix("word/"))
            type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            row = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'
            self.parts[_TYPES] = self.parts[_TYPES].replace(b"</Types>", row.encode())


Hands = Callable[[Naskah], object]
"""What somebody does to a template."""


def xml(text: str) -> Element:
    """Elements with Word's prefixes, the namespaces declared."""
    return parse(re.sub(r"^<([\w:]+)", rf"<\1 {_DECLARED}", text, count=1))


def run(text: str, looks: str = "") -> str:
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*texts: str) -> str:
    return f"<w:p>{''.join(run(text) for text in texts)}</w:p>"


# --- hands -----------------------------------------------------------------------------------------------------------


def together(*hands: Hands) -> Hands:
    def do(naskah: Naskah) -> None:
        for each in hands:
            each(naskah)

    return do


def write(old: str, new: str, part: str = DOCUMENT) -> Hands:
    """Other letters in the first text that has these."""

    def do(naskah: Naskah) -> None:
        node = next(t for t in naskah.root(part).iter() if t.text and old in str(t.text))
        node.text = str(node.text).replace(old, new, 1)

    return do


def drop(text: str, nth: int = 0) -> Hands:
    """Delete the paragraph that holds this text (a row, where the text is a row's tag)."""

    def do(naskah: Naskah) -> None:
        paragraph = [p for p in naskah.root().iter(f"{W}p") if text in own_text(p)][nth]
        gone = next(paragraph.iterancestors(f"{W}tr")) if "{%tr" in text else paragraph
        gone.getparent().remove(gone)  # type: ignore[union-attr]

    return do


def swap(first: str, second: str) -> Hands:
    """Two texts in each other's place, the first of each."""
    return together(write(first, "\ue000"), write(second, first), write("\ue000", second))


def move_row(text: str, anchor: str) -> Hands:
    """The row that holds a text behind the row that holds another."""

    def do(naskah: Naskah) -> None:
        moved, other = (next(naskah.paragraph(t).iterancestors(f"{W}tr")) for t in (text, anchor))
        other.addnext(moved)

    return do


def beside(anchor: str, text: str) -> Hands:
    """A cell of its own at the end of the row that holds a text."""
    cell = f"<w:tc>{para(text)}</w:tc>"
    return lambda naskah: next(naskah.paragraph(anchor).iterancestors(f"{W}tr")).append(xml(cell))


def after(anchor: str, made: str, part: str = DOCUMENT) -> Hands:
    """New blocks after the paragraph that holds this text."""
    return lambda naskah: naskah.paragraph(anchor, part).addnext(xml(made))


def within(anchor: str, made: str, part: str = DOCUMENT) -> Hands:
    """New runs at the end of the paragraph that holds this text."""
    return lambda naskah: naskah.paragraph(anchor, part).append(xml(made))


def instead(anchor: str, *made: str, part: str = DOCUMENT) -> Hands:
    """Other runs in the paragraph that holds this text."""

    def do(naskah: Naskah) -> None:
        paragraph = naskah.paragraph(anchor, part)
        for child in [c for c in paragraph if c.tag != f"{W}pPr"]:
            paragraph.remove(child)
        paragraph.extend(xml(each) for each in made)

    return do


def replace_bytes(name: str, old: str, new: str) -> Hands:
    def do(naskah: Naskah) -> None:
        assert old.encode() in naskah.parts[name], (name, old)
        naskah.parts[name] = naskah.parts[name].replace(old.encode(), new.encode(), 1)

    return do


def recode(name: str, encoding: str, doctype: str) -> Hands:
    """A part in another encoding, with a document type."""

    def do(naskah: Naskah) -> None:
        text = re.sub(r"^<\?xml.*?\?>", "", naskah.parts[name].decode())
        naskah.parts[name] = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{text}'.encode(encoding)

    return do


def add(name: str, content: str, kind: str = "") -> Hands:
    return lambda naskah: naskah.add(name, content, kind)


def relate(owner: str, id_: str, kind: str, target: str, *, external: bool = True) -> Hands:
    return lambda naskah: naskah.relate(owner, id_, kind, target, external=external)


def without(name: str) -> Hands:
    return lambda naskah: naskah.parts.pop(name)


def bytes_of(make: Callable[[dict[str, bytes]], bytes]) -> Hands:
    """A file that nobody made with Word."""

    def do(naskah: Naskah) -> None:
        naskah.raw = make(naskah.whole())

    return do


def footnote(text: str, kind: str = "footnote", at: str = "Nomor {{ nomor }}") -> Hands:
    """A note as Word writes it, with the two that separate notes from the text."""
    space = f'xmlns:w="{nsmap["w"]}"'
    rules = "".join(f'<w:{kind} w:type="separator" w:id="{n}"><w:p/></w:{kind}>' for n in (-1, 0))
    note = f'<w:{kind} w:id="1">{para(text)}</w:{kind}>'
    part = f"<w:{kind}s {space}>{rules}{note}</w:{kind}s>"
    reference = f'<w:r><w:{kind}Reference w:id="1"/></w:r>'
    return together(add(f"word/{kind}s.xml", part, f"{kind}s"), within(at, reference))


def text_box(text: str) -> str:
    """A text box as Word saves it: for today's programs, and as VML for those of 2007."""
    box = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    shape = f'<a:graphicData uri="x"><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData>'
    docpr = '<wp:docPr id="9" name="Kotak" descr="kotak"/>'
    anchor = f"<w:drawing><wp:anchor>{docpr}<a:graphic>{shape}</a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{anchor}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def picture(description: str) -> str:
    """A picture of nothing with this alternative text."""
    holder = '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/></pic:nvPicPr></pic:pic>'
    data = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">{holder}</a:graphicData>'
    properties = f'<wp:docPr id="9" name="Gambar 9" descr="{escape(description, {chr(34): "&quot;"})}"/>'
    return f"<w:r><w:drawing><wp:inline>{properties}<a:graphic>{data}</a:graphic></wp:inline></w:drawing></w:r>"


def field_of(code: str, result: str = "1") -> tuple[str, ...]:
    """A field as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run(result),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def control(inside: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def link(text: str) -> str:
    return f'<w:hyperlink w:anchor="atas">{run(text)}</w:hyperlink>'


def simple(code: str, result: str) -> str:
    """A field as other programs write it."""
    return f'<w:fldSimple w:instr="{code}">{run(result)}</w:fldSimple>'


def table(*cells: str) -> str:
    """A table of one row."""
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{para(text)}</w:tc>' for text in cells)}</w:tr></w:tbl>"


def split(*pieces: str) -> tuple[str, ...]:
    """Runs as Word leaves them after days of editing: ids of sessions, spelling, languages."""
    made: list[str] = []
    for number, piece in enumerate(pieces):
        looks = '<w:rPr><w:lang w:val="id-ID"/></w:rPr>' if number % 2 else ""
        made.append('<w:proofErr w:type="spellStart"/>' if number % 2 else '<w:proofErr w:type="spellEnd"/>')
        made.append(f'<w:r w:rsidR="00A{number:05X}">{looks}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return tuple(made)


def tracked(kind: str, text: str) -> str:
    """What somebody inserted, deleted or moved while changes were tracked."""
    letters = (
        run(text).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>") if kind == "del" else run(text)
    )
    return f'<w:{kind} w:id="5" w:author="Sari" w:date="2026-01-05T01:00:00Z">{letters}</w:{kind}>'


# --- files that no Word would write ----------------------------------------------------------------------------------


def doubled(parts: dict[str, bytes]) -> bytes:
    """A zip with an entry twice, written by hand: Python's own writer warns."""
    return _zip([*parts.items(), (DOCUMENT, parts[DOCUMENT])])


def outside(parts: dict[str, bytes]) -> bytes:
    return _zip([*parts.items(), ("../../rumah/jebakan.xml", b"<x/>")])


def bomb(parts: dict[str, bytes]) -> bytes:
    """A file whose own list says that it becomes 300 MB."""
    return _listed(parts, 300 << 20)


def liar(parts: dict[str, bytes]) -> bytes:
    """A file whose own list says that its body is shorter than it is."""
    return _listed(parts, 100)


def _listed(parts: dict[str, bytes], size: int) -> bytes:
    made = bytearray(_zip(list(parts.items())))
    entry = made.rfind(b"PK\x01\x02", 0, made.rfind(DOCUMENT.encode()))
    made[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    return bytes(made)


def locked(parts: dict[str, bytes]) -> bytes:
    """Entries that say that they are encrypted."""
    made = bytearray(_zip(list(parts.items())))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(signature)
        while at >= 0:
            made[at + flags] |= 1
            at = made.find(signature, at + 4)
    return bytes(made)


def cut(parts: dict[str, bytes]) -> bytes:
    """Half a file, as a broken copy leaves it."""
    made = _zip(list(parts.items()))
    return made[: len(made) // 2]


def crowded(parts: dict[str, bytes]) -> bytes:
    return _zip([*parts.items(), *((f"word/media/{n}.png", b"") for n in range(2100))])


def spoiled(parts: dict[str, bytes]) -> bytes:
    """One byte of the body differs from what was written."""
    made = bytearray(_zip(list(parts.items())))
    made[made.find(parts[DOCUMENT][:40]) + 100] ^= 0xFF
    return bytes(made)


def _zip(entries: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, (name, content) in enumerate(entries):
            again = name in [n for n, _ in entries[:number]]
            archive.writestr("x" * len(name) if again else name, content)
    made = buffer.getvalue()
    return made.replace(b"x" * len(DOCUMENT), DOCUMENT.encode()) if len(entries) != len(dict(entries)) else made
