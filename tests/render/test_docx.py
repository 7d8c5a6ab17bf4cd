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
from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.docx import render
from pipeline.render.package import WP, W, parse, unpack
from pipeline.render.structure import flaws
from pipeline.show.problems import error_text
from tests.render import pola


@dataclass(frozen=True)
class Baris:
    nama: str
    isi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Konteks:
    judul: str = "Judul"
    baris: tuple[Baris, ...] = ()
    ada: bool = True
    gambar: Image | None = None


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
    with pytest.raises(KinerjaError) as caught:
        rendered(tmp_path, Konteks(gambar=Image("rusak.png", 10, 10, "x")), "{{ gambar }}")
    assert (caught.value.exit_code, caught.value.code) == (ExitCode.PROBLEMS, "render.gambar")
    assert caught.value.args_["berkas"] == "rusak.png"


@pytest.mark.parametrize(
    ("tag", "code", "words"),
    [
        ("{{ judull }}", "nama", "There is no field judull; the nearest is: judul."),
        ("{% for b in baris %}{{ b.namma }}{% endfor %}", "nama", "There is no field b.namma; the nearest is: b.nama."),
        ("{% for b in baris %}{{ nama }}{% endfor %}", "nama", "There is no field nama; the nearest is: b.nama."),
        ("{% for b in baris %}{% endfor %}{{ b.nama }}", "nama.luar", "known only inside {% for b in baris %}"),
        ("{{ zzz }}", "nama.asing", "There is no field zzz. Correct"),
        ("{{ judul.isi }}", "nama.tanpa-isi", "judul has no fields of its own. Write judul alone."),
        ("{{ baris.nama }}", "nama.daftar", "baris is a list. Enclose it in {%p for x in baris %}"),
        ("{{ gambar.berkas }}", "nama.asing", "There is no field gambar.berkas."),
        ("{{ gambar.file }}", "kosong", "file is taken from something that this period does not have"),
        ("{{ judul | besar }}", "tag", "{{ judul | besar }} cannot be used: there is no filter besar."),
        ("{{ judul | safe }}", "tag", "there is no filter safe"),
        ("{% if judul is indah %}{% endif %}", "tag", "there is no test indah"),
        ("{% if ada %}", "blok.kurang", "{% if ada %} is never closed. Add {% endif %}"),
        ("{% endfor %}", "blok.lebih", "{% endfor %} has no beginning (for)."),
        ("{% else %}", "blok.lebih", "{% else %} has no beginning (if)."),
        ("{% jika ada %}", "tag", "there is no statement jika"),
        ("{% if ada %}{% Endif %}", "tag", "there is no statement Endif; the nearest is: endif"),
        ("{% for b in baris %}{% end for %}", "tag", "there is no statement end; the nearest is: endfor"),
        ("{% if ada %}{% else if ada %}{% endif %}", "tag", "there is no statement else; the nearest is: elif"),
        ("{% p if ada %}", "tag", "the letter p must be small, directly after {% and before one ordinary blank"),
        ("{%P if ada %}", "tag", "the letter p must be small"),
        ("{%p\u00a0if ada %}", "tag", "the letter p must be small"),
        ("{{ judul judul }}", "tag", "}} should stand there, judul does"),
        ("{% if %}{% endif %}", "tag", "its contents are not complete"),
        ("{{ }}", "tag", "its contents are not complete"),
        ("{{ judul ? }}", "tag", "the character ? may not stand there"),
        ("{{ judul", "kurung", "The brace {{ has no partner }} in the same paragraph: {{ judul."),
        ("{{ judul }", "kurung", "The brace {{ has no partner }}"),
        ("{ judul }}", "kurung", "The brace }} has no partner {{ in the same paragraph"),
        ("{{ judul %}", "kurung", "The brace {{ has no partner }}"),
        ("{% if ada }", "kurung", "The brace {% has no partner %}"),
        ("{# catatan", "kurung", "The brace {# has no partner #}"),
        ("{{ judul } dan {{ judul }}", "kurung", "{{ has no partner }} in the same paragraph: {{ judul } dan {{."),
        ("100% {", "kurung", "The brace { has no partner }"),
        ("{%p if ada %}", "sendiri.p", "{%p if ada %} must stand alone in its paragraph"),
        ("{#p catatan #}", "sendiri.p", "would not be printed: Di sini."),
        ("{%tr if ada %}", "luar-tabel", "{%tr if ada %} can be used only inside a table"),
        ("{{ baris }}", "nilai", "This field is a list, not text"),
        ("{{ ada }}", "nilai", "This field is an answer yes or no, not text"),
        ("{{ gambar }}", "nilai", "This field is empty, not text"),
        ("{{ judul + 1 }}", "jalan", "text and numbers cannot be calculated together"),
        ("{{ 1 / 0 }}", "jalan", "it divides by zero"),
        ("{% include 'x' %}", "tag", "there is no statement include"),
    ],
)
def test_a_faulty_tag_is_named_with_its_paragraph(tmp_path: Path, tag: str, code: str, words: str) -> None:
    with pytest.raises(KinerjaError) as caught:
        rendered(
            tmp_path, Konteks(baris=(Baris("a"),)), "Alinea pertama {{ judul }}", f"Di sini {tag}", "Alinea terakhir"
        )
    error = caught.value
    assert (error.exit_code, error.code) == (ExitCode.PROBLEMS, f"render.template.{code}")
    head, said = error_text(error, "en").split("\n")
    assert head == "Error: Template templat.docx (document body), paragraph: " + f"Di sini {tag}".replace("\u00a0", " ")
    assert words in said
    assert "(isi dokumen), paragraf: Di sini" in error_text(error, "id")


def test_a_faulty_tag_in_a_table_is_named_with_row_and_column(tmp_path: Path) -> None:
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ judul }}"
    table = made.add_table(rows=4, cols=3)
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for b in baris %}", "{%tr endfor %}"
    table.cell(2, 2).text = "Nilai: {{ b.nilai }}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(KinerjaError) as caught:
        render(tmp_path / "t.docx", Konteks(baris=(Baris("a"),)), root=tmp_path)
    assert error_text(caught.value, "id") == (
        "Kesalahan: Templat t.docx (isi dokumen), tabel 2, baris 3, kolom 3: Nilai: {{ b.nilai }}\n"
        "  Isian b.nilai tidak dikenal. Betulkan namanya di Word, atau hapus tandanya."
    )


def test_a_fault_in_a_footer_names_the_footer(tmp_path: Path) -> None:
    made = pola.document()
    made.sections[0].footer.paragraphs[0].text = "{{ tiada }}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(KinerjaError) as caught:
        render(tmp_path / "t.docx", Konteks(), root=tmp_path)
    assert error_text(caught.value, "id").startswith("Kesalahan: Templat t.docx (kaki halaman), paragraf: {{ tiada }}")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ judul.__class__ }}",
        "{{ baris[0]._rahasia }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ judul * 100000000 }}",
        "{{ 10 ** 100000 }}",
        "{% for i in range(100000000) %}x{% endfor %}",
        "{% include 'x' %}",
    ],
)
def test_a_template_cannot_reach_into_python_or_fill_the_memory(tmp_path: Path, tag: str) -> None:
    with pytest.raises(KinerjaError, match=r"render\.template\.(tag|jalan|nama)"):
        rendered(tmp_path, Konteks(baris=(Baris("a"),)), tag)


def test_a_loop_that_ends_on_another_level_is_refused(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{% for b in baris %}{{ b.nama }}")
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{% endfor %}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(KinerjaError, match=r"render\.template\.susunan"):
        render(tmp_path / "t.docx", Konteks(baris=(Baris("a"), Baris("b"))), root=tmp_path)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "tidak-ada"),
        (b"", "bukan-word"),
        (b"bukan docx", "bukan-word"),
        (pola.zipped({"isi.txt": b"x"}), "rusak"),
        (pola.zipped({"[Content_Types].xml": b"<Types", "_rels/.rels": b"<"}), "rusak"),
    ],
)
def test_a_template_that_is_missing_or_no_word_file_is_named(tmp_path: Path, content: bytes | None, why: str) -> None:
    if content is not None:
        (tmp_path / "t.docx").write_bytes(content)
    with pytest.raises(KinerjaError) as caught:
        render(tmp_path / "t.docx", Konteks(), root=tmp_path)
    assert (caught.value.code, caught.value.args_) == (f"render.template.{why}", {"template": "t.docx"})


def test_a_template_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    (tmp_path / "t.docx").mkdir()
    with pytest.raises(KinerjaError, match=r"render\.template\.terkunci.*directory"):
        render(tmp_path / "t.docx", Konteks(), root=tmp_path)


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


def all_faults(template: Path, konteks: object = None, language: str = "en") -> list[str]:
    """What is said of a template in one run."""
    with pytest.raises(KinerjaError) as caught:
        render(template, konteks or Konteks(baris=(Baris("a"),)), root=template.parent)
    return [error_text(e, language) for e in (caught.value, *caught.value.also)]


def test_a_missing_brace_is_refused_where_it_would_delete_all_up_to_the_next_tag(tmp_path: Path) -> None:
    texts = ("{%p if ada %}", "Kepada", "{%p endif }", "Isi surat", "{{ judul }}")
    (said,) = all_faults(pola.template(tmp_path / "t.docx", *texts))
    assert said.splitlines()[0].endswith("paragraph: {%p endif }")
    assert "{% has no partner %}" in said


def test_a_tag_that_word_split_over_runs_is_whole(tmp_path: Path) -> None:
    made = pola.document()
    paragraph = made.add_paragraph("{")
    for piece in ("{ ju", "dul }", "}"):
        paragraph.add_run(piece).bold = True
    made.save(str(tmp_path / "t.docx"))
    assert pola.texts(render(tmp_path / "t.docx", Konteks(), root=tmp_path)) == ["Judul"]


def test_a_brace_that_closes_in_the_next_paragraph_or_in_a_text_box_is_refused(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{{ judul")
    made.add_paragraph("}}")
    box = made.add_paragraph("{{ judul")
    pola.text_box(box, "}} {{ judul }")
    made.sections[0].header.paragraphs[0].text = "{% if ada"
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ judul }"
    made.save(str(tmp_path / "t.docx"))
    heads = [said.splitlines()[0].partition(": Template t.docx ")[2] for said in all_faults(tmp_path / "t.docx")]
    assert heads == [
        "(document body), paragraph: {{ judul",
        "(document body), paragraph: }}",
        "(document body), paragraph: {{ judul",
        "(document body), paragraph: }} {{ judul }",
        "(document body), paragraph: }} {{ judul }",
        "(document body), table 1, row 1, column 1: {{ judul }",
        "(header), paragraph: {% if ada",
    ]


def test_a_row_tag_beside_text_is_refused_because_the_row_goes(tmp_path: Path) -> None:
    made = pola.document()
    table = made.add_table(rows=3, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{%tr for b in baris %}", "Keterangan"
    table.cell(1, 0).text, table.cell(1, 1).text = "{%tc if ada %} x", "{%tc endif %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    made.save(str(tmp_path / "t.docx"))
    first, second = all_faults(tmp_path / "t.docx")
    assert "row 1, column 1: {%tr for b in baris %}" in first
    assert "must stand alone in its table row" in first
    assert "would not be printed: Keterangan." in first
    assert "row 2, column 1: {%tc if ada %} x" in second


@pytest.mark.parametrize("lost", ["drawing", "page"])
def test_a_paragraph_tag_takes_no_picture_or_page_break_with_it(tmp_path: Path, lost: str) -> None:
    (tmp_path / "g.png").write_bytes(pola.png(4, 4))
    made = pola.document()
    paragraph = made.add_paragraph("{%p if ada %}")
    if lost == "drawing":
        paragraph.add_run().add_picture(str(tmp_path / "g.png"))
    else:
        paragraph.add_run().add_break(word.enum.text.WD_BREAK.PAGE)
    made.add_paragraph("{%p endif %}")
    made.save(str(tmp_path / "t.docx"))
    (said,) = all_faults(tmp_path / "t.docx")
    assert "would not be printed: a picture, a footnote or a page break." in said


def test_a_tag_that_no_program_can_read_is_named_and_shortened(tmp_path: Path) -> None:
    (said,) = all_faults(pola.template(tmp_path / "t.docx", "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"))
    assert "it takes too long or is too large" in said
    assert len(said) < 400


def test_every_fault_of_a_template_is_found_in_one_run(tmp_path: Path) -> None:
    made = pola.document()
    for text in ("{{ judull }}", "{%p if ada %} Teks", "{{ judul | besar }}", "{%p endif %}", "{% for b in bariss %}x"):
        made.add_paragraph(text)
    made.core_properties.title = "{{ jdul }}"
    made.save(str(tmp_path / "t.docx"))
    said = [s.splitlines()[1].strip().split(".")[0] for s in all_faults(tmp_path / "t.docx")]
    assert said == [
        "{%p if ada %} must stand alone in its paragraph, for what stands beside it would not be printed: Teks",
        "{{ judul | besar }} cannot be used: there is no filter besar",
        "{% for b in bariss %} is never closed",
        "There is no field jdul; the nearest is: judul",
    ]


def test_an_end_that_is_missing_is_told_at_its_beginning(tmp_path: Path) -> None:
    texts = ("{%p if ada %}", "satu", "{%p for b in baris %}", "{{ b.nama }}", "{%p endif %}", "{{ judul }}")
    (said,) = all_faults(pola.template(tmp_path / "t.docx", *texts), language="id")
    assert said.splitlines()[0].endswith("paragraf: {%p for b in baris %}")
    assert said.splitlines()[1] == (
        "  {%p for b in baris %} tidak ditutup. Tambahkan {%p endfor %} sesudah bagian yang diapitnya."
    )


def test_an_end_closes_the_beginning_in_its_own_table(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{%p if ada %}")
    rows = made.add_table(rows=2, cols=1)
    rows.cell(0, 0).text, rows.cell(1, 0).text = "{%tr if ada %}", "isi"
    made.add_paragraph("{%p endif %}")
    made.save(str(tmp_path / "t.docx"))
    (said,) = all_faults(tmp_path / "t.docx")
    assert "table 1, row 1, column 1: {%tr if ada %}" in said


@pytest.mark.parametrize(
    "texts",
    [
        ("{# {{ apa saja }} %} #}", "{#p catatan #}"),
        ("{% set j = judul %}{{ j }}", "{% set k %}{{ judul }}{% endset %}{{ k }}"),
        ("{% for b in baris if b.nama %}{{ loop.index }}{{ b.nama.upper() }}{% else %}-{% endfor %}",),
        ("{{ baris[0].nama }}{% for b in baris[1:] %}{{ b.nama }}{% endfor %}",),
        ("{{ (zzz | default(judul)) }}{% if zzz is defined %}x{% endif %}",),
        ("{% with j = judul %}{{ j }}{% endwith %}", "{% filter upper %}x{% endfilter %}"),
        ("{%- if ada -%} x {%- elif baris|length > 1 -%} y {%- else -%} z {%- endif -%}",),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(judul) }}",),
        ("{{ ‘a’ ~ judul }}{% if judul == “x” %}{% endif %}{{\u00a0judul\u00a0}}",),
        ("{% for a in range(2) %}{{ a }}{% endfor %}",),
    ],
)
def test_what_jinja_can_do_is_not_refused(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert rendered(tmp_path, Konteks(baris=(Baris("a"), Baris("b"))), *texts)


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
