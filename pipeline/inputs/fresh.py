"""The files of a new quarter as texts to be filled in, last quarter's values beside them; it refuses to know the disk.

What a person must type is left empty, with a comment that says what belongs there. Attendance, dates and numbers of
letters are never carried on. Source: SOP steps 1–5 and 11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.domain.akumulasi import NilaiTriwulan, nilai_triwulan, sampai_dengan
from pipeline.domain.anggaran import isian_anggaran
from pipeline.domain.awal import dilihat_dari, sesuaikan, triwulan_lalu
from pipeline.domain.berlaku import (
    AnggaranBerlaku,
    IndikatorBerlaku,
    anggaran_berlaku,
    indikator_berlaku,
    pejabat_pada,
    skala_label,
)
from pipeline.domain.gerbang import folder
from pipeline.domain.model import (
    Berkas,
    CatatanDisposisi,
    IsianRealisasi,
    NaskahDikirim,
    Rapat,
    SuratPengantar,
    Triwulan,
    Undangan,
    Unit,
)
from pipeline.domain.pencatatan import kata_perintah, teks_nilai
from pipeline.domain.periode import Periode
from pipeline.domain.sop import LANGKAH
from pipeline.domain.wewenang import LANGKAH_VALIDASI
from pipeline.inputs.heads import head
from pipeline.inputs.lines import comment, entry, flat, item

_CARA = {
    "jumlah": "ketik angka triwulan ini saja; sistem yang menjumlahkan",
    "kumulatif": "ketik angka s.d. triwulan ini",
    "posisi": "ketik keadaan akhir triwulan",
}
_DIISI_UNIT = ("bukti", "faktor_pendorong", "faktor_penghambat", "tindak_lanjut")


def new_period(berkas_lalu: Berkas, periode: Periode) -> dict[str, str]:
    """The files of a quarter (name relative to the root → text), from the inputs of the quarter before it.

    The PK rows are those in force in `periode`. Inputs without an earlier quarter begin the first one.
    """
    berkas = dilihat_dari(berkas_lalu, periode)
    baru = _Baru(berkas, triwulan_lalu(berkas))
    files = {f"realisasi/{unit.kode}": baru.realisasi(unit) for unit in berkas.badan.isi.unit}
    files |= {"rapat": baru.rapat(), "langkah": baru.langkah(), "surat-pengantar": baru.surat_pengantar()}
    named = {f"{folder(berkas)}/{name}.yaml": lines for name, lines in files.items() if lines}
    return {name: head(name, berkas) + "\n".join(lines) + "\n" for name, lines in named.items()}


@dataclass(frozen=True, slots=True)
class _Baru:
    """The new quarter's inputs, in which nothing is typed, and the quarter before it, where there is one."""

    berkas: Berkas
    lalu: Triwulan | None

    @property
    def tw(self) -> str:
        return f"Triwulan {self.berkas.periode.romawi}"

    @property
    def waktu(self) -> str:
        return f"{self.tw} Tahun {self.berkas.periode.tahun}"

    @property
    def waktu_lalu(self) -> str:
        """What last quarter is called; with its year where that is another."""
        lalu = self.berkas.periode.sebelumnya
        tahun = "" if lalu.tahun == self.berkas.periode.tahun else f" Tahun {lalu.tahun}"
        return f"Triwulan {lalu.romawi}{tahun}"

    # --- realisasi/<unit>.yaml -----------------------------------------------------------------------------------

    def realisasi(self, unit: Unit) -> list[str]:
        """Every indikator that a unit owns and every budget row it spends; nothing for a unit without any."""
        indikator = [b for b in indikator_berlaku(self.berkas) if b.indikator.penanggung_jawab == unit.kode]
        anggaran = [
            b
            for b in anggaran_berlaku(self.berkas)
            if b.terendah and b.pagu > 0 and b.baris.penanggung_jawab == unit.kode
        ]
        lines = [*self._contoh(), "", "realisasi:"] if indikator else []
        lines += _apart(self._indikator(b) for b in indikator)
        if anggaran:
            lines += ["", *comment(f"Belanja s.d. {self.tw} dalam rupiah.")] if indikator else []
            lines += ["anggaran:", *_apart(self._anggaran(b) for b in anggaran)]
        return lines

    def _contoh(self) -> Iterator[str]:
        """How the lists of an indikator are written; all of them begin empty."""
        tempat = folder(self.berkas).removeprefix("data/")
        yield "# Contoh isian:"
        yield "#   bukti:"
        yield "#     - uraian: Berita acara hasil penghitungan"
        yield f"#       berkas: {tempat}/bukti/berita-acara.pdf   # atau tautan: https://…"
        yield "#   faktor_pendorong:"
        yield "#     - Satu kalimat untuk setiap faktor."
        yield "#   tindak_lanjut:"
        yield "#     - uraian: Apa yang akan dilakukan"
        yield "#       pic: Jabatan penanggung jawab"
        yield f"#       batas_waktu: {_contoh_tanggal(self.berkas.periode)}"

    def _indikator(self, b: IndikatorBerlaku) -> list[str]:
        i = b.indikator
        lalu = nilai_triwulan(self.lalu, i.kode) if self.lalu else NilaiTriwulan()
        lines = entry("kode", i.kode, indent=2, dash=True, beside=i.nama)
        lines += comment(self._target(b), 4)
        lines += comment(f"Realisasi {self.waktu_lalu}: {_diketik(lalu)}.", 4)
        cara = _CARA[i.akumulasi]
        label = skala_label(self.berkas.badan.isi, i.skala_label)
        if i.pecahan:
            lines += comment(f"{cara[0].upper()}{cara[1:]}.", 4)
            lines += entry("pembilang", indent=4, beside=i.pembilang or "")
            lines += entry("penyebut", indent=4, beside=i.penyebut or "")
        else:
            pilihan = f"; pilihannya: {', '.join(label.label)}" if label else ""
            lines += entry("realisasi", indent=4, beside=cara + pilihan)
        lines += [f"    {kunci}:" for kunci in _DIISI_UNIT]
        return lines + list(self._tindak_lanjut_lalu(lalu.isian))

    def _target(self, b: IndikatorBerlaku) -> str:
        """Satuan and what is aimed at, in this quarter and up to it."""
        target = b.indikator.target
        kini, sd = target.pada(self.berkas.periode.tw), sampai_dengan(self.berkas, b).target
        kata = []
        if kini is not None:
            kata.append(f"Target {self.tw}: {teks_nilai(kini)}")
        elif target.tahun is None and all(target.pada(tw) is None for tw in range(1, 5)):
            return f"Satuan: {b.indikator.satuan}. Target belum diisi di perjanjian kinerja."
        else:
            kata.append("Tidak ada target pada triwulan ini; boleh dikosongkan")
        if sd is not None:
            kata.append(f"target s.d. {self.tw}: {teks_nilai(sd)}")
        if target.tahun is not None:
            kata.append(f"target setahun: {teks_nilai(target.tahun)}")
        return f"Satuan: {b.indikator.satuan}. {'; '.join(kata)}."

    def _tindak_lanjut_lalu(self, isian: IsianRealisasi | None) -> Iterator[str]:
        """What last quarter promised, to be answered."""
        if isian is None or not isian.tindak_lanjut:
            return
        yield from comment(f"Jawab tindak lanjut {self.waktu_lalu}; status: selesai, berjalan, atau belum.", 4)
        yield "    tindak_lanjut_lalu:"
        for nomor, janji in enumerate(isian.tindak_lanjut, 1):
            batas = f"batas waktu {janji.batas_waktu.isoformat()}" if janji.batas_waktu else ""
            siapa = ", ".join(filter(None, (janji.pic and f"PIC {janji.pic}", batas)))
            yield from entry("nomor", str(nomor), indent=6, dash=True)
            yield from comment(janji.uraian + (f" ({siapa})" if siapa else ""), 8)
            yield from (*entry("status", indent=8), *entry("keterangan", indent=8))

    def _anggaran(self, b: AnggaranBerlaku) -> list[str]:
        dulu = None
        if self.lalu:
            found = isian_anggaran(self.berkas.pada(self.lalu.periode), b.kode)
            dulu = found[1].realisasi if found else None
        lalu = _rupiah(dulu) if dulu is not None else "belum ada"
        lines = entry("kode", b.kode, indent=2, dash=True, beside=b.baris.nama)
        lines += comment(f"Pagu {_rupiah(b.pagu)}; realisasi s.d. {self.waktu_lalu}: {lalu}.", 4)
        return lines + entry("realisasi", indent=4)

    # --- rapat.yaml ----------------------------------------------------------------------------------------------

    def rapat(self) -> list[str]:
        dulu = self.lalu.rapat.isi if self.lalu and self.lalu.rapat else Rapat()
        lines = ["undangan:", *self._undangan(dulu.undangan or Undangan()), ""]
        return [*lines, *self._daftar_hadir(), "", *self._notulen(), "", *self._koreksi()]

    def _undangan(self, dulu: Undangan) -> Iterator[str]:
        hal = sesuaikan(dulu.hal, self.berkas.periode.sebelumnya) if dulu.hal else None
        yield from entry("nomor", indent=2, beside=self._nomor(dulu.nomor))
        yield from entry("tanggal", indent=2, beside=f"contoh: {_contoh_tanggal(self.berkas.periode)}")
        yield from entry("sifat", dulu.sifat, indent=2)
        yield from entry("lampiran", dulu.lampiran, indent=2)
        hal = hal or f"Undangan Rapat Pembahasan Pengukuran Kinerja {self.waktu}"
        yield from entry("hal", hal, indent=2)
        yield from entry("tanggal_rapat", indent=2)
        yield from self._diteruskan("waktu", dulu.waktu)
        yield from self._diteruskan("tempat", dulu.tempat)
        yield from self._daftar("agenda", dulu.agenda)
        yield from self._daftar("diundang", dulu.diundang)
        if "pengundang" in dulu.model_fields_set:
            yield from entry("pengundang", dulu.pengundang, indent=2)

    def _daftar_hadir(self) -> Iterator[str]:
        yield "daftar_hadir:"
        yield from comment("Satu baris untuk setiap orang, juga bagi yang diundang tetapi tidak datang. Contoh:", 2)
        yield "  # - nama: Nama Lengkap, S.E."
        yield "  #   jabatan: Kepala Subbagian Keuangan"
        yield "  #   nip: 198001012005011001        # orang luar: tanpa nip, dengan instansi"
        yield "  #   hadir: tidak                   # tanpa baris ini: hadir"
        yield "  #   keterangan: alasannya, dan siapa yang mewakili"

    def _notulen(self) -> Iterator[str]:
        yield "notulen:"
        yield from entry("pimpinan", indent=2)
        yield from entry("notulis", indent=2)
        yield from entry("mulai", indent=2, beside="contoh: 09.15 WIB")
        yield from entry("selesai", indent=2)
        yield from entry("pembukaan", indent=2)
        yield "  pembahasan:"
        yield from _apart(
            [*entry("sasaran", s.kode, indent=4, dash=True, beside=s.nama), *entry("uraian", indent=6)]
            for s in self.berkas.pk.isi.sasaran
        )
        yield "  keputusan:"
        yield from comment("Contoh:", 4)
        yield "    # - uraian: Apa yang diputuskan"
        yield "    #   pic: Jabatan penanggung jawab"
        yield f"    #   batas_waktu: {_contoh_tanggal(self.berkas.periode)}"
        yield "  dokumentasi:"

    def _koreksi(self) -> Iterator[str]:
        yield from comment("Nilai di berkas unit TIDAK diubah; `semula` harus sama dengan yang tertulis di sana.")
        yield "koreksi:"
        yield from comment("Contoh; nilai dengan pembilang dan penyebut: semula: {pembilang: 37, penyebut: 56}", 2)
        yield f"  # - kode: {flat(self.berkas.pk.isi.indikator[0].kode)}"
        yield "  #   semula: 12.5"
        yield "  #   menjadi: 12.8"
        yield "  #   alasan: Mengapa nilainya dikoreksi"

    # --- langkah.yaml --------------------------------------------------------------------------------------------

    def langkah(self) -> list[str]:
        dulu = (self.lalu.catatan.disposisi if self.lalu else None) or CatatanDisposisi()
        lines = entry("disposisi", beside="langkah 1")
        nomor = f"{self.waktu_lalu}: {dulu.nomor_agenda}" if dulu.nomor_agenda else ""
        lines += entry("nomor_agenda", indent=2, beside=nomor)
        lines += entry("sifat", dulu.sifat, indent=2)
        lines += self._daftar("kepada", dulu.kepada or tuple(self._penerima()))
        lines += self._daftar("instruksi", dulu.instruksi) if dulu.instruksi else self._instruksi()
        lines += entry("batas_waktu", indent=2, beside=f"contoh: {_contoh_tanggal(self.berkas.periode)}")
        lines += [*entry("oleh", indent=2), *entry("mulai", indent=2), *entry("selesai", indent=2), ""]
        return [*lines, *self._perintah()]

    def _penerima(self) -> Iterator[str]:
        """To whom a first disposisi goes: who compiles and who invites."""
        for peran in ("sekretaris", "kasubbag"):
            pejabat = pejabat_pada(self.berkas.badan.isi, peran, self.berkas.periode.hari_terakhir)
            if pejabat:
                yield pejabat.jabatan

    def _instruksi(self) -> list[str]:
        return ["  instruksi:", *item(f"Susun dokumen pengukuran kinerja {self.waktu} sesuai SOP.", indent=4)]

    def _perintah(self) -> Iterator[str]:
        """The keys that the later steps fill, each with the command that does it; step 7 has its own files."""
        yield from comment(
            "Langkah berikutnya dicatat sesudah dilaksanakan, berurutan, dengan perintah di sampingnya; `--oleh` "
            "memuat nama pejabatnya seperti di badan.yaml."
        )
        for langkah in LANGKAH[1:]:
            perintah = " ".join(("kinerja", *kata_perintah(langkah.no, self.berkas.periode)))
            perintah = perintah.replace("NAMA", '"NAMA"')
            if langkah.no == LANGKAH_VALIDASI:
                yield from ("", *comment(f"validasi/<unit>.yaml: {perintah}"), "berita_acara:")
                yield from entry("nomor", indent=2, beside="nomor berita acara hasil validasi")
            else:
                yield from ("", *entry(langkah.kunci, beside=perintah))

    # --- surat-pengantar.yaml ------------------------------------------------------------------------------------

    def surat_pengantar(self) -> list[str]:
        dulu = self.lalu.surat_pengantar.isi if self.lalu and self.lalu.surat_pengantar else SuratPengantar()
        lines = entry("nomor", beside=self._nomor(dulu.nomor))
        lines += [*entry("tanggal"), ""]
        lines += self._diteruskan("kepada", dulu.kepada, indent=0)
        lines += self._diteruskan("melalui", dulu.melalui, indent=0)
        lines += [*self._diteruskan("di", dulu.di, indent=0), "", "naskah:"]
        for naskah in dulu.naskah:
            lines += self._naskah(naskah)
        return [*lines, "", *entry("pengirim", dulu.pengirim)]

    def _naskah(self, naskah: NaskahDikirim) -> Iterator[str]:
        uraian = sesuaikan(naskah.uraian, self.berkas.periode.sebelumnya)
        if uraian is None:
            yield from self._ditinggal(naskah.uraian, 2)
            return
        yield from entry("uraian", uraian, indent=2, dash=True)
        yield from entry("banyaknya", str(naskah.banyaknya), indent=4)
        yield from entry("satuan", naskah.satuan, indent=4)
        yield from self._diteruskan("keterangan", naskah.keterangan, indent=4)

    # --- texts that go on ----------------------------------------------------------------------------------------

    def _diteruskan(self, kunci: str, teks: str | None, indent: int = 2) -> list[str]:
        """A key with last quarter's text as this one may use it, or else with that text in a comment."""
        baru = sesuaikan(teks, self.berkas.periode.sebelumnya) if teks else None
        beside = f"{self.waktu_lalu}: {teks}; sesuaikan" if teks and baru is None else ""
        return entry(kunci, baru, indent=indent, beside=beside)

    def _daftar(self, kunci: str, butir: Iterable[str]) -> list[str]:
        lines = [f"  {kunci}:"]
        for teks in butir:
            baru = sesuaikan(teks, self.berkas.periode.sebelumnya)
            lines += self._ditinggal(teks, 4) if baru is None else item(baru, indent=4)
        return lines

    def _ditinggal(self, teks: str, indent: int) -> list[str]:
        return comment(f"{self.waktu_lalu}, sesuaikan: {teks}", indent)

    def _nomor(self, dulu: str | None) -> str:
        """The agency's pattern of letter numbers, and the last one; a letter of TW IV bears the year it is sent in."""
        pola, periode = self.berkas.badan.isi.badan.pola_nomor_surat, self.berkas.periode
        kata = [f"pola: {pola}" if pola else "", f"{self.waktu_lalu}: {dulu}" if dulu else ""]
        if periode.tw == 4:
            kata.append(f"surat bertanggal Januari {periode.tahun + 1} memakai tahun {periode.tahun + 1}")
        return "; ".join(filter(None, kata))


def _apart(blocks: Iterable[list[str]]) -> list[str]:
    """Blocks with a blank line between them."""
    lines: list[str] = []
    for block in blocks:
        lines += [*([""] if lines else []), *block]
    return lines


def _diketik(nilai: NilaiTriwulan) -> str:
    """A value as it was typed, or as the meeting corrected it."""
    if not nilai.ada:
        return "belum ada"
    sesudah = " (sesudah koreksi rapat)" if nilai.koreksi else ""
    if nilai.nilai is not None:
        return teks_nilai(nilai.nilai) + sesudah
    return f"pembilang {nilai.pembilang:f}, penyebut {nilai.penyebut:f}{sesudah}"


def _rupiah(nilai: Decimal) -> str:
    return f"{nilai:f}"


def _contoh_tanggal(periode: Periode) -> str:
    """A day in the month after the quarter, as dates are typed."""
    akhir = periode.hari_terakhir
    return akhir.replace(year=akhir.year + akhir.month // 12, month=akhir.month % 12 + 1, day=15).isoformat()
