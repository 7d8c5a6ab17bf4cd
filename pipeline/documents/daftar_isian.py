"""The fields that each template may use, read off the declarations and the sample; it refuses to know how they look."""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from itertools import chain, count
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from pipeline.documents.arti import Arti
from pipeline.documents.bagian import BAGIAN
from pipeline.documents.kop import Kop
from pipeline.documents.registry import KONTEKS
from pipeline.documents.tanda_tangan import PenandaTangan
from pipeline.media import Image
from pipeline.template.vocabulary import END, Field, FieldTable, Jenis, Vocabulary

POTONGAN = "bagian/"
"""What the key of a part begins with."""

KOSONG = "(kosong)"
_SISIP = {Kop: "{{%p sisip kop-surat %}}", PenandaTangan: "{{%p sisip tanda-tangan {jalur} %}}"}
"""What a document writes to print a group by a part."""

_TERPANJANG, _TERPENDEK = 60, 40
"""A sample is cut to so many characters, between two words where that leaves at least so many."""


def semua_isian(konteks: Mapping[str, object], potongan: Mapping[str, object]) -> tuple[Vocabulary, ...]:
    """The fields of every document and every part, with what these contexts print."""
    dokumen = (daftar_isian(kunci, jenis, konteks[kunci]) for kunci, jenis in KONTEKS.items())
    bagian = (daftar_isian(POTONGAN + kunci, jenis, potongan[kunci]) for kunci, jenis in BAGIAN.items())
    return (*dokumen, *bagian)


def daftar_isian(kunci: str, jenis: type, konteks: object) -> Vocabulary:
    """The fields of one context type; a list's rows are shown by the first row that has something there."""
    tempat = _Tempat("", jenis, (konteks,), (), frozenset(get_type_hints(jenis)))
    sisip = not kunci.startswith(POTONGAN)
    return Vocabulary(kunci, tuple(_tabel("", tempat, sisip=sisip)))


@dataclass(frozen=True, slots=True)
class _Tempat:
    """A place of a template: what its names begin with, the type and all values there, the loops and names around."""

    jalur: str
    jenis: type
    contoh: tuple[object, ...]
    gelung: tuple[str, ...]
    nama: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Bidang:
    """A field at a place; `isi` is the type of its rows or of the group."""

    nama: str
    jalur: str
    jenis: Jenis
    isi: Any
    arti: Arti
    boleh_kosong: bool
    contoh: tuple[object, ...]


def _tabel(jalur: str, tempat: _Tempat, *, sisip: bool) -> Iterator[FieldTable]:
    """The table of a place, then those of its lists and of its groups that hold lists."""
    bidang = tuple(_bidang(tempat))
    yield FieldTable(jalur, tempat.gelung, tuple(_isian(b, tempat, sisip=sisip) for b in bidang))
    for b in bidang:
        if b.jenis is Jenis.DAFTAR:
            yield from _tabel(b.jalur, _baris(b, tempat), sisip=sisip)
        elif b.jenis is Jenis.KELOMPOK and _berdaftar(b.isi):
            yield from _tabel(b.jalur, _kelompok(b, tempat), sisip=sisip)


def _bidang(tempat: _Tempat) -> Iterator[_Bidang]:
    """The fields of a place, those of its small groups among them."""
    for nama, jenis in get_type_hints(tempat.jenis, include_extras=True).items():
        asal, *tanda = get_args(jenis)
        pilihan = get_args(asal) if isinstance(asal, UnionType) else (asal,)
        macam, isi = _macam(next(p for p in pilihan if p is not NoneType))
        arti = next(t for t in tanda if isinstance(t, Arti))
        jalur = f"{tempat.jalur}.{nama}" if tempat.jalur else nama
        contoh = tuple(getattr(satu, nama) for satu in tempat.contoh)
        b = _Bidang(nama, jalur, macam, isi, arti, arti.boleh_kosong or NoneType in pilihan, contoh)
        yield b
        if macam is Jenis.KELOMPOK and not _berdaftar(isi):
            yield from _bidang(_kelompok(b, tempat))


def _macam(jenis: Any) -> tuple[Jenis, Any]:
    """What a type is to the author of a template, and what it holds."""
    if get_origin(jenis) is tuple:
        isi = get_args(jenis)[0]
        return (Jenis.DAFTAR_TEKS if isi is str else Jenis.DAFTAR), isi
    if is_dataclass(jenis) and jenis is not Image:
        return Jenis.KELOMPOK, jenis
    return {str: Jenis.TEKS, bool: Jenis.YA_TIDAK, Image: Jenis.GAMBAR}[jenis], None


def _berdaftar(jenis: type) -> bool:
    """Whether a group holds a list, so that its fields stand in a table of their own."""
    return any(get_origin(t) is tuple for t in get_type_hints(jenis).values())


def _kelompok(b: _Bidang, tempat: _Tempat) -> _Tempat:
    return _Tempat(b.jalur, b.isi, b.contoh, tempat.gelung, tempat.nama)


def _baris(b: _Bidang, tempat: _Tempat) -> _Tempat:
    variabel = _variabel(b.nama, tempat.nama)
    baris = tuple(satu for daftar in b.contoh if isinstance(daftar, tuple) for satu in daftar)
    return _Tempat(variabel, b.isi, baris, (*tempat.gelung, _gelung(b, tempat)), tempat.nama | {variabel})


def _gelung(b: _Bidang, tempat: _Tempat) -> str:
    return f"{{%p for {_variabel(b.nama, tempat.nama)} in {b.jalur} %}}"


def _variabel(nama: str, terpakai: frozenset[str]) -> str:
    """The shortest beginning of a list's name that means nothing else there."""
    calon = chain((nama[:n] for n in range(1, len(nama))), (f"{nama}{n}" for n in count(2)))
    return next(c for c in calon if c not in terpakai and not keyword.iskeyword(c))


# --- one row -----------------------------------------------------------------------------------------------------


def _isian(b: _Bidang, tempat: _Tempat, *, sisip: bool) -> Field:
    return Field(
        jalur=b.jalur,
        jenis=b.jenis,
        boleh_kosong=b.boleh_kosong,
        arti=b.arti.arti,
        satuan=b.arti.satuan,
        contoh=_contoh(b),
        tag=_tag(b, tempat, sisip=sisip),
    )


def _tag(b: _Bidang, tempat: _Tempat, *, sisip: bool) -> tuple[str, ...]:
    cetak = f"{{{{ {b.jalur} }}}}"
    match b.jenis:
        case Jenis.KELOMPOK:
            return (_SISIP[b.isi].format(jalur=b.jalur),) if sisip and b.isi in _SISIP else ()
        case Jenis.YA_TIDAK:
            return (f"{{% if {b.jalur} %}} … {{% endif %}}",)
        case Jenis.GAMBAR if b.boleh_kosong:
            return (f"{{% if {b.jalur} %}}{cetak}{{% endif %}}",)
        case Jenis.DAFTAR:
            return _gelung(b, tempat), END
        case Jenis.DAFTAR_TEKS:
            return _gelung(b, tempat), f"{{{{ {_variabel(b.nama, tempat.nama)} }}}}", END
    return (cetak,)


def _contoh(b: _Bidang) -> str:
    """The first value that prints something; of a list of rows how many there are."""
    ada = next((nilai for nilai in b.contoh if nilai not in ("", (), None)), None)
    if b.jenis is Jenis.KELOMPOK:
        return ""
    if ada is None:
        return KOSONG
    if isinstance(ada, bool):
        return "ya" if ada else "tidak"
    if isinstance(ada, Image):
        return _pendek(ada.alt)
    if isinstance(ada, tuple):
        return f"{len(ada)} baris" if b.jenis is Jenis.DAFTAR else _pendek(str(ada[0]))
    return _pendek(str(ada))


def _pendek(teks: str) -> str:
    rapi = " ".join(teks.split())
    if len(rapi) <= _TERPANJANG:
        return rapi or KOSONG
    awal = rapi[: _TERPANJANG - 1]
    akhir = awal.rfind(" ")
    return (awal[:akhir] if akhir >= _TERPENDEK else awal).rstrip(" ,;:") + "…"
