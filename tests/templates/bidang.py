"""Which fields a Word template uses, by following its Jinja tags through the types of its context."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from docxtpl import DocxTemplate
from jinja2 import Environment, nodes

from pipeline.media import Image

Pemakaian = tuple[type[Any], str]
"""A dataclass and the name of one of its fields."""


@dataclass
class Temuan:
    """The fields that were used, and the names that no type has."""

    dipakai: set[Pemakaian] = field(default_factory=set)
    salah: list[str] = field(default_factory=list)


_SISIP = re.compile(r"\{%\s*sisip\s+([\w-]+)(?:/([\w-]+))?(?:\s+([\w.]+))?\s*%\}")
_BAGIAN = re.compile(r"\{%\s*bagian\s+([\w-]+)\s*%\}")


def telusuri(templat: Path, konteks: type[Any]) -> Temuan:
    """Follow every tag of a template (body, headers, footers, properties) from the fields of its context.

    A tag `sisip` stands for what is in that part, whose `pejabat` is the signer that the tag names.
    """
    temuan = Temuan()
    lingkup: dict[str, Any] = {"loop": None}
    for nama, jenis in get_type_hints(konteks).items():
        lingkup[nama] = _Akar(konteks, nama, jenis)
    for sumber in _sumber(templat):
        lengkap = _SISIP.sub(lambda tag: _disisipkan(templat.parent / "bagian", tag), _BAGIAN.sub("", sumber))
        _isi(Environment(autoescape=True).parse(lengkap).body, dict(lingkup), temuan)
    return temuan


def semua_bidang(konteks: type[Any]) -> set[Pemakaian]:
    """Every field that a template with this context may use."""
    hasil: set[Pemakaian] = set()
    antrean, dilihat = [konteks], set()
    while antrean:
        jenis = antrean.pop()
        if jenis in dilihat:
            continue
        dilihat.add(jenis)
        for nama, isi in get_type_hints(jenis).items():
            hasil.add((jenis, nama))
            antrean += [t for t in _dalam(isi) if dataclasses.is_dataclass(t) and t is not Image]
    return hasil


def _disisipkan(folder: Path, tag: re.Match[str]) -> str:
    """The tags of a part (or of one portion of it) in a scope of their own."""
    nama, penggalan, pejabat = tag.groups()
    badan = next(_sumber(folder / f"{nama}.docx"))
    potong = _BAGIAN.split(badan)
    isi = dict(zip(potong[1::2], potong[2::2], strict=True))[penggalan] if penggalan else _BAGIAN.sub("", badan)
    ikat = f"pejabat = {pejabat}" if pejabat else ""
    return f"{{% with {ikat} %}}{isi}{{% endwith %}}"


@dataclass(frozen=True)
class _Akar:
    """A variable of the context: using it uses the field."""

    konteks: type[Any]
    nama: str
    jenis: Any


def _sumber(templat: Path) -> Iterator[str]:
    dok = DocxTemplate(str(templat))
    dok.init_docx()
    yield dok.patch_xml(dok.get_xml())
    for uri in (dok.HEADER_URI, dok.FOOTER_URI):
        for _, bagian in dok.get_headers_footers(uri):
            yield dok.patch_xml(dok.get_part_xml(bagian))
    inti = dok.docx.core_properties
    yield " ".join((inti.title, inti.subject, inti.author, inti.keywords, inti.comments))


def _isi(anak: list[nodes.Node], lingkup: dict[str, Any], temuan: Temuan) -> None:
    for satu in anak:
        if isinstance(satu, nodes.For):
            _untuk(satu, lingkup, temuan)
        elif isinstance(satu, nodes.With):
            _isi(satu.body, lingkup | _terikat(satu, lingkup, temuan), temuan)
        elif isinstance(satu, nodes.Assign) and isinstance(satu.target, nodes.Name):
            lingkup[satu.target.name] = _jenis(satu.node, lingkup, temuan)
        elif isinstance(satu, nodes.Expr):
            _jenis(satu, lingkup, temuan)
        else:
            _isi(list(satu.iter_child_nodes()), lingkup, temuan)


def _terikat(satu: nodes.With, lingkup: Mapping[str, Any], temuan: Temuan) -> dict[str, Any]:
    pasangan = zip(satu.targets, satu.values, strict=True)
    return {nama.name: _jenis(isi, lingkup, temuan) for nama, isi in pasangan if isinstance(nama, nodes.Name)}


def _untuk(satu: nodes.For, lingkup: dict[str, Any], temuan: Temuan) -> None:
    butir = _butir(_jenis(satu.iter, lingkup, temuan))
    dalam = dict(lingkup)
    sasaran = satu.target.items if isinstance(satu.target, nodes.Tuple) else [satu.target]
    for nama in sasaran:
        dalam[nama.name] = butir if len(sasaran) == 1 else None
    if satu.test:
        _jenis(satu.test, dalam, temuan)
    _isi([*satu.body, *satu.else_], dalam, temuan)


def _jenis(ungkapan: nodes.Node, lingkup: Mapping[str, Any], temuan: Temuan) -> Any:
    """The type of an expression, None where it has no fields of ours."""
    if isinstance(ungkapan, nodes.Name):
        if ungkapan.name not in lingkup:
            temuan.salah.append(ungkapan.name)
            return None
        isi = lingkup[ungkapan.name]
        if isinstance(isi, _Akar):
            temuan.dipakai.add((isi.konteks, isi.nama))
            return isi.jenis
        return isi
    if isinstance(ungkapan, nodes.Getattr):
        return _atribut(_jenis(ungkapan.node, lingkup, temuan), ungkapan.attr, temuan)
    if isinstance(ungkapan, nodes.Getitem):
        _jenis(ungkapan.arg, lingkup, temuan)
        return _butir(_jenis(ungkapan.node, lingkup, temuan))
    for anak in ungkapan.iter_child_nodes():
        _jenis(anak, lingkup, temuan)
    return None


def _atribut(jenis: Any, nama: str, temuan: Temuan) -> Any:
    rekam = next((t for t in _pilihan(jenis) if dataclasses.is_dataclass(t)), None)
    if rekam is None:
        return None
    bidang = get_type_hints(rekam)
    if nama not in bidang:
        temuan.salah.append(f"{rekam.__name__}.{nama}")
        return None
    temuan.dipakai.add((rekam, nama))
    return bidang[nama]


def _pilihan(jenis: Any) -> tuple[Any, ...]:
    return get_args(jenis) if get_origin(jenis) in (Union, types.UnionType) else (jenis,)


def _butir(jenis: Any) -> Any:
    for satu in _pilihan(jenis):
        if get_origin(satu) is tuple:
            return get_args(satu)[0]
    return None


def _dalam(jenis: Any) -> Iterator[Any]:
    yield jenis
    for satu in get_args(jenis):
        yield from _dalam(satu)
