"""The documents this pipeline can make, one row each; order, inclusion and titles are data (`data/dokumen.yaml`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_type_hints

from pipeline.documents import dokumen_pengukuran, lembar_pengesahan, surat_pengantar
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas
from pipeline.problems import Problem


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One document: `key` names its template and its output, `step` the row of the SOP that makes it.

    `context` gives the frozen dataclass that fills the template; the problems are the peringatan to be printed.
    """

    key: str
    step: int
    context: Callable[[Berkas, Pengukuran, tuple[Problem, ...]], object]

    @property
    def context_type(self) -> type[Any]:
        """The dataclass whose fields the template may use."""
        jenis: type[Any] = get_type_hints(self.context)["return"]
        return jenis


DOKUMEN: tuple[Dokumen, ...] = (
    Dokumen("dokumen-pengukuran-kinerja", 6, dokumen_pengukuran.konteks),
    Dokumen("lembar-pengesahan", 9, lembar_pengesahan.konteks),
    Dokumen("surat-pengantar", 11, surat_pengantar.konteks),
)
