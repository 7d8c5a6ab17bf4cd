"""The command line as a person, a script and a pipe meet it."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import __version__, archive, build
from pipeline.cli import run
from pipeline.domain.periode import Periode
from pipeline.problems import ExitCode, KinerjaError, Problem, Severity

SHIPPED = Path(__file__).parent.parent
ID, EN = {"KINERJA_BAHASA": "id"}, {"KINERJA_BAHASA": "en"}
CLICKS_ENGLISH = ("Usage:", "Options:", "Commands:", "Show this", "No such", "Try '", "Missing", "Got unexpected")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The shipped agency with its first quarter only."""
    data = tmp_path / "data"
    (data / "2026").mkdir(parents=True)
    for name in ("badan.yaml", "dokumen.yaml", "hari-libur.yaml", "2026/perjanjian-kinerja.yaml"):
        shutil.copy(SHIPPED / "data" / name, data / name)
    shutil.copytree(SHIPPED / "data" / "2026" / "tw1", data / "2026" / "tw1")
    shutil.copytree(SHIPPED / "data" / "gambar", data / "gambar")
    shutil.copytree(SHIPPED / "data" / "2026" / "tw3" / "lampiran", data / "2026" / "tw3" / "lampiran")
    shutil.copytree(SHIPPED / "templates", tmp_path / "templates")
    return tmp_path


def _break(root: Path) -> None:
    file = root / "data" / "badan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("badan:", "badann:", 1), encoding="utf-8")


# --- help and usage ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], *([c, "--help"] for c in ("report", "check", "doctor"))])
def test_help_speaks_indonesian_without_a_word_of_clicks(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, ID) == ExitCode.OK
    out = capsys.readouterr().out

    assert out.startswith("Pemakaian: kinerja")
    assert not [word for word in CLICKS_ENGLISH if word in out]


def test_help_lists_every_command_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"], EN) == ExitCode.OK
    out = capsys.readouterr().out

    assert out.startswith("Usage: kinerja")
    for command in ("report", "status", "step", "check", "measure", "doctor", "schema"):
        assert f"\n  {command} " in out


def test_the_language_is_chosen_by_option_before_environment_before_locale(capsys: pytest.CaptureFixture[str]) -> None:
    def first_word(arguments: list[str], environ: dict[str, str]) -> str:
        assert run(arguments, environ) == ExitCode.OK
        return capsys.readouterr().out.split()[0]

    assert first_word(["--bahasa", "en", "--help"], ID) == "Usage:"
    assert first_word(["check", "--help", "--bahasa=id"], EN) == "Pemakaian:"
    assert first_word(["--help"], ID) == "Pemakaian:"
    assert first_word(["--help"], {"LANG": "id_ID.UTF-8"}) == "Pemakaian:"
    assert first_word(["--help"], {"KINERJA_BAHASA": "fr", "LANG": "C"}) == "Usage:"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "perintah chek tidak dikenal"),
        (["--jsom", "check"], "opsi --jsom tidak dikenal"),
        (["check", "--jsno"], "Mungkin maksudnya: --json"),
        (["check", "-x"], "opsi -x tidak dikenal"),
        (["report", "--json"], "opsi --json tidak dikenal"),
        (["check", "--json=ya"], "opsi --json tidak memerlukan isian"),
        (["check", "--root"], "opsi --root memerlukan satu isian"),
        (["check", "--bahasa"], "opsi --bahasa memerlukan satu isian"),
        (["check", "2026-tw1", "2026-tw2"], "argumen berlebih: 2026-tw2"),
        (["doctor", "2026-tw1"], "argumen berlebih: 2026-tw1"),
        (["schema", "x"], "argumen berlebih: x"),
        (["--bahasa", "fr", "check"], "--bahasa"),
        (["step", "7", "--oleh", "X", "--hasil", "setuju"], "yang tertulis: setuju"),
        (["step", "7", "--oleh", "X", "--hasil", "tidak sesuai"], "memerlukan alasan"),
        (["report", "--revisi", " "], "Sebut alasan revisinya"),
        (["--root", "tidak-ada", "check"], "Folder tidak-ada tidak ada"),
    ],
)
def test_wrong_usage_exits_2_in_our_own_words_on_stderr(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, ID) == ExitCode.USAGE
    out, err = capsys.readouterr()

    assert out == ""
    assert said in err
    assert not [word for word in CLICKS_ENGLISH if word in err]


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"], EN) == ExitCode.OK
    assert capsys.readouterr().out == f"kinerja {__version__}\n"
    assert f'version = "{__version__}"' in (SHIPPED / "pyproject.toml").read_text(encoding="utf-8")


# --- root and period -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("tw5", "tw5 bukan periode"),
        ("2026-tw5", "2026-tw5 bukan periode"),
        ("2026-TW1", "Mungkin maksudnya: 2026-tw1"),
        ("2026/1", "Mungkin maksudnya: 2026-tw1"),
        ("tw2-2026", "Mungkin maksudnya: 2026-tw2"),
        ("2026-tw-iv", "Mungkin maksudnya: 2026-tw4"),
        ("2026tw03", "Mungkin maksudnya: 2026-tw3"),
        ("2025-tw4", "Yang ada: 2026-tw1"),
    ],
)
def test_a_period_that_is_none_or_is_not_there_is_wrong_usage_with_a_hint(
    root: Path, word: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(root / "data" / "2026" / "tw3")
    assert run(["--root", str(root), "check", word], ID) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_a_root_without_data_and_data_without_a_period_say_what_to_make(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--root", str(tmp_path)], EN) == ExitCode.USAGE
    assert "no folder data/" in capsys.readouterr().err

    (tmp_path / "data").mkdir()
    assert run(["check", "--root", str(tmp_path)], EN) == ExitCode.PROBLEMS
    assert "2026/tw3/" in capsys.readouterr().err


def test_the_default_period_is_the_newest_and_root_may_stand_on_either_side(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["--root", str(root), "measure", "--json"], ["measure", "--json", "--root", str(root)]):
        assert run(arguments, EN) == ExitCode.OK
        assert json.loads(capsys.readouterr().out)["periode"] == "2026-tw3"


# --- check ---------------------------------------------------------------------------------------------------------


def test_check_shows_each_problem_with_its_place_and_exits_1(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(root)
    assert run(["--root", str(root), "check", "2026-tw1"], ID) == ExitCode.PROBLEMS
    out = capsys.readouterr().out

    assert "salah [kunci-tidak-dikenal] data/badan.yaml:" in out
    assert "^" in out
    assert "Perbaikan: " in out
    assert "\x1b[" not in out
    assert "Yang menghentikan laporan: " in out.splitlines()[-1]


def test_check_json_is_a_list_on_stdout_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(root)
    assert run(["--root", str(root), "check", "2026-tw1", "--json"], EN) == ExitCode.PROBLEMS
    out, err = capsys.readouterr()
    problems = json.loads(out)

    assert err == ""
    assert {"code", "severity", "file", "line", "column", "message", "remedy", "hint"} == set(problems[0])
    assert [p["hint"] for p in problems if p["code"] == "kunci-tidak-dikenal"] == ["badan"]


def test_warnings_alone_exit_0(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = root / "data" / "2026" / "tw1" / "surat-pengantar.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    nomor = next(line for line in lines if line.startswith("nomor:"))
    file.write_text("\n".join(["nomor: 1/2/3" if line == nomor else line for line in lines]), encoding="utf-8")

    assert run(["--root", str(root), "check", "2026-tw1"], EN) == ExitCode.OK
    assert "warning [" in capsys.readouterr().out


def test_what_is_not_filled_in_is_told_and_changes_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quarter = root / "data" / "2026" / "tw1"
    (quarter / "realisasi" / "bidang-mutasi.yaml").unlink()
    (quarter / "rapat.yaml").unlink()
    assert run(["--root", str(root), "check", "2026-tw1"], ID) == ExitCode.OK
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Belum ")]

    assert len(told) == 2
    assert re.fullmatch(r"Belum diisi: Bidang Mutasi dan Promosi — (\d) dari \1 indikator \(.*\.yaml", told[0])
    assert told[1] == "Belum ada di data/2026/tw1: rapat.yaml"
    assert run(["--root", str(root), "check", "2026-tw1", "--json"], ID) == ExitCode.OK
    assert "Belum" not in capsys.readouterr().out
    assert run(["--root", str(root), "measure", "2026-tw1"], ID) == ExitCode.OK
    assert told[0] in capsys.readouterr().out.splitlines()


def test_a_value_that_could_not_be_read_is_not_called_not_filled_in(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "data" / "2026" / "tw1" / "langkah.yaml").unlink()
    _break(root)
    assert run(["--root", str(root), "check", "2026-tw1"], ID) == ExitCode.PROBLEMS
    assert "Belum ada" not in capsys.readouterr().out


# --- measure -------------------------------------------------------------------------------------------------------


def test_measure_json_has_the_agreed_keys_and_numbers_as_strings(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(root), "measure", "2026-tw1", "--json"], ID) == ExitCode.OK
    out, err = capsys.readouterr()
    values = json.loads(out)
    row = values["indikator"][0]

    assert err == ""
    assert values["periode"] == "2026-tw1"
    assert list(row)[:14] == [
        *("kode", "nama", "satuan", "target_tw", "target_tahun", "realisasi", "capaian_tw", "status", "predikat"),
        *("capaian_tw_tanpa_batas", "capaian_tahun", "status_tahun", "predikat_tahun", "capaian_tahun_tanpa_batas"),
    ]
    assert {"kode", "capaian_tw", "predikat", "capaian_tahun", "predikat_tahun"} <= set(values["sasaran"][0])
    assert {"capaian_tw", "predikat", "capaian_tahun", "predikat_tahun"} <= set(values)
    assert {"pagu", "realisasi", "serapan"} <= set(values["anggaran"])
    assert float(values["anggaran"]["pagu"]) > 0
    sources = [source for each in values["indikator"] for source in each["sumber"]]
    assert any(source.startswith("data/2026/tw1/realisasi/") for source in sources)
    assert {r["status"] for r in values["indikator"]} <= {
        *("terhitung", "belum diisi", "tidak berlaku", "tidak dapat dihitung")
    }


def test_measure_says_nothing_on_stdout_when_problems_stop(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(root)
    for arguments in (["measure", "2026-tw1", "--json"], ["measure", "2026-tw1"]):
        assert run(["--root", str(root), *arguments], EN) == ExitCode.PROBLEMS
        out, err = capsys.readouterr()
        assert out == ""
        assert "data/badan.yaml:" in err


@pytest.mark.parametrize("environ", [ID, EN])
def test_the_table_fits_100_columns_and_names_every_indikator(
    root: Path, environ: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert run(["--root", str(root), "measure", "2026-tw1"], environ) == ExitCode.OK
    table = capsys.readouterr().out
    assert run(["--root", str(root), "measure", "2026-tw1", "--json"], environ) == ExitCode.OK
    values = json.loads(capsys.readouterr().out)

    assert max(len(line) for line in table.splitlines()) <= 100
    assert all(f"\n{row['kode']}" in table for row in values["indikator"])
    assert (values["capaian_tw"] if environ is EN else values["capaian_tw"].replace(".", ",")) in table


# --- report --------------------------------------------------------------------------------------------------------


def _reported(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """Let `report` end as if these were its results."""

    def report(root: Path, periode: object, *, progress: build.Progress, final: bool) -> build.Report:
        progress("cli.stage.check")
        checked = build.Checked(periode, (), None, None, build.Places({}, {}))  # type: ignore[arg-type]
        made = build.Report(checked, root / "output" / str(periode), made=True, files={"surat.docx": 12_345})
        progress("cli.stage.convert", 1, 2)
        return replace(made, **changes)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "report", report)


def test_report_says_what_it_made_where_and_how_long_each_stage_took(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _reported(monkeypatch, kept=("surat.suntingan.docx",), removed=("lama.docx",), seconds=3.21)
    assert run(["--root", str(root), "report", "2026-tw1"], ID) == ExitCode.OK
    out, err = capsys.readouterr()

    assert f"Laporan 2026-tw1 dibuat di {root}/output/2026-tw1" in out
    assert "surat.docx (12,3 kB)" in out
    assert "lama.docx dihapus" in out
    assert "surat.suntingan.docx: " in out
    assert "Seluruhnya 3,2 detik." in out
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "memeriksa isian dan mengukur",
        "mengubah ke PDF dengan LibreOffice",
    ]


def test_the_command_that_shows_the_warnings_can_be_pasted(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "badan kami").mkdir()
    shutil.move(root / "data", root / "badan kami")
    warning = Problem("nip-bentuk", severity=Severity.PERINGATAN)
    checked = build.Checked(Periode(2026, 1), (warning,), None, None, build.Places({}, {}))
    _reported(monkeypatch, checked=checked)

    assert run(["--root", str(root / "badan kami"), "report", "2026-tw1"], EN) == ExitCode.OK
    assert f"kinerja --root '{root}/badan kami' check 2026-tw1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environ", "program", "command"),
    [
        ({}, ".venv/bin/kinerja", ".venv/bin/kinerja check 2026-tw1"),
        ({}, "python3 -m pipeline", "python3 -m pipeline check 2026-tw1"),
        ({"MAKELEVEL": "1"}, ".venv/bin/kinerja", "make check PERIOD=2026-tw1"),
    ],
)
def test_the_suggested_command_is_one_the_user_can_run(
    environ: dict[str, str],
    program: str,
    command: str,
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(root)
    warning = Problem("nip-bentuk", severity=Severity.PERINGATAN)
    _reported(monkeypatch, checked=build.Checked(Periode(2026, 1), (warning,), None, None, build.Places({}, {})))

    assert run(["report", "2026-tw1"], EN | environ, program) == ExitCode.OK
    assert capsys.readouterr().out.splitlines()[-1].endswith(f": {command}")
    assert run(["report", "--nonsense"], EN | environ, program) == ExitCode.USAGE
    assert capsys.readouterr().err.splitlines()[-1].endswith(f": {program} report --help")


def test_report_with_problems_shows_them_on_stderr_and_leaves_output(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _break(root)
    assert run(["--root", str(root), "report", "2026-tw1"], EN) == ExitCode.PROBLEMS
    out, err = capsys.readouterr()

    assert out == ""
    assert "data/badan.yaml:" in err
    assert "No report was made" in err
    assert not (root / "output").exists()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KinerjaError(ExitCode.PROGRAM_MISSING, "render.soffice.tidak_ada", program="soffice"), 3),
        (KinerjaError(ExitCode.PROBLEMS, "render.lampiran.terkunci", berkas="data/a.pdf"), 1),
    ],
)
def test_a_failure_in_the_report_decides_the_exit_code(
    root: Path,
    error: KinerjaError,
    code: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _reported(monkeypatch, failures=(error,))
    assert run(["--root", str(root), "report", "2026-tw1"], EN) == code
    assert "Error: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KinerjaError(ExitCode.CONVERSION_FAILED, "render.soffice.waktu", detik="180", dokumen="surat"), 4, "180"),
        (archive.failure(Path("output"), OSError(28, "No space left on device")), 5, "Free some disk space"),
        (archive.failure(Path("output"), PermissionError(13, "Permission denied")), 5, "permissions"),
        (KeyboardInterrupt(), 130, "Stopped"),
        (ZeroDivisionError(), 70, "ZeroDivisionError"),
    ],
)
def test_what_no_edit_can_mend_has_its_own_exit_code_and_remedy(
    root: Path,
    error: BaseException,
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def report(*_: object, **__: object) -> build.Report:
        raise error

    monkeypatch.setattr(build, "report", report)
    assert run(["--root", str(root), "report", "2026-tw1"], EN) == code
    out, err = capsys.readouterr()

    assert out == ""
    assert said in err


# --- the rest ------------------------------------------------------------------------------------------------------


def test_schema_writes_one_file_a_kind_of_input(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "schema"], EN) == ExitCode.OK
    written = {path.name for path in (root / "data" / "skema").glob("*.json")}

    assert {"badan.json", "realisasi.json", "surat-pengantar.json"} <= written
    assert all(f"data/skema/{name}" in capsys.readouterr().out for name in sorted(written)[:1])


def test_schema_that_cannot_be_written_is_an_output_failure(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data" / "skema").write_text("bukan folder", encoding="utf-8")

    assert run(["--root", str(root), "schema"], EN) == ExitCode.OUTPUT_FAILED
    assert "skema" in capsys.readouterr().err


def test_python_m_pipeline_is_the_same_program_and_a_closed_pipe_is_no_error(root: Path) -> None:
    command = f"{sys.executable} -m pipeline --bahasa en --root {root} measure 2026-tw1 --json | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, cwd=SHIPPED)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("{")


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_error(root: Path, closed: str) -> None:
    command = f"{sys.executable} -m pipeline --root {root} check 2026-tw1 {closed}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=SHIPPED)

    assert (done.returncode, done.stderr) == (0, "")


def test_colours_appear_on_a_terminal_only_and_not_with_no_color(root: Path) -> None:
    def shown(**environ: str) -> bytes:
        """What a terminal gets; reading it ends with an error once the program has."""
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "pipeline", "--root", str(root), "measure", "2026-tw1"]
        base = {"PATH": os.environ["PATH"], "TERM": "xterm", "KINERJA_BAHASA": "en"}
        with subprocess.Popen(command, stdout=theirs, stderr=theirs, cwd=SHIPPED, env=base | environ):
            os.close(theirs)
            pieces = []
            with contextlib.suppress(OSError):
                while piece := os.read(ours, 4096):
                    pieces.append(piece)
        os.close(ours)
        return b"".join(pieces)

    assert b"\x1b[1mPerformance" in shown()
    plain = shown(NO_COLOR="1")
    assert b"Performance" in plain
    assert b"\x1b" not in plain
