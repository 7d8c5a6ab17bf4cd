"""What a new folder is made from: templates, sample data, the program itself; it refuses to know what becomes of them.

In a checkout they stand beside `pipeline/`, where people edit them. A wheel carries copies in this package: setup.py
puts there what CARRIED names. Standard library only, as setup.py reads it before anything is installed.
"""

from __future__ import annotations

from pathlib import Path

PROJECT = "pyproject.toml"
_OF_PROJECT = (PROJECT, "setup*.py", "requirements.lock", "README.md")
CARRIED = (*_OF_PROJECT, "templates/*.docx", "templates/bagian/*.docx", "data/**/*")
_MADE = "data/skema/"
"""Written from the declared types wherever it is needed."""


def bawaan() -> Path:
    """The folder that holds templates/, data/ and the project's files: this package, else the checkout."""
    here = Path(__file__).resolve().parent
    return here if (here / PROJECT).is_file() else here.parent.parent


def carried() -> tuple[str, ...]:
    """The names of all files that CARRIED names, relative to `bawaan()`; none where an installation lacks them.

    Hidden files, and those that Word and editors leave behind, are no part of it.
    """
    root = bawaan()
    found = {path.relative_to(root) for pattern in CARRIED for path in root.glob(pattern) if path.is_file()}
    names = {path.as_posix() for path in found if not any(part.startswith((".", "~")) for part in path.parts)}
    return tuple(sorted(name for name in names if not name.startswith(_MADE) and not name.endswith("~")))


def project_files() -> tuple[str, ...]:
    """What the program needs beside its package to be installed again from its sources."""
    return tuple(name for name in carried() if "/" not in name)


def sources() -> tuple[str, ...]:
    """The names of the program's own files, relative to the folder that holds `pipeline/`."""
    package = Path(__file__).resolve().parent.parent
    return tuple(sorted(path.relative_to(package.parent).as_posix() for path in package.rglob("*.py")))


def sources_root() -> Path:
    """The folder that holds `pipeline/`."""
    return Path(__file__).resolve().parent.parent.parent
