"""`kinerja status` and `kinerja step`: the eleven steps, and the record of one of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from pipeline.commands.asked import Asked, Caller
from pipeline.commands.saying import as_json, show_refused, show_stopping
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.build import Checked
    from pipeline.domain.isian import Waktu
    from pipeline.domain.model import Berkas, Pejabat
    from pipeline.domain.pencatatan import NilaiCatatan, Permintaan
    from pipeline.domain.periode import Periode
    from pipeline.domain.sop import StatusSop
    from pipeline.show.status import Shown


def status(terminal: Terminal, asked: Asked) -> int:
    from pipeline import build
    from pipeline.show.status import status_text, status_values

    checked = build.check(asked.root, asked.periode(0))
    if checked.bahan is None:
        return show_stopping(terminal, checked)
    shown = _shown_status(terminal, asked, checked)
    if asked.options["as_json"]:
        terminal.say(as_json(status_values(shown, checked.places.locate, terminal.language)))
    else:
        locate, width = checked.places.locate, terminal.width
        terminal.say(status_text(shown, locate, terminal.language, width=width, paint=terminal.paint))
    return ExitCode.OK


def _shown_status(terminal: Terminal, asked: Asked, checked: Checked) -> Shown:
    """The status with what the shell knows: today, git, what was approved, the command to go on with."""
    from pipeline import build, git, record
    from pipeline.domain import sop
    from pipeline.show.status import Shown

    assert checked.bahan is not None and checked.berkas is not None  # noqa: S101 - refused before
    berkas, status = checked.berkas, checked.bahan.status
    hari = date.today()  # noqa: DTZ011 - the agency's own day
    berikutnya = status.berikutnya
    no = berikutnya.no if berikutnya else 0
    places = {n: [checked.places.locate(jalur) for jalur in sop.jalur_nama(berkas, n)] for n in range(1, 12)}
    names = git.authors(asked.root, [place for each in places.values() for place in each if place])
    authors = {
        n: tuple(
            dict.fromkeys(
                names[place.file, place.line] for place in each if place and (place.file, place.line) in names
            )
        )
        for n, each in places.items()
    }
    notes = []
    if status.keadaan.sudah_sah and not asked.options.get("as_json") and build.text_changed(asked.root, checked.bahan):
        notes.append(text("cli.report.teks-berubah", terminal.language))
    return Shown(
        periode=checked.periode,
        status=status,
        pelaksana=_next_officials(berkas, no, hari),
        perubahan=record.changes_since(asked.root, checked),
        command=_next_command(asked.caller, checked.periode, berkas, status),
        authors=authors,
        notes=tuple(notes),
    )


def _next_officials(berkas: Berkas, no: int, hari: date) -> tuple[Pejabat, ...]:
    """Who may do the next step; of step 7 those of the units that still have something to validate."""
    from pipeline.domain import pencatatan, wewenang

    if no != wewenang.LANGKAH_VALIDASI:
        return wewenang.pelaksana(berkas, no, hari) if no else ()
    units = pencatatan.unit_perlu(berkas)
    return tuple(p for unit in units for p in wewenang.pelaksana(berkas, no, hari, unit))


def _next_command(caller: Caller, periode: Periode, berkas: Berkas, status: StatusSop) -> str:
    """The command line that records the next step."""
    from pipeline.domain.pencatatan import kata_perintah, unit_perlu
    from pipeline.domain.wewenang import LANGKAH_VALIDASI

    berikutnya = status.berikutnya
    if berikutnya is None:
        return ""
    if status.perlu_revisi:
        return caller.line("report", str(periode), "--revisi", "ALASAN")
    unit = next(iter(unit_perlu(berkas)), "UNIT") if berikutnya.no == LANGKAH_VALIDASI else ""
    return caller.line(*kata_perintah(berikutnya.no, periode, unit))


def step(terminal: Terminal, asked: Asked) -> int:
    from pipeline import record
    from pipeline.show.status import status_text

    minta, periode = _request(asked), asked.periode(1)
    try:
        done = record.record(asked.root, periode, minta)
    except record.Refused as refused:
        show_refused(terminal, refused)
        return ExitCode.PROBLEMS
    said = text("cli.step.dicatat", terminal.language, no=str(minta.no), oleh=done.oleh, berkas=", ".join(done.files))
    terminal.say(terminal.paint(said, "good") + "\n")
    shown = _shown_status(terminal, asked, done.checked)
    locate, width = done.checked.places.locate, terminal.width
    terminal.say(status_text(shown, locate, terminal.language, width=width, paint=terminal.paint))
    return ExitCode.OK


def _request(asked: Asked) -> Permintaan:
    """What is asked to be recorded; USAGE where the words are no step, time or result."""
    from pipeline.domain.isian import Waktu
    from pipeline.domain.pencatatan import Permintaan

    word = asked.words[0] if asked.words else ""
    if not word.isdigit() or not 1 <= int(word) <= 11:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.step", value=word or "–")
    no, oleh = int(word), asked.option("oleh")
    if not oleh:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.oleh")
    hasil = asked.option("hasil")
    if (no == 7) != (hasil is not None) or hasil not in (None, "sesuai", "tidak sesuai"):
        raise KinerjaError(ExitCode.USAGE, "cli.usage.hasil", hasil=hasil or "–")
    if hasil == "tidak sesuai" and not asked.option("catatan"):
        raise KinerjaError(ExitCode.USAGE, "cli.usage.catatan")
    foreign = [name for name in _STEP_OPTIONS if asked.options.get(name) and no not in _STEP_OPTIONS[name]]
    if foreign:
        flag = "--" + foreign[0].replace("_", "-")
        raise KinerjaError(ExitCode.USAGE, "cli.usage.option-step", option=flag, no=str(no))
    now = datetime.now()  # noqa: DTZ005 - local time, as in the inputs
    selesai = asked.moment("selesai") or Waktu(now.date(), now.time().replace(second=0, microsecond=0))
    return Permintaan(
        no=no,
        oleh=oleh,
        selesai=selesai,
        mulai=asked.moment("mulai"),
        catatan=asked.option("catatan"),
        isian=_own_values(asked, selesai),
        unit=asked.option("unit"),
        kode=tuple(kode for each in asked.options["kode"] or () for kode in str(each).replace(",", " ").split()),
        hasil=hasil,
    )


_STEP_OPTIONS: Mapping[str, tuple[int, ...]] = {
    "unit": (7,),
    "kode": (7,),
    "bukti": (7,),
    "tindak_lanjut": (7,),
    "pindaian": (4, 9),
    "tte": (9,),
    "asli_basah": (9,),
    "arsip_nomor": (11,),
    "arsip_lokasi": (11,),
}
"""The options of `step` that belong to some steps only."""


def _own_values(asked: Asked, selesai: Waktu) -> dict[str, NilaiCatatan]:
    """The keys of a step's own record that options fill in."""
    values: dict[str, NilaiCatatan] = {
        name: asked.option(name) for name in ("bukti", "tindak_lanjut", "pindaian", "tte") if asked.option(name)
    }
    lokasi = asked.option("asli_basah")
    if lokasi:
        values["asli_basah"] = {"lokasi": lokasi}
    arsip: dict[str, NilaiCatatan] = {
        key: asked.option(f"arsip_{key}") for key in ("nomor", "lokasi") if asked.option(f"arsip_{key}")
    }
    if arsip:
        values["arsip"] = {**arsip, "tanggal": selesai.tanggal.isoformat()}
    return values
