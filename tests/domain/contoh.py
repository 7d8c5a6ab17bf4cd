"""Small inputs for tests of the domain: only what a test is about is said, the rest is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.domain.hasil import HasilIndikator
from pipeline.domain.model import (
    Berkas,
    BerkasBadan,
    BerkasSop,
    CatatanSop,
    DaftarDokumen,
    DaftarHariLibur,
    Isi,
    PerjanjianKinerja,
    PerubahanPK,
    Rapat,
    RealisasiUnit,
    SuratPengantar,
    Triwulan,
    ValidasiUnit,
)
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.problems import Problem, Severity

Peta = Mapping[str, Any]

SKALA = {
    "nama": "lima",
    "rentang": [
        {"di_atas": "90", "predikat": "Sangat Tinggi"},
        {"di_atas": "75", "predikat": "Tinggi"},
        {"di_atas": "65", "predikat": "Sedang"},
        {"di_atas": "50", "predikat": "Rendah"},
        {"predikat": "Sangat Rendah"},
    ],
}

BARIS_SOP = (
    ("Memerintahkan penyusunan dokumen", ("kepala_badan",), "15 menit", "Disposisi"),
    ("Mengkompilasi data", ("kasubbag",), "5 jam", "Data dan informasi"),
    ("Mengundang rapat", ("sekretaris",), "1 jam", "Undangan"),
    ("Melaksanakan rapat", ("kepala_badan", "sekretaris", "kasubbag"), "3 jam", "Rekapitulasi"),
    ("Membuat notulen", ("kasubbag",), "3 jam", "Notulen"),
    ("Menyusun dokumen", ("kasubbag",), "1 hari", "Dokumen kinerja"),
    ("Melakukan validasi", ("sekretaris", "kasubbag", "kepala_bidang", "validator"), "1 hari", "Hasil validasi"),
    ("Memeriksa dokumen", ("sekretaris",), "30 menit", "Dokumen laporan"),
    ("Menandatangani dokumen", ("kepala_badan",), "10 menit", "Dokumen laporan"),
    ("Menyerahkan kepada Kasubbag", ("sekretaris",), "1 jam", "Surat pengantar"),
    ("Mendokumentasikan", ("kasubbag",), "1 jam", "Arsip"),
)
"""Kegiatan, peran, waktu baku and output of the eleven steps."""
HARI_KERJA = ("senin", "selasa", "rabu", "kamis", "jumat")


def sop(**ganti: Any) -> dict[str, Any]:
    """data/sop.yaml: eleven rows, working hours 08.00–12.00 and 13.00–16.00 from Monday to Friday."""
    langkah = [
        {
            "no": str(no),
            "kegiatan": kegiatan,
            "pelaksana": " atau ".join(peran),
            "peran": list(peran),
            "kelengkapan": f"Kelengkapan {no}",
            "waktu_baku": waktu_baku,
            "output": output,
        }
        for no, (kegiatan, peran, waktu_baku, output) in enumerate(BARIS_SOP, 1)
    ]
    jam = [{"hari": list(HARI_KERJA), "jam": ["08.00-12.00", "13.00-16.00"]}]
    return {"langkah": langkah, "jam_kerja": jam, **ganti}


def badan(**ganti: Any) -> dict[str, Any]:
    return {
        "badan": {
            "pemerintah": "Pemerintah Kabupaten Contoh",
            "nama": "Badan Contoh",
            "singkatan": "BC",
            "tempat": "Contoh",
            "alamat": "Jalan Contoh",
        },
        "unit": [{"kode": "a", "nama": "Bidang A"}, {"kode": "b", "nama": "Bidang B"}],
        "kebijakan": [{"berlaku_sejak": "2025-01-01", "batas": "120", "skala_predikat": "lima"}],
        "skala_predikat": [SKALA],
        "skala_label": [
            {"nama": "opini", "label": {"TMP": "1", "TW": "2", "WDP": "3", "WTP": "4"}},
            {"nama": "sakip", "label": {"D": "1", "C": "2", "CC": "3", "B": "4", "BB": "5", "A": "6", "AA": "7"}},
        ],
        **ganti,
    }


def kebijakan(**ganti: Any) -> list[Peta]:
    return [{"berlaku_sejak": "2025-01-01", "batas": "120", "skala_predikat": "lima", **ganti}]


def indikator(kode: str = "1", **ganti: Any) -> dict[str, Any]:
    """A naik/posisi indikator; `tw` gives the four quarterly targets at once."""
    tw: Sequence[Any] = ganti.pop("tw", ())
    target = ganti.pop(
        "target", {f"tw{n}": nilai for n, nilai in enumerate(tw, 1)} | {"tahun": ganti.pop("tahun", None)}
    )
    return {
        "kode": kode,
        "nama": f"Indikator {kode}",
        "satuan": "orang",
        "penanggung_jawab": "a",
        "akumulasi": "posisi",
        "target": target,
        **ganti,
    }


def berkas(
    indikator_pk: Sequence[Peta],
    realisasi: Sequence[Mapping[str, Any]] = (),
    *,
    badan_: Peta | None = None,
    program: Sequence[Peta] = (),
    anggaran: Sequence[Mapping[str, Any]] = (),
    perubahan: Sequence[Peta] = (),
    rapat: Mapping[int, Peta] | None = None,
    validasi: Mapping[int, Peta | Sequence[Peta]] | None = None,
    langkah: Peta | None = None,
    surat: Peta | None = None,
    sop_: Peta | None = None,
    libur: Sequence[str] = (),
    tw: int | None = None,
) -> Berkas:
    """Inputs of unit `a`: `realisasi[n]` maps kode → what was typed in TW n+1 (a value, or a mapping of keys).

    `validasi` is one mapping or, of several units, a list of them; `langkah` and `surat` are of the last quarter.
    """
    banyak = tw or max(len(realisasi), len(anggaran), 1)
    sasaran: dict[str, list[Any]] = {}
    for baris in indikator_pk:
        sasaran.setdefault(str(baris.get("_sasaran", "S1")), []).append(
            {k: v for k, v in baris.items() if k != "_sasaran"}
        )
    pk = {
        "tahun": "2026",
        "sasaran": [{"kode": k, "nama": f"Sasaran {k}", "indikator": i} for k, i in sasaran.items()],
        "program": list(program),
    }
    triwulan = []
    for n in range(banyak):
        folder = f"data/2026/tw{n + 1}"
        isi = {
            "unit": "a",
            "realisasi": _baris(realisasi[n] if n < len(realisasi) else {}),
            "anggaran": _baris(anggaran[n] if n < len(anggaran) else {}),
        }
        triwulan.append(
            Triwulan(
                periode=Periode(2026, n + 1),
                realisasi=(Isi(f"{folder}/realisasi/a.yaml", RealisasiUnit.model_validate(isi)),),
                rapat=Isi(f"{folder}/rapat.yaml", Rapat.model_validate(rapat[n + 1]))
                if rapat and n + 1 in rapat
                else None,
                validasi=tuple(_validasi(folder, validasi[n + 1])) if validasi and n + 1 in validasi else (),
                langkah=Isi(f"{folder}/langkah.yaml", CatatanSop.model_validate(langkah))
                if langkah and n == banyak - 1
                else None,
                surat_pengantar=Isi(f"{folder}/surat-pengantar.yaml", SuratPengantar.model_validate(surat))
                if surat and n == banyak - 1
                else None,
            )
        )
    return Berkas(
        periode=Periode(2026, banyak),
        badan=Isi("data/badan.yaml", BerkasBadan.model_validate(badan_ or badan())),
        pk=Isi("data/2026/perjanjian-kinerja.yaml", PerjanjianKinerja.model_validate(pk)),
        perubahan=tuple(
            Isi(f"data/2026/perjanjian-kinerja-perubahan-{n}.yaml", PerubahanPK.model_validate({"tahun": "2026", **p}))
            for n, p in enumerate(perubahan, 1)
        ),
        triwulan=tuple(triwulan),
        dokumen=Isi(
            "data/dokumen.yaml",
            DaftarDokumen.model_validate({"paket": [{"dokumen": "surat-pengantar", "judul": "Surat Pengantar"}]}),
        ),
        sop=Isi("data/sop.yaml", BerkasSop.model_validate(sop_ or sop())),
        hari_libur=Isi(
            "data/hari-libur.yaml",
            DaftarHariLibur.model_validate({"hari_libur": [{"tanggal": hari} for hari in libur]}),
        ),
    )


def _validasi(folder: str, isi: Peta | Sequence[Peta]) -> Iterator[Isi[ValidasiUnit]]:
    for satu in [isi] if isinstance(isi, Mapping) else isi:
        yield Isi(f"{folder}/validasi/{satu['unit']}.yaml", ValidasiUnit.model_validate(satu))


def _baris(isi: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"kode": k, **(v if isinstance(v, Mapping) else {"realisasi": v})} for k, v in isi.items()]


def satu(baris: Peta, *realisasi: Any, **ganti: Any) -> HasilIndikator:
    """The measurement of one indikator, one realisasi a quarter."""
    kode = str(baris["kode"])
    return ukur(berkas([baris], [{kode: r} for r in realisasi], **ganti)).hasil(kode)


def temuan(isi: Berkas) -> list[Problem]:
    return list(periksa(isi, ukur(isi)))


def kode_temuan(isi: Berkas, severity: Severity | None = None) -> list[str]:
    return [t.code for t in temuan(isi) if severity is None or t.severity is severity]
