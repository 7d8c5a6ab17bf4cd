"""Templates as LibreOffice saves them: sound ones stay sound, and a mistake is told as it was before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.documents.bagian import BAGIAN
from pipeline.documents.registry import KONTEKS
from pipeline.problems import Problem
from pipeline.render.docx import render
from pipeline.render.soffice import find_soffice
from pipeline.sample import sample
from pipeline.template.check import check, check_part
from pipeline.template.parts import Shelf
from pipeline.word.package import whole_text
from tests.template.rusak import TEMPLATES, Naskah, marked, shipped
from tests.template.test_corpus import BUKU, SEMUA, SURAT, UNDANGAN, Rusak

pytestmark = pytest.mark.long

SPOILED = (
    "a variable is renamed",
    "a field is renamed in a row",
    "a field is renamed in a loop in a loop",
    "a footer names what there is not",
    "a footnote names what there is not",
    "a name that Word split over runs is wrong",
    "a closing brace is missing",
    "curly quotes in a footer",
    "an endif is missing",
    "a row's endfor is missing",
    "a row's endfor stands in another table",
    "two else",
    "text beside a tag for a paragraph",
    "a signer is missing",
    "a part that there is not",
)


def saved(folder: Path, *files: Path) -> None:
    """The files as LibreOffice saves them, in a folder."""
    program = find_soffice()
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    asked = [str(program), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), *map(str, files)]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    assert all((folder / file.name).is_file() for file in files)


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("simpan")
    saved(folder, *TEMPLATES.glob("*.docx"))
    saved(folder / "bagian", *TEMPLATES.glob("bagian/*.docx"))
    return folder


def found_in(folder: Path, key: str) -> tuple[Problem, ...]:
    return check(folder / f"{key}.docx", key, KONTEKS[key], Shelf(folder / "bagian", BAGIAN), lambda huruf: True)


@pytest.mark.parametrize("key", sorted(KONTEKS))
def test_nothing_is_found_in_a_shipped_template_that_libreoffice_saved(resaved: Path, key: str) -> None:
    assert [(each.code, marked(each)) for each in found_in(resaved, key)] == []


@pytest.mark.parametrize("name", sorted(BAGIAN))
def test_nothing_is_found_in_a_shipped_part_that_libreoffice_saved(resaved: Path, name: str) -> None:
    assert check_part(Shelf(resaved / "bagian", BAGIAN), name, lambda huruf: True) == ()


@pytest.mark.parametrize("key", sorted(set(KONTEKS) - {BUKU}))
def test_a_template_that_libreoffice_saved_says_the_same(resaved: Path, key: str) -> None:
    """But for the numbers of pages, which LibreOffice brings up to date."""
    tried = sample()
    first, second = (
        whole_text(render(folder / f"{key}.docx", tried.contexts[key], root=tried.root, parts=BAGIAN))
        for folder in (TEMPLATES, resaved)
    )
    assert _without_pages(first) == _without_pages(second)


def _without_pages(text: str) -> list[str]:
    return [line for line in text.split("\n") if not line.startswith("Halaman ")]


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Broken templates as LibreOffice saves them, each called by its number in the corpus."""
    made, folder = tmp_path_factory.mktemp("rusak"), tmp_path_factory.mktemp("simpan")
    for number, row in _rows():
        naskah = Naskah(dict(shipped(row.templat)))
        row.tangan(naskah)
        (made / f"{number}.docx").write_bytes(naskah.saved())
    saved(folder, *made.glob("*.docx"))
    shutil.copytree(TEMPLATES / "bagian", folder / "bagian")
    return folder


def _rows() -> list[tuple[int, Rusak]]:
    return [(number, row) for number, row in enumerate(SEMUA) if row.kalimat in SPOILED]


@pytest.mark.parametrize(("number", "row"), _rows(), ids=lambda value: getattr(value, "kalimat", ""))
def test_a_mistake_is_told_as_before_libreoffice_saved_it(spoiled: Path, number: int, row: Rusak) -> None:
    shelf = Shelf(spoiled / "bagian", BAGIAN)
    found = check(spoiled / f"{number}.docx", "t", KONTEKS[row.templat], shelf, lambda huruf: True)
    expected = [(row.kode.removeprefix("templat-"), row.ditandai)]
    assert [(each.code.removeprefix("templat-"), marked(each)) for each in found] == expected


def test_the_rows_that_libreoffice_saves_are_in_the_corpus() -> None:
    assert {row.kalimat for _, row in _rows()} == set(SPOILED)
    assert {row.templat for _, row in _rows()} >= {SURAT, BUKU, UNDANGAN}
