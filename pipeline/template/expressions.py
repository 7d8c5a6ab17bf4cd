"""What the expressions of a template may say, by the types of the fields it may use; it refuses to know Word.

A type is what the declarations say (str, bool, Image, RichText, tuple[…], a dataclass, any of them or None), int, or
None where a mistake has been told already.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from pipeline.media import Image, RichText
from pipeline.near import nearest
from pipeline.problems import Said

Types = Mapping[str, Any]
"""Name → type of what it stands for."""

_EQUAL, _ORDER, _MEMBER = ("eq", "ne"), ("lt", "lteq", "gt", "gteq"), ("in", "notin")
_SIGNS = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}


@dataclass(frozen=True, slots=True)
class Loop:
    """What `loop` knows inside a loop."""

    index: int
    index0: int
    revindex: int
    revindex0: int
    first: bool
    last: bool
    length: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: what it does, the kinds of value it takes, what it gives, the names of its arguments (all texts)."""

    apply: Callable[..., Any]
    takes: tuple[str, ...]
    gives: Any
    args: tuple[str, ...] = ()
    needed: int = 0


def _joined(texts: Iterable[str], between: str = "") -> str:
    return between.join(texts)


FILTERS: Mapping[str, Filter] = {
    "upper": Filter(str.upper, ("teks",), str),
    "lower": Filter(str.lower, ("teks",), str),
    "capitalize": Filter(str.capitalize, ("teks",), str),
    "title": Filter(str.title, ("teks",), str),
    "trim": Filter(str.strip, ("teks",), str),
    "replace": Filter(str.replace, ("teks",), str, ("lama", "baru"), 2),
    "length": Filter(len, ("teks", "daftar", "daftar-teks"), int),
    "join": Filter(_joined, ("daftar-teks",), str, ("pemisah",)),
}
"""All filters of the language."""

STATEMENTS = ("for", "endfor", "if", "elif", "else", "endif", "set")
"""All statements of the language; those that put in parts (`sisip`, `bagian`) are not Jinja's."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why an expression cannot be used: code and arguments of its message, and the words of the tag that are meant.

    `root` is the first name where that is unknown: it may be a consequence of another mistake.
    """

    code: str
    args: Mapping[str, str | Said] = field(default_factory=dict)
    words: str = ""
    hint: str | None = None
    root: str = ""


@dataclass
class Scope:
    """What can be named at a place of a template.

    `known` are optional fields, as they are written, that a condition around the place makes sure of. `loops` are the
    variables of all loops so far, with their type and the tag that begins the loop.
    """

    names: Types
    known: frozenset[str] = frozenset()
    loops: dict[str, tuple[Any, str]] = field(default_factory=dict)

    def with_names(self, names: Types) -> Scope:
        """The scope inside a loop, or after a `set`."""
        return Scope({**self.names, **names}, frozenset(k for k in self.known if _first(k) not in names), self.loops)

    def without(self, name: str) -> Scope:
        """The scope in which a name means nothing."""
        return Scope({n: t for n, t in self.names.items() if n != name}, self.known, self.loops)

    def sure_of(self, test: nodes.Node, *, holds: bool = True) -> Scope:
        """The scope where a condition holds, or where it does not."""
        return Scope(self.names, self.known | _sure(test, holds=holds), self.loops)


@cache
def fields_of(record: Any) -> Types:
    """Field → type of a dataclass; None for one that is declared to be anything."""
    return {name: None if type_ is types.NoneType else type_ for name, type_ in get_type_hints(record).items()}


def infer(node: nodes.Node, scope: Scope, found: list[Flaw]) -> Any:
    """The type of an expression; what is wrong with it goes to `found`."""
    return _infers(node)(node, scope, found)


_Infers = Callable[[Any, Scope, list[Flaw]], Any]


def _infers(node: object) -> _Infers:
    return _INFER.get(type(node), _foreign)


def kind(type_: Any) -> str:
    """What a value of this type is, as messages call it (`templat.jenis.…`)."""
    of = base(type_)
    if get_origin(of) is tuple:
        return "daftar-teks" if get_args(of)[0] is str else "daftar"
    if isinstance(of, type) and is_dataclass(of):
        return {Image: "gambar", RichText: "teks-kaya"}.get(of, "kelompok")
    return {str: "teks", int: "angka", bool: "ya-tidak"}.get(of, "lain")


def base(type_: Any) -> Any:
    """A type without its `| None`."""
    options = [t for t in _options(type_) if t is not types.NoneType]
    return options[0] if len(options) == 1 else type_


def is_optional(type_: Any) -> bool:
    """Whether there may be nothing."""
    return types.NoneType in _options(type_)


def item_of(type_: Any) -> Any:
    """The type of what a list holds; None for what is no list."""
    of = base(type_)
    return get_args(of)[0] if get_origin(of) is tuple else None


def dotted(node: nodes.Node) -> str:
    """How a template writes a field: "naskah.uraian"; "" for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        owner = dotted(node.node)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


# --- one function a kind of expression ------------------------------------------------------------------------------


def _name(node: nodes.Name, scope: Scope, found: list[Flaw]) -> Any:
    if node.name not in scope.names:
        found.append(_private(node.name, node.name) or _unknown_name(node.name, scope))
        return None
    return _narrowed(scope.names[node.name], node, scope)


def _getattr(node: nodes.Getattr, scope: Scope, found: list[Flaw]) -> Any:
    parent, name = dotted(node.node), dotted(node) or node.attr
    private = _private(node.attr, name)
    if private:
        found.append(private)
        return None
    known = parent in scope.names or parent in scope.loops or parent == "loop" or parent.startswith("_")
    if isinstance(node.node, nodes.Name) and not known:
        found.append(_unknown_owner(parent, node.attr, scope))
        return None
    owner = infer(node.node, scope, found)
    if owner is None:
        return None
    of = base(owner)
    if isinstance(of, type) and is_dataclass(of) and of not in (Image, RichText):
        fields = fields_of(of)
        if node.attr in fields:
            if is_optional(owner):
                found.append(Flaw("templat-mungkin-kosong", {"nama": parent}, parent))
            return _narrowed(fields[node.attr], node, scope)
        near = nearest(node.attr, fields)
        args = {"nama": name, "ada": ", ".join(fields)}
        found.append(Flaw("templat-isian", args, name, f"{parent}.{near}" if near else None))
    elif get_origin(of) is tuple:
        found.append(Flaw("templat-isian-daftar", {"nama": name, "induk": parent, "isian": node.attr}, name))
    else:
        jenis = Said(f"templat.jenis.{kind(of)}")
        found.append(Flaw("templat-isian-tanpa-isi", {"nama": name, "induk": parent, "jenis": jenis}, name))
    return None


def _const(node: nodes.Const, scope: Scope, found: list[Flaw]) -> Any:
    if type(node.value) in (str, int, bool):
        return type(node.value)
    found.append(_refused("kosong" if node.value is None else "pecahan", node))
    return None


def _neg(node: nodes.Neg, scope: Scope, found: list[Flaw]) -> Any:
    if isinstance(node.node, nodes.Const) and type(node.node.value) is int:
        return int
    return _foreign(node, scope, found)


def _not(node: nodes.Not, scope: Scope, found: list[Flaw]) -> Any:
    infer(node.node, scope, found)
    return bool


def _and_or(node: nodes.And | nodes.Or, scope: Scope, found: list[Flaw]) -> Any:
    infer(node.left, scope, found)
    infer(node.right, scope.sure_of(node.left, holds=isinstance(node, nodes.And)), found)
    return bool


def _compare(node: nodes.Compare, scope: Scope, found: list[Flaw]) -> Any:
    if len(node.ops) > 1:
        return _foreign(node, scope, found)
    operand = node.ops[0]
    left, right = infer(node.expr, scope, found), infer(operand.expr, scope, found)
    if left is None or right is None:
        return bool
    kinds = (kind(left), kind(right))
    alike = kinds[0] == kinds[1] and kinds[0] in ("teks", "angka", "ya-tidak")
    fits = (
        (operand.op in _EQUAL and alike)
        or (operand.op in _ORDER and kinds == ("angka", "angka"))
        or (operand.op in _MEMBER and kinds in (("teks", "teks"), ("teks", "daftar-teks")))
    )
    for side, type_ in ((node.expr, left), (operand.expr, right)) if fits and operand.op not in _EQUAL else ():
        if is_optional(type_):
            found.append(Flaw("templat-mungkin-kosong", {"nama": dotted(side)}, dotted(side)))
    if not fits:
        code = "templat-urutan-teks" if operand.op in _ORDER and kinds == ("teks", "teks") else "templat-banding"
        jenis = {n: Said(f"templat.jenis.{k}") for n, k in zip(("kiri", "kanan"), kinds, strict=True)}
        found.append(Flaw(code, {"tanda": _SIGNS[operand.op], **jenis}, _SIGNS[operand.op]))
    return bool


def _filter(node: nodes.Filter, scope: Scope, found: list[Flaw]) -> Any:
    if node.node is None:
        return None
    given = infer(node.node, scope, found)
    filter_ = FILTERS.get(node.name)
    if filter_ is None:
        args = {"nama": node.name, "ada": ", ".join(FILTERS)}
        found.append(Flaw("templat-saringan", args, node.name, nearest(node.name, FILTERS)))
        return None
    texts = [a for a in node.args if isinstance(a, nodes.Const) and isinstance(a.value, str)]
    whole = len(texts) == len(node.args) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    empty = node.name == "replace" and any(not text.value for text in texts[:1])
    if not whole or empty or not filter_.needed <= len(texts) <= len(filter_.args):
        pattern = ", ".join(f'"{name}"' for name in filter_.args)
        args = {"nama": node.name, "pola": f"{node.name}({pattern})" if pattern else node.name}
        found.append(Flaw("templat-saringan-isi", args, node.name))
    if given is not None and is_optional(given):
        found.append(Flaw("templat-mungkin-kosong", {"nama": dotted(node.node)}, dotted(node.node)))
    elif given is not None and kind(given) not in filter_.takes:
        jenis = {"jenis": Said(f"templat.jenis.{kind(given)}"), "perlu": Said(f"templat.jenis.{filter_.takes[-1]}")}
        found.append(Flaw("templat-saringan-jenis", {"nama": node.name, **jenis}, node.name))
    return filter_.gives


def _foreign(node: nodes.Node, scope: Scope, found: list[Flaw]) -> Any:
    """What the language does not have; the names in it are still looked at for what nobody may touch."""
    inside = [node] if isinstance(node, nodes.Getattr) else []
    private = next((n.attr for n in (*inside, *node.find_all(nodes.Getattr)) if n.attr.startswith("_")), None)
    name = _private(private, private) if private else None
    found.append(name or _refused(_what(node), node))
    return None


_INFER: Mapping[type, _Infers] = {
    nodes.Name: _name,
    nodes.Getattr: _getattr,
    nodes.Const: _const,
    nodes.Neg: _neg,
    nodes.Not: _not,
    nodes.And: _and_or,
    nodes.Or: _and_or,
    nodes.Compare: _compare,
    nodes.Filter: _filter,
}
_FOREIGN: Mapping[type, str] = {
    nodes.Call: "panggilan",
    nodes.Getitem: "kurung-siku",
    nodes.Slice: "kurung-siku",
    nodes.Test: "is",
    nodes.CondExpr: "if-sebaris",
    nodes.Concat: "gabungan",
    nodes.Compare: "banding-berantai",
    nodes.List: "daftar",
    nodes.Tuple: "daftar",
    nodes.Dict: "daftar",
    **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow), "hitungan"),
    **dict.fromkeys((nodes.Neg, nodes.Pos), "hitungan"),
}
_SIGN_OF: Mapping[str, str] = {
    "panggilan": "(",
    "kurung-siku": "[",
    "gabungan": "~",
    "if-sebaris": " if ",
    "is": " is ",
}


def _what(node: object) -> str:
    return _FOREIGN.get(type(node), "lain")


def _refused(what: str, node: nodes.Node) -> Flaw:
    return Flaw("templat-ungkapan", {"hal": Said(f"templat.ungkapan.{what}")}, _SIGN_OF.get(what, ""))


def _private(name: str, shown: str) -> Flaw | None:
    return Flaw("templat-terlarang", {"nama": shown}, shown) if name.startswith("_") else None


def _narrowed(type_: Any, node: nodes.Node, scope: Scope) -> Any:
    return base(type_) if dotted(node) in scope.known else type_


def _sure(test: nodes.Node, *, holds: bool) -> frozenset[str]:
    """The fields that are there where a test holds (or does not)."""
    if isinstance(test, nodes.Not):
        return _sure(test.node, holds=not holds)
    if isinstance(test, nodes.And if holds else nodes.Or):
        return _sure(test.left, holds=holds) | _sure(test.right, holds=holds)
    return frozenset({dotted(test)} - {""}) if holds else frozenset()


def _unknown_name(name: str, scope: Scope) -> Flaw:
    if name in scope.loops:
        return Flaw("templat-isian-luar", {"nama": name, "tag": scope.loops[name][1]}, name, root=name)
    pool = {known: known for known in scope.names}
    loops = {variable: type_ for variable, (type_, _) in scope.loops.items()}
    for variable, type_ in {**scope.names, **loops}.items():
        if kind(type_) == "kelompok" and variable != "loop":
            pool |= {name: f"{variable}.{name}" for name in fields_of(base(type_)) if name not in pool}
    near = nearest(name, pool) if name != "loop" else None
    args = {"nama": name, "ada": ", ".join(n for n in scope.names if n != "loop")}
    return Flaw("templat-isian", args, name, pool[near] if near else None, root=name)


def _unknown_owner(name: str, attribute: str, scope: Scope) -> Flaw:
    """A field of something that is not there: the same field of what has it, best of the innermost loop's variable."""
    groups = [
        n for n, type_ in scope.names.items() if kind(type_) == "kelompok" and attribute in fields_of(base(type_))
    ]
    near = nearest(name, groups) or (groups[-1] if groups else None)
    args = {"nama": name, "ada": ", ".join(n for n in scope.names if n != "loop")}
    return Flaw("templat-isian", args, name, f"{near}.{attribute}" if near else nearest(name, scope.names), root=name)


def _first(path: str) -> str:
    return path.partition(".")[0]


def _options(type_: Any) -> tuple[Any, ...]:
    return get_args(type_) if get_origin(type_) in (Union, types.UnionType) else (type_,)
