"""`kinerja report`: the packet, one document alone, or the beginning of a revision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.asked import Asked, Caller, unknown_document
from pipeline.commands.saying import show_refused, show_stopping, show_unfilled
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError, Said
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.build import Report
    from pipeline.domain.periode import Periode


def report(terminal: Terminal, asked: Asked) -> int:
    from pipeline import build

    root, periode = asked.root, asked.periode(0)
    only, alasan, final = asked.option("only"), asked.option("revisi"), bool(asked.options["final"])
    if only:
        _refuse_unknown(root, periode, only)
    if asked.options["revisi"] is not None and alasan is None:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.revisi")
    if len([wish for wish in (only, alasan, final) if wish]) > 1:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.report")
    if alasan and not _revised(terminal, root, periode, alasan):
        return ExitCode.PROBLEMS
    with terminal.stages() as stage:
        if only:
            report = build.report_only(root, periode, only, progress=stage)
        else:
            report = build.report(root, periode, progress=stage, final=final)
    return _show_report(terminal, report, asked.caller)


def _refuse_unknown(root: Path, periode: Periode, only: str) -> None:
    """USAGE where the period has no such document."""
    from pipeline.documents.own import all_documents
    from pipeline.inputs.load import documents_list

    daftar = documents_list(root)
    keys = [row.key for row in all_documents(daftar, periode)]
    later = next((row.sejak for row in daftar.paket if row.dokumen == only and row.sejak), None)
    if only not in keys and later:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.only.sejak", dokumen=only, sejak=later)
    if only not in keys:
        raise unknown_document(only, keys)


def _revised(terminal: Terminal, root: Path, periode: Periode, alasan: str) -> bool:
    """Begin a revision; False where it was refused."""
    from pipeline import record

    try:
        done = record.revise(root, periode, alasan, date.today())  # noqa: DTZ011 - the agency's own day
    except record.Refused as refused:
        show_refused(terminal, refused)
        return False
    nomor = str(done.checked.status.revisi if done.checked.status else "")
    terminal.say(text("cli.revisi.dimulai", terminal.language, nomor=nomor, berkas=", ".join(done.files)))
    return True


def _show_report(terminal: Terminal, report: Report, caller: Caller) -> int:
    if report.checked.stops:
        show_stopping(terminal, report.checked)
        _say_untouched(terminal, report)
        return ExitCode.PROBLEMS
    if report.made:
        _show_made(terminal, report)
        _show_state(terminal, report, caller)
        show_unfilled(terminal, report.checked)
        _show_warnings(terminal, report, caller)
    else:
        _show_missing(terminal, report)
        _say_untouched(terminal, report)
    for failure in report.failures:
        terminal.error(failure)
    return max((failure.exit_code for failure in report.failures), default=ExitCode.OK)


_UNTOUCHED = {"cli.report.templat-berubah", "cli.report.isi-berubah"}
"""Notes that a signed packet stays although the inputs or templates would make another."""


def _show_made(terminal: Terminal, report: Report) -> None:
    language, folder = terminal.language, report.folder.as_posix()
    if report.files:
        said = text("cli.report.title", language, periode=str(report.checked.periode), folder=folder)
    elif not _UNTOUCHED.isdisjoint(note.code for note in report.notes):
        said = text("cli.report.tidak-ditulis", language)
    else:
        said = text("cli.report.unchanged", language, folder=folder)
    terminal.say(terminal.paint(said, "good"))
    for name, size in report.files.items():
        terminal.say("  " + f"{name} ({_size(size, language)})")
    for name in report.removed:
        terminal.say("  " + terminal.paint(text("cli.report.removed", language, name=name), "warn"))
    for name in report.kept:
        terminal.say("  " + terminal.paint(text("cli.report.kept", language, name=name), "warn"))
    terminal.say(text("cli.report.total", language, seconds=terminal.seconds(report.seconds)))


def _show_state(terminal: Terminal, report: Report, caller: Caller) -> None:
    """What the packet is, the step it waits for, and what somebody should know about a signed one."""
    status = report.checked.status
    if status is None:
        return
    language = terminal.language
    said = text("cli.status.paket", language, keadaan=text(f"sop.paket.{status.keadaan}", language))
    terminal.say(terminal.paint(said, "good" if status.keadaan.sudah_sah else "warn"))
    if status.berikutnya:
        see = caller.line("status", str(report.checked.periode))
        terminal.say(text("cli.report.berikutnya", language, no=str(status.berikutnya.no), command=see))
    for note in report.notes:
        terminal.say(terminal.paint(text(note.code, language, **_plain(note.args)), "warn"))


def _plain(args: Mapping[str, str | Said]) -> dict[str, str]:
    return {name: value for name, value in args.items() if isinstance(value, str)}


def _show_missing(terminal: Terminal, report: Report) -> None:
    """The steps that a signed packet waits for, where one was asked for."""
    status, wanted = report.checked.status, {failure.code for failure in report.failures}
    if status is None or "cli.report.belum-sah" not in wanted:
        return
    for langkah in status.langkah[:9]:
        if not langkah.sudah:
            keadaan = text(f"sop.keadaan.{langkah.keadaan}", terminal.language)
            kegiatan = langkah.baris.kegiatan if langkah.baris else ""
            args = {"no": str(langkah.no), "kegiatan": kegiatan, "keadaan": keadaan}
            terminal.complain("  " + text("cli.report.langkah", terminal.language, **args))


def _show_warnings(terminal: Terminal, report: Report, caller: Caller) -> None:
    count = len(report.checked.all_problems)
    if count:
        see = caller.check(str(report.checked.periode))
        said = text("cli.report.warnings", terminal.language, count=str(count), command=see)
        terminal.say(terminal.paint(said, "warn"))


def _say_untouched(terminal: Terminal, report: Report) -> None:
    terminal.complain(text("cli.report.stopped", terminal.language, folder=report.folder.as_posix()))


def _size(size: int, language: str) -> str:
    kilobytes = f"{max(size, 100) / 1000:,.1f} kB"
    return kilobytes.translate(str.maketrans(",.", ".,")) if language == "id" else kilobytes
