"""The parts that templates share, and the names each may use; it refuses to know how they are set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.documents.kop import Kop
from pipeline.documents.tanda_tangan import PenandaTangan


@dataclass(frozen=True, slots=True)
class BagianKop:
    """templates/bagian/kop-surat.docx"""

    kop: Annotated[Kop, Arti("Kop surat Badan")]


@dataclass(frozen=True, slots=True)
class BagianTandaTangan:
    """templates/bagian/tanda-tangan.docx: `pejabat` is whoever the template names as signer."""

    pejabat: Annotated[PenandaTangan, Arti("Penanda tangan yang disebut pada tag sisip")]


BAGIAN: Mapping[str, type] = {"kop-surat": BagianKop, "tanda-tangan": BagianTandaTangan}
