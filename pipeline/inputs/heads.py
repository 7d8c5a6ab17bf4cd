"""How a file that a command makes begins: the schema for editors, and what it is for; it knows no values."""

from __future__ import annotations

from pathlib import PurePosixPath

from pipeline.domain.model import Berkas
from pipeline.domain.periode import Periode
from pipeline.inputs.lines import flat
from pipeline.inputs.rewrite import scalar

_TENTANG = {
    "perjanjian-kinerja": "Perjanjian Kinerja Tahun {tahun}: sasaran, indikator, target, serta program dan kegiatan "
    "beserta pagunya.\n"
    "# Perubahan di tengah tahun TIDAK ditulis di sini, tetapi di perjanjian-kinerja-perubahan.yaml.",
    "langkah": "Catatan pelaksanaan langkah SOP Pengukuran Kinerja {periode}: siapa dan kapan.\n"
    "# Ditulis dengan `kinerja step N`; hasil validasi (langkah 7) dicatat pada validasi/<unit>.yaml.\n"
    "# `sidik` mengikat persetujuan pada isi naskah: jangan diubah dengan tangan.",
    "validasi": "Validasi {periode} — {unit}.",
    "realisasi": "Realisasi {periode} — {unit}.\n"
    "# Titik untuk desimal (88.92); nilai yang belum ada dikosongkan, jangan diisi 0. "
    "`berkas` bukti relatif terhadap data/.",
    "rapat": "Rapat pembahasan pengukuran kinerja {periode}: undangan, daftar hadir, notulen, dan koreksi.",
    "surat-pengantar": "Surat pengantar dokumen pengukuran kinerja {periode}.",
}
_PER_UNIT = ("realisasi", "validasi")


def head(file: str, berkas: Berkas) -> str:
    """The first lines of a new file, named relative to the root."""
    path = PurePosixPath(file)
    unit = next((u.nama for u in berkas.badan.isi.unit if u.kode == path.stem), path.stem)
    return head_of(file, berkas.periode, unit)


def head_of(file: str, periode: Periode, unit: str = "") -> str:
    """The same for a period whose inputs are not there yet."""
    path = PurePosixPath(file)
    kind = path.parent.name if path.parent.name in _PER_UNIT else path.stem
    up = "../" * (len(path.parts) - 2)
    waktu = f"Triwulan {periode.romawi} Tahun {periode.tahun}"
    tentang = _TENTANG[kind].format(periode=waktu, tahun=periode.tahun, unit=flat(unit))
    first = f"# yaml-language-server: $schema={up}skema/{kind}.json\n# {tentang}\n\n"
    return first + (f"unit: {scalar(path.stem)}\n\n" if kind in _PER_UNIT else "")
