"""What measuring yields: frozen results with numbers as printed; it refuses to know how they were computed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pipeline.domain.model import Indikator, IsianRealisasi, Kebijakan, Koreksi, Rentang, Sasaran
from pipeline.domain.periode import Periode
from pipeline.problems import Path

Nilai = Decimal | str | Rentang | None
"""A target or realisasi as printed: a number rounded to the indikator's desimal, a label, a range, or nothing."""


class Keadaan(StrEnum):
    """The four states of an achievement, never merged. Zero is a value."""

    TERHITUNG = "terhitung"
    BELUM_DIISI = "belum diisi"
    TIDAK_BERLAKU = "tidak berlaku"
    TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"


@dataclass(frozen=True, slots=True)
class Capaian:
    """One achievement of one indikator in percent; numbers only where `keadaan` is terhitung.

    `nilai` is as printed (capped, rounded), `tanpa_batas` the same without the cap (floored at 0, rounded), `eksak`
    the capped value before rounding, which means use. `catatan` is the reason of a state or a remark, in Indonesian.
    """

    keadaan: Keadaan
    nilai: Decimal | None = None
    tanpa_batas: Decimal | None = None
    eksak: Fraction | None = None
    predikat: str | None = None
    catatan: str | None = None

    @property
    def terhitung(self) -> bool:
        return self.keadaan is Keadaan.TERHITUNG

    @property
    def dibatasi(self) -> bool:
        """Whether the cap changed the printed value."""
        return self.terhitung and self.nilai != self.tanpa_batas

    @property
    def mencapai(self) -> bool:
        """Whether the printed uncapped value is at least 100."""
        return self.tanpa_batas is not None and self.tanpa_batas >= 100


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """The measurement of one indikator s.d. the period.

    `indikator` and `sasaran` are as in force in the period. `target_tw` and `realisasi` are s.d. values;
    `target_triwulan` and `realisasi_triwulan` the quarter's own. `pembilang`/`penyebut` are the s.d. parts of a ratio.
    `isian` is what the unit typed this quarter (None: not reported), `koreksi` the meeting's correction of it.
    `belum` names the files that still owe a value; `sumber` the paths of every typed value that was used.
    """

    sasaran: Sasaran
    indikator: Indikator
    jalur: Path
    target_tw: Nilai
    target_tahun: Nilai
    realisasi: Nilai
    target_triwulan: Nilai
    realisasi_triwulan: Nilai
    capaian_tw: Capaian
    capaian_tahun: Capaian
    rumus: str
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    pengali: Decimal | None = None
    isian: IsianRealisasi | None = None
    koreksi: Koreksi | None = None
    belum: tuple[str, ...] = ()
    sumber: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Dikecualikan:
    """An indikator left out of a mean, and why."""

    kode: str
    keadaan: Keadaan
    catatan: str | None


@dataclass(frozen=True, slots=True)
class Rerata:
    """A mean of achievements: printed value and predikat (None where nothing counted) and how it was made."""

    nilai: Decimal | None
    predikat: str | None
    dihitung: tuple[str, ...]
    dikecualikan: tuple[Dikecualikan, ...]
    cara: str
    batas: Decimal | None
    berbobot: bool = False

    @property
    def seluruhnya(self) -> int:
        return len(self.dihitung) + len(self.dikecualikan)


@dataclass(frozen=True, slots=True)
class Serapan:
    """Money s.d. the period in rupiah, sum over sum; None where a realisasi is still owed or pagu is 0.

    `serapan` is realisasi/pagu in percent as printed; `kas` the planned spending, where every row with pagu has one.
    """

    pagu_awal: Decimal
    pagu: Decimal
    realisasi: Decimal | None
    serapan: Decimal | None
    kas: Decimal | None = None
    terhadap_kas: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """A row of the budget table: program (tingkat 0), kegiatan (1) or sub kegiatan (2); parents are sums."""

    kode: str
    nama: str
    tingkat: int
    terendah: bool
    sasaran: str | None
    unit: str | None
    nilai: Serapan
    belum: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Tingkat efisiensi in percentage points, from printed numbers; `dasar` is "serapan" or "kas"."""

    nilai: Decimal | None
    dasar: str


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """The measurement of one sasaran."""

    sasaran: Sasaran
    capaian_tw: Rerata
    capaian_tahun: Rerata
    anggaran: Serapan | None
    efisiensi: Efisiensi


@dataclass(frozen=True, slots=True)
class Pengukuran:
    """The whole measurement of a period. `indikator` and `sasaran` stand in the PK's order."""

    periode: Periode
    kebijakan: Kebijakan
    indikator: tuple[HasilIndikator, ...]
    sasaran: tuple[HasilSasaran, ...]
    capaian_tw: Rerata
    capaian_tahun: Rerata
    anggaran: tuple[BarisAnggaran, ...]
    total_anggaran: Serapan
    efisiensi: Efisiensi

    def hasil(self, kode: str) -> HasilIndikator:
        """The result of one indikator; KeyError where the PK has none of that kode."""
        for hasil in self.indikator:
            if hasil.indikator.kode == kode:
                return hasil
        raise KeyError(kode)

    @property
    def terhitung(self) -> tuple[HasilIndikator, ...]:
        """The indikator that have a capaian_tw."""
        return tuple(h for h in self.indikator if h.capaian_tw.terhitung)

    @property
    def mencapai(self) -> tuple[HasilIndikator, ...]:
        """Those of them whose printed uncapped capaian_tw is at least 100."""
        return tuple(h for h in self.terhitung if h.capaian_tw.mencapai)
