"""Who wrote a line, as git knows it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pipeline import git
from pipeline.git import UNCOMMITTED, authors
from pipeline.problems import Source

FILE = "data/2026/tw1/langkah.yaml"


def _git(root: Path, *words: str, author: str = "Sari Dewi") -> None:
    who = ["-c", f"user.name={author}", "-c", "user.email=x@contoh.go.id", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def _write(root: Path, *lines: str) -> None:
    (root / FILE).parent.mkdir(parents=True, exist_ok=True)
    (root / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _commit(root: Path, *lines: str, author: str = "Sari Dewi") -> None:
    _write(root, *lines)
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "x", author=author)


def _authors(root: Path, *lines: int, file: str = FILE) -> dict[int, str]:
    found = authors(root, [Source(file, line, 1) for line in lines])
    assert {name for name, _ in found} <= {file}
    return {line: name for (_, line), name in found.items()}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "-q")
    _commit(tmp_path, "a: 1", "b: 2", "c: 3")
    _commit(tmp_path, "a: 1", "b: 20", "c: 3", author="Bayu Ümlaut")
    return tmp_path


def test_a_line_has_the_author_of_its_last_commit(repository: Path) -> None:
    assert _authors(repository, 1, 2, 3) == {1: "Sari Dewi", 2: "Bayu Ümlaut", 3: "Sari Dewi"}
    assert _authors(repository, 2) == {2: "Bayu Ümlaut"}


def test_a_line_that_is_not_committed_has_none_yet(repository: Path) -> None:
    _write(repository, "neu: 0", "a: 1", "b: 21", "c: 3")
    assert _authors(repository, 1, 2, 3, 4) == {1: UNCOMMITTED, 2: "Sari Dewi", 3: UNCOMMITTED, 4: "Sari Dewi"}


def test_a_file_that_git_does_not_know_yet_has_no_author(repository: Path) -> None:
    (repository / "baru.yaml").write_text("a: 1\n", encoding="utf-8")
    assert _authors(repository, 1, file="baru.yaml") == {1: UNCOMMITTED}


def test_a_repository_without_a_commit_has_no_author(tmp_path: Path) -> None:
    _git(tmp_path, "init", "-q")
    _write(tmp_path, "a: 1")
    assert _authors(tmp_path, 1) == {1: UNCOMMITTED}


def test_the_inputs_may_lie_in_a_folder_of_the_repository(repository: Path) -> None:
    assert _authors(repository / "data", 2, file="2026/tw1/langkah.yaml") == {2: "Bayu Ümlaut"}


def test_several_files_are_asked_at_once(repository: Path) -> None:
    (repository / "x.yaml").write_text("a: 1\n", encoding="utf-8")
    found = authors(repository, [Source(FILE, 2, 1), Source("x.yaml", 1, 1), Source(FILE, 2, 5)])
    assert found == {(FILE, 2): "Bayu Ümlaut", ("x.yaml", 1): UNCOMMITTED}


def test_what_a_line_says_is_not_taken_for_an_author(repository: Path) -> None:
    sha = "0123456789abcdef0123456789abcdef01234567"
    _commit(repository, "author Palsu", f"{sha} 3 3 1", "author-mail <p@x>", author="Benar")
    assert _authors(repository, 1, 2, 3) == {1: "Benar", 2: "Benar", 3: "Benar"}


def test_a_repository_with_longer_names_of_commits_is_read_too(tmp_path: Path) -> None:
    _git(tmp_path, "init", "-q", "--object-format=sha256")
    _commit(tmp_path, "a: 1")
    assert _authors(tmp_path, 1) == {1: "Sari Dewi"}


def test_outside_of_a_repository_nobody_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "a: 1")
    assert _authors(tmp_path, 1) == {}


def test_without_git_nobody_is_named(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert _authors(repository, 1) == {}


def test_a_git_that_does_not_answer_is_not_waited_for(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 20)

    monkeypatch.setattr(git.subprocess, "run", hang)
    assert _authors(repository, 1) == {}


def test_nobody_asks_about_no_lines(repository: Path) -> None:
    assert authors(repository, []) == {}


def test_asking_changes_nothing(repository: Path) -> None:
    _write(repository, "a: 9")

    def state() -> bytes:
        return subprocess.run(
            ["git", "-C", str(repository), "status", "--porcelain=v2", "--branch"], check=True, capture_output=True
        ).stdout

    before = state()
    _authors(repository, 1)
    assert state() == before
