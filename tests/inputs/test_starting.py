"""A new quarter begins from the PK in force: forms to fill in, nothing overwritten, nothing that stops a report."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.akumulasi import nilai_triwulan
from pipeline.domain.awal import sesuaikan
from pipeline.domain.berlaku import anggaran_berlaku, indikator_berlaku
from pipeline.domain.model import Berkas, Indikator, Target, Triwulan
from pipeline.domain.pengukuran import ukur
from pipeline.domain.periksa import periksa
from pipeline.domain.periode import Periode
from pipeline.domain.sop import KeadaanLangkah, status
from pipeline.inputs import starting
from pipeline.inputs.fresh_pk import KUNCI
from pipeline.inputs.lines import WIDTH, comment, entry, item
from pipeline.inputs.load import load
from pipeline.inputs.nodes import plain
from pipeline.inputs.rewrite import save, written
from pipeline.inputs.starting import Started, new_period, start
from pipeline.inputs.yamlsource import read
from pipeline.problems import ExitCode, KinerjaError, Problem
from tests.inputs.conftest import Root

ROOT = Path(__file__).parents[2]
TW3, TW4, TW1 = Periode(2026, 3), Periode(2026, 4), Periode(2027, 1)
FOLDER = "data/2026/tw4"
PK_2027 = "data/2027/perjanjian-kinerja.yaml"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The shipped agency, with its third quarter as the newest."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture(scope="module")
def started_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("started")
    shutil.copytree(ROOT / "data", root / "data")
    assert not start(root, TW4).problems
    return root


@pytest.fixture
def started(started_once: Path, tmp_path: Path) -> Path:
    """The shipped agency with a fourth quarter just begun."""
    shutil.copytree(started_once, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="module")
def filled_once(started_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("filled")
    shutil.copytree(started_once, root, dirs_exist_ok=True)
    berkas = inputs(root, TW4)
    for file in berkas.kini.realisasi:
        changes: list[tuple[tuple[str | int, ...], str]] = []
        for n, isian in enumerate(file.isi.realisasi):
            lalu = nilai_triwulan(berkas.triwulan[-2], isian.kode)
            if lalu.pembilang is None:
                changes.append((("realisasi", n, "realisasi"), "316.25" if lalu.nilai is None else str(lalu.nilai)))
            else:
                changes.append((("realisasi", n, "pembilang"), str(lalu.pembilang)))
                changes.append((("realisasi", n, "penyebut"), str(lalu.penyebut)))
        path = root / file.berkas
        save(path, written(path.read_bytes().decode(), changes))
    return root


@pytest.fixture
def filled(filled_once: Path, tmp_path: Path) -> Path:
    """The same with last quarter's values typed once more (IK-1.1, which has none: 316.25)."""
    shutil.copytree(filled_once, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def small(root: Root) -> Root:
    """The small agency without what its checks would stop."""
    root.replace("data/2026/perjanjian-kinerja.yaml", "{tahun: 40, tw1: 10", "{tahun: 10, tw1: 10")
    return root


def inputs(root: Path, periode: Periode) -> Berkas:
    berkas = load(root, periode).berkas
    assert berkas
    return berkas


def findings(root: Path, periode: Periode) -> list[Problem]:
    loaded = load(root, periode)
    assert loaded.berkas
    return [*loaded.problems, *periksa(loaded.berkas, ukur(loaded.berkas))]


def content(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def values(indikator: Indikator, without: set[str]) -> dict[str, object]:
    return {key: value for key, value in dict(indikator).items() if key not in without}


def block(text: str, kode: str) -> str:
    """The lines of one row of a list."""
    return re.split(rf"(?m)^  - kode: {re.escape(kode)}\b", text)[1].split("\n  - kode:")[0]


# The fourth quarter of the shipped agency.


def test_a_new_quarter_of_the_shipped_agency_has_nothing_wrong_but_promises_to_answer(started: Path) -> None:
    assert {problem.code for problem in findings(started, TW4)} == {"tindak-lanjut-belum-dijawab"}


def test_step_1_is_next_in_a_new_quarter(started: Path) -> None:
    keadaan = status(inputs(started, TW4))

    assert keadaan.berikutnya
    assert keadaan.berikutnya.no == 1
    assert all(langkah.keadaan is KeadaanLangkah.MENUNGGU for langkah in keadaan.langkah[1:])


def test_a_new_quarter_has_a_file_for_each_unit_and_the_papers_but_no_validasi(shipped: Path) -> None:
    made = start(shipped, TW4)

    units = ("sekretariat", "bidang-pengadaan", "bidang-mutasi", "bidang-pengembangan")
    papers = ("rapat.yaml", "langkah.yaml", "surat-pengantar.yaml")
    assert made == Started((*(f"{FOLDER}/realisasi/{u}.yaml" for u in units), *(f"{FOLDER}/{p}" for p in papers)))
    assert all((shipped / name).is_file() for name in made.files_written)


def test_each_unit_finds_exactly_the_indikator_and_budget_rows_it_owns(started: Path) -> None:
    berkas = inputs(started, TW4)

    for file in berkas.kini.realisasi:
        milik = [b.indikator.kode for b in indikator_berlaku(berkas) if b.indikator.penanggung_jawab == file.isi.unit]
        baris = [b for b in anggaran_berlaku(berkas) if b.terendah and b.baris.penanggung_jawab == file.isi.unit]
        assert [row.kode for row in file.isi.realisasi] == milik
        assert [row.kode for row in file.isi.anggaran] == [b.kode for b in baris if b.pagu]
    assert "5.03.02.2.03.0002" not in (started / FOLDER / "realisasi/bidang-pengembangan.yaml").read_text()


def test_no_value_is_carried_on(started: Path) -> None:
    kini = inputs(started, TW4).kini

    assert all(not nilai_triwulan(kini, row.kode).ada for file in kini.realisasi for row in file.isi.realisasi)
    assert all(row.realisasi is None for file in kini.realisasi for row in file.isi.anggaran)
    assert kini.rapat
    undangan, notulen = kini.rapat.isi.undangan, kini.rapat.isi.notulen
    assert undangan
    assert notulen
    assert (undangan.nomor, undangan.tanggal, undangan.tanggal_rapat) == (None, None, None)
    assert (kini.rapat.isi.daftar_hadir, kini.rapat.isi.koreksi, notulen.keputusan) == ((), (), ())
    assert kini.surat_pengantar
    assert (kini.surat_pengantar.isi.nomor, kini.surat_pengantar.isi.tanggal) == (None, None)


def test_targets_are_those_of_the_perubahan_in_force(started: Path) -> None:
    text = (started / FOLDER / "realisasi/bidang-mutasi.yaml").read_text(encoding="utf-8")

    assert "# Satuan: orang. Target Triwulan IV: 480; target s.d. Triwulan IV: 480; target setahun: 480.\n" in text
    assert "600" not in block(text, "IK-1.3")
    assert "# Pagu 421500000; realisasi s.d. Triwulan III: 312600000.\n" in block(text, "5.03.02.2.02.0003")


@pytest.mark.parametrize(
    ("unit", "kode", "lines"),
    [
        (
            "bidang-mutasi",
            "IK-1.1",
            [
                "# Nilai penerapan sistem merit",
                "# Realisasi Triwulan III: belum ada.",
                "    realisasi:                        # ketik keadaan akhir triwulan",
            ],
        ),
        (
            "bidang-pengembangan",
            "IK-2.2",
            [
                "# Realisasi Triwulan III: pembilang 3654, penyebut 5633 (sesudah koreksi rapat).",
                "# Ketik angka s.d. triwulan ini.",
                "    pembilang:                        # ASN yang sudah mencapai paling sedikit 20 jam",
            ],
        ),
        (
            "bidang-pengembangan",
            "IK-2.3",
            [
                "# Satuan: orang. Target Triwulan IV: 20; target s.d. Triwulan IV: 70; target setahun: 70.",
                "# Realisasi Triwulan III: 22.",
                "# ketik angka triwulan ini saja; sistem yang menjumlahkan",
            ],
        ),
        ("sekretariat", "IK-4.1", ["Target Triwulan IV: 0;", "# Realisasi Triwulan III: 0."]),
        ("sekretariat", "IK-4.3", ["Target Triwulan IV: BB;", "pilihannya: D, C, CC, B, BB, A, AA"]),
    ],
)
def test_beside_an_empty_field_stand_target_last_value_and_how_to_type_it(
    started: Path, unit: str, kode: str, lines: list[str]
) -> None:
    row = block((started / FOLDER / f"realisasi/{unit}.yaml").read_text(encoding="utf-8"), kode)

    assert [line for line in lines if line not in row] == []


def test_an_indikator_without_a_target_this_quarter_may_stay_empty(shipped: Path) -> None:
    path = shipped / "data/2026/perjanjian-kinerja.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("          tw3: BB\n          tw4: BB\n", "          tw3: BB\n          tw4:\n"))
    start(shipped, TW4)

    row = block((shipped / FOLDER / "realisasi/sekretariat.yaml").read_text(encoding="utf-8"), "IK-4.3")
    assert "# Satuan: predikat. Tidak ada target pada triwulan ini; boleh dikosongkan; target setahun: BB.\n" in row


def test_every_promise_of_the_quarter_before_is_asked_for(started: Path) -> None:
    berkas = inputs(started, TW4)
    lalu, kini = berkas.triwulan[-2:]
    asked = {
        row.kode: [(j.nomor, j.status) for j in row.tindak_lanjut_lalu]
        for file in kini.realisasi
        for row in file.isi.realisasi
    }

    for kode, answers in asked.items():
        isian = nilai_triwulan(lalu, kode).isian
        assert answers == [(n, None) for n in range(1, 1 + len(isian.tindak_lanjut if isian else ()))]
    text = (started / FOLDER / "realisasi/bidang-mutasi.yaml").read_text(encoding="utf-8")
    told = " ".join(block(text, "IK-1.3").replace("#", " ").split())
    assert "sebanyak 70 orang untuk bulan Oktober dan November (PIC Kepala Bidang Mutasi dan Promosi, batas" in told
    assert "batas waktu 2026-12-11" in told


def test_the_invitation_and_the_letter_name_the_new_quarter(started: Path) -> None:
    kini = inputs(started, TW4).kini

    assert kini.rapat
    assert kini.rapat.isi.undangan
    undangan = kini.rapat.isi.undangan
    assert undangan.hal == "Undangan Rapat Pembahasan Pengukuran Kinerja Triwulan IV Tahun 2026"
    assert undangan.agenda[0] == "Pemaparan rekapitulasi data dan informasi kinerja Triwulan IV Tahun 2026"
    assert undangan.agenda[2] == "Pembahasan penyelesaian tindak lanjut Triwulan III"
    assert undangan.tempat == "Ruang Rapat Wanasari, Kantor BKPSDM Kabupaten Wanasagara"
    assert kini.surat_pengantar
    naskah = kini.surat_pengantar.isi.naskah[0]
    assert naskah.uraian == "Dokumen Pengukuran Kinerja BKPSDM Kabupaten Wanasagara Triwulan IV Tahun 2026"
    assert kini.surat_pengantar.isi.kepada == "Bupati Wanasagara"
    disposisi = kini.catatan.disposisi
    assert disposisi
    assert disposisi.instruksi[0] == "Susun dokumen pengukuran kinerja Triwulan IV Tahun 2026 sesuai SOP."


def test_the_pattern_of_letter_numbers_stands_beside_the_last_one(started: Path) -> None:
    text = (started / FOLDER / "surat-pengantar.yaml").read_text(encoding="utf-8")
    told = " ".join(text.replace("#", " ").split())

    assert "pola: {klasifikasi}/{urut}/BKPSDM/{tahun}; Triwulan III: 000.8.6.3/412/BKPSDM/2026;" in told
    assert "surat bertanggal Januari 2027 memakai tahun 2027" in told


def test_the_discussion_has_a_row_for_each_sasaran(started: Path) -> None:
    rapat = inputs(started, TW4).kini.rapat

    assert rapat
    assert rapat.isi.notulen
    assert [(p.sasaran, p.uraian) for p in rapat.isi.notulen.pembahasan] == [(f"S{n}", None) for n in range(1, 5)]


def test_every_later_step_shows_the_command_that_records_it(started: Path) -> None:
    text = (started / FOLDER / "langkah.yaml").read_text(encoding="utf-8")

    assert re.findall(r'kinerja step (\d+) 2026-tw4 --oleh "NAMA"', text) == [str(no) for no in range(2, 12)]
    recorded = written(text, [(("kompilasi",), {"oleh": "Dewi Anggraini, S.E., M.Ak."})])
    assert 'kompilasi:                            # kinerja step 2 2026-tw4 --oleh "NAMA"\n  oleh: Dewi' in recorded


def test_no_line_is_wider_than_people_read(started: Path) -> None:
    made = list((started / FOLDER).rglob("*.yaml"))

    assert [line for path in made for line in path.read_text(encoding="utf-8").splitlines() if len(line) > WIDTH] == []
    assert all(path.read_text(encoding="utf-8").splitlines()[0].startswith("# yaml-language-server:") for path in made)


# What is there stays.


def test_a_second_run_changes_nothing(started: Path) -> None:
    before = content(started)
    again = start(started, TW4)

    assert (again.files_written, len(again.files_left)) == ((), 7)
    assert content(started) == before


def test_a_file_that_is_there_is_left_however_unfinished_it_is(shipped: Path) -> None:
    unfinished = shipped / FOLDER / "realisasi/bidang-mutasi.yaml"
    unfinished.parent.mkdir(parents=True)
    unfinished.write_text("unit: bidang-mutasi\nrealisasi:\n  - kode: IK-1.33\n    realisasi: 12,5\n")
    made = start(shipped, TW4)

    assert made.files_left == (f"{FOLDER}/realisasi/bidang-mutasi.yaml",)
    assert len(made.files_written) == 6
    assert "12,5" in unfinished.read_text()


def test_an_older_quarter_that_is_complete_is_left(shipped: Path) -> None:
    before = content(shipped)

    assert start(shipped, Periode(2026, 2)).files_written == ()
    assert content(shipped) == before


# What stops it.


def test_a_fault_in_the_quarter_before_is_told_and_nothing_is_made(shipped: Path) -> None:
    path = shipped / "data/2026/tw3/realisasi/bidang-mutasi.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("realisasi: 331", "realisasi: 33,1"), encoding="utf-8")
    made = start(shipped, TW4)

    assert [problem.code for problem in made.problems] == ["koma-desimal"]
    assert made.problems[0].source
    assert not (shipped / FOLDER).exists()


def test_a_fault_that_only_the_new_quarter_shows_is_told_and_nothing_is_made(shipped: Path) -> None:
    (shipped / "data/2026/perjanjian-kinerja-perubahan-2.yaml").write_text(
        "tahun: 2026\nberlaku_tw: 4\nindikator:\n  - kode: IK-1.3\n    target: {tahun: 500, tw4: 490}\n"
    )
    made = start(shipped, TW4)

    assert [problem.code for problem in made.problems] == ["target-tidak-membentuk-tahun"]
    assert not (shipped / FOLDER).exists()


@pytest.mark.parametrize(
    ("periode", "begin"), [(Periode(2027, 2), "2026-tw4"), (TW1, "2026-tw4"), (Periode(2028, 1), "2026-tw4")]
)
def test_a_gap_is_refused_with_the_quarter_to_begin_with(shipped: Path, periode: Periode, begin: str) -> None:
    with pytest.raises(KinerjaError) as refused:
        start(shipped, periode)

    assert (refused.value.code, refused.value.exit_code) == ("cli.new.celah", ExitCode.USAGE)
    assert refused.value.args_["mulai"] == begin
    assert not (shipped / "data/2027").exists()


def test_a_quarter_of_a_year_without_its_pk_is_refused(filled: Path) -> None:
    (filled / "data/2027/tw1").mkdir(parents=True)

    with pytest.raises(KinerjaError) as refused:
        start(filled, Periode(2027, 2))

    assert refused.value.code == "cli.new.tanpa-pk"


def test_a_failure_while_writing_leaves_no_folder_behind(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(shipped)

    def full(path: Path, text: str) -> None:
        if path.name == "rapat.yaml":
            raise OSError(28, "No space left on device")
        save(path, text)

    monkeypatch.setattr(starting, "save", full)
    with pytest.raises(KinerjaError) as refused:
        start(shipped, TW4)

    assert (refused.value.code, refused.value.exit_code) == ("cli.new.tulis", ExitCode.OUTPUT_FAILED)
    assert content(shipped) == before
    assert not (shipped / FOLDER).exists()


# A new year.


def test_a_new_year_begins_with_what_was_measured_in_the_old_one(filled: Path) -> None:
    made = start(filled, TW1)

    assert made.problems == ()
    assert made.files_written[0] == PK_2027
    assert len(made.files_written) == 8
    lalu = {i.kode: i.realisasi_tahun_lalu for i in inputs(filled, TW1).pk.isi.indikator}
    assert str(lalu["IK-2.3"]) == "74"  # jumlah: 0 + 30 + 22 + 22
    assert str(lalu["IK-1.1"]) == "316.25"
    assert str(lalu["IK-2.2"]) == "64.87"  # 3654 / 5633, as the meeting corrected it
    assert str(lalu["IK-3.2"]) == "13.0"
    assert lalu["IK-4.3"] == "BB"
    assert lalu["IK-4.1"] == 0


def test_a_new_year_has_nothing_wrong_and_step_1_is_next(filled: Path) -> None:
    start(filled, TW1)
    berikutnya = status(inputs(filled, TW1)).berikutnya

    assert findings(filled, TW1) == []
    assert berikutnya
    assert berikutnya.no == 1


def test_the_pk_of_a_new_year_keeps_all_but_targets_and_what_explained_them(filled: Path) -> None:
    start(filled, TW1)
    old, new = inputs(filled, TW4), inputs(filled, TW1)
    changed = {"target", "realisasi_tahun_lalu", "penjelasan"}

    assert new.pk.isi.renstra == old.pk.isi.renstra
    for before, after in zip(indikator_berlaku(old), indikator_berlaku(new), strict=True):
        assert values(after.indikator, changed) == values(before.indikator, changed)
        assert after.sasaran.kode == before.sasaran.kode
        assert after.indikator.target == Target()
    pagu = [(b.kode, b.pagu, b.baris.sasaran, b.baris.penanggung_jawab) for b in anggaran_berlaku(old)]
    assert [(b.kode, b.pagu, b.baris.sasaran, b.baris.penanggung_jawab) for b in anggaran_berlaku(new)] == pagu


def test_the_pk_of_a_new_year_shows_the_old_targets_and_pagu_to_be_replaced(filled: Path) -> None:
    start(filled, TW1)
    text = (filled / PK_2027).read_text(encoding="utf-8")
    row = text.split("      - kode: IK-1.3\n")[1].split("      - kode:")[0]
    nothing = text.split("      - kode: IK-4.1\n")[1].split("      - kode:")[0]

    assert "          tw4:                        # 2026: 480\n" in row
    assert "          tw1:                        # 2026: 0\n" in nothing
    assert re.search(r"pagu: 421500000 +# pagu 2026; ganti\n", text)
    assert "# menyebut 2026: sesuaikan\n        dasar_hitung:" in row
    assert "Target belum diisi di perjanjian kinerja." in (
        filled / "data/2027/tw1/realisasi/bidang-mutasi.yaml"
    ).read_text(encoding="utf-8")


def test_what_was_not_measured_at_the_end_of_the_year_is_not_carried_on(started: Path) -> None:
    start(started, TW1)

    assert inputs(started, TW1).pk.isi.indikator[0].realisasi_tahun_lalu is None
    text = (started / PK_2027).read_text(encoding="utf-8")
    assert "realisasi_tahun_lalu:         # realisasi s.d. Triwulan IV Tahun 2026 belum ada\n" in text


def test_a_pk_that_is_there_already_is_the_one_a_new_year_begins_with(filled: Path) -> None:
    start(filled, TW1)
    shutil.rmtree(filled / "data/2027/tw1")
    path = filled / PK_2027
    path.write_text(
        path.read_text(encoding="utf-8").replace("tw1:                        # 2026: 100", "tw1: 120"),
        encoding="utf-8",
    )
    made = start(filled, TW1)

    assert PK_2027 not in (*made.files_written, *made.files_left)
    text = (filled / "data/2027/tw1/realisasi/bidang-mutasi.yaml").read_text(encoding="utf-8")
    assert "Target Triwulan I: 120; target s.d. Triwulan I: 120." in block(text, "IK-1.3")
    assert "Realisasi Triwulan IV Tahun 2026: 331." in block(text, "IK-1.3")


def test_no_key_of_an_indikator_is_forgotten_in_a_new_pk() -> None:
    assert {*KUNCI, "penjelasan"} == set(Indikator.model_fields)


# Other agencies.


def test_the_first_quarter_of_all_begins_from_the_pk_alone(small: Root) -> None:
    shutil.rmtree(small.path / "data/2026/tw1")
    made = start(small.path, Periode(2026, 1))

    assert made.problems == ()
    assert len(made.files_written) == 5
    assert findings(small.path, Periode(2026, 1)) == []


def test_a_first_quarter_in_the_middle_of_a_year_is_refused(small: Root) -> None:
    shutil.rmtree(small.path / "data/2026/tw1")

    with pytest.raises(KinerjaError) as refused:
        start(small.path, TW3)

    assert refused.value.args_["mulai"] == "2026-tw1"


def test_a_first_quarter_without_a_pk_is_refused(small: Root) -> None:
    shutil.rmtree(small.path / "data/2026")

    with pytest.raises(KinerjaError) as refused:
        start(small.path, Periode(2026, 1))

    assert refused.value.code == "cli.new.tanpa-pk"


ODD = "bidang 'data': #1, [a] & {b}"


def test_odd_characters_in_kode_and_names_survive(small: Root) -> None:
    kode, nama = '"' + ODD + '"', '"Bidang: \\"Data\\" #1\\u2028 & \\ttab {nama}"'
    for file in ("data/badan.yaml", "data/2026/perjanjian-kinerja.yaml"):
        text = (
            (small.path / file).read_text().replace("bidang-data", kode).replace("nama: Bidang Data", f"nama: {nama}")
        )
        small.write(file, text.replace("nama: Persentase data mutakhir", f"nama: {nama}"))
    small.replace("data/2026/perjanjian-kinerja.yaml", '"1.10"', '"- 1.10: #"')
    shutil.rmtree(small.path / "data/2026/tw1/realisasi")
    made = start(small.path, Periode(2026, 2))

    assert made.problems == ()
    berkas = inputs(small.path, Periode(2026, 2))
    file = next(f for f in berkas.kini.realisasi if f.isi.unit == ODD)
    assert file.berkas == f"data/2026/tw2/realisasi/{ODD}.yaml"
    assert [row.kode for row in file.isi.realisasi] == ["- 1.10: #"]
    assert findings(small.path, Periode(2026, 2)) == []


def test_a_unit_that_cannot_have_a_file_is_refused(small: Root) -> None:
    for file in ("data/badan.yaml", "data/2026/perjanjian-kinerja.yaml"):
        small.write(file, (small.path / file).read_text().replace("bidang-data", "../bidang"))
    shutil.rmtree(small.path / "data/2026/tw1/realisasi")

    with pytest.raises(KinerjaError) as refused:
        start(small.path, Periode(2026, 2))

    assert (refused.value.code, refused.value.args_["unit"]) == ("cli.new.nama-unit", "../bidang")


def test_a_unit_without_indikator_and_budget_has_no_file(shipped: Path) -> None:
    path = shipped / "data/badan.yaml"
    unit = "  - kode: bidang-arsip\n    nama: Bidang Arsip\n\n"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  - kode: bidang-mutasi\n", f"{unit}  - kode: bidang-mutasi\n")
    )

    assert f"{FOLDER}/realisasi/bidang-arsip.yaml" not in start(shipped, TW4).files_written


def test_texts_that_name_another_time_are_left_as_comments(shipped: Path) -> None:
    path = shipped / "data/2026/tw3/rapat.yaml"
    text = path.read_text(encoding="utf-8").replace("waktu: 09.00 WIB s.d. selesai", "waktu: Selasa, pukul 09.00 WIB")
    path.write_text(text.replace("Triwulan II\n", "Triwulan I dan II\n"), encoding="utf-8")
    start(shipped, TW4)
    rapat = (shipped / FOLDER / "rapat.yaml").read_text(encoding="utf-8")

    assert "  waktu:                              # Triwulan III: Selasa, pukul 09.00 WIB; sesuaikan\n" in rapat
    assert "    # Triwulan III, sesuaikan: Pembahasan penyelesaian tindak lanjut Triwulan I dan II\n" in rapat


def test_making_texts_needs_no_files_and_forgets_an_unfinished_quarter(shipped: Path) -> None:
    berkas = inputs(shipped, TW3)
    unfinished = replace(berkas, periode=TW4, triwulan=(*berkas.triwulan, Triwulan(TW4)))

    assert new_period(unfinished, TW4) == new_period(berkas, TW4)


# Texts that go on.


@pytest.mark.parametrize(
    ("lalu", "teks", "baru"),
    [
        (TW3, "Kinerja Triwulan III Tahun 2026", "Kinerja Triwulan IV Tahun 2026"),
        (TW3, "Tindak lanjut Triwulan II", "Tindak lanjut Triwulan III"),
        (TW3, "Tindak lanjut TW II untuk TW III 2026", "Tindak lanjut TW III untuk TW IV 2026"),
        (TW3, "Capaian triwulan 3", "Capaian triwulan 4"),
        (TW3, "Laporan Tahun 2026 Triwulan III", "Laporan Tahun 2026 Triwulan IV"),
        (TW3, "Laporan triwulanan Asisten I", "Laporan triwulanan Asisten I"),
        (TW3, "09.00 WIB s.d. selesai", "09.00 WIB s.d. selesai"),
        (TW4, "Kinerja Triwulan IV Tahun 2026", "Kinerja Triwulan I Tahun 2027"),
        (TW1, "Tindak lanjut Triwulan IV Tahun 2026", "Tindak lanjut Triwulan I Tahun 2027"),
        (TW1, "Tindak lanjut Triwulan IV", "Tindak lanjut Triwulan I"),
        (TW3, "Rencana Triwulan IV", None),
        (TW3, "Triwulan II dan III", None),
        (TW3, "Triwulan III Tahun 2025", None),
        (TW3, "Triwulan ketiga", None),
        (TW3, "Semester II", None),
        (TW3, "Rapat 13 Oktober 2026", None),
        (TW3, "Rapat 2026-10-13", None),
        (TW3, "Rapat 13/10/2026", None),
        (TW3, "Target PK 2027", None),
        (TW4, "Rencana aksi Tahun 2026", None),
        (TW4, "Laporan Tahun 2026 Triwulan IV", None),
    ],
)
def test_a_text_goes_on_only_where_its_quarter_can_be_moved_safely(lalu: Periode, teks: str, baru: str | None) -> None:
    assert sesuaikan(teks, lalu) == baru


# Lines.


@pytest.mark.parametrize("write", [lambda t: entry("a", t), lambda t: ["a:", *item(t, indent=2)]])
@given(text=st.text(min_size=1, max_size=300))
def test_a_text_reads_back_as_it_was(write: Callable[[str], list[str]], text: str) -> None:
    text = text.strip() or "x"
    document, problems = read("a.yaml", ("\n".join(write(text)) + "\n").encode())

    assert not problems
    assert document.root
    value = plain(document.root)["a"]  # type: ignore[index, call-overload]
    assert value in (text, [text])


@given(text=st.text(max_size=400))
def test_a_comment_is_a_comment_whatever_it_says(text: str) -> None:
    document, problems = read("a.yaml", "\n".join(["a: 1", *comment(text), *entry("b", beside=text)]).encode())

    assert not problems
    assert document.root
    assert plain(document.root) == {"a": "1", "b": None}
