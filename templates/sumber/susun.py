"""Composes a new Word template in the house style: `python templates/sumber/susun.py [key…]`.

The .docx in templates/ is the source that staff edit in Word, so an existing one stays unless `--timpa` is given.
This script is the quick way to begin another document in the same style.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import dokumen
import lembar
from docx.document import Document

TEMPLAT: Mapping[str, Callable[[], Document]] = {
    "surat-pengantar": lembar.surat_pengantar,
    "dokumen-pengukuran-kinerja": dokumen.dokumen_pengukuran_kinerja,
    "lembar-pengesahan": lembar.lembar_pengesahan,
    "lampiran": lembar.lampiran,
}


def susun(kunci: str, folder: Path, *, timpa: bool) -> bool:
    """Write `<folder>/<kunci>.docx`; False where one stands already and may not be overwritten."""
    berkas = folder / f"{kunci}.docx"
    if berkas.exists() and not timpa:
        return False
    TEMPLAT[kunci]().save(str(berkas))
    return True


def main(argumen: list[str] | None = None) -> int:
    """Compose the named templates (all by default); 1 where an existing one was left alone."""
    penguraian = argparse.ArgumentParser(description="Menyusun templat Word baru dengan gaya naskah dinas.")
    penguraian.add_argument("kunci", nargs="*", help=f"{', '.join(TEMPLAT)}; tanpa isian: semua")
    penguraian.add_argument("--timpa", action="store_true", help="timpa berkas .docx yang sudah ada")
    penguraian.add_argument("--folder", type=Path, default=Path(__file__).parent.parent, help="folder tujuan")
    pilihan = penguraian.parse_args(argumen)
    asing = [k for k in pilihan.kunci if k not in TEMPLAT]
    if asing:
        penguraian.error(f"tidak ada templat {', '.join(asing)}; yang ada: {', '.join(TEMPLAT)}")
    pilihan.folder.mkdir(parents=True, exist_ok=True)
    ditinggal = [k for k in pilihan.kunci or TEMPLAT if not susun(k, pilihan.folder, timpa=pilihan.timpa)]
    for kunci in ditinggal:
        print(f"{kunci}.docx sudah ada dan tidak ditimpa (pakai --timpa)", file=sys.stderr)
    return 1 if ditinggal else 0


if __name__ == "__main__":
    sys.exit(main())
