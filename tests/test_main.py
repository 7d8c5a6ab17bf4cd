"""The process itself: asked to end, it takes LibreOffice and its folder with it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.__main__ import typed

SHIPPED = Path(__file__).parent.parent


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_while_libreoffice_works_nothing_is_left_behind(tmp_path: Path, asked: signal.Signals) -> None:
    for name in ("data", "templates"):
        shutil.copytree(SHIPPED / name, tmp_path / name)
    (tmp_path / "sementara").mkdir()
    office, child = tmp_path / "soffice", tmp_path / "anak"
    office.write_text(f"#!/bin/sh\nsleep 61 & echo $! > {child}.x; mv {child}.x {child}; wait\n", encoding="utf-8")
    office.chmod(0o755)
    environ = os.environ | {"KINERJA_SOFFICE": str(office), "TMPDIR": str(tmp_path / "sementara")}
    command = [sys.executable, "-m", "pipeline", "--bahasa", "en", "--root", str(tmp_path), "report", "2026-tw1"]
    with subprocess.Popen(command, cwd=SHIPPED, env=environ, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 30
        while not child.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(asked)
        said = process.communicate(timeout=20)[1]

    assert process.returncode == 130
    assert "Stopped." in said
    state = Path(f"/proc/{child.read_text(encoding='ascii').strip()}/stat")
    assert not state.exists() or state.read_text(encoding="ascii").split()[2] == "Z"
    assert list((tmp_path / "sementara").iterdir()) == []
    assert not (tmp_path / "output").exists()


def test_the_program_is_named_as_it_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "kinerja"
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert typed(str(script), "python3") == "kinerja"
    assert typed(".venv/bin/kinerja", ".venv/bin/python") == ".venv/bin/kinerja"
    assert typed("/a b/kinerja", "python3") == "'/a b/kinerja'"
    assert typed("/project/pipeline/__main__.py", "python3") == "python3 -m pipeline"
