"""The values that were approved, kept beside the inputs: what a sidik stood for, so that a change can be shown.

`data/<tahun>/twN/persetujuan.json` maps each recorded sidik to its values by path. It proves nothing by itself: values
that do not give their sidik again are not used.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

NAME = "persetujuan.json"

Values = Mapping[str, str]


def read(folder: Path, digest: Callable[[Values], str]) -> dict[str, Values]:
    """Sidik → values, of those that give their sidik again; empty where there is no readable file."""
    try:
        kept = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {sidik: values for sidik, values in kept.items() if _sound(values) and digest(values) == sidik}


def _sound(values: object) -> bool:
    return isinstance(values, dict) and all(isinstance(value, str) for value in values.values())


def text(kept: Mapping[str, Values]) -> str:
    """The file's text, a value a line, for a readable git diff."""
    return json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
