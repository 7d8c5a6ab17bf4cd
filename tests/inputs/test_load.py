"""A whole data/ folder: what is read, what is refused, and what later checks still see of a faulty one."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.domain.periode import Periode
from pipeline.inputs.load import load, located, periods
from pipeline.problems import Problem

if TYPE_CHECKING:
    from tests.inputs.conftest import Root

BADAN = "data/badan.yaml"
PK = "data/2026/perjanjian-kinerja.yaml"
DATA = "data/2026/tw1/realisasi/bidang-data.yaml"
SEKRETARIAT = "data/2026/tw1/realisasi/sekretariat.yaml"


def test_a_sound_agency_has_no_problems(root: Root) -> None:
    loaded = root.load()
    assert loaded.problems == ()
    assert loaded.berkas
    assert [isi.isi.unit for isi in loaded.berkas.kini.realisasi] == ["bidang-data", "sekretariat"]
    isian = loaded.berkas.kini.realisasi[0].isi.realisasi[0]
    assert (isian.kode, str(isian.realisasi)) == ("1.10", "62.50")


def test_periods_are_the_folders_of_quarters_in_order_of_time(root: Root) -> None:
    for folder in ("2026/tw3", "2025/tw4", "2026/tw5", "2026/TW2", "arsip/tw1"):
        (root.path / "data" / folder).mkdir(parents=True)
    assert periods(root.path) == (Periode(2025, 4), Periode(2026, 1), Periode(2026, 3))
    assert periods(root.path / "tidak-ada") == ()


def test_ten_kinds_of_broken_yaml_are_found_in_one_run(root: Root) -> None:
    root.replace(BADAN, "tempat: Arunika", "tempta: Arunika")
    root.replace(BADAN, "  - kode: bidang-data\n    nama: Bidang Data\n", "  - kode: bidang-data\n")
    root.replace(BADAN, "2025-01-06", "2025-02-30")
    root.replace(PK, "akumulasi: posisi", "akumulasi: posisis")
    root.replace(PK, "program: [5.03.01]", "program: 5.03.01")
    root.replace(PK, "    nama: Program Kepegawaian\n", "    nama: Program Kepegawaian\n    nama: Program Lain\n")
    root.replace(DATA, "62.50", "62,50")
    root.replace(DATA, "kode: 5.03.01", "kode: 5.03.10")
    root.write(SEKRETARIAT, "unit: sekretariat\nrealisasi:\n\t- kode: IK-2\n")
    root.write("data/2026/tw1/validasi/bidang-data.yaml", b"unit: bidang-data\n# caf\xe9\n")
    root.write("data/2026/tw1/validasi/sekretariat.yaml", "")
    root.write("data/2026/tw1/rapat.yaml", 'undangan:\n  hal: "Rapat\n')
    (root.path / "data/2026/tw5").mkdir()
    assert root.found() == [
        "2026/tw5:1:1 folder-tidak-dikenal → tw4",
        "badan.yaml:5:3 kunci-tidak-dikenal → tempat",
        "badan.yaml:10:5 kunci-hilang",
        "badan.yaml:18:20 tanggal-mustahil",
        "2026/perjanjian-kinerja.yaml:10:20 pilihan-tidak-dikenal → posisi",
        "2026/perjanjian-kinerja.yaml:12:18 harus-daftar",
        "2026/perjanjian-kinerja.yaml:24:5 kunci-ganda",
        "2026/tw1/realisasi/bidang-data.yaml:4:16 koma-desimal → 62.50",
        "2026/tw1/realisasi/bidang-data.yaml:9:11 kode-tidak-dikenal → 5.03.01",
        "2026/tw1/realisasi/sekretariat.yaml:3:1 tab",
        "2026/tw1/validasi/bidang-data.yaml:2:6 bukan-utf8",
        "2026/tw1/validasi/sekretariat.yaml:1:1 berkas-kosong",
        "2026/tw1/rapat.yaml:2:8 kutip-tidak-ditutup",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (DATA, "realisasi: 62.50", "realisasi: {a: 1}", "4:16 bukan-angka"),
        (DATA, "realisasi: 25000000", "realisasi: Rp25.000.000", "10:16 bukan-angka → 25000000"),
        (DATA, "realisasi: 25000000", "realisasi: -1", "10:16 uang-negatif"),
        (DATA, "realisasi: 25000000", f"realisasi: {'9' * 30}", "10:16 angka-terlalu-panjang"),
        (DATA, "    realisasi: 62.50\n", "    realisasi: 62.50\n    pembilang: 1\n", "4:16 realisasi-dua-cara"),
        (DATA, "uraian: Rekap data", "uraian: ''", "6:17 teks-kosong"),
        (DATA, "uraian: Rekap data", "uraian: [a]", "6:17 bukan-teks"),
        (DATA, "uraian: Rekap data", "uraian:", "6:16 belum-ada-nilai"),
        (DATA, "rekap.csv", "rekap.xlsx", "7:17 berkas-rujukan-hilang → 2026/tw1/bukti/rekap.csv"),
        (DATA, "2026/tw1/bukti/rekap.csv", "/etc/passwd", "7:17 berkas-di-luar-data → passwd"),
        (DATA, "2026/tw1/bukti/rekap.csv", "../../rekap.csv", "7:17 berkas-di-luar-data → rekap.csv"),
        (DATA, "2026/tw1/bukti/rekap.csv", "C:/rekap.csv", "7:17 berkas-di-luar-data → rekap.csv"),
        (DATA, "2026/tw1/bukti/rekap.csv", "2026/tw1/bukti", "7:17 berkas-rujukan-hilang"),
        (DATA, "realisasi: 25000000", "realisasi: nihil", "10:16 bukan-angka → 0"),
        (DATA, "realisasi: 25000000", "realisasi: “490”", "10:16 bukan-angka → 490"),
        (DATA, "realisasi: 25000000", "realisasi: Rp25.000,-", "10:16 bukan-angka → 25000"),
        (DATA, "realisasi: 25000000", "realisasi: 25 juta 5", "10:16 bukan-angka"),
        (DATA, "      - uraian: Rekap data\n        berkas:", "      - Rekap data\n    x:", "6:9 teks-harus-berkunci"),
        (
            DATA,
            "      - uraian: Rekap",
            "      - uraian:Rekap\n      - uraian: Rekap",
            "6:9 spasi-sesudah-titik-dua → uraian: Rekap",
        ),
        (
            DATA,
            "    bukti:",
            "    faktor_pendorong:\n      - Dua: satu\n    bukti:",
            '6:12 titik-dua-dalam-nilai → - "Dua: satu"',
        ),
        (DATA, "    bukti:", "    faktor_pendorong:\n      - “A: b”\n    bukti:", '6:9 kutip-lengkung → - "A: b"'),
        (DATA, "    bukti:", "    faktor_pendorong: {a: b}\n    bukti:", "5:23 harus-daftar"),
        (DATA, "    bukti:", "    faktor_pendorong: [{a: b}]\n    bukti:", "5:24 bukan-teks"),
        (DATA, "    bukti:", "    faktor_pendorong:\n      -Satu\n      -Dua\n    bukti:", "6:7 spasi-sesudah-strip"),
        (
            DATA,
            "berkas: 2026/tw1/bukti/rekap.csv",
            "tautan: contoh.go.id/a",
            "7:17 bukan-tautan → https://contoh.go.id/a",
        ),
        (
            DATA,
            "berkas: 2026/tw1/bukti/rekap.csv",
            "tautan: http:/contoh.go.id",
            "7:17 bukan-tautan → http://contoh.go.id",
        ),
        (DATA, "berkas: 2026/tw1/bukti/rekap.csv", "tautan: rak arsip 3", "7:17 bukan-tautan"),
        (SEKRETARIAT, "penyebut: 10", "penyebut: 10\n    realisasi: 90", "6:16 realisasi-dua-cara"),
        (SEKRETARIAT, "penyebut: 10", "penyebut: -10", "5:15 terlalu-kecil"),
        (SEKRETARIAT, "kode: IK-2", "kode: IK-3", "3:11 kode-tidak-dikenal → IK-2"),
        (SEKRETARIAT, "unit: sekretariat", "unit: sekretaris", "1:7 kode-tidak-dikenal → sekretariat"),
        (SEKRETARIAT, "unit: sekretariat", "unit: bidang-data", "1:7 unit-bukan-nama-berkas → bidang-data.yaml"),
        (SEKRETARIAT, "penyebut: 10", "penyebut: 10\n  - kode: IK-2", "6:11 kode-ganda"),
        (SEKRETARIAT, "    penyebut: 10\n", "", "4:16 pecahan-tidak-lengkap"),
        (SEKRETARIAT, "    penyebut: 10\n", "    penyebut: 10\nanggaran: sepuluh\n", "6:11 harus-daftar"),
        (PK, "tahun: 2026", "tahun: 2025", "1:8 tahun-bukan-folder → 2026"),
        (PK, "tahun: 2026", "tahun: 2026.5", "1:8 bukan-bilangan-bulat"),
        (PK, "kode: IK-2", "kode: IK-2\n        bobot: x", "14:16 bukan-angka"),
        (PK, "target: {tahun: 90,", "target: {tahun: '90,0',", "11:25 koma-desimal → 90.0"),
        (PK, "akumulasi: jumlah", "desimal: 9\n        akumulasi: jumlah", "17:18 terlalu-besar"),
        (PK, "        target: {tahun: 40", "        target: 40\n        xx: {tahun: 40", "20:17 teks-harus-berkunci"),
        (BADAN, "batas: 120", "batas: seratus", "22:12 bukan-angka"),
        (BADAN, "skala_predikat: baku", "skala_predikat: buku", "23:21 kode-tidak-dikenal → baku"),
        (BADAN, "2025-01-06", "6 Januari 2025", "19:20 bukan-tanggal → 2025-01-06"),
        (BADAN, "badan:\n", "badan:\n  logo: logo.png\n", "2:9 berkas-salah-jenis"),
        ("data/dokumen.yaml", "dokumen-pengukuran-kinerja", "surat-pengantar", "4:14 kode-ganda"),
    ],
)
def test_one_slip_is_one_problem_at_its_place(root: Root, file: str, old: str, new: str, expected: str) -> None:
    root.write("data/logo.png", b"GIF89a")
    root.replace(file, old, new)
    place = f"{file.removeprefix('data/')}:{expected}"
    assert [line for line in root.found() if " kunci-tidak-dikenal" not in line] == [place]


def test_a_kode_is_defined_once_and_the_second_names_the_first(root: Root) -> None:
    root.replace(BADAN, "pejabat:", "  - kode: sekretariat\n    nama: Sekretariat Dua\npejabat:")
    loaded = root.load()
    (problem,) = loaded.problems
    assert (problem.code, str(problem.source)) == ("definisi-ganda", f"{BADAN}:12:11")
    assert problem.args == {"jenis": "unit", "kode": "sekretariat", "tempat": f"{BADAN}:8:11"}
    assert loaded.berkas and len(loaded.berkas.badan.isi.unit) == 2


def test_daftar_hadir_takes_ya_and_tidak_only(root: Root) -> None:
    rapat = "daftar_hadir:\n  - {nama: Ayu Lestari, jabatan: Analis, hadir: mungkin}\n  - {nama: Budi, jabatan: Staf}\n"
    root.write("data/2026/tw1/rapat.yaml", rapat)
    assert root.found() == ["2026/tw1/rapat.yaml:2:49 bukan-ya-tidak"]


def test_a_part_of_a_range_or_ratio_is_checked_like_any_value(root: Root) -> None:
    root.replace(PK, "tw4: 90}", "tw4: {min: 80, maks: 90}}")
    rapat = "koreksi:\n  - kode: '1.10'\n    semula: {pembilang: 9}\n    menjadi: '62,5'\n    alasan: Salah hitung\n"
    root.write("data/2026/tw1/rapat.yaml", rapat)
    assert root.found() == [
        "2026/perjanjian-kinerja.yaml:11:71 kunci-tidak-dikenal → max",
        "2026/tw1/rapat.yaml:3:13 kunci-hilang",
        "2026/tw1/rapat.yaml:4:14 koma-desimal → 62.5",
    ]


def test_an_unknown_key_names_the_keys_that_are_known(root: Root) -> None:
    root.replace(SEKRETARIAT, "unit: sekretariat", "unit: sekretariat\ncatatan: x")
    (problem,) = root.load().problems
    assert problem.args["pilihan"] == "unit, realisasi, anggaran"


# --- files and folders -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [BADAN, "data/dokumen.yaml", PK])
def test_a_file_without_which_there_is_no_report_is_missed(root: Root, file: str) -> None:
    (root.path / file).rename(root.path / file.replace(".yaml", ".txt"))
    name = Path(file).with_suffix(".txt").name
    assert root.found() == [f"{file.removeprefix('data/')}:1:1 berkas-hilang → {name}"]


def test_the_folder_of_the_period_is_missed(root: Root) -> None:
    loaded = root.load("2026-tw2")
    assert [str(p.source) for p in loaded.problems] == ["data/2026/tw2:1:1"]
    assert loaded.berkas and loaded.berkas.kini.periode == Periode(2026, 2)


def test_an_empty_folder_is_problems_not_an_exception(tmp_path: Path) -> None:
    loaded = load(tmp_path, Periode(2026, 1))
    assert loaded.berkas is None
    assert sorted(p.code for p in loaded.problems) == ["berkas-hilang"] * 3 + ["folder-hilang"]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("data/bdan.yaml", "berkas-tidak-dikenal → badan.yaml"),
        ("data/2026/perjanjian_kinerja.yaml", "berkas-tidak-dikenal → perjanjian-kinerja.yaml"),
        ("data/2026/tw1/rapat.yml", "berkas-tidak-dikenal → rapat.yaml"),
        ("data/2026/tw1/surat_pengantar.yaml", "berkas-tidak-dikenal → surat-pengantar.yaml"),
        ("data/2026/tw1/realisasi/bidang-data.yml", "berkas-tidak-dikenal → bidang-data.yaml"),
        ("data/2026/tw1/validsi/bidang-data.yaml", "folder-tidak-dikenal → validasi"),
        ("data/2026/triwulan1/catatan.txt", "folder-tidak-dikenal → tw1"),
        ("data/226/tw1/catatan.txt", "folder-tidak-dikenal → 2026"),
        ("data/2026/tw1/realisasi/bidang-data.yaml.txt", "berkas-tidak-dikenal → bidang-data.yaml"),
        ("data/2026/tw1/validasi/Bidang Data", "berkas-tidak-dikenal → bidang-data.yaml"),
        ("data/2026/tw1/validasi/bidag-data.yml.txt", "berkas-tidak-dikenal → bidang-data.yaml"),
        ("data/2026/tw1/validasi/rapat.txt", "berkas-tidak-dikenal → ../rapat.yaml"),
        ("data/2026/tw1/bidang-data.yaml", "berkas-tidak-dikenal → realisasi/bidang-data.yaml"),
        ("data/2026/tw1/rapat.txt", "berkas-tidak-dikenal → rapat.yaml"),
        ("data/2026/tw1/surat-pengantar", "berkas-tidak-dikenal → surat-pengantar.yaml"),
        ("data/2026/tw1/xyz.yaml", "berkas-tidak-dikenal"),
    ],
)
def test_a_name_that_would_silently_go_unread_is_a_problem(root: Root, file: str, expected: str) -> None:
    root.write(file, "a: 1\n")
    assert [line.split(":1:1 ")[1] for line in root.found()] == [expected]


def test_other_folders_and_hidden_files_may_lie_beside_the_inputs(root: Root) -> None:
    for file in ("data/bukti/a.pdf", "data/2026/tw1/bukti/.b.yaml", "data/2026/tw1/.rapat.yaml.swp", "data/~x.yaml"):
        root.write(file, "x")
    root.write("data/skema/badan.json", "{}")
    assert root.found() == []


def test_a_folder_in_place_of_a_file_cannot_be_read(root: Root) -> None:
    (root.path / "data/2026/tw1/rapat.yaml").mkdir()
    assert root.found() == ["2026/tw1/rapat.yaml:1:1 berkas-tidak-terbaca"]


def test_a_link_to_nothing_is_not_a_file_that_is_yet_to_come(root: Root) -> None:
    (root.path / "data/2026/tw1/rapat.yaml").symlink_to("tidak-ada.yaml")
    assert root.found() == ["2026/tw1/rapat.yaml:1:1 berkas-tidak-terbaca"]


def test_a_folder_that_may_not_be_looked_into_is_not_an_empty_one(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = root.path / "data/2026/tw1/realisasi"
    monkeypatch.setattr("pipeline.inputs.layout.os.access", lambda path, mode: Path(path) != locked)
    assert root.found() == ["2026/tw1/realisasi:1:1 berkas-tidak-terbaca"]


def test_lampiran_are_checked_for_their_own_period_only(root: Root, png: bytes) -> None:
    root.write("data/a.png", png)
    root.write("data/b.pdf", b"%PDF-1.7\n")
    root.write(
        "data/dokumen.yaml",
        """\
        paket:
          - {dokumen: surat-pengantar, judul: Surat}
        lampiran:
          - {judul: A, berkas: a.png}
          - {judul: B, berkas: b.pdf, periode: 2026-tw1}
          - {judul: C, berkas: nanti.pdf, periode: 2026-tw4}
          - {judul: D, berkas: rekap.pdf}
          - {judul: E, berkas: a.png, periode: TW 1 2026}
          - {judul: F, berkas: a.png, periode: 2026 TW 3}
        """,
    )
    assert root.found() == [
        "dokumen.yaml:7:24 berkas-rujukan-hilang",
        "dokumen.yaml:8:40 periode-salah",
        "dokumen.yaml:9:40 periode-salah → 2026-tw3",
    ]


def test_a_photo_must_be_a_picture(root: Root) -> None:
    root.write("data/foto.pdf", b"%PDF-1.7\n")
    root.write("data/2026/tw1/rapat.yaml", "notulen:\n  dokumentasi:\n    - {berkas: foto.pdf, keterangan: Rapat}\n")
    assert root.found() == ["2026/tw1/rapat.yaml:3:16 berkas-salah-jenis"]


@pytest.mark.parametrize(
    "file",
    [
        "realisasi/bidang-data.yaml~",
        "realisasi/~$bidang-data.docx",
        "realisasi/.DS_Store",
        "Thumbs.db",
        "rapat.pdf",
        "catatan.txt",
    ],
)
def test_what_editors_and_systems_leave_behind_and_scans_are_no_inputs(root: Root, file: str) -> None:
    root.write(f"data/2026/tw1/{file}", "a: 1\n")
    assert root.found() == []


def test_a_file_that_the_inputs_name_is_no_input_itself(root: Root) -> None:
    root.write("data/2026/tw1/realisasi/bidang-data.xlsx", "a")
    assert root.found() == ["2026/tw1/realisasi/bidang-data.xlsx:1:1 berkas-tidak-dikenal → bidang-data.yaml"]
    root.replace(DATA, "2026/tw1/bukti/rekap.csv", "2026/tw1/realisasi/bidang-data.xlsx")
    assert root.found() == []


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            "validasi/sekretariat",
            "unit: sekretariat\nrealisasi:\n  - kode: IK-2\n    pembilang: 9\n",
            "2:1 → tw1/realisasi/sekretariat",
        ),
        ("realisasi/sekretariat", "unit: sekretariat\nvalidasi:\n  - kode: IK-2\n", "2:1 → tw1/validasi/sekretariat"),
        ("rapat", "unit: sekretariat\nanggaran:\n", "2:1 → tw1/realisasi/sekretariat"),
        ("langkah", "kepada: Bupati\ndi: Arunika\n", "1:1 → tw1/surat-pengantar"),
        ("realisasi/sekretariat", "tahun: 2026\nsasaran:\n", "2:1 → perjanjian-kinerja"),
        ("realisasi/sekretariat", "badan:\nunit:\n", "1:1 → badan"),
    ],
)
def test_a_file_of_another_kind_is_one_problem_that_names_its_place(
    root: Root, file: str, text: str, expected: str
) -> None:
    root.write(f"data/2026/tw1/{file}.yaml", text)
    (problem,) = root.load().problems
    hint = str(problem.hint).removeprefix("data/").removeprefix("2026/").removesuffix(".yaml")
    assert problem.code == "berkas-salah-tempat"
    assert f"{str(problem.source).split('.yaml:')[1]} → {hint}" == expected


def test_a_file_with_a_key_of_its_own_is_of_its_own_kind(root: Root) -> None:
    root.replace(SEKRETARIAT, "realisasi:", "validasi:\nrealisasi:")
    assert root.found() == ["2026/tw1/realisasi/sekretariat.yaml:2:1 kunci-tidak-dikenal → realisasi"]


# --- what is not there yet ---------------------------------------------------------------------------------------


def test_what_is_not_there_yet_is_no_fault(root: Root) -> None:
    root.write(
        SEKRETARIAT,
        "unit: sekretariat\nrealisasi:\n  - kode: IK-2\n    pembilang:\n    penyebut: null\n    bukti:\n  -\n",
    )
    root.write("data/2026/tw1/rapat.yaml", "undangan:\nnotulen: ~\n")
    root.write("data/2026/tw1/langkah.yaml", "pemeriksaan:\n")
    loaded = root.load()
    assert loaded.problems == ()
    assert loaded.berkas
    assert loaded.berkas.kini.realisasi[1].isi.realisasi[0].pembilang is None


def test_earlier_quarters_and_last_years_last_realisasi_are_read(root: Root) -> None:
    root.write(
        "data/2025/tw4/realisasi/bidang-data.yaml",
        "unit: bidang-lama\nrealisasi:\n  - kode: LAMA-1\n    realisasi: 5,5\n",
    )
    root.write("data/2025/tw4/rapat.yaml", "salah: 1\n")
    root.write("data/2026/tw2/realisasi/bidang-data.yaml", "unit: bidang-data\n")
    root.replace(DATA, "62.50", "62,50")
    loaded = root.load("2026-tw2")
    assert [p.code for p in loaded.problems] == ["koma-desimal", "koma-desimal"]
    assert loaded.berkas
    assert [str(t.periode) for t in loaded.berkas.triwulan] == ["2025-tw4", "2026-tw1", "2026-tw2"]
    assert loaded.berkas.triwulan[0].realisasi[0].isi.realisasi[0].kode == "LAMA-1"


# --- what later checks still see ---------------------------------------------------------------------------------


def test_a_faulty_row_goes_and_the_places_of_the_others_stay_right(root: Root) -> None:
    root.replace(SEKRETARIAT, "  - kode: IK-2", "  - kode: IK-9\n    realisasi: 7\n  - kode: IK-2")
    loaded = root.load()
    assert loaded.berkas
    isi = loaded.berkas.kini.realisasi[1]
    assert [row.kode for row in isi.isi.realisasi] == ["IK-2"]
    problem = located(Problem("apa saja", (isi.berkas, "realisasi", 0, "penyebut")), loaded.places)
    assert problem.source and (problem.source.line, problem.source.text) == (7, "    penyebut: 10")


def test_a_probable_value_stands_in_so_that_other_rules_still_apply(root: Root) -> None:
    root.replace(DATA, "62.50", "62,50")
    root.replace(PK, "nama: Banyaknya layanan", "nama: []")
    root.replace(BADAN, "skala_predikat: baku", "skala_predikat: bku")
    root.replace(BADAN, "  alamat: Jalan Melati Nomor 2\n", "")
    loaded = root.load()
    assert len(loaded.problems) == 4
    assert loaded.berkas
    assert loaded.berkas.kini.realisasi[0].isi.realisasi[0].realisasi == Decimal("62.50")
    assert [i.nama for i in loaded.berkas.pk.isi.indikator] == ["Persentase data mutakhir", "…"]
    assert loaded.berkas.badan.isi.kebijakan[0].skala_predikat == "baku"


def test_rows_about_an_indikator_that_had_to_go_go_too(root: Root) -> None:
    root.replace(PK, "akumulasi: posisi", "akumulasi: entahlah")
    loaded = root.load()
    assert [p.code for p in loaded.problems] == ["pilihan-tidak-dikenal"]
    assert loaded.berkas
    assert loaded.berkas.kini.realisasi[0].isi.realisasi == ()


def test_a_defining_file_that_cannot_be_read_raises_no_doubt_about_kode(root: Root) -> None:
    root.replace(PK, "nama: Banyaknya layanan", "nama: @Banyaknya layanan")
    loaded = root.load()
    assert [p.code for p in loaded.problems] == ["karakter-awal"]
    assert loaded.berkas
    assert [isi.isi.realisasi for isi in loaded.berkas.kini.realisasi][1] == ()


def test_a_unit_file_without_its_unit_is_that_of_its_name(root: Root) -> None:
    root.replace(SEKRETARIAT, "unit: sekretariat\n", "")
    loaded = root.load()
    assert [p.code for p in loaded.problems] == ["kunci-hilang"]
    assert loaded.berkas
    assert [isi.isi.unit for isi in loaded.berkas.kini.realisasi] == ["bidang-data", "sekretariat"]


@pytest.mark.parametrize("file", [BADAN, PK])
def test_without_agency_or_pk_nothing_can_be_measured(root: Root, file: str) -> None:
    root.write(file, "")
    loaded = root.load()
    assert loaded.berkas is None
    assert [p.code for p in loaded.problems] == ["berkas-kosong"]


def test_places_fall_back_to_what_is_around(root: Root) -> None:
    places = root.load().places
    assert str(places.locate((DATA, "realisasi", 0, "faktor_pendorong", 3))) == f"{DATA}:3:5"
    assert str(places.locate_key((DATA, "realisasi", 0, "realisasi"))) == f"{DATA}:4:5"
    assert places.locate(("data/tidak-ada.yaml", "x")) is None


# --- nothing raises ----------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "- ",
        ": ",
        "\n",
        "  ",
        "kode",
        "realisasi",
        "unit",
        "IK-2",
        "1,5",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "|",
        "&",
        "\t",
        "~",
        "#",
    ]
)
_GARBAGE = st.lists(_PIECES | st.text(max_size=4), max_size=25).map("".join).map(str.encode) | st.binary(max_size=60)
_FILES = st.sampled_from(
    [
        BADAN,
        "data/dokumen.yaml",
        PK,
        DATA,
        SEKRETARIAT,
        "data/2026/tw1/rapat.yaml",
        "data/2026/tw1/validasi/sekretariat.yaml",
    ]
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=_FILES, garbage=_GARBAGE, at=st.floats(0, 1), cut=st.integers(0, 80))
def test_garbage_anywhere_in_a_file_is_problems_never_an_exception(
    fresh: Callable[[], Root], file: str, garbage: bytes, at: float, cut: int
) -> None:
    root = fresh()
    before = (root.path / file).read_bytes() if (root.path / file).exists() else b""
    start = int(at * len(before))
    root.write(file, before[:start] + garbage + before[start + cut :])
    for problem in root.load().problems:
        assert problem.source and problem.source.line >= 1 and problem.source.column >= 1
