"""Rows of dokumen.yaml about documents of the agency's own: what is taken, and what is refused at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.inputs.load import documents_list
from pipeline.inputs.own_documents import name_fault

if TYPE_CHECKING:
    from tests.inputs.conftest import Root

FILE = "data/dokumen.yaml"
HEAD = "paket:\n  - dokumen: undangan\n    judul: Undangan\n"
MEMO = "  - dokumen: memo\n    judul: Memo\n    templat: memo.docx\n    langkah: 6\n    fields: surat-pengantar\n"


@pytest.fixture(autouse=True)
def templates(root: Root) -> None:
    for name in ("memo", "nota dinas", "surat-pengantar", "undangan", "lampiran"):
        root.write(f"templates/{name}.docx", b"PK")


def _found(root: Root, rows: str) -> list[str]:
    root.write(FILE, HEAD + rows)
    return [line.removeprefix("dokumen.yaml:") for line in root.found()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("memo.docx", "surat-pengantar.docx"),
        ("memo.docx", "nota dinas.docx"),
        ("surat-pengantar", "lembar-kendali-sop"),
        ("dokumen: memo", "dokumen: undangan-kedua"),
        ("dokumen: memo", "dokumen: 2026-b"),
        ("langkah: 6", "langkah: 11\n    sejak: 2026-tw4"),
    ],
)
def test_a_row_with_template_step_and_fields_is_a_document(root: Root, old: str, new: str) -> None:
    assert _found(root, MEMO.replace(old, new)) == []
    loaded = root.load().berkas
    assert loaded and loaded.dokumen.isi.paket[1].fields


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("  - dokumen: undangn-rapat\n    judul: Undangan\n", ["4:14 dokumen-tidak-dikenal → undangan"]),
        ("  - dokumen: memo\n    judul: Memo\n", ["4:14 dokumen-tidak-dikenal"]),
        ("  - dokumen: lembar-kendali-sop\n    judul: Kendali\n", ["4:14 dokumen-tersendiri"]),
        ("  - dokumen:\n    judul: Memo\n", ["4:13 belum-ada-nilai"]),
        ("  - judul: Memo\n    templat: memo.docx\n", ["4:5 kunci-hilang"]),
    ],
)
def test_a_key_that_is_no_document_is_told_with_the_nearest_one(root: Root, row: str, expected: list[str]) -> None:
    assert _found(root, row) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    templat: memo.docx\n", "", ["4:5 kunci-hilang"]),
        ("    langkah: 6\n", "", ["4:5 kunci-hilang"]),
        ("    fields: surat-pengantar\n", "", ["4:5 kunci-hilang"]),
        ("fields: surat-pengantar", "fields:", ["4:5 belum-ada-nilai"]),
        ("langkah: 6", "langkah: 12", ["7:14 terlalu-besar"]),
        ("langkah: 6", "langkah: 0", ["7:14 terlalu-kecil"]),
        ("langkah: 6", "langkah: enam", ["7:14 bukan-angka"]),
        ("fields: surat-pengantar", "fields: surat-pengatar", ["8:13 pilihan-tidak-dikenal → surat-pengantar"]),
        ("fields: surat-pengantar", "fields: lampiran", ["8:13 pilihan-tidak-dikenal"]),
        ("langkah: 6", "langkah: 6\n    sejak: tw4-2026", ["8:12 periode-salah"]),
        ("langkah: 6", "langkah: 6\n    sejak: 2026 TW4", ["8:12 periode-salah → 2026-tw4"]),
    ],
)
def test_each_key_of_its_own_must_be_there_and_right(root: Root, old: str, new: str, expected: list[str]) -> None:
    assert _found(root, MEMO.replace(old, new)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("memmo.docx", "6:14 templat-tidak-ada → memo.docx"),
        ("catatan.docx", "6:14 templat-tidak-ada"),
        ("Memo.docx", "6:14 templat-tidak-ada → memo.docx"),
        ("memo", "6:14 templat-bukan-nama → memo.docx"),
        ("memo.doc", "6:14 templat-bukan-nama → memo.docx"),
        ("templates/memo.docx", "6:14 templat-bukan-nama → memo.docx"),
        ("..\\memo.docx", "6:14 templat-bukan-nama → memo.docx"),
        ("bagian/", "6:14 templat-bukan-nama"),
        ("~$memo.docx", "6:14 templat-bukan-nama"),
        ("lampiran.docx", "6:14 templat-isian-lain"),
        ("undangan.docx", "6:14 templat-isian-lain → undangan"),
        ("x" * 300 + ".docx", "6:14 templat-tidak-ada"),
    ],
)
def test_a_template_is_a_file_in_templates_for_the_same_fields(root: Root, typed: str, expected: str) -> None:
    assert _found(root, MEMO.replace("memo.docx", typed)) == [expected]


def test_two_documents_share_a_template_only_with_the_same_fields(root: Root) -> None:
    nota = MEMO.replace("dokumen: memo", "dokumen: nota")

    assert _found(root, MEMO + nota) == []
    assert _found(root, MEMO + nota.replace("fields: surat-pengantar", "fields: undangan")) == [
        "11:14 templat-isian-lain → surat-pengantar"
    ]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("Memo Internal", "kunci-dokumen-salah → memo-internal"),
        ("memo_internal", "kunci-dokumen-salah → memo-internal"),
        ("-memo", "kunci-dokumen-salah → memo"),
        ("m" * 61, f"kunci-dokumen-salah → {'m' * 60}"),
        ("lembar-kendali-sop", "dokumen-tersendiri"),
        ("lampiran", "kunci-dokumen-terpakai"),
        ("lembar-draf", "kunci-dokumen-terpakai"),
        ("pindaian", "kunci-dokumen-terpakai"),
        ("laporan-pengukuran-kinerja", "kunci-dokumen-terpakai"),
        ("urutan", "kunci-dokumen-terpakai"),
        ("lampiran-1", "kunci-dokumen-terpakai"),
        ("lembar-unit-sekretariat", "kunci-dokumen-terpakai"),
        ("memo-draf", "kunci-dokumen-terpakai"),
        ("daftar-hadir-pindaian", "kunci-dokumen-terpakai"),
        ("lembar-pengesahan-tte", "kunci-dokumen-terpakai"),
    ],
)
def test_a_key_that_cannot_name_files_of_its_own_is_refused(root: Root, key: str, code: str) -> None:
    assert _found(root, MEMO.replace("dokumen: memo", f"dokumen: {key}")) == [f"4:14 {code}"]


def test_a_document_made_unit_by_unit_takes_every_name_that_begins_with_its_key(root: Root) -> None:
    units = MEMO.replace("surat-pengantar", "lembar-unit")
    other = MEMO.replace("dokumen: memo", "dokumen: memo-sekretariat").replace("memo.docx", "nota dinas.docx")

    assert _found(root, units + other) == ["9:14 kunci-dokumen-terpakai"]
    assert _found(root, MEMO + other) == []
    assert _found(root, units.replace("dokumen: memo", "dokumen: surat")) == ["4:14 kunci-dokumen-terpakai"]
    assert _found(root, MEMO.replace("dokumen: memo", "dokumen: surat")) == []


@pytest.mark.parametrize("key", ["templat: memo.docx", "langkah: 6", "fields: notulen", "sejak: 2026-tw1"])
def test_a_document_of_the_program_takes_none_of_these_keys(root: Root, key: str) -> None:
    row = f"  - dokumen: notulen\n    judul: Notulen\n    {key}\n"
    column = 7 + key.index(":")

    assert _found(root, row) == [f"6:{column} dokumen-bawaan"]


def test_the_same_key_twice_is_refused(root: Root) -> None:
    assert _found(root, MEMO + MEMO) == ["9:14 kode-ganda"]
    assert _found(root, "  - dokumen: undangan\n    judul: Lagi\n") == ["4:14 kode-ganda"]


def test_what_an_unreadable_part_of_the_row_may_hold_is_not_missed(root: Root) -> None:
    assert _found(root, MEMO.replace("langkah: 6", "langkah: *enam")) == ["7:14 yaml-jangkar"]


def test_the_list_of_documents_is_read_alone_without_what_is_faulty(root: Root) -> None:
    root.write(FILE, HEAD + MEMO + MEMO.replace("dokumen: memo", "dokumen: nota").replace("memo.docx", "nota.docx"))
    (root.path / "data/badan.yaml").unlink()

    assert [row.dokumen for row in documents_list(root.path).paket] == ["undangan", "memo"]


@pytest.mark.parametrize("content", ["", "paket: [", "paket: []\n", None])
def test_the_list_of_documents_is_empty_where_it_cannot_be_read(root: Root, content: str | None) -> None:
    if content is None:
        (root.path / FILE).unlink()
    else:
        root.write(FILE, content)

    assert documents_list(root.path).paket == ()


def test_a_key_is_judged_before_there_is_a_row() -> None:
    assert name_fault("memo") is None
    assert name_fault("memo", ("nota",), per_unit=True) is None
    fault = name_fault("nota-satu", ("nota",))
    assert fault and (fault.code, fault.args["lain"]) == ("kunci-dokumen-terpakai", "nota-…")
