"""How moments and lengths of time print; it refuses to know what took place."""

from __future__ import annotations

from pipeline.documents import bahasa
from pipeline.documents.nilai import BELUM_DIISI
from pipeline.domain.isian import Waktu
from pipeline.domain.jam_kerja import Durasi


def rentang(mulai: Waktu | None, selesai: Waktu | None) -> str:
    """ "15 Oktober 2026 pukul 08.00–15.30", "5 Oktober 2026 – 7 Oktober 2026", one moment where only one is known."""
    if mulai is None or selesai is None or mulai == selesai:
        satu = selesai or mulai
        return _saat(satu) if satu else BELUM_DIISI
    if mulai.tanggal == selesai.tanggal and mulai.jam and selesai.jam:
        return f"{_saat(mulai)}–{selesai.jam:%H.%M}"
    if mulai.tanggal == selesai.tanggal:
        return _saat(selesai if selesai.jam else mulai)
    return f"{_saat(mulai)} – {_saat(selesai)}"


def _saat(waktu: Waktu) -> str:
    return bahasa.tanggal(waktu.tanggal) + (f" pukul {waktu.jam:%H.%M}" if waktu.jam else "")


def lama(durasi: Durasi) -> str:
    """ "2 jam 15 menit", "45 menit", "3 hari kerja"."""
    if durasi.satuan == "hari":
        return f"{durasi.jumlah} hari kerja"
    jam, menit = divmod(durasi.jumlah, 60)
    bagian = [f"{jumlah} {satuan}" for jumlah, satuan in ((jam, "jam"), (menit, "menit")) if jumlah]
    return " ".join(bagian) or "kurang dari 1 menit"
