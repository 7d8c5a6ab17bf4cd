"""The documents the program makes, one row each, in the SOP's order; it refuses to know those of the agency's own.

What the PDF holds, and which documents an agency adds, is data (dokumen.yaml, `own`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

from pipeline.documents import (
    berita_acara_validasi,
    daftar_hadir,
    dokumen_pengukuran,
    lampiran,
    lembar_disposisi,
    lembar_draf,
    lembar_kendali,
    lembar_pemeriksaan,
    lembar_pengesahan,
    lembar_unit,
    notulen,
    pindaian,
    rekapitulasi,
    surat_pengantar,
    undangan,
)
from pipeline.domain import gerbang
from pipeline.domain.gerbang import Kurang
from pipeline.domain.model import Berkas


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One document: `key` names its output and, where no other `templat` does, its template; `step` its SOP step.

    `context` gives the frozen dataclass that fills the template, of a document `per_unit` for one unit. `kurang` says
    what its inputs lack, `ada` whether there is anything to show. Before `bersih` steps are done it is a draft. What is
    `late` tells of steps after the signature, so it may change in a packet that is signed.
    """

    key: str
    step: int
    bersih: int
    context: Callable[..., object]
    ada: Callable[[Berkas], bool] = lambda berkas: True
    kurang: Callable[[Berkas], Iterator[Kurang]] = gerbang.catatan_saja
    per_unit: bool = False
    late: bool = False
    templat: str = ""

    @property
    def template(self) -> str:
        """The file of its template, in templates/."""
        return self.templat or f"{self.key}.docx"

    @property
    def context_type(self) -> type[Any]:
        """The dataclass whose fields the template may use."""
        jenis: type[Any] = get_type_hints(self.context)["return"]
        return jenis


def _ada_disposisi(berkas: Berkas) -> bool:
    return berkas.kini.catatan.disposisi is not None


def _ada_realisasi(berkas: Berkas) -> bool:
    return bool(berkas.kini.realisasi)


def _ada_undangan(berkas: Berkas) -> bool:
    return berkas.kini.rapat is not None and berkas.kini.rapat.isi.ada_undangan


def _ada_notulen(berkas: Berkas) -> bool:
    return berkas.kini.rapat is not None and berkas.kini.rapat.isi.ada_notulen


def _ada_rapat(berkas: Berkas) -> bool:
    rapat = berkas.kini.rapat
    return rapat is not None and (any(h.hadir for h in rapat.isi.daftar_hadir) or rapat.isi.ada_notulen)


def _ada_validasi(berkas: Berkas) -> bool:
    return any(validasi.selesai for _, validasi in gerbang.semua_validasi(berkas))


DOKUMEN: tuple[Dokumen, ...] = (
    Dokumen("lembar-disposisi", 1, 0, lembar_disposisi.konteks, _ada_disposisi, gerbang.disposisi),
    Dokumen("rekapitulasi-data", 3, 2, rekapitulasi.konteks, _ada_realisasi, gerbang.kompilasi),
    Dokumen("undangan", 3, 2, undangan.konteks, _ada_undangan, gerbang.kurang_undangan),
    Dokumen("daftar-hadir", 4, 2, daftar_hadir.konteks, _ada_undangan, gerbang.kurang_undangan),
    Dokumen("rekapitulasi-hasil-rapat", 4, 3, rekapitulasi.konteks_hasil_rapat, _ada_rapat, gerbang.pertemuan),
    Dokumen("notulen", 5, 4, notulen.konteks, _ada_notulen, gerbang.notulen),
    Dokumen("dokumen-pengukuran-kinerja", 6, 8, dokumen_pengukuran.konteks),
    Dokumen("lembar-unit", 6, 5, lembar_unit.konteks, _ada_realisasi, gerbang.kompilasi, per_unit=True),
    Dokumen("berita-acara-validasi", 7, 7, berita_acara_validasi.konteks, _ada_validasi, gerbang.validasi),
    Dokumen("lembar-pemeriksaan", 8, 7, lembar_pemeriksaan.konteks, _ada_validasi, gerbang.validasi),
    Dokumen("lembar-pengesahan", 9, 8, lembar_pengesahan.konteks),
    Dokumen("surat-pengantar", 11, 8, surat_pengantar.konteks, late=True),
    Dokumen("lembar-kendali-sop", 11, 0, lembar_kendali.konteks, late=True),
)

KONTEKS: Mapping[str, type[Any]] = {row.key: row.context_type for row in DOKUMEN} | {
    lampiran.KUNCI: lampiran.LampiranKonteks,
    lembar_draf.KUNCI: lembar_draf.LembarDrafKonteks,
    pindaian.KUNCI: pindaian.PindaianKonteks,
}
"""Key of a template → the dataclass whose fields it may use: of every document, and of the pages around them."""
