"""Small Word templates and pictures for the tests of render."""

from __future__ import annotations

import io
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from lxml.etree import _Element as Element

from pipeline.word.package import DOCUMENT, W, parse, text_of, unpack

TOC_INSTRUCTION = ' TOC \\o "1-3" \\h \\z \\u '


def document() -> Any:
    """An A4 document in a font that every test machine has, its body empty."""
    made = docx.Document()
    for id_ in [id_ for id_, r in made.part.rels.items() if r.reltype.endswith("/stylesWithEffects")]:
        del made.part.rels[id_]
    made.styles["Normal"].font.name = "Liberation Serif"
    for level in (1, 2, 3):
        style = made.styles[f"Heading {level}"]
        style.font.name = "Liberation Sans"
        for fonts in style.element.iter(f"{W}rFonts"):
            for name in list(fonts.attrib):
                if name.endswith("Theme"):
                    del fonts.attrib[name]
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    return made


def template(path: Path, *paragraphs: str) -> Path:
    """A template with these paragraphs."""
    made = document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path))
    return path


def saved(made: Any) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def body(made: bytes) -> Element:
    return parse(unpack(made)[DOCUMENT])


def texts(made: bytes) -> list[str]:
    """The text of every paragraph that has some."""
    return [t for p in body(made).iter(f"{W}p") if (t := text_of(p))]


def field(instruction: str, cached: str = "") -> list[Any]:
    """A complex field as runs."""
    parts = [
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{instruction.replace(chr(34), "&quot;")}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{cached}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ]
    return [parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>") for part in parts]


def add_toc(made: Any, instruction: str = TOC_INSTRUCTION) -> None:
    paragraph = made.add_paragraph()
    for run in field(instruction, "Tekan F9"):
        paragraph._p.append(run)


def landscape_section(made: Any) -> Any:
    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    return section


def png(width: int, height: int) -> bytes:
    """A grey picture of that many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    pixels = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + pixels


def pdf_pages(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page as poppler reads it."""
    file = folder / "baca.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return said.stdout.split("\f")[:-1]


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts, whatever they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def text_box(paragraph: Any, text: str) -> None:
    """Hang a text box on a paragraph, twice as Word does: for today's Word and for older ones."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    compat = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    pieces = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    run = f"<w:r {nsdecls('w')} {compat}><mc:AlternateContent>{pieces}</mc:AlternateContent></w:r>"
    paragraph._p.append(parse_xml(run))
