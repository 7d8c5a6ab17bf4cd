"""Nothing a DOCX says is missing from its PDF, and nothing is said to be missing that is there."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from pipeline.problems import KinerjaError
from pipeline.render import pdf as pdf_module
from pipeline.render.contents import prepare
from pipeline.render.losses import lost_cells, lost_text, shortened
from pipeline.render.pdf import convert
from pipeline.word.package import W
from tests.render import pola

PAGE, MARGIN, HEAD, ROW = 842, 72, 20, 40


def table(above: float, *, head: bool = True, rows: int = 5, merged: bool = False, blank: bool = False) -> bytes:
    """A table under `above` points of nothing, its rows of fixed height and not to be split."""
    made = pola.document()
    section = made.sections[0]
    section.page_height = Pt(PAGE)
    section.top_margin = section.bottom_margin = Pt(MARGIN)
    spacer = made.add_paragraph().paragraph_format
    spacer.space_before, spacer.space_after, spacer.line_spacing = Pt(0), Pt(0), Pt(above)
    grid = made.add_table(rows + head, 2)
    grid.style = "Table Grid"
    for number, row in enumerate(grid.rows):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        row.height, row.height_rule = Pt(ROW if number or not head else HEAD), WD_ROW_HEIGHT_RULE.EXACTLY
        for cell in () if blank and number > 1 else row.cells:
            cell.text = f"baris{number}"
    if head:
        grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if merged:
        grid.cell(1, 0).merge(grid.cell(2, 0))
    made.add_paragraph("akhir")
    return pola.saved(made)


def text(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def at_the_end(head: bool) -> list[float]:
    """Points above a table whose header, or header and first row, end about where the page does."""
    ends = [HEAD, HEAD + ROW] if head else [ROW]
    return [PAGE - 2 * MARGIN - end - (3 - step) / 4 for end in ends for step in range(4)]


def test_no_row_is_lost_at_the_end_of_a_page() -> None:
    kinds = {"kepala": {"head": True}, "tanpa": {"head": False}, "gabung": {"merged": True}, "isian": {"blank": True}}
    made = {
        f"{name}-{number}": table(above, **kind)
        for name, kind in kinds.items()
        for number, above in enumerate(at_the_end(kind.get("head", True)))
    }
    assert all(prepare(docx) == docx for docx in made.values())
    for name, pdf in convert({name: prepare(docx) for name, docx in made.items()}).items():
        pages = text(pdf)
        said = " ".join(pages)
        assert len(pages) == 2
        assert all(f"baris{n}" in said for n in range(2 if name.startswith("isian") else 5)), name
        assert lost_cells(made[name], pdf) == 0, name


def answers(monkeypatch: pytest.MonkeyPatch, *pdfs: bytes) -> list[dict[str, bytes]]:
    """What LibreOffice makes of the document `d`, run after run; what it was given is listed."""
    given: list[dict[str, bytes]] = []

    def run(documents: dict[str, bytes], *_: object) -> tuple[str, dict[str, bytes]]:
        given.append(dict(documents))
        return "", {"d": pdfs[min(len(given), len(pdfs)) - 1]}

    monkeypatch.setattr(pdf_module, "_converted", run)
    return given


@pytest.fixture(scope="module")
def whole() -> bytes:
    return convert({"d": table(100)})["d"]


@pytest.fixture(scope="module")
def less() -> bytes:
    return convert({"d": table(100, rows=4)})["d"]


def test_what_is_lost_is_tried_again_with_shorter_pages(
    monkeypatch: pytest.MonkeyPatch, whole: bytes, less: bytes
) -> None:
    given = answers(monkeypatch, less, whole)
    assert convert({"d": table(100)})["d"] == whole
    assert [g["d"] for g in given] == [table(100), shortened(table(100), 1)]


def test_what_stays_lost_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch, less: bytes) -> None:
    given = answers(monkeypatch, less)
    with pytest.raises(KinerjaError) as caught:
        convert({"d": table(100)})
    assert len(given) == 4
    assert caught.value.code == "render.konversi.hilang"
    assert caught.value.args_ == {"dokumen": "d", "teks": "baris5"}


def test_rows_without_text_are_missed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = convert({"d": table(100, rows=3, blank=True)})["d"]
    assert lost_text(table(100, blank=True), PdfReader(io.BytesIO(fewer)).pages) is None
    assert lost_cells(table(100, blank=True), fewer) == 4
    given = answers(monkeypatch, fewer)
    assert convert({"d": table(100, blank=True)})["d"] == fewer
    assert len(given) == 4


def test_shorter_pages_keep_their_paper_and_the_place_of_the_footer_above_the_end() -> None:
    def margins(made: bytes) -> list[int]:
        section = next(pola.body(made).iter(f"{W}pgMar"))
        return [int(section.get(f"{W}{name}", "0")) for name in ("top", "bottom", "footer")]

    top, bottom, footer = margins(table(100))
    assert margins(shortened(table(100), 4)) == [top, bottom + 80, footer + 80]


def xml(text: str) -> Any:
    return parse_xml(re.sub(r"^<[\w:]+", lambda m: f"{m[0]} {nsdecls('w')}", text))


def run(made: Any, text: str, properties: str = "") -> None:
    made.add_paragraph()._p.append(xml(f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"))


def letters(made: Any) -> None:
    made.add_paragraph("Selesai 👍🏽 👨‍👩‍👧 ✅ ☐ ☒ ½ ² ① № ™ ﬁ 𝐀𝟏 Ａ１")
    made.add_paragraph("Bismillah بِسْمِ اللَّهِ 123 ١٢٣ dan עברית 45")
    made.add_paragraph("e\u0301 Zo\u0308e caf\u00e9 \u1e9e stra\u00dfe \u0130stanbul \u0131 \u0149 Łódź ø æ")


def long_words(made: Any) -> None:
    made.settings.element.insert(0, xml('<w:autoHyphenation w:val="true"/>'))
    made.add_paragraph("x" * 400)
    made.add_paragraph("https://contoh.go.id/" + "sangat-panjang/" * 20 + "?q=1&r=2")
    made.add_paragraph("mempertanggungjawabkan pengejawantahan " * 30).alignment = 3
    for number in range(60):
        made.add_paragraph(f"butir {number}", style="List Number")


def looks(made: Any) -> None:
    words = "Straße Efisiensi fi ffi 12,5 ke\u00a0dua ke\u2011tiga kata\u00adkata"
    for look in ("<w:caps/>", "<w:smallCaps/>", '<w:spacing w:val="120"/>', '<w:vertAlign w:val="superscript"/>'):
        run(made, words, look)
    run(made, words, '<w:rFonts w:ascii="Carlito" w:hAnsi="Carlito"/>')


def unprinted(made: Any) -> None:
    run(made, "hilang999", "<w:vanish/>")
    run(made, "opq", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    for instruction in (" PAGE ", " DATE ", " SEQ Tabel ", " REF tiada ", ' HYPERLINK "https://a.b" '):
        for piece in pola.field(instruction, "basi77"):
            made.add_paragraph("ada")._p.append(piece)
    changes = "<w:ins><w:r><w:t>baru</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>dari9</w:t></w:r></w:moveFrom>"
    made.element.body.insert(0, xml(f"<w:p>{changes}</w:p>"))


def tables(made: Any) -> None:
    grid = made.add_table(40, 3)
    grid.style = "Table Grid"
    for number, row in enumerate(grid.rows):
        for cell in row.cells:
            cell.text = f"sel {number} yang terbagi atas dua halaman " * 3
    grid.cell(1, 1).merge(grid.cell(3, 1)).add_table(2, 2).cell(0, 0).text = "bersarang 5"
    grid.cell(0, 0).text = "tegak"
    grid.cell(0, 0)._tc.get_or_add_tcPr().append(xml('<w:textDirection w:val="btLr"/>'))
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def test_nothing_is_missed_that_is_there() -> None:
    made: dict[str, bytes] = {}
    fills: tuple[Callable[[Any], None], ...] = (letters, long_words, looks, unprinted, tables)
    for fill in fills:
        document = pola.document()
        fill(document)
        made[fill.__name__] = pola.saved(document)
    for name, pdf in convert(made).items():
        assert lost_text(made[name], PdfReader(io.BytesIO(pdf)).pages) is None, name
        assert lost_cells(made[name], pdf) == 0, name


@pytest.mark.parametrize("gone", ["x", "7", "kata yang lain"])
def test_one_letter_more_is_missed(gone: str) -> None:
    document = pola.document()
    document.add_paragraph("kepala kata")
    pdf = convert({"d": pola.saved(document)})["d"]
    document.add_paragraph(gone)
    document.add_paragraph("kata")
    assert lost_text(pola.saved(document), PdfReader(io.BytesIO(pdf)).pages) == gone


def test_what_repeats_on_each_page_hides_no_loss() -> None:
    document = pola.document()
    document.sections[0].header.paragraphs[0].text = "baris kepala 123"
    document.add_paragraph("isi")
    pdf = convert({"d": pola.saved(document)})["d"]
    document.add_paragraph("baris 12")
    assert lost_text(pola.saved(document), PdfReader(io.BytesIO(pdf)).pages) == "baris 12"


def test_a_pdf_that_is_written_otherwise_is_read_all_the_same() -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    names = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}
    font = DictionaryObject({NameObject(f"/{k}"): NameObject(f"/{v}") for k, v in names.items()})
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = StreamObject()
    content._data = rb"BT /F1 12 Tf 9 9 Td (Isi yang \(terbaca\)) Tj ET"
    page[NameObject("/Contents")] = writer._add_object(content)
    document = pola.document()
    document.add_paragraph("Isi yang (terbaca)")
    assert lost_text(pola.saved(document), [page]) is None
    document.add_paragraph("dan ini")
    assert lost_text(pola.saved(document), [page]) == "dan ini"
