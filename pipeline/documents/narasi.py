"""Sentences computed from a measurement, in correct Indonesian also where a count is zero, one or all.

Every count comes from the same `Pengukuran`, so that no two sentences of a document contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.documents import bahasa
from pipeline.documents.bahasa import gabung, kalimat, persen
from pipeline.documents.nilai import NBSP, alasan, angka_atau, bersatuan, target_bersatuan
from pipeline.domain.hasil import Capaian, HasilIndikator, HasilSasaran, Keadaan, Nilai, Pengukuran, Rerata

_SEBUTAN = {
    Keadaan.BELUM_DIISI: "belum diisi realisasinya",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "tidak dapat dihitung",
}


def sampai_triwulan(p: Pengukuran) -> str:
    """ "s.d. Triwulan III" """
    return f"s.d. Triwulan {p.periode.romawi}"


def kalimat_indikator(p: Pengukuran, hasil: Sequence[HasilIndikator] | None = None) -> str:
    """ "Dari 14 indikator, 11 mencapai target s.d. Triwulan III, 2 belum mencapai target, dan 1 tidak berlaku." """
    semua = p.indikator if hasil is None else tuple(hasil)
    mencapai = sum(h.capaian_tw.mencapai for h in semua)
    terhitung = sum(h.capaian_tw.terhitung for h in semua)
    target = f"target {sampai_triwulan(p)}"
    if len(semua) == 1:
        return _satu_indikator(semua[0].capaian_tw, target)
    if mencapai == len(semua):
        return f"Seluruh {len(semua)} indikator mencapai {target}."
    sisa = [(terhitung - mencapai, "belum mencapai target")]
    sisa += [(sum(h.capaian_tw.keadaan is k for h in semua), sebutan) for k, sebutan in _SEBUTAN.items()]
    bagian = [f"{jumlah} {sebutan}" for jumlah, sebutan in sisa if jumlah]
    if mencapai:
        return f"Dari {len(semua)} indikator, {gabung([f'{mencapai} mencapai {target}', *bagian])}."
    if len(bagian) == 1:
        return (
            f"Dari {len(semua)} indikator, belum ada yang mencapai {target}; seluruhnya {bagian[0].split(' ', 1)[1]}."
        )
    return f"Dari {len(semua)} indikator, belum ada yang mencapai {target}: {gabung(bagian)}."


def _satu_indikator(c: Capaian, target: str) -> str:
    if c.terhitung:
        return f"Satu-satunya indikator {'mencapai' if c.mencapai else 'belum mencapai'} {target}."
    return f"Capaian satu-satunya indikator terhadap {target} {_SEBUTAN_CAPAIAN[c.keadaan]}."


_SEBUTAN_CAPAIAN = {
    Keadaan.BELUM_DIISI: "belum dapat dihitung karena realisasinya belum diisi",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "tidak dapat dihitung",
}


def kalimat_capaian(p: Pengukuran, tw: Rerata, tahun: Rerata, subjek: str) -> str:
    """ "Rata-rata capaian … terhadap target s.d. Triwulan III 98,12 % (Sangat Tinggi) dan terhadap target tahun …" """
    target_tw, target_tahun = f"target {sampai_triwulan(p)}", f"target tahun {p.periode.tahun}"
    if tw.nilai is None and tahun.nilai is None:
        return f"Rata-rata capaian {subjek} terhadap {target_tw} dan terhadap {target_tahun} belum dapat dihitung."
    if tw.nilai is None:
        return (
            f"Rata-rata capaian {subjek} terhadap {target_tahun} adalah {_berpredikat(tahun)}, "
            f"sedangkan rata-rata capaian terhadap {target_tw} belum dapat dihitung."
        )
    awal = f"Rata-rata capaian {subjek} terhadap {target_tw} adalah {_berpredikat(tw)}"
    if tahun.nilai is None:
        return f"{awal}, sedangkan rata-rata capaian terhadap {target_tahun} belum dapat dihitung."
    return f"{awal}, dan terhadap {target_tahun} adalah {_berpredikat(tahun)}."


def _berpredikat(r: Rerata) -> str:
    angka = persen(r.nilai) if r.nilai is not None else ""
    return f"{angka} dengan predikat {r.predikat}" if r.predikat else angka


def kalimat_sasaran(p: Pengukuran) -> str:
    """Which sasaran stand highest and lowest; empty where there are fewer than two to compare."""
    nilai = [(s.capaian_tw.nilai, s) for s in p.sasaran if s.capaian_tw.nilai is not None]
    if len(nilai) < 2:
        return ""
    tertinggi, terendah = max(n for n, _ in nilai), min(n for n, _ in nilai)
    if tertinggi == terendah:
        return f"Capaian seluruh sasaran yang terhitung sama besar, yaitu {persen(tertinggi)}."
    return (
        f"Capaian tertinggi terhadap target {sampai_triwulan(p)} terdapat pada {_kode(nilai, tertinggi)} "
        f"({persen(tertinggi)}) dan terendah pada {_kode(nilai, terendah)} ({persen(terendah)})."
    )


def _kode(nilai: Sequence[tuple[Decimal, HasilSasaran]], dicari: Decimal) -> str:
    return "sasaran " + gabung([s.sasaran.kode for n, s in nilai if n == dicari])


def kalimat_anggaran(p: Pengukuran) -> str:
    """Spending against pagu, as far as it is known."""
    total = p.total_anggaran
    if not p.anggaran:
        return "Program dan kegiatan belum dicantumkan dalam perjanjian kinerja."
    if not total.pagu:
        return "Tidak ada pagu anggaran yang berlaku pada periode ini."
    pagu = bahasa.rupiah(total.pagu)
    if total.realisasi is None or total.serapan is None:
        belum = "belum diisi" if _belum_ada_realisasi(p) else "belum seluruhnya diisi"
        return f"Pagu anggaran berjumlah {pagu}; realisasi anggaran {sampai_triwulan(p)} {belum}."
    return (
        f"Realisasi anggaran {sampai_triwulan(p)} sebesar {bahasa.rupiah(total.realisasi)} "
        f"atau {persen(total.serapan)} dari pagu {pagu}."
    )


def _belum_ada_realisasi(p: Pengukuran) -> bool:
    return all(b.nilai.realisasi is None for b in p.anggaran if b.terendah and b.nilai.pagu)


def kalimat_kas(p: Pengukuran) -> str:
    """Spending against the cash plan; empty where none is given for every row."""
    total = p.total_anggaran
    if total.kas is None or total.terhadap_kas is None:
        return ""
    return (
        f"Dibandingkan dengan anggaran kas {sampai_triwulan(p)} sebesar {bahasa.rupiah(total.kas)}, "
        f"realisasi anggaran mencapai {persen(total.terhadap_kas)}."
    )


def kalimat_efisiensi(p: Pengukuran) -> str:
    """The agency's efficiency and its basis; empty where it cannot be computed."""
    e = p.efisiensi
    if not p.total_anggaran.pagu:
        return "Tingkat efisiensi tidak dapat dihitung karena tidak ada pagu anggaran."
    if e.nilai is None:
        return "Tingkat efisiensi belum dapat dihitung karena capaian atau realisasi anggaran belum lengkap."
    besar = f"{bahasa.angka(e.nilai)} poin persentase"
    if e.nilai > 0:
        arti = "capaian kinerja lebih tinggi daripada penggunaan anggaran"
    elif e.nilai < 0:
        arti = "capaian kinerja lebih rendah daripada penggunaan anggaran"
    else:
        arti = "capaian kinerja sebanding dengan penggunaan anggaran"
    return f"Tingkat efisiensi sebesar {besar} ({dasar_efisiensi(p, e.dasar)}), artinya {arti}."


def dasar_efisiensi(p: Pengukuran, dasar: str) -> str:
    """Which achievement minus which absorption."""
    if dasar == "kas":
        return f"capaian terhadap target {sampai_triwulan(p)} dikurangi realisasi terhadap anggaran kas"
    return "capaian terhadap target tahun dikurangi serapan pagu"


def meleset(p: Pengukuran) -> tuple[str, ...]:
    """Each indikator below target by name, with realisasi, target and capaian."""
    return tuple(
        f"{h.indikator.kode} {h.indikator.nama}: realisasi {bersatuan(h.realisasi, h.indikator.satuan)} terhadap "
        "target "
        f"{bersatuan(h.target_tw, h.indikator.satuan)}, capaian {angka_atau(h.capaian_tw.nilai)}{NBSP}%"
        for h in p.terhitung
        if not h.capaian_tw.mencapai
    )


def tanpa_capaian(p: Pengukuran) -> tuple[str, ...]:
    """Each indikator without a capaian_tw by name, with its state and reason."""
    return tuple(
        f"{h.indikator.kode} {h.indikator.nama} ({alasan(h.capaian_tw.keadaan, h.capaian_tw.catatan)})"
        for h in p.indikator
        if not h.capaian_tw.terhitung
    )


def kalimat_hasil(p: Pengukuran, h: HasilIndikator) -> str:
    """What one indikator achieved, or why that is not said."""
    satuan, c = h.indikator.satuan, h.capaian_tw
    if not c.terhitung or c.nilai is None:
        awal = f"Capaian terhadap target {sampai_triwulan(p)} {_keadaan(c)}"
        if h.capaian_tahun.nilai is None or h.realisasi is None or h.belum:
            return f"{awal}."
        return f"{awal}. {kalimat_tahun(p, h)}"
    status = "mencapai target" if c.mencapai else "belum mencapai target"
    predikat = f" dengan predikat {c.predikat}" if c.predikat else ""
    batas = ""
    if c.dibatasi and c.tanpa_batas is not None:
        batas = f" (dibatasi; tanpa batas {persen(c.tanpa_batas)})"
    return (
        f"Realisasi {sampai_triwulan(p)} {_adalah(h.realisasi)} {bersatuan(h.realisasi, satuan)} terhadap target "
        f"{bersatuan(h.target_tw, satuan)}, sehingga capaiannya {persen(c.nilai)}{batas}{predikat} dan indikator "
        f"ini {status}. "
        f"{kalimat_tahun(p, h)}"
    ).strip()


def kalimat_tahun(p: Pengukuran, h: HasilIndikator) -> str:
    """The achievement against the annual target."""
    c = h.capaian_tahun
    if c.nilai is None:
        return f"Capaian terhadap target tahun {p.periode.tahun} {_keadaan(c)}."
    predikat = f" dengan predikat {c.predikat}" if c.predikat else ""
    return (
        f"Terhadap target tahun {p.periode.tahun}{_yaitu(h.target_tahun)} "
        f"{bersatuan(h.target_tahun, h.indikator.satuan)}, "
        f"capaiannya {persen(c.nilai)}{predikat}."
    )


def _adalah(n: Nilai) -> str:
    return "adalah" if isinstance(n, str) else "sebesar"


def _yaitu(n: Nilai) -> str:
    return ", yaitu" if isinstance(n, str) else " sebesar"


def _keadaan(c: Capaian) -> str:
    if c.keadaan is Keadaan.TIDAK_BERLAKU and c.catatan:
        return f"tidak berlaku ({c.catatan})"
    if c.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG:
        return f"tidak dapat dihitung ({c.catatan})" if c.catatan else "tidak dapat dihitung"
    return f"belum dapat dihitung: realisasi {c.catatan}" if c.catatan else c.keadaan.value


def kalimat_banding(p: Pengukuran, h: HasilIndikator) -> str:
    """The realisasi beside last year's and the Renstra's end target; empty where there is nothing to compare."""
    if h.realisasi is None or h.belum:
        return ""
    bagian = []
    lalu, akhir = h.indikator.realisasi_tahun_lalu, h.indikator.target_renstra
    kini = bersatuan(h.realisasi, h.indikator.satuan)
    if lalu is not None:
        bagian.append(
            f"realisasi tahun {p.periode.tahun - 1} adalah {target_bersatuan(lalu, h.indikator)}{_beda(h, lalu)}"
        )
    if akhir is not None:
        bagian.append(f"target akhir Renstra adalah {target_bersatuan(akhir, h.indikator)}")
    if not bagian:
        return ""
    return kalimat(f"realisasi {sampai_triwulan(p)} adalah {kini}, sedangkan {gabung(bagian)}")


def _beda(h: HasilIndikator, lalu: Decimal | str) -> str:
    """How much higher or lower; only for levels, as amounts of a part of a year do not compare with a whole one."""
    if not isinstance(lalu, Decimal) or not isinstance(h.realisasi, Decimal) or h.indikator.akumulasi != "posisi":
        return ""
    selisih = h.realisasi - lalu
    if not selisih:
        return " (tidak berubah)"
    return f" ({'naik' if selisih > 0 else 'turun'} {bahasa.angka(abs(selisih))})"


def kalimat_rincian(seluruh: int, benda: str, bagian: Sequence[tuple[int, str]]) -> str:
    """ "Dari 9 tindak lanjut, 6 selesai, 2 sedang berjalan, dan 1 belum dijawab."; one and all said correctly."""
    ada = [(jumlah, sebutan) for jumlah, sebutan in bagian if jumlah]
    if len(ada) == 1:
        sebutan = ada[0][1]
        return f"Satu-satunya {benda} {sebutan}." if seluruh == 1 else f"Seluruh {seluruh} {benda} {sebutan}."
    return f"Dari {seluruh} {benda}, {gabung([f'{jumlah} {sebutan}' for jumlah, sebutan in ada])}."
