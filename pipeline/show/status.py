"""The eleven steps on a terminal and as JSON: state, who, when, how long, evidence, and what to do next.

It refuses to judge: every state comes from `domain.sop`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.domain.gerbang import Kurang
from pipeline.domain.isian import Waktu
from pipeline.domain.model import Pejabat
from pipeline.domain.periode import Periode
from pipeline.domain.sop import KeadaanLangkah, KeadaanPaket, Perubahan, StatusLangkah, StatusSop
from pipeline.messages import text
from pipeline.problems import Path, Source
from pipeline.show.paint import Paint, plain, visible

Locate = Callable[[Path], Source | None]

_ROLES = {
    KeadaanLangkah.SELESAI: "good",
    KeadaanLangkah.KEDALUWARSA: "stop",
    KeadaanLangkah.BERIKUTNYA: "warn",
    KeadaanLangkah.MENUNGGU: "faint",
}
_INDENT = 17
_MOST_CHANGES = 12
_LONGEST_VALUE = 60
_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a status says: the steps, who may do the next one, what changed since approval, and git's authors.

    `command` records the next step; `authors` maps the number of a step to the authors of its record ("" for a record
    that is not committed), `notes` are further sentences.
    """

    periode: Periode
    status: StatusSop
    pelaksana: tuple[Pejabat, ...]
    perubahan: tuple[Perubahan, ...]
    command: str
    authors: dict[int, tuple[str, ...]]
    notes: tuple[str, ...] = ()


# --- JSON ----------------------------------------------------------------------------------------------------------


def status_values(shown: Shown, locate: Locate, language: str) -> dict[str, object]:
    """The JSON object; times in ISO 8601, evidence as file:line, null where there is none."""
    return {
        "periode": str(shown.periode),
        "keadaan": str(shown.status.keadaan),
        "langkah": [_langkah_values(langkah, locate) for langkah in shown.status.langkah],
        "berikutnya": _berikutnya_values(shown, locate, language),
    }


def _langkah_values(langkah: StatusLangkah, locate: Locate) -> dict[str, object]:
    return {
        "no": langkah.no,
        "kegiatan": langkah.baris.kegiatan if langkah.baris else "",
        "keadaan": str(langkah.keadaan),
        "oleh": "; ".join(langkah.oleh) or None,
        "mulai": _iso(langkah.mulai),
        "selesai": _iso(langkah.selesai),
        "durasi": lama(langkah.durasi.jumlah, langkah.durasi.satuan, "id") if langkah.durasi else None,
        "baku": str(langkah.baris.waktu_baku) if langkah.baris else None,
        "bukti": [_place(jalur, locate) for jalur in langkah.bukti],
    }


def _berikutnya_values(shown: Shown, locate: Locate, language: str) -> dict[str, object] | None:
    langkah = shown.status.berikutnya
    if langkah is None:
        return None
    return {
        "no": langkah.no,
        "kegiatan": langkah.baris.kegiatan if langkah.baris else "",
        "oleh": [f"{p.nama} ({p.jabatan})" for p in shown.pelaksana],
        "kurang": [
            {"hal": _hal(kurang, language), "tempat": _place(kurang.jalur, locate)} for kurang in langkah.kurang
        ],
        "perubahan": [
            {"nama": p.nama, "semula": p.semula, "kini": p.kini, "tempat": _place(p.jalur, locate) if p.jalur else None}
            for p in shown.perubahan
        ],
        "perintah": shown.command,
    }


def _iso(waktu: Waktu | None) -> str | None:
    if waktu is None:
        return None
    return waktu.paling_awal.isoformat(timespec="minutes") if waktu.jam else waktu.tanggal.isoformat()


def _place(jalur: Path, locate: Locate) -> str:
    source = locate(jalur)
    return f"{source.file}:{source.line}" if source else str(jalur[0])


def _hal(kurang: Kurang, language: str) -> str:
    return visible(text(f"sop.kurang.{kurang.kode}", language, **kurang.isi))


# --- the terminal --------------------------------------------------------------------------------------------------


def status_text(shown: Shown, locate: Locate, language: str, *, width: int = 100, paint: Paint = plain) -> str:
    """Title, the state of the packet, the eleven steps, and what to do next; no line is wider than `width`."""
    keadaan = shown.status.keadaan
    romawi, tahun = shown.periode.romawi, str(shown.periode.tahun)
    title = text("cli.status.title", language, romawi=romawi, tahun=tahun, periode=str(shown.periode))
    paket = text("cli.status.paket", language, keadaan=text(f"sop.paket.{keadaan}", language))
    revisi = text("cli.status.revisi", language, nomor=str(shown.status.revisi)) if shown.status.revisi else ""
    role = "warn" if keadaan is KeadaanPaket.DRAF else "good"
    lines = [paint(title, "strong"), paint(paket, role) + revisi, ""]
    for langkah in shown.status.langkah:
        lines += _langkah(shown, langkah, locate, language, width, paint)
    lines += ["", *_berikutnya(shown, locate, language, width, paint)]
    lines += [line for note in shown.notes for line in _wrapped(note, width, "", "  ")]
    return "\n".join(lines)


def _langkah(
    shown: Shown, langkah: StatusLangkah, locate: Locate, language: str, width: int, paint: Paint
) -> Iterator[str]:
    state = f"{text(f'sop.keadaan.{langkah.keadaan}', language):<12}"
    head = f"{langkah.no:>2}. {paint(state, _ROLES[langkah.keadaan])} "
    kegiatan = langkah.baris.kegiatan if langkah.baris else ""
    first, *more = textwrap.wrap(visible(kegiatan), width - _INDENT) or [""]
    yield head + first
    pad = " " * _INDENT
    yield from (pad + line for line in more)
    for line in _detail(shown, langkah, locate, language):
        yield from (paint(each, "faint") for each in _wrapped(line, width, pad, pad + "  "))


def _detail(shown: Shown, langkah: StatusLangkah, locate: Locate, language: str) -> Iterator[str]:
    """Who and when; how long against waktu baku; where the evidence stands."""
    who = visible("; ".join(langkah.oleh)) + _by_git(shown.authors.get(langkah.no, ()), language)
    when = _span(langkah.mulai, langkah.selesai, language)
    said = " · ".join(part for part in (who, when) if part)
    if said:
        yield said
    if langkah.durasi and langkah.oleh and langkah.baris:
        code = "cli.status.lebih" if langkah.durasi.melebihi else "cli.status.durasi"
        durasi, baku = langkah.durasi, langkah.baris.waktu_baku
        lasted, meant = (lama(each.jumlah, each.satuan, language) for each in (durasi, baku))
        yield text(code, language, durasi=lasted, baku=meant)
    if langkah.oleh and langkah.bukti:
        places = list(dict.fromkeys(_place(jalur, locate) for jalur in langkah.bukti))
        yield ", ".join(places)


def _by_git(names: Sequence[str], language: str) -> str:
    if not names:
        return ""
    said = [visible(name) or text("cli.status.belum-dikomit", language) for name in names]
    return text("cli.status.git", language, nama=", ".join(said))


def _span(mulai: Waktu | None, selesai: Waktu | None, language: str) -> str:
    if selesai is None:
        return ""
    if mulai is None or mulai == selesai:
        return _moment(selesai, language)
    if mulai.tanggal == selesai.tanggal and mulai.jam and selesai.jam:
        return f"{_moment(mulai, language)}–{selesai.jam:%H.%M}"
    return f"{_moment(mulai, language)} – {_moment(selesai, language)}"


def _moment(waktu: Waktu, language: str) -> str:
    return _day(waktu.tanggal, language) + (f" {waktu.jam:%H.%M}" if waktu.jam else "")


def _day(hari: date, language: str) -> str:
    return f"{hari.day} {_MONTHS[language][hari.month - 1]} {hari.year}"


def lama(jumlah: int, satuan: str, language: str) -> str:
    """ "2 jam 15 menit", "3 hari kerja"; `satuan` is menit, jam or hari."""
    if satuan == "hari":
        return text("cli.status.satu-hari" if jumlah == 1 else "cli.status.hari", language, jumlah=str(jumlah))
    jam, menit = divmod(jumlah * (60 if satuan == "jam" else 1), 60)
    if not jam:
        return text("cli.status.menit", language, menit=str(menit))
    if not menit:
        return text("cli.status.jam", language, jam=str(jam))
    return text("cli.status.jam-menit", language, jam=str(jam), menit=str(menit))


def _berikutnya(shown: Shown, locate: Locate, language: str, width: int, paint: Paint) -> Iterator[str]:
    """What to do next and who must do it; what changed since it was approved."""
    langkah = shown.status.berikutnya
    if langkah is None:
        yield paint(text("cli.status.lengkap", language), "good")
        return
    kegiatan = langkah.baris.kegiatan if langkah.baris else ""
    said = text("cli.status.berikutnya", language, no=str(langkah.no), kegiatan=visible(kegiatan))
    yield from (paint(line, "strong") for line in _wrapped(said, width, "", "  "))
    nama = "; ".join(f"{p.nama} ({p.jabatan})" for p in shown.pelaksana) or text("cli.status.tanpa-pejabat", language)
    yield from _wrapped(text("cli.status.oleh", language, nama=visible(nama)), width, "  ", "    ")
    for kurang in langkah.kurang:
        line = f"- {_hal(kurang, language)} [{_place(kurang.jalur, locate)}]"
        yield from _wrapped(line, width, "  ", "    ")
    if shown.perubahan:
        yield from _wrapped(text("cli.status.berubah", language), width, "  ", "  ")
    for perubahan in shown.perubahan[:_MOST_CHANGES]:
        yield from _wrapped(_perubahan(perubahan, locate, language), width, "  ", "    ")
    rest = len(shown.perubahan) - _MOST_CHANGES
    if rest > 0:
        yield "  " + text("cli.status.berubah-lagi", language, jumlah=str(rest))
    if shown.status.perlu_revisi:
        yield from _wrapped(text("cli.status.perlu-revisi", language), width, "  ", "  ")
    yield from _wrapped(text("cli.status.perintah", language, perintah=shown.command), width, "  ", "    ")


def _perubahan(perubahan: Perubahan, locate: Locate, language: str) -> str:
    if perubahan.semula is None and perubahan.kini is None:
        hal = text("cli.status.lain", language, nama=visible(perubahan.nama))
        return f"- {hal} [{_place(perubahan.jalur, locate)}]"
    tidak_ada = text("cli.status.tidak-ada", language)
    semula, kini = (_short(nilai) if nilai is not None else tidak_ada for nilai in (perubahan.semula, perubahan.kini))
    tempat = f" [{_place(perubahan.jalur, locate)}]" if perubahan.jalur else ""
    return f"- {visible(perubahan.nama)}: {semula} → {kini}{tempat}"


def _short(nilai: str) -> str:
    line = visible(nilai.replace("\n", " "))
    return line if len(line) <= _LONGEST_VALUE else line[: _LONGEST_VALUE - 1] + "…"


def _wrapped(line: str, width: int, first: str, more: str) -> list[str]:
    return textwrap.wrap(line, width, initial_indent=first, subsequent_indent=more, break_on_hyphens=False)
