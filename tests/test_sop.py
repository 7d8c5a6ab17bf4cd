"""A quarter's life as staff live it: begun, filled in, recorded step by step, signed, changed, revised; read back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pipeline import build
from pipeline.archive import read_manifest
from pipeline.cli import run
from pipeline.documents.registry import DOKUMEN
from pipeline.domain.berlaku import indikator_berlaku
from pipeline.domain.model import Rentang
from pipeline.domain.periode import Periode
from pipeline.domain.sop import LANGKAH
from pipeline.inputs.load import load
from pipeline.inputs.rewrite import Steps, Value, written
from pipeline.messages import text
from pipeline.problems import ExitCode

SHIPPED = Path(__file__).resolve().parent.parent
TW4 = Periode(2026, 4)
KEPALA, SEKRETARIS, KASUBBAG = "Bambang", "Ratna", "Dewi"
VALIDATOR = {
    "sekretariat": "Yusuf",
    "bidang-pengadaan": "Rizky",
    "bidang-mutasi": "Fitri",
    "bidang-pengembangan": "Lestari Wulandari",
}
OLEH = {1: KEPALA, 2: KASUBBAG, 3: SEKRETARIS, 4: KEPALA, 5: KASUBBAG, 6: KASUBBAG, 8: SEKRETARIS, 9: KEPALA}
OLEH |= {10: SEKRETARIS, 11: KASUBBAG}
HARI = {1: "04", 2: "06", 3: "07", 4: "12", 5: "13", 6: "14", 7: "15", 8: "18", 9: "19", 10: "19", 11: "20"}
"""The day of January 2027 on which each step is done."""
LEBIH = {9: ("--asli-basah", "Ruang arsip"), 11: ("--arsip-nomor", "9/2027", "--arsip-lokasi", "Rak 4")}


def _kinerja(root: Path, *arguments: str) -> int:
    return run(["--root", str(root), *arguments], {"KINERJA_BAHASA": "id"})


def _status(root: Path, periode: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert _kinerja(root, "status", periode, "--json") == ExitCode.OK
    values: dict[str, Any] = json.loads(capsys.readouterr().out)
    return values


def _write(file: Path, *changes: tuple[Steps, Value]) -> None:
    text = file.read_bytes().decode() if file.exists() else ""
    file.write_bytes(written(text, changes).encode())


def _shipped(root: Path) -> Path:
    for name in ("data", "templates"):
        shutil.copytree(SHIPPED / name, root / name)
    return root


# --- 1. a quarter played from `new` to lengkap ---------------------------------------------------------------------


def _fill_in(root: Path) -> None:
    """What the units type: every realisasi on target, every follow-up answered, the budget as it was."""
    loaded = load(root, TW4)
    assert loaded.berkas is not None
    target = {b.indikator.kode: b.indikator for b in indikator_berlaku(loaded.berkas)}
    for file in loaded.berkas.kini.realisasi:
        changes: list[tuple[Steps, Value]] = []
        for row, isian in enumerate(file.isi.realisasi):
            indikator = target[isian.kode]
            nilai = indikator.target.tw4
            if nilai is None:
                continue
            if indikator.pecahan:
                changes += [(("realisasi", row, "pembilang"), "900"), (("realisasi", row, "penyebut"), "1000")]
            else:
                teks = str(nilai.min) if isinstance(nilai, Rentang) else str(nilai)
                changes.append((("realisasi", row, "realisasi"), teks))
            changes.append((("realisasi", row, "penjelasan"), "Angka uji"))
            changes.append((("realisasi", row, "bukti"), [{"uraian": "Berita acara"}]))
            for n, _ in enumerate(isian.tindak_lanjut_lalu):
                changes.append((("realisasi", row, "tindak_lanjut_lalu", n, "status"), "selesai"))
        for row, _ in enumerate(file.isi.anggaran):
            changes += [(("anggaran", row, "realisasi"), "1000000"), (("anggaran", row, "penjelasan"), "Angka uji")]
        _write(root / file.berkas, *changes)


def _undangan(folder: Path) -> None:
    _write(
        folder / "rapat.yaml",
        (("undangan", "nomor"), "000.8.6.3/11/BKPSDM/2027"),
        (("undangan", "tanggal"), "2027-01-07"),
        (("undangan", "tanggal_rapat"), "2027-01-12"),
        (("undangan", "waktu"), "09.00 WIB"),
        (("undangan", "tempat"), "Ruang Rapat"),
        (("undangan", "agenda"), ["Pembahasan capaian"]),
        (("undangan", "diundang"), ["Sekretaris", "Para Kepala Bidang"]),
    )


def _hadir(folder: Path) -> None:
    _write(folder / "rapat.yaml", (("daftar_hadir",), [{"nama": "Ratna Kusumawardani", "jabatan": "Sekretaris"}]))


def _notulen(folder: Path) -> None:
    keputusan = {"uraian": "Melengkapi bukti", "pic": "Sekretaris", "batas_waktu": "2027-02-26"}
    nilai: Value = {"pimpinan": "Drs. Bambang Prasetyo Utomo, M.Si.", "notulis": "Dewi Anggraini, S.E., M.Ak."}
    _write(folder / "rapat.yaml", (("notulen",), nilai), (("notulen", "keputusan"), [keputusan]))


def _surat(folder: Path) -> None:
    nilai = {"nomor": "000.8.6.3/21/BKPSDM/2027", "tanggal": "2027-01-20"}
    for kunci, isi in nilai.items():
        _write(folder / "surat-pengantar.yaml", ((kunci,), isi))


def _record(root: Path, no: int) -> list[int]:
    """Record a step; the exit codes (of step 7 one a unit)."""
    day = f"2027-01-{HARI[no]}"
    if no == 7:
        return [
            _kinerja(root, "step", "7", str(TW4), "--unit", u, "--hasil", "sesuai", "--oleh", o, "--selesai", day)
            for u, o in VALIDATOR.items()
        ]
    times = ("--mulai", f"{day} 09.00", "--selesai", f"{day} 09.10")
    return [_kinerja(root, "step", str(no), str(TW4), "--oleh", OLEH[no], *times, *LEBIH.get(no, ()))]


@pytest.mark.long
def test_a_quarter_is_played_from_new_to_lengkap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, folder = _shipped(tmp_path), tmp_path / "data" / "2026" / "tw4"
    assert _kinerja(root, "new", str(TW4)) == ExitCode.OK
    prepare = {2: _fill_in, 3: _undangan, 4: _hadir, 5: _notulen, 11: _surat}

    for langkah in LANGKAH:
        no = langkah.no
        before = _status(root, str(TW4), capsys)
        assert before["berikutnya"]["no"] == no
        if no in prepare:
            assert _record(root, no) == [ExitCode.PROBLEMS], f"step {no} was recorded without its evidence"
            prepare[no](root if no == 2 else folder)
        if no < 11:
            later = _kinerja(root, "step", str(no + 1), str(TW4), "--oleh", OLEH.get(no + 1, KASUBBAG), *_hasil(no + 1))
            assert later == ExitCode.PROBLEMS, f"step {no + 1} was recorded before step {no}"
            assert f"Langkah {no} belum selesai" in capsys.readouterr().err
        if no == 9:
            _report(root, "siap")
        assert set(_record(root, no)) == {ExitCode.OK}, capsys.readouterr().err
        now = _status(root, str(TW4), capsys)
        assert [each["keadaan"] for each in now["langkah"][:no]] == ["selesai"] * no
        assert now["keadaan"] == ("draf" if no < 8 else "siap" if no == 8 else "sah" if no < 11 else "lengkap")
        if no <= 6:
            made = _made_without_pdf(root, "draf")
            assert {f"{row.key}-draf.docx" for row in DOKUMEN if row.step <= no and not row.per_unit} <= made

    assert now["berikutnya"] is None
    assert [each["durasi"] for each in now["langkah"][:6]] == ["10 menit"] * 5 + ["1 hari kerja"]
    _report(root, "lengkap")
    made = {path.name for path in (root / "output" / str(TW4)).iterdir()}
    assert {f"{row.key}.docx" for row in DOKUMEN if not row.per_unit} <= made
    assert {f"lembar-unit-{unit}.docx" for unit in VALIDATOR} <= made
    assert not [name for name in made if "-draf" in name]


def _hasil(no: int) -> tuple[str, ...]:
    return ("--hasil", "sesuai", "--unit", "bidang-mutasi") if no == 7 else ()


def _report(root: Path, keadaan: str) -> None:
    assert _kinerja(root, "report", str(TW4)) == ExitCode.OK
    manifest = read_manifest(root / "output" / str(TW4))
    assert manifest is not None and manifest.origin.packet.keadaan == keadaan


def _made_without_pdf(root: Path, keadaan: str) -> set[str]:
    """The files of a report on a machine without LibreOffice: quick, and all DOCX."""
    from pipeline.problems import KinerjaError

    def none(*_: object, **__: object) -> dict[str, bytes]:
        raise KinerjaError(ExitCode.PROGRAM_MISSING, "render.soffice.tidak_ada", program="soffice")

    report = build.report(root, TW4, progress=lambda *_, **__: None, convert=none)
    assert report.checked.status is not None and report.checked.status.keadaan == keadaan
    return set(report.files)


# --- 2. skipping one step ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lengkap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _shipped(tmp_path_factory.mktemp("lengkap"))


@pytest.fixture
def tw1(lengkap: Path) -> Iterator[Path]:
    """The first quarter, which is lengkap; put back after the test."""
    folder = lengkap / "data" / "2026" / "tw1"
    kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    yield folder
    for path, content in kept.items():
        path.write_bytes(content)


@pytest.mark.parametrize("no", range(1, 12))
def test_a_step_that_is_skipped_holds_up_the_packet_and_status_names_it(
    no: int, tw1: Path, lengkap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if no == 7:
        (tw1 / "validasi" / "bidang-mutasi.yaml").write_text("unit: bidang-mutasi\n", encoding="utf-8")
    else:
        _write(tw1 / "langkah.yaml", ((LANGKAH[no - 1].kunci,), None))
    now = _status(lengkap, "2026-tw1", capsys)

    assert now["keadaan"] == ("draf" if no < 9 else "siap" if no == 9 else "sah")
    assert now["berikutnya"]["no"] == no
    assert now["langkah"][no - 1]["keadaan"] == "berikutnya"
    if no != 7:  # without a unit's rounds the naskah is another one, and its approvals are out of date as well
        assert {each["keadaan"] for each in now["langkah"][no:]} <= {"menunggu", "kedaluwarsa"}


EVIDENCE: dict[int, tuple[str, Steps]] = {
    1: ("langkah.yaml", ("disposisi", "instruksi")),
    2: ("realisasi/bidang-mutasi.yaml", ("realisasi", 1, "realisasi")),
    3: ("rapat.yaml", ("undangan", "nomor")),
    4: ("rapat.yaml", ("daftar_hadir",)),
    5: ("rapat.yaml", ("notulen", "keputusan", 0, "pic")),
    9: ("langkah.yaml", ("penandatanganan", "asli_basah")),
    11: ("surat-pengantar.yaml", ("nomor",)),
}


@pytest.mark.parametrize("no", EVIDENCE)
def test_a_record_without_its_evidence_is_no_step(
    no: int, tw1: Path, lengkap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, steps = EVIDENCE[no]
    _write(tw1 / file, (steps, None))
    now = _status(lengkap, "2026-tw1", capsys)

    assert now["berikutnya"]["no"] == no
    assert any(file in kurang["tempat"] for kurang in now["berikutnya"]["kurang"])


# --- 3. approvals bound to what was approved -----------------------------------------------------------------------


def _keadaan(values: dict[str, Any]) -> list[str]:
    return [each["keadaan"] for each in values["langkah"]]


def test_a_realisasi_changed_by_a_hundredth_undoes_its_validation_and_the_signature_until_it_is_put_back(
    tw1: Path, lengkap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tw1 / "realisasi" / "bidang-mutasi.yaml"
    typed = re.search(r"kode: (IK-1.3)[^\n]*\n(?:.*\n)*?    realisasi: (\d+)\n", file.read_text(encoding="utf-8"))
    assert typed is not None
    before = file.read_bytes()
    file.write_bytes(before.replace(f"realisasi: {typed[2]}\n".encode(), f"realisasi: {typed[2]}.01\n".encode(), 1))
    now = _status(lengkap, "2026-tw1", capsys)

    assert now["keadaan"] == "draf"
    assert _keadaan(now) == ["selesai"] * 6 + ["kedaluwarsa"] * 3 + ["menunggu"] * 2
    changes = {each["nama"]: (each["semula"], each["kini"]) for each in now["berikutnya"]["perubahan"]}
    assert changes["IK-1.3 realisasi"] == (typed[2], f"{typed[2]}.01")
    assert not [name for name in changes if name.startswith("IK-") and "IK-1.3" not in name]
    assert build.check(lengkap, Periode(2026, 1)).status.ke(7).basi == ("IK-1.3",)  # type: ignore[union-attr]

    file.write_bytes(before)
    assert _status(lengkap, "2026-tw1", capsys)["keadaan"] == "lengkap"


def test_a_changed_narrative_undoes_examination_and_signature_but_no_validation(
    tw1: Path, lengkap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(tw1 / "realisasi" / "bidang-mutasi.yaml", (("realisasi", 1, "faktor_pendorong"), ["Lain sama sekali"]))
    now = _status(lengkap, "2026-tw1", capsys)

    assert _keadaan(now) == ["selesai"] * 7 + ["kedaluwarsa"] * 2 + ["menunggu"] * 2
    assert any("faktor_pendorong" in each["nama"] for each in now["berikutnya"]["perubahan"])


def test_comments_the_order_of_keys_a_new_scan_and_the_letter_undo_nothing(
    tw1: Path, lengkap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rapat = tw1 / "rapat.yaml"
    text = rapat.read_text(encoding="utf-8")
    undangan, rest = text[text.index("undangan:") : text.index("daftar_hadir:")], text[text.index("daftar_hadir:") :]
    rapat.write_text(f"# catatan baru\n{rest}\n# lagi\n{undangan}", encoding="utf-8")
    (tw1 / "pindaian.pdf").write_bytes(b"%PDF-1.4 CONTOH")
    shutil.copy(SHIPPED / "data" / "2026" / "tw3" / "lampiran" / "suasana-rapat.png", tw1 / "daftar-hadir.png")
    _write(tw1 / "langkah.yaml", (("rapat", "pindaian"), "2026/tw1/daftar-hadir.png"))
    _write(tw1 / "langkah.yaml", (("pengarsipan", "arsip", "lokasi"), "Rak lain"))
    _write(tw1 / "surat-pengantar.yaml", (("nomor",), "000.8.6.3/999/BKPSDM/2026"))

    assert _status(lengkap, "2026-tw1", capsys)["keadaan"] == "lengkap"


@pytest.mark.long
def test_a_revision_is_signed_anew_and_the_earlier_packet_moves_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, periode = _shipped(tmp_path), "2026-tw1"
    output, tw1 = root / "output" / periode, root / "data" / "2026" / "tw1"
    assert _kinerja(root, "report", periode) == ExitCode.OK
    signed = {path.name: path.read_bytes() for path in output.iterdir() if path.name != "manifest.json"}

    _write(tw1 / "langkah.yaml", (("berita_acara", "nomor"), "000.8.6.3/132/BKPSDM/2026"))
    capsys.readouterr()
    assert _kinerja(root, "report", periode) == ExitCode.OK
    out = capsys.readouterr().out
    assert text("cli.report.tidak-ditulis", "id") in out
    assert "berita-acara-validasi.docx" in out
    assert {name: (output / name).read_bytes() for name in signed} == signed

    _write(tw1 / "realisasi" / "bidang-mutasi.yaml", (("realisasi", 1, "faktor_pendorong"), ["Keterangan lain"]))

    assert _kinerja(root, "step", "8", periode, "--oleh", "Sri") == ExitCode.PROBLEMS
    assert "revisi" in capsys.readouterr().err
    assert _kinerja(root, "report", periode, "--final") == ExitCode.PROBLEMS
    assert _kinerja(root, "report", periode, "--revisi", "Keterangan keliru") == ExitCode.OK
    assert {name: (output / name).read_bytes() for name in signed} == signed
    assert (output / "laporan-pengukuran-kinerja-draf.pdf").exists()
    for no, oleh, more in (("8", "Sri", ()), ("9", "Bambang", ("--asli-basah", "Lemari 2"))):
        day = f"2026-04-{29 if no == '8' else 30}"
        assert _kinerja(root, "step", no, periode, "--oleh", oleh, "--selesai", day, *more) == ExitCode.OK
    now = _status(root, periode, capsys)
    assert (now["keadaan"], now["berikutnya"]["no"]) == ("sah", 10)
    assert _kinerja(root, "report", periode, "--final") == ExitCode.OK

    kept = {path.name: path.read_bytes() for path in (output / "revisi-0").iterdir() if path.name != "manifest.json"}
    assert kept == signed
    printed = "".join(page.extract_text() for page in PdfReader(output / "laporan-pengukuran-kinerja.pdf").pages)
    assert "Revisi 1" in printed
    assert "Keterangan keliru" in printed


# --- 4. two units in two branches ----------------------------------------------------------------------------------


def test_two_units_that_report_and_validate_in_two_branches_merge_without_conflict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _shipped(tmp_path)

    def git(*words: str) -> str:
        identity = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.go.id", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", "-C", str(root), *identity, *words], capture_output=True, text=True, check=True)
        return done.stdout

    tw1 = root / "data" / "2026" / "tw1"
    for unit in ("bidang-mutasi", "sekretariat"):
        (tw1 / "validasi" / f"{unit}.yaml").unlink()
    _write(tw1 / "langkah.yaml", (("pemeriksaan",), None), (("penandatanganan",), None))
    git("init", "-q", "-b", "utama")
    git("add", ".")
    git("commit", "-q", "-m", "awal")
    for unit, validator in (("bidang-mutasi", "Fitri"), ("sekretariat", "Yusuf")):
        git("checkout", "-q", "-b", unit, "utama")
        _write(tw1 / "realisasi" / f"{unit}.yaml", (("realisasi", 0, "faktor_pendorong"), [f"Ditulis {unit}"]))
        words = ("--unit", unit, "--hasil", "sesuai", "--oleh", validator, "--selesai", "2026-04-20")
        assert _kinerja(root, "step", "7", "2026-tw1", *words) == ExitCode.OK
        git("add", ".")
        git("commit", "-q", "-m", unit)
    git("checkout", "-q", "utama")
    for unit in ("bidang-mutasi", "sekretariat"):
        git("merge", "-q", "--no-edit", unit)

    now = _status(root, "2026-tw1", capsys)
    assert now["langkah"][6]["keadaan"] == "selesai"
    assert "<<<<" not in git("diff", "HEAD~1")
    capsys.readouterr()
    assert _kinerja(root, "status", "2026-tw1") == ExitCode.OK
    assert "(git: Uji)" in re.sub(r"\s+", " ", capsys.readouterr().out)
