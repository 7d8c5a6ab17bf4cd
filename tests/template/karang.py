"""Templates that nobody wrote: made at random from the fields and the small language, as Word files and as plain text.

The plain text is what Jinja makes of the same tags without Word, so that both can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass, replace
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from pipeline.media import Image, RichText
from pipeline.template.expressions import Loop, base, fields_of, is_optional, item_of, kind
from pipeline.template.marks import plain as meant
from tests.template import rusak

START, END = "\ue100", "\ue101"
"""Around each paragraph of the plain text."""

Choose = Callable[[int], int]
"""A number from 0 to below the one given: all chance comes from there."""


@dataclass(frozen=True)
class Tag:
    """A tag as it is typed."""

    text: str

    @property
    def plain(self) -> str:
        """Without the letters that only Word needs."""
        return re.sub(r"^(\{[{%#])(p|tr|tc|r) ", r"\1 ", meant(self.text))

    @property
    def ends(self) -> bool:
        return bool(re.match(r"\{%(p |tr |tc |r )?\s*end", self.text))


Piece = str | Tag


@dataclass(frozen=True)
class Para:
    """A paragraph; `alt` is the alternative text of a picture in it, `box` the paragraph of a text box on it."""

    pieces: tuple[Piece, ...]
    alt: tuple[Piece, ...] = ()
    box: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[tuple[Block, ...], ...], ...]


@dataclass(frozen=True)
class Control:
    """A content control around blocks."""

    blocks: tuple[Block, ...]


Block = Para | Table | Control


@dataclass(frozen=True)
class Karangan:
    """The body and the footer of a template."""

    body: tuple[Block, ...]
    footer: tuple[Block, ...] = ()

    def tags(self) -> list[Tag]:
        return [piece for piece in _pieces((*self.body, *self.footer)) if isinstance(piece, Tag)]


def _pieces(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Para):
            yield from (*block.alt, *block.pieces, *block.box)
        elif isinstance(block, Control):
            yield from _pieces(block.blocks)
        else:
            for cell in (cell for row in block.rows for cell in row):
                yield from _pieces(cell)


# --- what can be said ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Names:
    """What can be named at a place, and which fields that may be missing are sure to be there."""

    types: Mapping[str, Any]
    sure: frozenset[str] = frozenset()

    def with_names(self, **types: Any) -> Names:
        sure = frozenset(path for path in self.sure if path.partition(".")[0] not in types)
        return Names({**self.types, **types}, sure)

    def sure_of(self, *paths: str) -> Names:
        return replace(self, sure=self.sure | set(paths))

    def paths(self) -> list[tuple[str, Any]]:
        """Every field that can be written, with its type; nothing of what may be missing."""
        return [pair for name, type_ in self.types.items() for pair in self._below(name, type_, 3)]

    def _below(self, path: str, type_: Any, deep: int) -> Iterator[tuple[str, Any]]:
        type_ = base(type_) if path in self.sure else type_
        yield path, type_
        of = base(type_)
        if (
            deep
            and not is_optional(type_)
            and isinstance(of, type)
            and is_dataclass(of)
            and of not in (Image, RichText)
        ):
            for name, inner in fields_of(of).items():
                yield from self._below(f"{path}.{name}", inner, deep - 1)


@cache
def roots(context: type) -> Names:
    return Names(fields_of(context))


@dataclass
class Pengarang:
    """Writes one template by throwing dice; `room` is how many blocks and tags it may still write, `loops` how deep."""

    choose: Choose
    room: int = 30
    deep: int = 0
    parts: tuple[str, ...] = ()
    loops: int = 2

    def one(self, *options: Any) -> Any:
        return options[self.choose(len(options))]

    def seldom(self, of: int = 12) -> bool:
        return self.choose(of) == of - 1

    def of_kind(self, names: Names, *kinds: str) -> str | None:
        """A field of one of these kinds; rarely one that may be missing."""
        careless = self.seldom(30)
        known = [path for path, type_ in names.paths() if kind(type_) in kinds and (careless or not is_optional(type_))]
        return self.one(*known) if known else None

    # expressions

    def text(self, names: Names) -> str:
        path = self.of_kind(names, "teks") or '"teks"'
        choice = self.choose(10)
        if choice == 0:
            return self.one('"a & b"', "'<c>'", '"100"', '"x" | upper', "“k”")
        if choice == 1:
            return path + self.one("|upper", " | lower|trim", '|replace("a", "<&>")', "|title", "|capitalize")
        if choice == 2 and (texts := self.of_kind(names, "daftar-teks")):
            return texts + self.one('|join(", ")', "|join", " | join('; ')")
        return path

    def number(self, names: Names) -> str:
        countable = self.of_kind(names, "daftar", "daftar-teks", "teks")
        counted = f"{countable}|length" if countable else "3"
        return self.one(self.of_kind(names, "angka") or counted, counted, counted)

    def test(self, names: Names, deep: int = 2) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """A condition; the fields that are sure to be there where it holds, and where it does not."""
        choice = self.choose(11)
        if choice < 4:
            path, _ = self.one(*names.paths())
            return path, (path,), ()
        if choice == 4 and deep:
            inner, holds, fails = self.test(names, deep - 1)
            return f"not ({inner})" if " " in inner else f"not {inner}", fails, holds
        if choice == 5 and deep:
            left, holds, _ = self.test(names, deep - 1)
            right, also, _ = self.test(names.sure_of(*holds), deep - 1)
            return f"({left}) and ({right})", (*holds, *also), ()
        if choice == 6 and deep:
            left, _, fails = self.test(names, deep - 1)
            right, _, also = self.test(names.sure_of(*fails), deep - 1)
            return f"({left}) or ({right})", (), (*fails, *also)
        if choice == 7:
            return f"{self.number(names)} {self.one('>', '<', '==', '!=', '>=', '<=')} {self.choose(3)}", (), ()
        if choice == 8:
            return f"{self.text(names)} {self.one('==', '!=', 'in', 'not in')} {self.text(names)}", (), ()
        if choice == 9 and (texts := self.of_kind(names, "daftar-teks")):
            return f"{self.text(names)} {self.one('in', 'not in')} {texts}", (), ()
        yes = self.of_kind(names, "ya-tidak")
        return f"{yes} == {self.one('true', 'false')}" if yes else "true", (), ()

    def loop(self, names: Names) -> tuple[str, Names] | None:
        """The words of a loop, and the names inside of it."""
        listed = self.of_kind(names, "daftar", "daftar-teks") if self.loops else None
        if listed is None:
            return None
        type_ = dict(names.paths())[listed]
        variable = self.one("b", "c", "d", "e", listed.partition(".")[0], *names.types)
        if variable in ("loop", "pejabat"):
            variable = "b"
        inside = names.with_names(**{variable: item_of(type_)})
        condition = ""
        if self.seldom(5):
            without = replace(inside, types={n: t for n, t in inside.types.items() if n != "loop"})
            test, holds, _ = self.test(without)
            condition, inside = f" if {test}", inside.sure_of(*holds)
        return f"for {variable} in {listed}{condition}", inside.with_names(loop=Loop)

    def setting(self, names: Names) -> tuple[str, Names]:
        name = self.one("x", "y", "z", *(f"n{number}" for number in range(5)))
        path, type_ = self.one(*names.paths())
        if self.seldom(2):
            path, type_ = self.one((self.text(names), str), (self.number(names), int), (self.test(names)[0], bool))
            if type_ is bool and "." in path and " " not in path:
                path = f"not {path}"
        if name in names.types and not self.seldom():
            return "", names
        return f"set {name} = {path}", names.with_names(**{name: type_})

    # a line

    def line(self, names: Names, length: int = 4) -> tuple[list[Piece], Names]:
        made: list[Piece] = []
        for _ in range(1 + self.choose(length)):
            if self.room <= 0:
                break
            self.room -= 1
            pieces, names = self.piece(names)
            made += pieces
        return made, names

    def piece(self, names: Names) -> tuple[list[Piece], Names]:
        choice = self.choose(14)
        if choice < 3:
            return [self.one("teks ", " & <b>", "100% ", "{ satu } ", "“kutip” ", "  dua  ", " } . { ")], names
        if choice < 7:
            return [self.printed(names)], names
        if choice == 7:
            words, names = self.setting(names)
            return ([Tag("{% " + words + " %}")] if words else []), names
        if choice == 8:
            return [Tag(self.one("{# catatan #}", "{# {{ x }} {%p if y %} #}", "{# {%tr for %} 5% #}"))], names
        if choice < 12 and self.deep < 4:
            return self.within(lambda: self.line_if(names, self.one("", "", "r "))), names
        if self.deep < 4:
            return self.within(lambda: self.line_for(names)), names
        return ["."], names

    def within(self, make: Callable[[], Any]) -> Any:
        self.deep += 1
        made = make()
        self.deep -= 1
        return made

    def printed(self, names: Names) -> Tag:
        rich, picture = self.of_kind(names, "teks-kaya"), self.of_kind(names, "gambar")
        options = [self.text(names), self.text(names), self.text(names), self.number(names)]
        if rich and self.seldom(5):
            return Tag("{{r " + rich + " }}")
        if picture and self.seldom(6):
            return Tag("{{ " + picture + " }}")
        chosen = self.one(*options)
        return Tag(self.one("{{ %s }}", "{{%s}}", "{{ %s}}", "{{  %s  }}", "{{\u00a0%s }}") % chosen)

    def line_if(self, names: Names, prefix: str) -> list[Piece]:
        test, holds, fails = self.test(names)
        made: list[Piece] = [Tag(f"{{%{prefix or ' '}if {test} %}}"), *self.line(names.sure_of(*holds), 3)[0]]
        refuted = names.sure_of(*fails)
        if self.seldom(3):
            test, holds, fails = self.test(refuted)
            made += [Tag(f"{{%{prefix or ' '}elif {test} %}}"), *self.line(refuted.sure_of(*holds), 2)[0]]
            refuted = refuted.sure_of(*fails)
        if self.seldom(3):
            made += [Tag(f"{{%{prefix or ' '}else %}}"), *self.line(refuted, 2)[0]]
        return [*made, Tag(f"{{%{prefix or ' '}endif %}}")]

    def line_for(self, names: Names) -> list[Piece]:
        loop = self.loop(names)
        if loop is None:
            return ["-"]
        words, inside = loop
        self.loops -= 1
        made: list[Piece] = [Tag(f"{{% {words} %}}"), *self.line(inside, 3)[0]]
        self.loops += 1
        if self.seldom(4):
            made += [Tag("{% else %}"), *self.line(names, 2)[0]]
        return [*made, Tag("{% endfor %}")]

    # blocks

    def blocks(self, names: Names, most: int = 4) -> list[Block]:
        made: list[Block] = []
        for _ in range(1 + self.choose(most)):
            if self.room <= 0:
                break
            self.room -= 1
            more, names = self.block(names)
            made += more
        return made or [Para(("kosong",))]

    def block(self, names: Names) -> tuple[list[Block], Names]:
        choice = self.choose(15)
        if choice < 4 or self.deep >= 4:
            return self.paragraph(names)
        if choice < 7:
            return self.within(lambda: self.branches(names, "p", self.blocks)), names
        if choice < 10:
            return self.within(lambda: self.rounds(names, "p", self.blocks)), names
        if choice == 10:
            words, names = self.setting(names)
            return ([Para((Tag("{%p " + words + " %}"),))] if words else []), names
        if choice == 11 and self.parts:
            return [Para((Tag("{%p sisip " + self.one(*self.parts) + " %}"),))], names
        if choice == 12:
            return [Control(tuple(self.within(lambda: self.blocks(names, 2))))], names
        return [self.table(names)], names

    def paragraph(self, names: Names) -> tuple[list[Block], Names]:
        before = names
        pieces, names = self.line(names)
        alt: list[Piece] = [Tag("{{ " + self.text(before) + " }}"), " gambar"] if self.seldom() else []
        box: list[Piece] = []
        if self.seldom():
            box, names = self.line(names, 2)
        return [Para(tuple(pieces), tuple(alt), tuple(box))], names

    def branches(self, names: Names, holder: str, inside: Callable[..., list[Any]]) -> list[Any]:
        """A condition around paragraphs, rows or cells."""
        wrap = _WRAPPED[holder]
        test, holds, fails = self.test(names)
        made = [wrap(Tag(f"{{%{holder} if {test} %}}")), *inside(names.sure_of(*holds), 2)]
        refuted = names.sure_of(*fails)
        if self.seldom(3):
            test, holds, fails = self.test(refuted)
            made += [wrap(Tag(f"{{%{holder} elif {test} %}}")), *inside(refuted.sure_of(*holds), 2)]
            refuted = refuted.sure_of(*fails)
        if self.seldom(3):
            made += [wrap(Tag(f"{{%{holder} else %}}")), *inside(refuted, 2)]
        return [*made, wrap(Tag(f"{{%{holder} endif %}}"))]

    def rounds(self, names: Names, holder: str, inside: Callable[..., list[Any]]) -> list[Any]:
        """A loop over paragraphs, rows or cells."""
        wrap, loop = _WRAPPED[holder], self.loop(names)
        if loop is None:
            return inside(names, 1)
        words, inner = loop
        self.loops -= 1
        made = [wrap(Tag(f"{{%{holder} {words} %}}")), *inside(inner, 2)]
        self.loops += 1
        if self.seldom(5):
            made += [wrap(Tag(f"{{%{holder} else %}}")), *inside(names, 1)]
        return [*made, wrap(Tag(f"{{%{holder} endfor %}}"))]

    def table(self, names: Names) -> Table:
        return Table(tuple(self.within(lambda: self.rows(names, 3))))

    def rows(self, names: Names, most: int) -> list[tuple[tuple[Block, ...], ...]]:
        made: list[tuple[tuple[Block, ...], ...]] = []
        for _ in range(1 + self.choose(most)):
            self.room -= 1
            choice = self.choose(4) if self.room > 0 and self.deep < 5 else 0
            if choice == 1:
                made += self.within(lambda: self.branches(names, "tr", self.rows))
            elif choice == 2:
                made += self.within(lambda: self.rounds(names, "tr", self.rows))
            else:
                made.append(tuple(self.cells(names, 2)))
        return made

    def cells(self, names: Names, most: int) -> list[tuple[Block, ...]]:
        made: list[tuple[Block, ...]] = []
        for _ in range(1 + self.choose(most)):
            choice = self.choose(8) if self.room > 0 and self.deep < 5 else 0
            if choice == 6:
                made += self.within(lambda: self.branches(names, "tc", self.cells))
            elif choice == 7:
                made += self.within(lambda: self.rounds(names, "tc", self.cells))
            else:
                made.append(tuple(self.blocks(names, 2)))
        return made


_WRAPPED: Mapping[str, Callable[[Tag], Any]] = {
    "p": lambda tag: Para((tag,)),
    "tr": lambda tag: ((Para((tag,)),),),
    "tc": lambda tag: (Para((tag,)),),
}


def write(choose: Choose, context: type, parts: tuple[str, ...], room: int, loops: int) -> Karangan:
    """A template for this context; `parts` are what it may put in, `loops` how deep it may repeat."""
    names, author = roots(context), Pengarang(choose, room, parts=parts, loops=loops)
    body = tuple(author.blocks(names, 6))
    author.room = max(author.room, 4)
    author.parts = ()
    return Karangan(body, tuple(author.blocks(names, 1)) if author.seldom(3) else ())


# --- as a Word file --------------------------------------------------------------------------------------------------


@dataclass
class Naskah:
    """Writes blocks as Word does; `instead` gives other texts for tags, by their number."""

    choose: Choose
    instead: Mapping[int, str] = field(default_factory=dict)
    number: int = 0

    def said(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        self.number += 1
        return self.instead.get(self.number - 1, piece.text)

    def xml(self, blocks: Sequence[Block]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        if isinstance(block, Para):
            return self.paragraph(block)
        if isinstance(block, Control):
            inside = self.xml(block.blocks)
            return rusak.control(inside if inside.endswith("</w:p>") else f"{inside}<w:p/>")
        rows = "".join(f"<w:tr>{''.join(map(self.cell, row))}</w:tr>" for row in block.rows)
        return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9000'/></w:tblGrid>{rows}</w:tbl>"

    def cell(self, blocks: Sequence[Block]) -> str:
        inside = self.xml(blocks)
        return f"<w:tc>{inside if inside.endswith('</w:p>') else inside + '<w:p/>'}</w:tc>"

    def paragraph(self, para: Para) -> str:
        alt = rusak.picture("".join(map(self.said, para.alt))) if para.alt else ""
        runs = self.runs("".join(map(self.said, para.pieces)))
        if not para.box:
            return f"<w:p>{alt}{runs}</w:p>"
        inside = "".join(map(self.said, para.box))
        return f"<w:p>{alt}{runs}{rusak.text_box(inside)}</w:p>"

    def runs(self, text: str) -> str:
        """The text in one run, or cut anywhere."""
        made, start = "", 0
        while start < len(text):
            end = start + (1 + self.choose(12) if self.choose(3) == 0 else len(text))
            looks = self.choose(3) == 0
            bold = "<w:rPr><w:b/></w:rPr>" if looks else ""
            piece = f'<w:t xml:space="preserve">{escape(text[start:end])}</w:t>'
            made += f"<w:r>{bold}{piece}</w:r>" + ('<w:proofErr w:type="spellStart"/>' if looks else "")
            start = end
        return made


# --- as plain text for Jinja -----------------------------------------------------------------------------------------


def plain(blocks: Sequence[Block]) -> str:
    """The same for Jinja alone, each paragraph between two signs."""
    return "".join(map(_plain_block, blocks))


def _plain_block(block: Block) -> str:
    if isinstance(block, Control):
        return plain(block.blocks)
    if isinstance(block, Table):
        return "".join(_holder(row[0][0], "tr") or "".join(map(_plain_cell, row)) for row in block.rows)
    box = f"{START}{_said(block.box)}{END}" * 2 if block.box else ""
    if _holder(block, "p"):
        return _holder(block, "p")
    text = f"{START}{_said(block.pieces)}{END}"
    return text + box


def _plain_cell(cell: Sequence[Block]) -> str:
    return _holder(cell[0], "tc") or plain(cell)


def _holder(block: Block, holder: str) -> str:
    """The tag of a paragraph that holds nothing else and takes what it stands in with it; "" for any other."""
    if not isinstance(block, Para) or len(block.pieces) != 1:
        return ""
    (piece,) = block.pieces
    return piece.plain if isinstance(piece, Tag) and re.match(rf"\{{[%#]{holder} ", piece.text) else ""


def _said(pieces: Sequence[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.plain for piece in pieces)
