"""Checks for what a copy of last quarter leaves behind: dates, numbers of letters and titles of another quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from pipeline.domain.akumulasi import triwulan_tahun_ini
from pipeline.domain.model import Triwulan
from pipeline.domain.periksa.konteks import Konteks, peringatan
from pipeline.domain.periksa.proses import nomor_surat, tanggal_sop
from pipeline.problems import Path, Problem

_PALING_LAMBAT = timedelta(days=180)
_BOLEH_DINI = ("disposisi", "undangan", "pengiriman undangan")


def periksa_masa(k: Konteks) -> Iterator[Problem]:
    """What follows a quarter is dated after its last day, and within half a year of it."""
    akhir = k.berkas.periode.hari_terakhir
    for nama, tanggal, jalur in tanggal_sop(k.berkas.kini):
        terlalu_dini = tanggal <= akhir and nama not in _BOLEH_DINI
        if terlalu_dini or tanggal > akhir + _PALING_LAMBAT or tanggal < k.berkas.periode.hari_pertama:
            isi = {"nama": nama, "tanggal": tanggal.isoformat(), "akhir": akhir.isoformat()}
            yield peringatan("tanggal-di-luar-masa", jalur, **isi)


def periksa_nomor_berulang(k: Konteks) -> Iterator[Problem]:
    """No letter bears the number of another letter of the year."""
    dahulu: dict[str, str] = {}
    for triwulan in triwulan_tahun_ini(k.berkas):
        for nomor, jalur in nomor_surat(triwulan):
            if nomor in dahulu and triwulan.periode == k.berkas.periode:
                yield peringatan("nomor-surat-berulang", jalur, nomor=nomor, berkas=dahulu[nomor])
            dahulu.setdefault(nomor, str(jalur[0]))


def periksa_sebutan_triwulan(k: Konteks) -> Iterator[Problem]:
    """The subject of the invitation and the papers sent name this quarter, where they name one."""
    romawi = k.berkas.periode.romawi
    for teks, jalur in _judul(k.berkas.kini):
        disebut = re.findall(r"\bTriwulan (IV|I{1,3})\b", teks, re.IGNORECASE)
        if disebut and romawi not in (d.upper() for d in disebut):
            yield peringatan("triwulan-lain", jalur, disebut=disebut[0].upper(), periode=romawi)


def _judul(triwulan: Triwulan) -> Iterator[tuple[str, Path]]:
    undangan = triwulan.rapat.isi.undangan if triwulan.rapat else None
    if triwulan.rapat and undangan and undangan.hal:
        yield undangan.hal, (triwulan.rapat.berkas, "undangan", "hal")
    surat = triwulan.surat_pengantar
    for n, naskah in enumerate(surat.isi.naskah if surat else ()):
        if surat:
            yield naskah.uraian, (surat.berkas, "naskah", n, "uraian")
