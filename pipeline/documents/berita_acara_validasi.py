"""The berita acara of the validation (SOP step 7): what each unit found of its indikator, and who signs for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.documents import bahasa, nilai
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
    """One indikator with its last round; `putaran` counts the rounds, `hasil` says so where there is none yet."""

    nomor: str
    kode: str
    indikator: str
    target_tw: str
    realisasi: str
    putaran: str
    hasil: str
    catatan: str


@dataclass(frozen=True, slots=True)
class UnitBeritaAcara:
    """What one unit validated; `baris` is empty where it has no indikator."""

    nama: str
    kalimat: str
    baris: tuple[BarisBeritaAcara, ...]


@dataclass(frozen=True, slots=True)
class BarisValidator:
    """Who signs for a unit: dots where nobody validated yet; `kiri` says on which side of the column he signs."""

    nomor: str
    nama: str
    nip: str
    unit: str
    kiri: bool


@dataclass(frozen=True, slots=True)
class BeritaAcaraValidasiKonteks:
    """The fields of berita-acara-validasi.docx; `hari` is "Selasa tanggal dua puluh …" with dots before a first round.

    `nomor` is that of langkah.yaml, else room for one in the agency's pattern; `periode` "Triwulan III Tahun 2026".
    """

    kop: Kop
    nomor: str
    hari: str
    tempat: str
    periode: str
    kalimat: str
    unit: tuple[UnitBeritaAcara, ...]
    validator: tuple[BarisValidator, ...]
    mengetahui: PenandaTangan


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
