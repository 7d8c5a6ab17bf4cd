"""The paper of a setting, on every section."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx as word
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Twips

from pipeline.render.docx import render
from pipeline.render.pdf import convert
from pipeline.word.package import W
from tests.render import pola


@dataclass(frozen=True)
class Kosong:
    pass


def on(paper: str | None, folder: Path) -> bytes:
    made = pola.document()
    section = made.sections[0]
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.footer.paragraphs[0].add_run("kiri\tkanan")
    width = section.page_width - section.left_margin - section.right_margin
    section.footer.paragraphs[0].paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    table = made.add_table(rows=1, cols=2)
    for cell, share in zip(table.rows[0].cells, (1, 3), strict=True):
        cell.width = Twips(width // 635 * share // 4)
    made.add_paragraph("tegak")
    pola.landscape_section(made)
    made.add_paragraph("mendatar")
    file = folder / "t.docx"
    made.save(str(file))
    return render(file, Kosong(), root=folder, paper=paper)


@pytest.mark.parametrize(
    ("paper", "sizes"),
    [
        (None, [(210, 297), (297, 210)]),
        ("A4", [(210, 297), (297, 210)]),
        ("F4", [(215, 330), (330, 215)]),
    ],
)
def test_every_section_gets_the_paper_and_keeps_its_orientation_and_margins(
    tmp_path: Path, paper: str | None, sizes: list[tuple[int, int]]
) -> None:
    sections = word.Document(BytesIO(on(paper, tmp_path))).sections
    assert [(round(s.page_width.mm), round(s.page_height.mm)) for s in sections] == sizes
    assert [(round(s.left_margin.mm), round(s.right_margin.mm)) for s in sections] == [(30, 20)] * 2


def test_tables_and_right_hand_tabs_reach_as_far_as_the_text(tmp_path: Path) -> None:
    made = on("F4", tmp_path)
    document = word.Document(BytesIO(made))
    section = document.sections[0]
    width = (section.page_width - section.left_margin - section.right_margin) / 635
    cells = [int(c.get(f"{W}w", "0")) for c in pola.body(made).iter(f"{W}tcW")]
    assert sum(cells) == pytest.approx(width, abs=4)
    (stop,) = section.footer.paragraphs[0].paragraph_format.tab_stops
    assert stop.position.twips == pytest.approx(width, abs=2)


def test_the_pdf_has_the_paper_too(tmp_path: Path) -> None:
    assert convert({"f4": on("F4", tmp_path)})
