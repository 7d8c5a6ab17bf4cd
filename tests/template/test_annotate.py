"""Comments at what was found in a template: where they stand, what they leave alone, what becomes of them."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx as word
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml.etree import _Element as Element
from openxml_audit import OpenXmlValidator

from pipeline.documents.bagian import BAGIAN
from pipeline.problems import Problem
from pipeline.render.docx import render
from pipeline.render.soffice import find_soffice
from pipeline.sample import sample
from pipeline.show.problems import comment_text
from pipeline.template.annotate import annotated
from pipeline.template.check import check
from pipeline.template.parts import Shelf
from pipeline.word.package import DOCUMENT, W, pack, relationships, serialise, text_of, unpack
from tests.render import pola

SHIPPED = Path(__file__).parents[2] / "templates"
COMMENTS = "word/comments.xml"


@dataclass(frozen=True)
class Konteks:
    judul: str = "Judul"
    ada: bool = True


def said(problem: Problem) -> str:
    return comment_text(problem, "id")


def faults(folder: Path, content: bytes) -> tuple[Problem, ...]:
    (folder / "templat.docx").write_bytes(content)
    return check(folder / "templat.docx", "templat.docx", Konteks, Shelf(folder / "bagian", {}))


def commented(folder: Path, made: Any) -> bytes:
    """A copy of a template with comments at all of its faults."""
    content = made if isinstance(made, bytes) else pola.saved(made)
    return annotated(content, faults(folder, content), said)


def opened(copy: bytes) -> Any:
    return word.Document(io.BytesIO(copy))


def ranges(copy: bytes) -> list[str]:
    """The text that each comment is about, in the order of their ids."""
    body = pola.body(copy)
    return [_between(body, start.get(f"{W}id", "")) for start in body.iter(f"{W}commentRangeStart")]


def _between(body: Element, id_: str) -> str:
    text, on = "", False
    for element in body.iter():
        if element.get(f"{W}id") == id_ and element.tag == f"{W}commentRangeStart":
            on = True
        elif element.get(f"{W}id") == id_ and element.tag == f"{W}commentRangeEnd":
            return text
        elif on and element.tag == f"{W}t":
            text += element.text or ""
    raise AssertionError(f"comment {id_} has no end")


def assert_valid(copy: bytes, folder: Path) -> None:
    (folder / "salinan.docx").write_bytes(copy)
    assert [str(e) for e in OpenXmlValidator().validate(str(folder / "salinan.docx")).errors] == []


def runs(paragraph: Any, *texts: str) -> Any:
    for text in texts:
        paragraph.add_run(text)
    return paragraph


# --- where they stand ------------------------------------------------------------------------------------------------


def test_a_comment_is_about_the_runs_of_the_tag_and_says_what_how_and_what_instead(tmp_path: Path) -> None:
    made = pola.document()
    runs(made.add_paragraph(), "Kepada ", "{{ ju", "dull }}", " yang terhormat")
    copy = commented(tmp_path, made)
    (comment,) = opened(copy).comments
    assert ranges(copy) == ["{{ judull }}"]
    assert [p.text for p in comment.paragraphs][1:] == [
        "templat-isian: Isian judull tidak ada",
        "Perbaikan: betulkan namanya; yang ada di sini: judul, ada",
        "Mungkin maksudnya: judul",
    ]
    assert (comment.author, comment.initials) == ("kinerja", "K")


def test_comments_stand_at_their_tags_one_after_the_other_and_each_has_its_reference(tmp_path: Path) -> None:
    made = pola.document()
    runs(made.add_paragraph("{{ sama }} "), "{{ satu }}", " dan ", "{{ dua | besar }}")
    made.add_table(rows=1, cols=2).cell(0, 1).text = "{{ tiga }}"
    copy = commented(tmp_path, made)
    assert ranges(copy) == ["{{ sama }} ", "{{ satu }}", "{{ dua | besar }}", "{{ dua | besar }}", "{{ tiga }}"]
    ids = [c.comment_id for c in opened(copy).comments]
    kinds = ("commentRangeStart", "commentRangeEnd", "commentReference")
    for kind in kinds:
        assert [int(e.get(f"{W}id", "")) for e in pola.body(copy).iter(f"{W}{kind}")] == ids == list(range(5))


def test_a_range_begins_and_ends_on_the_paragraphs_own_level(tmp_path: Path) -> None:
    made = pola.document()
    paragraph = made.add_paragraph("lihat ")
    holders = {
        "satu": '<w:hyperlink w:anchor="a" {}>{}</w:hyperlink>',
        "dua": '<w:ins w:id="9" w:author="A" {}>{}</w:ins>',
    }
    for name, holder in holders.items():
        tag = f"<w:r><w:t>{{{{ {name} }}}}</w:t></w:r>"
        paragraph._p.append(parse_xml(holder.format(nsdecls("w"), tag)))
    copy = commented(tmp_path, made)
    assert_valid(copy, tmp_path)
    assert ranges(copy) == ["{{ satu }}", "{{ dua }}"]
    parents = {e.getparent().tag for e in pola.body(copy).iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")}  # type: ignore[union-attr]
    assert parents == {f"{W}p"}


def test_a_tag_that_only_seems_to_be_there_is_passed_over(tmp_path: Path) -> None:
    """The text that was moved away while changes were tracked holds the same tag."""
    made = pola.document()
    paragraph = made.add_paragraph()
    moved = f'<w:moveFrom w:id="7" w:author="A" {nsdecls("w")}>'
    paragraph._p.append(parse_xml(moved + "<w:r><w:t>pindah {{ judull }}</w:t></w:r></w:moveFrom>"))
    runs(paragraph, "sini ", "{{ judull }}")
    assert ranges(commented(tmp_path, made)) == ["{{ judull }}"]


def test_where_the_tag_cannot_be_found_the_comment_is_about_the_whole_paragraph(tmp_path: Path) -> None:
    made = pola.document()
    paragraph = made.add_paragraph("Isi ", style="List Bullet")
    for run in pola.field(" MERGEFIELD nama ", "«nama»"):
        paragraph._p.append(run)
    copy = commented(tmp_path, made)
    assert ranges(copy) == ["Isi «nama»"]
    assert [e.tag.removeprefix(W) for e in next(pola.body(copy).iter(f"{W}p"))][:2] == ["pPr", "commentRangeStart"]


def test_a_long_tag_and_one_with_odd_blanks_are_found(tmp_path: Path) -> None:
    made = pola.document()
    long = "{{ judul if judul == '" + "x" * 200 + "' else tidakada }}"
    runs(made.add_paragraph(), "a ", long, " b", "{{\u00a0judull  }}", " c")
    assert set(ranges(commented(tmp_path, made))) == {long, "{{\u00a0judull  }}"}


def test_what_is_wrong_in_a_text_box_is_said_where_the_box_hangs(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("atas")
    pola.text_box(made.add_paragraph("jangkar"), "{{ judull }}")
    copy = commented(tmp_path, made)
    body = pola.body(copy)
    assert ranges(copy) == ["{{ judull }}" * 2]
    (start,) = body.iter(f"{W}commentRangeStart")
    host = start.getparent()
    assert host is not None
    assert host.getparent() is body.find(f"{W}body")
    assert text_of(host).startswith("jangkar")


def test_what_stands_outside_of_the_body_is_said_at_its_first_paragraph_with_the_place(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("Pertama")
    made.add_paragraph("Kedua")
    made.sections[0].footer.paragraphs[0].text = "{{ judull }}"
    made.core_properties.title = "{{ juduul }}"
    copy = commented(tmp_path, made)
    first, second = opened(copy).comments
    assert ranges(copy) == ["Pertama", "Pertama"]
    assert "kaki halaman 1" in first.text
    assert "properti berkas" in second.text


def test_a_body_without_a_paragraph_gets_one_for_the_comment(tmp_path: Path) -> None:
    made = pola.document()
    made.sections[0].footer.paragraphs[0].text = "{{ judull }}"
    copy = commented(tmp_path, made)
    assert len(list(opened(copy).comments)) == 1
    assert_valid(copy, tmp_path)
    assert [e.tag for e in pola.body(copy).iterfind(f"{W}body/*")] == [f"{W}p", f"{W}sectPr"]


def test_no_comment_stands_in_a_row_that_was_deleted(tmp_path: Path) -> None:
    made = pola.document()
    table = made.add_table(rows=2, cols=1)
    table.cell(0, 0).text = table.cell(1, 0).text = "{{ judull }}"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f'<w:del {nsdecls("w")} w:id="5" w:author="A"/>'))
    content = pola.saved(made)
    (problem,) = faults(tmp_path, content)
    assert problem.word is not None
    for anchor in ((DOCUMENT, 0), (DOCUMENT, 1), (DOCUMENT, 9), ("word/footer1.xml", 0)):
        copy = annotated(content, [replace(problem, word=replace(problem.word, anchor=anchor))], said)
        (row,) = [r for r in pola.body(copy).iter(f"{W}tr") if r.find(f".//{W}commentReference") is not None]
        assert row.find(f"{W}trPr") is None


# --- what they leave alone -------------------------------------------------------------------------------------------


def test_everything_else_is_kept_byte_for_byte(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{{ judull }}")
    content = pola.saved(made)
    before, after = unpack(content), unpack(commented(tmp_path, content))
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {DOCUMENT, COMMENTS, "[Content_Types].xml", relationships(DOCUMENT)}
    assert set(before) - set(after) == set()


def test_taken_out_again_the_comments_leave_the_body_as_it_was(tmp_path: Path) -> None:
    made = pola.document()
    runs(made.add_paragraph(), "Kepada ", "{{ ju", "dull }}", " yang terhormat")
    made.add_paragraph("{{ judul | besar }}")
    content = pola.saved(made)
    body = pola.body(commented(tmp_path, content))
    for element in list(body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        element.getparent().remove(element)  # type: ignore[union-attr]
    for reference in list(body.iter(f"{W}commentReference")):
        run = reference.getparent()
        run.getparent().remove(run)  # type: ignore[union-attr]
    assert serialise(body) == serialise(pola.body(content))


def test_equal_input_gives_equal_bytes_and_no_fault_gives_the_same_file(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{{ judull }}")
    content = pola.saved(made)
    found = faults(tmp_path, content)
    assert annotated(content, found, said) == annotated(content, iter(found), said)
    assert annotated(content, [], said) == content


def test_comments_of_people_stay_and_ids_differ(tmp_path: Path) -> None:
    made = pola.document()
    made.styles.add_style("annotation reference", 2).element.set(f"{W}styleId", "CommentReference")
    paragraph = runs(made.add_paragraph(), "{{ judull }}")
    made.add_comment(paragraph.runs, text="Benarkah?", author="Sari", initials="S")
    copy = commented(tmp_path, made)
    assert_valid(copy, tmp_path)
    comments = list(opened(copy).comments)
    assert [(c.author, c.comment_id) for c in comments] == [("Sari", 0), ("kinerja", 1)]
    assert comments[0].text == "Benarkah?"


def test_words_own_styles_for_comments_are_used_where_the_template_has_them(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{{ judull }}")
    plain = commented(tmp_path, made)
    assert b"Style" not in unpack(plain)[COMMENTS]
    for name, kind in (("annotation text", 1), ("annotation reference", 2)):
        made.styles.add_style(name, kind).element.set(f"{W}styleId", name.title().replace(" ", ""))
    styled = commented(tmp_path, made)
    assert_valid(styled, tmp_path)
    assert unpack(styled)[COMMENTS].count(b'<w:pStyle w:val="AnnotationText"/>') == 4
    assert b'<w:rStyle w:val="AnnotationReference"/></w:rPr><w:commentReference' in unpack(styled)[DOCUMENT]


# --- what becomes of them --------------------------------------------------------------------------------------------


def test_a_tag_that_a_comment_quotes_is_no_tag(tmp_path: Path) -> None:
    made = pola.document()
    made.add_paragraph("{% P if ada %}")
    made.add_paragraph("{%p endif %}")
    found = faults(tmp_path, pola.saved(made))
    copy = commented(tmp_path, made)
    assert any("{%p if ada %}" in comment.text for comment in opened(copy).comments)
    assert faults(tmp_path, copy) == found


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [("surat-pengantar.docx", "n.uraian", "n.uraia"), ("bagian/kop-surat.docx", "kop.badan", "kop.baddan")],
)
def test_a_copy_that_is_mended_is_the_template(name: str, right: str, wrong: str, tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "templates")
    letter, broken = tmp_path / "templates" / "surat-pengantar.docx", tmp_path / "templates" / name
    tried = sample()
    context = tried.contexts["surat-pengantar"]

    def found() -> tuple[Problem, ...]:
        return check(letter, "surat-pengantar.docx", type(context), Shelf(letter.parent / "bagian", BAGIAN))

    sound = render(letter, context, root=tried.root, parts=BAGIAN)
    _retyped(broken, right, wrong)
    problems = found()
    assert {problem.code for problem in problems} == {"templat-isian"}
    broken.write_bytes(annotated(broken.read_bytes(), problems, said))
    assert found() == problems
    _retyped(broken, wrong, right)
    assert len(list(word.Document(str(broken)).comments)) == len(problems)
    assert found() == ()
    assert unpack(render(letter, context, root=tried.root, parts=BAGIAN)) == unpack(sound)


def _retyped(file: Path, old: str, new: str) -> None:
    """What a person does in Word: other letters in a tag."""
    made = word.Document(str(file))
    for text in made.element.body.iter(f"{W}t"):
        text.text = text.text.replace(f"{{{{ {old} ", f"{{{{ {new} ")
    made.save(str(file))


@pytest.mark.long
def test_libreoffice_keeps_every_comment(tmp_path: Path) -> None:
    parts = unpack((SHIPPED / "surat-pengantar.docx").read_bytes())
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"{{ ", b"{{ x")
    broken = tmp_path / "templat.docx"
    broken.write_bytes(pack(parts))
    found = check(broken, "templat.docx", Konteks, Shelf(SHIPPED / "bagian", BAGIAN))
    assert_valid(annotated(broken.read_bytes(), found, said), tmp_path)
    program = find_soffice()
    assert program is not None
    profile, out = (tmp_path / "profil").as_uri(), tmp_path / "keluar"
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", out]
    subprocess.run([*command, tmp_path / "salinan.docx"], check=True, capture_output=True)
    kept = [c.text for c in word.Document(str(out / "salinan.docx")).comments]
    assert len(found) > 5
    assert sorted(kept) == sorted(map(said, found))
