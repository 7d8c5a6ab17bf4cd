"""What the measurement document's template prints: rows and parts whose fields are finished Indonesian text.

It refuses to know where the text comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.documents.arti import Arti
from pipeline.media import Image


@dataclass(frozen=True, slots=True)
class BarisRingkasan:
    """One sasaran in the ringkasan eksekutif."""

    nomor: Annotated[str, Arti("Nomor urut")]
    kode: Annotated[str, Arti("Kode sasaran")]
    sasaran: Annotated[str, Arti("Nama sasaran")]
    indikator: Annotated[str, Arti("Banyaknya indikator pada sasaran itu", satuan="indikator")]
    mencapai: Annotated[str, Arti("Banyaknya indikator yang mencapai target s.d. triwulan", satuan="indikator")]
    capaian_tw: Annotated[str, Arti("Rata-rata capaian sasaran terhadap target s.d. triwulan", satuan="persen")]
    predikat_tw: Annotated[str, Arti("Predikat rata-rata capaian terhadap target s.d. triwulan")]
    capaian_tahun: Annotated[str, Arti("Rata-rata capaian sasaran terhadap target tahun", satuan="persen")]
    predikat_tahun: Annotated[str, Arti("Predikat rata-rata capaian terhadap target tahun")]


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """The ringkasan eksekutif: sentences, the table per sasaran, and each indikator that is not on target by name."""

    kalimat_indikator: Annotated[str, Arti("Kalimat banyaknya indikator yang mencapai target s.d. triwulan")]
    kalimat_capaian: Annotated[str, Arti("Kalimat rata-rata capaian Badan terhadap kedua target")]
    kalimat_sasaran: Annotated[str, Arti("Kalimat sasaran dengan capaian tertinggi dan terendah", boleh_kosong=True)]
    kalimat_anggaran: Annotated[str, Arti("Kalimat realisasi anggaran terhadap pagu")]
    kalimat_efisiensi: Annotated[str, Arti("Kalimat tingkat efisiensi dan artinya")]
    baris: Annotated[tuple[BarisRingkasan, ...], Arti("Capaian setiap sasaran")]
    capaian_tw: Annotated[str, Arti("Rata-rata capaian Badan terhadap target s.d. triwulan", satuan="persen")]
    predikat_tw: Annotated[str, Arti("Predikat rata-rata capaian terhadap target s.d. triwulan")]
    capaian_tahun: Annotated[str, Arti("Rata-rata capaian Badan terhadap target tahun", satuan="persen")]
    predikat_tahun: Annotated[str, Arti("Predikat rata-rata capaian terhadap target tahun")]
    cara_tw: Annotated[str, Arti("Cara rata-rata terhadap target s.d. triwulan dihitung, dengan yang tidak dihitung")]
    cara_tahun: Annotated[str, Arti("Cara rata-rata terhadap target tahun dihitung, dengan yang tidak dihitung")]
    meleset: Annotated[
        tuple[str, ...],
        Arti("Indikator yang belum mencapai target, dengan realisasi, target, dan capaiannya", boleh_kosong=True),
    ]
    tanpa_capaian: Annotated[tuple[str, ...], Arti("Indikator tanpa angka capaian, dengan sebabnya", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class BarisPK:
    """One indikator of the perjanjian kinerja with its targets as in force."""

    nomor: Annotated[str, Arti("Nomor urut, bersambung antarsasaran")]
    indikator: Annotated[str, Arti("Kode dan nama indikator")]
    satuan: Annotated[str, Arti("Satuan ukur indikator")]
    tahun: Annotated[str, Arti("Target setahun")]
    tw1: Annotated[str, Arti("Target Triwulan I menurut perjanjian kinerja")]
    tw2: Annotated[str, Arti("Target Triwulan II menurut perjanjian kinerja")]
    tw3: Annotated[str, Arti("Target Triwulan III menurut perjanjian kinerja")]
    tw4: Annotated[str, Arti("Target Triwulan IV menurut perjanjian kinerja")]


@dataclass(frozen=True, slots=True)
class KelompokPK:
    """The indikator of one sasaran."""

    kode: Annotated[str, Arti("Kode sasaran")]
    nama: Annotated[str, Arti("Nama sasaran")]
    baris: Annotated[tuple[BarisPK, ...], Arti("Indikator pada sasaran itu")]


@dataclass(frozen=True, slots=True)
class BarisPagu:
    """One budget row of Bab II; a sub kegiatan where neither program nor kegiatan holds."""

    program: Annotated[bool, Arti("Ya bila baris ini program")]
    kegiatan: Annotated[bool, Arti("Ya bila baris ini kegiatan")]
    kode: Annotated[str, Arti("Kode program, kegiatan, atau sub kegiatan")]
    nama: Annotated[str, Arti("Nama program, kegiatan, atau sub kegiatan")]
    sasaran: Annotated[str, Arti("Kode sasaran yang didukung", boleh_kosong=True)]
    pagu_awal: Annotated[str, Arti("Pagu sebelum perubahan", satuan="rupiah")]
    pagu: Annotated[str, Arti("Pagu yang berlaku", satuan="rupiah")]
    selisih: Annotated[str, Arti("Pagu yang berlaku dikurangi pagu awal", satuan="rupiah")]


@dataclass(frozen=True, slots=True)
class Perencanaan:
    """Bab II: the PK and the pagu as in force, and what a PK perubahan changed."""

    dasar: Annotated[str, Arti("Perjanjian kinerja yang diukur, dengan tanggal dan Renstranya")]
    kelompok: Annotated[tuple[KelompokPK, ...], Arti("Indikator perjanjian kinerja menurut sasaran")]
    perubahan: Annotated[tuple[str, ...], Arti("Kalimat isi setiap PK perubahan yang berlaku", boleh_kosong=True)]
    pagu: Annotated[tuple[BarisPagu, ...], Arti("Pagu setiap program, kegiatan, dan sub kegiatan", boleh_kosong=True)]
    total_pagu_awal: Annotated[str, Arti("Jumlah pagu sebelum perubahan", satuan="rupiah")]
    total_pagu: Annotated[str, Arti("Jumlah pagu yang berlaku", satuan="rupiah")]
    total_selisih: Annotated[str, Arti("Jumlah pagu yang berlaku dikurangi jumlah pagu awal", satuan="rupiah")]


@dataclass(frozen=True, slots=True)
class BarisRumus:
    """One way of computing a capaian and the indikator it is used for."""

    jenis: Annotated[str, Arti("Jenis target dan arahnya")]
    rumus: Annotated[str, Arti("Rumus capaian")]
    indikator: Annotated[str, Arti("Kode indikator yang memakai rumus itu")]


@dataclass(frozen=True, slots=True)
class BarisSkala:
    """One band of the predikat scale."""

    nomor: Annotated[str, Arti("Nomor urut")]
    rentang: Annotated[str, Arti("Rentang capaian, seperti “lebih dari 75 s.d. 90”", satuan="persen")]
    predikat: Annotated[str, Arti("Predikat untuk rentang itu")]


@dataclass(frozen=True, slots=True)
class BarisLabel:
    """A scale of labels with its scores and the indikator it is used for."""

    indikator: Annotated[str, Arti("Kode indikator yang memakai skala itu")]
    skor: Annotated[str, Arti("Setiap label dengan skornya")]
    dasar_hukum: Annotated[str, Arti("Dasar hukum skala label, atau tanda “–”")]


@dataclass(frozen=True, slots=True)
class Metode:
    """How capaian are computed, in words."""

    rumus: Annotated[tuple[BarisRumus, ...], Arti("Rumus capaian yang dipakai")]
    aturan: Annotated[tuple[str, ...], Arti("Aturan pengukuran yang berlaku, satu paragraf setiap aturan")]
    skala: Annotated[tuple[BarisSkala, ...], Arti("Skala predikat yang berlaku", boleh_kosong=True)]
    dasar_skala: Annotated[str, Arti("Dasar hukum skala predikat", boleh_kosong=True)]
    label: Annotated[
        tuple[BarisLabel, ...], Arti("Skala label bagi indikator dengan target predikat", boleh_kosong=True)
    ]


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One indikator of the wide table."""

    nomor: Annotated[str, Arti("Nomor urut")]
    kode: Annotated[str, Arti("Kode indikator")]
    indikator: Annotated[str, Arti("Nama indikator")]
    satuan: Annotated[str, Arti("Satuan ukur indikator")]
    target_tahun: Annotated[str, Arti("Target setahun")]
    target_tw: Annotated[str, Arti("Target s.d. triwulan")]
    realisasi: Annotated[str, Arti("Realisasi s.d. triwulan")]
    capaian_tw: Annotated[str, Arti("Capaian terhadap target s.d. triwulan, bertanda * bila dibatasi", satuan="persen")]
    capaian_tahun: Annotated[str, Arti("Capaian terhadap target tahun, bertanda * bila dibatasi", satuan="persen")]
    predikat: Annotated[str, Arti("Predikat capaian terhadap target s.d. triwulan")]
    tercapai: Annotated[bool, Arti("Apakah target s.d. triwulan tercapai; tidak, bila capaiannya tidak dapat dihitung")]


@dataclass(frozen=True, slots=True)
class KelompokHasil:
    """One sasaran of the wide table with its means and how they were made."""

    kode: Annotated[str, Arti("Kode sasaran")]
    nama: Annotated[str, Arti("Nama sasaran")]
    baris: Annotated[tuple[BarisHasil, ...], Arti("Indikator pada sasaran itu")]
    capaian_tw: Annotated[str, Arti("Rata-rata capaian sasaran terhadap target s.d. triwulan", satuan="persen")]
    capaian_tahun: Annotated[str, Arti("Rata-rata capaian sasaran terhadap target tahun", satuan="persen")]
    predikat: Annotated[str, Arti("Predikat rata-rata capaian terhadap target s.d. triwulan")]
    cara_tw: Annotated[str, Arti("Cara rata-rata terhadap target s.d. triwulan dihitung, dengan yang tidak dihitung")]
    cara_tahun: Annotated[str, Arti("Cara rata-rata terhadap target tahun dihitung, dengan yang tidak dihitung")]


@dataclass(frozen=True, slots=True)
class TabelHasil:
    """The wide table."""

    kelompok: Annotated[tuple[KelompokHasil, ...], Arti("Indikator menurut sasaran")]
    capaian_tw: Annotated[str, Arti("Rata-rata capaian Badan terhadap target s.d. triwulan", satuan="persen")]
    capaian_tahun: Annotated[str, Arti("Rata-rata capaian Badan terhadap target tahun", satuan="persen")]
    predikat: Annotated[str, Arti("Predikat rata-rata capaian terhadap target s.d. triwulan")]
    cara_tw: Annotated[str, Arti("Cara rata-rata terhadap target s.d. triwulan dihitung, dengan yang tidak dihitung")]
    cara_tahun: Annotated[str, Arti("Cara rata-rata terhadap target tahun dihitung, dengan yang tidak dihitung")]
    catatan: Annotated[tuple[str, ...], Arti("Capaian tanpa batas dari setiap indikator bertanda *", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One line of an indikator's comparison: an earlier triwulan, this one, last year, the Renstra's end."""

    waktu: Annotated[str, Arti("Waktu yang dibandingkan, seperti “s.d. Triwulan II 2026”")]
    target: Annotated[str, Arti("Target pada waktu itu")]
    realisasi: Annotated[str, Arti("Realisasi pada waktu itu")]
    capaian: Annotated[str, Arti("Capaian pada waktu itu, dengan angka tanpa batas bila dibatasi", satuan="persen")]
    predikat: Annotated[str, Arti("Predikat capaian itu")]


@dataclass(frozen=True, slots=True)
class BarisTindakLanjut:
    """A follow-up with who does it and by when."""

    nomor: Annotated[str, Arti("Nomor urut")]
    uraian: Annotated[str, Arti("Apa yang akan dilakukan")]
    pic: Annotated[str, Arti("Penanggung jawab tindak lanjut")]
    batas_waktu: Annotated[str, Arti("Batas waktu penyelesaian")]


@dataclass(frozen=True, slots=True)
class BagianIndikator:
    """An indikator's own section of Bab III; `kalimat_isian` says why where it is not `dilaporkan`."""

    kode: Annotated[str, Arti("Kode indikator")]
    nama: Annotated[str, Arti("Nama indikator")]
    satuan: Annotated[str, Arti("Satuan ukur indikator")]
    definisi: Annotated[str, Arti("Definisi operasional indikator", boleh_kosong=True)]
    penanggung_jawab: Annotated[str, Arti("Nama unit penanggung jawab")]
    sifat: Annotated[str, Arti("Jenis target, arah, dan cara akumulasi")]
    sumber_data: Annotated[str, Arti("Sumber data indikator", boleh_kosong=True)]
    dasar_hitung: Annotated[str, Arti("Cara menghitung, dalam kata-kata", boleh_kosong=True)]
    program: Annotated[str, Arti("Program, kegiatan, atau sub kegiatan pendukung", boleh_kosong=True)]
    kalimat: Annotated[str, Arti("Kalimat realisasi, capaian, dan predikat terhadap kedua target")]
    pembilang: Annotated[str, Arti("Uraian pembilang dengan angkanya", boleh_kosong=True)]
    penyebut: Annotated[str, Arti("Uraian penyebut dengan angkanya", boleh_kosong=True)]
    hitungan_realisasi: Annotated[
        str, Arti("Perhitungan realisasi, seperti “541 / 608 × 100 = 88,98”", boleh_kosong=True)
    ]
    hitungan_tw: Annotated[
        str, Arti("Perhitungan capaian terhadap target s.d. triwulan, atau sebab tidak ada angkanya")
    ]
    hitungan_tahun: Annotated[str, Arti("Perhitungan capaian terhadap target tahun, atau sebab tidak ada angkanya")]
    target_triwulan: Annotated[str, Arti("Target triwulan ini saja, dengan satuannya")]
    realisasi_triwulan: Annotated[str, Arti("Realisasi triwulan ini saja, dengan satuannya")]
    target_tw: Annotated[str, Arti("Target s.d. triwulan, dengan satuannya")]
    realisasi: Annotated[str, Arti("Realisasi s.d. triwulan, dengan satuannya")]
    koreksi: Annotated[str, Arti("Kalimat koreksi oleh rapat dengan alasannya", boleh_kosong=True)]
    penjelasan: Annotated[str, Arti("Penjelasan unit tentang nilai itu", boleh_kosong=True)]
    banding: Annotated[
        tuple[BarisBanding, ...], Arti("Perbandingan dengan triwulan lain, tahun lalu, dan akhir Renstra")
    ]
    kalimat_banding: Annotated[str, Arti("Kalimat perbandingan dengan tahun lalu dan akhir Renstra", boleh_kosong=True)]
    faktor_pendorong: Annotated[tuple[str, ...], Arti("Faktor pendorong menurut unit", boleh_kosong=True)]
    faktor_penghambat: Annotated[tuple[str, ...], Arti("Faktor penghambat menurut unit", boleh_kosong=True)]
    tindak_lanjut: Annotated[
        tuple[BarisTindakLanjut, ...], Arti("Tindak lanjut yang direncanakan unit", boleh_kosong=True)
    ]
    tanpa_pendorong: Annotated[str, Arti("Kalimat pengganti bila tidak ada faktor pendorong")]
    tanpa_penghambat: Annotated[str, Arti("Kalimat pengganti bila tidak ada faktor penghambat")]
    tanpa_tindak_lanjut: Annotated[str, Arti("Kalimat pengganti bila tidak ada tindak lanjut")]
    dilaporkan: Annotated[bool, Arti("Ya bila unit mengisi indikator ini pada triwulan pelaporan")]
    kalimat_isian: Annotated[str, Arti("Kalimat sebab faktor dan tindak lanjut tidak dilaporkan", boleh_kosong=True)]
    bukti: Annotated[
        tuple[str, ...], Arti("Bukti dukung dengan berkas atau tautannya; tanda “–” atau “belum diisi” bila tidak ada")
    ]
    sumber: Annotated[str, Arti("Berkas data asal angka")]


@dataclass(frozen=True, slots=True)
class BagianSasaran:
    """One sasaran of Bab III with its indikator's sections."""

    kode: Annotated[str, Arti("Kode sasaran")]
    nama: Annotated[str, Arti("Nama sasaran")]
    kalimat: Annotated[str, Arti("Kalimat banyaknya indikator yang mencapai target dan rata-rata capaian sasaran")]
    indikator: Annotated[tuple[BagianIndikator, ...], Arti("Uraian setiap indikator pada sasaran itu")]


@dataclass(frozen=True, slots=True)
class BarisAnggaranTercetak:
    """One budget row of Bab III; a sub kegiatan where neither program nor kegiatan holds."""

    program: Annotated[bool, Arti("Ya bila baris ini program")]
    kegiatan: Annotated[bool, Arti("Ya bila baris ini kegiatan")]
    kode: Annotated[str, Arti("Kode program, kegiatan, atau sub kegiatan")]
    nama: Annotated[str, Arti("Nama program, kegiatan, atau sub kegiatan")]
    pagu: Annotated[str, Arti("Pagu yang berlaku", satuan="rupiah")]
    realisasi: Annotated[str, Arti("Realisasi anggaran s.d. triwulan", satuan="rupiah")]
    serapan: Annotated[str, Arti("Realisasi terhadap pagu", satuan="persen")]
    kas: Annotated[str, Arti("Anggaran kas s.d. triwulan", satuan="rupiah")]
    terhadap_kas: Annotated[str, Arti("Realisasi terhadap anggaran kas", satuan="persen")]


@dataclass(frozen=True, slots=True)
class BarisEfisiensi:
    """Efficiency of one sasaran: achievement minus absorption, and which of each."""

    kode: Annotated[str, Arti("Kode sasaran", boleh_kosong=True)]
    sasaran: Annotated[str, Arti("Nama sasaran, atau “Badan”")]
    capaian: Annotated[str, Arti("Rata-rata capaian yang diperbandingkan", satuan="persen")]
    serapan: Annotated[str, Arti("Serapan pagu, atau realisasi terhadap anggaran kas", satuan="persen")]
    efisiensi: Annotated[str, Arti("Capaian dikurangi serapan", satuan="poin persentase")]
    dasar: Annotated[str, Arti("Capaian dan serapan yang diperbandingkan")]


@dataclass(frozen=True, slots=True)
class Anggaran:
    """Realisasi anggaran and efisiensi."""

    ada_kas: Annotated[bool, Arti("Ya bila ada anggaran kas")]
    kalimat: Annotated[str, Arti("Kalimat realisasi anggaran terhadap pagu")]
    kalimat_kas: Annotated[str, Arti("Kalimat realisasi anggaran terhadap anggaran kas", boleh_kosong=True)]
    belum: Annotated[str, Arti("Kalimat unit yang belum mengisi realisasi anggaran", boleh_kosong=True)]
    baris: Annotated[
        tuple[BarisAnggaranTercetak, ...],
        Arti("Realisasi setiap program, kegiatan, dan sub kegiatan", boleh_kosong=True),
    ]
    total_pagu: Annotated[str, Arti("Jumlah pagu yang berlaku", satuan="rupiah")]
    total_realisasi: Annotated[str, Arti("Jumlah realisasi anggaran s.d. triwulan", satuan="rupiah")]
    total_serapan: Annotated[str, Arti("Jumlah realisasi terhadap jumlah pagu", satuan="persen")]
    total_kas: Annotated[str, Arti("Jumlah anggaran kas s.d. triwulan", satuan="rupiah")]
    total_terhadap_kas: Annotated[str, Arti("Jumlah realisasi terhadap jumlah anggaran kas", satuan="persen")]
    efisiensi: Annotated[tuple[BarisEfisiensi, ...], Arti("Tingkat efisiensi setiap sasaran")]
    efisiensi_badan: Annotated[BarisEfisiensi, Arti("Tingkat efisiensi seluruh Badan")]
    kalimat_efisiensi: Annotated[str, Arti("Kalimat tingkat efisiensi dan artinya")]


@dataclass(frozen=True, slots=True)
class BarisTindakLanjutLalu:
    """A follow-up of the quarter before and what became of it."""

    nomor: Annotated[str, Arti("Nomor urut")]
    kode: Annotated[str, Arti("Kode indikator")]
    uraian: Annotated[str, Arti("Tindak lanjut yang direncanakan")]
    pic: Annotated[str, Arti("Penanggung jawab tindak lanjut")]
    batas_waktu: Annotated[str, Arti("Batas waktu penyelesaian")]
    status: Annotated[str, Arti("Kata “selesai”, “sedang berjalan”, “belum dilaksanakan”, atau “belum dijawab”")]
    keterangan: Annotated[str, Arti("Apa yang terjadi menurut unit, atau tanda “–”")]


@dataclass(frozen=True, slots=True)
class TindakLanjutLalu:
    """What became of the quarter before; the sentence stands also where there are no rows."""

    triwulan: Annotated[str, Arti("Triwulan sebelumnya, seperti “Triwulan II Tahun 2026”")]
    kalimat: Annotated[str, Arti("Kalimat banyaknya tindak lanjut yang selesai, berjalan, dan belum dijawab")]
    baris: Annotated[
        tuple[BarisTindakLanjutLalu, ...], Arti("Setiap tindak lanjut triwulan sebelumnya", boleh_kosong=True)
    ]


@dataclass(frozen=True, slots=True)
class BarisHadir:
    """One row of the daftar hadir."""

    nomor: Annotated[str, Arti("Nomor urut")]
    nama: Annotated[str, Arti("Nama lengkap dengan gelar")]
    nip: Annotated[str, Arti("NIP yang dikelompokkan, didahului “NIP.”", boleh_kosong=True)]
    jabatan: Annotated[str, Arti("Jabatan, dengan instansi bila dari luar Badan")]
    keterangan: Annotated[str, Arti("Kata “hadir” atau “tidak hadir”, dengan keterangannya")]


@dataclass(frozen=True, slots=True)
class BarisPembahasan:
    """What the meeting said of one sasaran."""

    nomor: Annotated[str, Arti("Nomor urut")]
    sasaran: Annotated[str, Arti("Kode dan nama sasaran")]
    uraian: Annotated[str, Arti("Pokok pembahasan")]


@dataclass(frozen=True, slots=True)
class BarisKeputusan:
    """A decision of the meeting."""

    nomor: Annotated[str, Arti("Nomor urut")]
    uraian: Annotated[str, Arti("Isi keputusan")]
    pic: Annotated[str, Arti("Penanggung jawab keputusan")]
    batas_waktu: Annotated[str, Arti("Batas waktu pelaksanaan")]


@dataclass(frozen=True, slots=True)
class BarisKoreksi:
    """A correction of a realisasi."""

    kode: Annotated[str, Arti("Kode indikator")]
    indikator: Annotated[str, Arti("Nama indikator")]
    semula: Annotated[str, Arti("Nilai yang dilaporkan unit")]
    menjadi: Annotated[str, Arti("Nilai sesudah koreksi")]
    alasan: Annotated[str, Arti("Alasan koreksi")]


@dataclass(frozen=True, slots=True)
class Foto:
    """A photo of the meeting."""

    gambar: Annotated[Image, Arti("Foto rapat")]
    keterangan: Annotated[str, Arti("Keterangan di bawah foto")]


@dataclass(frozen=True, slots=True)
class BagianRapat:
    """The meeting. Where `ada_undangan` or `ada_notulen` is false the sentence says what is not there yet."""

    kalimat: Annotated[str, Arti("Kalimat waktu dan tempat rapat, atau bahwa rapat belum dilaksanakan")]
    ada_undangan: Annotated[bool, Arti("Ya bila undangan sudah ada")]
    nomor: Annotated[str, Arti("Nomor surat undangan")]
    tanggal_surat: Annotated[str, Arti("Tanggal undangan")]
    sifat: Annotated[str, Arti("Sifat undangan")]
    lampiran: Annotated[str, Arti("Lampiran undangan")]
    hal: Annotated[str, Arti("Hal undangan")]
    hari_tanggal: Annotated[str, Arti("Hari dan tanggal rapat, seperti “Selasa, 13 Oktober 2026”")]
    waktu: Annotated[str, Arti("Waktu rapat menurut undangan")]
    tempat: Annotated[str, Arti("Tempat rapat")]
    agenda: Annotated[tuple[str, ...], Arti("Agenda rapat, satu baris setiap pokok", boleh_kosong=True)]
    diundang: Annotated[tuple[str, ...], Arti("Yang diundang, satu baris setiap nama", boleh_kosong=True)]
    kalimat_hadir: Annotated[str, Arti("Kalimat banyaknya yang hadir dan yang tidak hadir")]
    hadir: Annotated[tuple[BarisHadir, ...], Arti("Isi daftar hadir", boleh_kosong=True)]
    ada_notulen: Annotated[bool, Arti("Ya bila notulen sudah ada")]
    pimpinan: Annotated[str, Arti("Nama pimpinan rapat")]
    notulis: Annotated[str, Arti("Nama notulis")]
    pukul: Annotated[str, Arti("Waktu rapat dimulai dan selesai menurut notulen")]
    pembukaan: Annotated[str, Arti("Ringkasan pembukaan rapat", boleh_kosong=True)]
    pembahasan: Annotated[tuple[BarisPembahasan, ...], Arti("Pembahasan menurut sasaran", boleh_kosong=True)]
    keputusan: Annotated[tuple[BarisKeputusan, ...], Arti("Keputusan rapat", boleh_kosong=True)]
    kalimat_keputusan: Annotated[str, Arti("Kalimat pengganti bila tidak ada keputusan", boleh_kosong=True)]
    koreksi: Annotated[tuple[BarisKoreksi, ...], Arti("Realisasi yang dikoreksi rapat", boleh_kosong=True)]
    kalimat_koreksi: Annotated[str, Arti("Kalimat banyaknya realisasi yang dikoreksi rapat")]
    foto: Annotated[tuple[Foto, ...], Arti("Foto rapat dengan keterangannya", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class BarisValidasi:
    """One round of validating one indikator."""

    pertama: Annotated[bool, Arti("Ya pada putaran pertama sebuah indikator")]
    kode: Annotated[str, Arti("Kode indikator")]
    indikator: Annotated[str, Arti("Nama indikator")]
    putaran: Annotated[str, Arti("Nomor putaran")]
    tanggal: Annotated[str, Arti("Tanggal validasi")]
    validator: Annotated[str, Arti("Nama validator")]
    hasil: Annotated[str, Arti("Kata “sesuai”, “tidak sesuai”, atau “belum diisi”")]
    catatan: Annotated[str, Arti("Catatan, bukti, dan tindak lanjut putaran itu, atau tanda “–”")]


@dataclass(frozen=True, slots=True)
class ValidasiUnitTercetak:
    """The validation of one unit; the sentence stands also where there are no rows."""

    unit: Annotated[str, Arti("Nama unit kerja")]
    kalimat: Annotated[str, Arti("Kalimat hasil validasi unit itu")]
    baris: Annotated[tuple[BarisValidasi, ...], Arti("Setiap putaran validasi indikator unit itu", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class BarisPeringatan:
    """A finding of the automatic checks and where it stands."""

    nomor: Annotated[str, Arti("Nomor urut")]
    pesan: Annotated[str, Arti("Temuan, dalam satu kalimat")]
    tempat: Annotated[str, Arti("Berkas data tempat temuan itu")]


@dataclass(frozen=True, slots=True)
class BagianValidasi:
    """Validation by the units and the automatic checks."""

    kalimat: Annotated[str, Arti("Kalimat hasil validasi seluruh indikator")]
    lengkap: Annotated[bool, Arti("Ya bila setiap indikator sudah mempunyai hasil validasi")]
    unit: Annotated[tuple[ValidasiUnitTercetak, ...], Arti("Validasi menurut unit kerja")]
    kalimat_peringatan: Annotated[str, Arti("Kalimat banyaknya temuan pemeriksaan otomatis")]
    peringatan: Annotated[tuple[BarisPeringatan, ...], Arti("Temuan pemeriksaan otomatis", boleh_kosong=True)]


@dataclass(frozen=True, slots=True)
class Penutup:
    """The computed sentences of Bab V."""

    kalimat_indikator: Annotated[str, Arti("Kalimat banyaknya indikator yang mencapai target s.d. triwulan")]
    kalimat_capaian: Annotated[str, Arti("Kalimat rata-rata capaian Badan terhadap kedua target")]
    kalimat_anggaran: Annotated[str, Arti("Kalimat realisasi anggaran terhadap pagu")]
    kalimat_tindak_lanjut: Annotated[str, Arti("Kalimat banyaknya tindak lanjut yang direncanakan dan batas waktunya")]
    kalimat_validasi: Annotated[str, Arti("Kalimat hasil validasi seluruh indikator")]
