"""The promise: what the check accepts is filled in, whatever the data; what it does not accept is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from html import unescape
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

import docx as word
import pytest
from hypothesis import HealthCheck, event, given, note, settings
from hypothesis import strategies as st

from pipeline.documents.bagian import BAGIAN
from pipeline.documents.registry import KONTEKS
from pipeline.media import Image, RichText
from pipeline.render.docx import _environment, render
from pipeline.render.values import Value, fill_plain
from pipeline.sample import least, most, sample
from pipeline.template.check import MENDED, check
from pipeline.template.expressions import base, fields_of, is_optional, item_of
from pipeline.template.parts import Shelf
from pipeline.word.package import DOCUMENT, W, own_text, pack, parse, unpack, whole_text
from tests.render import pola
from tests.template import karang
from tests.template.karang import END, START, Karangan, Naskah, plain, write
from tests.template.rusak import _DECLARED, FOOTER, TEMPLATES, marked, shipped


@dataclass(frozen=True)
class Alamat:
    jalan: str
    kota: str | None


@dataclass(frozen=True)
class Orang:
    nama: str
    gelar: tuple[str, ...]
    alamat: Alamat | None
    ketua: bool


@dataclass(frozen=True)
class Rapat:
    judul: str
    hadir: tuple[Orang, ...]
    pimpinan: Orang | None
    butir: tuple[str, ...] | None
    ringkas: RichText
    catatan: RichText | None
    foto: Image | None


@dataclass(frozen=True)
class Lengkap:
    """Every kind of type that a field may have."""

    judul: str
    subjudul: str | None
    nomor: int
    sah: bool
    kaya: RichText
    logo: Image
    stempel: Image | None
    tempat: Alamat
    tamu: Orang | None
    daftar: tuple[str, ...]
    rapat: tuple[Rapat, ...]
    susulan: tuple[Rapat, ...] | None


CONTEXTS: dict[str, type] = {**KONTEKS, "lengkap": Lengkap}
LOOPS = {"lengkap": 4}
"""How deep loops may be in each other; the lists of the sample at its fullest are too long for more than two."""
PICTURE = "bukti.png"
TEXTS = (
    *("biasa", "", "Tim A & B <wakil> 'satu' \"dua\"", "{{ jebakan }}", "{% if jebakan %}", "}} %}"),
    *("baris satu\nbaris dua", "tab\tdi sini", "&amp; &lt;w:p/&gt; ]]>", "‘petik’ “ganda”", "a\x00b\x07"),
    *("{# jebakan #}", "{_{ x }_}", " spasi ", "é 漢 😀"),
)


def built(type_: Any, turn: Iterator[int], full: bool) -> Any:
    """A value of a declared type: everything there and texts that are hard to print, or nothing where that may be."""
    of = base(type_)
    if is_optional(type_) and not (full and next(turn) % 4):
        return None
    if item_of(of) is not None:
        return tuple(built(item_of(of), turn, full) for _ in range(next(turn) % 4 if full else 0))
    if of is Image:
        return Image(PICTURE, 10, 10, "Gambar & <uji>")
    if of is RichText:
        return RichText((("tebal & <b>", True, False), (" biasa {{ jebakan }}", False, True)) if full else ())
    if isinstance(of, type) and is_dataclass(of):
        return of(**{name: built(inner, turn, full) for name, inner in fields_of(of).items()})
    if of is str:
        return TEXTS[next(turn) % len(TEXTS)] if full else ""
    return next(turn) % 3 if of is int else bool(next(turn) % 2) if full else of()


@cache
def values_of(key: str) -> tuple[object, ...]:
    """The sample's, the least and the most that it can be, and what no agency would have."""
    made = [built(CONTEXTS[key], cycle(range(61)), full) for full in (False, True)]
    made += [each.contexts[key] for each in (sample(), least(), most())] if key in KONTEKS else []
    return tuple(each for each in made if each is not None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where templates stand, with the parts and a picture."""
    made = tmp_path_factory.mktemp("janji")
    (made / "bagian").mkdir()
    for file in TEMPLATES.glob("bagian/*.docx"):
        (made / "bagian" / file.name).write_bytes(file.read_bytes())
    source = Path(sample().root)
    for image in {i.file for value in _all_values() for i in _images(value)} - {PICTURE}:
        (made / image).parent.mkdir(parents=True, exist_ok=True)
        (made / image).write_bytes((source / image).read_bytes())
    (made / PICTURE).write_bytes(pola.png(4, 4))
    return made


def _all_values() -> Iterator[object]:
    return (value for key in CONTEXTS for value in values_of(key))


def _images(value: object) -> Iterator[Image]:
    if isinstance(value, Image):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _images(each)
    elif is_dataclass(value):
        for name in fields_of(type(value)):
            yield from _images(getattr(value, name))


def parts_of(key: str) -> tuple[str, ...]:
    """What a template of this context may put in."""
    fields = fields_of(CONTEXTS[key])
    signer = fields_of(BAGIAN["tanda-tangan"])["pejabat"]
    signers = [name for name, type_ in fields.items() if type_ is signer]
    kop = ["kop-surat"] if fields.get("kop") is fields_of(BAGIAN["kop-surat"])["kop"] else []
    return (*kop, *(f"tanda-tangan{portion} {name}" for name in signers for portion in ("", "/nama", "/jabatan")))


def word_file(made: Karangan, choose: karang.Choose, instead: dict[int, str] | None = None) -> bytes:
    parts, author = dict(shipped("surat-pengantar")), Naskah(choose, instead or {})
    setup = parts[DOCUMENT].decode()
    setup = setup[setup.rindex("<w:sectPr") : setup.rindex("</w:body>")]
    body = f"<w:document {_DECLARED}><w:body>{author.xml(made.body)}{setup}</w:body></w:document>"
    parts[DOCUMENT] = body.encode()
    if made.footer:
        parts[FOOTER] = f"<w:ftr {_DECLARED}>{author.xml(made.footer)}<w:p/></w:ftr>".encode()
    parts["docProps/core.xml"] = re.sub(rb"\{\{.*?\}\}", b"x", parts["docProps/core.xml"])
    return pack(parts)


def expected(blocks: Any, value: object) -> list[str]:
    """The paragraphs that Jinja alone makes of the same tags."""
    held: list[Value] = []
    source = plain(blocks)
    made = _environment(held).from_string(source).render({n: getattr(value, n) for n in fields_of(type(value))})
    held[:] = [each if isinstance(each, str | RichText) else "" for each in held]
    text = fill_plain(unescape(made), held)
    return [t for p in re.findall(f"{START}(.*?){END}", text) if (t := _flat(p))]


def printed(docx: bytes, name: str) -> list[str]:
    return [t for p in parse(unpack(docx)[name]).iter(f"{W}p") if (t := _flat(own_text(p)))]


def _flat(text: str) -> str:
    return " ".join(re.sub("[\x00-\x1f]", " ", text).split())


def refused(folder: Path, key: str, docx: bytes) -> list[tuple[str, str, str]]:
    (folder / "t.docx").write_bytes(docx)
    found = check(folder / "t.docx", "t.docx", CONTEXTS[key], Shelf(folder / "bagian", BAGIAN))
    return [(each.code, marked(each), each.word.text if each.word else "") for each in found if each.code not in MENDED]


def kept(folder: Path, key: str, made: Karangan, docx: bytes) -> None:
    """Fill in with all values what was accepted, and compare with what Jinja makes of it."""
    for value in values_of(key):
        filled = render(folder / "t.docx", value, root=folder, parts=BAGIAN)
        word.Document(BytesIO(filled))
        assert "jebakan" in str(value) or not re.search(r"\{\{|\{%|%\}|\}\}|\{#", whole_text(filled))
        if not any("sisip" in tag.text for tag in made.tags()):
            assert printed(filled, DOCUMENT) == expected(made.body, value)
            assert not made.footer or printed(filled, FOOTER) == expected(made.footer, value)


@st.composite
def templates(draw: st.DrawFn) -> tuple[str, Karangan, bytes]:
    def choose(below: int) -> int:
        return draw(st.integers(0, below - 1)) if below > 1 else 0

    key = sorted(CONTEXTS)[choose(len(CONTEXTS))] if choose(2) else "lengkap"
    made = write(choose, CONTEXTS[key], parts_of(key), 6 + choose(30), LOOPS.get(key, 2))
    return key, made, word_file(made, choose)


QUICK = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
LONG = settings(QUICK, max_examples=600)


def promised(folder: Path, drawn: tuple[str, Karangan, bytes]) -> None:
    key, made, docx = drawn
    note(f"{key}: {[tag.text for tag in made.tags()]}")
    found = refused(folder, key, docx)
    event("refused" if found else "accepted")
    if not found:
        kept(folder, key, made, docx)


@QUICK
@given(drawn=templates())
def test_what_is_accepted_is_filled_in_with_all_that_the_data_may_be(
    folder: Path, drawn: tuple[str, Karangan, bytes]
) -> None:
    promised(folder, drawn)


@pytest.mark.long
@LONG
@given(drawn=templates())
def test_what_is_accepted_is_filled_in_at_length(folder: Path, drawn: tuple[str, Karangan, bytes]) -> None:
    promised(folder, drawn)


# --- mistakes --------------------------------------------------------------------------------------------------------


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, Karangan, str, bytes, bytes]:
    """A template, what was done to it, as it was and as it is now."""

    def choose(below: int) -> int:
        return draw(st.integers(0, below - 1)) if below > 1 else 0

    key = sorted(CONTEXTS)[choose(len(CONTEXTS))] if choose(2) else "lengkap"
    made = write(choose, CONTEXTS[key], (), 10 + choose(30), LOOPS.get(key, 2))
    hands = MISTAKES[choose(len(MISTAKES))]
    instead = hands(made, choose)
    said = f"{hands.__name__}: {[f'{made.tags()[n].text} → {text}' for n, text in instead.items()]}"
    return (
        key,
        made,
        said if instead else "",
        word_file(made, lambda below: 0),
        word_file(made, lambda below: 0, instead),
    )


def misspelt(made: Karangan, choose: karang.Choose) -> dict[int, str]:
    """A letter more in a name."""
    tags = [(n, tag.text) for n, tag in enumerate(made.tags()) if re.match(r"\{\{r?\s*[a-z]", tag.text)]
    if not tags:
        return {}
    number, text = tags[choose(len(tags))]
    return {number: re.sub(r"^(\{\{(?:r\s)?\s*[\w.]+)", r"\1x", text)}


def dropped(made: Karangan, choose: karang.Choose) -> dict[int, str]:
    """An end that is not there."""
    ends = [number for number, tag in enumerate(made.tags()) if tag.ends]
    return {ends[choose(len(ends))]: ""} if ends else {}


def begun(made: Karangan, choose: karang.Choose) -> dict[int, str]:
    """A beginning that is not there."""
    begins = [n for n, tag in enumerate(made.tags()) if re.match(r"\{%\S* ?(if|for) ", tag.text)]
    return {begins[choose(len(begins))]: ""} if begins else {}


def exchanged(made: Karangan, choose: karang.Choose) -> dict[int, str]:
    """Two ends in each other's place."""
    ends = [(number, tag.text) for number, tag in enumerate(made.tags()) if tag.ends]
    pairs = [(a, b) for a in ends for b in ends if a[0] < b[0] and a[1] != b[1]]
    if not pairs:
        return {}
    (first, one), (second, other) = pairs[choose(len(pairs))]
    return {first: other, second: one}


MISTAKES: tuple[Callable[[Karangan, karang.Choose], dict[int, str]], ...] = (misspelt, dropped, begun, exchanged)


def told(folder: Path, drawn: tuple[str, Karangan, str, bytes, bytes]) -> None:
    key, _, said, sound, broken = drawn
    if not said or refused(folder, key, sound):
        event("nothing to break")
        return
    event(said.partition(":")[0])
    note(f"{key}: {said}")
    assert refused(folder, key, broken)


@settings(QUICK, max_examples=60)
@given(drawn=spoiled())
def test_a_mistake_in_what_is_accepted_is_refused(folder: Path, drawn: tuple[str, Karangan, str, bytes, bytes]) -> None:
    told(folder, drawn)


@pytest.mark.long
@settings(LONG, max_examples=1500)
@given(drawn=spoiled())
def test_a_mistake_in_what_is_accepted_is_refused_at_length(
    folder: Path, drawn: tuple[str, Karangan, str, bytes, bytes]
) -> None:
    told(folder, drawn)
