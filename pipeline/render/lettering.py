"""Capital letters as strokes of a pen, and words that only a reading machine sees; it refuses to know what they say.

Every font of our PDFs must be in the file, and the machine's fonts are not ours: a letter is a few path operators.
"""

from __future__ import annotations

from pypdf.generic import ArrayObject, FloatObject, IndirectObject, NameObject, NumberObject, StreamObject

from pipeline.render.pdfobjects import Objects, dictionary

_HEIGHT = 70
_PEN = 14
_GAP = 12

# Width of the pen's way, and the way itself in PDF path operators, on a base line at 0 and up to _HEIGHT.
_STROKES: dict[str, tuple[int, str]] = {
    " ": (14, ""),
    "-": (24, "0 33 m 24 33 l"),
    "A": (50, "0 0 m 25 70 l 50 0 l 9 24 m 41 24 l"),
    "B": (42, "0 38 m 24 38 l 46 38 46 70 24 70 c 0 70 l 0 0 l 24 0 l 48 0 48 38 24 38 c"),
    "C": (46, "46 56 m 36 77 0 76 0 35 c 0 -6 36 -7 46 14 c"),
    "D": (46, "0 0 m 0 70 l 18 70 l 55 70 55 0 18 0 c h"),
    "E": (40, "40 0 m 0 0 l 0 70 l 40 70 l 0 36 m 34 36 l"),
    "F": (40, "0 0 m 0 70 l 40 70 l 0 36 m 34 36 l"),
    "G": (46, "46 56 m 36 77 0 76 0 35 c 0 -6 36 -7 46 14 c 46 32 l 28 32 l"),
    "H": (46, "0 0 m 0 70 l 46 0 m 46 70 l 0 36 m 46 36 l"),
    "I": (0, "0 0 m 0 70 l"),
    "J": (32, "32 70 m 32 22 l 32 -6 4 -8 0 14 c"),
    "K": (46, "0 0 m 0 70 l 44 70 m 0 28 l 15 42 m 46 0 l"),
    "L": (38, "0 70 m 0 0 l 38 0 l"),
    "M": (56, "0 0 m 0 70 l 28 22 l 56 70 l 56 0 l"),
    "N": (46, "0 0 m 0 70 l 46 0 l 46 70 l"),
    "O": (50, "25 70 m -8 70 -8 0 25 0 c 58 0 58 70 25 70 c h"),
    "P": (42, "0 0 m 0 70 l 24 70 l 48 70 48 32 24 32 c 0 32 l"),
    "Q": (50, "25 70 m -8 70 -8 0 25 0 c 58 0 58 70 25 70 c h 32 16 m 48 -2 l"),
    "R": (42, "0 0 m 0 70 l 24 70 l 48 70 48 32 24 32 c 0 32 l 22 32 m 42 0 l"),
    "S": (42, "40 57 m 32 74 2 75 2 52 c 2 29 42 42 42 18 c 42 -5 8 -5 0 13 c"),
    "T": (46, "23 0 m 23 70 l 0 70 m 46 70 l"),
    "U": (46, "0 70 m 0 24 l 0 -8 46 -8 46 24 c 46 70 l"),
    "V": (48, "0 70 m 24 0 l 48 70 l"),
    "W": (68, "0 70 m 17 0 l 34 58 l 51 0 l 68 70 l"),
    "X": (46, "0 0 m 46 70 l 0 70 m 46 0 l"),
    "Y": (46, "0 70 m 23 34 l 46 70 l 23 34 m 23 0 l"),
    "Z": (44, "0 70 m 44 70 l 0 0 l 44 0 l"),
}


CODE = 1
"""The only character of a font that `unseen` makes."""


def drawn(words: str) -> tuple[int, int, str]:
    """Width and height of words in capitals A–Z, blanks and hyphens, and the operators that draw them from the origin.

    ValueError for anything else. Each letter is stroked at once, so that its crossings are no darker.
    """
    text = words.upper()
    strange = sorted(set(text) - set(_STROKES))
    if strange or not text.strip():
        raise ValueError(f"no lettering for {''.join(strange) or 'nothing'!r}")
    at, pieces = 0, [f"{_PEN} w 1 J 1 j"]
    for letter in text:
        width, way = _STROKES[letter]
        if way:
            pieces.append(f"q 1 0 0 1 {at + _PEN // 2} {_PEN // 2} cm {way} S Q")
        at += width + _PEN + _GAP
    return at - _GAP, _HEIGHT + _PEN, "\n".join(pieces)


def unseen(objects: Objects, words: str) -> IndirectObject:
    """A font whose character CODE shows nothing and is read as these words, in one piece and half an em wide."""
    font = dictionary(
        Type=NameObject("/Font"),
        Subtype=NameObject("/Type3"),
        FontBBox=ArrayObject(NumberObject(n) for n in (0, 0, 500, 1000)),
        FontMatrix=ArrayObject(FloatObject(n) for n in ("0.001", "0", "0", "0.001", "0", "0")),
        CharProcs=dictionary(words=objects.add(_stream("500 0 0 0 500 1000 d1"))),
        Encoding=dictionary(
            Type=NameObject("/Encoding"), Differences=ArrayObject([NumberObject(CODE), NameObject("/words")])
        ),
        FirstChar=NumberObject(CODE),
        LastChar=NumberObject(CODE),
        Widths=ArrayObject([NumberObject(500)]),
        Resources=dictionary(),
        ToUnicode=objects.add(_stream(_meaning(words))),
    )
    return objects.add(font)


def _meaning(text: str) -> str:
    code, unicode = f"<{CODE:02X}>", text.encode("utf-16-be").hex().upper()
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Words def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
1 beginbfchar
{code} <{unicode}>
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _stream(text: str) -> StreamObject:
    made = StreamObject()
    made._data = text.encode("ascii")
    return made
