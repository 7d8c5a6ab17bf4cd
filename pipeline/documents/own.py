"""Every document of an agency: those of the registry and its own, which are data; it refuses to know how one is filled.

A document of its own is a built-in one under another key, template and step: it uses the same fields, is there when
that one is, and lacks what that one lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.documents.registry import DOKUMEN, Dokumen
from pipeline.domain.model import Berkas, DaftarDokumen, DokumenPaket
from pipeline.domain.periode import Periode
from pipeline.domain.sop import SAH_SESUDAH, SIAP_SESUDAH


def documents_of(berkas: Berkas) -> tuple[Dokumen, ...]:
    """The documents of a period, in the SOP's order."""
    return all_documents(berkas.dokumen.isi, berkas.periode)


def all_documents(daftar: DaftarDokumen, periode: Periode | None = None) -> tuple[Dokumen, ...]:
    """The built-in documents and the agency's own, of which `periode` (None: any) may hold, in the SOP's order."""
    own = (_own(row) for row in own_rows(daftar) if periode is None or _is_of(row, periode))
    return tuple(sorted((*DOKUMEN, *own), key=lambda row: row.step))


def own_rows(daftar: DaftarDokumen) -> Iterator[DokumenPaket]:
    """The rows of dokumen.yaml about documents of the agency's own that are whole."""
    return (row for row in daftar.paket if row.templat and row.langkah and row.fields)


def _is_of(row: DokumenPaket, periode: Periode) -> bool:
    return row.sejak is None or Periode.parse(row.sejak) <= periode


def _own(row: DokumenPaket) -> Dokumen:
    """Clean once the steps before its own are done, at the latest with the packet; the signature may come after it."""
    base = next(dokumen for dokumen in DOKUMEN if dokumen.key == row.fields)
    step = row.langkah or base.step
    return replace(
        base,
        key=row.dokumen,
        step=step,
        bersih=min(step - 1, SIAP_SESUDAH),
        templat=row.templat or "",
        late=base.late or step > SAH_SESUDAH,
    )
