"""The watermark of a DOCX: on every page, once a header, and nothing else moves."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as word
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Twips
from lxml.etree import _Element as Element
from openxml_audit import OpenXmlValidator

from pipeline.render.pdf import convert
from pipeline.render.watermark import watermarked
from pipeline.word.package import DOCUMENT, W, parse, text_of, unpack
from tests.render import pola
from tests.render.piksel import pictures

V = "{urn:schemas-microsoft-com:vml}"


def new_page(made: Any, text: str) -> None:
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph(text)


def bare() -> Any:
    """A cover and two pages, then a lying page: no header anywhere, another first page."""
    made = pola.document()
    made.sections[0].different_first_page_header_footer = True
    made.add_paragraph("sampul")
    new_page(made, "dua")
    new_page(made, "tiga")
    section = pola.landscape_section(made)
    section.different_first_page_header_footer = False
    made.add_paragraph("mendatar")
    return made


def lettered(folder: Path) -> Any:
    """Headers of all three kinds, the first with a logo in a table; a lying section that inherits them."""
    made = pola.document()
    made.settings.odd_and_even_pages_header_footer = True
    section = made.sections[0]
    section.different_first_page_header_footer = True
    logo = folder / "logo.png"
    logo.write_bytes(pola.png(40, 40))
    table = section.first_page_header.add_table(1, 2, Mm(160))
    table.cell(0, 0).paragraphs[0].add_run().add_picture(str(logo), width=Mm(20))
    table.cell(0, 1).paragraphs[0].add_run("BADAN KEPEGAWAIAN")
    section.header.paragraphs[0].add_run("ganjil")
    section.even_page_header.paragraphs[0].add_run("genap")
    made.add_paragraph("sampul")
    for text in ("dua", "tiga", "empat"):
        new_page(made, text)
    pola.landscape_section(made)
    made.add_paragraph("mendatar")
    new_page(made, "mendatar lagi")
    return made


def headers(made: bytes) -> dict[str, Element]:
    return {n: parse(x) for n, x in unpack(made).items() if n.startswith("word/header")}


def shapes(made: bytes) -> list[Element]:
    return [s for root in headers(made).values() for s in root.iter(f"{V}shape")]


def kinds(made: bytes) -> list[list[str]]:
    """The kinds of header each section names itself."""
    return [
        [r.get(f"{W}type", "") for r in section.findall(f"{W}headerReference")]
        for section in pola.body(made).iter(f"{W}sectPr")
    ]


def places(pdf: bytes, folder: Path) -> str:
    """Every word of every page with its box."""
    file = folder / "kata.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout


def test_every_page_shows_it_and_nothing_moves(tmp_path: Path) -> None:
    tight = pola.document()
    tight.sections[0].top_margin, tight.sections[0].header_distance = Mm(5), Mm(12)
    tight.add_paragraph("di tepi atas")
    plain = {"polos": pola.saved(bare()), "kop": pola.saved(lettered(tmp_path)), "sempit": pola.saved(tight)}
    before, after = convert(plain), convert({name: watermarked(made, "DRAF") for name, made in plain.items()})
    for name, pages in (("polos", 4), ("kop", 6), ("sempit", 1)):
        assert places(after[name], tmp_path) == places(before[name], tmp_path)
        was, now = pictures(before[name], tmp_path), pictures(after[name], tmp_path)
        assert len(was) == len(now) == pages
        for old, new in zip(was, now, strict=True):
            assert old.share(lambda p: 200 < p < 240) < 0.01
            assert new.share(lambda p: 200 < p < 240) > 0.05
            assert new.share(lambda p: p < 100) == pytest.approx(old.share(lambda p: p < 100), abs=0.002)


def test_it_stands_in_the_middle_and_rises(tmp_path: Path) -> None:
    blank = pola.document()
    blank.sections[0].different_first_page_header_footer = True
    new_page(blank, "")
    pola.landscape_section(blank)
    pdf = convert({"kosong": watermarked(pola.saved(blank), "HHHH")})["kosong"]
    pages = pictures(pdf, tmp_path)
    assert len(pages) == 3
    for page in pages:
        left, top, right, bottom = page.box(lambda p: p < 255)
        assert (left + right, top + bottom) == pytest.approx((1, 1), abs=0.03)
        assert 0.3 < right - left < 0.85
        corners = [page.at(x, y) for x, y in ((left + 0.02, top + 0.02), (right - 0.02, bottom - 0.02))]
        assert corners == [255, 255]


def test_a_section_without_a_header_gets_one_of_each_kind_in_force_and_later_ones_inherit() -> None:
    made = watermarked(pola.saved(bare()), "DRAF")
    assert kinds(made) == [["first", "default"], []]
    assert len(headers(made)) == len(shapes(made)) == 2
    for root in headers(made).values():
        (paragraph,) = root.iter(f"{W}p")
        spacing = paragraph.find(f"{W}pPr/{W}spacing")
        assert spacing is not None
        assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")


def test_a_kind_that_comes_into_force_later_gets_its_header_there() -> None:
    made = pola.document()
    made.add_paragraph("satu")
    pola.landscape_section(made).different_first_page_header_footer = True
    assert kinds(watermarked(pola.saved(made), "DRAF")) == [["default"], ["first"]]


@pytest.mark.parametrize(("on", "wanted"), [(True, ["even", "default"]), (False, ["default"])])
def test_left_hand_pages_have_a_header_only_where_the_document_tells_sides_apart(on: bool, wanted: list[str]) -> None:
    made = pola.document()
    made.settings.odd_and_even_pages_header_footer = on
    made.add_paragraph("satu")
    assert kinds(watermarked(pola.saved(made), "DRAF")) == [wanted]


def test_headers_keep_what_they_show_and_shared_ones_get_it_once(tmp_path: Path) -> None:
    plain = pola.saved(lettered(tmp_path))
    made = watermarked(plain, "DRAF")
    assert kinds(made) == kinds(plain)
    assert headers(made).keys() == headers(plain).keys()
    for name, root in headers(made).items():
        assert len([*root.iter(f"{V}shape")]) == 1
        old = headers(plain)[name]
        assert [text_of(p) for p in root.iter(f"{W}p")] == [text_of(p) for p in old.iter(f"{W}p")]
        assert len([*root.iter(f"{W}drawing")]) == len([*old.iter(f"{W}drawing")])
        (shape,) = root.iter(f"{V}shape")
        assert next(shape.iterancestors(f"{W}tbl"), None) is None


def test_a_header_that_only_a_later_section_shows_gets_it() -> None:
    made = pola.document()
    made.add_paragraph("satu")
    first = made.sections[0]
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].add_run("awal")
    first.different_first_page_header_footer = False
    pola.landscape_section(made).different_first_page_header_footer = True
    marked = watermarked(pola.saved(made), "DRAF")
    assert kinds(marked) == [["default", "first"], []]
    assert len(shapes(marked)) == 2


def test_the_shape_is_as_word_makes_it() -> None:
    for number, shape in enumerate(shapes(watermarked(pola.saved(bare()), "DRAF")), 1):
        assert shape.get("id") == f"PowerPlusWaterMarkObject{number}"
        assert (shape.get("alt"), shape.get("fillcolor"), shape.get("stroked")) == ("DRAF", "silver", "f")
        assert {"rotation:315", "position:absolute"} < set(shape.get("style", "").split(";"))
        (text,) = shape.iter(f"{V}textpath")
        assert text.get("string") == "DRAF"


@pytest.mark.parametrize("kind", ["polos", "kop"])
def test_word_finds_nothing_to_repair(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "w.docx"
    made = watermarked(pola.saved(bare() if kind == "polos" else lettered(tmp_path)), 'DRAF & "UJI" <1>')
    file.write_bytes(made)
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []
    assert {s.get("alt") for s in shapes(made)} == {'DRAF & "UJI" <1>'}
    sections = word.Document(BytesIO(made)).sections
    assert sections[0].header.part is sections[1].header.part


def test_a_second_watermark_has_ids_of_its_own(tmp_path: Path) -> None:
    twice = watermarked(watermarked(pola.saved(lettered(tmp_path)), "DRAF"), "UJI")
    ids = [s.get("id") for s in shapes(twice)]
    assert len(set(ids)) == len(ids) == 6
    assert all(len([*root.iter(f"{V}shapetype")]) == 1 for root in headers(twice).values())


def test_equal_input_gives_equal_bytes() -> None:
    made = pola.saved(bare())
    assert watermarked(made, "DRAF") == watermarked(made, "DRAF") != watermarked(made, "UJI")


def test_the_layout_before_a_tracked_change_is_no_section() -> None:
    made = pola.document()
    section = made.sections[0]._sectPr
    change = parse_xml(f'<w:sectPrChange {nsdecls("w")} w:id="1" w:author="x"><w:sectPr/></w:sectPrChange>')
    change[0].append(OxmlElement("w:titlePg"))
    section.append(change)
    assert kinds(watermarked(pola.saved(made), "DRAF")) == [["default"], []]


def test_the_words_fit_the_smallest_page_of_all() -> None:
    made = pola.document()
    made.add_paragraph("besar")
    small = pola.landscape_section(made)
    small.page_width, small.page_height = Twips(6000), Twips(4000)
    style = dict(s.split(":") for s in shapes(watermarked(pola.saved(made), "DRAF"))[0].get("style", "").split(";"))
    width, height = (float(style[n].removesuffix("pt")) for n in ("width", "height"))
    assert (width + height) / 2**0.5 == pytest.approx(0.75 * 200, abs=2)


def test_the_body_stays_as_it_was(tmp_path: Path) -> None:
    plain = pola.saved(lettered(tmp_path))
    assert unpack(watermarked(plain, "DRAF"))[DOCUMENT].count(b"<w:p>") == unpack(plain)[DOCUMENT].count(b"<w:p>")
    assert pola.texts(watermarked(plain, "DRAF")) == pola.texts(plain)
