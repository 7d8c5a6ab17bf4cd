"""The fields that templates may use: on a terminal, as JSON and as a page of the docs; it refuses to collect them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.messages import text
from pipeline.show.paint import Paint, cells, plain, visible
from pipeline.template.vocabulary import Field, FieldTable, Jenis, Vocabulary, in_rows

_JENIS = {
    Jenis.TEKS: "cli.fields.jenis.teks",
    Jenis.GAMBAR: "cli.fields.jenis.gambar",
    Jenis.YA_TIDAK: "cli.fields.jenis.ya-tidak",
    Jenis.DAFTAR_TEKS: "cli.fields.jenis.daftar-teks",
    Jenis.DAFTAR: "cli.fields.jenis.daftar",
    Jenis.KELOMPOK: "cli.fields.jenis.kelompok",
}
_TOLD = (Jenis.DAFTAR, Jenis.DAFTAR_TEKS, Jenis.KELOMPOK)
"""Whose tags a terminal shows; how the others are written is said once."""

_WIDEST, _KIND = 34, 14
"""The most cells of a name, and the cells of a type."""


def notes(language: str, periode: str) -> tuple[str, ...]:
    """How the tags are written, and where the samples (of that quarter) come from."""
    gelung, akhir = "{%p for n in naskah %}", "{%p endfor %}"
    return (
        text("cli.fields.cara.cetak", language, cetak="{{ … }}", sisip="{%p sisip … %}"),
        text("cli.fields.cara.syarat", language, awal="{%p if … %}", akhir="{%p endif %}"),
        text("cli.fields.cara.gelung", language, awal=gelung, akhir=akhir),
        text("cli.fields.cara.tabel", language, awal=in_rows(gelung), akhir=in_rows(akhir)),
        text("cli.fields.cara.kosong", language),
        text("cli.fields.cara.contoh", language, periode=periode),
    )


# --- JSON ----------------------------------------------------------------------------------------------------------


def fields_values(semua: Sequence[Vocabulary]) -> list[dict[str, object]]:
    """One object a template; `di_dalam` are the tags of the loops around a field, the outermost first."""
    return [{"dokumen": v.kunci, "isian": [_values(f, t) for t in v.tabel for f in t.isian]} for v in semua]


def _values(isian: Field, tabel: FieldTable) -> dict[str, object]:
    return {
        "jalur": isian.jalur,
        "jenis": str(isian.jenis),
        "boleh_kosong": isian.boleh_kosong,
        "arti": isian.arti,
        "satuan": isian.satuan,
        "contoh": isian.contoh,
        "tag": list(isian.tag),
        "di_dalam": list(tabel.gelung),
    }


# --- a terminal ----------------------------------------------------------------------------------------------------


def fields_text(
    semua: Sequence[Vocabulary], periode: str, language: str, *, width: int = 100, paint: Paint = plain
) -> str:
    """A table a place, and how to write what stands in them; no line is wider than `width` (at least 80)."""
    wide = max(width, 80)
    parts = ["\n\n".join(_vocabulary(v, language, wide, paint)) for v in semua]
    told = "\n".join(
        textwrap.fill(f"– {note}", wide, subsequent_indent="  ", break_on_hyphens=False)
        for note in notes(language, periode)
    )
    return "\n\n".join([*parts, told])


def _vocabulary(semua: Vocabulary, language: str, width: int, paint: Paint) -> Iterator[str]:
    yield paint(f"{semua.kunci} (templates/{semua.kunci}.docx)", "strong")
    for tabel in semua.tabel:
        yield "\n".join(_table(tabel, language, width, paint))


def _table(tabel: FieldTable, language: str, width: int, paint: Paint) -> Iterator[str]:
    name, kind = min(max(cells(isian.jalur) for isian in tabel.isian), _WIDEST), _KIND
    if tabel.jalur:
        yield from (paint(line, "place") for line in textwrap.wrap(place(tabel, language), width))
    heading = tuple([text(code, language)] for code in ("cli.fields.isian", "cli.fields.jenis", "cli.fields.arti"))
    yield from (paint(line, "strong") for line in _side_by_side(heading, (name, kind)))
    rest = width - name - kind - 4
    yield paint("  ".join("─" * wide for wide in (name, kind, rest)), "faint")
    for isian in tabel.isian:
        told = [*textwrap.wrap(_meaning(isian), rest), *(paint(line, "faint") for line in _more(isian, language, rest))]
        kinds = [line for words in _kind(isian, language) for line in textwrap.wrap(words, kind)]
        yield from _side_by_side((textwrap.wrap(isian.jalur, name), kinds, told), (name, kind))


def _side_by_side(columns: Sequence[Sequence[str]], widths: tuple[int, int]) -> Iterator[str]:
    for name, kind, line in zip_longest(*columns, fillvalue=""):
        yield f"{name:<{widths[0]}}  {kind:<{widths[1]}}  {line}".rstrip()


def _kind(isian: Field, language: str) -> list[str]:
    kind = text(_JENIS[isian.jenis], language)
    return [kind, text("cli.fields.boleh-kosong", language)] if isian.boleh_kosong else [kind]


def _more(isian: Field, language: str, wide: int) -> Iterator[str]:
    """The sample, and the tags that do not follow from the type."""
    if isian.contoh:
        contoh = text("cli.fields.contoh-nilai", language, nilai=visible(isian.contoh))
        yield from textwrap.wrap(contoh, wide, subsequent_indent="  ")
    for tag in isian.tag if isian.jenis in _TOLD else ():
        yield from textwrap.wrap(tag, wide, subsequent_indent="  ")


def _meaning(isian: Field) -> str:
    return f"{isian.arti} ({isian.satuan})" if isian.satuan else isian.arti


def place(tabel: FieldTable, language: str, quote: str = "") -> str:
    """What a table is about: "Isian k.baris, di dalam {%p for k in kelompok %} {%p for b in k.baris %}"."""
    jalur, gelung = f"{quote}{tabel.jalur}{quote}", " ".join(f"{quote}{tag}{quote}" for tag in tabel.gelung)
    if gelung:
        return text("cli.fields.tabel.gelung", language, jalur=jalur, gelung=gelung)
    return text("cli.fields.tabel", language, jalur=jalur)


# --- the page ------------------------------------------------------------------------------------------------------

_SPECIAL = re.compile(r"([\\`*_<>|\[\]])")
_HEAD = """# Isian templat

Setiap isian yang boleh dipakai templat Word, dokumen demi dokumen. Halaman ini ditulis dari deklarasi isian di
`pipeline/documents/` oleh `make golden`. Daftar yang sama ditampilkan `kinerja template fields`; sebagai berkas Word
dengan tanda siap salin: `kinerja template fields --word isian.docx`.
"""


def fields_page(semua: Sequence[Vocabulary], periode: str) -> str:
    """docs/fields.md."""
    cara = "\n".join(f"- {_code(note)}" for note in notes("id", periode))
    return "\n".join([_HEAD, f"{cara}\n", *(block for v in semua for block in _section(v))])


def _section(semua: Vocabulary) -> Iterator[str]:
    yield f"## {semua.kunci}\n"
    for tabel in semua.tabel:
        if tabel.jalur:
            yield f"{place(tabel, 'id', '`')}:\n"
        yield "| Tanda | Jenis | Arti | Contoh |\n|---|---|---|---|"
        yield "\n".join(_line(isian) for isian in tabel.isian) + "\n"


def _line(isian: Field) -> str:
    tag = "<br>".join(f"`{tag}`" for tag in isian.tag or (isian.jalur,))
    told = (_SPECIAL.sub(r"\\\1", words) for words in (", ".join(_kind(isian, "id")), _meaning(isian), isian.contoh))
    return f"| {tag} | {' | '.join(told)} |"


def _code(note: str) -> str:
    """A note with its tags marked as such."""
    return re.sub(r"\{[{%].*?[%}]\}", r"`\g<0>`", note)
