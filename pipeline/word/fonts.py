"""The fonts a Word file asks for where it really sets text; it refuses to know which are installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml.etree import _Element as Element

from pipeline.word.package import W, parse, stories, unpack

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = ("ascii", "hAnsi")


Use = tuple[str, str, Element | None]
"""A font, the part that asks for it, and the first run that does; None for the bullet of a list."""


def fonts_of(template: Path) -> frozenset[str]:
    """Names of the fonts of all runs with text: own font, else the style's, else the document's; plus symbol fonts."""
    return frozenset(font for font, _, _ in font_uses(unpack(template.read_bytes())))


def font_uses(parts: Mapping[str, bytes], roots: Mapping[str, Element] | None = None) -> Iterator[Use]:
    """Every font of a package once, in order; `roots` are its stories where they are parsed already."""
    styles = _styles(parts)
    theme = _theme(parts)
    defaults = parse(parts["word/styles.xml"]).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles else None
    standard = {
        kind: id_ for id_, s in styles.items() if s.get(f"{W}default") in ("1", "true") for kind in [s.get(f"{W}type")]
    }
    told: set[str] = {""}
    for name in stories(parts):
        root = roots[name] if roots else parse(parts[name])
        for run in root.iter(f"{W}r"):
            if run.find(f"{W}t") is None and run.find(f"{W}sym") is None:
                continue
            sources = [*_properties(run, styles, standard), *([defaults] if defaults is not None else [])]
            asked = [_first(sources, slot, theme) for slot in _SLOTS]
            for font in (*asked, *(s.get(f"{W}font", "") for s in run.findall(f"{W}sym"))):
                if font not in told:
                    told.add(font)
                    yield font, name, run
    if "word/numbering.xml" in parts:
        yield from ((font, "word/numbering.xml", None) for font in sorted(_bullets(parts, styles) - told))


def _styles(parts: Mapping[str, bytes]) -> dict[str, Element]:
    if "word/styles.xml" not in parts:
        return {}
    return {s.get(f"{W}styleId", ""): s for s in parse(parts["word/styles.xml"]).iter(f"{W}style")}


def _theme(parts: Mapping[str, bytes]) -> dict[str, str]:
    """ "minorHAnsi" → "Calibri" and so on."""
    name = next((n for n in sorted(parts) if n.startswith("word/theme/") and n.endswith(".xml")), None)
    if name is None:
        return {}
    root = parse(parts[name])
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = root.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None:
            fonts |= {f"{kind}{slot}": latin.get("typeface", "") for slot in ("HAnsi", "Ascii")}
    return fonts


def _properties(run: Element, styles: Mapping[str, Element], standard: Mapping[str | None, str]) -> Iterator[Element]:
    """The run properties that apply to a run, nearest first: its own, its styles', its paragraph's, its table's."""
    own = run.find(f"{W}rPr")
    if own is not None:
        yield own
        yield from _chain(own.find(f"{W}rStyle"), styles)
    paragraph = next(run.iterancestors(f"{W}p"), None)
    style = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
    yield from _chain(style, styles, standard.get("paragraph"))
    table = next(run.iterancestors(f"{W}tbl"), None)
    if table is not None:
        yield from _chain(table.find(f"{W}tblPr/{W}tblStyle"), styles, standard.get("table"))


def _chain(named: Element | None, styles: Mapping[str, Element], default: str | None = None) -> Iterator[Element]:
    id_ = named.get(f"{W}val") if named is not None else default
    seen: set[str] = set()
    while id_ and id_ in styles and id_ not in seen:
        seen.add(id_)
        properties = styles[id_].find(f"{W}rPr")
        if properties is not None:
            yield properties
        parent = styles[id_].find(f"{W}basedOn")
        id_ = parent.get(f"{W}val") if parent is not None else None


def _first(sources: list[Element], slot: str, theme: Mapping[str, str]) -> str:
    for properties in sources:
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            continue
        themed = fonts.get(f"{W}{slot}Theme")
        if themed and theme.get(themed[0].lower() + themed[1:]):
            return theme[themed[0].lower() + themed[1:]]
        if fonts.get(f"{W}{slot}"):
            return fonts.get(f"{W}{slot}", "")
    return ""


def _bullets(parts: Mapping[str, bytes], styles: Mapping[str, Element]) -> set[str]:
    """Fonts of the bullets of the lists in use."""
    root = parse(parts["word/numbering.xml"])
    abstract = {n.get(f"{W}numId", ""): n.find(f"{W}abstractNumId") for n in root.findall(f"{W}num")}
    used = {e.get(f"{W}val", "") for name in stories(parts) for e in parse(parts[name]).iter(f"{W}numId")}
    worn = {e.get(f"{W}val", "") for name in stories(parts) for e in parse(parts[name]).iter(f"{W}pStyle")}
    used |= {e.get(f"{W}val", "") for id_ in worn & set(styles) for e in styles[id_].iter(f"{W}numId")}
    lists = {a.get(f"{W}val") for a in (abstract.get(n) for n in used) if a is not None}
    return {
        fonts.get(f"{W}ascii", "")
        for definition in root.findall(f"{W}abstractNum")
        if definition.get(f"{W}abstractNumId") in lists
        for fonts in definition.iterfind(f"{W}lvl/{W}rPr/{W}rFonts")
    } - {""}
