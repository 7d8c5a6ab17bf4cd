"""A YAML file as it was typed: texts, lists and mappings, each with its place; it refuses to know what they mean.

Nodes are frozen: a faulty value is left out by making a new tree (`without`), never by changing one.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

Steps: TypeAlias = tuple[str | int, ...]
"""Keys and 0-based indexes from the root of a file: `("realisasi", 0, "kode")`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """1-based line and column of a value or key, and how many characters of that line it takes."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as its text; None where nothing, `null` or `~` was typed."""

    mark: Mark
    text: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    key: Mark
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values. Not `whole`: something in it could not be read, so a missing key proves nothing.

    `blank` are keys that were typed without a value and left out for it.
    """

    mark: Mark
    entries: MappingABC[str, Entry]
    whole: bool = True
    flow: bool = False
    blank: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items of a list; `whole` as in Mapping."""

    mark: Mark
    items: tuple[Node, ...]
    whole: bool = True
    flow: bool = False


Node: TypeAlias = Scalar | Mapping | Sequence


def plain(node: Node) -> Any:
    """The values alone: dict, list, text or None."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]


def child(node: Node, step: str | int) -> Node | None:
    """The value one step down; None where there is none."""
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.entries.get(step)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def find(node: Node, steps: Steps) -> Node | None:
    """The value at a path; None where there is none."""
    found: Node | None = node
    for step in steps:
        found = child(found, step) if found else None
    return found


def without(node: Node, steps: Steps) -> Node:
    """The same tree without the key or item at `steps`; unchanged where there is none."""
    return _changed(node, steps, None)


def put(node: Node, steps: Steps, value: Node) -> Node:
    """The same tree with `value` at `steps`; a key that is not there yet is added, with the place of its value."""
    return _changed(node, steps, value)


def _changed(node: Node, steps: Steps, value: Node | None) -> Node:
    step, rest = steps[0], steps[1:]
    below = child(node, step)
    if rest:
        if below is None:
            return node
        value = _changed(below, rest, value)
    if isinstance(node, Mapping) and isinstance(step, str):
        entries = {key: entry for key, entry in node.entries.items() if value is not None or key != step}
        if value is not None:
            entries[step] = Entry(node.entries[step].key if step in node.entries else value.mark, value)
        return replace(node, entries=entries)
    if isinstance(node, Sequence) and isinstance(step, int) and below is not None:
        middle = () if value is None else (value,)
        return replace(node, items=node.items[:step] + middle + node.items[step + 1 :])
    return node
