"""Every text a terminal shows, by code, Indonesian and English side by side; it refuses to know who shows it.

Codes: `masalah.<kode>` says what is wrong with an input, `masalah.<kode>.saran` how to mend it. Everything else is named
by the place that says it (`cli.…`, `setup.…`, `render.…`, `doctor.…`). Only the standard library is imported here: the set-up
runs before any dependency is installed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One message in both languages, with the same `{placeholders}`."""

    id: str
    en: str


MESSAGES: dict[str, Text] = {
    # --- setup -------------------------------------------------------------------------------------------------
    "setup.usage": Text(
        "Pemakaian: python3 -m pipeline.siapkan {targets} [folder]",
        "Usage: python3 -m pipeline.siapkan {targets} [folder]",
    ),
    "setup.python-old": Text(
        "Python {needed} atau lebih baru diperlukan; {path} adalah Python {found}. Debian 12 dan Ubuntu 24.04 membawanya sebagai python3.",
        "Python {needed} or newer is needed; {path} is Python {found}. Debian 12 and Ubuntu 24.04 bring it as python3.",
    ),
    "setup.python-newer": Text(
        "Di mesin ini ada {python}. Jalankan: make {target} PYTHON={python}",
        "This machine has {python}. Run: make {target} PYTHON={python}",
    ),
    "setup.windows": Text(
        "Di Windows alat ini dijalankan di dalam WSL. Sekali saja, di PowerShell sebagai administrator: wsl --install -d Ubuntu-24.04\n"
        "Lalu, di dalam Ubuntu itu: sudo apt-get install -y git make, ambil proyek ini dengan git clone, dan jalankan make {target}",
        "On Windows this tool runs inside WSL. Once, in PowerShell as an administrator: wsl --install -d Ubuntu-24.04\n"
        "Then, inside that Ubuntu: sudo apt-get install -y git make, fetch this project with git clone, and run make {target}",
    ),
    "setup.part.venv": Text(
        "python3-venv: tempat pustaka Python proyek ini (.venv)",
        "python3-venv: the place for this project's Python libraries (.venv)",
    ),
    "setup.part.libreoffice": Text(
        "LibreOffice Writer: membuat PDF dari DOCX",
        "LibreOffice Writer: makes the PDF from the DOCX files",
    ),
    "setup.part.fontconfig": Text(
        "fontconfig (fc-match): mencari pengganti huruf yang tidak ada",
        "fontconfig (fc-match): finds substitutes for missing fonts",
    ),
    "setup.part.liberation": Text(
        "huruf Arial atau penggantinya yang sama lebar, Liberation: baris dan halaman PDF seperti di Word",
        "the font Arial or its substitute of equal width, Liberation: lines and pages of the PDF as in Word",
    ),
    "setup.part.urw": Text(
        "huruf Bookman Old Style atau penggantinya yang sama lebar, URW Bookman",
        "the font Bookman Old Style or its substitute of equal width, URW Bookman",
    ),
    "setup.part.carlito": Text(
        "huruf Calibri atau penggantinya yang sama lebar, Carlito",
        "the font Calibri or its substitute of equal width, Carlito",
    ),
    "setup.part.poppler": Text(
        "poppler (pdftotext): pengujian membaca PDF",
        "poppler (pdftotext): the tests read the PDFs",
    ),
    "setup.part.qpdf": Text(
        "qpdf: pengujian memeriksa susunan PDF",
        "qpdf: the tests check the structure of the PDFs",
    ),
    "setup.apt": Text(
        "Memasang paket sistem ({packages}); pertama kali bisa beberapa menit:",
        "Installing system packages ({packages}); the first time this can take some minutes:",
    ),
    "setup.apt.part": Text(
        "  - {part}",
        "  - {part}",
    ),
    "setup.apt.failed": Text(
        "apt-get gagal:\n{log}\nPeriksa sambungan internet (atau proksi dan sumber paket di /etc/apt), lalu jalankan lagi.",
        "apt-get failed:\n{log}\nCheck the internet connection (or the proxy and the package sources in /etc/apt), then run again.",
    ),
    "setup.missing": Text(
        "Belum ada di mesin ini:",
        "This machine lacks:",
    ),
    "setup.missing.part": Text(
        "  - {part}",
        "  - {part}",
    ),
    "setup.missing.administrator": Text(
        "Seorang administrator memasang semuanya dengan satu perintah:\n\n  {command}\n\nSesudah itu jalankan lagi: make {target}",
        "An administrator installs all of it with one command:\n\n  {command}\n\nAfter that run again: make {target}",
    ),
    "setup.missing.brew": Text(
        "Pasang dengan Homebrew (https://brew.sh):\n\n  {command}\n\n"
        "Bookman Old Style ada di Microsoft Office; penggantinya, URW Bookman, ada di https://github.com/ArtifexSoftware/urw-base35-fonts\n"
        "Sesudah itu jalankan lagi: make {target}",
        "Install with Homebrew (https://brew.sh):\n\n  {command}\n\n"
        "Bookman Old Style comes with Microsoft Office; its substitute, URW Bookman, is at https://github.com/ArtifexSoftware/urw-base35-fonts\n"
        "After that run again: make {target}",
    ),
    "setup.missing.unknown": Text(
        "Pasang dengan pengelola paket sistem ini, lalu jalankan lagi: make {target}\n(Debian 12 dan Ubuntu 24.04 memasangnya sendiri.)",
        "Install them with this system's package manager, then run again: make {target}\n(On Debian 12 and Ubuntu 24.04 this happens by itself.)",
    ),
    "setup.missing.goes-on": Text(
        "Sementara itu dibuat apa yang bisa dibuat tanpanya: berkas DOCX, tanpa PDF bila LibreOffice belum ada.\n",
        "Meanwhile what can be made without it is made: the DOCX files, and no PDF while LibreOffice is missing.\n",
    ),
    "setup.venv": Text(
        "Membuat .venv",
        "Making .venv",
    ),
    "setup.venv.failed": Text(
        ".venv tidak dapat dibuat:\n{log}\nPeriksa ruang disk dan hak tulis di folder ini, lalu jalankan lagi.",
        ".venv cannot be made:\n{log}\nCheck the free disk space and the permission to write in this folder, then run again.",
    ),
    "setup.install": Text(
        "Memasang ke .venv menurut {file}",
        "Installing into .venv from {file}",
    ),
    "setup.install.failed": Text(
        "Pemasangan menurut {file} gagal:\n{log}\nPerintahnya: {command}\n"
        "Periksa sambungan internet (di balik proksi: HTTPS_PROXY; cermin sendiri: PIP_INDEX_URL), lalu jalankan lagi.",
        "Installing from {file} failed:\n{log}\nThe command was: {command}\n"
        "Check the internet connection (behind a proxy: HTTPS_PROXY; a mirror of your own: PIP_INDEX_URL), then run again.",
    ),
    # --- cli ---------------------------------------------------------------------------------------------------
    "archive.left": Text(
        "{name}: bukan buatan program atau sudah diubah, dibiarkan",
        "{name}: not made by the program, or changed since; left",
    ),
    "archive.full": Text(
        "Tidak ada ruang untuk menulis ke {folder} ({reason}). Berkas yang lama tetap utuh. Kosongkan ruang disk, lalu jalankan lagi.",
        "There is no room to write to {folder} ({reason}). The earlier files are as they were. Free some disk space and run again.",
    ),
    "archive.unwritable": Text(
        "Folder {folder} tidak dapat ditulisi ({reason}). Tutup berkas di folder itu yang sedang terbuka, periksa hak aksesnya, lalu jalankan lagi.",
        "The folder {folder} cannot be written ({reason}). Close the files in it that are open, check its permissions and run again.",
    ),
    "cli.error": Text(
        "Kesalahan:",
        "Error:",
    ),
    "cli.remedy": Text(
        "Perbaikan: {remedy}",
        "To mend it: {remedy}",
    ),
    "cli.hint": Text(
        "Mungkin maksudnya: {hint}",
        "Did you mean: {hint}",
    ),
    "cli.severity.salah": Text(
        "salah",
        "error",
    ),
    "cli.severity.perlu-penjelasan": Text(
        "perlu penjelasan",
        "explanation needed",
    ),
    "cli.severity.peringatan": Text(
        "peringatan",
        "warning",
    ),
    "cli.summary.none": Text(
        "Tidak ada masalah.",
        "No problems.",
    ),
    "cli.summary.stops": Text(
        "Yang menghentikan laporan: {stops}. Peringatan: {warnings}.",
        "Problems that stop the report: {stops}. Warnings: {warnings}.",
    ),
    "cli.summary.templates": Text(
        "Peringatan: {warnings}, di antaranya tentang templat: {templates}. Laporan dapat dibuat.",
        "Warnings: {warnings}, of which about templates: {templates}. The report can be made.",
    ),
    "cli.summary.warnings": Text(
        "Peringatan: {warnings}. Laporan dapat dibuat; peringatan dicetak di bab validasinya.",
        "Warnings: {warnings}. The report can be made; its validation chapter prints them.",
    ),
    "cli.belum.unit": Text(
        "Belum diisi: {unit} — {isi}: {berkas}",
        "Not filled in: {unit} — {isi}: {berkas}",
    ),
    "cli.belum.indikator": Text(
        "{jumlah} dari {seluruh} indikator ({kode})",
        "{jumlah} of {seluruh} indicators ({kode})",
    ),
    "cli.belum.anggaran": Text(
        "{jumlah} dari {seluruh} baris anggaran",
        "{jumlah} of {seluruh} budget rows",
    ),
    "cli.belum.berkas": Text(
        "Belum ada di {folder}: {nama}",
        "Not there yet in {folder}: {nama}",
    ),
    # --- the SOP's steps ---------------------------------------------------------------------------------------
    "sop.keadaan.selesai": Text("selesai", "done"),
    "sop.keadaan.kedaluwarsa": Text("kedaluwarsa", "out of date"),
    "sop.keadaan.berikutnya": Text("berikutnya", "next"),
    "sop.keadaan.menunggu": Text("menunggu", "waiting"),
    "sop.paket.draf": Text("draf", "draf (draft)"),
    "sop.paket.siap": Text("siap dicetak dan ditandatangani", "siap (ready to print and sign)"),
    "sop.paket.sah": Text("sah", "sah (signed)"),
    "sop.paket.lengkap": Text("lengkap", "lengkap (sent and filed)"),
    "sop.kurang.catatan": Text(
        "belum dicatat siapa dan kapan (`{kunci}` di {berkas})",
        "who did it and when is not recorded (`{kunci}` in {berkas})",
    ),
    "sop.kurang.wewenang": Text(
        "{nama} bukan pejabat yang berwenang untuk langkah {langkah} pada {tanggal}",
        "{nama} is not an official who may do step {langkah} on {tanggal}",
    ),
    "sop.kurang.sebelum-tanda-tangan": Text(
        "langkah {langkah} tanggal {tanggal} mendahului tanda tangan naskah ini; catat lagi",
        "step {langkah} of {tanggal} came before this naskah was signed; record it again",
    ),
    "sop.kurang.isian": Text("`{kunci}` belum diisi di {berkas}", "`{kunci}` is not filled in in {berkas}"),
    "sop.kurang.target": Text(
        "tidak satu indikator pun mempunyai target triwulan ({berkas})",
        "no indikator has a target in any quarter ({berkas})",
    ),
    "sop.kurang.surat-mendahului": Text(
        "surat pengantar bertanggal {tanggal}, sebelum naskahnya ditandatangani ({tanda})",
        "the letter is dated {tanggal}, before the naskah was signed ({tanda})",
    ),
    "sop.kurang.realisasi": Text("belum dilaporkan: {kode} ({berkas})", "not reported: {kode} ({berkas})"),
    "sop.kurang.hadir": Text("daftar hadir belum memuat yang hadir", "the daftar hadir names nobody who attended"),
    "sop.kurang.validasi": Text("belum divalidasi: {kode} ({berkas})", "not validated: {kode} ({berkas})"),
    "sop.kurang.validasi-sidik": Text(
        "hasil validasi {kode} belum bersidik; catat dengan `kinerja step 7 --unit {unit}`",
        "the validation of {kode} has no sidik; record it with `kinerja step 7 --unit {unit}`",
    ),
    "sop.kurang.validasi-terbuka": Text(
        "{kode}: putaran validasi terakhir menyatakan tidak sesuai",
        "{kode}: the last round of validation says tidak sesuai",
    ),
    "sop.kurang.sidik": Text(
        "{hal}: sidik belum ada; catat dengan `kinerja step {langkah}`",
        "{hal}: there is no sidik; record it with `kinerja step {langkah}`",
    ),
    "sop.kurang.bukti-tanda-tangan": Text(
        "bukti tanda tangan belum ada: pindaian, tte, atau asli_basah",
        "there is no proof of the signature: pindaian, tte or asli_basah",
    ),
    "cli.aborted": Text(
        "Dihentikan. Berkas yang lama tetap utuh.",
        "Stopped. The earlier files are as they were.",
    ),
    "cli.fault": Text(
        "Program ini bermasalah ({reason}). Berkas keluaran yang lama tetap utuh. Sampaikan tulisan di atas kepada pengelola program.",
        "This program is at fault ({reason}). The earlier output is as it was. Report the text above to the program's maintainers.",
    ),
    "cli.new.dibuat": Text("{periode}: {banyak} berkas dibuat", "{periode}: {banyak} files made"),
    "cli.new.dibiarkan": Text("{nama} sudah ada, dibiarkan", "{nama} is there already; left"),
    "cli.new.tidak-dibuat": Text("Folder {periode} tidak dibuat.", "{periode} was not begun."),
    "cli.new.berikutnya": Text("Selanjutnya lihat: {command}", "Then see: {command}"),
    "cli.new.celah": Text(
        "{periode} belum dapat dimulai: triwulan sebelumnya, {sebelum}, belum ada. Mulai dengan: kinerja new {mulai}",
        "{periode} cannot begin yet: the quarter before it, {sebelum}, is not there. Begin with: kinerja new {mulai}",
    ),
    "cli.new.tanpa-pk": Text(
        "Perjanjian kinerja tahun {tahun} belum ada. Buat {berkas} dahulu; bila ada data triwulan IV tahun sebelumnya, `kinerja new {tahun}-tw1` menyusunnya dari PK tahun itu.",
        "There is no perjanjian kinerja of {tahun}. Make {berkas} first; where last year's fourth quarter is there, `kinerja new {tahun}-tw1` starts it from that year's PK.",
    ),
    "cli.new.nama-unit": Text(
        "Kode unit {unit} tidak dapat menjadi nama berkas. Ganti di data/badan.yaml, misalnya menjadi bidang-mutasi.",
        "The kode {unit} of a unit cannot be the name of a file. Change it in data/badan.yaml, to bidang-mutasi for example.",
    ),
    "cli.new.tulis": Text(
        "{berkas} tidak dapat ditulis: {sebab}. Tidak ada berkas yang dibuat.",
        "{berkas} cannot be written: {sebab}. No file was made.",
    ),
    "cli.help.usage": Text(
        "Pemakaian:",
        "Usage:",
    ),
    "cli.help.options": Text(
        "Opsi",
        "Options",
    ),
    "cli.help.commands": Text(
        "Perintah",
        "Commands",
    ),
    "cli.help.arguments": Text(
        "Argumen",
        "Arguments",
    ),
    "cli.help.metavar.command": Text(
        "PERINTAH",
        "COMMAND",
    ),
    "cli.help.metavar.options": Text(
        "[OPSI]",
        "[OPTIONS]",
    ),
    "cli.help.metavar.periode": Text(
        "PERIODE",
        "PERIOD",
    ),
    "cli.help.metavar.folder": Text(
        "FOLDER",
        "DIR",
    ),
    "cli.help.program": Text(
        "Pengukuran kinerja triwulanan: dari YAML menjadi dokumen Word dan PDF.",
        "Quarterly performance measurement: from YAML to Word documents and a PDF.",
    ),
    "cli.help.report": Text(
        "Membuat semua dokumen dan PDF gabungan satu periode di output/<periode>/.",
        "Make all documents and the merged PDF of a period in output/<period>/.",
    ),
    "cli.help.status": Text(
        "Menunjukkan kesebelas langkah SOP: keadaan, pelaksana, waktu, bukti, dan apa yang berikutnya.",
        "Show the eleven steps of the SOP: state, who, when, evidence, and what comes next.",
    ),
    "cli.help.step": Text(
        "Mencatat satu langkah SOP ke dalam YAML periode; ditolak bila langkah sebelumnya belum selesai.",
        "Record a step of the SOP into the period's YAML; refused while a step before it is not done.",
    ),
    "cli.help.langkah": Text("Nomor langkah SOP, 1 sampai 11.", "Number of the SOP's step, 1 to 11."),
    "cli.help.metavar.langkah": Text("LANGKAH", "STEP"),
    "cli.help.option.only": Text(
        "Membuat satu dokumen saja, DOCX dan PDF, misalnya undangan.",
        "Make one document alone, DOCX and PDF, such as undangan.",
    ),
    "cli.help.value.only": Text("DOKUMEN", "DOCUMENT"),
    "cli.help.option.final": Text(
        "Hanya membuat paket yang sah; selain itu berakhir dengan 1.", "Make a signed packet only; else end with 1."
    ),
    "cli.help.option.revisi": Text(
        "Memulai revisi naskah yang sudah sah, dengan alasannya.",
        "Begin a revision of a signed naskah, with its reason.",
    ),
    "cli.help.value.revisi": Text("ALASAN", "REASON"),
    "cli.help.option.json": Text("Menulis JSON.", "Write JSON."),
    "cli.help.option.oleh": Text(
        "Nama pejabat yang melaksanakan (atau sebagian namanya, atau NIP).",
        "Name of the official who did it (or a part of it, or the NIP).",
    ),
    "cli.help.value.oleh": Text("NAMA", "NAME"),
    "cli.help.option.mulai": Text(
        'Waktu mulai, seperti 2026-10-15 atau "2026-10-15 08.30".',
        'When it began, such as 2026-10-15 or "2026-10-15 08.30".',
    ),
    "cli.help.value.mulai": Text("WAKTU", "TIME"),
    "cli.help.option.selesai": Text("Waktu selesai; tanpa isian: sekarang.", "When it ended; default: now."),
    "cli.help.value.selesai": Text("WAKTU", "TIME"),
    "cli.help.option.catatan": Text("Catatan.", "A note."),
    "cli.help.value.catatan": Text("TEKS", "TEXT"),
    "cli.help.option.unit": Text("Langkah 7: unit yang memvalidasi.", "Step 7: the unit that validates."),
    "cli.help.value.unit": Text("UNIT", "UNIT"),
    "cli.help.option.kode": Text(
        "Langkah 7: kode indikator; boleh berulang. Tanpa isian: semua yang perlu divalidasi.",
        "Step 7: kode of an indikator; may be repeated. Default: all that need it.",
    ),
    "cli.help.value.kode": Text("KODE", "KODE"),
    "cli.help.option.hasil": Text('Langkah 7: sesuai atau "tidak sesuai".', 'Step 7: sesuai or "tidak sesuai".'),
    "cli.help.value.hasil": Text("HASIL", "HASIL"),
    "cli.help.option.bukti": Text("Langkah 7: bukti yang diperiksa.", "Step 7: the evidence examined."),
    "cli.help.value.bukti": Text("TEKS", "TEXT"),
    "cli.help.option.tindak-lanjut": Text(
        "Langkah 7: perbaikan yang diminta atau dilakukan.", "Step 7: what was asked for or mended."
    ),
    "cli.help.value.tindak-lanjut": Text("TEKS", "TEXT"),
    "cli.help.option.pindaian": Text(
        "Langkah 4 dan 9: pindaian yang ditandatangani (PDF/PNG/JPEG), relatif terhadap data/.",
        "Steps 4 and 9: the signed scan (PDF/PNG/JPEG), relative to data/.",
    ),
    "cli.help.value.pindaian": Text("BERKAS", "FILE"),
    "cli.help.option.tte": Text(
        "Langkah 9: PDF bertanda tangan elektronik, relatif terhadap data/.",
        "Step 9: the electronically signed PDF, relative to data/.",
    ),
    "cli.help.value.tte": Text("BERKAS", "FILE"),
    "cli.help.option.asli-basah": Text(
        "Langkah 9: tempat naskah asli bertanda tangan basah disimpan.",
        "Step 9: where the original signed on paper is kept.",
    ),
    "cli.help.value.asli-basah": Text("LOKASI", "PLACE"),
    "cli.help.option.arsip-nomor": Text("Langkah 11: nomor arsip.", "Step 11: number in the archive."),
    "cli.help.value.arsip-nomor": Text("NOMOR", "NUMBER"),
    "cli.help.option.arsip-lokasi": Text("Langkah 11: tempat arsip.", "Step 11: place in the archive."),
    "cli.help.value.arsip-lokasi": Text("LOKASI", "PLACE"),
    "cli.help.new": Text(
        "Menyiapkan folder triwulan berikutnya dari PK yang berlaku; yang sudah ada tidak ditimpa.",
        "Prepare the next quarter's folder from the PK in force; nothing that is there is replaced.",
    ),
    "cli.help.periode-baru": Text("Periode yang dimulai, seperti 2026-tw4.", "The period to begin, such as 2026-tw4."),
    "cli.help.metavar.periode-baru": Text("PERIODE", "PERIOD"),
    "cli.help.init": Text(
        "Membuat folder untuk Badan baru: data, templat, Makefile.",
        "Make the folder of a new agency: data, templates, Makefile.",
    ),
    "cli.help.folder": Text("Folder yang dibuat.", "The folder to make."),
    "cli.help.option.defaults": Text("Tanpa bertanya: Badan rekaan.", "Ask nothing: an invented agency."),
    "cli.help.option.contoh": Text(
        "Tanpa bertanya: salin data yang menyertai program ini (Badan contoh dengan tiga triwulan).",
        "Ask nothing: copy the data that come with this program (a sample agency with three quarters).",
    ),
    "cli.help.check": Text(
        "Memeriksa semua isian tanpa membuat apa pun.",
        "Check all inputs without making anything.",
    ),
    "cli.help.measure": Text(
        "Menampilkan hasil pengukuran.",
        "Show the measurement.",
    ),
    "cli.template.salah": Text("Templat belum dapat dipakai.", "A template cannot be used yet."),
    "cli.template.tidak-ada": Text(
        "Tidak ada berkas {berkas}, juga tidak di folder templates. Yang ada: {ada}",
        "There is no file {berkas}, nor is it in the folder templates. There are: {ada}",
    ),
    "cli.template.tanpa-as": Text(
        "Isian dokumen mana yang dipakai {berkas}? Tambahkan --as DOKUMEN, salah satu dari: {ada}",
        "Whose fields does {berkas} use? Add --as DOCUMENT, one of: {ada}",
    ),
    "cli.template.peringatan": Text(
        "Peringatan: {banyak}. Templat dapat dipakai.", "Warnings: {banyak}. The templates can be used."
    ),
    "cli.template.tanpa-salinan": Text(
        "Salinan tidak dibuat: {berkas} tidak aman dibuka.", "No copy was made: {berkas} cannot be opened safely."
    ),
    "cli.template.diperiksa": Text("Templat yang diperiksa: {banyak}.", "Templates checked: {banyak}."),
    "cli.template.salinan": Text(
        "Salinan dengan komentar: {berkas}. Setelah dibetulkan, simpan sebagai templat; komentarnya tidak ikut tercetak.",
        "Copy with comments: {berkas}. When it is mended, save it as the template; the comments are not printed.",
    ),
    "cli.usage.template.as": Text(
        "--as menyebut dokumen untuk satu berkas templat. Sebutkan juga berkasnya.",
        "--as names the document for a template file. Name the file, too.",
    ),
    "cli.usage.template.annotate": Text(
        "--annotate menulis salinan satu templat. Sebutkan satu berkas templat.",
        "--annotate writes a copy of one template. Name one template file.",
    ),
    "cli.usage.template.salinan": Text(
        "Salinan {berkas} harus berkas .docx baru yang belum ada.",
        "The copy {berkas} must be a new .docx file that is not there yet.",
    ),
    "cli.template.contoh": Text(
        "Triwulan contoh di {folder} tidak dapat dipakai: isiannya sudah berubah dan ada yang salah. Kembalikan dari git.",
        "The sample quarter in {folder} cannot be used: its inputs were changed and have faults. Take them from git again.",
    ),
    "cli.usage.template.new": Text(
        "Sebut nama templat baru dan dokumen yang templatnya disalin: {command}",
        "Name the new template and the document whose template is copied: {command}",
    ),
    "cli.usage.template.new.nama": Text(
        "Templat {nama} tidak dapat dibuat: {sebab}; {saran}.",
        "The template {nama} cannot be made: {sebab}; {saran}.",
    ),
    "cli.usage.template.new.ada": Text(
        "{berkas} sudah ada dan tidak ditimpa. Pakailah nama lain.",
        "{berkas} is there already and is not written over. Use another name.",
    ),
    "cli.template.new.dibuat": Text(
        "{berkas} dibuat dari {asal}. Sunting dengan Word.",
        "{berkas} was made from {asal}. Edit it in Word.",
    ),
    "cli.template.new.baris": Text(
        "Tambahkan baris ini di data/dokumen.yaml di bawah `paket:`, di tempatnya dalam PDF gabungan:",
        "Add this row to data/dokumen.yaml under `paket:`, at its place in the merged PDF:",
    ),
    "cli.template.new.lalu": Text("Lalu:", "Then:"),
    "cli.preview.berkas": Text(
        "Sebut templat yang dicoba: {command} BERKAS (berkas .docx, atau kunci dokumennya seperti surat-pengantar)",
        "Name the template to try: {command} FILE (a .docx file, or the key of its document such as surat-pengantar)",
    ),
    "cli.preview.ragam": Text(
        "Pilih satu: --empty atau --full.",
        "Choose one: --empty or --full.",
    ),
    "cli.preview.bagian": Text(
        "Bagian {bagian} tidak dipakai templat mana pun, sehingga tidak dapat dicoba. Pasang dulu: {{%p sisip {bagian} %}}",
        "No template uses the part {bagian}, so it cannot be tried. Put it in first: {{%p sisip {bagian} %}}",
    ),
    "cli.preview.docx": Text(
        "Pratinjau dengan triwulan contoh, bukan data Badan Anda. DOCX: {berkas}. PDF:",
        "A preview with the sample quarter, not with your agency's data. DOCX: {berkas}. PDF:",
    ),
    "cli.preview.tanpa-pdf": Text(
        "PDF tidak dibuat; DOCX-nya ada:",
        "There is no PDF; the DOCX was made:",
    ),
    "cli.preview.tanpa-pembuka": Text(
        "Tidak ada program untuk membuka berkas (xdg-open, wslview, open). Bukalah PDF di atas sendiri.",
        "There is no program that opens files (xdg-open, wslview, open). Open the PDF named above yourself.",
    ),
    "cli.fix.gabung": Text(
        "tanda yang terpecah digabung: {tanda}",
        "put together a tag that was split: {tanda}",
    ),
    "cli.fix.hasil": Text(
        "Tanda yang dibetulkan: {banyak}, di {berkas} dari {semua} berkas.",
        "Tags mended: {banyak}, in {berkas} of {semua} files.",
    ),
    "cli.fix.tidak-ada": Text(
        "Tidak ada yang perlu dibetulkan (berkas yang dilihat: {semua}).",
        "Nothing to mend (files looked at: {semua}).",
    ),
    "cli.fix.gagal": Text(
        "Berkas yang tidak dapat dibetulkan: {banyak}.",
        "Files that could not be mended: {banyak}.",
    ),
    "cli.help.template": Text(
        "Templat Word: memeriksa, membetulkan, mencoba, dan membuatnya.",
        "Word templates: check, mend, try and make them.",
    ),
    "cli.help.template.check": Text(
        "Memeriksa templat sebelum ada data: setiap kesalahan dengan tempatnya. Tanpa BERKAS: semua templat.",
        "Check templates before there is data: every mistake with its place. Without FILE: all templates.",
    ),
    "cli.help.template.fix": Text(
        "Membetulkan yang aman di dalam tanda templat (petik, spasi, awalan, tanda yang terpecah). Tanpa BERKAS: semua templat.",
        "Mend what is safe inside tags (quotes, blanks, prefixes, tags that were split). Without FILE: all templates.",
    ),
    "cli.help.template.fields": Text(
        "Isian yang boleh dipakai templat: jenis, arti, satuan, dan nilainya pada triwulan contoh.",
        "The fields that a template may use: type, meaning, unit, and the value in the sample quarter.",
    ),
    "cli.help.template.preview": Text(
        "Mencoba sebuah templat dengan triwulan contoh dan menyebut berkas PDF-nya.",
        "Try a template with the sample quarter and name the PDF.",
    ),
    "cli.help.template.new": Text(
        "Membuat templat baru dari templat sebuah dokumen.",
        "Make a new template from that of a document.",
    ),
    "cli.help.berkas": Text("Berkas templat (.docx).", "Template file (.docx)."),
    "cli.help.metavar.berkas": Text("BERKAS", "FILE"),
    "cli.help.dokumen": Text(
        "Kunci dokumen, seperti surat-pengantar; tanpa ini: semua.",
        "Key of a document, such as surat-pengantar; without it: all.",
    ),
    "cli.help.metavar.dokumen": Text("DOKUMEN", "DOCUMENT"),
    "cli.help.nama-templat": Text("Nama templat baru, seperti memo.", "Name of the new template, such as memo."),
    "cli.help.metavar.nama-templat": Text("NAMA", "NAME"),
    "cli.help.option.as": Text(
        "Dokumen yang isiannya dipakai templat itu.", "The document whose fields the template uses."
    ),
    "cli.help.value.as": Text("DOKUMEN", "DOCUMENT"),
    "cli.help.option.annotate": Text(
        "Menulis salinan templat dengan komentar Word pada setiap temuan.",
        "Write a copy of the template with a Word comment at every finding.",
    ),
    "cli.help.value.annotate": Text("BERKAS", "FILE"),
    "cli.help.option.word": Text(
        "Menulis daftarnya sebagai berkas Word dengan tanda siap salin.",
        "Write the list as a Word file with tags to copy.",
    ),
    "cli.help.value.word": Text("BERKAS", "FILE"),
    "cli.fields.isian": Text("Isian", "Field"),
    "cli.fields.jenis": Text("Jenis", "Type"),
    "cli.fields.arti": Text("Arti dan contoh", "Meaning and sample"),
    "cli.fields.jenis.teks": Text("teks", "text"),
    "cli.fields.jenis.gambar": Text("gambar", "picture"),
    "cli.fields.jenis.ya-tidak": Text("ya/tidak", "yes/no"),
    "cli.fields.jenis.daftar-teks": Text("daftar teks", "list of texts"),
    "cli.fields.jenis.daftar": Text("daftar", "list"),
    "cli.fields.jenis.kelompok": Text("kelompok isian", "group"),
    "cli.fields.boleh-kosong": Text("boleh kosong", "may be empty"),
    "cli.fields.contoh-nilai": Text("contoh: {nilai}", "sample: {nilai}"),
    "cli.fields.tabel": Text("Isian {jalur}", "Fields of {jalur}"),
    "cli.fields.tabel.gelung": Text("Isian {jalur}, di dalam {gelung}", "Fields of {jalur}, inside {gelung}"),
    "cli.fields.cara.cetak": Text(
        "Isian dicetak dengan {cetak}; ya/tidak tidak dapat dicetak, dan kelompok isian hanya lewat isiannya atau {sisip}.",
        "A field is printed with {cetak}; a yes/no cannot be printed, and a group only by its fields or {sisip}.",
    ),
    "cli.fields.cara.syarat": Text(
        "Paragraf di antara {awal} dan {akhir} hanya dicetak bila isian itu ya, atau tidak kosong.",
        "Paragraphs between {awal} and {akhir} are printed only where that field is yes, or not empty.",
    ),
    "cli.fields.cara.gelung": Text(
        "Paragraf di antara {awal} dan {akhir} diulang untuk setiap baris daftar; isian baris itu hanya ada di antara keduanya. Setiap tag {{%p … %}} berdiri sendirian dalam satu paragraf.",
        "Paragraphs between {awal} and {akhir} are repeated for every row of the list; only there do the fields of its rows exist. Every tag {{%p … %}} stands alone in a paragraph.",
    ),
    "cli.fields.cara.tabel": Text(
        "Baris tabel diulang dengan {awal} dan {akhir}; masing-masing berdiri dalam baris tabelnya sendiri.",
        "Table rows are repeated with {awal} and {akhir}, each in a table row of its own.",
    ),
    "cli.fields.cara.kosong": Text(
        "Hanya isian bertanda boleh kosong yang dapat tidak mencetak apa pun; yang lain mencetak titik-titik, “–”, atau “belum diisi” selama belum ada. Satuan tidak ikut tercetak.",
        "Only a field marked may be empty can print nothing; others print dots, “–” or “belum diisi” while there is nothing yet. Units are not printed.",
    ),
    "cli.fields.cara.contoh": Text(
        "Contoh berasal dari triwulan contoh {periode}, dari baris pertama yang ada isinya; contoh yang panjang dipotong.",
        "Samples come from the sample quarter {periode}, of a list from the first row that has something there; long ones are cut.",
    ),
    "cli.fields.dokumen": Text(
        "Tidak ada dokumen {nama}. Yang ada: {ada}",
        "There is no document {nama}. There are: {ada}",
    ),
    "cli.fields.dokumen.mirip": Text(
        "Tidak ada dokumen {nama}. Mungkin maksudnya {saran}. Yang ada: {ada}",
        "There is no document {nama}. Perhaps {saran} is meant. There are: {ada}",
    ),
    "cli.fields.word.lain": Text(
        "{berkas} sudah ada dan bukan daftar isian. Pakai nama lain.",
        "{berkas} is there already and is no list of fields. Use another name.",
    ),
    "cli.fields.word.nama": Text(
        "Daftar isian hanya ditulis sebagai berkas Word; {berkas} tidak berakhiran .docx.",
        "The list of fields is written as a Word file only; {berkas} does not end in .docx.",
    ),
    "cli.fields.word.folder": Text(
        "Folder {folder} tidak ada; buat lebih dahulu.",
        "There is no folder {folder}; make it first.",
    ),
    "cli.fields.word.ditulis": Text("Daftar isian ditulis: {berkas}", "The list of fields is written: {berkas}"),
    "cli.help.option.empty": Text("Isian sesedikit mungkin.", "As little data as possible."),
    "cli.help.option.full": Text(
        "Isian sebanyak mungkin: 60 indikator, teks panjang, semua bagian.",
        "As much data as possible: 60 indikator, long texts, every part.",
    ),
    "cli.help.option.open": Text("Membuka PDF-nya.", "Open the PDF."),
    "cli.help.option.from": Text("Dokumen yang templatnya disalin.", "The document whose template is copied."),
    "cli.help.value.from": Text("DOKUMEN", "DOCUMENT"),
    "cli.help.doctor": Text(
        "Memeriksa apa yang ada dan kurang pada komputer ini.",
        "Say what this machine has and lacks.",
    ),
    "cli.help.schema": Text(
        "Menulis JSON Schema isian ke data/skema/ untuk penyunting teks.",
        "Write the inputs' JSON Schemas to data/skema/ for editors.",
    ),
    "cli.help.periode": Text(
        "Periode seperti 2026-tw3. Tanpa isian: periode terbaru di data/.",
        "A period such as 2026-tw3. Default: the newest one in data/.",
    ),
    "cli.help.root": Text(
        "Folder yang memuat data/, templates/ dan output/. Tanpa isian: folder ini.",
        "The folder that holds data/, templates/ and output/. Default: this folder.",
    ),
    "cli.help.bahasa": Text(
        "Bahasa tampilan: id atau en. Dokumen selalu berbahasa Indonesia.",
        "Language of the terminal: id or en. Documents are always Indonesian.",
    ),
    "cli.help.json": Text(
        "Menulis JSON ke stdout.",
        "Write JSON to stdout.",
    ),
    "cli.help.help": Text(
        "Menampilkan bantuan ini.",
        "Show this help.",
    ),
    "cli.help.version": Text(
        "Menampilkan versi program.",
        "Show the program's version.",
    ),
    "cli.usage.try-help": Text(
        "Bantuan: {command} --help",
        "For help: {command} --help",
    ),
    "cli.usage.option": Text(
        "opsi {option} tidak dikenal",
        "there is no option {option}",
    ),
    "cli.usage.command": Text(
        "perintah {command} tidak dikenal",
        "there is no command {command}",
    ),
    "cli.usage.value": Text(
        "opsi {option} memerlukan satu isian",
        "the option {option} takes one value",
    ),
    "cli.usage.no-value": Text(
        "opsi {option} tidak memerlukan isian",
        "the option {option} takes no value",
    ),
    "cli.usage.extra": Text(
        "argumen berlebih: {arguments}",
        "too many arguments: {arguments}",
    ),
    "cli.usage.only": Text(
        "Tidak ada dokumen {dokumen}. Yang ada: {ada}", "There is no document {dokumen}. There are: {ada}"
    ),
    "cli.usage.only.mirip": Text(
        "Tidak ada dokumen {dokumen}. Mungkin maksudnya: {mirip}. Yang ada: {ada}",
        "There is no document {dokumen}. Did you mean: {mirip}. There are: {ada}",
    ),
    "cli.usage.only.sejak": Text(
        "Dokumen {dokumen} baru ada sejak {sejak}, menurut data/dokumen.yaml.",
        "There is a document {dokumen} only from {sejak} on, says data/dokumen.yaml.",
    ),
    "cli.usage.report": Text(
        "--only, --final, dan --revisi tidak dapat dipakai bersama.", "--only, --final and --revisi exclude each other."
    ),
    "cli.usage.new": Text(
        "Sebut periode yang dimulai, misalnya: kinerja new 2026-tw4",
        "Name the period to begin, such as: kinerja new 2026-tw4",
    ),
    "cli.usage.init": Text(
        "Sebut folder yang dibuat, misalnya: kinerja init bappeda",
        "Name the folder to make, such as: kinerja init bappeda",
    ),
    "cli.usage.step": Text(
        "{value} bukan nomor langkah; tulis 1 sampai 11, lalu periodenya bila perlu.",
        "{value} is no number of a step; write 1 to 11, then the period where needed.",
    ),
    "cli.usage.oleh": Text(
        "Sebut siapa yang melaksanakan langkah ini: --oleh NAMA", "Say who carried out this step: --oleh NAME"
    ),
    "cli.usage.hasil": Text(
        'Langkah 7 (dan hanya langkah 7) memerlukan --hasil sesuai atau --hasil "tidak sesuai"; yang tertulis: {hasil}.',
        'Step 7 (and no other) needs --hasil sesuai or --hasil "tidak sesuai"; what stands there: {hasil}.',
    ),
    "cli.usage.catatan": Text(
        'Hasil "tidak sesuai" memerlukan alasan: --catatan "…"',
        'The result "tidak sesuai" needs a reason: --catatan "…"',
    ),
    "cli.usage.revisi": Text('Sebut alasan revisinya: --revisi "…"', 'Say why the naskah is revised: --revisi "…"'),
    "cli.usage.option-step": Text("{option} tidak berlaku untuk langkah {no}.", "{option} is not for step {no}."),
    "cli.usage.waktu": Text(
        '{option}: {value} bukan waktu; tulis seperti 2026-10-15 atau "2026-10-15 08.30".',
        '{option}: {value} is no time; write it like 2026-10-15 or "2026-10-15 08.30".',
    ),
    "cli.usage.other": Text(
        "perintah ini tidak dapat dibaca",
        "this command line cannot be read",
    ),
    "cli.usage.bahasa": Text(
        "--bahasa hanya mengenal id dan en, bukan {value}.",
        "--bahasa knows only id and en, not {value}.",
    ),
    "cli.usage.periode": Text(
        "{value} bukan periode. Tulis tahun dan triwulan seperti 2026-tw3.",
        "{value} is not a period. Write year and quarter such as 2026-tw3.",
    ),
    "cli.usage.periode-mirip": Text(
        "{value} bukan periode. Mungkin maksudnya: {periode}",
        "{value} is not a period. Did you mean: {periode}",
    ),
    "cli.usage.periode-tidak-ada": Text(
        "Periode {periode} tidak ada di {folder}. Yang ada: {ada}. Untuk periode baru, buat folder {baru}.",
        "There is no period {periode} in {folder}. There are: {ada}. For a new period make the folder {baru}.",
    ),
    "cli.usage.root": Text(
        "Folder {folder} tidak ada. Beri folder yang memuat data/ dengan --root.",
        "There is no folder {folder}. Give the folder that holds data/ with --root.",
    ),
    "cli.usage.data": Text(
        "Di {folder} tidak ada folder data/. Jalankan dari folder yang memuatnya, atau beri folder itu dengan --root.",
        "There is no folder data/ in {folder}. Run from the folder that holds it, or give that folder with --root.",
    ),
    "cli.tanpa-periode": Text(
        "Di {folder} belum ada periode. Buat folder seperti {folder}/2026/tw3/ dan isi realisasinya.",
        "There is no period in {folder} yet. Make a folder such as {folder}/2026/tw3/ and fill in its realisasi.",
    ),
    "cli.stage.check": Text(
        "memeriksa isian dan mengukur",
        "checking the inputs and measuring",
    ),
    "cli.stage.render": Text(
        "menyusun dokumen Word",
        "setting the Word documents",
    ),
    "cli.stage.convert": Text(
        "mengubah ke PDF dengan LibreOffice",
        "converting to PDF with LibreOffice",
    ),
    "cli.stage.bundle": Text(
        "menomori daftar isi dan menggabungkan PDF",
        "numbering the contents page and merging the PDF",
    ),
    "cli.stage.keep": Text(
        "menyimpan",
        "keeping the files",
    ),
    "cli.stage.running": Text(
        "{stage} … {seconds} detik",
        "{stage} … {seconds} s",
    ),
    "cli.stage.done": Text(
        "{stage}: {seconds} detik",
        "{stage}: {seconds} s",
    ),
    "cli.report.berikutnya": Text(
        "Langkah SOP berikutnya: {no}. Rinciannya: {command}",
        "Next step of the SOP: {no}. More: {command}",
    ),
    "cli.report.langkah": Text("langkah {no} {keadaan}: {kegiatan}", "step {no} {keadaan}: {kegiatan}"),
    "cli.report.belum-sah": Text(
        "Paket ini belum sah, jadi tidak ada yang dibuat. Selesaikan langkah di atas, atau jalankan tanpa --final.",
        "This packet is not signed, so nothing was made. Finish the steps above, or run without --final.",
    ),
    "cli.report.beku": Text(
        "Paket sah (revisi {revisi}) di folder ini tidak ditimpa oleh naskah lain. Pulihkan isian dan catatan langkah 9 seperti saat ditandatangani, atau mulai revisi dengan --revisi ALASAN.",
        "The signed packet (revision {revisi}) in this folder is not overwritten by another naskah. Restore the inputs and the record of step 9 as they were signed, or begin a revision with --revisi REASON.",
    ),
    "cli.report.digantikan": Text(
        "Paket sah (revisi {revisi}) di folder ini tetap ada, tetapi tidak lagi sesuai dengan isian. Naskah lain memerlukan revisi: --revisi ALASAN.",
        "The signed packet (revision {revisi}) in this folder stays, but is superseded: it no longer fits the inputs. Another naskah needs a revision: --revisi REASON.",
    ),
    "cli.report.teks-berubah": Text(
        "Templat (atau versi program) berubah sesudah ditandatangani: teks naskah tidak lagi sama dengan yang ditandatangani. Tanda tangan tetap berlaku; pulihkan templatnya untuk mencetak ulang naskah yang sama.",
        "A template (or the program's version) has changed since the signature: the naskah no longer reads as it was signed. The signature stands; restore the template to print the same naskah again.",
    ),
    "cli.report.teks-lain": Text(
        "Teks naskah tidak lagi sama dengan yang ditandatangani (templat atau versi program berubah), jadi paket sah tidak dibuat. Pulihkan templatnya, atau mulai revisi dengan --revisi ALASAN.",
        "The naskah no longer reads as it was signed (a template or the program's version has changed), so no signed packet was made. Restore the template, or begin a revision with --revisi REASON.",
    ),
    "cli.report.isi-berubah": Text(
        "Paket sah (revisi {revisi}) tidak disentuh, karena isinya akan berubah: {berkas}. Sesudah sah hanya surat pengantar, pindaian, lembar kendali, arsip, dan dokumen Badan sendiri tentang langkah 10–11 yang boleh berubah; yang lain memerlukan revisi.",
        "The signed packet (revision {revisi}) was not touched, as it would change: {berkas}. After the signature only the letter, scans, the lembar kendali, the archive and documents of your own about steps 10–11 may; anything else needs a revision.",
    ),
    "cli.report.dokumen-baru": Text(
        "Belum ada dalam paket sah itu: {berkas}. Untuk dokumen Badan sendiri, tulis `sejak: {sejak}` pada barisnya di data/dokumen.yaml; untuk triwulan ini buat tersendiri dengan --only.",
        "Not in that signed packet yet: {berkas}. For a document of your own, write `sejak: {sejak}` in its row of data/dokumen.yaml; for this quarter make it alone with --only.",
    ),
    "cli.report.dokumen-hilang": Text(
        "Bagian dari paket sah itu yang tidak dibuat lagi: {berkas}. Kembalikan barisnya di data/dokumen.yaml (juga `sejak`) seperti saat ditandatangani.",
        "Part of that signed packet but made no longer: {berkas}. Restore its row in data/dokumen.yaml (and `sejak`) as it was when signed.",
    ),
    "cli.report.templat-berubah": Text(
        "Templat (atau versi program) berubah sesudah ditandatangani. Paket sah (revisi {revisi}) tidak disentuh. Pulihkan templatnya, atau mulai revisi dengan --revisi ALASAN.",
        "A template (or the program's version) has changed since the signature. The signed packet (revision {revisi}) was not touched. Restore the template, or begin a revision with --revisi REASON.",
    ),
    "cli.report.kurang": Text(
        "{dokumen} belum dapat dibuat: {hal} [{tempat}]", "{dokumen} cannot be made yet: {hal} [{tempat}]"
    ),
    "cli.revisi.belum-sah": Text(
        "Belum ada naskah yang ditandatangani, jadi tidak ada yang direvisi. Ubah isian seperti biasa.",
        "No naskah has been signed yet, so there is nothing to revise. Change the inputs as usual.",
    ),
    "cli.revisi.terbuka": Text(
        "Revisi {nomor} sudah dimulai dan belum ditandatangani.", "Revision {nomor} has begun and is not signed yet."
    ),
    "cli.revisi.dimulai": Text("Revisi {nomor} dimulai di {berkas}.", "Revision {nomor} begun in {berkas}."),
    "cli.step.sebelumnya": Text(
        "Langkah {no} belum selesai ({keadaan}): {kegiatan}", "Step {no} is not done ({keadaan}): {kegiatan}"
    ),
    "cli.step.beku": Text(
        "Naskah sudah ditandatangani, jadi langkah {no} tidak dicatat lagi. Naskah lain memerlukan revisi: kinerja report --revisi ALASAN",
        "The naskah is signed, so step {no} is not recorded again. Another naskah needs a revision: kinerja report --revisi REASON",
    ),
    "cli.step.oleh": Text(
        "{nama} bukan pejabat yang boleh mencatat langkah {no} pada {tanggal}. Yang boleh: {boleh}",
        "{nama} is not an official who may record step {no} on {tanggal}. Who may: {boleh}",
    ),
    "cli.step.oleh-banyak": Text(
        "{nama} dapat berarti beberapa pejabat untuk langkah {no} pada {tanggal}: {boleh}",
        "{nama} may mean several officials for step {no} on {tanggal}: {boleh}",
    ),
    "cli.step.unit": Text(
        "{nama} memvalidasi untuk beberapa unit ({unit}); sebut salah satunya dengan --unit",
        "{nama} validates for several units ({unit}); name one with --unit",
    ),
    "cli.step.unit-asing": Text(
        "Unit {unit} tidak ada di data/badan.yaml. Yang ada: {ada}",
        "There is no unit {unit} in data/badan.yaml, only: {ada}",
    ),
    "cli.step.terbalik": Text(
        "selesai {selesai} mendahului mulai {mulai}", "the end {selesai} comes before the beginning {mulai}"
    ),
    "cli.step.mendahului": Text(
        "selesai {selesai} mendahului langkah {no} ({dahulu}); perbaiki --selesai, atau catat lagi langkah {no}",
        "the end {selesai} comes before step {no} ({dahulu}); mend --selesai, or record step {no} again",
    ),
    "cli.step.kode": Text(
        "{unit} tidak bertanggung jawab atas {kode}. Indikatornya: {ada}", "{unit} does not own {kode}. It owns: {ada}"
    ),
    "cli.step.tidak-perlu": Text(
        "Semua indikator {unit} sudah divalidasi dan tidak berubah sejak itu; sebut --kode untuk putaran tambahan.",
        "Every indikator of {unit} is validated and has not changed since; name --kode for a further round.",
    ),
    "cli.step.kurang": Text(
        "Bukti langkah ini belum lengkap: {hal} [{tempat}]", "This step lacks evidence: {hal} [{tempat}]"
    ),
    "cli.step.tulis": Text(
        "{berkas} tidak dapat ditulisi di sekitar baris {baris} ({sebab}). Isi dengan tangan, lalu jalankan kinerja check.",
        "{berkas} cannot be written to near line {baris} ({sebab}). Fill it in by hand, then run kinerja check.",
    ),
    "cli.step.berubah": Text(
        "{berkas} berubah sementara langkah ini diperiksa. Tidak ada yang dicatat; jalankan sekali lagi.",
        "{berkas} changed while this step was being checked. Nothing was recorded; run it once more.",
    ),
    "cli.step.dicatat": Text(
        "Langkah {no} dicatat atas nama {oleh}: {berkas}", "Step {no} recorded for {oleh}: {berkas}"
    ),
    "cli.step.tidak-dicatat": Text("Tidak ada yang dicatat.", "Nothing was recorded."),
    "cli.status.title": Text(
        "SOP Pengukuran Kinerja – Triwulan {romawi} Tahun {tahun} ({periode})",
        "SOP Pengukuran Kinerja – quarter {romawi} of {tahun} ({periode})",
    ),
    "cli.status.paket": Text("Keadaan paket: {keadaan}", "The packet is: {keadaan}"),
    "cli.status.revisi": Text(" · revisi {nomor}", " · revision {nomor}"),
    "cli.status.git": Text(" (git: {nama})", " (git: {nama})"),
    "cli.status.belum-dikomit": Text("belum dikomit", "not committed"),
    "cli.status.durasi": Text("{durasi} (waktu baku {baku})", "{durasi} (standard time {baku})"),
    "cli.status.lebih": Text("{durasi}, melebihi waktu baku {baku}", "{durasi}, more than the standard time of {baku}"),
    "cli.status.satu-hari": Text("{jumlah} hari kerja", "{jumlah} working day"),
    "cli.status.hari": Text("{jumlah} hari kerja", "{jumlah} working days"),
    "cli.status.jam": Text("{jam} jam", "{jam} h"),
    "cli.status.menit": Text("{menit} menit", "{menit} min"),
    "cli.status.jam-menit": Text("{jam} jam {menit} menit", "{jam} h {menit} min"),
    "cli.status.lengkap": Text("Seluruh langkah selesai.", "Every step is done."),
    "cli.status.berikutnya": Text("Berikutnya, langkah {no}: {kegiatan}", "Next, step {no}: {kegiatan}"),
    "cli.status.oleh": Text("Oleh: {nama}", "By: {nama}"),
    "cli.status.tanpa-pejabat": Text(
        "– (tidak ada pejabat yang berperan untuk langkah ini hari ini; lihat pejabat di data/badan.yaml)",
        "– (no official has a role for this step today; see pejabat in data/badan.yaml)",
    ),
    "cli.status.berubah": Text("Berubah sejak disetujui:", "Changed since it was approved:"),
    "cli.status.berubah-lagi": Text("- dan {jumlah} lagi", "- and {jumlah} more"),
    "cli.status.lain": Text(
        "{nama}: baris PK, bukti, koreksi, atau kebijakannya berubah",
        "{nama}: its PK row, bukti, koreksi or policy has changed",
    ),
    "cli.status.tidak-ada": Text("(tidak ada)", "(not there)"),
    "cli.status.perlu-revisi": Text(
        "Naskah ini sudah pernah ditandatangani: kembalikan nilainya, atau mulai revisi.",
        "This naskah was signed: put the values back, or begin a revision.",
    ),
    "cli.status.perintah": Text("Lanjutkan dengan: {perintah}", "Go on with: {perintah}"),
    "cli.report.title": Text(
        "Laporan {periode} dibuat di {folder}",
        "Report {periode} made in {folder}",
    ),
    "cli.report.kept": Text(
        "{name}: berkas yang Anda ubah sejak laporan terakhir, disimpan di samping yang baru",
        "{name}: a file that was changed since the last report, kept beside the new one",
    ),
    "cli.report.unchanged": Text(
        "Berkas di {folder} masih sesuai dengan isian; tidak ada yang ditulis.",
        "The files in {folder} still fit the inputs; nothing was written.",
    ),
    "cli.report.tidak-ditulis": Text("Tidak ada yang ditulis.", "Nothing was written."),
    "cli.report.removed": Text(
        "{name} dihapus karena dibuat dari isian yang lama.",
        "{name} was removed because it was made from earlier inputs.",
    ),
    "cli.report.warnings": Text(
        "Peringatan: {count}. Lihat semuanya dengan: {command}",
        "Warnings: {count}. See them with: {command}",
    ),
    "cli.report.total": Text(
        "Seluruhnya {seconds} detik.",
        "{seconds} s in all.",
    ),
    "cli.report.stopped": Text(
        "Laporan tidak dibuat; isi {folder} tetap seperti semula.",
        "No report was made; {folder} is as it was.",
    ),
    # --- a new agency ------------------------------------------------------------------------------------------
    "cli.init.mulai": Text(
        "Folder baru untuk sebuah Badan. Enter menerima yang di dalam kurung siku; semuanya dapat diubah kemudian di data/.",
        "A folder for a new agency. Enter takes what stands in brackets; everything can be changed later in data/.",
    ),
    "cli.init.tanya": Text(
        "{tanya} [{bawaan}]: ",
        "{tanya} [{bawaan}]: ",
    ),
    "cli.init.kosong": Text(
        "kosongkan bila belum diketahui",
        "leave empty if not known yet",
    ),
    "cli.init.nama": Text(
        "Nama lengkap Badan",
        "Full name of the agency (Badan)",
    ),
    "cli.init.singkatan": Text(
        "Singkatan",
        "Short name",
    ),
    "cli.init.pemerintah": Text(
        "Pemerintah daerah, seperti pada kop",
        "Regional government, as on the letterhead",
    ),
    "cli.init.tempat": Text(
        "Tempat surat ditandatangani",
        "Place where letters are signed",
    ),
    "cli.init.alamat": Text(
        "Alamat pada kop",
        "Address on the letterhead",
    ),
    "cli.init.unit": Text(
        "Unit kerja (Sekretariat dan Bidang), satu setiap baris; baris kosong mengakhiri. Tanpa isian: {bawaan}",
        "Units (Sekretariat and Bidang), one a line; an empty line ends the list. Without any: {bawaan}",
    ),
    "cli.init.unit-ke": Text(
        "  {nomor}. ",
        "  {nomor}. ",
    ),
    "cli.init.kepala-badan": Text(
        "Nama Kepala Badan, dengan gelar",
        "Name of the Kepala Badan, with titles",
    ),
    "cli.init.sekretaris": Text(
        "Nama Sekretaris, dengan gelar",
        "Name of the Sekretaris, with titles",
    ),
    "cli.init.kasubbag": Text(
        "Nama Kasubbag yang menyusun laporan, dengan gelar",
        "Name of the Kasubbag who compiles the report, with titles",
    ),
    "cli.init.nip": Text(
        "NIP {nama}",
        "NIP of {nama}",
    ),
    "cli.init.tahun": Text(
        "Tahun anggaran",
        "Year",
    ),
    "cli.init.tahun-salah": Text(
        "{tahun} bukan tahun. Tulis empat angka, misalnya 2026.",
        "{tahun} is not a year. Write four digits, such as 2026.",
    ),
    "cli.init.bukan-folder": Text(
        "{folder} adalah berkas, bukan folder. Pilih nama lain.",
        "{folder} is a file, not a folder. Choose another name.",
    ),
    "cli.init.sudah-ada": Text(
        "Di {folder} sudah ada berkas bernama sama. Tidak ada yang ditulis dan tidak ada yang ditimpa:\n{berkas}\nPilih folder baru atau kosong, atau pindahkan dulu berkas itu.",
        "{folder} already holds files of the same names. Nothing was written and nothing replaced:\n{berkas}\nChoose a new or empty folder, or move these files away first.",
    ),
    "cli.init.tidak-lengkap": Text(
        "Templat dan data contoh tidak ikut terpasang bersama program ini (dicari di {folder}). Pasang ulang program dari berkas .whl atau dari foldernya.",
        "The templates and sample data were not installed with this program (looked for in {folder}). Install it again from its .whl file or its folder.",
    ),
    "cli.init.selesai": Text(
        "{folder} siap: {banyak} berkas. Berikutnya:\n\n  cd {folder}\n  make report\n\nYang pertama kali harus diisi tertulis di README.md di dalamnya.",
        "{folder} is ready: {banyak} files. Next:\n\n  cd {folder}\n  make report\n\nWhat to fill in first stands in its README.md.",
    ),
    "cli.schema.written": Text(
        "Skema ditulis: {names}",
        "Schemas written: {names}",
    ),
    "cli.keadaan.terhitung": Text(
        "terhitung",
        "counted",
    ),
    "cli.keadaan.belum-diisi": Text(
        "belum diisi",
        "not filled in",
    ),
    "cli.keadaan.tidak-berlaku": Text(
        "tidak berlaku",
        "does not apply",
    ),
    "cli.keadaan.tidak-dapat-dihitung": Text(
        "tidak dapat dihitung",
        "cannot be computed",
    ),
    "cli.catatan.tanpa-target-tw": Text(
        "tidak ada target sampai dengan triwulan ini",
        "no target up to this quarter",
    ),
    "cli.catatan.tanpa-target-tahun": Text(
        "tidak ada target tahun",
        "no target for the year",
    ),
    "cli.catatan.tw-iv": Text(
        "dihitung pada Triwulan IV",
        "computed in the fourth quarter",
    ),
    "cli.catatan.belum-diukur": Text(
        "belum ada realisasi sampai dengan triwulan ini",
        "no actual value up to this quarter",
    ),
    "cli.catatan.penyebut-nol": Text(
        "penyebut 0",
        "the denominator is 0",
    ),
    "cli.catatan.target-nol": Text(
        "target 0",
        "the target is 0",
    ),
    "cli.catatan.target-negatif": Text(
        "target negatif",
        "the target is negative",
    ),
    "cli.catatan.label": Text(
        "label tidak ada dalam skala",
        "the label is not in its scale",
    ),
    "cli.rata-rata.aritmetik": Text(
        "aritmetik",
        "arithmetic",
    ),
    "cli.rata-rata.geometrik": Text(
        "geometrik",
        "geometric",
    ),
    "cli.measure.title": Text(
        "Pengukuran kinerja {periode} (s.d. Triwulan {romawi})",
        "Performance measurement {periode} (up to quarter {romawi})",
    ),
    "cli.measure.kode": Text(
        "Kode",
        "Code",
    ),
    "cli.measure.nama": Text(
        "Indikator",
        "Indicator",
    ),
    "cli.measure.sasaran": Text(
        "Sasaran",
        "Objective",
    ),
    "cli.measure.satuan": Text(
        "Satuan",
        "Unit",
    ),
    "cli.measure.target": Text(
        "Target s.d. TW",
        "Target to date",
    ),
    "cli.measure.realisasi": Text(
        "Realisasi s.d. TW",
        "Actual to date",
    ),
    "cli.measure.capaian-tw": Text(
        "Capaian TW (%)",
        "Achieved to date (%)",
    ),
    "cli.measure.capaian-tahun": Text(
        "Capaian tahun (%)",
        "Achieved of year (%)",
    ),
    "cli.measure.predikat": Text(
        "Predikat",
        "Rating",
    ),
    "cli.measure.predikat-tahun": Text(
        "Predikat tahun",
        "Rating of year",
    ),
    "cli.measure.badan": Text(
        "Rata-rata Badan",
        "Mean of the agency",
    ),
    "cli.measure.cara": Text(
        "{what}: rata-rata {cara} dari {counted} dari {all} indikator",
        "{what}: mean ({cara}) of {counted} of {all} indicators",
    ),
    "cli.measure.batas": Text(
        "; batas {batas} %",
        "; capped at {batas} %",
    ),
    "cli.measure.tanpa": Text(
        "  Tidak dihitung: {out}",
        "  Left out: {out}",
    ),
    "cli.measure.anggaran": Text(
        "Anggaran: pagu Rp{pagu}, realisasi Rp{realisasi}, serapan {serapan} %",
        "Budget: ceiling Rp{pagu}, spent Rp{realisasi}, absorbed {serapan} %",
    ),
    # --- doctor ------------------------------------------------------------------------------------------------
    "doctor.good": Text("ada", "fine"),
    "doctor.lack": Text("kurang", "lack"),
    "doctor.python": Text("Python {version} ({path})", "Python {version} ({path})"),
    "doctor.libraries": Text(
        "{count} pustaka Python, semuanya versi {lock}",
        "{count} Python libraries, all in the versions of {lock}",
    ),
    "doctor.lock-missing": Text(
        "{lock} tidak ditemukan di {folder}: versi pustaka tidak dapat dibandingkan",
        "{lock} was not found in {folder}: the libraries' versions cannot be compared",
    ),
    "doctor.lock-missing.remedy": Text(
        "Jalankan kinerja dari salinan lengkap proyek ini (git clone).",
        "Run kinerja from a whole copy of this project (git clone).",
    ),
    "doctor.library": Text(
        "pustaka {name}: terpasang {installed}, {lock} menyebut {locked}",
        "library {name}: {installed} is installed, {lock} names {locked}",
    ),
    "doctor.library-missing": Text(
        "pustaka {name} {locked} belum terpasang",
        "library {name} {locked} is not installed",
    ),
    "doctor.library.remedy": Text(
        "Hapus folder .venv, lalu jalankan make report: semua versi dipasang kembali.",
        "Remove the folder .venv, then run make report: all versions are installed again.",
    ),
    "doctor.library-missing.remedy": Text(
        "Hapus folder .venv, lalu jalankan make report: semua versi dipasang kembali.",
        "Remove the folder .venv, then run make report: all versions are installed again.",
    ),
    "doctor.libreoffice": Text("LibreOffice {version} ({path})", "LibreOffice {version} ({path})"),
    "doctor.libreoffice-missing": Text(
        "LibreOffice tidak ditemukan: DOCX dibuat, PDF tidak",
        "LibreOffice was not found: DOCX files are made, PDFs are not",
    ),
    "doctor.libreoffice-missing.remedy": Text(
        "Pasang LibreOffice Writer. Bila sudah terpasang di tempat lain, sebutkan programnya dengan KINERJA_SOFFICE.",
        "Install LibreOffice Writer. Where it is installed in another place, name its program with KINERJA_SOFFICE.",
    ),
    "doctor.libreoffice-named": Text(
        "KINERJA_SOFFICE menyebut {program}, tetapi program itu tidak ada: DOCX dibuat, PDF tidak",
        "KINERJA_SOFFICE names {program}, but there is no such program: DOCX files are made, PDFs are not",
    ),
    "doctor.libreoffice-named.remedy": Text(
        "Betulkan KINERJA_SOFFICE, atau hapus supaya LibreOffice dicari sendiri: unset KINERJA_SOFFICE",
        "Correct KINERJA_SOFFICE, or remove it so that LibreOffice is looked for: unset KINERJA_SOFFICE",
    ),
    "doctor.libreoffice-silent": Text(
        "LibreOffice ({path}) ada, tetapi tidak menjawab",
        "LibreOffice ({path}) is there but does not answer",
    ),
    "doctor.libreoffice-silent.remedy": Text(
        "Coba jalankan {path} --version, lalu pasang ulang LibreOffice Writer.",
        "Try to run {path} --version, then install LibreOffice Writer again.",
    ),
    "doctor.fontconfig-missing": Text(
        "fc-match tidak ditemukan: pengganti huruf tidak dapat diperiksa (templat memakai {fonts})",
        "fc-match was not found: substitutes for fonts cannot be examined (the templates use {fonts})",
    ),
    "doctor.fontconfig-missing.remedy": Text("Pasang fontconfig.", "Install fontconfig."),
    "doctor.font": Text("huruf {font}", "font {font}"),
    "doctor.font-equal": Text(
        "huruf {font}: diganti {taken}, sama lebar",
        "font {font}: replaced by {taken}, of equal width",
    ),
    "doctor.font-lost": Text(
        "huruf {font} ({templates}): diganti {taken}, yang lebarnya berbeda; baris dan halaman PDF bergeser dari Word",
        "font {font} ({templates}): replaced by {taken}, of other widths; lines and pages of the PDF differ from Word's",
    ),
    "doctor.font-lost.remedy": Text(
        "Pasang huruf itu, atau pilih huruf lain di templat.",
        "Install that font, or choose another in the template.",
    ),
    "doctor.font-lost.remedy.substitute": Text(
        "Pasang huruf itu atau penggantinya yang sama lebar ({substitutes}), atau pilih huruf lain di templat.",
        "Install that font or a substitute of equal width ({substitutes}), or choose another in the template.",
    ),
    "doctor.templates-missing": Text(
        "tidak ada templat Word (*.docx) di {folder}",
        "there is no Word template (*.docx) in {folder}",
    ),
    "doctor.templates-missing.remedy": Text(
        "Jalankan dari folder yang berisi data/ dan templates/, atau sebutkan folder itu dengan --root.",
        "Run in the folder that holds data/ and templates/, or name that folder with --root.",
    ),
    "doctor.template-broken": Text(
        "templat {template} tidak dapat dibaca ({reason})",
        "template {template} cannot be read ({reason})",
    ),
    "doctor.template-broken.remedy": Text(
        "Buka dan simpan lagi di Word sebagai .docx, atau ambil kembali dari git: git checkout -- templates/{template}",
        "Open it in Word and save it again as .docx, or fetch it back from git: git checkout -- templates/{template}",
    ),
    "doctor.readable": Text("folder {folder} dapat dibaca", "folder {folder} can be read"),
    "doctor.unreadable": Text(
        "folder {folder} tidak ada atau tidak dapat dibaca",
        "folder {folder} does not exist or cannot be read",
    ),
    "doctor.unreadable.remedy": Text(
        "Jalankan dari folder yang berisi data/ dan templates/ (atau pakai --root), dan periksa hak aksesnya.",
        "Run in the folder that holds data/ and templates/ (or use --root), and check its permissions.",
    ),
    "doctor.writable": Text("folder {folder} dapat ditulisi", "folder {folder} can be written"),
    "doctor.unwritable": Text(
        "folder {folder} tidak dapat ditulisi",
        "folder {folder} cannot be written",
    ),
    "doctor.unwritable.remedy": Text(
        "Periksa pemilik dan hak akses folder itu (ls -ld {folder}).",
        "Check that folder's owner and permissions (ls -ld {folder}).",
    ),
    "doctor.command": Text(
        "Satu perintah untuk memasang yang kurang:\n\n  {command}\n",
        "One command that installs what is lacking:\n\n  {command}\n",
    ),
    "doctor.all-good": Text("Mesin ini siap membuat laporan.", "This machine is ready to make reports."),
    "doctor.lacks": Text("{count} hal kurang.", "Things lacking: {count}."),
    # --- templates ---------------------------------------------------------------------------------------------
    "templat.tempat.sel": Text(
        "Tabel {tabel}, baris {baris}, kolom {kolom}",
        "table {tabel}, row {baris}, column {kolom}",
    ),
    "templat.tempat.judul": Text(
        "di bawah judul “{judul}”",
        "under the heading “{judul}”",
    ),
    "templat.tempat.paragraf": Text(
        "paragraf “{teks}”",
        "paragraph “{teks}”",
    ),
    "templat.bagian.berkas": Text(
        "seluruh berkas",
        "the whole file",
    ),
    "templat.bagian.dokumen": Text(
        "isi dokumen",
        "document body",
    ),
    "templat.bagian.header": Text(
        "kepala halaman {nomor}",
        "header {nomor}",
    ),
    "templat.bagian.footer": Text(
        "kaki halaman {nomor}",
        "footer {nomor}",
    ),
    "templat.bagian.footnotes": Text(
        "catatan kaki {nomor}",
        "footnote {nomor}",
    ),
    "templat.bagian.endnotes": Text(
        "catatan akhir {nomor}",
        "endnote {nomor}",
    ),
    "templat.bagian.comments": Text(
        "komentar {nomor}",
        "comment {nomor}",
    ),
    "templat.bagian.properti": Text(
        "properti berkas",
        "file properties",
    ),
    "templat.bagian.settings": Text(
        "setelan dokumen",
        "document settings",
    ),
    "templat.bagian.styles": Text(
        "gaya (styles)",
        "styles",
    ),
    "templat.bagian.numbering": Text(
        "penomoran",
        "numbering",
    ),
    "templat.bagian.lain": Text(
        "bagian {nama}",
        "part {nama}",
    ),
    "templat.bagian.kotak-teks": Text(
        "kotak teks di {bagian}",
        "text box in the {bagian}",
    ),
    "templat.jenis.teks": Text(
        "teks",
        "text",
    ),
    "templat.jenis.angka": Text(
        "angka",
        "a number",
    ),
    "templat.jenis.ya-tidak": Text(
        "jawaban ya atau tidak",
        "an answer yes or no",
    ),
    "templat.jenis.gambar": Text(
        "gambar",
        "a picture",
    ),
    "templat.jenis.teks-kaya": Text(
        "teks berformat",
        "rich text",
    ),
    "templat.jenis.daftar": Text(
        "daftar",
        "a list",
    ),
    "templat.jenis.daftar-teks": Text(
        "daftar teks",
        "a list of texts",
    ),
    "templat.jenis.kelompok": Text(
        "kelompok isian",
        "a group of fields",
    ),
    "templat.jenis.lain": Text(
        "sesuatu yang lain",
        "something else",
    ),
    "templat.ungkapan.panggilan": Text(
        "memanggil sesuatu dengan kurung ( … )",
        "calling something with ( … )",
    ),
    "templat.ungkapan.kurung-siku": Text(
        "mengambil isi dengan kurung siku [ … ]",
        "taking something with square brackets [ … ]",
    ),
    "templat.ungkapan.is": Text(
        "uji dengan kata is",
        "a test with the word is",
    ),
    "templat.ungkapan.if-sebaris": Text(
        "if dan else di dalam satu tanda",
        "if and else inside one tag",
    ),
    "templat.ungkapan.gabungan": Text(
        "menggabungkan dengan ~",
        "joining with ~",
    ),
    "templat.ungkapan.banding-berantai": Text(
        "membandingkan lebih dari dua hal sekaligus",
        "comparing more than two things at once",
    ),
    "templat.ungkapan.daftar": Text(
        "menulis daftar sendiri",
        "writing out a list",
    ),
    "templat.ungkapan.hitungan": Text(
        "hitungan (+, -, *, /, %)",
        "arithmetic (+, -, *, /, %)",
    ),
    "templat.ungkapan.kosong": Text(
        "kata none",
        "the word none",
    ),
    "templat.ungkapan.pecahan": Text(
        "angka dengan titik",
        "a number with a point",
    ),
    "templat.ungkapan.rekursif": Text(
        "kata recursive",
        "the word recursive",
    ),
    "templat.ungkapan.set-blok": Text(
        "set tanpa tanda =",
        "set without the sign =",
    ),
    "templat.ungkapan.banyak-nama": Text(
        "lebih dari satu nama sekaligus",
        "more than one name at once",
    ),
    "templat.ungkapan.lain": Text(
        "ungkapan seperti ini",
        "an expression like this",
    ),
    "templat.tempat.properti": Text(
        "properti berkas yang tidak diisi",
        "a file property that is not filled in",
    ),
    "templat.tempat.tautan": Text(
        "alamat tautan",
        "the address of a link",
    ),
    "templat.tempat.grafik": Text(
        "grafik atau diagram",
        "a chart or diagram",
    ),
    "templat.tempat.setelan": Text(
        "gaya, penomoran, atau setelan dokumen",
        "styles, numbering or settings",
    ),
    "templat.tempat.bagian-lain": Text(
        "bagian berkas yang tidak diisi",
        "a part of the file that is not filled in",
    ),
    "templat.tempat.kode-bidang": Text(
        "kode bidang (field code)",
        "a field code",
    ),
    "templat.tempat.hasil-bidang": Text(
        "hasil bidang {nama}, yang ditulis ulang oleh Word",
        "the result of the field {nama}, which Word writes anew",
    ),
    "templat.tempat.kendali": Text(
        "kendali isi (content control) yang terikat pada data lain",
        "a content control that is bound to other data",
    ),
    "templat.tempat.rumus": Text(
        "rumus (equation)",
        "an equation",
    ),
    "templat.tempat.gambar-vektor": Text(
        "bentuk atau gambar",
        "a shape or drawing",
    ),
    "templat.tempat.wordart": Text(
        "WordArt",
        "WordArt",
    ),
    "templat.tempat.atribut": Text(
        "setelan sebuah objek",
        "a setting of an object",
    ),
    "templat.tempat.gambar": Text(
        "catatan kaki, catatan akhir, atau properti: di sana tidak ada tempat untuk gambar",
        "a note or a property: there is no room for a picture",
    ),
    "templat.sendiri.gambar": Text(
        "gambar, tabel, catatan kaki, atau pindah halaman",
        "a picture, a table, a footnote or a page break",
    ),
    "masalah.templat-kurung": Text(
        "Kurung {kurung} tidak berpasangan dengan {pasangan} dalam paragraf yang sama",
        "The brace {kurung} has no partner {pasangan} in the same paragraph",
    ),
    "masalah.templat-kurung.saran": Text(
        "lengkapi menjadi {{{{ … }}}} atau {{% … %}} dalam satu paragraf",
        "complete it to {{{{ … }}}} or {{% … %}} within one paragraph",
    ),
    "masalah.templat-sintaks": Text(
        "Isi tanda ini tidak dapat dibaca: {sebab}",
        "What this tag holds cannot be read: {sebab}",
    ),
    "masalah.templat-sintaks.saran": Text(
        "tulis seperti {{{{ isian }}}}, {{% if isian %}}, atau {{% for x in daftar %}}",
        "write it as {{{{ field }}}}, {{% if field %}} or {{% for x in list %}}",
    ),
    "masalah.templat-perintah": Text(
        "Perintah {perintah} tidak dikenal",
        "There is no statement {perintah}",
    ),
    "masalah.templat-perintah.saran": Text(
        "yang ada hanya: {ada}",
        "there are only: {ada}",
    ),
    "masalah.templat-perintah-terlarang": Text(
        "Perintah {perintah} tidak boleh dipakai di dalam templat",
        "The statement {perintah} is not allowed in a template",
    ),
    "masalah.templat-perintah-terlarang.saran": Text(
        "hapus tanda ini; perintah yang ada hanya: {ada}. Untuk bagian bersama pakai {{%p sisip … %}}",
        "remove this tag; there are only the statements: {ada}. For shared parts use {{%p sisip … %}}",
    ),
    "masalah.templat-awalan": Text(
        "Huruf {awalan} harus kecil, menempel pada {{%, dan diikuti satu spasi",
        "The letter {awalan} must be small, directly after {{% and before one blank",
    ),
    "masalah.templat-awalan.saran": Text(
        "tulis {seharusnya}",
        "write {seharusnya}",
    ),
    "masalah.templat-awalan-isian": Text(
        "Isian tidak memakai awalan {awalan}",
        "A field takes no prefix {awalan}",
    ),
    "masalah.templat-awalan-isian.saran": Text(
        "tulis {seharusnya}",
        "write {seharusnya}",
    ),
    "masalah.templat-minus": Text(
        "Tanda - atau + di tepi tanda templat menghapus teks di sebelahnya",
        "The sign - or + at the edge of a tag deletes text beside it",
    ),
    "masalah.templat-minus.saran": Text(
        "hapus tanda itu: tulis {seharusnya}",
        "remove it: write {seharusnya}",
    ),
    "masalah.templat-kutip": Text(
        "Tanda petik di dalam tanda templat menjadi miring atau melengkung ({huruf})",
        "A quotation mark inside a tag was made curly ({huruf})",
    ),
    "masalah.templat-kutip.saran": Text(
        "tulis {seharusnya}, atau jalankan kinerja template fix",
        "write {seharusnya}, or run kinerja template fix",
    ),
    "masalah.templat-spasi": Text(
        "Di dalam tanda templat ada spasi khusus atau huruf yang tidak terlihat ({huruf})",
        "Inside a tag is a special blank or a character that nobody sees ({huruf})",
    ),
    "masalah.templat-spasi.saran": Text(
        "tulis {seharusnya} dengan spasi biasa, atau jalankan kinerja template fix",
        "write {seharusnya} with ordinary blanks, or run kinerja template fix",
    ),
    "masalah.templat-ungkapan": Text(
        "Yang tidak dapat dipakai di dalam templat: {hal}",
        "Not part of the language of templates: {hal}",
    ),
    "masalah.templat-ungkapan.saran": Text(
        "yang ada: isian, for, if, elif, else, set, perbandingan, and, or, not, dan saringan; lihat kinerja template fields",
        "there are fields, for, if, elif, else, set, comparisons, and, or, not and filters; see kinerja template fields",
    ),
    "masalah.templat-terlarang": Text(
        "Nama yang diawali garis bawah tidak boleh dipakai: {nama}",
        "Names that begin with an underscore are not allowed: {nama}",
    ),
    "masalah.templat-terlarang.saran": Text(
        "pakai nama isian dari kinerja template fields",
        "use the name of a field from kinerja template fields",
    ),
    "masalah.templat-isian": Text(
        "Isian {nama} tidak ada",
        "There is no field {nama}",
    ),
    "masalah.templat-isian.saran": Text(
        "betulkan namanya; yang ada di sini: {ada}",
        "correct the name; here there are: {ada}",
    ),
    "masalah.templat-isian-luar": Text(
        "Isian {nama} hanya dikenal di dalam {tag} sampai penutupnya",
        "{nama} is known only inside {tag}, up to its end",
    ),
    "masalah.templat-isian-luar.saran": Text(
        "pindahkan tanda ini ke sana",
        "move this tag there",
    ),
    "masalah.templat-isian-daftar": Text(
        "{induk} adalah daftar, jadi {nama} tidak ada",
        "{induk} is a list, so there is no {nama}",
    ),
    "masalah.templat-isian-daftar.saran": Text(
        "apit dengan {{%p for x in {induk} %}} … {{%p endfor %}} dan tulis x.{isian} di dalamnya",
        "enclose it in {{%p for x in {induk} %}} … {{%p endfor %}} and write x.{isian} inside",
    ),
    "masalah.templat-isian-tanpa-isi": Text(
        "Isian {nama} tidak ada: {induk} adalah {jenis} dan tidak terdiri atas isian lain",
        "There is no field {nama}: {induk} is {jenis} and has no fields of its own",
    ),
    "masalah.templat-isian-tanpa-isi.saran": Text(
        "tulis {induk} saja",
        "write {induk} alone",
    ),
    "masalah.templat-mungkin-kosong": Text(
        "{nama} mungkin tidak ada",
        "{nama} may not be there",
    ),
    "masalah.templat-mungkin-kosong.saran": Text(
        "apit dengan {{% if {nama} %}} … {{% endif %}}",
        "enclose it in {{% if {nama} %}} … {{% endif %}}",
    ),
    "masalah.templat-saringan": Text(
        "Saringan {nama} tidak ada",
        "There is no filter {nama}",
    ),
    "masalah.templat-saringan.saran": Text(
        "yang ada: {ada}",
        "there are: {ada}",
    ),
    "masalah.templat-saringan-isi": Text(
        "Saringan {nama} tidak ditulis dengan benar",
        "The filter {nama} is not written as it should be",
    ),
    "masalah.templat-saringan-isi.saran": Text(
        "tulis {pola}",
        "write {pola}",
    ),
    "masalah.templat-saringan-jenis": Text(
        "Saringan {nama} tidak dapat dipakai untuk {jenis}",
        "The filter {nama} cannot be used for {jenis}",
    ),
    "masalah.templat-saringan-jenis.saran": Text(
        "pakai untuk {perlu}",
        "use it for {perlu}",
    ),
    "masalah.templat-bukan-daftar": Text(
        "{nama} bukan daftar tetapi {jenis}, jadi tidak dapat diulang",
        "{nama} is no list but {jenis}, so it cannot be repeated",
    ),
    "masalah.templat-bukan-daftar.saran": Text(
        "pakai isian yang jenisnya daftar; lihat kinerja template fields",
        "use a field that is a list; see kinerja template fields",
    ),
    "masalah.templat-cetak-daftar": Text(
        "{nama} adalah daftar, bukan teks",
        "{nama} is a list, not text",
    ),
    "masalah.templat-cetak-daftar.saran": Text(
        "apit dengan {{%p for x in {nama} %}} … {{%p endfor %}} dan tulis isian x di dalamnya",
        "enclose it in {{%p for x in {nama} %}} … {{%p endfor %}} and write the fields of x inside",
    ),
    "masalah.templat-cetak-daftar-teks": Text(
        "{nama} adalah daftar teks, bukan satu teks",
        "{nama} is a list of texts, not a text",
    ),
    "masalah.templat-cetak-daftar-teks.saran": Text(
        'apit dengan {{%p for x in {nama} %}} … {{%p endfor %}} dan tulis {{{{ x }}}}, atau gabungkan: {{{{ {nama}|join(", ") }}}}',
        'enclose it in {{%p for x in {nama} %}} … {{%p endfor %}} and write {{{{ x }}}}, or join it: {{{{ {nama}|join(", ") }}}}',
    ),
    "masalah.templat-cetak-kelompok": Text(
        "{nama} adalah kelompok isian, bukan teks",
        "{nama} is a group of fields, not text",
    ),
    "masalah.templat-cetak-kelompok.saran": Text(
        "sebutkan salah satu isinya, seperti {nama}.…",
        "name one of its fields, as in {nama}.…",
    ),
    "masalah.templat-cetak-ya-tidak": Text(
        "{nama} adalah jawaban ya atau tidak, bukan teks",
        "{nama} is an answer yes or no, not text",
    ),
    "masalah.templat-cetak-ya-tidak.saran": Text(
        "pakai di dalam {{% if {nama} %}} … {{% endif %}}",
        "use it in {{% if {nama} %}} … {{% endif %}}",
    ),
    "masalah.templat-tanpa-r": Text(
        "{nama} adalah teks berformat",
        "{nama} is rich text",
    ),
    "masalah.templat-tanpa-r.saran": Text(
        "tulis {seharusnya}",
        "write {seharusnya}",
    ),
    "masalah.templat-pakai-r": Text(
        "{nama} bukan teks berformat, jadi ditulis tanpa r",
        "{nama} is no rich text, so it is written without r",
    ),
    "masalah.templat-pakai-r.saran": Text(
        "tulis {seharusnya}",
        "write {seharusnya}",
    ),
    "masalah.templat-banding": Text(
        "Tanda {tanda} tidak dapat membandingkan {kiri} dengan {kanan}",
        "The sign {tanda} cannot compare {kiri} with {kanan}",
    ),
    "masalah.templat-banding.saran": Text(
        "bandingkan teks dengan teks (== atau !=), angka dengan angka; ya atau tidak cukup ditulis {{% if isian %}}",
        "compare text with text (== or !=), numbers with numbers; for yes or no {{% if field %}} is enough",
    ),
    "masalah.templat-urutan-teks": Text(
        "Tanda {tanda} membandingkan {kiri} dengan {kanan} huruf demi huruf, bukan menurut besarnya",
        "The sign {tanda} compares {kiri} with {kanan} letter by letter, not by size",
    ),
    "masalah.templat-urutan-teks.saran": Text(
        "pakai isian ya atau tidak (misalnya tercapai), atau == dan !=",
        "use a field that is yes or no (such as tercapai), or == and !=",
    ),
    "masalah.templat-nama": Text(
        "{nama} tidak dapat dijadikan nama",
        "{nama} cannot be a name",
    ),
    "masalah.templat-nama.saran": Text(
        "pakai nama lain, seperti x",
        "use another name, such as x",
    ),
    "masalah.templat-nama-dipakai": Text(
        "Nama {nama} sudah dipakai",
        "The name {nama} is in use already",
    ),
    "masalah.templat-nama-dipakai.saran": Text(
        "pakai nama lain sesudah set",
        "use another name after set",
    ),
    "masalah.templat-terlalu-dalam": Text(
        "Ulangan dan syarat bersarang lebih dari {paling} lapis",
        "Loops and conditions are nested more than {paling} deep",
    ),
    "masalah.templat-terlalu-dalam.saran": Text(
        "kurangi lapisannya",
        "nest them less",
    ),
    "masalah.templat-blok-kurang": Text(
        "{tag} tidak ditutup",
        "{tag} is never closed",
    ),
    "masalah.templat-blok-kurang.saran": Text(
        "tambahkan {penutup} sesudah bagian yang diapitnya",
        "add {penutup} after what it encloses",
    ),
    "masalah.templat-blok-lebih": Text(
        "{tag} tidak punya pembuka",
        "{tag} has no beginning",
    ),
    "masalah.templat-blok-lebih.saran": Text(
        "tambahkan pembukanya ({pembuka}), atau hapus tanda ini",
        "add the tag that begins it ({pembuka}), or remove this one",
    ),
    "masalah.templat-blok-silang": Text(
        "{tag} menutup {pembuka} ({tempat_pembuka}), padahal {dalam} di dalamnya ({tempat_dalam}) belum ditutup",
        "{tag} closes {pembuka} ({tempat_pembuka}) while {dalam} inside of it ({tempat_dalam}) is still open",
    ),
    "masalah.templat-blok-silang.saran": Text(
        "tutup yang di dalam lebih dahulu",
        "close the inner one first",
    ),
    "masalah.templat-blok-tempat": Text(
        "{tag} dan pembukanya {pembuka} ({tempat_pembuka}) tidak berada di tempat yang sejajar",
        "{tag} and its beginning {pembuka} ({tempat_pembuka}) do not stand on the same level",
    ),
    "masalah.templat-blok-tempat.saran": Text(
        "letakkan keduanya dalam paragraf yang sama, atau pakai {{%p … %}} untuk paragraf di wadah yang sama, {{%tr … %}} untuk baris tabel yang sama",
        "put both into one paragraph, or use {{%p … %}} for paragraphs that stand side by side, {{%tr … %}} for rows of one table",
    ),
    "masalah.templat-sesudah-else": Text(
        "{tag} ada sesudah else",
        "{tag} comes after else",
    ),
    "masalah.templat-sesudah-else.saran": Text(
        "pindahkan ke atas else, atau hapus",
        "move it above the else, or remove it",
    ),
    "masalah.templat-sendiri-p": Text(
        "Tanda ini harus sendirian dalam paragrafnya, karena yang di sebelahnya tidak akan tercetak: {sisa}",
        "This tag must stand alone in its paragraph, for what stands beside it would not be printed: {sisa}",
    ),
    "masalah.templat-sendiri-p.saran": Text(
        "pindahkan ke paragraf lain",
        "move it to another paragraph",
    ),
    "masalah.templat-dua-p": Text(
        "Dalam paragrafnya ada tanda kedua, {lain}; salah satunya akan hilang",
        "There is a second tag in its paragraph, {lain}; one of the two would be lost",
    ),
    "masalah.templat-dua-p.saran": Text(
        "pindahkan salah satunya ke paragraf lain",
        "move one of them to another paragraph",
    ),
    "masalah.templat-sendiri-tr": Text(
        "Tanda ini harus sendirian dalam baris tabelnya, karena yang di sebelahnya tidak akan tercetak: {sisa}",
        "This tag must stand alone in its table row, for what stands beside it would not be printed: {sisa}",
    ),
    "masalah.templat-sendiri-tr.saran": Text(
        "pindahkan ke baris lain",
        "move it to another row",
    ),
    "masalah.templat-dua-tr": Text(
        "Dalam baris tabelnya ada tanda kedua, {lain}; salah satunya akan hilang",
        "There is a second tag in its table row, {lain}; one of the two would be lost",
    ),
    "masalah.templat-dua-tr.saran": Text(
        "pindahkan salah satunya ke baris lain",
        "move one of them to another row",
    ),
    "masalah.templat-sendiri-tc": Text(
        "Tanda ini harus sendirian dalam selnya, karena yang di sebelahnya tidak akan tercetak: {sisa}",
        "This tag must stand alone in its cell, for what stands beside it would not be printed: {sisa}",
    ),
    "masalah.templat-sendiri-tc.saran": Text(
        "pindahkan ke sel lain",
        "move it to another cell",
    ),
    "masalah.templat-dua-tc": Text(
        "Dalam selnya ada tanda kedua, {lain}; salah satunya akan hilang",
        "There is a second tag in its cell, {lain}; one of the two would be lost",
    ),
    "masalah.templat-dua-tc.saran": Text(
        "pindahkan salah satunya ke sel lain",
        "move one of them to another cell",
    ),
    "masalah.templat-isi-tag": Text(
        "Tanda {huruf} tidak boleh ada di dalam {{%p … %}}, {{%tr … %}}, dan {{%tc … %}}",
        "The sign {huruf} may not stand inside {{%p … %}}, {{%tr … %}} and {{%tc … %}}",
    ),
    "masalah.templat-isi-tag.saran": Text(
        "simpan dahulu dengan {{% set nama = … %}}, lalu pakai nama itu",
        "keep it first with {{% set name = … %}} and use that name",
    ),
    "masalah.templat-luar-tabel": Text(
        "Tanda ini hanya dapat dipakai di dalam tabel",
        "This tag can be used only inside a table",
    ),
    "masalah.templat-luar-tabel.saran": Text(
        "di luar tabel tulis {{%p … %}}",
        "outside of one write {{%p … %}}",
    ),
    "masalah.templat-tempat": Text(
        "Tanda templat tidak diisi di sini: {tempat}",
        "A tag is not filled in here: {tempat}",
    ),
    "masalah.templat-tempat.saran": Text(
        "pindahkan ke teks biasa, atau hapus",
        "move it into ordinary text, or remove it",
    ),
    "masalah.templat-gabung-surat": Text(
        "Ada sisa gabung surat (mail merge): {nama}",
        "Something is left of a mail merge: {nama}",
    ),
    "masalah.templat-gabung-surat.saran": Text(
        "hapus bidang itu dan tulis tanda templat, seperti {{{{ isian }}}}",
        "remove that field and write a tag, such as {{{{ field }}}}",
    ),
    "masalah.templat-hilang": Text(
        "Berkas templat ini tidak ada",
        "This template file does not exist",
    ),
    "masalah.templat-hilang.saran": Text(
        "kembalikan nama berkasnya, atau ambil lagi dari git",
        "give the file its name back, or take it from git again",
    ),
    "masalah.templat-terkunci": Text(
        "Berkas templat ini tidak dapat dibuka: {sebab}",
        "This template file cannot be opened: {sebab}",
    ),
    "masalah.templat-terkunci.saran": Text(
        "periksa izin berkasnya, dan tutup program yang sedang memakainya",
        "check the permissions of the file, and close the program that uses it",
    ),
    "masalah.templat-lama": Text(
        "Ini berkas .doc lama, atau .docx yang terkunci kata sandi",
        "This is an old .doc file, or a .docx locked by a password",
    ),
    "masalah.templat-lama.saran": Text(
        "buka di Word, hapus kata sandinya, lalu Simpan Sebagai .docx",
        "open it in Word, remove the password and save it as .docx",
    ),
    "masalah.templat-bukan-word": Text(
        "Ini bukan berkas Word .docx: {sebab}",
        "This is no Word file .docx: {sebab}",
    ),
    "masalah.templat-bukan-word.saran": Text(
        "simpan dari Word sebagai .docx, atau ambil lagi dari git",
        "save it from Word as .docx, or take it from git again",
    ),
    "masalah.templat-besar": Text(
        "Berkas ini terlalu besar, atau menjadi terlalu besar setelah dibuka",
        "This file is too large, or becomes so when it is unpacked",
    ),
    "masalah.templat-besar.saran": Text(
        "perkecil gambarnya, atau ambil lagi dari git",
        "make its pictures smaller, or take it from git again",
    ),
    "masalah.templat-rusak": Text(
        "Berkasnya terbuka, tetapi isinya bukan dokumen Word yang utuh: {sebab}",
        "The file opens, but what it holds is no sound Word document: {sebab}",
    ),
    "masalah.templat-rusak.saran": Text(
        "simpan lagi dari Word sebagai .docx, atau ambil lagi dari git",
        "save it again from Word as .docx, or take it from git again",
    ),
    "masalah.templat-bagian-hilang": Text(
        "Di dalam berkas ini tidak ada {nama}",
        "There is no {nama} in this file",
    ),
    "masalah.templat-bagian-hilang.saran": Text(
        "buka di Word untuk komputer, lalu Simpan Sebagai .docx",
        "open it in Word for the desktop and save it as .docx",
    ),
    "masalah.templat-komentar": Text(
        "Tanda templat di dalam komentar tidak diisi; komentar tidak ikut tercetak",
        "A tag inside a comment is not filled in; comments are not printed",
    ),
    "masalah.templat-komentar.saran": Text(
        "bila tanda itu harus tercetak, tulis di teks biasa", "if the tag is to be printed, write it in ordinary text"
    ),
    "masalah.templat-kurung-tunggal": Text(
        "Ini tampak seperti tanda templat yang kurungnya kurang; akan tercetak apa adanya",
        "This looks like a tag that lacks braces; it will be printed as it stands",
    ),
    "masalah.templat-kurung-tunggal.saran": Text(
        "tulis {{{{ isian }}}} atau {{% perintah %}}", "write {{{{ field }}}} or {{% statement %}}"
    ),
    "masalah.templat-isian-perintah": Text("{nama} adalah isian, bukan perintah", "{nama} is a field and no statement"),
    "masalah.templat-isian-perintah.saran": Text("tulis {seharusnya}", "write {seharusnya}"),
    "masalah.templat-bahasa-gaya": Text(
        "Bahasa bawaan dokumen ini {bahasa}, bukan id-ID (Indonesia)",
        "The default language of this document is {bahasa}, not id-ID (Indonesian)",
    ),
    "masalah.templat-bahasa-gaya.saran": Text(
        "di Word: Tinjau, Bahasa, Atur Bahasa Pemeriksaan, Indonesia, lalu Jadikan Bawaan",
        "in Word: Review, Language, Set Proofing Language, Indonesian, then Set As Default",
    ),
    "masalah.templat-jenis-lain": Text(
        "Ini berkas Word jenis lain (templat .dotx atau Strict Open XML), bukan dokumen .docx biasa",
        "This is a Word file of another kind (a template .dotx or Strict Open XML), no ordinary document .docx",
    ),
    "masalah.templat-jenis-lain.saran": Text(
        "di Word: Simpan Sebagai, jenis Dokumen Word (*.docx)", "in Word: save it as Word Document (*.docx)"
    ),
    "masalah.templat-bidang": Text(
        "Bidang {nama} mencetak keadaan komputer yang membuatnya (waktu, nama berkas, nama pengguna)",
        "The field {nama} prints the state of the computer that makes it (time, name of the file or user)",
    ),
    "masalah.templat-bidang.saran": Text(
        "hapus bidang itu; untuk tanggal pakai isian, seperti {{{{ tanggal }}}}",
        "remove that field; for a date use a field of the template, such as {{{{ tanggal }}}}",
    ),
    "masalah.templat-isi-zip": Text(
        "Susunan berkas ini tidak wajar: {nama}",
        "This file is put together in a strange way: {nama}",
    ),
    "masalah.templat-isi-zip.saran": Text(
        "simpan lagi dari Word sebagai .docx, atau ambil lagi dari git",
        "save it again from Word as .docx, or take it from git again",
    ),
    "masalah.templat-dtd": Text(
        "Bagian {nama} memuat DTD atau entity, yang tidak pernah ditulis Word",
        "The part {nama} holds a DTD or an entity, which Word never writes",
    ),
    "masalah.templat-dtd.saran": Text(
        "jangan pakai berkas ini; ambil lagi dari git",
        "do not use this file; take it from git again",
    ),
    "masalah.templat-makro": Text(
        "Berkas ini memuat makro",
        "This file holds macros",
    ),
    "masalah.templat-makro.saran": Text(
        "Simpan Sebagai .docx (Dokumen Word), bukan .docm",
        "save it as .docx (Word document), not .docm",
    ),
    "masalah.templat-objek": Text(
        "Berkas ini memuat objek dari program lain: {nama}",
        "This file holds an object of another program: {nama}",
    ),
    "masalah.templat-objek.saran": Text(
        "hapus objeknya, atau tempel sebagai gambar",
        "remove the object, or paste it as a picture",
    ),
    "masalah.templat-tautan-luar": Text(
        "Berkas ini mengambil sesuatu dari luar: {tujuan}",
        "This file fetches something from elsewhere: {tujuan}",
    ),
    "masalah.templat-tautan-luar.saran": Text(
        "simpan gambar atau isinya di dalam dokumen, lalu hapus tautannya",
        "keep the picture or text inside the document and remove the link",
    ),
    "masalah.templat-huruf": Text(
        "Mesin ini tidak punya huruf {huruf} dan tidak punya pengganti yang sama lebar",
        "This machine has neither the font {huruf} nor a substitute of equal width",
    ),
    "masalah.templat-huruf.saran": Text(
        "pasang hurufnya, atau pakai Bookman Old Style, Arial, Times New Roman, Calibri, atau Cambria; periksa dengan kinerja doctor",
        "install the font, or use Bookman Old Style, Arial, Times New Roman, Calibri or Cambria; see kinerja doctor",
    ),
    "masalah.templat-teks-alternatif": Text(
        "Gambar {nama} tidak punya teks alternatif",
        "The picture {nama} has no alternative text",
    ),
    "masalah.templat-teks-alternatif.saran": Text(
        "di Word: klik kanan gambar, Edit Teks Alternatif",
        "in Word: right-click the picture, Edit Alt Text",
    ),
    "masalah.templat-bahasa": Text(
        "Bahasa teks ini {bahasa}, bukan id-ID (Indonesia)",
        "The language of this text is {bahasa}, not id-ID (Indonesian)",
    ),
    "masalah.templat-bahasa.saran": Text(
        "di Word: pilih semua teks, lalu Tinjau, Bahasa, Indonesia",
        "in Word: select all text, then Review, Language, Indonesian",
    ),
    "masalah.templat-tanpa-dokumen": Text(
        "Tidak ada dokumen yang memakai templat ini",
        "No document uses this template",
    ),
    "masalah.templat-tanpa-dokumen.saran": Text(
        "daftarkan di data/dokumen.yaml, periksa dengan --as DOKUMEN, atau pindahkan dari folder templates",
        "enter it in data/dokumen.yaml, check it with --as DOCUMENT, or move it out of the folder templates",
    ),
    "masalah.templat-jalan": Text(
        "Tanda templat di sini tidak dapat dijalankan: {sebab}",
        "A tag here cannot be carried out: {sebab}",
    ),
    "masalah.templat-jalan.saran": Text(
        "sederhanakan templatnya",
        "make the template simpler",
    ),
    "masalah.templat-nilai": Text(
        "Isian di sini bukan teks atau gambar",
        "A field here is neither text nor a picture",
    ),
    "masalah.templat-nilai.saran": Text(
        "laporkan kepada pemelihara program",
        "report it to the maintainer of the program",
    ),
    "masalah.templat-sisa": Text(
        "Tanda templat tersisa setelah dokumen diisi",
        "A tag is left after filling in",
    ),
    "masalah.templat-sisa.saran": Text(
        "periksa kurung kurawalnya",
        "check its braces",
    ),
    "masalah.templat-susunan": Text(
        "Templat ini tidak menghasilkan dokumen Word yang utuh: {sebab}",
        "This template does not make a sound Word document: {sebab}",
    ),
    "masalah.templat-susunan.saran": Text(
        "periksa {{%p %}}, {{%tr %}}, dan {{%tc %}}: yang dibuka dan yang ditutup harus di tempat yang sejajar",
        "check {{%p %}}, {{%tr %}} and {{%tc %}}: what is opened and what is closed must stand on the same level",
    ),
    "masalah.sisip-bentuk": Text(
        "Tanda sisip ini tidak dikenal",
        "This tag that puts in a part is not known",
    ),
    "masalah.sisip-bentuk.saran": Text(
        "tulis, sendirian dalam satu paragraf, {{%p sisip kop-surat %}}, {{%p sisip tanda-tangan pengirim %}}, atau {{%p sisip tanda-tangan/jabatan pengirim %}}",
        "write, alone in a paragraph, {{%p sisip kop-surat %}}, {{%p sisip tanda-tangan pengirim %}} or {{%p sisip tanda-tangan/jabatan pengirim %}}",
    ),
    "masalah.sisip-tempat": Text(
        "Tanda ini hanya dapat dipakai sebagai paragraf dalam isi dokumen, sel tabel, kepala halaman, atau kaki halaman",
        "This tag can be used only as a paragraph of the document body, a table cell, a header or a footer",
    ),
    "masalah.sisip-tempat.saran": Text(
        "pindahkan ke sana",
        "move it there",
    ),
    "masalah.sisip-bersarang": Text(
        "Bagian tidak dapat memuat bagian lain",
        "A part cannot hold another part",
    ),
    "masalah.sisip-bersarang.saran": Text(
        "tulis isinya di sini, atau sisipkan keduanya di templat",
        "write its contents here, or put both into the template",
    ),
    "masalah.sisip-tidak-ada": Text(
        "Bagian {berkas} tidak ada",
        "There is no part {berkas}",
    ),
    "masalah.sisip-tidak-ada.saran": Text(
        "betulkan namanya, atau buat berkasnya; yang ada: {ada}",
        "correct the name, or make the file; there are: {ada}",
    ),
    "masalah.sisip-penggalan": Text(
        "Di {berkas} tidak ada penggalan {nama}",
        "There is no portion {nama} in {berkas}",
    ),
    "masalah.sisip-penggalan.saran": Text(
        "betulkan namanya, atau tambahkan {{%p bagian {nama} %}} di sana; yang ada: {ada}",
        "correct the name, or add {{%p bagian {nama} %}} there; there are: {ada}",
    ),
    "masalah.sisip-tanpa-penggalan": Text(
        "{berkas} tidak dibagi atas penggalan",
        "{berkas} is not divided into portions",
    ),
    "masalah.sisip-tanpa-penggalan.saran": Text(
        "hapus /{penggalan} dari tanda ini, atau tambahkan {{%p bagian {penggalan} %}} di sana",
        "remove /{penggalan} from this tag, or add {{%p bagian {penggalan} %}} there",
    ),
    "masalah.sisip-penggalan-ganda": Text(
        "Penggalan {penggalan} sudah dimulai di atas",
        "The portion {penggalan} has begun further up already",
    ),
    "masalah.sisip-penggalan-ganda.saran": Text(
        "beri nama lain, atau hapus tanda ini",
        "give this one another name, or remove the tag",
    ),
    "masalah.sisip-pejabat-kurang": Text(
        "{berkas} mencetak seorang pejabat",
        "{berkas} prints an official",
    ),
    "masalah.sisip-pejabat-kurang.saran": Text(
        "sebutkan siapa, seperti {{%p sisip {nama} pengirim %}}",
        "say who, as in {{%p sisip {nama} pengirim %}}",
    ),
    "masalah.sisip-pejabat-lebih": Text(
        "{berkas} tidak mencetak pejabat",
        "{berkas} prints no official",
    ),
    "masalah.sisip-pejabat-lebih.saran": Text(
        "hapus {pejabat} dari tanda ini: {{%p sisip {nama} %}}",
        "remove {pejabat} from this tag: {{%p sisip {nama} %}}",
    ),
    "masalah.sisip-pejabat-jenis": Text(
        "{pejabat} bukan pejabat yang dapat dicetak {berkas}",
        "{pejabat} is no official that {berkas} can print",
    ),
    "masalah.sisip-pejabat-jenis.saran": Text(
        "sebutkan isian yang memuat jabatan, nama, dan NIP seseorang",
        "name a field that holds somebody's position, name and NIP",
    ),
    "masalah.sisip-isian": Text(
        "{berkas} memakai isian {nama}, yang tidak dimiliki dokumen ini",
        "{berkas} uses the field {nama}, which this document does not have",
    ),
    "masalah.sisip-isian.saran": Text(
        "hapus tanda ini, atau pakai bagian lain",
        "remove this tag, or use another part",
    ),
    "masalah.sisip-nama-lain": Text(
        "Di sini {nama} berarti lain daripada di {berkas}",
        "Here {nama} means something else than in {berkas}",
    ),
    "masalah.sisip-nama-lain.saran": Text(
        "pakai nama lain untuk ulangan atau set yang mengapit tanda ini",
        "use another name for the loop or set around this tag",
    ),
    "masalah.sisip-isi": Text(
        "Di sini ada {jenis}, yang tidak dapat ikut disisipkan ke templat lain",
        "Here is {jenis}, which cannot be put into another template",
    ),
    "masalah.sisip-isi.saran": Text(
        "hapus di Word, atau tulis sebagai teks biasa",
        "remove it in Word, or write it as plain text",
    ),
    "sisip.isi.daftar": Text(
        "nomor atau butir otomatis",
        "an automatic number or bullet",
    ),
    "sisip.isi.catatan": Text(
        "catatan kaki atau catatan akhir",
        "a footnote or an endnote",
    ),
    "sisip.isi.objek": Text(
        "objek tertanam, seperti grafik, diagram, atau lembar Excel",
        "an embedded object, such as a chart, a diagram or an Excel sheet",
    ),
    "sisip.isi.seksi": Text(
        "pemisah bagian halaman (section break)",
        "a section break",
    ),
    "templat.jinja.harap": Text(
        "yang seharusnya ada di situ “{harap}”, yang ada “{ada}”",
        "“{harap}” should stand there, “{ada}” does",
    ),
    "templat.jinja.huruf": Text(
        "tanda {huruf} tidak boleh ada di situ",
        "the character {huruf} may not stand there",
    ),
    "templat.jinja.kosong": Text(
        "isinya belum lengkap",
        "its contents are not complete",
    ),
    "templat.jinja.nama": Text(
        "{nama} tidak dapat dijadikan nama",
        "{nama} cannot be a name",
    ),
    "templat.jinja.bagi-nol": Text(
        "membagi dengan nol",
        "it divides by zero",
    ),
    "templat.jinja.jenis": Text(
        "teks dan angka tidak dapat dihitung bersama",
        "text and numbers cannot be calculated together",
    ),
    "templat.jinja.besar": Text(
        "terlalu lama atau terlalu besar",
        "it takes too long or is too large",
    ),
    "templat.jinja.dilarang": Text(
        "tidak boleh dipakai di dalam templat",
        "it is not allowed in a template",
    ),
    "templat.jinja.lain": Text(
        "pesan aslinya “{pesan}”",
        "the original message is “{pesan}”",
    ),
    # --- render ------------------------------------------------------------------------------------------------
    "masalah.gambar-rusak": Text(
        "Gambar {berkas}, yang dicetak di sini, tidak dapat dipakai: {sebab}",
        "The picture {berkas}, which is printed here, cannot be used: {sebab}",
    ),
    "masalah.gambar-rusak.saran": Text("pakai berkas PNG atau JPEG yang utuh", "use a sound PNG or JPEG file"),
    "render.soffice.tidak_ada": Text(
        "LibreOffice ({program}) tidak ditemukan, jadi PDF tidak dibuat. Pasang LibreOffice Writer (Debian/Ubuntu: apt install libreoffice-writer-nogui) atau sebutkan programnya dengan KINERJA_SOFFICE.",
        "LibreOffice ({program}) was not found, so no PDF was made. Install LibreOffice Writer (Debian/Ubuntu: apt install libreoffice-writer-nogui) or name the program with KINERJA_SOFFICE.",
    ),
    "render.soffice.salah": Text(
        "KINERJA_SOFFICE menyebut {program}, tetapi program itu tidak ada, jadi PDF tidak dibuat. Betulkan isinya, atau hapus supaya LibreOffice dicari sendiri: unset KINERJA_SOFFICE",
        "KINERJA_SOFFICE names {program}, but there is no such program, so no PDF was made. Correct it, or remove it so that LibreOffice is looked for: unset KINERJA_SOFFICE",
    ),
    "render.soffice.mulai": Text(
        "LibreOffice ({program}) tidak dapat dijalankan: {sebab}. Pasang ulang LibreOffice Writer atau sebutkan programnya dengan KINERJA_SOFFICE.",
        "LibreOffice ({program}) cannot be started: {sebab}. Install LibreOffice Writer again or name the program with KINERJA_SOFFICE.",
    ),
    "render.soffice.waktu": Text(
        "LibreOffice belum selesai mengubah {dokumen} setelah {detik} detik dan dihentikan. Tutup program lain lalu ulangi; kalau tetap, periksa tabel atau gambar yang sangat besar.",
        "LibreOffice had not finished converting {dokumen} after {detik} seconds and was stopped. Close other programs and try again; if it stays so, look for a very large table or picture.",
    ),
    "render.soffice.tempat": Text(
        "Folder sementara {folder} tidak dapat dipakai LibreOffice ({sebab}). Kosongkan ruang disk atau sebutkan folder lain dengan TMPDIR, lalu jalankan lagi.",
        "The folder for temporary files {folder} cannot be used for LibreOffice ({sebab}). Free some disk space or name another folder with TMPDIR, and run again.",
    ),
    "render.konversi.kosong": Text(
        "{dokumen} tidak dapat dijadikan PDF: LibreOffice tidak menghasilkan PDF. Katanya: {sebab}. Buka berkas DOCX-nya; kalau terbuka dengan baik, ulangi.",
        "{dokumen} could not be made a PDF: LibreOffice made no PDF. It said: {sebab}. Open the DOCX file; if it opens well, try again.",
    ),
    "render.konversi.diam": Text(
        "{dokumen} tidak dapat dijadikan PDF: LibreOffice tidak menghasilkan PDF dan tidak menyebut sebabnya. Buka berkas DOCX-nya; kalau terbuka dengan baik, ulangi.",
        "{dokumen} could not be made a PDF: LibreOffice made no PDF and gave no reason. Open the DOCX file; if it opens well, try again.",
    ),
    "render.konversi.bukan_pdf": Text(
        "{dokumen} tidak dapat dijadikan PDF: yang dihasilkan LibreOffice bukan PDF. Periksa program yang dipakai dengan: kinerja doctor.",
        "{dokumen} could not be made a PDF: what LibreOffice made is no PDF. Look at the program in use with: kinerja doctor.",
    ),
    "render.konversi.rusak": Text(
        "{dokumen} tidak dapat dijadikan PDF: berkasnya rusak: {sebab}. Ulangi; kalau tetap, periksa templatnya.",
        "{dokumen} could not be made a PDF: the file is broken: {sebab}. Try again; if it stays so, look at the template.",
    ),
    "render.konversi.tanpa_halaman": Text(
        "{dokumen} tidak dapat dijadikan PDF: PDF-nya tidak berhalaman. Ulangi; kalau tetap, periksa templatnya.",
        "{dokumen} could not be made a PDF: the PDF has no pages. Try again; if it stays so, look at the template.",
    ),
    "render.konversi.tanpa_teks": Text(
        "{dokumen} tidak dapat dijadikan PDF: teks dalam PDF-nya tidak terbaca. Periksa huruf yang terpasang dengan: kinerja doctor.",
        "{dokumen} could not be made a PDF: the text in the PDF cannot be read. Look at the installed fonts with: kinerja doctor.",
    ),
    "render.konversi.hilang": Text(
        "{dokumen} tidak dapat dijadikan PDF: teks ini ada di DOCX tetapi tidak ada di PDF buatan LibreOffice: “{teks}”. Tambah atau kurangi sedikit teks di atas tabelnya dalam templat, atau pakai LibreOffice versi lain; kalau teks itu di kotak teks atau baris yang tingginya tetap, perbesar.",
        "{dokumen} could not be made a PDF: this text is in the DOCX but not in the PDF that LibreOffice made: “{teks}”. Add or remove a little text above its table in the template, or use another version of LibreOffice; if it stands in a text box or a row of fixed height, make that larger.",
    ),
    "render.konversi.huruf": Text(
        "{dokumen} tidak dapat dijadikan PDF: huruf {huruf} tidak tertanam dalam PDF. Pasang huruf itu atau penggantinya; lihat: kinerja doctor.",
        "{dokumen} could not be made a PDF: font {huruf} is not embedded in the PDF. Install it or a substitute; see: kinerja doctor.",
    ),
    "render.konversi.kertas": Text(
        "{dokumen} tidak dapat dijadikan PDF: halaman {halaman} PDF berukuran {ukuran} mm, tidak seperti DOCX-nya. Ulangi; kalau tetap, periksa ukuran kertas di templat.",
        "{dokumen} could not be made a PDF: page {halaman} of the PDF measures {ukuran} mm, unlike the DOCX. Try again; if it stays so, look at the paper size in the template.",
    ),
    "render.konversi.tautan_luar": Text(
        "{dokumen} tidak dapat dijadikan PDF: dokumennya mengambil sesuatu dari luar: {tujuan}. Sisipkan gambar atau teksnya ke dalam templat, jangan ditautkan.",
        "{dokumen} could not be made a PDF: the document takes something from outside: {tujuan}. Insert the picture or text into the template instead of linking it.",
    ),
    "render.lampiran.terkunci": Text(
        "Lampiran {berkas} terkunci kata sandi. Simpan salinannya tanpa kata sandi (cetak ke PDF) lalu ganti berkasnya.",
        "Attachment {berkas} is locked by a password. Save a copy without one (print to PDF) and replace the file.",
    ),
    "render.lampiran.kosong": Text(
        "Lampiran {berkas} tidak berhalaman. Simpan ulang sebagai PDF lalu ganti berkasnya.",
        "Attachment {berkas} has no pages. Save it as PDF again and replace the file.",
    ),
    "render.lampiran.rusak": Text(
        "Lampiran {berkas} tidak dapat dibaca: {sebab}. Simpan ulang sebagai PDF lalu ganti berkasnya.",
        "Attachment {berkas} cannot be read: {sebab}. Save it as PDF again and replace the file.",
    ),
    # --- inputs ------------------------------------------------------------------------------------------------
    "masalah.berkas-hilang": Text(
        "berkas {nama} tidak ada",
        "file {nama} is missing",
    ),
    "masalah.berkas-hilang.saran": Text(
        "buat berkas itu, atau betulkan nama berkas yang mirip",
        "create the file, or correct the name of a similar one",
    ),
    "masalah.folder-hilang": Text(
        "folder {nama} tidak ada",
        "folder {nama} is missing",
    ),
    "masalah.folder-hilang.saran": Text(
        "buat folder itu beserta isinya, atau pilih periode yang sudah ada foldernya",
        "create the folder and its files, or choose a period that has a folder",
    ),
    "masalah.berkas-tidak-terbaca": Text(
        "berkas {berkas} tidak dapat dibaca: {rincian}",
        "file {berkas} cannot be read: {rincian}",
    ),
    "masalah.berkas-tidak-terbaca.saran": Text(
        "periksa izin dan jenis berkas itu",
        "check the file's permissions and that it is a plain file",
    ),
    "masalah.folder-tidak-dikenal": Text(
        "folder {nama} tidak dikenal di sini; yang dikenal: {pilihan}",
        "folder {nama} is not known here; known are: {pilihan}",
    ),
    "masalah.folder-tidak-dikenal.saran": Text(
        "ganti namanya, atau pindahkan isinya",
        "rename it, or move what it holds",
    ),
    "masalah.berkas-tidak-dikenal": Text(
        "berkas {nama} tidak dikenal di sini; yang dikenal: {pilihan}",
        "file {nama} is not known here; known are: {pilihan}",
    ),
    "masalah.berkas-tidak-dikenal.saran": Text(
        'bila ini isian, ganti namanya (akhiran .yaml; di Notepad simpan sebagai jenis "Semua berkas"); bila bukan, keluarkan dari folder ini: isinya tidak dibaca',
        'if it is an input, rename it (ending .yaml; in Notepad save it as type "All files"); if not, take it out of this folder: it is not read',
    ),
    "masalah.unit-bukan-nama-berkas": Text(
        "berkas {berkas} memuat unit {unit}; nama berkas harus sama dengan kode unit",
        "file {berkas} holds unit {unit}; a file must bear the kode of its unit",
    ),
    "masalah.unit-bukan-nama-berkas.saran": Text(
        "ganti nama berkas menjadi {unit}.yaml, atau betulkan isian unit",
        "rename the file to {unit}.yaml, or correct its unit",
    ),
    "masalah.berkas-salah-tempat": Text(
        "ini berkas {jenis}, padahal di tempat ini dibaca berkas {dibaca}",
        "this is a {jenis} file, but in this place a {dibaca} file is read",
    ),
    "masalah.berkas-salah-tempat.saran": Text(
        "pindahkan berkas ini ke tempatnya",
        "move the file to its place",
    ),
    "masalah.tahun-bukan-folder": Text(
        "tahun {tahun} tidak sama dengan tahun foldernya",
        "tahun {tahun} is not the year of its folder",
    ),
    "masalah.tahun-bukan-folder.saran": Text(
        "betulkan tahun, atau pindahkan berkas ke folder tahunnya",
        "correct tahun, or move the file to the folder of its year",
    ),
    "masalah.dokumen-tidak-dikenal": Text(
        "dokumen {kunci} tidak dikenal",
        "document {kunci} is not known",
    ),
    "masalah.dokumen-tidak-dikenal.saran": Text(
        "pilih salah satu: {pilihan}; atau, untuk dokumen Badan sendiri, tulis juga {sendiri}",
        "choose one of: {pilihan}; or, for a document of your own, add {sendiri}",
    ),
    "masalah.dokumen-tersendiri": Text(
        "dokumen {dokumen} selalu tersendiri dan tidak masuk PDF gabungan",
        "document {dokumen} always stands alone and is no part of the merged PDF",
    ),
    "masalah.dokumen-tersendiri.saran": Text(
        "hapus baris ini; dokumen itu tetap dibuat",
        "delete this row; the document is made all the same",
    ),
    "masalah.dokumen-bawaan": Text(
        "dokumen {dokumen} dibuat program, jadi tidak memakai {kunci}",
        "document {dokumen} is made by the program and takes no {kunci}",
    ),
    "masalah.dokumen-bawaan.saran": Text(
        "hapus {kunci}, atau beri dokumen Badan sendiri ini kunci lain",
        "delete {kunci}, or give this document of your own another key",
    ),
    "masalah.kunci-dokumen-salah": Text(
        "{kunci} tidak dapat menjadi kunci dokumen, karena menjadi nama berkasnya",
        "{kunci} cannot be the key of a document, as it names its file",
    ),
    "masalah.kunci-dokumen-salah.saran": Text(
        "pakailah huruf kecil a–z, angka, dan tanda hubung di antaranya, paling banyak 60",
        "use small letters a–z, digits, and hyphens between them, at most 60",
    ),
    "masalah.kunci-dokumen-terpakai": Text(
        "kunci dokumen {kunci} akan bertabrakan dengan nama berkas {lain}",
        "the key {kunci} would collide with the file name {lain}",
    ),
    "masalah.kunci-dokumen-terpakai.saran": Text(
        "beri dokumen ini kunci lain, misalnya memo",
        "give this document another key, such as memo",
    ),
    "masalah.templat-bukan-nama": Text(
        "templat: {templat} bukan nama berkas .docx di folder templates/",
        "templat: {templat} is no name of a .docx file in templates/",
    ),
    "masalah.templat-bukan-nama.saran": Text(
        "tulis nama berkasnya saja tanpa folder, misalnya memo.docx",
        "write the file's name alone without a folder, such as memo.docx",
    ),
    "masalah.templat-tidak-ada": Text(
        "tidak ada templat {templat} di folder templates/",
        "there is no template {templat} in templates/",
    ),
    "masalah.templat-tidak-ada.saran": Text(
        "simpan berkas itu di templates/ (huruf besar dan kecil dibedakan), atau buat dengan kinerja template new NAMA --from DOKUMEN",
        "put the file into templates/ (case counts), or make it with kinerja template new NAME --from DOCUMENT",
    ),
    "masalah.templat-isian-lain": Text(
        "templat {templat} sudah memakai isian {fields}; satu templat hanya dapat memakai isian satu dokumen",
        "template {templat} uses the fields of {fields} already; a template can use those of one document only",
    ),
    "masalah.templat-isian-lain.saran": Text(
        "samakan fields, atau pakai berkas templat lain",
        "name the same fields, or use another template file",
    ),
    "masalah.periode-salah": Text(
        "periode {nilai} tidak dikenal",
        "periode {nilai} is not known",
    ),
    "masalah.periode-salah.saran": Text(
        "tulis tahun dan triwulan, misalnya 2026-tw3",
        "write year and quarter, such as 2026-tw3",
    ),
    "masalah.berkas-rujukan-hilang": Text(
        "berkas {berkas} tidak ada di bawah data/",
        "there is no file {berkas} under data/",
    ),
    "masalah.berkas-rujukan-hilang.saran": Text(
        "simpan berkas itu di bawah data/, atau betulkan namanya (huruf besar dan kecil dibedakan, pemisah folder /)",
        "put the file under data/, or correct its name (case counts, folders are separated by /)",
    ),
    "masalah.berkas-di-luar-data": Text(
        "berkas {berkas} tidak berada di bawah data/",
        "file {berkas} is not under data/",
    ),
    "masalah.berkas-di-luar-data.saran": Text(
        'salin berkas itu ke bawah data/ dan tulis letaknya dari sana, tanpa / di depan dan tanpa ".."',
        'copy the file to a place under data/ and name it from there, with no leading / and no ".."',
    ),
    "masalah.berkas-salah-jenis": Text(
        "isi berkas {berkas} bukan {jenis}",
        "file {berkas} is not {jenis}",
    ),
    "masalah.berkas-salah-jenis.saran": Text(
        "simpan ulang berkas itu dalam jenis yang diminta; mengganti akhiran nama saja tidak cukup",
        "save the file anew in a kind that is asked for; changing the ending of its name is not enough",
    ),
    "masalah.bukan-utf8": Text(
        "berkas tidak berpengodean UTF-8: bita {bita} tidak sah",
        "the file is not UTF-8: byte {bita} is not valid",
    ),
    "masalah.bukan-utf8.saran": Text(
        "simpan ulang berkas dengan pengodean UTF-8 di penyunting teks",
        "save the file again as UTF-8 in the text editor",
    ),
    "masalah.karakter-kendali": Text(
        "karakter kendali {karakter} tidak boleh ada",
        "control character {karakter} is not allowed",
    ),
    "masalah.karakter-kendali.saran": Text(
        "hapus karakter itu; biasanya terbawa saat menyalin dari aplikasi lain",
        "delete it; it usually comes along when copying from another application",
    ),
    "masalah.tab": Text(
        "baris ini menjorok dengan karakter tab",
        "this line is indented with a tab",
    ),
    "masalah.tab.saran": Text(
        "ganti tab dengan spasi, sama banyak dengan baris setingkatnya",
        "replace the tab by spaces, as many as the lines of the same level have",
    ),
    "masalah.spasi-tak-putus": Text(
        "di sini ada spasi tak putus ({karakter}), bukan spasi biasa; YAML tidak membacanya sebagai spasi",
        "here stands a no-break space ({karakter}), not an ordinary space; YAML does not read it as a space",
    ),
    "masalah.spasi-tak-putus.saran": Text(
        "hapus dan ketik lagi dengan spasi biasa, juga di baris-baris berikutnya; biasanya terbawa dari Word atau laman web",
        "delete it and type an ordinary space, on the lines that follow too; it usually comes from Word or a web page",
    ),
    "masalah.berkas-kosong": Text(
        "berkas ini kosong",
        "this file is empty",
    ),
    "masalah.berkas-kosong.saran": Text(
        "isi berkas ini menurut skemanya, atau hapus bila belum diperlukan",
        "fill in the file according to its schema, or delete it if it is not needed yet",
    ),
    "masalah.akar-bukan-kunci": Text(
        "berkas harus dimulai dengan `kunci: nilai`",
        "the file must start with `key: value`",
    ),
    "masalah.akar-bukan-kunci.saran": Text(
        "tulis setiap isian sebagai nama kunci, titik dua, spasi, lalu nilainya",
        "write every entry as a key, a colon, a space and then its value",
    ),
    "masalah.kutip-tidak-ditutup": Text(
        "tanda kutip ini tidak ditutup",
        "this quotation mark is never closed",
    ),
    "masalah.kutip-tidak-ditutup.saran": Text(
        "tambahkan tanda kutip yang sama di akhir nilainya",
        "add the same quotation mark at the end of the value",
    ),
    "masalah.teks-sesudah-kutip": Text(
        "ada teks sesudah tanda kutip penutup",
        "there is text after the closing quotation mark",
    ),
    "masalah.teks-sesudah-kutip.saran": Text(
        "apit seluruh nilai dengan '…': tanda \" di dalamnya tetap, tanda ' di dalamnya ditulis dua kali ('')",
        "put the whole value between '…': an inner \" stays as it is, an inner ' is written twice ('')",
    ),
    "masalah.kutip-lengkung": Text(
        "YAML tidak mengenal tanda kutip lengkung, jadi titik dua di dalamnya terbaca sebagai kunci baru",
        "YAML does not know curly quotation marks, so that the colon between them reads as a new key",
    ),
    "masalah.kutip-lengkung.saran": Text(
        'ganti dengan tanda kutip lurus ("…") di awal dan di akhir nilai',
        'write straight quotation marks ("…") at the beginning and at the end of the value',
    ),
    "masalah.teks-sesudah-kurung": Text(
        "ada teks sesudah kurung penutup",
        "there is text after the closing bracket",
    ),
    "masalah.teks-sesudah-kurung.saran": Text(
        "bila kurung itu bagian dari teks, tulis seluruh nilai di dalam tanda kutip",
        "if the bracket belongs to the text, put the whole value between quotation marks",
    ),
    "masalah.kurung-tidak-ditutup": Text(
        "kurung ini tidak ditutup",
        "this bracket is never closed",
    ),
    "masalah.kurung-tidak-ditutup.saran": Text(
        "tutup kurung itu, atau beri tanda kutip bila ia bagian dari teks; pisahkan isinya dengan koma",
        "close it, or put the value between quotation marks if it is text; separate what it holds by commas",
    ),
    "masalah.kurung-berlebih": Text(
        "karakter {karakter} ini tidak punya pasangan",
        "this {karakter} has no counterpart",
    ),
    "masalah.kurung-berlebih.saran": Text(
        "hapus, atau tulis seluruh nilai di dalam tanda kutip",
        "delete it, or put the whole value between quotation marks",
    ),
    "masalah.indentasi": Text(
        "baris ini menjorok tidak sejajar dengan baris setingkatnya",
        "this line is not indented like the lines of its level",
    ),
    "masalah.indentasi.saran": Text(
        "samakan banyaknya spasi di depan dengan baris lain yang setingkat",
        "give it as many leading spaces as the other lines of the same level",
    ),
    "masalah.titik-dua-hilang": Text(
        "tidak ada titik dua sesudah nama kunci",
        "there is no colon after the key",
    ),
    "masalah.titik-dua-hilang.saran": Text(
        "tulis `kunci: nilai`; lanjutan teks panjang harus menjorok lebih dalam daripada kuncinya",
        "write `key: value`; a long text that goes on must be indented deeper than its key",
    ),
    "masalah.spasi-sesudah-titik-dua": Text(
        "sesudah titik dua harus ada spasi",
        "a colon must be followed by a space",
    ),
    "masalah.spasi-sesudah-titik-dua.saran": Text(
        "tulis `kunci: nilai`",
        "write `key: value`",
    ),
    "masalah.spasi-sesudah-strip": Text(
        "sesudah tanda - harus ada spasi",
        "a dash must be followed by a space",
    ),
    "masalah.spasi-sesudah-strip.saran": Text(
        "tulis `- butir`",
        "write `- item`",
    ),
    "masalah.titik-dua-dalam-nilai": Text(
        "titik dua di dalam nilai terbaca sebagai kunci baru",
        "a colon inside a value reads as a new key",
    ),
    "masalah.titik-dua-dalam-nilai.saran": Text(
        "tulis seluruh nilai di dalam tanda kutip lurus",
        "put the whole value between straight quotation marks",
    ),
    "masalah.strip-sebagai-nilai": Text(
        "tanda - bukan nilai: YAML membacanya sebagai butir daftar",
        "a dash is no value: YAML reads it as a list item",
    ),
    "masalah.strip-sebagai-nilai.saran": Text(
        "kosongkan bila belum ada isinya (hapus tanda -); bila hasilnya memang nol, tulis 0",
        "leave it empty if there is none yet (delete the dash); where the result is nought, write 0",
    ),
    "masalah.strip-salah-tempat": Text(
        "butir daftar (-) tidak pada tempatnya",
        "a list item (-) is out of place",
    ),
    "masalah.strip-salah-tempat.saran": Text(
        "tulis butir pada baris baru di bawah kuncinya, sejajar dengan butir lain",
        "put the item on a line of its own under its key, level with the other items",
    ),
    "masalah.karakter-awal": Text(
        "nilai tidak boleh diawali dengan {karakter}",
        "a value cannot begin with {karakter}",
    ),
    "masalah.karakter-awal.saran": Text(
        "tulis seluruh nilai di dalam tanda kutip",
        "put the whole value between quotation marks",
    ),
    "masalah.garis-miring-terbalik": Text(
        "garis miring terbalik di dalam tanda kutip ganda punya arti khusus",
        "a backslash between double quotation marks has a special meaning",
    ),
    "masalah.garis-miring-terbalik.saran": Text(
        "pakai tanda kutip tunggal ('…')",
        "use single quotation marks ('…')",
    ),
    "masalah.yaml-tidak-terbaca": Text(
        "penulisan YAML di sini tidak terbaca: {rincian}",
        "the YAML cannot be read here: {rincian}",
    ),
    "masalah.yaml-tidak-terbaca.saran": Text(
        "bandingkan dengan baris sejenis di atasnya",
        "compare it with a similar line above",
    ),
    "masalah.lebih-dari-satu-dokumen": Text(
        "berkas memuat lebih dari satu dokumen YAML (---)",
        "the file holds more than one YAML document (---)",
    ),
    "masalah.lebih-dari-satu-dokumen.saran": Text(
        "hapus baris --- atau ... di tengah berkas",
        "delete the line --- or ... in the middle of the file",
    ),
    "masalah.yaml-jangkar": Text(
        "jangkar {nama} tidak dipakai di sini",
        "the anchor {nama} is not used here",
    ),
    "masalah.yaml-jangkar.saran": Text(
        "tulis nilainya langsung; bila & atau * bagian dari teks, tulis di dalam tanda kutip",
        "write the value itself; if & or * belongs to the text, put it between quotation marks",
    ),
    "masalah.yaml-tag": Text(
        "tag {tag} tidak dipakai di sini",
        "the tag {tag} is not used here",
    ),
    "masalah.yaml-tag.saran": Text(
        "hapus tag itu; bila ! bagian dari teks, tulis nilainya di dalam tanda kutip",
        "delete it; if ! belongs to the text, put the value between quotation marks",
    ),
    "masalah.yaml-gabungan": Text(
        "kunci gabungan << tidak dipakai di sini",
        "the merge key << is not used here",
    ),
    "masalah.yaml-gabungan.saran": Text(
        "tulis kunci-kuncinya langsung",
        "write the keys themselves",
    ),
    "masalah.kunci-bukan-teks": Text(
        "nama kunci harus berupa teks biasa",
        "a key must be plain text",
    ),
    "masalah.kunci-bukan-teks.saran": Text(
        "bila {{ atau [ bagian dari teks, tulis nilainya di dalam tanda kutip",
        "if {{ or [ belongs to the text, put the value between quotation marks",
    ),
    "masalah.kunci-ganda": Text(
        "kunci {kunci} sudah ada di baris {baris}",
        "key {kunci} stands already on line {baris}",
    ),
    "masalah.kunci-ganda.saran": Text(
        "hapus salah satu, atau awali butir baru dengan tanda -",
        "delete one of them, or begin a new item with a dash",
    ),
    "masalah.terlalu-dalam": Text(
        "isian bersarang terlalu dalam",
        "values are nested too deeply",
    ),
    "masalah.terlalu-dalam.saran": Text(
        "bandingkan susunannya dengan skema berkas ini",
        "compare the structure with this file's schema",
    ),
    "masalah.kunci-tidak-dikenal": Text(
        "kunci {kunci} tidak dikenal",
        "key {kunci} is not known",
    ),
    "masalah.kunci-tidak-dikenal.saran": Text(
        "kunci yang dikenal di sini: {pilihan}",
        "keys known here: {pilihan}",
    ),
    "masalah.kunci-hilang": Text(
        "kunci {kunci} harus ada",
        "key {kunci} must be there",
    ),
    "masalah.kunci-hilang.saran": Text(
        "tambahkan `{kunci}: …`",
        "add `{kunci}: …`",
    ),
    "masalah.belum-ada-nilai": Text(
        "{kunci} harus berisi",
        "{kunci} must have a value",
    ),
    "masalah.belum-ada-nilai.saran": Text(
        "isi nilainya, atau hapus butir yang belum terpakai ini",
        "give it a value, or delete this item if it is not in use yet",
    ),
    "masalah.harus-berkunci": Text(
        "{kunci} harus berisi kunci-kunci, bukan {nilai}",
        "{kunci} must hold keys, not {nilai}",
    ),
    "masalah.harus-berkunci.saran": Text(
        "tulis kuncinya pada baris baru di bawahnya, menjorok dengan spasi",
        "write its keys on new lines below, indented with spaces",
    ),
    "masalah.teks-harus-berkunci": Text(
        "{kunci} harus berisi kunci-kunci, bukan teks {nilai}",
        "{kunci} must hold keys, not the text {nilai}",
    ),
    "masalah.teks-harus-berkunci.saran": Text(
        "tulis tiap kunci dengan nilainya pada baris sendiri; kunci di sini: {pilihan}",
        "write each key with its value on a line of its own; the keys here: {pilihan}",
    ),
    "masalah.harus-daftar": Text(
        "{kunci} harus berupa daftar, bukan {nilai}",
        "{kunci} must be a list, not {nilai}",
    ),
    "masalah.harus-daftar.saran": Text(
        "tulis tiap butir pada baris baru di bawahnya, diawali tanda - dan spasi",
        "write each item on a new line below, with a dash and a space before it",
    ),
    "masalah.daftar-kosong": Text(
        "{kunci} harus berisi sedikitnya satu butir",
        "{kunci} must hold at least one item",
    ),
    "masalah.daftar-kosong.saran": Text(
        "tulis butirnya di bawah kunci itu, diawali tanda - dan spasi",
        "write its items below the key, each with a dash and a space before it",
    ),
    "masalah.pilihan-tidak-dikenal": Text(
        "{kunci}: {nilai} tidak dikenal",
        "{kunci}: {nilai} is not known",
    ),
    "masalah.pilihan-tidak-dikenal.saran": Text(
        "pilih salah satu: {pilihan}",
        "choose one of: {pilihan}",
    ),
    "masalah.terlalu-kecil": Text(
        "{kunci}: {nilai} terlalu kecil, paling sedikit {batas}",
        "{kunci}: {nilai} is too small, the least is {batas}",
    ),
    "masalah.terlalu-kecil.saran": Text(
        "betulkan angkanya",
        "correct the number",
    ),
    "masalah.terlalu-besar": Text(
        "{kunci}: {nilai} terlalu besar, paling banyak {batas}",
        "{kunci}: {nilai} is too large, the most is {batas}",
    ),
    "masalah.terlalu-besar.saran": Text(
        "betulkan angkanya",
        "correct the number",
    ),
    "masalah.koma-desimal": Text(
        "{kunci}: {nilai} memakai koma",
        "{kunci}: {nilai} is written with a comma",
    ),
    "masalah.koma-desimal.saran": Text(
        "tulis angka tanpa pemisah ribuan dan dengan titik desimal, misalnya 82.5",
        "write numbers without thousands separators and with a decimal point, such as 82.5",
    ),
    "masalah.bukan-angka": Text(
        "{kunci}: {nilai} bukan angka",
        "{kunci}: {nilai} is not a number",
    ),
    "masalah.bukan-angka.saran": Text(
        "tulis angkanya saja, dengan titik desimal, tanpa satuan, Rp atau %; nihil ditulis 0, yang belum ada dikosongkan",
        "write the number alone, with a decimal point and without unit, Rp or %; write 0 for nought, nothing for what is not there yet",
    ),
    "masalah.angka-terlalu-panjang": Text(
        "{kunci}: angka {nilai} terlalu panjang",
        "{kunci}: the number {nilai} is too long",
    ),
    "masalah.angka-terlalu-panjang.saran": Text(
        "paling banyak 18 angka di depan dan 10 angka di belakang titik desimal",
        "at most 18 digits before and 10 digits after the decimal point",
    ),
    "masalah.uang-negatif": Text(
        "{kunci}: {nilai} kurang dari nol",
        "{kunci}: {nilai} is below zero",
    ),
    "masalah.uang-negatif.saran": Text(
        "nilai rupiah tidak boleh negatif",
        "an amount of money cannot be negative",
    ),
    "masalah.bukan-bilangan-bulat": Text(
        "{kunci}: {nilai} bukan bilangan bulat",
        "{kunci}: {nilai} is not a whole number",
    ),
    "masalah.bukan-bilangan-bulat.saran": Text(
        "tulis bilangan bulat",
        "write a whole number",
    ),
    "masalah.teks-kosong": Text(
        "{kunci} berisi teks kosong",
        "{kunci} holds an empty text",
    ),
    "masalah.teks-kosong.saran": Text(
        "isi teksnya, atau hapus tanda kutipnya bila belum ada isinya",
        "write the text, or delete the quotation marks if there is none yet",
    ),
    "masalah.bukan-teks": Text(
        "{kunci} harus berupa teks, bukan {nilai}",
        "{kunci} must be a text, not {nilai}",
    ),
    "masalah.bukan-teks.saran": Text(
        "tulis teksnya langsung sesudah titik dua; bila memuat kurung atau titik dua, tulis di dalam tanda kutip",
        "write the text right after the colon; if it has brackets or colons, put it between quotation marks",
    ),
    "masalah.bukan-tanggal": Text(
        "{kunci}: {nilai} bukan tanggal",
        "{kunci}: {nilai} is not a date",
    ),
    "masalah.bukan-tanggal.saran": Text(
        "tulis tahun-bulan-hari, misalnya 2026-03-31",
        "write year-month-day, such as 2026-03-31",
    ),
    "masalah.bukan-waktu": Text(
        "{kunci}: {nilai} bukan tanggal atau waktu",
        "{kunci}: {nilai} is not a date or a moment",
    ),
    "masalah.bukan-waktu.saran": Text(
        "tulis tahun-bulan-hari, bila perlu dengan jam: 2026-10-15 08.30",
        "write year-month-day, with the hour where it matters: 2026-10-15 08.30",
    ),
    "masalah.bukan-lama": Text(
        "{kunci}: {nilai} bukan lama waktu",
        "{kunci}: {nilai} is not a length of time",
    ),
    "masalah.bukan-lama.saran": Text(
        "tulis bilangan dan satuannya: 15 menit, 5 jam, atau 1 hari",
        "write a number and its unit: 15 menit, 5 jam or 1 hari",
    ),
    "masalah.bukan-rentang-jam": Text(
        "{kunci}: {nilai} bukan rentang jam",
        "{kunci}: {nilai} is not a stretch of hours",
    ),
    "masalah.bukan-rentang-jam.saran": Text(
        "tulis jam mulai dan jam selesai: 07.30-12.00",
        "write the hour it begins and ends: 07.30-12.00",
    ),
    "masalah.bukan-tautan": Text(
        "{kunci}: {nilai} bukan tautan lengkap",
        "{kunci}: {nilai} is not a whole link",
    ),
    "masalah.bukan-tautan.saran": Text(
        "awali dengan https:// atau http://; letak berkas di bawah data/ ditulis pada `berkas:`",
        "begin it with https:// or http://; a file under data/ is named with `berkas:`",
    ),
    "masalah.tanggal-mustahil": Text(
        "{kunci}: tanggal {nilai} tidak ada dalam kalender",
        "{kunci}: {nilai} is not a day of the calendar",
    ),
    "masalah.tanggal-mustahil.saran": Text(
        "periksa bulan dan harinya; tulis tahun-bulan-hari, misalnya 2026-03-31",
        "check month and day; write year-month-day, such as 2026-03-31",
    ),
    "masalah.bukan-ya-tidak": Text(
        "{kunci}: {nilai} bukan ya atau tidak",
        "{kunci}: {nilai} is neither ya nor tidak",
    ),
    "masalah.bukan-ya-tidak.saran": Text(
        "tulis ya atau tidak",
        "write ya or tidak",
    ),
    "masalah.kode-tidak-dikenal": Text(
        "{jenis} {kode} tidak dikenal",
        "{jenis} {kode} is not known",
    ),
    "masalah.kode-tidak-dikenal.saran": Text(
        "pakai kode yang sudah ditetapkan di badan.yaml atau perjanjian-kinerja.yaml, atau tambahkan di sana",
        "use a kode that badan.yaml or perjanjian-kinerja.yaml defines, or add it there",
    ),
    "masalah.definisi-ganda": Text(
        "{jenis} {kode} sudah ditetapkan di {tempat}",
        "{jenis} {kode} is already defined at {tempat}",
    ),
    "masalah.definisi-ganda.saran": Text(
        "beri kode lain, atau hapus salah satu",
        "give it another kode, or delete one of them",
    ),
    "masalah.kode-ganda": Text(
        "{kode} sudah ada dalam daftar ini, di baris {baris}",
        "{kode} stands already in this list, on line {baris}",
    ),
    "masalah.kode-ganda.saran": Text(
        "gabungkan keduanya, atau betulkan kodenya",
        "merge the two, or correct the kode",
    ),
    "masalah.pecahan-tidak-lengkap": Text(
        "ada {ada}, tetapi {kurang} belum diisi",
        "there is {ada}, but {kurang} is not filled in",
    ),
    "masalah.pecahan-tidak-lengkap.saran": Text(
        "isi pembilang dan penyebut keduanya, atau kosongkan keduanya",
        "fill in both pembilang and penyebut, or leave both empty",
    ),
    "masalah.realisasi-dua-cara": Text(
        "realisasi diisi dua kali: sebagai angka dan sebagai pembilang/penyebut",
        "realisasi is given twice: as a number and as pembilang/penyebut",
    ),
    "masalah.realisasi-dua-cara.saran": Text(
        "hapus salah satu",
        "delete one of them",
    ),
    # --- checks of the domain ----------------------------------------------------------------------------------
    "masalah.nilai-negatif": Text(
        "indikator {kode}: realisasi {nilai} di bawah nol", "indikator {kode}: a realisasi of {nilai} is below zero"
    ),
    "masalah.nilai-negatif.saran": Text(
        "perbaiki nilainya, atau tulis `penjelasan:` di sampingnya",
        "mend the value, or write a `penjelasan:` beside it",
    ),
    "masalah.tanggal-di-luar-masa": Text(
        "{nama} bertanggal {tanggal}, padahal triwulan ini berakhir {akhir}",
        "{nama} is dated {tanggal} although this quarter ends on {akhir}",
    ),
    "masalah.tanggal-di-luar-masa.saran": Text(
        "periksa tanggalnya; tersalin dari triwulan lain?", "check the date; was it copied from another quarter?"
    ),
    "masalah.tanpa-hari-libur": Text(
        "hari libur tahun {tahun} belum ada, jadi waktu langkah dihitung tanpa hari libur",
        "the holidays of {tahun} are not there, so the time that steps took is counted without any",
    ),
    "masalah.tanpa-hari-libur.saran": Text(
        "isi menurut SKB hari libur nasional dan cuti bersama tahun {tahun}",
        "fill them in from the joint decree on the holidays of {tahun}",
    ),
    "masalah.nomor-surat-berulang": Text(
        "nomor surat {nomor} sudah dipakai di {berkas}", "letter number {nomor} is already used in {berkas}"
    ),
    "masalah.nomor-surat-berulang.saran": Text("tulis nomor surat ini sendiri", "write this letter's own number"),
    "masalah.triwulan-lain": Text(
        "teks ini menyebut Triwulan {disebut}, padahal ini Triwulan {periode}",
        "this text names Triwulan {disebut} although this is Triwulan {periode}",
    ),
    "masalah.triwulan-lain.saran": Text(
        "periksa teksnya; tersalin dari triwulan lain?", "check the text; was it copied from another quarter?"
    ),
    "masalah.kebijakan-belum-berlaku": Text(
        "tidak ada kebijakan yang berlaku pada {tanggal}, hari terakhir periode",
        "no policy (kebijakan) is in force on {tanggal}, the period's last day",
    ),
    "masalah.kebijakan-belum-berlaku.saran": Text(
        "tambahkan kebijakan dengan berlaku_sejak yang lebih awal",
        "add a kebijakan with an earlier berlaku_sejak",
    ),
    "masalah.batas-mustahil": Text("batas {batas} tidak mungkin", "a cap (batas) of {batas} is impossible"),
    "masalah.batas-mustahil.saran": Text(
        "tulis persen di atas 0, misalnya 120, atau `tanpa`", "write a percentage above 0, such as 120, or `tanpa`"
    ),
    "masalah.skala-tanpa-dasar": Text(
        "rentang terendah ({predikat}) masih punya batas bawah, jadi nilai di bawahnya tidak berpredikat",
        "the lowest band ({predikat}) still has a lower bound, so values below it have no predikat",
    ),
    "masalah.skala-tanpa-dasar.saran": Text("hapus di_atas pada rentang terakhir", "remove di_atas from the last band"),
    "masalah.skala-tanpa-batas-bawah": Text(
        "rentang {predikat} tidak punya di_atas, padahal bukan yang terendah",
        "the band {predikat} has no di_atas although it is not the lowest",
    ),
    "masalah.skala-tanpa-batas-bawah.saran": Text(
        "beri di_atas, atau pindahkan rentang ini ke urutan terakhir", "give it a di_atas, or move it to the end"
    ),
    "masalah.skala-tidak-urut": Text(
        "rentang {predikat} tidak urut dari tinggi ke rendah", "the band {predikat} is not in order from high to low"
    ),
    "masalah.skala-tidak-urut.saran": Text(
        "urutkan rentang: di_atas terbesar lebih dahulu", "order the bands: the greatest di_atas first"
    ),
    "masalah.skala-berlubang": Text(
        "rentang {predikat} berakhir di {sampai}, rentang di atasnya mulai di {di_atas}: nilai di antaranya tidak berpredikat",
        "the band {predikat} ends at {sampai}, the band above begins at {di_atas}: values between have no predikat",
    ),
    "masalah.skala-berlubang.saran": Text(
        "samakan `sampai` dengan `di_atas` rentang di atasnya, atau hapus `sampai`",
        "make `sampai` equal to `di_atas` of the band above, or remove `sampai`",
    ),
    "masalah.skala-tumpang-tindih": Text(
        "rentang {predikat} sampai {sampai}, padahal rentang di atasnya sudah mulai di {di_atas}",
        "the band {predikat} reaches {sampai} although the band above begins at {di_atas}",
    ),
    "masalah.skala-tumpang-tindih.saran": Text(
        "samakan `sampai` dengan `di_atas` rentang di atasnya, atau hapus `sampai`",
        "make `sampai` equal to `di_atas` of the band above, or remove `sampai`",
    ),
    "masalah.nip-tidak-lazim": Text(
        "NIP {nip} ({nama}) tidak berbentuk 18 digit yang lazim", "NIP {nip} ({nama}) has not the usual 18 digits"
    ),
    "masalah.nip-tidak-lazim.saran": Text(
        "susunannya: tanggal lahir YYYYMMDD, tahun dan bulan pengangkatan YYYYMM (PPPK: YYYY21), jenis kelamin 1/2, tiga digit",
        "its parts: birth YYYYMMDD, appointment YYYYMM (PPPK: YYYY21), sex 1/2, three digits",
    ),
    "masalah.pejabat-tanpa-unit": Text(
        "{nama} berperan {peran}, tetapi unitnya tidak disebut", "{nama} is a {peran} but no unit is named"
    ),
    "masalah.pejabat-tanpa-unit.saran": Text("tambahkan `unit:`", "add `unit:`"),
    "masalah.masa-jabatan-terbalik": Text(
        "masa jabatan {nama} berakhir sebelum dimulai", "the term of {nama} ends before it begins"
    ),
    "masalah.masa-jabatan-terbalik.saran": Text(
        "periksa berlaku_sejak dan berlaku_sampai", "check berlaku_sejak and berlaku_sampai"
    ),
    "masalah.pejabat-tidak-ada": Text(
        "tidak ada {peran} yang berwenang pada {tanggal}", "no {peran} is in office on {tanggal}"
    ),
    "masalah.pejabat-tidak-ada.saran": Text(
        "tambahkan pejabat di data/badan.yaml, bila perlu dengan sebutan Plt. atau Plh.",
        "add the official to data/badan.yaml, with sebutan Plt. or Plh. where it applies",
    ),
    "masalah.dalam-bukan-rentang": Text(
        "indikator {kode}: arah `dalam` hanya untuk jenis_target rentang",
        "indikator {kode}: arah `dalam` is for jenis_target rentang only",
    ),
    "masalah.dalam-bukan-rentang.saran": Text(
        "tulis jenis_target: rentang, atau pilih arah naik/turun", "write jenis_target: rentang, or choose naik/turun"
    ),
    "masalah.predikat-arah": Text(
        "indikator {kode}: jenis_target predikat selalu berarah naik",
        "indikator {kode}: a predikat always has arah naik",
    ),
    "masalah.predikat-arah.saran": Text("hapus `arah:`", "remove `arah:`"),
    "masalah.jumlah-predikat": Text(
        "indikator {kode}: predikat tidak dapat dijumlahkan", "indikator {kode}: labels cannot be added up"
    ),
    "masalah.jumlah-predikat.saran": Text("tulis akumulasi: posisi", "write akumulasi: posisi"),
    "masalah.predikat-tanpa-skala": Text(
        "indikator {kode}: jenis_target predikat perlu skala_label", "indikator {kode}: a predikat needs a skala_label"
    ),
    "masalah.predikat-tanpa-skala.saran": Text(
        "tambahkan `skala_label:` dengan nama skala dari data/badan.yaml",
        "add `skala_label:` with a scale's name from data/badan.yaml",
    ),
    "masalah.pecahan-separuh": Text(
        "indikator {kode}: pembilang dan penyebut dinyatakan berdua atau tidak sama sekali",
        "indikator {kode}: pembilang and penyebut are declared both or not at all",
    ),
    "masalah.pecahan-separuh.saran": Text("lengkapi yang kurang", "add the missing one"),
    "masalah.jumlah-persen": Text(
        "indikator {kode}: persentase tidak dapat dijumlahkan tanpa pembilang dan penyebut",
        "indikator {kode}: percentages cannot be added up without pembilang and penyebut",
    ),
    "masalah.jumlah-persen.saran": Text(
        "nyatakan pembilang dan penyebut di PK, atau pilih akumulasi posisi/kumulatif",
        "declare pembilang and penyebut in the PK, or choose akumulasi posisi/kumulatif",
    ),
    "masalah.rumus-tidak-dipakai": Text(
        "indikator {kode}: rumus hanya untuk angka berarah turun",
        "indikator {kode}: rumus is for angka with arah turun",
    ),
    "masalah.rumus-tidak-dipakai.saran": Text("hapus `rumus:`", "remove `rumus:`"),
    "masalah.nilai-r-nol-perlu": Text(
        "indikator {kode}: rumus T/R tanpa batas perlu nilai_r_nol, sebab realisasi 0 tidak dapat dibagi",
        "indikator {kode}: T/R without a cap needs nilai_r_nol, because nothing is divided by a realisasi of 0",
    ),
    "masalah.nilai-r-nol-perlu.saran": Text(
        "tambahkan `nilai_r_nol:`, misalnya 200; ini sekaligus nilai tertinggi indikator itu",
        "add `nilai_r_nol:`, such as 200; it is also the highest value of that indikator",
    ),
    "masalah.nilai-r-nol-kecil": Text(
        "indikator {kode}: nilai_r_nol di bawah 100 membuat hasil terbaik tampak gagal",
        "indikator {kode}: a nilai_r_nol below 100 makes the best result look like a miss",
    ),
    "masalah.nilai-r-nol-kecil.saran": Text("tulis 100 atau lebih", "write 100 or more"),
    "masalah.nilai-bukan-rentang": Text(
        "indikator {kode} berjenis {jenis}; rentang tidak berlaku di sini",
        "indikator {kode} is of jenis {jenis}; a range does not belong here",
    ),
    "masalah.nilai-bukan-rentang.saran": Text(
        "tulis satu nilai, atau jenis_target: rentang di PK", "write one value, or jenis_target: rentang in the PK"
    ),
    "masalah.rentang-terbalik": Text(
        "indikator {kode}: min {min} lebih besar daripada max {max}", "indikator {kode}: min {min} is above max {max}"
    ),
    "masalah.rentang-terbalik.saran": Text("tukar keduanya", "swap the two"),
    "masalah.nilai-bukan-angka": Text(
        "indikator {kode} mengharapkan angka, bukan `{nilai}`", "indikator {kode} expects a number, not `{nilai}`"
    ),
    "masalah.nilai-bukan-angka.saran": Text(
        "tulis angkanya saja, dengan titik desimal; nihil ditulis 0, yang belum ada dikosongkan",
        "write the number alone, with a decimal point; write 0 for nought, leave it empty if there is none yet",
    ),
    "masalah.nilai-bukan-label": Text(
        "indikator {kode} mengharapkan label, bukan angka {nilai}", "indikator {kode} expects a label, not {nilai}"
    ),
    "masalah.nilai-bukan-label.saran": Text(
        "tulis salah satu label pada skala_label indikator itu", "write one of the labels of its skala_label"
    ),
    "masalah.label-tidak-dikenal": Text(
        "indikator {kode}: label `{nilai}` tidak ada dalam skalanya",
        "indikator {kode}: the label `{nilai}` is not in its scale",
    ),
    "masalah.label-tidak-dikenal.saran": Text("pilih salah satu: {label}", "choose one of: {label}"),
    "masalah.target-bukan-rentang": Text(
        "indikator {kode}: target rentang ditulis {{min: …, max: …}}, bukan {nilai}",
        "indikator {kode}: a range target is written {{min: …, max: …}}, not {nilai}",
    ),
    "masalah.target-bukan-rentang.saran": Text("tulis {{min: a, max: b}}", "write {{min: a, max: b}}"),
    "masalah.ribuan-atau-desimal": Text(
        "{nilai}: titik ini pemisah ribuan atau desimal?", "{nilai}: is this point a thousands or a decimal separator?"
    ),
    "masalah.ribuan-atau-desimal.saran": Text(
        "ribuan? tulis {ribuan}; desimal? tulis {desimal}", "thousands? write {ribuan}; decimals? write {desimal}"
    ),
    "masalah.target-negatif": Text(
        "indikator {kode}: target {nilai} negatif, capaiannya tidak dapat dihitung",
        "indikator {kode}: the target {nilai} is negative, so no achievement can be computed",
    ),
    "masalah.target-negatif.saran": Text(
        "rumuskan indikator sehingga targetnya 0 atau lebih", "phrase the indikator so that its target is 0 or more"
    ),
    "masalah.target-tidak-membentuk-tahun": Text(
        "indikator {kode}: target triwulan membentuk {terbentuk}, target tahun {tahun}",
        "indikator {kode}: the quarterly targets make {terbentuk}, the annual target is {tahun}",
    ),
    "masalah.target-tidak-membentuk-tahun.saran": Text(
        "perbaiki target, atau tulis `penjelasan:` pada indikator itu",
        "mend the targets, or write a `penjelasan:` in that indikator",
    ),
    "masalah.bobot-tidak-lengkap": Text(
        "indikator {kode} tidak berbobot, padahal indikator lain berbobot",
        "indikator {kode} has no bobot although others have one",
    ),
    "masalah.bobot-tidak-lengkap.saran": Text(
        "beri bobot pada semua indikator atau tidak sama sekali", "give a bobot to all indikator or to none"
    ),
    "masalah.bobot-mustahil": Text(
        "indikator {kode}: bobot {bobot} tidak mungkin", "indikator {kode}: a bobot of {bobot} is impossible"
    ),
    "masalah.bobot-mustahil.saran": Text("tulis angka di atas 0", "write a number above 0"),
    "masalah.anggaran-tidak-lengkap": Text(
        "baris anggaran terendah {kode} tidak punya `{kunci}`", "the lowest budget row {kode} has no `{kunci}`"
    ),
    "masalah.anggaran-tidak-lengkap.saran": Text("tambahkan `{kunci}:`", "add `{kunci}:`"),
    "masalah.anggaran-berlebih": Text(
        "baris anggaran {kode} punya rincian, jadi `{kunci}` tidak boleh ditulis di sini",
        "the budget row {kode} has rows below it, so `{kunci}` does not belong here",
    ),
    "masalah.anggaran-berlebih.saran": Text(
        "pindahkan ke baris terendah di bawahnya", "move it to the lowest rows below"
    ),
    "masalah.anggaran-bukan-terendah": Text(
        "{kode} punya rincian; realisasi dan pagu ditulis pada baris terendah",
        "{kode} has rows below it; spending and pagu belong to the lowest rows",
    ),
    "masalah.anggaran-bukan-terendah.saran": Text("pakai kode baris terendah", "use the kode of a lowest row"),
    "masalah.bukan-pemilik": Text(
        "indikator {kode} milik unit {pemilik}, bukan {unit}", "indikator {kode} belongs to unit {pemilik}, not {unit}"
    ),
    "masalah.bukan-pemilik.saran": Text(
        "pindahkan ke berkas unit {pemilik}, atau perbaiki penanggung_jawab di PK",
        "move it to the file of unit {pemilik}, or mend penanggung_jawab in the PK",
    ),
    "masalah.bukan-pemilik-anggaran": Text(
        "anggaran {kode} milik unit {pemilik}, bukan {unit}", "budget row {kode} belongs to unit {pemilik}, not {unit}"
    ),
    "masalah.bukan-pemilik-anggaran.saran": Text(
        "pindahkan ke berkas unit {pemilik}, atau perbaiki penanggung_jawab di PK",
        "move it to the file of unit {pemilik}, or mend penanggung_jawab in the PK",
    ),
    "masalah.pecahan-perlu": Text(
        "indikator {kode} dijumlahkan sebagai pecahan: isi pembilang dan penyebut, bukan hasil baginya",
        "indikator {kode} is added up as a ratio: give pembilang and penyebut, not their quotient",
    ),
    "masalah.pecahan-perlu.saran": Text(
        "ganti dengan `pembilang:` dan `penyebut:`", "replace it by `pembilang:` and `penyebut:`"
    ),
    "masalah.pecahan-tidak-dinyatakan": Text(
        "indikator {kode} tidak menyatakan pembilang dan penyebut di PK",
        "indikator {kode} declares no pembilang and penyebut in the PK",
    ),
    "masalah.pecahan-tidak-dinyatakan.saran": Text(
        "tambahkan `pembilang:` dan `penyebut:` di PK, atau isi `realisasi:`",
        "add `pembilang:` and `penyebut:` to the PK, or give `realisasi:`",
    ),
    "masalah.koreksi-ganda": Text("indikator {kode} dikoreksi dua kali", "indikator {kode} is corrected twice"),
    "masalah.koreksi-ganda.saran": Text("hapus salah satu", "remove one of them"),
    "masalah.koreksi-tanpa-isian": Text(
        "indikator {kode} dikoreksi, padahal unit belum mengisi nilainya",
        "indikator {kode} is corrected although the unit has typed no value",
    ),
    "masalah.koreksi-tanpa-isian.saran": Text(
        "isi nilainya di berkas unit; koreksi hanya untuk nilai yang sudah ada",
        "type the value in the unit's file; a koreksi is for a value that is there",
    ),
    "masalah.koreksi-basi": Text(
        "indikator {kode}: `semula` tidak sama dengan yang diketik unit ({diketik})",
        "indikator {kode}: `semula` is not what the unit typed ({diketik})",
    ),
    "masalah.koreksi-basi.saran": Text(
        "tulis `semula: {diketik}`, seperti di berkas unit; bila unit sudah mengubah nilainya sesudah rapat dan koreksi tidak perlu lagi, hapus koreksi ini",
        "write `semula: {diketik}`, as in the unit's file; if the unit has changed its value since the meeting and the koreksi is no longer needed, remove it",
    ),
    "masalah.kumulatif-turun": Text(
        "indikator {kode}: nilai kumulatif turun dari {lalu} menjadi {kini}",
        "indikator {kode}: a kumulatif value falls from {lalu} to {kini}",
    ),
    "masalah.kumulatif-turun.saran": Text(
        "perbaiki nilainya, atau tulis `penjelasan:` di sampingnya",
        "mend the value, or write a `penjelasan:` beside it",
    ),
    "masalah.pembilang-melebihi-penyebut": Text(
        "indikator {kode}: pembilang {pembilang} melebihi penyebut {penyebut} pada persentase",
        "indikator {kode}: pembilang {pembilang} exceeds penyebut {penyebut} on a percentage",
    ),
    "masalah.pembilang-melebihi-penyebut.saran": Text(
        "perbaiki nilainya, atau tulis `penjelasan:` di sampingnya",
        "mend the value, or write a `penjelasan:` beside it",
    ),
    "masalah.realisasi-melebihi-pagu": Text(
        "anggaran {kode}: realisasi {realisasi} melebihi pagu {pagu}",
        "budget row {kode}: spending {realisasi} exceeds pagu {pagu}",
    ),
    "masalah.realisasi-melebihi-pagu.saran": Text(
        "perbaiki nilainya, atau tulis `penjelasan:` di sampingnya",
        "mend the value, or write a `penjelasan:` beside it",
    ),
    "masalah.realisasi-anggaran-turun": Text(
        "anggaran {kode}: realisasi {realisasi} lebih kecil daripada triwulan lalu ({lalu})",
        "budget row {kode}: spending {realisasi} is below last quarter's ({lalu})",
    ),
    "masalah.realisasi-anggaran-turun.saran": Text(
        "angka ini s.d. triwulan; ada pengembalian? tulis `penjelasan:` di sampingnya",
        "this number is s.d. the quarter; was there a refund? write a `penjelasan:` beside it",
    ),
    "masalah.bukti-tidak-ada": Text(
        "indikator {kode}: realisasi tanpa bukti dukung", "indikator {kode}: a realisasi without evidence (bukti)"
    ),
    "masalah.bukti-tidak-ada.saran": Text(
        "tambahkan `bukti:` dengan uraian dan berkas atau tautan", "add `bukti:` with uraian and berkas or tautan"
    ),
    "masalah.capaian-pencilan": Text(
        "indikator {kode}: capaian {capaian} % jauh di atas target", "indikator {kode}: {capaian} % is far above target"
    ),
    "masalah.capaian-pencilan.saran": Text(
        "periksa satuan, target, dan realisasinya", "check its satuan, target and realisasi"
    ),
    "masalah.faktor-belum-lengkap": Text(
        "indikator {kode} di bawah target, tetapi belum memuat: {kurang}",
        "indikator {kode} is below target but lacks: {kurang}",
    ),
    "masalah.faktor-belum-lengkap.saran": Text("lengkapi di berkas unit", "complete it in the unit's file"),
    "masalah.tindak-lanjut-tidak-ada": Text(
        "indikator {kode}: tindak lanjut nomor {nomor} tidak ada; triwulan lalu mencatat {banyak}",
        "indikator {kode}: there is no tindak lanjut number {nomor}; last quarter has {banyak}",
    ),
    "masalah.tindak-lanjut-tidak-ada.saran": Text("periksa `nomor:`", "check `nomor:`"),
    "masalah.tindak-lanjut-ganda": Text(
        "indikator {kode}: tindak lanjut nomor {nomor} dijawab dua kali",
        "indikator {kode}: tindak lanjut number {nomor} is answered twice",
    ),
    "masalah.tindak-lanjut-ganda.saran": Text(
        "betulkan `nomor:` (urutannya pada isian triwulan lalu), atau gabungkan kedua jawaban",
        "correct `nomor:` (its place in last quarter's file), or merge the two answers",
    ),
    "masalah.tindak-lanjut-belum-dijawab": Text(
        "indikator {kode}: tindak lanjut nomor {nomor} dari triwulan lalu belum dijawab",
        "indikator {kode}: tindak lanjut number {nomor} of last quarter is not answered",
    ),
    "masalah.tindak-lanjut-belum-dijawab.saran": Text(
        "tambahkan `tindak_lanjut_lalu:` dengan nomor, status, dan keterangan",
        "add `tindak_lanjut_lalu:` with nomor, status and keterangan",
    ),
    "masalah.tanggal-tidak-urut": Text(
        "{nama} bertanggal {tanggal}, lebih dahulu daripada {sebelum} ({sejak})",
        "{nama} is dated {tanggal}, before {sebelum} ({sejak})",
    ),
    "masalah.tanggal-tidak-urut.saran": Text(
        "urutan SOP: disposisi, kompilasi, undangan, rapat, notulen, penyusunan, validasi, pemeriksaan, penandatanganan, penyerahan, surat pengantar, arsip",
        "the SOP's order: disposisi, kompilasi, undangan, rapat, notulen, penyusunan, validasi, pemeriksaan, penandatanganan, penyerahan, surat pengantar, arsip",
    ),
    "masalah.selesai-sebelum-mulai": Text(
        "langkah {langkah} selesai ({selesai}) sebelum mulai ({mulai})",
        "step {langkah} ends ({selesai}) before it begins ({mulai})",
    ),
    "masalah.selesai-sebelum-mulai.saran": Text("periksa `mulai` dan `selesai`", "check `mulai` and `selesai`"),
    "masalah.bukan-wewenang": Text(
        "langkah {langkah}: {nama} bukan pejabat yang berwenang pada {tanggal}",
        "step {langkah}: {nama} is not an official who may do this on {tanggal}",
    ),
    "masalah.bukan-wewenang.saran": Text(
        "tulis nama seperti pada `pejabat` di data/badan.yaml (yang berlaku hari itu dan berperan untuk langkah ini menurut data/sop.yaml), atau tambahkan pejabatnya",
        "write the name as in `pejabat` of data/badan.yaml (in force that day, with a role for this step in data/sop.yaml), or add the official",
    ),
    "masalah.langkah-ganda": Text("langkah {nomor} ditulis dua kali", "step {nomor} stands there twice"),
    "masalah.langkah-ganda.saran": Text("hapus salah satunya", "delete one of them"),
    "masalah.langkah-hilang": Text("langkah {nomor} tidak ada", "step {nomor} is missing"),
    "masalah.langkah-hilang.saran": Text(
        "SOP mempunyai sebelas langkah; tambahkan yang hilang", "the SOP has eleven steps; add what is missing"
    ),
    "masalah.putaran-tidak-urut": Text(
        "indikator {kode}: putaran validasi tidak urut waktu", "indikator {kode}: rounds of validation out of order"
    ),
    "masalah.putaran-tidak-urut.saran": Text(
        "putaran terakhir yang menentukan: urutkan menurut tanggal", "the last round counts: order them by date"
    ),
    "masalah.validasi-terbuka": Text(
        "indikator {kode}: putaran validasi terakhir masih tidak sesuai",
        "indikator {kode}: the last round of validation still says tidak sesuai",
    ),
    "masalah.validasi-terbuka.saran": Text(
        "selesaikan temuan, lalu tambahkan putaran baru", "settle the finding, then add a round"
    ),
    "masalah.nomor-surat-tidak-lazim": Text(
        "nomor surat {nomor} tidak mengikuti pola {pola}", "letter number {nomor} does not follow the pattern {pola}"
    ),
    "masalah.nomor-surat-tidak-lazim.saran": Text(
        "perbaiki nomornya, atau pola_nomor_surat di data/badan.yaml",
        "mend the number, or pola_nomor_surat in data/badan.yaml",
    ),
}


def text(code: str, language: str, /, **args: str) -> str:
    """The message of a code in "id" or "en" with its placeholders filled; KeyError for a code that is not here."""
    message = MESSAGES[code]
    return (message.id if language == "id" else message.en).format(**args)


def language_of(option: str | None = None, environ: Mapping[str, str] | None = None) -> str:
    """The terminal's language: `--bahasa`, else KINERJA_BAHASA, else the locale, else English."""
    env = os.environ if environ is None else environ
    for value in (option, env.get("KINERJA_BAHASA")):
        if value in ("id", "en"):
            return value
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "id" if locale.lower().startswith(("id", "in_id")) else "en"
