"""A quarter of a year as it is written in folders and on paper; it refuses to know what is measured in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ROMAWI = ("I", "II", "III", "IV")
_BENTUK = re.compile(r"(20\d{2})-tw([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """A triwulan: `Periode(2026, 3)` is "2026-tw3"."""

    tahun: int
    tw: int

    @classmethod
    def parse(cls, teks: str) -> Periode:
        """Read "2026-tw3"; ValueError for anything else ("2026-tw5", "tw3")."""
        cocok = _BENTUK.fullmatch(teks.strip())
        if not cocok:
            raise ValueError(teks)
        return cls(int(cocok[1]), int(cocok[2]))

    def __str__(self) -> str:
        return f"{self.tahun}-tw{self.tw}"

    @property
    def romawi(self) -> str:
        """The Roman numeral of the quarter: "III"."""
        return _ROMAWI[self.tw - 1]

    @property
    def hari_pertama(self) -> date:
        return date(self.tahun, 3 * self.tw - 2, 1)

    @property
    def hari_terakhir(self) -> date:
        """The day that decides which policy, scale and PK perubahan are in force."""
        return date(self.tahun + self.tw // 4, 3 * self.tw % 12 + 1, 1) - timedelta(days=1)

    @property
    def berikutnya(self) -> Periode:
        return Periode(self.tahun, self.tw + 1) if self.tw < 4 else Periode(self.tahun + 1, 1)

    @property
    def sebelumnya(self) -> Periode:
        return Periode(self.tahun, self.tw - 1) if self.tw > 1 else Periode(self.tahun - 1, 4)
