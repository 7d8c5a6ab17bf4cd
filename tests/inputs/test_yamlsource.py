"""How a file is written: values as typed, places, encodings, and the slips of the pen that YAML itself refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inputs.nodes import plain
from pipeline.inputs.places import mark_at
from pipeline.inputs.yamlsource import Document, read
from pipeline.problems import Problem


def read_text(text: str | bytes) -> tuple[Document, tuple[Problem, ...]]:
    return read("a.yaml", text if isinstance(text, bytes) else text.encode())


def faults(text: str | bytes) -> list[str]:
    return [f"{p.source.line}:{p.source.column} {p.code}" for p in read_text(text)[1] if p.source]


def values(text: str) -> object:
    document, problems = read_text(text)
    assert not problems
    assert document.root
    return plain(document.root)


def test_every_value_is_its_text_as_typed() -> None:
    text = "a: 012\nb: no\nc: 1.10\nd: 2026-03-31\ne: 1_000\nf: 0.10\ng: '007'\nh: {i: true}\n"
    assert values(text) == {
        "a": "012",
        "b": "no",
        "c": "1.10",
        "d": "2026-03-31",
        "e": "1_000",
        "f": "0.10",
        "g": "007",
        "h": {"i": "true"},
    }


def test_nothing_null_and_tilde_are_nothing_but_quotes_are_a_text() -> None:
    assert values("a:\nb: null\nc: ~\nd: ''\ne: 'null'\n") == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_block_texts_keep_their_lines() -> None:
    assert values("a: |\n  satu\n  dua\nb: >\n  tiga\n  empat\n") == {"a": "satu\ndua\n", "b": "tiga empat\n"}


@pytest.mark.parametrize(
    ("steps", "key", "line", "column", "width"),
    [
        (("realisasi", 0, "kode"), False, 3, 11, 4),
        (("realisasi", 0, "kode"), True, 3, 5, 4),
        (("realisasi", 0, "target"), False, 4, 13, 18),
        (("realisasi", 0, "target", "max"), False, 4, 28, 2),
        (("realisasi", 0, "bukti"), False, 5, 5, 5),
        (("realisasi", 0, "bukti", 0), False, 6, 9, 6),
        (("realisasi", 0, "tidak ada", 7), False, 3, 5, 4),
        (("realisasi", 1), False, 7, 5, 4),
        (("realisasi", 1, "kode"), False, 7, 10, 1),
        ((), False, 1, 1, 4),
    ],
)
def test_every_value_and_key_can_be_found_again(
    steps: tuple[str | int, ...], key: bool, line: int, column: int, width: int
) -> None:
    text = (
        "unit: a\nrealisasi:\n  - kode: IK-1\n    target: {min: 80, max: 90}\n"
        "    bukti:\n      - uraian: x\n  - kode:\n"
    )
    document, _ = read_text(text)
    mark = mark_at(document.root, steps, key=key)
    assert (mark.line, mark.column, mark.width) == (line, column, width)


def test_a_byte_order_mark_and_windows_line_ends_are_read_silently() -> None:
    document, problems = read_text(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert (problems, document.lines[:2]) == ((), ("a: 1", "b: 2"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n\tb: 2\n", ["2:1 tab"]),
        ("a:\n  - b: 1\n\t c: 2\n\t d: 3\ne: 4\n\tf: 5\n", ["3:1 tab", "6:1 tab"]),
        ("a:\n\tb: 1\n  c: 2\n d: 3\n", ["2:1 tab"]),
        ('a:\n\tb: 1\nc: "satu\n', ["2:1 tab", "3:4 kutip-tidak-ditutup"]),
        ('a: "satu\nb: 2\n', ["1:4 kutip-tidak-ditutup"]),
        ('a: "satu\nb: "dua"\n', ["1:4 kutip-tidak-ditutup"]),
        ("a: 'satu' dua\n", ["1:11 teks-sesudah-kutip"]),
        ("a: {b}/{c}\n", ["1:7 teks-sesudah-kurung"]),
        ("a: [1, 2\nb: 3\n", ["1:4 kurung-tidak-ditutup"]),
        ("a: {x: 1}}\n", ["1:10 kurung-berlebih"]),
        ("a:\n    b: 1\n  c: 2\n", ["3:3 indentasi"]),
        ("a: 1\n  b: 2\n", ["2:3 indentasi"]),
        ("a: 1\nb\nc: 2\n", ["2:1 titik-dua-hilang"]),
        ("a: 1\nb:2\nc: 3\n", ["2:2 spasi-sesudah-titik-dua"]),
        ("a:\n  - b\n  -c\n  - d\n", ["3:3 spasi-sesudah-strip"]),
        ("a: rapat: hasil\n", ["1:9 titik-dua-dalam-nilai"]),
        ("a: - b\n", ["1:4 strip-salah-tempat"]),
        ("a: -\nb: 1\n", ["1:4 strip-sebagai-nilai"]),
        ("a:\n  - kode: x\n    b: 1\n  -kode: y\n    b: 2\n", ["4:3 spasi-sesudah-strip"]),
        ("a:\n  -kode: x\n    b: 1\n", ["2:3 spasi-sesudah-strip"]),
        ("a:\n  - kode:x\n    b: 1\nc: 1,\nd: {e\n", ["2:9 spasi-sesudah-titik-dua", "5:4 kurung-tidak-ditutup"]),
        ("a:\n  -kode:x\n    b: 1\n", ["2:3 spasi-sesudah-strip"]),
        ("a:\n  b:\u00a01\n  c: 2\n", ["2:5 spasi-tak-putus"]),
        ("a:\n  - b:\u202f1\n", ["2:7 spasi-tak-putus"]),
        ("a:\n  -\u00a0b\n", ["2:4 spasi-tak-putus"]),
        (
            "a:\n\u00a0\u00a0b: 1\n\u00a0\u00a0c: 2\n  d: 3\n \u2003e: 4\n",
            ["2:1 spasi-tak-putus", "5:2 spasi-tak-putus"],
        ),
        ("a: “b: c”\n", ["1:4 kutip-lengkung"]),
        ("a: “b”: c\n", ["1:7 titik-dua-dalam-nilai"]),
        ("a: @b\n", ["1:4 karakter-awal"]),
        ("a: > 90 persen\n", ["1:4 karakter-awal"]),
        ("a: & b\n", ["1:4 karakter-awal"]),
        ("%YAML 1.1\n---\na: 1\n", ["1:1 karakter-awal"]),
        ('a: "C:\\data"\n', ["1:7 garis-miring-terbalik"]),
        ("a: 1\n---\nb: 2\n", ["2:1 lebih-dari-satu-dokumen"]),
        ("a: &x 1\nb: *x\n", ["1:4 yaml-jangkar", "2:4 yaml-jangkar"]),
        ("a: !!int 1\n", ["1:4 yaml-tag"]),
        ("a:\n  <<: b\n", ["2:3 yaml-gabungan"]),
        ("a: {{ b }}\n", ["1:5 kunci-bukan-teks"]),
        ("a: 1\nb: 2\na: 3\na: 4\n", ["3:1 kunci-ganda", "4:1 kunci-ganda"]),
        ("a: x\x07y\n", ["1:5 karakter-kendali"]),
        ("[" * 100, ["1:41 terlalu-dalam"]),
        ("", ["1:1 berkas-kosong"]),
        ("# catatan saja\n", ["1:1 berkas-kosong"]),
        ("hanya teks\n", ["1:1 akar-bukan-kunci"]),
        ("- a\n- b\n", ["1:1 akar-bukan-kunci"]),
        (b"a: 1\nb: caf\xe9\n", ["2:7 bukan-utf8"]),
        ("a: 1\n".encode("utf-16"), ["1:1 bukan-utf8"]),
    ],
)
def test_a_slip_of_the_pen_is_named_at_its_place(text: str | bytes, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: -\n", "a:"),
        ("a:\n  -kode:x\n    b: 1\n", "- kode: x"),
        ("  - a: “b: c”\n", '- a: "b: c"'),
        ("a: b: c  # d\n", 'a: "b: c"'),
        ('a: b: "c"\n', "a: 'b: \"c\"'"),
        ('a: "b" c\n', "'\"b\" c'"),
        ('a: "b "c" d"\n', "'b \"c\" d'"),
        ("a: 'Jum'at'\n", '"Jum\'at"'),
    ],
)
def test_a_slip_shows_what_was_meant(text: str, hint: str) -> None:
    (problem,) = read_text(text)[1]
    assert problem.hint == hint


@pytest.mark.parametrize("line", ["\u00a0\u00a0menjorok", "kode:x", "-kode: x", "Catatan:\u00a0x"])
def test_inside_a_quoted_or_block_text_any_writing_is_right(line: str) -> None:
    assert faults(f"a: |\n  satu\n  {line}\nb: 'satu\n  {line}'\n") == []
    assert faults(f'a: |\n  satu\n  {line}\nb: "x\n') == ["4:4 kutip-tidak-ditutup"]


def test_what_follows_a_slip_is_still_read_at_its_typed_place() -> None:
    document, _ = read_text("a:\n  -kode:x\n    b:\u00a01\n")
    assert document.root and plain(document.root) == {"a": [{"kode": "x", "b": "1"}]}
    assert (mark_at(document.root, ("a", 0, "kode")).column, mark_at(document.root, ("a", 0, "b")).column) == (9, 8)
    assert document.whole


def test_a_double_key_names_the_line_of_the_first() -> None:
    (problem,) = read_text("a: 1\nb: 2\na: 3\n")[1]
    assert problem.args == {"kunci": "a", "baris": "1"}


def test_a_tab_between_words_does_no_harm() -> None:
    assert values("a:\t1\nb: 2\t\n# c\td\n") == {"a": "1", "b": "2"}


def test_what_follows_a_tab_is_still_read_at_its_typed_place() -> None:
    document, _ = read_text("a:\n\tb: 1\n\tc: 2\n")
    assert document.root and plain(document.root) == {"a": {"b": "1", "c": "2"}}
    assert mark_at(document.root, ("a", "c")).column == 5


def test_what_stands_before_a_syntax_error_is_still_given() -> None:
    document, _ = read_text("a: 1\nb:\n  c: 2\n  d: @\n")
    assert document.root and plain(document.root) == {"a": "1", "b": {"c": "2"}}
    assert not document.whole


@given(
    st.binary()
    | st.text(alphabet="ab:-?[]{}&*!|>'\"“”%@`#, \u00a0\t\n\r\\<~\x00\x85\u2028é", max_size=60).map(str.encode)
)
def test_no_text_or_bytes_raise_and_every_fault_stands_in_the_file(data: bytes) -> None:
    document, problems = read("a.yaml", data)
    for problem in problems:
        source = problem.source
        assert source
        assert 1 <= source.line <= len(document.lines)
        assert 1 <= source.column <= len(source.text) + 1
    assert document.root is not None or problems
