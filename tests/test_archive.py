"""What output/<periode>/ holds after a run, a crash, a full disk, and after people worked in it."""

from __future__ import annotations

import errno
import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.archive import FrozenError, Origin, Packet, clean, digest, is_current, keep, read_manifest, recover
from pipeline.problems import ExitCode, KinerjaError

ORIGIN = Origin("2026-tw3", "0.1.0", {"data/badan.yaml": digest(b"badan")}, {"surat": digest(b"surat")})


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _fails(number: int, after: int = 1):  # type: ignore[no-untyped-def]
    calls = iter(range(100))

    def write(path: Path, content: bytes) -> None:
        if next(calls) >= after:
            raise OSError(number, "injected")
        path.write_bytes(content)

    return write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "output" / "2026-tw3"
    keep(folder, {"a.docx": b"lama a", "b.docx": b"lama b"}, ORIGIN)
    return folder


def test_the_manifest_lists_every_file_with_its_digest_and_where_it_came_from(folder: Path) -> None:
    values = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

    assert values == {
        "periode": "2026-tw3",
        "versi": "0.1.0",
        "paket": {"keadaan": "draf", "revisi": 0, "sidik": ""},
        "berkas": {"a.docx": digest(b"lama a"), "b.docx": digest(b"lama b")},
        "isi": {"surat": digest(b"surat")},
        "masukan": {"data/badan.yaml": digest(b"badan")},
    }
    assert _names(folder) == {"a.docx", "b.docx", "manifest.json"}
    assert _names(folder.parent) == {"2026-tw3"}


def test_a_file_we_made_that_no_longer_belongs_goes_and_files_of_people_stay(folder: Path) -> None:
    (folder / "catatan.txt").write_text("punya orang", encoding="utf-8")
    (folder / "foto").mkdir()
    (folder / "foto" / "rapat.jpg").write_bytes(b"jpg")

    kept = keep(folder, {"a.docx": b"baru a"}, ORIGIN)

    assert kept == ()
    assert _names(folder) == {"a.docx", "manifest.json", "catatan.txt", "foto"}
    assert (folder / "a.docx").read_bytes() == b"baru a"
    assert (folder / "foto" / "rapat.jpg").read_bytes() == b"jpg"


def test_a_file_edited_since_stays_beside_the_new_one(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"disunting")

    assert keep(folder, {"a.docx": b"baru a"}, ORIGIN) == ("a.suntingan.docx",)
    assert (folder / "a.docx").read_bytes() == b"baru a"
    assert (folder / "a.suntingan.docx").read_bytes() == b"disunting"

    (folder / "a.docx").write_bytes(b"disunting lagi")
    assert keep(folder, {"a.docx": b"baru a"}, ORIGIN) == ("a.suntingan-2.docx",)
    assert (folder / "a.suntingan.docx").read_bytes() == b"disunting"


def test_an_edited_file_that_no_longer_belongs_stays_under_its_name(folder: Path) -> None:
    (folder / "b.docx").write_bytes(b"disunting")

    assert keep(folder, {"a.docx": b"baru a"}, ORIGIN) == ()
    assert (folder / "b.docx").read_bytes() == b"disunting"


def test_without_a_manifest_nothing_in_the_folder_counts_as_ours(folder: Path) -> None:
    (folder / "manifest.json").write_text("[]", encoding="utf-8")

    assert keep(folder, {"a.docx": b"baru a"}, ORIGIN) == ("a.suntingan.docx",)
    assert (folder / "b.docx").read_bytes() == b"lama b"


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "archive.full"), (errno.EFBIG, "archive.full"), (errno.EACCES, "archive.unwritable")],
)
@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_write_that_fails_leaves_the_folder_as_it_was(folder: Path, number: int, code: str, after: int) -> None:
    with pytest.raises(KinerjaError) as caught:
        keep(folder, {"a.docx": b"baru a", "c.pdf": b"pdf"}, ORIGIN, write=_fails(number, after))

    assert (caught.value.exit_code, caught.value.code) == (ExitCode.OUTPUT_FAILED, code)
    assert _names(folder) == {"a.docx", "b.docx", "manifest.json"}
    assert (folder / "a.docx").read_bytes() == b"lama a"
    assert _names(folder.parent) == {"2026-tw3"}


def test_a_file_where_the_output_folder_should_be_is_an_output_failure(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("bukan folder", encoding="utf-8")

    with pytest.raises(KinerjaError) as caught:
        keep(tmp_path / "output" / "2026-tw3", {"a.docx": b"a"}, ORIGIN)

    assert caught.value.code == "archive.unwritable"


CRASHES = {
    "while writing the new files": (True, False, False, b"lama a"),
    "after writing the new files": (True, False, True, b"lama a"),
    "between the two renames": (False, True, True, b"baru a"),
    "before people's files were moved": (True, True, False, b"lama a"),
}


@pytest.mark.parametrize("crash", CRASHES)
def test_whatever_the_last_step_before_a_crash_was_the_folder_is_never_a_mixture(tmp_path: Path, crash: str) -> None:
    folder = tmp_path / "2026-tw3"
    has_folder, has_old, complete, expected = CRASHES[crash]
    old, new = tmp_path / ".2026-tw3.lama", tmp_path / ".2026-tw3.baru"
    if has_folder:
        keep(folder, {"a.docx": b"lama a", "b.docx": b"lama b"}, ORIGIN)
    if has_old:
        keep(tmp_path / "lalu", {"a.docx": b"usang", "b.docx": b"usang"}, ORIGIN)
        (tmp_path / "lalu").rename(old)
        (old / "catatan.txt").write_text("punya orang", encoding="utf-8")
    if complete:
        keep(tmp_path / "kini", {"a.docx": b"baru a", "b.docx": b"baru b"}, ORIGIN)
        (tmp_path / "kini").rename(new)
    elif not has_old:
        new.mkdir()
        (new / "a.docx").write_bytes(b"setengah")

    recover(folder)

    assert _names(tmp_path) == {"2026-tw3"}
    assert (folder / "a.docx").read_bytes() == expected
    assert (folder / "b.docx").read_bytes() == expected.replace(b" a", b" b")
    assert (folder / "catatan.txt").exists() == has_old
    manifest = read_manifest(folder)
    assert manifest is not None
    assert manifest.files["a.docx"] == digest(expected)


def test_a_crash_that_left_only_the_old_folder_brings_it_back(tmp_path: Path) -> None:
    keep(tmp_path / ".2026-tw3.lama", {"a.docx": b"lama a"}, ORIGIN)

    recover(tmp_path / "2026-tw3")

    assert _names(tmp_path) == {"2026-tw3"}
    assert (tmp_path / "2026-tw3" / "a.docx").read_bytes() == b"lama a"


def test_files_are_current_only_if_untouched_and_made_from_the_same_contents(folder: Path) -> None:
    names = frozenset({"a.docx", "b.docx"})

    assert is_current(folder, ORIGIN.contents, names)
    assert not is_current(folder, {"surat": digest(b"lain")}, names)
    assert not is_current(folder, ORIGIN.contents, names | {"c.pdf"})
    assert not is_current(folder / "tidak-ada", ORIGIN.contents, names)

    (folder / "a.docx").write_bytes(b"disunting")
    assert not is_current(folder, ORIGIN.contents, names)


def test_keeping_the_same_files_twice_changes_no_byte(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    keep(folder, {"a.docx": b"lama a", "b.docx": b"lama b"}, ORIGIN)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_in_the_folders_place_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "2026-tw3").write_text("punya orang", encoding="utf-8")

    with pytest.raises(KinerjaError) as caught:
        keep(tmp_path / "2026-tw3", {"a.docx": b"a"}, ORIGIN)

    assert caught.value.code == "archive.unwritable"
    assert (tmp_path / "2026-tw3").read_text(encoding="utf-8") == "punya orang"
    assert _names(tmp_path) == {"2026-tw3"}


def test_a_folder_that_may_not_be_changed_stays_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.archive.os.access", lambda path, mode: Path(path) != folder)

    with pytest.raises(KinerjaError) as caught:
        keep(folder, {"a.docx": b"baru a"}, ORIGIN)

    assert caught.value.code == "archive.unwritable"
    assert (folder / "a.docx").read_bytes() == b"lama a"
    assert _names(folder.parent) == {"2026-tw3"}


def test_an_interruption_while_writing_leaves_nothing_beside_the_folder(folder: Path) -> None:
    def interrupted(path: Path, content: bytes) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep(folder, {"a.docx": b"baru a"}, ORIGIN, write=interrupted)

    assert _names(folder.parent) == {"2026-tw3"}
    assert (folder / "a.docx").read_bytes() == b"lama a"


def test_a_folder_that_is_a_link_keeps_being_one(tmp_path: Path) -> None:
    (tmp_path / "jauh").mkdir()
    (tmp_path / "2026-tw3").symlink_to("jauh")

    keep(tmp_path / "2026-tw3", {"a.docx": b"a"}, ORIGIN)

    assert (tmp_path / "2026-tw3").is_symlink()
    assert _names(tmp_path / "jauh") == {"a.docx", "manifest.json"}


def test_two_runs_at_once_keep_their_files_one_after_the_other(folder: Path) -> None:
    second = threading.Thread(target=keep, args=(folder, {"a.docx": b"kedua"}, ORIGIN))

    def slow(path: Path, content: bytes) -> None:
        if not second.is_alive():
            second.start()
        second.join(0.2)
        assert second.is_alive()
        path.write_bytes(content)

    keep(folder, {"a.docx": b"pertama"}, ORIGIN, write=slow)
    second.join(10)

    assert (folder / "a.docx").read_bytes() == b"kedua"
    assert _names(folder) == {"a.docx", "manifest.json"}
    assert _names(folder.parent) == {"2026-tw3"}


def test_clean_removes_what_runs_made_and_leaves_what_people_put_there_or_changed(tmp_path: Path) -> None:
    made, touched = tmp_path / "2026-tw1", tmp_path / "2026-tw2"
    for folder in (made, touched):
        keep(folder, {"a.docx": b"a", "b.pdf": b"b"}, Origin(folder.name, "1"))
    (touched / "a.docx").write_bytes(b"signed")
    (touched / "scan.pdf").write_bytes(b"theirs")

    assert clean(tmp_path) == ("2026-tw2/a.docx", "2026-tw2/scan.pdf")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "2026-tw2/a.docx",
        "2026-tw2/scan.pdf",
    ]
    assert not made.exists()


# --- signed packets ------------------------------------------------------------------------------------------------


def _origin(keadaan: str, revision: int = 0) -> Origin:
    return replace(ORIGIN, packet=Packet(keadaan, revision, f"v1:{revision}"))


def test_a_draft_stands_beside_a_signed_packet_and_goes_when_the_packet_is_made_again(folder: Path) -> None:
    keep(folder, {"a.docx": b"sah a", "l.pdf": b"sah"}, _origin("sah"))
    keep(folder, {"a-draf.docx": b"draf a", "l-draf.pdf": b"draf"}, _origin("draf"))
    keep(folder, {"a-draf.docx": b"draf a lagi"}, _origin("draf"))

    assert _names(folder) == {"a.docx", "l.pdf", "a-draf.docx", "manifest.json"}
    assert (folder / "a.docx").read_bytes() == b"sah a"
    standing = read_manifest(folder).standing  # type: ignore[union-attr]
    assert standing is not None and standing.origin.packet == Packet("sah", 0, "v1:0")

    keep(folder, {"a.docx": b"sah a", "l.pdf": b"sah"}, _origin("lengkap"))
    assert _names(folder) == {"a.docx", "l.pdf", "manifest.json"}


def test_a_later_revision_moves_the_signed_packet_to_a_folder_of_its_own(folder: Path) -> None:
    keep(folder, {"a.docx": b"sah 0", "l.pdf": b"sah 0"}, _origin("sah"))
    keep(folder, {"a-draf.docx": b"draf"}, _origin("draf", 1))
    (folder / "l.pdf").write_bytes(b"dengan coretan orang")
    keep(folder, {"a.docx": b"siap 1", "l.pdf": b"siap 1"}, _origin("siap", 1))
    keep(folder, {"a.docx": b"sah 1", "l.pdf": b"sah 1"}, _origin("sah", 1))
    keep(folder, {"a.docx": b"siap 2", "l.pdf": b"siap 2"}, _origin("siap", 2))

    assert _names(folder) == {"a.docx", "l.pdf", "manifest.json", "revisi-0", "revisi-1"}
    assert {p.name: p.read_bytes() for p in (folder / "revisi-0").iterdir() if p.name != "manifest.json"} == {
        "a.docx": b"sah 0",
        "l.pdf": b"dengan coretan orang",
    }
    assert (folder / "revisi-1" / "a.docx").read_bytes() == b"sah 1"
    earlier = read_manifest(folder / "revisi-0")
    assert earlier is not None and earlier.origin.packet == Packet("sah", 0, "v1:0")


@pytest.mark.parametrize(
    ("origin", "alone", "names"),
    [
        pytest.param("siap", False, (), id="not signed any more"),
        pytest.param("sah lain", False, (), id="another approval"),
        pytest.param("sah", False, ("a.docx",), id="other contents"),
        pytest.param("sah", True, ("a.docx",), id="one document alone"),
    ],
)
def test_a_signed_packet_is_not_written_over(folder: Path, origin: str, alone: bool, names: tuple[str, ...]) -> None:
    keep(folder, {"a.docx": b"sah", "surat.docx": b"sah"}, _origin("sah"))
    signed = {path.name: path.read_bytes() for path in folder.iterdir()}
    other = replace(ORIGIN, packet=Packet(origin.partition(" ")[0], 0, "v1:lain" if " " in origin else "v1:0"))
    with pytest.raises(FrozenError) as frozen:
        keep(folder, {"a.docx": b"lain", "surat.docx": b"lain"}, other, alone=alone, free=lambda n: n == "surat.docx")
    assert frozen.value.names == names
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == signed


def test_a_signed_packet_neither_gets_nor_loses_a_document(folder: Path) -> None:
    keep(folder, {"a.docx": b"sah", "surat.docx": b"sah"}, _origin("sah"))
    signed = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(FrozenError) as frozen:
        keep(folder, {"memo.docx": b"baru", "surat-2.docx": b"baru"}, _origin("sah"), free=lambda n: "surat" in n)
    assert (frozen.value.new, frozen.value.gone) == (("memo.docx",), ("a.docx",))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == signed

    keep(folder, {"a.docx": b"sah", "surat-2.docx": b"baru"}, _origin("sah"), free=lambda n: "surat" in n)
    assert _names(folder) == {"a.docx", "surat-2.docx", "manifest.json"}


def test_what_is_free_of_a_signed_packet_may_change_and_stays_part_of_it(folder: Path) -> None:
    keep(folder, {"a.docx": b"sah", "surat.docx": b"sah"}, _origin("sah"))
    keep(folder, {"surat.docx": b"alone"}, _origin("lengkap"), alone=True, free=lambda n: n == "surat.docx")
    keep(folder, {"a.docx": b"sah", "surat.docx": b"baru"}, _origin("lengkap"), free=lambda n: n == "surat.docx")
    assert (folder / "surat.docx").read_bytes() == b"baru"
    standing = read_manifest(folder).standing  # type: ignore[union-attr]
    assert standing is not None and set(standing.files) == {"a.docx", "surat.docx"}


def test_a_document_made_alone_stays_until_the_packet_makes_it(folder: Path) -> None:
    keep(folder, {"undangan.docx": b"u", "undangan.pdf": b"u"}, ORIGIN, alone=True)
    assert _names(folder) == {"a.docx", "b.docx", "undangan.docx", "undangan.pdf", "manifest.json"}

    keep(folder, {"a-draf.docx": b"draf"}, _origin("draf"))
    assert _names(folder) == {"a-draf.docx", "undangan.docx", "undangan.pdf", "manifest.json"}

    keep(folder, {"undangan.docx": b"u2"}, _origin("siap"))
    assert _names(folder) == {"undangan.docx", "manifest.json"}
    assert (folder / "undangan.docx").read_bytes() == b"u2"


def test_a_draft_made_alone_goes_when_a_draft_of_the_packet_holds_it(folder: Path) -> None:
    keep(folder, {"a-draf.docx": b"u", "a-draf.pdf": b"u"}, ORIGIN, alone=True)
    keep(folder, {"a-draf.docx": b"draf"}, _origin("draf"))
    assert _names(folder) == {"a-draf.docx", "manifest.json"}


def test_a_document_made_alone_before_there_is_any_packet_is_ours(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2026-tw4"
    keep(folder, {"undangan.docx": b"u"}, ORIGIN, alone=True)
    keep(folder, {"undangan.docx": b"u2"}, ORIGIN, alone=True)

    assert _names(folder) == {"undangan.docx", "manifest.json"}


def test_clean_removes_drafts_and_never_a_signed_packet_or_its_revisions(folder: Path) -> None:
    keep(folder, {"a.docx": b"sah 0"}, _origin("sah"))
    keep(folder, {"a.docx": b"sah 1"}, _origin("sah", 1))
    keep(folder, {"a-draf.docx": b"draf"}, _origin("draf", 1))

    assert clean(folder.parent) == ()
    assert _names(folder) == {"a.docx", "manifest.json", "revisi-0"}
    assert (folder / "revisi-0" / "a.docx").read_bytes() == b"sah 0"
    assert read_manifest(folder).origin.packet == Packet("sah", 1, "v1:1")  # type: ignore[union-attr]
    assert clean(folder.parent) == ()


def test_a_crash_while_a_signed_packet_moves_away_loses_nothing(folder: Path) -> None:
    keep(folder, {"a.docx": b"sah 0", "l.pdf": b"sah 0"}, _origin("sah"))
    old, new = folder.with_name(".2026-tw3.lama"), folder.with_name(".2026-tw3.baru")
    keep(folder, {"a.docx": b"siap 1"}, _origin("siap", 1))
    # As if the run had stopped after the two renames, with one of the two files moved.
    old.mkdir()
    (folder / "revisi-0" / "l.pdf").rename(old / "l.pdf")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (old / "manifest.json").write_text(json.dumps(manifest["digantikan"]["revisi-0"]), encoding="utf-8")

    recover(folder)

    assert not old.exists() and not new.exists()
    assert {p.name for p in (folder / "revisi-0").iterdir()} == {"a.docx", "l.pdf", "manifest.json"}
