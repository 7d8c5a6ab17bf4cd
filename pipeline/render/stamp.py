"""Words across every page of a PDF, large and pale; it refuses to know which pages these are and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from pipeline.render.lettering import CODE, drawn, unseen
from pipeline.render.pdfobjects import Importer, Objects, dictionary
from pipeline.render.reading import BROKEN, View, view

_SHARE = 0.8
_SIDE = 1000
_GREY = "0.75"
_ALPHA = "0.5"
_SMALL = 4
_ARTIFACT = "/Artifact <</Type /Pagination /Subtype /Watermark>>"
# Cosine and sine of 0, 90, 180 and 270 degrees.
_QUARTERS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
# Strings, comments and pictures may hold a q or Q that is no operator.
_SAVES = re.compile(
    rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|%[^\r\n]*|(?<!\S)ID\s.*?\sEI(?!\S)"
    rb"|(?<![^\s\])>])([qQ])(?![^\s\[(<%/])",
    re.DOTALL,
)


@dataclass(slots=True)
class Stamp:
    """The words as two drawings that all pages share.

    `shown` draws them in a square of _SIDE around the origin. `read` shows nothing and is found by a search: were the
    large letters themselves text, they would lie across the page's own text and tear its lines apart for who copies.
    """

    objects: Objects
    shown: IndirectObject
    read: IndirectObject
    _done: set[int] = field(default_factory=set)

    def put_on(self, page: IndirectObject, source: PageObject, importer: Importer) -> None:
        """Stamp a page that the importer made of `source`.

        It is drawn over the page, since a scan or a page with a background would hide it, and multiplied with what is
        there: white turns grey and black stays black, as if it lay beneath. It is an artifact, so tags know nothing
        of it.
        """
        if page.idnum in self._done:
            return
        self._done.add(page.idnum)
        made = self.objects.dictionary(page)
        drawings = _drawings(made, importer.take(source.raw_get("/Resources") if "/Resources" in source else None))
        names = [_named(drawings, form) for form in (self.shown, self.read)]
        missing, unclosed = _unbalanced(source)
        before = self.objects.add(_stream("q\n" * (1 + missing)))
        after = self.objects.add(_stream("Q\n" * (1 + unclosed) + _placed(view(source), *names)))
        made[NameObject("/Contents")] = ArrayObject([before, *_contents(made), after])


def make_stamp(objects: Objects, words: str) -> Stamp:
    """The stamp of these words (capitals A–Z, blanks, hyphens; ValueError for anything else)."""
    return Stamp(objects, objects.add(_shown(words)), objects.add(_read(objects, words)))


def _shown(words: str) -> StreamObject:
    """The words rising by 45 degrees: a line of width w and height h then fills a square of (w + h) / √2."""
    width, height, operators = drawn(words)
    size = _SIDE / (width + height)
    start = (size, size, -size, size, size * (height - width) / 2, size * -(width + height) / 2)
    pale = dictionary(
        Type=NameObject("/ExtGState"), BM=NameObject("/Multiply"), ca=FloatObject(_ALPHA), CA=FloatObject(_ALPHA)
    )
    half = _SIDE // 2
    return _form(
        f"/Pale gs {_GREY} G {_matrix(*start)} cm\n{operators}\n",
        (-half, -half, half, half),
        dictionary(ExtGState=dictionary(Pale=pale)),
    )


def _read(objects: Objects, words: str) -> StreamObject:
    return _form(
        f"BT /Words {_SMALL} Tf <{CODE:02X}> Tj ET\n",
        (0, 0, _SMALL, _SMALL),
        dictionary(Font=dictionary(Words=unseen(objects, words))),
    )


def _form(operators: str, box: tuple[int, int, int, int], resources: DictionaryObject) -> StreamObject:
    form = _stream(operators)
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(NumberObject(n) for n in box)
    form[NameObject("/Resources")] = resources
    return form


def _placed(seen: View, shown: str, read: str) -> str:
    """The operators that put the letters into the middle of what is seen, upright for who looks; text at its foot."""
    scale = _SHARE * min(seen.size) / _SIDE
    cosine, sine = _QUARTERS[seen.turn]
    (x, y), down = seen.centre, seen.size[1] / 2 - 1
    letters = _matrix(scale * cosine, scale * sine, -scale * sine, scale * cosine, x, y)
    text = _matrix(cosine, sine, -sine, cosine, x + sine * down, y - cosine * down)
    return f"{_ARTIFACT} BDC\nq {letters} cm {shown} Do Q\nq {text} cm {read} Do Q\nEMC\n"


def _drawings(page: DictionaryObject, resources: Any) -> DictionaryObject:
    """What the page may draw, by name; its resources may be shared with other pages, or come from above it."""
    if not isinstance(resources.get_object(), DictionaryObject):
        resources = dictionary()
    page[NameObject("/Resources")] = resources
    held = resources.get_object().get("/XObject")
    found = held.get_object() if held is not None else None
    if isinstance(found, DictionaryObject):
        return found
    resources.get_object()[NameObject("/XObject")] = made = dictionary()
    return made


def _named(drawings: DictionaryObject, form: IndirectObject) -> str:
    name = "/Stempel"
    while name in drawings and drawings.raw_get(name) is not form:
        name += "X"
    drawings[NameObject(name)] = form
    return name


def _contents(page: DictionaryObject) -> list[IndirectObject]:
    held = page.raw_get("/Contents") if "/Contents" in page else None
    if held is None:
        return []
    found = held.get_object()
    if isinstance(found, ArrayObject):
        return [*list.__iter__(found)]
    return [held] if isinstance(found, StreamObject) else []


def _unbalanced(page: PageObject) -> tuple[int, int]:
    """How many saved states a page restores without having saved them, and how many it leaves saved.

    Scanners' programs often forget the last Q, which would scale the stamp as they scaled their picture.
    """
    try:
        contents = page.get_contents()
        data = contents.get_data() if contents is not None else b""
    except BROKEN:
        return 0, 0
    depth = lowest = 0
    for operator in _SAVES.findall(data):
        depth += {b"q": 1, b"Q": -1}.get(operator, 0)
        lowest = min(lowest, depth)
    return -lowest, depth - lowest


def _matrix(*values: float) -> str:
    """Six numbers of at most six decimals; no minus before a zero."""
    return " ".join(f"{round(value, 6) + 0:.6f}".rstrip("0").rstrip(".") for value in values)


def _stream(text: str) -> StreamObject:
    made = StreamObject()
    made._data = text.encode("ascii")
    return made
