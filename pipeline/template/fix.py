"""A template with what is safe mended inside its tags: letters, prefixes, tags that Word split; never the text around.

What is part of a tracked change, and a tag whose letters look different, stays as it is: rendering understands both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.problems import WordPlace
from pipeline.template.expressions import STATEMENTS
from pipeline.template.marks import BLANKS, QUOTES, Mark, scan
from pipeline.template.places import CORE, Story, heading_levels, whole_file
from pipeline.template.plain import text_nodes, write_text
from pipeline.word.fieldcodes import HEADINGS, results
from pipeline.word.package import W, pack, parse, serialise, stories, unpack

_WORDS = "|".join((*STATEMENTS, "sisip", "bagian"))
_PREFIX = re.compile(rf"\{{%(\s*)((?i:tr|tc|p|r))(\s*)(?=(?:{_WORDS})(?![\w-]))")
_REMOVED, _ADDED = (f"{W}del", f"{W}moveFrom"), (f"{W}ins", f"{W}moveTo")
_TRACKED_ROWS = (f"{W}trPr/{W}ins", f"{W}trPr/{W}del", f"{W}tcPr/{W}cellIns", f"{W}tcPr/{W}cellDel")
_BESIDE = tuple(
    f"{W}{mark}" for mark in ("proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)
_IN_RUN = (f"{W}rPr", f"{W}t", f"{W}lastRenderedPageBreak", f"{W}commentReference")
_NO_LOOKS = (f"{W}noProof", f"{W}lang")
"""What Word notes of the spelling and the language of letters: it changes nothing that is seen."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class Change:
    """A tag that was mended: where it stands, and the tag before and after. The same text: its runs were joined."""

    place: WordPlace
    before: str
    after: str

    @property
    def kind(self) -> str:
        """ "gabung" where the tag was put into one run and says the same, else "isi"."""
        return "gabung" if self.before == self.after else "isi"

    @property
    def part(self) -> str:
        """The part's name in the package."""
        return self.place.anchor[0]


def fixed(docx: bytes, name: str = "") -> tuple[bytes, tuple[Change, ...]]:
    """The template mended, and what was changed in it; the same bytes where nothing was.

    `name` is what messages call the file, which must be one that can be opened safely.
    """
    parts = unpack(docx)
    styles = parts.get("word/styles.xml")
    levels = heading_levels(parse(styles) if styles is not None else None)
    changes: list[Change] = []
    for part in stories(parts):
        story = Story(name, part, parse(parts[part]), levels)
        found = list(_of_story(story))
        if found:
            changes += _once(found)
            parts[part] = serialise(story.root)
    if CORE in parts:
        properties = parse(parts[CORE])
        found_there = list(_of_properties(properties, name))
        if found_there:
            changes += found_there
            parts[CORE] = serialise(properties)
    return (pack(parts), tuple(changes)) if changes else (docx, ())


def _of_story(story: Story) -> Iterator[tuple[Element, Change]]:
    unseen = {text for text, field in results(story.root).items() if HEADINGS.search(field)}
    for paragraph in story.root.iter(f"{W}p"):
        nodes = [(n, "" if n in unseen else t) for n, t in text_nodes(paragraph) if not _inside(n, _REMOVED)]
        tags = [_Tag.of(paragraph, nodes, mark) for mark in _marks("".join(t for _, t in nodes))]
        wanted = [(tag, pieces, _change(story, tag, pieces)) for tag in tags if (pieces := _pieces(tag)) is not None]
        for tag, pieces, _ in reversed(wanted):
            _rewrite(tag, pieces)
        yield from ((paragraph, change) for *_, change in wanted)


def _change(story: Story, tag: _Tag, pieces: list[str]) -> Change:
    text = tag.mark.text
    return Change(story.place(tag.paragraph, text, 0, len(text)), text, "".join(pieces))


def _of_properties(root: Element, name: str) -> Iterator[Change]:
    for element in (e for e in root if isinstance(e.tag, str)):
        text = element.text or ""
        wanted = [(m, after) for m in _marks(text) if (after := "".join(_letters(m.text))) != m.text]
        for mark, after in reversed(wanted):
            text = text[: mark.start] + after + text[mark.end :]
            element.text = text
        for mark, after in wanted:
            yield Change(whole_file(name, CORE, mark.text, 0, len(mark.text)), mark.text, after)


def _marks(text: str) -> list[Mark]:
    """The whole tags of a text that are not notes of its author."""
    return [m for m in scan(text) if isinstance(m, Mark) and m.kind != "{#"] if "{" in text else []


def _once(found: list[tuple[Element, Change]]) -> Iterator[Change]:
    """Word writes a text box twice, for today's programs and for old ones: what was changed in both is told once."""
    told = {(c.before, c.after) for paragraph, c in found if not _inside(paragraph, (_FALLBACK,))}
    for paragraph, change in found:
        if not (_inside(paragraph, (_FALLBACK,)) and (change.before, change.after) in told):
            yield change


# --- what a tag is to say --------------------------------------------------------------------------------------------


def _letters(text: str) -> list[str]:
    """What each character of a tag is to be: itself, another one, or nothing."""
    letters = [c.translate(QUOTES).translate(BLANKS) for c in text]
    kept = [at for at, letter in enumerate(letters) if letter]
    prefix = _PREFIX.match("".join(letters))
    if prefix and not (prefix[1] and not prefix[3]) and (prefix[1] or not prefix[3] or prefix[2] != prefix[2].lower()):
        for at in (*range(*prefix.span(1)), *range(prefix.start(3) + 1, prefix.end(3))):
            letters[kept[at]] = ""
        for at in range(*prefix.span(2)):
            letters[kept[at]] = letters[kept[at]].lower()
        letters[kept[prefix.end(2) - 1]] += "" if prefix[3] else " "
    return letters


# --- where it stands -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag and the elements that hold it, each with the characters [start, end) of its text that belong to it."""

    mark: Mark
    paragraph: Element
    held: tuple[tuple[Element, int, int], ...]

    @classmethod
    def of(cls, paragraph: Element, nodes: list[tuple[Element, str]], mark: Mark) -> _Tag:
        held, at = [], 0
        for node, text in nodes:
            start, end = max(mark.start - at, 0), min(mark.end - at, len(text))
            held += [(node, start, end)] if start < end else []
            at += len(text)
        return cls(mark, paragraph, tuple(held))

    @property
    def runs(self) -> list[Element]:
        return list(dict.fromkeys(run for node, *_ in self.held if (run := node.getparent()) is not None))

    @property
    def between(self) -> list[Element]:
        """Everything that begins between the first and the last of the elements that hold the tag."""
        elements = list(self.paragraph.iter(etree.Element))
        return elements[elements.index(self.held[0][0]) + 1 : elements.index(self.held[-1][0])]


def _pieces(tag: _Tag) -> list[str] | None:
    """What each of the elements that hold a tag is to hold of it; None where nothing has to be done, or may be."""
    letters = _letters(tag.mark.text)
    joins = len(tag.runs) > 1 and _is_joinable(tag)
    if (letters == list(tag.mark.text) and not joins) or _is_tracked(tag):
        return None
    if joins:
        return ["".join(letters), *[""] * (len(tag.held) - 1)]
    ends = list(accumulate((end - start for _, start, end in tag.held), initial=0))
    return ["".join(letters[start:end]) for start, end in pairwise(ends)]


def _rewrite(tag: _Tag, pieces: list[str]) -> None:
    """Write the pieces where they belong; what is left without anything goes."""
    for (node, start, end), piece in zip(tag.held, pieces, strict=True):
        old, run = node.text or "", node.getparent()
        if node.tag == f"{W}t" and old[start:end] != piece:
            write_text(node, old[:start] + piece + old[end:])
        if run is not None and not piece and not node.text:
            run.remove(node)
            if all(child.tag == f"{W}rPr" for child in run):
                _remove(run)


def _is_tracked(tag: _Tag) -> bool:
    """Whether a tag was written, deleted, moved or set anew, whole or in part, while changes were tracked."""
    rows = list(tag.paragraph.iterancestors(f"{W}tr", f"{W}tc"))
    return (
        any(run.find(f"{W}rPr/{W}rPrChange") is not None or _inside(run, _ADDED) for run in tag.runs)
        or any(element.tag in (*_ADDED, *_REMOVED) for element in tag.between)
        or any(row.find(path) is not None for row in rows for path in _TRACKED_ROWS)
    )


def _is_joinable(tag: _Tag) -> bool:
    """Whether all letters of a tag look the same and nothing that shows, links or computes stands among them."""
    first = tag.runs[0]
    same = all(_looks(run) == _looks(first) for run in tag.runs)
    return same and all(_is_harmless(element, first) for element in tag.between)


def _is_harmless(element: Element, first: Element) -> bool:
    parent = element.getparent()
    if parent is first.getparent():
        return element.tag in (f"{W}r", *_BESIDE)
    return _inside(element, (f"{W}rPr",)) or (parent is not None and parent.tag == f"{W}r" and element.tag in _IN_RUN)


def _looks(run: Element) -> list[bytes]:
    """The formatting of a run's letters."""
    properties = run.find(f"{W}rPr")
    seen = [p for p in properties if p.tag not in _NO_LOOKS] if properties is not None else []
    return [etree.tostring(p, method="c14n", with_tail=False) for p in seen]


def _inside(element: Element, holders: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*holders), None) is not None


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
