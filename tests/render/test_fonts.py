"""Which fonts a template really sets text in."""

from __future__ import annotations

from pathlib import Path

from docx.enum.style import WD_STYLE_TYPE

from pipeline.word.fonts import fonts_of
from tests.render import pola


def test_fonts_are_those_of_runs_of_styles_in_use_and_of_bullets(tmp_path: Path) -> None:
    made = pola.document()
    made.styles.add_style("Tak Dipakai", WD_STYLE_TYPE.PARAGRAPH).font.name = "Comic Sans MS"
    made.styles["Quote"].font.name = "Arial"
    made.add_paragraph("isi")
    made.add_paragraph("kutipan", style="Quote")
    made.add_paragraph().add_run("sendiri").font.name = "Bookman Old Style"
    made.add_paragraph().add_run("").font.name = "Wingdings"
    made.add_paragraph("butir", style="List Bullet")
    made.sections[0].footer.paragraphs[0].add_run("kaki").font.name = "Carlito"
    made.save(str(tmp_path / "t.docx"))
    assert fonts_of(tmp_path / "t.docx") == {"Liberation Serif", "Arial", "Bookman Old Style", "Symbol", "Carlito"}


def test_a_theme_font_is_named_by_its_own_name(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("judul", style="Title")
    made.save(str(tmp_path / "t.docx"))
    assert fonts_of(tmp_path / "t.docx") == {"Calibri"}
