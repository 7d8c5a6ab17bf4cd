"""The lembar pemeriksaan (SOP step 8): what the Sekretaris examines, as the data have it; it gives no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.arti import Arti
from pipeline.documents.bagian_rapat import bagian_rapat, bagian_validasi, isi_rapat
from pipeline.documents.bahan import Bahan
from pipeline.documents.kop import Kop, kop
from pipeline.documents.tanda_tangan import PenandaTangan, penanda_tangan_naskah, tempat_tanggal
from pipeline.documents.waktu import rentang
from pipeline.domain.model import CatatanPemeriksaan


@dataclass(frozen=True, slots=True)
class BarisPemeriksaan:
    """One thing that is examined, with what the data say of it."""

    nomor: Annotated[str, Arti("Nomor urut dengan titik")]
    hal: Annotated[str, Arti("Hal yang diperiksa")]
    hasil: Annotated[tuple[str, ...], Arti("Keadaan menurut data, satu kalimat setiap baris")]


@dataclass(frozen=True, slots=True)
class LembarPemeriksaanKonteks:
    """The fields of lembar-pemeriksaan.docx; `disetujui` only once step 8 is done, room to write without `catatan`."""

    kop: Annotated[Kop, Arti("Kop surat Badan")]
    badan: Annotated[str, Arti("Nama lengkap Badan")]
    periode: Annotated[str, Arti("Triwulan dan tahun yang diukur, seperti “Triwulan III Tahun 2026”")]
    waktu: Annotated[str, Arti("Waktu pemeriksaan, atau titik-titik bila belum diperiksa")]
    baris: Annotated[tuple[BarisPemeriksaan, ...], Arti("Setiap hal yang diperiksa")]
    catatan: Annotated[str, Arti("Catatan pemeriksa", boleh_kosong=True)]
    disetujui: Annotated[bool, Arti("Ya bila naskah disetujui untuk disampaikan kepada Kepala Badan")]
    sidik: Annotated[str, Arti("Sidik naskah yang diperiksa", boleh_kosong=True)]
    tempat_tanggal: Annotated[str, Arti("Tempat dan tanggal pemeriksaan")]
    pejabat: Annotated[PenandaTangan, Arti("Penanda tangan: Sekretaris")]


def konteks(bahan: Bahan) -> LembarPemeriksaanKonteks:
    """The lembar of the period: a form before step 8, a record after it."""
    badan, periode = bahan.berkas.badan.isi, bahan.berkas.periode
    langkah, hari = bahan.status.ke(8), bahan.tanggal(8)
    catatan = bahan.berkas.kini.catatan.pemeriksaan or CatatanPemeriksaan()
    return LembarPemeriksaanKonteks(
        kop=kop(badan.badan),
        badan=badan.badan.nama,
        periode=f"{bahasa.triwulan(periode.tw)} Tahun {periode.tahun}",
        waktu=rentang(langkah.mulai, langkah.selesai) if langkah.sudah else bahasa.TITIK_TITIK,
        baris=tuple(BarisPemeriksaan(f"{n}.", hal, hasil) for n, (hal, hasil) in enumerate(_semua(bahan), 1)),
        catatan=bahasa.kalimat(catatan.catatan or ""),
        disetujui=langkah.sudah,
        sidik=catatan.sidik or "",
        tempat_tanggal=tempat_tanggal(badan.badan.tempat, hari),
        pejabat=penanda_tangan_naskah(bahan, 8),
    )


def _semua(bahan: Bahan) -> Iterator[tuple[str, tuple[str, ...]]]:
    p = bahan.pengukuran
    rapat = bagian_rapat(bahan.berkas, p)
    validasi = bagian_validasi(bahan.berkas, p, bahan.peringatan)
    yield "Data dan informasi dari Sekretariat/Bidang", tuple(_laporan(bahan))
    yield "Rapat pembahasan", (rapat.kalimat, rapat.kalimat_hadir)
    yield "Notulen rapat", (_notulen(bahan),)
    yield "Koreksi realisasi oleh rapat", (_koreksi(bahan),)
    yield "Penyusunan dokumen kinerja", (_penyusunan(bahan),)
    yield "Validasi dokumen kinerja", (validasi.kalimat, *_basi(bahan))
    yield "Pemeriksaan otomatis", (validasi.kalimat_peringatan,)
    yield "Rata-rata capaian kinerja", tuple(_rerata(bahan))
    yield "Serapan anggaran", (narasi.kalimat_anggaran(p),)


def _laporan(bahan: Bahan) -> Iterator[str]:
    """ "Bidang Mutasi melaporkan 4 dari 4 indikator." for every unit that has any due."""
    for unit in bahan.berkas.badan.isi.unit:
        milik = [h for h in bahan.pengukuran.indikator if h.indikator.penanggung_jawab == unit.kode]
        wajib = [h for h in milik if h.target_triwulan is not None]
        sudah = sum(nilai.dilaporkan(h) for h in wajib)
        if wajib:
            yield f"{unit.nama} melaporkan {sudah} dari {len(wajib)} indikator."
        elif milik:
            yield f"{unit.nama} tidak mempunyai indikator dengan target pada triwulan ini."


def _notulen(bahan: Bahan) -> str:
    rapat, _, notulen = isi_rapat(bahan.berkas)
    if not rapat.ada_notulen:
        return "Notulen rapat belum dibuat."
    if not notulen.keputusan:
        return "Notulen tidak memuat keputusan."
    banyak, lengkap = len(notulen.keputusan), sum(bool(k.pic and k.batas_waktu) for k in notulen.keputusan)
    bagian = [
        (lengkap, "mempunyai penanggung jawab dan batas waktu"),
        (banyak - lengkap, "belum lengkap penanggung jawab atau batas waktunya"),
    ]
    return narasi.kalimat_rincian(banyak, "keputusan dalam notulen", bagian)


def _koreksi(bahan: Bahan) -> str:
    koreksi = isi_rapat(bahan.berkas)[0].koreksi
    if not koreksi:
        return "Tidak ada realisasi yang dikoreksi."
    return f"Jumlah realisasi yang dikoreksi: {len(koreksi)} ({bahasa.gabung([k.kode for k in koreksi])})."


def _penyusunan(bahan: Bahan) -> str:
    langkah = bahan.status.ke(6)
    if langkah.selesai is None or not langkah.oleh:
        return "Penyusunan dokumen belum dicatat."
    return f"Disusun oleh {bahasa.gabung(langkah.oleh)}, selesai {bahasa.tanggal(langkah.selesai.tanggal)}."


def _basi(bahan: Bahan) -> Iterator[str]:
    basi = bahan.status.ke(7).basi
    if basi:
        yield f"Nilai yang berubah sesudah divalidasi: {bahasa.gabung(basi)}."


def _rerata(bahan: Bahan) -> Iterator[str]:
    p = bahan.pengukuran
    yield narasi.kalimat_capaian(p, p.capaian_tw, p.capaian_tahun, "kinerja")
    yield f"Terhadap target s.d. triwulan: {nilai.cara_rerata(p.capaian_tw)}."
    yield f"Terhadap target tahun: {nilai.cara_rerata(p.capaian_tahun)}."
