"""The catalogue of texts: both languages whole, every code used, every used code there, all problems in the docs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from pipeline.messages import MESSAGES, language_of, text

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "messages.md"
PROBLEM = "masalah."
REMEDY = ".saran"
ROOMS = ("setup", "cli", "sop", "doctor", "render", "archive", "templat", "sisip", "masalah")
SAYING = {
    "Problem": (0, 2, PROBLEM),
    "salah": (0, 0, PROBLEM),
    "perlu_penjelasan": (0, 0, PROBLEM),
    "peringatan": (0, 0, PROBLEM),
    "KinerjaError": (1, 0, ""),
    "Said": (0, 1, ""),
    "text": (0, 0, ""),
}
"""Who says a message: where its code stands, where a mapping fills it (0: keywords do), the room of its code."""


def _trees() -> list[ast.Module]:
    files = [file for file in (ROOT / "pipeline").rglob("*.py") if file.name != "messages.py"]
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


TREES = _trees()
NODES = [node for tree in TREES for node in ast.walk(tree)]
LITERALS = {node.value for node in NODES if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _is_used(code: str) -> bool:
    """Whether the source names the code whole, or its two parts where it is put together ("setup.part." + "venv")."""
    if code.startswith(PROBLEM):
        return code.removeprefix(PROBLEM).removesuffix(REMEDY) in LITERALS
    words = code.removesuffix(".remedy").split(".")
    splits = ((".".join(words[:at]), ".".join(words[at:])) for at in range(1, len(words)))
    put_together = any(LITERALS & {head, f"{head}."} and tail in LITERALS for head, tail in splits)
    return code in LITERALS or put_together


def _placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_message_is_said_in_both_languages_with_the_same_placeholders(code: str) -> None:
    message = MESSAGES[code]

    assert message.id.strip()
    assert message.en.strip()
    assert _placeholders(message.id) == _placeholders(message.en)


def test_a_remedy_belongs_to_a_problem() -> None:
    remedies = [code for code in MESSAGES if code.startswith(PROBLEM) and code.endswith(REMEDY)]

    assert [code for code in remedies if code.removesuffix(REMEDY) not in MESSAGES] == []


def test_every_code_of_the_catalogue_is_used() -> None:
    assert [code for code in MESSAGES if not _is_used(code)] == []


def test_every_code_that_is_used_is_in_the_catalogue() -> None:
    shape = re.compile(rf"({'|'.join(ROOMS)})(\.[a-z0-9_-]+)+")
    named = {literal for literal in LITERALS if shape.fullmatch(literal)}
    known = set(MESSAGES) | {code.rpartition(".")[0] for code in MESSAGES}

    assert sorted(named - known) == []


def test_whoever_says_a_message_fills_its_placeholders() -> None:
    said = [(code, given) for node in NODES if isinstance(node, ast.Call) for code, given in _said(node)]
    unfilled = {
        code: missing
        for code, given in said
        for each in (code, code + REMEDY)
        if each in MESSAGES and (missing := _placeholders(MESSAGES[each].id) - given)
    }

    assert len(said) > 100
    assert [code for code, _ in said if code not in MESSAGES] == []
    assert unfilled == {}


def _said(call: ast.Call) -> Iterator[tuple[str, set[str]]]:
    """The code that a call says and what it fills in, where both stand there literally."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    at = SAYING.get(name)
    if at is None or len(call.args) <= at[0] or any(keyword.arg is None for keyword in call.keywords):
        return
    code = call.args[at[0]]
    given = {str(keyword.arg) for keyword in call.keywords}
    filled = call.args[at[1]] if at[1] and len(call.args) > at[1] else None
    filled = next((keyword.value for keyword in call.keywords if keyword.arg == "args"), filled)
    if isinstance(filled, ast.Dict):
        given |= {key.value for key in filled.keys if isinstance(key, ast.Constant)}
    elif filled is not None:
        return
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        yield at[2] + code.value, given


def test_text_fills_placeholders_and_refuses_a_code_that_is_not_there() -> None:
    assert text("cli.hint", "en", hint="realisasi") == "Did you mean: realisasi"
    with pytest.raises(KeyError):
        text("cli.tidak-ada", "en")


@pytest.mark.parametrize(
    ("option", "environ", "language"),
    [
        ("id", {"KINERJA_BAHASA": "en"}, "id"),
        (None, {"KINERJA_BAHASA": "id", "LANG": "en_US.UTF-8"}, "id"),
        (None, {"LC_ALL": "id_ID.UTF-8", "LANG": "en_US.UTF-8"}, "id"),
        (None, {"LANG": "id_ID.UTF-8"}, "id"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {}, "en"),
        ("fr", {"KINERJA_BAHASA": "xx"}, "en"),
    ],
)
def test_the_language_is_the_option_else_the_environment_else_the_locale_else_english(
    option: str | None, environ: dict[str, str], language: str
) -> None:
    assert language_of(option, environ) == language


def _page() -> str:
    """docs/messages.md, from the catalogue."""
    codes = sorted(code for code in MESSAGES if code.startswith(PROBLEM) and not code.endswith(REMEDY))
    return HEAD + "\n".join(_entry(code) for code in codes)


HEAD = """# Problems and what to do about them

Every problem that `kinerja check` can find, by its code, as it is said in Indonesian and in English. `{…}` stands for
what was found. This page is written from `pipeline/messages.py` by `make golden`.

"""


def _entry(code: str) -> str:
    message, remedy = MESSAGES[code], MESSAGES.get(code + REMEDY)
    lines = [f"## {code.removeprefix(PROBLEM)}\n", f"- id: {message.id}"]
    lines += [f"  - perbaikan: {remedy.id}"] if remedy else []
    lines += [f"- en: {message.en}"]
    lines += [f"  - to mend it: {remedy.en}"] if remedy else []
    return "\n".join(lines) + "\n"


def test_the_page_of_messages_lists_every_problem(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden", default=False):
        PAGE.write_text(_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == _page(), "make golden"
