"""The fields of all templates as a Word document with tags to copy; it refuses to know what they mean."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from pipeline.template.vocabulary import Field, FieldTable, Jenis, Vocabulary, in_rows
from pipeline.word.package import pack, unpack

_TITLE = "Isian Templat Dokumen Pengukuran Kinerja"
_COLUMNS = ("Tanda siap salin", "Jenis", "Arti", "Satuan", "Contoh")
_SHARES = (30, 11, 27, 9, 23)
"""The columns' shares of the text width, percent."""

_FONT, _LANGUAGE, _SHADE, _CELL = "Bookman Old Style", "id-ID", "DCE6F1", "Isi Tabel"
_DATED = datetime(2026, 1, 5, 1, tzinfo=UTC)
_WIDTH_MM, _HEIGHT_MM, _MARGIN_MM = 297, 210, 20
_UNUSED = (RT.WEB_SETTINGS, RT.CUSTOM_XML, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects")
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


def is_fieldbook(file: Path) -> bool:
    """Whether a file is such a list, made earlier."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _TITLE.encode() in archive.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def fieldbook(semua: Sequence[Vocabulary], notes: Sequence[str]) -> bytes:
    """The DOCX: how tags are written, then a chapter a template. Equal fields give equal bytes."""
    book = docx.Document()
    _set_up(book)
    book.add_paragraph(_TITLE, style="Title")
    for note in notes:
        book.add_paragraph(note, style="List Bullet")
    _contents(book, semua)
    for number, vocabulary in enumerate(semua, 1):
        _chapter(book, vocabulary, number)
    buffer = io.BytesIO()
    book.save(buffer)
    return pack(unpack(buffer.getvalue()))


# --- what it says --------------------------------------------------------------------------------------------------


def _contents(book: Any, semua: Sequence[Vocabulary]) -> None:
    """One line of links to the chapters."""
    paragraph = book.add_paragraph("Templat: ")
    for number, vocabulary in enumerate(semua, 1):
        if number > 1:
            paragraph.add_run(", ")
        paragraph._p.append(
            parse_xml(
                f'<w:hyperlink {nsdecls("w")} w:anchor="{_bookmark(number)}" w:history="1">'
                f"<w:r><w:t>{escape(vocabulary.kunci)}</w:t></w:r></w:hyperlink>"
            )
        )


def _chapter(book: Any, vocabulary: Vocabulary, number: int) -> None:
    heading = book.add_paragraph(f"{vocabulary.kunci}.docx", style="Heading 1")
    names = f'{nsdecls("w")} w:id="{number}"'
    heading._p.insert(1, parse_xml(f'<w:bookmarkStart {names} w:name="{_bookmark(number)}"/>'))
    heading._p.append(parse_xml(f"<w:bookmarkEnd {names}/>"))
    for table in vocabulary.tabel:
        if table.jalur:
            book.add_paragraph(f"Isian {table.jalur}", style="Heading 2")
        if table.gelung:
            book.add_paragraph(f"Hanya di dalam {' '.join(table.gelung)}").paragraph_format.keep_with_next = True
        book.element.body.insert_element_before(_table(vocabulary, table), "w:sectPr")


def _bookmark(number: int) -> str:
    return f"templat_{number}"


def _table(vocabulary: Vocabulary, table: FieldTable) -> Any:
    caption = escape(f"Isian {table.jalur or vocabulary.kunci}", {'"': "&quot;"})
    width = round((_WIDTH_MM - 2 * _MARGIN_MM) * 1440 / 25.4)
    grid = "".join(f'<w:gridCol w:w="{round(width * share / 100)}"/>' for share in _SHARES)
    rows = "".join([_row([(name,) for name in _COLUMNS], head=True), *(_row(_cells(f)) for f in table.isian)])
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _cells(field: Field) -> tuple[Sequence[str], ...]:
    kind = f"{field.jenis}, boleh kosong" if field.boleh_kosong else str(field.jenis)
    return (tuple(_tags(field)), (kind,), (field.arti,), (field.satuan,), (field.contoh,))


def _tags(field: Field) -> Iterator[str]:
    """The tags of a field; of a list also those that repeat a table row; of a group without any its name."""
    yield from field.tag or (f"{field.jalur}.…",)
    if field.jenis is Jenis.DAFTAR:
        yield from map(in_rows, field.tag)


def _row(cells: Sequence[Sequence[str]], *, head: bool = False) -> str:
    made = "".join(_cell(lines, share, head=head) for lines, share in zip(cells, _SHARES, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{made}</w:tr>"


def _cell(lines: Sequence[str], share: int, *, head: bool) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>' if head else ""
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if head else ""
    keep = "<w:keepNext/>" if head else ""
    made = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{_CELL.replace(" ", "")}"/>{keep}</w:pPr>'
        f'<w:r>{bold}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in lines
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{share * 50}" w:type="pct"/>{shade}</w:tcPr>{made}</w:tc>'


# --- how it looks --------------------------------------------------------------------------------------------------


def _set_up(book: Any) -> None:
    for kind in _UNUSED:
        _drop(book.part, kind)
    _drop(book.part.package, _THUMBNAIL)
    _properties(book.core_properties)
    _styles(book.styles)
    section = book.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_WIDTH_MM), Mm(_HEIGHT_MM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    section.footer_distance = Mm(_MARGIN_MM / 2)
    _footer(section.footer.paragraphs[0])


def _drop(part: Any, kind: str) -> None:
    for id_ in [id_ for id_, relation in part.rels.items() if relation.reltype == kind]:
        del part.rels[id_]


def _properties(properties: Any) -> None:
    properties.title, properties.subject, properties.language = _TITLE, "Templat Word", _LANGUAGE
    properties.author = properties.last_modified_by = properties.keywords = properties.comments = ""
    properties.created = properties.modified = _DATED
    properties.revision = 1


def _styles(styles: Any) -> None:
    for fonts in styles.element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{name}"), _FONT)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
        language.set(qn("w:eastAsia"), _LANGUAGE)
    _style(styles["Normal"], size=10, after=4)
    _style(styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH), size=9, before=1, after=1)
    _style(styles["Title"], size=16, after=8, bold=True)
    _style(styles["Heading 1"], size=13, before=16, after=6, bold=True)
    _style(styles["Heading 2"], size=10.5, before=10, after=4, bold=True)
    for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _style(style: Any, *, size: float, before: float = 0, after: float = 0, bold: bool | None = None) -> None:
    style.font.size, style.font.bold = Pt(size), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), 1


def _footer(paragraph: Any) -> None:
    """ "Halaman 1 dari 9" at the right."""
    paragraph.alignment = 2
    for piece in re.split("(PAGE|NUMPAGES)", "Halaman PAGE dari NUMPAGES"):
        if piece.isupper():
            field = f'<w:fldSimple {nsdecls("w")} w:instr=" {piece} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            paragraph._p.append(parse_xml(field))
        elif piece:
            paragraph.add_run(piece)
