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
from pipeline.messages import text as message
from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.docx import render
from pipeline.render.package import WP, W, parse, unpack
from pipeline.render.structure import flaws
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
    ("tag", "code", "args"),
    [
        ("{{ judull }}", "nama", {"nama": "judull", "saran": "judul"}),
        ("{% for b in baris %}{{ b.namma }}{% endfor %}", "nama", {"nama": "namma", "saran": "nama"}),
        ("{{ judul | besar }}", "tag", {"sebab": "No filter named 'besar'."}),
        ("{{ judul | safe }}", "tag", {"sebab": "No filter named 'safe'."}),
        ("{% if ada %}", "tag", {}),
        ("{{ judul", "tag", {}),
        ("{{ baris }}", "nilai", {"jenis": "tuple"}),
        ("{{ ada }}", "nilai", {"jenis": "bool"}),
        ("{{ gambar }}", "nilai", {"jenis": "NoneType"}),
        ("{{ judul + 1 }}", "tag", {}),
        ("}} judul", "sisa", {}),
    ],
)
def test_a_faulty_tag_is_named_with_its_paragraph(tmp_path: Path, tag: str, code: str, args: dict[str, str]) -> None:
    with pytest.raises(KinerjaError) as caught:
        rendered(
            tmp_path, Konteks(baris=(Baris("a"),)), "Alinea pertama {{ judul }}", f"Di sini {tag}", "Alinea terakhir"
        )
    error = caught.value
    assert (error.exit_code, error.code) == (ExitCode.PROBLEMS, f"render.template.{code}.paragraf")
    assert error.args_["template"] == "templat.docx"
    assert error.args_["teks"] == f"Di sini {tag}"
    assert args.items() <= error.args_.items()
    assert all("Di sini" in message(error.code, language, **error.args_) for language in ("id", "en"))


def test_a_faulty_tag_in_a_table_is_named_with_row_and_column(tmp_path: Path) -> None:
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ judul }}"
    table = made.add_table(rows=4, cols=3)
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for b in baris %}", "{%tr endfor %}"
    table.cell(2, 2).text = "Nilai: {{ b.nilai }}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(KinerjaError) as caught:
        render(tmp_path / "t.docx", Konteks(baris=(Baris("a"),)), root=tmp_path)
    assert caught.value.code == "render.template.nama.tabel"
    where = {name: caught.value.args_[name] for name in ("tabel", "baris", "kolom", "teks", "bagian")}
    assert where == {
        "tabel": "2",
        "baris": "3",
        "kolom": "3",
        "teks": "Nilai: {{ b.nilai }}",
        "bagian": "word/document.xml",
    }


def test_a_fault_in_a_footer_names_the_footer(tmp_path: Path) -> None:
    made = pola.document()
    made.sections[0].footer.paragraphs[0].text = "{{ tiada }}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(KinerjaError) as caught:
        render(tmp_path / "t.docx", Konteks(), root=tmp_path)
    assert caught.value.args_["bagian"].startswith("word/footer")


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
    with pytest.raises(KinerjaError, match=r"render\.template\.(tag|nama)"):
        rendered(tmp_path, Konteks(baris=(Baris("a"),)), tag)


def test_a_loop_that_ends_on_another_level_is_refused(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{% for b in baris %}{{ b.nama }}")
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{% endfor %}"
    made.save(str(tmp_path / "t.docx"))
    with pytest.raises(KinerjaError, match=r"render\.template\.susunan"):
        render(tmp_path / "t.docx", Konteks(baris=(Baris("a"), Baris("b"))), root=tmp_path)


@pytest.mark.parametrize("content", [None, b"", b"bukan docx"])
def test_a_template_that_is_no_word_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "t.docx").write_bytes(content)
    with pytest.raises(KinerjaError, match=r"render\.template\.rusak") as caught:
        render(tmp_path / "t.docx", Konteks(), root=tmp_path)
    assert caught.value.args_["template"] == "t.docx"


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
