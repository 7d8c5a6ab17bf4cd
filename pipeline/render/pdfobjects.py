"""Objects of several PDFs in one numbering, and how they are written; it refuses to know what they describe.

Copying by reference from the roots keeps everything that hangs together (links, tags, fonts) exactly as it was,
without decoding a stream.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections import deque
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

_STRUCTURE_KEYS = ("/StructParent", "/StructParents")
_PACK = 200
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@dataclass(slots=True)
class Objects:
    """The objects of a PDF that is being made; the first has number 1.

    `references` holds the one reference to each: what changes its number changes it wherever it is written.
    """

    held: list[PdfObject] = field(default_factory=list)
    references: list[IndirectObject] = field(default_factory=list)

    def add(self, thing: PdfObject) -> IndirectObject:
        """Number an object and give the reference to it."""
        self.held.append(thing)
        self.references.append(IndirectObject(len(self.held), 0, self))
        return self.references[-1]

    def put(self, reference: IndirectObject, thing: PdfObject) -> None:
        """Make what a reference leads to, where it had to exist before its object."""
        self.held[reference.idnum - 1] = thing

    def get_object(self, reference: IndirectObject) -> PdfObject:
        """What pypdf asks for when it follows a reference."""
        return self.held[reference.idnum - 1]

    def dictionary(self, reference: IndirectObject) -> DictionaryObject:
        """The dictionary a reference leads to; TypeError for something else."""
        found = self.get_object(reference)
        if not isinstance(found, DictionaryObject):
            raise TypeError(type(found).__name__)
        return found


def dictionary(**entries: Any) -> DictionaryObject:
    """`dictionary(Type=…)` is << /Type … >>."""
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


@dataclass(slots=True)
class Importer:
    """Copies from one PDF into `objects`, each object once; its numbers into the tree of tags rise by `offset`."""

    objects: Objects
    offset: int
    _made: dict[int, IndirectObject] = field(default_factory=dict)
    _waiting: deque[tuple[int, IndirectObject]] = field(default_factory=deque)

    def equate(self, source: IndirectObject, made: IndirectObject) -> None:
        """Let references to an object of the old PDF lead to one that the new PDF has in its place."""
        self._made[source.idnum] = made

    def take(self, source: Any) -> Any:
        """A reference or a direct object of the old PDF, as it is to be written in the new one."""
        made = self._copy(source)
        while self._waiting:
            number, old = self._waiting.popleft()
            self.objects.held[number - 1] = self._copy(old.get_object())
        return made

    def _copy(self, source: Any) -> Any:
        if isinstance(source, IndirectObject):
            if source.idnum not in self._made:
                self._made[source.idnum] = self.objects.add(NullObject())
                self._waiting.append((self._made[source.idnum].idnum, source))
            return self._made[source.idnum]
        if isinstance(source, DictionaryObject):
            return self._copy_dictionary(source)
        if isinstance(source, ArrayObject):
            return ArrayObject(self._copy(item) for item in list.__iter__(source))
        return NullObject() if source is None else source

    def _copy_dictionary(self, source: DictionaryObject) -> DictionaryObject:
        copy: DictionaryObject
        if isinstance(source, StreamObject):
            copy = StreamObject()
            copy._data = source._data
        else:
            copy = DictionaryObject()
        for key in source:
            value = source.raw_get(key)
            if key in _STRUCTURE_KEYS and isinstance(value, int):
                value = NumberObject(value + self.offset)
            if not (key == "/Length" and isinstance(source, StreamObject)):
                copy[NameObject(key)] = self._copy(value)
        return copy


def merge_equal_streams(objects: Objects) -> None:
    """Let everything refer to the first of several equal streams (a logo, an embedded font)."""
    while True:
        first: dict[bytes, int] = {}
        same: dict[int, int] = {}
        for number, thing in enumerate(objects.held, 1):
            if isinstance(thing, StreamObject):
                kept = first.setdefault(_written(thing), number)
                if kept != number:
                    same[number] = kept
        if not same:
            return
        for number in same:
            objects.held[number - 1] = NullObject()
        for reference in objects.references:
            reference.idnum = same.get(reference.idnum, reference.idnum)


def write(objects: Objects, root: IndirectObject, info: IndirectObject) -> bytes:
    """The file: small objects packed and compressed together, an id that is a digest of the contents."""
    body = io.BytesIO(_HEADER)
    body.seek(0, io.SEEK_END)
    small = [(n, _written(o)) for n, o in enumerate(objects.held, 1) if not isinstance(o, StreamObject)]
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    for number, thing in enumerate(objects.held, 1):
        if isinstance(thing, StreamObject):
            places[number] = (1, _put(body, number, _written(thing)), 0)
    last = len(objects.held)
    for start in range(0, len(small), _PACK):
        last += 1
        pack = small[start : start + _PACK]
        places |= {number: (2, last, index) for index, (number, _) in enumerate(pack)}
        places[last] = (1, _put(body, last, _pack(pack)), 0)
    start = body.tell()
    places[last + 1] = (1, start, 0)
    digest = hashlib.sha256(body.getvalue()).hexdigest()[:32].upper()
    entries = b"".join(struct.pack(">BIH", *places[number]) for number in range(last + 2))
    id_ = f"/ID [ <{digest}> <{digest}> ]"
    names = f"/Type /XRef /Size {last + 2} /W [ 1 4 2 ] /Root {root.idnum} 0 R /Info {info.idnum} 0 R {id_}"
    _put(body, last + 1, _deflated(names, entries))
    body.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return body.getvalue()


def _put(body: io.BytesIO, number: int, content: bytes) -> int:
    """Write one object and give its offset."""
    offset = body.tell()
    body.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    return offset


def _pack(things: list[tuple[int, bytes]]) -> bytes:
    """An object stream (ISO 32000-1, 7.5.7): numbers and offsets, then the objects."""
    offsets = accumulate((len(content) + 1 for _, content in things), initial=0)
    head = " ".join(f"{number} {offset}" for (number, _), offset in zip(things, offsets, strict=False)).encode()
    content = head + b"\n" + b"\n".join(content for _, content in things)
    return _deflated(f"/Type /ObjStm /N {len(things)} /First {len(head) + 1}", content)


def _deflated(names: str, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (names.encode(), len(data), data)


def _written(thing: Any) -> bytes:
    """An object as it stands in a file. pypdf writes each name and bracket by itself, which takes twice as long."""
    if isinstance(thing, IndirectObject):
        return b"%d %d R" % (thing.idnum, thing.generation)
    if isinstance(thing, NameObject):
        return _name(thing)
    if isinstance(thing, ArrayObject):
        return b"[%s]" % b" ".join(map(_written, list.__iter__(thing)))
    if isinstance(thing, DictionaryObject) and not isinstance(thing, StreamObject):
        return b"<<%s>>" % b" ".join(_name(key) + b" " + _written(thing.raw_get(key)) for key in thing)
    buffer = io.BytesIO()
    thing.write_to_stream(buffer)
    return buffer.getvalue()


@cache
def _name(name: NameObject) -> bytes:
    return name.renumber()
