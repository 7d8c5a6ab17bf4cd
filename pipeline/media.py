"""Pictures and rich text that a context asks for; it refuses to know who places them and how."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG (`file` relative to the root), at most this wide and high (millimetres), with its alt text."""

    file: str
    width_mm: float
    height_mm: float
    alt: str


@dataclass(frozen=True, slots=True)
class RichText:
    """Text whose pieces differ in weight and slope: (text, bold, italic), in order."""

    pieces: tuple[tuple[str, bool, bool], ...]
