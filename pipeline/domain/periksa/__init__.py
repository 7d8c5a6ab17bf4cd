"""What can be wrong with inputs that are well-formed: PERIKSA is the table of checks, each a function of a Konteks.

Checks of the year's earlier quarters run too, but only what stops a report is told of them. An impossible value is
salah, an unusual one wants a `penjelasan` beside it, the rest is a peringatan that the document prints.
"""

from __future__ import annotations

from pipeline.domain.akumulasi import triwulan_tahun_ini
from pipeline.domain.berlaku import anggaran_berlaku, indikator_berlaku
from pipeline.domain.hasil import Pengukuran
from pipeline.domain.model import Berkas
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa.kebijakan import periksa_kebijakan, periksa_pejabat, periksa_skala, periksa_sop
from pipeline.domain.periksa.konteks import Konteks, Pemeriksaan
from pipeline.domain.periksa.perjanjian import (
    periksa_baris_anggaran,
    periksa_bobot,
    periksa_jenis_indikator,
    periksa_target,
    periksa_target_negatif,
    periksa_target_tahun,
)
from pipeline.domain.periksa.proses import (
    periksa_nip_hadirin,
    periksa_nomor_surat,
    periksa_putaran,
    periksa_tahun_libur,
    periksa_urutan_tanggal,
    periksa_wewenang,
)
from pipeline.domain.periksa.realisasi import (
    periksa_jenis_realisasi,
    periksa_kelengkapan,
    periksa_kepemilikan,
    periksa_koreksi,
    periksa_kumulatif,
    periksa_nilai_negatif,
    periksa_pecahan,
    periksa_realisasi_anggaran,
    periksa_tindak_lanjut_lalu,
)
from pipeline.domain.periksa.salinan import periksa_masa, periksa_nomor_berulang, periksa_sebutan_triwulan
from pipeline.problems import Problem

PERIKSA: tuple[Pemeriksaan, ...] = (
    periksa_kebijakan,
    periksa_skala,
    periksa_pejabat,
    periksa_jenis_indikator,
    periksa_target,
    periksa_target_negatif,
    periksa_target_tahun,
    periksa_bobot,
    periksa_baris_anggaran,
    periksa_kepemilikan,
    periksa_jenis_realisasi,
    periksa_koreksi,
    periksa_kumulatif,
    periksa_pecahan,
    periksa_nilai_negatif,
    periksa_realisasi_anggaran,
    periksa_kelengkapan,
    periksa_tindak_lanjut_lalu,
    periksa_sop,
    periksa_urutan_tanggal,
    periksa_tahun_libur,
    periksa_wewenang,
    periksa_putaran,
    periksa_nomor_surat,
    periksa_nip_hadirin,
    periksa_masa,
    periksa_nomor_berulang,
    periksa_sebutan_triwulan,
)


def periksa(berkas: Berkas, pengukuran: Pengukuran) -> tuple[Problem, ...]:
    """Every finding about a period; of its year's earlier quarters only those that stop a report."""
    temuan: list[Problem] = []
    for triwulan in triwulan_tahun_ini(berkas)[:-1]:
        dulu = berkas.pada(triwulan.periode)
        temuan.extend(t for t in _jalankan(dulu, ukur(dulu)) if t.stops)
    temuan.extend(_jalankan(berkas, pengukuran))
    return tuple({(t.code, t.path, tuple(sorted(t.args.items()))): t for t in temuan}.values())


def _jalankan(berkas: Berkas, pengukuran: Pengukuran) -> list[Problem]:
    konteks = Konteks(berkas, pengukuran, indikator_berlaku(berkas), anggaran_berlaku(berkas))
    return [temuan for cek in PERIKSA for temuan in cek(konteks)]
