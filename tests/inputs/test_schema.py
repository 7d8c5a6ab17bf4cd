"""The schemas that editors complete from: they say what the declarations say, and the shipped ones are current."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.inputs.layout import KINDS
from pipeline.inputs.schema import schemas, text, write

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", KINDS)
def test_the_shipped_schema_is_current(name: str) -> None:
    assert (ROOT / "data/skema" / f"{name}.json").read_text(encoding="utf-8") == text(schemas()[name])


def test_every_shipped_yaml_names_its_schema_in_its_first_line() -> None:
    files = sorted((ROOT / "data").rglob("*.yaml"))
    assert files
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        marker, _, path = first.partition("=")
        assert marker == "# yaml-language-server: $schema", file
        schema = (file.parent / path).resolve()
        assert schema.is_file(), file
        kind = next(k for k in (file.parent.name, "perjanjian-kinerja-perubahan", file.stem) if schema.stem == k)
        assert kind == file.parent.name or file.stem.startswith(kind)


def test_writing_makes_one_file_a_kind(tmp_path: Path) -> None:
    paths = write(tmp_path / "skema")
    assert [path.stem for path in paths] == list(KINDS)
    assert json.loads(paths[0].read_text(encoding="utf-8"))["title"] == "Badan"


def test_a_key_carries_its_meaning_example_and_bounds() -> None:
    indikator = schemas()["perjanjian-kinerja"]["$defs"]["Indikator"]
    assert indikator["additionalProperties"] is False
    assert indikator["properties"]["satuan"]["description"] == "Satuan ukur"
    assert indikator["properties"]["satuan"]["examples"] == ["persen"]
    desimal = indikator["properties"]["desimal"]
    assert (desimal["default"], desimal["minimum"], desimal["maximum"]) == (2, 0, 6)
    assert schemas()["perjanjian-kinerja"]["$defs"]["Renstra"]["properties"]["tahun_akhir"]["examples"] == [2029]


def test_a_key_that_need_not_be_there_may_be_null_and_one_that_must_may_not() -> None:
    realisasi = schemas()["realisasi"]
    assert realisasi["properties"]["realisasi"]["type"] == ["array", "null"]
    assert realisasi["properties"]["unit"]["type"] == ["string", "number"]
    isian = realisasi["$defs"]["IsianRealisasi"]
    assert isian["properties"]["realisasi"]["type"] == ["number", "string", "null"]
    assert None in schemas()["badan"]["$defs"]["Badan"]["properties"]["kertas"]["enum"]


def test_a_choice_of_shapes_refers_to_one_shared_definition() -> None:
    target = schemas()["perjanjian-kinerja"]["$defs"]["Target"]["properties"]["tw1"]
    assert target["anyOf"] == [{"type": ["number", "string"]}, {"$ref": "#/$defs/Rentang"}, {"type": "null"}]


def test_nothing_in_a_schema_speaks_of_classes() -> None:
    for schema in schemas().values():
        for name, definition in schema["$defs"].items():
            assert definition["title"].casefold().replace(" ", "") == name.casefold()
            assert "description" not in definition
            assert all("title" not in value for value in definition["properties"].values())


OWN = {"dokumen": "memo", "judul": "Memo", "templat": "memo.docx", "langkah": 6, "fields": "surat-pengantar"}


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        (OWN, False),
        (OWN | {"sejak": "2026-tw4"}, False),
        (OWN | {"fields": "lembar-kendali-sop", "sejak": None}, False),
        (OWN | {"fields": "surat"}, True),
        (OWN | {"langkah": 12}, True),
        (OWN | {"dokumen": "Memo Internal"}, True),
        ({"dokumen": "memo", "judul": "Memo"}, True),
        ({"dokumen": "surat-pengantr", "judul": "Surat"}, True),
        ({"dokumen": "surat-pengantar", "judul": "Surat"}, False),
        ({"dokumen": "surat-pengantar", "judul": "Surat", "templat": None}, False),
        (OWN | {"dokumen": "surat-pengantar"}, True),
    ],
)
def test_an_editor_marks_a_row_about_a_document_as_the_loader_does(row: dict[str, object], marked: bool) -> None:
    assert _marks(schemas()["dokumen"]["$defs"]["DokumenPaket"], row) is marked


def test_an_editor_completes_the_documents_of_the_program() -> None:
    properties = schemas()["dokumen"]["$defs"]["DokumenPaket"]["properties"]

    assert "surat-pengantar" in properties["dokumen"]["anyOf"][0]["enum"]
    assert "lembar-kendali-sop" in properties["fields"]["enum"]


def _marks(schema: dict[str, Any], value: Any) -> bool:
    """Whether a value breaks a schema, by the words of draft-07 that ours use."""
    types = {"object": dict, "string": str, "integer": int, "null": type(None)}
    kinds = schema.get("type", list(types))
    faults = [not isinstance(value, tuple(types[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)))]
    faults += ["enum" in schema and value not in schema["enum"]]
    faults += [isinstance(value, int) and value > schema.get("maximum", value)]
    faults += [isinstance(value, str) and not re.search(schema.get("pattern", ""), value)]
    faults += ["anyOf" in schema and all(_marks(option, value) for option in schema["anyOf"])]
    if isinstance(value, dict):
        known = schema.get("properties", {})
        faults += [not set(schema.get("required", [])) <= set(value)]
        faults += [_marks(known[key], each) for key, each in value.items() if key in known]
        faults += [schema.get("additionalProperties", True) is False and not set(value) <= set(known)]
    if "if" in schema:
        faults += [_marks(schema["else" if _marks(schema["if"], value) else "then"], value)]
    return any(faults)
