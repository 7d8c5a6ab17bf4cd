"""Answers → the folder of a new agency, in which `make report` works at once; it refuses to replace what is there.

Questions are asked through two functions, so that a terminal, a test or nobody can answer them.
"""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import archive, kerangka
from pipeline.bawaan import PROJECT, bawaan, carried, project_files, sources, sources_root
from pipeline.domain.periode import Periode
from pipeline.inputs import schema
from pipeline.inputs.lines import flat
from pipeline.inputs.load import load
from pipeline.inputs.rewrite import scalar, written
from pipeline.inputs.starting import new_period
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError

BELUM = "belum diisi"
_YEARS = range(2000, 2100)
_LONGEST_KODE = 40
_SHOWN = 8
_OF_A_YEAR = re.compile(r"data/(20\d\d)/")


def _this_year() -> int:
    return date.today().year  # noqa: DTZ011 - the agency's own day


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new agency says of itself; the defaults are an invented one whose officials are not known yet.

    An empty text that the papers cannot do without counts as not answered. `unit` are names; their kode come from them.
    """

    nama: str = "Badan Perencanaan Pembangunan Daerah"
    singkatan: str = "Bappeda"
    pemerintah: str = "Pemerintah Kabupaten Tirtamarta"
    tempat: str = "Tirtasari"
    alamat: str = "Jalan Merdeka Nomor 1 Tirtasari"
    unit: tuple[str, ...] = (
        "Sekretariat",
        "Bidang Perencanaan, Pengendalian, dan Evaluasi Pembangunan Daerah",
        "Bidang Penelitian dan Pengembangan",
    )
    kepala_badan: str = ""
    nip_kepala_badan: str = ""
    sekretaris: str = ""
    nip_sekretaris: str = ""
    kasubbag: str = ""
    nip_kasubbag: str = ""
    tahun: int = field(default_factory=_this_year)


# --- asking ----------------------------------------------------------------------------------------------------------

_QUESTIONS = {
    "nama": "cli.init.nama",
    "singkatan": "cli.init.singkatan",
    "pemerintah": "cli.init.pemerintah",
    "tempat": "cli.init.tempat",
    "alamat": "cli.init.alamat",
}
_OFFICIALS = {
    "kepala_badan": "cli.init.kepala-badan",
    "sekretaris": "cli.init.sekretaris",
    "kasubbag": "cli.init.kasubbag",
}


def ask(say: Callable[[str], None], read: Callable[[str], str], language: str) -> Answers:
    """Asks what a new folder needs; an empty answer, or the end of the input, takes the default in brackets.

    `read` shows what it is given and returns a line, as `input` does.
    """
    given = Answers()
    say(text("cli.init.mulai", language))

    def answer(code: str, default: str, **args: str) -> str:
        shown = default or text("cli.init.kosong", language)
        prompt = text("cli.init.tanya", language, tanya=text(code, language, **args), bawaan=shown)
        try:
            return _flat(read(prompt)) or default
        except EOFError:
            return default

    for name, code in _QUESTIONS.items():
        given = _with(given, name, answer(code, str(getattr(given, name))))
    given = replace(given, unit=_asked_units(say, read, language, given.unit))
    for name, code in _OFFICIALS.items():
        nama = answer(code, "")
        nip = answer("cli.init.nip", "", nama=nama) if nama else ""
        given = _with(_with(given, name, nama), f"nip_{name}", nip)
    while True:
        tahun = answer("cli.init.tahun", str(given.tahun))
        if tahun.isdecimal() and int(tahun) in _YEARS:
            return replace(given, tahun=int(tahun))
        say(text("cli.init.tahun-salah", language, tahun=tahun))


def _asked_units(
    say: Callable[[str], None], read: Callable[[str], str], language: str, default: tuple[str, ...]
) -> tuple[str, ...]:
    """Names of units, a line each, until an empty one."""
    say(text("cli.init.unit", language, bawaan="; ".join(default)))
    units: list[str] = []
    with suppress(EOFError):
        while name := _flat(read(text("cli.init.unit-ke", language, nomor=str(len(units) + 1)))):
            units.append(name)
    return tuple(units) or default


def _with(answers: Answers, name: str, value: str) -> Answers:
    return replace(answers, **{name: value})  # type: ignore[arg-type]


# --- writing ---------------------------------------------------------------------------------------------------------


def init(folder: Path, answers: Answers, *, sample: bool = False) -> tuple[str, ...]:
    """Writes a new folder and names its files; with `sample` the shipped agency's data in place of a skeleton.

    All or nothing. Raises KinerjaError USAGE where a file stands in the way, OUTPUT_FAILED where it cannot be written.
    """
    files = _files(_whole(answers), sample=sample)
    try:
        _refuse_to_replace(folder, files)
        _write(folder, files)
    except OSError as error:
        raise archive.failure(folder, error) from error
    return tuple(files)


def done_text(folder: Path, names: tuple[str, ...], language: str) -> str:
    """What was made and what to do next."""
    return text("cli.init.selesai", language, folder=shlex.quote(folder.as_posix()), banyak=str(len(names)))


def _files(answers: Answers, *, sample: bool) -> dict[str, bytes]:
    """Every file of the new folder, by its name."""
    names = carried()
    if PROJECT not in names:
        raise KinerjaError(ExitCode.PROGRAM_MISSING, "cli.init.tidak-lengkap", folder=str(bawaan()))
    shipped = {name: (bawaan() / name).read_bytes() for name in names}
    files = {name: content for name, content in shipped.items() if name.startswith("templates/")}
    if sample:
        files |= {name: content for name, content in shipped.items() if name.startswith("data/")}
        answers = replace(answers, tahun=max(int(year[1]) for name in shipped if (year := _OF_A_YEAR.match(name))))
    else:
        files |= {name: content.encode() for name, content in _inputs(answers, shipped).items()}
    files |= {f"data/skema/{kind}.json": schema.text(value).encode() for kind, value in schema.schemas().items()}
    files |= {name: content.encode() for name, content in _house(answers, sample=sample).items()}
    return files | _program(shipped)


def _program(shipped: Mapping[str, bytes]) -> dict[str, bytes]:
    """The program in program/, complete enough to start further folders."""
    files = {f"program/{name}": (sources_root() / name).read_bytes() for name in sources()}
    files |= {f"program/pipeline/bawaan/{name}": content for name, content in shipped.items()}
    return files | {f"program/{name}": shipped[name] for name in project_files()}


def _house(answers: Answers, *, sample: bool) -> dict[str, str]:
    """What is neither input nor template nor program."""
    readme = kerangka.README.format(
        judul="(contoh)" if sample else answers.singkatan,
        laporan=kerangka.LAPORAN_CONTOH if sample else kerangka.LAPORAN_KERANGKA,
        isi=kerangka.ISI_CONTOH if sample else kerangka.ISI_KERANGKA,
        tahun=answers.tahun,
    )
    return {
        "Makefile": kerangka.MAKEFILE,
        "README.md": readme,
        ".gitignore": kerangka.GITIGNORE,
        ".vscode/settings.json": kerangka.VSCODE_SETTINGS,
        ".vscode/extensions.json": kerangka.VSCODE_EXTENSIONS,
        "output/.gitkeep": "",
    }


def _refuse_to_replace(folder: Path, files: Mapping[str, bytes]) -> None:
    if folder.exists() and not folder.is_dir():
        raise KinerjaError(ExitCode.USAGE, "cli.init.bukan-folder", folder=str(folder))
    if found := _in_the_way(folder, files):
        names = [f"  {name}" for name in found[:_SHOWN]] + ["  …"] * (len(found) > _SHOWN)
        raise KinerjaError(ExitCode.USAGE, "cli.init.sudah-ada", folder=str(folder), berkas="\n".join(names))


def _in_the_way(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """What is there already under a name that is needed: a file of that name, or a file where a folder belongs."""
    found = set()
    for name in files:
        path = folder / name
        if path.exists() or path.is_symlink():
            found.add(name)
        for above in list(path.parents)[: name.count("/")]:
            if (above.exists() or above.is_symlink()) and not above.is_dir():
                found.add(above.relative_to(folder).as_posix())
    return sorted(found)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Every file or none: what was made is taken away again when one cannot be written."""
    made: list[Path] = []
    try:
        for name, content in files.items():
            path = folder / name
            for above in reversed((path, *path.parents)):
                if above != path and not above.exists():
                    above.mkdir()
                    made.append(above)
            with path.open("xb") as file:
                made.append(path)
                file.write(content)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


# --- the inputs ------------------------------------------------------------------------------------------------------


def _inputs(answers: Answers, shipped: Mapping[str, bytes]) -> dict[str, str]:
    """The skeleton of data/: each unit owns one indikator, so that each has something to fill in."""
    units = _kodes(answers.unit)
    files = {
        "data/badan.yaml": _badan(answers, units),
        "data/sop.yaml": shipped["data/sop.yaml"].decode(),
        "data/hari-libur.yaml": _hari_libur(answers, shipped["data/hari-libur.yaml"].decode()),
        "data/dokumen.yaml": written(shipped["data/dokumen.yaml"].decode(), [(("lampiran",), [])]),
        f"data/{answers.tahun}/perjanjian-kinerja.yaml": _perjanjian(answers, units),
    }
    return files | _first_quarter(answers, files)


def _badan(answers: Answers, units: Mapping[str, str]) -> str:
    pola = "{klasifikasi}/{urut}/" + re.sub(r"[{}]", "", answers.singkatan).upper() + "/{tahun}"
    sekretariat = next((kode for kode in units if kode.startswith("sekretariat")), None)
    return kerangka.BADAN.format(
        **{name: scalar(getattr(answers, name)) for name in _QUESTIONS},
        pola_nomor_surat=scalar(pola),
        unit="\n".join(kerangka.UNIT.format(kode=scalar(kode), nama=scalar(nama)) for kode, nama in units.items()),
        pejabat="\n".join(
            (
                _pejabat(answers, "kepala_badan", f"Kepala {answers.nama}", None),
                _pejabat(answers, "sekretaris", "Sekretaris", sekretariat),
                _pejabat(answers, "kasubbag", "Kepala Subbagian Perencanaan, Evaluasi, dan Pelaporan", sekretariat),
            )
        ),
        unit_terakhir=list(units)[-1],
        tahun=answers.tahun,
    )


def _pejabat(answers: Answers, peran: str, jabatan: str, unit: str | None) -> str:
    """An official's row; a comment to be completed where the name is not known."""
    nama, nip = getattr(answers, peran), getattr(answers, f"nip_{peran}")
    row = kerangka.PEJABAT.format(
        peran=peran,
        unit=f"    unit: {scalar(unit)}\n" if unit else "",
        jabatan=scalar(jabatan),
        nama=scalar(nama) if nama else "…",
        nip=scalar(nip or BELUM) if nama else "…",
        pangkat=BELUM if nama else "…",
        golongan=BELUM if nama else "…",
        tahun=answers.tahun,
        catatan="    # hari pertama menjabat" if nama else "",
    )
    return row if nama else re.sub(r"(?m)^  (?=.)", "  # ", row)


def _perjanjian(answers: Answers, units: Mapping[str, str]) -> str:
    rows = [
        kerangka.INDIKATOR.format(kode=f"IK-1.{nomor}", nama=scalar(f"(indikator {nama})"), unit=scalar(kode))
        for nomor, (kode, nama) in enumerate(units.items(), 1)
    ]
    return kerangka.PERJANJIAN_KINERJA.format(
        tahun=answers.tahun, indikator="\n".join(rows), unit_pertama=next(iter(units))
    )


def _first_quarter(answers: Answers, inputs: Mapping[str, str]) -> dict[str, str]:
    """The files of the year's first quarter, as `kinerja new` begins one; `inputs` are those about to be written."""
    periode = Periode(answers.tahun, 1)
    with TemporaryDirectory() as empty:  # whatever stands in the new folder already has no say
        berkas = load(Path(empty), periode, {name: content.encode() for name, content in inputs.items()}).berkas
    if berkas is None:
        raise RuntimeError("the skeleton does not read back")
    return new_period(berkas, periode)


def _hari_libur(answers: Answers, shipped: str) -> str:
    """The shipped list; of another year at least the days that never move."""
    known = f"tanggal: {answers.tahun}-" in shipped
    return shipped if known else shipped.rstrip("\n") + "\n" + kerangka.HARI_LIBUR_TAHUN.format(tahun=answers.tahun)


# --- what was typed --------------------------------------------------------------------------------------------------


def _flat(value: str) -> str:
    """On one line, without what cannot be seen; a letter and its accent are one character."""
    return flat(unicodedata.normalize("NFC", value))


def _whole(answers: Answers) -> Answers:
    """Every text on one line and none missing that must be there."""
    if answers.tahun not in _YEARS:
        raise KinerjaError(ExitCode.USAGE, "cli.init.tahun-salah", tahun=str(answers.tahun))
    default = Answers()
    for each in fields(Answers):
        value = getattr(answers, each.name)
        if isinstance(value, str):
            answers = _with(answers, each.name, _flat(value) or getattr(default, each.name))
    unit = tuple(name for name in map(_flat, answers.unit) if name)
    return replace(answers, unit=unit or default.unit)


def _kodes(names: tuple[str, ...]) -> dict[str, str]:
    """kode → name; the kode is the name in small letters, short, and no two are the same."""
    units: dict[str, str] = {}
    for name in names:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        words = [word for word in re.findall("[a-z0-9]+", plain) if word not in ("dan", "serta", "atau")] or ["unit"]
        kode = words.pop(0)[:_LONGEST_KODE]
        while words and len(kode) + 1 + len(words[0]) <= _LONGEST_KODE:
            kode += f"-{words.pop(0)}"
        free, number = kode, 1
        while free in units:
            number += 1
            free = f"{kode}-{number}"
        units[free] = name
    return units
