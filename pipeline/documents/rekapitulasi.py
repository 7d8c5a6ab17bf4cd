"""The rekapitulasi data dan informasi: as the units reported it (SOP step 3), and after the meeting (step 4).

Sums and percentages come measured; it refuses to judge, so that no capaian stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.arti import Arti
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
    """One indikator as its unit reported it, and what the meeting made of that."""

    nomor: Annotated[str, Arti("Nomor urut, bersambung antarunit")]
    kode: Annotated[str, Arti("Kode indikator")]
    indikator: Annotated[str, Arti("Nama indikator")]
    satuan: Annotated[str, Arti("Satuan ukur indikator")]
    target_tahun: Annotated[str, Arti("Target setahun")]
    target_tw: Annotated[str, Arti("Target s.d. triwulan")]
    realisasi_triwulan: Annotated[str, Arti("Realisasi triwulan ini saja, sebagaimana dilaporkan unit")]
    rincian: Annotated[str, Arti("Pembilang dan penyebut yang dilaporkan, seperti “541 / 608”", boleh_kosong=True)]
    realisasi: Annotated[str, Arti("Realisasi s.d. triwulan; sesudah rapat: hasil koreksi")]
    bukti: Annotated[str, Arti("Kata “ada” dengan nama bukti dukung, “belum ada”, atau tanda “–”")]
    penjelasan: Annotated[str, Arti("Penjelasan unit tentang nilai itu", boleh_kosong=True)]
    dikoreksi: Annotated[bool, Arti("Ya bila rapat mengoreksi realisasi indikator ini")]
    menjadi: Annotated[str, Arti("Realisasi triwulan ini sesudah koreksi, atau tanda “–”")]
    rincian_menjadi: Annotated[str, Arti("Pembilang dan penyebut sesudah koreksi", boleh_kosong=True)]
    alasan: Annotated[str, Arti("Alasan koreksi, atau tanda “–”")]


@dataclass(frozen=True, slots=True)
class KelompokData:
    """The indikator of one unit."""

    unit: Annotated[str, Arti("Nama unit kerja")]
    baris: Annotated[tuple[BarisData, ...], Arti("Indikator yang menjadi tanggung jawab unit itu")]


@dataclass(frozen=True, slots=True)
class BarisBelanja:
    """One lowest budget row."""

    kode: Annotated[str, Arti("Kode program, kegiatan, atau sub kegiatan")]
    nama: Annotated[str, Arti("Nama program, kegiatan, atau sub kegiatan")]
    pagu: Annotated[str, Arti("Pagu yang berlaku", satuan="rupiah")]
    realisasi: Annotated[str, Arti("Realisasi anggaran s.d. triwulan", satuan="rupiah")]
    serapan: Annotated[str, Arti("Realisasi terhadap pagu", satuan="persen")]
    penjelasan: Annotated[str, Arti("Penjelasan unit tentang realisasi anggaran", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class KelompokBelanja:
    """The budget rows of one unit and their sum."""

    unit: Annotated[str, Arti("Nama unit kerja")]
    baris: Annotated[tuple[BarisBelanja, ...], Arti("Baris anggaran terendah unit itu")]
    pagu: Annotated[str, Arti("Jumlah pagu unit", satuan="rupiah")]
    realisasi: Annotated[str, Arti("Jumlah realisasi anggaran unit s.d. triwulan", satuan="rupiah")]
    serapan: Annotated[str, Arti("Realisasi terhadap pagu unit", satuan="persen")]


@dataclass(frozen=True, slots=True)
class Belanja:
    """The budget and its sum."""

    kalimat: Annotated[str, Arti("Kalimat realisasi anggaran Badan terhadap pagu")]
    belum: Annotated[str, Arti("Kalimat unit yang belum mengisi realisasi anggaran", boleh_kosong=True)]
    kelompok: Annotated[tuple[KelompokBelanja, ...], Arti("Baris anggaran menurut unit kerja", boleh_kosong=True)]
    pagu: Annotated[str, Arti("Jumlah pagu Badan", satuan="rupiah")]
    realisasi: Annotated[str, Arti("Jumlah realisasi anggaran Badan s.d. triwulan", satuan="rupiah")]
    serapan: Annotated[str, Arti("Realisasi terhadap pagu Badan", satuan="persen")]


@dataclass(frozen=True, slots=True)
class RekapitulasiKonteks:
    """The fields of rekapitulasi-data.docx and rekapitulasi-hasil-rapat.docx."""

    badan: Annotated[str, Arti("Nama lengkap Badan")]
    pemerintah: Annotated[str, Arti("Nama pemerintah daerah")]
    triwulan: Annotated[str, Arti("Triwulan yang diukur, seperti “Triwulan III”")]
    romawi: Annotated[str, Arti("Nomor triwulan dengan angka Romawi, seperti “III”")]
    tahun: Annotated[str, Arti("Tahun yang diukur")]
    kalimat: Annotated[str, Arti("Kalimat banyaknya indikator yang dilaporkan; sesudah rapat, yang dikoreksi")]
    ada_koreksi: Annotated[bool, Arti("Ya bila rapat mengoreksi realisasi")]
    kelompok: Annotated[tuple[KelompokData, ...], Arti("Indikator menurut unit kerja")]
    belanja: Annotated[Belanja, Arti("Realisasi anggaran menurut unit kerja")]
    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal rekapitulasi")]
    kasubbag: Annotated[PenandaTangan, Arti("Penanda tangan: Kasubbag")]


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
