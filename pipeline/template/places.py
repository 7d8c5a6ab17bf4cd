"""Where something stands in a template, in the words of somebody who has it open in Word; it refuses to know tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import _Element as Element

from pipeline.problems import Problem, Said, Severity, WordPlace
from pipeline.word.package import DOCUMENT, W, own_text

CORE = "docProps/core.xml"
_KINDS = ("header", "footer", "footnotes", "endnotes", "comments", "settings", "styles", "numbering")
_NOTES = (f"{W}footnote", f"{W}endnote", f"{W}comment")
_WORDS = 60
_SHOWN = 160
_AROUND = 40


@dataclass
class Story:
    """One part of a template on the way through its tags: the file's name, the part's in the package, its root.

    `levels` gives, by the id of a style, the level of headings in it, `numbers` each paragraph's number in the file.
    """

    file: str
    name: str
    root: Element
    levels: Mapping[str, int]
    numbers: Mapping[Element, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Number the paragraphs as they stand in the file, before anything in them is made plain."""
        self.numbers = self.numbers or {p: n for n, p in enumerate(self.root.iter(f"{W}p"))}

    @property
    def holds_pictures(self) -> bool:
        """Whether pictures can be put in: notes have no room for them."""
        return not self.name.startswith(("word/footnotes", "word/endnotes", "docProps"))

    @cached_property
    def tables(self) -> list[Element]:
        """The tables that stand in no other."""
        return [t for t in self.root.iter(f"{W}tbl") if next(t.iterancestors(f"{W}tbl"), None) is None]

    def place(self, paragraph: Element | None, text: str = "", at: int = 0, width: int = 0) -> WordPlace:
        """Where a paragraph stands (None: the whole part), and of a text in it the characters that are meant."""
        shown, at = _window(text, at, width)
        if paragraph is None:
            return WordPlace(self.file, called(self.name), (), "", "", shown, at + 1, width, (self.name, -1))
        return WordPlace(
            self.file,
            called(self.name, paragraph),
            tuple(self._cells(paragraph)),
            self._heading(paragraph),
            shortened(own_text(paragraph), _WORDS),
            shown,
            at + 1,
            min(width, len(shown) - at),
            (self.name, self.numbers.get(paragraph, -1)),
        )

    def _cells(self, paragraph: Element) -> Iterator[tuple[int, int, int]]:
        """Table, row and column, the outermost table first."""
        for cell in reversed(list(paragraph.iterancestors(f"{W}tc"))):
            row = next(cell.iterancestors(f"{W}tr"))
            table = next(row.iterancestors(f"{W}tbl"))
            outer = next(table.iterancestors(f"{W}tc"), None)
            beside = (
                self.tables if outer is None else [t for t in outer.iter(f"{W}tbl") if _within(t, f"{W}tc") is outer]
            )
            rows = [r for r in table.iter(f"{W}tr") if _within(r, f"{W}tbl") is table]
            cells = [c for c in row.iter(f"{W}tc") if _within(c, f"{W}tr") is row]
            yield beside.index(table) + 1, rows.index(row) + 1, cells.index(cell) + 1

    def _heading(self, paragraph: Element) -> str:
        """The text of the nearest heading above, in the body alone."""
        if self.name != DOCUMENT or not self.levels or self._level(paragraph):
            return ""
        top = next((e for e in (paragraph, *paragraph.iterancestors()) if _in_body(e)), None)
        before = top.itersiblings(f"{W}p", preceding=True) if top is not None else ()
        found = next((p for p in before if self._level(p) and own_text(p).strip()), None)
        return shortened(own_text(found), _WORDS) if found is not None else ""

    def _level(self, paragraph: Element) -> int:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.levels.get(style.get(f"{W}val", ""), 0) if style is not None else 0


def heading_levels(styles: Element | None) -> dict[str, int]:
    """Style id → level (from 1) of the styles that make headings."""
    found: dict[str, int] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        level = style.find(f"{W}pPr/{W}outlineLvl")
        name = style.find(f"{W}name")
        named = re.fullmatch(r"heading (\d)", name.get(f"{W}val", "").lower()) if name is not None else None
        if named or level is not None:
            number = int(named[1]) if named else int(level.get(f"{W}val", "9")) + 1 if level is not None else 0
            found[style.get(f"{W}styleId", "")] = number
    return {id_: level for id_, level in found.items() if 0 < level < 10}


def whole_file(file: str, name: str = "", text: str = "", at: int = 0, width: int = 0) -> WordPlace:
    """A place that is the file, or one part of it that holds no paragraphs."""
    shown, at = _window(text, at, width)
    return WordPlace(file, called(name), (), "", "", shown, at + 1, min(width, len(shown) - at), (name, -1))


def called(name: str, paragraph: Element | None = None) -> Said:
    """A part of the package, and what of it a paragraph stands in, as Word's own menus call it."""
    if not name:
        return Said("templat.bagian.berkas")
    if name == DOCUMENT:
        part = Said("templat.bagian.dokumen")
    elif name.startswith("docProps/"):
        part = Said("templat.bagian.properti")
    else:
        part = _called(name, paragraph)
    inside = next(paragraph.iterancestors(f"{W}txbxContent"), None) if paragraph is not None else None
    return part if inside is None else Said("templat.bagian.kotak-teks", {"bagian": part})


def _called(name: str, paragraph: Element | None) -> Said:
    file = name.rpartition("/")[2].removesuffix(".rels")
    kind = next((k for k in _KINDS if re.fullmatch(rf"{k}\d*\.xml", file)), "lain")
    note = next(paragraph.iterancestors(*_NOTES), None) if paragraph is not None else None
    number = note.get(f"{W}id", "") if note is not None else re.sub(r"\D", "", file)
    return Said(f"templat.bagian.{kind}", {"nomor": number, "nama": name})


def problem(
    code: str,
    word: WordPlace,
    args: Mapping[str, str | Said] | None = None,
    hint: str | None = None,
    severity: Severity = Severity.SALAH,
) -> Problem:
    """A finding about a template."""
    short = {name: shortened(a, _SHOWN) if isinstance(a, str) else a for name, a in (args or {}).items()}
    return Problem(code, args=short, severity=severity, hint=hint, word=word)


def shortened(text: str, most: int) -> str:
    """A text in one line, cut where it is longer."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _window(text: str, at: int, width: int) -> tuple[str, int]:
    """The part of a long text around what is meant in it."""
    flat = re.sub(r"\s", " ", text)
    if len(flat) <= _SHOWN:
        return flat, at
    start = max(0, min(at - _AROUND, len(flat) - _SHOWN))
    cut = flat[start : start + _SHOWN]
    before, after = ("…" if start else ""), ("…" if start + _SHOWN < len(flat) else "")
    return before + cut + after, at - start + len(before)


def _within(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(tag), None)


def _in_body(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}body"
