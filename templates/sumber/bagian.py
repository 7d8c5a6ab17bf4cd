"""What every letter shares: the kop surat and the block of who signs, one Word file each; it knows no letter."""

from __future__ import annotations

from docx.document import Document
from gaya import SURAT, dokumen_baru, isi_kop_surat, isi_penanda_tangan, tanpa_kaki_halaman


def kop_surat() -> Document:
    """Fields: `pipeline.documents.bagian.BagianKopSurat`."""
    dok = dokumen_baru("Kop Surat", subjek="Bagian templat: kop surat", tepi=SURAT)
    tanpa_kaki_halaman(dok)
    isi_kop_surat(dok)
    return dok


def tanda_tangan() -> Document:
    """Fields: `pipeline.documents.bagian.BagianTandaTangan`; portions: jabatan, nama."""
    dok = dokumen_baru("Tanda Tangan", subjek="Bagian templat: penanda tangan", tepi=SURAT)
    tanpa_kaki_halaman(dok)
    isi_penanda_tangan(dok)
    return dok
