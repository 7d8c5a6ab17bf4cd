"""A document of the agency's own, without Python: a template, a row in dokumen.yaml, and it is made like the others."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from pipeline import archive, build, packet
from pipeline.cli import run
from pipeline.domain.periode import Periode
from pipeline.init import Answers, init
from pipeline.inputs.rewrite import written
from pipeline.problems import ExitCode
from tests import test_build
from tests.test_build import LAPORAN, TW1, UNITS, Office

SHIPPED = Path(__file__).parent.parent
ID = {"KINERJA_BAHASA": "id"}
MEMO = {"dokumen": "memo", "judul": "Memo Internal", "templat": "memo.docx", "langkah": "5", "fields": "notulen"}

shipped = test_build.shipped


@pytest.fixture
def root(shipped: Path, tmp_path: Path) -> Path:
    """The shipped agency with one-line templates, its naskah signed."""
    shutil.copytree(shipped, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="module")
def packet_built(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("signed")
    shutil.copytree(shipped, made, dirs_exist_ok=True)
    _report(made)
    return made


@pytest.fixture
def signed(packet_built: Path, tmp_path: Path) -> Path:
    """The same with its signed packet of the first quarter in output/."""
    shutil.copytree(packet_built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _row(root: Path, after: str = "undangan", **values: str) -> None:
    """Put the memo's row behind another document's."""
    row = "".join(f"    {name}: {value}\n" for name, value in (MEMO | values).items() if name != "dokumen")
    file = root / "data" / "dokumen.yaml"
    before, start, rest = file.read_text(encoding="utf-8").partition(f"  - dokumen: {after}\n")
    title, rest = rest.split("\n", 1)
    key = f"  - dokumen: {(MEMO | values)['dokumen']}\n"
    file.write_text(f"{before}{start}{title}\n\n{key}{row}{rest}", encoding="utf-8")


def _without_row(root: Path) -> None:
    file = root / "data" / "dokumen.yaml"
    head, _, rest = file.read_text(encoding="utf-8").partition("  - dokumen: memo\n")
    file.write_text(head + rest.partition("\n\n")[2], encoding="utf-8")


def _template(root: Path, words: str = "Memo {{ hal }}") -> None:
    document = Document()
    document.add_paragraph(words)
    document.save(str(root / "templates" / "memo.docx"))


def _report(root: Path, periode: Periode = TW1, office: Office | None = None) -> build.Report:
    return build.report(root, periode, progress=lambda *_, **__: None, convert=office or Office())


def _only(root: Path, key: str = "memo") -> build.Report:
    return build.report_only(root, TW1, key, progress=lambda *_, **__: None, convert=Office())


def _plans(root: Path) -> tuple[packet.Planned, ...]:
    bahan = build.check(root, TW1).bahan
    assert bahan
    return tuple(packet.documents(root, bahan))


def _made(root: Path, periode: Periode = TW1) -> dict[str, bytes]:
    folder = root / "output" / str(periode)
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def _text(docx: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs)


def _titles(pdf: bytes) -> list[str]:
    return [str(item.title) for item in PdfReader(io.BytesIO(pdf)).outline if not isinstance(item, list)]


def _kinerja(root: Path, *arguments: str) -> int:
    return run(["--root", str(root), *arguments], ID)


# --- in the packet -------------------------------------------------------------------------------------------------


def test_a_copy_of_a_template_edited_in_word_and_a_row_make_a_document(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _kinerja(root, "template", "new", "memo", "--from", "surat-pengantar") == ExitCode.OK
    document = Document(str(root / "templates" / "memo.docx"))
    document.paragraphs[0].text = "Memo tentang naskah {{ nomor }}"
    document.save(str(root / "templates" / "memo.docx"))
    _row(root, after="lembar-pengesahan", langkah="7", fields="surat-pengantar")
    office = Office()
    report = _report(root, office=office)
    files, names = _made(root), list(report.files)

    assert report.made and report.failures == ()
    assert _text(files["memo.docx"]).startswith("Memo tentang naskah 000.8.6.3/")
    assert _titles(files[LAPORAN])[2:5] == [
        "Lembar Pengesahan",
        "Memo Internal",
        "Lembar Pengukuran Kinerja: Sekretariat",
    ]
    assert office.asked[2:4] == ["lembar-pengesahan", "memo"]
    at = names.index("memo.docx")
    assert names[at - 1 : at + 2] == ["berita-acara-validasi.docx", "memo.docx", "lembar-pemeriksaan.docx"]
    made_from = json.loads(files["manifest.json"])["masukan"]
    assert made_from["templates/memo.docx"] == archive.digest((root / "templates" / "memo.docx").read_bytes())


@pytest.mark.parametrize(("fields", "made"), [("undangan", True), ("lembar-pengesahan", False)])
def test_its_template_may_use_the_fields_of_that_document_alone(root: Path, fields: str, made: bool) -> None:
    _template(root, "Perihal {{ hal }}")
    _row(root, fields=fields)
    report = _only(root)

    assert report.made is made
    assert ("memo.docx" in _made(root)) is made


def test_it_is_made_unit_by_unit_where_its_fields_are(root: Path) -> None:
    _template(root, "{{ unit }}")
    _row(root, fields="lembar-unit")
    memos = [plan for plan in _plans(root) if plan.file == "templates/memo.docx"]

    assert [plan.name for plan in memos] == [f"memo-{unit}" for unit in UNITS]
    assert memos[0].judul == "Memo Internal: Sekretariat"
    assert all(plan.printed for plan in memos)
    assert len(_only(root).files) == 2 * len(UNITS)


def test_it_is_there_only_when_the_document_whose_fields_it_uses_is(root: Path) -> None:
    _template(root, "Memo")
    _row(root, fields="notulen")
    file = root / "data" / "2026" / "tw1" / "rapat.yaml"
    head, _, rest = file.read_text(encoding="utf-8").partition("notulen:\n")
    file.write_text(head, encoding="utf-8")
    assert rest
    names = {plan.name for plan in _plans(root)}

    assert "undangan" in names
    assert names.isdisjoint({"notulen", "memo"})


def test_alone_it_is_a_draft_while_steps_before_its_own_are_open(root: Path) -> None:
    _template(root, "Memo")
    _row(root, langkah="3", fields="undangan")
    langkah = root / "data" / "2026" / "tw1" / "langkah.yaml"
    text = langkah.read_text(encoding="utf-8")

    langkah.write_text(written(text, [(("undangan", "selesai"), None)]), encoding="utf-8")
    assert set(_only(root).files) == {"memo.docx", "memo.pdf"}

    langkah.write_text(written(text, [(("kompilasi", "selesai"), None)]), encoding="utf-8")
    assert set(_only(root).files) == {"memo-draf.docx", "memo-draf.pdf"}


def test_alone_it_lacks_what_the_document_whose_fields_it_uses_lacks(root: Path) -> None:
    _template(root, "Memo")
    _row(root, fields="undangan")
    file = root / "data" / "2026" / "tw1" / "rapat.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("  tempat: ", "  # tempat: ", 1), encoding="utf-8")

    assert [(f.code, f.args_["dokumen"]) for f in _only(root).failures] == [("cli.report.kurang", "memo")]


# --- a signed packet -----------------------------------------------------------------------------------------------


def test_a_new_document_changes_neither_what_was_approved_nor_a_signed_packet(signed: Path) -> None:
    held, before = _made(signed), build.check(signed, TW1).bahan
    _template(signed, "Memo")
    _row(signed)
    report, after = _report(signed), build.check(signed, TW1).bahan

    assert before and after
    assert after.status == before.status
    assert build.naskah_text(signed, after) == build.naskah_text(signed, before)
    assert report.made and report.files == {}
    assert [note.code for note in report.notes] == ["cli.report.isi-berubah", "cli.report.dokumen-baru"]
    assert report.notes[1].args == {"berkas": "memo.docx", "sejak": "2026-tw2"}
    assert _made(signed) == held

    _without_row(signed)
    _row(signed, sejak="2026-tw2")
    assert "memo" not in {plan.name for plan in _plans(signed)}


def test_a_signed_packet_does_not_lose_a_document_whose_row_went(root: Path) -> None:
    _template(root, "Memo")
    _row(root)
    _report(root)
    held = _made(root)
    _without_row(root)
    report = _report(root)

    assert "memo.docx" in held
    assert [note.code for note in report.notes] == ["cli.report.isi-berubah", "cli.report.dokumen-hilang"]
    assert _made(root) == held


def test_beside_a_signed_packet_a_new_document_can_be_made_alone(signed: Path) -> None:
    held = _made(signed)
    _template(signed, "Memo")
    _row(signed)
    report = _only(signed)
    now = _made(signed)

    assert set(report.files) == {"memo.docx", "memo.pdf"} == set(now) - set(held)
    assert [name for name in held if now[name] != held[name]] == ["manifest.json"]


def test_what_tells_of_steps_after_the_signature_joins_a_signed_packet_and_may_change_in_it(signed: Path) -> None:
    _template(signed, "Memo")
    _row(signed, langkah="6", fields="surat-pengantar")
    assert "memo.docx" in _report(signed).files

    _template(signed, "Memo lain")
    assert _only(signed).notes == ()
    assert _text(_made(signed)["memo.docx"]) == "Memo lain"


def test_a_revision_of_a_signed_packet_takes_a_new_document_in_as_a_draft_beside_it(signed: Path) -> None:
    held = _made(signed)
    _template(signed, "Memo")
    _row(signed)
    file = signed / "data" / "2026" / "tw1" / "langkah.yaml"
    revisi = "\nrevisi:\n  nomor: 1\n  alasan: Memo ditambahkan\n  tanggal: 2026-06-01\n"
    file.write_text(file.read_text(encoding="utf-8") + revisi, encoding="utf-8")
    report = _report(signed)

    assert "memo-draf.docx" in report.files
    assert _made(signed)["notulen.docx"] == held["notulen.docx"]


# --- the command line ----------------------------------------------------------------------------------------------


def test_template_new_says_what_it_made_which_row_to_add_and_what_to_run_next(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _kinerja(root, "template", "new", "memo-internal.docx", "--from", "notulen") == ExitCode.OK
    out = capsys.readouterr().out

    assert "templates/memo-internal.docx dibuat dari templates/notulen.docx" in out
    row = out[out.index("  - dokumen: ") : out.index("\n\nLalu:")]
    assert row.splitlines() == [
        "  - dokumen: memo-internal",
        "    judul: Memo internal",
        "    templat: memo-internal.docx",
        "    langkah: 5",
        "    fields: notulen",
        "    sejak: 2026-tw4",
    ]
    for command in ("template check templates/", "template preview templates/", "report --only "):
        assert f"--root {root} {command}memo-internal" in out
    file = root / "data" / "dokumen.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("paket:\n", f"paket:\n{row}\n"), encoding="utf-8")
    assert [p for p in build.check(root, Periode(2026, 3)).problems if p.stops] == []


def test_the_copy_has_the_text_of_the_document_and_a_title_of_its_own(root: Path) -> None:
    shutil.copy(SHIPPED / "templates" / "undangan.docx", root / "templates")
    source = Document(str(root / "templates" / "undangan.docx"))
    _kinerja(root, "template", "new", "memo-internal", "--from", "undangan")
    copy = Document(str(root / "templates" / "memo-internal.docx"))

    assert source.core_properties.title != "Memo internal"
    assert copy.core_properties.title == "Memo internal"
    assert copy.core_properties.subject == source.core_properties.subject
    assert [p.text for p in copy.paragraphs] == [p.text for p in source.paragraphs]


def test_a_copy_of_an_own_document_uses_the_same_fields(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _template(root, "Memo {{ hal }}")
    _row(root, fields="undangan", langkah="3")
    assert _kinerja(root, "template", "new", "nota", "--from", "memo") == ExitCode.OK
    out = capsys.readouterr().out

    assert "templates/nota.docx dibuat dari templates/memo.docx" in out
    assert "    langkah: 3\n    fields: undangan\n" in out
    assert Document(str(root / "templates" / "nota.docx")).paragraphs[0].text == "Memo {{ hal }}"


def test_where_the_row_was_written_first_it_is_not_asked_for_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _row(root)
    assert [p.code for p in build.check(root, TW1).problems if p.stops] == ["templat-tidak-ada"]
    assert _kinerja(root, "template", "new", "memo", "--from", "notulen") == ExitCode.OK

    assert "- dokumen:" not in capsys.readouterr().out
    assert [p.code for p in build.check(root, TW1).problems if p.stops] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "template new memo --from surat-pengantar"),
        (["memo"], "template new memo --from surat-pengantar"),
        (["--from", "notulen"], "template new memo --from surat-pengantar"),
        (["memo", "--from", "notuln"], "Mungkin maksudnya: notulen. Yang ada: lembar-disposisi"),
        (["memo", "--from", "lampiran"], "Tidak ada dokumen lampiran. Yang ada: lembar-disposisi"),
        (["Memo Kita", "--from", "notulen"], "huruf kecil"),
        (["../memo", "--from", "notulen"], "huruf kecil"),
        (["lampiran-1", "--from", "notulen"], "bertabrakan dengan nama berkas lampiran-…"),
        (["undangan", "--from", "notulen"], "bertabrakan dengan nama berkas undangan"),
        (["surat", "--from", "lembar-unit"], "bertabrakan dengan nama berkas surat-pengantar"),
    ],
)
def test_template_new_refuses_what_cannot_be_made(
    root: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in (root / "templates").iterdir())

    assert _kinerja(root, "template", "new", *arguments) == ExitCode.USAGE
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in (root / "templates").iterdir()) == before


def test_template_new_writes_over_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "templates" / "memo.docx").write_bytes(b"punya orang")

    assert _kinerja(root, "template", "new", "memo", "--from", "notulen") == ExitCode.USAGE
    assert "templates/memo.docx sudah ada" in capsys.readouterr().err
    assert (root / "templates" / "memo.docx").read_bytes() == b"punya orang"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "templat-hilang"),
        (b"bukan zip", "templat-bukan-word"),
        (b"PK\x05\x06" + bytes(18), "templat-bagian-hilang"),
    ],
)
def test_template_new_says_what_is_wrong_with_the_template_to_copy(
    root: Path, content: bytes | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = root / "templates" / "notulen.docx"
    source.unlink()
    if content is not None:
        source.write_bytes(content)

    assert _kinerja(root, "template", "new", "memo", "--from", "notulen") == ExitCode.PROBLEMS
    assert said in capsys.readouterr().err
    assert not (root / "templates" / "memo.docx").exists()


def test_only_knows_own_documents_of_the_period(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _template(root, "Memo")
    _row(root, sejak="2026-tw2")

    assert _kinerja(root, "report", "2026-tw2", "--only", "mem") == ExitCode.USAGE
    assert "Mungkin maksudnya: memo. Yang ada: lembar-disposisi" in capsys.readouterr().err
    assert _kinerja(root, "report", "2026-tw1", "--only", "memo") == ExitCode.USAGE
    assert "memo baru ada sejak 2026-tw2" in capsys.readouterr().err


def test_a_new_agencys_folder_takes_a_document_of_its_own(tmp_path: Path) -> None:
    init(tmp_path, Answers(tahun=2026))
    assert _kinerja(tmp_path, "template", "new", "memo", "--from", "surat-pengantar") == ExitCode.OK
    _row(tmp_path, langkah="11", fields="surat-pengantar", sejak="2026-tw1")
    checked = build.check(tmp_path, TW1)

    assert [problem for problem in checked.problems if problem.stops] == []
    assert set(_only(tmp_path).files) == {"memo-draf.docx", "memo-draf.pdf"}


# --- with LibreOffice ----------------------------------------------------------------------------------------------


@pytest.mark.long
def test_libreoffice_prints_it_at_its_place_in_the_merged_pdf(tmp_path: Path) -> None:
    for name in ("data", "templates"):
        shutil.copytree(SHIPPED / name, tmp_path / name)
    assert _kinerja(tmp_path, "template", "new", "memo", "--from", "surat-pengantar") == ExitCode.OK
    document = Document(str(tmp_path / "templates" / "memo.docx"))
    document.add_paragraph("Memo ini menyertai naskah untuk {{ kepada }}.")
    document.save(str(tmp_path / "templates" / "memo.docx"))
    _row(tmp_path, after="lembar-pengesahan", langkah="11", fields="surat-pengantar")
    assert _kinerja(tmp_path, "report", "2026-tw3") == ExitCode.OK
    pdf = tmp_path / "output" / "2026-tw3" / LAPORAN
    reader = PdfReader(pdf)
    memo = next(item for item in reader.outline if not isinstance(item, list) and item.title == "Memo Internal")
    page = str(reader.get_destination_page_number(memo) + 1)
    told = subprocess.run(
        ["pdftotext", "-f", page, "-l", page, str(pdf), "-"], capture_output=True, text=True, check=True
    )

    assert "Memo ini menyertai naskah untuk Bupati Wanasagara." in " ".join(told.stdout.split())
