"""The leading sheet of a draft: that it is none yet, and what each step of the SOP still lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pipeline import messages
from pipeline.documents import bahasa
from pipeline.documents.arti import Arti
from pipeline.documents.bahan import Bahan
from pipeline.documents.nilai import KOSONG
from pipeline.domain.gerbang import Kurang
from pipeline.domain.sop import SIAP_SESUDAH, KeadaanLangkah, StatusLangkah

KUNCI = "lembar-draf"
_DIRANGKUM = ("hal", "kode", "kunci")
"""What one line may name several of."""
_BASI = {8: "Naskah berubah sesudah diperiksa.", 9: "Naskah berubah sesudah ditandatangani."}


@dataclass(frozen=True, slots=True)
class BarisDraf:
    """A step that is not done, and what it lacks, a sentence a line."""

    nomor: Annotated[str, Arti("Nomor langkah dengan titik")]
    kegiatan: Annotated[str, Arti("Kegiatan menurut SOP")]
    pelaksana: Annotated[str, Arti("Pelaksana menurut SOP")]
    kurang: Annotated[tuple[str, ...], Arti("Apa yang masih kurang, satu kalimat setiap baris")]


@dataclass(frozen=True, slots=True)
class LembarDrafKonteks:
    """The fields of lembar-draf.docx; `kalimat_revisi` says that the signed naskah changed and no revision says so."""

    badan: Annotated[str, Arti("Nama lengkap Badan")]
    pemerintah: Annotated[str, Arti("Nama pemerintah daerah")]
    periode: Annotated[str, Arti("Triwulan dan tahun yang diukur, seperti “Triwulan III Tahun 2026”")]
    revisi: Annotated[str, Arti("Nomor revisi naskah, seperti “Revisi 1”", boleh_kosong=True)]
    kalimat_revisi: Annotated[str, Arti("Kalimat bahwa naskah yang ditandatangani telah berubah", boleh_kosong=True)]
    baris: Annotated[tuple[BarisDraf, ...], Arti("Langkah SOP yang belum selesai", boleh_kosong=True)]


def konteks(bahan: Bahan) -> LembarDrafKonteks:
    """What stands before a packet whose steps 1–8 are not all done, or whose signed naskah changed."""
    badan, periode = bahan.berkas.badan.isi.badan, bahan.berkas.periode
    return LembarDrafKonteks(
        badan=badan.nama,
        pemerintah=badan.pemerintah,
        periode=f"{bahasa.triwulan(periode.tw)} Tahun {periode.tahun}",
        revisi=bahan.revisi,
        kalimat_revisi=_kalimat_revisi(bahan),
        baris=tuple(_baris(langkah) for langkah in bahan.status.langkah if _termasuk(langkah)),
    )


def _kalimat_revisi(bahan: Bahan) -> str:
    if not bahan.status.perlu_revisi:
        return ""
    return "Naskah yang sudah ditandatangani telah berubah; perubahannya harus dinyatakan sebagai revisi."


def _termasuk(langkah: StatusLangkah) -> bool:
    return not langkah.sudah and (langkah.no <= SIAP_SESUDAH or langkah.keadaan is KeadaanLangkah.KEDALUWARSA)


def _baris(langkah: StatusLangkah) -> BarisDraf:
    baris = langkah.baris
    return BarisDraf(
        nomor=f"{langkah.no}.",
        kegiatan=baris.kegiatan if baris else KOSONG,
        pelaksana=baris.pelaksana if baris else KOSONG,
        kurang=(*_basi(langkah), *(_kalimat(k) for k in _rangkum(langkah.kurang))) or ("Menunggu langkah sebelumnya.",),
    )


def _basi(langkah: StatusLangkah) -> Iterator[str]:
    if langkah.no in _BASI and langkah.basi:
        yield _BASI[langkah.no]
    elif langkah.basi:
        yield f"Nilai yang berubah sesudah divalidasi: {bahasa.gabung(langkah.basi)}."


def _rangkum(semua: tuple[Kurang, ...]) -> Iterator[Kurang]:
    """One for all that differ only in what they name."""
    kelompok: dict[tuple[str, tuple[str, ...]], list[Kurang]] = {}
    for k in semua:
        tetap = tuple(isi for nama, isi in k.isi.items() if nama not in _DIRANGKUM)
        kelompok.setdefault((k.kode, tetap), []).append(k)
    for (kode, _), sama in kelompok.items():
        isi = {nama: _bersama(nama, [k.isi[nama] for k in sama]) for nama in sama[0].isi}
        yield Kurang(kode, sama[0].jalur, isi)


def _bersama(nama: str, isi: list[str]) -> str:
    ada = list(dict.fromkeys(isi))
    return ("`, `" if nama == "kunci" else ", ").join(ada)


def _kalimat(k: Kurang) -> str:
    isi = dict(k.isi)
    if "tanggal" in isi:
        isi["tanggal"] = bahasa.tanggal(date.fromisoformat(isi["tanggal"]))
    return re.sub(r"`([^`]*)`", r"“\1”", bahasa.kalimat(messages.text(f"sop.kurang.{k.kode}", "id", **isi)))
