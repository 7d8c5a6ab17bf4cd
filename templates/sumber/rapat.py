"""The templates of SOP steps 1–5: disposisi, rekapitulasi, undangan, daftar hadir, notulen; it knows no chapters."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from gaya import (
    ISI,
    ISI_KECIL,
    KANAN_KECIL,
    SURAT,
    TENGAH,
    TENGAH_KECIL,
    SelKepala,
    Tepi,
    Wadah,
    arsir,
    butir,
    catatan,
    daftar_baru,
    dokumen_baru,
    gabung,
    kendali,
    keterangan,
    kolom,
    kop_surat,
    paragraf,
    pasangan,
    penanda_tangan,
    spasi,
    subbab,
    tabel,
)
from potongan import baris_jumlah, bila_ada

WARNA_KOREKSI = "FFF2CC"
TINGGI_TANDA_TANGAN = Mm(11)
REKAPITULASI = Tepi(atas=15, kiri=20, kanan=20, bawah=20)


def _surat(judul: str, subjek: str, *, huruf: float = 12) -> Document:
    """A sheet with the kop, of one quarter; `huruf` is the size of its text in points."""
    dok = dokumen_baru(
        f"{judul} {{{{ triwulan }}}} Tahun {{{{ tahun }}}}", subjek=subjek, penulis="{{ kop.badan }}", tepi=SURAT
    )
    for gaya in ("Normal", "Body Text", "List Number"):
        dok.styles[gaya].font.size = Pt(huruf)
    kop_surat(dok)
    return dok


def _jeda(wadah: Wadah, pt: float) -> None:
    """Room smaller than a line.

    LibreOffice tears a heading that stands right behind a table from its text at the end of a page: this goes between.
    """
    paragraf(wadah, "", "Jarak").paragraph_format.space_after = Pt(pt)


def _daftar(dok: Document, wadah: Wadah, satu: str, banyak: str) -> None:
    """A numbered list, flush left, also inside a cell."""
    nomor = daftar_baru(dok)
    kendali(wadah, f"for {satu} in {banyak}")
    bentuk = butir(wadah, f"{{{{ {satu} }}}}", nomor).paragraph_format
    bentuk.alignment, bentuk.left_indent, bentuk.first_line_indent = 0, Mm(8), Mm(-8)
    bentuk.line_spacing, bentuk.space_after = 1, Pt(1)
    kendali(wadah, "endfor")


def _daftar_atau_satu(dok: Document, sel: _Cell, satu: str, banyak: str, gaya: str) -> None:
    """A numbered list, or one line without a number."""
    kendali(sel, f"if {banyak}|length > 1")
    _daftar(dok, sel, satu, banyak)
    kendali(sel, "else")
    kendali(sel, f"for {satu} in {banyak}")
    paragraf(sel, f"{{{{ {satu} }}}}", gaya)
    kendali(sel, "endfor")
    kendali(sel, "endif")


def _di_kanan(dok: Document, *, kiri: float = 46) -> _Cell:
    """The cell at the right in which a block of one signer stands."""
    ((_, kanan),) = kolom(dok, (kiri, 100 - kiri))
    return kanan


# --- lembar disposisi --------------------------------------------------------------------------------------------


def lembar_disposisi() -> Document:
    """Fields: `pipeline.documents.lembar_disposisi.LembarDisposisiKonteks`."""
    dok = _surat("Lembar Disposisi", "Disposisi penyusunan dokumen pengukuran kinerja", huruf=11)
    paragraf(dok, "Lembar Disposisi", "Judul Surat")
    spasi(dok, 2)
    baris = kolom(dok, (46, 54), 5)
    formulir = dok.tables[-1]
    formulir.style = "Tabel Formulir"
    isian = (
        (("Nomor Agenda", "nomor_agenda"), ("Tanggal", "tanggal")),
        (("Sifat", "sifat"), ("Batas Waktu", "batas_waktu")),
        (("Hal", "hal"),),
    )
    for nomor, bidang in enumerate(isian):
        if len(bidang) == 1:
            formulir.cell(nomor, 0).merge(formulir.cell(nomor, 1))
        for sel, (label, nama) in zip(baris[nomor], bidang, strict=False):
            paragraf(sel, f"{label}\t:\t{{{{ {nama} }}}}", "Isian Formulir")
    for sel, judul, satu, banyak in zip(
        baris[3], ("Diteruskan kepada", "Isi Disposisi"), ("k", "i"), ("kepada", "instruksi"), strict=True
    ):
        paragraf(sel, f"{judul}:", "Judul Formulir")
        _daftar(dok, sel, satu, banyak)
    formulir.rows[3].height, formulir.rows[3].height_rule = Mm(50), WD_ROW_HEIGHT_RULE.AT_LEAST
    kiri, kanan = baris[4]
    paragraf(kiri, "Catatan:", "Judul Formulir")
    kendali(kiri, "if catatan")
    paragraf(kiri, "{{ catatan }}", "Normal")
    kendali(kiri, "endif")
    penanda_tangan(kanan, "kepala")
    return dok


# --- undangan ----------------------------------------------------------------------------------------------------


def undangan() -> Document:
    """Fields: `pipeline.documents.undangan.UndanganKonteks`."""
    judul = "Undangan Rapat Pembahasan Pengukuran Kinerja"
    dok = _surat(judul, "Undangan rapat pembahasan pengukuran kinerja", huruf=11)
    for gaya in ("Body Text", "Isi Pasangan"):
        dok.styles[gaya].paragraph_format.line_spacing = 1.05
    dok.styles["Isi Pasangan"].paragraph_format.space_after = Pt(1)
    paragraf(dok, "{{ tempat_tanggal }}", "Normal", rata="right").paragraph_format.space_after = Pt(4)
    kepala = ("Nomor", "Sifat", "Lampiran", "Hal")
    _rapatkan(pasangan(dok, [(label, f"{{{{ {label.lower()} }}}}") for label in kepala], (15, 3, 82)))
    _jeda(dok, 6)
    _tujuan(dok)
    _jeda(dok, 6)
    paragraf(
        dok,
        "Dalam rangka pembahasan pengukuran kinerja {{ badan }} {{ triwulan }} Tahun {{ tahun }}, bersama ini kami "
        "mengundang Bapak/Ibu/Saudara untuk menghadiri rapat yang akan dilaksanakan pada:",
    ).paragraph_format.first_line_indent = Mm(12)
    acara = pasangan(
        dok,
        [
            ("hari, tanggal", "{{ hari_tanggal }}"),
            ("waktu", "{{ waktu }}"),
            ("tempat", "{{ tempat }}"),
            ("agenda", ""),
        ],
        (29, 3, 68),
    )
    for baris in acara.rows:
        baris.cells[0].paragraphs[0].paragraph_format.left_indent = Mm(12)
    _daftar_atau_satu(dok, acara.cell(3, 2), "a", "agenda", "Isi Pasangan")
    _jeda(dok, 4)
    akhir = paragraf(
        dok,
        "Mengingat pentingnya rapat tersebut, dimohon kehadiran Bapak/Ibu/Saudara tepat pada waktunya. Atas perhatian "
        "dan kehadirannya, kami ucapkan terima kasih.",
    ).paragraph_format
    akhir.first_line_indent, akhir.space_after, akhir.keep_with_next = Mm(12), Pt(14), True
    penanda_tangan(_di_kanan(dok), "pengundang")
    _lampiran_undangan(dok)
    return dok


def _rapatkan(tabel_: Table) -> None:
    """Lines as close as in the head of a letter, the text not up to the right margin."""
    for baris in tabel_.rows:
        for sel in baris.cells:
            sel.paragraphs[0].paragraph_format.space_after = Pt(0)
        baris.cells[2].paragraphs[0].paragraph_format.right_indent = Mm(40)


def _tujuan(dok: Document) -> None:
    """To whom: one person, a list, or a list on the next page."""
    ((kiri, kanan), (kiri_bawah, kanan_bawah)) = kolom(dok, (8, 92), 2)
    paragraf(kiri, "Yth.", "Normal")
    kendali(kanan, "if diundang")
    _daftar(dok, kanan, "d", "diundang")
    kendali(kanan, "else")
    paragraf(kanan, "{% if seorang %}{{ seorang }}{% else %}(daftar terlampir){% endif %}", "Normal")
    kendali(kanan, "endif")
    paragraf(kiri_bawah, "di", "Normal")
    paragraf(kanan_bawah, "Tempat", "Normal")


def _lampiran_undangan(dok: Document) -> None:
    kendali(dok, "if terlampir")
    paragraf(dok, "Lampiran Surat Undangan", "Normal").paragraph_format.page_break_before = True
    pasangan(dok, [("Nomor", "{{ nomor }}"), ("Tanggal", "{{ tanggal }}")], (15, 3, 82))
    spasi(dok, 6)
    paragraf(dok, "Daftar yang Diundang", "Judul Surat")
    spasi(dok, 0)
    _daftar(dok, dok, "d", "terlampir")
    kendali(dok, "endif")


# --- daftar hadir ------------------------------------------------------------------------------------------------


def daftar_hadir() -> Document:
    """Fields: `pipeline.documents.daftar_hadir.DaftarHadirKonteks`."""
    judul = "Daftar Hadir Rapat Pembahasan Pengukuran Kinerja"
    dok = _surat(judul, "Daftar hadir rapat pembahasan pengukuran kinerja", huruf=11)
    dok.styles["Isi Pasangan"].paragraph_format.space_after = Pt(1)
    paragraf(dok, "Daftar Hadir", "Judul Surat")
    spasi(dok, 0)
    pasangan(
        dok,
        [
            ("Acara", "{{ rapat }}"),
            ("Hari, tanggal", "{{ hari_tanggal }}"),
            ("Waktu", "{{ waktu }}"),
            ("Tempat", "{{ tempat }}"),
        ],
        (20, 3, 77),
    )
    _jeda(dok, 6)
    tabel_ = tabel(
        dok,
        [["No.", "Nama/NIP", "Jabatan/Instansi", "Tanda Tangan"]],
        [
            "for b in baris",
            [
                # The last rows stay with the block below them, so that it never stands alone on a page.
                ("{%p if loop.revindex > 2 %}", "{{ b.nomor }}", "{%p else %}", "{{ b.nomor }}", "{%p endif %}"),
                ("{{ b.nama }}", "{%p if b.nip %}", "{{ b.nip }}", "{%p endif %}"),
                "{{ b.jabatan }}",
                (
                    "{%p if b.keterangan %}",
                    "//{{ b.keterangan }}//",
                    "{%p elif b.kiri %}",
                    "{{ b.nomor }} …………",
                    "{%p else %}",
                    "{{ b.nomor }} …………",
                    "{%p endif %}",
                ),
            ],
            "endfor",
            [""] * 4,
        ],
        (7, 35, 34, 24),
        gaya_kolom=(TENGAH, ISI, ISI, ISI),
        judul="Daftar hadir",
    )
    baris = tabel_.rows[2]
    baris.height, baris.height_rule = TINGGI_TANDA_TANGAN, WD_ROW_HEIGHT_RULE.AT_LEAST
    for sel in baris.cells:
        sel.vertical_alignment = 1
    baris.cells[0].paragraphs[3].paragraph_format.keep_with_next = True
    baris.cells[3].paragraphs[5].paragraph_format.left_indent = Mm(17)
    kiri, kanan = _baris_tanpa_garis(tabel_, 4, 2)
    paragraf(kiri, "Jumlah yang hadir:", "Normal")
    paragraf(kiri, "{{ jumlah }}", "Normal")
    penanda_tangan(kanan, "kasubbag")
    return dok


def _baris_tanpa_garis(tabel_: Table, nomor: int, batas: int) -> tuple[_Cell, _Cell]:
    """The last row as two cells outside of the frame: the columns before `batas`, and the others."""
    sel = gabung(tabel_, nomor, 0, batas - 1), gabung(tabel_, nomor, batas, len(tabel_.columns) - 1)
    for satu in sel:
        for par in satu.paragraphs[1:]:
            par._p.getparent().remove(par._p)
        sisi = "".join(f'<w:{s} w:val="nil"/>' for s in ("left", "bottom", "right"))
        satu._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{sisi}</w:tcBorders>"))
        satu._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:tcMar {nsdecls("w")}><w:top w:w="160" w:type="dxa"/></w:tcMar>')
        )
    return sel


# --- notulen -----------------------------------------------------------------------------------------------------


def notulen() -> Document:
    """Fields: `pipeline.documents.notulen.NotulenKonteks`."""
    dok = _surat("Notulen Rapat Pembahasan Pengukuran Kinerja", "Notulen rapat pembahasan pengukuran kinerja", huruf=11)
    paragraf(dok, "Notulen Rapat", "Judul Surat")
    spasi(dok, 0)
    _kepala_notulen(dok)
    _jeda(dok, 0)
    subbab(dok, "A.", "Pembukaan")
    paragraf(dok, "{{ pembukaan }}")
    subbab(dok, "B.", "Pembahasan")
    kendali(dok, "if pembahasan")
    kendali(dok, "for b in pembahasan")
    judul = paragraf(dok, "{{ b.nomor }}.\tSasaran {{ b.sasaran }}", "Judul Bagian").paragraph_format
    judul.left_indent, judul.first_line_indent = Mm(9), Mm(-9)
    paragraf(dok, "{{ b.uraian }}")
    kendali(dok, "endfor")
    kendali(dok, "else")
    paragraf(dok, "Pembahasan belum diisi.")
    kendali(dok, "endif")
    subbab(dok, "C.", "Koreksi Data")
    paragraf(dok, "{{ kalimat_koreksi }}")
    kendali(dok, "if koreksi")
    tabel(
        dok,
        [["Indikator", "Semula", "Menjadi", "Alasan"]],
        [
            "for k in koreksi",
            ["{{ k.kode }} {{ k.indikator }}", "{{ k.semula }}", "{{ k.menjadi }}", "{{ k.alasan }}"],
            "endfor",
        ],
        (34, 16, 16, 34),
        gaya_kolom=(ISI, TENGAH, TENGAH, ISI),
        judul="Koreksi realisasi",
    )
    _jeda(dok, 0)
    kendali(dok, "endif")
    subbab(dok, "D.", "Keputusan")
    bila_ada(dok, "kalimat_keputusan")
    kendali(dok, "if keputusan")
    tabel(
        dok,
        [["No.", "Keputusan", "Penanggung Jawab", "Batas Waktu"]],
        ["for k in keputusan", ["{{ k.nomor }}", "{{ k.uraian }}", "{{ k.pic }}", "{{ k.batas_waktu }}"], "endfor"],
        (7, 45, 26, 22),
        gaya_kolom=(TENGAH, ISI, ISI, TENGAH),
        judul="Keputusan rapat",
    )
    _jeda(dok, 0)
    kendali(dok, "endif")
    kendali(dok, "if foto")
    subbab(dok, "E.", "Dokumentasi")
    kendali(dok, "for f in foto")
    paragraf(dok, "{{ f.gambar }}", "Normal", rata="center").paragraph_format.keep_with_next = True
    keterangan(dok, "Gambar", "{{ f.keterangan }}").paragraph_format.keep_with_next = False
    kendali(dok, "endfor")
    kendali(dok, "endif")
    _jeda(dok, 2)
    paragraf(
        dok, "Demikian notulen ini dibuat untuk dipergunakan sebagaimana mestinya."
    ).paragraph_format.keep_with_next = True
    ((kiri, kanan), (kiri_bawah, kanan_bawah)) = kolom(dok, (50, 50), 2)
    _penanda_tangan_rapat(kiri, "Pimpinan Rapat", "tanda_tangan_pimpinan", kiri_bawah)
    _penanda_tangan_rapat(kanan, "Notulis", "tanda_tangan_notulis", kanan_bawah)
    return dok


def _kepala_notulen(dok: Document) -> None:
    tabel_ = pasangan(
        dok,
        [
            ("Acara", "{{ rapat }}"),
            ("Hari, tanggal", "{{ hari_tanggal }}"),
            ("Pukul", "{{ pukul }}"),
            ("Tempat", "{{ tempat }}"),
            ("{%tr if agenda %}", ""),
            ("Agenda", ""),
            ("{%tr endif %}", ""),
            ("Pimpinan rapat", "{{ pimpinan }}"),
            ("Notulis", "{{ notulis }}"),
            ("Peserta", "{{ peserta }}"),
        ],
        (22, 3, 75),
    )
    _daftar_atau_satu(dok, tabel_.cell(5, 2), "a", "agenda", "Isi Pasangan")


def _penanda_tangan_rapat(atas: Wadah, sebutan: str, nama: str, bawah: Wadah) -> None:
    """Whoever led or recorded the meeting may hold no office: his jabatan and NIP stand only where they are known."""
    paragraf(atas, f"{sebutan},", "Penanda Tangan Jabatan")
    paragraf(bawah, f"{{{{ {nama}.nama }}}}", "Penanda Tangan Nama")
    for bidang in ("jabatan", "nip"):
        kendali(bawah, f"if {nama}.{bidang}")
        paragraf(bawah, f"{{{{ {nama}.{bidang} }}}}", "Penanda Tangan Pangkat")
        kendali(bawah, "endif")


# --- rekapitulasi ------------------------------------------------------------------------------------------------


def rekapitulasi_data() -> Document:
    """Fields: `pipeline.documents.rekapitulasi.RekapitulasiKonteks`."""
    dok = _rekapitulasi("Rekapitulasi Data dan Informasi Kinerja", "Rekapitulasi data dan informasi kinerja")
    subbab(dok, "A.", "Indikator Kinerja")
    paragraf(
        dok,
        "Data dan informasi dicantumkan seperti yang dilaporkan oleh unit kerja, sebelum dibahas dalam rapat. "
        "{{ kalimat }}",
    )
    keterangan(dok, "Tabel", "Data dan Informasi Kinerja s.d. {{ triwulan }} Tahun {{ tahun }}")
    _tabel_data(
        dok,
        [
            [
                "No.",
                "Indikator Kinerja",
                "Satuan",
                ("Target", 2),
                ("Realisasi", 2),
                "Bukti Dukung",
            ],
            [*[None] * 3, "Tahun {{ tahun }}", "s.d. TW {{ romawi }}", "TW {{ romawi }}", "s.d. TW {{ romawi }}", None],
        ],
        ["for i in k.baris", [*_AWAL, _dengan_rincian("realisasi_triwulan", "rincian"), "{{ i.realisasi }}", _BUKTI]],
        (4, 30, 10, 9, 9, 11, 9, 26.5),
        rata_kiri=(1, 7),
    )
    _catatan_rincian(dok)
    _belanja(dok)
    _penutup(dok, "Demikian rekapitulasi ini disusun untuk digunakan sebagai bahan rapat pembahasan.")
    return dok


def rekapitulasi_hasil_rapat() -> Document:
    """Fields: `pipeline.documents.rekapitulasi.RekapitulasiKonteks`."""
    dok = _rekapitulasi(
        "Rekapitulasi Data dan Informasi Kinerja Hasil Rapat Pembahasan", "Rekapitulasi hasil rapat pembahasan"
    )
    subbab(dok, "A.", "Indikator Kinerja")
    paragraf(
        dok,
        "{{ kalimat }}{% if ada_koreksi %} Baris yang dikoreksi diarsir, dan realisasi s.d. {{ triwulan }} sudah "
        "memuat nilai hasil koreksi.{% endif %}",
    )
    keterangan(dok, "Tabel", "Data dan Informasi Kinerja Hasil Rapat s.d. {{ triwulan }} Tahun {{ tahun }}")
    isi = [
        *_AWAL,
        _dengan_rincian("realisasi_triwulan", "rincian"),
        _dengan_rincian("menjadi", "rincian_menjadi"),
        "{{ i.alasan }}",
        "{{ i.realisasi }}",
        _BUKTI,
    ]
    tabel_ = _tabel_data(
        dok,
        [
            [
                "No.",
                "Indikator Kinerja",
                "Satuan",
                ("Target", 2),
                ("Realisasi TW {{ romawi }}", 2),
                "Alasan Koreksi",
                "Realisasi s.d. TW {{ romawi }}",
                "Bukti Dukung",
            ],
            [None, None, None, "Tahun {{ tahun }}", "s.d. TW {{ romawi }}", "Semula", "Menjadi", None, None, None],
        ],
        ["for i in k.baris", "if i.dikoreksi", isi, "else", isi, "endif"],
        (3.4, 20, 9.4, 7.6, 7.6, 10.4, 10.4, 14, 8, 15.6),
        rata_kiri=(1, 7, 9),
    )
    for sel in tabel_.rows[6].cells:
        arsir(sel, WARNA_KOREKSI)
    tabel_.cell(8, 7).paragraphs[0].style = TENGAH_KECIL
    _catatan_rincian(dok)
    _belanja(dok)
    _penutup(dok, "Demikian rekapitulasi ini disusun sesuai dengan hasil rapat pembahasan.")
    return dok


_AWAL = (
    "{{ i.nomor }}",
    "{{ i.kode }} {{ i.indikator }}",
    "{{ i.satuan }}",
    "{{ i.target_tahun }}",
    "{{ i.target_tw }}",
)
_BUKTI = ("{{ i.bukti }}", "{%p if i.penjelasan %}", "//Penjelasan: {{ i.penjelasan }}//", "{%p endif %}")


def _dengan_rincian(bidang: str, rincian: str) -> tuple[str, ...]:
    """A value, and below it the parts of a ratio."""
    return f"{{{{ i.{bidang} }}}}", f"{{%p if i.{rincian} %}}", f"({{{{ i.{rincian} }}}})", "{%p endif %}"


def _rekapitulasi(judul: str, subjek: str) -> Document:
    dok = dokumen_baru(
        f"{judul} {{{{ triwulan }}}} Tahun {{{{ tahun }}}}",
        subjek=subjek,
        penulis="{{ badan }}",
        tepi=REKAPITULASI,
        lanskap=True,
    )
    for gaya in ("Normal", "Body Text"):
        dok.styles[gaya].font.size = Pt(11)
    dok.styles["Body Text"].paragraph_format.line_spacing = 1.15
    for teks in (judul, "{{ badan }}", "{{ pemerintah }}", "{{ triwulan }} Tahun {{ tahun }}"):
        paragraf(dok, teks, "Judul Surat")
    return dok


def _tabel_data(
    dok: Document,
    kepala: Sequence[Sequence[SelKepala]],
    isi: Sequence[Sequence[str | Sequence[str]] | str],
    lebar: Sequence[float],
    rata_kiri: Sequence[int],
) -> Table:
    """The indikator unit by unit, the unit's name in a row of its own; the columns `rata_kiri` are text."""
    tabel_ = tabel(
        dok,
        kepala,
        ["for k in kelompok", ["**{{ k.unit }}**", *[""] * (len(lebar) - 1)], *isi, "endfor", "endfor"],
        lebar,
        gaya_kolom=[ISI_KECIL if nomor in rata_kiri else TENGAH_KECIL for nomor in range(len(lebar))],
        kecil=True,
        judul="Target dan realisasi setiap indikator menurut unit kerja",
    )
    _baris_unit(tabel_, len(kepala) + 1)
    return tabel_


def _baris_unit(tabel_: Table, nomor: int) -> None:
    baris_jumlah(tabel_, nomor, len(tabel_.columns) - 1)
    for par in tabel_.cell(nomor, 0).paragraphs:
        par.style = ISI_KECIL


def _catatan_rincian(dok: Document) -> None:
    catatan(
        dok, "Angka dalam kurung adalah pembilang dan penyebut. Tanda “–” berarti tidak ada nilai pada triwulan ini."
    )


def _belanja(dok: Document) -> None:
    """The budget unit by unit."""
    subbab(dok, "B.", "Realisasi Anggaran")
    paragraf(dok, "{{ belanja.kalimat }}{% if belanja.belum %} {{ belanja.belum }}{% endif %}")
    kendali(dok, "if belanja.kelompok")
    keterangan(dok, "Tabel", "Realisasi Anggaran s.d. {{ triwulan }} Tahun {{ tahun }} menurut Unit Kerja")
    uang = ("pagu", "realisasi", "serapan")
    tabel_ = tabel(
        dok,
        [["Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)"]],
        [
            "for k in belanja.kelompok",
            ["**{{ k.unit }}**", *[""] * 4],
            "for b in k.baris",
            [
                "{{ b.kode }}",
                ("{{ b.nama }}", "{%p if b.penjelasan %}", "//Penjelasan: {{ b.penjelasan }}//", "{%p endif %}"),
                *[f"{{{{ b.{x} }}}}" for x in uang],
            ],
            "endfor",
            ["**Jumlah {{ k.unit }}**", "", *[f"**{{{{ k.{x} }}}}**" for x in uang]],
            "endfor",
            ["**Jumlah {{ badan }}**", "", *[f"**{{{{ belanja.{x} }}}}**" for x in uang]],
        ],
        (15, 48, 14, 14, 9),
        gaya_kolom=(ISI_KECIL, ISI_KECIL, *(KANAN_KECIL,) * 3),
        kecil=True,
        judul="Pagu, realisasi, dan serapan anggaran menurut unit kerja",
    )
    _baris_unit(tabel_, 2)
    for nomor in (6, 8):
        baris_jumlah(tabel_, nomor, 1)
    kendali(dok, "endif")


def _penutup(dok: Document, teks: str) -> None:
    """A sentence that keeps the block of who compiled it from standing alone on a page."""
    _jeda(dok, 4)
    paragraf(dok, teks).paragraph_format.keep_with_next = True
    kanan = _di_kanan(dok, kiri=60)
    paragraf(kanan, "{{ tempat_tanggal }}", "Penanda Tangan Jabatan")
    penanda_tangan(kanan, "kasubbag")
