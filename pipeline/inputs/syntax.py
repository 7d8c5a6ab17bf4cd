"""What a YAML parser's complaint means in words for staff; it refuses to know what the file should hold.

The complaint of ruamel's pure parser is matched, together with the line it stands on, to a code of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from pipeline.inputs.nodes import Mark

_NO_SPACE_AFTER_COLON = re.compile(r"\s*(- +)*[\w-]+:\S")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-[^\s-]")


@dataclass(frozen=True, slots=True)
class Complaint:
    """A code of the catalogue, where it stands, and what fills the message."""

    code: str
    mark: Mark
    args: dict[str, str] = field(default_factory=dict)


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
        code = "titik-dua-dalam-nilai" if re.search(r":\s", line[: at[1]]) else "indentasi"
        return _complaint(code, at if code != "indentasi" else (at[0], _indent(line)), lines)
    if "sequence entries are not allowed" in problem or "but found '-'" in problem:
        return _complaint("strip-salah-tempat", at, lines)
    if "expected ',' or" in problem or "'<stream end>'" in problem:
        return _complaint("kurung-tidak-ditutup", begun, lines)
    if "expected the node content" in problem:
        return _complaint("karakter-awal", at, lines, karakter=line[at[1] : at[1] + 1])
    if "expected <block end>" in problem:
        return _stray(at, line, lines, last)
    return _complaint("yaml-tidak-terbaca", at, lines, rincian=problem)


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
        return _complaint("teks-sesudah-kutip", at, lines)
    if before.endswith(("}", "]")):
        return _complaint("teks-sesudah-kurung", at, lines)
    return _complaint("indentasi", at, lines)


def _complaint(code: str, at: tuple[int, int], lines: Sequence[str], **args: str) -> Complaint:
    if at[0] >= len(lines):
        last = max(len(lines) - 1, 0)
        at = (last, len(lines[last]) if lines else 0)
    return Complaint(code, Mark(at[0] + 1, at[1] + 1), args)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
