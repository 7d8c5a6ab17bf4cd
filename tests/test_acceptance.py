"""The shipped YAML goes in, what an agency would send comes out: read back with tools that nobody here wrote."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

PROJECT = Path(__file__).resolve().parent.parent
UNITS = ("sekretariat", "bidang-pengadaan", "bidang-mutasi", "bidang-pengembangan")
FILES = {
    *("lembar-disposisi.docx", "rekapitulasi-data.docx", "undangan.docx", "daftar-hadir.docx", "notulen.docx"),
    *("rekapitulasi-hasil-rapat.docx", "dokumen-pengukuran-kinerja.docx", "berita-acara-validasi.docx"),
    *("lembar-pemeriksaan.docx", "lembar-pengesahan.docx", "surat-pengantar.docx", "lembar-kendali-sop.docx"),
    *(f"lembar-unit-{unit}.docx" for unit in UNITS),
    "laporan-pengukuran-kinerja.pdf",
}
MILLIMETRE = 72 / 25.4


def _kinerja(root: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", "--bahasa", "id", "--root", str(root), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=PROJECT, env=os.environ | environ, timeout=240, check=False
    )


def _text(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return done.stdout


def _docx_text(file: Path) -> str:
    """Every paragraph, those of tables too, in order."""
    body = Document(str(file)).element.body
    return "\n".join("".join(_texts(paragraph)) for paragraph in body.iter(qn("w:p")))


def _texts(paragraph: Any) -> Iterator[str]:
    for piece in paragraph.iter(qn("w:t"), qn("w:tab")):
        if piece.tag == qn("w:t"):
            yield piece.text or ""
        elif piece.getparent().tag == qn("w:r"):
            yield "\t"


def _printed(number: str) -> str:
    """ "1234.50" as a document prints it: "1.234,50"."""
    return f"{Decimal(number):,f}".translate(str.maketrans(",.", ".,"))


def _without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


# --- the shipped quarter -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root after `kinerja report 2026-tw3`; `soffice.log` has a line for each start of LibreOffice."""
    root = tmp_path_factory.mktemp("shipped")
    for name in ("data", "templates"):
        shutil.copytree(PROJECT / name, root / name)
    real = shutil.which("soffice")
    assert real, "LibreOffice is missing: make test brings it"
    counting = root / "soffice"
    counting.write_text(f'#!/bin/sh\necho started >> "{root}/soffice.log"\nexec "{real}" "$@"\n', encoding="utf-8")
    counting.chmod(0o755)
    done = _kinerja(root, "report", "2026-tw3", KINERJA_SOFFICE=str(counting))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"Laporan 2026-tw3 dibuat di {root}/output/2026-tw3")
    return root


@pytest.fixture(scope="module")
def pdf(shipped: Path) -> Path:
    return shipped / "output" / "2026-tw3" / "laporan-pengukuran-kinerja.pdf"


@pytest.fixture(scope="module")
def reader(pdf: Path) -> PdfReader:
    return PdfReader(pdf)


def _outline(items: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every bookmark with the titles above it and its own."""
    last = above
    for item in items:
        if isinstance(item, list):
            yield from _outline(item, last)
        else:
            last = (*above, str(item.title))
            yield last, item


def test_one_command_makes_every_paper_of_the_sop_and_starts_libreoffice_once(shipped: Path) -> None:
    made = {path.name for path in (shipped / "output" / "2026-tw3").iterdir()}

    assert made == {*FILES, "manifest.json"}
    assert (shipped / "soffice.log").read_text(encoding="utf-8") == "started\n"


def test_qpdf_finds_nothing(pdf: Path) -> None:
    done = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_no_tag_of_a_template_and_no_word_of_python_reaches_a_document(shipped: Path, pdf: Path) -> None:
    folder = shipped / "output" / "2026-tw3"
    texts = [_text(pdf), *(_docx_text(file) for file in folder.glob("*.docx"))]

    assert len(texts) == len(FILES)
    for text in texts:
        assert not re.findall(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bTrue\b|\bFalse\b|\bnan\b|Undefined|Error:", text)


def test_the_measurement_document_prints_every_number_of_measure(shipped: Path) -> None:
    values = json.loads(_kinerja(shipped, "measure", "2026-tw3", "--json").stdout)
    text = _docx_text(shipped / "output" / "2026-tw3" / "dokumen-pengukuran-kinerja.docx")
    cells = set(text.splitlines())

    for row in values["indikator"]:
        assert row["nama"] in text
        for key in ("capaian_tw", "capaian_tahun"):
            assert row[key] is None or any(cell.startswith(_printed(row[key])) for cell in cells), (row["kode"], key)
    for row in (*values["sasaran"], values):
        assert {_printed(row["capaian_tw"]), _printed(row["capaian_tahun"])} <= cells
    assert _printed(values["anggaran"]["serapan"]) in text


def test_the_pdf_prints_the_row_of_every_indikator_as_measure_says_it(shipped: Path, pdf: Path) -> None:
    values = json.loads(_kinerja(shipped, "measure", "2026-tw3", "--json").stdout)
    lines = _text(pdf).splitlines()

    for row in values["indikator"]:
        cells = [_cell(row[key]) for key in ("target_tahun", "target_tw", "realisasi")]
        for key, status in (("capaian_tw", "status"), ("capaian_tahun", "status_tahun")):
            star = "*" if row[key] != row[f"{key}_tanpa_batas"] else ""
            cells.append(_cell(row[key]) + star if row[key] else row[status].split()[0])
        cells.append(row["predikat"] or "–")
        printed = re.compile(rf" {re.escape(row['kode'])} .*\s" + r"\s+".join(map(re.escape, cells)))
        assert any(printed.search(line) for line in lines), (row["kode"], cells)
    means = [*((f"sasaran {row['kode']}", row) for row in values["sasaran"]), ("Badan", values)]
    for name, row in means:
        numbers = rf"{re.escape(_printed(row['capaian_tw']))}\s+{re.escape(_printed(row['capaian_tahun']))}"
        assert any(re.search(rf"capaian {name}.*\s{numbers}\s", line) for line in lines), name


def _cell(value: Any) -> str:
    """A target or realisasi as the wide table prints it: a number, a range, a label, or a dash for none."""
    if isinstance(value, dict):
        return f"{_printed(value['min'])}–{_printed(value['max'])}"
    if value is None:
        return "–"
    return _printed(value) if re.fullmatch(r"-?[\d.]+", value) else str(value)


def test_the_parts_stand_in_the_order_of_dokumen_yaml_with_their_headings_beneath(reader: PdfReader) -> None:
    outline = list(_outline(reader.outline))
    tops = [titles[0] for titles, _ in outline if len(titles) == 1]

    assert tops[:3] == ["Surat Pengantar", "Dokumen Pengukuran Kinerja", "Lembar Pengesahan"]
    assert [title.split(":")[0] for title in tops[3:7]] == ["Lembar Pengukuran Kinerja"] * len(UNITS)
    assert tops[7:12] == [
        *("Undangan Rapat", "Daftar Hadir", "Rekapitulasi Data Hasil Rapat", "Notulen Rapat"),
        "Berita Acara Hasil Validasi",
    ]
    assert [title.split(":")[0] for title in tops[12:]] == ["Lampiran 1", "Lampiran 2"]
    beneath = [titles[1] for titles, _ in outline if titles[0] == tops[1] and len(titles) == 2]
    assert [t.split()[1] for t in beneath if t.startswith("BAB ")] == ["I", "II", "III", "IV", "V"]
    assert any(len(titles) == 4 for titles, _ in outline)


def test_the_contents_page_agrees_with_the_bookmarks_in_pdf_and_docx(shipped: Path, reader: PdfReader) -> None:
    labels = reader.page_labels
    in_pdf = _contents("\n".join(reader.pages[labels.index(n)].extract_text() for n in ("3", "4")))
    docx = _docx_text(shipped / "output" / "2026-tw3" / "dokumen-pengukuran-kinerja.docx")
    in_docx = _contents(docx.partition("Daftar Isi\n")[2])
    marked = [
        (_without_space(titles[-1]).casefold(), labels[reader.get_destination_page_number(item) or 0])
        for titles, item in _outline(reader.outline)
        if len(titles) > 1 and titles[0] == "Dokumen Pengukuran Kinerja"
    ]

    assert len(marked) > 30
    assert [(title, in_pdf.get(title)) for title, _ in marked] == marked
    assert [(title, in_docx.get(title)) for title, _ in marked] == marked


def _contents(text: str) -> dict[str, str]:
    """Title without spaces and capitals → page number, from lines that end in a number."""
    entries: dict[str, str] = {}
    title = ""
    for line in text.removeprefix("DAFTAR ISI\n").splitlines():
        found = re.fullmatch(r"(.*?)[\s.…]*?(\d{1,3})\s*", line)
        title += _without_space(found[1] if found else line)
        if found:
            entries.setdefault(title.strip(".").casefold(), found[2])
            title = ""
    return entries


def test_the_contents_page_links_to_what_it_names(reader: PdfReader) -> None:
    labels = reader.page_labels
    page = reader.pages[labels.index("3")]
    links = [a.get_object() for a in page["/Annots"] if a.get_object()["/Subtype"] == "/Link"]  # type: ignore[attr-defined]

    assert len(links) > 25
    for link in links:
        assert "/Dest" in link or link["/A"]["/S"] == "/GoTo"


def test_metadata_labels_and_language_are_those_of_the_agency(reader: PdfReader) -> None:
    meta = reader.metadata

    assert meta is not None
    assert meta.title == "Laporan Pengukuran Kinerja Triwulan III Tahun 2026"
    assert meta.author == "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
    assert meta.subject and "Pemerintah Kabupaten Wanasagara" in meta.subject
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"  # type: ignore[index]
    assert reader.page_labels[0] == "Surat Pengantar 1"
    assert reader.page_labels[1:4] == ["1", "2", "3"]


def test_the_report_is_on_the_agencys_paper_with_the_wide_table_across(reader: PdfReader) -> None:
    sizes = {(round(p.mediabox.width / MILLIMETRE), round(p.mediabox.height / MILLIMETRE)) for p in reader.pages}

    assert sizes == {(210, 297), (297, 210)}


def test_building_again_without_libreoffice_keeps_what_still_fits_and_says_what_is_missing(shipped: Path) -> None:
    folder = shipped / "output" / "2026-tw3"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = _kinerja(shipped, "report", "2026-tw3", KINERJA_SOFFICE="tidak-ada")

    assert done.returncode == 3
    assert "LibreOffice" in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


# --- ten kinds of broken YAML --------------------------------------------------------------------------------------


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _line(file: Path, text: str) -> int:
    return next(n for n, line in enumerate(file.read_bytes().split(b"\n"), 1) if text.encode() in line)


def test_ten_kinds_of_broken_yaml_are_ten_located_problems_and_output_stays(tmp_path: Path) -> None:
    for name in ("data", "templates"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    output = tmp_path / "output" / "2026-tw3"
    output.mkdir(parents=True)
    (output / "laporan-pengukuran-kinerja.pdf").write_bytes(b"%PDF yang lama")
    tw3 = tmp_path / "data" / "2026" / "tw3"
    mutasi, pengadaan = tw3 / "realisasi" / "bidang-mutasi.yaml", tw3 / "realisasi" / "bidang-pengadaan.yaml"
    _edit(mutasi, "    pembilang: 541", "    pembilan: 541")
    _edit(mutasi, "    realisasi: 331", "    realisasi: 331,5")
    _edit(mutasi, "  - kode: IK-3.2", "  - kode: IK-3.9")
    _edit(mutasi, "batas_waktu: 2026-10-30", "batas_waktu: 2026-10-32")
    _edit(pengadaan, "unit: bidang-pengadaan\n", "unit: bidang-pengadaan\nunit: bidang-pengadaan\n")
    (tw3 / "validasi" / "bidang-pengembangan.yaml").write_bytes(b"")
    _edit(tw3 / "langkah.yaml", "penyusunan:", "\tpenyusunan:")
    surat = tw3 / "surat-pengantar.yaml"
    surat.write_bytes(surat.read_bytes().replace(b"Bupati Wanasagara", b"Bupati Wanas\xe1gara"))
    _edit(tmp_path / "data" / "dokumen.yaml", "dokumen: lembar-pengesahan", "dokumen: lembar-pengesahaan")
    _edit(tmp_path / "data" / "badan.yaml", "    nip: 196908141994031007\n", "")

    checked = _kinerja(tmp_path, "check", "2026-tw3", "--json")
    problems = {p["file"]: [] for p in json.loads(checked.stdout)}
    for problem in json.loads(checked.stdout):
        problems[problem["file"]].append((problem["code"], problem["line"]))
    done = _kinerja(tmp_path, "report", "2026-tw3")

    realisasi = "data/2026/tw3/realisasi/bidang-mutasi.yaml"
    expected = {
        (realisasi, "kunci-tidak-dikenal", _line(mutasi, "pembilan:")),
        (realisasi, "koma-desimal", _line(mutasi, "331,5")),
        (realisasi, "kode-tidak-dikenal", _line(mutasi, "IK-3.9")),
        (realisasi, "tanggal-mustahil", _line(mutasi, "2026-10-32")),
        ("data/2026/tw3/realisasi/bidang-pengadaan.yaml", "kunci-ganda", _line(pengadaan, "unit:") + 1),
        ("data/2026/tw3/validasi/bidang-pengembangan.yaml", "berkas-kosong", 1),
        ("data/2026/tw3/langkah.yaml", "tab", _line(tw3 / "langkah.yaml", "\tpenyusunan")),
        ("data/2026/tw3/surat-pengantar.yaml", "bukan-utf8", 7),
        ("data/dokumen.yaml", "dokumen-tidak-dikenal", _line(tmp_path / "data" / "dokumen.yaml", "pengesahaan")),
    }
    found = {(file, code, line) for file, each in problems.items() for code, line in each}
    assert expected - found == set()
    assert ("data/badan.yaml", "kunci-hilang") in {(file, code) for file, code, _ in found}
    assert checked.returncode == done.returncode == 1
    for file, _, line in expected:
        assert f"{file}:{line}:" in done.stderr
    assert {path.name: path.read_bytes() for path in output.iterdir()} == {
        "laporan-pengukuran-kinerja.pdf": b"%PDF yang lama"
    }


# --- another agency ------------------------------------------------------------------------------------------------

OTHER = {
    "badan.yaml": """
        badan:
          pemerintah: Pemerintah Kota Sungai Madu
          nama: Badan Kesatuan Bangsa & Politik
          singkatan: Kesbangpol
          tempat: Muara Jernih
          alamat: Jalan Dermaga Nomor 7
          kertas: F4
        unit:
          - {kode: sekretariat, nama: Sekretariat}
          - {kode: bidang-bangsa, nama: Bidang Bina Ideologi}
        pejabat:
          - peran: kepala_badan
            jabatan: Kepala Badan
            nama: Dra. Melati Anjani
            nip: 197203041998032001
            pangkat: Pembina Utama Muda
            golongan: IV/c
            berlaku_sejak: 2024-01-01
        kebijakan:
          - berlaku_sejak: 2024-01-01
            batas: tanpa
            pembulatan: {cara: potong, tempat: 1}
            skala_predikat: empat-tingkat
        skala_predikat:
          - nama: empat-tingkat
            rentang:
              - {di_atas: 100, predikat: Sangat Baik}
              - {di_atas: 75, predikat: Baik}
              - {di_atas: 55, predikat: Cukup}
              - {predikat: Kurang}
        """,
    "dokumen.yaml": """
        paket:
          - {dokumen: dokumen-pengukuran-kinerja, judul: Dokumen}
          - {dokumen: lembar-pengesahan, judul: Pengesahan}
          - {dokumen: surat-pengantar, judul: Surat}
        """,
    "2027/perjanjian-kinerja.yaml": """
        tahun: 2027
        sasaran:
          - kode: "1"
            nama: Meningkatnya kerukunan
            indikator:
              - kode: "1.10"
                nama: Jumlah forum kerukunan
                satuan: forum
                penanggung_jawab: sekretariat
                akumulasi: jumlah
                desimal: 0
                target: {tahun: 12, tw1: 3, tw2: 3, tw3: 3, tw4: 3}
              - kode: "1.2"
                nama: Rata-rata hari penanganan konflik <sosial>
                satuan: hari
                penanggung_jawab: bidang-bangsa
                arah: turun
                akumulasi: posisi
                desimal: 0
                target: {tahun: 9, tw1: 12, tw2: 11, tw3: 10, tw4: 9}
          - kode: "2"
            nama: Meningkatnya partisipasi
            indikator:
              - kode: "2.1"
                nama: Persentase partisipasi
                satuan: persen
                penanggung_jawab: bidang-bangsa
                akumulasi: posisi
                target: {tahun: 80, tw1: 60, tw2: 70, tw3: 75, tw4: 80}
        """,
    "2027/tw1/realisasi/sekretariat.yaml": """
        unit: sekretariat
        realisasi:
          - {kode: "1.10", realisasi: 5}
        """,
    "2027/tw1/realisasi/bidang-bangsa.yaml": """
        unit: bidang-bangsa
        realisasi:
          - {kode: "1.2", realisasi: 13}
          - {kode: "2.1", realisasi: 40}
        """,
}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another agency with the shipped templates: no cap, another scale, one place cut off, F4, two units."""
    root = tmp_path_factory.mktemp("other")
    shutil.copytree(PROJECT / "templates", root / "templates")
    for name, text in OTHER.items():
        (root / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / name).write_text(text, encoding="utf-8")
    done = _kinerja(root, "report")
    assert done.returncode == 0, done.stderr
    return root


def test_another_agency_is_measured_by_its_own_policy(other: Path) -> None:
    values = json.loads(_kinerja(other, "measure", "--json").stdout)

    assert [(r["kode"], r["capaian_tw"], r["predikat"]) for r in values["indikator"]] == [
        ("1.10", "166.6", "Sangat Baik"),
        ("1.2", "91.6", "Baik"),
        ("2.1", "66.6", "Cukup"),
    ]
    assert (values["capaian_tw"], values["predikat"]) == ("108.3", "Sangat Baik")
    assert [r["capaian_tw"] for r in values["sasaran"]] == ["129.1", "66.6"]


def test_another_agencys_report_is_on_its_paper_in_its_order_with_its_numbers(other: Path) -> None:
    pdf = other / "output" / "2027-tw1" / "laporan-pengukuran-kinerja-draf.pdf"
    reader, text = PdfReader(pdf), _text(pdf)
    sizes = {(round(p.mediabox.width / MILLIMETRE), round(p.mediabox.height / MILLIMETRE)) for p in reader.pages}

    assert sizes == {(215, 330), (330, 215)}
    titles = [i.title for i in reader.outline if not isinstance(i, list)]
    assert titles == ["Draf: yang belum ada", "Dokumen", "Pengesahan", "Surat"]
    assert {"166,6", "91,6", "66,6", "108,3"} <= set(re.findall(r"\d+,\d+", text))
    assert "konflik <sosial>" in re.sub(r"\s+", " ", text)
    assert "BADAN KESATUAN BANGSA & POLITIK" in re.sub(r"\s+", " ", text)
    for shipped in ("Wanasagara", "BKPSDM", "Sangat Tinggi", "120 %", "120\u00a0%"):
        assert shipped not in text
