"""What is mended in a template without asking, what never is, and what the command says of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx as word
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml.etree import _Element as Element

from pipeline.cli import run
from pipeline.documents.bagian import BAGIAN
from pipeline.problems import ExitCode
from pipeline.render.docx import render
from pipeline.sample import sample
from pipeline.show.problems import word_place
from pipeline.template.check import check
from pipeline.template.fix import Change, fixed
from pipeline.template.marks import Mark, scan
from pipeline.template.parts import Shelf
from pipeline.template.plain import write_text
from pipeline.word.package import DOCUMENT, W, own_text, pack, parse, serialise, stories, unpack, whole_text
from tests.render import pola

SHIPPED = Path(__file__).parents[2]
ID, EN = {"KINERJA_BAHASA": "id"}, {"KINERJA_BAHASA": "en"}


def with_body(xml: str) -> bytes:
    """A template whose body is this XML."""
    made = pola.document()
    body = made.element.body
    for block in reversed(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")):
        body.insert(0, block)
    return pola.saved(made)


def of_runs(*texts: str, looks: str = "") -> str:
    return "".join(f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)


def paragraph(*runs: str) -> bytes:
    """A template of one paragraph of this XML."""
    return with_body(f"<w:p>{''.join(runs)}</w:p>")


def paragraphs(docx: bytes) -> list[list[str]]:
    """The texts of the runs of each paragraph that has any."""
    found = (list(p.iter(f"{W}r")) for p in pola.body(docx).iter(f"{W}p"))
    return [["".join(t.text or "" for t in r.iter(f"{W}t")) for r in runs] for runs in found if runs]


def said(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(c.kind, c.before, c.after) for c in changes]


def refused(docx: bytes) -> None:
    """Nothing is mended: the very same bytes."""
    assert fixed(docx) == (docx, ())


# --- letters ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{{ judul or “–” }}", '{{ judul or "–" }}'),
        ("{% if a == ‘x’ %}", "{% if a == 'x' %}"),
        ("{{ ”a” }}", '{{ "a" }}'),
        ("{{\u00a0judul\u2009}}", "{{ judul }}"),
        ("{{ ju\u200bdul\u00ad }}", "{{ judul }}"),
        ("{%p sisip kop\u2011surat %}", "{%p sisip kop-surat %}"),
    ],
)
def test_what_word_made_of_letters_inside_a_tag_is_mended(before: str, after: str) -> None:
    docx, changes = fixed(paragraph(of_runs(before)))
    assert said(changes) == [("isi", before, after)]
    assert paragraphs(docx) == [[after]]


def test_prose_and_notes_of_the_author_and_half_tags_keep_their_letters() -> None:
    prose = "“Petik”\u00a0dan\u200b ‘ini’ { “a” } {% “b”"
    refused(paragraph(of_runs(prose)))
    refused(paragraph(of_runs("{# “catatan”", "\u00a0#}")))
    docx, _ = fixed(paragraph(of_runs("“luar”\u00a0{{ “a” }}\u00a0‘luar’")))
    assert paragraphs(docx) == [['“luar”\u00a0{{ "a" }}\u00a0‘luar’']]


def test_letters_are_mended_where_they_stand_and_keep_their_looks() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    docx, changes = fixed(paragraph(of_runs("{{ “a"), of_runs("”\u00a0}}", looks=bold)))
    assert said(changes) == [("isi", "{{ “a”\u00a0}}", '{{ "a" }}')]
    assert paragraphs(docx) == [['{{ "a', '" }}']]
    assert [r.find(f"{W}rPr/{W}b") is not None for r in pola.body(docx).iter(f"{W}r")] == [False, True]


# --- prefixes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{% p if ada %}", "{%p if ada %}"),
        ("{%P if ada %}", "{%p if ada %}"),
        ("{% P  endif %}", "{%p endif %}"),
        ("{% tr for b in baris %}", "{%tr for b in baris %}"),
        ("{%TR endfor %}", "{%tr endfor %}"),
        ("{%Tc else %}", "{%tc else %}"),
        ("{%\u00a0p\u00a0set a = “b” %}", '{%p set a = "b" %}'),
        ("{% p sisip kop-surat %}", "{%p sisip kop-surat %}"),
        ("{%P bagian nama %}", "{%p bagian nama %}"),
    ],
)
def test_a_prefix_is_written_as_it_must_be(before: str, after: str) -> None:
    docx, changes = fixed(paragraph(of_runs(before)))
    assert said(changes) == [("isi", before, after)]
    assert paragraphs(docx) == [[after]]


@pytest.mark.parametrize(
    "tag",
    [
        "{%p if ada %}",
        "{%p  if ada %}",
        "{% p %}",
        "{% p jika ada %}",
        "{% pif ada %}",
        "{% P if-ada %}",
        "{%- p if ada %}",
        "{{ p if ada }}",
        "{% if p %}",
        "{% IF ada %}",
    ],
)
def test_what_may_mean_something_else_is_no_prefix(tag: str) -> None:
    refused(paragraph(of_runs(tag)))


def test_a_prefix_that_is_split_over_runs_of_different_looks_is_mended_in_place() -> None:
    italic = "<w:rPr><w:i/></w:rPr>"
    docx, changes = fixed(paragraph(of_runs("{% "), of_runs("P", looks=italic), of_runs(" if ada %}")))
    assert said(changes) == [("isi", "{% P if ada %}", "{%p if ada %}")]
    assert paragraphs(docx) == [["{%", "p", " if ada %}"]]


# --- tags that were split --------------------------------------------------------------------------------------------


def test_a_tag_that_word_split_is_put_into_its_first_run() -> None:
    runs = '<w:r w:rsidR="00A1">{}<w:t xml:space="preserve">{}</w:t></w:r>'
    spelling = '<w:proofErr w:type="spellStart"/>'
    pieces = (
        ("<w:rPr><w:b/></w:rPr>", "Kepada {{ ju"),
        ('<w:rPr><w:b/><w:noProof/><w:lang w:val="en-US"/></w:rPr>', "du"),
        ("<w:rPr><w:noProof/><w:b/></w:rPr>", "l }} dan {{"),
        ("<w:rPr><w:b/></w:rPr>", " ada }}."),
    )
    docx, changes = fixed(paragraph(spelling.join(runs.format(*piece) for piece in pieces)))
    assert said(changes) == [("gabung", "{{ judul }}", "{{ judul }}"), ("gabung", "{{ ada }}", "{{ ada }}")]
    assert paragraphs(docx) == [["Kepada {{ judul }}", " dan {{ ada }}", "."]]


def test_bookmarks_and_comments_inside_a_tag_stay() -> None:
    made = pola.document()
    paragraph = made.add_paragraph()
    for text in ("{{ ju", "dul ", "}}"):
        paragraph.add_run(text)
    made.add_comment(paragraph.runs[1], text="?", author="S", initials="S")
    mark = "<w:bookmark{} {} w:id='7' {}/>"
    paragraph.runs[1]._r.addprevious(parse_xml(mark.format("Start", nsdecls("w"), "w:name='a'")))
    paragraph._p.append(parse_xml(mark.format("End", nsdecls("w"), "")))
    docx, (change,) = fixed(pola.saved(made))
    assert change.kind == "gabung"
    (joined,) = pola.body(docx).iterfind(f"{W}body/{W}p")
    kept = [e.tag.removeprefix(W) for e in joined]
    assert kept == ["r", "commentRangeStart", "bookmarkStart", "commentRangeEnd", "r", "bookmarkEnd"]
    assert own_text(joined) == "{{ judul }}"


@pytest.mark.parametrize(
    "inside",
    [
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">dul }}</w:t></w:r>',
        '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>dul }}</w:t></w:r>',
        '<w:hyperlink w:anchor="a"><w:r><w:t>dul }}</w:t></w:r></w:hyperlink>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>dul }}</w:t></w:r>',
        "<w:r><w:pict/></w:r><w:r><w:t>dul }}</w:t></w:r>",
        "<w:r><w:tab/></w:r><w:r><w:t>dul }}</w:t></w:r>",
        '<w:ins w:id="1" w:author="A"><w:r><w:t>dul }}</w:t></w:r></w:ins>',
        '<w:del w:id="1" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>dul }}</w:t></w:r>',
    ],
)
def test_a_tag_of_different_looks_or_with_something_between_stays_split(inside: str) -> None:
    refused(paragraph(of_runs("{{ ju"), inside))


# --- what is tracked -------------------------------------------------------------------------------------------------

TRACKED = 'w:id="1" w:author="A"'
ODD = of_runs("{{ “a” }}")


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:p><w:ins {TRACKED}>{ODD}</w:ins></w:p>",
        f"<w:p><w:moveFrom {TRACKED}>{ODD}</w:moveFrom></w:p>",
        f"<w:p><w:moveTo {TRACKED}>{ODD}</w:moveTo></w:p>",
        f"<w:p><w:del {TRACKED}>{ODD.replace('w:t', 'w:delText')}</w:del></w:p>",
        f"<w:p>{of_runs('{{ “a” ')}<w:ins {TRACKED}>{of_runs('}}')}</w:ins></w:p>",
        f"<w:p>{of_runs('{{ “a” ')}<w:del {TRACKED}><w:r><w:delText>x</w:delText></w:r></w:del>{of_runs('}}')}</w:p>",
        f"<w:p>{of_runs('{{ “a” }}', looks=f'<w:rPr><w:rPrChange {TRACKED}><w:rPr/></w:rPrChange></w:rPr>')}</w:p>",
        f"<w:tbl><w:tr><w:trPr><w:ins {TRACKED}/></w:trPr><w:tc><w:p>{ODD}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {TRACKED}/></w:tcPr><w:p>{ODD}</w:p></w:tc></w:tr></w:tbl>",
    ],
)
def test_a_tag_that_is_part_of_a_tracked_change_is_left_alone(xml: str) -> None:
    refused(with_body(xml))


def test_a_table_of_contents_that_word_writes_anew_is_left_alone() -> None:
    made = pola.document()
    paragraph = made.add_paragraph()
    for piece in pola.field(pola.TOC_INSTRUCTION, "{{ “a” }}"):
        paragraph._p.append(piece)
    refused(pola.saved(made))


def test_beside_a_tracked_change_tags_are_mended_and_the_change_stays() -> None:
    deleted = f"<w:del {TRACKED}><w:r><w:delText>“x”</w:delText></w:r></w:del>"
    docx, changes = fixed(paragraph(ODD, deleted, of_runs("{{ ‘b’ }}")))
    assert [c.after for c in changes] == ['{{ "a" }}', "{{ 'b' }}"]
    assert [t.text for t in pola.body(docx).iter(f"{W}delText")] == ["“x”"]


# --- where it stands -------------------------------------------------------------------------------------------------


def test_every_story_is_mended_and_each_change_says_where_it_was() -> None:
    made = pola.document()
    made.add_table(rows=2, cols=2).cell(1, 0).text = "{{ “a” }}"
    pola.text_box(made.add_paragraph(), "{{ “b” }}")
    made.sections[0].header.paragraphs[0].text = "{{ “c” }}"
    made.sections[0].footer.paragraphs[0].text = "{{ “d” }}"
    made.core_properties.title = "Judul “{{ “e” }}”"
    docx, changes = fixed(pola.saved(made), "templat.docx")
    places = [word_place(c.place, "id").split(", paragraf")[0] for c in changes]
    assert places == [
        "isi dokumen, Tabel 1, baris 2, kolom 1",
        "kotak teks di isi dokumen",
        "kaki halaman 1",
        "kepala halaman 1",
        "properti berkas",
    ]
    assert [c.part for c in changes] == [
        *[DOCUMENT] * 2,
        *("word/footer1.xml", "word/header1.xml", "docProps/core.xml"),
    ]
    assert {c.place.file for c in changes} == {"templat.docx"}
    assert [own_text(p) for p in pola.body(docx).iter(f"{W}p") if own_text(p)] == ['{{ "a" }}', *['{{ "b" }}'] * 2]
    assert 'Judul “{{ "e" }}”' in unpack(docx)["docProps/core.xml"].decode()


def test_parts_without_a_change_stay_byte_for_byte_and_namespaces_stay() -> None:
    compat = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    names = f'{nsdecls("w")} {compat} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    xml = f'<w:document {names} mc:Ignorable="w14"><w:body><w:p w14:paraId="1">{ODD}</w:p></w:body></w:document>'
    before = {**unpack(with_body("")), DOCUMENT: xml.encode()}
    docx, _ = fixed(pack(before))
    after = unpack(docx)
    assert {name for name in after if after[name] != before[name]} == {DOCUMENT}
    assert after[DOCUMENT].decode().split("\n", 1)[1] == xml.replace("“a”", '"a"')


# --- shipped templates, broken ---------------------------------------------------------------------------------------


def _curled(text: str) -> str:
    tags = [m for m in scan(text) if isinstance(m, Mark)]
    for tag in reversed(tags):
        odd = tag.text.replace("'", "’").replace('"', "”").replace(" ", "\u00a0", 1)
        text = text[: tag.start] + odd + text[tag.end :]
    return text


def _split(run: Element, change: Callable[[str], str]) -> None:
    """A run of the same looks for each character of its text, and for everything else that it holds."""
    for child in reversed([c for c in run if c.tag != f"{W}rPr"]):
        for character in reversed(change(child.text or "")) if child.tag == f"{W}t" else " ":
            made = deepcopy(run)
            for other in [c for c in made if c.tag != f"{W}rPr"]:
                made.remove(other)
            made.append(deepcopy(child))
            if child.tag == f"{W}t":
                write_text(made[-1], character)
            run.addnext(made)
    run.getparent().remove(run)  # type: ignore[union-attr]


def _broken(docx: bytes, change: Callable[[str], str]) -> bytes:
    parts = unpack(docx)
    for name in stories(parts):
        root = parse(parts[name])
        for holder in [r for p in root.iter(f"{W}p") if "{" in own_text(p) for r in p.iter(f"{W}r")]:
            _split(holder, change)
        parts[name] = serialise(root)
    return pack(parts)


@pytest.mark.parametrize("key", ["surat-pengantar", "notulen", "berita-acara-validasi"])
def test_a_shipped_template_that_was_split_and_curled_is_mended_and_prints_the_same(key: str, tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "templates" / "bagian", tmp_path / "bagian")
    tried = sample()
    context = tried.contexts[key]
    shipped = SHIPPED / "templates" / f"{key}.docx"

    def codes(file: Path) -> set[str]:
        return {p.code for p in check(file, file.name, type(context), Shelf(tmp_path / "bagian", BAGIAN))}

    def printed(file: Path) -> str:
        return whole_text(render(file, context, root=tried.root, parts=BAGIAN))

    broken, mended = tmp_path / "rusak.docx", tmp_path / "baik.docx"
    broken.write_bytes(_broken(shipped.read_bytes(), _curled))
    docx, changes = fixed(broken.read_bytes())
    mended.write_bytes(docx)
    assert codes(broken) >= {"templat-spasi"}
    assert codes(mended) == set()
    assert whole_text(docx) == whole_text(shipped.read_bytes())
    assert len(changes) == sum(isinstance(m, Mark) for m in scan(whole_text(docx)))
    assert printed(broken) == printed(mended) == printed(shipped)
    assert fixed(docx) == (docx, ())


def test_a_shipped_template_that_was_only_split_is_joined_and_nothing_else() -> None:
    shipped = (SHIPPED / "templates" / "notulen.docx").read_bytes()
    docx, changes = fixed(_broken(shipped, str))
    assert {c.kind for c in changes} == {"gabung"}
    texts = [run for runs in paragraphs(docx) for run in runs]
    tags = [m for m in scan(whole_text(docx)) if isinstance(m, Mark)]
    assert len(changes) == len(tags)
    assert all(any(tag.text in run for run in texts) for tag in tags)


@pytest.mark.parametrize("file", sorted((SHIPPED / "templates").rglob("*.docx")), ids=lambda file: file.stem)
def test_there_is_nothing_to_mend_in_what_is_shipped(file: Path) -> None:
    refused(file.read_bytes())


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An agency with a template, a part, Word's note of who has one open, and a file that is none."""
    (tmp_path / "data").mkdir()
    (tmp_path / "templates" / "bagian").mkdir(parents=True)
    pola.template(tmp_path / "templates" / "surat.docx", "{{ “a” }}", "{{\u00a0b }}")
    pola.template(tmp_path / "templates" / "bagian" / "kop.docx", "{% P if a %}")
    pola.template(tmp_path / "templates" / "rapi.docx", "{{ a }}")
    for name in ("~$rat.docx", ".surat.docx"):
        (tmp_path / "templates" / name).write_bytes(b"x")
    return tmp_path


def fix(root: Path, *words: str, environ: dict[str, str] = ID) -> int:
    return run(["--root", str(root), "template", "fix", *words], environ)


def test_all_templates_and_parts_are_mended_and_each_change_is_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made: Any = word.Document()
    split = made.add_paragraph("{{ c")
    split.add_run(" }}")
    made.save(str(root / "templates" / "pecah.docx"))
    assert fix(root) == ExitCode.OK
    assert capsys.readouterr().out == (
        "templates/pecah.docx\n"
        "  isi dokumen, paragraf “{{ c }}”\n"
        "    tanda yang terpecah digabung: {{ c }}\n"
        "\n"
        "templates/surat.docx\n"
        "  isi dokumen, paragraf “{{ “a” }}”\n"
        "    - {{ “a” }}\n"
        '    + {{ "a" }}\n'
        "  isi dokumen, paragraf “{{ b }}”\n"
        "    - {{<U+00A0>b }}\n"
        "    + {{ b }}\n"
        "\n"
        "templates/bagian/kop.docx\n"
        "  isi dokumen, paragraf “{% P if a %}”\n"
        "    - {% P if a %}\n"
        "    + {%p if a %}\n"
        "\n"
        "Tanda yang dibetulkan: 4, di 3 dari 4 berkas.\n"
    )
    assert fix(root, environ=EN) == ExitCode.OK
    assert capsys.readouterr().out == "Nothing to mend (files looked at: 4).\n"


def test_only_the_files_that_are_named_are_mended(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    part = root / "templates" / "bagian" / "kop.docx"
    before = part.read_bytes()
    elsewhere = pola.template(root / "lain.docx", "{{ “a” }}")
    assert fix(root, "surat", str(elsewhere)) == ExitCode.OK
    assert "Tanda yang dibetulkan: 3, di 2 dari 2 berkas." in capsys.readouterr().out
    assert part.read_bytes() == before
    monkeypatch.chdir(root)
    assert run(["template", "fix", "templates/bagian/kop.docx"], ID) == ExitCode.OK
    assert "templates/bagian/kop.docx\n" in capsys.readouterr().out
    assert fix(root, "sural") == ExitCode.USAGE
    assert "surat" in capsys.readouterr().err


def test_a_file_that_cannot_be_opened_safely_is_told_and_the_others_are_mended(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "templates" / "a.docx").write_bytes(b"bukan Word")
    assert fix(root) == ExitCode.PROBLEMS
    out, err = capsys.readouterr()
    assert "[templat-bukan-word] templates/a.docx" in err
    assert "Berkas yang tidak dapat dibetulkan: 1." in err
    assert "Tanda yang dibetulkan: 3, di 2 dari 4 berkas." in out


def test_what_cannot_be_written_is_told_and_nothing_is_left_behind(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = root / "templates" / "surat.docx"
    before, real = file.read_bytes(), Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.name == "surat.docx":
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert fix(root) == ExitCode.OUTPUT_FAILED
    out, err = capsys.readouterr()
    assert "Permission denied" in err
    assert "kop.docx" in out
    assert file.read_bytes() == before
    assert [f.name for f in file.parent.iterdir() if f.suffix == ".tmp"] == []


def test_a_link_stays_a_link_and_rights_stay(root: Path) -> None:
    real = pola.template(root / "asli.docx", "{{ “a” }}")
    real.chmod(0o640)
    link = root / "templates" / "tautan.docx"
    link.symlink_to(real)
    assert fix(root, "tautan") == ExitCode.OK
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert pola.texts(real.read_bytes()) == ['{{ "a" }}']


def test_a_file_without_a_change_is_not_written(root: Path) -> None:
    file = root / "templates" / "rapi.docx"
    os.utime(file, (1, 1))
    assert fix(root) == ExitCode.OK
    assert file.stat().st_mtime == 1
