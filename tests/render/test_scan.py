"""Scanned pages on the paper of the form they belong to: scaled, turned as they were seen, never distorted."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
)

from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.bundle import Part, bundle, check_readable
from pipeline.render.pdf import convert
from pipeline.render.scan import fitted, page_size
from tests.render import pola
from tests.render.piksel import Picture, pictures

A4 = (595.3, 841.9)


def is_dark(grey: int) -> bool:
    return grey < 60


def is_paper(grey: int) -> bool:
    return 180 < grey < 240


def box(*numbers: float) -> ArrayObject:
    return ArrayObject(FloatObject(n) for n in numbers)


def scan(
    width: float,
    height: float,
    *,
    turn: int = 0,
    at: tuple[float, float] = (0, 0),
    around: float = 0,
    pages: int = 1,
    halves: bool = False,
) -> bytes:
    """Pale pages with a dark square, a fifth of the width, in the lower left corner of what their crop box shows.

    `around` is what the media box holds on each side of it, in a grey between; with `halves` two streams draw the page.
    """
    writer = PdfWriter()
    x, y = at
    for _ in range(pages):
        made = writer.add_blank_page(100, 100)
        made[NameObject("/MediaBox")] = box(x - around, y - around, x + width + around, y + height + around)
        if around:
            made[NameObject("/CropBox")] = box(x, y, x + width, y + height)
        if turn:
            made[NameObject("/Rotate")] = NumberObject(turn)
        outer = f"0.5 g {x - around} {y - around} {width + 2 * around} {height + 2 * around} re f"
        pieces = [outer, f"0.8 g {x} {y} {width} {height} re f 0 g", f"{x} {y} {width / 5} {width / 5} re f"]
        streams = [" ".join(pieces[:2]), pieces[2]] if halves else [" ".join(pieces)]
        made[NameObject("/Contents")] = ArrayObject(writer._add_object(stream(s)) for s in streams)
    return written(writer)


def stream(text: str) -> StreamObject:
    made = StreamObject()
    made._data = text.encode()
    return made


def signed(
    pdf: bytes,
    rect: Sequence[float],
    *,
    bounds: Sequence[float] = (0, 0, 40, 20),
    matrix: Sequence[float] = (),
    state: str = "",
    drawn: str = "",
    **entries: Any,
) -> bytes:
    """The first page with one more annotation, which shows a grey box whose lower left quarter is white.

    It is the widget of a signature unless `entries` say otherwise. With `state` the box is what it shows in that state,
    and it shows a black one in another; `drawn` are operators instead of the box.
    """
    writer = PdfWriter(BytesIO(pdf))
    (x, y), (width, height) = bounds[:2], (bounds[2] - bounds[0], bounds[3] - bounds[1])
    grey = f"0.5 g {x} {y} {width} {height} re f 1 g {x} {y} {width / 2} {height / 2} re f"
    looks = [writer._add_object(stream(text)) for text in (drawn or grey, f"0 g {x} {y} {width} {height} re f")]
    for look in looks:
        form = look.get_object()
        form[NameObject("/BBox")] = box(*bounds)  # neither /Type nor /Subtype: not all programs write them
        if matrix:
            form[NameObject("/Matrix")] = box(*matrix)
    states = DictionaryObject({NameObject("/Lain"): looks[1], NameObject(f"/{state}"): looks[0]})
    held = {
        "Type": NameObject("/Annot"),
        "Subtype": NameObject("/Widget"),
        "FT": NameObject("/Sig"),
        "F": NumberObject(132),
        "Rect": box(*rect),
        "AP": DictionaryObject({NameObject("/N"): writer._add_object(states) if state else looks[0]}),
    } | entries
    page = writer.pages[0]
    others = page.get("/Annots", ArrayObject())
    added = writer._add_object(DictionaryObject({NameObject(f"/{key}"): value for key, value in held.items()}))
    page[NameObject("/Annots")] = ArrayObject([*list.__iter__(others), added])
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def seen(pdf: bytes, folder: Path) -> Picture:
    (page,) = pictures(pdf, folder, dpi=72)
    return page


def near(values: Sequence[float]) -> object:
    return pytest.approx(tuple(values), abs=0.006)


@pytest.mark.parametrize(
    ("made", "paper", "filled"),
    [
        (scan(595.3, 841.9), (595, 842), (0, 0, 1, 1)),
        (scan(297.65, 420.95), (595, 842), (0, 0, 1, 1)),
        (scan(1190.6, 1683.8), (595, 842), (0, 0, 1, 1)),
        (scan(400, 800), (595, 842), (0.1465, 0, 0.8535, 1)),
        (scan(600, 600), (595, 842), (0, 0.1465, 1, 0.8535)),
        (scan(841.9, 595.3), (842, 595), (0, 0, 1, 1)),
        (scan(800, 400), (842, 595), (0, 0.1465, 1, 0.8535)),
    ],
)
def test_a_page_is_as_large_as_fits_and_in_the_middle(
    made: bytes, paper: tuple[int, int], filled: tuple[float, ...], tmp_path: Path
) -> None:
    page = seen(fitted(made, *A4, "pindaian.pdf"), tmp_path)
    assert (page.width, page.height) == pytest.approx(paper, abs=1)
    assert page.box(lambda p: p < 240) == near(filled)


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize("around", [0, 40])
@pytest.mark.parametrize("halves", [False, True])
def test_it_is_seen_as_it_was(turn: int, around: float, halves: bool, tmp_path: Path) -> None:
    made = scan(400, 500, turn=turn, at=(-70, 130), around=around, halves=halves)
    before, after = seen(made, tmp_path), seen(fitted(made, *A4, "pindaian.pdf"), tmp_path)
    scale = min(after.width / before.width, after.height / before.height)
    for wanted in (is_dark, is_paper):
        old, new = before.box(wanted), after.box(wanted)
        middle = ((n - 0.5) * scale for n in old)
        sizes = [(before.width, after.width), (before.height, after.height)] * 2
        assert new == near([n * was / now + 0.5 for n, (was, now) in zip(middle, sizes, strict=True)])
    assert after.share(is_dark) == pytest.approx(
        0.2 * 80 * scale**2 * 80 / (0.2 * after.width * after.height), abs=0.004
    )


def test_the_form_may_lie_and_a_square_page_takes_it_as_it_is(tmp_path: Path) -> None:
    lying = A4[::-1]
    sizes = [page_size(fitted(scan(w, h), *lying, "x.pdf")) for w, h in ((300, 400), (400, 300), (300, 300))]
    assert sizes == [A4, lying, lying]


def test_the_text_of_a_page_can_still_be_read(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("disahkan oleh kepala badan")
    pdf = convert({"d": pola.saved(made)})["d"]
    smaller = fitted(pdf, 300, 500, "d.pdf")
    assert pola.pdf_pages(smaller, tmp_path)[0].split() == ["disahkan", "oleh", "kepala", "badan"]


def test_what_hangs_on_pages_is_left_out() -> None:
    writer = PdfWriter(BytesIO(scan(300, 400, pages=2)))
    writer.add_annotation(0, Text(text="catatan", rect=(10, 10, 90, 90)))
    writer.add_outline_item(title="satu", page_number=0)
    made = PdfReader(BytesIO(fitted(written(writer), *A4, "x.pdf")))
    assert len(made.pages) == 2
    assert made.outline == []
    assert all("/Annots" not in page for page in made.pages)


def is_grey(grey: int) -> bool:
    return 115 < grey < 140


def is_white(grey: int) -> bool:
    return grey > 245


def shares(left: float, bottom: float, right: float, top: float) -> object:
    """What Picture.box gives for a box on a page of 400 × 500 points."""
    return near((left / 400, 1 - top / 500, right / 400, 1 - bottom / 500))


@pytest.mark.parametrize(
    ("rect", "how", "corner"),
    [
        ((100, 300, 140, 320), {}, (100, 300, 120, 310)),
        ((100, 300, 180, 340), {}, (100, 300, 140, 320)),
        ((180, 340, 100, 300), {}, (100, 300, 140, 320)),
        ((100, 300, 160, 400), {"bounds": (-5, 7, 15, 57)}, (100, 300, 130, 350)),
        ((100, 300, 180, 340), {"bounds": (0, 0, 20, 10), "matrix": (3, 0, 0, 3, 11, -7)}, (100, 300, 140, 320)),
        ((100, 300, 140, 380), {"matrix": (0, 1, -1, 0, 0, 0)}, (120, 300, 140, 340)),
        ((100, 300, 140, 380), {"matrix": (0, -1, 1, 0, 9, 9), "bounds": (-5, 7, 35, 27)}, (100, 340, 120, 380)),
        ((100, 300, 180, 340), {"matrix": (-1, 0, 0, -1, 0, 0)}, (140, 320, 180, 340)),
        ((100, 300, 180, 340), {"state": "Ya", "AS": NameObject("/Ya")}, (100, 300, 140, 320)),
        ((100, 300, 180, 340), {"Subtype": NameObject("/Stamp")}, (100, 300, 140, 320)),
        ((100, 300, 180, 340), {"Subtype": NameObject("/Link")}, (100, 300, 140, 320)),
    ],
)
def test_what_an_annotation_shows_becomes_part_of_the_page(
    rect: tuple[float, ...], how: dict[str, Any], corner: tuple[float, ...], tmp_path: Path
) -> None:
    made = fitted(signed(scan(400, 500), rect, **how), 400, 500, "x.pdf")
    page = seen(made, tmp_path)
    assert page.box(is_grey) == shares(min(rect[::2]), min(rect[1::2]), max(rect[::2]), max(rect[1::2]))
    assert page.box(is_white) == shares(*corner)
    assert page.share(is_white) == pytest.approx(page.share(is_grey) / 3, rel=0.02)
    assert "/Annots" not in PdfReader(BytesIO(made)).pages[0]


INVISIBLE = (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("rect", "how"),
    [
        ((100, 300, 180, 340), {"F": NumberObject(4 + 2)}),
        ((100, 300, 180, 340), {"F": NumberObject(4 + 32)}),
        ((100, 300, 180, 340), {"Subtype": NameObject("/Popup")}),
        ((100, 300, 180, 340), {"state": "Ya", "AS": NameObject("/Off")}),
        ((100, 300, 180, 340), {"state": "Ya"}),
        ((100, 300, 180, 340), {"AP": DictionaryObject()}),
        ((100, 300, 180, 340), {"AP": NullObject()}),
        ((100, 300, 180, 340), {"Rect": box(100, 300, 180)}),
        ((100, 300, 180, 340), {"Rect": NullObject()}),
        ((100, 300, 180, 340), {"bounds": INVISIBLE}),
        (INVISIBLE, {}),
        (INVISIBLE, {"bounds": INVISIBLE}),
    ],
)
def test_an_annotation_that_shows_nothing_leaves_the_page_as_it_was(
    rect: tuple[float, ...], how: dict[str, Any]
) -> None:
    assert fitted(signed(scan(400, 500), rect, **how), *A4, "x.pdf") == fitted(scan(400, 500), *A4, "x.pdf")


def differing(one: Picture, other: Picture) -> float:
    """The share of pixels that are not alike; edges may fall a little differently."""
    assert (one.width, one.height) == (other.width, other.height)
    return sum(abs(a - b) > 40 for a, b in zip(one.pixels, other.pixels, strict=True)) / len(one.pixels)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "how",
    [
        {},
        {"matrix": (0, 1, -1, 0, 0, 0)},
        {"matrix": (0.8, 0.6, -0.6, 0.8, 3, 4), "bounds": (-5, 7, 35, 27)},
        {"F": NumberObject(4 + 16), "Subtype": NameObject("/Text")},
    ],
)
def test_annotations_are_seen_as_they_were(turn: int, how: dict[str, Any], tmp_path: Path) -> None:
    made = signed(scan(400, 500, turn=turn, at=(-70, 130), around=40), (60, 400, 160, 460), **how)
    before = seen(made, tmp_path)
    after = seen(fitted(made, before.width, before.height, "x.pdf"), tmp_path)
    assert before.share(is_grey) > 0.005
    assert differing(before, after) < 0.002


def test_an_annotation_grows_with_its_page(tmp_path: Path) -> None:
    made = signed(scan(400, 500, turn=90), (100, 300, 180, 340))
    page = seen(fitted(made, 500, 500, "x.pdf"), tmp_path)
    assert page.box(is_grey) == near((300 / 500, 150 / 500, 340 / 500, 230 / 500))


def test_later_annotations_lie_over_earlier_ones(tmp_path: Path) -> None:
    first = signed(scan(400, 500), (100, 300, 180, 340))
    made = signed(first, (60, 280, 200, 360), drawn="0 g 0 0 40 20 re f")
    page = seen(fitted(made, 400, 500, "x.pdf"), tmp_path)
    assert page.share(is_grey) == page.share(is_white) == 0


@pytest.mark.parametrize("left_open", ["q 0.1 0 0 0.1 9 9 cm", "0.1 0 0 0.1 9 9 cm", "q q", "Q Q", "0 0 9 9 re W n"])
def test_a_page_that_leaves_its_state_open_does_not_move_an_annotation(left_open: str, tmp_path: Path) -> None:
    writer = PdfWriter(BytesIO(scan(400, 500)))
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream(f"0.8 g 0 0 400 500 re f {left_open}"))
    page = seen(fitted(signed(written(writer), (100, 300, 180, 340)), 400, 500, "x.pdf"), tmp_path)
    assert page.box(is_grey) == shares(100, 300, 180, 340)


def test_an_annotation_is_cut_off_where_the_page_is(tmp_path: Path) -> None:
    made = signed(scan(400, 500), (-100, 300, 100, 340), drawn="0.5 g 0 0 40 20 re f")
    page = seen(fitted(made, 500, 500, "x.pdf"), tmp_path)
    assert page.box(is_grey) == near((50 / 500, 160 / 500, 150 / 500, 200 / 500))


def test_an_appearance_without_resources_takes_those_of_its_page(tmp_path: Path) -> None:
    writer = PdfWriter(BytesIO(scan(400, 500)))
    picture = stream("0.5 g 0 0 40 20 re f")
    picture[NameObject("/Subtype")], picture[NameObject("/BBox")] = NameObject("/Form"), box(0, 0, 40, 20)
    drawings = DictionaryObject({NameObject("/X"): writer._add_object(picture)})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawings})
    made = signed(written(writer), (100, 300, 180, 340), drawn="/X Do")
    assert seen(fitted(made, 400, 500, "x.pdf"), tmp_path).box(is_grey) == shares(100, 300, 180, 340)


@pytest.mark.parametrize(
    ("group", "is_kept"), [({}, False), ({"I": False}, False), ({"I": True}, True), ({"K": True}, True)]
)
def test_a_highlighter_hides_nothing_unless_it_says_so(group: dict[str, bool], is_kept: bool, tmp_path: Path) -> None:
    writer = PdfWriter(BytesIO(signed(scan(400, 500), (40, 40, 160, 160), drawn="/Kali gs 0.5 g 0 0 40 20 re f")))
    look = writer.pages[0]["/Annots"][0].get_object()["/AP"]["/N"]
    states = DictionaryObject({NameObject("/Kali"): DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})})
    look[NameObject("/Resources")] = DictionaryObject({NameObject("/ExtGState"): states})
    said = {NameObject(f"/{key}"): BooleanObject(value) for key, value in group.items()}
    look[NameObject("/Group")] = DictionaryObject({NameObject("/S"): NameObject("/Transparency")} | said)
    made = fitted(written(writer), 400, 500, "x.pdf")
    drawings = PdfReader(BytesIO(made)).pages[0]["/Resources"]["/XObject"]
    assert ("/Group" in drawings["/Tempelan1"]) is is_kept
    page = seen(made, tmp_path)
    assert page.at(20 / 400, 1 - 20 / 500) == 0
    assert is_dark(page.at(60 / 400, 1 - 60 / 500)) is not is_kept


def test_tags_of_a_scan_do_not_get_among_those_of_a_bundle() -> None:
    made = pola.document()
    made.add_heading("BAB I", 1)
    tagged = convert({"d": pola.saved(made)})["d"]
    writer = PdfWriter(BytesIO(scan(300, 400)))
    picture = stream("")
    picture[NameObject("/Subtype")], picture[NameObject("/BBox")] = NameObject("/Form"), box(0, 0, 1, 1)
    picture[NameObject("/StructParents")] = NumberObject(0)
    drawings = DictionaryObject({NameObject("/X"): writer._add_object(picture)})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawings})
    alone = fitted(written(writer), *A4, "x.pdf")
    (page,) = PdfReader(BytesIO(alone)).pages
    inner = page["/Resources"]["/XObject"]["/Pindaian"]["/Resources"]["/XObject"]["/X"]
    assert "/StructParents" not in inner
    parts = [Part("A", alone, "a.pdf"), Part("B", tagged, "b.pdf")]
    whole = bundle(parts, title="", author="", subject="", dated=date(2026, 1, 1), stamp="DRAF")
    assert ["/StructParents" in page for page in PdfReader(BytesIO(whole)).pages] == [False, True]


def test_page_size_is_what_is_seen_of_the_first_page() -> None:
    assert page_size(scan(300, 400, pages=2)) == (300, 400)
    assert page_size(scan(300, 400, turn=90, around=20, at=(-5, 7))) == (400, 300)
    unsaid = PdfWriter()
    del unsaid.add_blank_page(50, 50)[NameObject("/MediaBox")]
    assert page_size(written(unsaid)) == (612, 792)


def test_equal_input_gives_equal_bytes_and_qpdf_finds_nothing(tmp_path: Path) -> None:
    plain = scan(300, 400, pages=3)
    twice = signed(signed(plain, (10, 20, 90, 60)), (50, 50, 99, 99), state="Ya", AS=NameObject("/Ya"))
    sources = [plain, scan(300, 401, pages=3), twice, signed(twice, (50, 50, 99, 98))]
    made = [fitted(source, *A4, "x.pdf") for source in sources]
    assert [fitted(source, *A4, "x.pdf") for source in sources] == made
    assert all(one != other for one, other in pairwise(made))
    for pdf in made:
        assert_qpdf_finds_nothing(pdf, tmp_path)


def assert_qpdf_finds_nothing(pdf: bytes, folder: Path) -> None:
    file = folder / "s.pdf"
    file.write_bytes(pdf)
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def locked(bits: int, folder: Path) -> bytes:
    file, made = folder / "buka.pdf", folder / "kunci.pdf"
    file.write_bytes(scan(100, 100))
    how = ["--allow-weak-crypto", "--encrypt", "", "pemilik", str(bits), "--"]
    subprocess.run(["qpdf", *how, str(file), str(made)], check=True)
    return made.read_bytes()


def undecodable() -> bytes:
    writer = PdfWriter(BytesIO(scan(100, 100)))
    bad = stream("bukan mampatan")
    bad[NameObject("/Filter")] = NameObject("/TidakAda")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(bad)
    return written(writer)


def without_area() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(0, 0)
    return written(writer)


@pytest.mark.parametrize(
    ("pdf", "why"),
    [
        (b"", "rusak"),
        (b"\xff\xd8\xff\xe0 foto", "rusak"),
        (scan(100, 100)[:300], "rusak"),
        (undecodable(), "rusak"),
        (without_area(), "rusak"),
        (written(PdfWriter()), "kosong"),
    ],
)
def test_a_scan_that_cannot_be_used_is_named(pdf: bytes, why: str) -> None:
    with pytest.raises(KinerjaError) as caught:
        fitted(pdf, *A4, "data/pindaian.pdf")
    assert (caught.value.exit_code, caught.value.code) == (ExitCode.PROBLEMS, f"render.lampiran.{why}")
    assert caught.value.args_["berkas"] == "data/pindaian.pdf"


@pytest.mark.parametrize("bits", [40, 128, 256])
def test_a_locked_scan_is_named_whatever_locks_it(bits: int, tmp_path: Path) -> None:
    for call in (lambda pdf: fitted(pdf, *A4, "x.pdf"), lambda pdf: check_readable("x.pdf", pdf)):
        with pytest.raises(KinerjaError) as caught:
            call(locked(bits, tmp_path))
        assert (caught.value.code, caught.value.args_["berkas"]) == ("render.lampiran.terkunci", "x.pdf")
