"""The scalar types of the inputs: how the text of a YAML scalar becomes a number, a date, a label or a reference.

Every scalar arrives as the text that stands in the file (or None for an empty one), so that `kode: 1.10` stays "1.10"
and `0.10` never becomes a binary float. It refuses to know files and lines: a fault carries a code of the catalogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
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
_WAKTU = re.compile(
    r"(?P<tanggal>\S+?)(?:(?:T|\s+(?:pukul\s+)?)(?P<jam>[0-9]{1,2}[.:][0-9]{2})(?:[.:][0-9]{2})?)?", re.IGNORECASE
)
_JAM = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")
_RENTANG_JAM = re.compile(r"([0-9.:]+)\s*(?:-|–|s\.d\.)\s*([0-9.:]+)")
_LAMA = re.compile(r"([1-9][0-9]{0,3}) (menit|jam|hari)")
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


@dataclass(frozen=True, slots=True)
class Waktu:
    """A day, or a moment of it where the hour was typed as well; local time."""

    tanggal: date
    jam: time | None = None

    def __str__(self) -> str:
        return f"{self.tanggal.isoformat()} {self.jam:%H.%M}" if self.jam else self.tanggal.isoformat()

    @property
    def paling_awal(self) -> datetime:
        """The earliest moment it may mean."""
        return datetime.combine(self.tanggal, self.jam or time.min)

    @property
    def paling_akhir(self) -> datetime:
        """The latest moment it may mean."""
        return datetime.combine(self.tanggal, self.jam or time.max)


@dataclass(frozen=True, slots=True)
class Lama:
    """How long something takes: menit and jam count within working hours, hari counts the working days touched."""

    jumlah: int
    satuan: str

    def __str__(self) -> str:
        return f"{self.jumlah} {self.satuan}"


@dataclass(frozen=True, slots=True)
class RentangJam:
    """A stretch of working hours: "07.30-12.00"."""

    mulai: time
    selesai: time


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


def parse_teks_wajib(nilai: Any) -> Any:
    """Text that must be there, without blanks around it. Raises `belum-ada-nilai`, `teks-kosong` or `bukan-teks`."""
    return _wajib(_parse_teks(nilai))


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


def parse_waktu(nilai: Any) -> Any:
    """ "2026-10-15", "2026-10-15 08.30" or "2026-10-15T08:30" → Waktu. Raises `bukan-waktu` or `tanggal-mustahil`."""
    if isinstance(nilai, Waktu) or nilai is None:
        return nilai
    cocok = _WAKTU.fullmatch(nilai.strip()) if isinstance(nilai, str) else None
    jam = _jam(cocok["jam"]) if cocok and cocok["jam"] else None
    if not cocok or not _TANGGAL.fullmatch(cocok["tanggal"]) or (cocok["jam"] and jam is None):
        saran = _saran_tanggal(nilai.strip()) if isinstance(nilai, str) else ""
        raise PydanticCustomError("bukan-waktu", "{nilai}", {"nilai": _ringkas(nilai), "saran": saran})
    return Waktu(_parse_tanggal(cocok["tanggal"]), jam)


def _jam(teks: str) -> time | None:
    cocok = _JAM.fullmatch(teks)
    if not cocok or int(cocok[1]) > 23 or int(cocok[2]) > 59:
        return None
    return time(int(cocok[1]), int(cocok[2]))


def _parse_lama(nilai: Any) -> Any:
    if isinstance(nilai, Lama) or nilai is None:
        return nilai
    cocok = _LAMA.fullmatch(nilai.strip().lower()) if isinstance(nilai, str) else None
    if not cocok:
        raise PydanticCustomError("bukan-lama", "{nilai}", {"nilai": _ringkas(nilai)})
    return Lama(int(cocok[1]), cocok[2])


def _parse_rentang_jam(nilai: Any) -> Any:
    if isinstance(nilai, RentangJam) or nilai is None:
        return nilai
    cocok = _RENTANG_JAM.fullmatch(nilai.strip()) if isinstance(nilai, str) else None
    awal, akhir = (_jam(cocok[1]), _jam(cocok[2])) if cocok else (None, None)
    if awal is None or akhir is None or awal >= akhir:
        raise PydanticCustomError("bukan-rentang-jam", "{nilai}", {"nilai": _ringkas(nilai)})
    return RentangJam(awal, akhir)


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
Saat = Annotated[Waktu, PlainValidator(parse_waktu), WithJsonSchema({"type": "string"})]
LamaWaktu = Annotated[
    Lama,
    PlainValidator(lambda nilai: _wajib(_parse_lama(nilai))),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]+ (menit|jam|hari)$"}),
]
JamKerjaSehari = Annotated[
    RentangJam, PlainValidator(lambda nilai: _wajib(_parse_rentang_jam(nilai))), WithJsonSchema({"type": "string"})
]
YaTidak = Annotated[bool, BeforeValidator(_parse_ya_tidak), WithJsonSchema({"enum": ["ya", "tidak", True, False]})]
AngkaAtauLabel = Annotated[
    Decimal | str, PlainValidator(parse_angka_atau_label), WithJsonSchema({"type": ["number", "string"]})
]
Batas = Annotated[
    Decimal | str, PlainValidator(_parse_batas), WithJsonSchema({"anyOf": [{"type": "number"}, {"const": "tanpa"}]})
]
