"""The check of template fields must itself be able to fail."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx import Document

from tests.templates.bidang import semua_bidang, telusuri


@dataclass(frozen=True)
class Baris:
    nama: str
    nilai: str


@dataclass(frozen=True)
class Konteks:
    judul: str
    baris: tuple[Baris, ...]
    satu: Baris | None


def templat(folder: Path, *paragraf: str) -> Path:
    dok = Document()
    for teks in paragraf:
        dok.add_paragraph(teks)
    dok.save(str(folder / "t.docx"))
    return folder / "t.docx"


def test_fields_are_followed_through_loops_and_conditions(tmp_path: Path) -> None:
    isi = (
        "{{ judul }}",
        "{%p for b in baris %}",
        "{{ b.nama }}",
        "{%p endfor %}",
        "{% if satu %}{{ satu.nilai }}{% endif %}",
    )
    temuan = telusuri(templat(tmp_path, *isi), Konteks)
    assert temuan.salah == []
    assert temuan.dipakai == semua_bidang(Konteks)


def test_an_unknown_variable_and_an_unknown_field_are_found(tmp_path: Path) -> None:
    isi = ("{{ jduul }}", "{%p for b in baris %}", "{{ b.nma }}", "{%p endfor %}", "{{ satu.nilia }}", "{{ b.nama }}")
    assert telusuri(templat(tmp_path, *isi), Konteks).salah == ["jduul", "Baris.nma", "Baris.nilia", "b"]


def test_the_tags_of_a_part_are_followed_from_the_signer_that_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "bagian").mkdir()
    isi = ("{%p bagian atas %}", "{{ pejabat.nama }}", "{%p bagian bawah %}", "{{ pejabat.nilai }}", "{{ judul }}")
    templat(tmp_path, *isi).rename(tmp_path / "bagian" / "blok.docx")
    atas = telusuri(templat(tmp_path, "{%p sisip blok/atas satu %}"), Konteks)
    assert (atas.salah, atas.dipakai) == ([], {(Konteks, "satu"), (Baris, "nama")})
    semua = telusuri(templat(tmp_path, "{%p sisip blok satu %}"), Konteks)
    assert semua.dipakai == {(Konteks, "satu"), (Konteks, "judul"), (Baris, "nama"), (Baris, "nilai")}
    assert telusuri(templat(tmp_path, "{%p sisip blok/atas %}"), Konteks).salah == ["pejabat"]


def test_a_field_that_no_tag_uses_is_missing_from_the_used_ones(tmp_path: Path) -> None:
    temuan = telusuri(templat(tmp_path, "{{ judul }}", "{% if satu %}ada{% endif %}"), Konteks)
    assert semua_bidang(Konteks) - temuan.dipakai == {(Konteks, "baris"), (Baris, "nama"), (Baris, "nilai")}
