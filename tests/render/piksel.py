"""Pages of a PDF as a viewer shows them, in grey, for tests that must look."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Picture:
    """A page with one byte a pixel, row by row from the top."""

    width: int
    height: int
    pixels: bytes

    def at(self, x: float, y: float) -> int:
        """Grey at a place: from the left and from the top, as shares of the page."""
        return self.pixels[int(y * self.height) * self.width + int(x * self.width)]

    def share(self, wanted: Callable[[int], bool]) -> float:
        return sum(1 for p in self.pixels if wanted(p)) / len(self.pixels)

    def box(self, wanted: Callable[[int], bool]) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the wanted pixels as shares of the page."""
        places = [i for i, p in enumerate(self.pixels) if wanted(p)]
        columns, rows = [i % self.width for i in places], [i // self.width for i in places]
        return (
            min(columns) / self.width,
            min(rows) / self.height,
            (max(columns) + 1) / self.width,
            (max(rows) + 1) / self.height,
        )


def pictures(pdf: bytes, folder: Path, dpi: int = 36) -> list[Picture]:
    """Every page of a PDF, its crop box only."""
    file = folder / "lihat.pdf"
    file.write_bytes(pdf)
    for old in folder.glob("lihat-*.pgm"):
        old.unlink()
    subprocess.run(["pdftoppm", "-cropbox", "-gray", "-r", str(dpi), str(file), str(folder / "lihat")], check=True)
    return [_read(page) for page in sorted(folder.glob("lihat-*.pgm"))]


def _read(file: Path) -> Picture:
    _, size, _, pixels = file.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(width, height, pixels)
