"""Steps are recorded into the shipped first quarter, refused where they may not be, and out of date after a change."""

from __future__ import annotations

import difflib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline import build, record
from pipeline.build import Checked
from pipeline.domain.isian import Waktu, parse_waktu
from pipeline.domain.pencatatan import Permintaan
from pipeline.domain.periode import Periode
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError, Said
from pipeline.word.package import DOCUMENT, pack, unpack

PROJECT = Path(__file__).resolve().parent.parent
PERIODE = Periode(2026, 1)
TW1 = "data/2026/tw1"
LANGKAH = f"{TW1}/langkah.yaml"
MUTASI = f"{TW1}/realisasi/bidang-mutasi.yaml"
KEPALA, SEKRETARIS = "Drs. Bambang Prasetyo Utomo, M.Si.", "Dra. Sri Wahyuningsih, M.M."
KASUBBAG = "Dewi Anggraini, S.E., M.Ak."
VALIDATOR = {
    "sekretariat": "Yusuf Hamdani, S.H.",
    "bidang-pengadaan": "Rizky Firmansyah, S.Kom.",
    "bidang-mutasi": "Fitri Handayani, S.A.P.",
    "bidang-pengembangan": "Lestari Wulandari, S.Psi.",
}


def minta(no: int, oleh: str, selesai: str, **ganti: Any) -> Permintaan:
    waktu = parse_waktu(selesai)
    assert isinstance(waktu, Waktu)
    return Permintaan(no=no, oleh=oleh, selesai=waktu, **ganti)


VALIDASI = [minta(7, nama, "2026-04-21", unit=unit, hasil="sesuai") for unit, nama in VALIDATOR.items()]
PERIKSA = minta(8, SEKRETARIS, "2026-04-23 10.25", mulai=parse_waktu("2026-04-23 10.00"))
TANDA_TANGAN = minta(9, KEPALA, "2026-04-24 08.25", isian={"asli_basah": {"lokasi": "Ruang arsip, map TW I"}})
SERAH = minta(10, SEKRETARIS, "2026-04-24 09.10")
ARSIP = minta(
    11, KASUBBAG, "2026-04-27 08.45", isian={"arsip": {"nomor": "1", "lokasi": "Rak 4", "tanggal": "2026-04-27"}}
)


def check(root: Path, about: dict[str, bytes] | None = None) -> Checked:
    return build.check(root, PERIODE, about)


def keadaan(root: Path, about: dict[str, bytes] | None = None) -> str:
    """A letter a step (S selesai, K kedaluwarsa, B berikutnya, M menunggu) and the state of the packet."""
    checked = check(root, about)
    assert checked.status is not None and not checked.stops, checked.problems
    return "".join(str(s.keadaan)[0].upper() for s in checked.status.langkah) + f" {checked.status.keadaan}"


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in (root / "data").rglob("*") if p.is_file()}


def edited(root: Path, file: str, old: str, new: str) -> dict[str, bytes]:
    """A file with another text in it, as it would be on disk."""
    content = (root / file).read_bytes().decode()
    assert content.count(old) == 1, (file, old, content.count(old))
    return {file: content.replace(old, new).encode()}


def edit(root: Path, file: str, old: str, new: str) -> None:
    for name, content in edited(root, file, old, new).items():
        (root / name).write_bytes(content)


def append(root: Path, file: str, more: str) -> None:
    path = root / file
    path.write_bytes((path.read_bytes() if path.exists() else b"") + more.encode())


def refused(root: Path, wanted: Permintaan) -> list[Said]:
    """Why a record is refused; nothing is written then, and the reasons can be told in both languages."""
    before = files(root)
    with pytest.raises(record.Refused) as found:
        record.record(root, PERIODE, wanted)
    assert files(root) == before
    for reason in found.value.reasons:
        for language in ("id", "en"):
            args = {k: v if isinstance(v, str) else text(v.code, language, **v.args) for k, v in reason.args.items()}
            assert text(reason.code, language, **args)
    return list(found.value.reasons)


def codes(reasons: list[Said]) -> list[str]:
    return [reason.args["hal"].code if "hal" in reason.args else reason.code for reason in reasons]  # type: ignore[union-attr]


def _copied(source: Path, target: Path) -> Path:
    shutil.copytree(source / "data", target / "data", ignore=shutil.ignore_patterns("tw2", "tw3", "tw4"))
    (target / "templates").symlink_to(PROJECT / "templates")
    return target


def _without(catatan: str, keys: tuple[str, ...]) -> str:
    """A file of records without some of them."""
    parts = re.split(r"(?m)^(?=\w+:)", catatan)
    return "".join(part for part in parts if not part.startswith(tuple(f"{key}:" for key in keys)))


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped quarter with steps 1–6 done and nothing approved yet."""
    root = _copied(PROJECT, tmp_path_factory.mktemp("composed"))
    path = root / LANGKAH
    later = ("pemeriksaan", "penandatanganan", "penyerahan", "pengarsipan", "revisi")
    path.write_text(_without(path.read_text(encoding="utf-8"), later), encoding="utf-8")
    shutil.rmtree(root / TW1 / "validasi")
    (root / TW1 / "persetujuan.json").unlink(missing_ok=True)
    assert keadaan(root) == "SSSSSSBMMMM draf"
    return root


@pytest.fixture(scope="module")
def validated(composed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = _copied(composed, tmp_path_factory.mktemp("validated"))
    for each in VALIDASI:
        record.record(root, PERIODE, each)
    assert keadaan(root) == "SSSSSSSBMMM draf"
    return root


@pytest.fixture(scope="module")
def signed(validated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = _copied(validated, tmp_path_factory.mktemp("signed"))
    record.record(root, PERIODE, PERIKSA)
    assert keadaan(root) == "SSSSSSSSBMM siap"
    record.record(root, PERIODE, TANDA_TANGAN)
    assert keadaan(root) == "SSSSSSSSSBM sah"
    return root


@pytest.fixture(scope="module")
def complete(signed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = _copied(signed, tmp_path_factory.mktemp("complete"))
    record.record(root, PERIODE, SERAH)
    record.record(root, PERIODE, ARSIP)
    assert keadaan(root) == "SSSSSSSSSSS lengkap"
    return root


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[Path], Path]:
    return lambda source: _copied(source, tmp_path)


# --- refused -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [PERIKSA, TANDA_TANGAN, SERAH, ARSIP], ids=lambda m: str(m.no))
def test_a_step_is_refused_and_those_before_it_are_named(composed: Path, wanted: Permintaan) -> None:
    reasons = refused(composed, wanted)
    assert codes(reasons) == ["cli.step.sebelumnya"] * (wanted.no - 7)
    assert [reason.args["no"] for reason in reasons] == [str(n) for n in range(7, wanted.no)]


def test_a_part_of_the_validation_is_none(composed: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(composed)
    done = record.record(root, PERIODE, VALIDASI[0])
    assert done.files == (f"{TW1}/validasi/sekretariat.yaml",)
    assert keadaan(root) == "SSSSSSBMMMM draf"
    assert codes(refused(root, PERIKSA)) == ["cli.step.sebelumnya"]


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(minta(7, VALIDATOR["sekretariat"], "2026-04-21", unit="bidang-mutasi", hasil="sesuai"), id="unit"),
        pytest.param(minta(7, "Tidak Dikenal", "2026-04-21", hasil="sesuai"), id="unknown"),
        pytest.param(minta(7, KEPALA, "2026-04-21", hasil="sesuai"), id="role"),
    ],
)
def test_nobody_validates_who_may_not(composed: Path, wanted: Permintaan) -> None:
    assert codes(refused(composed, wanted)) == ["cli.step.oleh"]


def test_nobody_validates_before_what_is_validated_was_composed(composed: Path) -> None:
    reasons = refused(composed, minta(7, VALIDATOR["sekretariat"], "2026-01-04", hasil="sesuai"))
    assert set(codes(reasons)) == {"cli.step.mendahului"}


@pytest.mark.parametrize(
    ("oleh", "selesai"), [(KASUBBAG, "2026-04-23"), ("Hendra Gunawan", "2026-04-23"), (SEKRETARIS, "2026-05-01")]
)
def test_nobody_examines_who_may_not_that_day(validated: Path, oleh: str, selesai: str) -> None:
    assert codes(refused(validated, minta(8, oleh, selesai))) == ["cli.step.oleh"]


def test_a_signature_without_a_proof_is_refused(validated: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(validated)
    record.record(root, PERIODE, PERIKSA)
    assert codes(refused(root, minta(9, KEPALA, "2026-04-24 08.25"))) == ["sop.kurang.bukti-tanda-tangan"]


@pytest.mark.long
@pytest.mark.parametrize(("kunci", "nilai"), [("pindaian", "scan.pdf"), ("tte", "gambar/logo.png")])
def test_a_proof_that_is_not_there_is_refused(
    validated: Path, copy: Callable[[Path], Path], kunci: str, nilai: str
) -> None:
    root = copy(validated)
    record.record(root, PERIODE, PERIKSA)
    with pytest.raises(record.Refused) as found:
        record.record(root, PERIODE, minta(9, KEPALA, "2026-04-24", isian={kunci: nilai}))
    assert found.value.checked.stops
    assert keadaan(root) == "SSSSSSSSBMM siap"


def test_an_archive_entry_is_asked_for(signed: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(signed)
    record.record(root, PERIODE, SERAH)
    assert codes(refused(root, minta(11, KASUBBAG, "2026-04-27"))) == ["sop.kurang.isian"]
    (root / TW1 / "surat-pengantar.yaml").unlink()
    assert codes(refused(root, ARSIP)) == ["sop.kurang.isian"] * 2


@pytest.mark.parametrize(
    "wanted", [minta(6, KASUBBAG, "2026-04-16"), VALIDASI[0], PERIKSA, TANDA_TANGAN], ids=lambda m: str(m.no)
)
def test_a_signed_naskah_is_left_alone(complete: Path, wanted: Permintaan) -> None:
    assert codes(refused(complete, wanted)) == ["cli.step.beku"]


def test_faulty_inputs_record_nothing(composed: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(composed)
    append(root, MUTASI, "tidak_dikenal: 1\n")
    before = files(root)
    with pytest.raises(record.Refused) as found:
        record.record(root, PERIODE, VALIDASI[0])
    assert found.value.checked.stops and not found.value.reasons
    assert files(root) == before


def test_a_round_dated_before_the_one_before_it_is_refused(validated: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(validated)
    wanted = minta(7, VALIDATOR["sekretariat"], "2026-04-20", unit="sekretariat", kode=("IK-3.1",), hasil="sesuai")
    before = files(root)
    with pytest.raises(record.Refused):
        record.record(root, PERIODE, wanted)
    assert files(root) == before


def test_a_file_that_cannot_be_written_to_is_told_and_stays(composed: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(composed)
    (root / TW1 / "validasi").mkdir()
    path = root / TW1 / "validasi" / "sekretariat.yaml"
    path.write_text("unit: sekretariat\nvalidasi: &v []\n", encoding="utf-8")
    before = files(root)
    with pytest.raises((KinerjaError, record.Refused)) as found:
        record.record(root, PERIODE, VALIDASI[0])
    if isinstance(found.value, KinerjaError):
        assert found.value.exit_code is ExitCode.PROBLEMS
    assert files(root) == before


@pytest.mark.long
def test_a_template_at_fault_leaves_the_signature_unwritten(validated: Path, tmp_path: Path) -> None:
    shutil.copytree(validated / "data", tmp_path / "data")
    shutil.copytree(PROJECT / "templates", tmp_path / "templates")
    record.record(tmp_path, PERIODE, PERIKSA)
    (tmp_path / "templates" / "lembar-pengesahan.docx").write_bytes(b"no docx")
    before = files(tmp_path)
    with pytest.raises(KinerjaError):
        record.record(tmp_path, PERIODE, TANDA_TANGAN)
    assert files(tmp_path) == before


# --- written -------------------------------------------------------------------------------------------------------


def _changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[:1] in "-+"]


def test_a_record_leaves_every_other_line_of_the_file_as_it_was(validated: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(validated)
    path = root / LANGKAH
    odd = '\n# --- catatan staf ---\npemeriksaan:   # menunggu\n  catatan: "Tunggu Sekretaris"   # hapus nanti\n'
    path.write_text(path.read_text(encoding="utf-8") + odd, encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    record.record(root, PERIODE, PERIKSA)
    after = path.read_text(encoding="utf-8")
    changed = _changed(before, after)
    assert [line for line in changed if line.startswith("-")] == ['-   catatan: "Tunggu Sekretaris"   # hapus nanti']
    assert [re.sub("v1:[0-9a-f]{64}", "v1:…", line) for line in changed if line.startswith("+")] == [
        "+   catatan:                       # hapus nanti",
        f"+   oleh: {SEKRETARIS}",
        "+   mulai: 2026-04-23 10.00",
        "+   selesai: 2026-04-23 10.25",
        "+   sidik: v1:…",
    ]


def test_a_file_with_other_line_ends_keeps_them(validated: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(validated)
    path = root / LANGKAH
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    record.record(root, PERIODE, PERIKSA)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert keadaan(root) == "SSSSSSSSBMM siap"


def test_a_first_record_begins_its_file(composed: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(composed)
    (root / LANGKAH).unlink()
    disposisi = {"kepada": ["Sekretaris"], "instruksi": ["Susun: segera."]}
    done = record.record(root, PERIODE, minta(1, "Bambang", "2026-04-01 08.10", isian=disposisi))
    assert (done.oleh, done.files) == (KEPALA, (LANGKAH,))
    content = (root / LANGKAH).read_text(encoding="utf-8")
    assert content.startswith("# yaml-language-server: $schema=../../skema/langkah.json\n")
    assert keadaan(root)[:2] == "SB"


def test_rounds_are_added_behind_those_that_are_there(validated: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(validated)
    file = f"{TW1}/validasi/bidang-mutasi.yaml"
    edit(root, MUTASI, "realisasi: 96", "realisasi: 96.01")
    assert keadaan(root) == "SSSSSSKMMMM draf"
    before = (root / file).read_text(encoding="utf-8")
    record.record(root, PERIODE, minta(7, "Fitri", "2026-04-21", hasil="sesuai", catatan="Diperbaiki."))
    changed = _changed(before, (root / file).read_text(encoding="utf-8"))
    assert all(line.startswith("+") for line in changed)
    assert sum("hasil:" in line for line in changed) == 1
    assert any("catatan: Diperbaiki." in line for line in changed)
    assert keadaan(root) == "SSSSSSSBMMM draf"


def test_all_units_validate_what_they_own(validated: Path) -> None:
    berkas = check(validated).berkas
    assert berkas is not None
    pemilik = {i.kode: i.penanggung_jawab for i in berkas.pk.isi.indikator}
    dicatat = {v.kode: f.isi.unit for f in berkas.kini.validasi for v in f.isi.validasi}
    assert dicatat == pemilik
    for file in berkas.kini.validasi:
        for validasi in file.isi.validasi:
            (putaran,) = validasi.putaran
            assert putaran.validator == VALIDATOR[file.isi.unit] and putaran.sidik and putaran.disetujui


def test_the_signature_is_bound_to_the_values_and_to_the_printed_text(complete: Path) -> None:
    checked = check(complete)
    assert checked.bahan is not None
    catatan = checked.bahan.berkas.kini.catatan.penandatanganan
    assert catatan is not None
    assert catatan.sidik_teks == build.naskah_text(complete, checked.bahan)
    assert not build.text_changed(complete, checked.bahan)
    kept = json.loads((complete / TW1 / "persetujuan.json").read_text(encoding="utf-8"))
    assert catatan.sidik in kept


# --- after the signature -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "harap"),
    [
        pytest.param(MUTASI, "realisasi: 96", "realisasi: 96.01", "SSSSSSKKKMM draf", id="realisasi"),
        pytest.param(MUTASI, "realisasi: 96", "realisasi: 96.00   # tiga", "SSSSSSSSSSS lengkap", id="number"),
        pytest.param(
            "data/2026/tw1/realisasi/bidang-mutasi.yaml",
            "realisasi: 96",
            "realisasi: 96.01",
            "SSSSSSKKKMM draf",
            id="TW I",
        ),
        pytest.param(f"{TW1}/rapat.yaml", "  pimpinan: Drs.", "  pimpinan: Dr.", "SSSSSSSKKMM draf", id="notulen"),
        pytest.param("data/badan.yaml", "telepon: (0299)", "telepon: (0281)", "SSSSSSSSSSS lengkap", id="telephone"),
        pytest.param("data/badan.yaml", "Nomor 12 Tirtasari", "Nomor 14", "SSSSSSSSSSS lengkap", id="address"),
        pytest.param("data/badan.yaml", "singkatan: BKPSDM", "singkatan: BKP", "SSSSSSSKKMM draf", id="agency"),
        pytest.param(f"{TW1}/surat-pengantar.yaml", "/137/", "/138/", "SSSSSSSSSSS lengkap", id="letter"),
        pytest.param(LANGKAH, "lokasi: Rak 4", "lokasi: Rak 5", "SSSSSSSSSSS lengkap", id="archive"),
    ],
)
def test_what_the_naskah_shows_and_nothing_else_makes_it_a_draft(
    complete: Path, file: str, old: str, new: str, harap: str
) -> None:
    assert keadaan(complete, edited(complete, file, old, new)) == harap
    assert keadaan(complete, {file: (complete / file).read_bytes()}) == "SSSSSSSSSSS lengkap"


def test_only_the_changed_indikator_is_validated_again(complete: Path) -> None:
    checked = check(complete, edited(complete, MUTASI, "realisasi: 96", "realisasi: 96.01"))
    assert checked.status is not None
    assert checked.status.ke(7).basi == ("IK-1.3",)
    (told,) = record.changes_since(complete, checked)
    assert (told.nama, told.semula, told.kini) == ("IK-1.3 realisasi", "96", "96.01")
    assert str(checked.places.locate(told.jalur)).startswith(f"{MUTASI}:")


def test_a_changed_narrative_is_told_from_and_to(complete: Path) -> None:
    about = edited(complete, f"{TW1}/rapat.yaml", f"  pimpinan: {KEPALA}", "  pimpinan: Orang Lain")
    assert keadaan(complete, about) == "SSSSSSSKKMM draf"
    (told,) = record.changes_since(complete, check(complete, about))
    assert (told.nama, told.semula, told.kini) == ("tw1/notulen/pimpinan", KEPALA, "Orang Lain")
    assert told.jalur == (f"{TW1}/rapat.yaml", "notulen", "pimpinan")


def test_approved_values_that_were_tampered_with_are_not_told(complete: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(complete)
    path = root / TW1 / "persetujuan.json"
    path.write_text(path.read_text(encoding="utf-8").replace(KEPALA, "Orang Lain"), encoding="utf-8")
    edit(root, "data/badan.yaml", "singkatan: BKPSDM", "singkatan: BKP")
    assert record.changes_since(root, check(root)) == ()
    path.write_text("{", encoding="utf-8")
    assert record.changes_since(root, check(root)) == ()
    path.unlink()
    assert keadaan(root) == "SSSSSSSKKMM draf"


def _kemudian(root: Path) -> Iterator[str]:
    """What an agency goes on to type after a quarter was signed; each is named as it has been done."""
    append(root, MUTASI, "\n# Catatan untuk triwulan berikutnya.\n")
    yield "a comment"
    append(
        root,
        "data/2026/perjanjian-kinerja-perubahan-2.yaml",
        "tahun: 2026\nberlaku_tw: 2\ntanggal: 2026-05-28\nindikator:\n"
        "  - kode: IK-1.3\n    target: {tahun: 470, tw1: 99, tw4: 470}\n",
    )
    yield "a PK perubahan from TW II on"
    edit(
        root,
        "data/badan.yaml",
        "kebijakan:\n  - berlaku_sejak: 2026-01-01\n",
        "kebijakan:\n  - {berlaku_sejak: 2026-04-01, batas: 110, skala_predikat: permendagri-86-2017}\n"
        "  - berlaku_sejak: 2026-01-01\n",
    )
    yield "a policy from TW II on"
    edit(
        root,
        "data/badan.yaml",
        "pejabat:\n",
        "pejabat:\n  - {peran: kepala_badan, jabatan: Kepala Badan, nama: Baru, nip: 197003151995031002, "
        "pangkat: Pembina, golongan: IV/a, berlaku_sejak: 2026-04-25}\n",
    )
    yield "a new head"
    append(root, "data/hari-libur.yaml", "  - {tanggal: 2027-01-01, uraian: Tahun Baru}\n")
    yield "holidays of next year"
    scan = next((PROJECT / "data/2026/tw3/lampiran").glob("*.pdf"))
    (root / TW1 / "scan.pdf").write_bytes(scan.read_bytes())
    edit(root, LANGKAH, "  asli_basah:", "  pindaian: 2026/tw1/scan.pdf\n  asli_basah:")
    yield "a scan"
    shutil.copytree(PROJECT / "data/2026/tw2", root / "data/2026/tw2")
    yield "the next quarter"


def test_what_comes_later_leaves_a_signed_packet_and_its_text_as_they_are(
    complete: Path, copy: Callable[[Path], Path]
) -> None:
    root = copy(complete)
    for what in _kemudian(root):
        assert keadaan(root) == "SSSSSSSSSSS lengkap", what
    checked = check(root)
    assert checked.bahan is not None and not build.text_changed(root, checked.bahan)


def test_a_later_official_with_an_unusual_nip_leaves_the_signed_text_as_it_is(complete: Path) -> None:
    about = edited(
        complete,
        "data/badan.yaml",
        "pejabat:\n",
        "pejabat:\n  - {peran: validator, unit: sekretariat, jabatan: Analis, nama: Baru, nip: '12345', "
        "pangkat: '-', golongan: '-', berlaku_sejak: 2027-01-04}\n",
    )
    assert keadaan(complete, about) == "SSSSSSSSSSS lengkap"
    checked = check(complete, about)
    assert checked.bahan is not None and not build.text_changed(complete, checked.bahan)


def test_a_changed_template_is_noticed_in_the_text_alone(complete: Path, tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(complete / "data")
    shutil.copytree(PROJECT / "templates", tmp_path / "templates")
    path = tmp_path / "templates" / "lembar-pengesahan.docx"
    parts = unpack(path.read_bytes())
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"</w:t>", b" sekali</w:t>", 1)
    path.write_bytes(pack(parts))
    assert keadaan(tmp_path) == "SSSSSSSSSSS lengkap"
    checked = check(tmp_path)
    assert checked.bahan is not None and build.text_changed(tmp_path, checked.bahan)


# --- revisions -----------------------------------------------------------------------------------------------------


def test_nothing_is_revised_before_it_is_signed(validated: Path) -> None:
    before = files(validated)
    with pytest.raises(record.Refused) as found:
        record.revise(validated, PERIODE, "Salah ketik", date(2026, 6, 3))
    assert codes(list(found.value.reasons)) == ["cli.revisi.belum-sah"]
    assert files(validated) == before


def test_a_revision_goes_through_the_steps_again(complete: Path, copy: Callable[[Path], Path]) -> None:
    root = copy(complete)
    edit(root, MUTASI, "realisasi: 96", "realisasi: 97")
    assert check(root).status.perlu_revisi  # type: ignore[union-attr]
    assert "cli.step.beku" in codes(refused(root, minta(7, "Fitri", "2026-06-03", hasil="sesuai")))
    done = record.revise(root, PERIODE, "Salah: ketik", date(2026, 6, 3))
    assert done.files == (LANGKAH,)
    assert keadaan(root) == "SSSSSSKKKMM draf"
    with pytest.raises(record.Refused) as found:
        record.revise(root, PERIODE, "Lagi", date(2026, 6, 3))
    assert codes(list(found.value.reasons)) == ["cli.revisi.terbuka"]

    record.record(root, PERIODE, minta(7, "Fitri", "2026-06-03", hasil="sesuai"))
    record.record(root, PERIODE, minta(8, "Hendra", "2026-06-04 09.00"))
    assert keadaan(root) == "SSSSSSSSKMM siap"
    assert codes(refused(root, minta(9, "Bambang", "2026-06-05"))) == ["sop.kurang.bukti-tanda-tangan"]
    record.record(root, PERIODE, minta(9, "Bambang", "2026-06-05", isian={"asli_basah": {"lokasi": "Map revisi"}}))
    checked = check(root)
    assert checked.status is not None and checked.status.keadaan.sudah_sah and checked.status.revisi == 1
    catatan = checked.berkas.kini.catatan.penandatanganan if checked.berkas else None
    assert catatan and catatan.revisi == 1 and catatan.asli_basah and catatan.asli_basah.lokasi == "Map revisi"
    kept = json.loads((root / TW1 / "persetujuan.json").read_text(encoding="utf-8"))
    assert catatan.sidik in kept
    second = record.revise(root, PERIODE, "Lagi", date(2026, 6, 8))
    assert second.checked.status is not None and second.checked.status.revisi == 2


@pytest.mark.long
def test_a_revised_packet_is_not_sent_with_the_letter_of_the_first(
    complete: Path, copy: Callable[[Path], Path]
) -> None:
    """Steps 10 and 11 of the signed naskah are records about that one, not about its revision."""
    root = copy(complete)
    record.revise(root, PERIODE, "Salah ketik", date(2026, 6, 3))
    record.record(root, PERIODE, minta(8, "Hendra", "2026-06-04 09.00"))
    record.record(root, PERIODE, minta(9, "Bambang", "2026-06-05", isian={"asli_basah": {"lokasi": "Map revisi"}}))
    assert keadaan(root) == "SSSSSSSSSBM sah"
