"""Every tag of a template read as a program, before anything is filled in; it renders nothing and mends nothing.

One walk over one part finds all mistakes: of spelling, of place, of names and types, of blocks. A mistake that is
merely a consequence of another one is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from jinja2 import nodes
from lxml.etree import _Element as Element

from pipeline.near import nearest
from pipeline.problems import Problem, Said, Severity
from pipeline.template.blocks import state, unclosed
from pipeline.template.contents import bound
from pipeline.template.expressions import STATEMENTS, Flaw, Scope, fields_of, is_optional, kind
from pipeline.template.marks import BLANKS, QUOTES, Mark, Unpaired, scan
from pipeline.template.places import Story, problem, shortened
from pipeline.template.plain import Held
from pipeline.template.walk import SHOWN, Binding, Judge, Tag, Walk, parsed, printing, scope_of, typed
from pipeline.word.fieldcodes import results as field_results
from pipeline.word.package import W, own_text

_SUGGESTED = (*STATEMENTS, "sisip")
_HOLDERS = ("p", "tr", "tc", "r")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VISIBLE = (
    *(f"{W}{name}" for name in ("tbl", "drawing", "pict", "object", "sym", "ptab", "fldChar", "fldSimple")),
    *(f"{W}footnoteReference", f"{W}endnoteReference", f"{_MATH}oMath"),
)
_TWICE = {"p": "templat-dua-p", "tr": "templat-dua-tr", "tc": "templat-dua-tc"}
_ALONE = {"p": "templat-sendiri-p", "tr": "templat-sendiri-tr", "tc": "templat-sendiri-tc"}
_NO_TEXT = {
    "daftar": "templat-cetak-daftar",
    "daftar-teks": "templat-cetak-daftar-teks",
    "kelompok": "templat-cetak-kelompok",
    "ya-tidak": "templat-cetak-ya-tidak",
}
_FOREIGN_BLOCKS = ("macro", "call", "filter", "block", "with", "autoescape", "raw", "trans")
_FOREIGN = (*_FOREIGN_BLOCKS, "include", "import", "from", "extends", "do", "break", "continue", "debug")
_OF_DOCXTPL = ("colspan", "cellbg", "vm", "hm")
_ABSENT = object()
_LONGEST = 500


def walk(story: Story, context: Any, judge: Judge, apart: Mapping[Element, Sequence[str]]) -> Iterator[Problem]:
    """Everything that is wrong with the tags of a part.

    `apart` gives the texts with tags that hang on a paragraph without being in it: alternative texts of pictures.
    """
    walking = Walk(story, fields_of(context), scope_of(context), judge)
    results = field_results(story.root)
    for paragraph in story.root.iter(f"{W}p"):
        before, text = walking.scope, own_text(paragraph)
        held = Held(paragraph) if "{" in text or "}" in text else None
        for item in scan(text) if held else ():
            _look(walking, paragraph, item, results, held)
        _single_braces(walking, paragraph, text)
        for other in apart.get(paragraph, ()):
            _look_apart(walking, paragraph, other, before)
    yield from _finished(walking)


def walk_text(story: Story, text: str, context: Any, judge: Judge) -> Iterator[Problem]:
    """The same of a property of the file."""
    walking = Walk(story, fields_of(context), scope_of(context), judge)
    for item in scan(text):
        _look(walking, None, item, {})
    yield from _finished(walking)


def _finished(walk: Walk) -> Iterator[Problem]:
    yield from walk.found
    if not walk.broken:
        yield from walk.blocks
        yield from (told for block, told in walk.crossed if block not in walk.open)
        yield from (unclosed(walk, block) for block in walk.open)
    lost = walk.broken or walk.lost or walk.crossed
    for tag, flaw in walk.names:
        if not (flaw.root and lost):
            yield problem(flaw.code, walk.place(tag, flaw.words), flaw.args, flaw.hint)


def _look(
    walk: Walk,
    paragraph: Element | None,
    item: Mark | Unpaired,
    results: Mapping[Element, str],
    held: Held | None = None,
) -> None:
    if isinstance(item, Unpaired):
        _unpaired(walk, paragraph, item)
        return
    node = next(held.pieces(item.start, item.start + 1))[0] if held else None
    tag = Tag(item, paragraph, node.getparent() if node is not None else None)
    _letters(walk, tag)
    _trimmed(walk, tag)
    if node is not None and node in results:
        walk.fault(
            tag,
            "templat-tempat",
            tempat=Said("templat.tempat.hasil-bidang", {"nama": results[node].split()[0].upper()}),
        )
    elif node is not None and bound(node):
        walk.fault(tag, "templat-tempat", tempat=Said("templat.tempat.kendali"))
    judged = walk.judge(walk.story, tag)
    if judged is not None:
        _put_in(walk, tag, judged)
        return
    _stands_alone(walk, tag)
    if item.kind != "{#":
        _judge(walk, tag)


def _look_apart(walk: Walk, paragraph: Element, text: str, scope: Scope) -> None:
    """An alternative text: it may print, and nothing else."""
    for item in scan(text):
        if isinstance(item, Unpaired):
            _unpaired(walk, paragraph, item)
        elif item.kind != "{{":
            walk.fault(Tag(item, paragraph), "templat-tempat", tempat=Said("templat.tempat.atribut"))
        else:
            behind, walk.scope = walk.scope, scope
            for look in (_letters, _trimmed, _output):
                look(walk, Tag(item, paragraph))
            walk.scope = behind


_SINGLE = re.compile(r"\{[\s{]*%?\s*(?:(?:tr|tc|p|r)\s+)?([A-Za-z_]\w*)[^{}]*\}")


def _single_braces(walk: Walk, paragraph: Element, text: str) -> None:
    """A peringatan about what looks like a tag that lost a brace or %: it would be printed as it stands there."""
    if "{" not in text:
        return
    items = list(scan(text))
    if any(isinstance(item, Unpaired) for item in items):
        return
    for mark in reversed([item for item in items if isinstance(item, Mark)]):
        text = text[: mark.start] + " " * len(mark.text) + text[mark.end :]
    for found in _SINGLE.finditer(text):
        if found[1] in walk.scope.names or found[1] in STATEMENTS:
            place = walk.story.place(paragraph, found[0], 0, len(found[0]))
            walk.found.append(problem("templat-kurung-tunggal", place, severity=Severity.PERINGATAN))


def _unpaired(walk: Walk, paragraph: Element | None, item: Unpaired) -> None:
    walk.broken = walk.broken or item.brace in ("{%", "%}")
    args = {"kurung": item.brace, "pasangan": item.missing}
    place = walk.story.place(paragraph, item.text, item.at, len(item.brace))
    walk.found.append(problem("templat-kurung", place, args))


def _letters(walk: Walk, tag: Tag) -> None:
    """What Word makes of letters while somebody types: each kind is told once a tag."""
    for code, table in (("templat-kutip", QUOTES), ("templat-spasi", BLANKS)):
        odd = next((c for c in tag.mark.text if ord(c) in table), None)
        if odd is not None and tag.mark.kind != "{#":
            at = tag.mark.text.index(odd)
            place = walk.story.place(tag.paragraph, tag.mark.text, at, 1)
            meant = shortened(tag.mark.text.translate(table), SHOWN)
            walk.found.append(problem(code, place, {"huruf": f"U+{ord(odd):04X}", "seharusnya": meant}))


def _trimmed(walk: Walk, tag: Tag) -> None:
    """Jinja's sign to take the blanks beside a tag away; in Word it takes the text before it, too."""
    inside = tag.mark.text[2:-2]
    sign = inside[:1] if inside[:1] in ("-", "+") else inside[-1:]
    if sign in ("-", "+"):
        opener, closer = tag.mark.text[:2], tag.mark.text[-2:]
        meant = f"{opener} {inside.strip('-+').strip()} {closer}"
        walk.fault(tag, "templat-minus", sign, seharusnya=shortened(meant, SHOWN))


def _put_in(walk: Walk, tag: Tag, judged: Flaw | Binding) -> None:
    """A tag that puts in a part: what it names and whom it binds; the part's own tags are looked at in its own file."""
    if isinstance(judged, Flaw):
        walk.fault(tag, judged.code, judged.words, judged.hint, **judged.args)
        return
    _stands_alone(walk, replace(tag, mark=replace(tag.mark, holder="p")))
    for name, wanted in judged.needs.items():
        here = walk.scope.names.get(name, _ABSENT)
        meant = wanted if wanted is not None else walk.fields.get(name, here)
        if here is _ABSENT and wanted is not None:
            walk.fault(tag, "sisip-isian", berkas=judged.file, nama=name)
        elif here is not None and here != meant:
            walk.fault(tag, "sisip-nama-lain", berkas=judged.file, nama=name)
    read = parsed(walk, tag, printing(judged.signer)) if judged.signer else None
    for output in read.find_all(nodes.Output) if read else ():
        type_ = typed(walk, tag, output.nodes[0])
        if type_ is not None and is_optional(type_):
            walk.fault(tag, "templat-mungkin-kosong", judged.signer, nama=judged.signer)
        elif type_ is not None and judged.type is not None and type_ is not judged.type:
            walk.fault(tag, "sisip-pejabat-jenis", judged.signer, berkas=judged.file, pejabat=judged.signer)
        elif type_ not in judged.signers:
            judged.signers.append(type_)


# --- where it stands -------------------------------------------------------------------------------------------------


def _stands_alone(walk: Walk, tag: Tag) -> None:
    """A tag that takes the place of its paragraph, row or cell takes everything that stands there with it."""
    mark, holder = tag.mark, tag.holder
    if mark.holder not in ("p", "tr", "tc") or mark.kind == "{{":
        return
    if holder is None:
        walk.broken = walk.broken or mark.kind == "{%"
        walk.fault(tag, "templat-luar-tabel", mark.holder)
        return
    bad = next((c for c in mark.text[2:-2] if c in "%}"), "") if mark.kind != "{#" else ""
    if bad:
        walk.broken = True
        walk.fault(tag, "templat-isi-tag", bad, huruf=bad)
    paragraphs = [holder] if mark.holder == "p" else list(holder.iter(f"{W}p"))
    text = " ".join(own_text(p) for p in paragraphs)
    beside = " ".join(text.replace(mark.text, " ", 1).split())
    if (holder, mark.holder) in walk.refused or not (beside or _shows_something(holder)):
        return
    walk.refused.add((holder, mark.holder))
    second = [m for m in scan(beside) if isinstance(m, Mark) and m.holder == mark.holder and m.kind != "{#"]
    if second:
        other = shortened(second[0].text, SHOWN)
        walk.fault(tag, _TWICE[mark.holder], lain=other)
    else:
        shown = shortened(beside, SHOWN) or Said("templat.sendiri.gambar")
        walk.fault(tag, _ALONE[mark.holder], sisa=shown)


def _shows_something(holder: Element) -> bool:
    shown = next(holder.iter(*_VISIBLE), None) is not None
    return shown or any(br.get(f"{W}type") in ("page", "column") for br in holder.iter(f"{W}br"))


# --- what it says ----------------------------------------------------------------------------------------------------


def _judge(walk: Walk, tag: Tag) -> None:
    mark = tag.mark
    word = mark.word
    if len(mark.text) > _LONGEST:
        walk.broken = walk.broken or mark.kind == "{%"
        walk.fault(tag, "templat-sintaks", sebab=Said("templat.jinja.besar"))
    elif mark.kind == "{{":
        _output(walk, tag)
    elif word not in STATEMENTS or (word == "else" and mark.rest):
        meant = _strange(walk, tag)
        if meant is not None:
            state(walk, replace(tag, mark=meant))
    else:
        state(walk, tag)


def _strange(walk: Walk, tag: Tag) -> Mark | None:
    """A statement that the language does not have; the one that was meant, where that is plain."""
    mark, word = tag.mark, tag.mark.word
    if word.lower() in _HOLDERS:
        meant = "{%" + word.lower() + " " + mark.rest + " %}"
        walk.fault(tag, "templat-awalan", word, awalan=word.lower(), seharusnya=shortened(meant, SHOWN))
        return replace(mark, holder=word.lower(), content=mark.rest)
    if word.startswith("end") and word.removeprefix("end") in walk.foreign:
        walk.foreign.remove(word.removeprefix("end"))
        return None
    joined_to = re.fullmatch(rf"(tr|tc|p|r)({'|'.join((*STATEMENTS, 'sisip'))})", word)
    if joined_to and not mark.holder and not mark.text[2].isspace():
        holder, content = joined_to[1], f"{joined_to[2]} {mark.rest}".strip()
        walk.fault(
            tag, "templat-awalan", word, awalan=holder, seharusnya=shortened(f"{{%{holder} {content} %}}", SHOWN)
        )
        return replace(mark, holder=holder, content=content)
    if word.partition(".")[0] in walk.scope.names and not mark.rest:
        walk.fault(tag, "templat-isian-perintah", word, seharusnya="{{ " + word + " }}", nama=word)
        return None
    walk.lost = True
    if word in _FOREIGN or word in _OF_DOCXTPL:
        walk.foreign += [word] if word in _FOREIGN_BLOCKS else []
        walk.fault(tag, "templat-perintah-terlarang", word, perintah=word, ada=", ".join(STATEMENTS))
        return None
    joined = "elif" if word == "else" else f"{word}{mark.rest}".lower()
    near = nearest(joined, _SUGGESTED) or nearest(word, _SUGGESTED)
    if word:
        walk.fault(tag, "templat-perintah", word, near, perintah=word, ada=", ".join(STATEMENTS))
    else:
        walk.fault(tag, "templat-sintaks", sebab=Said("templat.jinja.kosong"))
    if near is None or near == "sisip":
        walk.broken = True
        return None
    rest = mark.rest.removeprefix("if").strip() if word == "else" else mark.rest
    return replace(mark, content=near if near.startswith("end") or near == "else" else f"{near} {rest}")


def _output(walk: Walk, tag: Tag) -> None:
    if tag.mark.holder in ("p", "tr", "tc"):
        meant = "{{ " + tag.mark.content + " }}"
        args = {"awalan": tag.mark.holder, "seharusnya": shortened(meant, SHOWN)}
        walk.fault(tag, "templat-awalan-isian", tag.mark.holder, **args)
        return
    read = parsed(walk, tag, printing(tag.mark.content))
    for output in read.find_all(nodes.Output) if read else ():
        for node in output.nodes:
            _printed(walk, tag, typed(walk, tag, node))


def _printed(walk: Walk, tag: Tag, type_: Any) -> None:
    """Whether a value of this type can stand in the text."""
    if type_ is None:
        return
    what, rich = kind(type_), tag.mark.holder == "r"
    if is_optional(type_):
        walk.fault(tag, "templat-mungkin-kosong", tag.mark.content, nama=tag.mark.content)
    elif what not in ("teks", "angka", "gambar", "teks-kaya"):
        walk.fault(tag, _NO_TEXT[what], tag.mark.content, nama=tag.mark.content)
    elif rich != (what == "teks-kaya"):
        meant = "{{ " + tag.mark.content + " }}" if rich else "{{r " + tag.mark.content + " }}"
        walk.fault(tag, "templat-tanpa-r" if not rich else "templat-pakai-r", seharusnya=meant, nama=tag.mark.content)
    elif what == "gambar" and not walk.story.holds_pictures:
        walk.fault(tag, "templat-tempat", tempat=Said("templat.tempat.gambar"))
