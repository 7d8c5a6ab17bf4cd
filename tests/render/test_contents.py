"""The contents page: its numbers are those of the pages on which the headings stand."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as word
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from openxml_audit import OpenXmlValidator

from pipeline.render import contents
from pipeline.render.pdf import convert
from pipeline.word.package import W, text_of
from tests.render import pola

LONG = "Judul yang panjangnya lebih dari satu baris sehingga nomor halamannya turun ke baris kedua tahun anggaran 2026"


def report(toc: Any = pola.add_toc) -> Any:
    """Six pages: a contents page, chapters of three levels, a long heading, a landscape section."""
    made = pola.document()
    made.add_paragraph("DAFTAR ISI")
    toc(made)
    for chapter in ("BAB I PENDAHULUAN", "BAB II " + LONG, "BAB III R&D <uji> {{ x }}"):
        made.add_page_break()
        made.add_heading(chapter, 1)
        made.add_heading(f"{chapter.split()[1]}.1 Umum", 2)
        made.add_page_break()
        made.add_heading(f"{chapter.split()[1]}.1.1 Rincian 12", 3)
        made.add_heading("Terlalu dalam", 4)
    pola.landscape_section(made)
    made.add_heading("LAMPIRAN", 1)
    made.add_heading("   ", 1)
    return made


@pytest.fixture(scope="module")
def rendered() -> bytes:
    return pola.saved(report())


@pytest.fixture(scope="module")
def pdf(rendered: bytes) -> bytes:
    return convert({"laporan": contents.prepare(rendered)})["laporan"]


def entries(made: bytes) -> list[tuple[str, str]]:
    """Text and number of each entry of a delivered contents page, with its style."""
    found = []
    for paragraph in word.Document(BytesIO(made)).paragraphs:
        link = paragraph._p.find(f"{W}hyperlink")
        if link is not None:
            title, number, *_ = [*text_of(link).rsplit(" ", 1), ""]
            found.append((f"{paragraph.style.name}: {title}", number))
    return found


def test_every_number_is_the_page_on_which_the_heading_stands(rendered: bytes, pdf: bytes, tmp_path: Path) -> None:
    pages = [" ".join(page.split()) for page in pola.pdf_pages(pdf, tmp_path)]
    numbers = contents.page_numbers(pdf, rendered)
    listed = contents.headings(rendered)
    assert len(listed) == 10
    assert {h.bookmark for h in listed} == set(numbers)
    for heading in listed:
        assert heading.text in pages[int(numbers[heading.bookmark]) - 1]
    for heading in listed:
        printed = re.search(re.escape(heading.text) + r"[ .]*(\d+)", pages[0])
        assert printed and printed[1] == numbers[heading.bookmark]


def test_the_delivered_document_shows_the_same_numbers_in_a_real_field(rendered: bytes, pdf: bytes) -> None:
    made = contents.finish(rendered, contents.page_numbers(pdf, rendered))
    assert entries(made)[:4] == [
        ("toc 1: BAB I PENDAHULUAN", "2"),
        ("toc 2: I.1 Umum", "2"),
        ("toc 3: I.1.1 Rincian 12", "3"),
        (f"toc 1: BAB II {LONG}", "4"),
    ]
    root = pola.body(made)
    kinds = [e.get(f"{W}fldCharType") for e in root.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("end") == 11
    assert next(e.text for e in root.iter(f"{W}instrText")) == pola.TOC_INSTRUCTION
    assert not any(e.get(f"{W}dirty") for e in root.iter(f"{W}fldChar"))
    marks = {b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} <= marks


def test_both_forms_are_valid(rendered: bytes, tmp_path: Path) -> None:
    for name, made in (("a", contents.prepare(rendered)), ("b", contents.finish(rendered, None))):
        file = tmp_path / f"{name}.docx"
        file.write_bytes(made)
        assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []


def test_without_a_pdf_word_is_asked_to_fill_in_the_numbers(rendered: bytes) -> None:
    root = pola.body(contents.finish(rendered, None))
    first = next(root.iter(f"{W}fldChar"))
    assert (first.get(f"{W}fldCharType"), first.get(f"{W}dirty")) == ("begin", "true")
    assert [number for _, number in entries(contents.finish(rendered, None))] == [""] * 10


def test_equal_input_gives_equal_bytes(rendered: bytes) -> None:
    assert contents.prepare(rendered) == contents.prepare(rendered)
    assert contents.finish(rendered, {}) == contents.finish(rendered, {})


def test_a_document_without_the_field_stays_as_it_is() -> None:
    made = pola.document()
    made.add_heading("Judul", 1)
    plain = pola.saved(made)
    assert contents.prepare(plain) == contents.finish(plain, None) == plain
    assert contents.headings(plain) == ()


def simple_field(made: Any) -> None:
    xml = f"<w:fldSimple {nsdecls('w')} w:instr=' TOC \\o \"1-2\" '><w:r><w:t>isi</w:t></w:r></w:fldSimple>"
    made.add_paragraph()._p.append(parse_xml(xml))


def field_over_paragraphs(made: Any) -> None:
    """As Word leaves it: entries of an earlier update, PAGEREF fields inside, the end in a paragraph of its own."""
    runs = pola.field(' TOC \\o "1-2" ', "Entri lama")
    for paragraph, pieces in zip([made.add_paragraph() for _ in range(3)], (runs[:4], [], runs[4:]), strict=True):
        for run in pieces:
            paragraph._p.append(run)
        if not pieces:
            for run in pola.field(" PAGEREF _Toc1 \\h ", "7"):
                paragraph._p.append(run)


def field_in_a_control(made: Any) -> None:
    """As Word inserts it from its gallery: with its title in a content control."""
    field_over_paragraphs(made)
    paragraphs = [p._p for p in made.paragraphs[-3:]]
    control = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        "</w:sdtPr><w:sdtContent/></w:sdt>"
    )
    paragraphs[0].addprevious(control)
    for paragraph in paragraphs:
        control[1].append(paragraph)


@pytest.mark.parametrize("toc", [simple_field, field_over_paragraphs, field_in_a_control])
def test_every_shape_of_the_field_is_found_and_replaced(toc: Any) -> None:
    made = pola.saved(report(toc))
    listed = contents.headings(made)
    assert [h.level for h in listed] == [1, 2, 1, 2, 1, 2, 1]
    for form in (contents.prepare(made), contents.finish(made, {h.bookmark: "5" for h in listed})):
        texts = pola.texts(form)
        assert texts[0] == "DAFTAR ISI"
        assert texts[1].startswith("BAB I PENDAHULUAN ")
        assert not any("Entri lama" in t for t in texts)
        kinds = [e.get(f"{W}fldCharType") for e in pola.body(form).iter(f"{W}fldChar")]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_what_stands_beside_the_field_in_its_paragraph_stays() -> None:
    def toc(made: Any) -> None:
        pola.add_toc(made)
        made.paragraphs[-1].add_run().add_break(word.enum.text.WD_BREAK.PAGE)

    made = contents.prepare(pola.saved(report(toc)))
    before_first = pola.body(made).xpath(
        "count(//w:p[w:pPr/w:pStyle/@w:val='Heading1'][1]/preceding::w:br[@w:type='page'])",
        namespaces={"w": W.strip("{}")},
    )
    assert before_first == 2


def test_headings_by_outline_level_and_by_depth() -> None:
    made = pola.document()
    pola.add_toc(made, ' TOC \\o "2-2" \\u ')
    made.add_heading("Satu", 1)
    made.add_heading("Dua", 2)
    paragraph = made.add_paragraph("Menurut kerangka")
    level = OxmlElement("w:outlineLvl")
    level.set(f"{W}val", "1")
    paragraph._p.get_or_add_pPr().append(level)
    assert [(h.level, h.text) for h in contents.headings(pola.saved(made))] == [(2, "Dua"), (2, "Menurut kerangka")]


NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/>
<w:lvlText w:val="BAB %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:isLgl/>
<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>"""


def test_numbers_that_word_gives_to_headings_are_listed_too(tmp_path: Path) -> None:
    made = pola.document()
    numbering = made.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in (1, 2):
        properties = made.styles[f"Heading {level}"].element.get_or_add_pPr()
        numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="90"/></w:numPr>'
        properties.append(parse_xml(numbers))
    pola.add_toc(made)
    for title, level in (("Pendahuluan", 1), ("Umum", 2), ("Tujuan", 2), ("Hasil", 1), ("Capaian", 2)):
        made.add_heading(title, level)
    rendered = pola.saved(made)
    titles = ["BAB I Pendahuluan", "1.1 Umum", "1.2 Tujuan", "BAB II Hasil", "2.1 Capaian"]
    assert [h.title for h in contents.headings(rendered)] == titles
    pdf = convert({"bernomor": contents.prepare(rendered)})["bernomor"]
    page = " ".join(pola.pdf_pages(pdf, tmp_path)[0].split())
    assert all(re.search(re.escape(title) + r"[ .]+1 ", page) for title in titles)
    assert set(contents.page_numbers(pdf, rendered).values()) == {"1"}
