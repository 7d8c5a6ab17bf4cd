"""Composes a new Word template in the house style: `python templates/sumber/susun.py [key…]`.

The .docx in templates/ is the source that staff edit in Word, so an existing one stays unless `--timpa` is given.
This script is the quick way to begin another document in the same style.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import bagian
import dokumen
import lembar
import rapat
import validasi
from docx.document import Document

TEMPLAT: Mapping[str, Callable[[], Document]] = {
    "bagian/kop-surat": bagian.kop_surat,
    "bagian/tanda-tangan": bagian.tanda_tangan,
    "lembar-disposisi": rapat.lembar_disposisi,
    "rekapitulasi-data": rapat.rekapitulasi_data,
    "undangan": rapat.undangan,
    "daftar-hadir": rapat.daftar_hadir,
    "rekapitulasi-hasil-rapat": rapat.rekapitulasi_hasil_rapat,
    "notulen": rapat.notulen,
    "surat-pengantar": lembar.surat_pengantar,
    "dokumen-pengukuran-kinerja": dokumen.dokumen_pengukuran_kinerja,
    "lembar-pengesahan": lembar.lembar_pengesahan,
    "lampiran": lembar.lampiran,
    "lembar-unit": validasi.lembar_unit,
    "berita-acara-validasi": validasi.berita_acara_validasi,
    "lembar-pemeriksaan": validasi.lembar_pemeriksaan,
    "lembar-kendali-sop": validasi.lembar_kendali_sop,
    "lembar-draf": validasi.lembar_draf,
    "pindaian": validasi.pindaian,
}


def susun(kunci: str, folder: Path, *, timpa: bool) -> bool:
    """Write `<folder>/<kunci>.docx`; False where one stands already and may not be overwritten."""
    berkas = folder / f"{kunci}.docx"
    if berkas.exists() and not timpa:
        return False
    berkas.parent.mkdir(parents=True, exist_ok=True)
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
    ditinggal = [k for k in pilihan.kunci or TEMPLAT if not susun(k, pilihan.folder, timpa=pilihan.timpa)]
    for kunci in ditinggal:
        print(f"{kunci}.docx sudah ada dan tidak ditimpa (pakai --timpa)", file=sys.stderr)
    return 1 if ditinggal else 0


if __name__ == "__main__":
    sys.exit(main())
