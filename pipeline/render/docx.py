"""A Word template and a context of finished texts become a DOCX; it refuses to know what the texts say."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, make_dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.media import Image
from pipeline.problems import ExitCode, KinerjaError
from pipeline.render import faults, sisip, structure
from pipeline.render.captions import number_captions
from pipeline.render.fields import fields_of
from pipeline.render.limits import TooMuchError, bounded, refuse_bomb
from pipeline.render.package import DOCUMENT, W, pack, parse, relationships, serialise, stories, unpack
from pipeline.render.paper import set_paper
from pipeline.render.picture import drawing
from pipeline.render.tagcheck import CORE, template_faults
from pipeline.render.values import Draw, fill, fill_plain, hold, leftover, without_tokens

_UNDATED = date(2000, 1, 1)
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title", "category", "keywords")
_PARAGRAPH = re.compile(r"<w:p([ >])")
# A filter that turns text into markup has no use in a template and would let data become XML.
_REFUSED_FILTERS = ("safe", "e", "escape", "forceescape", "xmlattr", "urlize", "tojson", "striptags", "pprint")
_KEPT_GLOBALS = ("range", "namespace", "dict")
_LONGEST_PRODUCT = 10_000
_NO_PARTS: Mapping[str, type] = {}
_T = TypeVar("_T")


def render(
    template: Path,
    context: object,
    *,
    root: Path,
    paper: str | None = None,
    dated: date = _UNDATED,
    parts: Mapping[str, type] = _NO_PARTS,
) -> bytes:
    """The DOCX a template makes of a context (a frozen dataclass, whose fields are the template's variables).

    `root` is the folder pictures are named from, `paper` "A4", "F4" or None (as in the template), `dated` the date in
    the properties. `parts` gives, for each part the template may put in (see `sisip`), the dataclass of the names that
    it may use; one that is not named there may use those of the context. Equal input gives equal bytes. KinerjaError
    with ExitCode.PROBLEMS for a fault of the template or a part, or a picture that cannot be used.
    """
    document = _open(template)
    document.root = root
    document.held = []
    document.template_name = template.name
    document.names = frozenset(_names(context))
    environment = _environment(document.held)
    structure.free_sections(document.docx.element)
    document.shelf = sisip.Shelf(template.parent / sisip.FOLDER, parts, _open_part)
    document.stories = _stories(document)
    _refuse_faults(document, context, environment)
    sisip.insert(document.docx, document.shelf)
    with bounded():
        document.render(_variables(context), environment)
    _date(document.core_properties, dated)
    buffer = io.BytesIO()
    document.save(buffer)
    return _finish(buffer.getvalue(), template.name, paper)


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl's reading of templates, with values put in after Jinja has run and strict XML."""

    root: Path
    held: list[str | Image]
    template_name: str
    names: frozenset[str]
    shelf: sisip.Shelf
    stories: Mapping[str, Element]

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, object], jinja_env: Environment) -> str:
        source = sisip.apart(_PARAGRAPH.sub(r"\n<w:p\1", src_xml))
        where = faults.Part(self.template_name, str(part.partname).lstrip("/"))
        try:
            rendered = jinja_env.from_string(source).render(context)
        except Exception as error:  # a template is a program of somebody else: any exception can come out of it
            raise self._template_error(where, source, error) from error
        try:
            tree = parse(rendered)
        except etree.XMLSyntaxError as error:
            line = rendered.split("\n")[(error.lineno or 1) - 1 :][:1]
            detail = f"{error.msg}: {without_tokens(re.sub('<[^>]*>', '', ''.join(line)))[:90]}"
            raise faults.structure_error(where, detail) from error
        for paragraph, text in structure.leftover_tags(tree):
            raise faults.leftover_error(where, paragraph, without_tokens(text))
        fill(tree, self.held, self._drawing_in(part))
        if leftover(tree):
            raise faults.structure_error(where, "{{ }} outside of a run")
        return str(etree.tostring(tree, encoding="unicode"))

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
            source = getattr(properties, name)
            try:
                rendered = jinja_env.from_string(source).render(context)
            except Exception as error:
                where = faults.Part(self.template_name, CORE)
                raise faults.template_error(
                    where, etree.Element("none"), source, faults.line_of(error), error, self.names
                ) from error
            setattr(properties, name, fill_plain(rendered, self.held)[:255])

    def _template_error(self, where: faults.Part, source: str, error: Exception) -> KinerjaError:
        """Said of the file its reader has to open: the template as it was before parts were put in, or a part."""
        name, text, line = sisip.origin(source, faults.line_of(error))
        piece = self.shelf.piece(name) if name else None
        if piece is None:
            root = self.stories.get(where.name, etree.Element("none"))
            return faults.template_error(where, root, text, line, error, self.names)
        return faults.template_error(faults.Part(piece.file, DOCUMENT), piece.root, text, line, error, self.names)

    def _drawing_in(self, part: Any) -> Draw:
        def draw(image: Image) -> Element:
            if not hasattr(part, "get_or_add_image"):
                raise faults.structure_error(
                    faults.Part(self.template_name, str(part.partname).lstrip("/")), image.file
                )
            return drawing(part, image, self.root)

        return draw


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja without Python's insides and without products that fill the memory."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"{operator} on something other than whole numbers")
        if abs(left) > _LONGEST_PRODUCT or abs(right) > _LONGEST_PRODUCT:
            raise SecurityError(f"{operator} on large numbers")
        return left * right


def _environment(held: list[str | Image]) -> Environment:
    environment = _Environment(undefined=StrictUndefined, autoescape=True, finalize=partial(hold, held))
    for name in _REFUSED_FILTERS:
        environment.filters.pop(name, None)
    environment.globals = {name: environment.globals[name] for name in _KEPT_GLOBALS}
    return environment


def _refuse_faults(document: Any, context: object, environment: Environment) -> None:
    """Raise every fault of the template that shows before it is filled in: the first, and the others with it."""
    properties = {name: getattr(document.docx.core_properties, name) for name in _PROPERTIES}
    shelf = document.shelf
    found = [
        *template_faults(document.template_name, document.stories, properties, type(context), environment, shelf.judge)
    ]
    found += shelf.unreadable
    for piece in shelf.pieces():
        found += _faults_of_part(piece, shelf.contexts.get(piece.name) or _with_signer(piece, context), environment)
    if found:
        found[0].also = tuple(found[1:])
        raise found[0]


def _stories(document: Any) -> dict[str, Element]:
    """The parts that hold paragraphs, as they stand in Word."""
    package = {str(part.partname).lstrip("/"): part for part in document.docx.part.package.iter_parts()}
    return {name: parse(package[name].blob) for name in stories(package)}


def _faults_of_part(piece: sisip.Piece, context: type, environment: Environment) -> Iterator[KinerjaError]:
    """What is wrong with a part itself, in its own file and once, however many templates it is put in."""
    yield from piece.faults()
    for draft in piece.drafts():
        yield from template_faults(piece.file, {DOCUMENT: draft}, {}, context, environment, sisip.refuse_nested)


def _with_signer(piece: sisip.Piece, context: object) -> type:
    """The names of the template, and that of the signer, whatever he is, where one is bound."""
    bound = {sisip.SIGNER: None} if piece.bound else {}
    return make_dataclass("Names", (dict(fields_of(type(context))) | bound).items())


def _open(template: Path) -> Any:
    def opened() -> Any:
        document = _Template(str(template))
        document.init_docx()
        return document

    document = _readable(template, template.name, opened)
    _find_properties(document.docx.part.package.rels.values())
    return document


def _open_part(file: Path, name: str) -> Any:
    return _readable(file, name, lambda: docx.Document(str(file)))


def _readable(file: Path, name: str, opened: Callable[[], _T]) -> _T:
    """What a Word file is opened as; KinerjaError, which calls it by the name, where it cannot be."""
    try:
        refuse_bomb(file)
        return opened()
    except FileNotFoundError as error:
        raise _unusable("tidak-ada", name) from error
    except OSError as error:
        raise _unusable("terkunci", name, sebab=error.strerror or str(error)) from error
    except TooMuchError as error:
        raise _unusable("besar", name) from error
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise _unusable("rusak" if zipfile.is_zipfile(file) else "bukan-word", name) from error


def _find_properties(relationships: Iterable[Any]) -> None:
    """LibreOffice names the kind of the properties in its own way: python-docx would add second ones beside them."""
    for relationship in relationships:
        if relationship.reltype.endswith("/metadata/core-properties"):
            relationship._reltype = RELATIONSHIP_TYPE.CORE_PROPERTIES


def _unusable(why: str, template: str, **args: str) -> KinerjaError:
    return KinerjaError(ExitCode.PROBLEMS, f"render.template.{why}", template=template, **args)


def _variables(context: object) -> dict[str, object]:
    if not is_dataclass(context):
        raise TypeError(f"{type(context).__name__} is no dataclass")
    return {f.name: getattr(context, f.name) for f in fields(context)}


def _names(value: object) -> Iterator[str]:
    """Every field name a template may write, for "did you mean"."""
    if isinstance(value, tuple):
        for item in value[:1]:
            yield from _names(item)
    elif is_dataclass(value) and not isinstance(value, Image):
        for field in fields(value):
            yield field.name
            yield from _names(getattr(value, field.name))


def _date(properties: Any, dated: date) -> None:
    moment = datetime.combine(dated, time(), UTC)
    properties.created = properties.modified = moment
    properties.last_printed = moment
    properties.last_modified_by = properties.author
    properties.revision = 1


def _finish(docx: bytes, template: str, paper: str | None) -> bytes:
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
        raise faults.structure_error(faults.Part(template, DOCUMENT), "; ".join(found[:3]))
    parts |= {name: serialise(tree) for name, tree in roots.items()}
    return pack(_without_attached_template(_breaking_lines_flush_left(parts)))


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
