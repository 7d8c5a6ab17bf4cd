"""Numbers as the terminal's language writes them; it refuses to round."""

from __future__ import annotations

from decimal import Decimal


def number(value: Decimal, language: str) -> str:
    """ "1.234,5" in Indonesian, "1,234.5" in English."""
    grouped = f"{value:,f}"
    return grouped.translate(str.maketrans(",.", ".,")) if language == "id" else grouped
