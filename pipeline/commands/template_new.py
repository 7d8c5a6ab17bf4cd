"""`kinerja template new`: a copy of a template to start from, and the row that makes a document of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.asked import Asked, unknown_document
from pipeline.messages import text
from pipeline.problems import ExitCode, KinerjaError, Said
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.domain.model import DaftarDokumen
    from pipeline.domain.periode import Periode

_EXAMPLE = ("template", "new", "memo", "--from", "surat-pengantar")


@dataclass(frozen=True, slots=True)
class _New:
    """The template to make: key, title, step and fields of its document, and the file it is copied from."""

    key: str
    judul: str
    langkah: int
    fields: str
    source: str

    @property
    def file(self) -> str:
        return f"{self.key}.docx"


def new_template(terminal: Terminal, asked: Asked) -> int:
    from pipeline.inputs.load import documents_list

    new = _new(asked, documents_list(asked.root))
    _copy(asked.root / "templates", new)
    names = {"berkas": f"templates/{new.file}", "asal": f"templates/{new.source}"}
    said = text("cli.template.new.dibuat", terminal.language, **names)
    terminal.say(terminal.paint(said, "good"))
    if not any(row.dokumen == new.key for row in documents_list(asked.root).paket):
        terminal.say(text("cli.template.new.baris", terminal.language))
        terminal.say(f"\n{_row(asked.root, new)}")
    terminal.say(text("cli.template.new.lalu", terminal.language))
    for words in (("check", names["berkas"]), ("preview", names["berkas"])):
        terminal.say(f"  {asked.caller.line('template', *words)}")
    terminal.say(f"  {asked.caller.line('report', '--only', new.key)}")
    return ExitCode.OK


def _new(asked: Asked, daftar: DaftarDokumen) -> _New:
    """What was asked for; USAGE where it cannot be made."""
    from pipeline.documents.own import all_documents
    from pipeline.packet import template_keys

    wanted = asked.option("from_document")
    if not asked.words or wanted is None:
        raise KinerjaError(ExitCode.USAGE, "cli.usage.template.new", command=asked.caller.line(*_EXAMPLE))
    rows = {row.key: row for row in all_documents(daftar)}
    if wanted not in rows:
        raise unknown_document(wanted, rows)
    base, key = rows[wanted], asked.words[0].removesuffix(".docx")
    _refuse_name(key, daftar, per_unit=base.per_unit)
    judul = key.replace("-", " ").capitalize()
    return _New(key, judul, base.step, template_keys(daftar)[base.template], base.template)


def _refuse_name(key: str, daftar: DaftarDokumen, *, per_unit: bool) -> None:
    from pipeline.documents.own import all_documents
    from pipeline.inputs.own_documents import name_fault

    others = [row.key for row in all_documents(daftar) if row.per_unit and row.key != key]
    fault = name_fault(key, others, per_unit=per_unit)
    if fault:
        sebab, saran = (Said(f"masalah.{fault.code}{what}", fault.args) for what in ("", ".saran"))
        raise KinerjaError(ExitCode.USAGE, "cli.usage.template.new.nama", nama=key, sebab=sebab, saran=saran)


def _copy(templates: Path, new: _New) -> None:
    """Write the copy; what is there already is never written over."""
    from pipeline.archive import failure
    from pipeline.template.titled import titled

    content = titled(templates / new.source, new.judul)
    try:
        with (templates / new.file).open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        name = f"templates/{new.file}"
        raise KinerjaError(ExitCode.USAGE, "cli.usage.template.new.ada", berkas=name) from error
    except OSError as error:
        raise failure(templates, error) from error


def _unsigned(root: Path, periode: Periode) -> Periode:
    """The period, or the next where this one is signed already."""
    from pipeline import build

    status = build.check(root, periode).status
    return periode.berikutnya if status and status.keadaan.sudah_sah else periode


def _row(root: Path, new: _New) -> str:
    """The row of dokumen.yaml, from the first quarter on that is not signed."""
    from pipeline.inputs.load import periods
    from pipeline.inputs.rewrite import scalar

    newest = [_unsigned(root, periode) for periode in periods(root)[-1:]]
    values = {
        "dokumen": scalar(new.key),
        "judul": scalar(new.judul),
        "templat": scalar(new.file),
        "langkah": str(new.langkah),
        "fields": new.fields,
        "sejak": "".join(map(str, newest)),
    }
    lines = (f"{'  - ' if name == 'dokumen' else '    '}{name}: {value}" for name, value in values.items() if value)
    return "\n".join(lines) + "\n"
