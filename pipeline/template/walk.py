"""One part of a template on the way through its tags: what is open, what can be named, what is wrong so far.

It refuses to know what tags say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, nodes
from lxml.etree import _Element as Element

from pipeline.problems import Problem, Said, WordPlace
from pipeline.template.complaints import complaint
from pipeline.template.expressions import Flaw, Scope, Types, fields_of, infer
from pipeline.template.marks import Mark
from pipeline.template.places import Story, problem
from pipeline.word.package import W

READER = Environment(autoescape=True)
"""Reads tags; it carries nothing out."""
SHOWN = 60
"""How many characters of a tag a sentence quotes."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A mark in its paragraph; `run` is the run of its first letter. Outside of paragraphs both are None."""

    mark: Mark
    paragraph: Element | None
    run: Element | None = None

    @property
    def holder(self) -> Element | None:
        """The paragraph, row or cell that the tag takes the place of; None where there is none."""
        if self.paragraph is None or self.mark.holder not in ("tr", "tc"):
            return self.paragraph
        return next(self.paragraph.iterancestors(f"{W}{self.mark.holder}"), None)

    @property
    def level(self) -> tuple[str, Element | None]:
        """What the tag stands in: blocks begin and end on one level, or what comes out is no Word text."""
        if self.mark.holder in ("p", "tr", "tc"):
            holder = self.holder
            return self.mark.holder, holder.getparent() if holder is not None else None
        return self.mark.holder, self.run.getparent() if self.run is not None else self.paragraph


@dataclass(frozen=True, slots=True)
class Binding:
    """What a sound tag that puts in a part demands of its place: a signer of this type (None: any), and these names.

    `needs` gives the type of each name, None for that of the template's own field, if it has one. `signers` takes the
    type of who was bound.
    """

    file: str
    signer: str
    type: Any
    needs: Types
    signers: list[Any]


Judge = Callable[[Story, Tag], Flaw | Binding | None]
"""What is to be said of a tag that puts in a part; None for any other tag."""


@dataclass
class Block:
    """A block that is open, the scope around it, and where none of its conditions so far hold.

    `last` is after its `else`.
    """

    word: str
    tag: Tag
    outside: Scope
    refuted: Scope
    last: bool = False


@dataclass
class Walk:
    """One part of a template on the way through its tags: its `fields`, what is open, what can be named, what is wrong.

    `broken` is whether a tag was lost that may have opened or closed something, `lost` whether one that may have given
    a name: neither is to be missed then. `foreign` are open blocks of Jinja that the language does not have.
    """

    story: Story
    fields: Types
    scope: Scope
    judge: Judge
    open: list[Block] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)
    names: list[tuple[Tag, Flaw]] = field(default_factory=list)
    blocks: list[Problem] = field(default_factory=list)
    crossed: list[tuple[Block, Problem]] = field(default_factory=list)
    refused: set[tuple[Element, str]] = field(default_factory=set)
    broken: bool = False
    foreign: list[str] = field(default_factory=list)
    lost: bool = False

    def fault(self, tag: Tag, code: str, words: str = "", hint: str | None = None, **args: str | Said) -> None:
        self.found.append(problem(code, self.place(tag, words), args, hint))

    def place(self, tag: Tag, words: str = "") -> WordPlace:
        """The place of a tag, or of these words in it."""
        text = tag.mark.text
        at = _position(text, words)
        return self.story.place(tag.paragraph, text, max(at, 0), len(words) if at >= 0 and words else len(text))


def scope_of(context: Any) -> Scope:
    """What a template that is filled from this dataclass can name."""
    return Scope(fields_of(context))


def parsed(walk: Walk, tag: Tag, source: str) -> nodes.Template | None:
    """A tag made a whole template of its own; None, and a fault, where Jinja cannot read it."""
    try:
        return READER.parse(source)
    except Exception as error:  # a template is a program of somebody else: any exception can come out of it
        walk.lost = walk.lost or tag.mark.word in ("for", "set")
        walk.fault(tag, "templat-sintaks", sebab=complaint(error))
        return None


def typed(walk: Walk, tag: Tag, node: nodes.Node, scope: Scope | None = None) -> Any:
    found: list[Flaw] = []
    try:
        type_ = infer(node, scope or walk.scope, found)
    except RecursionError:
        walk.fault(tag, "templat-sintaks", sebab=Said("templat.jinja.besar"))
        return None
    walk.names += [(tag, flaw) for flaw in found]
    return None if found else type_


def printing(expression: str) -> str:
    return "{{ " + expression + " }}"


def stating(*statements: str) -> str:
    return "".join("{% " + statement + " %}" for statement in statements)


def _position(text: str, words: str) -> int:
    """Where words stand in a tag, best as words of their own; -1 where they do not."""
    at = text.find(words)
    while words and at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        whole = not (words[0].isalnum() and (before.isalnum() or before in (".", "_")))
        if whole and not (words[-1].isalnum() and (after.isalnum() or after == "_")):
            return at
        at = text.find(words, at + 1)
    return text.find(words) if words else -1
