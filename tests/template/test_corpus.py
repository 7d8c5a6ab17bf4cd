"""Templates broken in one way each: exactly one finding, with its code, its place and the words that are meant."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.documents.bagian import BAGIAN
from pipeline.documents.registry import KONTEKS
from pipeline.documents.surat_pengantar import SuratPengantarKonteks
from pipeline.media import RichText
from pipeline.messages import MESSAGES
from pipeline.problems import Problem, Severity
from pipeline.show.problems import place
from pipeline.template.check import check
from pipeline.template.parts import Shelf
from tests.template import rusak
from tests.template.rusak import (
    CORE,
    DOCUMENT,
    FOOTER,
    TEMPLATES,
    Hands,
    Naskah,
    add,
    after,
    beside,
    bytes_of,
    control,
    drop,
    field_of,
    footnote,
    instead,
    link,
    marked,
    move_row,
    para,
    picture,
    recode,
    relate,
    replace_bytes,
    run,
    shipped,
    simple,
    split,
    swap,
    table,
    text_box,
    together,
    tracked,
    within,
    without,
    write,
)


@dataclass(frozen=True, slots=True)
class Kaya(SuratPengantarKonteks):
    isi: RichText


@dataclass(frozen=True)
class Rusak:
    """`kalimat` says what somebody did, `templat` to which shipped file, `tempat` where it must be told."""

    kalimat: str
    templat: str
    tangan: Hands
    kode: str
    tempat: str
    ditandai: str = ""
    konteks: type | None = None
    tulis: Callable[[Path, bytes], object] = Path.write_bytes
    huruf: Callable[[str], bool] = lambda huruf: True


SURAT = "surat-pengantar"
UNDANGAN = "undangan"
UNIT = "lembar-unit"
BERITA = "berita-acara-validasi"
BUKU = "dokumen-pengukuran-kinerja"
KOP = "bagian/kop-surat"
TTD = "bagian/tanda-tangan"
NOMOR = "Nomor {{ nomor }}"
KOP_TAG = "{%p sisip kop-surat %}"
PERJANJIAN = "isi dokumen, di bawah judul “A. Perjanjian Kinerja”"
PAGU = "isi dokumen, di bawah judul “B. Pagu Anggaran”"
METODE = (
    "isi dokumen, di bawah judul “C. Metode Pengukuran”, "
    "paragraf “Metode ini digunakan untuk seluruh capaian {{ periode }} da…”"
)
MACROS = ("vnd.openxmlformats-officedocument.wordprocessingml.document.main", "vnd.ms-word.document.macroEnabled.main")
MERGE = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge>'
COMIC = '<w:rPr><w:rFonts w:ascii="Comic Sans MS" w:hAnsi="Comic Sans MS"/></w:rPr>'
BOUND = '<w:dataBinding w:xpath="/x" w:storeItemID="y"/>'
CHOICES = '<w:dropDownList><w:listItem w:displayText="{{ nomor }}" w:value="1"/></w:dropDownList>'
EQUATION = "<m:oMath><m:r><m:t>{{ nomor }}</m:t></m:r></m:oMath>"
WORDART = '<w:r><w:pict><v:shape><v:textpath string="{{ nomor }}"/></v:shape></w:pict></w:r>'
SHAPE = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:p><a:r><a:t>{{ nomor }}</a:t></a:r></a:p>"
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
HEADER = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:hdr>'
COMMENT = (
    f'<w:comments xmlns:w="{rusak.nsmap["w"]}"><w:comment w:id="1">{para("isi {{ nomor }}")}</w:comment></w:comments>'
)
DI_NOMOR = "isi dokumen, paragraf “Nomor {{ nomor }}”"

NAMA = (
    Rusak("a variable is renamed", SURAT, write("{{ nomor }}", "{{ nomer }}"),
          "isian", "isi dokumen, paragraf “Nomor {{ nomer }}”", "nomer"),
    Rusak("a field is renamed in a row", SURAT, write("n.uraian", "n.urian"),
          "isian", "isi dokumen, Tabel 1, baris 3, kolom 2", "n.urian"),
    Rusak("a field is renamed in a loop in a loop", BUKU, write("i.tw3", "i.tw5"),
          "isian", f"{PERJANJIAN}, Tabel 4, baris 6, kolom 7", "i.tw5"),
    Rusak("a field is renamed in a condition", BUKU, write("{%tr elif b.kegiatan", "{%tr elif b.kegiatn"),
          "isian", f"{PAGU}, Tabel 5, baris 5, kolom 1", "b.kegiatn"),
    Rusak("a list is renamed where it is repeated", SURAT, write("in naskah", "in nasah"),
          "isian", "isi dokumen, Tabel 1, baris 2, kolom 1", "nasah"),
    Rusak("a list is renamed in a condition", UNIT, write("if catatan", "if catatn"),
          "isian", "isi dokumen, paragraf “{%p if catatn %}”", "catatn"),
    Rusak("a field of another document is used", SURAT, write("{{ nomor }}", "{{ pengundang }}"),
          "isian", "isi dokumen, paragraf “Nomor {{ pengundang }}”", "pengundang"),
    Rusak("capital letters are written", SURAT, write("{{ nomor }}", "{{ Nomor }}"),
          "isian", "isi dokumen, paragraf “Nomor {{ Nomor }}”", "Nomor"),
    Rusak("a name of a row is used without the row", SURAT, write("{{ n.uraian }}", "{{ uraian }}"),
          "isian", "isi dokumen, Tabel 1, baris 3, kolom 2", "uraian"),
    Rusak("a row's name is used after the last row", SURAT, within("Pengirim", run("{{ n.no }}")),
          "isian-luar", "isi dokumen, Tabel 2, baris 1, kolom 3", "n"),
    Rusak("a row's name is used before the first row", SURAT, within("Nomor", run("{{ n.no }}")),
          "isian", "isi dokumen, paragraf “Nomor {{ nomor }}{{ n.no }}”", "n"),
    Rusak("the property title names what there is not", SURAT, write("{{ nomor }}", "{{ nomr }}", CORE),
          "isian", "properti berkas", "nomr"),
    Rusak("a footer names what there is not", SURAT, within("Halaman", run(" {{ judl }}"), FOOTER),
          "isian", "kaki halaman 1, paragraf “Halaman 1 dari 1 {{ judl }}”", "judl"),
    Rusak("a footnote names what there is not", SURAT, footnote("Lihat {{ nomr }}"),
          "isian", "catatan kaki 1, paragraf “Lihat {{ nomr }}”", "nomr"),
    Rusak("an endnote names what there is not", SURAT, footnote("Lihat {{ nomr }}", "endnote"),
          "isian", "catatan akhir 1, paragraf “Lihat {{ nomr }}”", "nomr"),
    Rusak("a text box names what there is not", SURAT, within(NOMOR, text_box("Sifat {{ sifatt }}")),
          "isian", "kotak teks di isi dokumen, paragraf “Sifat {{ sifatt }}”", "sifatt"),
    Rusak("an alternative text names what there is not", SURAT, within(NOMOR, picture("Logo {{ bdan }}")),
          "isian", DI_NOMOR, "bdan"),
    Rusak("a content control names what there is not", SURAT, after(NOMOR, control(para("{{ nomr }}"))),
          "isian", "isi dokumen, paragraf “{{ nomr }}”", "nomr"),
    Rusak("a hyperlink's text names what there is not", SURAT, within(NOMOR, link("{{ nomr }}")),
          "isian", "isi dokumen, paragraf “Nomor {{ nomor }}{{ nomr }}”", "nomr"),
    Rusak("a table in a cell names what there is not", SURAT, after("Penerima", table("a", "{{ nomr }}")),
          "isian", "isi dokumen, Tabel 2, baris 1, kolom 1, Tabel 1, baris 1, kolom 2", "nomr"),
    Rusak("a name that Word split over runs is wrong", SURAT,
          instead(NOMOR, *split("Nomor {", "{ no", "mer", " }", "}")),
          "isian", "isi dokumen, paragraf “Nomor {{ nomer }}”", "nomer"),
    Rusak("a tracked insertion names what there is not", SURAT, within(NOMOR, tracked("ins", " {{ nomr }}")),
          "isian", "isi dokumen, paragraf “Nomor {{ nomor }} {{ nomr }}”", "nomr"),
    Rusak("what was moved here names what there is not", SURAT, within(NOMOR, tracked("moveTo", " {{ nomr }}")),
          "isian", "isi dokumen, paragraf “Nomor {{ nomor }} {{ nomr }}”", "nomr"),
    Rusak("a part names what there is not", KOP, write("kop.alamat", "kop.almat"),
          "isian", "isi dokumen, Tabel 1, baris 1, kolom 2", "kop.almat"),
    Rusak("a signer's field is renamed in a part", TTD, write("pejabat.nip", "pejabat.nipp"),
          "isian", "isi dokumen, paragraf “{{ pejabat.nipp }}”", "pejabat.nipp"),
    Rusak("a list is asked for a field", SURAT, write("{{ nomor }}", "{{ naskah.uraian }}"),
          "isian-daftar", "isi dokumen, paragraf “Nomor {{ naskah.uraian }}”", "naskah.uraian"),
    Rusak("a text is asked for a field", SURAT, write("{{ nomor }}", "{{ nomor.urut }}"),
          "isian-tanpa-isi", "isi dokumen, paragraf “Nomor {{ nomor.urut }}”", "nomor.urut"),
    Rusak("a name begins with an underscore", SURAT, write("{{ nomor }}", "{{ nomor.__class__ }}"),
          "terlarang", "isi dokumen, paragraf “Nomor {{ nomor.__class__ }}”", "nomor.__class__"),
    Rusak("a list is printed", SURAT, write("{{ nomor }}", "{{ naskah }}"),
          "cetak-daftar", "isi dokumen, paragraf “Nomor {{ naskah }}”", "naskah"),
    Rusak("a list of texts is printed", UNDANGAN, write("{{ d }}", "{{ diundang }}"),
          "cetak-daftar-teks", "isi dokumen, Tabel 2, baris 1, kolom 2", "diundang"),
    Rusak("a group of fields is printed", SURAT, write("{{ nomor }}", "{{ pengirim }}"),
          "cetak-kelompok", "isi dokumen, paragraf “Nomor {{ pengirim }}”", "pengirim"),
    Rusak("a yes or no is printed", BERITA, write("{{ v.nip }}", "{{ v.kiri }}"),
          "cetak-ya-tidak", "isi dokumen, Tabel 2, baris 3, kolom 2", "v.kiri"),
    Rusak("a text is repeated", SURAT, write("in naskah", "in nomor"),
          "bukan-daftar", "isi dokumen, Tabel 1, baris 2, kolom 1", "nomor"),
    Rusak("what may be missing is printed without a condition", KOP,
          write("{% if kop.logo %}{{ kop.logo }}{% endif %}", "{{ kop.logo }}"),
          "mungkin-kosong", "isi dokumen, Tabel 1, baris 1, kolom 1", "kop.logo"),
    Rusak("the condition asks for something else", KOP, write("if kop.logo", "if kop.badan"),
          "mungkin-kosong", "isi dokumen, Tabel 1, baris 1, kolom 1", "kop.logo"),
    Rusak("the condition was turned round", BUKU, write("if logo", "if not logo"),
          "mungkin-kosong", "isi dokumen, paragraf “{% if not logo %}{{ logo }}{% endif %}”", "logo"),
    Rusak("a filter that there is not", SURAT, write("{{ nomor }}", "{{ nomor|besar }}"),
          "saringan", "isi dokumen, paragraf “Nomor {{ nomor|besar }}”", "besar"),
    Rusak("a filter without what it needs", SURAT, write("{{ nomor }}", '{{ nomor|replace("/") }}'),
          "saringan-isi", 'isi dokumen, paragraf “Nomor {{ nomor|replace("/") }}”', "replace"),
    Rusak("a filter for lists on a text", SURAT, write("{{ nomor }}", '{{ nomor|join("/") }}'),
          "saringan-jenis", 'isi dokumen, paragraf “Nomor {{ nomor|join("/") }}”', "join"),
    Rusak("a text is compared with a number", BUKU, write("romawi != 'I'", "romawi != 1"),
          "banding", METODE, "!="),
    Rusak("texts are compared by size", BUKU, write("romawi != 'I'", "romawi > 'I'"),
          "urutan-teks", METODE, ">"),
    Rusak("rich text without r", SURAT, instead("{%p sisip kop-surat", run("{{ isi }}")),
          "tanpa-r", "isi dokumen, paragraf “{{ isi }}”", "{{ isi }}", konteks=Kaya),
    Rusak("r before plain text", SURAT, write("{{ nomor }}", "{{r nomor }}"),
          "pakai-r", "isi dokumen, paragraf “Nomor {{r nomor }}”", "{{r nomor }}"),
    Rusak("a name is given twice", SURAT, after(NOMOR, para('{%p set nomor = "1" %}')),
          "nama-dipakai", 'isi dokumen, paragraf “{%p set nomor = "1" %}”', "nomor"),
    Rusak("a name of the language is given", SURAT, after(NOMOR, para('{%p set loop = "1" %}')),
          "nama", 'isi dokumen, paragraf “{%p set loop = "1" %}”', "loop"),
)  # fmt: skip

EJAAN = (
    Rusak("a closing brace is missing", SURAT, write("{{ nomor }}", "{{ nomor }"),
          "kurung", "isi dokumen, paragraf “Nomor {{ nomor }”", "{{"),
    Rusak("an opening brace is missing", SURAT, write("{{ nomor }}", "{ nomor }}"),
          "kurung", "isi dokumen, paragraf “Nomor { nomor }}”", "}}"),
    Rusak("a percent sign is missing", SURAT, write("{%p endif %}", "{%p endif }"),
          "kurung", "isi dokumen, paragraf “{%p endif }”", "{%"),
    Rusak("a tag ends as another kind", SURAT, write("{{ nomor }}", "{{ nomor %}"),
          "kurung", "isi dokumen, paragraf “Nomor {{ nomor %}”", "{{"),
    Rusak("a comment is never closed", SURAT, write("Keterangan", "Keterangan {# nanti"),
          "kurung", "isi dokumen, Tabel 1, baris 1, kolom 4", "{#"),
    Rusak("a brace is missing in what Word split", SURAT, instead(NOMOR, *split("Nomor {", "{ no", "mor", " }")),
          "kurung", "isi dokumen, paragraf “Nomor {{ nomor }”", "{{"),
    Rusak("one letter of a tag was deleted while changes were tracked", SURAT,
          instead(NOMOR, run("Nomor {{ nomor }"), tracked("del", "}")),
          "kurung", "isi dokumen, paragraf “Nomor {{ nomor }”", "{{"),
    Rusak("two names in a tag", SURAT, write("{{ nomor }}", "{{ nomor surat }}"),
          "sintaks", "isi dokumen, paragraf “Nomor {{ nomor surat }}”", "{{ nomor surat }}"),
    Rusak("an empty tag", SURAT, write("{{ nomor }}", "{{ }}"),
          "sintaks", "isi dokumen, paragraf “Nomor {{ }}”", "{{ }}"),
    Rusak("words after endif", SURAT, write("{%p endif %}", "{%p endif melalui %}"),
          "sintaks", "isi dokumen, paragraf “{%p endif melalui %}”", "melalui"),
    Rusak("curly quotes in a footer", SURAT, within("Halaman", run("{% if nomor == “1” %}x{% endif %}"), FOOTER),
          "kutip", "kaki halaman 1, paragraf “Halaman 1 dari 1{% if nomor == “1” %}x{% endif %}”", "“"),
    Rusak("single curly quotes", BUKU, write("!= 'I'", "!= ‘I’"),
          "kutip", METODE, "‘"),
    Rusak("a blank that does not break", SURAT, write("{{ nomor }}", "{{\u00a0nomor }}"), "spasi", DI_NOMOR, " "),
    Rusak("a hyphen that nobody sees", SURAT, write("{{ nomor }}", "{{ no\u00admor }}"),
          "spasi", "isi dokumen, paragraf “Nomor {{ no\u00admor }}”", "\u00ad"),
    Rusak("a sign that eats blanks", SURAT, write("{{ nomor }}", "{{- nomor }}"),
          "minus", "isi dokumen, paragraf “Nomor {{- nomor }}”", "-"),
    Rusak("a blank before p", SURAT, write("{%p if", "{% p if"),
          "awalan", "isi dokumen, paragraf “{% p if melalui %}”", "p"),
    Rusak("a capital P", SURAT, write("{%p endif", "{%P endif"), "awalan", "isi dokumen, paragraf “{%P endif %}”", "P"),
    Rusak("p before a field", SURAT, write("{{ melalui }}", "{{p melalui }}"),
          "awalan-isian", "isi dokumen, paragraf “{{p melalui }}”", "p"),
    Rusak("a statement in Indonesian", SURAT, write("{%p endif", "{%p akhir"),
          "perintah", "isi dokumen, paragraf “{%p akhir %}”", "akhir"),
    Rusak("end if in two words", SURAT, write("{%p endif", "{%p end if"),
          "perintah", "isi dokumen, paragraf “{%p end if %}”", "end"),
    Rusak("else if in two words", BUKU, write("{%tr elif", "{%tr else if"),
          "perintah", f"{PAGU}, Tabel 5, baris 5, kolom 1", "else"),
    Rusak("a file is to be included", SURAT, after(NOMOR, para('{% include "x.docx" %}')),
          "perintah-terlarang", 'isi dokumen, paragraf “{% include "x.docx" %}”', "include"),
    Rusak("a macro", SURAT, after(NOMOR, para("{% macro m() %}x{% endmacro %}")),
          "perintah-terlarang", "isi dokumen, paragraf “{% macro m() %}x{% endmacro %}”", "macro"),
    Rusak("a call", SURAT, write("{{ nomor }}", "{{ nomor.upper() }}"),
          "ungkapan", "isi dokumen, paragraf “Nomor {{ nomor.upper() }}”", "("),
    Rusak("a place in a list", SURAT, write("{{ nomor }}", "{{ naskah[0].uraian }}"),
          "ungkapan", "isi dokumen, paragraf “Nomor {{ naskah[0].uraian }}”", "["),
    Rusak("a calculation", SURAT, write("{{ nomor }}", "{{ nomor + 1 }}"),
          "ungkapan", "isi dokumen, paragraf “Nomor {{ nomor + 1 }}”", "{{ nomor + 1 }}"),
    Rusak("a test", SURAT, write("if melalui", "if melalui is defined"),
          "ungkapan", "isi dokumen, paragraf “{%p if melalui is defined %}”", " is "),
)  # fmt: skip

BLOK = (
    Rusak("an endif is missing", SURAT, drop("{%p endif %}"),
          "blok-kurang", "isi dokumen, paragraf “{%p if melalui %}”", "{%p if melalui %}"),
    Rusak("a row's endfor is missing", SURAT, drop("{%tr endfor %}"),
          "blok-kurang", "isi dokumen, Tabel 1, baris 2, kolom 1", "{%tr for n in naskah %}"),
    Rusak("an inner endfor is missing", BUKU, drop("{%tr endfor %}", 1),
          "blok-kurang", f"{PERJANJIAN}, Tabel 4, baris 3, kolom 1", "{%tr for s in perencanaan.kelompok %}"),
    Rusak("a condition's beginning is missing", UNIT, drop("{%p if catatan %}"),
          "blok-lebih", "isi dokumen, paragraf “{%p endif %}”", "{%p endif %}"),
    Rusak("a row's beginning is missing", SURAT, drop("{%tr for n"),
          "blok-lebih", "isi dokumen, Tabel 1, baris 3, kolom 1", "{%tr endfor %}"),
    Rusak("ends are in each other's place", UNIT, swap("{%p endfor %}", "{%p endif %}"),
          "blok-silang", "isi dokumen, paragraf “{%p endif %}”", "{%p endif %}"),
    Rusak("a row's endfor stands in another table", SURAT, move_row("{%tr endfor %}", "Penerima"),
          "blok-tempat", "isi dokumen, Tabel 2, baris 2, kolom 1", "{%tr endfor %}"),
    Rusak("two else", UNDANGAN, after("{%p else %}", para("{%p else %}")),
          "sesudah-else", "isi dokumen, Tabel 2, baris 1, kolom 2", "{%p else %}"),
    Rusak("elif after else", BUKU, swap("{%tr elif b.kegiatan %}", "{%tr else %}"),
          "sesudah-else", f"{PAGU}, Tabel 5, baris 7, kolom 1", "{%tr elif b.kegiatan %}"),
    Rusak("a condition in a line ends in the next", SURAT,
          together(write("{%p if melalui %}", "{% if melalui %}"), write("{%p endif %}", "{% endif %}")),
          "blok-tempat", "isi dokumen, paragraf “{% endif %}”", "{% endif %}"),
    Rusak("a loop over paragraphs ends in a cell", SURAT,
          together(after(NOMOR, para("{%p for x in naskah %}")), after("Penerima", para("{%p endfor %}"))),
          "blok-tempat", "isi dokumen, Tabel 2, baris 1, kolom 1", "{%p endfor %}"),
    Rusak("a condition begins in a hyperlink and ends beside it", SURAT,
          together(within(NOMOR, link("{% if nomor %}")), within(NOMOR, run("{% endif %}"))),
          "blok-tempat", "isi dokumen, paragraf “Nomor {{ nomor }}{% if nomor %}{% endif %}”", "{% endif %}"),
    Rusak("a condition begins in a content control and ends beside it", SURAT,
          together(within(NOMOR, control(run("{% if nomor %}"))), within(NOMOR, run("{% endif %}"))),
          "blok-tempat", "isi dokumen, paragraf “Nomor {{ nomor }}{% if nomor %}{% endif %}”", "{% endif %}"),
    Rusak("thirteen conditions in each other", SURAT, after(NOMOR, para("{% if nomor %}" * 13 + "{% endif %}" * 13)),
          "terlalu-dalam", "isi dokumen, paragraf “" + "{% if nomor %}" * 4 + "{% …”", "{% if nomor %}"),
    Rusak("text beside a tag for a paragraph", SURAT, within("{%p if melalui", run(" melalui")),
          "sendiri-p", "isi dokumen, paragraf “{%p if melalui %} melalui”", "{%p if melalui %}"),
    Rusak("a column break beside a tag for a paragraph", SURAT,
          within("{%p if melalui", '<w:r><w:br w:type="column"/></w:r>'),
          "sendiri-p", "isi dokumen, paragraf “{%p if melalui %}”", "{%p if melalui %}"),
    Rusak("a picture beside a tag for a paragraph", SURAT, within("{%p if melalui", picture("Logo")),
          "sendiri-p", "isi dokumen, paragraf “{%p if melalui %}”", "{%p if melalui %}"),
    Rusak("two tags for a paragraph in one", SURAT, within("{%p endif %}", run("{%p set x = nomor %}")),
          "dua-p", "isi dokumen, paragraf “{%p endif %}{%p set x = nomor %}”", "{%p endif %}"),
    Rusak("text in the row of a row's tag", SURAT, instead("{%tr for n", run("{%tr for n in naskah %} Uraian")),
          "sendiri-tr", "isi dokumen, Tabel 1, baris 2, kolom 1", "{%tr for n in naskah %}"),
    Rusak("text in another cell of the row of a row's tag", UNIT, beside("{%tr for b in baris %}", "Keterangan"),
          "sendiri-tr", "isi dokumen, Tabel 1, baris 3, kolom 1", "{%tr for b in baris %}"),
    Rusak("two row tags in one row", SURAT, after("{%tr for n in naskah", para("{%tr set x = nomor %}")),
          "dua-tr", "isi dokumen, Tabel 1, baris 2, kolom 1", "{%tr for n in naskah %}"),
    Rusak("a table in the row of a row's tag", SURAT, after("{%tr for n", table("")),
          "sendiri-tr", "isi dokumen, Tabel 1, baris 2, kolom 1", "{%tr for n in naskah %}"),
    Rusak("text beside a cell's tag", SURAT, instead("Keterangan", run("{%tc set x = nomor %} x")),
          "sendiri-tc", "isi dokumen, Tabel 1, baris 1, kolom 4", "{%tc set x = nomor %}"),
    Rusak("two cell tags in one cell", SURAT, instead("Keterangan", run("{%tc if nomor %}{%tc endif %}")),
          "dua-tc", "isi dokumen, Tabel 1, baris 1, kolom 4", "{%tc if nomor %}"),
    Rusak("a percent sign inside a tag for a paragraph", SURAT, write("if melalui", 'if nomor == "5%"'),
          "isi-tag", 'isi dokumen, paragraf “{%p if nomor == "5%" %}”', "%"),
    Rusak("a row's tag outside of a table", SURAT, after(NOMOR, para('{%tr set x = nomor %}')),
          "luar-tabel", "isi dokumen, paragraf “{%tr set x = nomor %}”", "tr"),
)  # fmt: skip

TEMPAT = (
    Rusak("a field in single braces", SURAT, within(NOMOR, run(" { nomor }")),
          "kurung-tunggal", "isi dokumen, paragraf “Nomor {{ nomor }} { nomor }”", "{ nomor }"),
    Rusak("a field as a statement", SURAT, within(NOMOR, run("{% nomor %}")),
          "isian-perintah", "isi dokumen, paragraf “Nomor {{ nomor }}{% nomor %}”", "nomor"),
    Rusak("today's date", SURAT, within(NOMOR, simple(" DATE ", "1 Januari 2026")),
          "bidang", "isi dokumen, paragraf “Nomor {{ nomor }}1 Januari 2026”", "DATE"),
    Rusak("a tag in a comment", SURAT, add("word/comments.xml", COMMENT, "comments"),
          "komentar", "komentar", "{{ nomor }}"),
    Rusak("a tag in the company's name", SURAT,
          replace_bytes("docProps/app.xml", "</Properties>", "<Company>{{ kop.badan }}</Company></Properties>"),
          "tempat", "properti berkas", "{{ kop.badan }}"),
    Rusak("a tag in a property of one's own", SURAT,
          add("docProps/custom.xml", "<Properties><property><lpwstr>{{ nomor }}</lpwstr></property></Properties>"),
          "tempat", "properti berkas", "{{ nomor }}"),
    Rusak("a tag in the state of the file", SURAT,
          replace_bytes(CORE, "<cp:category>", "<cp:contentStatus>{{ nomor }}</cp:contentStatus><cp:category>"),
          "tempat", "properti berkas", "{{ nomor }}"),
    Rusak("a tag in a link's address", SURAT,
          relate(DOCUMENT, "rId77", "hyperlink", "https://bkpsdm.example.id/{{ nomor }}"),
          "tempat", "bagian word/_rels/document.xml.rels", "{{ nomor }}"),
    Rusak("a tag in a link's address as Word writes it", SURAT,
          relate(DOCUMENT, "rId77", "hyperlink", "https://bkpsdm.example.id/%7B%7B%20nomor%20%7D%7D"),
          "tempat", "bagian word/_rels/document.xml.rels", "%7B%7B%20nomor%20%7D%7D"),
    Rusak("a tag in a chart", SURAT,
          add("word/charts/chart1.xml", "<c:chart xmlns:c='urn:c'><c:t>{{ nomor }}</c:t></c:chart>"),
          "tempat", "bagian word/charts/chart1.xml", "{{ nomor }}"),
    Rusak("a tag in a diagram", SURAT, add("word/diagrams/data1.xml", "<d xmlns='urn:d'>{% if nomor %}</d>"),
          "tempat", "bagian word/diagrams/data1.xml", "{% if nomor %}"),
    Rusak("a tag in a style's name", SURAT, replace_bytes("word/styles.xml", 'w:val="Normal"', 'w:val="{{ nomor }}"'),
          "tempat", "gaya (styles)", "{{ nomor }}"),
    Rusak("a tag in a number's text", SURAT,
          replace_bytes("word/numbering.xml", "<w:lvlText w:val=\"", "<w:lvlText w:val=\"{{ nomor }}"),
          "tempat", "penomoran", "{{ nomor }}•"),
    Rusak("a tag in a field's code", SURAT, instead(NOMOR, *field_of(' HYPERLINK "https://x.example.id/{{ nomor }}" ')),
          "tempat", "isi dokumen, paragraf “1”", 'HYPERLINK "https://x.example.id/{{ nomor }}"'),
    Rusak("a tag in a simple field's code", SURAT, within(NOMOR, simple(" TITLE {{ nomor }} ", "x")),
          "tempat", "isi dokumen, paragraf “Nomor {{ nomor }}x”", "TITLE {{ nomor }}"),
    Rusak("a tag in a field's result", SURAT, instead(NOMOR, *field_of(" TITLE ", "{{ nomor }}")),
          "tempat", "isi dokumen, paragraf “{{ nomor }}”", "{{ nomor }}"),
    Rusak("a tag in a content control that Word fills in itself", SURAT,
          within(NOMOR, control(run("{{ nomor }}"), BOUND)),
          "tempat", "isi dokumen, paragraf “Nomor {{ nomor }}{{ nomor }}”", "{{ nomor }}"),
    Rusak("a tag in an equation", SURAT, within(NOMOR, EQUATION),
          "tempat", DI_NOMOR, "{{ nomor }}"),
    Rusak("a tag in a shape's own text", SURAT, within(NOMOR, SHAPE),
          "tempat", DI_NOMOR, "{{ nomor }}"),
    Rusak("a tag in WordArt", SURAT, within(NOMOR, WORDART),
          "tempat", DI_NOMOR, "{{ nomor }}"),
    Rusak("a tag in the choices of a content control", SURAT, within(NOMOR, control(run("x"), CHOICES)),
          "tempat", "isi dokumen, paragraf “Nomor {{ nomor }}x”", "{{ nomor }}"),
    Rusak("a condition in an alternative text", SURAT, within(NOMOR, picture("Logo{% set x = nomor %}")),
          "tempat", DI_NOMOR, "{% set x = nomor %}"),
    Rusak("a picture in a footnote", BUKU, footnote("{% if logo %}{{ logo }}{% endif %}", at="Daftar Isi"),
          "tempat", "catatan kaki 1, paragraf “{% if logo %}{{ logo }}{% endif %}”", "{{ logo }}"),
    Rusak("a field of a mail merge", SURAT,
          instead(NOMOR, *field_of(" MERGEFIELD  Nomor  \\* MERGEFORMAT ", "«Nomor»")),
          "gabung-surat", "isi dokumen, paragraf “«Nomor»”", "MERGEFIELD  Nomor  \\* MERGEFORMAT"),
    Rusak("a simple field of a mail merge", SURAT, within(NOMOR, simple(" MERGEFIELD Nomor ", "«Nomor»")),
          "gabung-surat", "isi dokumen, paragraf “Nomor {{ nomor }}«Nomor»”", "MERGEFIELD Nomor"),
    Rusak("the settings of a mail merge", SURAT, replace_bytes("word/settings.xml", "<w:zoom", f"{MERGE}<w:zoom"),
          "gabung-surat", "setelan dokumen"),
    Rusak("the data of a mail merge", SURAT,
          relate("word/settings.xml", "rId1", "mailMergeSource", "file:///C:/daftar.xlsx"),
          "gabung-surat", "setelan dokumen"),
    Rusak("a picture that is fetched", SURAT, relate(DOCUMENT, "rId77", "image", "https://example.id/logo.png"),
          "tautan-luar", "isi dokumen", "https://example.id/logo.png"),
    Rusak("a picture that a field fetches", SURAT,
          instead(NOMOR, *field_of(' INCLUDEPICTURE "https://example.id/logo.png" ', "x")),
          "tautan-luar", "isi dokumen, paragraf “x”", 'INCLUDEPICTURE "https://example.id/logo.png"'),
    Rusak("another program is asked", SURAT, instead(NOMOR, *field_of(' DDEAUTO excel "C:/x.xlsx" ', "x")),
          "tautan-luar", "isi dokumen, paragraf “x”", 'DDEAUTO excel "C:/x.xlsx"'),
    Rusak("a document that is fetched", SURAT, relate(DOCUMENT, "rId77", "subDocument", "bab2.docx"),
          "tautan-luar", "isi dokumen", "bab2.docx"),
)  # fmt: skip

BERKAS = (
    Rusak("a template of Word itself", SURAT,
          replace_bytes("[Content_Types].xml", "wordprocessingml.document.main", "wordprocessingml.template.main"),
          "jenis-lain", "seluruh berkas"),
    Rusak("a million paragraphs", SURAT,
          replace_bytes(DOCUMENT, "<w:body>", "<w:body>" + "<w:p/>" * 1_300_000), "besar", "seluruh berkas"),
    Rusak("a header under another name", SURAT,
          together(add("word/kop.dat", HEADER), relate(DOCUMENT, "rId78", "header", "kop.dat", external=False)),
          "isi-zip", "bagian word/kop.dat"),
    Rusak("Strict Open XML", SURAT,
          replace_bytes(DOCUMENT, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "http://purl.oclc.org/ooxml/wordprocessingml/main"),
          "jenis-lain", "seluruh berkas"),
    Rusak("a file that is not there", SURAT, lambda naskah: setattr(naskah, "raw", b""),
          "hilang", "seluruh berkas", tulis=lambda file, isi: None),
    Rusak("a folder called .docx", SURAT, bytes_of(lambda parts: b""), "terkunci", "seluruh berkas",
          tulis=lambda file, isi: file.mkdir()),
    Rusak("a file of Word 97", SURAT, bytes_of(lambda parts: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
          "lama", "seluruh berkas"),
    Rusak("a text called .docx", SURAT, bytes_of(lambda parts: b"Surat Pengantar"), "bukan-word", "seluruh berkas"),
    Rusak("an empty file", SURAT, bytes_of(lambda parts: b""), "bukan-word", "seluruh berkas"),
    Rusak("half a file", SURAT, bytes_of(rusak.cut), "bukan-word", "seluruh berkas"),
    Rusak("a file whose list is wrong", SURAT, bytes_of(rusak.liar), "rusak", "seluruh berkas"),
    Rusak("a byte that was changed", SURAT, bytes_of(rusak.spoiled), "rusak", "seluruh berkas"),
    Rusak("entries that are encrypted", SURAT, bytes_of(rusak.locked), "rusak", "seluruh berkas"),
    Rusak("XML without an end", SURAT, replace_bytes(FOOTER, "</w:ftr>", ""), "rusak", "kaki halaman 1"),
    Rusak("a zip bomb", SURAT, bytes_of(rusak.bomb), "besar", "seluruh berkas"),
    Rusak("no body", SURAT, without(DOCUMENT), "bagian-hilang", "isi dokumen"),
    Rusak("a file of OpenDocument", SURAT, without("[Content_Types].xml"),
          "bagian-hilang", "bagian [Content_Types].xml"),
    Rusak("an entry that would lie outside", SURAT, bytes_of(rusak.outside), "isi-zip", "seluruh berkas"),
    Rusak("an entry twice", SURAT, bytes_of(rusak.doubled), "isi-zip", "seluruh berkas"),
    Rusak("thousands of entries", SURAT, bytes_of(rusak.crowded), "isi-zip", "seluruh berkas"),
    Rusak("a DTD", SURAT, replace_bytes(DOCUMENT, "<w:document", '<!DOCTYPE x [<!ENTITY a "a">]><w:document'),
          "dtd", "isi dokumen"),
    Rusak("a DTD in another encoding", SURAT, recode(FOOTER, "utf-16", '<!DOCTYPE x SYSTEM "file:///x">'),
          "dtd", "kaki halaman 1"),
    Rusak("macros", SURAT, add("word/vbaProject.bin", "x"), "makro", "seluruh berkas"),
    Rusak("a file made for macros", SURAT, replace_bytes("[Content_Types].xml", *MACROS),
          "makro", "seluruh berkas"),
    Rusak("a table of Excel", SURAT, add("word/embeddings/oleObject1.bin", "x"),
          "objek", "bagian word/embeddings/oleObject1.bin"),
    Rusak("an active control", SURAT, add("word/activeX/activeX1.xml", "<x/>"),
          "objek", "bagian word/activeX/activeX1.xml"),
    Rusak("another file put in whole", SURAT,
          together(add("word/afchunk.mht", "MIME-Version: 1.0"),
                   relate(DOCUMENT, "rId77", "aFChunk", "afchunk.mht", external=False)),
          "objek", "isi dokumen"),
    Rusak("a font that the machine lacks", SURAT, within(NOMOR, run("x", COMIC)),
          "huruf", "isi dokumen, paragraf “Nomor {{ nomor }}x”", huruf=lambda huruf: huruf != "Comic Sans MS"),
    Rusak("a picture without alternative text", SURAT, within(NOMOR, picture(" ")), "teks-alternatif", DI_NOMOR),
    Rusak("English as the language of a paragraph", SURAT,
          within(NOMOR, run("x", '<w:rPr><w:lang w:val="en-US"/></w:rPr>')),
          "bahasa", "isi dokumen, paragraf “Nomor {{ nomor }}x”"),
    Rusak("English as the language of the file", SURAT,
          replace_bytes("word/styles.xml", 'w:lang w:val="id-ID"', 'w:lang w:val="en-US"'),
          "bahasa-gaya", "gaya (styles)"),
)  # fmt: skip

SISIP = (
    Rusak("a part that there is not", SURAT, write("sisip kop-surat", "sisip kop-dinas"),
          "sisip-tidak-ada", "isi dokumen, paragraf “{%p sisip kop-dinas %}”", "kop-dinas"),
    Rusak("a portion that there is not", SURAT, write("tanda-tangan/jabatan", "tanda-tangan/gelar"),
          "sisip-penggalan", "isi dokumen, Tabel 2, baris 1, kolom 3", "gelar"),
    Rusak("a portion of a part without any", SURAT, write("sisip kop-surat", "sisip kop-surat/atas"),
          "sisip-tanpa-penggalan", "isi dokumen, paragraf “{%p sisip kop-surat/atas %}”", "atas"),
    Rusak("a signer is missing", SURAT, write("/jabatan pengirim", "/jabatan"),
          "sisip-pejabat-kurang", "isi dokumen, Tabel 2, baris 1, kolom 3", "tanda-tangan"),
    Rusak("a signer for a kop", SURAT, write("sisip kop-surat", "sisip kop-surat pengirim"),
          "sisip-pejabat-lebih", "isi dokumen, paragraf “{%p sisip kop-surat pengirim %}”", "pengirim"),
    Rusak("a letterhead inside a loop that takes its name", SURAT,
          together(*(after(NOMOR, para(text)) for text in ("{%p endfor %}", KOP_TAG, "{%p for kop in naskah %}"))),
          "sisip-nama-lain", "isi dokumen, paragraf “{%p sisip kop-surat %}”", KOP_TAG),
    Rusak("a signer who is none", SURAT, write("/jabatan pengirim", "/jabatan kop"),
          "sisip-pejabat-jenis", "isi dokumen, Tabel 2, baris 1, kolom 3", "kop"),
    Rusak("a signer that there is not", SURAT, write("/jabatan pengirim", "/jabatan pengirm"),
          "isian", "isi dokumen, Tabel 2, baris 1, kolom 3", "pengirm"),
    Rusak("a part in the middle of a line", SURAT, write("{%p sisip kop-surat", "{% sisip kop-surat"),
          "sisip-bentuk", "isi dokumen, paragraf “{% sisip kop-surat %}”", "{% sisip kop-surat %}"),
    Rusak("a part in a property", SURAT, write("Surat Pengantar {{ nomor }}", "{%p sisip kop-surat %}", CORE),
          "sisip-tempat", "properti berkas", "{%p sisip kop-surat %}"),
    Rusak("a part in a part", KOP, after("kop.alamat", para("{%p sisip tanda-tangan pejabat %}")),
          "sisip-bersarang", "isi dokumen, Tabel 1, baris 1, kolom 2", "{%p sisip tanda-tangan pejabat %}"),
    Rusak("a portion twice", TTD, after("pejabat.nip", para("{%p bagian jabatan %}")),
          "sisip-penggalan-ganda", "isi dokumen, paragraf “{%p bagian jabatan %}”", "{%p bagian jabatan %}"),
    Rusak("a list with numbers in a part", KOP,
          after("kop.alamat", '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'),
          "sisip-isi", "isi dokumen, Tabel 1, baris 1, kolom 2"),
    Rusak("a letterhead where there is no agency", "pindaian", after("{{ gambar }}", para("{%p sisip kop-surat %}")),
          "sisip-isian", "isi dokumen, paragraf “{%p sisip kop-surat %}”", "{%p sisip kop-surat %}"),
    Rusak("a part that is no Word file", KOP, bytes_of(lambda parts: b"kop"), "bukan-word", "seluruh berkas"),
    Rusak("a condition of a part over two portions", TTD, drop("{%p endif %}"),
          "blok-kurang", "isi dokumen, paragraf “{%p if pejabat.atas_nama %}”", "{%p if pejabat.atas_nama %}"),
)  # fmt: skip

WARNINGS = ("huruf", "teks-alternatif", "bahasa", "bahasa-gaya", "komentar", "kurung-tunggal")
ELSEWHERE = {
    *("templat-jalan", "templat-nilai", "templat-sisa", "templat-susunan"),  # only the data show them
    *("templat-tanpa-dokumen", "templat-tidak-ada", "templat-bukan-nama", "templat-isian-lain"),  # of dokumen.yaml
}
"""Codes that are given where templates are filled in, and where documents are listed."""
SEMUA = (*NAMA, *EJAAN, *BLOK, *TEMPAT, *BERKAS, *SISIP)


def found_in(folder: Path, row: Rusak) -> tuple[Problem, ...]:
    """What the check says of a template that was broken; of one that puts the part in, where that is broken."""
    naskah = Naskah(dict(shipped(row.templat)))
    row.tangan(naskah)
    key, file = (SURAT if row.templat in (KOP, TTD) else row.templat), folder / f"{row.templat}.docx"
    shelf = TEMPLATES / "bagian"
    if key != row.templat:
        shelf = shutil.copytree(shelf, folder / "bagian")
    row.tulis(file, naskah.saved())
    template = file if key == row.templat else TEMPLATES / f"{key}.docx"
    return check(template, f"{key}.docx", row.konteks or KONTEKS[key], Shelf(shelf, BAGIAN), row.huruf)


@pytest.mark.parametrize("row", SEMUA, ids=lambda row: row.kalimat)
def test_one_mistake_is_one_finding_at_its_place(tmp_path: Path, row: Rusak) -> None:
    (found,) = found_in(tmp_path, row)
    assert found.code.removeprefix("templat-") == row.kode
    assert place(found, "id") == f"{row.templat}.docx, {row.tempat}"
    assert marked(found) == row.ditandai
    assert found.severity is (Severity.PERINGATAN if row.kode in WARNINGS else Severity.SALAH)


def test_every_problem_of_a_template_stands_in_the_corpus() -> None:
    codes = {c.removeprefix("masalah.") for c in MESSAGES if re.fullmatch(r"masalah\.(templat|sisip)-[\w-]+", c)}
    assert {code for code in codes if code.removeprefix("templat-") not in {row.kode for row in SEMUA}} == ELSEWHERE


def test_no_two_rows_of_the_corpus_have_one_name() -> None:
    assert len({row.kalimat for row in SEMUA}) == len(SEMUA)
