"""Looks at every tag of a template before it is filled in, so that one run names all faults; it renders nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import Environment, nodes
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.problems import KinerjaError, Said
from pipeline.render.complaints import complaint
from pipeline.render.faults import Part, Spot, located
from pipeline.render.fields import Flaw, Scope, fields_of, fits, flaws, item_of, not_text, type_of
from pipeline.render.marks import Mark, Unpaired, scan
from pipeline.render.package import W, own_text
from pipeline.render.sisip import Binding, Judge

CORE = "docProps/core.xml"

_BLOCKS = ("if", "for", "set", "with", "filter", "autoescape", "macro", "call", "block")
_MIDDLES = {"else": ("if", "for"), "elif": ("if",)}
_OWN_NAMES = ("macro", "call", "block")
_OF_DOCXTPL = ("colspan", "cellbg", "vm", "hm")
_WORDS = (*_BLOCKS, *_MIDDLES, *(f"end{word}" for word in _BLOCKS), *_OF_DOCXTPL)
_SUGGESTED = (*_WORDS, "sisip")
_HOLDERS = ("p", "tr", "tc", "r")
_VISIBLE = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}footnoteReference", f"{W}endnoteReference")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that is open: its first word, its tag and spot, the scope outside of it."""

    word: str
    mark: Mark
    spot: Spot
    level: Element | None
    outside: Scope


@dataclass
class _Walk:
    """One part of a template on the way through its tags: what is open, what can be named, what is wrong.

    `broken` is whether a tag was lost, so that what it would have opened or named must not be missed.
    """

    part: Part
    environment: Environment
    scope: Scope
    judge: Judge
    open: list[_Block] = field(default_factory=list)
    found: list[KinerjaError] = field(default_factory=list)
    names: list[tuple[Spot, Flaw]] = field(default_factory=list)
    structure: list[KinerjaError] = field(default_factory=list)
    refused: set[Element] = field(default_factory=set)
    broken: bool = False
    own_names: bool = False

    def fault(self, spot: Spot, code: str, **args: str | Said) -> None:
        self.found.append(located(code, self.part, spot, **args))


def template_faults(
    template: str,
    parts: Mapping[str, Element],
    properties: Mapping[str, str],
    context: type[Any],
    env: Environment,
    judge: Judge,
) -> tuple[KinerjaError, ...]:
    """Every fault of a template that can be seen without filling it in, part by part.

    `parts` are the stories (name → root), `properties` the texts of the document's properties, `context` the dataclass
    whose fields the template may use, `judge` what there is to say of the tags that put in a part.
    """
    found: list[KinerjaError] = []
    for name, root in parts.items():
        walk = _walk(Part(template, name), context, env, judge)
        for text, spot in _texts(root):
            _look(walk, text, spot)
        found += _finished(walk)
    for text in properties.values():
        walk = _walk(Part(template, CORE), context, env, judge)
        _look(walk, text, text)
        found += _finished(walk)
    return tuple(found)


def _walk(part: Part, context: type[Any], env: Environment, judge: Judge) -> _Walk:
    return _Walk(part, env, Scope(dict.fromkeys(env.globals) | dict(fields_of(context))), judge)


def _finished(walk: _Walk) -> list[KinerjaError]:
    walk.structure += [_unclosed(walk, block) for block in walk.open]
    lost = walk.broken or walk.structure
    names = [(p, f) for p, f in walk.names if not (f.root and (lost or walk.own_names))]
    said = [located(flaw.code, walk.part, spot, **flaw.args) for spot, flaw in names]
    return [*walk.found, *([] if walk.broken else walk.structure), *said]


def _texts(root: Element) -> Iterator[tuple[str, Spot]]:
    """Every text that Jinja will see, in order: each paragraph's own; a field's instruction, an attribute.

    Word writes a text box twice; the second time is passed over.
    """
    again = {e for fallback in root.iter(_FALLBACK) for e in fallback.iter()}
    for element in (e for e in root.iter(etree.Element) if e not in again):
        if element.tag == f"{W}p":
            yield own_text(element), element
            continue
        others = [element.text or ""] if element.tag != f"{W}t" else []
        for text in (str(t) for t in (*others, *element.values()) if "{" in str(t) or "}" in str(t)):
            yield text, next(element.iterancestors(f"{W}p"), text)


def _look(walk: _Walk, text: str, spot: Spot) -> None:
    for item in scan(text):
        if isinstance(item, Unpaired):
            walk.broken = walk.broken or item.brace in ("{%", "%}")
            args = {"tag": item.text, "kurung": item.brace, "pasangan": item.missing}
            walk.fault(spot, "render.template.kurung", **args)
        elif (judged := walk.judge(item.text, walk.part, spot)) is not None:
            _put_in(walk, item, spot, judged)
        else:
            _stands_alone(walk, item, spot)
            if item.kind != "{#":
                _judge(walk, item, spot)


def _put_in(walk: _Walk, mark: Mark, spot: Spot, judged: Flaw | Binding) -> None:
    """A tag that puts in a part: what it names and whom it binds; the part's own tags are looked at in its own file."""
    if isinstance(judged, Flaw):
        walk.fault(spot, judged.code, **judged.args)
        return
    _stands_alone(walk, replace(mark, holder="p"), spot)
    for name in judged.needs:
        if name not in walk.scope.names:
            walk.fault(spot, "render.sisip.isian", berkas=judged.file, nama=name)
    parsed = _parsed(walk, mark, spot, _printing(judged.signer)) if judged.signer else None
    _names(walk, spot, parsed)
    for output in parsed.find_all(nodes.Output) if parsed else ():
        if not fits(type_of(output.nodes[0], walk.scope, []), judged.type):
            walk.fault(spot, "render.sisip.pejabat.jenis", berkas=judged.file, pejabat=judged.signer)


# --- where it stands -------------------------------------------------------------------------------------------------


def _stands_alone(walk: _Walk, mark: Mark, spot: Spot) -> None:
    """A tag that takes the place of its paragraph, row or cell takes everything that stands there with it."""
    if mark.holder not in ("p", "tr", "tc"):
        return
    holder = _holder(mark, spot)
    if holder is None:
        walk.broken = True
        walk.fault(spot, "render.template.luar-tabel", tag=mark.text)
        return
    if any(c in mark.text[2:-2] for c in "%}"):
        walk.broken = True
        walk.fault(spot, "render.template.isi-tag", tag=mark.text)
    paragraphs = [holder] if mark.holder == "p" else list(holder.iter(f"{W}p"))
    text = " ".join(own_text(p) for p in paragraphs)
    beside = " ".join(text.replace(mark.text, " ", 1).split())
    if holder in walk.refused or not (beside or _shows_something(holder)):
        return
    walk.refused.add(holder)
    walk.fault(
        spot,
        f"render.template.sendiri.{mark.holder}",
        tag=mark.text,
        sisa=beside[:_SHOWN] or Said("render.template.sendiri.gambar"),
    )


def _holder(mark: Mark, spot: Spot) -> Element | None:
    if isinstance(spot, str) or mark.holder not in ("tr", "tc"):
        return None if isinstance(spot, str) else spot
    return next(spot.iterancestors(f"{W}{mark.holder}"), None)


def _shows_something(holder: Element) -> bool:
    shown = next(holder.iter(*_VISIBLE), None) is not None
    return shown or any(br.get(f"{W}type") == "page" for br in holder.iter(f"{W}br"))


# --- what it says ----------------------------------------------------------------------------------------------------


def _judge(walk: _Walk, mark: Mark, spot: Spot) -> None:
    word = mark.word
    if mark.kind == "{{":
        _output(walk, mark, spot)
    elif word not in _WORDS or (word == "else" and mark.rest.startswith("if")):
        walk.broken = True
        walk.fault(spot, "render.template.tag", tag=mark.text, sebab=_strange(mark))
    elif word in _MIDDLES:
        _middle(walk, mark, spot)
    elif word.startswith("end"):
        _end(walk, mark, spot, _level(mark, spot))
    elif word in _OF_DOCXTPL:
        _names(walk, spot, _parsed(walk, mark, spot, _printing(mark.rest or "1")))
    else:
        _begin(walk, mark, spot, _level(mark, spot))


def _strange(mark: Mark) -> Said:
    word = mark.word
    if word.lower() in _HOLDERS:
        return Said("render.jinja.awalan", {"awalan": word.lower()})
    joined = "elif" if word == "else" else f"{word}{mark.rest}".lower()
    close = (difflib.get_close_matches(typed, _SUGGESTED, n=1) for typed in (joined, word.lower()))
    near = next(filter(None, close), None)
    if near:
        return Said("render.jinja.perintah-mirip", {"perintah": word, "saran": near[0]})
    return Said("render.jinja.perintah", {"perintah": word})


def _output(walk: _Walk, mark: Mark, spot: Spot) -> None:
    parsed = _parsed(walk, mark, spot, _printing(mark.content))
    _names(walk, spot, parsed)
    printed = [n for o in parsed.find_all(nodes.Output) for n in o.nodes] if parsed else []
    for node in printed:
        kind = not_text(type_of(node, walk.scope, []))
        if kind:
            walk.fault(spot, "render.template.nilai", jenis=Said(f"render.template.nilai.{kind}"))


def _middle(walk: _Walk, mark: Mark, spot: Spot) -> None:
    _names(walk, spot, _parsed(walk, mark, spot, _stating("if 1", mark.content, "endif")))
    if not walk.open or walk.open[-1].word not in _MIDDLES[mark.word]:
        walk.structure.append(located("render.template.blok.lebih", walk.part, spot, tag=mark.text, pembuka="if"))


def _begin(walk: _Walk, mark: Mark, spot: Spot, level: Element | None) -> None:
    word = mark.word
    inline = word == "set" and "=" in mark.rest.split("|")[0]
    whole = _stating(mark.content) if inline else _stating(mark.content, f"end{word}")
    parsed = _parsed(walk, mark, spot, whole)
    outside = walk.scope
    walk.scope = _inside(walk, mark, spot, parsed)
    walk.own_names = walk.own_names or word in _OWN_NAMES
    if not inline:
        walk.open.append(_Block(word, mark, spot, level, outside))


def _inside(walk: _Walk, mark: Mark, spot: Spot, parsed: nodes.Template | None) -> Scope:
    """The scope behind a tag that begins a block or sets a name."""
    statement = parsed.body[0] if parsed and parsed.body else None
    if isinstance(statement, nodes.For):
        listed: list[Flaw] = []
        item = item_of(type_of(statement.iter, walk.scope, listed))
        walk.names += [(spot, flaw) for flaw in listed]
        targets = _targets(statement.target)
        names = {name: item if len(targets) == 1 else None for name in targets}
        walk.scope.loops.update({name: (type_, mark.text) for name, type_ in names.items()})
        inner = walk.scope.inner(names | {"loop": None})
        walk.names += [(spot, flaw) for flaw in flaws(statement.test, inner)] if statement.test else []
        return inner
    if isinstance(statement, nodes.Assign):
        _names(walk, spot, statement.node)
        type_ = type_of(statement.node, walk.scope, [])
        targets = _targets(statement.target)
        return walk.scope.inner({name: type_ if len(targets) == 1 else None for name in targets})
    if isinstance(statement, nodes.AssignBlock):
        return walk.scope.inner(dict.fromkeys(_targets(statement.target)))
    if isinstance(statement, nodes.With):
        for value in statement.values:
            _names(walk, spot, value)
        return walk.scope.inner({name: None for target in statement.targets for name in _targets(target)})
    if isinstance(statement, nodes.If):
        _names(walk, spot, statement.test)
    return walk.scope


def _targets(target: nodes.Node) -> list[str]:
    return [name.name for name in (target, *target.find_all(nodes.Name)) if isinstance(name, nodes.Name)]


def _end(walk: _Walk, mark: Mark, spot: Spot, level: Element | None) -> None:
    """Close the block that is meant: best the one that stands in the same row, cell or page."""
    word = mark.word.removeprefix("end")
    same = [n for n, block in enumerate(walk.open) if block.word == word]
    beside = [n for n in same if (walk.open[n].mark.holder, walk.open[n].level) == (mark.holder, level)]
    if not same:
        walk.structure.append(located("render.template.blok.lebih", walk.part, spot, tag=mark.text, pembuka=word))
        return
    at = (beside or same)[-1]
    walk.structure += [_unclosed(walk, block) for block in walk.open[at + 1 :]]
    if word in ("for", "with"):
        walk.scope = walk.open[at].outside
    del walk.open[at:]


def _level(mark: Mark, spot: Spot) -> Element | None:
    """What the tag's paragraph, row or cell stands in."""
    holder = _holder(mark, spot)
    return holder.getparent() if holder is not None else None


def _unclosed(walk: _Walk, block: _Block) -> KinerjaError:
    prefix = f"{{%{block.mark.holder} " if block.mark.holder else "{% "
    return located(
        "render.template.blok.kurang",
        walk.part,
        block.spot,
        tag=block.mark.text,
        penutup=f"{prefix}end{block.word} %}}",
    )


def _parsed(walk: _Walk, mark: Mark, spot: Spot, source: str) -> nodes.Template | None:
    """A tag made a whole template of its own; None, and a fault, where Jinja cannot read it."""
    try:
        parsed = walk.environment.parse(source)
    except Exception as error:  # a template is a program of somebody else: any exception can come out of it
        walk.broken = walk.broken or mark.word in _BLOCKS
        walk.fault(spot, "render.template.tag", tag=mark.text, sebab=complaint(error))
        return None
    for used in parsed.find_all((nodes.Filter, nodes.Test)):
        known = walk.environment.filters if isinstance(used, nodes.Filter) else walk.environment.tests
        if used.name not in known:
            code = "saringan" if isinstance(used, nodes.Filter) else "uji"
            walk.fault(
                spot, "render.template.tag", tag=mark.text, sebab=Said(f"render.jinja.{code}", {"nama": used.name})
            )
    return parsed


def _printing(expression: str) -> str:
    return "{{ " + expression + " }}"


def _stating(*statements: str) -> str:
    return "".join("{% " + statement + " %}" for statement in statements)


def _names(walk: _Walk, spot: Spot, expression: nodes.Node | None) -> None:
    if expression is not None:
        walk.names += [(spot, flaw) for flaw in flaws(expression, walk.scope)]
