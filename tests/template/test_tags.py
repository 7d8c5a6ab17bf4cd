"""What a single tag may say: the table of mistakes, each with the words that are marked and what is suggested."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx as word
import pytest

from pipeline.media import Image, RichText
from pipeline.problems import Problem, Severity
from pipeline.show.problems import in_order, message, place, problem_text, remedy
from pipeline.template.check import check_opened
from pipeline.template.opening import Opened
from pipeline.template.parts import Shelf
from pipeline.word.package import unpack
from tests.render import pola
from tests.template.rusak import marked, typed


@dataclass(frozen=True)
class Orang:
    nama: str
    jabatan: str | None


@dataclass(frozen=True)
class Baris:
    nama: str
    isi: tuple[str, ...]


@dataclass(frozen=True)
class Konteks:
    judul: str
    baris: tuple[Baris, ...]
    ada: bool
    logo: Image
    gambar: Image | None
    kaya: RichText
    ketua: Orang
    wakil: Orang | None
    catatan: str | None
    tamu: tuple[Baris, ...] | None


def problems(made: Any) -> tuple[Problem, ...]:
    return check_opened(Opened("t.docx", unpack(pola.saved(made))), Konteks, Shelf(Path("tidak-ada"), {}))


def said_of(*paragraphs: str) -> tuple[Problem, ...]:
    return check_opened(typed(*paragraphs), Konteks, Shelf(Path("tidak-ada"), {}))


# tag, code, what is marked (None: all of the tag), what is suggested. An end that is left out is put into a paragraph
# of its own after the tag's.
NAMES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("{{ judull }}", "isian", "judull", "judul"),
    ("{% for x in baris %}{{ b.nama }}{% endfor %}", "isian", "b", "x.nama"),
    ("{{ zzz }}", "isian", "zzz", None),
    ("{% for b in baris %}{{ b.namma }}{% endfor %}", "isian", "b.namma", "b.nama"),
    ("{% for b in bariss %}{% endfor %}", "isian", "bariss", "baris"),
    ("{% if adaa %}{% endif %}", "isian", "adaa", "ada"),
    ("{% if ada %}{% elif adaa %}{% endif %}", "isian", "adaa", "ada"),
    ("{% set x = judull %}", "isian", "judull", "judul"),
    ("{% for b in baris if b.namma %}{% endfor %}", "isian", "b.namma", "b.nama"),
    ("{{ ketua.jabata }}", "isian", "ketua.jabata", "ketua.jabatan"),
    ("{% for b in baris %}{{ loop.indeks }}{% endfor %}", "isian", "loop.indeks", "loop.index"),
    ("{{ loop.index }}", "isian", "loop", None),
    ("{% for b in baris if loop.first %}{% endfor %}", "isian", "loop", None),
    ("{% for b in baris %}{% endfor %}{{ b.nama }}", "isian-luar", "b", None),
    ("{% for b in baris %}{% else %}{{ b.nama }}{% endfor %}", "isian-luar", "b", None),
    ("{% if ada %}{% set x = judul %}{% endif %}{{ x }}", "isian", "x", None),
    ("{{ judul.isi }}", "isian-tanpa-isi", "judul.isi", None),
    ("{{ logo.file }}", "isian-tanpa-isi", "logo.file", None),
    ("{{ kaya.pieces }}", "isian-tanpa-isi", "kaya.pieces", None),
    ("{% for b in baris %}{{ b.isi.x }}{% endfor %}", "isian-daftar", "b.isi.x", None),
    ("{{ baris.nama }}", "isian-daftar", "baris.nama", None),
    ("{{ judul.__class__ }}", "terlarang", "judul.__class__", None),
    ("{{ _judul }}", "terlarang", "_judul", None),
    ("{{ wakil.nama }}", "mungkin-kosong", "wakil", None),
    ("{{ catatan }}", "mungkin-kosong", "catatan", None),
    ("{{ gambar }}", "mungkin-kosong", "gambar", None),
    ("{% if ada or wakil %}{{ wakil.nama }}{% endif %}", "mungkin-kosong", "wakil", None),
    ("{% if not wakil %}{{ wakil.nama }}{% endif %}", "mungkin-kosong", "wakil", None),
    ("{% if wakil %}{% endif %}{{ wakil.nama }}", "mungkin-kosong", "wakil", None),
    ("{% if wakil %}{{ wakil.jabatan }}{% endif %}", "mungkin-kosong", "wakil.jabatan", None),
    ('{% if "a" in catatan %}{% endif %}', "mungkin-kosong", "catatan", None),
    ("{% if catatan not in judul %}{% endif %}", "mungkin-kosong", "catatan", None),
    ("{% for x in tamu %}{% endfor %}", "mungkin-kosong", "{% for x in tamu %}", None),
    ('{% set judul = "x" %}', "nama-dipakai", "judul", None),
    ('{% set loop = "x" %}', "nama", "loop", None),
    ('{% set _x = "x" %}', "nama", "_x", None),
    ("{% for self in baris %}{% endfor %}", "nama", "self", None),
)
TYPES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("{{ baris }}", "cetak-daftar", "baris", None),
    ("{% for b in baris %}{{ b.isi }}{% endfor %}", "cetak-daftar-teks", "b.isi", None),
    ("{{ ketua }}", "cetak-kelompok", "ketua", None),
    ("{% for b in baris %}{{ b }}{% endfor %}", "cetak-kelompok", "b", None),
    ("{% for b in baris %}{{ loop }}{% endfor %}", "cetak-kelompok", "loop", None),
    ("{{ ada }}", "cetak-ya-tidak", "ada", None),
    ("{{ not ada }}", "cetak-ya-tidak", "not ada", None),
    ('{{ judul == "x" }}', "cetak-ya-tidak", 'judul == "x"', None),
    ("{{ kaya }}", "tanpa-r", None, None),
    ("{{r judul }}", "pakai-r", None, None),
    ("{{r logo }}", "pakai-r", None, None),
    ("{% for b in judul %}{% endfor %}", "bukan-daftar", "judul", None),
    ("{% for b in ketua %}{% endfor %}", "bukan-daftar", "ketua", None),
    ("{% if judul == 1 %}{% endif %}", "banding", "==", None),
    ('{% if ada != "ya" %}{% endif %}', "banding", "!=", None),
    ('{% if "a" in baris %}{% endif %}', "banding", "in", None),
    ('{% if catatan < "b" %}{% endif %}', "urutan-teks", "<", None),
    ('{% if judul >= "90" %}{% endif %}', "urutan-teks", ">=", None),
    ("{{ judul | besar }}", "saringan", "besar", None),
    ("{{ judul | uper }}", "saringan", "uper", "upper"),
    ("{{ judul | safe }}", "saringan", "safe", None),
    ('{{ judul | default("x") }}', "saringan", "default", None),
    ('{{ judul | replace("a") }}', "saringan-isi", "replace", None),
    ("{{ judul | replace(judul, judul) }}", "saringan-isi", "replace", None),
    ('{{ judul | upper("x") }}', "saringan-isi", "upper", None),
    ('{{ judul | join(",") }}', "saringan-jenis", "join", None),
    ("{{ baris | upper }}", "saringan-jenis", "upper", None),
    ("{{ catatan | upper }}", "mungkin-kosong", "catatan", None),
)
LANGUAGE: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("{{ judul.upper() }}", "ungkapan", "(", None),
    ("{{ super() }}", "ungkapan", "(", None),
    ("{{ baris[0].nama }}", "ungkapan", "[", None),
    ("{% for b in baris[1:] %}{% endfor %}", "ungkapan", "[", None),
    ("{% if judul is defined %}{% endif %}", "ungkapan", " is ", None),
    ('{{ "a" if ada else "b" }}', "ungkapan", " if ", None),
    ('{{ judul ~ "x" }}', "ungkapan", "~", None),
    ("{{ judul + 1 }}", "ungkapan", None, None),
    ("{{ 1 / 0 }}", "ungkapan", None, None),
    ("{{ [1, 2] }}", "ungkapan", None, None),
    ("{% if 1 < 2 < 3 %}{% endif %}", "ungkapan", "{% if 1 < 2 < 3 %}", None),
    ("{{ 1.5 }}", "ungkapan", None, None),
    ("{{ none }}", "ungkapan", None, None),
    ("{% for a, b in baris %}{% endfor %}", "ungkapan", "{% for a, b in baris %}", None),
    ("{% for b in baris recursive %}{% endfor %}", "ungkapan", "recursive", None),
    ("{% set x %}a{% endset %}", "ungkapan", "{% set x %}", None),
    ("{% include 'x' %}", "perintah-terlarang", "include", None),
    ("{% macro m(x) %}{{ x }}{% endmacro %}", "perintah-terlarang", "macro", None),
    ("{% with j = judul %}{{ j }}{% endwith %}", "perintah-terlarang", "with", None),
    ("{% filter upper %}x{% endfilter %}", "perintah-terlarang", "filter", None),
    ("{% raw %}{{ x }}{% endraw %}", "perintah-terlarang", "raw", None),
    ("{% cellbg judul %}", "perintah-terlarang", "cellbg", None),
    ("{% jika ada %}", "perintah", "jika", None),
    ("{% if ada %}{% Endif %}", "perintah", "Endif", "endif"),
    ("{% for b in baris %}{% end for %}", "perintah", "end", "endfor"),
    ("{% if ada %}{% else if ada %}{% endif %}", "perintah", "else", "elif"),
    ("{% fro b in baris %}{{ b.nama }}{% endfor %}", "perintah", "fro", "for"),
)
SPELLING: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("{{ judul judul }}", "sintaks", None, None),
    ("{% if %}{% endif %}", "sintaks", "{% if %}", None),
    ("{{ }}", "sintaks", None, None),
    ("{% %}", "sintaks", None, None),
    ("{{ judul ? }}", "sintaks", None, None),
    ('{{ judul | replace("' + "x" * 500 + '", "") }}', "sintaks", None, None),
    ("{% if ada %}{% endif ada %}", "sintaks", "ada", None),
    ("{{ judul", "kurung", "{{", None),
    ("{{ judul }", "kurung", "{{", None),
    ("{ judul }}", "kurung", "}}", None),
    ("{{ judul %}", "kurung", "{{", None),
    ("{% if ada }", "kurung", "{%", None),
    ("{# catatan", "kurung", "{#", None),
    ("{{ judul } dan {{ judul }}", "kurung", "{{", None),
    ("100% {", "kurung", "{", None),
    ("{% if judul == “x” %}{% endif %}", "kutip", "“", None),
    ("{% if judul == ‘x’ %}{% endif %}", "kutip", "‘", None),
    ("{{\u00a0judul\u00a0}}", "spasi", " ", None),
    ("{{ ju\u200bdul }}", "spasi", "\u200b", None),
    ("{{ ju\u00addul }}", "spasi", "\u00ad", None),
    ("{%p\u00a0if ada %}", "spasi", " ", None),
    ("{%- if ada %}x{% endif %}", "minus", "-", None),
    ("{{ judul -}}", "minus", "-", None),
    ("{% p if ada %}", "awalan", "p", None),
    ("{%P if ada %}", "awalan", "P", None),
    ("{{p judul }}", "awalan-isian", "p", None),
    ("{{tr judul }}", "awalan-isian", "tr", None),
    ("{{ judul - }}", "sintaks", None, None),
    ("{%p -if ada %}", "perintah", "-if", "if"),
)
BLOCKS: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("{% if ada %}", "blok-kurang", None, None),
    ("{% for b in baris %}{{ b.nama }}", "blok-kurang", "{% for b in baris %}", None),
    ("{% endfor %}", "blok-lebih", None, None),
    ("{% else %}", "blok-lebih", None, None),
    ("{% if ada %}{% endif %}{% endif %}", "blok-lebih", "{% endif %}", None),
    ("{% for b in baris %}{% elif ada %}{% endfor %}", "blok-lebih", "{% elif ada %}", None),
    ("{% if ada %}{% else %}{% else %}{% endif %}", "sesudah-else", "{% else %}", None),
    ("{% if ada %}{% else %}{% elif ada %}{% endif %}", "sesudah-else", "{% elif ada %}", None),
    ("{% if ada %}{% for b in baris %}{% endif %}{% endfor %}", "blok-silang", "{% endif %}", None),
    ("{%p if ada %} x", "sendiri-p", "{%p if ada %}", None),
    ("{#p catatan #}", "sendiri-p", None, None),
    ('{%p if judul == "100%" %}', "isi-tag", "%", None),
    ('{%p if judul == "}" %}', "isi-tag", "}", None),
    ("{%tr set x = judul %}", "luar-tabel", "tr", None),
    ("{%tc set x = judul %}", "luar-tabel", "tc", None),
    ("{% if ada %}" * 13 + "{% endif %}" * 13, "terlalu-dalam", "{% if ada %}", None),
)  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "code", "words", "hint"), [*NAMES, *TYPES, *LANGUAGE, *SPELLING, *BLOCKS], ids=lambda value: str(value)[:60]
)
def test_a_faulty_tag_is_told_once_with_the_words_that_are_wrong(
    tag: str, code: str, words: str | None, hint: str | None
) -> None:
    last = "{%p endif %}" if tag.lower().startswith(("{%p", "{% p")) else "Alinea terakhir"
    lead = "" if tag.lower().startswith(("{%p", "{% p")) else "Di sini "
    (found,) = said_of("Alinea pertama {{ judul }}", lead + tag, last)
    assert (found.code, found.hint) == (f"templat-{code}", hint)
    assert marked(found).rstrip("…") == (tag if words is None else words)[: len(marked(found).rstrip("…"))]
    assert found.word is not None
    assert found.word.anchor == ("word/document.xml", 1)
    assert found.word.paragraph == " ".join((lead + tag).split())[:60] or found.word.paragraph.endswith("…")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_message_of_the_table_has_words_and_a_remedy_in_both_languages(language: str) -> None:
    tags = [tag for tag, *_ in (*NAMES, *TYPES, *LANGUAGE) if "set" not in tag]
    for found in said_of(*tags):
        assert "{" not in message(found, language).replace("{%", "").replace("{{", "")
        assert remedy(found, language)
        assert place(found, language).startswith("t.docx, ")


SOUND = (
    "{# {{ apa saja }} %} #}",
    "{#p catatan #}",
    "{% set j = judul %}{{ j }}",
    "{% for b in baris if b.nama %}{{ loop.index }}{{ b.nama|upper }}{% else %}-{% endfor %}",
    "{% for b in baris %}{% set l = loop %}{% for i in b.isi %}{{ l.index }}.{{ loop.index }}{% endfor %}{% endfor %}",
    "{% for b in baris %}{% for b in b.isi %}{{ b }}{% endfor %}{{ b.nama }}{% endfor %}",
    "{% for judul in baris %}{{ judul.nama }}{% endfor %}{{ judul }}",
    '{{ judul | replace("a", "b") | trim | title }} {{ judul | length }} {{ baris | length }}',
    '{% for b in baris %}{{ b.isi | join(", ") }}{{ b.isi|join }}{% endfor %}',
    '{% if judul == "x" and not ada or "a" in judul %}{% endif %}',
    "{% for b in baris %}{% if judul in b.isi and judul not in b.isi %}{% endif %}{% endfor %}",
    "{% if baris | length > 1 and judul | length <= 2 %}{% endif %}",
    "{% for b in baris %}{% if loop.index == 1 or loop.last %}x{% endif %}{% endfor %}",
    "{% if ada == true %}x{% elif wakil %}{{ wakil.nama }}{% elif ada %}y{% else %}z{% endif %}",
    "{% if not wakil %}-{% else %}{{ wakil.nama }}{% endif %}",
    "{% if wakil and wakil.jabatan %}{{ wakil.jabatan }}{% endif %}",
    "{% if not wakil or not wakil.jabatan %}-{% else %}{{ wakil.jabatan }}{% endif %}",
    "{% set w = wakil %}{% if w %}{{ w.nama }}{% endif %}",
    "{% if tamu %}{% for t in tamu %}{{ t.nama }}{% endfor %}{% endif %}",
    "{% if gambar %}{{ gambar }}{% endif %}{{ logo }}",
    "{% if kaya %}{{r kaya }}{% endif %}",
    "{%r if ada %}tebal{%r endif %}",
    "{{ 'kutip tunggal' }}{{ -1 }}{{ 5 }}",
    "Harga 50% dan {satu} atau { dua }; 100 %",
)  # fmt: skip


@pytest.mark.parametrize("text", SOUND)
def test_what_the_language_has_is_not_refused(text: str) -> None:
    assert [(p.code, marked(p)) for p in said_of(text)] == []


# --- where it stands -------------------------------------------------------------------------------------------------


def test_a_faulty_tag_in_a_table_is_named_with_row_and_column() -> None:
    made = pola.document()
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ judul }}"
    table = made.add_table(rows=4, cols=3)
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for b in baris %}", "{%tr endfor %}"
    table.cell(2, 2).text = "Nilai: {{ b.nilai }}"
    (found,) = problems(made)
    assert problem_text(found, "id").splitlines() == [
        "salah [templat-isian] t.docx, isi dokumen, Tabel 2, baris 3, kolom 3",
        "  Isian b.nilai tidak ada",
        "    | {{ b.nilai }}",
        "    |    ^^^^^^^",
        "  Perbaikan: betulkan namanya; yang ada di sini: nama, isi",
    ]


def test_a_table_in_a_table_and_a_heading_above_are_named() -> None:
    made = pola.document()
    made.add_heading("BAB I Pendahuluan", 1)
    outer = made.add_table(rows=2, cols=2).cell(1, 1)
    outer.add_table(rows=1, cols=1).cell(0, 0).text = "satu"
    outer.add_table(rows=2, cols=1).cell(1, 0).text = "{{ jdul }}"
    (found,) = problems(made)
    assert found.word is not None
    assert (found.word.cells, found.word.heading) == (((1, 2, 2), (2, 2, 1)), "BAB I Pendahuluan")
    assert place(found, "en").split(", ")[2:] == [
        *("under the heading “BAB I Pendahuluan”", "table 1", "row 2", "column 2", "table 2", "row 2", "column 1"),
    ]


def test_a_fault_in_a_footer_names_the_footer() -> None:
    made = pola.document()
    made.sections[0].footer.paragraphs[0].text = "{{ tiada }}"
    (found,) = problems(made)
    assert place(found, "id") == "t.docx, kaki halaman 1, paragraf “{{ tiada }}”"


def test_a_brace_that_closes_in_the_next_paragraph_or_in_a_text_box_is_refused() -> None:
    made = pola.document()
    made.add_paragraph("{{ judul")
    made.add_paragraph("}}")
    box = made.add_paragraph("{{ judul")
    pola.text_box(box, "}} {{ judul }")
    made.sections[0].header.paragraphs[0].text = "{% if ada"
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{{ judul }"
    found = problems(made)
    assert [(place(p, "en").removeprefix("t.docx, "), marked(p)) for p in found] == [
        ("document body, paragraph “{{ judul”", "{{"),
        ("document body, paragraph “}}”", "}}"),
        ("document body, paragraph “{{ judul”", "{{"),
        ("text box in the document body, paragraph “}} {{ judul }”", "}}"),
        ("text box in the document body, paragraph “}} {{ judul }”", "{{"),
        ("document body, table 1, row 1, column 1", "{{"),
        ("header 1, paragraph “{% if ada”", "{%"),
    ]


def test_a_row_tag_beside_text_is_refused_because_the_row_goes() -> None:
    made = pola.document()
    table = made.add_table(rows=3, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{%tr for b in baris %}", "Keterangan"
    table.cell(1, 0).text, table.cell(1, 1).text = "{%tc if ada %} x", "{%tc endif %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    first, second = problems(made)
    assert (first.code, first.args["sisa"]) == ("templat-sendiri-tr", "Keterangan")
    assert (second.code, second.args["sisa"]) == ("templat-sendiri-tc", "x")
    assert place(second, "en").endswith("table 1, row 2, column 1")


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
    (found,) = problems(made)
    assert found.code == "templat-sendiri-p"
    assert "a picture, a table, a footnote or a page break" in message(found, "en")


def test_a_loop_that_ends_on_another_level_is_refused() -> None:
    made = pola.document()
    made.add_paragraph("{% for b in baris %}{{ b.nama }}")
    made.add_table(rows=1, cols=1).cell(0, 0).text = "{% endfor %}"
    (found,) = problems(made)
    assert (found.code, marked(found)) == ("templat-blok-tempat", "{% endfor %}")
    assert "{% for b in baris %} (paragraf “{% for b in baris %}{{ b.nama }}”)" in message(found, "id")


# --- each mistake once, and no consequence ---------------------------------------------------------------------------


def test_every_mistake_of_a_template_is_found_in_one_run() -> None:
    made = pola.document()
    for text in ("{{ judull }}", "{%p if ada %} Teks", "{{ judul | besar }}", "{%p endif %}", "{% for b in bariss %}x"):
        made.add_paragraph(text)
    made.core_properties.title = "{{ jdul }}"
    assert [(p.code, marked(p)) for p in problems(made)] == [
        ("templat-isian", "judull"),
        ("templat-sendiri-p", "{%p if ada %}"),
        ("templat-saringan", "besar"),
        ("templat-blok-kurang", "{% for b in bariss %}"),
        ("templat-isian", "bariss"),
        ("templat-isian", "jdul"),
    ]


def test_a_missing_brace_is_told_alone_and_not_the_block_that_it_loses() -> None:
    (found,) = said_of("{%p if ada %}", "Kepada", "{%p endif }", "Isi surat", "{{ judul }}")
    assert (found.code, marked(found)) == ("templat-kurung", "{%")
    assert found.word is not None
    assert found.word.paragraph == "{%p endif }"


def test_a_loop_that_is_lost_makes_no_unknown_names() -> None:
    (found,) = said_of("{%p fur b in baris }", "{{ b.nama }} {{ c }}", "{%p endfor %}")
    assert found.code == "templat-kurung"


def test_an_end_that_is_missing_is_told_at_its_beginning() -> None:
    texts = ("{%p if ada %}", "satu", "{%p for b in baris %}", "{{ b.nama }}", "{%p endif %}", "{{ judul }}")
    (found,) = said_of(*texts)
    assert (found.code, marked(found)) == ("templat-blok-kurang", "{%p for b in baris %}")
    assert remedy(found, "id") == "tambahkan {%p endfor %} sesudah bagian yang diapitnya"


def test_an_end_closes_the_beginning_in_its_own_table() -> None:
    made = pola.document()
    made.add_paragraph("{%p if ada %}")
    rows = made.add_table(rows=2, cols=1)
    rows.cell(0, 0).text, rows.cell(1, 0).text = "{%tr if ada %}", "isi"
    made.add_paragraph("{%p endif %}")
    (found,) = problems(made)
    assert (found.code, marked(found)) == ("templat-blok-kurang", "{%tr if ada %}")
    assert place(found, "en").endswith("table 1, row 1, column 1")


@pytest.mark.parametrize("tag", ["{{ judul “a” }}", "{{ ( }}", "{{ 1 + }}", "{% for %}{% endfor %}", "{{ 'a }}"])
def test_a_tag_that_no_program_can_read_is_named_and_said_in_one_line(tag: str) -> None:
    found = said_of(tag)
    assert [p.code for p in found if p.code != "templat-kutip"] == ["templat-sintaks"]
    assert all(
        "\n" not in message(p, language) and len(message(p, language)) < 200 for p in found for language in ("id", "en")
    )


def test_two_like_paragraphs_are_told_apart_and_the_same_mistake_once_a_paragraph() -> None:
    assert len(in_order(said_of("{{ judull }}", "{{ judull }}", "{{ judull }} dan {{ judull }}"))) == 3


def test_a_prefix_without_its_blank_is_told_with_what_to_write() -> None:
    (found,) = said_of("{%pif ada %}", "isi", "{%p endif %}")
    assert (found.code, found.args["seharusnya"]) == ("templat-awalan", "{%p if ada %}")


def test_what_looks_like_a_tag_that_lost_a_brace_is_a_peringatan() -> None:
    found = said_of("Yth. { judul }", "{p if ada}", "{ sesuatu yang lain }")
    assert [(p.code, marked(p), p.severity) for p in found] == [
        ("templat-kurung-tunggal", "{ judul }", Severity.PERINGATAN),
        ("templat-kurung-tunggal", "{p if ada}", Severity.PERINGATAN),
    ]
