"""Checks of the meeting, the validation and the letters: order of dates, open findings, numbers, attendees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from pipeline.domain.model import Triwulan
from pipeline.domain.periksa.konteks import Konteks, periksa_nip, peringatan, salah
from pipeline.problems import Path, Problem


def periksa_urutan_tanggal(k: Konteks) -> Iterator[Problem]:
    """Dates follow the SOP's order (steps 3, 4, 6, 7, 8, 9, 11)."""
    sebelumnya: tuple[str, date] | None = None
    for nama, tanggal, jalur in tanggal_sop(k.berkas.kini):
        if sebelumnya is not None and tanggal < sebelumnya[1]:
            isi = {"nama": nama, "tanggal": tanggal.isoformat(), "sebelum": sebelumnya[0]}
            yield peringatan("tanggal-tidak-urut", jalur, sejak=sebelumnya[1].isoformat(), **isi)
        if sebelumnya is None or tanggal >= sebelumnya[1]:
            sebelumnya = (nama, tanggal)


def tanggal_sop(triwulan: Triwulan) -> Iterator[tuple[str, date, Path]]:
    """Every date of the SOP's steps 3–11 that is there: its name, the date, its path."""
    if triwulan.rapat and triwulan.rapat.isi.undangan:
        undangan, jalur = triwulan.rapat.isi.undangan, (triwulan.rapat.berkas, "undangan")
        if undangan.tanggal:
            yield "undangan", undangan.tanggal, (*jalur, "tanggal")
        if undangan.tanggal_rapat:
            yield "rapat", undangan.tanggal_rapat, (*jalur, "tanggal_rapat")
    sah = triwulan.pengesahan
    if sah and sah.isi.disusun:
        yield "penyusunan dokumen", sah.isi.disusun, (sah.berkas, "disusun")
    semua: list[tuple[str, date, Path]] = [
        ("validasi", putaran.tanggal, (file.berkas, "validasi", v, "putaran", p, "tanggal"))
        for file in triwulan.validasi
        for v, validasi in enumerate(file.isi.validasi)
        for p, putaran in enumerate(validasi.putaran)
        if putaran.tanggal
    ]
    yield from sorted(semua, key=lambda t: t[1])
    if sah and sah.isi.diperiksa:
        yield "pemeriksaan", sah.isi.diperiksa, (sah.berkas, "diperiksa")
    if sah and sah.isi.disahkan:
        yield "pengesahan", sah.isi.disahkan, (sah.berkas, "disahkan")
    surat = triwulan.surat_pengantar
    if surat and surat.isi.tanggal:
        yield "surat pengantar", surat.isi.tanggal, (surat.berkas, "tanggal")


def periksa_putaran(k: Konteks) -> Iterator[Problem]:
    """Rounds of validation in order of time; a last round that says no stays visible."""
    for file in k.berkas.kini.validasi:
        for v, validasi in enumerate(file.isi.validasi):
            jalur: Path = (file.berkas, "validasi", v, "putaran")
            bertanggal = [(p, putaran.tanggal) for p, putaran in enumerate(validasi.putaran) if putaran.tanggal]
            for (_, dulu), (p, tanggal) in pairwise(bertanggal):
                if tanggal < dulu:
                    yield salah("putaran-tidak-urut", (*jalur, p, "tanggal"), kode=validasi.kode)
            if validasi.hasil == "tidak sesuai":
                akhir = max(p for p, putaran in enumerate(validasi.putaran) if putaran.hasil)
                yield peringatan("validasi-terbuka", (*jalur, akhir, "hasil"), kode=validasi.kode)


def periksa_nomor_surat(k: Konteks) -> Iterator[Problem]:
    """Numbers of letters against the agency's pattern."""
    pola = k.berkas.badan.isi.badan.pola_nomor_surat
    if pola is None:
        return
    triwulan = k.berkas.kini
    nomor: list[tuple[str | None, Path]] = []
    if triwulan.rapat and triwulan.rapat.isi.undangan:
        nomor.append((triwulan.rapat.isi.undangan.nomor, (triwulan.rapat.berkas, "undangan", "nomor")))
    if triwulan.surat_pengantar:
        nomor.append((triwulan.surat_pengantar.isi.nomor, (triwulan.surat_pengantar.berkas, "nomor")))
    for isi, jalur in nomor:
        if isi is not None and not _pola(pola).fullmatch(isi):
            yield peringatan("nomor-surat-tidak-lazim", jalur, nomor=isi, pola=pola)


def _pola(pola: str) -> re.Pattern[str]:
    """The pattern as a regular expression: {klasifikasi}, {urut}, {bulan} and {tahun} stand for their content."""
    isi = {"klasifikasi": r"\d+(\.\d+)*", "urut": r"\d+[A-Za-z]?", "bulan": "[IVX]+", "tahun": r"\d{4}"}
    bagian = re.split(r"\{(\w+)\}", pola)
    return re.compile("".join(isi.get(b, ".+") if n % 2 else re.escape(b) for n, b in enumerate(bagian)))


def periksa_nip_hadirin(k: Konteks) -> Iterator[Problem]:
    """Shape of the NIP of everyone of the agency who attends; people from outside need none."""
    rapat = k.berkas.kini.rapat
    for i, hadirin in enumerate(rapat.isi.daftar_hadir if rapat else ()):
        if rapat and hadirin.nip is not None:
            yield from periksa_nip(hadirin.nip, hadirin.nama, (rapat.berkas, "daftar_hadir", i, "nip"))
