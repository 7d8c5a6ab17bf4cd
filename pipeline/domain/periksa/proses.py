"""Checks of the SOP's course: order of dates, who did what, open findings, numbers of letters, attendees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from pipeline.domain.model import Triwulan
from pipeline.domain.periksa.konteks import Konteks, periksa_nip, peringatan, salah
from pipeline.domain.sop import LANGKAH, kurang_langkah
from pipeline.problems import Path, Problem


def periksa_urutan_tanggal(k: Konteks) -> Iterator[Problem]:
    """Dates follow the SOP's order, steps 1–11; a step does not end before it begins."""
    sebelumnya: tuple[str, date] | None = None
    for nama, tanggal, jalur in tanggal_sop(k.berkas.kini):
        if sebelumnya is not None and tanggal < sebelumnya[1]:
            isi = {"nama": nama, "tanggal": tanggal.isoformat(), "sebelum": sebelumnya[0]}
            yield peringatan("tanggal-tidak-urut", jalur, sejak=sebelumnya[1].isoformat(), **isi)
        if sebelumnya is None or tanggal >= sebelumnya[1]:
            sebelumnya = (nama, tanggal)
    yield from _terbalik(k)


def _terbalik(k: Konteks) -> Iterator[Problem]:
    langkah = k.berkas.kini.langkah
    for baris in LANGKAH:
        catatan = getattr(k.berkas.kini.catatan, baris.kunci) if baris.kunci else None
        if langkah is None or catatan is None or catatan.mulai is None or catatan.selesai is None:
            continue
        if catatan.selesai.paling_akhir < catatan.mulai.paling_awal:
            isi = {"langkah": str(baris.no), "mulai": str(catatan.mulai), "selesai": str(catatan.selesai)}
            yield peringatan("selesai-sebelum-mulai", (langkah.berkas, baris.kunci, "selesai"), **isi)


def tanggal_sop(triwulan: Triwulan) -> Iterator[tuple[str, date, Path]]:
    """Every date of the SOP's steps that is there, in their order: its name, the date, its path."""
    for no, langkah in enumerate(LANGKAH, 1):
        yield from _tanggal_berkas(triwulan, no)
        catatan = getattr(triwulan.catatan, langkah.kunci) if langkah.kunci else None
        if triwulan.langkah and catatan and catatan.selesai:
            jalur: Path = (triwulan.langkah.berkas, langkah.kunci, "selesai")
            yield _NAMA_TANGGAL[no], catatan.selesai.tanggal, jalur


_NAMA_TANGGAL = {
    1: "disposisi",
    2: "kompilasi data",
    3: "pengiriman undangan",
    4: "rapat",
    5: "notulen",
    6: "penyusunan dokumen",
    8: "pemeriksaan",
    9: "penandatanganan",
    10: "penyerahan",
    11: "pengarsipan",
}


def _tanggal_berkas(triwulan: Triwulan, no: int) -> Iterator[tuple[str, date, Path]]:
    """The dates of a step outside of its record: of letters, the meeting and the rounds of validation."""
    rapat, surat = triwulan.rapat, triwulan.surat_pengantar
    undangan = rapat.isi.undangan if rapat else None
    if rapat and undangan and undangan.tanggal and no == 3:
        yield "undangan", undangan.tanggal, (rapat.berkas, "undangan", "tanggal")
    if rapat and undangan and undangan.tanggal_rapat and no == 4:
        yield "rapat", undangan.tanggal_rapat, (rapat.berkas, "undangan", "tanggal_rapat")
    if no == 7:
        yield from sorted(_tanggal_validasi(triwulan), key=lambda t: t[1])
    if surat and surat.isi.tanggal and no == 11:
        yield "surat pengantar", surat.isi.tanggal, (surat.berkas, "tanggal")


def _tanggal_validasi(triwulan: Triwulan) -> Iterator[tuple[str, date, Path]]:
    for file in triwulan.validasi:
        for v, validasi in enumerate(file.isi.validasi):
            for p, putaran in enumerate(validasi.putaran):
                if putaran.tanggal:
                    yield "validasi", putaran.tanggal, (file.berkas, "validasi", v, "putaran", p, "tanggal")


def periksa_tahun_libur(k: Konteks) -> Iterator[Problem]:
    """Where holidays are listed at all, they are for every year in which steps were carried out."""
    libur = k.berkas.hari_libur
    dikenal = {hari.tanggal.year for hari in libur.isi.hari_libur}
    dicatat = {tanggal.year for _, tanggal, jalur in tanggal_sop(k.berkas.kini) if jalur[-1] == "selesai"}
    for tahun in sorted(dicatat - dikenal) if dikenal else ():
        yield peringatan("tanpa-hari-libur", (libur.berkas, "hari_libur"), tahun=str(tahun))


def periksa_wewenang(k: Konteks) -> Iterator[Problem]:
    """Whoever a record names is an official in force that day whose role may carry out the step."""
    for langkah in LANGKAH:
        for kurang in kurang_langkah(k.berkas, langkah):
            if kurang.kode == "wewenang":
                yield peringatan("bukan-wewenang", kurang.jalur, **kurang.isi)


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
    for isi, jalur in nomor_surat(k.berkas.kini):
        if not _pola(pola).fullmatch(isi):
            yield peringatan("nomor-surat-tidak-lazim", jalur, nomor=isi, pola=pola)


def nomor_surat(triwulan: Triwulan) -> Iterator[tuple[str, Path]]:
    """Every number of a letter with its path: undangan, berita acara, surat pengantar."""
    undangan = triwulan.rapat.isi.undangan if triwulan.rapat else None
    if triwulan.rapat and undangan and undangan.nomor:
        yield undangan.nomor, (triwulan.rapat.berkas, "undangan", "nomor")
    berita_acara = triwulan.catatan.berita_acara
    if triwulan.langkah and berita_acara and berita_acara.nomor:
        yield berita_acara.nomor, (triwulan.langkah.berkas, "berita_acara", "nomor")
    surat = triwulan.surat_pengantar
    if surat and surat.isi.nomor:
        yield surat.isi.nomor, (surat.berkas, "nomor")


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
