"""The script that composes a new template: it writes what is missing and leaves alone what staff have edited."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest
from docx import Document

SUMBER = Path(__file__).parents[2] / "templates" / "sumber"


@pytest.fixture
def susun(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SUMBER))
    return importlib.import_module("susun")


def test_a_missing_template_is_written(susun: ModuleType, tmp_path: Path) -> None:
    assert susun.main(["lampiran", "--folder", str(tmp_path)]) == 0
    assert "{{ judul }}" in [p.text for p in Document(str(tmp_path / "lampiran.docx")).paragraphs]


def test_an_existing_template_is_left_alone_unless_told(
    susun: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "surat-pengantar.docx"
    berkas.write_bytes(b"disunting di Word")
    assert susun.main(["surat-pengantar", "lampiran", "--folder", str(tmp_path)]) == 1
    assert berkas.read_bytes() == b"disunting di Word"
    assert "surat-pengantar.docx sudah ada" in capsys.readouterr().err
    assert (tmp_path / "lampiran.docx").exists()
    assert susun.main(["surat-pengantar", "--folder", str(tmp_path), "--timpa"]) == 0
    assert berkas.read_bytes() != b"disunting di Word"


def test_an_unknown_key_is_refused(susun: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as keluar:
        susun.main(["surat-undangan", "--folder", str(tmp_path)])
    assert keluar.value.code == 2
    assert "surat-undangan" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_every_shipped_template_can_be_composed(susun: ModuleType) -> None:
    assert set(susun.TEMPLAT) == {
        p.relative_to(SUMBER.parent).as_posix().removesuffix(".docx")
        for p in SUMBER.parent.rglob("*.docx")
        if not p.name.startswith("~$")
    }
