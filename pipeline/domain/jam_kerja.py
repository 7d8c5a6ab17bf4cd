"""How long something took: minutes inside working hours, or working days touched; it refuses to know what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pipeline.domain.isian import Lama, RentangJam, Waktu
from pipeline.domain.model import BerkasSop, DaftarHariLibur

_HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_MENIT = {"menit": 1, "jam": 60}
_PALING_LAMA = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Durasi:
    """Time taken, `satuan` "menit" (of working hours) or "hari" (working days); `melebihi`: more than waktu baku."""

    jumlah: int
    satuan: str
    melebihi: bool


def jam_pada(sop: BerkasSop, libur: DaftarHariLibur, hari: date) -> tuple[RentangJam, ...]:
    """The working hours of a day; empty on a holiday and on days of the week without any."""
    if any(h.tanggal == hari for h in libur.hari_libur):
        return ()
    nama = _HARI[hari.weekday()]
    return _digabung(jam for baris in sop.jam_kerja if nama in baris.hari for jam in baris.jam)


def _digabung(semua: Iterable[RentangJam]) -> tuple[RentangJam, ...]:
    """Stretches that overlap as one, so that no hour is worked twice."""
    hasil: list[RentangJam] = []
    for jam in sorted(semua, key=lambda jam: jam.mulai):
        if hasil and jam.mulai <= hasil[-1].selesai:
            hasil[-1] = RentangJam(hasil[-1].mulai, max(hasil[-1].selesai, jam.selesai))
        else:
            hasil.append(jam)
    return tuple(hasil)


def durasi(
    sop: BerkasSop, libur: DaftarHariLibur, mulai: Waktu | None, selesai: Waktu | None, baku: Lama
) -> Durasi | None:
    """How long it took, in the kind of unit that waktu baku has; None where begin or end (or its hour) is not known."""
    if mulai is None or selesai is None or selesai.paling_akhir < mulai.paling_awal:
        return None
    if selesai.tanggal - mulai.tanggal > _PALING_LAMA:
        return None
    if baku.satuan == "hari":
        jumlah = sum(bool(jam_pada(sop, libur, hari)) for hari in _semua_hari(mulai.tanggal, selesai.tanggal))
        return Durasi(jumlah, "hari", jumlah > baku.jumlah)
    if mulai.jam is None or selesai.jam is None:
        return None
    menit = _menit(sop, libur, mulai.paling_awal, selesai.paling_akhir)
    return Durasi(menit, "menit", menit > baku.jumlah * _MENIT[baku.satuan])


def _menit(sop: BerkasSop, libur: DaftarHariLibur, mulai: datetime, selesai: datetime) -> int:
    jumlah = timedelta()
    for hari in _semua_hari(mulai.date(), selesai.date()):
        for jam in jam_pada(sop, libur, hari):
            awal = max(mulai, datetime.combine(hari, jam.mulai))
            akhir = min(selesai, datetime.combine(hari, jam.selesai))
            jumlah += max(akhir - awal, timedelta())
    return int(jumlah.total_seconds()) // 60


def _semua_hari(awal: date, akhir: date) -> tuple[date, ...]:
    return tuple(awal + timedelta(days=n) for n in range((akhir - awal).days + 1))
