"""`kinerja template preview`: a template tried with the sample, in all its forms."""

from __future__ import annotations

import io
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from pipeline import archive
from pipeline import preview as previews
from pipeline.cli import run
from pipeline.commands.asked import Asked, Caller
from pipeline.commands.template_preview import preview
from pipeline.documents.bagian import BAGIAN
from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.docx import render
from pipeline.sample import least, most
from pipeline.show.opening import open_file
from pipeline.show.terminal import Terminal
from pipeline.word.package import whole_text
from tests.render import pola

SHIPPED = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((SHIPPED / "templates").glob("*.docx"))
MISSING = KinerjaError(ExitCode.PROGRAM_MISSING, "render.soffice.tidak_ada", program="soffice")
ID = {"KINERJA_BAHASA": "id"}


class Office:
    """A LibreOffice that makes one empty page of anything, or fails."""

    def __init__(self, error: KinerjaError | None = None) -> None:
        self.error = error
        self.asked: list[str] = []

    def __call__(self, documents: Mapping[str, bytes], **_: Any) -> Mapping[str, bytes]:
        self.asked += documents
        if self.error:
            raise self.error
        writer, made = PdfWriter(), io.BytesIO()
        writer.add_blank_page(595, 842)
        writer.write(made)
        return dict.fromkeys(documents, made.getvalue())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An agency with templates, and nothing in data/ but the list of its documents."""
    (tmp_path / "data").mkdir()
    shutil.copy(SHIPPED / "data" / "dokumen.yaml", tmp_path / "data")
    shutil.copytree(SHIPPED / "templates", tmp_path / "templates", ignore=shutil.ignore_patterns("sumber"))
    return tmp_path


class Tried:
    """One call of the command: its exit code, what it printed, the files in output/pratinjau/."""

    def __init__(
        self,
        root: Path,
        *words: str,
        office: Office | None = None,
        show: Any = None,
        language: str = "id",
        **options: Any,
    ) -> None:
        out, err = io.StringIO(), io.StringIO()
        given = {"as_document": None, "empty": False, "full": False, "open_it": show is not None} | options
        asked = Asked(root, words, given, Caller("kinerja", made=False))
        terminal = Terminal(language, out, err)
        self.folder = root / "output" / "pratinjau"
        self.code = preview(terminal, asked, convert=office or Office(), show=show or (lambda file: True))
        self.out, self.err = out.getvalue().splitlines(), err.getvalue()

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    def text(self, name: str) -> str:
        return whole_text((self.folder / name).read_bytes())


def _refused(root: Path, *words: str, **options: Any) -> KinerjaError:
    with pytest.raises(KinerjaError) as refused:
        Tried(root, *words, **options)
    assert refused.value.exit_code is ExitCode.USAGE
    return refused.value


# --- what comes out --------------------------------------------------------------------------------------------------


def test_the_path_of_the_pdf_stands_alone_on_stdout(root: Path) -> None:
    tried = Tried(root, "surat-pengantar")

    assert tried.code == ExitCode.OK
    assert tried.out == [(tried.folder / "surat-pengantar.pdf").as_posix()]
    assert tried.files == ["surat-pengantar.docx", "surat-pengantar.pdf"]
    assert "surat-pengantar.docx" in tried.err


def test_nobody_takes_a_preview_for_a_document(root: Path) -> None:
    tried = Tried(root, "surat-pengantar")
    (page,) = PdfReader(tried.folder / "surat-pengantar.pdf").pages

    assert page.extract_text().strip() == "PRATINJAU"
    assert b"PRATINJAU" in b"".join(pola.unpack((tried.folder / "surat-pengantar.docx").read_bytes()).values())


def test_it_is_filled_with_the_sample_quarter(root: Path) -> None:
    assert "Bupati Wanasagara" in Tried(root, "surat-pengantar").text("surat-pengantar.docx")


def test_the_extremes_stand_beside_it_under_names_of_their_own(root: Path) -> None:
    Tried(root, "undangan")
    Tried(root, "undangan", empty=True)
    tried = Tried(root, "undangan", full=True)

    assert tried.out == [(tried.folder / "undangan-banyak.pdf").as_posix()]
    assert [name for name in tried.files if name.endswith(".docx")] == [
        "undangan-banyak.docx",
        "undangan-sedikit.docx",
        "undangan.docx",
    ]
    assert "Bagian Organisasi" in tried.text("undangan.docx")
    assert "Bagian Organisasi" not in tried.text("undangan-sedikit.docx")
    assert "selaku anggota tim" in tried.text("undangan-banyak.docx")


def test_without_libreoffice_there_is_the_docx_and_no_older_pdf(root: Path) -> None:
    Tried(root, "undangan")
    tried = Tried(root, "undangan", office=Office(MISSING))

    assert tried.code == ExitCode.PROGRAM_MISSING
    assert tried.files == ["undangan.docx"]
    assert tried.out == [(tried.folder / "undangan.docx").as_posix()]
    assert "LibreOffice" in tried.err


def test_where_nothing_can_be_written_it_says_where(root: Path) -> None:
    (root / "output").mkdir()
    (root / "output" / "pratinjau").write_text("a file", encoding="utf-8")
    with pytest.raises(KinerjaError) as failed:
        Tried(root, "lampiran")

    assert failed.value.exit_code is ExitCode.OUTPUT_FAILED
    assert str(failed.value.args_["folder"]).endswith("pratinjau")


def test_make_clean_removes_previews_and_names_what_else_lies_there(root: Path) -> None:
    folder = Tried(root, "lampiran").folder
    (folder / "catatan.txt").write_text("mine", encoding="utf-8")

    assert archive.clean(root / "output") == ("pratinjau/catatan.txt",)
    assert [path.name for path in folder.iterdir()] == ["catatan.txt"]
    (folder / "catatan.txt").unlink()
    assert archive.clean(root / "output") == ()
    assert not folder.exists()


# --- which template, and whose fields --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word", ["lampiran", "lampiran.docx", "templates/lampiran.docx", "{root}/templates/lampiran.docx"]
)
def test_a_template_is_named_by_its_document_its_name_or_its_path(root: Path, word: str) -> None:
    assert Tried(root, word.format(root=root)).files == ["lampiran.docx", "lampiran.pdf"]


def test_a_template_from_anywhere_uses_the_fields_of_the_document_that_is_named(root: Path) -> None:
    pola.template(root / "konsep surat (2).docx", "Kepada {{ kepada }}")
    refused = _refused(root, "konsep surat (2).docx")
    tried = Tried(root, "konsep surat (2).docx", as_document="surat-pengantar")

    assert refused.code == "cli.template.tanpa-as"
    assert tried.files == ["konsep surat (2).docx", "konsep surat (2).pdf"]
    assert tried.text("konsep surat (2).docx").startswith("Kepada Bupati Wanasagara")


def test_a_template_from_anywhere_finds_the_parts_of_the_agency(root: Path) -> None:
    (root / "konsep").mkdir()
    pola.template(root / "konsep" / "surat.docx", "{%p sisip kop-surat %}", "{{ nomor }}")
    tried = Tried(root, "konsep/surat.docx", as_document="surat-pengantar")
    assert "PEMERINTAH KABUPATEN WANASAGARA" in tried.text("surat.docx").upper()


def test_a_template_from_anywhere_uses_its_own_parts_where_it_has_some(root: Path) -> None:
    (root / "konsep" / "bagian").mkdir(parents=True)
    pola.template(root / "konsep" / "surat.docx", "{%p sisip kop-surat %}", "{{ nomor }}")
    pola.template(root / "konsep" / "bagian" / "kop-surat.docx", "KOP BARU {{ kop.badan }}")
    text = Tried(root, "konsep/surat.docx", as_document="surat-pengantar").text("surat.docx")

    assert text.startswith("KOP BARU Badan Kepegawaian")


def test_a_part_is_tried_inside_a_letter(root: Path) -> None:
    pola.template(root / "templates" / "bagian" / "kop-surat.docx", "KOP BARU {{ kop.badan }}")
    tried = Tried(root, "kop-surat")

    assert tried.files == ["kop-surat.docx", "kop-surat.pdf"]
    assert "KOP BARU Badan Kepegawaian" in tried.text("kop-surat.docx")
    assert "Yth. Bupati Wanasagara" in tried.text("kop-surat.docx")


def test_a_part_from_anywhere_is_tried_in_place_of_the_agencys(root: Path) -> None:
    (root / "konsep" / "bagian").mkdir(parents=True)
    pola.template(root / "konsep" / "bagian" / "kop-surat.docx", "KOP BARU {{ kop.badan }}")
    text = Tried(root, "konsep/bagian/kop-surat.docx", as_document="undangan").text("kop-surat.docx")

    assert "KOP BARU Badan Kepegawaian" in text
    assert "Bagian Organisasi" in text
    assert "KOP BARU" not in whole_text((root / "templates" / "bagian" / "kop-surat.docx").read_bytes())


def test_a_part_that_no_template_uses_cannot_be_tried(root: Path) -> None:
    pola.template(root / "templates" / "bagian" / "stempel.docx", "STEMPEL")
    assert _refused(root, "stempel").code == "cli.preview.bagian"


def test_a_document_of_the_agencys_own_has_the_fields_that_dokumen_yaml_gives_it(root: Path) -> None:
    file = root / "data" / "dokumen.yaml"
    row = "\n  - {dokumen: memo, judul: Memo, templat: memo.docx, langkah: 11, fields: surat-pengantar}\n\nlampiran:"
    file.write_text(file.read_text(encoding="utf-8").replace("\nlampiran:", row), encoding="utf-8")
    pola.template(root / "templates" / "memo.docx", "Memo kepada {{ kepada }}")

    assert Tried(root, "memo").text("memo.docx").startswith("Memo kepada Bupati Wanasagara")


@pytest.mark.parametrize(
    ("word", "options", "code", "first"),
    [
        ("surat-penganter", {}, "cli.template.tidak-ada", "surat-pengantar, "),
        ("tanda-tangn.docx", {}, "cli.template.tidak-ada", "tanda-tangan, "),
        ("lampiran", {"as_document": "undngan"}, "cli.usage.only", "undangan, "),
    ],
)
def test_of_an_unknown_name_the_nearest_is_told_first(
    root: Path, word: str, options: dict[str, Any], code: str, first: str
) -> None:
    refused = _refused(root, word, **options)

    assert refused.code == code
    assert str(refused.args_["ada"]).startswith(first)
    assert len(str(refused.args_["ada"]).split(", ")) > 10


def test_a_folder_is_no_template(root: Path) -> None:
    assert _refused(root, "templates").code == "cli.template.tidak-ada"


def test_both_extremes_at_once_are_refused_before_anything_is_made(root: Path) -> None:
    office = Office()
    assert _refused(root, "lampiran", empty=True, full=True, office=office).code == "cli.preview.ragam"
    assert office.asked == []


def test_without_a_template_it_says_how_to_name_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "preview", "--root", str(root)], ID) == ExitCode.USAGE
    assert f"kinerja --root {root} template preview BERKAS" in capsys.readouterr().err


def test_every_fault_of_a_template_is_told_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pola.template(root / "templates" / "lampiran.docx", "{{ judull }}", "{{ gambr }}")

    assert run(["template", "preview", "lampiran", "--root", str(root)], ID) == ExitCode.PROBLEMS
    err = capsys.readouterr().err
    assert "judull" in err
    assert "gambr" in err
    assert not (root / "output").exists()


# --- showing it ------------------------------------------------------------------------------------------------------


def test_the_pdf_is_shown_where_that_is_asked(root: Path) -> None:
    shown: list[Path] = []
    tried = Tried(root, "lampiran", show=lambda file: shown.append(file) or True)

    assert [file.as_posix() for file in shown] == tried.out


def test_without_a_program_that_opens_files_the_path_is_there_all_the_same(root: Path) -> None:
    tried = Tried(root, "lampiran", show=lambda file: False)

    assert tried.code == ExitCode.OK
    assert tried.out == [(tried.folder / "lampiran.pdf").as_posix()]
    assert "xdg-open" in tried.err


def test_without_a_pdf_nothing_is_shown(root: Path) -> None:
    shown: list[Path] = []
    Tried(root, "lampiran", office=Office(MISSING), show=lambda file: shown.append(file) or True)
    assert shown == []


def test_the_desktops_program_gets_the_file_and_nobody_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener, file = tmp_path / "xdg-open", tmp_path / "it's a file.pdf"
    file.write_bytes(b"shown")
    opener.write_text('#!/bin/sh\n/bin/cp "$1" shown\n/bin/sleep 5\n', encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    begun = time.monotonic()

    assert open_file(file)
    assert time.monotonic() - begun < 3
    assert _appears(tmp_path / "shown") == b"shown"


def _appears(file: Path) -> bytes:
    for _ in range(100):
        if file.exists() and file.read_bytes():
            return file.read_bytes()
        time.sleep(0.02)
    return b""


def test_a_desktop_without_such_a_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert not open_file(tmp_path / "a.pdf")


# --- the shipped templates -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("of", [least, most])
def test_every_shipped_template_survives_the_extremes(of: Any) -> None:
    faults = {}
    for template in TEMPLATES:
        try:
            render(template, of().contexts[template.stem], root=of().root, paper="A4", parts=BAGIAN)
        except KinerjaError as error:
            faults[template.name] = error
    assert faults == {}


def test_a_preview_is_made_by_libreoffice(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "preview", "surat-pengantar", "--empty", "--root", str(root)], ID) == ExitCode.OK
    file = Path(capsys.readouterr().out.splitlines()[-1])
    text = PdfReader(file).pages[0].extract_text()

    assert file.name == "surat-pengantar-sedikit.pdf"
    assert "SURAT PENGANTAR" in text
    assert "PRATINJAU" in text


@pytest.mark.long
@pytest.mark.parametrize("filled", previews.SAMPLES)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_no_page_of_a_preview_is_empty(root: Path, template: Path, filled: str) -> None:
    made = previews.preview(
        root, previews.find(root, template.stem), filled, progress=lambda code, done=0, total=0: None
    )

    assert made.failure is None
    assert made.pdf is not None
    pages = [page.extract_text().replace("PRATINJAU", "").split("Halaman")[0] for page in PdfReader(made.pdf).pages]
    empty = [number for number, text in enumerate(pages, 1) if not text.strip()]
    assert empty == ([1] if template.stem == "pindaian" else [])  # which is nothing but a picture
