"""What was in force when: policy, scale and officials by date, PK rows and pagu by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.domain.model import (
    Berkas,
    BerkasBadan,
    Indikator,
    KasTriwulan,
    Kebijakan,
    Kegiatan,
    Pejabat,
    PerubahanIndikator,
    PerubahanPagu,
    Program,
    Sasaran,
    SkalaLabel,
    SkalaPredikat,
    SubKegiatan,
    Target,
)
from pipeline.problems import Path


@dataclass(frozen=True, slots=True)
class IndikatorBerlaku:
    """A PK row as it is in force; `diubah` says whether a PK perubahan replaced part of it.

    `jalur` leads to the row in the PK, `jalur_target` to the target that counts (perhaps in the perubahan).
    """

    sasaran: Sasaran
    indikator: Indikator
    jalur: Path
    jalur_target: Path
    diubah: bool = False


@dataclass(frozen=True, slots=True)
class AnggaranBerlaku:
    """A budget row as it is in force: tingkat 0 program, 1 kegiatan, 2 sub kegiatan; pagu in rupiah."""

    baris: SubKegiatan
    tingkat: int
    terendah: bool
    jalur: Path
    jalur_pagu: Path
    pagu_awal: Decimal
    pagu: Decimal
    kas: KasTriwulan | None
    diubah: bool = False

    @property
    def kode(self) -> str:
        return self.baris.kode


def kebijakan_pada(badan: BerkasBadan, tanggal: date) -> Kebijakan:
    """The policy in force on a day; before the first one, the first (`periksa` refuses that)."""
    urut = sorted(badan.kebijakan, key=lambda k: k.berlaku_sejak)
    return ([k for k in urut if k.berlaku_sejak <= tanggal] or urut[:1])[-1]


def skala_pada(badan: BerkasBadan, tanggal: date) -> SkalaPredikat | None:
    """The predikat scale which the policy of that day names."""
    nama = kebijakan_pada(badan, tanggal).skala_predikat
    return next((s for s in badan.skala_predikat if s.nama == nama), None)


def skala_label(badan: BerkasBadan, nama: str | None) -> SkalaLabel | None:
    """The scale of labels with this name."""
    return next((s for s in badan.skala_label if s.nama == nama), None)


def pejabat_pada(badan: BerkasBadan, peran: str, tanggal: date, unit: str | None = None) -> Pejabat | None:
    """The official who holds a peran (of a unit) on a day: the latest who began by then and had not ended."""
    calon = [
        p
        for p in badan.pejabat
        if p.peran == peran
        and (unit is None or p.unit == unit)
        and p.berlaku_sejak <= tanggal
        and (p.berlaku_sampai is None or tanggal <= p.berlaku_sampai)
    ]
    return max(calon, key=lambda p: p.berlaku_sejak, default=None)


def indikator_berlaku(berkas: Berkas) -> tuple[IndikatorBerlaku, ...]:
    """Every indikator of the PK, in its order, as in force in the period."""
    ganti = tuple(_perubahan_indikator(berkas))
    baris = []
    for s, sasaran in enumerate(berkas.pk.isi.sasaran):
        for i, indikator in enumerate(sasaran.indikator):
            jalur: Path = (berkas.pk.berkas, "sasaran", s, "indikator", i)
            baris.append(_terapkan(sasaran, indikator, jalur, ganti))
    return tuple(baris)


def _terapkan(
    sasaran: Sasaran, indikator: Indikator, jalur: Path, ganti: tuple[tuple[Path, PerubahanIndikator], ...]
) -> IndikatorBerlaku:
    jalur_target: Path = (*jalur, "target")
    diubah = False
    for jalur_ganti, baru in ganti:
        if baru.kode != indikator.kode:
            continue
        isi = {nama: getattr(baru, nama) for nama in baru.model_fields_set if getattr(baru, nama) is not None}
        if baru.target is not None:
            jalur_target = (*jalur_ganti, "target")
            isi["target"] = _target_baru(indikator.target, baru.target)
            isi["penjelasan"] = baru.penjelasan
        indikator = indikator.model_copy(update=isi)
        diubah = True
    return IndikatorBerlaku(sasaran, indikator, jalur, jalur_target, diubah)


def _target_baru(lama: Target, baru: Target) -> Target:
    """Targets that the perubahan names, also as null, replace the old ones; the others stay."""
    return lama.model_copy(update={nama: getattr(baru, nama) for nama in baru.model_fields_set})


def _perubahan_indikator(berkas: Berkas) -> Iterator[tuple[Path, PerubahanIndikator]]:
    for file in sorted(berkas.perubahan, key=lambda p: p.isi.berlaku_tw):
        if file.isi.berlaku_tw <= berkas.periode.tw:
            for i, baris in enumerate(file.isi.indikator):
                yield (file.berkas, "indikator", i), baris


def _perubahan_pagu(berkas: Berkas) -> Iterator[tuple[Path, PerubahanPagu]]:
    for file in sorted(berkas.perubahan, key=lambda p: p.isi.berlaku_tw):
        if file.isi.berlaku_tw <= berkas.periode.tw:
            for i, baris in enumerate(file.isi.pagu):
                yield (file.berkas, "pagu", i), baris


def anggaran_berlaku(berkas: Berkas) -> tuple[AnggaranBerlaku, ...]:
    """Every budget row, parents before their children; parents carry the sums of their lowest rows."""
    ganti = tuple(_perubahan_pagu(berkas))
    baris: list[AnggaranBerlaku] = []
    for p, program in enumerate(berkas.pk.isi.program):
        baris.extend(_pohon(program, (berkas.pk.berkas, "program", p), 0, ganti))
    return tuple(baris)


def _anak(baris: SubKegiatan) -> tuple[str, tuple[SubKegiatan, ...]]:
    if isinstance(baris, Program):
        return "kegiatan", baris.kegiatan
    if isinstance(baris, Kegiatan):
        return "sub_kegiatan", baris.sub_kegiatan
    return "", ()


def _pohon(
    baris: SubKegiatan, jalur: Path, tingkat: int, ganti: tuple[tuple[Path, PerubahanPagu], ...]
) -> list[AnggaranBerlaku]:
    kunci, anak = _anak(baris)
    bawahan = [b for i, a in enumerate(anak) for b in _pohon(a, (*jalur, kunci, i), tingkat + 1, ganti)]
    if anak:
        terendah = [b for b in bawahan if b.terendah]
        jumlah_awal = sum((b.pagu_awal for b in terendah), Decimal(0))
        jumlah = sum((b.pagu for b in terendah), Decimal(0))
        return [AnggaranBerlaku(baris, tingkat, False, jalur, jalur, jumlah_awal, jumlah, None), *bawahan]
    awal = baris.pagu or Decimal(0)
    pagu, kas, jalur_pagu, diubah = awal, baris.anggaran_kas, (*jalur, "pagu"), False
    for jalur_ganti, baru in ganti:
        if baru.kode == baris.kode:
            pagu, kas, jalur_pagu, diubah = baru.pagu, baru.anggaran_kas or kas, (*jalur_ganti, "pagu"), True
    return [AnggaranBerlaku(baris, tingkat, True, jalur, jalur_pagu, awal, pagu, kas, diubah)]
