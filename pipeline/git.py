"""Who wrote a line, as git knows it; without git, or outside of a repository, nobody. It refuses to change anything."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from pipeline.problems import Source

_UNCOMMITTED = "Not Committed Yet"
UNCOMMITTED = ""
"""The author of a line that is not committed yet."""


def authors(root: Path, lines: Iterable[Source]) -> dict[tuple[str, int], str]:
    """(file, line) → the author of its last commit, UNCOMMITTED where there is none yet; without git no entries."""
    wanted: dict[str, set[int]] = {}
    for source in lines:
        wanted.setdefault(source.file, set()).add(source.line)
    found: dict[tuple[str, int], str] = {}
    for file, numbers in wanted.items():
        found |= {(file, number): name for number, name in _blamed(root, file, sorted(numbers)).items()}
    return found


def _blamed(root: Path, file: str, numbers: list[int]) -> dict[int, str]:
    ranges = [f"-L{number},{number}" for number in numbers]
    command = ["git", "-C", str(root), "blame", "--line-porcelain", *ranges, "--", file]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20, errors="replace")
    except (OSError, subprocess.TimeoutExpired):
        return {}
    if done.returncode != 0:
        return dict.fromkeys(numbers, UNCOMMITTED) if _in_repository(root) else {}
    return _names(done.stdout)


def _names(porcelain: str) -> dict[int, str]:
    names: dict[int, str] = {}
    number = 0
    for line in porcelain.splitlines():
        words = line.split(" ")
        if len(words) >= 3 and len(words[0]) in (40, 64) and words[2].isdigit():
            number = int(words[2])
        elif line.startswith("author ") and number:
            name = line.removeprefix("author ").strip()
            names[number] = UNCOMMITTED if name == _UNCOMMITTED else name
    return names


def _in_repository(root: Path) -> bool:
    command = ["git", "-C", str(root), "rev-parse", "--is-inside-work-tree"]
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
