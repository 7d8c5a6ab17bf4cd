"""One run of LibreOffice for all documents, and what is said when it fails in each of its ways."""

from __future__ import annotations

import re
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from pypdf import PdfReader

from pipeline.problems import ExitCode, KinerjaError
from pipeline.render.pdf import check, convert
from pipeline.render.soffice import find_soffice, soffice_version
from pipeline.show.problems import error_text
from pipeline.word.package import pack, unpack
from tests.render import pola


def letter(text: str = "Surat pengantar") -> bytes:
    made = pola.document()
    made.add_heading(text, 1)
    made.add_paragraph("Isi yang terbaca")
    return pola.saved(made)


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    """Two runs of the real program over the same two documents."""
    wide = pola.document()
    wide.add_paragraph("tegak")
    pola.landscape_section(wide)
    wide.add_paragraph("mendatar")
    documents = {"surat": letter(), "dokumen": pola.saved(wide)}
    calls: list[tuple[float, int]] = []
    first = convert(documents, progress=lambda seconds, done: calls.append((seconds, done)))
    return {"documents": documents, "first": first, "second": convert(documents), "calls": calls}


def test_every_document_becomes_a_pdf_of_its_own_text_and_paper(real: dict[str, Any], tmp_path: Path) -> None:
    assert list(real["first"]) == ["surat", "dokumen"]
    assert "Isi yang terbaca" in pola.pdf_pages(real["first"]["surat"], tmp_path)[0]
    (tmp_path / "d.pdf").write_bytes(real["first"]["dokumen"])
    sizes = [(round(p.mediabox.width), round(p.mediabox.height)) for p in PdfReader(tmp_path / "d.pdf").pages]
    assert sizes == [(595, 842), (842, 595)]


def test_headings_become_bookmarks_and_the_text_is_tagged(real: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "s.pdf").write_bytes(real["first"]["surat"])
    reader = PdfReader(tmp_path / "s.pdf")
    assert [entry["/Title"] for entry in reader.outline] == ["Surat pengantar"]
    assert "/StructTreeRoot" in reader.root_object


def test_two_runs_give_equal_bytes(real: dict[str, Any]) -> None:
    assert real["first"] == real["second"]


def test_progress_is_told_while_it_works(real: dict[str, Any]) -> None:
    seconds = [s for s, _ in real["calls"]]
    assert len(seconds) > 2
    assert seconds == sorted(seconds)
    assert {done for _, done in real["calls"]} <= {0, 1, 2}


def test_the_real_program_names_its_version() -> None:
    program = find_soffice()
    assert program is not None
    assert re.fullmatch(r"\d+\.\d+(\.\d+)*", soffice_version(program) or "")


def fake(folder: Path, script: str) -> Path:
    """A program in LibreOffice's place; `$out` is the folder it is to write to, `$@` ends in the documents."""
    head = '#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\nout=$2; shift 2\n'
    program = folder / "soffice-palsu"
    program.write_text(head + script, encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture(scope="module")
def good(real: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("baik") / "baik.pdf"
    file.write_bytes(real["first"]["surat"])
    return file


@pytest.mark.parametrize(
    ("script", "why", "dokumen"),
    [
        ("exit 0", "diam", "satu"),
        ("echo 'Error: source file could not be loaded'; exit 0", "kosong", "satu"),
        ("kill -9 $$", "diam", "satu"),
        ("exit 77", "diam", "satu"),
        ("for f in $@; do echo sampah > $out/$(basename $f .docx).pdf; done", "bukan_pdf", "satu"),
        ("for f in $@; do printf '%%PDF-1.6 sampah' > $out/$(basename $f .docx).pdf; done", "rusak", "satu"),
        ("cp GOOD $out/satu.pdf", "diam", "dua"),
        ("cp GOOD $out/satu.pdf; head -c 3000 GOOD > $out/dua.pdf", "rusak", "dua"),
    ],
)
def test_a_failure_names_the_document_and_the_reason(
    tmp_path: Path, good: Path, script: str, why: str, dokumen: str
) -> None:
    program = fake(tmp_path, script.replace("GOOD", str(good)))
    with pytest.raises(KinerjaError) as caught:
        convert({"satu": letter(), "dua": letter()}, soffice=program)
    error = caught.value
    assert (error.exit_code, error.code) == (ExitCode.CONVERSION_FAILED, f"render.konversi.{why}")
    assert error.args_["dokumen"] == dokumen
    assert dokumen in error_text(error, "id")


def test_what_the_program_said_is_repeated(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError) as caught:
        convert({"satu": letter()}, soffice=fake(tmp_path, "echo 'disk penuh' >&2"))
    assert caught.value.args_["sebab"] == "disk penuh"


def test_a_program_that_hangs_is_stopped_with_its_children(tmp_path: Path) -> None:
    child = tmp_path / "anak"
    program = fake(tmp_path, f"sleep 61 & echo $! > {child}; cp $1 $out/satu.pdf; trap '' TERM; sleep 60; sleep 60")
    started = time.monotonic()
    with pytest.raises(KinerjaError) as caught:
        convert({"satu": letter(), "dua": letter()}, soffice=program, timeout=0.5)
    assert time.monotonic() - started < 10
    assert (caught.value.exit_code, caught.value.code) == (ExitCode.CONVERSION_FAILED, "render.soffice.waktu")
    assert caught.value.args_ == {"detik": "0.5", "dokumen": "dua"}
    state = Path(f"/proc/{child.read_text().strip()}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.parametrize("way", ["argument", "environment", "path"])
def test_a_missing_program_is_an_error_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    given = str(tmp_path / "tidak-ada")
    if way == "environment":
        monkeypatch.setenv("KINERJA_SOFFICE", given)
    if way == "path":
        monkeypatch.delenv("KINERJA_SOFFICE", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr("pipeline.render.soffice._PLACES", ())
    assert find_soffice(given if way == "argument" else None) is None
    with pytest.raises(KinerjaError) as caught:
        convert({"satu": letter()}, soffice=given if way == "argument" else None)
    code, words = ("tidak_ada", "libreoffice-writer") if way == "path" else ("salah", f"KINERJA_SOFFICE names {given},")
    assert (caught.value.exit_code, caught.value.code) == (ExitCode.PROGRAM_MISSING, f"render.soffice.{code}")
    assert words in error_text(caught.value, "en")


def test_a_program_that_cannot_be_started_is_an_error_of_its_own(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_bytes(b"\x7fELF bukan program")
    program.chmod(0o755)
    assert soffice_version(program) is None
    with pytest.raises(KinerjaError) as caught:
        convert({"satu": letter()}, soffice=program)
    assert (caught.value.exit_code, caught.value.code) == (ExitCode.PROGRAM_MISSING, "render.soffice.mulai")


def test_a_full_disk_for_temporary_files_is_an_error_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak-ada"))
    with pytest.raises(KinerjaError) as caught:
        convert({"satu": letter()}, soffice=fake(tmp_path, "exit 0"))
    assert (caught.value.exit_code, caught.value.code) == (ExitCode.CONVERSION_FAILED, "render.soffice.tempat")


def test_the_program_knows_neither_the_callers_time_zone_nor_display(
    tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    monkeypatch.setenv("DISPLAY", ":0")
    convert(
        {"satu": letter()}, soffice=fake(tmp_path, f'echo "$TZ-$DISPLAY-" > {tmp_path}/tahu; cp {good} $out/satu.pdf')
    )
    assert (tmp_path / "tahu").read_text(encoding="utf-8") == "UTC--\n"


def test_the_program_works_in_a_private_profile_that_runs_no_macros(tmp_path: Path, good: Path) -> None:
    script = (
        f'd=$(dirname $out); cp "$d/profile/user/registrymodifications.xcu" {tmp_path}/profil.xml;'
        f"pwd > {tmp_path}/tempat; cp {good} $out/satu.pdf"
    )
    convert({"satu": letter()}, soffice=fake(tmp_path, script))
    profile = (tmp_path / "profil.xml").read_text(encoding="utf-8")
    assert 'oor:name="MacroSecurityLevel" oor:op="fuse"><value>3<' in profile
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in profile
    assert 'oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true<' in profile
    assert not Path((tmp_path / "tempat").read_text(encoding="utf-8").strip()).exists()


def with_linked_picture() -> bytes:
    parts = unpack(letter())
    name = "word/_rels/document.xml.rels"
    link = b'<Relationship Id="rId99" TargetMode="External" Target="http://jahat.example/x.png" Type="http://x/image"/>'
    return pack(parts | {name: parts[name].replace(b"</Relationships>", link + b"</Relationships>")})


def with_field(instruction: str) -> bytes:
    made = pola.document()
    for run in pola.field(instruction):
        made.add_paragraph()._p.append(run)
    return pola.saved(made)


@pytest.mark.parametrize(
    ("docx", "target"),
    [
        (with_linked_picture(), "http://jahat.example/x.png"),
        (
            with_field(' INCLUDEPICTURE "http://jahat.example/y.png" \\d '),
            'INCLUDEPICTURE "http://jahat.example/y.png" \\d',
        ),
        (with_field(" INCLUDETEXT C:/rahasia.docx "), "INCLUDETEXT C:/rahasia.docx"),
    ],
)
def test_a_document_that_fetches_something_is_refused_before(tmp_path: Path, docx: bytes, target: str) -> None:
    with pytest.raises(KinerjaError) as caught:
        convert({"surat": docx}, soffice=fake(tmp_path, "exit 0"))
    assert caught.value.code == "render.konversi.tautan_luar"
    assert caught.value.args_ == {"dokumen": "surat", "tujuan": target}


def test_a_hyperlink_is_not_refused(tmp_path: Path, good: Path) -> None:
    made = pola.document()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    id_ = made.part.relate_to("https://contoh.go.id", kind, is_external=True)
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{id_}"><w:r><w:t>situs</w:t></w:r></w:hyperlink>'
    made.add_paragraph()._p.append(parse_xml(link))
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    assert convert({"surat": pola.saved(made)}, soffice=fake(tmp_path, f"cp {good} $out/surat.pdf"))


def test_a_font_that_is_not_in_the_file_is_named(real: dict[str, Any]) -> None:
    pdf = re.sub(rb"/FontFile2", rb"/FontFileX", real["first"]["surat"])
    with pytest.raises(KinerjaError) as caught:
        check("surat", pdf, real["documents"]["surat"])
    assert caught.value.code == "render.konversi.huruf"
    assert "Liberation" in caught.value.args_["huruf"]


def test_other_paper_than_that_of_the_docx_is_refused(real: dict[str, Any]) -> None:
    made = pola.document()
    made.sections[0].page_width, made.sections[0].page_height = Mm(215), Mm(330)
    made.add_paragraph("isi")
    with pytest.raises(KinerjaError) as caught:
        check("surat", real["first"]["surat"], pola.saved(made))
    assert caught.value.code == "render.konversi.kertas"
    assert caught.value.args_ == {"dokumen": "surat", "halaman": "1", "ukuran": "210 × 297"}


def test_a_pdf_without_its_text_is_refused(real: dict[str, Any], tmp_path: Path) -> None:
    blank = pola.document()
    empty = convert({"kosong": pola.saved(blank)})["kosong"]
    check("kosong", empty, pola.saved(blank))
    with pytest.raises(KinerjaError) as caught:
        check("surat", empty, real["documents"]["surat"])
    assert caught.value.code == "render.konversi.tanpa_teks"
