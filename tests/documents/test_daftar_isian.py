"""The list of fields says of every field what it means, and what it says can be copied into a template."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import docx
import pytest

from pipeline import build, packet
from pipeline.documents.arti import Arti
from pipeline.documents.bagian import BAGIAN
from pipeline.documents.daftar_isian import KOSONG, POTONGAN, daftar_isian, semua_isian
from pipeline.documents.registry import DOKUMEN, KONTEKS
from pipeline.domain.periode import Periode
from pipeline.media import Image
from pipeline.render.docx import render
from pipeline.sample import least, most, sample
from pipeline.template.vocabulary import END, Field, Jenis, Vocabulary, in_rows
from tests.documents import naskah
from tests.render.pola import document, texts

TEMPLATES = Path(__file__).parents[2] / "templates"
KEYS = (*KONTEKS, *(POTONGAN + key for key in BAGIAN))


def _types(found: type, above: tuple[type, ...] = ()) -> Iterator[type]:
    """The dataclasses that a context is made of."""
    assert found not in above, f"{found.__name__} holds itself"
    yield found
    for hint in get_type_hints(found).values():
        for option in get_args(hint) if isinstance(hint, UnionType) else (hint,):
            inner = get_args(option)[0] if get_origin(option) is tuple else option
            if is_dataclass(inner) and isinstance(inner, type) and inner is not Image:
                yield from _types(inner, (*above, found))


TYPES = tuple(dict.fromkeys(t for root in (*KONTEKS.values(), *BAGIAN.values()) for t in _types(root)))


@cache
def _meanings(found: type) -> dict[str, Arti]:
    hints = get_type_hints(found, include_extras=True)
    return {
        name: meaning for name, hint in hints.items() for meaning in get_args(hint)[1:] if isinstance(meaning, Arti)
    }


@cache
def _all() -> dict[str, Vocabulary]:
    shipped = sample()
    return {v.kunci: v for v in semua_isian(shipped.contexts, shipped.parts)}


def _rows(vocabulary: Vocabulary) -> dict[str, Field]:
    return {field.jalur: field for table in vocabulary.tabel for field in table.isian}


# --- the declarations ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("found", TYPES, ids=lambda found: found.__name__)
def test_every_field_of_a_context_has_one_meaning_that_is_a_phrase(found: type) -> None:
    meanings = _meanings(found)

    assert list(meanings) == [field.name for field in fields(found)]
    for name, meaning in meanings.items():
        assert meaning.arti == meaning.arti.strip()
        assert meaning.arti[:1].isupper(), name
        assert not meaning.arti.endswith("."), name
        assert meaning.arti.casefold().replace(" ", "_") != name


def _contexts() -> Iterator[object]:
    """Every context of the three shipped quarters, of the least and the most that there can be, and of a new agency."""
    shipped = sample()
    for made in (shipped, least(), most()):
        yield from (*made.contexts.values(), *made.parts.values())
    earlier = (build.check(shipped.root, Periode.parse(periode)).bahan for periode in ("2026-tw1", "2026-tw2"))
    for bahan in (shipped.bahan, *earlier, naskah.bahan(naskah.berkas())):
        assert bahan is not None
        for row in DOKUMEN:
            yield from (plan.context() for plan in packet.plans(bahan, row, row.key, printed=True) if plan.context)
        yield from (plan.context() for plan in packet.leading(bahan) if plan.context)


def _empty(value: Any) -> Iterator[str]:
    """The fields without boleh_kosong that print nothing."""
    if isinstance(value, tuple):
        for item in value:
            yield from _empty(item)
    elif is_dataclass(value) and not isinstance(value, Image):
        for name, meaning in _meanings(type(value)).items():
            inner = getattr(value, name)
            if inner in ("", ()) and not meaning.boleh_kosong:
                yield f"{type(value).__name__}.{name}"
            yield from _empty(inner)


def test_a_field_that_may_not_be_empty_never_is() -> None:
    contexts = list(_contexts())

    assert len(contexts) > 60
    assert {name for context in contexts for name in _empty(context)} == set()


# --- the rows ------------------------------------------------------------------------------------------------------


def test_every_document_and_every_part_is_listed_in_the_order_of_the_sop() -> None:
    assert tuple(_all()) == KEYS


def test_the_rows_of_a_list_are_written_by_a_variable_inside_its_loop() -> None:
    table = _all()["surat-pengantar"].tabel[1]

    assert (table.jalur, table.gelung) == ("naskah", ("{%p for n in naskah %}",))
    assert [field.jalur for field in table.isian] == ["n.no", "n.uraian", "n.banyaknya", "n.keterangan"]
    assert _rows(_all()["surat-pengantar"])["naskah"].tag == ("{%p for n in naskah %}", END)


@dataclass(frozen=True)
class _Baris:
    isi: Annotated[tuple[str, ...], Arti("Isi baris")]


@dataclass(frozen=True)
class _Konteks:
    i: Annotated[str, Arti("Nama yang sudah terpakai")]
    isi: Annotated[tuple[_Baris, ...], Arti("Daftar bersarang")]


def test_a_variable_means_nothing_else_where_it_is_used() -> None:
    outer, inner = daftar_isian("contoh", _Konteks, _Konteks("", (_Baris(("a",)),))).tabel

    assert outer.isian[1].tag == ("{%p for isi2 in isi %}", END)
    assert inner.isian[0].tag == ("{%p for isi3 in isi2.isi %}", "{{ isi3 }}", END)


def test_a_group_is_listed_at_each_place_with_its_own_path() -> None:
    rows = _rows(_all()["lembar-pengesahan"])

    assert rows["disusun.pejabat"].tag == ("{%p sisip tanda-tangan disusun.pejabat %}",)
    assert rows["disusun.pejabat.nama"].contoh == "Dewi Anggraini, S.E., M.Ak."
    assert rows["disahkan.pejabat.nama"].contoh == "Drs. Bambang Prasetyo Utomo, M.Si."
    assert rows["kop"].tag == ("{%p sisip kop-surat %}",)


def test_a_row_says_type_unit_and_what_the_sample_quarter_prints() -> None:
    rows = _rows(_all()["dokumen-pengukuran-kinerja"])

    def told(path: str) -> tuple[str, bool, str, str]:
        row = rows[path]
        return row.jenis, row.boleh_kosong, row.satuan, row.contoh

    assert told("hasil.capaian_tw") == ("teks", False, "persen", "100,05")
    assert told("logo") == ("gambar", True, "", "Lambang Pemerintah Kabupaten Wanasagara")
    assert told("rapat.ada_notulen") == ("ya/tidak", False, "", "ya")
    assert told("revisi") == ("teks", True, "", KOSONG)
    assert told("hasil") == ("kelompok isian", False, "", "")
    assert told("hasil.kelompok") == ("daftar", False, "", "4 baris")
    assert told("unit") == ("daftar teks", False, "", "Sekretariat")
    assert told("tugas")[3] == "BKPSDM mempunyai tugas membantu Bupati melaksanakan fungsi…"


def test_a_list_is_shown_by_its_first_row_that_has_something_there() -> None:
    table = next(table for table in _all()["rekapitulasi-hasil-rapat"].tabel if table.jalur == "k.baris")
    samples = {field.jalur: field.contoh for field in table.isian}

    assert samples["b.kode"] == "IK-3.1"
    assert samples["b.rincian_menjadi"] == "3.654 / 5.633"


# --- the tags ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for templates, with the shipped parts beside them."""
    made = tmp_path_factory.mktemp("templates")
    shutil.copytree(TEMPLATES / "bagian", made / "bagian")
    return made


def _context(key: str) -> object:
    shipped = sample()
    return shipped.parts[key.removeprefix(POTONGAN)] if key.startswith(POTONGAN) else shipped.contexts[key]


@pytest.mark.parametrize("key", KEYS)
def test_every_tag_of_a_template_prints_what_its_row_says(key: str, folder: Path) -> None:
    made = document()
    for table in _all()[key].tabel:
        tags = [tag for field in table.isian for tag in field.tag]
        for tag in (*table.gelung, *tags, *(END for _ in table.gelung)):
            made.add_paragraph(tag.replace("…", "benar"))
    file = folder / f"{key.replace('/', '-')}.docx"
    made.save(str(file))

    said = " ".join(" ".join(texts(render(file, _context(key), root=sample().root, parts=BAGIAN))).split())

    printed = (Jenis.TEKS, Jenis.DAFTAR_TEKS)
    samples = [f.contoh for t in _all()[key].tabel for f in t.isian if f.jenis in printed and f.contoh != KOSONG]
    assert samples
    assert [words for words in samples if words.rstrip("…") not in said] == []


def test_the_tags_of_a_list_repeat_a_table_row_as_well(tmp_path: Path) -> None:
    field = _rows(_all()["daftar-hadir"])["baris"]
    made = docx.Document()
    table = made.add_table(3, 1)
    for row, tag in zip(table.rows, (in_rows(field.tag[0]), "{{ b.nama }}", in_rows(field.tag[1])), strict=True):
        row.cells[0].text = tag
    made.save(str(tmp_path / "coba.docx"))

    said = texts(render(tmp_path / "coba.docx", _context("daftar-hadir"), root=sample().root))

    assert len(said) == 14
    assert said[0] == "Drs. Bambang Prasetyo Utomo, M.Si."
