"""The README and the pages beside it say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.cli import _program
from pipeline.commands.asked import Caller
from pipeline.problems import ExitCode
from pipeline.show.terminal import Terminal

PROJECT = Path(__file__).resolve().parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]


def test_every_command_stands_in_the_readme_and_no_other() -> None:
    told = re.findall(r"^\| `kinerja ([a-z]+)", README, re.MULTILINE)
    assert told == list(_program(Terminal.of("en", {}), Caller("kinerja", made=False)).commands)


def test_every_exit_code_stands_in_the_readme_and_no_other() -> None:
    told = re.findall(r"^\| (\d+) \|", README, re.MULTILINE)
    assert [int(code) for code in told] == [int(code) for code in ExitCode]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_make_target_a_page_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for page in PAGES for target in re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8"))}
    assert named <= targets
