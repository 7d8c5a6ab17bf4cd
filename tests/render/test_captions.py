"""The cached numbers of captions."""

from __future__ import annotations

from lxml import etree

from pipeline.render.captions import number_captions
from pipeline.word.package import W

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _field(instruction: str, result: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _numbered(*fields: str) -> list[str]:
    root = etree.fromstring(f"<w:body {_NS}>{''.join(fields)}</w:body>".encode())
    number_captions(root)
    return [t.text or "" for t in root.iter(f"{W}t")]


def test_each_sequence_counts_by_itself() -> None:
    tabel, gambar = _field(r"SEQ Tabel \* ARABIC", "1"), _field(r"SEQ Gambar \* ARABIC", "1")
    assert _numbered(tabel, gambar, tabel, tabel) == ["1", "1", "2", "3"]


def test_other_fields_keep_their_result() -> None:
    assert _numbered(_field("PAGE", "7"), _field(r"SEQ Tabel \h", "9"), _field("SEQ Tabel", "4")) == ["7", "9", "1"]


def test_a_simple_field_counts_too() -> None:
    simple = r'<w:p><w:fldSimple w:instr=" SEQ Tabel \* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    assert _numbered(simple, _field("SEQ Tabel", "1"), simple) == ["1", "2", "3"]
