"""Keeps printed values apart from the template: a token while Jinja runs, the text or picture itself afterwards.

So text of the data is never seen by Jinja, by a regular expression or by an XML parser, whatever it holds. It refuses
to know where the values come from.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element
from markupsafe import Markup

from pipeline.media import Image, RichText
from pipeline.word.package import XML, W


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture, and the line of the compiled template that asks for it."""

    image: Image
    line: int


Value = str | RichText | Placed
Draw = Callable[[Placed], Element]
"""Makes the `w:drawing` of a picture in the part at hand."""

_OPEN, _CLOSE = "\ue0f1", "\ue0f2"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ue0f1-\ue0f6]")


class NotTextError(ValueError):
    """A template prints something that is neither text nor a picture: a table, nothing, yes/no."""


def clean(text: str) -> str:
    """Text with one kind of line end and without the characters that XML forbids."""
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def hold(held: list[Value], value: object) -> object:
    """Put a printed value away and give its token; NotTextError for what cannot be printed.

    What Jinja itself made (`Markup`: a text that stands in a tag) is that text.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    value = value.unescape() if isinstance(value, Markup) else value
    if not isinstance(value, str | Image | RichText):
        str(value)  # an undefined value complains here, by its own name
        raise NotTextError(type(value).__name__)
    kept = Placed(value, _line()) if isinstance(value, Image) else value
    held.append(clean(kept) if isinstance(kept, str) else kept)
    return Markup(f"{_OPEN}{len(held) - 1}{_CLOSE}")  # noqa: S704  the token is ours


def _line() -> int:
    """The line of the compiled template that is being carried out."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename != "<template>":
        frame = frame.f_back
    return frame.f_lineno


def without_tokens(text: str) -> str:
    """A rendered text for a message: each value as an ellipsis."""
    return _TOKEN.sub("…", text)


def fill_plain(text: str, held: list[Value]) -> str:
    """A text with its tokens replaced, in one line: for attributes and properties."""
    return " ".join(_TOKEN.sub(lambda m: _plain(held[int(m[1])]), text).split("\n"))


def fill(root: Element, held: list[Value], draw: Draw) -> None:
    """Replace every token under `root`: line breaks become `w:br`, tabs `w:tab`, pictures drawings."""
    for element in list(root.iter(etree.Element)):
        for name, value in element.items():
            if _OPEN in value:
                element.set(name, fill_plain(str(value), held))
        if element.text and _OPEN in element.text:
            if element.tag == f"{W}t":
                _fill_run(element, held, draw)
            else:
                element.text = fill_plain(element.text, held)


def leftover(root: Element) -> bool:
    """Whether a token stands where no text can stand, because a tag was written outside a run."""
    return any(_OPEN in (e.tail or "") for e in root.iter())


def _plain(value: Value) -> str:
    if isinstance(value, RichText):
        return "".join(text for text, _, _ in value.pieces)
    return value.image.alt if isinstance(value, Placed) else value


def _fill_run(node: Element, held: list[Value], draw: Draw) -> None:
    run = node.getparent()
    assert run is not None  # noqa: S101  a w:t has a run around it, or the XML would not have been Word's
    at = run.index(node)
    text = node.text or ""
    made: list[Element] = []
    end = 0
    for token in _TOKEN.finditer(text):
        made += _text_nodes(text[end : token.start()])
        value = held[int(token[1])]
        if isinstance(value, RichText):  # alone in its run, as `{{r … }}` makes it
            _fill_rich(run, value)
            return
        made += [draw(value)] if isinstance(value, Placed) else _text_nodes(value)
        end = token.end()
    made += _text_nodes(text[end:])
    run.remove(node)
    for offset, element in enumerate(made):
        run.insert(at + offset, element)


def _fill_rich(run: Element, value: RichText) -> None:
    """A run a piece in place of the run of the tag, all with its looks."""
    for text, bold, italic in value.pieces:
        made = etree.Element(f"{W}r")
        properties = deepcopy(run.find(f"{W}rPr"))
        made.append(etree.Element(f"{W}rPr") if properties is None else properties)
        for name, wanted in (("i", italic), ("b", bold)):
            if wanted and made[0].find(f"{W}{name}") is None:
                made[0].insert(_before_weight(made[0]), etree.Element(f"{W}{name}"))
        made.extend(_text_nodes(clean(text)))
        run.addprevious(made)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _before_weight(properties: Element) -> int:
    """Where the schema wants weight and slope: after the style and the font."""
    return len([c for c in properties if c.tag in (f"{W}rStyle", f"{W}rFonts")])


def _text_nodes(text: str) -> list[Element]:
    nodes: list[Element] = []
    for piece in re.split("([\n\t])", text):
        if piece == "\n":
            nodes.append(etree.Element(f"{W}br"))
        elif piece == "\t":
            nodes.append(etree.Element(f"{W}tab"))
        elif piece:
            node = etree.Element(f"{W}t")
            node.text = piece
            node.set(f"{XML}space", "preserve")
            nodes.append(node)
    return nodes
