"""Which parts a packet has, in which order, and from what each is made: documents, scans, attached files.

It refuses to make any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.documents import lampiran, lembar_draf, pindaian
from pipeline.documents.bahan import Bahan
from pipeline.documents.own import documents_of, own_rows
from pipeline.documents.registry import KONTEKS, Dokumen
from pipeline.domain.model import Berkas, DaftarDokumen
from pipeline.domain.sop import KeadaanPaket
from pipeline.inputs import attached


@dataclass(frozen=True, slots=True)
class Planned:
    """One part of the packet before it is made.

    `file` is its template or, without a `context`, the PDF that is attached; `label` stands before its page numbers in
    a PDF viewer; `dokumen` is the document whose DOCX is an output of its own, `printed` says whether the merged PDF
    holds it.
    """

    name: str
    judul: str
    label: str
    file: str
    context: Callable[[], object] | None
    dokumen: Dokumen | None = None
    printed: bool = True
    fitted: bool = False


def leading(bahan: Bahan) -> Iterator[Planned]:
    """The sheet before a draft that says what is missing; the pages after it do not count it."""
    if bahan.status.keadaan is KeadaanPaket.DRAF:
        context = partial(lembar_draf.konteks, bahan)
        yield Planned(lembar_draf.KUNCI, "Draf: yang belum ada", "Draf", template(lembar_draf.KUNCI), context)


def documents(root: Path, bahan: Bahan) -> Iterator[Planned]:
    """Those of the merged PDF in its order, a scan in place of what was signed on paper; then all others."""
    rows = {row.key: row for row in documents_of(bahan.berkas) if row.ada(bahan.berkas)}
    printed = [row for row in bahan.berkas.dokumen.isi.paket if row.dokumen in rows]
    for paket in printed:
        scan = _scan(root, bahan, paket.dokumen, paket.judul)
        yield from plans(bahan, rows[paket.dokumen], paket.judul, printed=scan is None)
        if scan:
            yield scan
    in_pdf = {paket.dokumen for paket in printed}
    for key, row in rows.items():
        if key not in in_pdf:
            yield from plans(bahan, row, key, printed=False)


def plans(bahan: Bahan, row: Dokumen, judul: str, *, printed: bool) -> Iterator[Planned]:
    """A document's plan; one for each unit that has an indikator where it is made unit by unit."""
    file = f"templates/{row.template}"
    if not row.per_unit:
        yield Planned(row.key, judul, judul, file, partial(row.context, bahan), row, printed)
        return
    owners = {hasil.indikator.penanggung_jawab for hasil in bahan.pengukuran.indikator}
    for unit in (unit for unit in bahan.berkas.badan.isi.unit if unit.kode in owners):
        name, named = f"{row.key}-{unit.kode}", f"{judul}: {unit.nama}"
        yield Planned(name, named, named, file, partial(row.context, bahan, unit), row, printed)


def _scan(root: Path, bahan: Bahan, key: str, judul: str) -> Planned | None:
    """The signed paper, scanned or electronic, that stands in the PDF for the unsigned page."""
    catatan = bahan.berkas.kini.catatan
    file: str | None = None
    if key == "daftar-hadir" and catatan.rapat:
        file = catatan.rapat.pindaian
    if key == "lembar-pengesahan" and catatan.penandatanganan and bahan.status.ke(9).sudah:
        file = catatan.penandatanganan.tte or catatan.penandatanganan.pindaian
    if file is None:
        return None
    name = f"{key}-pindaian"
    if attached.is_pdf(root / "data" / file):
        return Planned(name, judul, judul, f"data/{file}", None, fitted=True)
    context = partial(pindaian.konteks, file, judul, bahan.berkas.badan.isi.badan.kertas)
    return Planned(name, judul, judul, template(pindaian.KUNCI), context)


def attachments(root: Path, berkas: Berkas) -> Iterator[Planned]:
    """A PDF as it is; a picture on a page of its own."""
    of_periode = [row for row in berkas.dokumen.isi.lampiran if row.periode in (None, str(berkas.periode))]
    for number, row in enumerate(of_periode, 1):
        label, is_pdf = f"Lampiran {number}", attached.is_pdf(root / "data" / row.berkas)
        file = f"data/{row.berkas}" if is_pdf else template(lampiran.KUNCI)
        context = None if is_pdf else partial(lampiran.konteks, row)
        yield Planned(f"lampiran-{number}", f"{label}: {row.judul}", label, file, context)


def template(key: str) -> str:
    """The file of a built-in template, relative to the root."""
    return f"templates/{key}.docx"


def templates(daftar: DaftarDokumen) -> Mapping[str, type[Any]]:
    """Every template of an agency ("memo.docx", without templates/bagian/) → the dataclass whose fields it may use."""
    return {file: KONTEKS[key] for file, key in template_keys(daftar).items()}


def template_keys(daftar: DaftarDokumen) -> Mapping[str, str]:
    """Every template of an agency → the key in KONTEKS of what it is filled with; its own ones come last."""
    return {f"{key}.docx": key for key in KONTEKS} | {str(row.templat): str(row.fields) for row in own_rows(daftar)}


def document_key(daftar: DaftarDokumen, word: str) -> str | None:
    """The key in KONTEKS that is meant by the key of a document or the name of its template; None where none is."""
    own = {row.dokumen: str(row.fields) for row in own_rows(daftar)}
    return own.get(word) or template_keys(daftar).get(f"{word.removesuffix('.docx')}.docx")


def template_file(daftar: DaftarDokumen, word: str) -> str:
    """The name of the template that is meant by the key of a document, or by its own name."""
    own = {row.dokumen: str(row.templat) for row in own_rows(daftar)}
    return own.get(word) or f"{word.removesuffix('.docx')}.docx"


def title(bahan: Bahan, key: str) -> str:
    """What dokumen.yaml calls a document; its key as words where it names none."""
    rows = (row.judul for row in bahan.berkas.dokumen.isi.paket if row.dokumen == key)
    return next(rows, key.replace("-", " ").capitalize())
