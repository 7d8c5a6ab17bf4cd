"""Loops, conditions and names of a template, and where they begin and end; it refuses to know what is printed."""

from __future__ import annotations

from jinja2 import nodes

from pipeline.problems import Problem, Said
from pipeline.template.expressions import Loop, Scope, is_optional, item_of, kind
from pipeline.template.places import problem
from pipeline.template.walk import Block, Tag, Walk, parsed, stating, typed

_MIDDLES = ("else", "elif")
_RESERVED = ("loop", "self", "super", "caller", "varargs", "kwargs", "context", "environment", "true", "false", "none")
_DEEPEST = 9
"""Python nests no more than twenty loops, and a part adds its own."""


def state(walk: Walk, tag: Tag) -> None:
    word = tag.mark.word
    if word in _MIDDLES:
        _middle(walk, tag)
    elif word.startswith("end"):
        _end(walk, tag)
    elif word == "set":
        _set(walk, tag)
    else:
        _begin(walk, tag)


def _begin(walk: Walk, tag: Tag) -> None:
    mark = tag.mark
    read = parsed(walk, tag, stating(mark.content, f"end{mark.word}"))
    statement = read.body[0] if read and read.body else None
    outside = walk.scope
    test = statement.test if isinstance(statement, nodes.If) else None
    if isinstance(statement, nodes.For):
        walk.scope = _loop(walk, tag, statement)
    elif test is not None:
        typed(walk, tag, test)
        walk.scope = walk.scope.sure_of(test)
    refuted = outside.sure_of(test, holds=False) if test is not None else outside
    walk.open.append(Block(mark.word, tag, outside, refuted))
    if len(walk.open) == _DEEPEST + 1:
        walk.fault(tag, "templat-terlalu-dalam", paling=str(_DEEPEST))


def _loop(walk: Walk, tag: Tag, statement: nodes.For) -> Scope:
    """The scope inside a loop."""
    type_ = typed(walk, tag, statement.iter)
    name = _target(walk, tag, statement.target)
    if statement.recursive:
        walk.fault(tag, "templat-ungkapan", "recursive", hal=Said("templat.ungkapan.rekursif"))
    item = item_of(type_) if type_ is not None else None
    if type_ is not None and is_optional(type_):
        walk.fault(tag, "templat-mungkin-kosong", nama=tag.mark.rest.partition(" in ")[2])
    elif type_ is not None and item is None:
        jenis = Said(f"templat.jenis.{kind(type_)}")
        source = tag.mark.rest.partition(" in ")[2].strip()
        walk.fault(tag, "templat-bukan-daftar", source, nama=source, jenis=jenis)
    walk.scope.loops.update({name: (item, tag.mark.text)} if name else {})
    inner = walk.scope.with_names({name: item} if name else {})
    if statement.test is not None:
        typed(walk, tag, statement.test, inner.without("loop"))
        inner = inner.sure_of(statement.test)
    return inner.with_names({"loop": Loop})


def _set(walk: Walk, tag: Tag) -> None:
    if "=" not in tag.mark.rest:
        walk.foreign.append("set")
        walk.lost = True
        walk.fault(tag, "templat-ungkapan", hal=Said("templat.ungkapan.set-blok"))
        return
    read = parsed(walk, tag, stating(tag.mark.content))
    statement = read.body[0] if read and read.body else None
    if not isinstance(statement, nodes.Assign):
        return
    type_ = typed(walk, tag, statement.node)
    name = _target(walk, tag, statement.target)
    if name and name in walk.scope.names:
        walk.fault(tag, "templat-nama-dipakai", name, nama=name)
    elif name:
        walk.scope = walk.scope.with_names({name: type_})


def _target(walk: Walk, tag: Tag, target: nodes.Node) -> str:
    """The name that a statement gives; "" where it cannot be one."""
    if not isinstance(target, nodes.Name):
        walk.fault(tag, "templat-ungkapan", hal=Said("templat.ungkapan.banyak-nama"))
        return ""
    if target.name.lower() in _RESERVED or target.name.startswith("_"):
        walk.fault(tag, "templat-nama", target.name, nama=target.name)
        return ""
    return target.name


def _middle(walk: Walk, tag: Tag) -> None:
    """`else` and `elif` belong to the innermost block, and only one `else` to each."""
    mark = tag.mark
    test: nodes.Node | None = None
    block = _meant(walk, tag, ("if", "for") if mark.word == "else" else ("if",))
    if block is None or (block.word == "for" and mark.word == "elif"):
        walk.blocks.append(problem("templat-blok-lebih", walk.place(tag), {"tag": mark.text, "pembuka": "if"}))
        walk.lost = True
        return
    if block.last:
        walk.blocks.append(problem("templat-sesudah-else", walk.place(tag), {"tag": mark.text}))
        return
    block.last = mark.word == "else"
    walk.scope = block.refuted
    if mark.word == "elif":
        read = parsed(walk, tag, stating("if 1", mark.content, "endif"))
        inner = next(read.find_all(nodes.If), None) if read else None
        test = inner.elif_[0].test if inner and inner.elif_ else None
        if test is not None:
            typed(walk, tag, test)
            walk.scope = block.refuted.sure_of(test)
            block.refuted = block.refuted.sure_of(test, holds=False)


def _end(walk: Walk, tag: Tag) -> None:
    word = tag.mark.word.removeprefix("end")
    if tag.mark.rest:
        walk.broken = True
        walk.fault(tag, "templat-sintaks", tag.mark.rest, sebab=Said("templat.jinja.huruf", {"huruf": tag.mark.rest}))
        return
    block = _meant(walk, tag, (word,))
    if block is None:
        args = {"tag": tag.mark.text, "pembuka": word}
        walk.blocks.append(problem("templat-blok-lebih", walk.place(tag), args))
        walk.lost = True
        return
    walk.scope = block.outside
    walk.open.remove(block)


def _meant(walk: Walk, tag: Tag, words: tuple[str, ...]) -> Block | None:
    """The open block that a tag goes on with or ends: best the one that began on the same level.

    What is still open inside of it crosses it; and one that began on another level makes no Word text.
    """
    same = [block for block in walk.open if block.word in words]
    beside = [block for block in same if _same_level(block.tag, tag)]
    if not same:
        return None
    block = (beside or same)[-1]
    inner = walk.open[walk.open.index(block) + 1 :]
    if beside and not inner:
        return block
    opener: dict[str, str | Said] = {"pembuka": block.tag.mark.text, "tempat_pembuka": _spoken(walk, block.tag)}
    for crossing in inner:
        if all(crossing is not told for told, _ in walk.crossed):
            inner_one: dict[str, str | Said] = {"dalam": crossing.tag.mark.text}
            inner_one["tempat_dalam"] = _spoken(walk, crossing.tag)
            found = problem("templat-blok-silang", walk.place(tag), {"tag": tag.mark.text, **opener, **inner_one})
            walk.crossed.append((crossing, found))
    if not beside and not walk.broken:
        walk.blocks.append(problem("templat-blok-tempat", walk.place(tag), {"tag": tag.mark.text, **opener}))
    return block


def _same_level(first: Tag, second: Tag) -> bool:
    in_text = first.mark.holder in ("", "r")
    return first.level == second.level and (not in_text or first.paragraph is second.paragraph)


def _spoken(walk: Walk, tag: Tag) -> Said:
    """The place of another tag, inside a sentence."""
    place = walk.place(tag)
    if place.cells:
        table, row, column = place.cells[-1]
        args = {"tabel": str(table), "baris": str(row), "kolom": str(column)}
        return Said("templat.tempat.sel", args)
    return Said("templat.tempat.paragraf", {"teks": place.paragraph})


def unclosed(walk: Walk, block: Block) -> Problem:
    holder = block.tag.mark.holder
    closer = f"{{%{holder} end{block.word} %}}" if holder else f"{{% end{block.word} %}}"
    return problem("templat-blok-kurang", walk.place(block.tag), {"tag": block.tag.mark.text, "penutup": closer})
