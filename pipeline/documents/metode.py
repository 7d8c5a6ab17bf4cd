"""How capaian are computed, in words an auditor can follow: formulas in use, the policy in force, the scales.

It refuses to compute anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.documents import bahasa
from pipeline.documents.baris import BarisLabel, BarisRumus, BarisSkala, Metode
from pipeline.documents.nilai import KOSONG
from pipeline.domain.berlaku import skala_pada
from pipeline.domain.hasil import HasilIndikator, Pengukuran
from pipeline.domain.model import Berkas, SkalaPredikat

_RUMUS = {
    "R/T": ("Angka, makin besar makin baik", "Realisasi / Target × 100"),
    "2T-R": ("Angka, makin kecil makin baik", "(2 × Target − Realisasi) / Target × 100"),
    "T/R": ("Angka, makin kecil makin baik", "Target / Realisasi × 100"),
    "rentang naik": (
        "Rentang, makin besar makin baik",
        "Di dalam rentang 100; di luarnya Realisasi / batas terdekat × 100",
    ),
    "rentang turun": (
        "Rentang, makin kecil makin baik",
        "Di dalam rentang 100; di luarnya (2 × batas terdekat − Realisasi) / batas terdekat × 100",
    ),
    "rentang dalam": (
        "Rentang, hanya baik di dalam rentang",
        "Di dalam rentang 100; di bawahnya Realisasi / batas bawah × 100; di atasnya (2 × batas atas − Realisasi) / "
        "batas atas × 100",
    ),
}
_RUMUS_LABEL = ("Predikat", "Skor realisasi / Skor target × 100")
_RATA = {
    "aritmetik": "rata-rata hitung (aritmetik)",
    "geometrik": "rata-rata ukur (geometrik)",
}
_BULAT = {
    "setengah_naik": "dibulatkan ke atas mulai dari setengah",
    "potong": "dipotong tanpa pembulatan",
}


def metode(berkas: Berkas, p: Pengukuran) -> Metode:
    """The method of a period as far as its indikator need it."""
    skala = skala_pada(berkas.badan.isi, berkas.periode.hari_terakhir)
    return Metode(
        rumus=_rumus_terpakai(p),
        aturan=tuple(_aturan(p)),
        skala=_baris_skala(skala) if skala else (),
        dasar_skala=(skala.dasar_hukum or "") if skala else "",
        label=_label_terpakai(berkas, p),
    )


def _rumus_terpakai(p: Pengukuran) -> tuple[BarisRumus, ...]:
    terpakai: dict[tuple[str, str], list[str]] = {}
    for h in p.indikator:
        terpakai.setdefault(_jenis(h), []).append(h.indikator.kode)
    return tuple(BarisRumus(jenis, rumus, ", ".join(kode)) for (jenis, rumus), kode in terpakai.items())


def _jenis(h: HasilIndikator) -> tuple[str, str]:
    return _RUMUS_LABEL if h.indikator.jenis_target == "predikat" and h.rumus == "R/T" else _RUMUS[h.rumus]


def _aturan(p: Pengukuran) -> Iterator[str]:
    k = p.kebijakan
    yield (
        "Target dan realisasi dibaca sampai dengan triwulan pelaporan. Pada indikator yang dijumlahkan, angka "
        "setiap triwulan "
        "ditambahkan; pada indikator kumulatif, angka yang dilaporkan sudah merupakan angka sampai dengan triwulan; "
        "pada "
        "indikator posisi, yang dihitung adalah keadaan pada akhir triwulan."
    )
    yield (
        "Capaian dihitung dua kali, yaitu terhadap target sampai dengan triwulan dan terhadap target tahun. Capaian "
        "terhadap "
        "target tahun untuk indikator makin kecil makin baik yang angkanya bertambah sepanjang tahun dihitung pada "
        "Triwulan IV."
    )
    yield _batas(p)
    yield (
        "Realisasi 0 adalah nilai dan tetap dihitung. Indikator yang belum diisi, tidak berlaku (tidak mempunyai "
        "target sampai "
        "dengan triwulan), atau tidak dapat dihitung (misalnya target 0 pada indikator makin besar makin baik) "
        "disebutkan "
        "keadaannya dan tidak dibandingkan. Target 0 pada indikator makin kecil makin baik bernilai capaian 100 "
        "apabila realisasinya "
        "0, dan 0 apabila realisasinya lebih dari 0."
    )
    yield (
        f"Angka capaian dicetak {_desimal(k.pembulatan.tempat)} dan {_BULAT[k.pembulatan.cara]}, satu kali "
        "pada saat "
        "disajikan. Realisasi yang berasal dari pembilang dan penyebut lebih dahulu dibulatkan menurut desimal "
        "indikatornya, "
        "sehingga yang dicetak sama dengan yang dihitung."
    )
    yield _rata(p)
    yield (
        "Predikat ditetapkan dari angka capaian yang dicetak. Indikator dinyatakan mencapai target apabila "
        "capaiannya terhadap "
        "target sampai dengan triwulan, sebelum dibatasi, sekurang-kurangnya 100."
    )


def _desimal(tempat: int) -> str:
    return f"dengan {tempat} desimal" if tempat else "tanpa desimal"


def _batas(p: Pengukuran) -> str:
    k = p.kebijakan
    if isinstance(k.batas, Decimal):
        return (
            f"Capaian setiap indikator dibatasi paling tinggi {bahasa.persen(k.batas)} sebelum dirata-ratakan, agar "
            "capaian yang "
            "sangat tinggi pada satu indikator tidak menutupi indikator lain; angka sebelum dibatasi tetap "
            "dicantumkan. Capaian "
            "di bawah nol ditetapkan 0."
        )
    khusus = [f"{h.indikator.kode} ({bahasa.persen(n)})" for h in p.indikator if (n := _tertinggi(h)) is not None]
    kecuali = f", kecuali {bahasa.gabung(khusus)} yang rumusnya tidak berlaku pada realisasi 0" if khusus else ""
    return f"Capaian setiap indikator tidak dibatasi{kecuali}. Capaian di bawah nol ditetapkan 0."


def _tertinggi(h: HasilIndikator) -> Decimal | None:
    """The highest capaian of an indikator without a cap, where T/R has no value for realisasi 0."""
    return h.indikator.nilai_r_nol if h.rumus == "T/R" else None


def _rata(p: Pengukuran) -> str:
    bobot = " berbobot; bobot dihitung ulang atas indikator yang terhitung" if p.capaian_tw.berbobot else ""
    return (
        f"Capaian sasaran dan capaian Badan adalah {_RATA[p.kebijakan.rata_rata]}{bobot} dari capaian indikator "
        "sebelum "
        "pembulatan, dan hanya mencakup indikator yang terhitung. Capaian Badan dirata-ratakan langsung dari "
        "seluruh indikator, "
        "bukan dari capaian sasaran."
    )


def _baris_skala(skala: SkalaPredikat) -> tuple[BarisSkala, ...]:
    baris = []
    atas: Decimal | None = None
    for nomor, r in enumerate(skala.rentang, 1):
        sampai = r.sampai if r.sampai is not None else atas
        baris.append(BarisSkala(str(nomor), _rentang(r.di_atas, sampai), r.predikat))
        atas = r.di_atas
    return tuple(baris)


def _rentang(di_atas: Decimal | None, sampai: Decimal | None) -> str:
    """Half-open as they are: "lebih dari 75 s.d. 90"."""
    if di_atas is None:
        return f"{bahasa.angka(sampai)} ke bawah" if sampai is not None else "semua nilai"
    bawah = f"lebih dari {bahasa.angka(di_atas)}"
    return f"{bawah} s.d. {bahasa.angka(sampai)}" if sampai is not None else bawah


def _label_terpakai(berkas: Berkas, p: Pengukuran) -> tuple[BarisLabel, ...]:
    pemakai: dict[str, list[str]] = {}
    for h in p.indikator:
        if h.indikator.skala_label:
            pemakai.setdefault(h.indikator.skala_label, []).append(h.indikator.kode)
    return tuple(
        BarisLabel(
            ", ".join(pemakai[s.nama]),
            ", ".join(f"{label} = {bahasa.angka(skor)}" for label, skor in s.label.items()),
            s.dasar_hukum or KOSONG,
        )
        for s in berkas.badan.isi.skala_label
        if s.nama in pemakai
    )
