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

from pipeline import archive, build
from pipeline.archive import digest
from pipeline.documents.registry import DOKUMEN
from pipeline.domain.periode import Periode
from pipeline.inputs.rewrite import written
from pipeline.problems import ExitCode, KinerjaError
from pipeline.word.package import unpack

SHIPPED = Path(__file__).parent.parent
TW1, TW3 = Periode(2026, 1), Periode(2026, 3)
UNITS = ("sekretariat", "bidang-pengadaan", "bidang-mutasi", "bidang-pengembangan")
DOCX = {f"{row.key}.docx" for row in DOKUMEN if not row.per_unit} | {f"lembar-unit-{unit}.docx" for unit in UNITS}
LAPORAN = f"{build.LAPORAN}.pdf"
ALL = {*DOCX, LAPORAN}


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


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped inputs with one-line templates, their naskah signed as these templates word it."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(SHIPPED / "data", root / "data")
    (root / "templates").mkdir()
    for key in ("lampiran", "lembar-draf", "pindaian"):
        shutil.copy(SHIPPED / "templates" / f"{key}.docx", root / "templates")
    for row in DOKUMEN:
        _template(root, row.key, row.key)
    _template(root, "dokumen-pengukuran-kinerja", "Dokumen {{ badan }}")
    for tw in (1, 2, 3):
        _sign(root, Periode(2026, tw))
    return root


@pytest.fixture
def root(shipped: Path, tmp_path: Path) -> Path:
    shutil.copytree(shipped, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _sign(root: Path, periode: Periode) -> None:
    """Record that the naskah was signed as its templates word it now."""
    bahan = build.check(root, periode).bahan
    assert bahan is not None
    _langkah(root, "penandatanganan", periode, sidik_teks=build.naskah_text(root, bahan))


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
    reader = PdfReader(io.BytesIO(_contents(root, TW3)[LAPORAN]))
    titles = [item.title for item in reader.outline if not isinstance(item, list)]

    assert titles[:3] == ["Surat Pengantar", "Dokumen Pengukuran Kinerja", "Lembar Pengesahan"]
    assert [title.partition(": ")[0] for title in titles[3:7]] == ["Lembar Pengukuran Kinerja"] * 4
    assert titles[7:12] == [
        *("Undangan Rapat", "Daftar Hadir", "Rekapitulasi Data Hasil Rapat", "Notulen Rapat"),
        "Berita Acara Hasil Validasi",
    ]
    assert titles[12].startswith("Lampiran 1: ")
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
        ("cli.stage.convert", 1, 12),
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

    assert report.checked.stops
    assert _found(report) == [
        ("lembar-pengesahan", "templat-blok-kurang"),
        ("lembar-pengesahan", "templat-sintaks"),
        ("surat-pengantar", "templat-isian"),
    ]
    assert office.asked == []
    assert _contents(root) == {}


def test_all_faults_of_all_templates_are_told_and_those_of_a_shared_template_once(root: Path) -> None:
    _template(root, "surat-pengantar", "{{ tidak_ada }} {{ kepada }")
    _template(root, "lampiran", "{{ judul }}{% for %}{{ gambr }}")
    more = "\n  - {judul: Suasana rapat, berkas: 2026/tw3/lampiran/suasana-rapat.png}"
    _replace(root / "data" / "dokumen.yaml", "\nlampiran:", "\nlampiran:" + more)
    report = _report(root, Office(), TW3)

    assert _found(report) == [
        ("lampiran", "templat-blok-kurang"),
        ("lampiran", "templat-sintaks"),
        ("surat-pengantar", "templat-isian"),
        ("surat-pengantar", "templat-kurung"),
    ]


def _found(report: build.Report) -> list[tuple[str, str]]:
    stopping = (each for each in report.checked.all_problems if each.stops and each.word)
    return sorted((Path(each.word.file).stem, each.code) for each in stopping if each.word)


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
    _unsigned(root)
    _report(root)
    _replace(root / "data" / "dokumen.yaml", "judul: Surat Pengantar", "judul: Surat")
    report = _report(root, Office(MISSING))

    assert report.removed == (LAPORAN,)
    assert set(_contents(root)) == {*DOCX, "manifest.json"}


def test_without_libreoffice_a_signed_packet_stays_whole(root: Path) -> None:
    _report(root)
    before = _contents(root)
    _replace(root / "data" / "dokumen.yaml", "judul: Surat Pengantar", "judul: Surat")
    report = _report(root, Office(MISSING))

    assert not report.made
    assert [failure.exit_code for failure in report.failures] == [ExitCode.PROGRAM_MISSING]
    assert _contents(root) == before


def _unsigned(root: Path) -> None:
    """The packet before step 9: siap."""
    file = root / "data" / "2026" / "tw1" / "langkah.yaml"
    text = file.read_text(encoding="utf-8")
    signed, rest = text.index("penandatanganan:"), text.index("penyerahan:")
    file.write_text(text[:signed] + text[rest:], encoding="utf-8")


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


def test_a_document_taken_out_of_the_pdf_is_still_made_and_what_people_put_there_stays(root: Path) -> None:
    _report(root)
    (root / "output" / str(TW1) / "catatan.txt").write_text("punya orang", encoding="utf-8")
    _replace(root / "data" / "dokumen.yaml", "  - dokumen: lembar-pengesahan\n    judul: Lembar Pengesahan\n", "")
    office = Office()
    _report(root, office)

    assert office.asked[-1] == "berita-acara-validasi" and "lembar-pengesahan" not in office.asked
    assert set(_contents(root)) == {*ALL, "manifest.json", "catatan.txt"}


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
    assert office.asked == ["lembar-draf", "surat-pengantar", "lampiran-1"]
    draft = _contents(root, TW3)[f"{build.LAPORAN}-draf.pdf"]
    assert len(PdfReader(io.BytesIO(draft)).pages) == 1 + 1 + 1 + 3


# --- draf, siap, sah -----------------------------------------------------------------------------------------------


def _langkah(root: Path, key: str, periode: Periode = TW1, **values: str | None) -> None:
    """Take a record's keys out of langkah.yaml, or set them, as somebody does by hand."""
    file = root / "data" / "2026" / f"tw{periode.tw}" / "langkah.yaml"
    changes = [((key, name), value) for name, value in values.items()]
    file.write_text(written(file.read_text(encoding="utf-8"), changes), encoding="utf-8")


def _keadaan(root: Path) -> str:
    manifest = archive.read_manifest(root / "output" / str(TW1))
    assert manifest is not None
    return manifest.origin.packet.keadaan


def test_a_packet_that_is_not_siap_is_a_draft_under_other_names_with_a_leading_sheet(root: Path) -> None:
    _langkah(root, "pemeriksaan", sidik=None)
    office = Office()
    report = _report(root, office)

    assert _keadaan(root) == "draf"
    assert set(report.files) == {f"{Path(n).stem}-draf{Path(n).suffix}" for n in ALL}
    assert office.asked[0] == "lembar-draf"
    pdf = PdfReader(io.BytesIO(_contents(root)[f"{build.LAPORAN}-draf.pdf"]))
    assert pdf.page_labels[0].startswith("Draf")
    assert all("DRAF" in page.extract_text() for page in pdf.pages)
    for name, content in _contents(root).items():
        if name.endswith(".docx"):
            assert b"DRAF" in b"".join(v for k, v in unpack(content).items() if k.startswith("word/header")), name


def test_a_packet_without_a_signature_is_siap_and_clean(root: Path) -> None:
    _unsigned(root)
    report = _report(root)

    assert _keadaan(root) == "siap"
    assert set(report.files) == ALL
    pdf = PdfReader(io.BytesIO(_contents(root)[LAPORAN]))
    assert not any("DRAF" in page.extract_text() for page in pdf.pages)


def test_final_makes_nothing_but_a_signed_packet(root: Path) -> None:
    _unsigned(root)
    report = build.report(root, TW1, progress=lambda *_, **__: None, convert=Office(), final=True)

    assert [failure.code for failure in report.failures] == ["cli.report.belum-sah"]
    assert _contents(root) == {}


def test_a_draft_leaves_a_signed_packet_as_it_is_and_says_that_it_is_superseded(root: Path) -> None:
    _report(root)
    signed = _contents(root)
    _replace(root / "data" / "2026" / "tw1" / "realisasi" / "bidang-mutasi.yaml", "uraian: ", "uraian: Uji ")
    report = _report(root)
    now = _contents(root)

    assert [note.code for note in report.notes] == ["cli.report.digantikan"]
    assert {name: now[name] for name in ALL} == {name: signed[name] for name in ALL}
    assert {name for name in now if "-draf" in name} == set(report.files)


def test_a_signed_packet_is_not_overwritten_by_an_unsigned_one(root: Path) -> None:
    _report(root)
    signed = _contents(root)
    _unsigned(root)
    report = _report(root)

    assert [failure.code for failure in report.failures] == ["cli.report.beku"]
    assert _contents(root) == signed


def test_a_template_changed_after_the_signature_is_reported_and_the_packet_stays(root: Path) -> None:
    _report(root)
    signed = _contents(root)
    _template(root, "lembar-pengesahan", "Kalimat lain")
    report = _report(root)

    assert report.made and report.files == {}
    assert [note.code for note in report.notes] == ["cli.report.templat-berubah"]
    assert _contents(root) == signed
    shutil.rmtree(root / "output")
    final = build.report(root, TW1, progress=lambda *_, **__: None, convert=Office(), final=True)
    assert [failure.code for failure in final.failures] == ["cli.report.teks-lain"]
    assert _contents(root) == {}
    assert [note.code for note in _report(root).notes] == ["cli.report.teks-berubah"]


def test_of_a_signed_packet_only_letter_scans_and_control_sheet_change(root: Path) -> None:
    _report(root)
    signed = _contents(root)
    _template(root, "surat-pengantar", "Surat lain")
    assert "surat-pengantar.docx" in _report(root).files
    later = _contents(root)
    assert {name for name in DOCX if later[name] != signed[name]} == {"surat-pengantar.docx"}

    _template(root, "undangan", "Undangan lain")
    for report in (
        _report(root),
        build.report_only(root, TW1, "undangan", progress=lambda *_, **__: None, convert=Office()),
    ):
        assert [note.code for note in report.notes] == ["cli.report.isi-berubah"]
        assert "undangan.docx" in report.notes[0].args["berkas"]
        assert _contents(root) == later


def test_one_document_alone_is_clean_as_soon_as_the_steps_before_it_are_done(root: Path) -> None:
    _langkah(root, "undangan", selesai=None)
    report = build.report_only(root, TW1, "undangan", progress=lambda *_, **__: None, convert=Office())
    assert set(report.files) == {"undangan.docx", "undangan.pdf"}

    _langkah(root, "kompilasi", selesai=None)
    report = build.report_only(root, TW1, "undangan", progress=lambda *_, **__: None, convert=Office())
    assert set(report.files) == {"undangan-draf.docx", "undangan-draf.pdf"}
    assert set(_contents(root)) == {
        *("undangan.docx", "undangan.pdf", "undangan-draf.docx", "undangan-draf.pdf", "manifest.json")
    }


def test_one_document_alone_whose_inputs_lack_something_says_what_and_where(root: Path) -> None:
    _replace(root / "data" / "2026" / "tw1" / "rapat.yaml", "  tempat: ", "  # tempat: ")
    report = build.report_only(root, TW1, "undangan", progress=lambda *_, **__: None, convert=Office())

    assert [(f.code, f.args_["tempat"]) for f in report.failures] == [
        ("cli.report.kurang", "data/2026/tw1/rapat.yaml:4:1")
    ]
    assert _contents(root) == {}


def test_a_scan_stands_in_the_pdf_for_the_page_that_was_signed(root: Path) -> None:
    scan = root / "data" / "2026" / "tw1" / "pindaian.pdf"
    scan.write_bytes(_pdf(2))
    _langkah(root, "penandatanganan", asli_basah=None, pindaian="2026/tw1/pindaian.pdf")
    office = Office()
    report = _report(root, office)
    titles = [item.title for item in PdfReader(io.BytesIO(_contents(root)[LAPORAN])).outline if "Pengesahan" in item]

    assert _keadaan(root) == "lengkap"
    assert "lembar-pengesahan" not in office.asked
    assert "lembar-pengesahan.docx" in report.files
    assert titles is not None


def test_an_electronic_signature_is_kept_byte_for_byte_beside_the_packet(root: Path) -> None:
    signed = _pdf(1)
    (root / "data" / "2026" / "tw1" / "tte.pdf").write_bytes(signed)
    _langkah(root, "penandatanganan", asli_basah=None, tte="2026/tw1/tte.pdf")
    _report(root)

    assert _contents(root)["lembar-pengesahan-tte.pdf"] == signed
