"""JSON Schemas (draft-07) from the declared types, for editors that complete and check while typing.

What the loader takes, an editor must not mark: a key that need not be there may also be null. It refuses to know data.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pipeline.domain.isian import Model
from pipeline.inputs.layout import KINDS
from pipeline.inputs.shape import fields

Json = dict[str, Any]
_DRAFT = "http://json-schema.org/draft-07/schema#"
_CONDITION = ("if", "then", "else")


def schemas() -> dict[str, Json]:
    """One schema a kind of file, by its name."""
    return {name: _schema(name) for name in KINDS}


def write(folder: Path) -> tuple[Path, ...]:
    """Write every schema as <name>.json; what is there already is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in schemas().items():
        path = folder / f"{name}.json"
        path.write_text(text(schema), encoding="utf-8")
        paths.append(path)
    return tuple(paths)


def text(schema: Json) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(name: str) -> Json:
    raw = KINDS[name].model_json_schema()
    shared: Json = raw.pop("$defs", {})
    for node in (raw, *shared.values()):
        shared = shared | _inline(node)
    models = _models(KINDS[name])
    definitions = {key: _object(key, value, models[key]) for key, value in sorted(shared.items())}
    return {"$schema": _DRAFT, **_object(name, raw, KINDS[name]), "$defs": definitions}


def _models(model: type[Model]) -> dict[str, type[Model]]:
    """The mapping types that a type holds, by name."""
    found: dict[str, type[Model]] = {}
    for field in fields(model).values():
        inner = field.shape.model or (field.shape.item.model if field.shape.item else None)
        found |= {inner.__name__: inner, **_models(inner)} if inner else {}
    return found


def _inline(node: Any) -> Json:
    """Take out objects that stand inline in a choice, leaving a reference to their title: name → object."""
    found: Json = {}
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        found |= _inline(value)
    choice = node.get("anyOf", []) if isinstance(node, dict) else []
    for index, option in enumerate(choice):
        if "properties" in option:
            found[option["title"]] = option
            choice[index] = {"$ref": f"#/$defs/{option['title']}"}
    return found


def _object(name: str, raw: Json, model: type[Model]) -> Json:
    required = raw.get("required", [])
    bounds = {key: field.shape.bounds for key, field in fields(model).items()}
    properties = {key: _property(value | bounds[key], key in required) for key, value in raw["properties"].items()}
    found: Json = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        found["required"] = required
    found |= {key: raw[key] for key in _CONDITION if key in raw}
    return {"title": _readable(name), **found}


def _property(raw: Json, required: bool) -> Json:
    """One key: its description first, then what it may hold; no titles that repeat the key, no class names."""
    value = _tidy(raw)
    if not required:
        value = _nullable(value)
    if value.get("default", 0) is None:
        del value["default"]
    if "examples" in value:
        value["examples"] = [_as_typed(example, value) for example in value["examples"]]
    return {key: value[key] for key in ("description", *value) if key in value}


def _tidy(raw: Json) -> Json:
    """Without titles; a choice of "this or null" becomes this with its null beside it."""
    value: Json = {}
    for key, part in raw.items():
        if key != "title":
            value[key] = _tidy(part) if isinstance(part, dict) else part
    options = [_tidy(option) for option in value.pop("anyOf", [])]
    rest = [option for option in options if option != {"type": "null"}]
    flat = [part for option in rest for part in option.get("anyOf", [option])]
    if len(flat) == 1:
        value = {**flat[0], **value}
    elif flat:
        value["anyOf"] = flat
    return _nullable(value) if len(rest) < len(options) else value


def _nullable(value: Json) -> Json:
    """The same with null allowed."""
    if "enum" in value:
        return {**value, "enum": value["enum"] + [None] * (None not in value["enum"])} | _type_with_null(value)
    if "type" in value:
        return value | _type_with_null(value)
    if "$ref" in value:
        rest = {key: part for key, part in value.items() if key != "$ref"}
        return {"anyOf": [{"$ref": value["$ref"]}, {"type": "null"}], **rest}
    if "anyOf" in value and {"type": "null"} not in value["anyOf"]:
        return {**value, "anyOf": [*value["anyOf"], {"type": "null"}]}
    return value


def _type_with_null(value: Json) -> Json:
    types = value.get("type")
    if types is None:
        return {}
    types = types if isinstance(types, list) else [types]
    return {"type": types if "null" in types else [*types, "null"]}


def _as_typed(example: Any, value: Json) -> Any:
    """A declared example as YAML would read it: a number where the key holds numbers alone."""
    kinds: set[str] = set()
    for option in (value, *value.get("anyOf", [])):
        types = option.get("type", [])
        kinds |= {types} if isinstance(types, str) else set(types)
    numeric = bool(kinds & {"number", "integer"}) and "string" not in kinds
    if numeric and isinstance(example, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", example):
        return float(example) if "." in example else int(example)
    return example


def _readable(name: str) -> str:
    """ "IsianRealisasi" and "surat-pengantar" as words."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|-", " ", name).lower()
    return words[:1].upper() + words[1:]
