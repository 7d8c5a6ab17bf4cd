"""The PK of a new year as a text to be filled in, from the PK in force at the end of the old one; no targets go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.domain.awal import pk_tahun_baru
from pipeline.domain.berlaku import indikator_berlaku
from pipeline.domain.model import (
    Berkas,
    Indikator,
    Isi,
    Kegiatan,
    PerjanjianKinerja,
    Program,
    Rentang,
    Sasaran,
    SubKegiatan,
    Target,
)
from pipeline.domain.pencatatan import teks_nilai
from pipeline.domain.periode import Periode
from pipeline.inputs.fresh import new_period
from pipeline.inputs.heads import head_of
from pipeline.inputs.lines import comment, entry, flow_list

KUNCI = (
    *("kode", "nama", "definisi", "satuan", "penanggung_jawab", "jenis_target", "arah", "rumus", "nilai_r_nol"),
    *("akumulasi", "skala_label", "desimal", "target", "target_renstra", "realisasi_tahun_lalu"),
    *("pembilang", "penyebut", "pengali", "bobot", "sumber_data", "dasar_hitung", "program"),
)
"""The keys of an indikator in the order of the page; `penjelasan` explains the old targets and goes with them."""
_TARGET = ("tahun", "tw1", "tw2", "tw3", "tw4")


def new_year(berkas_lalu: Berkas, periode: Periode) -> dict[str, str]:
    """The files of a year's first quarter with the year's PK, from the inputs of the last quarter before it."""
    name = f"data/{periode.tahun}/perjanjian-kinerja.yaml"
    pk = pk_tahun_baru(berkas_lalu)
    text = head_of(name, periode) + "\n".join(_Pk(berkas_lalu, pk).lines()) + "\n"
    return {name: text} | new_period(replace(berkas_lalu, pk=Isi(name, pk), perubahan=()), periode)


@dataclass(frozen=True, slots=True)
class _Pk:
    """The new PK beside the inputs of the old year."""

    lalu: Berkas
    pk: PerjanjianKinerja

    @property
    def tahun_lalu(self) -> str:
        return str(self.lalu.periode.tahun)

    def lines(self) -> list[str]:
        target = {b.indikator.kode: b.indikator.target for b in indikator_berlaku(self.lalu)}
        lines = [*self._pembuka(), ""]
        lines += entry("tahun", str(self.pk.tahun))
        lines += [*entry("tanggal", beside="tanggal perjanjian kinerja ditandatangani"), ""]
        lines += [*self._renstra(), "sasaran:"]
        for nomor, sasaran in enumerate(self.pk.sasaran):
            lines += [*([""] if nomor else []), *self._sasaran(sasaran, target)]
        if self.pk.program:
            lines += ["", *comment("Pagu, sasaran, dan penanggung jawab ditulis pada baris terendah saja.")]
            lines += ["program:", *self._program(self.pk.program, "kegiatan", 2)]
        return lines

    def _pembuka(self) -> Iterator[str]:
        yield from comment(
            f"Disusun dari PK {self.tahun_lalu} yang berlaku pada akhir tahun, beserta perubahannya. Isi semua target, "
            f"ganti pagunya, dan periksa selebihnya. Angka {self.tahun_lalu} pada catatan boleh dihapus sesudahnya."
        )
        yield from comment(
            "Sesudah itu hapus berkas di tw1/realisasi yang masih kosong dan jalankan "
            f"`kinerja new {self.pk.tahun}-tw1` sekali lagi, agar target dan pagu yang baru tercantum di sana."
        )
        yield from comment(
            "Titik untuk desimal (88.50), tanpa pemisah ribuan (5648). Target triwulan yang dikosongkan berarti "
            "indikator tidak diukur pada triwulan itu."
        )

    def _renstra(self) -> list[str]:
        renstra = self.pk.renstra
        if renstra is None:
            return []
        lewat = "sudah lewat; ganti Renstra dan target_renstra" if renstra.tahun_akhir < self.pk.tahun else ""
        lines = ["renstra:", *entry("nama", renstra.nama, indent=2)]
        return [*lines, *entry("tahun_akhir", str(renstra.tahun_akhir), indent=2, beside=lewat), ""]

    def _sasaran(self, sasaran: Sasaran, target: Mapping[str, Target]) -> Iterator[str]:
        yield from entry("kode", sasaran.kode, indent=2, dash=True)
        yield from self._teks("nama", sasaran.nama, 4)
        yield "    indikator:"
        for nomor, indikator in enumerate(sasaran.indikator):
            yield from [""] if nomor else []
            yield from self._indikator(indikator, target[indikator.kode])

    def _indikator(self, i: Indikator, lalu: Target) -> Iterator[str]:
        for kunci in KUNCI:
            nilai = getattr(i, kunci)
            if kunci == "kode":
                yield from entry("kode", i.kode, indent=6, dash=True)
            elif kunci == "target":
                yield from self._target(lalu)
            elif kunci == "realisasi_tahun_lalu":
                yield from self._realisasi(i)
            elif kunci == "program":
                yield from flow_list(kunci, i.program, indent=8) if i.program else ()
            elif isinstance(nilai, Rentang):
                yield f"        {kunci}: {{min: {nilai.min:f}, max: {nilai.max:f}}}"
            elif nilai is not None and kunci in i.model_fields_set:
                yield from self._teks(kunci, f"{nilai:f}" if isinstance(nilai, Decimal) else str(nilai), 8)

    def _target(self, lalu: Target) -> Iterator[str]:
        yield "        target:"
        for kunci in _TARGET:
            dulu = getattr(lalu, kunci)
            nilai = "tidak ada" if dulu is None else teks_nilai(dulu)
            yield from entry(kunci, indent=10, beside=f"{self.tahun_lalu}: {nilai}")

    def _realisasi(self, i: Indikator) -> list[str]:
        """What was measured up to the end of the old year, as printed."""
        if i.realisasi_tahun_lalu is None:
            beside = f"realisasi s.d. Triwulan IV Tahun {self.tahun_lalu} belum ada"
            return entry("realisasi_tahun_lalu", indent=8, beside=beside)
        return entry("realisasi_tahun_lalu", teks_nilai(i.realisasi_tahun_lalu), indent=8)

    def _program(self, baris: tuple[SubKegiatan, ...], kunci: str, indent: int) -> Iterator[str]:
        """Budget rows, each with those below it."""
        for nomor, satu in enumerate(baris):
            yield from [""] if nomor else []
            yield from entry("kode", satu.kode, indent=indent, dash=True)
            yield from self._teks("nama", satu.nama, indent + 2)
            anak = _anak(satu)
            if anak:
                yield f"{' ' * indent}  {kunci}:"
                yield from self._program(anak, "sub_kegiatan", indent + 4)
            else:
                yield from self._terendah(satu, indent + 2)

    def _terendah(self, baris: SubKegiatan, indent: int) -> Iterator[str]:
        for kunci in ("sasaran", "penanggung_jawab"):
            yield from entry(kunci, getattr(baris, kunci), indent=indent)
        pagu = f"{baris.pagu:f}" if baris.pagu is not None else None
        yield from entry("pagu", pagu, indent=indent, beside=f"pagu {self.tahun_lalu}; ganti")
        yield from entry("anggaran_kas", indent=indent, beside="rencana belanja s.d. triwulan; boleh dikosongkan")

    def _teks(self, kunci: str, teks: str, indent: int) -> list[str]:
        """A text of the old PK; one that names the old year wants a look."""
        sebut = f"menyebut {self.tahun_lalu}: sesuaikan"
        lines = entry(kunci, teks, indent=indent)
        return [*comment(sebut, indent), *lines] if self.tahun_lalu in teks else lines


def _anak(baris: SubKegiatan) -> tuple[SubKegiatan, ...]:
    if isinstance(baris, Program):
        return baris.kegiatan
    return baris.sub_kegiatan if isinstance(baris, Kegiatan) else ()
