"""The short templates: surat pengantar, lembar pengesahan and the page of a picture; it knows no chapters."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from gaya import (
    SURAT,
    Wadah,
    dokumen_baru,
    kendali,
    kolom,
    kop_surat,
    paragraf,
    penanda_tangan,
    ruang_tanda_tangan,
    spasi,
    tabel,
)


def surat_pengantar() -> Document:
    """Fields: `pipeline.documents.surat_pengantar.SuratPengantarKonteks`."""
    dok = dokumen_baru(
        "Surat Pengantar {{ nomor }}",
        subjek="Surat pengantar dokumen pengukuran kinerja",
        penulis="{{ kop.badan }}",
        tepi=SURAT,
    )
    kop_surat(dok)
    paragraf(dok, "{{ tempat_tanggal }}", "Normal", rata="right")
    spasi(dok, 0)
    paragraf(dok, "Yth.\t{{ kepada }}", "Tujuan Surat")
    kendali(dok, "if melalui")
    paragraf(dok, "\t{{ melalui }}", "Tujuan Surat")
    kendali(dok, "endif")
    paragraf(dok, "di", "Tujuan Surat")
    paragraf(dok, "\t{{ di }}", "Tujuan Surat")
    spasi(dok, 12)
    paragraf(dok, "Surat Pengantar", "Judul Surat")
    paragraf(dok, "Nomor {{ nomor }}", "Nomor Surat")
    spasi(dok, 0)
    tabel(
        dok,
        [["No.", "Naskah Dinas yang Dikirim", "Banyaknya", "Keterangan"]],
        ["for n in naskah", ["{{ n.no }}", "{{ n.uraian }}", "{{ n.banyaknya }}", "{{ n.keterangan }}"], "endfor"],
        (7, 46, 18, 29),
        gaya_kolom=("Isi Tabel Surat Tengah", "Isi Tabel Surat", "Isi Tabel Surat Tengah", "Isi Tabel Surat"),
        gaya_kepala="Kepala Tabel Surat",
        gaya="Table Grid",
        judul="Naskah dinas yang dikirim",
    )
    spasi(dok, 12)
    _kaki_surat(dok)
    return dok


def _kaki_surat(dok: Document) -> None:
    """Left who received, filled in by hand; right who sends."""
    ((kiri, _, kanan), (kiri_bawah, _, kanan_bawah)) = kolom(dok, (44, 4, 52), 2)
    paragraf(kiri, "Diterima tanggal\t: \t", "Isian Tangan")
    paragraf(kiri, "Penerima", "Penanda Tangan Jabatan")
    paragraf(kiri, "Jabatan\t: \t", "Isian Tangan")
    for label in ("Nama", "NIP", "No. Telepon"):
        par = paragraf(kiri_bawah, f"{label}\t: \t", "Isian Tangan")
        if label == "Nama":
            ruang_tanda_tangan(par)
    paragraf(kanan, "\N{NO-BREAK SPACE}", "Isian Tangan")
    paragraf(kanan, "Pengirim", "Penanda Tangan Jabatan")
    penanda_tangan(kanan, "pengirim", bawah=kanan_bawah)


def lembar_pengesahan() -> Document:
    """Fields: `pipeline.documents.lembar_pengesahan.LembarPengesahanKonteks`."""
    dok = dokumen_baru(
        "Lembar Pengesahan Dokumen Pengukuran Kinerja {{ triwulan }} Tahun {{ tahun }}",
        subjek="Pengesahan dokumen pengukuran kinerja",
        penulis="{{ kop.badan }}",
    )
    # What the part tanda-tangan leaves open is as in Normal. Two names with their titles have to fit side by side.
    dok.styles["Normal"].font.size = Pt(11)
    dok.styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for gaya in ("Judul Surat", "Body Text"):
        dok.styles[gaya].font.size = Pt(12)
    paragraf(dok, "{% if kop.logo %}{{ kop.logo }}{% endif %}", "Normal", rata="center")
    spasi(dok, 0)
    paragraf(dok, "Lembar Pengesahan", "Subtitle")
    paragraf(dok, "Dokumen Pengukuran Kinerja", "Judul Surat")
    paragraf(dok, "{{ kop.badan }}", "Judul Surat")
    paragraf(dok, "{{ kop.pemerintah }}", "Judul Surat")
    paragraf(dok, "{{ triwulan }} Tahun {{ tahun }}", "Judul Surat")
    spasi(dok, 6)
    paragraf(
        dok,
        "Dokumen Pengukuran Kinerja {{ kop.badan }} {{ triwulan }} Tahun {{ tahun }} ini disusun, diperiksa, dan "
        "disahkan sebagai bahan pengendalian dan evaluasi kinerja serta penyusunan laporan kinerja.",
    )
    kendali(dok, "if revisi")
    paragraf(dok, "{{ revisi }}")
    kendali(dok, "endif")
    spasi(dok, 6)
    ((kiri, kanan), (kiri_bawah, kanan_bawah)) = kolom(dok, (50, 50), 2)
    _pengesah(kiri, "Disusun oleh", "disusun", kiri_bawah)
    _pengesah(kanan, "Diperiksa oleh", "diperiksa", kanan_bawah)
    spasi(dok, 18)
    ((_, tengah, _), (_, tengah_bawah, _)) = kolom(dok, (15, 70, 15), 2)
    _pengesah(tengah, "Disahkan oleh", "disahkan", tengah_bawah)
    return dok


def _pengesah(atas: Wadah, sebutan: str, nama: str, bawah: Wadah) -> None:
    paragraf(atas, f"{{{{ {nama}.tempat_tanggal }}}}", "Penanda Tangan Jabatan")
    paragraf(atas, sebutan, "Penanda Tangan Jabatan")
    penanda_tangan(atas, f"{nama}.pejabat", bawah=bawah)


def lampiran() -> Document:
    """Fields: `pipeline.documents.lampiran.LampiranKonteks`."""
    dok = dokumen_baru("{{ judul }}", subjek="Lampiran dokumen pengukuran kinerja")
    paragraf(dok, "{{ judul }}", "heading 1")
    paragraf(dok, "{{ gambar }}", "Normal", rata="center")
    return dok
