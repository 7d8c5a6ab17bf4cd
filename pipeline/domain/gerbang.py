"""The gates of the SOP's steps: what each still lacks, from the evidence in the inputs; it knows no order of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.domain import sidik
from pipeline.domain.akumulasi import nilai_triwulan
from pipeline.domain.anggaran import berkas_unit
from pipeline.domain.berlaku import IndikatorBerlaku, indikator_berlaku
from pipeline.domain.isian import Model
from pipeline.domain.model import (
    Berkas,
    CatatanDisposisi,
    CatatanPenandatanganan,
    CatatanPengarsipan,
    CatatanUndangan,
    Notulen,
    PutaranValidasi,
    Rapat,
    SuratPengantar,
    Undangan,
    ValidasiIndikator,
)
from pipeline.domain.wewenang import berwenang
from pipeline.problems import Path


@dataclass(frozen=True, slots=True)
class Kurang:
    """One thing that a step lacks: `sop.kurang.<kode>` in the catalogue, filled with `isi`, and where it belongs."""

    kode: str
    jalur: Path
    isi: Mapping[str, str] = field(default_factory=dict)


def disposisi(berkas: Berkas) -> Iterator[Kurang]:
    """The disposisi says to whom and what."""
    catatan = berkas.kini.catatan.disposisi or CatatanDisposisi()
    yield from _isian(catatan, jalur_catatan(berkas, "disposisi"), ("kepada", "instruksi"))


def kompilasi(berkas: Berkas) -> Iterator[Kurang]:
    """Every unit has reported every indikator it owns that is due, or said why not; something is ever due at all."""
    belum: dict[str, list[str]] = {}
    semua = indikator_berlaku(berkas)
    if not any(baris.indikator.target.pada(tw) is not None for baris in semua for tw in range(1, 5)):
        yield Kurang("target", (berkas.pk.berkas, "sasaran"), {"berkas": berkas.pk.berkas})
    for baris in semua:
        if _dilaporkan(berkas, baris):
            continue
        belum.setdefault(berkas_unit(berkas, baris.indikator.penanggung_jawab), []).append(baris.indikator.kode)
    for file, kode in belum.items():
        yield Kurang("realisasi", (file, "realisasi"), {"kode": ", ".join(kode), "berkas": file})


def _dilaporkan(berkas: Berkas, baris: IndikatorBerlaku) -> bool:
    if baris.indikator.target.pada(berkas.periode.tw) is None:
        return True
    nilai = nilai_triwulan(berkas.kini, baris.indikator.kode)
    return nilai.ada or (nilai.isian is not None and nilai.isian.penjelasan is not None)


def undangan(berkas: Berkas) -> Iterator[Kurang]:
    """The invitation is complete, and the rekapitulasi recorded as made."""
    yield from kurang_undangan(berkas)
    catatan = berkas.kini.catatan.undangan or CatatanUndangan()
    yield from _isian(catatan, jalur_catatan(berkas, "undangan"), ("rekapitulasi",))


def kurang_undangan(berkas: Berkas) -> Iterator[Kurang]:
    """What the letter of invitation itself lacks."""
    wajib = ("nomor", "tanggal", "hal", "tanggal_rapat", "waktu", "tempat", "agenda", "diundang")
    yield from _isian(_rapat(berkas).undangan or Undangan(), (*_jalur_rapat(berkas), "undangan"), wajib)


def pertemuan(berkas: Berkas) -> Iterator[Kurang]:
    """The meeting has a day, and somebody attended."""
    rapat = _rapat(berkas)
    yield from _isian(rapat.undangan or Undangan(), (*_jalur_rapat(berkas), "undangan"), ("tanggal_rapat",))
    if not any(hadirin.hadir for hadirin in rapat.daftar_hadir):
        yield Kurang("hadir", (*_jalur_rapat(berkas), "daftar_hadir"))


def notulen(berkas: Berkas) -> Iterator[Kurang]:
    """The minutes name pimpinan and notulis, and every decision its PIC and batas waktu."""
    jalur: Path = (*_jalur_rapat(berkas), "notulen")
    notulen = _rapat(berkas).notulen or Notulen()
    yield from _isian(notulen, jalur, ("pimpinan", "notulis", "keputusan"))
    for nomor, keputusan in enumerate(notulen.keputusan):
        yield from _isian(keputusan, (*jalur, "keputusan", nomor), ("pic", "batas_waktu"))


def validasi(berkas: Berkas) -> Iterator[Kurang]:
    """Every indikator of the PK was validated by somebody of its unit, and none is open."""
    bersama: dict[tuple[str, str], list[str]] = {}
    for kode, unit, semua in kurang_validasi(berkas):
        for kurang in semua:
            if kurang.kode in _SATU_UNIT:
                bersama.setdefault((kurang.kode, unit), []).append(kode)
            else:
                yield kurang
    for (jenis, unit), kode_unit in bersama.items():
        yield _validasi_unit(berkas, jenis, unit, kode_unit)


def kurang_validasi(berkas: Berkas) -> Iterator[tuple[str, str, tuple[Kurang, ...]]]:
    """Of every indikator: its kode, its unit, and what its validation lacks."""
    putaran = {v.kode: (jalur, v.selesai) for jalur, v in semua_validasi(berkas)}
    for baris in indikator_berlaku(berkas):
        kode, unit = baris.indikator.kode, baris.indikator.penanggung_jawab
        jalur, selesai = putaran.get(kode, ((), ()))
        if selesai:
            yield kode, unit, tuple(_putaran(berkas, kode, unit, selesai[-1], jalur))
        else:
            yield kode, unit, (_validasi_unit(berkas, "validasi", unit, [kode]),)


_SATU_UNIT = ("validasi", "validasi-sidik")
"""What many indikator of a unit lack alike is said once."""


def _validasi_unit(berkas: Berkas, jenis: str, unit: str, kode: list[str]) -> Kurang:
    file = next((f.berkas for f in berkas.kini.validasi if f.isi.unit == unit), None)
    file = file or f"{folder(berkas)}/validasi/{unit}.yaml"
    return Kurang(jenis, (file, "validasi"), {"kode": ", ".join(kode), "berkas": file, "unit": unit})


def _putaran(berkas: Berkas, kode: str, unit: str, akhir: PutaranValidasi, jalur: Path) -> Iterator[Kurang]:
    """What the round that counts lacks to be an approval."""
    yield from _isian(akhir, jalur, ("validator", "tanggal"))
    if akhir.validator and akhir.tanggal:
        yield from kurang_wewenang(berkas, 7, akhir.validator, akhir.tanggal, jalur, unit)
    if akhir.hasil == "tidak sesuai":
        yield Kurang("validasi-terbuka", jalur, {"kode": kode})
    elif akhir.sidik is None or not sidik.dikenal(akhir.sidik):
        yield _validasi_unit(berkas, "validasi-sidik", unit, [kode])


def pemeriksaan(berkas: Berkas) -> Iterator[Kurang]:
    """The record carries the digest of what was examined."""
    catatan = berkas.kini.catatan.pemeriksaan
    yield from _bersidik(berkas, "pemeriksaan", 8, catatan.sidik if catatan else None)


def penandatanganan(berkas: Berkas) -> Iterator[Kurang]:
    """The record carries the digests of what was signed, of its values and its text, and a proof that it was."""
    catatan = berkas.kini.catatan.penandatanganan or CatatanPenandatanganan()
    yield from _bersidik(berkas, "penandatanganan", 9, catatan.sidik)
    if catatan.sidik is not None:
        yield from _bersidik(berkas, "penandatanganan", 9, catatan.sidik_teks)
    if not (catatan.pindaian or catatan.tte or catatan.asli_basah):
        yield Kurang("bukti-tanda-tangan", jalur_catatan(berkas, "penandatanganan"))


def _bersidik(berkas: Berkas, kunci: str, no: int, tercatat: str | None) -> Iterator[Kurang]:
    if tercatat is None or not sidik.dikenal(tercatat):
        yield Kurang("sidik", jalur_catatan(berkas, kunci), {"langkah": str(no), "hal": kunci})


def catatan_saja(berkas: Berkas) -> Iterator[Kurang]:
    """The record of who and when is all its evidence."""
    yield from ()


def pengarsipan(berkas: Berkas) -> Iterator[Kurang]:
    """The letter has a number and a date not before the signature, and the packet a place in the archive."""
    surat = berkas.kini.surat_pengantar
    jalur_surat: Path = (surat.berkas if surat else f"{folder(berkas)}/surat-pengantar.yaml",)
    yield from _isian(surat.isi if surat else SuratPengantar(), jalur_surat, ("nomor", "tanggal"))
    tanda = berkas.kini.catatan.penandatanganan
    if surat and surat.isi.tanggal and tanda and tanda.selesai and surat.isi.tanggal < tanda.selesai.tanggal:
        isi = {"tanggal": surat.isi.tanggal.isoformat(), "tanda": tanda.selesai.tanggal.isoformat()}
        yield Kurang("surat-mendahului", (*jalur_surat, "tanggal"), isi)
    catatan = berkas.kini.catatan.pengarsipan or CatatanPengarsipan()
    jalur = jalur_catatan(berkas, "pengarsipan")
    if catatan.arsip is None:
        yield Kurang("isian", (*jalur, "arsip"), {"kunci": "arsip", "berkas": str(jalur[0])})
    else:
        yield from _isian(catatan.arsip, (*jalur, "arsip"), ("nomor", "lokasi", "tanggal"))


def kurang_wewenang(
    berkas: Berkas, no: int, nama: str, hari: date, jalur: Path, unit: str | None = None
) -> Iterator[Kurang]:
    if berwenang(berkas, no, nama, hari, unit) is None:
        yield Kurang("wewenang", jalur, {"langkah": str(no), "nama": nama, "tanggal": hari.isoformat()})


def _isian(model: Model, jalur: Path, wajib: tuple[str, ...]) -> Iterator[Kurang]:
    """The keys that must be filled in and are not."""
    for kunci in wajib:
        if not getattr(model, kunci):
            yield Kurang("isian", (*jalur, kunci), {"kunci": kunci, "berkas": str(jalur[0])})


def _rapat(berkas: Berkas) -> Rapat:
    return berkas.kini.rapat.isi if berkas.kini.rapat else Rapat()


def _jalur_rapat(berkas: Berkas) -> Path:
    return (berkas.kini.rapat.berkas if berkas.kini.rapat else f"{folder(berkas)}/rapat.yaml",)


def jalur_catatan(berkas: Berkas, kunci: str) -> Path:
    return (berkas_langkah(berkas), kunci)


def berkas_langkah(berkas: Berkas) -> str:
    """The file of the period's records, also where it is not there yet."""
    return berkas.kini.langkah.berkas if berkas.kini.langkah else f"{folder(berkas)}/langkah.yaml"


def folder(berkas: Berkas) -> str:
    """The folder of the period, relative to the root."""
    return f"data/{berkas.periode.tahun}/tw{berkas.periode.tw}"


def semua_validasi(berkas: Berkas) -> Iterator[tuple[Path, ValidasiIndikator]]:
    """Every validated indikator with the path of the round that counts."""
    for file in berkas.kini.validasi:
        for v, validasi in enumerate(file.isi.validasi):
            akhir = max((p for p, putaran in enumerate(validasi.putaran) if putaran.hasil), default=0)
            yield (file.berkas, "validasi", v, "putaran", akhir), validasi
