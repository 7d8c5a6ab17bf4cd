"""Words across every page of a bundle, whatever page it is, and the page's own words as they were."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject

from pipeline.render.bundle import Part, bundle
from pipeline.render.pdf import convert
from tests.render import pola
from tests.render.piksel import pictures


def stream(text: bytes) -> StreamObject:
    made = StreamObject()
    made._data = text
    return made


def box(*numbers: float) -> ArrayObject:
    return ArrayObject(FloatObject(n) for n in numbers)


def page(
    *contents: bytes,
    size: Sequence[float] = (0, 0, 300, 400),
    crop: Sequence[float] = (),
    turn: int = 0,
) -> bytes:
    """A PDF of one page with these streams and no resources at all."""
    writer = PdfWriter()
    made = writer.add_blank_page(100, 100)
    made[NameObject("/MediaBox")] = box(*size)
    made.pop("/Resources", None)
    if crop:
        made[NameObject("/CropBox")] = box(*crop)
    if turn:
        made[NameObject("/Rotate")] = NumberObject(turn)
    if contents:
        made[NameObject("/Contents")] = ArrayObject(writer._add_object(stream(c)) for c in contents)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def inherited() -> bytes:
    """Two pages whose resources stand above them and whose contents are one and the same stream."""
    writer = PdfWriter()
    shared = writer._add_object(stream(b"/Kotak Do"))
    form = stream(b"0 0 30 30 re f")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = box(0, 0, 30, 30)
    drawings = DictionaryObject({NameObject("/Kotak"): writer._add_object(form)})
    for _ in range(2):
        made = writer.add_blank_page(300, 400)
        made.pop("/Resources", None)
        made[NameObject("/Contents")] = shared
    tree: Any = writer.root_object["/Pages"]
    tree[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): writer._add_object(drawings)})
    return written(writer)


def document() -> bytes:
    made = pola.document()
    made.add_heading("BAB I", 1)
    made.add_paragraph("Isi halaman tegak, dua kolom angka:")
    table = made.add_table(rows=12, cols=3)
    for number, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.paragraphs[0].add_run(f"sel {number}")
    pola.landscape_section(made)
    made.add_heading("BAB II", 1)
    return pola.saved(made)


def bundled(*pdfs: bytes, stamp: str = "DRAF") -> bytes:
    parts = [Part(f"Bagian {n}", pdf, f"{n}.pdf") for n, pdf in enumerate(pdfs)]
    return bundle(parts, title="T", author="A", subject="S", dated=date(2026, 10, 12), stamp=stamp)


@pytest.fixture(scope="module")
def parts() -> list[bytes]:
    return [convert({"d": document()})["d"], page(), page(turn=90), inherited(), page(b"1 g 0 0 300 400 re f")]


@pytest.fixture(scope="module")
def plain(parts: list[bytes]) -> bytes:
    return bundled(*parts, stamp="")


@pytest.fixture(scope="module")
def stamped(parts: list[bytes]) -> bytes:
    return bundled(*parts)


def words(pdf: bytes, folder: Path, *options: str) -> list[list[str]]:
    file = folder / "kata.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(["pdftotext", *options, str(file), "-"], capture_output=True, text=True, check=True)
    return [text.split() for text in said.stdout.split("\f")[:-1]]


@pytest.mark.parametrize("option", ["-raw", "-layout"])
def test_every_page_says_it_once_and_its_own_words_as_before(
    plain: bytes, stamped: bytes, tmp_path: Path, option: str
) -> None:
    before, after = words(plain, tmp_path, option), words(stamped, tmp_path, option)
    assert len(before) == len(after) == 7
    assert [found.count("DRAF") for found in after] == [1] * 7
    assert [[w for w in found if w != "DRAF"] for found in after] == before


def test_pypdf_reads_it_too(stamped: bytes) -> None:
    assert all("DRAF" in made.extract_text() for made in PdfReader(BytesIO(stamped)).pages)


@pytest.mark.parametrize(
    ("pdf", "wide"),
    [
        (page(), False),
        (page(turn=90), True),
        (page(turn=180), False),
        (page(turn=-90), True),
        (page(size=(0, 0, 400, 300)), True),
        (page(size=(-50, 70, 250, 470)), False),
        (page(size=(250, 470, -50, 70)), False),
        (page(size=(0, 0, 900, 900), crop=(500, 100, 800, 500)), False),
        (page(size=(0, 0, 900, 900), crop=(500, 100, 800, 500), turn=270), True),
        (page(size=(0, 0, 300, 400), crop=(-100, -100, 900, 900)), False),
    ],
)
def test_it_rises_across_the_middle_of_what_is_seen(pdf: bytes, wide: bool, tmp_path: Path) -> None:
    (seen,) = pictures(bundled(pdf, stamp="HIH"), tmp_path, dpi=72)
    assert (seen.width, seen.height) == ((400, 300) if wide else (300, 400))
    left, top, right, bottom = seen.box(lambda p: p < 250)
    assert (left + right, top + bottom) == pytest.approx((1, 1), abs=0.02)
    assert (right - left) * seen.width == pytest.approx(240, abs=16)
    assert (bottom - top) * seen.height == pytest.approx(240, abs=16)
    # The stroke of the I falls from left to right, across the line that rises.
    assert seen.at(0.5, 0.5) < 250
    offset = 0.06 * 300
    assert seen.at(0.5 - offset / seen.width, 0.5 - offset / seen.height) < 250
    assert seen.at(0.5 - offset / seen.width, 0.5 + offset / seen.height) == 255


def test_the_words_to_find_stand_at_the_foot_of_what_is_seen(tmp_path: Path) -> None:
    for turn in (0, 90, 180, 270):
        file = tmp_path / "w.pdf"
        file.write_bytes(bundled(page(size=(0, 0, 900, 900), crop=(500, 100, 800, 500), turn=turn)))
        command = ["pdftotext", "-cropbox", "-bbox", str(file), "-"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        (word,) = [line for line in said.splitlines() if "DRAF" in line]
        x, y = (float(word.split(f'{name}="')[1].split('"')[0]) for name in ("xMin", "yMax"))
        width, height = (400, 300) if turn % 180 else (300, 400)
        assert (x, y) == pytest.approx((width / 2, height), abs=4)


def test_a_page_with_a_background_shows_it_and_black_stays_black(tmp_path: Path) -> None:
    scan = page(b"0.9 0.95 0.9 rg 0 0 300 400 re f 0 g 140 180 20 40 re f")
    (before,), (after,) = (pictures(bundled(scan, stamp=stamp), tmp_path) for stamp in ("", "DRAF"))
    assert after.share(lambda p: p == 0) == before.share(lambda p: p == 0) > 0
    assert after.share(lambda p: 100 < p < 220) > 0.05 > before.share(lambda p: 100 < p < 220)


@pytest.mark.parametrize(
    "contents",
    [
        (b"q 300 0 0 400 0 0 cm",),
        (b"q 0.1 0 0 0.1 0 0 cm q", b"1 0 0 1 5 5 cm"),
        (b"q (q \\) (Q)) pop Q Q",),
        (b"1 0 0 1 -9 -9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID q EI q 9 0 0 9 0 0 cm",),
        (b"% Q Q\nq 9 0 0 9 0 0 cm [q] /q gs",),
    ],
)
def test_a_page_that_forgets_to_restore_its_state_does_not_move_it(contents: tuple[bytes, ...], tmp_path: Path) -> None:
    (sound,), (sloppy,) = (pictures(bundled(page(*c)), tmp_path) for c in ((), contents))
    assert sloppy == sound


def test_contents_that_cannot_be_decoded_are_left_alone() -> None:
    pdf = page(b"tidak dimampatkan").replace(b"<<\n/Length", b"<< /Filter /FlateDecode\n/Length")
    assert b"FlateDecode" in pdf
    (made,) = PdfReader(BytesIO(bundled(pdf))).pages
    assert made["/Contents"][1].get_object()._data == b"tidak dimampatkan"


def test_two_pages_with_one_stream_are_stamped_each(stamped: bytes, tmp_path: Path) -> None:
    for seen in pictures(stamped, tmp_path)[4:6]:
        assert seen.at(0.02, 0.98) == 0
        assert seen.share(lambda p: 200 < p < 240) > 0.05


def test_all_pages_share_the_two_drawings(stamped: bytes) -> None:
    held: set[int] = set()
    for made in PdfReader(BytesIO(stamped)).pages:
        drawings: Any = made["/Resources"]["/XObject"].get_object()
        held |= {drawings.raw_get(name).idnum for name in drawings if name.startswith("/Stempel")}
    assert len(held) == 2


def test_tags_are_as_they_were_and_the_stamp_is_an_artifact(plain: bytes, stamped: bytes, tmp_path: Path) -> None:
    said = []
    for name, pdf in (("a.pdf", plain), ("b.pdf", stamped)):
        (tmp_path / name).write_bytes(pdf)
        command = ["pdfinfo", "-struct-text", str(tmp_path / name)]
        said.append(subprocess.run(command, capture_output=True, text=True, check=True))
    assert said[0].stdout == said[1].stdout
    assert (said[1].stderr, "BAB II" in said[1].stdout) == ("", True)
    for made in PdfReader(BytesIO(stamped)).pages:
        contents = made["/Contents"][-1].get_object()._data
        assert contents.count(b"/Artifact") == contents.count(b" BDC") == contents.count(b"EMC") == 1


def test_qpdf_finds_nothing_and_every_font_is_in_the_file(stamped: bytes, tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    file.write_bytes(stamped)
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    said = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True)
    fonts = said.stdout.splitlines()[2:]
    assert said.stderr == ""
    assert any("Type 3" in font for font in fonts)
    assert all(font.split()[-5] == "yes" for font in fonts)


def test_equal_input_gives_equal_bytes_and_no_words_no_stamp(parts: list[bytes], plain: bytes, stamped: bytes) -> None:
    assert bundled(*parts) == stamped
    for made in PdfReader(BytesIO(plain)).pages:
        assert "Stempel" not in str(made.get("/Resources"))
        assert not isinstance(made.get("/Contents"), ArrayObject) or len(made["/Contents"]) == 1


def test_a_stamped_bundle_can_be_part_of_another(parts: list[bytes], tmp_path: Path) -> None:
    again = bundled(bundled(*parts[:2]), stamp="UJI")
    assert [(w.count("DRAF"), w.count("UJI")) for w in words(again, tmp_path, "-raw")] == [(1, 1)] * 3


@pytest.mark.parametrize("stamp", [" ", "DRAF!", "É"])
def test_words_without_lettering_are_refused(stamp: str) -> None:
    with pytest.raises(ValueError, match="lettering"):
        bundled(page(), stamp=stamp)


def test_every_letter_is_drawn(tmp_path: Path) -> None:
    seen = [pictures(bundled(page(), stamp=letter), tmp_path)[0].pixels for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ-"]
    assert len(set(seen)) == 27
