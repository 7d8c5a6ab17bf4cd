"""Keeps printed values apart from the template: a token while Jinja runs, the text or picture itself afterwards.

So text of the data is never seen by Jinja, by a regular expression or by an XML parser, whatever it holds. It refuses
to know where the values come from.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element
from markupsafe import Markup

from pipeline.media import Image
from pipeline.render.package import XML, W

Draw = Callable[[Image], Element]
"""Makes the `w:drawing` of a picture in the part at hand."""

_OPEN, _CLOSE = "\ue0f1", "\ue0f2"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ILLEGAL = re.compile(f"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[{_OPEN}{_CLOSE}]")


class NotTextError(ValueError):
    """A template prints something that is neither text nor a picture: a table, nothing, yes/no."""


def clean(text: str) -> str:
    """Text with one kind of line end and without the characters that XML forbids."""
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def hold(held: list[str | Image], value: object) -> object:
    """Put a printed value away and give its token; NotTextError for what cannot be printed.

    What Jinja itself made (`Markup`: a captured block) already consists of tokens and stays.
    """
    if isinstance(value, Markup) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if not isinstance(value, str | Image):
        str(value)  # an undefined value complains here, by its own name
        raise NotTextError(type(value).__name__)
    held.append(clean(value) if isinstance(value, str) else value)
    return Markup(f"{_OPEN}{len(held) - 1}{_CLOSE}")  # noqa: S704  the token is ours


def without_tokens(text: str) -> str:
    """A rendered text for a message: each value as an ellipsis."""
    return _TOKEN.sub("…", text)


def fill_plain(text: str, held: list[str | Image]) -> str:
    """A text with its tokens replaced, in one line: for attributes and properties."""
    return " ".join(_TOKEN.sub(lambda m: _plain(held[int(m[1])]), text).split("\n"))


def fill(root: Element, held: list[str | Image], draw: Draw) -> None:
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


def _plain(value: str | Image) -> str:
    return value.alt if isinstance(value, Image) else value


def _fill_run(node: Element, held: list[str | Image], draw: Draw) -> None:
    run = node.getparent()
    assert run is not None  # noqa: S101  a w:t has a run around it, or the XML would not have been Word's
    at = run.index(node)
    text = node.text or ""
    made: list[Element] = []
    end = 0
    for token in _TOKEN.finditer(text):
        made += _text_nodes(text[end : token.start()])
        value = held[int(token[1])]
        made += [draw(value)] if isinstance(value, Image) else _text_nodes(value)
        end = token.end()
    made += _text_nodes(text[end:])
    run.remove(node)
    for offset, element in enumerate(made):
        run.insert(at + offset, element)


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
