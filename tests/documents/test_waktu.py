from datetime import date, time

import pytest

from pipeline.documents.waktu import lama, rentang
from pipeline.domain.isian import Waktu
from pipeline.domain.jam_kerja import Durasi

PAGI, SIANG = Waktu(date(2026, 10, 15), time(8)), Waktu(date(2026, 10, 15), time(15, 30))
HARI, LUSA = Waktu(date(2026, 10, 15)), Waktu(date(2026, 10, 17))


@pytest.mark.parametrize(
    ("mulai", "selesai", "teks"),
    [
        (PAGI, SIANG, "15 Oktober 2026 pukul 08.00–15.30"),
        (HARI, LUSA, "15 Oktober 2026 – 17 Oktober 2026"),
        (PAGI, LUSA, "15 Oktober 2026 pukul 08.00 – 17 Oktober 2026"),
        (HARI, SIANG, "15 Oktober 2026 pukul 15.30"),
        (HARI, HARI, "15 Oktober 2026"),
        (None, PAGI, "15 Oktober 2026 pukul 08.00"),
        (HARI, None, "15 Oktober 2026"),
        (None, None, "belum diisi"),
    ],
)
def test_when_something_took_place(mulai: Waktu | None, selesai: Waktu | None, teks: str) -> None:
    assert rentang(mulai, selesai) == teks


@pytest.mark.parametrize(
    ("jumlah", "satuan", "teks"),
    [
        (135, "menit", "2 jam 15 menit"),
        (120, "menit", "2 jam"),
        (45, "menit", "45 menit"),
        (0, "menit", "kurang dari 1 menit"),
        (3, "hari", "3 hari kerja"),
    ],
)
def test_how_long_it_took(jumlah: int, satuan: str, teks: str) -> None:
    assert lama(Durasi(jumlah, satuan, melebihi=False)) == teks
