"""What a field of a context means to the author of a template; it refuses to know which fields there are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arti:
    """Marks a field: what the reader of the paper sees there, as a phrase without full stop.

    `satuan` is the unit of a quantity that is printed without it; `boleh_kosong` says that there may be nothing.
    """

    arti: str
    satuan: str = ""
    boleh_kosong: bool = False
