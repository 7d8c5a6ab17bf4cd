"""An agency's templates: which there are, what the commands say of them, and what is remembered."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from pipeline import templates
from pipeline.archive import TEMPLATES, clean
from pipeline.cli import run
from pipeline.documents.registry import KONTEKS
from pipeline.inputs.load import documents_list
from pipeline.problems import ExitCode, Problem, Severity

SHIPPED = Path(__file__).parent.parent
ID = {"KINERJA_BAHASA": "id"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED / "templates", tmp_path / "templates", ignore=shutil.ignore_patterns("sumber"))
    shutil.copytree(SHIPPED / "data", tmp_path / "data")
    (tmp_path / "output").mkdir()
    return tmp_path


@pytest.fixture(autouse=True)
def every_font_and_one_width(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(templates, "font_there", lambda font: True)
    monkeypatch.setenv("COLUMNS", "100")
    yield


def edited(file: Path, old: str, new: str) -> None:
    """The template with one run's text changed."""
    document = docx.Document(str(file))
    cells = (c for t in document.tables for row in t.rows for c in row.cells)
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    run_ = next(run for p in paragraphs for run in p.runs if old in run.text)
    run_.text = run_.text.replace(old, new)
    document.save(str(file))


def checked(root: Path) -> tuple[Problem, ...]:
    return templates.check(root, documents_list(root))


def kinerja(root: Path, *words: str) -> int:
    return run(["--root", str(root), "template", "check", *words], ID)


# --- what the commands say -------------------------------------------------------------------------------------------


def test_all_templates_and_parts_of_the_shipped_agency_are_sound(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kinerja(root) == ExitCode.OK
    assert capsys.readouterr().out == "Templat yang diperiksa: 18.\nTidak ada masalah.\n"


def test_a_mistake_is_told_with_file_table_row_column_tag_and_remedy(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(root / "templates" / "surat-pengantar.docx", "n.uraian", "n.uraia")
    assert kinerja(root) == ExitCode.PROBLEMS
    assert capsys.readouterr().out.splitlines()[:6] == [
        "salah [templat-isian] templates/surat-pengantar.docx, isi dokumen, Tabel 1, baris 3, kolom 2",
        "  Isian n.uraia tidak ada",
        "    | {{ n.uraia }}",
        "    |    ^^^^^^^",
        "  Perbaikan: betulkan namanya; yang ada di sini: no, uraian, banyaknya, keterangan",
        "  Mungkin maksudnya: n.uraian",
    ]


def test_json_has_the_place_apart_and_the_marked_characters(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(root / "templates" / "surat-pengantar.docx", "n.uraian", "n.uraia")
    assert kinerja(root, "surat-pengantar", "--json") == ExitCode.PROBLEMS
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["file"], found["part"]) == ("templates/surat-pengantar.docx", "isi dokumen")
    assert (found["cells"], found["hint"]) == ([[1, 3, 2]], "n.uraian")
    assert found["tag"][slice(*found["mark"])] == "n.uraia"


def test_check_and_report_tell_templates_beside_the_inputs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(root / "templates" / "surat-pengantar.docx", "n.uraian", "n.uraia")
    for command in ("check", "report"):
        assert run(["--root", str(root), command, "2026-tw1"], ID) == ExitCode.PROBLEMS
        said = capsys.readouterr()
        assert "templates/surat-pengantar.docx, isi dokumen, Tabel 1, baris 3, kolom 2" in said.out + said.err
    assert not (root / "output" / "2026-tw1").exists()


def test_a_fault_of_a_part_is_told_once_and_of_the_part(root: Path) -> None:
    edited(root / "templates" / "bagian" / "kop-surat.docx", "kop.alamat", "kop.alamt")
    (found,) = checked(root)
    assert found.word
    assert (found.code, found.word.file) == ("templat-isian", "templates/bagian/kop-surat.docx")


def test_a_template_that_is_gone_is_told_and_one_that_nobody_uses_is_a_peringatan(root: Path) -> None:
    (root / "templates" / "notulen.docx").rename(root / "templates" / "notulen lama.docx")
    (gone,) = checked(root)
    assert gone.word
    assert (gone.code, gone.word.file) == ("templat-hilang", "templates/notulen.docx")
    (unused,) = templates.unused(root, documents_list(root))
    assert (unused.code, unused.severity) == ("templat-tanpa-dokumen", Severity.PERINGATAN)
    assert unused.path == ("templates/notulen lama.docx",)


def test_words_own_note_of_an_open_file_is_no_template(root: Path) -> None:
    (root / "templates" / "~$tulen.docx").write_bytes(b"x")
    (root / "templates" / "bagian" / "~$p-surat.docx").write_bytes(b"x")
    assert checked(root) == ()
    assert [*templates.unused(root, documents_list(root))] == []


def test_a_template_from_anywhere_says_whose_fields_it_uses(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = root / "unduhan" / "Surat baru.docx"
    elsewhere.parent.mkdir()
    shutil.copy(root / "templates" / "surat-pengantar.docx", elsewhere)
    assert kinerja(root, str(elsewhere)) == ExitCode.USAGE
    assert "--as DOKUMEN" in capsys.readouterr().err
    assert kinerja(root, str(elsewhere), "--as", "surat-pengantar") == ExitCode.OK
    assert kinerja(root, str(elsewhere), "--as", "notulen") == ExitCode.PROBLEMS
    assert "Isian pengirim tidak ada" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("surat-pengatar",), "surat-pengantar"),
        (("surat-pengantar", "--as", "surat-pengatar"), "surat-pengantar"),
        (("--as", "notulen"), "--as"),
        (("--annotate", "x.docx"), "--annotate"),
        (("notulen", "--annotate", "x.pdf"), "x.pdf"),
    ],
)
def test_what_cannot_be_meant_is_told(
    root: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kinerja(root, *words) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_a_copy_with_comments_is_written_and_never_over_a_file(root: Path) -> None:
    template = root / "templates" / "surat-pengantar.docx"
    edited(template, "n.uraian", "n.uraia")
    before, copy = template.read_bytes(), root / "periksa.docx"
    assert kinerja(root, "surat-pengantar", "--annotate", str(copy)) == ExitCode.PROBLEMS
    (comment,) = docx.Document(str(copy)).comments
    assert "Isian n.uraia tidak ada" in comment.text
    assert kinerja(root, "surat-pengantar", "--annotate", str(copy)) == ExitCode.USAGE
    assert kinerja(root, "surat-pengantar", "--annotate", str(template)) == ExitCode.USAGE
    assert template.read_bytes() == before


# --- what is remembered ----------------------------------------------------------------------------------------------


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were really looked at."""
    names: list[str] = []
    look = templates.look

    def counted(each: templates.Template) -> tuple[Problem, ...]:
        names.append(each.called)
        return look(each)

    monkeypatch.setattr(templates, "look", counted)
    return names


def test_a_template_is_looked_at_again_only_after_it_changed(root: Path, looked: list[str]) -> None:
    assert checked(root) == ()
    assert len(looked) == len(KONTEKS) + 2
    looked.clear()
    assert checked(root) == ()
    assert looked == []
    edited(root / "templates" / "surat-pengantar.docx", "Yth.", "Kepada Yth.")
    assert checked(root) == ()
    assert looked == ["templates/surat-pengantar.docx"]


def test_a_part_that_changed_brings_all_that_may_name_it_back(root: Path, looked: list[str]) -> None:
    checked(root)
    looked.clear()
    edited(root / "templates" / "bagian" / "kop-surat.docx", "kop.alamat", "kop.alamt")
    assert {problem.code for problem in checked(root)} == {"templat-isian"}
    assert len(looked) == len(KONTEKS) + 2


def test_what_is_wrong_is_never_remembered(root: Path, looked: list[str]) -> None:
    edited(root / "templates" / "surat-pengantar.docx", "n.uraian", "n.uraia")
    first = checked(root)
    looked.clear()
    assert checked(root) == first != ()
    assert looked == ["templates/surat-pengantar.docx"]


def test_a_font_that_went_is_told_of_a_template_that_has_not_changed(
    root: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(root)
    monkeypatch.setattr(templates, "font_there", lambda font: font != "Arial")
    looked.clear()
    assert {(p.code, p.severity) for p in checked(root)} == {("templat-huruf", Severity.PERINGATAN)}
    assert looked != []


@pytest.mark.parametrize("memory", [b"", b"{", b"[1]", b'{"templates/notulen.docx": 1}', b'{"a": {"sidik": "x"}}'])
def test_a_memory_that_cannot_be_read_is_none(root: Path, looked: list[str], memory: bytes) -> None:
    checked(root)
    (root / "output" / TEMPLATES).write_bytes(memory)
    looked.clear()
    assert checked(root) == ()
    assert len(looked) == len(KONTEKS) + 2


def test_another_program_looks_again(root: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    checked(root)
    monkeypatch.setattr(templates, "_program", lambda: b"other")
    looked.clear()
    assert checked(root) == ()
    assert len(looked) == len(KONTEKS) + 2


def test_without_an_output_folder_nothing_is_remembered_and_nothing_made(root: Path) -> None:
    (root / "output").rmdir()
    assert checked(root) == ()
    assert not (root / "output").exists()


def test_cleaning_forgets(root: Path) -> None:
    checked(root)
    assert (root / "output" / TEMPLATES).exists()
    assert clean(root / "output") == ()
    assert [*(root / "output").iterdir()] == []


def test_nothing_that_reads_templates_is_loaded_while_nothing_has_changed(root: Path) -> None:
    checked(root)
    program = (
        "import sys; from pathlib import Path; from pipeline import templates\n"
        "from pipeline.inputs.load import documents_list\n"
        "templates.font_there = lambda font: True\n"
        "root = Path(sys.argv[1]); print(len(templates.check(root, documents_list(root))))\n"
        "print(sorted({'jinja2', 'docx', 'docxtpl', 'lxml'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=True)
    assert said.stdout == "0\n[]\n"
