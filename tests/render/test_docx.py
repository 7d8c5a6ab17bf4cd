"""Templates and contexts: what is printed, what is refused and where."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import docx as word
import pytest
from openxml_audit import OpenXmlValidator

from pipeline.media import Image
from pipeline.problems import ExitCode, TemplateError
from pipeline.render.docx import render
from pipeline.render.structure import flaws
from pipeline.show.problems import error_text, place
from pipeline.word.package import WP, W, parse, unpack
from tests.render import pola
from tests.template.rusak import marked


@dataclass(frozen=True)
class Baris:
    nama: str
    isi: tuple[str, ...] = ()


LOGO = Image("logo.png", 10, 10, "Logo")


@dataclass(frozen=True)
class Konteks:
    judul: str = "Judul"
    baris: tuple[Baris, ...] = ()
    ada: bool = True
    gambar: Image = LOGO


def rendered(folder: Path, konteks: object, *paragraphs: str) -> bytes:
    return render(pola.template(folder / "templat.docx", *paragraphs), konteks, root=folder)


@pytest.mark.parametrize(
    "text",
    [
        "Tim A & B <wakil> 'satu' \"dua\"",
        "{{ judul }} dan {% if x %} dan {# catatan #}",
        "{_{ bukan tanda }_} {_% begitu juga %_}",
        "&amp; &lt;w:p/&gt; ]]> <!-- -->",
        "x" * 5000,
        "kalimat yang panjang " * 5000,
        "  spasi  di mana-mana  ",
        "‘petik’ “ganda” – é 漢 😀",
        "\\n \\u0041 \\g<1> %s {0}",
    ],
)
def test_text_of_the_data_is_printed_as_it_is(tmp_path: Path, text: str) -> None:
    assert pola.texts(rendered(tmp_path, Konteks(judul=text), "{{ judul }}")) == [text]


def test_a_line_break_and_a_tab_become_words_own(tmp_path: Path) -> None:
    root = pola.body(rendered(tmp_path, Konteks(judul="satu\r\ndua\ttiga\rempat"), "[{{ judul }}]"))
    run = next(r for r in root.iter(f"{W}r") if r.find(f"{W}br") is not None)
    marks = {f"{W}br": "|", f"{W}tab": ">"}
    assert "".join(marks.get(e.tag, e.text or "") for e in run) == "[satu|dua>tiga|empat]"


def test_characters_that_xml_forbids_are_left_out(tmp_path: Path) -> None:
    made = rendered(tmp_path, Konteks(judul="a\x00b\x07c\x1bd\ufffee\ud800f\ue0f10\ue0f2"), "{{ judul }}")
    assert pola.texts(made) == ["abcdef0"]


def test_headers_footers_and_properties_are_filled_in_too(tmp_path: Path) -> None:
    made = pola.document()
    made.sections[0].header.paragraphs[0].text = "{{ judul }}"
    made.sections[0].footer.paragraphs[0].text = "{% if ada %}Kaki {{ judul }}{% endif %}"
    made.core_properties.title = "{{ judul }}"
    made.save(str(tmp_path / "t.docx"))
    result = word.Document(BytesIO(render(tmp_path / "t.docx", Konteks(judul="A & <B>\n{{ c }}"), root=tmp_path)))
    assert result.sections[0].header.paragraphs[0].text == "A & <B>\n{{ c }}"
    assert result.sections[0].footer.paragraphs[0].text == "Kaki A & <B>\n{{ c }}"
    assert result.core_properties.title == "A & <B> {{ c }}"


def test_rows_and_cells_repeat_and_the_grid_follows(tmp_path: Path) -> None:
    made = pola.document()
    table = made.add_table(rows=3, cols=4)
    table.cell(0, 0).text = "{%tr for b in baris %}"
    for column, text in enumerate(["{{ b.nama }}", "{%tc for i in b.isi %}", "{{ i }}", "{%tc endfor %}"]):
        table.cell(1, column).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    made.save(str(tmp_path / "t.docx"))
    baris = tuple(Baris(f"B{n}", tuple("abcdef")) for n in range(3))
    root = pola.body(render(tmp_path / "t.docx", Konteks(baris=baris), root=tmp_path))
    assert [len(list(row.iter(f"{W}tc"))) for row in root.iter(f"{W}tr")] == [7, 7, 7]
    assert len(list(root.iter(f"{W}gridCol"))) == 7


def test_an_emptied_cell_and_an_emptied_table_stay_sound(tmp_path: Path) -> None:
    made = pola.document()
    cell = made.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{%p if not ada %}"
    cell.add_paragraph("isi")
    cell.add_paragraph("{%p endif %}")
    rows = made.add_table(rows=3, cols=1)
    for row, text in enumerate(["{%tr for b in baris %}", "{{ b.nama }}", "{%tr endfor %}"]):
        rows.cell(row, 0).text = text
    made.add_paragraph("akhir")
    made.save(str(tmp_path / "t.docx"))
    root = pola.body(render(tmp_path / "t.docx", Konteks(), root=tmp_path))
    assert [[e.tag for e in c][-1] for c in root.iter(f"{W}tc")] == [f"{W}p"]
    assert len(list(root.iter(f"{W}tbl"))) == 1
    assert flaws([root]) == ()


def test_the_check_sees_what_validators_miss() -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    broken = parse(
        f"<w:body {ns}><w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr><w:tr/></w:tbl><w:p><w:r><w:r/></w:r></w:p>"
        '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="a"/>'
        "<w:r><w:p/></w:r></w:p></w:body>"
    )
    assert set(flaws([broken])) == {
        "w:tc does not end in w:p",
        "w:tr without w:tc",
        "w:r inside w:r",
        "w:p inside w:p",
        "bookmarkStart id=1 twice",
        "bookmarkStart name=a twice",
    }


def test_bookmarks_and_drawings_of_a_loop_get_ids_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "g.png").write_bytes(pola.png(4, 4))
    made = pola.document()
    for text in ("{%p for b in baris %}", "{{ b.nama }} {{ gambar }}", "{%p endfor %}"):
        paragraph = made.add_paragraph(text)
        if "nama" in text:
            start = word.oxml.OxmlElement("w:bookmarkStart", {f"{W}id": "7", f"{W}name": "tempat"})
            paragraph._p.insert(0, start)
            paragraph._p.append(word.oxml.OxmlElement("w:bookmarkEnd", {f"{W}id": "7"}))
    made.save(str(tmp_path / "t.docx"))
    konteks = Konteks(baris=(Baris("a"), Baris("b"), Baris("c")), gambar=Image("g.png", 10, 10, "Gambar"))
    root = pola.body(render(tmp_path / "t.docx", konteks, root=tmp_path))
    assert [d.get("id") for d in root.iter(f"{WP}docPr")] == ["1", "2", "3"]
    assert [d.get("name") for d in root.iter(f"{WP}docPr")] == ["g", "g (2)", "g (3)"]
    assert [b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")] == ["tempat"]
    assert len(list(root.iter(f"{W}bookmarkEnd"))) == 1


@pytest.mark.parametrize(
    ("pixels", "size"), [((200, 100), (40.0, 20.0)), ((100, 200), (15.0, 30.0)), ((8, 8), (30.0, 30.0))]
)
def test_a_picture_fills_its_box_and_keeps_its_shape(
    tmp_path: Path, pixels: tuple[int, int], size: tuple[float, float]
) -> None:
    (tmp_path / "logo.png").write_bytes(pola.png(*pixels))
    made = rendered(tmp_path, Konteks(gambar=Image("logo.png", 40, 30, 'Logo "A" & <B>')), "Logo: {{ gambar }}.")
    root = pola.body(made)
    (extent,) = root.iter(f"{WP}extent")
    (properties,) = root.iter(f"{WP}docPr")
    assert (int(extent.get("cx", "")) / 36000, int(extent.get("cy", "")) / 36000) == pytest.approx(size, abs=0.01)
    assert properties.get("descr") == 'Logo "A" & <B>'
    assert pola.texts(made) == ["Logo: ."]


def test_a_picture_stands_in_a_header(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(pola.png(10, 10))
    made = pola.document()
    made.sections[0].header.paragraphs[0].text = "{{ gambar }}"
    made.save(str(tmp_path / "t.docx"))
    parts = unpack(render(tmp_path / "t.docx", Konteks(gambar=Image("logo.png", 20, 20, "Logo")), root=tmp_path))
    header = next(n for n in parts if n.startswith("word/header") and b"docPr" in parts[n])
    assert b"media/" in parts[f"word/_rels/{header.removeprefix('word/')}.rels"]


@pytest.mark.parametrize("content", [None, b"bukan gambar", b"\x89PNG\r\n\x1a\n"])
def test_a_picture_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "rusak.png").write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        rendered(tmp_path, Konteks(gambar=Image("rusak.png", 10, 10, "x")), "Logo: {{ gambar }}")
    (found,) = caught.value.problems
    assert (found.code, found.args["berkas"]) == ("gambar-rusak", "rusak.png")
    assert place(found, "id") == "templat.docx, isi dokumen, paragraf “Logo: {{ gambar }}”"


def refused(template: Path, konteks: object = None) -> list[tuple[str, str]]:
    """Code and marked words of everything that is wrong with a template, when it is to be filled in."""
    with pytest.raises(TemplateError) as caught:
        render(template, konteks or Konteks(baris=(Baris("a"),)), root=template.parent)
    assert (caught.value.exit_code, caught.value.code) == (ExitCode.PROBLEMS, "cli.template.salah")
    return [(p.code, marked(p)) for p in caught.value.problems]


def test_nothing_is_made_of_a_template_with_mistakes_and_all_of_them_are_told(tmp_path: Path) -> None:
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ judull }}"
    made.add_paragraph("{%p if ada %} Teks")
    made.add_paragraph("{%p endif %}")
    made.sections[0].footer.paragraphs[0].text = "{{ tiada }}"
    made.core_properties.title = "{{ jdul }}"
    made.save(str(tmp_path / "t.docx"))
    assert refused(tmp_path / "t.docx") == [
        ("templat-isian", "judull"),
        ("templat-sendiri-p", "{%p if ada %}"),
        ("templat-isian", "tiada"),
        ("templat-isian", "jdul"),
    ]


def test_the_error_shows_each_mistake_with_its_place_in_the_language_asked_for(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{{ judull }}")
    made.add_table(rows=2, cols=2).cell(1, 1).text = "{{ ada }}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(TemplateError) as caught:
        render(tmp_path / "t.docx", Konteks(), root=tmp_path, called="templates/surat.docx")
    first, second = error_text(caught.value, "id").split("\n\n")
    assert first.splitlines()[0] == "salah [templat-isian] templates/surat.docx, isi dokumen, paragraf “{{ judull }}”"
    assert second.splitlines()[0].endswith("templates/surat.docx, isi dokumen, Tabel 1, baris 2, kolom 2")
    assert "ada is an answer yes or no, not text" in error_text(caught.value, "en")


def test_what_word_makes_of_quotes_and_blanks_is_understood(tmp_path: Path) -> None:
    tags = (
        "{% if judul == “Judul” %}sama{% endif %}",
        "{{\u00a0judul\u00a0}}",
        "{{ ju\u200bdul | replace(‘J’, ‘j’) }}",
    )
    assert pola.texts(rendered(tmp_path, Konteks(), *tags)) == ["sama", "Judul", "judul"]


def test_a_prefix_with_a_blank_that_does_not_break_is_understood(tmp_path: Path) -> None:
    texts = ("{%p\u00a0if ada %}", "isi", "{%p endif\u00a0%}", "{%p\u00a0if not ada %}", "tidak", "{%p endif %}")
    assert pola.texts(rendered(tmp_path, Konteks(), *texts)) == ["isi"]


# --- what only the data show -----------------------------------------------------------------------------------------


def test_a_value_of_another_type_than_declared_is_told_at_the_tag_that_prints_it(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{{ judul }}")
    made.add_table(rows=4, cols=2).cell(2, 1).text = "Nilai: {{ b.nama }}"
    cells = made.tables[0]
    cells.cell(1, 0).text, cells.cell(3, 0).text = "{%tr for b in baris %}", "{%tr endfor %}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(TemplateError) as caught:
        render(tmp_path / "t.docx", Konteks(baris=(Baris("a"), Baris(None))), root=tmp_path)  # type: ignore[arg-type]
    (found,) = caught.value.problems
    assert (found.code, marked(found)) == ("templat-nilai", "{{ b.nama }}")
    assert place(found, "id") == "t.docx, isi dokumen, Tabel 1, baris 3, kolom 2"


def test_a_field_that_the_data_lack_is_told_at_its_tag(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{{ judul }}")
    made.sections[0].footer.paragraphs[0].text = "{% for b in baris %}{{ b.nama }}{% endfor %}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(TemplateError) as caught:
        render(tmp_path / "t.docx", Konteks(baris=(None,)), root=tmp_path)  # type: ignore[arg-type]
    (found,) = caught.value.problems
    assert found.code == "templat-jalan"
    assert place(found, "id").startswith("t.docx, kaki halaman")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, ["hilang"]),
        (b"", ["bukan-word"]),
        (b"bukan docx", ["bukan-word"]),
        (pola.zipped({"isi.txt": b"x"}), ["bagian-hilang"] * 3),
        (pola.zipped({"[Content_Types].xml": b"<Types", "_rels/.rels": b"<"}), ["bagian-hilang", "rusak", "rusak"]),
    ],
)
def test_a_template_that_is_missing_or_no_word_file_is_named(
    tmp_path: Path, content: bytes | None, why: list[str]
) -> None:
    if content is not None:
        (tmp_path / "t.docx").write_bytes(content)
    assert [code for code, _ in refused(tmp_path / "t.docx")] == [f"templat-{each}" for each in why]


def test_a_template_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    (tmp_path / "t.docx").mkdir()
    with pytest.raises(TemplateError) as caught:
        render(tmp_path / "t.docx", Konteks(), root=tmp_path)
    (found,) = caught.value.problems
    assert (found.code, "directory" in str(found.args["sebab"])) == ("templat-terkunci", True)


def test_equal_input_gives_equal_bytes_with_the_date_asked_for(tmp_path: Path) -> None:
    template = pola.template(tmp_path / "t.docx", "{{ judul }}")
    first, second = (render(template, Konteks(), root=tmp_path, dated=date(2026, 10, 12)) for _ in range(2))
    assert first == second
    properties = word.Document(BytesIO(first)).core_properties
    assert (properties.created, properties.modified) == (properties.modified, properties.created)
    assert f"{properties.created:%Y-%m-%d}" == "2026-10-12"
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_author_of_the_template_leaves_no_path_behind(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("isi")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    id_ = made.part._settings_part.relate_to("file:///C:/Users/rahasia/Normal.dotm", kind, is_external=True)
    attribute = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    made.settings.element.insert(0, word.oxml.OxmlElement("w:attachedTemplate", {attribute: id_}))
    made.save(str(tmp_path / "t.docx"))
    parts = unpack(render(tmp_path / "t.docx", Konteks(), root=tmp_path))
    assert not any(b"rahasia" in part or b"attachedTemplate" in part for part in parts.values())


def test_what_comes_out_is_valid_for_the_open_xml_validator(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(pola.png(10, 10))
    made = pola.document()
    for text in ("{%p for b in baris %}", "{{ b.nama }}: {{ gambar }}", "{%p endfor %}"):
        made.add_paragraph(text)
    made.sections[0].footer.paragraphs[0].text = "{{ judul }}"
    made.save(str(tmp_path / "t.docx"))
    konteks = Konteks("a\nb\tc", tuple(Baris(f"N{n}") for n in range(3)), gambar=Image("logo.png", 9, 9, "Logo"))
    file = tmp_path / "hasil.docx"
    file.write_bytes(render(tmp_path / "t.docx", konteks, root=tmp_path, paper="F4"))
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []


def test_a_tag_that_word_split_over_runs_is_whole(tmp_path: Path) -> None:
    made = pola.document()
    paragraph = made.add_paragraph("{")
    for piece in ("{ ju", "dul }", "}"):
        paragraph.add_run(piece).bold = True
    made.save(str(tmp_path / "t.docx"))
    assert pola.texts(render(tmp_path / "t.docx", Konteks(), root=tmp_path)) == ["Judul"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{# {{ apa saja }} %} #}.", "."),
        ("{% set j = judul %}{{ j }}", "Judul"),
        ("{% for b in baris if b.nama %}{{ loop.index }}{{ b.nama|upper }}{% else %}-{% endfor %}", "1A2B"),
        ("{% for b in baris if not b.nama %}x{% else %}kosong{% endfor %}", "kosong"),
        ("{{ judul | replace('J', '<&>') | trim }} {{ judul | length }}", "<&>udul 5"),
        ("{% for b in baris %}{{ b.isi | join(', ') }};{% endfor %}", "x, y;;"),
        ('{% if judul == "<" or "&" in judul %}x{% elif "ud" in judul %}y{% endif %}', "y"),
        (
            "{% for b in baris %}{% set l = loop %}{% for i in b.isi %}{{ l.index }}{{ i }}{% endfor %}{% endfor %}",
            "1x1y",
        ),
        ("{% for baris in baris %}{{ baris.nama }}{% endfor %}{{ baris | length }}", "ab2"),
        ("{{ 'teks <w:p/>' }} {{ -5 }}", "teks <w:p/> -5"),
        ("{%r if ada %}ya{%r endif %}{%r if not ada %}tidak{%r endif %}", "ya"),
        ("Harga 50% {satu} { dua }", "Harga 50% {satu} { dua }"),
        ("{{ '\\x00a\\x07\\ud800\\ue0f10\\ue0f2&amp;<' }}{{ 'b\\nc' }}", "a0&amp;<b c"),
    ],
)  # fmt: skip
def test_what_the_language_has_is_filled_in(tmp_path: Path, text: str, printed: str) -> None:
    konteks = Konteks(baris=(Baris("a", ("x", "y")), Baris("b")))
    assert pola.texts(rendered(tmp_path, konteks, text)) == [printed]


def test_the_properties_of_a_template_saved_by_libreoffice_are_filled_in_too(tmp_path: Path) -> None:
    made = pola.document()
    made.core_properties.title = "{{ judul }}"
    made.save(str(tmp_path / "t.docx"))
    parts = unpack((tmp_path / "t.docx").read_bytes())
    links = parts["_rels/.rels"]
    kind = b"http://schemas.openxmlformats.org/%s/2006/relationships/metadata/core-properties"
    parts["_rels/.rels"] = links.replace(kind.replace(b"/%s/", b"/package/"), kind % b"officedocument")
    assert parts["_rels/.rels"] != links
    (tmp_path / "t.docx").write_bytes(pola.zipped(parts))
    result = render(tmp_path / "t.docx", Konteks(), root=tmp_path)
    assert word.Document(BytesIO(result)).core_properties.title == "Judul"
    with zipfile.ZipFile(BytesIO(result)) as archive:
        assert archive.namelist().count("docProps/core.xml") == 1


def test_a_section_break_in_the_paragraph_of_a_tag_is_kept(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{%p if ada %}")
    made.add_paragraph("tegak")
    end = made.add_paragraph("{%p endif %}")
    made.add_section(word.enum.section.WD_SECTION.NEW_PAGE)
    break_ = made.element.body.find(f"{W}p/{W}pPr/{W}sectPr")
    break_.getparent().getparent().getparent().remove(break_.getparent().getparent())
    end._p.get_or_add_pPr().append(break_)
    made.add_paragraph("melintang")
    made.save(str(tmp_path / "t.docx"))
    root = pola.body(render(tmp_path / "t.docx", Konteks(), root=tmp_path))
    body = list(root.iter(f"{W}p"))
    assert ["".join(p.itertext()) for p in body] == ["tegak", "", "melintang"]
    assert body[1].find(f"{W}pPr/{W}sectPr") is not None
