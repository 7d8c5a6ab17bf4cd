"""An indikator's own section of Bab III: what it means, how its number came about, how it compares and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.documents import bahasa, narasi, nilai
from pipeline.documents.baris import BagianIndikator, BagianSasaran, BarisBanding, BarisTindakLanjut
from pipeline.documents.hitungan import hitungan_capaian, hitungan_realisasi
from pipeline.documents.tabel_kinerja import milik, nama_unit
from pipeline.domain.berlaku import skala_label
from pipeline.domain.hasil import Capaian, HasilIndikator, HasilSasaran, Keadaan, Nilai, Pengukuran
from pipeline.domain.model import Berkas, Bukti, Indikator, Koreksi, TindakLanjut

_ARAH = {"naik": "makin besar makin baik", "turun": "makin kecil makin baik", "dalam": "baik hanya di dalam rentang"}
_AKUMULASI = {
    "jumlah": "angka tiap triwulan dijumlahkan",
    "kumulatif": "angka sudah s.d. triwulan",
    "posisi": "keadaan pada akhir triwulan",
}


def bagian_sasaran(berkas: Berkas, riwayat: Sequence[Pengukuran]) -> tuple[BagianSasaran, ...]:
    """The sections of Bab III. `riwayat` holds the year's measurements up to the period, each of its own data."""
    p = riwayat[-1]
    return tuple(
        BagianSasaran(
            kode=s.sasaran.kode,
            nama=s.sasaran.nama,
            kalimat=_kalimat_sasaran(p, s),
            indikator=tuple(_bagian(berkas, riwayat, h) for h in milik(p, s)),
        )
        for s in p.sasaran
    )


def _kalimat_sasaran(p: Pengukuran, s: HasilSasaran) -> str:
    capaian = narasi.kalimat_capaian(p, s.capaian_tw, s.capaian_tahun, "sasaran ini")
    return f"{narasi.kalimat_indikator(p, milik(p, s))} {capaian}"


def _bagian(berkas: Berkas, riwayat: Sequence[Pengukuran], h: HasilIndikator) -> BagianIndikator:
    p, i, isian = riwayat[-1], h.indikator, h.isian
    label = _label(berkas, i)
    tanpa = sebutan_kosong(h)
    lalu = tuple(q.hasil(i.kode).realisasi_triwulan for q in riwayat)
    return BagianIndikator(
        kode=i.kode,
        nama=i.nama,
        satuan=i.satuan,
        definisi=i.definisi or "",
        penanggung_jawab=nama_unit(berkas, i.penanggung_jawab),
        sifat=f"{i.jenis_target}, {_ARAH[i.arah]}, {_akumulasi(i)}",
        sumber_data=i.sumber_data or "",
        dasar_hitung=i.dasar_hitung or "",
        program="; ".join(_program(p, kode) for kode in i.program),
        kalimat=narasi.kalimat_hasil(p, h),
        pembilang=_bagian_pecahan(i.pembilang, h.pembilang, h),
        penyebut=_bagian_pecahan(i.penyebut, h.penyebut, h),
        hitungan_realisasi=hitungan_realisasi(h, lalu),
        hitungan_tw=hitungan_capaian(h, h.target_tw, h.capaian_tw, p.kebijakan, label) or _keadaan(h.capaian_tw),
        hitungan_tahun=hitungan_capaian(h, h.target_tahun, h.capaian_tahun, p.kebijakan, label)
        or _keadaan(h.capaian_tahun),
        target_triwulan=nilai.bersatuan(h.target_triwulan, i.satuan),
        realisasi_triwulan=_bersatuan(nilai.realisasi_triwulan(h), h.realisasi_triwulan, i.satuan),
        target_tw=nilai.bersatuan(h.target_tw, i.satuan),
        realisasi=_bersatuan(nilai.realisasi(h), None if h.belum else h.realisasi, i.satuan),
        koreksi=kalimat_koreksi(h.koreksi) if h.koreksi else "",
        penjelasan=(isian.penjelasan or "") if isian else "",
        banding=tuple(_banding(berkas, riwayat, h)),
        kalimat_banding=narasi.kalimat_banding(p, h),
        faktor_pendorong=isian.faktor_pendorong if isian else (),
        faktor_penghambat=isian.faktor_penghambat if isian else (),
        tindak_lanjut=tuple(_tindak_lanjut(n, t) for n, t in enumerate(isian.tindak_lanjut if isian else (), 1)),
        tanpa_pendorong=f"Faktor pendorong {tanpa[0]}.",
        tanpa_penghambat=f"Faktor penghambat {tanpa[0]}.",
        tanpa_tindak_lanjut=f"Tindak lanjut untuk indikator ini {tanpa[1]}.",
        dilaporkan=isian is not None,
        kalimat_isian=_kalimat_isian(p, h),
        bukti=tuple(_bukti(b) for b in (isian.bukti if isian else ()))
        or (nilai.BELUM_DIISI if isian else nilai.KOSONG,),
        sumber=", ".join(dict.fromkeys(str(jalur[0]) for jalur in h.sumber)),
    )


def sebutan_kosong(h: HasilIndikator) -> tuple[str, str]:
    """What an empty list of factors and of follow-ups means: owed below target and without realisasi, else nothing."""
    if h.belum or (h.capaian_tw.terhitung and not h.capaian_tw.mencapai):
        return nilai.BELUM_DIISI, nilai.BELUM_DIISI
    return "tidak dilaporkan", "tidak direncanakan"


def _kalimat_isian(p: Pengukuran, h: HasilIndikator) -> str:
    """Why nothing is said of factors and follow-ups; empty where the unit reported."""
    if h.isian is not None:
        return ""
    hal = "Faktor pendorong, faktor penghambat, dan tindak lanjut"
    if h.target_triwulan is None:
        return f"{hal} tidak dilaporkan karena indikator ini tidak mempunyai target pada Triwulan {p.periode.romawi}."
    return f"{hal} belum diisi."


def _label(berkas: Berkas, i: Indikator) -> Mapping[str, Decimal]:
    skala = skala_label(berkas.badan.isi, i.skala_label)
    return skala.label if skala else {}


def _akumulasi(i: Indikator) -> str:
    if i.pecahan and i.akumulasi == "jumlah":
        return "pembilang dan penyebut tiap triwulan dijumlahkan"
    return _AKUMULASI[i.akumulasi]


def _program(p: Pengukuran, kode: str) -> str:
    return next((f"{b.kode} {b.nama}" for b in p.anggaran if b.kode == kode), kode)


def _bagian_pecahan(uraian: str | None, n: Decimal | None, h: HasilIndikator) -> str:
    """The part with its number; empty where the indikator is no ratio or no part was due or typed."""
    if uraian is None or not h.indikator.pecahan or (n is None and not h.belum):
        return ""
    return f"{uraian}: {nilai.BELUM_DIISI if n is None or h.belum else bahasa.angka(n)}"


def _keadaan(c: Capaian) -> str:
    """Why there is no number, with the file that owes it."""
    if c.terhitung:
        return ""
    return c.catatan if c.catatan and c.keadaan is Keadaan.BELUM_DIISI else nilai.alasan(c.keadaan, c.catatan)


def _bersatuan(teks: str, n: Nilai, satuan: str) -> str:
    return teks if n is None else nilai.bersatuan(n, satuan)


def kalimat_koreksi(k: Koreksi) -> str:
    """ "Rapat pembahasan mengoreksi realisasi dari 21 menjadi 23. Alasan: …" """
    return (
        f"Rapat pembahasan mengoreksi realisasi triwulan ini dari {nilai.nilai(k.semula)} "
        f"menjadi {nilai.nilai(k.menjadi)}. Alasan: {bahasa.kalimat(k.alasan)}"
    )


def _banding(berkas: Berkas, riwayat: Sequence[Pengukuran], h: HasilIndikator) -> Iterator[BarisBanding]:
    """Earlier quarters with the target that was in force then, this one, last year, the Renstra's end."""
    i, tahun = h.indikator, berkas.periode.tahun
    if i.realisasi_tahun_lalu is not None:
        yield BarisBanding(
            f"Tahun {tahun - 1}", nilai.KOSONG, nilai.target(i.realisasi_tahun_lalu, i), nilai.KOSONG, nilai.KOSONG
        )
    for q in riwayat:
        dulu = q.hasil(i.kode)
        yield BarisBanding(
            waktu=f"s.d. {bahasa.triwulan(q.periode.tw)} {tahun}",
            target=nilai.nilai(dulu.target_tw),
            realisasi=nilai.realisasi(dulu),
            capaian=_capaian(dulu.capaian_tw),
            predikat=dulu.capaian_tw.predikat or nilai.KOSONG,
        )
    yield BarisBanding(
        waktu=f"Target tahun {tahun}",
        target=nilai.nilai(h.target_tahun),
        realisasi=nilai.realisasi(h),
        capaian=_capaian(h.capaian_tahun),
        predikat=h.capaian_tahun.predikat or nilai.KOSONG,
    )
    if i.target_renstra is not None:
        renstra = berkas.pk.isi.renstra
        akhir = f"Akhir Renstra ({renstra.tahun_akhir})" if renstra else "Akhir Renstra"
        yield BarisBanding(akhir, nilai.target(i.target_renstra, i), nilai.KOSONG, nilai.KOSONG, nilai.KOSONG)


def _capaian(c: Capaian) -> str:
    """The printed capaian; the uncapped value stays visible where the cap changed it."""
    if c.nilai is None or c.tanpa_batas is None or not c.dibatasi:
        return nilai.capaian(c)
    return f"{bahasa.angka(c.nilai)} (tanpa batas {bahasa.angka(c.tanpa_batas)})"


def _tindak_lanjut(nomor: int, t: TindakLanjut) -> BarisTindakLanjut:
    return BarisTindakLanjut(str(nomor), t.uraian, t.pic or nilai.BELUM_DIISI, nilai.tanggal(t.batas_waktu))


def _bukti(b: Bukti) -> str:
    letak = b.tautan or b.berkas
    return f"{b.uraian} ({letak})" if letak else b.uraian
