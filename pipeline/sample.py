"""The shipped quarter as what templates are filled with; it refuses to fill any."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline import build, packet
from pipeline.bawaan import bawaan
from pipeline.documents import lampiran, lembar_draf, pindaian, ragam
from pipeline.documents.bagian import BagianKop, BagianTandaTangan
from pipeline.documents.bahan import Bahan
from pipeline.documents.kop import kop
from pipeline.documents.registry import DOKUMEN
from pipeline.documents.tanda_tangan import penanda_tangan
from pipeline.inputs.load import periods
from pipeline.problems import ExitCode, KinerjaError

Choice = Callable[[Sequence[object]], object]


@dataclass(frozen=True, slots=True)
class Sample:
    """The shipped agency's newest quarter: `root` its folder, from which pictures are named.

    `contexts` gives, by the key of a template, what fills it, `parts` the same of the parts in templates/bagian/.
    """

    root: Path
    bahan: Bahan
    contexts: Mapping[str, object]
    parts: Mapping[str, object]


@cache
def sample() -> Sample:
    """The newest quarter that is signed, else the newest that can be measured.

    Raises KinerjaError PROBLEMS where the shipped data was changed and has faults.
    """
    root = bawaan()
    there = [bahan for periode in reversed(periods(root)) if (bahan := build.check(root, periode).bahan)]
    bahan = next((each for each in there if each.status.keadaan.sudah_sah), there[0] if there else None)
    if bahan is None:
        raise KinerjaError(ExitCode.PROBLEMS, "cli.template.contoh", folder=(root / "data").as_posix())
    return _sample(root, bahan, bahan)


@cache
def least() -> Sample:
    """The sample agency on the first day of a quarter: whatever may be empty is empty."""
    return _sample(sample().root, ragam.sedikit(sample().bahan), sample().bahan)


@cache
def most() -> Sample:
    """The sample grown to many rows, long texts and every optional part."""
    full = ragam.banyak(sample().bahan)
    return _sample(sample().root, full, full, lambda contexts: max(contexts, key=lambda context: len(repr(context))))


def _sample(root: Path, bahan: Bahan, pictured: Bahan, choose: Choice = operator.itemgetter(0)) -> Sample:
    """`pictured` has the lampiran whose picture stands on a page of its own; `choose` one unit of all."""
    badan, hari = bahan.berkas.badan.isi, bahan.berkas.periode.hari_terakhir
    parts = {
        "kop-surat": BagianKop(kop(badan.badan)),
        "tanda-tangan": BagianTandaTangan(penanda_tangan(badan, "kepala_badan", hari)),
    }
    return Sample(root, bahan, dict(_contexts(bahan, pictured, choose)), parts)


def _contexts(bahan: Bahan, pictured: Bahan, choose: Choice) -> Iterator[tuple[str, object]]:
    for row in DOKUMEN:
        made = [plan.context() for plan in packet.plans(bahan, row, row.key, printed=True) if plan.context]
        yield row.key, choose(made)
    picture = next(row for row in pictured.berkas.dokumen.isi.lampiran if not row.berkas.endswith(".pdf"))
    yield lampiran.KUNCI, lampiran.konteks(picture)
    yield lembar_draf.KUNCI, lembar_draf.konteks(ragam.draf(bahan))
    yield pindaian.KUNCI, pindaian.konteks(picture.berkas, picture.judul, pictured.berkas.badan.isi.badan.kertas)
