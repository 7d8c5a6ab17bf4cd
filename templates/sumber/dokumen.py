"""The template of the measurement document: its chapters, prose and tables; prose that needs no number is written here.

Fields: `pipeline.documents.dokumen_pengukuran.KonteksDokumenPengukuran`.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from gaya import (
    ISI,
    ISI_KECIL,
    KANAN_KECIL,
    TENGAH,
    TENGAH_KECIL,
    anak_subbab,
    bab,
    bagian_baru,
    butir,
    catatan,
    daftar_baru,
    daftar_isi,
    dokumen_baru,
    halaman_pertama_polos,
    judul_bab,
    kendali,
    keterangan,
    kolom,
    paragraf,
    pasangan,
    penanda_tangan,
    spasi,
    subbab,
    tabel,
)
from potongan import (
    baris_catatan,
    baris_jumlah,
    bila,
    bila_ada,
    buang_kosong,
    daftar_atau,
    menjorok,
    ulang,
    ulang_bernomor,
    ulang_butir,
)


def dokumen_pengukuran_kinerja() -> Document:
    """Cover, kata pengantar, daftar isi, ringkasan, Bab I–V, lampiran; the wide tables lie on landscape pages."""
    dok = dokumen_baru(
        "Dokumen Pengukuran Kinerja {{ badan }} {{ periode }}",
        subjek="Pengukuran kinerja {{ periode }}",
        kata_kunci="pengukuran kinerja; perjanjian kinerja; capaian kinerja",
        penulis="{{ badan }}",
    )
    _sampul(dok)
    _kata_pengantar(dok)
    judul_bab(dok, "Daftar Isi").paragraph_format.keep_with_next = True
    daftar_isi(dok)
    _ringkasan(dok)
    _bab_1(dok)
    _lanskap(dok)
    _perencanaan(dok)
    _potret(dok)
    _metode(dok)
    _lanskap(dok)
    _hasil(dok)
    _potret(dok)
    _uraian(dok)
    _lanskap(dok)
    _anggaran(dok)
    _efisiensi(dok)
    _tindak_lanjut_lalu(dok)
    _potret(dok)
    _bab_4(dok)
    _bab_5(dok)
    _lampiran(dok)
    return dok


def _lanskap(dok: Document) -> None:
    bagian_baru(dok, lanskap=True)
    _akhiri_bagian(dok)


def _potret(dok: Document) -> None:
    bagian_baru(dok)
    _akhiri_bagian(dok)


def _akhiri_bagian(dok: Document) -> None:
    """End the section in its last text, as an empty paragraph after a full page would make an empty page.

    After a control tag, whose paragraph goes away, it ends in a paragraph of its own that is nearly nothing high.
    """
    pembatas = dok.element.body.findall(qn("w:p"))[-1]
    sebelum = pembatas.getprevious()
    if sebelum.tag != qn("w:p") or "{%p" in Paragraph(sebelum, dok._body).text:
        Paragraph(pembatas, dok._body).style = "Jarak"
        return
    sebelum.get_or_add_pPr().append(pembatas.pPr.find(qn("w:sectPr")))
    dok.element.body.remove(pembatas)


# --- before Bab I ------------------------------------------------------------------------------------------------


def _sampul(dok: Document) -> None:
    halaman_pertama_polos(dok.sections[0])
    spasi(dok, 40)
    paragraf(dok, "{% if logo %}{{ logo }}{% endif %}", "Normal", rata="center")
    spasi(dok, 50)
    paragraf(dok, "Dokumen Pengukuran Kinerja", "Title")
    paragraf(dok, "{{ periode }}", "Subtitle")
    kendali(dok, "if revisi")
    paragraf(dok, "{{ revisi }}", "Subtitle")
    kendali(dok, "endif")
    spasi(dok, 150)
    nama = paragraf(dok, "{{ badan }}", "Subtitle").paragraph_format
    nama.left_indent = nama.right_indent = Mm(15)  # so that a long name breaks in halves
    paragraf(dok, "{{ pemerintah }}", "Subtitle")
    paragraf(dok, "{{ tahun }}", "Subtitle")


def _kata_pengantar(dok: Document) -> None:
    judul_bab(dok, "Kata Pengantar")
    paragraf(
        dok,
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena atas rahmat dan karunia-Nya Dokumen "
        "Pengukuran "
        "Kinerja {{ badan }} {{ periode }} dapat diselesaikan.",
    )
    paragraf(
        dok,
        "Dokumen ini memuat hasil pengukuran kinerja atas sasaran dan indikator kinerja yang diperjanjikan dalam "
        "Perjanjian "
        "Kinerja {{ badan }} Tahun {{ tahun }}. Pengukuran dilakukan dengan membandingkan target dan realisasi "
        "sampai dengan {{ triwulan }}"
        "{% if rapat.ada_notulen and validasi.lengkap %}, dibahas dalam rapat bersama Sekretariat dan seluruh Bidang, "
        "serta divalidasi oleh unit kerja penanggung jawab indikator"
        "{% elif rapat.ada_notulen %} dan dibahas dalam rapat bersama Sekretariat dan seluruh Bidang"
        "{% elif validasi.lengkap %} dan divalidasi oleh unit kerja penanggung jawab indikator{% endif %}.",
    )
    paragraf(
        dok,
        "Hasil pengukuran ini diharapkan menjadi bahan pengendalian pelaksanaan program dan kegiatan pada triwulan "
        "berikutnya serta bahan penyusunan laporan kinerja. Kami menyampaikan terima kasih kepada semua pihak yang "
        "telah "
        "menyediakan data dan membantu penyusunan dokumen ini.",
    )
    spasi(dok, 12)
    ((_, kanan),) = kolom(dok, (42, 58))
    paragraf(kanan, "{{ tempat_tanggal }}", "Penanda Tangan Jabatan")
    penanda_tangan(kanan, "kepala")


def _ringkasan(dok: Document) -> None:
    judul_bab(dok, "Ringkasan Eksekutif")
    paragraf(
        dok,
        "Pengukuran kinerja {{ badan }} {{ periode }} membandingkan realisasi dengan target yang ditetapkan dalam "
        "perjanjian "
        "kinerja. {{ ringkasan.kalimat_indikator }}",
    )
    paragraf(dok, "{{ ringkasan.kalimat_capaian }}")
    bila_ada(dok, "ringkasan.kalimat_sasaran")
    keterangan(dok, "Tabel", "Ringkasan Capaian Kinerja per Sasaran s.d. {{ triwulan }}")
    tabel_ = tabel(
        dok,
        [
            [
                "No.",
                "Sasaran",
                ("Indikator", 2),
                ("Terhadap Target s.d. {{ triwulan }}", 2),
                ("Terhadap Target Tahun", 2),
            ],
            [None, None, "Jumlah", "Mencapai Target", "Capaian (%)", "Predikat", "Capaian (%)", "Predikat"],
        ],
        [
            "for s in ringkasan.baris",
            [
                "{{ s.nomor }}",
                "{{ s.kode }} {{ s.sasaran }}",
                "{{ s.indikator }}",
                "{{ s.mencapai }}",
                "{{ s.capaian_tw }}",
                "{{ s.predikat_tw }}",
                "{{ s.capaian_tahun }}",
                "{{ s.predikat_tahun }}",
            ],
            "endfor",
            [
                "**{{ badan }}**",
                "",
                "",
                "",
                "**{{ ringkasan.capaian_tw }}**",
                "**{{ ringkasan.predikat_tw }}**",
                "**{{ ringkasan.capaian_tahun }}**",
                "**{{ ringkasan.predikat_tahun }}**",
            ],
        ],
        (5, 30, 9, 12.5, 10, 12, 10, 12),
        gaya_kolom=(TENGAH_KECIL, ISI_KECIL, *(TENGAH_KECIL,) * 6),
        kecil=True,
        judul="Ringkasan capaian kinerja per sasaran",
    )
    baris_jumlah(tabel_, 5, 3)
    catatan(
        dok,
        "Terhadap target s.d. {{ triwulan }}: {{ ringkasan.cara_tw }}\n"
        "Terhadap target tahun {{ tahun }}: {{ ringkasan.cara_tahun }}",
    )
    kendali(dok, "if ringkasan.meleset")
    paragraf(dok, "Indikator yang belum mencapai target s.d. {{ triwulan }}", "Judul Bagian")
    ulang_butir(dok, "m", "ringkasan.meleset")
    kendali(dok, "endif")
    kendali(dok, "if ringkasan.tanpa_capaian")
    paragraf(dok, "Indikator tanpa angka capaian terhadap target s.d. {{ triwulan }}", "Judul Bagian")
    ulang_butir(dok, "m", "ringkasan.tanpa_capaian")
    kendali(dok, "endif")
    paragraf(dok, "Anggaran", "Judul Bagian")
    paragraf(dok, "{{ ringkasan.kalimat_anggaran }} {{ ringkasan.kalimat_efisiensi }}")


# --- Bab I -------------------------------------------------------------------------------------------------------


def _bab_1(dok: Document) -> None:
    bab(dok, "I", "Pendahuluan")
    subbab(dok, "A.", "Latar Belakang")
    paragraf(
        dok,
        "Akuntabilitas kinerja instansi pemerintah mewajibkan setiap Perangkat Daerah menetapkan target kinerja, "
        "mengukur "
        "capaiannya secara berkala, dan mempertanggungjawabkan hasilnya. Pengukuran kinerja merupakan penghubung "
        "antara "
        "perencanaan dan pelaporan: dari pengukuran triwulanan diketahui apakah sasaran bergerak ke arah yang "
        "direncanakan, "
        "dan perbaikan dapat dilakukan sebelum tahun anggaran berakhir.",
    )
    paragraf(
        dok,
        "Pengukuran kinerja {{ singkatan }} {{ periode }} dilaksanakan menurut Standar Operasional Prosedur "
        "Pengukuran "
        "Kinerja. Menurut prosedur tersebut, data dan informasi dikumpulkan dari Sekretariat dan Bidang, dibahas dalam "
        "rapat, disusun menjadi dokumen pengukuran kinerja, divalidasi oleh unit kerja, diperiksa oleh Sekretaris, dan "
        "disampaikan kepada Kepala Badan.",
    )
    subbab(dok, "B.", "Dasar Hukum")
    kendali(dok, "if dasar_hukum")
    paragraf(
        dok, "Pengukuran kinerja dilaksanakan berdasarkan peraturan perundang-undangan sebagai berikut:"
    ).paragraph_format.keep_with_next = True
    ulang_bernomor(dok, "d", "dasar_hukum")
    kendali(dok, "else")
    paragraf(dok, "Dasar hukum pengukuran kinerja belum diisi.")
    kendali(dok, "endif")
    subbab(dok, "C.", "Maksud dan Tujuan")
    paragraf(
        dok,
        "Maksud penyusunan dokumen ini adalah menyajikan hasil pengukuran kinerja {{ badan }} {{ periode }}. "
        "Tujuannya adalah sebagai berikut:",
    ).paragraph_format.keep_with_next = True
    tujuan = daftar_baru(dok)
    for teks in (
        "mengetahui capaian setiap indikator kinerja terhadap target s.d. {{ triwulan }} dan terhadap target tahun "
        "{{ tahun }};",
        "mengenali faktor pendorong dan faktor penghambat pencapaian kinerja;",
        "menetapkan tindak lanjut beserta penanggung jawab dan batas waktunya; dan",
        "menyediakan bahan bagi penyusunan Laporan Kinerja Tahun {{ tahun }}.",
    ):
        butir(dok, teks, tujuan)
    subbab(dok, "D.", "Tugas, Fungsi, dan Organisasi")
    bila_ada(dok, "tugas")
    kendali(dok, "if fungsi")
    paragraf(
        dok, "Dalam melaksanakan tugas tersebut, {{ singkatan }} menyelenggarakan fungsi:"
    ).paragraph_format.keep_with_next = True
    ulang_bernomor(dok, "f", "fungsi")
    kendali(dok, "endif")
    paragraf(
        dok, "Unit kerja yang melaporkan dan memvalidasi kinerja dalam dokumen ini adalah sebagai berikut."
    ).paragraph_format.keep_with_next = True
    ulang_bernomor(dok, "u", "unit")
    subbab(dok, "E.", "Sistematika")
    paragraf(dok, "Dokumen ini disusun dengan sistematika sebagai berikut.").paragraph_format.keep_with_next = True
    pasangan(
        dok,
        [
            (
                "Bab I",
                "Pendahuluan memuat latar belakang, dasar hukum, maksud dan tujuan, organisasi, dan sistematika.",
            ),
            ("Bab II", "Perencanaan Kinerja memuat perjanjian kinerja, pagu anggaran, dan metode pengukuran."),
            (
                "Bab III",
                "Hasil Pengukuran Kinerja memuat capaian kinerja, uraian setiap indikator, realisasi anggaran, "
                "efisiensi, dan "
                "tindak lanjut triwulan sebelumnya.",
            ),
            ("Bab IV", "Rapat Pembahasan dan Hasil Validasi memuat jalannya rapat, koreksi, dan hasil validasi."),
            ("Bab V", "Penutup memuat simpulan."),
        ],
        (13, 3, 84),
    )


# --- Bab II ------------------------------------------------------------------------------------------------------


def _perencanaan(dok: Document) -> None:
    bab(dok, "II", "Perencanaan Kinerja")
    subbab(dok, "A.", "Perjanjian Kinerja")
    paragraf(
        dok,
        "Kinerja yang diukur dalam dokumen ini bersumber dari {{ perencanaan.dasar }}. Sasaran, indikator, dan "
        "target yang "
        "berlaku pada {{ periode }} adalah sebagai berikut.",
    )
    keterangan(dok, "Tabel", "Perjanjian Kinerja Tahun {{ tahun }} yang Berlaku pada {{ triwulan }}")
    tabel_ = tabel(
        dok,
        [
            ["No.", "Indikator Kinerja", "Satuan", "Target Tahun {{ tahun }}", ("Target Triwulan", 4)],
            [None, None, None, None, "I", "II", "III", "IV"],
        ],
        [
            "for s in perencanaan.kelompok",
            ["**Sasaran {{ s.kode }} {{ s.nama }}**", *[""] * 7],
            "for i in s.baris",
            [
                "{{ i.nomor }}",
                "{{ i.indikator }}",
                "{{ i.satuan }}",
                "{{ i.tahun }}",
                "{{ i.tw1 }}",
                "{{ i.tw2 }}",
                "{{ i.tw3 }}",
                "{{ i.tw4 }}",
            ],
            "endfor",
            "endfor",
        ],
        (4, 38, 11, 10, 9.5, 9.5, 9.5, 9.5),
        gaya_kolom=(TENGAH_KECIL, ISI_KECIL, *(TENGAH_KECIL,) * 6),
        kecil=True,
        judul="Perjanjian kinerja dengan target tahun dan triwulan",
    )
    baris_jumlah(tabel_, 3, 7)
    for par in tabel_.cell(3, 0).paragraphs:
        par.style = ISI_KECIL
    kendali(dok, "if perencanaan.perubahan")
    ulang(dok, "p", "perencanaan.perubahan", gaya="Keterangan Tabel")
    kendali(dok, "else")
    catatan(dok, "Tidak ada perubahan perjanjian kinerja yang berlaku sampai dengan {{ triwulan }}.")
    kendali(dok, "endif")
    subbab(dok, "B.", "Pagu Anggaran")
    kendali(dok, "if perencanaan.pagu")
    paragraf(dok, "Sasaran tersebut didukung program, kegiatan, dan sub kegiatan dengan pagu anggaran sebagai berikut.")
    keterangan(dok, "Tabel", "Pagu Anggaran Tahun {{ tahun }} yang Berlaku pada {{ triwulan }}")
    _tabel_pagu(dok)
    catatan(dok, "Pagu 0 dicetak “–”. Kolom Sasaran memuat sasaran yang didukung oleh setiap baris terendah.")
    kendali(dok, "else")
    paragraf(dok, "Program dan kegiatan belum dicantumkan dalam perjanjian kinerja.")
    kendali(dok, "endif")


def _tabel_pagu(dok: Document) -> None:
    def baris(tebal: str = "") -> list[str]:
        isi = ["b.kode", "b.nama", "b.sasaran", "b.pagu_awal", "b.pagu", "b.selisih"]
        return [f"{tebal}{{{{ {x} }}}}{tebal}" for x in isi]

    tabel_ = tabel(
        dok,
        [
            [
                "Kode",
                "Program/Kegiatan/Sub Kegiatan",
                "Sasaran",
                "Pagu Awal (Rp)",
                "Pagu Berlaku (Rp)",
                "Bertambah/ Berkurang (Rp)",
            ]
        ],
        [
            "for b in perencanaan.pagu",
            "if b.program",
            baris("**"),
            "elif b.kegiatan",
            baris(),
            "else",
            baris(),
            "endif",
            "endfor",
            [
                "**Jumlah**",
                "",
                "",
                "**{{ perencanaan.total_pagu_awal }}**",
                "**{{ perencanaan.total_pagu }}**",
                "**{{ perencanaan.total_selisih }}**",
            ],
        ],
        (12, 44, 8, 12, 12, 12),
        gaya_kolom=(ISI_KECIL, ISI_KECIL, TENGAH_KECIL, KANAN_KECIL, KANAN_KECIL, KANAN_KECIL),
        kecil=True,
        judul="Pagu awal dan pagu yang berlaku",
    )
    menjorok(tabel_, 5, 1, 2)
    menjorok(tabel_, 7, 1, 4)
    baris_jumlah(tabel_, 10, 2)


def _metode(dok: Document) -> None:
    subbab(dok, "C.", "Metode Pengukuran")
    paragraf(dok, "Capaian setiap indikator dihitung dalam persen dengan rumus menurut jenis target dan arahnya.")
    keterangan(dok, "Tabel", "Rumus Capaian yang Digunakan")
    tabel(
        dok,
        [["Jenis Target dan Arah", "Rumus Capaian (%)", "Indikator"]],
        ["for r in metode.rumus", ["{{ r.jenis }}", "{{ r.rumus }}", "{{ r.indikator }}"], "endfor"],
        (28, 44, 28),
        judul="Rumus capaian",
    )
    paragraf(dok, "Ketentuan pengukuran:", "Judul Bagian")
    ulang_bernomor(dok, "a", "metode.aturan")
    kendali(dok, "if metode.label")
    paragraf(
        dok, "Indikator dengan target berupa predikat dihitung dari skor labelnya sebagai berikut."
    ).paragraph_format.keep_with_next = True
    keterangan(dok, "Tabel", "Skor Label")
    tabel(
        dok,
        [["Indikator", "Label dan Skor", "Dasar Hukum"]],
        ["for l in metode.label", ["{{ l.indikator }}", "{{ l.skor }}", "{{ l.dasar_hukum }}"], "endfor"],
        (18, 40, 42),
        judul="Skor label",
    )
    kendali(dok, "endif")
    kendali(dok, "if metode.skala")
    keterangan(dok, "Tabel", "Skala Predikat Capaian Kinerja")
    tabel(
        dok,
        [["No.", "Capaian (%)", "Predikat"]],
        ["for s in metode.skala", ["{{ s.nomor }}", "{{ s.rentang }}", "{{ s.predikat }}"], "endfor"],
        (10, 45, 45),
        gaya_kolom=(TENGAH, TENGAH, TENGAH),
        judul="Skala predikat",
    )
    kendali(dok, "if metode.dasar_skala")
    catatan(dok, "Dasar hukum skala: {{ metode.dasar_skala }}.")
    kendali(dok, "endif")
    kendali(dok, "endif")
    akhir = paragraf(
        dok,
        "Metode ini digunakan untuk seluruh capaian {{ periode }} dalam dokumen ini."
        "{% if romawi != 'I' %} Capaian triwulan sebelumnya dihitung dengan ketentuan yang berlaku pada triwulan itu."
        "{% endif %}",
    )
    akhir.paragraph_format.space_before = Pt(6)


# --- Bab III -----------------------------------------------------------------------------------------------------


def _hasil(dok: Document) -> None:
    bab(dok, "III", "Hasil Pengukuran Kinerja")
    subbab(dok, "A.", "Capaian Kinerja s.d. {{ triwulan }}")
    keterangan(dok, "Tabel", "Pengukuran Kinerja {{ badan }} s.d. {{ periode }}")
    isi = ["satuan", "target_tahun", "target_tw", "realisasi", "capaian_tw", "capaian_tahun", "predikat"]
    angka = [f"{{{{ i.{x} }}}}" for x in isi]
    tabel_ = tabel(
        dok,
        [
            [
                "No.",
                "Sasaran",
                "Indikator Kinerja",
                "Satuan",
                "Target Tahun {{ tahun }}",
                "Target s.d. TW {{ romawi }}",
                "Realisasi s.d. TW {{ romawi }}",
                ("Capaian (%) terhadap", 2),
                "Predikat s.d. TW {{ romawi }}",
            ],
            [*[None] * 7, "Target s.d. TW {{ romawi }}", "Target Tahun", None],
        ],
        [
            "for s in hasil.kelompok",
            "for i in s.baris",
            "if loop.first",
            ["{{ i.nomor }}", "{{ s.kode }} {{ s.nama }}", "{{ i.kode }} {{ i.indikator }}", *angka],
            ["", "", "{%tr else %}", *[""] * 7],
            ["{{ i.nomor }}", "", "{{ i.kode }} {{ i.indikator }}", *angka],
            "endif",
            "endfor",
            _rerata("Rata-rata capaian sasaran {{ s.kode }}", "s"),
            _cara("s"),
            "endfor",
            _rerata("Rata-rata capaian {{ badan }}", "hasil"),
            _cara("hasil"),
        ],
        (3.4, 14, 23, 9, 8.8, 8.8, 8.8, 7.5, 7.5, 10.4),
        gaya_kolom=(TENGAH_KECIL, ISI_KECIL, ISI_KECIL, *(TENGAH_KECIL,) * 7),
        kecil=True,
        judul="Target, realisasi dan capaian setiap indikator",
    )
    tabel_.cell(5, 1).merge(tabel_.cell(7, 1))
    buang_kosong(list(tabel_.cell(5, 1).paragraphs))
    for nomor in (10, 13):
        baris_jumlah(tabel_, nomor, 6)
        for par in tabel_.cell(nomor, 0).paragraphs:
            par.style = ISI_KECIL
        baris_catatan(tabel_, nomor + 1)
    kendali(dok, "if hasil.catatan")
    catatan(dok, "*) Capaian dibatasi; angka sebelum dibatasi:")
    ulang(dok, "c", "hasil.catatan", gaya="Keterangan Tabel")
    kendali(dok, "endif")


def _rerata(judul: str, dari: str) -> list[str]:
    isi = [f"**{{{{ {dari}.{x} }}}}**" for x in ("capaian_tw", "capaian_tahun", "predikat")]
    return [f"**{judul}**", *[""] * 6, *isi]


def _cara(dari: str) -> list[str | Sequence[str]]:
    teks = (
        f"Terhadap target s.d. TW {{{{ romawi }}}}: {{{{ {dari}.cara_tw }}}}",
        f"Terhadap target tahun: {{{{ {dari}.cara_tahun }}}}",
    )
    return [teks, *[""] * 9]


def _uraian(dok: Document) -> None:
    subbab(dok, "B.", "Uraian Capaian Setiap Indikator")
    kendali(dok, "for s in sasaran")
    paragraf(dok, "Sasaran {{ s.kode }} {{ s.nama }}", "Judul Bagian")
    paragraf(dok, "{{ s.kalimat }}")
    kendali(dok, "for i in s.indikator")
    judul = anak_subbab(dok, "", "{{ i.kode }} {{ i.nama }}")
    judul.paragraph_format.left_indent = judul.paragraph_format.first_line_indent = 0
    paragraf(dok, "{{ i.kalimat }}")
    bila_ada(dok, "i.koreksi")
    _data_indikator(dok)
    _banding(dok)
    kendali(dok, "if i.dilaporkan")
    paragraf(dok, "Faktor pendorong", "Judul Bagian")
    daftar_atau(dok, "f", "i.faktor_pendorong", "{{ i.tanpa_pendorong }}")
    paragraf(dok, "Faktor penghambat", "Judul Bagian")
    daftar_atau(dok, "f", "i.faktor_penghambat", "{{ i.tanpa_penghambat }}")
    kendali(dok, "if i.tindak_lanjut")
    keterangan(dok, "Tabel", "Tindak Lanjut Indikator {{ i.kode }}")
    tabel(
        dok,
        [["No.", "Tindak Lanjut", "Penanggung Jawab", "Batas Waktu"]],
        [
            "for t in i.tindak_lanjut",
            ["{{ t.nomor }}", "{{ t.uraian }}", "{{ t.pic }}", "{{ t.batas_waktu }}"],
            "endfor",
        ],
        (7, 50, 24, 19),
        gaya_kolom=(TENGAH, ISI, ISI, TENGAH),
        judul="Tindak lanjut",
    )
    kendali(dok, "else")
    paragraf(dok, "{{ i.tanpa_tindak_lanjut }}")
    kendali(dok, "endif")
    kendali(dok, "else")
    paragraf(dok, "{{ i.kalimat_isian }}").paragraph_format.space_before = Pt(6)
    kendali(dok, "endif")
    kendali(dok, "endfor")
    kendali(dok, "endfor")


def _data_indikator(dok: Document) -> None:
    pasangan(
        dok,
        [
            *bila("i.definisi", "Definisi", "{{ i.definisi }}"),
            ("Satuan", "{{ i.satuan }}"),
            ("Sifat target", "{{ i.sifat }}"),
            ("Penanggung jawab", "{{ i.penanggung_jawab }}"),
            *bila("i.dasar_hitung", "Cara menghitung", "{{ i.dasar_hitung }}"),
            *bila("i.pembilang", "Pembilang s.d. TW {{ romawi }}", "{{ i.pembilang }}"),
            *bila("i.penyebut", "Penyebut s.d. TW {{ romawi }}", "{{ i.penyebut }}"),
            ("Target TW {{ romawi }}", "{{ i.target_triwulan }} (s.d. TW {{ romawi }}: {{ i.target_tw }})"),
            ("Realisasi TW {{ romawi }}", "{{ i.realisasi_triwulan }} (s.d. TW {{ romawi }}: {{ i.realisasi }})"),
            *bila("i.hitungan_realisasi", "Perhitungan realisasi", "{{ i.hitungan_realisasi }}"),
            ("Capaian s.d. TW {{ romawi }}", "{{ i.hitungan_tw }}"),
            ("Capaian tahun {{ tahun }}", "{{ i.hitungan_tahun }}"),
            *bila("i.penjelasan", "Penjelasan", "{{ i.penjelasan }}"),
            *bila("i.program", "Program pendukung", "{{ i.program }}"),
            *bila("i.sumber_data", "Sumber data", "{{ i.sumber_data }}"),
            ("Bukti dukung", ("{%p for b in i.bukti %}", "{{ b }}", "{%p endfor %}")),
            ("Berkas sumber angka", "{{ i.sumber }}"),
        ],
        (29, 3, 68),
        ISI,
    )


def _banding(dok: Document) -> None:
    keterangan(dok, "Tabel", "Perbandingan Kinerja Indikator {{ i.kode }}")
    tabel_ = tabel(
        dok,
        [["Waktu", "Target", "Realisasi", "Capaian (%)", "Predikat"]],
        [
            "for b in i.banding",
            ["{{ b.waktu }}", "{{ b.target }}", "{{ b.realisasi }}", "{{ b.capaian }}", "{{ b.predikat }}"],
            "endfor",
        ],
        (28, 18, 18, 17, 19),
        gaya_kolom=(ISI, TENGAH, TENGAH, TENGAH, TENGAH),
        judul="Perbandingan dengan waktu lain",
    )
    for sel in tabel_.rows[2].cells:
        sel.paragraphs[0].paragraph_format.keep_with_next = True
    bila_ada(dok, "i.kalimat_banding", "Keterangan Tabel")


def _anggaran(dok: Document) -> None:
    subbab(dok, "C.", "Realisasi Anggaran")
    paragraf(dok, "{{ anggaran.kalimat }} {{ anggaran.kalimat_kas }}")
    bila_ada(dok, "anggaran.belum")
    kendali(dok, "if anggaran.baris")
    keterangan(dok, "Tabel", "Realisasi Anggaran s.d. {{ periode }}")
    kendali(dok, "if anggaran.ada_kas")
    _tabel_anggaran(dok, kas=True)
    kendali(dok, "else")
    _tabel_anggaran(dok, kas=False)
    kendali(dok, "endif")
    catatan(
        dok,
        "Serapan adalah realisasi dibagi pagu yang berlaku. Jumlah dihitung dari jumlah baris terendah, bukan "
        "rata-rata "
        "persentase. Baris dengan pagu 0 dicetak “–” dan tidak ikut dihitung.",
    )
    kendali(dok, "endif")


def _tabel_anggaran(dok: Document, *, kas: bool) -> None:
    bidang = ["pagu", "realisasi", "serapan", *(["kas", "terhadap_kas"] if kas else [])]
    lebar = (12, 33, 13, 13, 8, 13, 9) if kas else (14, 42, 17, 17, 10)

    def baris(tebal: str = "") -> list[str]:
        return [f"{tebal}{{{{ b.{x} }}}}{tebal}" for x in ("kode", "nama", *bidang)]

    kepala: list[str | tuple[str, int] | None] = [
        "Kode",
        "Program/Kegiatan/Sub Kegiatan",
        "Pagu (Rp)",
        "Realisasi (Rp)",
        "Serapan (%)",
    ]
    tabel_ = tabel(
        dok,
        [kepala + (["Anggaran Kas (Rp)", "Realisasi terhadap Kas (%)"] if kas else [])],
        [
            "for b in anggaran.baris",
            "if b.program",
            baris("**"),
            "elif b.kegiatan",
            baris(),
            "else",
            baris(),
            "endif",
            "endfor",
            ["**Jumlah**", "", *[f"**{{{{ anggaran.total_{x} }}}}**" for x in bidang]],
        ],
        lebar,
        gaya_kolom=(ISI_KECIL, ISI_KECIL, *(KANAN_KECIL,) * len(bidang)),
        kecil=True,
        judul="Pagu, realisasi dan serapan anggaran",
    )
    menjorok(tabel_, 5, 1, 2)
    menjorok(tabel_, 7, 1, 4)
    baris_jumlah(tabel_, 10, 1)


def _efisiensi(dok: Document) -> None:
    subbab(dok, "D.", "Efisiensi")
    paragraf(
        dok,
        "Tingkat efisiensi adalah selisih antara capaian kinerja dan penggunaan anggaran dalam poin persentase. "
        "Kolom Dasar "
        "menyebutkan capaian dan penggunaan anggaran yang dibandingkan.",
    )
    keterangan(dok, "Tabel", "Tingkat Efisiensi per Sasaran s.d. {{ periode }}")
    tabel_ = tabel(
        dok,
        [["Sasaran", "Capaian (%)", "Penggunaan Anggaran (%)", "Tingkat Efisiensi", "Dasar"]],
        [
            "for e in anggaran.efisiensi",
            [
                "{{ e.kode }} {{ e.sasaran }}",
                "{{ e.capaian }}",
                "{{ e.serapan }}",
                "{{ e.efisiensi }}",
                "{{ e.dasar }}",
            ],
            "endfor",
            [
                "**{{ badan }}**",
                *[f"**{{{{ anggaran.efisiensi_badan.{x} }}}}**" for x in ("capaian", "serapan", "efisiensi")],
                "{{ anggaran.efisiensi_badan.dasar }}",
            ],
        ],
        (36, 10, 12, 10, 32),
        gaya_kolom=(ISI_KECIL, TENGAH_KECIL, TENGAH_KECIL, TENGAH_KECIL, ISI_KECIL),
        kecil=True,
        judul="Tingkat efisiensi",
    )
    baris_jumlah(tabel_, 4, 0)
    spasi(dok, 2)
    paragraf(dok, "{{ anggaran.kalimat_efisiensi }}")


def _tindak_lanjut_lalu(dok: Document) -> None:
    subbab(dok, "E.", "Tindak Lanjut {{ tindak_lanjut_lalu.triwulan }}")
    paragraf(dok, "{{ tindak_lanjut_lalu.kalimat }}")
    kendali(dok, "if tindak_lanjut_lalu.baris")
    keterangan(dok, "Tabel", "Pelaksanaan Tindak Lanjut {{ tindak_lanjut_lalu.triwulan }}")
    tabel(
        dok,
        [["No.", "Indikator", "Tindak Lanjut", "Penanggung Jawab", "Batas Waktu", "Status", "Keterangan"]],
        [
            "for t in tindak_lanjut_lalu.baris",
            [
                "{{ t.nomor }}",
                "{{ t.kode }}",
                "{{ t.uraian }}",
                "{{ t.pic }}",
                "{{ t.batas_waktu }}",
                "{{ t.status }}",
                "{{ t.keterangan }}",
            ],
            "endfor",
        ],
        (4, 8, 26, 16, 11, 10, 25),
        gaya_kolom=(TENGAH_KECIL, TENGAH_KECIL, ISI_KECIL, ISI_KECIL, TENGAH_KECIL, TENGAH_KECIL, ISI_KECIL),
        kecil=True,
        judul="Pelaksanaan tindak lanjut triwulan sebelumnya",
    )
    kendali(dok, "endif")


# --- Bab IV ------------------------------------------------------------------------------------------------------


def _bab_4(dok: Document) -> None:
    bab(dok, "IV", "Rapat Pembahasan dan Hasil Validasi")
    subbab(dok, "A.", "Rapat Pembahasan")
    paragraf(dok, "{{ rapat.kalimat }}")
    kendali(dok, "if rapat.ada_undangan or rapat.ada_notulen")
    _undangan(dok)
    kendali(dok, "endif")
    kendali(dok, "if rapat.ada_notulen")
    _notulen(dok)
    kendali(dok, "endif")
    subbab(dok, "B.", "Koreksi Realisasi")
    paragraf(dok, "{{ rapat.kalimat_koreksi }}")
    kendali(dok, "if rapat.koreksi")
    keterangan(dok, "Tabel", "Koreksi Realisasi oleh Rapat")
    tabel(
        dok,
        [["Indikator", "Semula", "Menjadi", "Alasan"]],
        [
            "for k in rapat.koreksi",
            ["{{ k.kode }} {{ k.indikator }}", "{{ k.semula }}", "{{ k.menjadi }}", "{{ k.alasan }}"],
            "endfor",
        ],
        (34, 14, 14, 38),
        gaya_kolom=(ISI, TENGAH, TENGAH, ISI),
        judul="Koreksi realisasi",
    )
    kendali(dok, "endif")
    subbab(dok, "C.", "Hasil Validasi")
    _validasi(dok)
    subbab(dok, "D.", "Pemeriksaan Otomatis")
    paragraf(dok, "{{ validasi.kalimat_peringatan }}")
    kendali(dok, "if validasi.peringatan")
    keterangan(dok, "Tabel", "Temuan Pemeriksaan Otomatis")
    tabel(
        dok,
        [["No.", "Temuan", "Tempat"]],
        ["for p in validasi.peringatan", ["{{ p.nomor }}", "{{ p.pesan }}", "{{ p.tempat }}"], "endfor"],
        (7, 58, 35),
        gaya_kolom=(TENGAH_KECIL, ISI_KECIL, ISI_KECIL),
        kecil=True,
        judul="Temuan pemeriksaan otomatis",
    )
    kendali(dok, "endif")


def _undangan(dok: Document) -> None:
    anak_subbab(dok, "1.", "Undangan")
    kendali(dok, "if rapat.ada_undangan")
    pasangan(
        dok,
        [
            ("Nomor", "{{ rapat.nomor }}"),
            ("Tanggal surat", "{{ rapat.tanggal_surat }}"),
            ("Sifat", "{{ rapat.sifat }}"),
            ("Lampiran", "{{ rapat.lampiran }}"),
            ("Hal", "{{ rapat.hal }}"),
            ("Hari/tanggal rapat", "{{ rapat.hari_tanggal }}"),
            ("Waktu", "{{ rapat.waktu }}"),
            ("Tempat", "{{ rapat.tempat }}"),
        ],
    )
    kendali(dok, "if rapat.agenda")
    paragraf(dok, "Agenda rapat:", "Judul Bagian")
    ulang_bernomor(dok, "a", "rapat.agenda")
    kendali(dok, "endif")
    kendali(dok, "if rapat.diundang")
    paragraf(dok, "Yang diundang:", "Judul Bagian")
    ulang_bernomor(dok, "u", "rapat.diundang")
    kendali(dok, "endif")
    kendali(dok, "else")
    paragraf(dok, "Undangan rapat belum diisi.")
    kendali(dok, "endif")


def _notulen(dok: Document) -> None:
    anak_subbab(dok, "2.", "Daftar Hadir")
    paragraf(dok, "{{ rapat.kalimat_hadir }}")
    kendali(dok, "if rapat.hadir")
    keterangan(dok, "Tabel", "Daftar Hadir Rapat Pembahasan")
    tabel(
        dok,
        [["No.", "Nama/NIP", "Jabatan/Instansi", "Keterangan"]],
        [
            "for h in rapat.hadir",
            [
                "{{ h.nomor }}",
                ("{{ h.nama }}", "{%p if h.nip %}", "{{ h.nip }}", "{%p endif %}"),
                "{{ h.jabatan }}",
                "{{ h.keterangan }}",
            ],
            "endfor",
        ],
        (7, 37, 33, 23),
        gaya_kolom=(TENGAH, ISI, ISI, ISI),
        judul="Daftar hadir",
    )
    kendali(dok, "endif")
    anak_subbab(dok, "3.", "Notulen")
    pasangan(
        dok,
        [
            ("Pimpinan rapat", "{{ rapat.pimpinan }}"),
            ("Notulis", "{{ rapat.notulis }}"),
            ("Pukul", "{{ rapat.pukul }}"),
        ],
    )
    spasi(dok, 2)
    bila_ada(dok, "rapat.pembukaan")
    kendali(dok, "if rapat.pembahasan")
    keterangan(dok, "Tabel", "Pokok Pembahasan per Sasaran")
    tabel(
        dok,
        [["No.", "Sasaran", "Pokok Pembahasan"]],
        ["for b in rapat.pembahasan", ["{{ b.nomor }}", "{{ b.sasaran }}", "{{ b.uraian }}"], "endfor"],
        (7, 30, 63),
        gaya_kolom=(TENGAH, ISI, ISI),
        judul="Pokok pembahasan",
    )
    kendali(dok, "endif")
    kendali(dok, "if rapat.keputusan")
    keterangan(dok, "Tabel", "Keputusan Rapat")
    tabel(
        dok,
        [["No.", "Keputusan", "Penanggung Jawab", "Batas Waktu"]],
        [
            "for k in rapat.keputusan",
            ["{{ k.nomor }}", "{{ k.uraian }}", "{{ k.pic }}", "{{ k.batas_waktu }}"],
            "endfor",
        ],
        (7, 50, 24, 19),
        gaya_kolom=(TENGAH, ISI, ISI, TENGAH),
        judul="Keputusan rapat",
    )
    kendali(dok, "else")
    paragraf(dok, "{{ rapat.kalimat_keputusan }}")
    kendali(dok, "endif")
    kendali(dok, "if rapat.foto")
    anak_subbab(dok, "4.", "Dokumentasi")
    kendali(dok, "for f in rapat.foto")
    paragraf(dok, "{{ f.gambar }}", "Normal", rata="center").paragraph_format.keep_with_next = True
    keterangan(dok, "Gambar", "{{ f.keterangan }}").paragraph_format.keep_with_next = False
    kendali(dok, "endfor")
    kendali(dok, "endif")


def _validasi(dok: Document) -> None:
    paragraf(dok, "Validasi dilakukan oleh unit kerja penanggung jawab indikator. {{ validasi.kalimat }}")
    kendali(dok, "for u in validasi.unit")
    paragraf(dok, "{{ u.unit }}", "Judul Bagian")
    paragraf(dok, "{{ u.kalimat }}")
    kendali(dok, "if u.baris")
    keterangan(dok, "Tabel", "Hasil Validasi {{ u.unit }}")
    isi = ["{{ v.putaran }}", ("{{ v.tanggal }}", "{{ v.validator }}"), "{{ v.hasil }}", "{{ v.catatan }}"]
    tabel_ = tabel(
        dok,
        [["Indikator", "Putaran", "Tanggal/Validator", "Hasil", "Catatan"]],
        [
            "for v in u.baris",
            "if v.pertama",
            ["{{ v.kode }} {{ v.indikator }}", *isi],
            ["", "{%tr else %}", "", "", ""],
            ["", *isi],
            "endif",
            "endfor",
        ],
        (26, 11, 21, 11, 31),
        gaya_kolom=(ISI_KECIL, TENGAH_KECIL, ISI_KECIL, TENGAH_KECIL, ISI_KECIL),
        kecil=True,
        judul="Hasil validasi per indikator dan putaran",
    )
    tabel_.cell(3, 0).merge(tabel_.cell(5, 0))
    buang_kosong(list(tabel_.cell(3, 0).paragraphs))
    kendali(dok, "endif")
    kendali(dok, "endfor")


# --- Bab V and lampiran ------------------------------------------------------------------------------------------


def _bab_5(dok: Document) -> None:
    bab(dok, "V", "Penutup")
    paragraf(dok, "Berdasarkan hasil pengukuran kinerja {{ badan }} {{ periode }}, disimpulkan sebagai berikut.")
    daftar = daftar_baru(dok)
    for bidang in ("indikator", "capaian", "anggaran", "validasi", "tindak_lanjut"):
        butir(dok, f"{{{{ penutup.kalimat_{bidang} }}}}", daftar)
    paragraf(
        dok,
        "Dokumen pengukuran kinerja ini menjadi dasar pengendalian pelaksanaan program dan kegiatan, pemantauan "
        "tindak lanjut, "
        "serta penyusunan Laporan Kinerja {{ badan }} Tahun {{ tahun }}.",
    )


def _lampiran(dok: Document) -> None:
    judul_bab(dok, "Lampiran")
    kendali(dok, "if lampiran")
    paragraf(dok, "Dokumen ini dilengkapi lampiran:").paragraph_format.keep_with_next = True
    ulang_bernomor(dok, "x", "lampiran")
    kendali(dok, "else")
    paragraf(dok, "Dokumen ini tidak dilengkapi lampiran.")
    kendali(dok, "endif")
