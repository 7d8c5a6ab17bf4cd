"""Parts that several templates share: what comes along, what governs, what is refused and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as word
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from lxml.etree import _Element as Element
from openxml_audit import OpenXmlValidator

from pipeline.problems import Problem, TemplateError
from pipeline.render.docx import render
from pipeline.show.problems import message, place, problem_text
from pipeline.template.parts import parts_of
from pipeline.word.package import WP, W, parse, text_of, unpack
from tests.render import pola
from tests.template.rusak import marked


@dataclass(frozen=True)
class Kop:
    badan: str = "BKPSDM"


@dataclass(frozen=True)
class Pejabat:
    nama: str
    jabatan: str = "Kepala Badan"


@dataclass(frozen=True)
class Unit:
    nama: str
    kepala: Pejabat


@dataclass(frozen=True)
class Surat:
    kop: Kop = Kop()
    pengirim: Pejabat = Pejabat("Sari")
    unit: tuple[Unit, ...] = ()
    wakil: Pejabat | None = None
    perihal: str = "Laporan"


@dataclass(frozen=True)
class BagianKop:
    kop: Kop


@dataclass(frozen=True)
class BagianTandaTangan:
    pejabat: Pejabat


TYPES: dict[str, type] = {"kop-surat": BagianKop, "tanda-tangan": BagianTandaTangan}
TWO = tuple(Unit(nama, Pejabat(kepala)) for nama, kepala in (("Mutasi", "Budi"), ("Diklat", "Citra")))
SIGNATURE = ("{%p bagian jabatan %}", "{{ pejabat.jabatan }},", "{%p bagian nama %}", "{{ pejabat.nama }}")


def part(folder: Path, name: str, *paragraphs: str, made: Any = None) -> Any:
    """A part beside the templates of a folder."""
    made = made or pola.document()
    for text in paragraphs:
        made.add_paragraph(text)
    (folder / "bagian").mkdir(exist_ok=True)
    made.save(str(folder / "bagian" / f"{name}.docx"))
    return made


def filled(folder: Path, *paragraphs: str, made: Any = None, context: object = None) -> bytes:
    made = made or pola.document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(folder / "surat.docx"))
    return render(folder / "surat.docx", context or Surat(), root=folder, parts=TYPES)


def faults(folder: Path, *paragraphs: str, made: Any = None, context: object = None) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        filled(folder, *paragraphs, made=made, context=context)
    return caught.value.problems


def told(found: Problem) -> tuple[str, str, str]:
    """File, code and the marked words."""
    return found.word.file if found.word else "", found.code, marked(found)


def styles(made: bytes) -> dict[str, Element]:
    return {s.get(f"{W}styleId", ""): s for s in parse(unpack(made)["word/styles.xml"]).iter(f"{W}style")}


def style_of(made: bytes, text: str) -> Element:
    paragraph = next(p for p in pola.body(made).iter(f"{W}p") if text_of(p) == text)
    name = paragraph.find(f"{W}pPr/{W}pStyle")
    assert name is not None
    return styles(made)[name.get(f"{W}val", "")]


def size_of(style: Element) -> str | None:
    size = style.find(f"{W}rPr/{W}sz")
    return None if size is None else size.get(f"{W}val")


def new_style(made: Any, name: str, size: int, base: str = "Normal") -> None:
    style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles[base]
    style.font.size = Pt(size)


def assert_valid(made: bytes, folder: Path) -> None:
    (folder / "hasil.docx").write_bytes(made)
    assert [str(e) for e in OpenXmlValidator().validate(str(folder / "hasil.docx")).errors] == []


# --- what is put in --------------------------------------------------------------------------------------------------


def test_a_part_stands_in_place_of_its_tag(tmp_path: Path) -> None:
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ kop.badan }}"
    part(tmp_path, "kop-surat", "garis", made=made)
    result = filled(tmp_path, "atas", "{%p sisip kop-surat %}", "{{ perihal }}")
    assert pola.texts(result) == ["atas", "BKPSDM", "garis", "Laporan"]
    assert len(list(pola.body(result).iter(f"{W}tbl"))) == 1
    assert len(list(pola.body(result).iter(f"{W}sectPr"))) == 1
    assert_valid(result, tmp_path)


def test_one_edit_of_a_part_shows_in_every_template(tmp_path: Path) -> None:
    for text in ("lama", "baru"):
        part(tmp_path, "kop-surat", text)
        assert [pola.texts(filled(tmp_path, lead, "{%p sisip kop-surat %}")) for lead in ("a", "b")] == [
            ["a", text],
            ["b", text],
        ]


@pytest.mark.parametrize(
    "tag", ["{%p  sisip   kop-surat  %}", "{%p\u00a0sisip\u00a0kop-surat %}", " {%p sisip kop-surat%} "]
)
def test_blanks_in_a_tag_do_not_matter(tmp_path: Path, tag: str) -> None:
    part(tmp_path, "kop-surat", "KOP")
    assert pola.texts(filled(tmp_path, tag, "isi")) == ["KOP", "isi"]


def test_a_tag_that_word_split_over_runs_and_marks_is_whole(tmp_path: Path) -> None:
    part(tmp_path, "tanda-tangan", *SIGNATURE)
    made = pola.document()
    paragraph = made.add_paragraph("{")
    for piece in ("%p sisip tan", "da-tangan", "/", "jabatan pengi", "rim %", "}"):
        paragraph._p.append(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
        paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="3" w:name="n{len(piece)}"/>'))
        paragraph.add_run(piece).bold = True
        paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="3"/>'))
    assert pola.texts(filled(tmp_path, made=made)) == ["Kepala Badan,"]


def test_a_part_that_ends_in_a_table_stands_in_a_cell_and_in_a_header(tmp_path: Path) -> None:
    table = pola.document()
    table.add_table(rows=1, cols=1).cell(0, 0).text = "{{ kop.badan }}"
    part(tmp_path, "kop-surat", made=table)
    made = pola.document()
    made.add_table(rows=1, cols=2).cell(0, 1).text = "{%p sisip kop-surat %}"
    made.sections[0].header.paragraphs[0].text = "{%p sisip kop-surat %}"
    result = filled(tmp_path, made=made)
    assert pola.texts(result) == ["BKPSDM"]
    header = word.Document(BytesIO(result)).sections[0].header
    assert header.tables[0].cell(0, 0).text == "BKPSDM"
    assert_valid(result, tmp_path)


def test_a_portion_goes_from_its_marker_to_the_next(tmp_path: Path) -> None:
    part(tmp_path, "tanda-tangan", "depan", *SIGNATURE)
    made = pola.document()
    cells = made.add_table(rows=2, cols=1)
    cells.cell(0, 0).text = "{%p sisip tanda-tangan/jabatan pengirim %}"
    cells.cell(1, 0).text = "{%p sisip tanda-tangan / nama pengirim %}"
    made.add_paragraph("akhir")
    result = filled(tmp_path, "{%p sisip tanda-tangan pengirim %}", made=made)
    assert pola.texts(result) == ["Kepala Badan,", "Sari", "akhir", "depan", "Kepala Badan,", "Sari"]


def test_every_round_of_a_loop_over_rows_has_its_own_signer(tmp_path: Path) -> None:
    part(tmp_path, "tanda-tangan", *SIGNATURE)
    made = pola.document()
    rows = made.add_table(rows=3, cols=2)
    rows.cell(0, 0).text, rows.cell(2, 0).text = "{%tr for u in unit %}", "{%tr endfor %}"
    rows.cell(1, 0).text, rows.cell(1, 1).text = "{{ u.nama }}", "{%p sisip tanda-tangan/nama u.kepala %}"
    loop = ("{%p for u in unit %}", "{%p sisip tanda-tangan u.kepala %}", "{%p endfor %}")
    result = filled(tmp_path, *loop, made=made, context=Surat(unit=TWO))
    signed = ["Kepala Badan,", "Budi", "Kepala Badan,", "Citra"]
    assert pola.texts(result) == ["Mutasi", "Budi", "Diklat", "Citra", *signed]
    assert_valid(result, tmp_path)


def test_a_signer_and_a_name_of_a_part_are_known_inside_of_it_only(tmp_path: Path) -> None:
    part(tmp_path, "tanda-tangan", "{%p set sapa = pejabat.nama %}", "{{ sapa }}")
    found = faults(tmp_path, "{%p sisip tanda-tangan pengirim %}", "{{ pejabat.nama }} {{ sapa }}")
    assert [told(each) for each in found] == [
        ("surat.docx", "templat-isian", "pejabat"),
        ("surat.docx", "templat-isian", "sapa"),
    ]


def test_a_part_that_nobody_declared_may_use_what_its_template_may(tmp_path: Path) -> None:
    part(tmp_path, "salam", "{{ perihal }} {{ pejabat.nama }}")
    assert pola.texts(filled(tmp_path, "{%p sisip salam pengirim %}")) == ["Laporan Sari"]


def test_a_section_break_in_the_paragraph_of_the_tag_is_kept(tmp_path: Path) -> None:
    part(tmp_path, "kop-surat", "KOP")
    made = pola.document()
    tag = made.add_paragraph("{%p\u00a0sisip kop-surat %}")
    pola.landscape_section(made)
    holder = made.element.body.find(f"{W}p/{W}pPr/{W}sectPr").getparent()
    tag._p.get_or_add_pPr().append(holder[0])
    holder.getparent().getparent().remove(holder.getparent())
    assert len(word.Document(BytesIO(filled(tmp_path, "isi", made=made))).sections) == 2


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    (tmp_path / "g.png").write_bytes(pola.png(4, 4))
    made = pola.document()
    new_style(made, "Kop Badan", 20)
    made.add_picture(str(tmp_path / "g.png"))
    made.add_paragraph("KOP", style="Kop Badan")
    part(tmp_path, "kop-surat", made=made)
    assert filled(tmp_path, "{%p sisip kop-surat %}") == filled(tmp_path, "{%p sisip kop-surat %}")


def test_a_template_names_its_parts(tmp_path: Path) -> None:
    made = pola.document()
    made.sections[0].header.paragraphs[0].text = "{%p sisip kop-surat %}"
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{%p sisip tanda-tangan/nama pengirim %}"
    made.add_paragraph("{%p sisip tanda-tangan\u00a0pengirim %}")
    made.save(str(tmp_path / "t.docx"))
    assert parts_of(tmp_path / "t.docx") == ("tanda-tangan", "kop-surat")
    assert parts_of(pola.template(tmp_path / "u.docx", "{{ perihal }}")) == ()


# --- what comes along ------------------------------------------------------------------------------------------------


def test_a_picture_comes_along_once_and_beside_those_of_the_host(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(pola.png(4, 4))
    (tmp_path / "lain.png").write_bytes(pola.png(9, 9))
    made = pola.document()
    made.add_picture(str(tmp_path / "logo.png"))
    part(tmp_path, "kop-surat", made=made)
    host = pola.document()
    host.add_picture(str(tmp_path / "lain.png"))
    host.sections[0].header.paragraphs[0].text = "{%p sisip kop-surat %}"
    result = filled(tmp_path, "{%p sisip kop-surat %}", "{%p sisip kop-surat %}", made=host)
    parts = unpack(result)
    media = {n: parts[n] for n in parts if n.startswith("word/media/")}
    assert sorted(media.values()) == sorted([pola.png(4, 4), pola.png(9, 9)])
    opened = word.Document(BytesIO(result))
    (blip,) = opened.sections[0].header._element.xpath(".//a:blip/@r:embed")
    assert opened.sections[0].header.part.related_parts[blip].blob == pola.png(4, 4)
    shown = [opened.part.related_parts[id_].blob for id_ in opened.element.xpath(".//a:blip/@r:embed")]
    assert shown == [pola.png(9, 9), pola.png(4, 4), pola.png(4, 4)]
    assert [d.get("id") for d in pola.body(result).iter(f"{WP}docPr")] == ["1", "2", "3"]
    assert_valid(result, tmp_path)


def test_a_link_to_the_web_comes_along(tmp_path: Path) -> None:
    made = pola.document()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    id_ = made.part.relate_to("https://bkpsdm.example.id/", kind, is_external=True)
    text = "<w:r><w:t>laman</w:t></w:r>"
    made.add_paragraph()._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{id_}">{text}</w:hyperlink>'))
    part(tmp_path, "kop-surat", made=made)
    result = filled(tmp_path, "{%p sisip kop-surat %}")
    opened = word.Document(BytesIO(result))
    (link,) = opened.paragraphs[0].hyperlinks
    assert (link.text, link.address) == ("laman", "https://bkpsdm.example.id/")
    assert_valid(result, tmp_path)


def test_a_bookmark_of_the_host_reaches_over_a_part_with_one_of_the_same_id(tmp_path: Path) -> None:
    made = pola.document()
    _bookmark(made.add_paragraph("KOP"), "dalam")
    part(tmp_path, "kop-surat", made=made)
    host = pola.document()
    host.add_paragraph("atas")._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="0" w:name="luar"/>'))
    for text in ("{%p sisip kop-surat %}", "tengah", "{%p sisip kop-surat %}", "bawah"):
        host.add_paragraph(text)
    host.paragraphs[-1]._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="0"/>'))
    result = filled(tmp_path, made=host)
    marks = list(pola.body(result).iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))
    assert [m.get(f"{W}name") for m in marks] == ["luar", "dalam", None, None]
    assert [m.get(f"{W}id") for m in marks] == ["1", "2", "2", "1"]


def test_half_a_bookmark_stays_behind_with_the_other_portion(tmp_path: Path) -> None:
    made = pola.document()
    for text in SIGNATURE:
        made.add_paragraph(text)
    _bookmark(made.paragraphs[1], "panjang", made.paragraphs[3])
    part(tmp_path, "tanda-tangan", made=made)
    root = pola.body(filled(tmp_path, "{%p sisip tanda-tangan/jabatan pengirim %}"))
    assert list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")) == []


def _bookmark(first: Any, name: str, last: Any = None) -> None:
    start = f'<w:bookmarkStart {nsdecls("w")} w:id="0" w:name="{name}"/>'
    first._p.insert(0, parse_xml(start))
    (last or first)._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="0"/>'))


def test_a_text_box_comes_along_with_what_its_choice_requires(tmp_path: Path) -> None:
    made = pola.document()
    paragraph = made.add_paragraph("KOP")
    namespace = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    compat = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = '<mc:Choice Requires="wps"><w:t>baru</w:t></mc:Choice><mc:Fallback><w:t>lama</w:t></mc:Fallback>'
    run = f"<w:r {nsdecls('w')} {compat} {namespace}><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    paragraph._p.append(parse_xml(run))
    part(tmp_path, "kop-surat", made=made)
    root = pola.body(filled(tmp_path, "{%p sisip kop-surat %}"))
    (chosen,) = root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice")
    assert chosen.nsmap["wps"] == "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def test_what_a_newer_word_adds_is_left_out_where_the_host_does_not_allow_for_it(tmp_path: Path) -> None:
    made = pola.document()
    w16 = "http://schemas.microsoft.com/office/word/2018/wordml"
    old = made.element
    new = parse_xml(
        f'<w:document {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:w16="{w16}" mc:Ignorable="w16"><w:body/></w:document>'
    )
    paragraph = parse_xml(f'<w:p {nsdecls("w")} xmlns:w16="{w16}" w16:baru="1"><w:r><w:t>KOP</w:t></w:r></w:p>')
    new[0].append(paragraph)
    new[0].append(old.body.sectPr)
    made.part._element = new
    (tmp_path / "bagian").mkdir()
    made.save(str(tmp_path / "bagian" / "kop-surat.docx"))
    result = filled(tmp_path, "{%p sisip kop-surat %}")
    assert pola.texts(result) == ["KOP"]
    assert b"w16:baru" not in unpack(result)["word/document.xml"]
    assert_valid(result, tmp_path)


# --- whose style governs ---------------------------------------------------------------------------------------------


def test_a_style_that_the_host_lacks_comes_along_with_its_basis(tmp_path: Path) -> None:
    made = pola.document()
    new_style(made, "Kop Dasar", 20)
    new_style(made, "Kop Badan", 30, base="Kop Dasar")
    made.add_paragraph("KOP", style="Kop Badan")
    part(tmp_path, "kop-surat", made=made)
    result = filled(tmp_path, "{%p sisip kop-surat %}")
    assert style_of(result, "KOP").get(f"{W}styleId") == "KopBadan"
    assert {"KopDasar", "KopBadan"} <= set(styles(result))
    assert size_of(styles(result)["KopDasar"]) == "40"
    assert_valid(result, tmp_path)


def test_an_equal_style_is_the_hosts_own(tmp_path: Path) -> None:
    for made in (part_ := pola.document(), host := pola.document()):
        new_style(made, "Kop Badan", 20)
    part_.styles["Kop Badan"].quick_style = True
    part_.add_paragraph("KOP", style="Kop Badan")
    part(tmp_path, "kop-surat", made=part_)
    before = len(host.styles)
    result = filled(tmp_path, "{%p sisip kop-surat %}", made=host)
    assert style_of(result, "KOP").get(f"{W}styleId") == "KopBadan"
    assert len(styles(result)) == before


def test_the_look_of_the_part_wins_while_normal_stays_the_hosts(tmp_path: Path) -> None:
    for made, size in ((part_ := pola.document(), 20), (host := pola.document(), 9)):
        new_style(made, "Kop Badan", size)
        made.add_paragraph(f"besar {size}", style="Kop Badan")
        made.add_paragraph(f"biasa {size}", style="Normal")
    part_.styles["Normal"].font.name = "Liberation Sans"
    part(tmp_path, "kop-surat", made=part_)
    result = filled(tmp_path, "{%p sisip kop-surat %}", "{%p sisip kop-surat %}", made=host)
    theirs, ours = style_of(result, "besar 20"), style_of(result, "besar 9")
    assert (size_of(theirs), size_of(ours)) == ("40", "18")
    assert theirs.get(f"{W}styleId") == "kop-surat.KopBadan"
    assert theirs.find(f"{W}name").get(f"{W}val") == "Kop Badan (kop-surat)"  # type: ignore[union-attr]
    assert theirs.find(f"{W}basedOn").get(f"{W}val") == "Normal"  # type: ignore[union-attr]
    opened = word.Document(BytesIO(result))
    assert opened.styles["Normal"].font.name == "Liberation Serif"
    assert [p.style.name for p in opened.paragraphs if p.text == "biasa 20"] == ["Normal", "Normal"]
    assert len(opened.styles) == len(host.styles) + 1
    assert_valid(result, tmp_path)


def test_a_style_whose_basis_differs_is_another_style(tmp_path: Path) -> None:
    for made, size in ((part_ := pola.document(), 20), (host := pola.document(), 9)):
        new_style(made, "Kop Dasar", size)
        made.styles.add_style("Kop Badan", WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Kop Dasar"]
    part_.add_paragraph("KOP", style="Kop Badan")
    part(tmp_path, "kop-surat", made=part_)
    result = filled(tmp_path, "{%p sisip kop-surat %}", made=host)
    theirs = style_of(result, "KOP")
    base = theirs.find(f"{W}basedOn")
    assert theirs.get(f"{W}styleId") == "kop-surat.KopBadan"
    assert base is not None
    assert size_of(styles(result)[base.get(f"{W}val", "")]) == "40"


def test_two_parts_may_clash_and_names_of_styles_stay_unique(tmp_path: Path) -> None:
    for name, size in (("satu", 20), ("dua", 30)):
        made = pola.document()
        new_style(made, "Kop Badan", size)
        made.styles["Kop Badan"].element.set(f"{W}styleId", f"Id{size}")
        made.add_paragraph(name, style="Kop Badan")
        part(tmp_path, name, made=made)
    result = filled(tmp_path, "{%p sisip satu %}", "{%p sisip dua %}")
    assert [size_of(style_of(result, name)) for name in ("satu", "dua")] == ["40", "60"]
    names = [s.find(f"{W}name").get(f"{W}val") for s in styles(result).values()]  # type: ignore[union-attr]
    assert len(names) == len(set(names))


def test_styles_of_tables_and_letters_come_along_too(tmp_path: Path) -> None:
    made = pola.document()
    made.styles.add_style("Rangka Kop", WD_STYLE_TYPE.TABLE)
    made.styles.add_style("Huruf Kop", WD_STYLE_TYPE.CHARACTER).font.bold = True
    table = made.add_table(rows=1, cols=1, style="Rangka Kop")
    table.cell(0, 0).paragraphs[0].add_run("KOP", style="Huruf Kop")
    part(tmp_path, "kop-surat", "", made=made)
    result = filled(tmp_path, "{%p sisip kop-surat %}")
    opened = word.Document(BytesIO(result))
    assert opened.tables[0].style is not None
    assert opened.tables[0].style.name == "Rangka Kop"
    assert opened.tables[0].cell(0, 0).paragraphs[0].runs[0].style.name == "Huruf Kop"
    assert_valid(result, tmp_path)


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "code", "words", "hint"),
    [
        ("{%p sisip kop-surt %}", "sisip-tidak-ada", "kop-surt", "kop-surat"),
        ("{%p sisip xyz %}", "sisip-tidak-ada", "xyz", None),
        ("{%p sisip tanda-tangan/jabat pengirim %}", "sisip-penggalan", "jabat", "jabatan"),
        ("{%p sisip tanda-tangan/qq pengirim %}", "sisip-penggalan", "qq", None),
        ("{%p sisip kop-surat/atas %}", "sisip-tanpa-penggalan", "atas", None),
        ("{%p sisip %}", "sisip-bentuk", None, None),
        ("{% sisip kop-surat %}", "sisip-bentuk", None, None),
        ("{%p sisip kop-surat.docx %}", "sisip-bentuk", None, None),
        ("{%p Sisip kop-surat %}", "sisip-bentuk", None, None),
        ("{%p sisip tanda-tangan unit[0].kepala %}", "sisip-bentuk", None, None),
        ("{%p sisp kop-surat %}", "templat-perintah", "sisp", "sisip"),
        ("Salam {%p sisip kop-surat %}", "templat-sendiri-p", "{%p sisip kop-surat %}", None),
        ("{%p sisip kop-surat %} dan {%p sisip kop-surat %}", "templat-dua-p", "{%p sisip kop-surat %}", None),
        ("{%p sisip tanda-tangan pengirm %}", "templat-isian", "pengirm", "pengirim"),
        ("{%p sisip tanda-tangan pengirim.kepala %}", "templat-isian", "pengirim.kepala", None),
        ("{%p sisip tanda-tangan %}", "sisip-pejabat-kurang", "tanda-tangan", None),
        ("{%p sisip kop-surat pengirim %}", "sisip-pejabat-lebih", "pengirim", None),
        ("{%p sisip tanda-tangan kop %}", "sisip-pejabat-jenis", "kop", None),
        ("{%p sisip tanda-tangan unit %}", "sisip-pejabat-jenis", "unit", None),
        ("{%p sisip tanda-tangan wakil %}", "templat-mungkin-kosong", "wakil", None),
        ("{%p sisip kop-surat }", "templat-kurung", "{%", None),
    ],
)  # fmt: skip
def test_a_faulty_tag_is_told_with_its_place(
    tmp_path: Path, tag: str, code: str, words: str | None, hint: str | None
) -> None:
    part(tmp_path, "kop-surat", "{{ kop.badan }}")
    part(tmp_path, "tanda-tangan", *SIGNATURE)
    (tmp_path / "bagian" / "~$p-surat.docx").write_bytes(b"Word")
    (found,) = faults(tmp_path, "Alinea pertama", tag)
    assert (found.code, marked(found), found.hint) == (code, words or tag, hint)
    assert place(found, "id") == f"surat.docx, isi dokumen, paragraf “{tag}”"


def test_the_parts_and_portions_there_are_are_named(tmp_path: Path) -> None:
    part(tmp_path, "kop-surat", "{{ kop.badan }}")
    part(tmp_path, "tanda-tangan", *SIGNATURE)
    missing, portion = faults(tmp_path, "{%p sisip xyz %}", "{%p sisip tanda-tangan/qq pengirim %}")
    assert "kop-surat, tanda-tangan" in problem_text(missing, "en", width=300)
    assert "jabatan, nama" in problem_text(portion, "id", width=300)


def test_a_fault_in_a_table_is_counted_as_the_reader_of_the_template_counts(tmp_path: Path) -> None:
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ kop.badan }}"
    part(tmp_path, "kop-surat", made=made)
    host = pola.document()
    host.add_paragraph("{%p sisip kop-surat %}")
    host.add_table(rows=2, cols=2).cell(1, 1).text = "{{ perihall }}"
    (found,) = faults(tmp_path, made=host)
    assert place(found, "id") == "surat.docx, isi dokumen, Tabel 1, baris 2, kolom 2"


def test_a_part_cannot_hold_a_part(tmp_path: Path) -> None:
    part(tmp_path, "kop-surat", "{%p sisip kop-surat %}", "{%p sisip tanda-tangan pengirim %}")
    assert [told(each) for each in faults(tmp_path, "{%p sisip kop-surat %}")] == [
        ("bagian/kop-surat.docx", "sisip-bersarang", "{%p sisip kop-surat %}"),
        ("bagian/kop-surat.docx", "sisip-bersarang", "{%p sisip tanda-tangan pengirim %}"),
    ]


def test_a_fault_of_a_part_is_told_once_and_of_the_part(tmp_path: Path) -> None:
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ kop.bdan }}"
    for text in ("{%p bagian a %}", "{%p if kop.badan %}", "{%p bagian b %}", "{{ perihal }}", "{%p bagian a %}"):
        made.add_paragraph(text)
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ kop }}"
    part(tmp_path, "kop-surat", made=made)
    found = faults(tmp_path, "{%p sisip kop-surat %}", "{%p sisip kop-surat/b %}")
    assert {each.word.file for each in found if each.word} == {"bagian/kop-surat.docx"}
    assert [(each.code, marked(each)) for each in found] == [
        ("sisip-penggalan-ganda", "{%p bagian a %}"),
        ("templat-isian", "kop.bdan"),
        ("templat-blok-kurang", "{%p if kop.badan %}"),
        ("templat-isian", "perihal"),
        ("templat-cetak-kelompok", "kop"),
    ]
    assert place(found[-1], "id") == "bagian/kop-surat.docx, isi dokumen, Tabel 2, baris 1, kolom 1"


def test_a_template_without_what_a_part_prints_is_told_so(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Lampiran:
        judul: str = "Foto"

    part(tmp_path, "kop-surat", "{{ kop.badan }}")
    (found,) = faults(tmp_path, "{%p sisip kop-surat %}", context=Lampiran())
    assert told(found) == ("surat.docx", "sisip-isian", "{%p sisip kop-surat %}")
    assert (found.args["berkas"], found.args["nama"]) == ("bagian/kop-surat.docx", "kop")
    part(tmp_path, "kop-surat", "tetap")
    assert pola.texts(filled(tmp_path, "{%p sisip kop-surat %}", context=Lampiran())) == ["tetap"]


def test_a_part_that_is_no_word_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "bagian").mkdir()
    (tmp_path / "bagian" / "kop-surat.docx").write_bytes(b"bukan")
    (found,) = faults(tmp_path, "{%p sisip kop-surat %}", "{%p sisip kop-surat/atas %}")
    assert told(found) == ("bagian/kop-surat.docx", "templat-bukan-word", "")


def _list(made: Any) -> None:
    made.add_paragraph("satu", style="List Number")


def _footnote(made: Any) -> None:
    made.add_paragraph("satu")._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'))


def _object(made: Any) -> None:
    made.add_paragraph("satu")._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:object/></w:r>"))


def _chart(made: Any) -> None:
    id_ = made.part.relate_to(made.part._styles_part, "http://example.org/chart")
    run = f'<w:r {nsdecls("w")} xmlns:c="urn:c"><c:chart {nsdecls("r")} r:id="{id_}"/></w:r>'
    made.add_paragraph("satu")._p.append(parse_xml(run))


def _section(made: Any) -> None:
    made.add_paragraph("satu")
    pola.landscape_section(made)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (_list, "nomor atau butir otomatis"),
        (_footnote, "catatan kaki atau catatan akhir"),
        (_object, "objek tertanam"),
        (_chart, "objek tertanam"),
        (_section, "pemisah bagian halaman"),
    ],
)
def test_what_cannot_come_along_is_refused_in_the_part(tmp_path: Path, held: Any, words: str) -> None:
    made = pola.document()
    held(made)
    part(tmp_path, "kop-surat", made=made)
    (found,) = faults(tmp_path, "{%p sisip kop-surat %}", "{%p sisip kop-surat %}")
    assert told(found) == ("bagian/kop-surat.docx", "sisip-isi", "")
    assert words in message(found, "id")
    assert place(found, "id").startswith("bagian/kop-surat.docx, isi dokumen")


def test_a_comment_between_authors_stays_behind(tmp_path: Path) -> None:
    made = pola.document()
    paragraph = made.add_paragraph("KOP")
    for tag in ("commentRangeStart", "commentRangeEnd"):
        paragraph._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1"/>'))
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:commentReference w:id="1"/></w:r>'))
    part(tmp_path, "kop-surat", made=made)
    result = filled(tmp_path, "{%p sisip kop-surat %}")
    assert pola.texts(result) == ["KOP"]
    assert b"comment" not in unpack(result)["word/document.xml"]


def test_a_paragraph_without_its_styles_number_may_come_along(tmp_path: Path) -> None:
    made = pola.document()
    paragraph = made.add_paragraph("satu", style="List Number")
    paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    part(tmp_path, "kop-surat", made=made)
    assert pola.texts(filled(tmp_path, "{%p sisip kop-surat %}")) == ["satu"]


def test_a_tag_where_no_paragraphs_can_stand_is_refused(tmp_path: Path) -> None:
    part(tmp_path, "kop-surat", "KOP")
    made = pola.document()
    made.core_properties.title = "{%p sisip kop-surat %}"
    (found,) = faults(tmp_path, made=made)
    assert told(found) == ("surat.docx", "sisip-tempat", "{%p sisip kop-surat %}")
    assert place(found, "id") == "surat.docx, properti berkas"


def test_a_page_break_beside_a_tag_would_be_lost_and_is_refused(tmp_path: Path) -> None:
    part(tmp_path, "kop-surat", "KOP")
    made = pola.document()
    made.add_paragraph("{%p sisip kop-surat %}").add_run().add_break(WD_BREAK.PAGE)
    (found,) = faults(tmp_path, made=made)
    assert found.code == "templat-sendiri-p"
    assert "tidak akan tercetak: gambar, tabel, catatan kaki, atau pindah halaman" in message(found, "id")


def test_every_fault_of_template_and_parts_is_found_in_one_run(tmp_path: Path) -> None:
    part(tmp_path, "kop-surat", "{{ kop.bdan }}")
    part(tmp_path, "tanda-tangan", "{{ pejabat.nma }}")
    made = pola.document()
    made.sections[0].header.paragraphs[0].text = "{%p sisip kop %}"
    tags = ("{%p sisip kop-surat %} x", "{{ perihl }}", "{%p sisip tanda-tangan pengirm %}", "{%p sisip %}")
    assert [told(each) for each in faults(tmp_path, *tags, made=made)] == [
        ("surat.docx", "templat-sendiri-p", "{%p sisip kop-surat %}"),
        ("surat.docx", "templat-isian", "perihl"),
        ("surat.docx", "templat-isian", "pengirm"),
        ("surat.docx", "sisip-bentuk", "{%p sisip %}"),
        ("surat.docx", "sisip-tidak-ada", "kop"),
        ("bagian/kop-surat.docx", "templat-isian", "kop.bdan"),
        ("bagian/tanda-tangan.docx", "templat-isian", "pejabat.nma"),
    ]


# --- faults that only the data show ----------------------------------------------------------------------------------


@pytest.fixture
def with_kop(tmp_path: Path) -> Iterator[Any]:
    """A template whose first table comes from its kop surat."""
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ kop.badan }} {{ perihal }}"
    part(tmp_path, "umum", "garis", made=made)
    part(tmp_path, "tanda-tangan", "{%p if pejabat.nama %}", "{{ pejabat.nama }}", "{%p endif %}")
    host = pola.document()
    for text in ("{{ perihal }}", "{%p sisip umum %}"):
        host.add_paragraph(text)
    yield host


def test_a_fault_of_the_host_is_placed_where_it_stands_in_the_template(tmp_path: Path, with_kop: Any) -> None:
    with_kop.add_table(rows=1, cols=2).cell(0, 1).text = "{{ pengirim.nama }}"
    (found,) = faults(tmp_path, "akhir", made=with_kop, context=Surat(pengirim=Pejabat(None)))  # type: ignore[arg-type]
    assert told(found) == ("surat.docx", "templat-nilai", "{{ pengirim.nama }}")
    assert place(found, "id") == "surat.docx, isi dokumen, Tabel 1, baris 1, kolom 2"


def test_a_fault_of_a_part_that_the_data_show_is_placed_in_the_part(tmp_path: Path, with_kop: Any) -> None:
    made = pola.document()
    made.add_paragraph("satu")
    made.add_table(rows=2, cols=1).cell(1, 0).text = "{{ perihal }}"
    part(tmp_path, "umum", "garis", made=made)
    with_kop.paragraphs[0].text = "salam"
    pengirim = ("{%p sisip tanda-tangan pengirim %}",)
    (found,) = faults(tmp_path, *pengirim, made=with_kop, context=Surat(perihal=None))  # type: ignore[arg-type]
    assert told(found) == ("bagian/umum.docx", "templat-nilai", "{{ perihal }}")
    assert place(found, "id") == "bagian/umum.docx, isi dokumen, Tabel 1, baris 2, kolom 1"
