"""The rekapitulasi data dan informasi: as the units reported it (SOP step 3), and after the meeting (step 4).

Sums and percentages come measured; it refuses to judge, so that no capaian stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.bagian_rapat import hari_rapat, isi_rapat, kalimat_koreksi
from pipeline.documents.bahan import Bahan
from pipeline.documents.keuangan import kalimat_belum, realisasi_tercetak
from pipeline.documents.tabel_kinerja import nama_unit
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan, tempat_tanggal
from pipeline.domain.anggaran import isian_anggaran, serapan_unit
from pipeline.domain.hasil import BarisAnggaran, HasilIndikator, Pengukuran
from pipeline.domain.model import Berkas, IsianRealisasi, Koreksi, Pecahan
from pipeline.domain.pengukuran import ukur


@dataclass(frozen=True, slots=True)
class BarisData:
    """One indikator as its unit reported it, and what the meeting made of that.

    `realisasi_triwulan` is the quarter's own value as it was typed, `rincian` "541 / 608" where it is a ratio, else
    empty; `realisasi` is s.d. the quarter, after the meeting the corrected one. `bukti` says whether there is evidence
    and names it, `penjelasan` is what the unit said of the value or of its absence (may be empty). Where not
    `dikoreksi`, `menjadi` and `alasan` are dashes and `rincian_menjadi` is empty.
    """

    nomor: str
    kode: str
    indikator: str
    satuan: str
    target_tahun: str
    target_tw: str
    realisasi_triwulan: str
    rincian: str
    realisasi: str
    bukti: str
    penjelasan: str
    dikoreksi: bool
    menjadi: str
    rincian_menjadi: str
    alasan: str


@dataclass(frozen=True, slots=True)
class KelompokData:
    """The indikator of one unit."""

    unit: str
    baris: tuple[BarisData, ...]


@dataclass(frozen=True, slots=True)
class BarisBelanja:
    """One lowest budget row; `penjelasan` may be empty."""

    kode: str
    nama: str
    pagu: str
    realisasi: str
    serapan: str
    penjelasan: str


@dataclass(frozen=True, slots=True)
class KelompokBelanja:
    """The budget rows of one unit and their sum."""

    unit: str
    baris: tuple[BarisBelanja, ...]
    pagu: str
    realisasi: str
    serapan: str


@dataclass(frozen=True, slots=True)
class Belanja:
    """The budget and its sum. `kelompok` is empty where the PK names none, `belum` where no unit owes anything."""

    kalimat: str
    belum: str
    kelompok: tuple[KelompokBelanja, ...]
    pagu: str
    realisasi: str
    serapan: str


@dataclass(frozen=True, slots=True)
class RekapitulasiKonteks:
    """The fields of rekapitulasi-data.docx and rekapitulasi-hasil-rapat.docx; `romawi` is "III".

    `kalimat` says how much was reported, after the meeting how much it corrected.
    """

    badan: str
    pemerintah: str
    triwulan: str
    romawi: str
    tahun: str
    kalimat: str
    ada_koreksi: bool
    kelompok: tuple[KelompokData, ...]
    belanja: Belanja
    tempat_tanggal: str
    kasubbag: PenandaTangan


def konteks(bahan: Bahan) -> RekapitulasiKonteks:
    """What the units reported, before this quarter's meeting corrected any of it; earlier quarters' koreksi stay."""
    berkas = tanpa_koreksi(bahan.berkas)
    p = ukur(berkas)
    catatan = berkas.kini.catatan.undangan
    hari = (catatan.rekapitulasi if catatan else None) or bahan.tanggal(3)
    return _rekapitulasi(berkas, p, p, _kalimat_dilaporkan(p), hari)


def konteks_hasil_rapat(bahan: Bahan) -> RekapitulasiKonteks:
    """What the meeting made of it: every value as reported and as corrected."""
    berkas = bahan.berkas
    semula = ukur(tanpa_koreksi(berkas))
    kalimat = kalimat_koreksi(isi_rapat(berkas)[0])
    return _rekapitulasi(berkas, bahan.pengukuran, semula, kalimat, hari_rapat(bahan))


def tanpa_koreksi(berkas: Berkas) -> Berkas:
    """The same inputs as they were before the meeting of the period."""
    kini = berkas.kini
    if kini.rapat is None:
        return berkas
    rapat = replace(kini.rapat, isi=kini.rapat.isi.model_copy(update={"koreksi": ()}))
    return replace(berkas, triwulan=(*berkas.triwulan[:-1], replace(kini, rapat=rapat)))


def _rekapitulasi(
    berkas: Berkas, p: Pengukuran, semula: Pengukuran, kalimat: str, hari: date | None
) -> RekapitulasiKonteks:
    badan, periode = berkas.badan.isi.badan, berkas.periode
    return RekapitulasiKonteks(
        badan=badan.nama,
        pemerintah=badan.pemerintah,
        triwulan=bahasa.triwulan(periode.tw),
        romawi=periode.romawi,
        tahun=str(periode.tahun),
        kalimat=kalimat,
        ada_koreksi=any(h.koreksi for h in p.indikator),
        kelompok=tuple(_kelompok_data(berkas, p, semula)),
        belanja=_belanja(berkas, p),
        tempat_tanggal=tempat_tanggal(badan.tempat, hari),
        kasubbag=penanda_tangan(berkas.badan.isi, "kasubbag", hari or periode.hari_terakhir),
    )


# --- indikator ---------------------------------------------------------------------------------------------------


def _kalimat_dilaporkan(p: Pengukuran) -> str:
    """ "Dari 13 indikator, 12 sudah dilaporkan dan 1 tidak mempunyai target pada Triwulan III." """
    sudah = sum(nilai.dilaporkan(h) for h in p.indikator)
    belum = sum(_ditunggu(h) for h in p.indikator)
    bagian = [
        (sudah, "sudah dilaporkan"),
        (belum, "belum diisi"),
        (len(p.indikator) - sudah - belum, f"tidak mempunyai target pada Triwulan {p.periode.romawi}"),
    ]
    return narasi.kalimat_rincian(len(p.indikator), "indikator", bagian)


def _ditunggu(h: HasilIndikator) -> bool:
    return h.target_triwulan is not None and not nilai.dilaporkan(h)


def _kelompok_data(berkas: Berkas, p: Pengukuran, semula: Pengukuran) -> Iterator[KelompokData]:
    """The indikator of every unit that has any, in the agency's order of units, numbered through."""
    nomor = 0
    for kode in _unit(berkas, [h.indikator.penanggung_jawab for h in p.indikator]):
        baris = []
        for h in p.indikator:
            if h.indikator.penanggung_jawab == kode:
                nomor += 1
                baris.append(_baris_data(nomor, h, semula.hasil(h.indikator.kode)))
        yield KelompokData(nama_unit(berkas, kode), tuple(baris))


def _unit(berkas: Berkas, pemilik: list[str | None]) -> list[str | None]:
    """Those of the owners that there are, in the agency's order, any unknown one last."""
    urut: dict[str | None, None] = dict.fromkeys(u.kode for u in berkas.badan.isi.unit)
    return [kode for kode in dict.fromkeys([*urut, *pemilik]) if kode in pemilik]


def _baris_data(nomor: int, h: HasilIndikator, semula: HasilIndikator) -> BarisData:
    isian, koreksi = h.isian, h.koreksi
    return BarisData(
        nomor=str(nomor),
        kode=h.indikator.kode,
        indikator=h.indikator.nama,
        satuan=h.indikator.satuan,
        target_tahun=nilai.nilai(h.target_tahun),
        target_tw=nilai.nilai(h.target_tw),
        realisasi_triwulan=nilai.realisasi_triwulan(semula),
        rincian=_rincian(isian),
        realisasi=nilai.realisasi(h),
        bukti=_bukti(h),
        penjelasan=bahasa.kalimat(isian.penjelasan) if isian and isian.penjelasan else "",
        dikoreksi=koreksi is not None,
        menjadi=nilai.nilai(h.realisasi_triwulan) if koreksi else nilai.KOSONG,
        rincian_menjadi=_rincian_koreksi(koreksi),
        alasan=bahasa.kalimat(koreksi.alasan) if koreksi else nilai.KOSONG,
    )


def _rincian(isian: IsianRealisasi | None) -> str:
    """The typed parts of a ratio; empty where the value is none or a part is missing."""
    if isian is None or isian.pembilang is None or isian.penyebut is None:
        return ""
    return nilai.nilai(Pecahan(pembilang=isian.pembilang, penyebut=isian.penyebut))


def _rincian_koreksi(koreksi: Koreksi | None) -> str:
    return nilai.nilai(koreksi.menjadi) if koreksi and isinstance(koreksi.menjadi, Pecahan) else ""


def _bukti(h: HasilIndikator) -> str:
    """Whether evidence was handed in, and what it is; a dash where none is due."""
    bukti = h.isian.bukti if h.isian else ()
    if bukti:
        return f"ada: {'; '.join(bahasa.tanpa_titik(b.uraian) for b in bukti)}"
    return "belum ada" if h.isian or _ditunggu(h) else nilai.KOSONG


# --- anggaran ----------------------------------------------------------------------------------------------------


def _belanja(berkas: Berkas, p: Pengukuran) -> Belanja:
    total = p.total_anggaran
    return Belanja(
        kalimat=narasi.kalimat_anggaran(p),
        belum=kalimat_belum(berkas, p),
        kelompok=tuple(_kelompok_belanja(berkas, p)),
        pagu=nilai.rupiah_tabel(total.pagu),
        realisasi=realisasi_tercetak(total),
        serapan=nilai.angka_atau(total.serapan),
    )


def _kelompok_belanja(berkas: Berkas, p: Pengukuran) -> Iterator[KelompokBelanja]:
    terendah = [b for b in p.anggaran if b.terendah]
    for kode in _unit(berkas, [b.unit for b in terendah]):
        jumlah = serapan_unit(berkas, p.kebijakan.pembulatan, kode)
        yield KelompokBelanja(
            unit=nama_unit(berkas, kode),
            baris=tuple(_baris_belanja(berkas, b) for b in terendah if b.unit == kode),
            pagu=nilai.rupiah_tabel(jumlah.pagu),
            realisasi=realisasi_tercetak(jumlah),
            serapan=nilai.angka_atau(jumlah.serapan),
        )


def _baris_belanja(berkas: Berkas, b: BarisAnggaran) -> BarisBelanja:
    isian = isian_anggaran(berkas, b.kode)
    penjelasan = isian[1].penjelasan if isian else None
    return BarisBelanja(
        kode=b.kode,
        nama=b.nama,
        pagu=nilai.rupiah_tabel(b.nilai.pagu),
        realisasi=realisasi_tercetak(b.nilai),
        serapan=nilai.angka_atau(b.nilai.serapan),
        penjelasan=bahasa.kalimat(penjelasan) if penjelasan else "",
    )
