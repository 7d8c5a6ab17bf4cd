"""Every code that the inputs can emit has its words, in both languages, with placeholders that are filled."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import pipeline.inputs
from pipeline.domain import isian
from pipeline.inputs.examine import PYDANTIC_CODES
from pipeline.messages import MESSAGES

FOLDER = Path(str(pipeline.inputs.__file__)).parent
EMITTERS = {"Problem", "Complaint", "Fault", "problem", "_complaint", "_unknown", "_missing", "PydanticCustomError"}


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(node: ast.expr) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def codes() -> set[str]:
    """First arguments of every call that makes a problem; a variable there is looked up among its assignments."""
    found = set(PYDANTIC_CODES.values())
    for path in [*FOLDER.glob("*.py"), Path(str(isian.__file__))]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            target.id: _texts(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name) and target.id in ("code", "kode")
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in EMITTERS and node.args:
                first = node.args[0]
                found |= named.get(first.id, set()) if isinstance(first, ast.Name) else _texts(first)
    return {code for code in found if re.fullmatch("[a-z0-9-]+", code)}


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_of_the_inputs_has_its_words_and_a_remedy(code: str) -> None:
    for key in (f"masalah.{code}", f"masalah.{code}.saran"):
        placeholders = [
            {name for _, name, _, _ in string.Formatter().parse(words) if name}
            for words in (MESSAGES[key].id, MESSAGES[key].en)
        ]
        assert placeholders[0] == placeholders[1]


def test_the_search_for_codes_finds_them() -> None:
    assert {"tab", "koma-desimal", "kunci-hilang", "kode-ganda", "berkas-hilang", "titik-dua-dalam-nilai"} <= codes()
    assert len(codes()) > 55
