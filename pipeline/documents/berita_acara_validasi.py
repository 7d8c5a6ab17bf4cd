"""The berita acara of the validation (SOP step 7): what each unit found of its indikator, and who signs for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pipeline.documents import bahasa, nilai
from pipeline.documents.arti import Arti
from pipeline.documents.bagian_rapat import bagian_validasi, kalimat_validasi
from pipeline.documents.bahan import Bahan
from pipeline.documents.baris import BarisValidasi
from pipeline.documents.kop import Kop, kop
from pipeline.documents.surat_pengantar import ruang_nomor
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan
from pipeline.domain.berlaku import indikator_berlaku
from pipeline.domain.gerbang import semua_validasi
from pipeline.domain.hasil import HasilIndikator
from pipeline.domain.model import Berkas, Disetujui, PutaranValidasi, Unit
from pipeline.domain.wewenang import LANGKAH_VALIDASI, berwenang

BELUM_DIVALIDASI = "belum divalidasi"
_RUANG = "……………"


@dataclass(frozen=True, slots=True)
class BarisBeritaAcara:
    """One indikator with its last round."""

    nomor: Annotated[str, Arti("Nomor urut")]
    kode: Annotated[str, Arti("Kode indikator")]
    indikator: Annotated[str, Arti("Nama indikator")]
    target_tw: Annotated[str, Arti("Target s.d. triwulan yang divalidasi")]
    realisasi: Annotated[str, Arti("Realisasi s.d. triwulan yang divalidasi")]
    putaran: Annotated[str, Arti("Banyaknya putaran validasi", satuan="putaran")]
    hasil: Annotated[str, Arti("Hasil putaran terakhir, atau “belum divalidasi”")]
    catatan: Annotated[str, Arti("Catatan, bukti, dan tindak lanjut putaran terakhir, atau tanda “–”")]


@dataclass(frozen=True, slots=True)
class UnitBeritaAcara:
    """What one unit validated."""

    nama: Annotated[str, Arti("Nama unit kerja")]
    kalimat: Annotated[str, Arti("Kalimat hasil validasi unit itu")]
    baris: Annotated[
        tuple[BarisBeritaAcara, ...], Arti("Indikator yang menjadi tanggung jawab unit itu", boleh_kosong=True)
    ]


@dataclass(frozen=True, slots=True)
class BarisValidator:
    """Who signs for a unit; signatures stand left and right in turn, so that they do not touch."""

    nomor: Annotated[str, Arti("Nomor urut dengan titik")]
    nama: Annotated[str, Arti("Nama validator, atau titik-titik bila belum ada")]
    nip: Annotated[str, Arti("NIP yang dikelompokkan, didahului “NIP.”")]
    unit: Annotated[str, Arti("Nama unit kerja")]
    kiri: Annotated[bool, Arti("Ya bila nomor pada kolom tanda tangan berdiri di sebelah kiri")]


@dataclass(frozen=True, slots=True)
class BeritaAcaraValidasiKonteks:
    """The fields of berita-acara-validasi.docx; `hari` has dots before a first round.

    `nomor` is that of langkah.yaml, else room for one in the agency's pattern.
    """

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    nomor: Annotated[str, Arti("Nomor berita acara")]
    hari: Annotated[str, Arti("Hari dan tanggal validasi dengan terbilang")]
    tempat: Annotated[str, Arti("Kota tempat validasi")]
    periode: Annotated[str, Arti("Triwulan dan tahun yang diukur, seperti “Triwulan III Tahun 2026”")]
    kalimat: Annotated[str, Arti("Kalimat hasil validasi seluruh indikator")]
    unit: Annotated[tuple[UnitBeritaAcara, ...], Arti("Hasil validasi menurut unit kerja")]
    validator: Annotated[tuple[BarisValidator, ...], Arti("Validator yang menandatangani berita acara")]
    mengetahui: Annotated[PenandaTangan, Arti("Penanda tangan yang mengetahui: Sekretaris")]


def konteks(bahan: Bahan) -> BeritaAcaraValidasiKonteks:
    """The berita acara of the day of the last round."""
    berkas, periode, badan = bahan.berkas, bahan.berkas.periode, bahan.berkas.badan.isi
    selesai = bahan.status.ke(LANGKAH_VALIDASI).selesai
    hari = selesai.tanggal if selesai else None
    dicatat = berkas.kini.catatan.berita_acara
    return BeritaAcaraValidasiKonteks(
        kop=kop(badan.badan),
        nomor=(dicatat.nomor if dicatat else None) or ruang_nomor(badan.badan, periode),
        hari=bahasa.tanggal_terbilang(hari) if hari else _tanpa_hari(),
        tempat=badan.badan.tempat,
        periode=f"{bahasa.triwulan(periode.tw)} Tahun {periode.tahun}",
        kalimat=kalimat_validasi(berkas, bahan.pengukuran),
        unit=tuple(_unit(bahan)),
        validator=tuple(_validator(berkas)),
        mengetahui=penanda_tangan(badan, "sekretaris", hari or periode.hari_terakhir),
    )


def _tanpa_hari() -> str:
    return f"{_RUANG} tanggal {_RUANG} bulan {_RUANG} tahun {_RUANG}"


# --- what was validated ------------------------------------------------------------------------------------------


def _unit(bahan: Bahan) -> Iterator[UnitBeritaAcara]:
    """Every unit with the sentence that Bab IV says of it, and the last round of each of its indikator."""
    bagian = bagian_validasi(bahan.berkas, bahan.pengukuran, ())
    putaran: dict[str, list[BarisValidasi]] = {}
    for baris in (b for u in bagian.unit for b in u.baris if b.hasil != nilai.BELUM_DIISI):
        putaran.setdefault(baris.kode, []).append(baris)
    disetujui = {v.kode: v.selesai[-1].disetujui for _, v in semua_validasi(bahan.berkas) if v.selesai}
    basi = bahan.status.ke(LANGKAH_VALIDASI).basi
    for unit, tercetak in zip(bahan.berkas.badan.isi.unit, bagian.unit, strict=True):
        milik = [h for h in bahan.pengukuran.indikator if h.indikator.penanggung_jawab == unit.kode]
        divalidasi = tuple(_baris(n, h, putaran, disetujui, basi) for n, h in enumerate(milik, 1))
        yield UnitBeritaAcara(unit.nama, tercetak.kalimat, divalidasi)


def _baris(
    nomor: int,
    h: HasilIndikator,
    putaran: Mapping[str, list[BarisValidasi]],
    disetujui: Mapping[str, Disetujui | None],
    basi: tuple[str, ...],
) -> BarisBeritaAcara:
    kode = h.indikator.kode
    semua, dulu = putaran.get(kode, []), disetujui.get(kode) or Disetujui()
    hasil = semua[-1].hasil if semua else BELUM_DIVALIDASI
    return BarisBeritaAcara(
        nomor=str(nomor),
        kode=kode,
        indikator=h.indikator.nama,
        target_tw=_tercetak(dulu.target) or nilai.nilai(h.target_tw),
        realisasi=_tercetak(dulu.realisasi) or nilai.realisasi(h),
        putaran=str(len(semua)) if semua else nilai.KOSONG,
        hasil=f"{hasil}; nilainya berubah sesudah divalidasi" if kode in basi else hasil,
        catatan=semua[-1].catatan if semua else nilai.KOSONG,
    )


def _tercetak(disetujui: str | None) -> str:
    """A recorded value as documents print it: "88.98" is 88,98, "76.61-88.30" 76,61–88,30, "-" a dash."""
    angka = _ANGKA.fullmatch(disetujui or "")
    if angka is None:
        return nilai.KOSONG if disetujui == "-" else disetujui or ""
    return "–".join(bahasa.angka(Decimal(satu)) for satu in angka.groups() if satu)


_ANGKA = re.compile(r"(-?\d+(?:\.\d+)?)(?:-(-?\d+(?:\.\d+)?))?")


# --- who signs ---------------------------------------------------------------------------------------------------


def _validator(berkas: Berkas) -> Iterator[BarisValidator]:
    nomor = 0
    for unit in berkas.badan.isi.unit:
        for nama, nip in _penanda_tangan(berkas, unit):
            nomor += 1
            yield BarisValidator(f"{nomor}.", nama, nip, unit.nama, kiri=nomor % 2 == 1)


def _penanda_tangan(berkas: Berkas, unit: Unit) -> list[tuple[str, str]]:
    """Name and NIP of everybody who validated for a unit; room for one where nobody did and somebody should."""
    ada: dict[str, str] = {}
    for file in (f for f in berkas.kini.validasi if f.isi.unit == unit.kode):
        for putaran in (p for v in file.isi.validasi for p in v.selesai if p.validator):
            ada.setdefault(putaran.validator or "", _nip(berkas, unit, putaran))
    berutang = any(b.indikator.penanggung_jawab == unit.kode for b in indikator_berlaku(berkas))
    return list(ada.items()) or ([(bahasa.TITIK_TITIK, f"NIP. {bahasa.TITIK_TITIK}")] if berutang else [])


def _nip(berkas: Berkas, unit: Unit, putaran: PutaranValidasi) -> str:
    hari: date = putaran.tanggal or berkas.periode.hari_terakhir
    pejabat = berwenang(berkas, LANGKAH_VALIDASI, putaran.validator or "", hari, unit.kode)
    return f"NIP. {bahasa.nip(pejabat.nip) if pejabat else bahasa.TITIK_TITIK}"
