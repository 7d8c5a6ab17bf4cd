"""`kinerja template fields`: what a template may use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.asked import Asked
from pipeline.commands.saying import as_json
from pipeline.messages import text
from pipeline.near import nearest
from pipeline.problems import ExitCode, KinerjaError
from pipeline.show.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.template.vocabulary import Vocabulary


def fields(terminal: Terminal, asked: Asked) -> int:
    from pipeline.documents.daftar_isian import semua_isian
    from pipeline.sample import sample
    from pipeline.show.fields import fields_text, fields_values

    contoh = sample()
    semua = _chosen(semua_isian(contoh.contexts, contoh.parts), [_base(asked, word) for word in asked.words])
    periode = str(contoh.bahan.berkas.periode)
    file = asked.option("word")
    if file is not None:
        _write_book(Path(file), semua, periode)
        terminal.say(text("cli.fields.word.ditulis", terminal.language, berkas=file))
    elif asked.options["as_json"]:
        terminal.say(as_json(fields_values(semua)))
    else:
        width, paint = terminal.width, terminal.paint
        terminal.say(fields_text(semua, periode, terminal.language, width=width, paint=paint))
    return ExitCode.OK


def _base(asked: Asked, word: str) -> str:
    """The document whose fields are meant: an own one of the agency, where there is one, names it."""
    from pipeline.documents.bagian import BAGIAN
    from pipeline.inputs.load import documents_list
    from pipeline.packet import document_key

    return document_key(documents_list(asked.root), word) or (f"bagian/{word}" if word in BAGIAN else word)


def _chosen(semua: Sequence[Vocabulary], words: Sequence[str]) -> Sequence[Vocabulary]:
    """The one that the word names, all without a word."""
    if not words:
        return semua
    found = [v for v in semua if v.kunci == words[0]]
    if found:
        return found
    keys = [v.kunci for v in semua]
    near, named = nearest(words[0], keys), ", ".join(keys)
    if near is None:
        raise KinerjaError(ExitCode.USAGE, "cli.fields.dokumen", nama=words[0], ada=named)
    raise KinerjaError(ExitCode.USAGE, "cli.fields.dokumen.mirip", nama=words[0], saran=near, ada=named)


def _write_book(file: Path, semua: Sequence[Vocabulary], periode: str) -> None:
    from pipeline import archive
    from pipeline.render.fieldbook import fieldbook, is_fieldbook
    from pipeline.show.fields import notes

    if file.suffix.lower() != ".docx":
        raise KinerjaError(ExitCode.USAGE, "cli.fields.word.nama", berkas=str(file))
    if not file.parent.is_dir():
        raise KinerjaError(ExitCode.USAGE, "cli.fields.word.folder", folder=str(file.parent))
    if file.is_file() and not is_fieldbook(file):
        raise KinerjaError(ExitCode.USAGE, "cli.fields.word.lain", berkas=str(file))
    book = fieldbook(semua, notes("id", periode))
    try:
        file.write_bytes(book)
    except OSError as error:
        raise archive.failure(file.parent, error) from error
