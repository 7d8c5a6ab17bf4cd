"""Scanned pages brought to the paper of the form they were printed from; it refuses to know what was scanned."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from pipeline.render.pdfobjects import Importer, Objects, dictionary, merge_equal_streams, write
from pipeline.render.reading import BROKEN, View, open_pdf, unreadable, view

# Cosine and sine of the clockwise turns of a page.
_TURNS = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}
_STRUCTURE_KEYS = ("/StructParent", "/StructParents")
# Flags of an annotation: bits 2, 5 and 6 (ISO 32000-1, table 165).
_HIDDEN, _NO_ROTATE, _NO_VIEW = 1 << 1, 1 << 4, 1 << 5
_UNMOVED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_Box = tuple[float, float, float, float]


def fitted(pdf: bytes, width: float, height: float, file: str) -> bytes:
    """The PDF with every page in the middle of a page of width × height points, as large as fits, never distorted.

    A page that lies goes onto the same paper lying. What hangs on pages (annotations, fields, tags, bookmarks) is left
    out; what an annotation shows, such as the visible part of an electronic signature, becomes part of the page. Equal
    input gives equal bytes. KinerjaError PROBLEMS naming `file` where it is encrypted, empty or unreadable.
    """
    reader = open_pdf(file, pdf)
    objects = Objects()
    importer = Importer(objects, 0)
    tree = objects.add(NullObject())
    try:
        pages = [objects.add(_page(objects, importer, page, (width, height), tree)) for page in reader.pages]
    except BROKEN as error:
        raise unreadable(file, error) from error
    _forget_tags(objects)
    kids, count = ArrayObject(pages), NumberObject(len(pages))
    objects.put(tree, dictionary(Type=NameObject("/Pages"), Kids=kids, Count=count))
    root = objects.add(dictionary(Type=NameObject("/Catalog"), Pages=tree))
    merge_equal_streams(objects)
    return write(objects, root, objects.add(dictionary(Producer=TextStringObject("kinerja"))))


def page_size(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page in points, as it is shown; for a PDF that can be read."""
    return view(PdfReader(io.BytesIO(pdf)).pages[0]).size


def _page(
    objects: Objects, importer: Importer, page: PageObject, paper: tuple[float, float], tree: IndirectObject
) -> DictionaryObject:
    seen = view(page)
    paper = _laid(paper, seen)
    drawings = dictionary(Pindaian=objects.add(_drawing(importer, page, seen)))
    drawn = StreamObject()
    drawn._data = f"q {_matrix(seen, paper)} cm /Pindaian Do{_hung(importer, page, seen, drawings)} Q\n".encode()
    return dictionary(
        Type=NameObject("/Page"),
        Parent=tree,
        MediaBox=_numbers(0, 0, *paper),
        Resources=dictionary(XObject=drawings),
        Contents=objects.add(drawn),
    )


def _laid(paper: tuple[float, float], seen: View) -> tuple[float, float]:
    """The paper, lying where the page lies and upright where it stands."""
    width, height = seen.size
    return paper[::-1] if (width - height) * (paper[0] - paper[1]) < 0 else paper


def _matrix(seen: View, paper: tuple[float, float]) -> str:
    """From the page's own coordinates to those of the paper: turned as a viewer turns it, scaled, centred."""
    scale = min(paper[0] / seen.size[0], paper[1] / seen.size[1])
    cosine, sine = (scale * n for n in _TURNS[seen.turn])
    x, y = seen.centre
    shift = paper[0] / 2 - cosine * x + sine * y, paper[1] / 2 - sine * x - cosine * y
    return _operands(cosine, sine, -sine, cosine, *shift)


def _drawing(importer: Importer, page: PageObject, seen: View) -> StreamObject:
    """The page as a drawing that is cut off where the page was."""
    contents = page.get_contents()
    made = StreamObject()
    made._data = zlib.compress(contents.get_data() if contents is not None else b"", 9)
    made[NameObject("/Filter")] = NameObject("/FlateDecode")
    made[NameObject("/Type")], made[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    made[NameObject("/BBox")] = _numbers(seen.left, seen.bottom, seen.right, seen.top)
    made[NameObject("/Resources")] = dictionary()
    for key in ("/Resources", "/Group"):
        if key in page:
            made[NameObject(key)] = importer.take(page.raw_get(key))
    return made


def _hung(importer: Importer, page: PageObject, seen: View, drawings: DictionaryObject) -> str:
    """The operators that draw over a page what its annotations show; their forms are added to `drawings`.

    They stand beside the drawing of the page, not in it: a page that leaves its q or Q open cannot move them then.
    """
    operators = ""
    for number, (look, place) in enumerate(_looks(page, seen.turn), 1):
        drawings[NameObject(f"/Tempelan{number}")] = _form(importer, page, look)
        operators += f"\nq {place} /Tempelan{number} Do Q"
    left, bottom = seen.left, seen.bottom
    edge = _operands(left, bottom, seen.right - left, seen.top - bottom)
    return f"\n{edge} re W n{operators}\n" if operators else ""


def _looks(page: PageObject, turn: int) -> Iterator[tuple[StreamObject, str]]:
    """The form of each annotation that is shown, and the operators that lead to its place on the page."""
    annotations = _held(page, "/Annots")
    for entry in list.__iter__(annotations) if isinstance(annotations, ArrayObject) else ():
        annotation = entry.get_object()
        look = _look(annotation) if _is_shown(annotation) else None
        place = _place(annotation, look, turn) if look is not None else None
        if look is not None and place is not None:
            yield look, place


def _is_shown(annotation: Any) -> bool:
    return not _flags(annotation) & (_HIDDEN | _NO_VIEW) and _held(annotation, "/Subtype") != "/Popup"


def _flags(annotation: Any) -> int:
    held = _held(annotation, "/F")
    return held if isinstance(held, int) else 0


def _look(annotation: Any) -> StreamObject | None:
    """The normal appearance (of several: that of the state it is in); None without one."""
    look = _held(_held(annotation, "/AP"), "/N")
    if isinstance(look, DictionaryObject) and not isinstance(look, StreamObject):
        look = _held(look, str(_held(annotation, "/AS")))
    return look if isinstance(look, StreamObject) else None


def _form(importer: Importer, page: PageObject, look: StreamObject) -> IndirectObject:
    """An appearance as a drawing: as an appearance it need not have said that it is one.

    One without resources takes those of its page, as old programs still expect (ISO 32000-1, 7.8.3).
    """
    form = importer.take(look)
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    if _is_plain(_held(look, "/Group")):
        form.pop("/Group", None)
    if "/Resources" not in form and "/Resources" in page:
        form[NameObject("/Resources")] = importer.take(page.raw_get("/Resources"))
    return importer.objects.add(form)


def _is_plain(group: Any) -> bool:
    """A group neither isolated nor knockout is what an appearance without a group is (ISO 32000-1, 12.5.5).

    Some viewers take every group in a page for an isolated one: a highlighter would hide the words beneath it.
    """
    return not any(isinstance(said := _held(group, key), BooleanObject) and said.value for key in ("/I", "/K"))


def _place(annotation: Any, look: StreamObject, turn: int) -> str | None:
    """From the appearance, as its own matrix has moved it, to the annotation's rectangle (ISO 32000-1, 12.5.5).

    None where either has no area: an invisible signature is written so.
    """
    corners, bounds = _values(annotation, "/Rect", 4), _values(look, "/BBox", 4)
    if corners is None or bounds is None:
        return None
    rectangle, box = _upright(corners, _UNMOVED), _upright(bounds, _values(look, "/Matrix", 6) or _UNMOVED)
    if not all(b[0] < b[2] and b[1] < b[3] for b in (rectangle, box)):
        return None
    stays = turn and _flags(annotation) & _NO_ROTATE
    return (_turned_back(rectangle, turn) if stays else "") + _onto(rectangle, box)


def _upright(box: tuple[float, ...], matrix: tuple[float, ...]) -> _Box:
    """Left, bottom, right, top of what a box becomes; two of its opposite corners are given, in any order."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in box[::2] for y in box[1::2]]
    across, up = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return min(across), min(up), max(across), max(up)


def _onto(rectangle: _Box, box: _Box) -> str:
    across, up = ((rectangle[i + 2] - rectangle[i]) / (box[i + 2] - box[i]) for i in (0, 1))
    shift = rectangle[0] - across * box[0], rectangle[1] - up * box[1]
    return f"{_operands(across, 0, 0, up, *shift)} cm"


def _turned_back(rectangle: _Box, turn: int) -> str:
    """Against the turn of the page, around the upper left corner, for what does not turn with it (12.5.3)."""
    (cosine, sine), (x, y) = _TURNS[turn], (rectangle[0], rectangle[3])
    shift = x - cosine * x - sine * y, y + sine * x - cosine * y
    return f"{_operands(cosine, -sine, sine, cosine, *shift)} cm "


def _forget_tags(objects: Objects) -> None:
    """Numbers into a tree of tags that is not there would be taken for those of another tree in a bundle."""
    for thing in objects.held:
        if isinstance(thing, DictionaryObject):
            for key in _STRUCTURE_KEYS:
                thing.pop(key, None)


def _held(holder: Any, key: str) -> Any:
    """What a dictionary holds, itself or by reference; None for nothing, or for something that is no dictionary."""
    found = holder.raw_get(key) if isinstance(holder, DictionaryObject) and key in holder else None
    return found.get_object() if found is not None else None


def _values(holder: Any, key: str, count: int) -> tuple[float, ...] | None:
    held = _held(holder, key)
    numbers = [n.get_object() for n in list.__iter__(held)] if isinstance(held, ArrayObject) else []
    is_whole = len(numbers) == count and all(isinstance(n, int | float) for n in numbers)
    return tuple(map(float, numbers)) if is_whole else None


def _operands(*values: float) -> str:
    return " ".join(f"{n:.6f}" for n in values)


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(f"{value:.4f}") for value in values)
