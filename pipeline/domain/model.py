"""What the inputs hold: one frozen type a YAML mapping, each field declared once with its meaning, unit and example.

Validation, the JSON Schemas for editors and the kode references all derive from these declarations. It refuses to know
files on disk, positions and how anything is computed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args

from pydantic import ConfigDict, Field, PlainValidator, WithJsonSchema

from pipeline.domain.isian import (
    Angka,
    AngkaAtauLabel,
    Batas,
    Bulat,
    Definisi,
    JamKerjaSehari,
    Kode,
    LamaWaktu,
    Model,
    Rujukan,
    Saat,
    Tanggal,
    Tautan,
    Teks,
    Terlampir,
    Uang,
    YaTidak,
    parse_angka_atau_label,
    parse_teks_wajib,
)
from pipeline.domain.periode import Periode

KodeUnit = Annotated[Kode, Rujukan("unit")]
KodeSasaran = Annotated[Kode, Rujukan("sasaran")]
KodeIndikator = Annotated[Kode, Rujukan("indikator")]
KodeAnggaran = Annotated[Kode, Rujukan("anggaran")]
BerkasBukti = Annotated[Teks, Terlampir()]
BerkasGambar = Annotated[Teks, Terlampir(("PNG", "JPEG"))]
BerkasLampiran = Annotated[Teks, Terlampir(("PDF", "PNG", "JPEG"))]
BerkasTte = Annotated[Teks, Terlampir(("PDF",))]

Peran = Literal["kepala_badan", "sekretaris", "kasubbag", "kepala_bidang", "validator"]
Sebutan = Literal["Plt.", "Plh.", "a.n."]

# --- data/badan.yaml ---------------------------------------------------------------------------------------------


class Badan(Model):
    """The agency as its kop surat and Bab I name it."""

    pemerintah: Teks = Field(
        description="Nama pemerintah daerah pada kop", examples=["Pemerintah Kabupaten Tirtamarta"]
    )
    nama: Teks = Field(description="Nama lengkap Badan", examples=["Badan Perencanaan Pembangunan Daerah"])
    singkatan: Teks = Field(description="Singkatan Badan", examples=["Bappeda"])
    tempat: Teks = Field(description="Kota tempat surat ditandatangani", examples=["Tirtasari"])
    alamat: Teks = Field(description="Alamat pada kop", examples=["Jalan Merdeka Nomor 1"])
    kode_pos: Kode | None = Field(None, description="Kode pos", examples=["56789"])
    telepon: Kode | None = Field(None, description="Nomor telepon", examples=["(0299) 123456"])
    surel: Teks | None = Field(None, description="Alamat surat elektronik", examples=["bappeda@tirtamartakab.go.id"])
    laman: Teks | None = Field(None, description="Laman web", examples=["bappeda.tirtamartakab.go.id"])
    logo: BerkasGambar | None = Field(
        None, description="Berkas logo (PNG/JPEG), relatif terhadap data/", examples=["logo.png"]
    )
    kertas: Literal["A4", "F4"] | None = Field(
        None, description="Ukuran kertas semua dokumen (F4 = 215 × 330 mm); tanpa isian: menurut templat"
    )
    tugas: Teks | None = Field(None, description="Tugas pokok, satu kalimat untuk Bab I")
    fungsi: tuple[Teks, ...] = Field((), description="Fungsi, satu butir satu baris")
    dasar_hukum: tuple[Teks, ...] = Field((), description="Dasar hukum pengukuran kinerja, urut seperti dicetak")
    pola_nomor_surat: Teks | None = Field(
        None,
        description="Pola nomor surat; {klasifikasi}, {urut}, {bulan} (Romawi) dan {tahun} diganti isinya",
        examples=["{klasifikasi}/{urut}/BAPPEDA/{tahun}"],
    )


class Unit(Model):
    """Sekretariat or a Bidang: who reports and validates."""

    kode: Annotated[Kode, Definisi("unit")] = Field(
        description="Kode unit, dipakai di PK dan isian", examples=["bidang-sda"]
    )
    nama: Teks = Field(description="Nama unit", examples=["Bidang Sumber Daya Alam"])


class Pejabat(Model):
    """An official in force from a day on; a later entry of the same peran (and unit) replaces it.

    Several validator of a unit may be in force at once, and one who acts a.n. replaces nobody.
    """

    peran: Peran = Field(description="Peran dalam SOP")
    unit: KodeUnit | None = Field(
        None, description="Unit yang dipimpin atau divalidasi; wajib untuk kepala_bidang dan validator"
    )
    jabatan: Teks = Field(description="Nama jabatan seperti dicetak", examples=["Kepala Badan"])
    nama: Teks = Field(description="Nama lengkap dengan gelar", examples=["Dr. Ir. Raden Wiratama, M.Si."])
    nip: Kode = Field(description="NIP 18 digit", examples=["197003151995031002"])
    pangkat: Teks = Field(description="Pangkat", examples=["Pembina Utama Muda"])
    golongan: Teks = Field(description="Golongan ruang", examples=["IV/c"])
    sebutan: Sebutan | None = Field(None, description="Plt., Plh. atau a.n. di depan jabatan")
    jabatan_definitif: Teks | None = Field(None, description="Jabatan asli pejabat yang menandatangani a.n.")
    berlaku_sejak: Tanggal = Field(description="Hari pertama berwenang", examples=["2025-01-06"])
    berlaku_sampai: Tanggal | None = Field(None, description="Hari terakhir berwenang, bila sudah diketahui")


class Pembulatan(Model):
    """How a number is rounded once, at presentation."""

    cara: Literal["setengah_naik", "potong"] = Field("setengah_naik", description="Cara membulatkan")
    tempat: Annotated[Bulat, Field(ge=0, le=6)] = Field(2, description="Banyaknya desimal capaian")


class Kebijakan(Model):
    """The agency's measuring policy; the one in force on the period's last day decides."""

    berlaku_sejak: Tanggal = Field(description="Hari pertama berlaku")
    batas: Batas = Field(description="Capaian tertinggi per indikator dalam persen, atau `tanpa`", examples=["120"])
    rata_rata: Literal["aritmetik", "geometrik"] = Field("aritmetik", description="Cara merata-ratakan capaian")
    pembulatan: Pembulatan = Field(Pembulatan(), description="Pembulatan angka capaian")
    rumus_turun: Literal["2T-R", "T/R"] = Field("2T-R", description="Rumus bawaan untuk indikator arah turun")
    skala_predikat: Annotated[Kode, Rujukan("skala_predikat")] = Field(description="Nama skala predikat yang dipakai")


class RentangPredikat(Model):
    """One half-open band (di_atas, sampai] of a scale; `sampai` defaults to the band above it."""

    di_atas: Angka | None = Field(None, description="Batas bawah (tidak termasuk); kosong hanya pada rentang terendah")
    sampai: Angka | None = Field(None, description="Batas atas (termasuk); boleh kosong")
    predikat: Teks = Field(description="Predikat", examples=["Sangat Tinggi"])


class SkalaPredikat(Model):
    """A predikat scale as a regulation prints it, from the highest band down."""

    nama: Annotated[Kode, Definisi("skala_predikat")] = Field(description="Nama skala")
    dasar_hukum: Teks | None = Field(None, description="Peraturan asal skala")
    rentang: tuple[RentangPredikat, ...] = Field(min_length=1, description="Rentang dari yang tertinggi")


class SkalaLabel(Model):
    """Labels with scores, for indikator whose value is a label (BPK opinion, SAKIP grade)."""

    nama: Annotated[Kode, Definisi("skala_label")] = Field(description="Nama skala", examples=["opini-bpk"])
    dasar_hukum: Teks | None = Field(None, description="Peraturan asal skala")
    label: dict[str, Angka] = Field(description="Label dan skornya", examples=[{"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4}])


class BerkasBadan(Model):
    """data/badan.yaml"""

    badan: Badan
    unit: tuple[Unit, ...] = Field(min_length=1, description="Sekretariat dan Bidang")
    pejabat: tuple[Pejabat, ...] = Field((), description="Pejabat penanda tangan beserta masa berlakunya")
    kebijakan: tuple[Kebijakan, ...] = Field(min_length=1, description="Kebijakan pengukuran beserta masa berlakunya")
    skala_predikat: tuple[SkalaPredikat, ...] = Field(min_length=1, description="Skala predikat")
    skala_label: tuple[SkalaLabel, ...] = Field((), description="Skala label untuk jenis_target predikat")


# --- data/sop.yaml, data/hari-libur.yaml -------------------------------------------------------------------------

Hari = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]


class BarisSop(Model):
    """A row of the SOP as the agency words it; what the step requires is code (`domain.sop`)."""

    no: Annotated[Bulat, Field(ge=1, le=11)] = Field(description="Nomor langkah, 1 sampai 11")
    kegiatan: Teks = Field(description="Kegiatan seperti di SOP")
    pelaksana: Teks = Field(description="Pelaksana seperti dicetak", examples=["Kepala Badan"])
    peran: tuple[Peran, ...] = Field(min_length=1, description="Peran yang boleh mencatat langkah ini")
    kelengkapan: Teks = Field(description="Kelengkapan")
    waktu_baku: LamaWaktu = Field(description="Waktu baku dalam menit, jam, atau hari", examples=["5 jam"])
    output: Teks = Field(description="Output")
    keterangan: Teks | None = Field(None, description="Keterangan", examples=["SOP Pengumpulan Data"])


class JamKerja(Model):
    """Working hours of some days of the week; what lies between two stretches is a break."""

    hari: tuple[Hari, ...] = Field(min_length=1, description="Hari dengan jam kerja ini")
    jam: tuple[JamKerjaSehari, ...] = Field(
        min_length=1, description="Jam kerja tanpa istirahat", examples=[["07.30-12.00", "13.00-16.00"]]
    )


class BerkasSop(Model):
    """data/sop.yaml: the eleven rows of the SOP and the working hours that waktu baku counts in."""

    nama: Teks = Field("Pengukuran Kinerja", description="Nama SOP")
    nomor: Kode | None = Field(None, description="Nomor SOP")
    langkah: tuple[BarisSop, ...] = Field(min_length=1, description="Sebelas langkah SOP")
    jam_kerja: tuple[JamKerja, ...] = Field(min_length=1, description="Jam kerja Badan; hari lain bukan hari kerja")


class HariLibur(Model):
    """A day on which nobody works."""

    tanggal: Tanggal = Field(description="Tanggal libur atau cuti bersama")
    uraian: Teks | None = Field(None, description="Nama hari libur")


class DaftarHariLibur(Model):
    """data/hari-libur.yaml"""

    hari_libur: tuple[HariLibur, ...] = Field((), description="Hari libur nasional dan cuti bersama")


# --- data/2026/perjanjian-kinerja.yaml ---------------------------------------------------------------------------


class Rentang(Model):
    """A range target: `{min: 80, max: 90}`."""

    min: Angka = Field(description="Batas bawah")
    max: Angka = Field(description="Batas atas")


def _rentang_atau_nilai(nilai: Any) -> Any:
    """A mapping is a range, a scalar a number or label: so a fault names one reading, not all of them."""
    if isinstance(nilai, dict):
        return Rentang.model_validate(nilai)
    return nilai if isinstance(nilai, Rentang) else parse_angka_atau_label(nilai)


NilaiTarget = Annotated[
    Decimal | str | Rentang,
    PlainValidator(_rentang_atau_nilai),
    WithJsonSchema({"anyOf": [{"type": ["number", "string"]}, Rentang.model_json_schema()]}),
]


class Target(Model):
    """Annual and quarterly targets: numbers, `{min, max}` or labels; null where none is set."""

    tahun: NilaiTarget | None = Field(None, description="Target setahun")
    tw1: NilaiTarget | None = Field(None, description="Target Triwulan I")
    tw2: NilaiTarget | None = Field(None, description="Target Triwulan II")
    tw3: NilaiTarget | None = Field(None, description="Target Triwulan III")
    tw4: NilaiTarget | None = Field(None, description="Target Triwulan IV")

    def pada(self, tw: int) -> Decimal | str | Rentang | None:
        """The typed target of quarter 1–4."""
        return (self.tw1, self.tw2, self.tw3, self.tw4)[tw - 1]


class Indikator(Model):
    """One row of the perjanjian kinerja."""

    kode: Annotated[Kode, Definisi("indikator")] = Field(description="Kode indikator", examples=["IK-1.1"])
    nama: Teks = Field(description="Nama indikator", examples=["Persentase keselarasan RKPD dengan RPJMD"])
    definisi: Teks | None = Field(None, description="Definisi operasional")
    satuan: Teks = Field(description="Satuan ukur", examples=["persen"])
    penanggung_jawab: KodeUnit = Field(description="Unit yang melaporkan dan memvalidasi")
    jenis_target: Literal["angka", "rentang", "predikat"] = Field("angka", description="Jenis target")
    arah: Literal["naik", "turun", "dalam"] = Field(
        "naik", description="naik: makin besar makin baik; turun: makin kecil makin baik; dalam: hanya di dalam rentang"
    )
    akumulasi: Literal["jumlah", "kumulatif", "posisi"] = Field(
        description="jumlah: tiap triwulan dijumlahkan; kumulatif: angka sudah s.d. triwulan; posisi: keadaan saat itu"
    )
    rumus: Literal["2T-R", "T/R"] | None = Field(None, description="Rumus arah turun; kosong: menurut kebijakan")
    nilai_r_nol: Angka | None = Field(None, description="Capaian bila realisasi ≤ 0 pada rumus T/R tanpa batas")
    desimal: Annotated[Bulat, Field(ge=0, le=6)] = Field(2, description="Banyaknya desimal target dan realisasi")
    target: Target = Field(description="Target tahun dan triwulan")
    target_renstra: NilaiTarget | None = Field(None, description="Target akhir Renstra")
    realisasi_tahun_lalu: AngkaAtauLabel | None = Field(None, description="Realisasi tahun sebelumnya")
    pembilang: Teks | None = Field(None, description="Uraian pembilang, bila realisasi diisi sebagai pecahan")
    penyebut: Teks | None = Field(None, description="Uraian penyebut, bila realisasi diisi sebagai pecahan")
    pengali: Angka | None = Field(None, description="Pengali pecahan; kosong: 100 untuk persen, selain itu 1")
    skala_label: Annotated[Kode, Rujukan("skala_label")] | None = Field(
        None, description="Skala label; wajib untuk jenis_target predikat"
    )
    bobot: Angka | None = Field(
        None, description="Bobot dalam rata-rata; diisi untuk semua indikator atau tidak sama sekali"
    )
    sumber_data: Teks | None = Field(None, description="Sumber data")
    dasar_hitung: Teks | None = Field(None, description="Cara menghitung, dalam kalimat")
    program: tuple[KodeAnggaran, ...] = Field((), description="Kode program/kegiatan pendukung")
    penjelasan: Teks | None = Field(None, description="Penjelasan bila target triwulan tidak membentuk target tahun")

    @property
    def pecahan(self) -> bool:
        """Whether the realisasi is typed as pembilang and penyebut."""
        return self.pembilang is not None and self.penyebut is not None

    @property
    def persen(self) -> bool:
        """Whether the satuan is a percentage."""
        return self.satuan.lower().startswith("persen") or "%" in self.satuan


class Sasaran(Model):
    """A strategic objective with its indikator."""

    kode: Annotated[Kode, Definisi("sasaran")] = Field(description="Kode sasaran", examples=["S1"])
    nama: Teks = Field(description="Rumusan sasaran strategis")
    indikator: tuple[Indikator, ...] = Field(min_length=1, description="Indikator sasaran ini")


class KasTriwulan(Model):
    """Planned spending s.d. each triwulan, in rupiah."""

    tw1: Uang | None = Field(None, description="Anggaran kas s.d. Triwulan I")
    tw2: Uang | None = Field(None, description="Anggaran kas s.d. Triwulan II")
    tw3: Uang | None = Field(None, description="Anggaran kas s.d. Triwulan III")
    tw4: Uang | None = Field(None, description="Anggaran kas s.d. Triwulan IV")

    def pada(self, tw: int) -> Decimal | None:
        """The planned spending s.d. quarter 1–4."""
        return (self.tw1, self.tw2, self.tw3, self.tw4)[tw - 1]


class SubKegiatan(Model):
    """A budget row. The lowest rows carry pagu, sasaran and penanggung_jawab; rows above them carry none."""

    kode: Annotated[Kode, Definisi("anggaran")] = Field(
        description="Kode rekening program/kegiatan", examples=["5.01.02.2.01"]
    )
    nama: Teks = Field(description="Nama program/kegiatan/sub kegiatan")
    sasaran: KodeSasaran | None = Field(None, description="Sasaran yang didukung (baris terendah)")
    penanggung_jawab: KodeUnit | None = Field(
        None, description="Unit yang melaporkan realisasi anggaran (baris terendah)"
    )
    pagu: Uang | None = Field(None, description="Pagu awal dalam rupiah (baris terendah)", examples=["125000000"])
    anggaran_kas: KasTriwulan | None = Field(None, description="Rencana belanja s.d. triwulan")


class Kegiatan(SubKegiatan):
    sub_kegiatan: tuple[SubKegiatan, ...] = Field((), description="Sub kegiatan")


class Program(SubKegiatan):
    kegiatan: tuple[Kegiatan, ...] = Field((), description="Kegiatan")


class Renstra(Model):
    """The plan the PK comes from."""

    nama: Teks = Field(description="Nama Renstra", examples=["Renstra Bappeda 2025–2029"])
    tahun_akhir: Bulat = Field(description="Tahun akhir Renstra", examples=["2029"])


class PerjanjianKinerja(Model):
    """data/<tahun>/perjanjian-kinerja.yaml"""

    tahun: Bulat = Field(description="Tahun anggaran")
    tanggal: Tanggal | None = Field(None, description="Tanggal perjanjian kinerja ditandatangani")
    renstra: Renstra | None = Field(None, description="Renstra yang diturunkan")
    sasaran: tuple[Sasaran, ...] = Field(min_length=1, description="Sasaran strategis beserta indikatornya")
    program: tuple[Program, ...] = Field((), description="Program dan kegiatan beserta pagunya")

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        return tuple(i for s in self.sasaran for i in s.indikator)


class PerubahanIndikator(Model):
    """What a PK perubahan replaces in one row; keys left out stay as they were."""

    kode: KodeIndikator = Field(description="Kode indikator yang diubah")
    nama: Teks | None = Field(None, description="Nama baru")
    definisi: Teks | None = Field(None, description="Definisi baru")
    satuan: Teks | None = Field(None, description="Satuan baru")
    penanggung_jawab: KodeUnit | None = Field(None, description="Penanggung jawab baru")
    target: Target | None = Field(None, description="Target baru; triwulan yang tidak disebut tetap seperti semula")
    target_renstra: NilaiTarget | None = Field(None, description="Target akhir Renstra yang baru")
    bobot: Angka | None = Field(None, description="Bobot baru")
    sumber_data: Teks | None = Field(None, description="Sumber data baru")
    dasar_hitung: Teks | None = Field(None, description="Cara menghitung yang baru")
    penjelasan: Teks | None = Field(None, description="Penjelasan bila target triwulan tidak membentuk target tahun")


class PerubahanPagu(Model):
    """A new pagu of one lowest budget row."""

    kode: KodeAnggaran = Field(description="Kode program/kegiatan yang diubah")
    pagu: Uang = Field(description="Pagu perubahan dalam rupiah")
    anggaran_kas: KasTriwulan | None = Field(None, description="Rencana belanja yang baru s.d. triwulan")


class PerubahanPK(Model):
    """data/<tahun>/perjanjian-kinerja-perubahan*.yaml"""

    tahun: Bulat = Field(description="Tahun anggaran")
    berlaku_tw: Annotated[Bulat, Field(ge=1, le=4)] = Field(
        description="Triwulan pertama yang diukur dengan perubahan ini"
    )
    tanggal: Tanggal | None = Field(None, description="Tanggal PK perubahan ditandatangani")
    alasan: Teks | None = Field(None, description="Alasan perubahan")
    indikator: tuple[PerubahanIndikator, ...] = Field((), description="Baris indikator yang diganti")
    pagu: tuple[PerubahanPagu, ...] = Field((), description="Pagu yang diganti")


# --- data/<tahun>/twN/realisasi/<unit>.yaml ----------------------------------------------------------------------


class Bukti(Model):
    """Evidence: a file beside the inputs or a link."""

    uraian: Teks = Field(description="Nama bukti", examples=["Berita acara forum konsultasi publik"])
    berkas: BerkasBukti | None = Field(None, description="Berkas, relatif terhadap data/")
    tautan: Tautan | None = Field(None, description="Tautan, diawali https:// atau http://")


class TindakLanjut(Model):
    """A follow-up with who does it and by when."""

    uraian: Teks = Field(description="Apa yang dilakukan")
    pic: Teks | None = Field(None, description="Penanggung jawab tindak lanjut", examples=["Kepala Bidang SDA"])
    batas_waktu: Tanggal | None = Field(None, description="Batas waktu", examples=["2026-11-30"])


class JawabanTindakLanjut(Model):
    """What became of one tindak lanjut of the quarter before."""

    nomor: Annotated[Bulat, Field(ge=1)] = Field(
        1, description="Urutan tindak lanjut pada isian triwulan lalu, mulai 1"
    )
    status: Literal["selesai", "berjalan", "belum"] | None = Field(
        None, description="Keadaan tindak lanjut; kosong: belum dijawab"
    )
    keterangan: Teks | None = Field(None, description="Apa yang terjadi")


class IsianRealisasi(Model):
    """What a unit reports of one indikator in one quarter."""

    kode: KodeIndikator = Field(description="Kode indikator")
    realisasi: AngkaAtauLabel | None = Field(None, description="Realisasi; arti angkanya menurut akumulasi di PK")
    pembilang: Angka | None = Field(None, description="Pembilang, bila PK menyatakan pecahan")
    penyebut: Annotated[Angka, Field(ge=0)] | None = Field(None, description="Penyebut, bila PK menyatakan pecahan")
    penjelasan: Teks | None = Field(None, description="Penjelasan untuk nilai yang tidak lazim")
    bukti: tuple[Bukti, ...] = Field((), description="Bukti dukung")
    faktor_pendorong: tuple[Teks, ...] = Field((), description="Faktor pendorong")
    faktor_penghambat: tuple[Teks, ...] = Field((), description="Faktor penghambat")
    tindak_lanjut: tuple[TindakLanjut, ...] = Field((), description="Tindak lanjut")
    tindak_lanjut_lalu: tuple[JawabanTindakLanjut, ...] = Field(
        (), description="Jawaban atas tindak lanjut triwulan lalu"
    )


class IsianAnggaran(Model):
    """Spending s.d. this triwulan of one lowest budget row."""

    kode: KodeAnggaran = Field(description="Kode program/kegiatan/sub kegiatan")
    realisasi: Uang | None = Field(None, description="Realisasi belanja s.d. triwulan ini, rupiah")
    penjelasan: Teks | None = Field(None, description="Penjelasan untuk nilai yang tidak lazim")


class RealisasiUnit(Model):
    """data/<tahun>/twN/realisasi/<unit>.yaml"""

    unit: KodeUnit = Field(description="Unit yang melaporkan")
    realisasi: tuple[IsianRealisasi, ...] = Field((), description="Realisasi indikator unit ini")
    anggaran: tuple[IsianAnggaran, ...] = Field((), description="Realisasi anggaran unit ini")


# --- data/<tahun>/twN/validasi/<unit>.yaml -----------------------------------------------------------------------


class Disetujui(Model):
    """What was validated, in plain text: the s.d. values as printed then, so that "from → to" needs no git."""

    target: Kode | None = Field(None, description="Target s.d. triwulan yang divalidasi", examples=["90"])
    realisasi: Kode | None = Field(None, description="Realisasi s.d. triwulan yang divalidasi", examples=["88.98"])


class PutaranValidasi(Model):
    """One round of validating one indikator. `sidik` binds it to what was validated."""

    hasil: Literal["sesuai", "tidak sesuai"] | None = Field(
        None, description="Hasil validasi; putaran tanpa hasil belum dihitung"
    )
    catatan: Teks | None = Field(None, description="Temuan atau catatan")
    bukti: Teks | None = Field(None, description="Bukti yang diperiksa")
    tindak_lanjut: Teks | None = Field(None, description="Perbaikan yang diminta atau dilakukan")
    validator: Teks | None = Field(None, description="Nama validator, pejabat unit ini menurut badan.yaml")
    tanggal: Tanggal | None = Field(None, description="Tanggal validasi")
    disetujui: Disetujui | None = Field(None, description="Nilai yang divalidasi; ditulis oleh `kinerja step 7`")
    sidik: Teks | None = Field(None, description="Sidik nilai yang divalidasi; ditulis oleh `kinerja step 7`")


class ValidasiIndikator(Model):
    """The rounds of one indikator, of which the last with a hasil counts."""

    kode: KodeIndikator = Field(description="Kode indikator")
    putaran: tuple[PutaranValidasi, ...] = Field((), description="Putaran validasi, urut waktu")

    @property
    def selesai(self) -> tuple[PutaranValidasi, ...]:
        """The rounds that have a hasil."""
        return tuple(p for p in self.putaran if p.hasil is not None)

    @property
    def hasil(self) -> Literal["sesuai", "tidak sesuai"] | None:
        """What the last round that has a hasil says; None before the first one."""
        return self.selesai[-1].hasil if self.selesai else None


class ValidasiUnit(Model):
    """data/<tahun>/twN/validasi/<unit>.yaml (SOP step 7)"""

    unit: KodeUnit = Field(description="Unit yang memvalidasi")
    validasi: tuple[ValidasiIndikator, ...] = Field((), description="Validasi per indikator")


# --- data/<tahun>/twN/rapat.yaml ---------------------------------------------------------------------------------


class Undangan(Model):
    """SOP step 3."""

    nomor: Teks | None = Field(None, description="Nomor surat undangan")
    tanggal: Tanggal | None = Field(None, description="Tanggal surat undangan")
    sifat: Teks = Field("Biasa", description="Sifat surat")
    lampiran: Teks = Field("-", description="Lampiran surat")
    hal: Teks | None = Field(None, description="Hal")
    tanggal_rapat: Tanggal | None = Field(None, description="Tanggal rapat")
    waktu: Teks | None = Field(None, description="Waktu rapat", examples=["09.00 WIB s.d. selesai"])
    tempat: Teks | None = Field(None, description="Tempat rapat")
    agenda: tuple[Teks, ...] = Field((), description="Agenda")
    diundang: tuple[Teks, ...] = Field((), description="Yang diundang")
    pengundang: Peran = Field("sekretaris", description="Peran yang menandatangani undangan")


class Hadirin(Model):
    """One row of the daftar hadir (SOP step 4)."""

    nama: Teks = Field(description="Nama lengkap dengan gelar")
    jabatan: Teks = Field(description="Jabatan")
    nip: Kode | None = Field(None, description="NIP; orang luar tidak perlu")
    instansi: Teks | None = Field(None, description="Instansi, bila dari luar Badan")
    hadir: YaTidak = Field(True, description="ya atau tidak")
    keterangan: Teks | None = Field(None, description="Alasan tidak hadir, atau yang mewakili")


class Pembahasan(Model):
    """What was discussed about one sasaran."""

    sasaran: KodeSasaran = Field(description="Kode sasaran")
    uraian: Teks | None = Field(None, description="Pokok pembahasan")


class Keputusan(Model):
    """A decision of the meeting."""

    uraian: Teks = Field(description="Isi keputusan")
    pic: Teks | None = Field(None, description="Penanggung jawab")
    batas_waktu: Tanggal | None = Field(None, description="Batas waktu")


class Dokumentasi(Model):
    """A photo of the meeting."""

    berkas: BerkasGambar = Field(description="Berkas gambar, relatif terhadap data/")
    keterangan: Teks = Field(description="Keterangan gambar")


class Notulen(Model):
    """SOP step 5."""

    pimpinan: Teks | None = Field(None, description="Pimpinan rapat")
    notulis: Teks | None = Field(None, description="Notulis")
    mulai: Teks | None = Field(None, description="Pukul mulai", examples=["09.15 WIB"])
    selesai: Teks | None = Field(None, description="Pukul selesai", examples=["12.00 WIB"])
    pembukaan: Teks | None = Field(None, description="Ringkasan pembukaan")
    pembahasan: tuple[Pembahasan, ...] = Field((), description="Pembahasan per sasaran")
    keputusan: tuple[Keputusan, ...] = Field((), description="Keputusan rapat")
    dokumentasi: tuple[Dokumentasi, ...] = Field((), description="Foto rapat")


class Pecahan(Model):
    """A realisasi in two parts."""

    pembilang: Angka = Field(description="Pembilang")
    penyebut: Annotated[Angka, Field(ge=0)] = Field(description="Penyebut")


def _pecahan_atau_nilai(nilai: Any) -> Any:
    if isinstance(nilai, dict):
        return Pecahan.model_validate(nilai)
    return nilai if isinstance(nilai, Pecahan) else parse_angka_atau_label(nilai)


NilaiKoreksi = Annotated[
    Decimal | str | Pecahan,
    PlainValidator(_pecahan_atau_nilai),
    WithJsonSchema({"anyOf": [{"type": ["number", "string"]}, Pecahan.model_json_schema()]}),
]


class Koreksi(Model):
    """A correction of a typed realisasi, decided by the meeting; `semula` must equal what the unit typed."""

    kode: KodeIndikator = Field(description="Kode indikator")
    semula: NilaiKoreksi = Field(description="Nilai yang diketik di berkas unit")
    menjadi: NilaiKoreksi = Field(description="Nilai hasil koreksi")
    alasan: Teks = Field(description="Alasan koreksi")


class Rapat(Model):
    """data/<tahun>/twN/rapat.yaml (SOP steps 3–5)"""

    undangan: Undangan | None = Field(None, description="Undangan rapat")
    daftar_hadir: tuple[Hadirin, ...] = Field((), description="Daftar hadir")
    notulen: Notulen | None = Field(None, description="Notulen rapat")
    koreksi: tuple[Koreksi, ...] = Field((), description="Koreksi realisasi yang diputuskan rapat")

    @property
    def ada_undangan(self) -> bool:
        """Whether the undangan has a number or a date; a form with its keys and standing texts is none yet."""
        u = self.undangan
        return u is not None and any(x is not None for x in (u.nomor, u.tanggal, u.tanggal_rapat))

    @property
    def ada_notulen(self) -> bool:
        """Whether anything stands in the notulen but rows to be filled in, so that the meeting took place."""
        n = self.notulen
        form = tuple(Pembahasan(sasaran=baris.sasaran) for baris in n.pembahasan) if n else ()
        return n is not None and n != Notulen(pembahasan=form)


# --- data/<tahun>/twN/langkah.yaml, surat-pengantar.yaml ---------------------------------------------------------


class CatatanLangkah(Model):
    """Who carried out a step of the SOP, and when; recorded by `kinerja step N` or by hand."""

    oleh: Teks | None = Field(None, description="Nama pejabat yang melaksanakan, seperti di badan.yaml")
    mulai: Saat | None = Field(None, description="Mulai", examples=["2026-10-15 08.30"])
    selesai: Saat | None = Field(None, description="Selesai", examples=["2026-10-15 11.00"])
    catatan: Teks | None = Field(None, description="Catatan pelaksanaan")


class CatatanDisposisi(CatatanLangkah):
    """SOP step 1: the order of the Kepala Badan."""

    nomor_agenda: Kode | None = Field(None, description="Nomor agenda lembar disposisi", examples=["112"])
    sifat: Teks = Field("Biasa", description="Sifat disposisi", examples=["Segera"])
    kepada: tuple[Teks, ...] = Field((), description="Diteruskan kepada")
    instruksi: tuple[Teks, ...] = Field((), description="Isi disposisi")
    batas_waktu: Tanggal | None = Field(None, description="Batas waktu penyelesaian")


class CatatanUndangan(CatatanLangkah):
    """SOP step 3: the invitation went out, with the rekapitulasi."""

    rekapitulasi: Tanggal | None = Field(None, description="Tanggal rekapitulasi data dan informasi dibuat")


class CatatanRapat(CatatanLangkah):
    """SOP step 4: the meeting was held."""

    pindaian: BerkasLampiran | None = Field(
        None, description="Pindaian daftar hadir yang ditandatangani (PDF/PNG/JPEG), relatif terhadap data/"
    )


class CatatanPemeriksaan(CatatanLangkah):
    """SOP step 8. `sidik` binds it to the naskah that was examined."""

    sidik: Teks | None = Field(None, description="Sidik naskah yang diperiksa; ditulis oleh `kinerja step 8`")


class AsliBasah(Model):
    """The original signed on paper is kept at a place."""

    lokasi: Teks = Field(description="Tempat naskah asli disimpan", examples=["Ruang arsip, map 2026/III"])


class CatatanPenandatanganan(CatatanLangkah):
    """SOP step 9. The proof is pindaian, tte or asli_basah; the digests bind it to the naskah that was signed."""

    tempat: Teks | None = Field(None, description="Tempat penandatanganan; kosong: tempat Badan")
    pindaian: BerkasLampiran | None = Field(
        None, description="Pindaian lembar pengesahan yang ditandatangani (PDF/PNG/JPEG), relatif terhadap data/"
    )
    tte: BerkasTte | None = Field(
        None, description="Lembar pengesahan bertanda tangan elektronik (PDF), relatif terhadap data/"
    )
    asli_basah: AsliBasah | None = Field(None, description="Tempat naskah asli bertanda tangan basah disimpan")
    revisi: Annotated[Bulat, Field(ge=0)] | None = Field(
        None, description="Nomor revisi yang ditandatangani; kosong atau 0: naskah pertama"
    )
    sidik: Teks | None = Field(None, description="Sidik naskah yang ditandatangani; ditulis oleh `kinerja step 9`")
    sidik_teks: Teks | None = Field(
        None, description="Sidik teks naskah seperti tercetak; ditulis oleh `kinerja step 9`"
    )


class Arsip(Model):
    """Where the packet is filed (SOP Pengarsipan Surat/Berkas/Dokumen)."""

    nomor: Kode | None = Field(None, description="Nomor arsip", examples=["000.8.6.3/III/2026"])
    lokasi: Teks | None = Field(None, description="Tempat arsip", examples=["Rak 3, boks 12"])
    tanggal: Tanggal | None = Field(None, description="Tanggal diarsipkan")


class CatatanPengarsipan(CatatanLangkah):
    """SOP step 11: the letter was made and everything filed."""

    arsip: Arsip | None = Field(None, description="Arsip paket ini")


class Revisi(Model):
    """A naskah that differs from a signed one says so; written by `kinerja report --revisi`."""

    nomor: Annotated[Bulat, Field(ge=1)] = Field(description="Nomor revisi, mulai 1")
    alasan: Teks = Field(description="Alasan revisi")
    tanggal: Tanggal = Field(description="Tanggal revisi dimulai")


class CatatanBeritaAcara(Model):
    """The berita acara of step 7, whose rounds stand in validasi/<unit>.yaml."""

    nomor: Teks | None = Field(
        None, description="Nomor berita acara hasil validasi", examples=["000.8.6.3/87/BAPPEDA/2026"]
    )


class CatatanSop(Model):
    """data/<tahun>/twN/langkah.yaml: who carried out the steps; who did the 7th stands in validasi/<unit>.yaml."""

    disposisi: CatatanDisposisi | None = Field(None, description="Langkah 1")
    kompilasi: CatatanLangkah | None = Field(None, description="Langkah 2")
    undangan: CatatanUndangan | None = Field(None, description="Langkah 3")
    rapat: CatatanRapat | None = Field(None, description="Langkah 4")
    notulen: CatatanLangkah | None = Field(None, description="Langkah 5")
    penyusunan: CatatanLangkah | None = Field(None, description="Langkah 6")
    berita_acara: CatatanBeritaAcara | None = Field(None, description="Langkah 7; putarannya pada validasi/<unit>.yaml")
    pemeriksaan: CatatanPemeriksaan | None = Field(None, description="Langkah 8")
    penandatanganan: CatatanPenandatanganan | None = Field(None, description="Langkah 9")
    penyerahan: CatatanLangkah | None = Field(None, description="Langkah 10")
    pengarsipan: CatatanPengarsipan | None = Field(None, description="Langkah 11")
    revisi: Revisi | None = Field(None, description="Revisi naskah yang sudah pernah sah")


class NaskahDikirim(Model):
    """One row of the surat pengantar's table."""

    uraian: Teks = Field(description="Naskah dinas yang dikirim")
    banyaknya: Annotated[Bulat, Field(ge=1)] = Field(1, description="Banyaknya")
    satuan: Teks = Field("berkas", description="Satuan", examples=["berkas", "eksemplar"])
    keterangan: Teks | None = Field(
        None, description="Keterangan", examples=["Dikirim dengan hormat untuk dipergunakan seperlunya"]
    )


class SuratPengantar(Model):
    """data/<tahun>/twN/surat-pengantar.yaml (SOP step 11)"""

    nomor: Teks | None = Field(None, description="Nomor surat", examples=["000.8.6.3/123/BAPPEDA/2026"])
    tanggal: Tanggal | None = Field(None, description="Tanggal surat")
    kepada: Teks | None = Field(None, description="Jabatan yang dituju, sesudah Yth.", examples=["Bupati Tirtamarta"])
    melalui: Teks | None = Field(None, description="Jabatan perantara, sesudah c.q. atau melalui")
    di: Teks | None = Field(None, description="Tempat tujuan", examples=["Tirtasari"])
    naskah: tuple[NaskahDikirim, ...] = Field(
        (), description="Naskah yang dikirim; kosong: dokumen pengukuran kinerja triwulan ini"
    )
    pengirim: Peran = Field("kepala_badan", description="Peran yang menandatangani surat")


# --- data/dokumen.yaml -------------------------------------------------------------------------------------------


KunciPaket = Literal[
    "lembar-disposisi",
    "rekapitulasi-data",
    "undangan",
    "daftar-hadir",
    "rekapitulasi-hasil-rapat",
    "notulen",
    "dokumen-pengukuran-kinerja",
    "lembar-unit",
    "berita-acara-validasi",
    "lembar-pemeriksaan",
    "lembar-pengesahan",
    "surat-pengantar",
]
"""What the merged PDF may hold of the documents that the program makes; the lembar kendali stands alone."""

KunciDokumen = Literal[KunciPaket, "lembar-kendali-sop"]
"""Every document that the program makes."""

KUNCI_PAKET: tuple[str, ...] = get_args(KunciPaket)
KUNCI_DOKUMEN: tuple[str, ...] = get_args(KunciDokumen)
PER_UNIT = "lembar-unit"
"""The document that is made once for each unit."""
POLA_KUNCI = "^[a-z0-9](-?[a-z0-9]){0,59}$"
"""What the key of an agency's own document may look like: it names files on every system."""

KunciBaris = Annotated[
    KunciPaket | str,
    PlainValidator(parse_teks_wajib),
    WithJsonSchema({"anyOf": [{"enum": list(KUNCI_PAKET)}, {"type": "string", "pattern": POLA_KUNCI}]}),
]
"""A document of the program, or the key of one of the agency's own."""
_SENDIRI = ("templat", "langkah", "fields")


class DokumenPaket(Model):
    """One document of the packet, in the order in which the merged PDF holds them.

    The agency's own has a template, the SOP step it belongs to, and the document whose `fields` its template may use.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"dokumen": {"enum": list(KUNCI_PAKET)}}},
            "then": {"properties": {key: {"type": "null"} for key in (*_SENDIRI, "sejak")}},
            "else": {"required": list(_SENDIRI)},
        }
    )

    dokumen: KunciBaris = Field(description="Kunci dokumen; milik Badan sendiri: juga nama berkasnya, misalnya memo")
    judul: Teks = Field(description="Judul pada penanda PDF dan daftar")
    templat: Teks | None = Field(
        None, description="Hanya dokumen Badan sendiri: berkas di templates/", examples=["memo.docx"]
    )
    langkah: Annotated[Bulat, Field(ge=1, le=11)] | None = Field(
        None, description="Hanya dokumen Badan sendiri: langkah SOP tempatnya, 1 sampai 11"
    )
    fields: KunciDokumen | None = Field(
        None, description="Hanya dokumen Badan sendiri: dokumen yang isiannya boleh dipakai templatnya"
    )
    sejak: Teks | None = Field(
        None,
        description="Hanya dokumen Badan sendiri: triwulan pertama yang memuatnya; kosong: setiap triwulan",
        examples=["2026-tw4"],
    )


class Lampiran(Model):
    """An attached file."""

    judul: Teks = Field(description="Judul lampiran")
    berkas: BerkasLampiran = Field(description="Berkas PDF, PNG atau JPEG, relatif terhadap data/")
    periode: Teks | None = Field(
        None, description="Hanya untuk periode ini; kosong: setiap periode", examples=["2026-tw3"]
    )


class DaftarDokumen(Model):
    """data/dokumen.yaml"""

    paket: tuple[DokumenPaket, ...] = Field(min_length=1, description="Dokumen dalam PDF gabungan, urut")
    lampiran: tuple[Lampiran, ...] = Field((), description="Lampiran sesudah dokumen")


# --- the whole ---------------------------------------------------------------------------------------------------

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Isi(Generic[T]):
    """A file's content with the file's name relative to the root, from which paths of problems start."""

    berkas: str
    isi: T


@dataclass(frozen=True, slots=True)
class Triwulan:
    """Everything that was typed for one quarter; what is not there yet is empty or None."""

    periode: Periode
    realisasi: tuple[Isi[RealisasiUnit], ...] = ()
    validasi: tuple[Isi[ValidasiUnit], ...] = ()
    rapat: Isi[Rapat] | None = None
    langkah: Isi[CatatanSop] | None = None
    surat_pengantar: Isi[SuratPengantar] | None = None

    @property
    def catatan(self) -> CatatanSop:
        """The records of the SOP's steps; empty where there are none yet."""
        return self.langkah.isi if self.langkah else CatatanSop()


@dataclass(frozen=True, slots=True)
class Berkas:
    """All inputs of a period: the agency, the year's PK with its changes, and the quarters up to the period.

    `triwulan` is in order of time, ends with `periode` itself and may begin with last year's TW IV.
    """

    periode: Periode
    badan: Isi[BerkasBadan]
    pk: Isi[PerjanjianKinerja]
    perubahan: tuple[Isi[PerubahanPK], ...]
    triwulan: tuple[Triwulan, ...]
    dokumen: Isi[DaftarDokumen]
    sop: Isi[BerkasSop]
    hari_libur: Isi[DaftarHariLibur]

    @property
    def kini(self) -> Triwulan:
        """The quarter that is reported."""
        return self.triwulan[-1]

    def pada(self, periode: Periode) -> Berkas:
        """The same inputs as they are seen from an earlier quarter."""
        return replace(self, periode=periode, triwulan=tuple(t for t in self.triwulan if t.periode <= periode))
