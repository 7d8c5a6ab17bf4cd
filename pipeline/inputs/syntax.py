"""What a YAML parser's complaint means in words for staff; it refuses to know what the file should hold.

The complaint of ruamel's pure parser is matched, together with the line it stands on, to a code of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from pipeline.inputs.nodes import Mark

_NO_SPACE_AFTER_COLON = re.compile(r"\s*(- +)*[\w-]+:\S")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-[^\s-]")
_PREFIX = re.compile(r"\s*(?:-\s+)*(?:[\w-]+:\s+)?")
_BETWEEN_CURLY = re.compile("[“”„‟][^“”„‟]*[“”„‟]|[‘’‚‛][^‘’‚‛]*[‘’‚‛]|[«»][^«»]*[«»]")


@dataclass(frozen=True, slots=True)
class Complaint:
    """A code of the catalogue, where it stands, what fills the message, and what should probably stand there."""

    code: str
    mark: Mark
    args: dict[str, str] = field(default_factory=dict)
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class LastScalar:
    """The last text read before the complaint: 0-based lines and columns, and whether it stood in quotes."""

    quoted: bool
    line: int
    column: int
    end_line: int
    end_column: int


def explain(error: YAMLError, lines: Sequence[str], last: LastScalar | None) -> Complaint:
    """The complaint in our own codes; `yaml-tidak-terbaca` where nothing better is known."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Complaint(
            "yaml-tidak-terbaca", Mark(1, 1), {"rincian": str(error).splitlines()[0] if str(error) else "?"}
        )
    problem = str(error.problem or "")
    at = (error.problem_mark.line, error.problem_mark.column)
    begun = (error.context_mark.line, error.context_mark.column) if error.context_mark else at
    line = lines[at[0]] if at[0] < len(lines) else ""

    if "unexpected end of stream" in problem or "unexpected document separator" in problem:
        return _complaint("kutip-tidak-ditutup", begun, lines)
    if "cannot start any token" in problem:
        return _complaint("karakter-awal", at, lines, karakter=line[at[1] : at[1] + 1])
    if "block scalar" in str(error.context) or "scanning an a" in str(error.context) or "a tag" in str(error.context):
        first = lines[begun[0]] if begun[0] < len(lines) else ""
        return _complaint("karakter-awal", begun, lines, karakter=first[begun[1] : begun[1] + 1])
    if "escape" in problem or "escape sequence" in problem:
        return _complaint("garis-miring-terbalik", (at[0], line.rfind("\\", 0, at[1] + 1)), lines)
    if "could not find expected ':'" in problem:
        return _without_colon(begun, lines)
    if "mapping values are not allowed" in problem:
        if not re.search(r":\s", line[: at[1]]):
            return _complaint("indentasi", (at[0], _indent(line)), lines)
        return colon_in_text(line, at[0] + 1, at[1] + 1)
    if "sequence entries are not allowed" in problem and re.fullmatch(r"-\s*(#.*)?", line[at[1] :]):
        return replace(_complaint("strip-sebagai-nilai", at, lines), hint=line[: at[1]].strip())
    if "sequence entries are not allowed" in problem or "but found '-'" in problem:
        return _complaint("strip-salah-tempat", at, lines)
    if "expected ',' or" in problem or "'<stream end>'" in problem:
        return _complaint("kurung-tidak-ditutup", begun, lines)
    if "expected the node content" in problem:
        return _complaint("karakter-awal", at, lines, karakter=line[at[1] : at[1] + 1])
    if "expected <block end>" in problem:
        return _stray(at, line, lines, last)
    return _complaint("yaml-tidak-terbaca", at, lines, rincian=problem)


def colon_in_text(line: str, number: int, column: int, start: int | None = None) -> Complaint:
    """A text with a colon, unquoted or between curly quotes: the hint is the line with its text between quotes.

    `start` is where the text begins (0-based); None: after the line's dashes and first key.
    """
    if start is None:
        match = _PREFIX.match(line)
        start = match.end() if match else 0
    value = re.sub(r"\s#.*", "", line[start:]).rstrip()
    code = "kutip-lengkung" if _BETWEEN_CURLY.fullmatch(value) else "titik-dua-dalam-nilai"
    at = start + 1 if code == "kutip-lengkung" else column
    inner = value[1:-1] if code == "kutip-lengkung" else value
    return Complaint(code, Mark(number, at), hint=f"{line[:start].strip()} {quoted(inner)}".strip())


def quoted(text: str) -> str:
    """A text between quotation marks that it does not hold itself, where there are such."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _without_colon(begun: tuple[int, int], lines: Sequence[str]) -> Complaint:
    line = lines[begun[0]] if begun[0] < len(lines) else ""
    if _NO_SPACE_AFTER_COLON.match(line):
        return _complaint("spasi-sesudah-titik-dua", (begun[0], line.index(":")), lines)
    if _NO_SPACE_AFTER_DASH.match(line):
        return _complaint("spasi-sesudah-strip", (begun[0], _indent(line)), lines)
    return _complaint("titik-dua-hilang", begun, lines)


def _stray(at: tuple[int, int], line: str, lines: Sequence[str], last: LastScalar | None) -> Complaint:
    """Something stands where a block should have ended: a wrong indent, or text after a closing quote or bracket."""
    before = line[: at[1]].rstrip()
    if line[at[1] : at[1] + 1] in ("}", "]", ","):
        return _complaint("kurung-berlebih", at, lines, karakter=line[at[1]])
    if last and last.quoted and last.end_line == at[0] and last.end_column <= at[1] and before:
        if last.line != last.end_line:
            return _complaint("kutip-tidak-ditutup", (last.line, last.column), lines)
        return replace(_complaint("teks-sesudah-kutip", at, lines), hint=_wholly_quoted(line, last))
    if before.endswith(("}", "]")):
        return _complaint("teks-sesudah-kurung", at, lines)
    return _complaint("indentasi", at, lines)


def _wholly_quoted(line: str, last: LastScalar) -> str:
    """The value between one pair of quotation marks. A mark with a letter right after it opens or is an apostrophe."""
    value = line[last.column :].rstrip()
    if value[0] == value[-1] and line[last.end_column : last.end_column + 1].isalnum():
        value = value[1:-1]
    return quoted(value)


def _complaint(code: str, at: tuple[int, int], lines: Sequence[str], **args: str) -> Complaint:
    if at[0] >= len(lines):
        last = max(len(lines) - 1, 0)
        at = (last, len(lines[last]) if lines else 0)
    return Complaint(code, Mark(at[0] + 1, at[1] + 1), args)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
