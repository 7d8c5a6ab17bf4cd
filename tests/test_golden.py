"""What the shipped quarters' documents say, word by word, against tests/golden."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from pipeline.documents.registry import DOKUMEN
from pipeline.problems import ExitCode

PROJECT = Path(__file__).resolve().parent.parent
PERIODS = ("2026-tw1", "2026-tw3")
DOCUMENTS = tuple(row.key for row in DOKUMEN if not row.per_unit)


LEMBAR_UNIT = tuple(f"lembar-unit-{unit}" for unit in ("sekretariat", "bidang-mutasi"))


def dump(file: Path) -> str:
    """A DOCX as text: a line a paragraph with its style, a line a table row, headers and footers first."""
    document = Document(str(file))
    margins = [part for section in document.sections for part in (section.header, section.footer)]
    lines = [line for part in margins if not part.is_linked_to_previous for line in blocks(part._element, document)]
    return "\n".join([*lines, *blocks(document.element.body, document)]) + "\n"


def blocks(parent: object, document: object) -> Iterator[str]:
    for block in parent.iterchildren():  # type: ignore[attr-defined]
        if isinstance(block, CT_P):
            paragraph = Paragraph(block, document)  # type: ignore[arg-type]
            if paragraph.text.strip():
                yield f"[{block.style or 'Normal'}] {paragraph.text}"
        elif isinstance(block, CT_Tbl):
            yield from (f"| {' | '.join(map(cell, row.tc_lst))} |" for row in block.tr_lst)
        elif block.tag == qn("w:sdt"):
            yield from blocks(block.find(qn("w:sdtContent")), document)


def cell(tc: object) -> str:
    texts = (Paragraph(p, None).text for p in tc.iter(qn("w:p")))  # type: ignore[attr-defined, arg-type]
    return " / ".join(text for text in texts if text.strip())


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents alone: without LibreOffice there is no PDF, which goldens do not need."""
    root = tmp_path_factory.mktemp("golden")
    for name in ("data", "templates"):
        shutil.copytree(PROJECT / name, root / name)
    for period in PERIODS:
        command = [sys.executable, "-m", "pipeline", "--root", root, "report", period]
        done = subprocess.run(command, env={**os.environ, "KINERJA_SOFFICE": "none"}, check=False)
        assert done.returncode == ExitCode.PROGRAM_MISSING
    return root / "output"


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("name", (*DOCUMENTS, *LEMBAR_UNIT))
def test_a_shipped_document_says_what_it_said(
    period: str, name: str, output: Path, golden: Callable[[str, str], None]
) -> None:
    golden(f"{period}/{name}.txt", dump(output / period / f"{name}.docx"))
