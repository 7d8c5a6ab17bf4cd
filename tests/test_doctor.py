"""What `kinerja doctor` finds on machines of every kind, and how it says it."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from pipeline import doctor, siapkan
from pipeline.messages import MESSAGES
from pipeline.problems import ExitCode
from pipeline.show.terminal import Terminal

FINE = doctor.Facts(
    python="3.11.2",
    interpreter="/proyek/.venv/bin/python",
    project=Path("/proyek"),
    libraries={"click": ("8.1", "8.1"), "pypdf": ("5.0", "5.0")},
    soffice=Path("/usr/bin/soffice"),
    soffice_version="7.4.7.2",
    fontconfig=True,
    fonts={"Arial": (("a.docx",), ("Liberation Sans",)), "Carlito": (("b.docx",), ("Carlito",))},
    broken={},
    readable={"data": True, "templates": True},
    writable={"output": True},
)


def said(facts: doctor.Facts, language: str = "en", command: str | None = None) -> str:
    return "\n".join(doctor.lines(doctor.findings(facts), language, command=command))


def test_a_machine_that_has_everything_is_told_so_and_ends_with_0() -> None:
    found = doctor.findings(FINE)

    assert doctor.exit_code(found) is ExitCode.OK
    assert "\n".join(doctor.lines(found, "en")).splitlines() == [
        "[fine] Python 3.11.2 (/proyek/.venv/bin/python)",
        "[fine] 2 Python libraries, all in the versions of requirements.lock",
        "[fine] LibreOffice 7.4.7.2 (/usr/bin/soffice)",
        "[fine] font Arial: replaced by Liberation Sans, of equal width",
        "[fine] font Carlito",
        "[fine] folder data can be read",
        "[fine] folder templates can be read",
        "[fine] folder output can be written",
        "This machine is ready to make reports.",
    ]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"libraries": None}, ["requirements.lock", "/proyek", "git clone"]),
        ({"libraries": {"pypdf": ("5.0", "4.9")}}, ["pypdf", "4.9", "5.0", ".venv", "make report"]),
        ({"libraries": {"pypdf": ("5.0", None)}}, ["pypdf", "5.0", ".venv", "make report"]),
        ({"soffice": None, "soffice_version": None}, ["LibreOffice", "KINERJA_SOFFICE"]),
        (
            {"soffice": None, "soffice_version": None, "soffice_named": "/salah/soffice"},
            ["/salah/soffice", "unset KINERJA_SOFFICE"],
        ),
        ({"soffice_version": None}, ["/usr/bin/soffice", "--version"]),
        ({"fontconfig": False}, ["fc-match", "Arial, Carlito", "fontconfig"]),
        ({"fonts": {"Arial": (("a.docx",), ("DejaVu Sans",))}}, ["Arial", "a.docx", "DejaVu Sans", "Liberation Sans"]),
        ({"fonts": {"Tahoma": (("a.docx",), ("Verdana",))}}, ["Tahoma", "a.docx", "Verdana"]),
        ({"fonts": {"Tahoma": (("a.docx",), ())}}, ["Tahoma", "?"]),
        ({"fonts": {}}, ["*.docx", "--root"]),
        ({"broken": {"x.docx": "BadZipFile"}}, ["x.docx", "BadZipFile", "git checkout -- templates/x.docx"]),
        ({"readable": {"data": False}}, ["data", "--root"]),
        ({"writable": {"output": False}}, ["output", "ls -ld output"]),
    ],
)
def test_each_lack_is_named_with_its_remedy_and_ends_with_3(
    change: dict[str, object], words: list[str], language: str
) -> None:
    found = doctor.findings(replace(FINE, **change))  # type: ignore[arg-type]
    lacks = [finding for finding in found if not finding.good]

    assert len(lacks) == 1
    assert doctor.exit_code(found) is ExitCode.PROGRAM_MISSING
    report = "\n".join(doctor.lines(found, language))
    assert all(word in report for word in words), report
    assert f"doctor.{lacks[0].remedy or lacks[0].code + '.remedy'}" in MESSAGES


def test_what_packages_can_mend_is_named_in_one_command() -> None:
    facts = replace(
        FINE,
        soffice=None,
        fonts={
            "Arial": (("a.docx",), ("X",)),
            "Courier New": (("a.docx",), ("X",)),
            "Bookman Old Style": (("a.docx",), ("X",)),
            "Tahoma": (("a.docx",), ("X",)),
        },
    )

    parts = doctor.lacking_parts(doctor.findings(facts))

    assert parts == (siapkan.LIBREOFFICE, siapkan.LIBERATION, siapkan.URW)
    assert "\n  sudo apt-get install x\n" in said(facts, command="sudo apt-get install x")
    assert "Things lacking: 5." in said(facts)


def test_where_fonts_cannot_be_examined_the_command_brings_those_the_templates_use() -> None:
    parts = doctor.lacking_parts(doctor.findings(replace(FINE, fontconfig=False)))

    assert parts == (siapkan.FONTCONFIG, siapkan.LIBERATION)


def test_a_command_is_not_offered_where_no_package_would_help() -> None:
    assert "apt-get" not in said(replace(FINE, writable={"output": False}), command="sudo apt-get install ")


def test_a_template_cannot_steer_the_terminal_through_a_font_name() -> None:
    assert "\033" not in said(replace(FINE, fonts={"A\033[2J": (("a.docx",), ("B",))}))


def test_every_font_that_a_package_brings_has_known_substitutes() -> None:
    assert doctor._FONT_PARTS.keys() <= siapkan.EQUAL_METRICS.keys()


# --- looking -------------------------------------------------------------------------------------------------------


def fontconfig(answers: dict[str, str]) -> Callable[[Sequence[str]], tuple[int, str]]:
    return lambda command: (0, answers.get(command[-1], "DejaVu Sans"))


def template(file: Path, font: str) -> None:
    document = Document()
    document.add_paragraph().add_run("Teks").font.name = font
    document.save(str(file))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("data", "templates", "output"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_fonts_are_those_that_the_templates_use(root: Path) -> None:
    template(root / "templates/a.docx", "Arial")
    template(root / "templates/b.docx", "Arial")
    shutil.copy(root / "templates/a.docx", root / "templates/~$a.docx")

    facts = doctor.look(root, run=fontconfig({"Arial": "Liberation Sans,Liberation Sans Regular"}))

    assert facts.fonts["Arial"] == (("a.docx", "b.docx"), ("Liberation Sans", "Liberation Sans Regular"))


@pytest.mark.parametrize("content", [b"", b"this is no zip", b"PK\x05\x06" + bytes(18)])
def test_a_template_that_is_no_word_file_is_named(root: Path, content: bytes) -> None:
    (root / "templates/rusak.docx").write_bytes(content)

    assert list(doctor.look(root, run=fontconfig({})).broken) == ["rusak.docx"]


def test_folders_that_are_missing_are_noticed_and_output_may_still_be_made(tmp_path: Path) -> None:
    facts = doctor.look(tmp_path, run=fontconfig({}))

    assert facts.readable == {"data": False, "templates": False}
    assert facts.writable == {"output": True}


def test_a_folder_without_permission_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # An administrator may write everywhere, so the permission itself is faked.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "output")

    assert doctor.look(root, run=fontconfig({})).writable == {"output": False}


def test_without_fc_match_fonts_are_not_judged(root: Path) -> None:
    facts = doctor.look(root, run=lambda command: (127, "not found"))

    assert not facts.fontconfig
    assert "font Arial" not in said(facts)


def test_the_locked_versions_are_compared_with_those_installed(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        "# made by a tool\n"
        "pytest==0.0.1 \\\n    --hash=sha256:00\n"
        "no-such-library==1.0 \\\n    --hash=sha256:00\n"
        "only-elsewhere==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"
    )

    assert doctor._libraries(lock) == {"pytest": ("0.0.1", pytest.__version__), "no-such-library": ("1.0", None)}
    assert doctor._libraries(tmp_path / "none.lock") is None


def test_this_project_on_this_machine_is_reported_line_by_line() -> None:
    project = Path(doctor.__file__).resolve().parent.parent
    out = io.StringIO()

    code = doctor.report(project, Terminal("en", out, io.StringIO()))

    lines = out.getvalue().splitlines()
    assert [line for line in lines if line.startswith("[fine] LibreOffice ")]
    assert [line for line in lines if line.startswith("[fine] font ")]
    assert "[fine] folder data can be read" in lines
    assert code is (ExitCode.OK if lines[-1] == "This machine is ready to make reports." else ExitCode.PROGRAM_MISSING)
