"""What a DOCX says and a PDF made of it does not; it refuses to know what it says.

LibreOffice 7.4 loses table rows without a word where the rows that a table has to begin with (headers and first row)
end less than the width of a border above the end of the page: one part of it says they fit, another that they do not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml.etree import _Element as Element
from pypdf import PageObject
from pypdf.generic import DictionaryObject

from pipeline.word.numbering import styles_of
from pipeline.word.package import DOCUMENT, W, pack, parse, serialise, unpack

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_POINT = 20
_LATIN = 0x250


def shortened(docx: bytes, points: int) -> bytes:
    """The same pages with their text ending this much higher, so that every table meets another end of its page."""
    parts = unpack(docx)
    root = parse(parts[DOCUMENT])
    for margins in root.iter(f"{W}pgMar"):
        for name in ("bottom", "footer"):
            was = int(float(margins.get(f"{W}{name}", "0")))
            margins.set(f"{W}{name}", str(was + points * _POINT * (-1 if was < 0 else 1)))
    return pack(parts | {DOCUMENT: serialise(root)})


def lost_text(docx: bytes, pages: Iterable[PageObject]) -> str | None:
    """The first text of a DOCX's body that the pages made of it lack; None where all of it is there.

    Latin letters and digits are counted, in any order and however they are broken, capitalised or spaced. Left aside is
    what LibreOffice computes or does not print, and on the page what repeats: headers, footers, table headers.
    """
    pages = list(pages)
    texts = [(text, letters) for text in _texts(docx) if (letters := _letters(text))]
    wanted = Counter("".join(letters for _, letters in texts))
    drawn = _drawn(pages)
    if wanted <= Counter(drawn):
        return None
    read = _letters("\n".join(page.extract_text() for page in pages))
    if len(_drawn(pages, repeated=True)) < len(read):  # a PDF that is not written as LibreOffice writes them
        drawn = read
    return _first_lost(texts, drawn)


def lost_cells(docx: bytes, pdf: bytes) -> int:
    """How many of the table cells of a DOCX's body a tagged PDF lacks, whether they say something or not."""
    root = _printed(parse(unpack(docx)[DOCUMENT]))
    merged = (f"{W}tcPr/{W}vMerge", f"{W}tcPr/{W}hMerge")
    wanted = sum(
        not any(m.get(f"{W}val", "continue") == "continue" for path in merged for m in cell.iterfind(path))
        for cell in root.iter(f"{W}tc")
    )
    there = len(_CELL.findall(pdf))
    return max(wanted - there, 0) if there else 0


def _first_lost(texts: list[tuple[str, str]], drawn: str) -> str | None:
    """The first text that is neither drawn in one piece nor, taken apart, among what no other text accounts for."""
    apart: set[int] = set()
    for number, (_, letters) in sorted(enumerate(texts), key=lambda row: -len(row[1][1])):
        if letters in drawn:
            drawn = drawn.replace(letters, "\n", 1)
        else:
            apart.add(number)
    spare = Counter(drawn)
    for number in sorted(apart):
        text, letters = texts[number]
        wanted = Counter(letters)
        if not wanted <= spare:
            return text
        spare -= wanted
    return None


def _letters(text: str) -> str:
    """Its Latin letters and digits, small and without accents."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.casefold())
    return _OTHER.sub("", text.casefold())


_OTHER = re.compile(r"[^a-z0-9]+")

# --- what the DOCX says ----------------------------------------------------------------------------------------------

_COMPUTED = (f"{W}fldSimple", f"{W}docPartGallery", f"{W}dataBinding", f"{W}date")
_UNPRINTED = (f"{_MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}fldSimple")
_SYMBOLS = ("wingdings", "webdings", "symbol", "zapfdingbats", "marlett")
_KEPT = re.compile(r"\s*(HYPERLINK\b|REF _Toc)", re.IGNORECASE)


@dataclass(slots=True)
class _Fields:
    """The fields open at a place of the text: what each computes, and whether its result has begun."""

    open: list[tuple[str, bool]] = field(default_factory=list)

    def meet(self, node: Element) -> None:
        kind = node.get(f"{W}fldCharType") if node.tag == f"{W}fldChar" else None
        if kind == "begin":
            self.open.append(("", False))
        elif self.open and kind == "end":
            self.open.pop()
        elif self.open:
            instruction, _ = self.open[-1]
            self.open[-1] = (instruction, True) if kind else (instruction + (node.text or ""), False)

    @property
    def printed(self) -> bool:
        """Whether text that stands here is printed as it is."""
        return all(begun and _KEPT.match(instruction) for instruction, begun in self.open)


def _texts(docx: bytes) -> Iterator[str]:
    """The text of each paragraph of the body, as far as it is printed as it stands."""
    parts = unpack(docx)
    root = _printed(parse(parts[DOCUMENT]))
    unread = _unread_styles(parts)
    said: dict[Element | None, list[str]] = {}
    fields = _Fields()
    for node in root.iter(f"{W}t", f"{W}fldChar", f"{W}instrText"):
        if node.tag != f"{W}t":
            fields.meet(node)
        elif fields.printed and not _is_unread(node, unread):
            paragraph = next(node.iterancestors(f"{W}p"), None)
            said.setdefault(paragraph, []).append("".join(c for c in node.text or "" if ord(c) < _LATIN))
    for pieces in said.values():
        yield " ".join("".join(pieces).split())


def _printed(root: Element) -> Element:
    """The document without what LibreOffice does not print, or fills in by itself."""
    gone = [*root.iter(*_UNPRINTED)]
    gone += [row for row in root.iter(f"{W}tr") if _is_on(row.find(f"{W}trPr/{W}hidden"))]
    gone += [c for c in root.iter(f"{W}sdt") if any(c.find(f"{W}sdtPr/{tag}") is not None for tag in _COMPUTED)]
    for element in gone:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return root


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") not in ("0", "false", "off")


def _unread_styles(parts: Mapping[str, bytes]) -> set[str]:
    if "word/styles.xml" not in parts:
        return set()
    styles = {s.get(f"{W}styleId", ""): s for s in parse(parts["word/styles.xml"]).iter(f"{W}style")}
    return {id_ for id_ in styles if any(_unreads(s.find(f"{W}rPr")) for s in styles_of(id_, styles))}


def _is_unread(text: Element, styles: set[str]) -> bool:
    """Whether a run is hidden, or set in a font whose letters are pictures."""
    run = text.getparent()
    own = run.find(f"{W}rPr") if run is not None else None
    worn = own.find(f"{W}rStyle") if own is not None else None
    above = next(text.iterancestors(f"{W}p"), None) if styles else None
    named = [worn, above.find(f"{W}pPr/{W}pStyle") if above is not None else None]
    return _unreads(own) or any(n.get(f"{W}val", "") in styles for n in named if n is not None)


def _unreads(properties: Element | None) -> bool:
    if properties is None:
        return False
    fonts = properties.find(f"{W}rFonts")
    font = fonts.get(f"{W}ascii", "") if fonts is not None else ""
    hidden = any(_is_on(properties.find(f"{W}{name}")) for name in ("vanish", "webHidden"))
    return hidden or font.lower().startswith(_SYMBOLS)


# --- what the PDF draws ----------------------------------------------------------------------------------------------

_CELL = re.compile(rb"/S\s*/T[DH]\b")
_TOKEN = re.compile(
    rb"""/(?P<tag>[^\s/<>\[\]()]+)\s*(?P<about><<(?:[^<>]|<[^<>]*>)*>>|/[^\s/<>\[\]()]+)?\s*\bB(?:DC|MC)\b
    |(?P<end>\bEMC\b)
    |/(?P<font>[^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf\b
    |/(?P<form>[^\s/<>\[\]()]+)\s+Do\b
    |(?P<hex>\[[-+.\d\s]*(?:<[0-9A-Fa-f\s]*>[-+.\d\s]*)+\]|<[0-9A-Fa-f\s]*>)
    |(?P<plain>\((?:\\.|[^\\()])*\))""",
    re.VERBOSE | re.DOTALL,
)
_HEX = re.compile(rb"<([^<>]*)>")
_ACTUAL = re.compile(rb"/ActualText\s*<([0-9A-Fa-f\s]*)>")
_MAPPED = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_SPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True, slots=True)
class _Font:
    """Bytes a character takes, and the Latin letters and digits that each character means."""

    width: int
    meaning: Mapping[int, str]

    def letters(self, codes: bytes) -> str:
        meant = self.meaning.get
        if self.width == 1:
            return "".join([meant(code, "") for code in codes])
        steps = range(0, len(codes), self.width)
        return "".join([meant(int.from_bytes(codes[at : at + self.width], "big"), "") for at in steps])


@dataclass(slots=True)
class _Reader:
    """Reads the pages of one PDF; `repeated` is whether also what is not part of the text as such."""

    repeated: bool
    fonts: dict[int, dict[str, _Font]] = field(default_factory=dict)

    def letters(self, content: bytes, resources: Any, depth: int = 0) -> Iterator[str]:
        resources = _resolved(resources)
        known = self._known(resources)
        font = _Font(1, {})
        passed: list[bool] = []
        for token in _TOKEN.finditer(content):
            kind = token.lastgroup
            if kind in ("tag", "about"):
                actual = _ACTUAL.search(token["about"] or b"")
                hidden = (passed and passed[-1]) or (token["tag"] == b"Artifact" and not self.repeated)
                if actual and not hidden:
                    yield _letters(_utf16(actual[1]))
                passed.append(bool(hidden or actual))
            elif kind == "end":
                del passed[-1:]
            elif kind == "font":
                font = known.get(token["font"].decode("latin-1"), font)
            elif passed and passed[-1]:
                continue
            elif kind == "form":
                yield from self._form(resources, token["form"].decode("latin-1"), depth)
            else:
                yield font.letters(_codes(token))

    def _form(self, resources: DictionaryObject, name: str, depth: int) -> Iterator[str]:
        form = _resolved(_resolved(resources.get("/XObject")).get(f"/{name}"))
        if form.get("/Subtype") == "/Form" and depth < 8:
            yield from self.letters(form.get_data(), form.get("/Resources", resources), depth + 1)

    def _known(self, resources: DictionaryObject) -> dict[str, _Font]:
        key = id(resources)
        if key not in self.fonts:
            held = _resolved(resources.get("/Font"))
            self.fonts[key] = {name[1:]: _font(_resolved(font)) for name, font in held.items()}
        return self.fonts[key]


def _drawn(pages: Iterable[PageObject], *, repeated: bool = False) -> str:
    """The Latin letters and digits of the pages, small, in the order in which they are drawn."""
    reader = _Reader(repeated)
    pieces: list[str] = []
    for page in pages:
        contents = page.get_contents()
        if contents is not None:
            pieces += reader.letters(contents.get_data(), page.get("/Resources"))
    return "".join(pieces)


def _resolved(held: Any) -> Any:
    found = held.get_object() if held is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _codes(token: re.Match[bytes]) -> bytes:
    if token.lastgroup == "hex":
        return _unhex(b"".join(_HEX.findall(token["hex"])))
    return _ESCAPE.sub(_escaped, token["plain"][1:-1])


def _escaped(match: re.Match[bytes]) -> bytes:
    name = match[1]
    return bytes([int(name, 8) & 0xFF]) if name.isdigit() else _CONTROLS.get(name, name)


def _unhex(digits: bytes) -> bytes:
    """A last digit that is missing is 0."""
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _utf16(digits: bytes) -> str:
    return _unhex(digits).decode("utf-16-be", "ignore")


def _font(font: DictionaryObject) -> _Font:
    """What its ToUnicode table says."""
    table = font.get("/ToUnicode")
    held = table.get_object() if table is not None else None
    if held is None or not hasattr(held, "get_data"):
        return _Font(1, {})
    text = held.get_data()
    space = _SPACE.search(text)
    meaning: dict[int, str] = {}
    for kind, rows in _MAPPED.findall(text):
        meaning |= _single(_HEX.findall(rows)) if kind == b"bfchar" else _ranges(rows)
    return _Font(len(space[1]) // 2 if space else 1, meaning)


def _single(values: list[bytes]) -> dict[int, str]:
    return {int(code, 16): _letters(_utf16(text)) for code, text in zip(values[::2], values[1::2], strict=False)}


_RANGE = re.compile(rb"<([^<>]*)>\s*<([^<>]*)>\s*(?:<([^<>]*)>|\[([^\]]*)\])")


def _ranges(rows: bytes) -> dict[int, str]:
    meaning: dict[int, str] = {}
    for first, last, text, each in _RANGE.findall(rows):
        codes = range(int(first, 16), int(last, 16) + 1)
        if text:
            start = _utf16(text)
            meaning |= {code: _letters(start[:-1] + chr(ord(start[-1:]) + code - codes[0])) for code in codes if start}
        else:
            meaning |= {c: _letters(_utf16(t)) for c, t in zip(codes, _HEX.findall(each), strict=False)}
    return meaning
