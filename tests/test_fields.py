"""`kinerja template fields` as its user meets it, and the page of the docs that says the same."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import docx
import pytest

from pipeline.cli import run
from pipeline.documents.daftar_isian import semua_isian
from pipeline.problems import ExitCode
from pipeline.sample import sample
from pipeline.show.fields import fields_page, fields_text
from pipeline.template.vocabulary import Vocabulary

PAGE = Path(__file__).parent.parent / "docs" / "fields.md"
ID, EN = {"KINERJA_BAHASA": "id"}, {"KINERJA_BAHASA": "en"}


@cache
def _all() -> tuple[Vocabulary, ...]:
    return semua_isian(sample().contexts, sample().parts)


def test_fields_lists_those_of_one_document_with_meaning_and_sample(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "surat-pengantar"], ID) == ExitCode.OK
    out = capsys.readouterr().out

    assert out.startswith("surat-pengantar (templates/surat-pengantar.docx)\n")
    assert "contoh: 000.8.6.3/412/BKPSDM/2026" in out
    assert "Isian naskah, di dalam {%p for n in naskah %}\n" in out
    assert "notulis" not in out


def test_fields_lists_every_document_and_part_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields"], EN) == ExitCode.OK
    out = capsys.readouterr().out

    assert [v.kunci for v in _all() if f"{v.kunci} (templates/{v.kunci}.docx)" not in out] == []
    assert "may be empty" in out


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_line_is_wider_than_the_terminal(language: str) -> None:
    shown = fields_text(_all(), "2026-tw3", language, width=80)

    assert [line for line in shown.splitlines() if len(line) > 80] == []


def test_fields_as_json_gives_each_field_with_its_tags_and_loops(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "surat-pengantar", "--json"], EN) == ExitCode.OK
    (document,) = json.loads(capsys.readouterr().out)

    assert document["dokumen"] == "surat-pengantar"
    assert {field["jalur"]: field for field in document["isian"]}["n.banyaknya"] == {
        "jalur": "n.banyaknya",
        "jenis": "teks",
        "boleh_kosong": False,
        "arti": "Jumlah dengan terbilang dan satuannya, seperti “1 (satu) berkas”",
        "satuan": "",
        "contoh": "1 (satu) berkas",
        "tag": ["{{ n.banyaknya }}"],
        "di_dalam": ["{%p for n in naskah %}"],
    }


def test_a_document_that_is_not_there_is_refused_with_the_nearest_and_all_keys(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["template", "fields", "surat-pengatar"], EN) == ExitCode.USAGE
    near = capsys.readouterr().err
    assert run(["template", "fields", "qqqq"], EN) == ExitCode.USAGE
    far = capsys.readouterr().err

    assert "Perhaps surat-pengantar is meant" in near
    assert "Perhaps" not in far
    for said in (near, far):
        assert "lembar-disposisi, rekapitulasi-data" in said
        assert "bagian/kop-surat" in said


def test_word_writes_the_list_as_a_docx_and_replaces_an_older_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "isian.docx"
    assert run(["template", "fields", "notulen", "--word", str(file)], ID) == ExitCode.OK
    capsys.readouterr()

    assert run(["template", "fields", "undangan", "--word", str(file)], ID) == ExitCode.OK

    assert capsys.readouterr().out == f"Daftar isian ditulis: {file}\n"
    headings = [p.text for p in docx.Document(str(file)).paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["undangan.docx"]


def test_word_writes_over_no_other_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "surat.docx"
    docx.Document().save(str(other))
    before = other.read_bytes()

    assert run(["template", "fields", "--word", str(other)], ID) == ExitCode.USAGE

    assert "surat.docx sudah ada" in capsys.readouterr().err
    assert other.read_bytes() == before


def test_word_writes_over_nothing_but_a_docx_in_a_folder_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "catatan.txt"
    notes.write_text("penting", encoding="utf-8")

    assert run(["template", "fields", "--word", str(notes)], EN) == ExitCode.USAGE
    assert run(["template", "fields", "--word", str(tmp_path / "tidak-ada" / "isian.docx")], EN) == ExitCode.USAGE
    (tmp_path / "folder.docx").mkdir()
    assert run(["template", "fields", "--word", str(tmp_path / "folder.docx")], EN) == ExitCode.OUTPUT_FAILED

    assert notes.read_text(encoding="utf-8") == "penting"
    assert "tidak-ada" in capsys.readouterr().err


def test_the_page_of_fields_lists_every_field(request: pytest.FixtureRequest) -> None:
    page = fields_page(_all(), str(sample().bahan.berkas.periode))
    if request.config.getoption("--golden", default=False):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, "make golden"
