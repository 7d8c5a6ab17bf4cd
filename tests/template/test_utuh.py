"""Sound templates: nothing is found in them, and they are filled in with what they say."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as word
import pytest

from pipeline.documents.bagian import BAGIAN
from pipeline.documents.registry import KONTEKS
from pipeline.render.docx import render
from pipeline.render.structure import flaws
from pipeline.sample import sample
from pipeline.template.check import MENDED, check, check_part
from pipeline.template.parts import Shelf
from pipeline.word.package import DOCUMENT, WP, pack, unpack, whole_text
from tests.render.pola import body
from tests.template.pecah import shattered
from tests.template.rusak import (
    CORE,
    FOOTER,
    TEMPLATES,
    Hands,
    Naskah,
    add,
    after,
    beside,
    control,
    field_of,
    footnote,
    instead,
    link,
    nsmap,
    para,
    picture,
    relate,
    replace_bytes,
    run,
    shipped,
    split,
    table,
    text_box,
    together,
    tracked,
    within,
    write,
    xml,
)

SURAT = "surat-pengantar"
NOMOR = "Nomor {{ nomor }}"
SMALL = {"surat-pengantar", "lembar-pengesahan", "lampiran", "lembar-draf", "pindaian"}
"""Templates that do not take long to fill in when they are in pieces."""


def found_in(folder: Path, key: str, *, warned: bool = True) -> list[tuple[str, str]]:
    shelf = Shelf(folder / "bagian", BAGIAN)
    found = check(folder / f"{key}.docx", key, KONTEKS[key], shelf, (lambda huruf: True) if warned else None)
    return [(each.code, each.word.text if each.word else "") for each in found]


def filled(folder: Path, key: str) -> bytes:
    tried = sample()
    return render(folder / f"{key}.docx", tried.contexts[key], root=tried.root, parts=BAGIAN)


def copied(folder: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Path:
    """All shipped templates and parts, changed."""
    (folder / "bagian").mkdir()
    for file in TEMPLATES.rglob("*.docx"):
        name = file.relative_to(TEMPLATES)
        (folder / name).write_bytes(pack(change(dict(shipped(name.with_suffix("").as_posix())))))
    return folder


# --- what is shipped -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(KONTEKS))
def test_nothing_is_found_in_a_shipped_template(key: str) -> None:
    assert found_in(TEMPLATES, key) == []


@pytest.mark.parametrize("name", sorted(BAGIAN))
def test_nothing_is_found_in_a_shipped_part(name: str) -> None:
    assert check_part(Shelf(TEMPLATES / "bagian", BAGIAN), name, lambda huruf: True) == ()


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("pecah"), shattered)


@pytest.mark.parametrize("key", sorted(KONTEKS))
def test_nothing_is_found_in_a_template_of_which_every_letter_is_a_run(pieces: Path, key: str) -> None:
    assert not any(brace in unpack((pieces / f"{key}.docx").read_bytes())[DOCUMENT] for brace in (b"{{", b"{%"))
    assert found_in(pieces, key) == []


@pytest.mark.parametrize(
    "key", [pytest.param(k, marks=() if k in SMALL else pytest.mark.long) for k in sorted(KONTEKS)]
)
def test_a_template_of_which_every_letter_is_a_run_says_the_same(pieces: Path, key: str) -> None:
    assert whole_text(filled(pieces, key)) == whole_text(filled(TEMPLATES, key))


# --- what Word and LibreOffice make ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Utuh:
    """`kalimat` says what somebody did to the shipped letter, `tercetak` what then stands in a paragraph of its own.

    `tercetak` is filled in from the context, `k`; where it is None, that text of the letter must be gone.
    """

    kalimat: str
    tangan: Hands
    tercetak: str
    tanpa: str = ""


def rows(*texts: str) -> str:
    """A table of these rows, one cell each."""
    made = "".join(f"<w:tr><w:tc>{para(text)}</w:tc></w:tr>" for text in texts)
    return f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{made}</w:tbl>"


def cells(*texts: str) -> str:
    """A table of one cell that holds these paragraphs."""
    return f"<w:tbl><w:tr><w:tc>{''.join(map(para, texts))}</w:tc></w:tr></w:tbl>"


def looped(first: str, *inner: str) -> Hands:
    """Paragraphs of a loop after the number."""

    def do(naskah: Naskah) -> None:
        for made in reversed((para(first), *(i if i.startswith("<") else para(i) for i in inner))):
            after(NOMOR, made)(naskah)

    return do


def in_row(made: str) -> Hands:
    """A block in the cell of the row that is repeated."""
    return after("{{ n.uraian }}", made)


def part_of(kind: str, text: str) -> str:
    return f'<w:{kind} xmlns:w="{nsmap["w"]}">{text}</w:{kind}>'


LOOP = "{%p for n in naskah %}", "{%p endfor %}"
RANGES = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
GONE = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
TOC = (*field_of(' TOC \\o "1-3" \\h ', "Bab {{ nomor }}"),)
UTUH = (
    Utuh("a tag that Word split", instead(NOMOR, *split("No. {", "{ no", "mor ", "}", "}")), "No. {k.nomor}"),
    Utuh(
        "a bookmark in a tag",
        instead(
            NOMOR,
            run("No. {{ no"),
            '<w:bookmarkStart w:id="3" w:name="di"/>',
            run("mor }}"),
            '<w:bookmarkEnd w:id="3"/>',
        ),
        "No. {k.nomor}",
    ),
    Utuh(
        "a tag in bold and italic",
        instead(NOMOR, run("No. {{", "<w:rPr><w:b/></w:rPr>"), run(" nomor }}", "<w:rPr><w:i/></w:rPr>")),
        "No. {k.nomor}",
    ),
    Utuh("a tab in a tag", instead(NOMOR, "<w:r><w:t>No. {{</w:t><w:tab/><w:t>nomor }}</w:t></w:r>"), "No. {k.nomor}"),
    Utuh(
        "a line break in a tag",
        instead(NOMOR, "<w:r><w:t>No. {{</w:t><w:br/><w:t>nomor }}</w:t></w:r>"),
        "No. {k.nomor}",
    ),
    Utuh(
        "a page that ended in a tag",
        instead(NOMOR, "<w:r><w:t>No. {{ no</w:t><w:lastRenderedPageBreak/><w:t>mor }}</w:t></w:r>"),
        "No. {k.nomor}",
    ),
    Utuh(
        "an optional hyphen in a tag",
        instead(NOMOR, "<w:r><w:t>No. {{ no</w:t><w:softHyphen/><w:t>mor }}</w:t></w:r>"),
        "No. {k.nomor}",
    ),
    Utuh(
        "a smart tag around a tag",
        instead(NOMOR, f"<w:smartTag>{run('No. {{ nomor }}')}</w:smartTag>"),
        "No. {k.nomor}",
    ),
    Utuh(
        "a tag that was inserted while changes were tracked",
        instead(NOMOR, tracked("ins", "No. {{ nomor }}")),
        "No. {k.nomor}",
    ),
    Utuh(
        "half a tag that was inserted",
        instead(NOMOR, run("No. {{ "), tracked("ins", "nom"), run("or }}")),
        "No. {k.nomor}",
    ),
    Utuh(
        "a wrong name that was put right while changes were tracked",
        instead(NOMOR, run("No. {{ "), tracked("del", "nomer"), tracked("ins", "nomor"), run(" }}")),
        "No. {k.nomor}",
    ),
    Utuh(
        "a tag that was deleted", instead(NOMOR, run("No. {{ nomor }}"), tracked("del", "{{ salah }}")), "No. {k.nomor}"
    ),
    Utuh(
        "a tag that was moved away",
        instead(NOMOR, run("No. {{ nomor }}"), tracked("moveFrom", "{{ salah }}")),
        "No. {k.nomor}",
    ),
    Utuh("a tag that was moved here", instead(NOMOR, tracked("moveTo", "No. {{ nomor }}")), "No. {k.nomor}"),
    Utuh(
        "a comment on half a tag",
        together(
            add("word/comments.xml", part_of("comments", ""), "comments"),
            instead(
                NOMOR,
                run("No. {{ "),
                RANGES[0],
                run("nom"),
                RANGES[1],
                run("or }}"),
                '<w:r><w:commentReference w:id="1"/></w:r>',
            ),
        ),
        "No. {k.nomor}",
    ),
    Utuh(
        "a row that was deleted",
        lambda naskah: (
            naskah.paragraph("{{ n.no }}")
            .getparent()
            .getparent()
            .addnext(
                xml(f'<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc>{para("{{ salah }}")}</w:tc></w:tr>')
            )
        ),
        "Nomor {k.nomor}",
    ),
    Utuh(
        "a paragraph's end that was deleted",
        together(
            instead(NOMOR, run("No. {{ no")),
            after("No. {{ no", para("mor }}")),
            lambda naskah: naskah.paragraph("No. {{ no").insert(0, xml(GONE)),
        ),
        "No. {k.nomor}",
    ),
    Utuh(
        "a brace before a tab and a tag",
        instead(NOMOR, "<w:r><w:t>No. {</w:t><w:tab/><w:t>{{ nomor }}</w:t></w:r>"),
        "No. {{ {k.nomor}",
    ),
    Utuh(
        "a percent sign and a brace with a tab between",
        instead(NOMOR, "<w:r><w:t>{{ nomor }} 100%</w:t><w:tab/><w:t>}</w:t></w:r>"),
        "{k.nomor} 100% }}",
    ),
    Utuh(
        "a closing brace in a link after a tag",
        instead(NOMOR, run("{{ nomor }}"), link("} laman")),
        "{k.nomor}}} laman",
    ),
    Utuh(
        "a run's condition with a percent sign",
        instead(NOMOR, run('No.{%r if nomor != "50%" %} {{ nomor }}{%r endif %}')),
        "No. {k.nomor}",
    ),
    Utuh(
        "a link that leads nowhere, as Word leaves some",
        together(relate(DOCUMENT, "rId99", "image", "../NULL", external=False), instead(NOMOR, run("No. {{ nomor }}"))),
        "No. {k.nomor}",
    ),
    Utuh(
        "the title where Word repeats it",
        together(
            replace_bytes(
                "docProps/app.xml",
                "</Properties>",
                "<TitlesOfParts><t>Surat {{ nomor }}</t></TitlesOfParts></Properties>",
            ),
            instead(NOMOR, run("No. {{ nomor }}")),
        ),
        "No. {k.nomor}",
    ),
    Utuh("single braces in the text", instead(NOMOR, run("{ No. } 50% {{ nomor }}")), "{{ No. }} 50% {k.nomor}"),
    Utuh("curly quotes outside of tags", instead(NOMOR, run("“No.” {{ nomor }}")), "“No.” {k.nomor}"),
    Utuh("a note between authors", instead(NOMOR, run("No. {{ nomor }}{# nanti {{ tanggal }} #}")), "No. {k.nomor}"),
    Utuh(
        "a note about tags",
        looped("No. {{ nomor }}{# {%p if x %} #}", "{#p catatan #}", "{# {% colspan nomor %} #}"),
        "No. {k.nomor}",
    ),
    Utuh("a note about rows", in_row(para("{# {%tr if x %} {%tc endif %} #}baris")), "baris"),
    Utuh(
        "filters", instead(NOMOR, run('{{ di|replace("a", "<&>")|upper|trim }} {{ naskah|length }}')), "TIRT<&>S<&>RI 1"
    ),
    Utuh("a name of one's own", looped("{%p set x = nomor %}", "No. {{ x }}"), "No. {k.nomor}"),
    Utuh(
        "conditions in one line",
        instead(NOMOR, run("{% if not nomor %}a{% elif melalui == 'x' %}b{% elif naskah %}c{% else %}d{% endif %}")),
        "c",
    ),
    Utuh(
        "a condition over runs of several looks",
        instead(
            NOMOR,
            run("{% if nomor %}No. "),
            run("{{ nomor }}", "<w:rPr><w:b/></w:rPr>"),
            run("{% else %}tanpa{% endif %}"),
        ),
        "No. {k.nomor}",
    ),
    Utuh(
        "runs that come and go",
        instead(NOMOR, run("No. "), run("{%r if nomor %}"), run("{{ nomor }}"), run("{%r endif %}")),
        "No. {k.nomor}",
    ),
    Utuh(
        "a loop over paragraphs",
        looped(LOOP[0], "{{ loop.index }}) {{ n.uraian }}", LOOP[1]),
        "1) {k.naskah[0].uraian}",
    ),
    Utuh(
        "a loop in a loop with the number of the outer one",
        looped(
            LOOP[0],
            "{%p set l = loop %}",
            "{%p for m in naskah if m.no == n.no %}",
            "{{ l.index }}.{{ loop.index }} {{ m.no }}",
            "{%p endfor %}",
            LOOP[1],
        ),
        "1.1 {k.naskah[0].no}",
    ),
    Utuh(
        "a name that shadows another",
        looped("{%p for nomor in naskah %}", "No. {{ nomor.no }}", "{%p endfor %}"),
        "No. {k.naskah[0].no}",
    ),
    Utuh(
        "a loop without rounds",
        looped("{%p for n in naskah if not n.no %}", "x", "{%p else %}", "tidak ada {{ nomor }}", "{%p endfor %}"),
        "tidak ada {k.nomor}",
    ),
    Utuh("a table in the row of a loop", in_row(table("no.", "{{ n.no }} lagi")), "{k.naskah[0].no} lagi"),
    Utuh(
        "a loop over rows in a table in the row of a loop",
        in_row(rows("{%tr for m in naskah %}", "{{ n.no }}-{{ m.no }}", "{%tr endfor %}")),
        "{k.naskah[0].no}-{k.naskah[0].no}",
    ),
    Utuh(
        "cells that come and go",
        together(
            beside("Keterangan", "{%tc if nomor %}"),
            beside("Keterangan", "Kolom {{ nomor }}"),
            beside("Keterangan", "{%tc endif %}"),
        ),
        "Kolom {k.nomor}",
    ),
    Utuh(
        "a cell that is empty in the end",
        in_row(cells("{%p if not nomor %}", "isi", "{%p endif %}")),
        "Nomor {k.nomor}",
        "isi\n",
    ),
    Utuh(
        "a table of which no row is left",
        in_row(rows("{%tr if not nomor %}", "isi", "{%tr endif %}")),
        "Nomor {k.nomor}",
        "isi\n",
    ),
    Utuh("a name given in a text box", within(NOMOR, text_box("{% set x = nomor %}x{{ x }}")), "x{k.nomor}"),
    Utuh("a text box", within(NOMOR, text_box("Sifat {{ nomor }}")), "Sifat {k.nomor}"),
    Utuh(
        "a text box in a loop",
        looped(LOOP[0], f"<w:p>{text_box('Kotak {{ n.no }}')}</w:p>", LOOP[1]),
        "Kotak {k.naskah[0].no}",
    ),
    Utuh(
        "a content control",
        after(NOMOR, control(para("Isi {{ nomor }}"), '<w:id w:val="5"/><w:text/>')),
        "Isi {k.nomor}",
    ),
    Utuh(
        "a content control around a loop",
        after(NOMOR, control("".join(map(para, (LOOP[0], "Isi {{ n.no }}", LOOP[1]))))),
        "Isi {k.naskah[0].no}",
    ),
    Utuh(
        "a content control in a line",
        instead(NOMOR, run("No. "), control(run("{{ nomor }}"), '<w:id w:val="6"/>')),
        "No. {k.nomor}",
    ),
    Utuh("a footnote", footnote("Lihat {{ nomor }}"), "Lihat {k.nomor}"),
    Utuh(
        "an endnote with a condition",
        footnote("{% if nomor %}Akhir {{ nomor }}{% endif %}", "endnote"),
        "Akhir {k.nomor}",
    ),
    Utuh("a hyperlink's text", instead(NOMOR, run("No. "), link("{{ nomor }}")), "No. {k.nomor}"),
    Utuh(
        "a link for the reader",
        together(relate(DOCUMENT, "rId77", "hyperlink", "https://bkpsdm.example.id/")),
        "Nomor {k.nomor}",
    ),
    Utuh(
        "the note of the author's own template",
        relate("word/settings.xml", "rId1", "attachedTemplate", "file:///C:/Normal.dotm"),
        "Nomor {k.nomor}",
    ),
    Utuh(
        "the text of a link that Word wrote as a field",
        instead(NOMOR, *field_of(' HYPERLINK "https://x.example.id" ', "No. {{ nomor }}")),
        "No. {k.nomor}",
    ),
    Utuh(
        "a table of contents of the template's own headings",
        after(NOMOR, f"<w:p>{''.join(TOC)}</w:p>"),
        "Nomor {k.nomor}",
        "Bab {{",
    ),
    Utuh(
        "a footer",
        within("Halaman", run(" {% if nomor %}{{ nomor }}{% endif %}"), FOOTER),
        "Halaman 1 dari 1 {k.nomor}",
    ),
    Utuh(
        "the names of a footer are its own",
        together(
            within("Halaman", run("{% set x = nomor %} {{ x }}"), FOOTER), looped("{%p set x = di %}", "di {{ x }}")
        ),
        "di {k.di}",
    ),
    Utuh("the keywords", write("Surat pengantar dokumen", "{{ nomor }}", CORE), "Nomor {k.nomor}"),
)


@pytest.mark.parametrize("row", UTUH, ids=lambda row: row.kalimat)
def test_what_word_makes_of_a_sound_template_is_sound(tmp_path: Path, row: Utuh) -> None:
    file, made = letter(tmp_path, row.tangan)
    k: Any = sample().contexts[SURAT]
    assert check(file, "t", KONTEKS[SURAT], Shelf(TEMPLATES / "bagian", BAGIAN), lambda huruf: True) == ()
    text = whole_text(made)
    assert row.tercetak.format(k=k) in [line.strip() for line in text.split("\n")]
    assert not row.tanpa or row.tanpa not in text
    assert "{{" not in text
    assert flaws([body(made)]) == ()


def letter(folder: Path, hands: Hands) -> tuple[Path, bytes]:
    """The shipped letter in somebody's hands, and filled in with the parts beside it."""
    naskah = Naskah(dict(shipped(SURAT)))
    hands(naskah)
    shutil.copytree(TEMPLATES / "bagian", folder / "bagian")
    (folder / f"{SURAT}.docx").write_bytes(naskah.saved())
    return folder / f"{SURAT}.docx", filled(folder, SURAT)


def test_an_alternative_text_in_a_loop_is_filled_in_each_round(tmp_path: Path) -> None:
    shown = f"<w:p>{picture('Naskah {{ n.no }} <{{ n.uraian }}>')}</w:p>"
    file, made = letter(tmp_path, looped(LOOP[0], shown, LOOP[1]))
    k: Any = sample().contexts[SURAT]
    assert found_in(tmp_path, SURAT) == []
    assert file.is_file()
    (described,) = [p.get("descr") for p in body(made).iter(f"{WP}docPr") if "Naskah" in p.get("descr", "")]
    assert described == f"Naskah {k.naskah[0].no} <{k.naskah[0].uraian}>"


def test_the_properties_are_filled_in(tmp_path: Path) -> None:
    _, made = letter(tmp_path, write("Surat Pengantar {{ nomor }}", "{% if nomor %}Surat {{ nomor }}{% endif %}", CORE))
    k: Any = sample().contexts[SURAT]
    assert word.Document(BytesIO(made)).core_properties.title == f"Surat {k.nomor}"


QUOTED = "{{ di|replace(“Tirta”, ‘A’) }} {{\u00a0d\u200bi\u00a0}}"
"""Quotes and blanks as Word makes them; filled in, "Asari" and the name."""


@pytest.mark.parametrize(
    "hands",
    [
        instead(NOMOR, run(QUOTED)),
        instead(NOMOR, *split(*QUOTED)),
        instead(NOMOR, tracked("ins", QUOTED)),
        within("Halaman", f"<w:r><w:br/></w:r>{run(QUOTED)}".replace("</w:r><w:r>", ""), FOOTER),
        footnote(QUOTED),
        within(NOMOR, text_box(QUOTED)),
        after(NOMOR, control(para(QUOTED))),
    ],
    ids=["body", "split", "inserted", "footer", "footnote", "text box", "content control"],
)
def test_what_word_makes_of_quotes_and_blanks_is_told_and_understood(tmp_path: Path, hands: Hands) -> None:
    _, made = letter(tmp_path, hands)
    assert {code for code, _ in found_in(tmp_path, SURAT)} == set(MENDED)
    assert any(line.endswith("Asari Tirtasari") for line in whole_text(made).split("\n"))


def test_quotes_and_blanks_in_properties_and_alternative_texts_are_understood_too(tmp_path: Path) -> None:
    _, made = letter(
        tmp_path, together(write("Surat Pengantar {{ nomor }}", QUOTED, CORE), within(NOMOR, picture(QUOTED)))
    )
    assert {code for code, _ in found_in(tmp_path, SURAT)} == set(MENDED)
    assert word.Document(BytesIO(made)).core_properties.title == "Asari Tirtasari"
    assert "Asari Tirtasari" in [p.get("descr") for p in body(made).iter(f"{WP}docPr")]
