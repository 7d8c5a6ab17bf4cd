"""How a new Word template is set in the house style: page, styles, kop surat, tables, fields; it knows no text.

A template is composed once (see `susun.py`) and from then on edited in Word. Tags of docxtpl (`{{ … }}`, `{%p … %}`,
`{%tr … %}`) are ordinary text here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import rumah
from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

ISI, TENGAH, KANAN = "Isi Tabel", "Isi Tabel Tengah", "Isi Tabel Kanan"
ISI_KECIL, TENGAH_KECIL, KANAN_KECIL = "Isi Tabel Kecil", "Isi Tabel Kecil Tengah", "Isi Tabel Kecil Kanan"

Wadah = Dokumen | _Cell
Sel = str | Sequence[str]
"""A body cell: one paragraph, or several."""
SelKepala = str | tuple[str, int] | None
"""A header cell: text, text over n columns, or None where the cell above goes on."""


@dataclass(frozen=True)
class Tepi:
    """Page margins in millimetres."""

    atas: float = 25
    kiri: float = 30
    kanan: float = 20
    bawah: float = 25
    kop: float = 12.5


NASKAH = Tepi()
SURAT = Tepi(atas=15, kiri=25, kanan=20, bawah=20, kop=10)
LANSKAP = Tepi(atas=25, kiri=20, kanan=20, bawah=20)

# --- the document ------------------------------------------------------------------------------------------------


def dokumen_baru(
    judul: str, *, subjek: str, penulis: str = "", kata_kunci: str = "", tepi: Tepi = NASKAH, lanskap: bool = False
) -> Dokumen:
    """An empty A4 document with the house styles, the footer "Halaman x dari y" and filled core properties.

    Tags may stand in the properties too: `penulis="{{ kop.badan }}"`.
    """
    dok = Document()
    for jenis in (RT.WEB_SETTINGS, RT.CUSTOM_XML, _DENGAN_EFEK):
        _lepas(dok.part, jenis)
    _lepas(dok.part.package, _THUMBNAIL)
    _ganti_isi(dok.styles.element, rumah.gaya_xml())
    _ganti_isi(dok.part.numbering_part.element, rumah.nomor_xml())
    _ganti_isi(dok.settings.element, rumah.setelan_xml())
    tema = dok.part.part_related_by(RT.THEME)
    tema._blob = re.sub(rb'(<a:latin typeface=")[^"]*', rb"\g<1>" + rumah.HURUF.encode(), tema.blob)
    dok.part.part_related_by(RT.FONT_TABLE)._blob = rumah.huruf_tabel_xml().encode()
    dok.part.package.part_related_by(RT.EXTENDED_PROPERTIES)._blob = rumah.aplikasi_xml().encode()
    inti = dok.core_properties
    inti.title, inti.subject, inti.keywords = judul, subjek, kata_kunci or subjek
    inti.author = inti.last_modified_by = penulis
    inti.category, inti.language, inti.comments = "Naskah dinas", rumah.BAHASA, ""
    inti.created = inti.modified = datetime.datetime(2026, 1, 5, 1, 0)  # noqa: DTZ001 - OOXML wants UTC without a zone
    inti.revision = 1
    _atur_halaman(dok.sections[0], tepi, lanskap=lanskap)
    kaki_halaman(dok.sections[0])
    return dok


def tanpa_kaki_halaman(dok: Dokumen) -> None:
    """No footer at all: a part that is put into others, or a picture that fills the page."""
    _lepas(dok.part, RT.FOOTER)
    for rujukan in dok.element.body.iter(qn("w:footerReference")):
        rujukan.getparent().remove(rujukan)


_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_DENGAN_EFEK = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"


def _lepas(bagian: Any, jenis: str) -> None:
    for rid in [rid for rid, rel in bagian.rels.items() if rel.reltype == jenis]:
        del bagian.rels[rid]


def _ganti_isi(akar: Any, xml: str) -> None:
    baru = parse_xml(xml.encode())
    for anak in list(akar):
        akar.remove(anak)
    akar.extend(list(baru))


def _atur_halaman(bagian: Section, tepi: Tepi, *, lanskap: bool = False) -> None:
    lebar, tinggi = (297, 210) if lanskap else (210, 297)
    bagian.orientation = WD_ORIENT.LANDSCAPE if lanskap else WD_ORIENT.PORTRAIT
    bagian.page_width, bagian.page_height = Mm(lebar), Mm(tinggi)
    bagian.top_margin, bagian.bottom_margin = Mm(tepi.atas), Mm(tepi.bawah)
    bagian.left_margin, bagian.right_margin = Mm(tepi.kiri), Mm(tepi.kanan)
    bagian.header_distance, bagian.footer_distance, bagian.gutter = Mm(tepi.kop), Mm(12.5), Mm(0)


def bagian_baru(dok: Dokumen, *, lanskap: bool = False, tepi: Tepi | None = None) -> Section:
    """Start a section on a new page; its header and footer go on from the section before."""
    bagian = dok.add_section(WD_SECTION.NEW_PAGE)
    _atur_halaman(bagian, tepi or (LANSKAP if lanskap else NASKAH), lanskap=lanskap)
    bagian.different_first_page_header_footer = False
    return bagian


def kaki_halaman(bagian: Section, kiri: str = "") -> None:
    """Footer "Halaman x dari y" at the right, with an optional text at the left (a tag may stand in it)."""
    bagian.footer.is_linked_to_previous = False
    paragraf_ = bagian.footer.paragraphs[0]
    paragraf_.style = "footer"
    if kiri:
        paragraf_.paragraph_format.alignment = 0
        paragraf_.paragraph_format.tab_stops.add_tab_stop(lebar_isi(bagian), 2)
        paragraf_.add_run(kiri + "\t")
    paragraf_.add_run("Halaman ")
    medan(paragraf_, "PAGE", "1")
    paragraf_.add_run(" dari ")
    medan(paragraf_, "NUMPAGES", "1")


def lebar_isi(bagian: Section) -> int:
    """The text width of a section in EMU."""
    return int(bagian.page_width or 0) - int(bagian.left_margin or 0) - int(bagian.right_margin or 0)


def halaman_pertama_polos(bagian: Section) -> None:
    """No header and footer on the section's first page (a cover)."""
    bagian.different_first_page_header_footer = True


# --- paragraphs and fields ---------------------------------------------------------------------------------------


def paragraf(wadah: Wadah, teks: str = "", gaya: str = "Body Text", *, rata: str | None = None) -> Paragraph:
    """A paragraph; `**…**` is bold, `//…//` italic. `rata` overrides the style: left, center, right or both."""
    # A new cell comes with one empty paragraph, which must not stay before the first text.
    kosong = isinstance(wadah, _Cell) and len(wadah.paragraphs) == 1 and not wadah.paragraphs[0].runs
    if kosong and not wadah.tables:
        par = wadah.paragraphs[0]
        par.style = gaya
    else:
        par = wadah.add_paragraph(style=gaya)
    tulis(par, teks)
    if rata:
        par._p.get_or_add_pPr().get_or_add_jc().set(qn("w:val"), rata)
    return par


def tulis(par: Paragraph, teks: str) -> None:
    """Add text to a paragraph; `**…**` is bold, `//…//` italic, a newline a line break, a tab a tab."""
    for i, bagian in enumerate(teks.split("**")):
        for j, potong in enumerate(bagian.split("//") if "://" not in bagian else [bagian]):
            if potong:
                lari = par.add_run(potong)
                lari.bold = True if i % 2 else None
                lari.italic = True if j % 2 else None


def kendali(wadah: Wadah, tag: str) -> Paragraph:
    """A paragraph that holds only a control tag: `kendali(dok, "if ada")` writes `{%p if ada %}`."""
    return paragraf(wadah, f"{{%p {tag} %}}", "Normal")


def bab(dok: Dokumen, nomor: str, judul: str) -> Paragraph:
    """Heading 1 "BAB I⏎PENDAHULUAN" on a new page."""
    return paragraf(dok, f"BAB {nomor}\n{judul}", "heading 1")


def judul_bab(dok: Dokumen, judul: str) -> Paragraph:
    """Heading 1 without a number (KATA PENGANTAR, DAFTAR ISI, LAMPIRAN) on a new page."""
    return paragraf(dok, judul, "heading 1")


def subbab(dok: Dokumen, nomor: str, judul: str) -> Paragraph:
    """Heading 2 "A.⇥Dasar Hukum"."""
    return paragraf(dok, f"{nomor}\t{judul}" if nomor else judul, "heading 2")


def anak_subbab(dok: Dokumen, nomor: str, judul: str) -> Paragraph:
    """Heading 3 "1.⇥…"."""
    return paragraf(dok, f"{nomor}\t{judul}" if nomor else judul, "heading 3")


def medan(par: Paragraph, perintah: str, hasil: str = "") -> None:
    """A Word field with its cached result."""
    for jenis in ("begin", None, "separate", "", "end"):
        lari = par.add_run()
        if jenis is None:
            teks = OxmlElement("w:instrText")
            teks.set(qn("xml:space"), "preserve")
            teks.text = f" {perintah} "
            lari._r.append(teks)
        elif jenis == "":
            lari.text = hasil
        else:
            tanda = OxmlElement("w:fldChar")
            tanda.set(qn("w:fldCharType"), jenis)
            lari._r.append(tanda)


def keterangan(wadah: Wadah, jenis: str, teks: str, penanda_: str = "") -> Paragraph:
    """A caption "Tabel 1 …" or "Gambar 1 …" numbered by a SEQ field; `penanda_` bookmarks "Tabel 1" for `rujuk`."""
    par = paragraf(wadah, "", "caption")
    awal = len(par.runs)
    par.add_run(f"{jenis} ")
    medan(par, f"SEQ {jenis} \\* ARABIC", "1")
    if penanda_:
        _bungkus(par, penanda_, par.runs[awal], par.runs[-1])
    tulis(par, f" {teks}")
    return par


def catatan(wadah: Wadah, teks: str) -> Paragraph:
    """The small note under a table."""
    return paragraf(wadah, teks, "Keterangan Tabel")


def penanda(par: Paragraph, nama: str) -> None:
    """Bookmark a whole paragraph."""
    _bungkus(par, nama, par.runs[0], par.runs[-1])


def rujuk(par: Paragraph, nama: str, hasil: str) -> None:
    """A cross-reference to a bookmark ("Tabel 1")."""
    medan(par, f"REF {nama} \\h", hasil)


def _bungkus(par: Paragraph, nama: str, pertama: Any, terakhir: Any) -> None:
    akar = par._p.getroottree().getroot()
    nomor = str(len(akar.findall(f".//{qn('w:bookmarkStart')}")) + 1)
    mulai, selesai = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    mulai.set(qn("w:id"), nomor)
    mulai.set(qn("w:name"), nama)
    selesai.set(qn("w:id"), nomor)
    pertama._r.addprevious(mulai)
    terakhir._r.addnext(selesai)


def daftar_isi(dok: Dokumen, tingkat: int = 3) -> Paragraph:
    """A real contents field over headings 1–`tingkat`; its lines are filled in when the document is made."""
    par = paragraf(dok, "", "toc 1")
    medan(par, f'TOC \\o "1-{tingkat}" \\h \\z \\u', "Daftar isi terbentuk saat dokumen dibuat.")
    return par


def daftar_baru(dok: Dokumen, bentuk: str = "angka") -> int:
    """A new list that starts at its first number ("angka": 1. a. 1) a); "huruf": a. 1) a)); give it to `butir`.

    A list inside a `{%p for %}` runs on from one round to the next: there the number belongs in the text.
    """
    akar = dok.part.numbering_part.element
    nomor = max(int(n.get(qn("w:numId"))) for n in akar.findall(qn("w:num"))) + 1
    akar.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{nomor}"><w:abstractNumId w:val="{rumah.ABSTRAK[bentuk]}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    return nomor


def butir(wadah: Wadah, teks: str, daftar: int | None = None, tingkat: int = 0) -> Paragraph:
    """A list item: a bullet, or an item of the list made by `daftar_baru`."""
    par = paragraf(wadah, teks, "List Number" if daftar else "List Bullet")
    if daftar:
        num = par._p.get_or_add_pPr().get_or_add_numPr()
        num.get_or_add_ilvl().val = tingkat
        num.get_or_add_numId().val = daftar
    return par


# --- tables ------------------------------------------------------------------------------------------------------


def tabel(
    wadah: Wadah,
    kepala: Sequence[Sequence[SelKepala]],
    baris: Sequence[Sequence[Sel] | str],
    lebar: Sequence[float],
    *,
    gaya_kolom: Sequence[str] | None = None,
    gaya_kepala: str = "",
    kecil: bool = False,
    judul: str = "",
    gaya: str = "Tabel Kinerja",
) -> Table:
    """A table in the house style: header rows repeat, no row splits over pages, widths are shares of the text width.

    `kepala` holds the header rows, `baris` the body rows; a body row that is one string is a control tag for docxtpl
    (`"for i in indikator"` becomes a row `{%tr for i in indikator %}`). `lebar` gives the columns' shares in any unit,
    `judul` the table's name for screen readers.
    """
    tabel_ = _kerangka(wadah, len(kepala) + len(baris), lebar, gaya, judul)
    gaya_kepala = gaya_kepala or ("Kepala Tabel Kecil" if kecil else "Kepala Tabel")
    gaya_kolom = gaya_kolom or [ISI_KECIL if kecil else ISI] * len(lebar)
    for i, sel in enumerate(kepala):
        _isi_kepala(tabel_, i, sel, gaya_kepala)
    for i, isi in enumerate(baris, len(kepala)):
        _jangan_pecah(tabel_.rows[i]._tr)
        if isinstance(isi, str):
            gabung(tabel_, i, 0, len(lebar) - 1)
            paragraf(tabel_.cell(i, 0), f"{{%tr {isi} %}}", ISI)
            continue
        for j, teks in enumerate(isi):
            isi_sel(tabel_.cell(i, j), teks, gaya_kolom[j])
    return tabel_


def isi_sel(sel: _Cell, teks: Sel, gaya: str = ISI) -> None:
    """Fill a cell with one or several paragraphs."""
    for satu in [teks] if isinstance(teks, str) else teks:
        paragraf(sel, satu, gaya)


def gabung(tabel_: Table, baris: int, dari: int, sampai: int) -> _Cell:
    """Merge the cells of a row."""
    return tabel_.cell(baris, dari).merge(tabel_.cell(baris, sampai)) if sampai > dari else tabel_.cell(baris, dari)


def arsir(sel: _Cell, warna: str = rumah.WARNA_KEPALA) -> None:
    """Shade a cell (a total row, say)."""
    tcpr = sel._tc.get_or_add_tcPr()
    for lama in tcpr.findall(qn("w:shd")):
        tcpr.remove(lama)
    arsiran = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{warna}"/>')
    sesudah = [tcpr.find(qn(f"w:{n}")) for n in ("noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark")]
    pertama = next((s for s in sesudah if s is not None), None)
    if pertama is None:
        tcpr.append(arsiran)
    else:
        pertama.addprevious(arsiran)


def _kerangka(wadah: Wadah, baris: int, lebar: Sequence[float], gaya: str, judul: str = "") -> Table:
    """An empty table over the whole text width, its columns sized in fiftieths of a percent."""
    tabel_ = wadah.add_table(baris, len(lebar))
    if isinstance(wadah, _Cell):
        # A cell must end in a paragraph; the one that python-docx puts there is made small.
        wadah.paragraphs[-1].style = "Jarak"
    tabel_.style = gaya
    isi = _lebar_twip(wadah)
    bagian = [x / sum(lebar) for x in lebar]
    tblpr = tabel_._tbl.tblPr
    for anak in list(tblpr):
        if anak.tag != qn("w:tblStyle"):
            tblpr.remove(anak)
    nama = f'<w:tblCaption {nsdecls("w")} w:val="{judul}"/>' if judul else ""
    for xml in (
        f'<w:tblW {nsdecls("w")} w:w="5000" w:type="pct"/>',
        f'<w:tblLayout {nsdecls("w")} w:type="fixed"/>',
        f'<w:tblLook {nsdecls("w")} w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/>',
        nama,
    ):
        if xml:
            tblpr.append(parse_xml(xml))
    for kolom, x in zip(tabel_._tbl.tblGrid.findall(qn("w:gridCol")), bagian, strict=True):
        kolom.set(qn("w:w"), str(round(isi * x)))
    for tr in tabel_._tbl.tr_lst:
        for sel, x in zip(tr.tc_lst, bagian, strict=True):
            _lebar_sel(sel, x)
    return tabel_


def _lebar_twip(wadah: Wadah) -> int:
    if isinstance(wadah, _Cell):
        return 4500
    return lebar_isi(wadah.sections[-1]) // 635


def _lebar_sel(tc: Any, bagian: float) -> None:
    tcw = tc.get_or_add_tcPr().get_or_add_tcW()
    tcw.set(qn("w:w"), str(round(bagian * 5000)))
    tcw.set(qn("w:type"), "pct")


def _isi_kepala(tabel_: Table, nomor: int, sel: Sequence[SelKepala], gaya: str) -> None:
    tr = tabel_.rows[nomor]._tr
    _jangan_pecah(tr)
    tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    kolom = 0
    for isi in sel:
        teks, rentang = isi if isinstance(isi, tuple) else (isi, 1)
        sasaran = tabel_.cell(nomor, kolom)
        if teks is None:
            atas = tabel_.cell(nomor - 1, kolom)
            sasaran = atas.merge(sasaran)
        else:
            sasaran = gabung(tabel_, nomor, kolom, kolom + rentang - 1)
            paragraf(sasaran, teks, gaya)
            sasaran.vertical_alignment = 1
        kolom += rentang
    if tabel_.style is not None and tabel_.style.name == "Tabel Kinerja":
        for tc in tr.tc_lst:
            arsir(_Cell(tc, tabel_))


def _jangan_pecah(tr: Any) -> None:
    tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def pasangan(
    wadah: Wadah, baris: Sequence[tuple[str, Sel]], lebar: Sequence[float] = (27, 3, 70), gaya: str = "Isi Pasangan"
) -> Table:
    """Lines "label : isi" as a table without borders; a label of "{%tr …" is a control row."""
    tabel_ = _kerangka(wadah, len(baris), lebar, "Tabel Polos")
    for i, (label, isi) in enumerate(baris):
        _jangan_pecah(tabel_.rows[i]._tr)
        if label.startswith("{%tr"):
            gabung(tabel_, i, 0, 2)
            paragraf(tabel_.cell(i, 0), label, gaya)
            continue
        for j, teks in enumerate((label, ":", isi)):
            isi_sel(tabel_.cell(i, j), teks, gaya)
    return tabel_


def kolom(wadah: Wadah, lebar: Sequence[float], baris: int = 1) -> list[list[_Cell]]:
    """Cells side by side without borders, row by row, to stand blocks next to each other; rows stay together."""
    tabel_ = _kerangka(wadah, baris, lebar, "Tabel Polos")
    for nomor, satu in enumerate(tabel_.rows, 1):
        _jangan_pecah(satu._tr)
        if nomor < baris:
            # A row stays with the next one where its first paragraph does.
            satu.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    return [list(satu.cells) for satu in tabel_.rows]


# --- kop surat and signatories -----------------------------------------------------------------------------------


def kop_surat(wadah: Wadah) -> None:
    """The part kop-surat; the context has `kop`."""
    kendali(wadah, "sisip kop-surat")


def penanda_tangan(wadah: Wadah, nama: str, *, bawah: Wadah | None = None) -> None:
    """The part tanda-tangan for the signer `nama`, an expression that names a `PenandaTangan`.

    With `bawah` the names stand in another cell, so that blocks side by side sign at one height.
    """
    if bawah is None:
        kendali(wadah, f"sisip tanda-tangan {nama}")
    else:
        kendali(wadah, f"sisip tanda-tangan/jabatan {nama}")
        kendali(bawah, f"sisip tanda-tangan/nama {nama}")


def isi_kop_surat(dok: Dokumen) -> None:
    """Logo left, government, agency, address lines, and the double rule (fields of `pipeline.documents.kop.Kop`)."""
    tabel_ = _kerangka(dok, 1, (17, 83), "Tabel Polos")
    tabel_._tbl.tblPr.find(qn("w:tblW")).addnext(
        parse_xml(
            f"<w:tblBorders {nsdecls('w')}>"
            '<w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="0" w:color="auto"/></w:tblBorders>'
        )
    )
    _jangan_pecah(tabel_.rows[0]._tr)
    kiri, kanan = tabel_.rows[0].cells
    for sel in (kiri, kanan):
        sel.vertical_alignment = 1
    paragraf(kiri, "{% if kop.logo %}{{ kop.logo }}{% endif %}", "Jarak", rata="center")
    for gaya, bidang in (("Kop Pemerintah", "pemerintah"), ("Kop Badan", "badan"), ("Kop Alamat", "alamat")):
        paragraf(kanan, f"{{{{ kop.{bidang} }}}}", gaya)
    for bidang in ("telepon", "surel"):
        kendali(kanan, f"if kop.{bidang}")
        paragraf(kanan, f"{{{{ kop.{bidang} }}}}", "Kop Alamat")
        kendali(kanan, "endif")
    paragraf(kanan, "", "Jarak")
    paragraf(dok, "", "Normal")


def isi_penanda_tangan(dok: Dokumen) -> None:
    """Jabatan; room to sign, nama, pangkat and NIP (fields of `pipeline.documents.tanda_tangan.PenandaTangan`)."""
    kendali(dok, "bagian jabatan")
    kendali(dok, "if pejabat.atas_nama")
    paragraf(dok, "{{ pejabat.atas_nama }}", "Penanda Tangan Jabatan")
    kendali(dok, "endif")
    paragraf(dok, "{{ pejabat.jabatan }},", "Penanda Tangan Jabatan")
    kendali(dok, "bagian nama")
    paragraf(dok, "{{ pejabat.nama }}", "Penanda Tangan Nama")
    paragraf(dok, "{{ pejabat.pangkat }}", "Penanda Tangan Pangkat")
    paragraf(dok, "{{ pejabat.nip }}", "Penanda Tangan Pangkat")


def ruang_tanda_tangan(par: Paragraph) -> None:
    """Room to sign above a paragraph, as high as the style "Penanda Tangan Nama" leaves."""
    par.paragraph_format.space_before = Pt(rumah.RUANG_TANDA_TANGAN)


def spasi(wadah: Wadah, pt: float) -> None:
    """Vertical room."""
    par = paragraf(wadah, "", "Normal")
    par.paragraph_format.space_after = Pt(pt)
