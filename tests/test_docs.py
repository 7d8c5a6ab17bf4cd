"""The README and the pages beside it say what is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.cli import _program
from pipeline.commands.asked import Caller
from pipeline.problems import ExitCode
from pipeline.show.terminal import Terminal
from pipeline.template.expressions import FILTERS, STATEMENTS, Loop

PROJECT = Path(__file__).resolve().parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]


def test_every_command_stands_in_the_readme_and_no_other() -> None:
    told = re.findall(r"^\| `kinerja ((?:template )?[a-z]+)", README, re.MULTILINE)
    program = _program(Terminal.of("en", {}), Caller("kinerja", made=False)).commands
    below = {name: getattr(command, "commands", {}) for name, command in program.items()}
    assert told == [f"{name} {sub}".strip() for name, subs in below.items() for sub in subs or [""]]


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


def test_the_guide_names_the_whole_language_of_templates_and_nothing_else() -> None:
    guide = (PROJECT / "docs" / "panduan.md").read_text(encoding="utf-8")
    table = guide.partition("### Bahasa templat")[2].partition("###")[0]
    filters = re.findall(r"`\\\|([a-z]+)", table)
    assert filters == list(FILTERS)
    assert set(re.findall(r"loop\.(\w+)", table)) == {field.name for field in fields(Loop)}
    assert set(STATEMENTS) <= set(re.findall(r"\b[a-z]+\b", table))
