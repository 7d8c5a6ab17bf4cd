"""The tables of performance: the PK with its pagu (Bab II), the wide table and the summary per sasaran (Bab III)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents import bahasa, nilai
from pipeline.documents.baris import (
    BarisHasil,
    BarisPagu,
    BarisPK,
    BarisRingkasan,
    KelompokHasil,
    KelompokPK,
    Perencanaan,
    TabelHasil,
)
from pipeline.domain.hasil import BarisAnggaran, HasilIndikator, HasilSasaran, Pengukuran, Rerata
from pipeline.domain.model import Berkas, PerubahanIndikator, PerubahanPK

_NAMA_KUNCI = {
    "nama": "nama indikator",
    "definisi": "definisi",
    "satuan": "satuan",
    "penanggung_jawab": "penanggung jawab",
    "target": "target",
    "target_renstra": "target akhir Renstra",
    "bobot": "bobot",
    "sumber_data": "sumber data",
    "dasar_hitung": "cara menghitung",
    "penjelasan": "penjelasan target",
}


def nama_unit(berkas: Berkas, kode: str | None) -> str:
    """The unit's name; its kode where the agency lists no such unit."""
    return next((u.nama for u in berkas.badan.isi.unit if u.kode == kode), kode or nilai.KOSONG)


def milik(p: Pengukuran, s: HasilSasaran) -> tuple[HasilIndikator, ...]:
    """The indikator of one sasaran."""
    return tuple(h for h in p.indikator if h.sasaran.kode == s.sasaran.kode)


def predikat(r: Rerata) -> str:
    """The predikat of a mean, or a dash."""
    return r.predikat or nilai.KOSONG


# --- Bab II ------------------------------------------------------------------------------------------------------


def perencanaan(berkas: Berkas, p: Pengukuran) -> Perencanaan:
    """The PK as in force in the period."""
    total = p.total_anggaran
    return Perencanaan(
        dasar=_dasar_pk(berkas),
        kelompok=tuple(_kelompok_pk(p)),
        perubahan=tuple(
            _perubahan(f.isi) for f in sorted(berkas.perubahan, key=lambda f: f.isi.berlaku_tw) if _berlaku(f.isi, p)
        ),
        pagu=tuple(_baris_pagu(b) for b in p.anggaran),
        total_pagu_awal=nilai.rupiah_tabel(total.pagu_awal),
        total_pagu=nilai.rupiah_tabel(total.pagu),
        total_selisih=nilai.rupiah_tabel(total.pagu - total.pagu_awal),
    )


def _dasar_pk(berkas: Berkas) -> str:
    pk = berkas.pk.isi
    tanggal = f" yang ditandatangani pada tanggal {bahasa.tanggal(pk.tanggal)}" if pk.tanggal else ""
    renstra = f", sebagai penjabaran {pk.renstra.nama}" if pk.renstra else ""
    return f"Perjanjian Kinerja Tahun {pk.tahun}{tanggal}{renstra}"


def _kelompok_pk(p: Pengukuran) -> Iterator[KelompokPK]:
    nomor = 0
    for s in p.sasaran:
        baris = []
        for h in milik(p, s):
            nomor += 1
            baris.append(_baris_pk(nomor, h))
        yield KelompokPK(s.sasaran.kode, s.sasaran.nama, tuple(baris))


def _baris_pk(nomor: int, h: HasilIndikator) -> BarisPK:
    t = h.indikator.target
    return BarisPK(
        nomor=str(nomor),
        indikator=f"{h.indikator.kode} {h.indikator.nama}",
        satuan=h.indikator.satuan,
        tahun=nilai.nilai(h.target_tahun),
        tw1=nilai.target(t.tw1, h.indikator),
        tw2=nilai.target(t.tw2, h.indikator),
        tw3=nilai.target(t.tw3, h.indikator),
        tw4=nilai.target(t.tw4, h.indikator),
    )


def _berlaku(perubahan: PerubahanPK, p: Pengukuran) -> bool:
    return perubahan.berlaku_tw <= p.periode.tw


def _perubahan(perubahan: PerubahanPK) -> str:
    """ "Perjanjian Kinerja Perubahan tanggal … berlaku sejak Triwulan III dan mengubah indikator … serta pagu …" """
    tanggal = f" tanggal {bahasa.tanggal(perubahan.tanggal)}" if perubahan.tanggal else ""
    indikator = [f"{i.kode} ({bahasa.gabung(_kunci(i))})" for i in perubahan.indikator]
    bagian = [f"indikator {bahasa.gabung(indikator)}"] if indikator else []
    if perubahan.pagu:
        bagian.append(f"pagu {bahasa.gabung([b.kode for b in perubahan.pagu])}")
    isi = f"mengubah {' serta '.join(bagian)}" if bagian else "tidak mengubah indikator maupun pagu"
    alasan = f" Alasan perubahan: {bahasa.kalimat(perubahan.alasan)}" if perubahan.alasan else ""
    berlaku = bahasa.triwulan(perubahan.berlaku_tw)
    return f"Perjanjian Kinerja Perubahan{tanggal} berlaku sejak {berlaku} dan {isi}.{alasan}"


def _kunci(baris: PerubahanIndikator) -> list[str]:
    return [nama for kunci, nama in _NAMA_KUNCI.items() if getattr(baris, kunci) is not None]


def _baris_pagu(b: BarisAnggaran) -> BarisPagu:
    return BarisPagu(
        program=b.tingkat == 0,
        kegiatan=b.tingkat == 1,
        kode=b.kode,
        nama=b.nama,
        sasaran=b.sasaran or "",
        pagu_awal=nilai.rupiah_tabel(b.nilai.pagu_awal),
        pagu=nilai.rupiah_tabel(b.nilai.pagu),
        selisih=nilai.rupiah_tabel(b.nilai.pagu - b.nilai.pagu_awal),
    )


# --- ringkasan ---------------------------------------------------------------------------------------------------


def baris_ringkasan(p: Pengukuran) -> tuple[BarisRingkasan, ...]:
    """One row a sasaran: how many indikator, how many on target, both means."""
    return tuple(_baris_ringkasan(p, nomor, s) for nomor, s in enumerate(p.sasaran, 1))


def _baris_ringkasan(p: Pengukuran, nomor: int, s: HasilSasaran) -> BarisRingkasan:
    semua = milik(p, s)
    return BarisRingkasan(
        nomor=str(nomor),
        kode=s.sasaran.kode,
        sasaran=s.sasaran.nama,
        indikator=str(len(semua)),
        mencapai=str(sum(h.capaian_tw.mencapai for h in semua)),
        capaian_tw=nilai.angka_atau(s.capaian_tw.nilai),
        predikat_tw=predikat(s.capaian_tw),
        capaian_tahun=nilai.angka_atau(s.capaian_tahun.nilai),
        predikat_tahun=predikat(s.capaian_tahun),
    )


# --- the wide table ----------------------------------------------------------------------------------------------


def tabel_hasil(p: Pengukuran) -> TabelHasil:
    """Every indikator with targets, realisasi and both achievements, the means under each sasaran and at the end."""
    return TabelHasil(
        kelompok=tuple(_kelompok_hasil(p)),
        capaian_tw=nilai.angka_atau(p.capaian_tw.nilai),
        capaian_tahun=nilai.angka_atau(p.capaian_tahun.nilai),
        predikat=predikat(p.capaian_tw),
        cara_tw=f"{nilai.cara_rerata(p.capaian_tw)}.",
        cara_tahun=f"{nilai.cara_rerata(p.capaian_tahun)}.",
        catatan=tuple(c for h in p.indikator for c in catatan_batas(h)),
    )


def _kelompok_hasil(p: Pengukuran) -> Iterator[KelompokHasil]:
    nomor = 0
    for s in p.sasaran:
        baris = []
        for h in milik(p, s):
            nomor += 1
            baris.append(baris_hasil(nomor, h))
        yield KelompokHasil(
            kode=s.sasaran.kode,
            nama=s.sasaran.nama,
            baris=tuple(baris),
            capaian_tw=nilai.angka_atau(s.capaian_tw.nilai),
            capaian_tahun=nilai.angka_atau(s.capaian_tahun.nilai),
            predikat=predikat(s.capaian_tw),
            cara_tw=f"{nilai.cara_rerata(s.capaian_tw)}.",
            cara_tahun=f"{nilai.cara_rerata(s.capaian_tahun)}.",
        )


def baris_hasil(nomor: int, h: HasilIndikator) -> BarisHasil:
    """One indikator as the wide table and the lembar of its unit print it."""
    return BarisHasil(
        nomor=str(nomor),
        kode=h.indikator.kode,
        indikator=h.indikator.nama,
        satuan=h.indikator.satuan,
        target_tahun=nilai.nilai(h.target_tahun),
        target_tw=nilai.nilai(h.target_tw),
        realisasi=nilai.realisasi(h),
        capaian_tw=nilai.capaian(h.capaian_tw),
        capaian_tahun=nilai.capaian(h.capaian_tahun),
        predikat=h.capaian_tw.predikat or nilai.KOSONG,
        tercapai=h.capaian_tw.mencapai,
    )


def catatan_batas(h: HasilIndikator) -> Iterator[str]:
    """ "IK-2.1: tanpa batas 157,30 terhadap target s.d. triwulan dan 130,00 terhadap target tahun" """
    bagian = [
        f"{bahasa.angka(c.tanpa_batas)} {terhadap}"
        for c, terhadap in ((h.capaian_tw, "terhadap target s.d. triwulan"), (h.capaian_tahun, "terhadap target tahun"))
        if c.dibatasi and c.tanpa_batas is not None
    ]
    if bagian:
        yield f"{h.indikator.kode}: tanpa batas {bahasa.gabung(bagian)}"
