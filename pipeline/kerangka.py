"""The texts of a new agency's folder, with `{placeholders}`; it refuses to know who fills them and where they go."""

from __future__ import annotations

BADAN = """\
# yaml-language-server: $schema=skema/badan.json
# Identitas Badan, unit kerja, pejabat, dan kebijakan pengukuran kinerja.
# Berkas ini jarang berubah. Kalau pejabat atau kebijakan berganti, JANGAN menimpa baris lama:
# tambahkan baris baru dengan `berlaku_sejak` yang baru, supaya laporan triwulan lalu tetap sama.

badan:
  pemerintah: {pemerintah}
  nama: {nama}
  singkatan: {singkatan}
  tempat: {tempat}
  alamat: {alamat}
  kode_pos:
  telepon:
  surel:
  laman:
  logo:                               # PNG atau JPEG di bawah data/, misalnya gambar/logo.png
  kertas: A4                          # atau F4

  # Dipakai pada Bab I (gambaran organisasi).
  tugas:
  fungsi:

  # Dicetak berurutan seperti di bawah ini. Tambahkan peraturan kepala daerah tentang susunan organisasi Badan.
  dasar_hukum:
    - >-
      Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, terakhir
      dengan Undang-Undang Nomor 6 Tahun 2023
    - Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah
    - Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah
    - >-
      Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang
      Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah
    - >-
      Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian dan Evaluasi
      Pembangunan Daerah, Tata Cara Evaluasi Rancangan Peraturan Daerah tentang Rencana Pembangunan Jangka Panjang
      Daerah dan Rencana Pembangunan Jangka Menengah Daerah, serta Tata Cara Perubahan Rencana Pembangunan Jangka
      Panjang Daerah, Rencana Pembangunan Jangka Menengah Daerah, dan Rencana Kerja Pemerintah Daerah
    - >-
      Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang
      Evaluasi Akuntabilitas Kinerja Instansi Pemerintah

  # {{klasifikasi}}, {{urut}}, {{bulan}} (Romawi), dan {{tahun}} diganti isinya.
  pola_nomor_surat: {pola_nomor_surat}


# `kode` unit juga menjadi nama berkas pada folder realisasi/ dan validasi/.
unit:
{unit}

# Penanda tangan menurut tanggal dokumen: dipakai baris terakhir yang sudah berlaku pada tanggal itu.
# Pejabat yang belum diketahui dibiarkan sebagai catatan (#): di dokumen tempatnya diberi titik-titik.
pejabat:
{pejabat}
  # Kepala Bidang, dan validator data tiap unit (langkah 7). Satu unit boleh punya beberapa validator.
  # - peran: kepala_bidang
  #   unit: {unit_terakhir}
  #   jabatan: Kepala Bidang …
  #   nama: …
  #   nip: …
  #   pangkat: Pembina
  #   golongan: IV/a
  #   berlaku_sejak: {tahun}-01-01

  # - peran: validator
  #   unit: {unit_terakhir}
  #   jabatan: …
  #   nama: …
  #   nip: …
  #   pangkat: Penata
  #   golongan: III/c
  #   berlaku_sejak: {tahun}-01-01


# Cara mengukur. Yang berlaku pada hari terakhir triwulan yang menentukan.
kebijakan:
  - berlaku_sejak: {tahun}-01-01
    batas: 120                        # capaian tertinggi per indikator (persen); tulis `tanpa` bila tidak dibatasi
    rata_rata: aritmetik              # atau geometrik
    pembulatan:
      cara: setengah_naik             # atau potong
      tempat: 2                       # banyaknya angka di belakang koma
    rumus_turun: 2T-R                 # atau T/R; dapat diganti per indikator
    skala_predikat: permendagri-86-2017


# Dari rentang tertinggi. `di_atas: 90` berarti lebih dari 90: 90,01 sudah masuk, dan tidak ada nilai tanpa predikat.
skala_predikat:
  - nama: permendagri-86-2017
    dasar_hukum: Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017
    rentang:
      - predikat: Sangat Tinggi
        di_atas: 90

      - predikat: Tinggi
        di_atas: 75

      - predikat: Sedang
        di_atas: 65

      - predikat: Rendah
        di_atas: 50

      - predikat: Sangat Rendah       # sisanya: 50 ke bawah


# Skor untuk indikator yang nilainya berupa label (jenis_target: predikat).
skala_label:
  - nama: predikat-sakip
    dasar_hukum: Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021
    label:
      D: 1
      C: 2
      CC: 3
      B: 4
      BB: 5
      A: 6
      AA: 7
"""

UNIT = """\
  - kode: {kode}
    nama: {nama}
"""

PEJABAT = """\
  - peran: {peran}
{unit}    jabatan: {jabatan}
    nama: {nama}
    nip: {nip}
    pangkat: {pangkat}
    golongan: {golongan}
    berlaku_sejak: {tahun}-01-01{catatan}
"""

PERJANJIAN_KINERJA = """\
# yaml-language-server: $schema=../skema/perjanjian-kinerja.json
# Perjanjian Kinerja Tahun {tahun}: sasaran, indikator, target, serta program dan kegiatan beserta pagunya.
# Yang tertulis di dalam kurung dan target 100 di bawah ini HANYA KERANGKA: gantilah menurut PK yang ditandatangani.
# Perubahan di tengah tahun TIDAK ditulis di sini, tetapi di perjanjian-kinerja-perubahan.yaml.
#
# Menulis angka: titik untuk desimal (88.50), tanpa pemisah ribuan (5648). Rupiah ditulis bulat (186450000).
# `akumulasi` menentukan arti angka triwulan:
#   jumlah    angka triwulan itu saja; sistem yang menjumlahkan
#   kumulatif angka sudah sampai dengan triwulan itu
#   posisi    keadaan pada akhir triwulan itu (indeks, persentase)
# Target triwulan yang dikosongkan berarti indikator tidak diukur pada triwulan itu.
# Isian lain (definisi, arah, rumus, desimal, pembilang, penyebut, bobot, …) dilengkapi penyunting: Ctrl+Spasi.

tahun: {tahun}
tanggal:                              # tanggal PK ditandatangani, misalnya {tahun}-01-05

# renstra:
#   nama: Rencana Strategis … Tahun …
#   tahun_akhir: …


sasaran:
  - kode: S1
    nama: (rumusan sasaran strategis menurut PK)
    indikator:
{indikator}

# Pagu, sasaran, dan penanggung jawab ditulis pada baris terendah saja; baris di atasnya dijumlahkan sendiri.
# `anggaran_kas` adalah rencana belanja sampai dengan triwulan itu (boleh tidak diisi).
program:
  # - kode: 5.01.01
  #   nama: Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota
  #   kegiatan:
  #     - kode: 5.01.01.2.01
  #       nama: Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah
  #       sasaran: S1
  #       penanggung_jawab: {unit_pertama}
  #       pagu: 186450000
  #       anggaran_kas: {{tw1: 38000000, tw2: 84000000, tw3: 129000000, tw4: 186450000}}
"""

INDIKATOR = """\
      - kode: {kode}
        nama: {nama}
        satuan: persen
        penanggung_jawab: {unit}
        akumulasi: posisi
        target:
          tahun: 100
          tw1: 100
          tw2: 100
          tw3: 100
          tw4: 100
        sumber_data:
        dasar_hitung:
"""

HARI_LIBUR_TAHUN = """\

  # {tahun}: baru libur bertanggal tetap; lengkapi menurut keputusan bersama tentang hari libur dan cuti bersama.
  - {{tanggal: {tahun}-01-01, uraian: Tahun Baru Masehi}}
  - {{tanggal: {tahun}-05-01, uraian: Hari Buruh Internasional}}
  - {{tanggal: {tahun}-06-01, uraian: Hari Lahir Pancasila}}
  - {{tanggal: {tahun}-08-17, uraian: Proklamasi Kemerdekaan}}
  - {{tanggal: {tahun}-12-25, uraian: Natal}}
"""

MAKEFILE = """\
.DEFAULT_GOAL := help
PYTHON ?= python3
PERIOD ?= $(PERIODE)
export KINERJA_BAHASA ?= id
# Menyiapkan yang diperlukan (.venv menurut program/requirements.lock); diam bila semuanya sudah ada.
SIAP = @PYTHONPATH=program $(PYTHON) -m pipeline.siapkan
KINERJA = @.venv/bin/kinerja

.PHONY: help report check measure status new doctor schema clean

help: ## Daftar ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: ## Buat laporan: berkas DOCX dan satu PDF di output/ (PERIOD=2026-tw3; tanpa itu: periode terbaru)
	$(SIAP) report .
	$(KINERJA) report $(PERIOD)

check: ## Periksa isian tanpa membuat laporan (PERIOD=2026-tw3; tanpa itu: periode terbaru)
	$(SIAP) check .
	$(KINERJA) check $(PERIOD)

measure: ## Tampilkan hasil pengukuran (PERIOD=2026-tw3; tanpa itu: periode terbaru)
	$(SIAP) check .
	$(KINERJA) measure $(PERIOD)

status: ## Sampai langkah SOP mana (PERIOD=2026-tw3; tanpa itu: periode terbaru)
	$(SIAP) check .
	$(KINERJA) status $(PERIOD)

new: ## Mulai triwulan: buat berkas isiannya menurut PK (PERIOD=2026-tw3); yang sudah ada tidak disentuh
	$(SIAP) check .
	$(KINERJA) new $(PERIOD)

doctor: ## Apa yang ada dan yang kurang di mesin ini
	$(SIAP) check .
	$(KINERJA) doctor

schema: ## Tulis ulang data/skema/, sesudah program/ diganti
	$(SIAP) check .
	$(KINERJA) schema

clean: ## Hapus yang dibuat: laporan di output/. Isian, .venv, dan berkas sendiri di output/ tetap
	@PYTHONPATH=program $(PYTHON) -m pipeline.archive
	rm -rf program/*.egg-info
	find program -name __pycache__ -type d -prune -exec rm -rf {} +
"""

GITIGNORE = """\
.venv/
__pycache__/
*.egg-info/
output/*
!output/.gitkeep
"""

VSCODE_SETTINGS = """\
{
  "[yaml]": {
    "editor.insertSpaces": true,
    "editor.tabSize": 2,
    "editor.detectIndentation": false,
    "editor.formatOnSave": false,
    "editor.quickSuggestions": { "other": true, "comments": false, "strings": true }
  },
  "yaml.validate": true,
  "yaml.completion": true,
  "yaml.hover": true,
  "yaml.format.enable": false,
  "yaml.schemaStore.enable": false,
  "files.associations": { "*.yaml": "yaml" },
  "files.encoding": "utf8",
  "files.eol": "\\n",
  "files.exclude": { "**/.venv": true, "**/__pycache__": true },
  "files.readonlyInclude": { "program/**": true, "data/skema/**": true, "output/**": true }
}
"""

VSCODE_EXTENSIONS = """\
{
  "recommendations": ["redhat.vscode-yaml"]
}
"""

README = """\
# Pengukuran Kinerja {judul}

Isian YAML di `data/` menjadi dokumen pengukuran kinerja: berkas Word dan satu PDF di `output/`. Yang dikerjakan dulu:

1. Jalankan `make report`. Yang pertama memasang semua yang diperlukan (Debian 12 atau Ubuntu 24.04; di Windows: WSL),
   lalu membuat {laporan}.
2. Lengkapi `data/badan.yaml`: alamat, logo, tugas dan fungsi, unit, pejabat beserta NIP, pangkat, dan golongannya.
3. Salin sasaran, indikator, target, dan pagu ke `data/{tahun}/perjanjian-kinerja.yaml`; isinya sekarang {isi}.
   Lalu hapus folder `data/{tahun}/tw1` dan jalankan `make new PERIOD={tahun}-tw1`: isiannya dibuat menurut PK itu.
4. Cocokkan `data/sop.yaml` dengan SOP Badan dan `data/hari-libur.yaml` dengan kalender tahun ini.
5. Setiap unit mengisi `data/{tahun}/tw1/realisasi/<unit>.yaml`. `make check` menyebut yang salah dan yang belum diisi.
6. Sunting templat di `templates/` dengan Word bila kalimat, kop, atau hurufnya perlu diubah;
   `.venv/bin/kinerja template check` menyebut setiap kesalahan dengan tempatnya; lalu `make report` lagi.

`make` saja menampilkan semua perintah; triwulan berikutnya dimulai dengan `make new PERIOD={tahun}-tw2`. Untuk mengisi,
pakailah Visual Studio Code dengan ekstensi YAML: isian dilengkapi dan diperiksa sambil mengetik. Simpan dengan git.

Folder `program/` adalah programnya sendiri dan tidak perlu dibuka; folder ini tetap bekerja bila dipindah atau disalin.
Untuk memakai versi baru, buat folder sementara dengan `kinerja init` versi itu, ganti seluruh `program/` di sini dengan
`program/` dari sana, lalu jalankan `make schema`.
"""
LAPORAN_KERANGKA = 'draf Triwulan I yang isinya masih "belum diisi"'
LAPORAN_CONTOH = "laporan triwulan terbaru Badan contoh, yang nama dan angkanya rekaan"
ISI_KERANGKA, ISI_CONTOH = "hanya kerangka", "contoh rekaan"
