"""Documents of the agency's own: built-in ones under another key, template and step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.documents.own import all_documents, documents_of
from pipeline.documents.registry import DOKUMEN, KONTEKS, Dokumen
from pipeline.documents.surat_pengantar import SuratPengantarKonteks
from pipeline.domain.model import Berkas, DaftarDokumen, Isi
from pipeline.domain.periode import Periode
from pipeline.packet import template_keys, templates
from tests.documents import naskah

LETTER = {"dokumen": "surat-pengantar", "judul": "Surat Pengantar"}
MEMO = {"dokumen": "memo", "judul": "Memo", "templat": "memo.docx", "langkah": "6", "fields": "surat-pengantar"}


def _daftar(*rows: dict[str, str]) -> DaftarDokumen:
    return DaftarDokumen.model_validate({"paket": [LETTER, *rows]})


def _memo(**values: str) -> Dokumen:
    return next(row for row in all_documents(_daftar(MEMO | values)) if row.key == "memo")


def _base(key: str) -> Dokumen:
    return next(row for row in DOKUMEN if row.key == key)


def _berkas(*rows: dict[str, str]) -> Berkas:
    return replace(naskah.berkas(), dokumen=Isi("data/dokumen.yaml", _daftar(*rows)))


def test_without_rows_of_its_own_an_agency_has_the_documents_of_the_program() -> None:
    assert all_documents(_daftar()) == DOKUMEN


def test_an_own_document_is_filled_by_the_document_whose_fields_it_uses() -> None:
    memo, letter = _memo(), _base("surat-pengantar")

    assert (memo.key, memo.template, memo.step) == ("memo", "memo.docx", 6)
    assert memo.context_type is letter.context_type is SuratPengantarKonteks
    assert (memo.ada, memo.kurang, memo.per_unit) == (letter.ada, letter.kurang, False)


def test_it_stands_in_the_sops_order_behind_the_documents_of_the_same_step() -> None:
    keys = [row.key for row in all_documents(_daftar(MEMO))]

    assert keys[keys.index("memo") - 1 : keys.index("memo") + 2] == ["lembar-unit", "memo", "berita-acara-validasi"]


def test_it_is_made_unit_by_unit_where_its_fields_are() -> None:
    assert _memo(fields="lembar-unit").per_unit


@pytest.mark.parametrize(("langkah", "bersih"), [("1", 0), ("6", 5), ("9", 8), ("11", 8)])
def test_it_is_a_draft_until_the_steps_before_its_own_are_done_and_no_longer_than_the_packet(
    langkah: str, bersih: int
) -> None:
    assert _memo(langkah=langkah).bersih == bersih


@pytest.mark.parametrize(
    ("fields", "langkah", "late"),
    [
        ("notulen", "9", False),
        ("notulen", "10", True),
        ("surat-pengantar", "2", True),
        ("lembar-kendali-sop", "6", True),
    ],
)
def test_it_may_change_after_the_signature_where_it_or_its_fields_belong_to_a_later_step(
    fields: str, langkah: str, late: bool
) -> None:
    assert _memo(fields=fields, langkah=langkah).late is late


@pytest.mark.parametrize(("sejak", "there"), [("2026-tw3", True), ("2026-tw4", False), ("2025-tw4", True)])
def test_it_is_there_from_its_first_quarter_on(sejak: str, there: bool) -> None:
    assert naskah.berkas().periode == Periode(2026, 3)
    assert ("memo" in {row.key for row in documents_of(_berkas(MEMO | {"sejak": sejak}))}) is there
    assert "memo" in {row.key for row in all_documents(_daftar(MEMO | {"sejak": sejak}))}


@pytest.mark.parametrize("key", ["templat", "langkah", "fields"])
def test_a_row_that_lost_a_faulty_value_is_no_document(key: str) -> None:
    row = {name: value for name, value in MEMO.items() if name != key}

    assert all_documents(_daftar(row)) == DOKUMEN
    assert "memo.docx" not in templates(_daftar(row))


def test_every_template_is_known_with_what_may_stand_in_it_from_dokumen_yaml_alone() -> None:
    shared = {"dokumen": "nota", "judul": "Nota", "templat": "undangan.docx", "langkah": "3", "fields": "undangan"}
    daftar = _daftar(MEMO, shared)

    assert set(templates(daftar)) == {*(f"{key}.docx" for key in KONTEKS), "memo.docx"}
    assert templates(daftar)["memo.docx"] is SuratPengantarKonteks
    assert templates(daftar)["lampiran.docx"] is KONTEKS["lampiran"]
    assert template_keys(daftar)["memo.docx"] == "surat-pengantar"
    assert template_keys(daftar)["undangan.docx"] == "undangan"
