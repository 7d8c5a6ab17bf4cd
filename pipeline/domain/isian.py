"""The scalar types of the inputs: how the text of a YAML scalar becomes a number, a date, a label or a reference.

Every scalar arrives as the text that stands in the file (or None for an empty one), so that `kode: 1.10` stays "1.10"
and `0.10` never becomes a binary float. It refuses to know files and lines: a fault carries a code of the catalogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_ANGKA = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_ANGKA_WAJAR = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,10})?")
_MIRIP_ANGKA = re.compile(r"(Rp\.?\s*)?[+-]?[\d.,_ ]*\d[\d.,_ ]*\s*%?", re.IGNORECASE)
_ANGKA_DAN_SATUAN = re.compile(
    r"(?P<rupiah>rp\.?\s*)?(?P<angka>[+-]?[\d.,_ ]*\d)(?:,-+)?\s*%?\s*(?:[^\W\d]\D*)?", re.IGNORECASE
)
_TANDA_KUTIP = "\"'“”„‘’"
_NIHIL = ("nihil", "nol")
_TERPANJANG = 40
_TANGGAL = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TANGGAL_URUT_LAIN = re.compile(r"(?P<tahun>[0-9]{4})[-/. ](?P<bulan>[0-9]{1,2})[-/. ](?P<hari>[0-9]{1,2})")
_TANGGAL_LAIN = re.compile(r"(?P<hari>[0-9]{1,2})[-/. ](?P<bulan>[0-9]{1,2}|[a-z]+)[-/. ](?P<tahun>[0-9]{4})")
_TAUTAN = re.compile(r"https?://.", re.IGNORECASE)
_ALAMAT = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[:/?#]\S*)?", re.IGNORECASE)
_BULAN = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")


class Model(BaseModel):
    """A frozen mapping of YAML: unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)


@dataclass(frozen=True, slots=True)
class Definisi:
    """Marks the field whose text names a thing of this kind ("unit", "indikator", …)."""

    jenis: str


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Marks a field that must name a thing of this kind defined elsewhere in the inputs."""

    jenis: str


@dataclass(frozen=True, slots=True)
class Terlampir:
    """Marks a field that names a file under data/; `jenis` are the kinds allowed ("PNG", "JPEG", "PDF"), empty: any."""

    jenis: tuple[str, ...] = ()


def saran_angka(teks: str) -> str:
    """What was probably meant by "82,5", "1.234,5", "Rp1.234.567,-", "85 %", "490 orang", "nihil"; else empty."""
    if len(teks) > _TERPANJANG:
        return ""
    teks = teks.strip().strip(_TANDA_KUTIP)
    if teks.casefold() in _NIHIL:
        return "0"
    cocok = _ANGKA_DAN_SATUAN.fullmatch(teks)
    inti = re.sub(r"[\s_]", "", cocok["angka"]) if cocok else ""
    if cocok and re.fullmatch(r"[+-]?\d{1,3}\.\d{3}", inti):
        return inti.replace(".", "") if cocok["rupiah"] else ""
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})*,\d+|[+-]?\d+,\d+", inti):
        return inti.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3}){2,}", inti):
        return inti.replace(".", "")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+\.\d+|[+-]?\d{1,3}(,\d{3}){2,}", inti):
        return inti.replace(",", "")
    return inti if _ANGKA.fullmatch(inti) else ""


def parse_angka(nilai: Any) -> Any:
    """Text with a decimal point → Decimal; keeps the decimals as typed. Raises `koma-desimal` or `bukan-angka`."""
    if isinstance(nilai, Decimal) or nilai is None:
        return nilai
    if not isinstance(nilai, str):
        raise PydanticCustomError("bukan-angka", "{nilai}", {"nilai": _ringkas(nilai), "saran": ""})
    teks = nilai.strip()
    if _ANGKA_WAJAR.fullmatch(teks):
        return Decimal(teks)
    if _ANGKA.fullmatch(teks):
        raise PydanticCustomError("angka-terlalu-panjang", "{nilai}", {"nilai": _ringkas(teks)})
    saran = saran_angka(teks)
    kode = "koma-desimal" if saran and re.search(r"\d,\d", teks) else "bukan-angka"
    raise PydanticCustomError(kode, "{nilai}", {"nilai": _ringkas(teks), "saran": saran})


def _parse_uang(nilai: Any) -> Any:
    angka = parse_angka(nilai)
    if isinstance(angka, Decimal) and angka < 0:
        raise PydanticCustomError("uang-negatif", "{nilai}", {"nilai": str(angka)})
    return angka


def _parse_bulat(nilai: Any) -> Any:
    if isinstance(nilai, int):
        return nilai
    angka = parse_angka(nilai)
    if isinstance(angka, Decimal):
        if angka != angka.to_integral_value():
            raise PydanticCustomError("bukan-bilangan-bulat", "{nilai}", {"nilai": str(angka)})
        return int(angka)
    return angka


def _parse_teks(nilai: Any) -> Any:
    if isinstance(nilai, str):
        if not nilai.strip():
            raise PydanticCustomError("teks-kosong", "", {})
        return nilai.strip()
    if nilai is None:
        return None
    raise PydanticCustomError("bukan-teks", "{nilai}", {"nilai": _ringkas(nilai)})


def _saran_tanggal(teks: str) -> str:
    """What was probably meant by "31/3/2026", "2026-3-31" or "31 Maret 2026"; empty where that is no date."""
    cocok = _TANGGAL_URUT_LAIN.fullmatch(teks) or _TANGGAL_LAIN.fullmatch(teks.lower())
    if not cocok:
        return ""
    bulan = cocok["bulan"]
    nama = dict(zip(_BULAN, range(1, 13), strict=True))
    nomor = int(bulan) if bulan.isdigit() else nama.get(bulan[:3], 0)
    try:
        return date(int(cocok["tahun"]), nomor, int(cocok["hari"])).isoformat()
    except ValueError:
        return ""


def _parse_tanggal(nilai: Any) -> Any:
    if isinstance(nilai, date) or nilai is None:
        return nilai
    if not isinstance(nilai, str):
        raise PydanticCustomError("bukan-tanggal", "{nilai}", {"nilai": _ringkas(nilai), "saran": ""})
    cocok = _TANGGAL.fullmatch(nilai.strip())
    if not cocok:
        saran = _saran_tanggal(nilai.strip())
        raise PydanticCustomError("bukan-tanggal", "{nilai}", {"nilai": _ringkas(nilai.strip()), "saran": saran})
    try:
        return date(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    except ValueError:
        raise PydanticCustomError("tanggal-mustahil", "{nilai}", {"nilai": nilai.strip()}) from None


def _parse_ya_tidak(nilai: Any) -> Any:
    if isinstance(nilai, str) and nilai.strip().lower() in ("ya", "true"):
        return True
    if isinstance(nilai, str) and nilai.strip().lower() in ("tidak", "false"):
        return False
    if isinstance(nilai, bool) or nilai is None:
        return nilai
    raise PydanticCustomError("bukan-ya-tidak", "{nilai}", {"nilai": _ringkas(nilai)})


def _parse_batas(nilai: Any) -> Any:
    return "tanpa" if isinstance(nilai, str) and nilai.strip() == "tanpa" else _wajib(parse_angka(nilai))


def parse_angka_atau_label(nilai: Any) -> Any:
    """A number where the text looks like one (so that "82,5" is a fault, not a label), else a label."""
    if isinstance(nilai, str) and (len(nilai) > _TERPANJANG or not _MIRIP_ANGKA.fullmatch(nilai.strip())):
        return _wajib(_parse_teks(nilai))
    return _wajib(parse_angka(nilai))


def _parse_tautan(nilai: Any) -> Any:
    teks = _parse_teks(nilai)
    if isinstance(teks, str) and not _TAUTAN.match(teks):
        raise PydanticCustomError("bukan-tautan", "{nilai}", {"nilai": _ringkas(teks), "saran": _saran_tautan(teks)})
    return teks


def _saran_tautan(teks: str) -> str:
    """What was probably meant by "contoh.go.id/ba" or "https:/contoh.go.id"; empty where no address stands there."""
    alamat = re.sub(r"(?i)^(?:h?ttps?\b)?[:;]?[/\\]*", "", teks)
    skema = "http" if re.match(r"(?i)http\b", teks) else "https"
    return f"{skema}://{alamat}" if _ALAMAT.fullmatch(alamat) else ""


def _wajib(nilai: Any) -> Any:
    if nilai is None:
        raise PydanticCustomError("belum-ada-nilai", "", {})
    return nilai


def _ringkas(nilai: object) -> str:
    if isinstance(nilai, dict):
        return "{…}"
    if isinstance(nilai, list | tuple):
        return "[…]"
    teks = str(nilai)
    return teks if len(teks) <= 60 else teks[:59] + "…"


_TEKS_ATAU_ANGKA = {"type": ["string", "number"]}

Teks = Annotated[str, BeforeValidator(_parse_teks), WithJsonSchema({"type": "string", "minLength": 1})]
Kode = Annotated[str, BeforeValidator(_parse_teks), WithJsonSchema(_TEKS_ATAU_ANGKA)]
Angka = Annotated[Decimal, BeforeValidator(parse_angka), WithJsonSchema({"type": "number"})]
Uang = Annotated[Decimal, BeforeValidator(_parse_uang), WithJsonSchema({"type": "number", "minimum": 0})]
Bulat = Annotated[int, BeforeValidator(_parse_bulat), WithJsonSchema({"type": "integer"})]
Tautan = Annotated[
    str, BeforeValidator(_parse_tautan), WithJsonSchema({"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://."})
]
Tanggal = Annotated[date, BeforeValidator(_parse_tanggal), WithJsonSchema({"type": "string", "format": "date"})]
YaTidak = Annotated[bool, BeforeValidator(_parse_ya_tidak), WithJsonSchema({"enum": ["ya", "tidak", True, False]})]
AngkaAtauLabel = Annotated[
    Decimal | str, PlainValidator(parse_angka_atau_label), WithJsonSchema({"type": ["number", "string"]})
]
Batas = Annotated[
    Decimal | str, PlainValidator(_parse_batas), WithJsonSchema({"anyOf": [{"type": "number"}, {"const": "tanpa"}]})
]
