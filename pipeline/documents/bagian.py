"""The parts that templates share, and the names each may use; it refuses to know how they are set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.documents.kop import Kop
from pipeline.documents.tanda_tangan import PenandaTangan


@dataclass(frozen=True, slots=True)
class BagianKop:
    """templates/bagian/kop-surat.docx"""

    kop: Kop


@dataclass(frozen=True, slots=True)
class BagianTandaTangan:
    """templates/bagian/tanda-tangan.docx: `pejabat` is whoever the template names as signer."""

    pejabat: PenandaTangan


BAGIAN: Mapping[str, type] = {"kop-surat": BagianKop, "tanda-tangan": BagianTandaTangan}
