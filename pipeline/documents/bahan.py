"""What every document is made from: the inputs, their measurement, its warnings and the state of the SOP's steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas
from pipeline.domain.sop import StatusSop
from pipeline.problems import Problem

_TANPA_SIDIK = 6


@dataclass(frozen=True, slots=True)
class Bahan:
    """One period. `peringatan` are those that the naskah prints: none of them is about the records of steps 8–11."""

    berkas: Berkas
    pengukuran: Pengukuran
    peringatan: tuple[Problem, ...]
    status: StatusSop

    def tanggal(self, no: int) -> date | None:
        """The day on which a step was finished; of an approval only while it stands."""
        langkah = self.status.ke(no)
        berlaku = langkah.sudah or no <= _TANPA_SIDIK
        return langkah.selesai.tanggal if langkah.selesai and berlaku else None

    @property
    def revisi(self) -> str:
        """ "Revisi 1" of a naskah that replaces a signed one; else empty."""
        return f"Revisi {self.status.revisi}" if self.status.revisi else ""
