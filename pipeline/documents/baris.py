"""What the measurement document's template prints: rows and parts whose fields are finished Indonesian text.

It refuses to know where the text comes from. A field that may be empty says so; every other field always has text.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.media import Image


@dataclass(frozen=True, slots=True)
class BarisRingkasan:
    """One sasaran in the ringkasan eksekutif."""

    nomor: str
    kode: str
    sasaran: str
    indikator: str
    mencapai: str
    capaian_tw: str
    predikat_tw: str
    capaian_tahun: str
    predikat_tahun: str


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """The ringkasan eksekutif: sentences, the table per sasaran, and each indikator that is not on target by name."""

    kalimat_indikator: str
    kalimat_capaian: str
    kalimat_sasaran: str
    kalimat_anggaran: str
    kalimat_efisiensi: str
    baris: tuple[BarisRingkasan, ...]
    capaian_tw: str
    predikat_tw: str
    capaian_tahun: str
    predikat_tahun: str
    cara_tw: str
    cara_tahun: str
    meleset: tuple[str, ...]
    tanpa_capaian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisPK:
    """One indikator of the perjanjian kinerja with its targets as in force."""

    nomor: str
    indikator: str
    satuan: str
    tahun: str
    tw1: str
    tw2: str
    tw3: str
    tw4: str


@dataclass(frozen=True, slots=True)
class KelompokPK:
    """The indikator of one sasaran."""

    kode: str
    nama: str
    baris: tuple[BarisPK, ...]


@dataclass(frozen=True, slots=True)
class BarisPagu:
    """One budget row of Bab II; exactly one of program, kegiatan and sub_kegiatan is true."""

    program: bool
    kegiatan: bool
    kode: str
    nama: str
    sasaran: str
    pagu_awal: str
    pagu: str
    selisih: str


@dataclass(frozen=True, slots=True)
class Perencanaan:
    """Bab II: the PK and the pagu as in force, and what a PK perubahan changed (empty where none applies)."""

    dasar: str
    kelompok: tuple[KelompokPK, ...]
    perubahan: tuple[str, ...]
    pagu: tuple[BarisPagu, ...]
    total_pagu_awal: str
    total_pagu: str
    total_selisih: str


@dataclass(frozen=True, slots=True)
class BarisRumus:
    """One way of computing a capaian and the indikator it is used for."""

    jenis: str
    rumus: str
    indikator: str


@dataclass(frozen=True, slots=True)
class BarisSkala:
    """One band of the predikat scale."""

    nomor: str
    rentang: str
    predikat: str


@dataclass(frozen=True, slots=True)
class BarisLabel:
    """A scale of labels with its scores and the indikator it is used for."""

    indikator: str
    skor: str
    dasar_hukum: str


@dataclass(frozen=True, slots=True)
class Metode:
    """How capaian are computed, in words."""

    rumus: tuple[BarisRumus, ...]
    aturan: tuple[str, ...]
    skala: tuple[BarisSkala, ...]
    dasar_skala: str
    label: tuple[BarisLabel, ...]


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One indikator of the wide table; a capped capaian carries an asterisk."""

    nomor: str
    kode: str
    indikator: str
    satuan: str
    target_tahun: str
    target_tw: str
    realisasi: str
    capaian_tw: str
    capaian_tahun: str
    predikat: str


@dataclass(frozen=True, slots=True)
class KelompokHasil:
    """One sasaran of the wide table with its means and how they were made."""

    kode: str
    nama: str
    baris: tuple[BarisHasil, ...]
    capaian_tw: str
    capaian_tahun: str
    predikat: str
    cara_tw: str
    cara_tahun: str


@dataclass(frozen=True, slots=True)
class TabelHasil:
    """The wide table. `catatan` gives the uncapped values behind the asterisks (empty where nothing was capped)."""

    kelompok: tuple[KelompokHasil, ...]
    capaian_tw: str
    capaian_tahun: str
    predikat: str
    cara_tw: str
    cara_tahun: str
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One line of an indikator's comparison: an earlier triwulan, this one, last year, the Renstra's end."""

    waktu: str
    target: str
    realisasi: str
    capaian: str
    predikat: str


@dataclass(frozen=True, slots=True)
class BarisTindakLanjut:
    """A follow-up with who does it and by when."""

    nomor: str
    uraian: str
    pic: str
    batas_waktu: str


@dataclass(frozen=True, slots=True)
class BagianIndikator:
    """An indikator's own section of Bab III. Empty strings: definisi, sumber_data, dasar_hitung, program,
    penjelasan, koreksi, pembilang, penyebut, hitungan_realisasi and kalimat_banding where there is nothing to say.
    Where the unit reported nothing `dilaporkan` is false and `kalimat_isian` says why; `bukti` always has a line.
    `tanpa_pendorong`, `tanpa_penghambat` and `tanpa_tindak_lanjut` are the sentences in place of an empty list."""

    kode: str
    nama: str
    satuan: str
    definisi: str
    penanggung_jawab: str
    sifat: str
    sumber_data: str
    dasar_hitung: str
    program: str
    kalimat: str
    pembilang: str
    penyebut: str
    hitungan_realisasi: str
    hitungan_tw: str
    hitungan_tahun: str
    target_triwulan: str
    realisasi_triwulan: str
    target_tw: str
    realisasi: str
    koreksi: str
    penjelasan: str
    banding: tuple[BarisBanding, ...]
    kalimat_banding: str
    faktor_pendorong: tuple[str, ...]
    faktor_penghambat: tuple[str, ...]
    tindak_lanjut: tuple[BarisTindakLanjut, ...]
    tanpa_pendorong: str
    tanpa_penghambat: str
    tanpa_tindak_lanjut: str
    dilaporkan: bool
    kalimat_isian: str
    bukti: tuple[str, ...]
    sumber: str


@dataclass(frozen=True, slots=True)
class BagianSasaran:
    """One sasaran of Bab III with its indikator's sections."""

    kode: str
    nama: str
    kalimat: str
    indikator: tuple[BagianIndikator, ...]


@dataclass(frozen=True, slots=True)
class BarisAnggaranTercetak:
    """One budget row of Bab III; exactly one of program, kegiatan and neither (sub kegiatan) holds."""

    program: bool
    kegiatan: bool
    kode: str
    nama: str
    pagu: str
    realisasi: str
    serapan: str
    kas: str
    terhadap_kas: str


@dataclass(frozen=True, slots=True)
class BarisEfisiensi:
    """Efficiency of one sasaran: achievement minus absorption, and which of each."""

    kode: str
    sasaran: str
    capaian: str
    serapan: str
    efisiensi: str
    dasar: str


@dataclass(frozen=True, slots=True)
class Anggaran:
    """Realisasi anggaran and efisiensi; `ada_kas` says whether any anggaran kas is given."""

    ada_kas: bool
    kalimat: str
    kalimat_kas: str
    belum: str
    baris: tuple[BarisAnggaranTercetak, ...]
    total_pagu: str
    total_realisasi: str
    total_serapan: str
    total_kas: str
    total_terhadap_kas: str
    efisiensi: tuple[BarisEfisiensi, ...]
    efisiensi_badan: BarisEfisiensi
    kalimat_efisiensi: str


@dataclass(frozen=True, slots=True)
class BarisTindakLanjutLalu:
    """A follow-up of the quarter before and what became of it."""

    nomor: str
    kode: str
    uraian: str
    pic: str
    batas_waktu: str
    status: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class TindakLanjutLalu:
    """What became of the quarter before; the sentence stands also where there are no rows."""

    triwulan: str
    kalimat: str
    baris: tuple[BarisTindakLanjutLalu, ...]


@dataclass(frozen=True, slots=True)
class BarisHadir:
    """One row of the daftar hadir."""

    nomor: str
    nama: str
    nip: str
    jabatan: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class BarisPembahasan:
    """What the meeting said of one sasaran."""

    nomor: str
    sasaran: str
    uraian: str


@dataclass(frozen=True, slots=True)
class BarisKeputusan:
    """A decision of the meeting."""

    nomor: str
    uraian: str
    pic: str
    batas_waktu: str


@dataclass(frozen=True, slots=True)
class BarisKoreksi:
    """A correction of a realisasi."""

    kode: str
    indikator: str
    semula: str
    menjadi: str
    alasan: str


@dataclass(frozen=True, slots=True)
class Foto:
    """A photo of the meeting."""

    gambar: Image
    keterangan: str


@dataclass(frozen=True, slots=True)
class BagianRapat:
    """The meeting. Where `ada_undangan` or `ada_notulen` is false the sentence says what is not there yet."""

    kalimat: str
    ada_undangan: bool
    nomor: str
    tanggal_surat: str
    sifat: str
    lampiran: str
    hal: str
    hari_tanggal: str
    waktu: str
    tempat: str
    agenda: tuple[str, ...]
    diundang: tuple[str, ...]
    kalimat_hadir: str
    hadir: tuple[BarisHadir, ...]
    ada_notulen: bool
    pimpinan: str
    notulis: str
    pukul: str
    pembukaan: str
    pembahasan: tuple[BarisPembahasan, ...]
    keputusan: tuple[BarisKeputusan, ...]
    kalimat_keputusan: str
    koreksi: tuple[BarisKoreksi, ...]
    kalimat_koreksi: str
    foto: tuple[Foto, ...]


@dataclass(frozen=True, slots=True)
class BarisValidasi:
    """One round of validating one indikator; kode and indikator are empty from its second round on."""

    pertama: bool
    kode: str
    indikator: str
    putaran: str
    tanggal: str
    validator: str
    hasil: str
    catatan: str


@dataclass(frozen=True, slots=True)
class ValidasiUnitTercetak:
    """The validation of one unit; the sentence stands also where there are no rows."""

    unit: str
    kalimat: str
    baris: tuple[BarisValidasi, ...]


@dataclass(frozen=True, slots=True)
class BarisPeringatan:
    """A finding of the automatic checks and where it stands."""

    nomor: str
    pesan: str
    tempat: str


@dataclass(frozen=True, slots=True)
class BagianValidasi:
    """Validation by the units and the automatic checks; `lengkap`: every indikator has a result."""

    kalimat: str
    lengkap: bool
    unit: tuple[ValidasiUnitTercetak, ...]
    kalimat_peringatan: str
    peringatan: tuple[BarisPeringatan, ...]


@dataclass(frozen=True, slots=True)
class Penutup:
    """The computed sentences of Bab V; `kalimat_tindak_lanjut` and `kalimat_validasi` always say something."""

    kalimat_indikator: str
    kalimat_capaian: str
    kalimat_anggaran: str
    kalimat_tindak_lanjut: str
    kalimat_validasi: str
