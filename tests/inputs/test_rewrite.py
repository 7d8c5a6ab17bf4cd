"""Values written into files that people edit by hand: only what was meant changes, and no comment is ever lost."""

from __future__ import annotations

import difflib
import os
import re
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pipeline.inputs import rewrite
from pipeline.inputs.nodes import plain
from pipeline.inputs.rewrite import NotWritableError, save, written
from pipeline.inputs.yamlsource import read

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "data").rglob("*.yaml"))
VALIDASI = sorted((ROOT / "data/2026/tw3/validasi").glob("*.yaml"))
Steps = tuple[str | int, ...]


def values(text: str) -> Any:
    document, problems = read("a.yaml", text.encode())
    assert not problems
    assert document.root
    return plain(document.root)


def typed(path: Path) -> str:
    return path.read_bytes().decode()


def difference(old: str, new: str) -> list[str]:
    """Lines that went (-) and came (+)."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


def one(text: str, *steps: str | int, value: Any) -> str:
    return written(text, [(steps, value)])


# Files as shipped.


def test_there_are_shipped_files() -> None:
    assert SHIPPED
    assert VALIDASI


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_shipped_file_without_a_change_is_the_same(path: Path) -> None:
    text = typed(path)
    assert written(text, []) == text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_value_that_is_there_already_changes_nothing(path: Path) -> None:
    text = typed(path)
    assert written(text, [((), values(text))]) == text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_key_added_to_a_shipped_file_only_adds_lines(path: Path) -> None:
    text = typed(path)
    came = difference(text, one(text, "kunci_baru", value="nilai"))
    assert [line for line in came if line.strip("+ ")] == ["+ kunci_baru: nilai"]


@pytest.mark.parametrize("path", VALIDASI, ids=lambda path: path.name)
def test_an_approval_and_a_seal_in_a_putaran_are_the_only_difference(path: Path) -> None:
    text = re.sub(r"^ +(disetujui:\n +target: .*\n +realisasi: .*|sidik: .*)\n", "", typed(path), flags=re.MULTILINE)
    assert "sidik" not in text
    for number, row in enumerate(values(text)["validasi"]):
        for index, _ in enumerate(row["putaran"]):
            place = ("validasi", number, "putaran", index)
            approval = {"oleh": "Ratna Kusumawardani, S.STP., M.AP.", "pada": "2026-10-21 08.30"}
            new = written(text, [((*place, "disetujui"), approval), ((*place, "sidik"), "v1:9f86d081884c7d65")])
            assert difference(text, new) == [
                "+         disetujui:",
                "+           oleh: Ratna Kusumawardani, S.STP., M.AP.",
                "+           pada: 2026-10-21 08.30",
                "+         sidik: v1:9f86d081884c7d65",
            ]


# Where a value goes.


@pytest.mark.parametrize(
    ("old", "steps", "value", "new"),
    [
        pytest.param(
            "a:\n  b: 1\n\n\n# tentang c\n# lagi\nc: 2\n",
            ("a", "d"),
            "3",
            "a:\n  b: 1\n  d: 3\n\n\n# tentang c\n# lagi\nc: 2\n",
            id="a key comes right below its mapping, above blank lines and comments of the next key",
        ),
        pytest.param(
            "a:\n  b: 1\n# tentang c\nc: 2\n",
            ("a", "d"),
            "3",
            "a:\n  b: 1\n  d: 3\n# tentang c\nc: 2\n",
            id="a comment of an outer level stays with what it stands above",
        ),
        pytest.param(
            "a:\n  b: 1\n  # tentang b\n# tentang c\nc: 2\n",
            ("a", "d"),
            "3",
            "a:\n  b: 1\n  # tentang b\n  d: 3\n# tentang c\nc: 2\n",
            id="a comment as far in as the mapping stays with its last key",
        ),
        pytest.param("a: 1\n\n# akhir\n", ("b",), "2", "a: 1\nb: 2\n\n# akhir\n", id="the file's last comment is last"),
        pytest.param("a: 1\n# akhir\n", ("b",), "2", "a: 1\n# akhir\nb: 2\n", id="a comment right below a value stays"),
        pytest.param(
            "a: 1\n\nb: 2\n", ("c",), "3", "a: 1\n\nb: 2\n\nc: 3\n", id="keys set apart are set apart further"
        ),
        pytest.param("a:\n  - x\nb: 1\n", ("a", 1), "z", "a:\n  - x\n  - z\nb: 1\n", id="an item is appended"),
        pytest.param("a:\n- x\n# b\nb: 1\n", ("a", 1), "z", "a:\n- x\n- z\n# b\nb: 1\n", id="dashes below their key"),
        pytest.param(
            "r:\n  - p:\n      - k: 1\n  - p:\n      - k: 2\n\n      - k: 3\n",
            ("r", 0, "p", 1),
            {"k": "4"},
            "r:\n  - p:\n      - k: 1\n\n      - k: 4\n  - p:\n      - k: 2\n\n      - k: 3\n",
            id="a second item is set apart as in other lists of its name",
        ),
        pytest.param("a:\n  - b: 1\n", ("a", 0, "c"), "2", "a:\n  - b: 1\n    c: 2\n", id="a key of an item"),
        pytest.param("a:\n  -  b: 1\n", ("a", 0, "c"), "2", "a:\n  -  b: 1\n     c: 2\n", id="a wide dash"),
        pytest.param("a: 1\nb: |\n  x\n\n\n", ("c",), "2", "a: 1\nb: |\n  x\nc: 2\n\n\n", id="below a block text"),
        pytest.param(
            "a:\n  b: >-\n    x\n    y\n\nc: 1\n",
            ("a", "d"),
            "2",
            "a:\n  b: >-\n    x\n    y\n  d: 2\n\nc: 1\n",
            id="right below the last line of a block text",
        ),
        pytest.param(
            "a:\n  b: |+\n    x\n\nc: 1\n",
            ("a", "d"),
            "2",
            "a:\n  b: |+\n    x\n\n  d: 2\nc: 1\n",
            id="below the blank lines that a block text keeps",
        ),
        pytest.param("---\na: 1\n...\n", ("b",), "2", "---\na: 1\nb: 2\n...\n", id="inside of document marks"),
        pytest.param("", ("a", "b", 0, "c"), "1", "a:\n  b:\n    - c: 1\n", id="an empty file"),
        pytest.param("# x\n# y\n", ("a",), "1", "# x\n# y\n\na: 1\n", id="a file of comments"),
        pytest.param("# x\n\n", ("a",), "1", "# x\n\na: 1\n", id="a file of comments and a blank line"),
    ],
)
def test_what_is_not_there_yet_is_added_at_the_end_of_its_own(old: str, steps: Steps, value: Any, new: str) -> None:
    assert written(old, [(steps, value)]) == new


@pytest.mark.parametrize(
    ("old", "steps", "value", "new"),
    [
        pytest.param("a: 1 # x\nb: 2\n", ("a",), "3", "a: 3 # x\nb: 2\n", id="beside its comment"),
        pytest.param("a: 1     # x\n", ("a",), "345", "a: 345   # x\n", id="a comment set apart keeps its column"),
        pytest.param("a: 1  # x\n", ("a",), "12345", "a: 12345  # x\n", id="or gives way"),
        pytest.param("a:     # x\n", ("a",), "345", "a: 345 # x\n".replace(" #", "  #"), id="no value yet"),
        pytest.param("a: # x\nb: 1\n", ("a",), {"c": "2"}, "a: # x\n  c: 2\nb: 1\n", id="a mapping for no value"),
        pytest.param("a: ~ # x\n", ("a",), "2", "a: 2 # x\n", id="a typed null"),
        pytest.param("a:\nb: 1\n", ("a", 0, "c"), "2", "a:\n  - c: 2\nb: 1\n", id="a path through no value"),
        pytest.param("a: 1 # x\n", ("a",), None, "a: # x\n", id="a value is taken away"),
        pytest.param("a: []\n", ("a", 0), "x", "a:\n  - x\n", id="an empty list becomes a block"),
        pytest.param("a: 'b'\n", ("a",), "it's", "a: 'it''s'\n", id="single quotes stay"),
        pytest.param('a: "b"\n', ("a",), "c", 'a: "c"\n', id="double quotes stay"),
        pytest.param("a: x\n  y\nb: 1\n", ("a",), "z", "a: z\nb: 1\n", id="a text of several lines"),
        pytest.param("a: >- # x\n  y\n  z\n\nb: 1\n", ("a",), "v", "a: v # x\n\nb: 1\n", id="a block text"),
        pytest.param("a: 1\n", ("a",), "x\n\ny", "a: |-\n  x\n\n  y\n", id="a new text of several lines"),
        pytest.param(
            "a: {b: 3702, c: 5633} # x\n", ("a", "b"), "3654", "a: {b: 3654, c: 5633} # x\n", id="in a flow mapping"
        ),
        pytest.param("a: {b: 1}\n", ("a",), {"c": ["x, y"]}, 'a: {b: 1, c: ["x, y"]}\n', id="a key of a flow mapping"),
        pytest.param("a: {b: , c: }\n", ("a",), {"b": "1", "d": None}, "a: {b: 1 , c: , d: null}\n", id="flow nulls"),
        pytest.param("a: [x, y,]\n", ("a", 2), "z", "a: [x, y, z,]\n", id="a comma at the end of a flow list"),
        pytest.param("a: {b: 1, # x\n  c: 2}\n", ("a", "d"), "3", "a: {b: 1, # x\n  c: 2, d: 3}\n", id="flow in lines"),
        pytest.param(
            "a:\n  b: 1 # x\n  # y\n  c: 2 # z\nd: 3\n",
            ("a",),
            "4",
            "a: 4\n# x\n# y\n# z\nd: 3\n",
            id="comments inside of a mapping that goes",
        ),
    ],
)
def test_what_is_there_gives_place_and_its_comments_stay(old: str, steps: Steps, value: Any, new: str) -> None:
    assert written(old, [(steps, value)]) == new


@pytest.mark.parametrize(
    ("items", "new"),
    [
        (["x", "y", "z"], "a:\n  - x # 1\n  # 2\n  - 'y' # 3\n  - z\nb: 1\n"),
        (["x", "z"], "a:\n  - x # 1\n  # 2\n  - 'z' # 3\nb: 1\n"),
        (["x"], "a:\n  - x # 1\n  # 2\n  # 3\nb: 1\n"),
        (["z"], "a:\n  - z\n# 1\n# 2\n# 3\nb: 1\n"),
        ([], "a: []\n# 1\n# 2\n# 3\nb: 1\n"),
    ],
)
def test_a_list_takes_the_place_of_a_list_and_its_first_items_stay_as_typed(items: list[str], new: str) -> None:
    assert one("a:\n  - x # 1\n  # 2\n  - 'y' # 3\nb: 1\n", "a", value=items) == new


def test_an_item_that_stays_a_mapping_loses_the_keys_it_no_longer_has() -> None:
    assert one("a:\n  - b: 1\n    c: 2\n  - d: 1.10\n", "a", value=[{"c": "2"}, {"d": "1.10"}]) == (
        "a:\n  - c: 2\n  - d: 1.10\n"
    )


def test_a_mapping_is_merged_key_by_key() -> None:
    old = "a:\n  b: 1 # x\n  c:\n    d: 012\nz: 1\n"
    assert one(old, "a", value={"b": 2, "c": {"e": 3}, "f": 4}) == (
        "a:\n  b: 2 # x\n  c:\n    d: 012\n    e: 3\n  f: 4\nz: 1\n"
    )


def test_values_nest_in_the_indentation_of_the_file() -> None:
    value = {"c": [{"d": "1", "e": ["2", ["3", "4"]]}, "5"], "f": {}}
    assert one("a:\n    b: 1\nl:\n- x\n", "a", value=value) == (
        "a:\n    b: 1\n    c:\n    - d: 1\n      e:\n      - 2\n      - - 3\n        - 4\n    - 5\n    f: {}\nl:\n- x\n"
    )


def test_later_changes_see_earlier_ones() -> None:
    changes = [(("a",), {"b": ["x"]}), (("a", "b", 1), "w"), (("a", "b", 0), "z")]
    assert written("", changes) == "a:\n  b:\n    - z\n    - w\n"


# What must not change.


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_a_byte_order_mark_and_a_missing_last_line_end_stay(mark: str, end: str, last: bool) -> None:
    def lines(*lines: str) -> str:
        return mark + end.join(lines) + (end if last else "")

    changes: list[tuple[Steps, Any]] = [(("a",), "2"), (("b", 1), "z"), (("c",), "3")]
    assert written(lines("a: 1 # x", "b:", "  - x"), changes) == lines("a: 2 # x", "b:", "  - x", "  - z", "c: 3")


def test_each_line_keeps_its_own_line_end() -> None:
    assert one("a: 1\r\nb: 2\nc: 3\r\n", "b", value="4") == "a: 1\r\nb: 4\nc: 3\r\n"


def test_a_block_text_that_ended_the_file_without_a_line_end_gets_none_from_what_follows() -> None:
    new = one("a: |\n  x", "b", value="1")
    assert new == "a: |-\n  x\nb: 1"
    assert values(new) == {"a": "x", "b": "1"}


def test_everything_else_stays_as_typed() -> None:
    old = (
        "# kepala\n\na:   1.10   # satu\nb: 012\nc: 0.50\nd: 1e5\ne: yes\nf: 2026-10-15\n"
        "g: 000.8.6.3/386/BKPSDM/2026\nh: 'x'\ni: \"y\"\nj: {p: 3702,  q: 5633}   \nk: >-\n  # bukan komentar\n"
        "   lebih dalam\n\n  dua\n\n"
        + "l: "
        + "panjang " * 60
        + "akhir\n"
        + "m:\n-   x   # ekor\n\n\n-\n\t# tab\n# kaki\n"
    )
    new = one(old, "z", value="1")
    assert difference(old, new) == ["+ z: 1"]
    assert new.replace("z: 1\n", "") == old


# How a value is written.


@pytest.mark.parametrize(
    ("value", "written_as"),
    [
        ("Rapat pembahasan", "Rapat pembahasan"),
        ("2026-10-15", "2026-10-15"),
        ("2026-10-15 08.30", "2026-10-15 08.30"),
        ("2026-10-15 08:30:00", "2026-10-15 08:30:00"),
        ("1.10", "1.10"),
        ("-5", "-5"),
        (7, "7"),
        ("196908141994031007", "196908141994031007"),
        ("000.8.6.3/386/BKPSDM/2026", "000.8.6.3/386/BKPSDM/2026"),
        ("https://arsip.go.id/a#b", "https://arsip.go.id/a#b"),
        ("v1:9f86", "v1:9f86"),
        ("Juli–September 2026", "Juli–September 2026"),
        ("012", '"012"'),
        ("1e5", '"1e5"'),
        ("12:30", '"12:30"'),
        ("1_000", '"1_000"'),
        ("true", '"true"'),
        ("no", '"no"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        ("Hasil: baik", '"Hasil: baik"'),
        ("nomor #3", '"nomor #3"'),
        ("catatan:", '"catatan:"'),
        (" tepi ", '" tepi "'),
        ("- butir", '"- butir"'),
        ("'kutip'", "\"'kutip'\""),
        ('"kutip" \\ x', '"\\"kutip\\" \\\\ x"'),
        ("@a", '"@a"'),
        ("a\tb", '"a\\tb"'),
        ("baris\n", '"baris\\n"'),
        ("a\r\nb", '"a\\r\\nb"'),
        ("a\u2028b\x85", '"a\\u2028b\\u0085"'),
    ],
)
def test_a_text_has_quotes_only_where_it_needs_them(value: str | int, written_as: str) -> None:
    assert one("", "k", value=value) == f"k: {written_as}\n"


def test_a_text_in_braces_has_quotes_where_parsers_disagree() -> None:
    assert one("a: {b: 1}\n", "a", value={"c": "v1:9f", "d": "0?", "e": "08.30 WIB"}) == (
        'a: {b: 1, c: "v1:9f", d: "0?", e: 08.30 WIB}\n'
    )


def test_a_list_item_that_looks_like_a_key_has_quotes() -> None:
    assert one("a:\n  - x\n", "a", 1, value="v1:9f86") == 'a:\n  - x\n  - "v1:9f86"\n'


@given(st.text(), st.sampled_from(["a: 1\n", "a: {x: 1}\n", "a: 'x'\n", 'a:\n  - "x"\n', "a:\n- b:\n"]))
def test_every_text_reads_back(value: str, old: str) -> None:
    tree = values(old)["a"]
    steps: Steps = ("a", "b") if isinstance(tree, dict) else ("a", 0) if isinstance(tree, list) else ("a",)
    found = values(written(old, [(steps, value), (("k",), [value, {"l": value}])]))
    assert found["k"] == [value, {"l": value}]
    for step in steps:
        found = found[step]
    assert found == value


# What is refused.


@pytest.mark.parametrize(
    ("text", "steps", "code", "line"),
    [
        ("a: 1\nb: [\n", ("c",), "tulis-tak-terbaca", 3),
        ("a: 1\na: 2\n", ("c",), "tulis-tak-terbaca", 2),
        ("a: 1\nb: &x 1\n", ("c",), "tulis-tak-terbaca", 2),
        ("a: 1\n\tb: 2\n", ("c",), "tulis-tak-terbaca", 2),
        ("- a\n", ("c",), "tulis-tak-terbaca", 1),
        ("null\n", ("c",), "tulis-tak-terbaca", 1),
        ("a: 1\nb: x\n", ("b", "c"), "tulis-jalur", 2),
        ("a: 1\nb:\n  - x\n", ("b", "c"), "tulis-jalur", 3),
        ("a: 1\nb:\n  - x\n", ("b", 2), "tulis-jalur", 3),
        ("a: 1\nb:\n  - x\n", ("b", -1), "tulis-jalur", 3),
        ("a: 1\nb:\n", ("b", 1), "tulis-jalur", 1),
        ("a: 1\nb: {c: [1, # x\n  2]}\n", ("b", "c"), "tulis-jalur", 2),
        ("? a\n: 1\n", ("a",), "tulis-jalur", 1),
        ("a: [b: 1]\n", ("a", 0, "c"), "tulis-jalur", 1),
        ("a: 1\n", (), "tulis-jalur", 1),
        ("", (), "tulis-jalur", 1),
        ("a: 1\n", (0,), "tulis-jalur", 1),
    ],
)
def test_a_place_that_cannot_be_written_to_is_told_with_its_line(text: str, steps: Steps, code: str, line: int) -> None:
    with pytest.raises(NotWritableError) as caught:
        written(text, [(steps, "x")])
    assert (caught.value.code, caught.value.line) == (code, line)


def test_a_refusal_names_the_fault_or_the_path() -> None:
    with pytest.raises(NotWritableError) as unreadable:
        written("a: 1\na: 2\n", [])
    with pytest.raises(NotWritableError) as lost:
        written("a:\n  - {b: 1}\n", [(("a", 0, "b", "c"), "x")])
    assert unreadable.value.args_ == {"sebab": "kunci-ganda"}
    assert lost.value.args_ == {"jalur": "a.0.b.c"}


def test_a_text_that_utf8_does_not_know_is_refused() -> None:
    with pytest.raises(NotWritableError, match="tulis-nilai"):
        written("", [(("a",), "\ud800")])


@pytest.mark.parametrize("slip", [lambda text, *_: text, lambda *_: "z: 1\n", lambda *_: "a: [\n", lambda *_: "b: 2\n"])
def test_a_slip_of_this_program_is_never_written(slip: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewrite, "_changed", slip)
    with pytest.raises(RuntimeError):
        written("b: 1 # x\n", [(("b",), "2")])


# Any file, any change.

SCALARS = ("1.10", "012", "no", "x y", "'x'", '"y: z"', "2026-10-15", "~", "x\n{m}  y", "null")
INLINE = (*SCALARS, "", "{p: 1,  q: 'x'}", "[a, b,]", "{}", "[]", "{r: {s: , t: [1]}}")
BLOCKS = ("|\n{m}satu\n{m}# bukan komentar\n\n{m}dua", ">-\n{m}satu\n{m}  dua\n", "|+\n{m}satu\n")


class Writer:
    """Lines of a random file; its comments are numbered."""

    def __init__(self, draw: Callable[[Any], Any], dashes: int, flow: bool) -> None:
        self.draw, self.dashes, self.flow = draw, dashes, flow
        self.comments = 0
        self.lines: list[str] = []

    def comment(self, before: str) -> str:
        self.comments += 1
        return f"{before}# k{self.comments}."

    def between(self, column: int) -> None:
        for kind in self.draw(st.lists(st.sampled_from(["", "comment", "outer"]), max_size=2)):
            far = column if kind == "comment" else max(column - 2, 0)
            self.lines.append(self.comment(" " * far) if kind else "")

    def collection(self, column: int, depth: int, in_list: bool, first: str | None = None) -> None:
        for number in range(self.draw(st.integers(1, 3))):
            if first is None or number:
                self.between(column)
            before = first if first is not None and not number else " " * column
            self.part(before + ("-" if in_list else f"k{number}:"), column, depth)

    def part(self, before: str, column: int, depth: int) -> None:
        kinds = ["inline", "inline", "block"] + ["mapping", "list"] * (depth < 3)
        kind = self.draw(st.sampled_from(kinds))
        inside = column + (2 if before.endswith("-") else self.dashes if kind == "list" else 2)
        if kind in ("mapping", "list"):
            if before.endswith("-") and self.draw(st.booleans()):
                self.collection(inside, depth + 1, kind == "list", f"{before} ")
                return
            self.lines.append(self.comment(f"{before}  ") if self.draw(st.booleans()) else before)
            self.collection(max(inside, column + 2) if before.endswith("-") else inside, depth + 1, kind == "list")
        else:
            choice = BLOCKS if kind == "block" else INLINE if self.flow else SCALARS
            value = self.draw(st.sampled_from(choice)).replace("{m}", " " * (column + 2))
            line = f"{before} {value}" if value else before
            if kind == "inline" and self.draw(st.booleans()):
                line = self.comment(line + self.draw(st.sampled_from([" ", "   "])))
            self.lines.extend(line.split("\n"))


@st.composite
def files(draw: Any, flow: bool = True) -> str:
    writer = Writer(draw, draw(st.sampled_from([0, 2])), flow)
    writer.between(0)
    writer.collection(0, 0, False)
    writer.between(0)
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + end.join(writer.lines) + draw(st.sampled_from(["", end]))


NEW_SCALARS = st.one_of(
    st.none(), st.sampled_from(["nilai", "012", "a: b", "x\ny", "", "# z", "5"]), st.integers(0, 99)
)
NEW_VALUES: st.SearchStrategy[Any] = st.recursive(
    NEW_SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["k0", "k1", "n"]), inner, max_size=3),
    max_leaves=5,
)


def places(tree: Any, steps: Steps = ()) -> Iterator[Steps]:
    """Every place that a value can be put at: those that are there and those that can be added."""
    if steps:
        yield steps
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from places(value, (*steps, key))
        yield (*steps, "baru")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from places(value, (*steps, index))
        yield (*steps, len(tree))
    elif tree is None:
        yield from ((*steps, "baru", 0), (*steps, 0, "baru"))


def expected(tree: Any, steps: Steps, value: Any) -> Any:
    if steps:
        step = steps[0]
        tree = ({} if isinstance(step, str) else []) if tree is None else tree
        if isinstance(tree, list) and step == len(tree):
            return [*tree, expected(None, steps[1:], value)]
        inner = tree.get(step) if isinstance(tree, dict) else tree[step]
        changed = expected(inner, steps[1:], value)
        if isinstance(tree, dict):
            return {**tree, step: changed}
        return [changed if index == step else item for index, item in enumerate(tree)]
    if isinstance(value, dict):
        result = dict(tree) if isinstance(tree, dict) else {}
        for key, inner in value.items():
            result[key] = expected(result.get(key), (), inner)
        return result
    if isinstance(value, list):
        return [expected(None, (), inner) for inner in value]
    return None if value is None else str(value)


def comments(text: str) -> list[str]:
    return re.findall(r"# k\d+\.", text)


@settings(max_examples=300, deadline=None)
@given(files(), st.data())
def test_any_change_reads_back_and_every_comment_stays_in_its_order(text: str, data: st.DataObject) -> None:
    tree = values(text)
    changes = []
    for _ in range(data.draw(st.integers(0, 3))):
        steps = data.draw(st.sampled_from(list(places(tree))))
        value = data.draw(NEW_VALUES)
        changes.append((steps, value))
        tree = expected(tree, steps, value)
    result = written(text, changes)
    assert values(result) == tree
    assert comments(result) == comments(text)
    if not changes:
        assert result == text


@settings(max_examples=200, deadline=None)
@given(files(flow=False), st.data())
def test_adding_to_any_block_only_adds_lines(text: str, data: st.DataObject) -> None:
    tree = values(text)
    new = [steps for steps in places(tree) if steps[-1] == "baru" or _is_behind(tree, steps)]
    steps = data.draw(st.sampled_from([steps for steps in new if _parent(tree, steps) is not None]))
    text += "" if text.endswith("\n") else "\n"
    gone = [line for line in difference(text, written(text, [(steps, data.draw(NEW_VALUES))])) if line[0] == "-"]
    assert gone == []


def _parent(tree: Any, steps: Steps) -> Any:
    for step in steps[:-1]:
        tree = tree[step] if tree is not None and not (isinstance(tree, dict) and step not in tree) else None
    return tree


def _is_behind(tree: Any, steps: Steps) -> bool:
    parent = _parent(tree, steps)
    return isinstance(parent, list) and steps[-1] == len(parent)


@pytest.mark.parametrize("path", VALIDASI, ids=lambda path: path.name)
def test_both_parsers_give_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = typed(path) + "kosong: # x\n\n# y\nakhir:\n"
    changes: list[tuple[Steps, Any]] = [
        (("validasi", 0, "putaran", 0, "sidik"), "v1:x"),
        (("kosong",), "1"),
        (("akhir", "a"), ["b"]),
    ]
    fast = written(text, changes)
    monkeypatch.setattr(rewrite, "YAML", partial(YAML, pure=True))
    assert written(text, changes) == fast


# The file itself.


def test_a_file_is_written_as_it_is_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n")
    path.chmod(0o640)
    save(path, "\ufeffa: é\r\n")
    assert path.read_bytes() == "\ufeffa: é\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    save(tmp_path / "a.yaml", "a: 1\n")
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "a.yaml", tmp_path / "a.yaml"
    target.write_text("a: 1\n")
    link.symlink_to(Path("far") / "a.yaml")
    save(link, "a: 2\n")
    assert link.is_symlink()
    assert target.read_text() == "a: 2\n"


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(path, "a: 2\n")
    assert path.read_text() == "a: 1\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]
