"""A Word template and a context of finished texts become a DOCX; it refuses to know what the texts say."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from xml.sax.saxutils import unescape

from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.problems import TemplateError
from pipeline.render import faults, sisip, structure
from pipeline.render.captions import number_captions
from pipeline.render.paper import set_paper
from pipeline.render.picture import PictureError, drawing
from pipeline.render.values import Draw, Placed, Value, fill, fill_plain, hold, leftover, without_tokens
from pipeline.template.check import MENDED, check_opened
from pipeline.template.contents import APP, TITLES
from pipeline.template.expressions import FILTERS
from pipeline.template.opening import Opened, opened
from pipeline.template.parts import FOLDER, Shelf
from pipeline.template.places import CORE, Story
from pipeline.template.plain import make_plain, meant, shield, unshield
from pipeline.word.limits import TooMuchError, bounded
from pipeline.word.package import DOCUMENT, W, pack, parse, relationships, serialise, stories, unpack

_UNDATED = date(2000, 1, 1)
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title", "category", "keywords")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_QUOTED = {"&quot;": '"', "&apos;": "'", "&#10;": " "}
_NO_PARTS: Mapping[str, type] = {}


def render(
    template: Path,
    context: object,
    *,
    root: Path,
    paper: str | None = None,
    dated: date = _UNDATED,
    parts: Mapping[str, type] = _NO_PARTS,
    called: str = "",
) -> bytes:
    """The DOCX a template makes of a context (a frozen dataclass, whose fields are the template's variables).

    `root` is the folder pictures are named from, `paper` "A4", "F4" or None (as in the template), `dated` the date in
    the properties. `parts` gives, for each part the template may put in (see `template.parts`), the dataclass of the
    names that it may use; one that is not named there may use those of the context. `called` is what messages call the
    file. Equal input gives equal bytes. TemplateError for faults of the template or a part, KinerjaError with
    ExitCode.PROBLEMS for a picture that cannot be used.
    """
    name = called or template.name
    source = opened(template, name)
    shelf = Shelf(template.parent / FOLDER, parts, (PurePosixPath(name).parent / FOLDER).as_posix())
    problems = [each for each in check_opened(source, type(context), shelf) if each.code not in MENDED]
    if problems:
        raise TemplateError(problems)
    document = _open(source)
    document.root = root
    document.held = []
    document.shelf = shelf
    document.source = source
    package = {str(part.partname).lstrip("/"): part for part in document.docx.part.package.iter_parts()}
    _each_story(package, _settled)
    sisip.insert(document.docx, shelf)
    _each_story(package, make_plain)
    _forget_comments(document.docx.part)
    try:
        with bounded():
            document.render(_variables(context), _environment(document.held))
    except (TooMuchError, MemoryError) as error:
        raise faults.filling_error(source.story(DOCUMENT), "", 0, error) from error
    _date(document.core_properties, dated)
    buffer = io.BytesIO()
    document.save(buffer)
    return _finish(buffer.getvalue(), source.story(DOCUMENT), paper)


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl's reading of templates, with values put in after Jinja has run and strict XML."""

    root: Path
    held: list[Value]
    shelf: Shelf
    source: Opened

    def patch_xml(self, src_xml: str) -> str:
        """What XML wrote for a sign inside a tag is that sign; one that belongs to no tag is out of docxtpl's sight."""
        tree = parse(src_xml)
        shield(tree)
        shielded = etree.tostring(tree, encoding="unicode")
        return _TAG.sub(lambda tag: unescape(tag[0], _QUOTED), str(super().patch_xml(shielded)))

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, object], jinja_env: Environment) -> str:
        source = sisip.apart(_PARAGRAPH.sub(r"\n<w:p\1", src_xml))
        story = self._story(str(part.partname).lstrip("/"))
        template: Any = None
        try:
            template = jinja_env.from_string(source)
            rendered = template.render(context)
        except Exception as error:  # a template is a program of somebody else: any exception can come out of it
            raise faults.filling_error(*self._asked(story, source, faults.line_of(error)), error) from error
        try:
            tree = parse(rendered)
        except etree.XMLSyntaxError as error:
            line = rendered.split("\n")[(error.lineno or 1) - 1 :][:1]
            detail = f"{error.msg}: {without_tokens(re.sub('<[^>]*>', '', ''.join(line)))[:90]}"
            raise faults.structure_error(story, detail) from error
        for _, text in structure.leftover_tags(tree):
            raise faults.leftover_error(story, without_tokens(text))
        unshield(tree)
        fill(tree, self.held, self._drawing_in(part, story, source, template.get_corresponding_lineno))
        if leftover(tree):
            raise faults.structure_error(story, "{{ }} outside of a run")
        return str(etree.tostring(tree, encoding="unicode"))

    def render_footnotes(self, context: Mapping[str, object], jinja_env: Environment) -> None:
        """Notes of both kinds; docxtpl knows those at the foot of a page."""
        for part in self.docx.part.package.iter_parts():
            if re.fullmatch(r"/word/(foot|end)notes\d*\.xml", str(part.partname)):
                xml = self.render_xml_part(self.patch_xml(part.blob.decode()), part, context, jinja_env)
                part._blob = xml.encode()

    def fix_tables(self, xml: str) -> Element:
        tree = parse(xml)
        for table in tree.iter(f"{W}tbl"):
            structure.fit_grid(table)
        return tree

    def fix_docpr_ids(self, tree: Element) -> None:
        """Ids are renumbered over all parts at the end."""

    def render_properties(self, context: Mapping[str, object], jinja_env: Environment) -> None:
        properties = self.docx.core_properties
        for name in _PROPERTIES:
            source = meant(getattr(properties, name))
            try:
                rendered = jinja_env.from_string(source).render(context)
            except Exception as error:
                raise faults.filling_error(self._story(CORE), source, 0, error) from error
            setattr(properties, name, fill_plain(rendered, self.held)[:255])

    def _story(self, name: str) -> Story:
        known = {story.name: story for story in self.source.stories}
        return known.get(name) or Story(self.source.name, name, etree.Element("none"), {})

    def _asked(self, story: Story, source: str, line: int) -> tuple[Story, str, int]:
        """The file its reader has to open for a line of the source: the template as it was, or a part of it."""
        name, text, line = sisip.origin(source, line)
        piece = self.shelf.piece(name) if name else None
        return piece.story if piece else story, text, line

    def _drawing_in(self, part: Any, story: Story, source: str, line_of: Callable[[int], int]) -> Draw:
        def draw(placed: Placed) -> Element:
            try:
                return drawing(part, placed.image, self.root)
            except PictureError as error:
                asked = self._asked(story, source, line_of(placed.line))
                raise faults.picture_error(*asked, placed.image.file, str(error)) from error

        return draw


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja that reads fields, compares and repeats; nothing can be called or calculated in it."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(f"{operator} in a template")

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def _environment(held: list[Value]) -> Environment:
    environment = _Environment(undefined=StrictUndefined, autoescape=True, finalize=partial(hold, held))
    environment.filters = {name: each.apply for name, each in FILTERS.items()}
    environment.tests = {}
    environment.globals = {}
    return environment


def _settled(root: Element) -> None:
    make_plain(root)
    structure.free_sections(root)


def _each_story(package: Mapping[str, Any], change: Callable[[Element], None]) -> None:
    """Change every part that holds paragraphs, in place."""
    for part in (package[name] for name in stories(package)):
        if hasattr(part, "element"):
            change(part.element)
        else:
            root = parse(part.blob)
            change(root)
            part._blob = serialise(root)


def _forget_comments(part: Any) -> None:
    """Comments are between the authors of a template; what pointed at them is gone already."""
    for id_ in [id_ for id_, r in part.rels.items() if r.reltype.rpartition("/")[2].startswith("comments")]:
        del part.rels[id_]


def _open(source: Opened) -> Any:
    document = _Template(io.BytesIO(source.packed))
    document.init_docx()
    _find_properties(document.docx.part.package.rels.values())
    return document


def _find_properties(relationships: Iterable[Any]) -> None:
    """LibreOffice names the kind of the properties in its own way: python-docx would add second ones beside them."""
    for relationship in relationships:
        if relationship.reltype.endswith("/metadata/core-properties"):
            relationship._reltype = RELATIONSHIP_TYPE.CORE_PROPERTIES


def _variables(context: object) -> dict[str, object]:
    if not is_dataclass(context):
        raise TypeError(f"{type(context).__name__} is no dataclass")
    return {f.name: getattr(context, f.name) for f in fields(context)}


def _date(properties: Any, dated: date) -> None:
    moment = datetime.combine(dated, time(), UTC)
    properties.created = properties.modified = moment
    properties.last_printed = moment
    properties.last_modified_by = properties.author
    properties.revision = 1


def _finish(docx: bytes, story: Story, paper: str | None) -> bytes:
    parts = unpack(docx)
    names = [*stories(parts), *(n for n in ("word/styles.xml",) if n in parts)]
    roots = {name: parse(parts[name]) for name in names}
    for name in stories(parts):
        structure.heal(roots[name])
    structure.renumber(roots[name] for name in stories(parts))
    number_captions(roots[DOCUMENT])
    if paper is not None:
        set_paper(roots, parts, paper)
    found = structure.flaws(roots[name] for name in stories(parts))
    if found:
        raise faults.structure_error(story, "; ".join(found[:3]))
    parts |= {name: serialise(tree) for name, tree in roots.items()}
    return pack(_without_titles(_without_attached_template(_breaking_lines_flush_left(parts))))


def _breaking_lines_flush_left(parts: dict[str, bytes]) -> dict[str, bytes]:
    """A line ended by a break inside justified text is not stretched: text of the data may hold such breaks."""
    settings = parts.get("word/settings.xml")
    if settings is None or b"doNotExpandShiftReturn" in settings:
        return parts
    root = parse(settings)
    compat = root.find(f"{W}compat")
    if compat is None:
        return parts
    earlier = [c for c in compat if etree.QName(c).localname in _BEFORE_EXPAND]
    compat.insert(len(earlier), etree.Element(f"{W}doNotExpandShiftReturn"))
    return parts | {"word/settings.xml": serialise(root)}


_BEFORE_EXPAND = (
    "useSingleBorderforContiguousCells",
    "wpJustification",
    "noTabHangInd",
    "noLeading",
    "spaceForUL",
    "noColumnBalance",
    "balanceSingleByteDoubleByteWidth",
    "noExtraLineSpacing",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
)


def _without_titles(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Word repeats the title beside the properties, as the template had it."""
    if APP not in parts or b"TitlesOfParts" not in parts[APP]:
        return parts
    root = parse(parts[APP])
    for element in [e for e in root if etree.QName(e).localname in TITLES]:
        root.remove(element)
    return parts | {APP: serialise(root)}


def _without_attached_template(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Word notes the template of the author's own machine; the report must not point there."""
    name = relationships("word/settings.xml")
    if name not in parts or b"attachedTemplate" not in parts[name]:
        return parts
    links, settings = parse(parts[name]), parse(parts["word/settings.xml"])
    for link in [e for e in links if e.get("Type", "").endswith("/attachedTemplate")]:
        links.remove(link)
    for element in settings.findall(f"{W}attachedTemplate"):
        settings.remove(element)
    return parts | {name: serialise(links), "word/settings.xml": serialise(settings)}
