"""Values → their places in the text of a YAML file that people edit by hand; it refuses to know what they mean.

Nothing is dumped: the parser's marks say where a value stands, and lines are put there or exchanged. So comments,
order, quotes and blank lines elsewhere stay byte for byte. What was written is read again and compared.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from stat import S_IMODE
from statistics import mode
from typing import Any, NamedTuple, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, NodeEvent, ScalarEvent
from ruamel.yaml.resolver import implicit_resolvers

from pipeline.inputs.nodes import Steps, plain
from pipeline.inputs.yamlsource import read

Value: TypeAlias = "str | int | Mapping[str, Value] | Sequence[Value] | None"
_Plain: TypeAlias = "dict[str, _Plain] | list[_Plain] | str | None"

_BREAK = re.compile(r"\r\n|\r|\n")
_AS_READ = str.maketrans(dict.fromkeys("\t\x85\u2028\u2029\ufeff", " "))
"""What the reader takes for a blank. One for one, so that the marks hold in the text as typed."""
_COMMENT = re.compile(r"(?:^|(?<= ))#")
_NULLS = ("", "~", "null", "Null", "NULL")
_AMBIGUOUS = re.compile(r"^-(?!\d)|^[?:,\[\]{}#&*!|>'\"%@`]|: |:$| #")
_AMBIGUOUS_IN_FLOW = re.compile(r"[,?:\[\]{}]")
"""More than YAML forbids there: parsers disagree on `?` and `:` inside of a word."""
_LIKE_A_KEY = re.compile(r"[^\W\d]\w*:[^\s:/]")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NUMBER_OR_DATE = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?|\d{4}-\d\d-\d\d(?:[T ].*)?")
_CHOMPING = re.compile(r"[|>](?P<digit>\d?)[-+]?(?P<after>\d?)")


class NotWritableError(ValueError):
    """A file or place that cannot be written to without a person.

    `code`: `tulis-tak-terbaca` (`args_["sebab"]` is the reader's code), `tulis-jalur` (the place is not there, leads
    through a value or is written in a way that is not edited), `tulis-nilai` (the value is no text). `line` is 1-based.
    """

    def __init__(self, code: str, line: int, **args: str) -> None:
        super().__init__(f"{code} in line {line} {args}")
        self.code = code
        self.line = line
        self.args_ = args


class _NoWayError(Exception):
    """Where a path cannot be followed or a value not be put; `line` is 0-based."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(line)
        self.line = line


class _At(NamedTuple):
    """0-based place in a text."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Node:
    """A value from its first character to behind its last. `style`: its quote, `|`, `>`, `{` or `[`, else empty."""

    start: _At
    end: _At
    kind: str
    style: str = ""
    value: str | None = None
    parts: tuple[_Part, ...] = ()

    @property
    def flow(self) -> bool:
        return self.kind != "scalar" and bool(self.style)

    @property
    def typed(self) -> bool:
        """Whether there is a character of it."""
        return self.start != self.end

    def part(self, name: str | int) -> _Part | None:
        return next((part for part in self.parts if part.name == name), None)

    def plain(self) -> _Plain:
        if self.kind == "mapping":
            return {str(part.name): part.node.plain() for part in self.parts}
        return [part.node.plain() for part in self.parts] if self.kind == "list" else self.value


@dataclass(frozen=True, slots=True)
class _Part:
    """A key or item of a collection. `at`: its key or dash; `head`: behind the colon or dash, None without one."""

    name: str | int
    at: _At
    head: _At | None
    node: _Node
    flow: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """A text in lines, with their ends, and what stands where. `comments`: the column of a line's comment."""

    mark: str
    lines: list[str]
    ends: list[str]
    shown: list[str]
    root: _Node | None
    comments: Mapping[int, int]


def written(text: str, changes: Sequence[tuple[Steps, Value]]) -> str:
    """The text with each value at its path; a mapping is merged into one that is there, all else takes its place.

    Give the text with its own line ends (`path.read_bytes().decode()`). NotWritableError: nothing was changed.
    """
    wanted = _tree(text)
    result = text
    for steps, value in changes:
        texts = _texts(value)
        try:
            result = _changed(result, steps, texts)
        except _NoWayError as found:
            raise NotWritableError("tulis-jalur", found.line + 1, jalur=".".join(map(str, steps))) from None
        wanted = _merged(wanted, steps, texts)
    if not _kept(text, result, wanted):
        raise RuntimeError("a change would not read back as it was meant")
    return result


def scalar(text: str, *, flow: bool = False, in_list: bool = False) -> str:
    """A text as it stands behind a key, in a list or in `[…]`: quoted where it would be read as anything else."""
    return _inline(text, flow=flow, in_list=in_list)


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all: beside it, then in its place. A link stays a link, modes stay as they are."""
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            _take_over_rights(target, file.fileno())
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _take_over_rights(target: Path, descriptor: int) -> None:
    with suppress(FileNotFoundError):
        old = target.stat()
        with suppress(PermissionError):  # only root may give a file to its old owner
            os.fchown(descriptor, old.st_uid, old.st_gid)
        os.fchmod(descriptor, S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # the file is whole already; some network drives cannot do this
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# What the text is to say.


def _tree(text: str) -> _Plain:
    """The values as the reader sees them; refused where it finds any fault in the writing."""
    document, problems = read("", text.encode(errors="surrogatepass"))
    for problem in problems:
        if problem.code != "berkas-kosong" or _typed_nothing(document.lines):
            line = problem.source.line if problem.source else 1
            raise NotWritableError("tulis-tak-terbaca", line, sebab=problem.code)
    values: _Plain = plain(document.root) if document.root else {}
    return values


def _typed_nothing(lines: Iterable[str]) -> bool:
    """Whether an empty file holds a `null` or the like, which no key can stand beside."""
    return any(line.strip() not in ("", "---") and not line.strip().startswith("#") for line in lines)


def _texts(value: Value) -> _Plain:
    if isinstance(value, Mapping):
        return {key: _texts(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_texts(part) for part in value]
    if isinstance(value, str) and not value.isascii() and value.encode(errors="ignore").decode() != value:
        raise NotWritableError("tulis-nilai", 1)
    return None if value is None else str(value)


def _merged(old: _Plain, steps: Steps, value: _Plain) -> _Plain:
    if not steps:
        if not isinstance(old, dict) or not isinstance(value, dict):
            return value
        return old | {key: _merged(old.get(key), (), part) for key, part in value.items()}
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        entries = old if isinstance(old, dict) else {}
        return {**entries, step: _merged(entries.get(step), rest, value)}
    items = old if isinstance(old, list) else []
    return [*items[:step], _merged(items[step] if step < len(items) else None, rest, value), *items[step + 1 :]]


def _kept(text: str, result: str, wanted: _Plain) -> bool:
    """Whether the result says what is wanted and has every comment of the text."""
    try:
        return _tree(result) == wanted and _remarks(text) == _remarks(result)
    except NotWritableError:
        return False


def _remarks(text: str) -> list[str]:
    page = _page(text)
    return sorted(page.lines[line][column:] for line, column in page.comments.items())


# What stands where.


def _page(text: str) -> _Page:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    lines, ends = _BREAK.split(body), _BREAK.findall(body)
    if lines[-1]:
        ends.append("")
    else:
        lines.pop()
    shown = [line.translate(_AS_READ) for line in lines]
    stack = _events("\n".join(shown) + ("\n" if ends and ends[-1] else ""))
    root = _node(stack, shown) if stack else None
    root = root if root and root.kind == "mapping" else None
    return _Page(mark, lines, ends, shown, root, _comments(root, shown))


def _events(text: str) -> list[Any]:
    """In reverse, without those of the document."""
    try:
        events = list(YAML(typ="safe").parse(text))
    except YAMLError as error:  # the reader took the text that was given, so this one is ours
        raise RuntimeError("a change made a text that cannot be read") from error
    return [event for event in reversed(events) if isinstance(event, NodeEvent | CollectionEndEvent)]


def _node(events: list[Any], shown: Sequence[str]) -> _Node:
    """The next node of the events, which stand in reverse."""
    event = events.pop()
    start, end = _At(event.start_mark.line, event.start_mark.column), _At(event.end_mark.line, event.end_mark.column)
    if not isinstance(event, CollectionStartEvent):
        return _scalar_node(event, start, end, shown)
    is_mapping = isinstance(event, MappingStartEvent)
    take = _entry if is_mapping else _item
    parts: list[_Part] = []
    while not isinstance(events[-1], CollectionEndEvent):
        parts.append(take(len(parts), start, bool(event.flow_style), events, shown))
    end_mark = events.pop().end_mark
    style = shown[start.line][start.column] if event.flow_style else ""
    # The parser ends a block where the next one begins, behind the comments between them.
    end = _At(end_mark.line, end_mark.column) if event.flow_style else parts[-1].node.end
    return _Node(start, end, "mapping" if is_mapping else "list", style, parts=tuple(parts))


def _scalar_node(event: Any, start: _At, end: _At, shown: Sequence[str]) -> _Node:
    style = event.style or ""
    if style in ("|", ">"):
        last = _last_line(shown, start, end)
        end = _At(last, len(shown[last]))
    value = event.value if isinstance(event, ScalarEvent) else None
    return _Node(start, end, "scalar", style, None if not style and value in _NULLS else value)


def _last_line(shown: Sequence[str], start: _At, end: _At) -> int:
    """The last line of a block text. Blank lines behind it are not its own unless `+` keeps them."""
    last = end.line if end.column else end.line - 1
    indent = next((_indent(line) for line in shown[start.line + 1 : last + 1] if line.strip(" ")), 0)
    while (
        not _keeps_blanks(shown, start)
        and last > start.line
        and not shown[last].strip(" ")
        and len(shown[last]) <= indent
    ):
        last -= 1
    return last


def _keeps_blanks(shown: Sequence[str], start: _At) -> bool:
    return "+" in shown[start.line][start.column :].partition("#")[0]


def _last_text(node: _Node) -> _Node | None:
    """The block text that a value ends with, if it does."""
    while node.parts:
        node = node.parts[-1].node
    return node if node.style in ("|", ">") else None


def _entry(_: int, start: _At, flow: bool, events: list[Any], shown: Sequence[str]) -> _Part:
    key = _node(events, shown)
    value = _node(events, shown)
    colon = re.compile(" *:").match(shown[key.end.line], key.end.column)
    head = _At(key.end.line, colon.end()) if colon and (flow or key.start.column == start.column) else None
    if not value.typed:
        # The marks of a value that is not there differ from parser to parser, and may lie behind comments.
        value = replace(value, start=head or key.end, end=head or key.end)
    return _Part(str(key.value).strip(), key.start, head, value, flow)


def _item(index: int, start: _At, flow: bool, events: list[Any], shown: Sequence[str]) -> _Part:
    node = _node(events, shown)
    if flow:
        return _Part(index, node.start, node.start, node, flow)
    line = node.start.line
    while shown[line][start.column : start.column + 1] != "-" or shown[line][: start.column].strip(" -"):
        line -= 1
    return _Part(index, _At(line, start.column), _At(line, start.column + 1), node, flow)


def _comments(root: _Node | None, shown: Sequence[str]) -> dict[int, int]:
    """Where comments begin: the first `#` of a line behind all that is typed in it."""
    behind = dict.fromkeys(range(len(shown)), 0)
    for part in _parts(root):
        node = part.node
        inside = range(node.start.line, node.end.line) if node.kind == "scalar" else ()
        behind |= {line: len(shown[line]) for line in inside}
        for at in (part.head, node.end):
            if at:
                behind[at.line] = max(behind[at.line], at.column)
        if node.style in ("|", ">"):
            behind[node.start.line] = node.start.column
    found = {line: _COMMENT.search(shown[line], column) for line, column in behind.items()}
    return {line: match.start() for line, match in found.items() if match}


def _parts(node: _Node | None) -> Iterator[_Part]:
    for part in node.parts if node else ():
        yield part
        yield from _parts(part.node)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


# Changing the text.


def _changed(text: str, steps: Steps, value: _Plain) -> str:
    page = _page(text)
    if not page.root:
        return _begun(page, _wrapped(steps, value))
    node, part = page.root, None
    for depth, step in enumerate(steps):
        if _is_open(node, part, step):
            return _put(page, part, _wrapped(steps[depth:], value))
        if node.kind != ("mapping" if isinstance(step, str) else "list"):
            raise _NoWayError(node.start.line)
        inner = node.part(step)
        if not inner:
            if isinstance(step, int) and step != len(node.parts):
                raise _NoWayError(node.start.line)
            return _added(page, part, node, step, _wrapped(steps[depth + 1 :], value))
        node, part = inner.node, inner
    return _replaced(text, page, part, steps, value)


def _is_open(node: _Node, part: _Part | None, step: str | int) -> bool:
    """Whether nothing stands there yet: no value, `{}` or `[]`, which a block may take the place of."""
    if not part or node.parts:
        return False
    if node.kind == "scalar":
        return node.value is None
    return not part.flow and node.kind == ("mapping" if isinstance(step, str) else "list")


def _wrapped(steps: Steps, value: _Plain) -> _Plain:
    for step in reversed(steps):
        if step and isinstance(step, int):
            raise _NoWayError
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _begun(page: _Page, value: _Plain) -> str:
    """The first keys of a file that holds comments at most."""
    if not isinstance(value, dict):
        raise _NoWayError
    lines = _block(page, value, 0) if value else []
    apart = [""] if lines and page.shown and page.shown[-1].strip(" ").startswith("#") else []
    return _spliced(page, len(page.lines), len(page.lines), apart + lines) if lines else _joined(page)


def _replaced(text: str, page: _Page, part: _Part | None, steps: Steps, value: _Plain) -> str:
    node = part.node if part else page.root
    if not node or node.plain() == value:
        return text
    if node.kind == "mapping" and isinstance(value, dict) and (node.parts or not part or part.flow):
        for key, inner in value.items():
            text = _changed(text, (*steps, key), inner)
        return text
    if not part:
        raise _NoWayError(node.start.line)
    if node.kind == "list" and not node.flow and isinstance(value, list):
        if len(value) == len(node.parts):
            return _items_replaced(text, node, steps, value)
        if same := _alike(node, value):
            return _items_added(_cut(page, node, same), steps, value, same)
    return _put(page, part, value)


def _items_replaced(text: str, node: _Node, steps: Steps, items: Sequence[_Plain]) -> str:
    """Item by item, so that those that stay are not touched."""
    for index, (part, item) in enumerate(zip(node.parts, items, strict=True)):
        exact = _merged(part.node.plain(), (), item) == item
        # A mapping with fewer keys than before: merging would keep the old ones.
        text = _changed(text if exact else _changed(text, (*steps, index), None), (*steps, index), item)
    return text


def _items_added(text: str, steps: Steps, items: Sequence[_Plain], first: int) -> str:
    for index in range(first, len(items)):
        text = _changed(text, (*steps, index), items[index])
    return text


def _alike(node: _Node, items: Sequence[_Plain]) -> int:
    """How many first items a list has in common with its new value: they stay as they are."""
    pairs = zip(node.parts, items, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].node.plain() == pair[1], pairs))


def _cut(page: _Page, node: _Node, count: int) -> str:
    """The text without the items behind the first ones; their comments stay."""
    if count == len(node.parts):
        return _joined(page)
    first, last = node.parts[count - 1].node.end.line + 1, node.end.line + 1
    rest = [line for line in range(first, last) if line in page.comments]
    return _spliced(page, first, last, _moved(page, rest, node.start.column))


def _put(page: _Page, part: _Part | None, value: _Plain) -> str:
    """The text with a value in the place of the one that a key or an item has."""
    if not part or not part.head:
        raise _NoWayError(part.at.line if part else 0)
    return _put_in_flow(page, part, value) if part.flow else _put_in_block(page, part, part.head, value)


def _put_in_flow(page: _Page, part: _Part, value: _Plain) -> str:
    start, end = part.node.start, part.node.end
    if any(line in page.comments for line in range(start.line, end.line)):
        raise _NoWayError(start.line)
    new = ("" if part.node.typed else " ") + _inline(value, flow=True, like=part.node.style)
    line = page.lines[start.line][: start.column] + new + page.lines[end.line][end.column :]
    return _spliced(page, start.line, end.line + 1, [line])


def _put_in_block(page: _Page, part: _Part, head: _At, value: _Plain) -> str:
    end = part.node.end
    lines = _written_part(page, page.lines[head.line][: head.column], part.at.column, value, like=part.node)
    found = [line for line in range(head.line, end.line + 1) if line in page.comments]
    inline = part.node.kind == "scalar" or part.node.flow
    if found and (found[0] == head.line or (inline and found[0] == end.line)):
        lines[0] += _beside(page, found.pop(0), len(lines[0]))
    return _spliced(page, head.line, end.line + 1, lines + _moved(page, found, part.at.column))


def _beside(page: _Page, line: int, width: int) -> str:
    """A comment for the end of a line: in its column if it was set apart and there is room."""
    column = page.comments[line]
    gap = column - len(page.shown[line][:column].rstrip(" "))
    return " " * (max(column - width, 2) if gap > 1 else 1) + page.lines[line][column:]


def _moved(page: _Page, lines: Iterable[int], column: int) -> list[str]:
    """Comments of a value that goes, each in a line of its own."""
    return [" " * column + page.lines[line][page.comments[line] :] for line in lines]


def _added(page: _Page, part: _Part | None, node: _Node, name: str | int, value: _Plain) -> str:
    """The text with one more key or item at the end of a collection."""
    if node.flow:
        return _added_in_flow(page, node, name, value)
    column = node.start.column
    line = _behind_own_comments(page, node.end.line + 1, column)
    before = " " * column + (f"{_key(name)}:" if isinstance(name, str) else "-")
    lines = [""] * _gap(page, part, node) + _written_part(page, before, column, value)
    return _spliced(_ended(page) if line == len(page.lines) else page, line, line, lines)


def _added_in_flow(page: _Page, node: _Node, name: str | int, value: _Plain) -> str:
    if node.style not in ("{", "["):  # `[a: 1]`: a mapping without its braces
        raise _NoWayError(node.start.line)
    new = (f"{_key(name)}: " if isinstance(name, str) else "") + _inline(value, flow=True)
    at = _At(node.start.line, node.start.column + 1)
    if node.parts:
        last = node.parts[-1].node
        at = last.end if last.typed else _At(node.end.line, node.end.column - 1)
        new = f", {new}"
    line = page.lines[at.line]
    return _spliced(page, at.line, at.line + 1, [line[: at.column] + new + line[at.column :]])


def _behind_own_comments(page: _Page, line: int, column: int) -> int:
    """The line behind the comments that stand right below a collection, as far in as it is, and above nothing else."""
    last = line
    while last < len(page.lines) and page.comments.get(last, -1) == _indent(page.shown[last]) >= column:
        last += 1
    own = [page.comments[each] for each in range(line, last)]
    below = page.shown[last] if last < len(page.lines) else ""
    return last if own and (not below.strip(" ") or _indent(below) < min(own)) else line


def _gap(page: _Page, part: _Part | None, node: _Node) -> int:
    """How many blank lines to leave: as between its parts; before a second item, as in lists of the same name."""
    last = _last_text(node)
    if last and _keeps_blanks(page.shown, last.start):
        return 0
    gaps = _gaps(page, node)
    if not gaps and part and node.kind == "list":
        others = [other.node for other in _parts(page.root) if other.name == part.name and other.node.kind == "list"]
        gaps = [gap for other in others if not other.flow for gap in _gaps(page, other)]
    return min(gaps, default=0)


def _gaps(page: _Page, node: _Node) -> list[int]:
    pairs = zip(node.parts, node.parts[1:], strict=False)
    ranges = [range(a.node.end.line + 1, b.at.line) for a, b in pairs]
    return [sum(not page.shown[line].strip(" ") for line in lines) for lines in ranges]


def _ended(page: _Page) -> _Page:
    """A block text in the last line has no line end: where one comes to stand behind it, it must not be its own."""
    last = _last_text(page.root) if page.root else None
    if not last or page.ends[-1] or last.end.line + 1 < len(page.lines):
        return page
    start, lines = last.start, list(page.lines)
    header = _CHOMPING.sub(rf"{last.style}\g<digit>\g<after>-", lines[start.line][start.column :], count=1)
    lines[start.line] = lines[start.line][: start.column] + header
    return replace(page, lines=lines)


def _spliced(page: _Page, first: int, last: int, new: Sequence[str]) -> str:
    """The text with other lines from `first` until before `last`; line ends as around them."""
    near = page.ends[first if last > first else first - 1] if page.ends else "\n"
    near = near or next(iter(page.ends), "") or "\n"
    ends = [*page.ends[:first], *[near] * len(new), *page.ends[last:]]
    lines = [*page.lines[:first], *new, *page.lines[last:]]
    ends = [end or near for end in ends]
    if page.ends and not page.ends[-1] and (new or last < len(page.lines)):
        ends[-1] = ""
    return _joined(replace(page, lines=lines, ends=ends))


def _joined(page: _Page) -> str:
    return page.mark + "".join(line + end for line, end in zip(page.lines, page.ends, strict=True))


# How a value is written.


def _written_part(page: _Page, before: str, column: int, value: _Plain, like: _Node | None = None) -> list[str]:
    """The lines of a key or item: what stands before its value, and the value. `column` is the key's or dash's."""
    in_list = before.endswith("-")
    if isinstance(value, dict | list) and value:
        inner = _block(page, value, column + (2 if in_list else _step(page, value)))
        return [f"{before} {inner[0].lstrip(' ')}", *inner[1:]] if in_list else [before, *inner]
    if isinstance(value, str) and _is_literal(value):
        margin = " " * (column + (2 if in_list else _step(page, {})))
        return [f"{before} |-", *(margin + line if line else "" for line in value.split("\n"))]
    style = like.style if like and like.kind == "scalar" else ""
    return [f"{before} {_inline(value, in_list=in_list, like=style)}".rstrip(" ")]


def _block(page: _Page, value: dict[str, _Plain] | list[_Plain], column: int) -> list[str]:
    margin = " " * column
    if isinstance(value, dict):
        parts = [(f"{margin}{_key(key)}:", part) for key, part in value.items()]
    else:
        parts = [(f"{margin}-", part) for part in value]
    return [line for before, part in parts for line in _written_part(page, before, column, part)]


def _step(page: _Page, value: _Plain) -> int:
    """How far in the file sets a list, or else a mapping, from its key."""
    kind = "list" if isinstance(value, list) else "mapping"
    blocks = [part for part in _parts(page.root) if part.node.kind == kind and not part.node.flow]
    return mode([part.node.start.column - part.at.column for part in blocks if isinstance(part.name, str)] or [2])


def _inline(value: _Plain, *, flow: bool = False, in_list: bool = False, like: str = "") -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_inline(part, flow=True)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(part, flow=True, in_list=True) for part in value) + "]"
    if value is None:
        return "null" if flow else ""
    if like == "'" and not _INVISIBLE.search(value):
        return "'" + value.replace("'", "''") + "'"
    return value if like != '"' and _is_plain(value, flow=flow, in_list=in_list) else _quoted(value)


def _key(name: str) -> str:
    return name if _is_plain(name, flow=True, in_list=True) else _quoted(name)


def _is_plain(text: str, *, flow: bool, in_list: bool) -> bool:
    """Whether a text needs no quotes for our reader, nor for those that would see a number, a bool or nothing."""
    if not text or text != text.strip() or not text[0].isprintable() or _INVISIBLE.search(text):
        return False
    if _AMBIGUOUS.search(text) or (flow and _AMBIGUOUS_IN_FLOW.search(text)) or (in_list and _LIKE_A_KEY.match(text)):
        return False
    seen_as_other = any(pattern.match(text) for _, _, pattern, _ in implicit_resolvers)
    return not seen_as_other or bool(_NUMBER_OR_DATE.fullmatch(text))


def _is_literal(text: str) -> bool:
    """Whether a text of several lines reads back from a `|-` block."""
    lines = text.split("\n")
    legible = not _INVISIBLE.search("".join(lines))
    return legible and len(lines) > 1 and bool(lines[-1]) and not lines[0].startswith(" ") and bool(lines[0])


def _quoted(text: str) -> str:
    """In double quotes: JSON's are YAML's, but for a few characters that YAML does not let stand as they are."""
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
