"""The house style as OOXML: the styles, numbering, settings and font parts of every template; it knows no document."""

from __future__ import annotations

from dataclasses import dataclass

HURUF = "Bookman Old Style"
HURUF_ALAMAT = "Arial"
WARNA_KEPALA = "DCE6F1"
BAHASA = "id-ID"
RUANG_TANDA_TANGAN = 62
"""Room for a signature, points."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_AWAL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def huruf_xml(nama: str) -> str:
    """The run property that names one font for every script, so that no theme font can slip in."""
    return f'<w:rFonts w:ascii="{nama}" w:hAnsi="{nama}" w:eastAsia="{nama}" w:cs="{nama}"/>'


def _ukuran(pt: float) -> str:
    return f'<w:sz w:val="{pt * 2:g}"/><w:szCs w:val="{pt * 2:g}"/>'


_TEBAL = "<w:b/><w:bCs/>"
_KAPITAL = "<w:caps/>"
_MIRING = "<w:i/><w:iCs/>"
_GARIS_BAWAH = '<w:u w:val="single"/>'
_LENGKET = "<w:keepNext/>"
_UTUH = "<w:keepLines/>"


def _jarak(sebelum: float = 0, sesudah: float = 0, baris: float = 1.0) -> str:
    """Spacing in points and lines."""
    return (
        f'<w:spacing w:before="{sebelum * 20:g}" w:after="{sesudah * 20:g}" '
        f'w:line="{round(baris * 240)}" w:lineRule="auto"/>'
    )


def _inden(kiri: float = 0, gantung: float = 0, pertama: float = 0, kanan: float = 0) -> str:
    """Indents in centimetres."""
    twip = {"left": kiri, "right": kanan, "hanging": gantung, "firstLine": pertama}
    isi = "".join(f' w:{k}="{round(v * 567)}"' for k, v in twip.items() if v or k == "left")
    return f"<w:ind{isi}/>"


def _inden_tab(*cm: float) -> str:
    isi = "".join(f'<w:tab w:val="left" w:pos="{round(x * 567)}"/>' for x in cm)
    return f"<w:tabs>{isi}</w:tabs>"


def _titik(kiri: float, kanan: float) -> str:
    """A left tab, then dots up to a right tab: room for handwriting."""
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{round(kiri * 567)}"/>'
        f'<w:tab w:val="right" w:leader="dot" w:pos="{round(kanan * 567)}"/></w:tabs>'
    )


def _rata(cara: str) -> str:
    return f'<w:jc w:val="{cara}"/>'


@dataclass(frozen=True)
class _Gaya:
    """A paragraph style: id, name as Word shows it, style it is based on, its pPr and rPr."""

    id: str
    nama: str
    ppr: str = ""
    rpr: str = ""
    dasar: str = "Normal"
    berikut: str = ""
    utama: bool = True

    def xml(self) -> str:
        berikut = f'<w:next w:val="{self.berikut}"/>' if self.berikut else ""
        ppr = f"<w:pPr>{self.ppr}</w:pPr>" if self.ppr else ""
        rpr = f"<w:rPr>{self.rpr}</w:rPr>" if self.rpr else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.id}"{_kustom(self.id)}><w:name w:val="{self.nama}"/>'
            f'<w:basedOn w:val="{self.dasar}"/>{berikut}<w:uiPriority w:val="{1 if self.utama else 39}"/>'
            f"{'<w:qFormat/>' if self.utama else ''}{ppr}{rpr}</w:style>"
        )


_BAWAAN = {
    "Heading1", "Heading2", "Heading3", "Title", "Subtitle", "Caption", "BodyText", "TOC1", "TOC2", "TOC3",
    "TableofFigures", "Header", "Footer", "ListBullet", "ListNumber", "ListParagraph", "Quote",
}  # fmt: skip


def _kustom(id_: str) -> str:
    return "" if id_ in _BAWAAN else ' w:customStyle="1"'


def _judul(tingkat: int, ppr: str, rpr: str) -> _Gaya:
    """A built-in heading: keeps with what follows and has its outline level; `ppr` holds spacing and alignment."""
    ganti = "<w:pageBreakBefore/>" if tingkat == 1 else ""
    return _Gaya(
        f"Heading{tingkat}",
        f"heading {tingkat}",
        f'{_LENGKET}{_UTUH}{ganti}{ppr}<w:outlineLvl w:val="{tingkat - 1}"/>',
        rpr,
        berikut="BodyText",
    )


def _daftar_isi(tingkat: int, ppr: str, rpr: str = "") -> _Gaya:
    """A contents line without a tab stop of its own: whoever fills it in sets one at the text width of the paper."""
    return _Gaya(f"TOC{tingkat}", f"toc {tingkat}", ppr, rpr, berikut="Normal", utama=False)


_PARAGRAF = (
    _Gaya("BodyText", "Body Text", _jarak(0, 6, 1.3) + _rata("both")),
    _judul(1, _jarak(0, 14, 1.15) + _rata("center"), _TEBAL + _KAPITAL + _ukuran(14)),
    _judul(2, _jarak(14, 6, 1.15) + _inden(0.9, 0.9) + _rata("left"), _TEBAL + _ukuran(12)),
    _judul(3, _jarak(10, 4, 1.15) + _inden(0.9, 0.9) + _rata("left"), _TEBAL + _ukuran(11.5)),
    _Gaya("Title", "Title", _jarak(0, 6, 1.2) + _rata("center"), _TEBAL + _KAPITAL + _ukuran(20)),
    _Gaya("Subtitle", "Subtitle", _jarak(0, 6, 1.2) + _rata("center"), _TEBAL + _KAPITAL + _ukuran(14)),
    _Gaya("JudulSurat", "Judul Surat", _LENGKET + _jarak() + _rata("center"), _TEBAL + _KAPITAL, berikut="Normal"),
    _Gaya("JudulBagian", "Judul Bagian", _LENGKET + _jarak(10, 4), _TEBAL + _ukuran(11), berikut="BodyText"),
    _Gaya("Caption", "caption", _LENGKET + _UTUH + _jarak(8, 4) + _rata("center"), _TEBAL + _ukuran(10)),
    _Gaya("NomorSurat", "Nomor Surat", _jarak(0, 6) + _rata("center"), _KAPITAL),
    _Gaya("TujuanSurat", "Tujuan Surat", _inden_tab(1.2) + _jarak() + _inden(1.2, 1.2, kanan=7)),
    _Gaya("IsianTangan", "Isian Tangan", _titik(3.6, 6.9) + _jarak(0, 4)),
    _Gaya("IsianFormulir", "Isian Formulir", _inden_tab(3.2, 3.6) + _jarak(1, 1) + _inden(3.6, 3.6), _ukuran(11)),
    _Gaya("JudulFormulir", "Judul Formulir", _LENGKET + _jarak(1, 3), _TEBAL + _ukuran(11), berikut="Normal"),
    _Gaya("IsiTabelSurat", "Isi Tabel Surat", _jarak(3, 3)),
    _Gaya("IsiTabelSuratTengah", "Isi Tabel Surat Tengah", _rata("center"), dasar="IsiTabelSurat"),
    _Gaya("KepalaTabelSurat", "Kepala Tabel Surat", _LENGKET + _rata("center"), _TEBAL, dasar="IsiTabelSurat"),
    _Gaya("Keterangan", "Keterangan Tabel", _UTUH + _jarak(3, 8), _MIRING + _ukuran(9)),
    _Gaya("IsiTabel", "Isi Tabel", _jarak(1, 1), _ukuran(9.5)),
    _Gaya("IsiTabelTengah", "Isi Tabel Tengah", _rata("center"), dasar="IsiTabel"),
    _Gaya("IsiTabelKanan", "Isi Tabel Kanan", _rata("right"), dasar="IsiTabel"),
    _Gaya("IsiTabelKecil", "Isi Tabel Kecil", "", _ukuran(8.5), dasar="IsiTabel"),
    _Gaya("IsiTabelKecilTengah", "Isi Tabel Kecil Tengah", _rata("center"), dasar="IsiTabelKecil"),
    _Gaya("IsiTabelKecilKanan", "Isi Tabel Kecil Kanan", _rata("right"), dasar="IsiTabelKecil"),
    _Gaya("KepalaTabel", "Kepala Tabel", _LENGKET + _jarak(2, 2) + _rata("center"), _TEBAL, dasar="IsiTabel"),
    _Gaya("KepalaTabelKecil", "Kepala Tabel Kecil", "", _ukuran(8.5), dasar="KepalaTabel"),
    _Gaya("Pasangan", "Isi Pasangan", _jarak(0, 3, 1.15)),
    _Gaya("ListParagraph", "List Paragraph", _inden(0.75), dasar="BodyText", utama=False),
    _Gaya(
        "ListBullet",
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr>' + _jarak(0, 3, 1.2) + "<w:contextualSpacing/>",
        dasar="BodyText",
    ),
    _Gaya(
        "ListNumber",
        "List Number",
        '<w:numPr><w:numId w:val="2"/></w:numPr>' + _jarak(0, 3, 1.2),
        dasar="BodyText",
    ),
    _daftar_isi(1, _jarak(3, 1) + _inden(0.6, 0.6), _TEBAL + _KAPITAL + _ukuran(10.5)),
    _daftar_isi(2, _jarak(0, 1) + _inden(1.3, 0.7), _ukuran(10.5)),
    _daftar_isi(3, _jarak() + _inden(2.1, 0.8), _ukuran(10)),
    _Gaya(
        "TableofFigures",
        "table of figures",
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>' + _jarak(0, 2) + _inden(kanan=1),
        _ukuran(11),
        utama=False,
    ),
    _Gaya("Header", "header", _jarak(), _ukuran(9), utama=False),
    _Gaya(
        "Footer",
        "footer",
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="808080"/></w:pBdr>' + _jarak() + _rata("right"),
        _ukuran(9),
        utama=False,
    ),
    _Gaya("KopPemerintah", "Kop Pemerintah", _jarak() + _rata("center"), _KAPITAL + _ukuran(14)),
    _Gaya("KopBadan", "Kop Badan", _jarak(0, 2) + _rata("center"), _TEBAL + _KAPITAL + _ukuran(17)),
    _Gaya("KopAlamat", "Kop Alamat", _jarak() + _rata("center"), huruf_xml(HURUF_ALAMAT) + _ukuran(9)),
    _Gaya("Jarak", "Jarak", _jarak(), _ukuran(4)),
    _Gaya("Jabatan", "Penanda Tangan Jabatan", _LENGKET + _UTUH + _jarak(), berikut="NamaPejabat"),
    _Gaya(
        "NamaPejabat",
        "Penanda Tangan Nama",
        _LENGKET + _UTUH + _jarak(RUANG_TANDA_TANGAN),
        _TEBAL + _GARIS_BAWAH,
        berikut="Pangkat",
    ),
    _Gaya("Pangkat", "Penanda Tangan Pangkat", _UTUH + _jarak()),
)


def gaya_xml() -> str:
    """word/styles.xml"""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/>{_jarak()}</w:pPr>"
        f'<w:rPr><w:rFonts w:ascii="{HURUF}" w:hAnsi="{HURUF}"/>{_ukuran(12)}'
        f'<w:lang w:val="{BAHASA}"/></w:rPr></w:style>'
    )
    karakter = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        f"<w:rPr>{_TEBAL}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:qFormat/>'
        f"<w:rPr>{_MIRING}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="1F3864"/></w:rPr></w:style>'
    )
    return (
        f"{_AWAL}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{huruf_xml(HURUF)}{_ukuran(12)}"
        f'<w:lang w:val="{BAHASA}" w:eastAsia="{BAHASA}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{_jarak()}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
        'w:defQFormat="0" w:count="376"/>'
        f"{normal}{karakter}{_tabel_xml()}{_tanpa_daftar()}{''.join(g.xml() for g in _PARAGRAF)}</w:styles>"
    )


def _tanpa_daftar() -> str:
    return (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _tabel_xml() -> str:
    sisi = ("top", "left", "bottom", "right", "insideH", "insideV")

    def garis(ukuran: int) -> str:
        isi = "".join(f'<w:{s} w:val="single" w:sz="{ukuran}" w:space="0" w:color="auto"/>' for s in sisi)
        return f"<w:tblBorders>{isi}</w:tblBorders>"

    def jarak(atas: int, samping: int) -> str:
        isi = "".join(
            f'<w:{s} w:w="{samping if s in ("left", "right") else atas}" w:type="dxa"/>'
            for s in ("top", "left", "bottom", "right")
        )
        return f"<w:tblCellMar>{isi}</w:tblCellMar>"

    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{jarak(0, 108)}</w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="39"/><w:tblPr>{garis(4)}{jarak(30, 90)}</w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="TabelPolos"><w:name w:val="Tabel Polos"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr>{jarak(0, 60)}</w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="TabelFormulir"><w:name w:val="Tabel Formulir"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>'
        f"<w:tblPr>{garis(6)}{jarak(60, 110)}</w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="TabelKinerja"><w:name w:val="Tabel Kinerja"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:tblPr>{garis(4)}{jarak(20, 70)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{_TEBAL}</w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{WARNA_KEPALA}"/><w:vAlign w:val="center"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


_BENTUK_NOMOR = (("decimal", "%1."), ("lowerLetter", "%2."), ("decimal", "%3)"), ("lowerLetter", "%4)"))
_BENTUK_HURUF = (("lowerLetter", "%1."), ("decimal", "%2)"), ("lowerLetter", "%3)"), ("lowerRoman", "%4)"))
_BUTIR = (("bullet", "•"), ("bullet", "–"), ("bullet", "•"), ("bullet", "–"))


def _abstrak(nomor: int, tingkat: tuple[tuple[str, str], ...], gaya: str = "") -> str:
    isi = ""
    for i, (bentuk, teks) in enumerate(tingkat):
        tautan = f'<w:pStyle w:val="{gaya}"/>' if gaya and i == 0 else ""
        kiri = round(567 * (i + 1) * 0.75)
        isi += (
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/>{tautan}<w:lvlText w:val="{teks}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{kiri}" w:hanging="425"/></w:pPr></w:lvl>'
        )
    return f'<w:abstractNum w:abstractNumId="{nomor}"><w:multiLevelType w:val="multilevel"/>{isi}</w:abstractNum>'


ABSTRAK = {"butir": 1, "angka": 2, "huruf": 3}
"""The numbering definitions a list can start from."""


def nomor_xml() -> str:
    """word/numbering.xml: number 1 is the bullet of List Bullet, 2 the running number of List Number."""
    return (
        f"{_AWAL}<w:numbering {_W}>{_abstrak(1, _BUTIR, 'ListBullet')}{_abstrak(2, _BENTUK_NOMOR, 'ListNumber')}"
        f'{_abstrak(3, _BENTUK_HURUF)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )


def setelan_xml() -> str:
    """word/settings.xml: today's Word without compatibility mode, decimal comma, no question about updating fields."""
    ms = "http://schemas.microsoft.com/office/word"
    kompat = "".join(
        f'<w:compatSetting w:name="{n}" w:uri="{ms}" w:val="{v}"/>'
        for n, v in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{_AWAL}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{kompat}</w:compat><w:themeFontLang w:val="{BAHASA}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def huruf_tabel_xml() -> str:
    """word/fontTable.xml: the fonts and the metric-equal one that may stand in."""

    def satu(nama: str, pengganti: str, panose: str, keluarga: str) -> str:
        return (
            f'<w:font w:name="{nama}"><w:altName w:val="{pengganti}"/><w:panose1 w:val="{panose}"/>'
            f'<w:charset w:val="00"/><w:family w:val="{keluarga}"/><w:pitch w:val="variable"/></w:font>'
        )

    return (
        f"{_AWAL}<w:fonts {_W}>{satu(HURUF, 'URW Bookman', '02050604050505020204', 'roman')}"
        f"{satu(HURUF_ALAMAT, 'Liberation Sans', '020B0604020202020204', 'swiss')}</w:fonts>"
    )


def aplikasi_xml() -> str:
    """docProps/app.xml"""
    return (
        f'{_AWAL}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>"
    )
