"""The whole flow with a LibreOffice that is a function: what is written, what stays, and what is said when it fails."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from pipeline import build
from pipeline.archive import digest
from pipeline.domain.periode import Periode
from pipeline.problems import ExitCode, KinerjaError

SHIPPED = Path(__file__).parent.parent
TW1, TW3 = Periode(2026, 1), Periode(2026, 3)
DOCX = {"surat-pengantar.docx", "dokumen-pengukuran-kinerja.docx", "lembar-pengesahan.docx"}
ALL = {*DOCX, build.LAPORAN}


def _pdf(pages: int = 1, locked: bool = False) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if locked:
        writer.encrypt("rahasia")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


class Office:
    """Remembers what it was asked and answers with one blank page a document, or with an error."""

    def __init__(self, error: KinerjaError | None = None) -> None:
        self.error = error
        self.asked: list[str] = []

    def __call__(
        self, documents: Mapping[str, bytes], *, dated: date, progress: Callable[[float, int], None]
    ) -> dict[str, bytes]:
        self.asked += documents
        progress(0.1, 1)
        if self.error:
            raise self.error
        return {name: _pdf() for name in documents}


MISSING = KinerjaError(ExitCode.PROGRAM_MISSING, "render.soffice.tidak_ada", program="soffice")
FAILED = KinerjaError(ExitCode.CONVERSION_FAILED, "render.soffice.waktu", detik="180", dokumen="surat")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The shipped inputs with three one-line templates."""
    shutil.copytree(SHIPPED / "data", tmp_path / "data")
    (tmp_path / "templates").mkdir()
    shutil.copy(SHIPPED / "templates" / "lampiran.docx", tmp_path / "templates")
    _template(tmp_path, "surat-pengantar", "Surat")
    _template(tmp_path, "dokumen-pengukuran-kinerja", "Dokumen {{ badan }}")
    _template(tmp_path, "lembar-pengesahan", "Lembar")
    return tmp_path


def _template(root: Path, name: str, text: str) -> None:
    document = Document()
    document.add_paragraph(text)
    document.save(str(root / "templates" / f"{name}.docx"))


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _report(root: Path, office: Office | None = None, periode: Periode = TW1) -> build.Report:
    return build.report(root, periode, progress=lambda code, done=0, total=0: None, convert=office or Office())


def _contents(root: Path, periode: Periode = TW1) -> dict[str, bytes]:
    folder = root / "output" / str(periode)
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def test_a_report_is_its_documents_one_pdf_and_a_manifest_of_what_they_came_from(root: Path) -> None:
    report = _report(root, periode=TW3)
    files = _contents(root, TW3)
    manifest = json.loads(files["manifest.json"])

    assert report.made
    assert report.failures == ()
    assert set(report.files) == ALL
    assert set(files) == {*ALL, "manifest.json"}
    assert manifest["berkas"] == {name: digest(files[name]) for name in report.files}
    for name in ("data/badan.yaml", "data/2026/tw3/realisasi/sekretariat.yaml", "templates/surat-pengantar.docx"):
        assert manifest["masukan"][name] == digest((root / name).read_bytes())
    assert any("lampiran/" in name for name in manifest["masukan"])


def test_the_merged_pdf_has_each_part_in_order_with_a_bookmark_and_labels(root: Path) -> None:
    office = Office()
    _report(root, office, TW3)
    reader = PdfReader(io.BytesIO(_contents(root, TW3)[build.LAPORAN]))
    titles = [item.title for item in reader.outline if not isinstance(item, list)]

    assert titles[:3] == ["Surat Pengantar", "Dokumen Pengukuran Kinerja", "Lembar Pengesahan"]
    assert titles[3].startswith("Lampiran 1: ")
    assert reader.page_labels[0] == "Surat Pengantar 1"
    assert reader.metadata is not None
    assert reader.metadata.title == "Laporan Pengukuran Kinerja Triwulan III Tahun 2026"
    assert [name for name in office.asked if name.startswith("lampiran")] == ["lampiran-2"]


def test_stages_are_told_in_order_and_conversion_tells_how_far_it_is(root: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build.report(root, TW1, progress=lambda code, done=0, total=0: told.append((code, done, total)), convert=Office())

    assert told == [
        ("cli.stage.check", 0, 0),
        ("cli.stage.render", 0, 0),
        ("cli.stage.convert", 0, 0),
        ("cli.stage.convert", 1, 3),
        ("cli.stage.bundle", 0, 0),
        ("cli.stage.keep", 0, 0),
    ]


def test_the_same_inputs_make_the_same_bytes(root: Path) -> None:
    _report(root)
    first = _contents(root)
    report = _report(root)

    assert _contents(root) == first
    assert report.kept == report.removed == ()


def test_problems_stop_the_report_and_output_stays(root: Path) -> None:
    _report(root)
    before = _contents(root)
    _replace(root / "data" / "badan.yaml", "badan:", "badann:")
    office = Office()
    report = _report(root, office)

    assert report.checked.stops
    assert not report.made
    assert office.asked == []
    assert _contents(root) == before


@pytest.mark.parametrize(
    ("unit", "old", "new", "code"),
    [
        ("pengembangan", "realisasi: 22\n", "realisasi: 1.490\n", "ribuan-atau-desimal"),
        ("mutasi", "realisasi: 331\n", "realisasi: 33,1\n", "koma-desimal"),
    ],
)
def test_of_a_line_that_is_wrong_nothing_lesser_is_said(root: Path, unit: str, old: str, new: str, code: str) -> None:
    file = f"data/2026/tw3/realisasi/bidang-{unit}.yaml"
    _mistyped(root / file, old, new)
    problems = build.check(root, TW3).problems

    assert [p.code for p in problems if p.source and p.source.file == file and new.strip() in p.source.text] == [code]


def test_of_a_file_that_could_not_be_read_to_its_end_no_warning_is_given(root: Path) -> None:
    file = "data/2026/tw3/realisasi/bidang-mutasi.yaml"
    _mistyped(root / file, "  - kode: IK-1.3\n", "  - kode IK-1.3\n")
    problems = build.check(root, TW3).problems

    assert [p for p in problems if p.stops and p.source and p.source.file == file]
    assert all(p.stops for p in problems if p.source and p.source.file.endswith("realisasi/bidang-mutasi.yaml"))


def _mistyped(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_template_at_fault_is_named_before_anything_is_converted(root: Path) -> None:
    _template(root, "surat-pengantar", "{{ tidak_ada }}")
    _template(root, "lembar-pengesahan", "{% if %}")
    office = Office()
    report = _report(root, office)

    assert [failure.exit_code for failure in report.failures] == [ExitCode.PROBLEMS] * 2
    assert {failure.args_["template"] for failure in report.failures} == {
        "surat-pengantar.docx",
        "lembar-pengesahan.docx",
    }
    assert office.asked == []
    assert _contents(root) == {}


def test_all_faults_of_all_templates_are_told_and_those_of_a_shared_template_once(root: Path) -> None:
    _template(root, "surat-pengantar", "{{ tidak_ada }} {{ kepada }")
    _template(root, "lampiran", "{{ judul }}{% for %}{{ gambr }}")
    more = "\n  - {judul: Suasana rapat, berkas: 2026/tw3/lampiran/suasana-rapat.png}"
    _replace(root / "data" / "dokumen.yaml", "\nlampiran:", "\nlampiran:" + more)
    report = _report(root, Office(), TW3)

    assert [(f.args_["template"], f.code.removeprefix("render.template.")) for f in report.failures] == [
        ("surat-pengantar.docx", "kurung"),
        ("surat-pengantar.docx", "nama.asing"),
        ("lampiran.docx", "tag"),
    ]


def test_an_attached_pdf_that_is_locked_stops_before_anything_is_converted(root: Path) -> None:
    attached = next((root / "data" / "2026" / "tw3" / "lampiran").glob("*.pdf"))
    attached.write_bytes(_pdf(locked=True))
    office = Office()
    report = _report(root, office, TW3)

    assert [failure.code for failure in report.failures] == ["render.lampiran.terkunci"]
    assert not report.made
    assert office.asked == []


def test_without_libreoffice_the_documents_are_made_and_the_failure_says_so(root: Path) -> None:
    report = _report(root, Office(MISSING))

    assert report.made
    assert set(_contents(root)) == {*DOCX, "manifest.json"}
    assert [failure.exit_code for failure in report.failures] == [ExitCode.PROGRAM_MISSING]


def test_without_libreoffice_a_pdf_of_other_contents_goes(root: Path) -> None:
    _report(root)
    _replace(root / "data" / "badan.yaml", "nama: ", "nama: Uji ")
    report = _report(root, Office(MISSING))

    assert report.removed == (build.LAPORAN,)
    assert set(_contents(root)) == {*DOCX, "manifest.json"}


def test_without_libreoffice_a_pdf_of_the_same_contents_stays_and_so_do_the_documents(root: Path) -> None:
    _report(root)
    before = _contents(root)
    report = _report(root, Office(MISSING))

    assert report.made
    assert report.files == {}
    assert _contents(root) == before


def test_a_conversion_that_fails_leaves_output_as_it_was(root: Path) -> None:
    _report(root)
    before = _contents(root)
    _replace(root / "data" / "badan.yaml", "nama: ", "nama: Uji ")

    with pytest.raises(KinerjaError) as caught:
        _report(root, Office(FAILED))

    assert caught.value.exit_code is ExitCode.CONVERSION_FAILED
    assert _contents(root) == before


def test_a_document_taken_out_of_the_packet_goes_and_what_people_put_there_stays(root: Path) -> None:
    _report(root)
    (root / "output" / str(TW1) / "catatan.txt").write_text("punya orang", encoding="utf-8")
    _replace(root / "data" / "dokumen.yaml", "  - dokumen: lembar-pengesahan\n    judul: Lembar Pengesahan\n", "")
    report = _report(root)

    assert report.removed == ("lembar-pengesahan.docx",)
    assert set(_contents(root)) == {*ALL, "manifest.json", "catatan.txt"} - {"lembar-pengesahan.docx"}


def test_what_is_typed_while_libreoffice_works_is_not_what_the_report_was_made_from(root: Path) -> None:
    badan = root / "data" / "badan.yaml"
    before = digest(badan.read_bytes())

    class Slow(Office):
        def __call__(self, *args: object, **named: object) -> dict[str, bytes]:
            _replace(badan, "nama: ", "nama: Uji ")
            return super().__call__(*args, **named)  # type: ignore[arg-type]

    _report(root, Slow())

    assert json.loads(_contents(root)["manifest.json"])["masukan"]["data/badan.yaml"] == before


def test_a_lampiran_is_what_it_holds_whatever_it_is_called(root: Path) -> None:
    picture = root / "data" / "2026" / "tw3" / "lampiran" / "suasana-rapat.png"
    other = root / "data" / "2026" / "tw3" / "lampiran" / "grafik-pemenuhan-20-jp.png"
    other.write_bytes(_pdf(3))
    picture.rename(picture.with_name("foto.pdf"))
    lampiran = "paket:\n  - {dokumen: surat-pengantar, judul: Surat}\nlampiran:\n"
    for name in ("foto.pdf", other.name):
        lampiran += f"  - {{judul: Isi, berkas: 2026/tw3/lampiran/{name}, periode: 2026-tw3}}\n"
    (root / "data" / "dokumen.yaml").write_text(lampiran, encoding="utf-8")
    _replace(root / "data" / "2026" / "tw3" / "rapat.yaml", "lampiran/suasana-rapat.png", "lampiran/foto.pdf")
    office = Office()
    report = _report(root, office, TW3)

    assert report.made
    assert office.asked == ["surat-pengantar", "lampiran-1"]
    assert len(PdfReader(io.BytesIO(_contents(root, TW3)[build.LAPORAN])).pages) == 1 + 1 + 3
