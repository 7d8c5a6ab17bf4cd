"""Templates of steps 6 to 8 and of the SOP's course: lembar unit, berita acara, pemeriksaan, kendali, draf, pindaian.

Each function names the context whose fields its template uses; prose that needs no number is written here.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.table import Table
from gaya import (
    ISI,
    ISI_KECIL,
    KANAN_KECIL,
    SURAT,
    TENGAH,
    TENGAH_KECIL,
    Tepi,
    catatan,
    dokumen_baru,
    kendali,
    kolom,
    kop_surat,
    lebar_isi,
    paragraf,
    pasangan,
    penanda_tangan,
    spasi,
    tabel,
    tanpa_kaki_halaman,
)
from potongan import baris_jumlah, bila_ada, ulang

LANSKAP = Tepi(atas=15, kiri=20, kanan=20, bawah=20, kop=10)
PINDAIAN = Tepi(atas=5, kiri=5, kanan=5, bawah=5, kop=0)


def _judul(dok: Document, *baris: str) -> None:
    for teks in baris:
        paragraf(dok, teks, "Judul Surat")
    spasi(dok, 6)


def _penutup(dok: Document, nama: str, *atas: str) -> None:
    """The block of who signs, at the right; it stays with what stands above it, so that it never has a page alone."""
    spasi(dok, 6)
    dok.paragraphs[-1].paragraph_format.keep_with_next = True
    ((_, kanan),) = kolom(dok, (46, 54))
    for teks in atas:
        paragraf(kanan, teks, "Penanda Tangan Jabatan")
    penanda_tangan(kanan, nama)


def _lengket(tabel_: Table) -> None:
    """A short table in one piece, with what follows it."""
    for baris in tabel_.rows:
        for sel in baris.cells:
            for par in sel.paragraphs:
                par.paragraph_format.keep_with_next = True


def _tinggi_baris(tabel_: Table, nomor: int, mm: float) -> None:
    """Room to sign in a row."""
    tabel_.rows[nomor].height = Mm(mm)
    tabel_.rows[nomor].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST


def _baris_titik(dok: Document, banyak: int) -> None:
    """Lines to write on by hand."""
    for _ in range(banyak):
        par = paragraf(dok, "\t", "Isi Pasangan")
        par.paragraph_format.tab_stops.add_tab_stop(
            lebar_isi(dok.sections[-1]), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        par.paragraph_format.space_before = Pt(4)


# --- step 6 ------------------------------------------------------------------------------------------------------


def lembar_unit() -> Document:
    """Fields: `pipeline.documents.lembar_unit.LembarUnitKonteks`."""
    dok = dokumen_baru(
        "Lembar Pengukuran Kinerja {{ unit }} {{ periode }}",
        subjek="Pengukuran kinerja unit kerja",
        penulis="{{ kop.badan }}",
        tepi=LANSKAP,
        lanskap=True,
    )
    kop_surat(dok)
    _judul(dok, "Lembar Pengukuran Kinerja", "{{ unit }}", "{{ periode }}")
    paragraf(dok, "{{ kalimat }}")
    kendali(dok, "if baris")
    _capaian_unit(dok)
    kendali(dok, "if catatan")
    catatan(dok, "*) Capaian dibatasi; angka sebelum dibatasi:")
    ulang(dok, "c", "catatan", gaya="Keterangan Tabel")
    kendali(dok, "endif")
    _uraian_unit(dok)
    kendali(dok, "endif")
    kendali(dok, "if anggaran.baris")
    _anggaran_unit(dok)
    kendali(dok, "endif")
    _penutup(dok, "pejabat", "{{ tempat_tanggal }}")
    return dok


def _capaian_unit(dok: Document) -> None:
    bidang = ("target_tahun", "target_tw", "realisasi", "capaian_tw", "capaian_tahun", "predikat")
    tabel(
        dok,
        [
            [
                "No.",
                "Indikator Kinerja",
                "Satuan",
                "Target Tahun {{ tahun }}",
                "Target s.d. TW {{ romawi }}",
                "Realisasi s.d. TW {{ romawi }}",
                ("Capaian (%)", 2),
                "Predikat",
            ],
            [None, None, None, None, None, None, "thd. Target s.d. TW {{ romawi }}", "thd. Target Tahun", None],
        ],
        [
            "for b in baris",
            [
                "{{ b.nomor }}",
                "{{ b.kode }} {{ b.indikator }}",
                "{{ b.satuan }}",
                *(f"{{{{ b.{x} }}}}" for x in bidang),
            ],
            "endfor",
        ],
        (4, 31, 10, 9, 9, 10, 9, 9, 9),
        gaya_kolom=(TENGAH, ISI, TENGAH, *(TENGAH,) * 6),
        judul="Capaian kinerja unit kerja",
    )


def _uraian_unit(dok: Document) -> None:
    paragraf(dok, "Faktor Pendorong, Faktor Penghambat, dan Tindak Lanjut", "Judul Bagian")

    def daftar(bidang: str) -> tuple[str, ...]:
        return (f"{{%p for x in u.{bidang} %}}", "{{ x }}", "{%p endfor %}")

    tabel(
        dok,
        [["Indikator Kinerja", "Faktor Pendorong", "Faktor Penghambat", "Tindak Lanjut"]],
        [
            "for u in uraian",
            [
                ("{{ u.kode }} {{ u.indikator }}", "{%p if u.koreksi %}", "//{{ u.koreksi }}//", "{%p endif %}"),
                daftar("faktor_pendorong"),
                daftar("faktor_penghambat"),
                daftar("tindak_lanjut"),
            ],
            "endfor",
        ],
        (22, 24, 24, 30),
        gaya_kolom=(ISI_KECIL,) * 4,
        kecil=True,
        judul="Faktor pendorong, faktor penghambat, dan tindak lanjut",
    )


def _anggaran_unit(dok: Document) -> None:
    paragraf(dok, "Realisasi Anggaran s.d. {{ periode }}", "Judul Bagian")
    bidang = ("pagu", "realisasi", "serapan")
    tabel_ = tabel(
        dok,
        [["Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)"]],
        [
            "for b in anggaran.baris",
            ["{{ b.kode }}", "{{ b.nama }}", *(f"{{{{ b.{x} }}}}" for x in bidang)],
            "endfor",
            ["**Jumlah**", "", *(f"**{{{{ anggaran.{x} }}}}**" for x in bidang)],
        ],
        (14, 44, 16, 16, 10),
        gaya_kolom=(ISI_KECIL, ISI_KECIL, *(KANAN_KECIL,) * 3),
        kecil=True,
        judul="Realisasi anggaran unit kerja",
    )
    baris_jumlah(tabel_, 4, 1)
    _lengket(tabel_)


# --- step 7 ------------------------------------------------------------------------------------------------------


def berita_acara_validasi() -> Document:
    """Fields: `pipeline.documents.berita_acara_validasi.BeritaAcaraValidasiKonteks`."""
    dok = dokumen_baru(
        "Berita Acara Hasil Validasi Dokumen Kinerja {{ periode }}",
        subjek="Hasil validasi dokumen kinerja",
        penulis="{{ kop.badan }}",
        tepi=SURAT,
    )
    kop_surat(dok)
    paragraf(dok, "Berita Acara Hasil Validasi Dokumen Kinerja", "Judul Surat")
    paragraf(dok, "{{ periode }}", "Judul Surat")
    paragraf(dok, "Nomor {{ nomor }}", "Nomor Surat")
    spasi(dok, 2)
    paragraf(
        dok,
        "Pada hari ini, {{ hari }}, bertempat di {{ tempat }}, telah dilaksanakan validasi dokumen kinerja "
        "{{ kop.badan }} {{ periode }} oleh unit kerja penanggung jawab indikator. {{ kalimat }} Hasil validasi setiap "
        "unit kerja adalah sebagai berikut.",
    )
    kendali(dok, "for u in unit")
    paragraf(dok, "{{ u.nama }}", "Judul Bagian")
    paragraf(dok, "{{ u.kalimat }}").paragraph_format.keep_with_next = True
    kendali(dok, "if u.baris")
    _hasil_validasi(dok)
    kendali(dok, "endif")
    kendali(dok, "endfor")
    spasi(dok, 2)
    paragraf(
        dok,
        "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
    ).paragraph_format.keep_with_next = True
    _validator(dok)
    _penutup(dok, "mengetahui", "Mengetahui,")
    return dok


def _hasil_validasi(dok: Document) -> None:
    bidang = ("target_tw", "realisasi", "putaran", "hasil", "catatan")
    tabel(
        dok,
        [
            [
                "No.",
                "Kode, Indikator Kinerja",
                "Target s.d. TW",
                "Realisasi s.d. TW",
                "Putaran",
                "Hasil",
                "Catatan/Tindak Lanjut",
            ]
        ],
        [
            "for b in u.baris",
            ["{{ b.nomor }}", "{{ b.kode }} {{ b.indikator }}", *(f"{{{{ b.{x} }}}}" for x in bidang)],
            "endfor",
        ],
        (5, 26, 9.5, 10.5, 9.5, 11.5, 28),
        gaya_kolom=(TENGAH_KECIL, ISI_KECIL, *(TENGAH_KECIL,) * 4, ISI_KECIL),
        kecil=True,
        judul="Hasil validasi per indikator",
    )


def _validator(dok: Document) -> None:
    paragraf(dok, "Validator", "Judul Bagian")
    tabel_ = tabel(
        dok,
        [["No.", "Nama/NIP", "Unit Kerja", "Tanda Tangan"]],
        [
            "for v in validator",
            [
                "{{ v.nomor }}",
                ("{{ v.nama }}", "{{ v.nip }}"),
                "{{ v.unit }}",
                ("{%p if v.kiri %}", "{{ v.nomor }} …………", "{%p else %}", "{{ v.nomor }} …………", "{%p endif %}"),
            ],
            "endfor",
        ],
        (6, 36, 28, 30),
        gaya_kolom=(TENGAH, ISI, ISI, ISI),
        judul="Validator",
    )
    _tinggi_baris(tabel_, 2, 12)
    for sel in tabel_.rows[2].cells:
        sel.vertical_alignment = 1
    kanan = tabel_.cell(2, 3).paragraphs[3]
    kanan.paragraph_format.left_indent = Mm(24)
    _lengket(tabel_)


# --- step 8 ------------------------------------------------------------------------------------------------------


def lembar_pemeriksaan() -> Document:
    """Fields: `pipeline.documents.lembar_pemeriksaan.LembarPemeriksaanKonteks`."""
    dok = dokumen_baru(
        "Lembar Pemeriksaan Dokumen Pengukuran Kinerja {{ periode }}",
        subjek="Pemeriksaan dokumen pengukuran kinerja",
        penulis="{{ kop.badan }}",
        tepi=SURAT,
    )
    kop_surat(dok)
    _judul(dok, "Lembar Pemeriksaan", "Dokumen Pengukuran Kinerja", "{{ periode }}")
    pasangan(
        dok,
        [
            ("Dokumen", "Dokumen Pengukuran Kinerja {{ badan }} {{ periode }}"),
            ("Waktu pemeriksaan", "{{ waktu }}"),
        ],
        (27, 3, 70),
        ISI,
    )
    spasi(dok, 2)
    tabel(
        dok,
        [["No.", "Hal yang Diperiksa", "Hasil", "Paraf"]],
        [
            "for b in baris",
            ["{{ b.nomor }}", "{{ b.hal }}", ("{%p for h in b.hasil %}", "{{ h }}", "{%p endfor %}"), ""],
            "endfor",
        ],
        (6, 25, 59, 10),
        gaya_kolom=(TENGAH, ISI, ISI, ISI),
        judul="Hal yang diperiksa",
    )
    kendali(dok, "if sidik")
    catatan(dok, "Sidik naskah yang diperiksa: {{ sidik }}")
    kendali(dok, "endif")
    paragraf(dok, "Catatan Pemeriksa", "Judul Bagian")
    kendali(dok, "if catatan")
    paragraf(dok, "{{ catatan }}")
    kendali(dok, "else")
    _baris_titik(dok, 2)
    kendali(dok, "endif")
    # Rows of one table stay on one page also in LibreOffice, where a paragraph does not stay with a table after it.
    ((kiri, kanan), (_, bawah)) = kolom(dok, (46, 54), 2)
    kesimpulan = kiri.merge(kanan)
    paragraf(kesimpulan, "Kesimpulan", "Judul Bagian").paragraph_format.keep_with_next = True
    paragraf(
        kesimpulan,
        "{% if disetujui %}☒{% else %}☐{% endif %} disetujui untuk disampaikan kepada Kepala Badan",
        "Isi Pasangan",
    )
    paragraf(kesimpulan, "☐ dikembalikan untuk diperbaiki", "Isi Pasangan").paragraph_format.space_after = Pt(12)
    paragraf(bawah, "{{ tempat_tanggal }}", "Penanda Tangan Jabatan")
    penanda_tangan(bawah, "pejabat")
    return dok


# --- the SOP's course --------------------------------------------------------------------------------------------


def lembar_kendali_sop() -> Document:
    """Fields: `pipeline.documents.lembar_kendali.LembarKendaliKonteks`."""
    dok = dokumen_baru(
        "Lembar Kendali SOP {{ sop }} {{ periode }}",
        subjek="Pelaksanaan SOP pengukuran kinerja",
        penulis="{{ kop.badan }}",
        tepi=LANSKAP,
        lanskap=True,
    )
    kop_surat(dok)
    paragraf(dok, "Lembar Kendali SOP {{ sop }}", "Judul Surat")
    paragraf(dok, "{{ periode }}", "Judul Surat")
    kendali(dok, "if nomor")
    paragraf(dok, "Nomor SOP {{ nomor }}", "Nomor Surat")
    kendali(dok, "endif")
    spasi(dok, 2)
    _langkah(dok)
    spasi(dok, 2)
    # Rows of one table stay on one page also in LibreOffice, where a paragraph does not stay with a table after it.
    ((kiri, kanan), (_, bawah)) = kolom(dok, (56, 44), 2)
    keadaan = paragraf(
        kiri.merge(kanan),
        "Keadaan naskah: **{{ keadaan }}**{% if revisi %} ({{ revisi }}){% endif %}. {{ kalimat }}",
        "Isi Pasangan",
    ).paragraph_format
    keadaan.keep_with_next, keadaan.space_after = True, Pt(10)
    paragraf(bawah, "{{ tempat_tanggal }}", "Penanda Tangan Jabatan")
    penanda_tangan(bawah, "pejabat")
    return dok


def _langkah(dok: Document) -> None:
    tabel(
        dok,
        [
            [
                "No.",
                "Kegiatan",
                "Pelaksana",
                "Kelengkapan",
                "Waktu Baku",
                "Waktu Nyata",
                "Output",
                "Dilaksanakan oleh",
                "Keadaan",
                "Paraf",
            ]
        ],
        [
            "for b in baris",
            [
                "{{ b.nomor }}",
                ("{{ b.kegiatan }}", "{%p if b.terkait %}", "//({{ b.terkait }})//", "{%p endif %}"),
                "{{ b.pelaksana }}",
                "{{ b.kelengkapan }}",
                "{{ b.waktu_baku }}",
                (
                    "{{ b.waktu }}",
                    "{%p if b.durasi %}",
                    "{{ b.durasi }}",
                    "{%p endif %}",
                    "{%p if b.melebihi %}",
                    "**melebihi waktu baku**",
                    "{%p endif %}",
                ),
                "{{ b.output }}",
                "{{ b.oleh }}",
                "{{ b.keadaan }}",
                "",
            ],
            "endfor",
        ],
        (3.5, 18.5, 12.5, 10, 5.5, 14.5, 10, 12, 8.5, 5),
        gaya_kolom=(
            TENGAH_KECIL,
            ISI_KECIL,
            ISI_KECIL,
            ISI_KECIL,
            TENGAH_KECIL,
            ISI_KECIL,
            ISI_KECIL,
            ISI_KECIL,
            TENGAH_KECIL,
            ISI_KECIL,
        ),
        kecil=True,
        judul="Sebelas langkah SOP",
    )


def lembar_draf() -> Document:
    """Fields: `pipeline.documents.lembar_draf.LembarDrafKonteks`."""
    dok = dokumen_baru(
        "Draf Dokumen Pengukuran Kinerja {{ badan }} {{ periode }}",
        subjek="Draf yang belum sah",
        penulis="{{ badan }}",
    )
    spasi(dok, 18)
    besar = paragraf(dok, "Draf – Belum Sah", "Title")
    for lari in besar.runs:
        lari.font.size = Pt(34)
    spasi(dok, 8)
    paragraf(dok, "Dokumen Pengukuran Kinerja", "Subtitle")
    nama = paragraf(dok, "{{ badan }}", "Subtitle").paragraph_format
    nama.left_indent = nama.right_indent = Mm(15)  # so that a long name breaks in halves
    paragraf(dok, "{{ pemerintah }}", "Subtitle")
    paragraf(dok, "{{ periode }}", "Subtitle")
    bila_ada(dok, "revisi", "Subtitle")
    spasi(dok, 12)
    paragraf(
        dok,
        "Naskah ini masih berupa draf dan tidak boleh digunakan sebagai dokumen kinerja sebelum langkah 1 sampai "
        "dengan langkah 8 SOP Pengukuran Kinerja selesai. SOP memperingatkan: “Jika salah satu prosedur tidak "
        "dilakukan, maka proses pengukuran kinerja tidak akan dapat dilaksanakan.”",
    )
    bila_ada(dok, "kalimat_revisi")
    kendali(dok, "if baris")
    paragraf(dok, "Langkah yang belum selesai", "Judul Bagian")
    tabel(
        dok,
        [["No.", "Langkah", "Pelaksana", "Yang Belum Ada"]],
        [
            "for b in baris",
            [
                "{{ b.nomor }}",
                "{{ b.kegiatan }}",
                "{{ b.pelaksana }}",
                ("{%p for k in b.kurang %}", "{{ k }}", "{%p endfor %}"),
            ],
            "endfor",
        ],
        (6, 32, 17, 45),
        gaya_kolom=(TENGAH, ISI, ISI, ISI),
        judul="Langkah yang belum selesai",
    )
    kendali(dok, "endif")
    return dok


def pindaian() -> Document:
    """Fields: `pipeline.documents.pindaian.PindaianKonteks`."""
    dok = dokumen_baru("{{ judul }}", subjek="Pindaian halaman yang ditandatangani", tepi=PINDAIAN)
    tanpa_kaki_halaman(dok)
    paragraf(dok, "{{ gambar }}", "Jarak", rata="center")
    return dok
