"""The set-up on machines of every kind: what it installs, what it says, and what it leaves alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline import siapkan
from pipeline.problems import ExitCode

PROJECT = Path(__file__).resolve().parent.parent
GOOD_FONTS = {"Arial": "Liberation Sans", "Bookman Old Style": "URW Bookman", "Calibri": "Carlito"}
OFFICE = ("soffice", "fc-match")
BRINGS = {
    "libreoffice-writer-nogui": ("soffice",),
    "fontconfig": ("fc-match",),
    "poppler-utils": ("pdftotext",),
    "qpdf": ("qpdf",),
}


@dataclass
class Fake:
    """A machine that remembers what was run and said, and on which apt-get has its effect."""

    project: Path
    programs: set[str] = field(default_factory=set)
    modules: set[str] = field(default_factory=lambda: {"venv", "ensurepip"})
    fonts: dict[str, str] = field(default_factory=dict)
    fails: dict[str, int] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def which(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.programs else None

    def run(self, command: Sequence[str]) -> tuple[int, str]:
        line = " ".join(command)
        if command[0] == "fc-match":
            return 0, self.fonts.get(command[-1], "DejaVu Sans")
        self.ran.append(line)
        for part, times in self.fails.items():
            if part in line and times:
                self.fails[part] -= 1
                return 1, "a long log\nE: the last line"
        self._effect(command)
        return 0, ""

    def _effect(self, command: Sequence[str]) -> None:
        if "apt-get" in command and "install" in command:
            self.programs |= {program for package in command for program in BRINGS.get(package, ())}
            self.modules |= {"venv", "ensurepip"} if "python3-venv" in command else set()
            self.fonts |= GOOD_FONTS if "fonts-liberation" in command else {}
        if "-m" in command and "venv" in command:
            (self.project / ".venv/bin").mkdir(parents=True, exist_ok=True)
            (self.project / ".venv/bin/python").touch()

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    @property
    def installs(self) -> list[str]:
        return [line for line in self.ran if "apt-get install" in line]


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    project = tmp_path / "proyek"
    (project / "tests/ooxml").mkdir(parents=True)
    for name in (siapkan.RUN, siapkan.DEV, siapkan.LONG, "pyproject.toml"):
        (project / name).write_text(name)
    for name in ("package.json", "package-lock.json"):
        (project / siapkan.VALIDATOR / name).write_text("{}")
    return Fake(project, programs={"apt-get"})


def machine(fake: Fake, **others: object) -> siapkan.Machine:
    lists = fake.project.parent / "lists"
    lists.mkdir(exist_ok=True)
    defaults: dict[str, object] = {
        "platform": "linux",
        "version": (3, 11, 2),
        "python": "/usr/bin/python3",
        "administrator": False,
        "package_lists": lists,
    }
    return siapkan.Machine(
        project=fake.project,
        which=fake.which,
        has_module=fake.modules.__contains__,
        run=fake.run,
        say=fake.said.append,
        **{**defaults, **others},  # type: ignore[arg-type]
    )


def ready(fake: Fake) -> Fake:
    fake.programs |= {*OFFICE, "pdftotext", "qpdf"}
    fake.fonts |= GOOD_FONTS
    return fake


# --- where packages can be installed -------------------------------------------------------------------------------


def test_an_administrator_of_a_new_system_gets_everything_by_one_apt_call(fake: Fake) -> None:
    fake.modules.clear()

    assert siapkan.prepare(machine(fake, administrator=True), "test") == 0

    assert fake.ran[0] == "apt-get update -q"
    assert fake.installs == [
        "apt-get install -y -q --no-install-recommends python3-venv libreoffice-writer-nogui libreoffice-core-nogui "
        "fontconfig fonts-liberation fonts-urw-base35 fonts-crosextra-carlito poppler-utils qpdf"
    ]
    assert "LibreOffice Writer: makes the PDF" in fake.text


def test_package_lists_are_fetched_only_where_there_are_none(fake: Fake) -> None:
    there = machine(fake, administrator=True)
    (there.package_lists / "deb.debian.org_debian_dists_bookworm_main_binary-amd64_Packages").touch()

    assert siapkan.prepare(there, "report") == 0
    assert not [line for line in fake.ran if "update" in line]


def test_stale_package_lists_are_fetched_again(fake: Fake) -> None:
    there = machine(fake, administrator=True)
    (there.package_lists / "x_Packages.lz4").touch()
    fake.fails["apt-get install"] = 1

    assert siapkan.prepare(there, "report") == 0
    assert [line.split()[1] for line in fake.ran if line.startswith("apt-get")] == ["install", "update", "install"]


def test_when_apt_fails_its_last_lines_and_the_remedy_are_shown(fake: Fake) -> None:
    fake.fails["apt-get"] = 9

    assert siapkan.prepare(machine(fake, administrator=True), "test") == ExitCode.PROGRAM_MISSING
    assert "    E: the last line" in fake.text
    assert "Check the internet connection" in fake.text
    assert "This machine lacks:" in fake.text


@pytest.mark.parametrize(
    ("terminal", "asks_for_password", "installs"),
    [(False, False, True), (False, True, False), (True, True, True)],
)
def test_sudo_is_used_where_it_needs_no_password_or_a_person_can_type_it(
    fake: Fake, terminal: bool, asks_for_password: bool, installs: bool
) -> None:
    fake.programs.add("sudo")
    fake.fails["sudo -n true"] = 9 if asks_for_password else 0

    siapkan.prepare(machine(fake, terminal=terminal), "report")

    assert bool(fake.installs) is installs
    assert all(line.startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get") for line in fake.installs)


# --- where they cannot ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["id", "en"])
def test_without_administrator_one_message_names_all_that_is_missing_and_one_command(fake: Fake, language: str) -> None:
    fake.modules.clear()

    assert siapkan.prepare(machine(fake, language=language), "test") == ExitCode.PROGRAM_MISSING

    for name in ("python3-venv", "LibreOffice Writer", "Arial", "Bookman Old Style", "Calibri", "poppler", "qpdf"):
        assert name in fake.text
    commands = [line.strip() for line in fake.text.splitlines() if line.strip().startswith("sudo ")]
    assert commands == [
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv libreoffice-writer-nogui "
        "libreoffice-core-nogui fontconfig fonts-liberation fonts-urw-base35 fonts-crosextra-carlito poppler-utils qpdf"
    ]
    assert fake.ran == []
    assert not (fake.project / ".venv").exists()


def test_a_report_goes_on_without_libreoffice_but_says_what_is_missing(fake: Fake) -> None:
    assert siapkan.prepare(machine(fake), "report") == 0
    assert (fake.project / ".venv/siap.json").exists()
    assert "LibreOffice Writer" in fake.text
    assert "python3-venv" not in fake.text


def test_tests_do_not_go_on_without_libreoffice(fake: Fake) -> None:
    assert siapkan.prepare(machine(fake), "test") == ExitCode.PROGRAM_MISSING
    assert fake.ran == []


def test_inputs_are_checked_without_libreoffice_and_without_a_word_about_it(fake: Fake) -> None:
    assert siapkan.prepare(machine(fake), "check") == 0
    assert "LibreOffice" not in fake.text


def test_a_font_of_other_widths_counts_as_missing(fake: Fake) -> None:
    ready(fake).fonts["Bookman Old Style"] = "DejaVu Serif"

    siapkan.prepare(machine(fake), "report")

    assert "URW Bookman" in fake.text
    assert "Carlito" not in fake.text
    assert "--no-install-recommends fonts-urw-base35\n" in fake.text


@pytest.mark.parametrize(
    ("platform", "program", "expected"),
    [
        ("linux", "dnf", "sudo dnf install -y libreoffice-writer fontconfig liberation-fonts urw-base35-fonts"),
        ("darwin", "brew", "brew install libreoffice fontconfig font-liberation font-carlito"),
        ("linux", "zypper", "with this system's package manager"),
    ],
)
def test_other_systems_are_told_their_own_way(fake: Fake, platform: str, program: str, expected: str) -> None:
    fake.programs = {program}

    siapkan.prepare(machine(fake, platform=platform, administrator=True), "report")

    assert expected in fake.text
    assert "apt-get" not in fake.text


def test_windows_is_told_about_wsl(fake: Fake) -> None:
    assert siapkan.prepare(machine(fake, platform="win32"), "report") == ExitCode.PROGRAM_MISSING
    assert "wsl --install" in fake.text
    assert fake.ran == []


def test_an_old_python_gets_a_sentence_and_the_name_of_a_newer_one(fake: Fake) -> None:
    fake.programs = {"python3.12"}

    assert siapkan.prepare(machine(fake, version=(3, 9, 2)), "report") == ExitCode.PROGRAM_MISSING
    assert "Python 3.11 or newer is needed; /usr/bin/python3 is Python 3.9.2" in fake.text
    assert "make report PYTHON=python3.12" in fake.text
    assert fake.ran == []


@pytest.mark.parametrize("file", ["__init__.py", "messages.py", "siapkan.py"])
def test_what_runs_before_the_set_up_is_readable_for_python_3_8_and_needs_no_library(file: str) -> None:
    tree = ast.parse((PROJECT / "pipeline" / file).read_text(encoding="utf-8"), feature_version=(3, 8))

    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    outside = {name.split(".")[0] for name in froms | plain} - sys.stdlib_module_names
    assert outside <= {"pipeline"}
    assert {name for name in froms if name.startswith("pipeline")} <= {"pipeline.messages"}


# --- the project's own Python --------------------------------------------------------------------------------------


def test_a_second_run_does_and_says_nothing(fake: Fake) -> None:
    ready(fake)
    siapkan.prepare(machine(fake), "test-long")
    fake.ran.clear()
    fake.said.clear()

    assert siapkan.prepare(machine(fake), "test-long") == 0
    assert (fake.ran, fake.said) == ([], [])


def test_a_changed_lock_is_installed_again_and_nothing_else(fake: Fake) -> None:
    ready(fake)
    siapkan.prepare(machine(fake), "test")
    fake.ran.clear()
    (fake.project / siapkan.DEV).write_text("pytest==9")

    siapkan.prepare(machine(fake), "test")

    assert len(fake.ran) == 1
    assert fake.ran[0].endswith(f"--require-hashes --no-deps -r {fake.project / siapkan.DEV}")


def test_a_failed_installation_shows_the_remedy_and_is_tried_again(fake: Fake) -> None:
    ready(fake).fails["pip install"] = 1

    assert siapkan.prepare(machine(fake), "report") == ExitCode.PROGRAM_MISSING
    assert "E: the last line" in fake.text
    assert "PIP_INDEX_URL" in fake.text
    assert siapkan.prepare(machine(fake), "report") == 0


def test_a_venv_that_cannot_be_made_is_said(fake: Fake) -> None:
    ready(fake).fails["-m venv"] = 1

    assert siapkan.prepare(machine(fake), "report") == ExitCode.PROGRAM_MISSING
    assert ".venv cannot be made" in fake.text


def test_another_python_makes_the_venv_anew(fake: Fake) -> None:
    ready(fake)
    siapkan.prepare(machine(fake), "report")
    fake.ran.clear()

    siapkan.prepare(machine(fake, version=(3, 12, 3)), "report")

    assert fake.ran[0] == f"/usr/bin/python3 -m venv --clear {fake.project}/.venv"
    assert any(siapkan.RUN in line for line in fake.ran)


def test_a_moved_folder_makes_the_venv_anew(fake: Fake) -> None:
    ready(fake)
    siapkan.prepare(machine(fake), "report")
    fake.project = fake.project.rename(fake.project.parent / "pindah")
    fake.ran.clear()

    siapkan.prepare(machine(fake), "report")

    assert fake.ran[0].startswith("/usr/bin/python3 -m venv --clear")


def test_a_folder_gets_its_venv_from_a_program_that_stands_in_it(fake: Fake) -> None:
    folder = fake.project
    program = folder / "program"
    program.mkdir()
    for name in (siapkan.RUN, "pyproject.toml"):
        (folder / name).rename(program / name)
    ready(fake)

    assert siapkan.prepare(machine(fake, source=program), "report") == 0

    assert fake.ran[0] == f"/usr/bin/python3 -m venv --clear {folder}/.venv"
    assert fake.ran[1].endswith(f"--require-hashes --no-deps -r {program / siapkan.RUN}")
    assert fake.ran[2].endswith(f"--no-build-isolation --no-deps --editable {program}")
    assert not (program / ".venv").exists()
    fake.ran.clear()
    assert siapkan.prepare(machine(fake, source=program), "check") == 0
    assert fake.ran == []


def test_the_validator_is_installed_for_the_long_tests_alone(fake: Fake) -> None:
    ready(fake)
    siapkan.prepare(machine(fake), "test")
    assert not [line for line in fake.ran if "npm" in line]

    siapkan.prepare(machine(fake), "test-long")

    assert [line for line in fake.ran if "npm install" in line]
    assert (fake.project / ".venv/ooxml/package-lock.json").exists()


# --- the real things -----------------------------------------------------------------------------------------------


def test_a_program_is_run_and_its_output_kept_and_a_missing_one_is_no_crash() -> None:
    assert siapkan.run([sys.executable, "-c", "import sys; print('a'); sys.exit(4)"]) == (4, "a\n")
    assert siapkan.run(["no-such-program-here"])[0] == 127


def test_a_wrong_target_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert siapkan.main(["laporan"]) == ExitCode.USAGE
    assert "report|check|check-code|test|test-long" in capsys.readouterr().out


@pytest.mark.parametrize("words", [("report", "tidak-ada"), ("report", ".", "."), ()])
def test_a_folder_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert siapkan.main(words) == ExitCode.USAGE
    assert "pipeline.siapkan report|" in capsys.readouterr().out


def test_the_folder_that_is_named_is_the_one_that_is_set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[siapkan.Machine] = []
    monkeypatch.setattr(siapkan, "prepare", lambda machine, target: seen.append(machine) or 0)

    assert siapkan.main(["check", str(tmp_path)]) == siapkan.main(["check"]) == 0

    assert [(each.project, each.program) for each in seen] == [(tmp_path, PROJECT), (PROJECT, PROJECT)]


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert (siapkan.PROGRAM_MISSING, siapkan.WRONG_USAGE) == (ExitCode.PROGRAM_MISSING, ExitCode.USAGE)


def test_every_set_up_that_the_makefile_asks_for_exists_and_every_one_is_asked_for() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\(READY\) ([a-z-]+)", makefile)) == set(siapkan.TARGETS)


def test_make_alone_lists_every_target_with_what_it_does() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony

    said = subprocess.run(["make", "--no-print-directory"], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert re.findall(r"^  make ([a-z-]+) +\S", said.stdout, re.MULTILINE) == phony[1].split()


def locked(name: str) -> dict[str, str]:
    rows = (PROJECT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", rows, re.MULTILINE))


def test_the_locks_agree_with_each_other_and_hold_what_pyproject_names() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {
        lock: {re.split(r"[<>=;\[ ]", row)[0].replace(".", "-") for row in rows}
        for lock, rows in (
            (siapkan.RUN, project["dependencies"]),
            (siapkan.DEV, project["optional-dependencies"]["dev"]),
            (siapkan.LONG, project["optional-dependencies"]["long"]),
        )
    }
    for lock, named in names.items():
        assert named <= locked(lock).keys(), lock
    assert locked(siapkan.RUN).items() <= locked(siapkan.DEV).items()
    assert (
        locked(siapkan.RUN).items() <= {**locked(siapkan.LONG), "setuptools": locked(siapkan.RUN)["setuptools"]}.items()
    )


@pytest.mark.parametrize("lock", [siapkan.RUN, siapkan.DEV, siapkan.LONG])
def test_every_locked_version_has_its_hashes(lock: str) -> None:
    rows = re.split(r"\n(?=[a-z0-9])", (PROJECT / lock).read_text(encoding="utf-8"))
    assert len(rows) > len(locked(lock)) - 1
    assert not [row for row in rows if "==" in row.split("\n")[0] and "--hash=sha256:" not in row]
