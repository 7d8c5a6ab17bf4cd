"""A new agency's folder: what is asked, what is written, that it works at once, and that nothing is replaced."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from pipeline import bawaan as bawaan_
from pipeline import build
from pipeline import init as init_
from pipeline.bawaan import bawaan, carried, project_files, sources
from pipeline.domain.periode import Periode
from pipeline.init import Answers, ask, done_text, init
from pipeline.inputs.layout import KINDS
from pipeline.inputs.load import load
from pipeline.inputs.starting import start
from pipeline.problems import ExitCode, KinerjaError

PROJECT = Path(__file__).resolve().parent.parent
TW1 = Periode(2026, 1)
DEFAULT = Answers(tahun=2026)
SCRIPT = """
import sys
from pathlib import Path
from pipeline.init import Answers, init
init(Path(sys.argv[1]), Answers(tahun=2026))
"""
QUESTIONS = 5 + 1 + 3 + 1
"""The agency, its units, three officials, the year."""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that nobody but the test of its files changes."""
    folder = tmp_path_factory.mktemp("baru") / "badan kita"
    init(folder, DEFAULT)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- what is written -----------------------------------------------------------------------------------------------


def test_a_new_folder_loads_and_is_checked_without_a_single_problem(fresh: Path) -> None:
    checked = build.check(fresh, TW1)

    assert checked.problems == ()
    assert checked.bahan is not None
    assert checked.belum is not None
    assert [unit.unit for unit in checked.belum.unit] == list(DEFAULT.unit)


def test_everything_that_was_named_is_there_and_nothing_else(tmp_path: Path) -> None:
    names = init(tmp_path / "baru", DEFAULT)

    assert set(names) == set(files_of(tmp_path / "baru"))
    assert len(names) == len(set(names))
    assert {
        *("Makefile", "README.md", ".gitignore", ".vscode/settings.json", ".vscode/extensions.json", "output/.gitkeep"),
        *("data/badan.yaml", "data/sop.yaml", "data/hari-libur.yaml", "data/dokumen.yaml"),
        *("data/2026/perjanjian-kinerja.yaml", "data/2026/tw1/realisasi/sekretariat.yaml", "data/skema/badan.json"),
        *("templates/surat-pengantar.docx", "templates/bagian/kop-surat.docx"),
        *("program/pyproject.toml", "program/requirements.lock", "program/pipeline/siapkan.py"),
    } <= set(names)


def test_every_template_comes_along_and_none_of_what_composes_them(fresh: Path) -> None:
    shipped = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "templates").rglob("[!~.]*.docx")}
    there = {name for name in files_of(fresh) if name.startswith("templates/")}

    assert there == shipped


def test_every_yaml_names_a_schema_that_is_there_in_its_first_line(fresh: Path) -> None:
    files = sorted((fresh / "data").rglob("*.yaml"))

    assert {path.stem for path in (fresh / "data/skema").glob("*.json")} == set(KINDS)
    assert len(files) >= 8
    for file in files:
        marker, _, schema = file.read_text(encoding="utf-8").splitlines()[0].partition("=")
        assert marker == "# yaml-language-server: $schema", file
        assert (file.parent / schema).is_file(), file
        assert Path(schema).stem in (file.stem, file.parent.name)


def test_the_files_of_an_editor_are_json_and_name_the_extension(fresh: Path) -> None:
    settings = json.loads((fresh / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert settings["yaml.validate"] is True
    assert settings["[yaml]"]["editor.tabSize"] == 2
    assert "redhat.vscode-yaml" in (fresh / ".vscode/extensions.json").read_text(encoding="utf-8")


def test_make_alone_lists_every_target(fresh: Path) -> None:
    said = subprocess.run(["make", "--no-print-directory"], cwd=fresh, capture_output=True, text=True, check=True)

    told = re.findall(r"^  make ([a-z-]+) +\S", said.stdout, re.MULTILINE)
    assert told == ["help", "report", "check", "measure", "status", "new", "doctor", "schema", "clean"]


@pytest.mark.parametrize("target", ["report", "check", "measure", "status", "new"])
def test_a_target_sets_up_from_program_and_hands_the_period_on(fresh: Path, target: str) -> None:
    command = ["make", "-n", target, "PERIOD=2026-tw2"]
    said = subprocess.run(command, cwd=fresh, capture_output=True, text=True, check=True).stdout.splitlines()

    assert said == [
        f"PYTHONPATH=program python3 -m pipeline.siapkan {'report' if target == 'report' else 'check'} .",
        f".venv/bin/kinerja {target} 2026-tw2",
    ]


def test_clean_takes_reports_and_leaves_what_people_typed_and_put_there(tmp_path: Path) -> None:
    init(tmp_path, DEFAULT)
    (tmp_path / "output/catatan.txt").write_text("milik orang")
    before = files_of(tmp_path)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"

    subprocess.run(["make", "clean"], cwd=tmp_path, env=os.environ | {"PATH": path}, capture_output=True, check=True)

    assert files_of(tmp_path) == before


def test_the_readme_names_what_is_there(fresh: Path) -> None:
    readme = (fresh / "README.md").read_text(encoding="utf-8")
    makefile = (fresh / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z0-9/.-]+(?:/|\.yaml))`", readme)

    assert "Bappeda" in readme
    assert len(named) > 6
    assert [name for name in named if not (fresh / name).exists()] == []
    assert set(re.findall(r"`make ([a-z]+)", readme)) <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def test_program_is_the_program_whole(fresh: Path) -> None:
    program = fresh / "program"

    assert {name.as_posix() for name in (p.relative_to(program) for p in program.glob("*"))} == {
        *project_files(),
        "pipeline",
    }
    for name in (*sources(), *project_files()):
        assert (program / name).read_bytes() == (PROJECT / name).read_bytes()


def test_a_folder_starts_further_folders_that_are_the_same(fresh: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-B", "-c", SCRIPT, str(tmp_path / "lagi")]

    subprocess.run(command, cwd=fresh / "program", env=os.environ | {"PYTHONPATH": "."}, check=True)

    assert files_of(tmp_path / "lagi") == {n: c for n, c in files_of(fresh).items() if "__pycache__" not in n}


def test_the_first_quarter_can_be_made_anew_after_the_pk(tmp_path: Path) -> None:
    init(tmp_path, DEFAULT)
    tw1 = tmp_path / "data/2026/tw1"
    before = files_of(tw1)
    shutil.rmtree(tw1)

    assert start(tmp_path, TW1).problems == ()
    assert files_of(tw1) == before


def test_the_sample_is_the_shipped_agency(tmp_path: Path) -> None:
    names = init(tmp_path, Answers(tahun=2031), sample=True)

    inputs = [name for name in names if name.startswith("data/") and not name.startswith("data/skema/")]
    assert inputs == [name for name in carried() if name.startswith("data/")]
    assert all((tmp_path / name).read_bytes() == (PROJECT / name).read_bytes() for name in inputs)
    checked = build.check(tmp_path, Periode(2026, 3))
    assert checked.bahan is not None
    assert "2026" in (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "2031" not in (tmp_path / "README.md").read_text(encoding="utf-8")


# --- what people answer --------------------------------------------------------------------------------------------


def badan_of(folder: Path, tahun: int = 2026) -> tuple[dict[str, str], list[tuple[str, str]], list[tuple[str, str]]]:
    """The agency, its units and officials as they are read back; nothing stops a report."""
    checked = build.check(folder, Periode(tahun, 1))
    assert [problem for problem in checked.problems if problem.stops] == []
    assert checked.berkas is not None
    isi = checked.berkas.badan.isi
    units = [(unit.kode, unit.nama) for unit in isi.unit]
    return isi.badan.model_dump(), units, [(p.nama, p.nip) for p in isi.pejabat]


ODD = (
    "Badan \"Kutip\" & 'Petik'",
    "Badan: Titik Dua # bukan catatan",
    "{nama} %s $HOME {0} \\n",
    "- daftar",
    "[a, b]",
    "&jangkar *bintang !tanda |",
    "Bâdan Šumber Daya Ünicode 机关 🏛",
    "null",
    "0123",
    "2026-01-01",
    "yes",
    "…",
    "---",
    "x" * 300,
    "@ `b`: {c",
)


@pytest.mark.parametrize("first", range(0, len(ODD), 5))
def test_odd_answers_are_read_back_as_they_were_typed(first: int, tmp_path: Path) -> None:
    names = ("nama", "singkatan", "pemerintah", "tempat", "alamat")
    odd = ODD[first : first + 5]
    nip = "199001012015011001"
    officials = {"kepala_badan": odd[0], "sekretaris": odd[1], "kasubbag": odd[2]}
    texts = dict(zip(names, odd, strict=True)) | officials | {f"nip_{name}": nip for name in officials}

    init(tmp_path, replace(DEFAULT, unit=(*odd, "Sekretariat", odd[0]), **texts))

    badan, units, pejabat = badan_of(tmp_path)
    assert tuple(badan[name] for name in names) == odd
    assert [nama for _, nama in units] == [*odd, "Sekretariat", odd[0]]
    assert all(re.fullmatch("[a-z0-9][a-z0-9-]*", kode) for kode, _ in units)
    assert pejabat == [(name, nip) for name in odd[:3]]


def test_an_answer_stays_on_its_line_and_what_cannot_be_seen_goes(tmp_path: Path) -> None:
    init(tmp_path, replace(DEFAULT, nama="Badan\n  jahat: ya\x07\tSatu\u00a0Dua\u200b", kepala_badan=" \n "))

    badan, _, pejabat = badan_of(tmp_path)
    assert badan["nama"] == "Badan jahat: ya Satu Dua"
    assert pejabat == []


def test_an_empty_answer_is_no_answer(tmp_path: Path) -> None:
    texts = {each.name: " " for each in fields(Answers) if isinstance(getattr(DEFAULT, each.name), str)}

    init(tmp_path, replace(DEFAULT, unit=("", " "), **texts))

    badan, units, pejabat = badan_of(tmp_path)
    assert (badan["nama"], badan["alamat"]) == (DEFAULT.nama, DEFAULT.alamat)
    assert tuple(nama for _, nama in units) == DEFAULT.unit
    assert pejabat == []


def test_units_with_names_alike_or_without_letters_have_kode_of_their_own(tmp_path: Path) -> None:
    names = ("Bidang Data dan Informasi", "Bidang Data serta Informasi", "机关", "…", "Bidang " + "Panjang " * 20)
    init(tmp_path, replace(DEFAULT, unit=names))

    _, units, _ = badan_of(tmp_path)
    assert [kode for kode, _ in units[:4]] == ["bidang-data-informasi", "bidang-data-informasi-2", "unit", "unit-2"]
    assert len(units[4][0]) <= 40
    assert {path.stem for path in (tmp_path / "data/2026/tw1/realisasi").iterdir()} == {kode for kode, _ in units}


def test_an_official_who_is_known_has_a_row_and_what_is_missing_of_him_says_so(tmp_path: Path) -> None:
    init(tmp_path, replace(DEFAULT, kepala_badan="Dr. Ada Ana, M.Si.", sekretaris="Budi", nip_sekretaris="1 2"))

    _, _, pejabat = badan_of(tmp_path)
    assert pejabat == [("Dr. Ada Ana, M.Si.", "belum diisi"), ("Budi", "1 2")]
    text = (tmp_path / "data/badan.yaml").read_text(encoding="utf-8")
    assert "# - peran: kasubbag" in text
    assert "jabatan: Kepala Badan Perencanaan Pembangunan Daerah" in text


def test_rows_of_officials_that_are_comments_are_rows_when_the_mark_goes(tmp_path: Path) -> None:
    init(tmp_path, DEFAULT)
    file = tmp_path / "data/badan.yaml"
    text = file.read_text(encoding="utf-8")
    head, pejabat, rest = re.split(r"(?s)(?<=\npejabat:\n)(.*?)(?=\n\n# Cara mengukur)", text)
    rows = re.sub(r"(?m)^  # (?=[ -])", "  ", pejabat)
    file.write_text(head + rows + rest, encoding="utf-8")

    _, _, named = badan_of(tmp_path)
    assert len(named) == 5


@pytest.mark.parametrize("tahun", [1999, 2100, 26])
def test_a_year_that_is_none_is_refused(tahun: int, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError) as raised:
        init(tmp_path / "baru", Answers(tahun=tahun))
    assert raised.value.exit_code is ExitCode.USAGE
    assert not (tmp_path / "baru").exists()


def test_another_year_gets_its_own_pk_and_the_holidays_that_never_move(tmp_path: Path) -> None:
    init(tmp_path, Answers(tahun=2031))

    badan_of(tmp_path, 2031)
    berkas = load(tmp_path, Periode(2031, 1)).berkas
    assert berkas is not None
    libur = [day.tanggal for day in berkas.hari_libur.isi.hari_libur if day.tanggal.year == 2031]
    assert len(libur) == 5


# --- asking --------------------------------------------------------------------------------------------------------


class Person:
    """Answers one question after another, and then the input ends."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.told: list[str] = []

    def read(self, prompt: str) -> str:
        self.asked.append(prompt)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)


@pytest.mark.parametrize("language", ["id", "en"])
def test_nobody_there_is_the_defaults(language: str) -> None:
    person = Person()

    assert ask(person.told.append, person.read, language) == Answers()
    assert len(person.asked) == QUESTIONS
    assert f"[{Answers().nama}]: " in person.asked[0]


def test_enter_everywhere_is_the_defaults() -> None:
    person = Person(*[""] * QUESTIONS)

    assert ask(person.told.append, person.read, "id") == Answers()
    assert person.answers == []


def test_answers_are_taken_in_order_and_a_nip_is_asked_of_who_has_a_name() -> None:
    person = Person(
        *(" Dinas  Contoh ", "DC", "Pemerintah Kota X", "Kota X", "Jalan Y: 1"),
        *("Sekretariat", "Bidang A", ""),
        *("Ana", "123", "", "Cici", ""),
        *("dua ribu", "26", "2030"),
    )

    assert ask(person.told.append, person.read, "id") == Answers(
        nama="Dinas Contoh",
        singkatan="DC",
        pemerintah="Pemerintah Kota X",
        tempat="Kota X",
        alamat="Jalan Y: 1",
        unit=("Sekretariat", "Bidang A"),
        kepala_badan="Ana",
        nip_kepala_badan="123",
        kasubbag="Cici",
        tahun=2030,
    )
    assert [line for line in person.told if "dua ribu" in line]


# --- what is there stays -------------------------------------------------------------------------------------------


def refused(folder: Path) -> KinerjaError:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} if folder.is_dir() else {}
    with pytest.raises(KinerjaError) as raised:
        init(folder, DEFAULT)
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return raised.value


def test_a_file_of_the_same_name_is_never_replaced_and_named(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("milik orang")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/badan.yaml").symlink_to("tidak-ada")

    error = refused(tmp_path)

    assert error.exit_code is ExitCode.USAGE
    assert error.args_["berkas"] == "  Makefile\n  data/badan.yaml"
    assert (tmp_path / "data/badan.yaml").is_symlink()


def test_a_second_run_is_refused_and_says_a_few_of_the_many_names(tmp_path: Path) -> None:
    init(tmp_path, DEFAULT)

    error = refused(tmp_path)

    assert str(error.args_["berkas"]).endswith("\n  …")
    assert len(str(error.args_["berkas"]).splitlines()) == 9


def test_a_file_where_a_folder_belongs_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("")

    assert refused(tmp_path).args_["berkas"] == "  templates"


def test_a_folder_with_other_things_is_welcome(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data/catatan.txt").write_text("milik orang")
    (tmp_path / "data/2026").mkdir()
    (tmp_path / "data/2026/perjanjian-kinerja-perubahan.yaml").write_text("a: [")

    init(tmp_path, DEFAULT)

    assert (tmp_path / "data/catatan.txt").read_text() == "milik orang"
    assert (tmp_path / "Makefile").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")

    with pytest.raises(KinerjaError) as raised:
        init(tmp_path / "berkas", DEFAULT)
    assert (raised.value.exit_code, raised.value.code) == (ExitCode.USAGE, "cli.init.bukan-folder")


def test_what_cannot_be_written_whole_is_not_written_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada/catatan.txt").write_text("milik orang")
    opened = Path.open

    def full(self: Path, mode: str = "r", *args: object, **others: object) -> object:
        if self.name == "Makefile":
            raise OSError(28, "No space left on device")
        return opened(self, mode, *args, **others)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    for folder in (tmp_path / "ada", tmp_path / "di/dalam"):
        with pytest.raises(KinerjaError) as raised:
            init(folder, DEFAULT)
        assert raised.value.exit_code is ExitCode.OUTPUT_FAILED
    monkeypatch.undo()

    assert files_of(tmp_path) == {"ada/catatan.txt": b"milik orang"}
    assert [path.name for path in tmp_path.rglob("*")] == ["ada", "catatan.txt"]


def test_an_installation_without_its_parts_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init_, "carried", lambda: ())

    with pytest.raises(KinerjaError) as raised:
        init(tmp_path / "baru", DEFAULT)

    assert (raised.value.exit_code, raised.value.code) == (ExitCode.PROGRAM_MISSING, "cli.init.tidak-lengkap")
    assert not (tmp_path / "baru").exists()


@pytest.mark.parametrize("language", ["id", "en"])
def test_at_the_end_the_next_commands_are_said_as_they_can_be_typed(language: str) -> None:
    said = done_text(Path("/tmp/badan kita"), ("Makefile",), language)  # noqa: S108 - named, never touched

    assert "cd '/tmp/badan kita'\n  make report" in said


# --- what travels --------------------------------------------------------------------------------------------------


def test_in_a_checkout_everything_is_read_where_people_edit_it() -> None:
    assert bawaan() == PROJECT
    assert project_files() == ("README.md", "pyproject.toml", "requirements.lock", "setup.py")
    assert {"templates/surat-pengantar.docx", "data/badan.yaml", "data/sop.yaml", *project_files()} <= set(carried())


def test_what_nobody_ships_does_not_travel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("data/a.yaml", "data/.b.yaml", "data/c.yaml~", "data/skema/badan.json", "templates/~$d.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(bawaan_, "bawaan", lambda: tmp_path)

    assert carried() == ("data/a.yaml",)


# --- the real thing ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], None]]:
    """`init` of a wheel in a venv of its own, built from sources that are gone by then."""
    base = tmp_path_factory.mktemp("roda")
    source = base / "sumber"
    shutil.copytree(PROJECT / "pipeline", source / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "data"):
        shutil.copytree(PROJECT / name, source / name)
    for name in project_files():
        shutil.copy(PROJECT / name, source)
    pip = [sys.executable, "-m", "pip"]
    build_ = [*pip, "wheel", str(source), "--no-deps", "--no-build-isolation", "-w", str(base)]
    subprocess.run(build_, check=True, capture_output=True)
    shutil.rmtree(source)
    subprocess.run([sys.executable, "-m", "venv", str(base / "venv")], check=True)
    python = base / "venv/bin/python"
    (wheel,) = base.glob("*.whl")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)], check=True)
    (site,) = (base / "venv/lib").glob("python*/site-packages")
    ours = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "pustaka.pth").write_text(ours)

    def run(folder: Path) -> None:
        subprocess.run([python, "-I", "-B", "-c", SCRIPT, str(folder)], cwd=base, check=True)

    yield run
    shutil.rmtree(base)


@pytest.mark.long
def test_a_wheel_starts_a_folder_that_reports_after_the_checkout_and_the_wheel_are_gone(
    installed: Callable[[Path], None], fresh: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Badan kami (ünik)"
    installed(folder)
    assert files_of(folder) == {name: content for name, content in files_of(fresh).items() if "__pycache__" not in name}
    folder = folder.rename(tmp_path / "pindah")
    environ = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV", "MAKELEVEL", "MAKEFLAGS")}

    def make(*words: str) -> str:
        command = ["make", "--no-print-directory", f"PYTHON={sys.executable}", *words]
        done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert "Membuat .venv" in make("report")
    assert (folder / "output/2026-tw1/laporan-pengukuran-kinerja-draf.pdf").read_bytes().startswith(b"%PDF")
    assert "Membuat" not in make("check", "PERIOD=2026-tw1")
    where = [".venv/bin/python", "-I", "-c", "import pipeline; print(pipeline.__file__)"]
    found = subprocess.run(where, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()
    assert Path(found) == folder / "program/pipeline/__init__.py"

    folder = folder.rename(tmp_path / "pindah lagi")
    assert "Membuat .venv" in make("check")
    make("clean")
    assert sorted(path.name for path in (folder / "output").iterdir()) == [".gitkeep"]
