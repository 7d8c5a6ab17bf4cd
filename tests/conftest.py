"""Goldens: what a document says, as text under tests/golden, written anew by `make golden`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the goldens instead of comparing with them")


def pytest_configure() -> None:
    """A make that a test starts is nobody's part, also when the tests themselves are started by make."""
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        os.environ.pop(name, None)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with tests/golden/<name>; with --golden writes it there, for the git diff to show."""

    def compare(name: str, text: str) -> None:
        file = FOLDER / name
        if request.config.getoption("--golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{name} has no golden yet: run make golden and read it"
        assert text == file.read_text(encoding="utf-8"), (
            f"{name} says something else: run make golden, read the git diff"
        )

    return compare
