"""Which fields the expressions of a template may name, by the types of its context; it refuses to know Word."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from pipeline.media import Image
from pipeline.problems import Said

Types = dict[str, Any]
"""Name → type of what it stands for; None where that is not known."""

_FORGIVING = (("default", "d"), ("defined", "undefined"))


@dataclass
class Scope:
    """The names that can be used at a place of a template: those of the context and of the loops around it.

    `loops` are the variables of all loops so far: their type and the tag that begins the loop.
    """

    names: Types
    loops: dict[str, tuple[Any, str]] = field(default_factory=dict)

    def inner(self, names: Types) -> Scope:
        """The scope inside a block."""
        return Scope(self.names | names, self.loops)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A name that cannot be used: code and arguments of its message; `root` is the first name where that is unknown."""

    code: str
    args: Mapping[str, str | Said]
    root: str = ""


def fields_of(context: Any) -> Mapping[str, Any]:
    """Field → type of a dataclass."""
    return _hints(context)


_hints = cache(get_type_hints)


def flaws(expression: nodes.Node, scope: Scope) -> Iterator[Flaw]:
    """Every name of an expression that is not known; what the type does not decide is left to rendering."""
    found: list[Flaw] = []
    type_of(expression, scope, found)
    yield from found


def type_of(expression: nodes.Node, scope: Scope, found: list[Flaw]) -> Any:
    """The type of an expression, None where it is not known; what is wrong with its names goes to `found`."""
    if isinstance(expression, nodes.Name):
        if expression.name not in scope.names:
            found.append(_unknown_name(expression.name, scope))
        return scope.names.get(expression.name)
    if isinstance(expression, nodes.Getattr):
        return _attribute(expression, type_of(expression.node, scope, found), found)
    if isinstance(expression, nodes.Getitem):
        type_of(expression.arg, scope, found)
        held = type_of(expression.node, scope, found)
        return held if isinstance(expression.arg, nodes.Slice) else item_of(held)
    forgiving = isinstance(expression, nodes.Filter | nodes.Test) and expression.name in sum(_FORGIVING, ())
    for child in expression.iter_child_nodes():
        type_of(child, scope, [] if forgiving else found)
    return None


def item_of(type_: Any) -> Any:
    """The type of what a list holds."""
    return next((get_args(t)[0] for t in _options(type_) if get_origin(t) is tuple), None)


def fits(type_: Any, wanted: Any) -> bool:
    """Whether a value of this type can stand where `wanted` is asked for; so can one whose type is not known."""
    kinds = [t for t in _options(type_) if t not in (None, types.NoneType)]
    return wanted is None or not kinds or any(isinstance(t, type) and issubclass(t, wanted) for t in kinds)


def not_text(type_: Any) -> str:
    """Why a value of this type can never be printed ("daftar", "kelompok", "ya-tidak"); "" where it can be."""
    kinds = {_kind(t) for t in _options(type_) if t is not types.NoneType}
    return next(iter(kinds)) if len(kinds) == 1 else ""


def _kind(type_: Any) -> str:
    if get_origin(type_) is tuple:
        return "daftar"
    if is_dataclass(type_) and type_ is not Image:
        return "kelompok"
    return "ya-tidak" if type_ is bool else ""


def _attribute(expression: nodes.Getattr, owner: Any, found: list[Flaw]) -> Any:
    options = [t for t in _options(owner) if t is not types.NoneType]
    name = dotted(expression)
    record = next((t for t in options if is_dataclass(t)), None)
    if record is not None:
        known = fields_of(record)
        if expression.attr not in known:
            near = difflib.get_close_matches(expression.attr, known, n=1)
            found.append(_unknown(name, f"{dotted(expression.node)}.{near[0]}" if near else ""))
        return known.get(expression.attr)
    holders = [get_origin(t) or t for t in options]
    if None in holders or not holders or any(hasattr(h, expression.attr) for h in holders):
        return None
    code = "render.template.nama.daftar" if tuple in holders else "render.template.nama.tanpa-isi"
    found.append(Flaw(code, {"nama": name, "induk": dotted(expression.node)}))
    return None


def _unknown_name(name: str, scope: Scope) -> Flaw:
    if name in scope.loops:
        return Flaw("render.template.nama.luar", {"nama": name, "tag": scope.loops[name][1]}, root=name)
    pool = {known: known for known in scope.names}
    loops = {variable: type_ for variable, (type_, _) in scope.loops.items()}
    for variable, type_ in (scope.names | loops).items():
        for record in (t for t in _options(type_) if isinstance(t, type) and is_dataclass(t) and t is not Image):
            pool |= {attribute: f"{variable}.{attribute}" for attribute in fields_of(record) if attribute not in pool}
    near = difflib.get_close_matches(name, pool, n=1)
    return _unknown(name, pool[near[0]] if near else "", root=name)


def _unknown(name: str, near: str, root: str = "") -> Flaw:
    if near:
        return Flaw("render.template.nama", {"nama": name, "saran": near}, root)
    return Flaw("render.template.nama.asing", {"nama": name}, root)


def dotted(expression: nodes.Node) -> str:
    """How a template writes a field: "naskah.uraian"."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{dotted(expression.node)}.{expression.attr}"
    return f"{dotted(expression.node)}[…]" if isinstance(expression, nodes.Getitem) else "…"


def _options(type_: Any) -> tuple[Any, ...]:
    return get_args(type_) if get_origin(type_) in (Union, types.UnionType) else (type_,)
