"""What the declared types expect at each place of a file: keys, lists, options, references; it refuses to know values.

Derived from the annotations of `domain.model`, so that faulty data can be walked along its types as well as sound data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from pipeline.domain.isian import Definisi, Model, Rujukan, Terlampir
from pipeline.inputs.nodes import Steps

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place. `model`: a mapping with these keys; `item`: a list of these; `text`: any text.

    `options` are the words that are known, also where any other text may stand. `bounds` are "minimum" and "maximum" of
    a number.
    """

    model: type[Model] | None = None
    item: Shape | None = None
    options: tuple[str, ...] = ()
    marks: tuple[Definisi | Rujukan | Terlampir, ...] = ()
    text: bool = False
    bounds: Mapping[str, int] = field(default_factory=dict)

    def mark(self, kind: type[M]) -> M | None:
        """The Definisi, Rujukan or Terlampir of this place, if it has one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A key of a mapping: whether it must be there and what it holds."""

    required: bool
    shape: Shape


ANYTHING = Shape()


@cache
def fields(model: type[Model]) -> Mapping[str, FieldShape]:
    """The keys of a mapping type, in their declared order."""
    hints = get_type_hints(model, include_extras=True)
    return {name: FieldShape(info.is_required(), _shape(hints[name])) for name, info in model.model_fields.items()}


def shape_at(model: type[Model], steps: Steps) -> FieldShape:
    """What is expected at a path of a file of this type; ANYTHING where the types say nothing."""
    found = FieldShape(True, Shape(model=model))
    for step in steps:
        shape = found.shape
        if isinstance(step, int):
            found = FieldShape(False, shape.item or ANYTHING)
        else:
            known = fields(shape.model) if shape.model else {}
            found = known.get(step, FieldShape(False, ANYTHING))
    return found


def _bounds(metadata: tuple[Any, ...]) -> dict[str, int]:
    """The least and the most that a number may be, in the words of a JSON Schema."""
    bounds: dict[str, int] = {}
    for info in metadata:
        for limit in info.metadata if isinstance(info, FieldInfo) else ():
            if isinstance(limit, Ge):
                bounds["minimum"] = int(str(limit.ge))
            if isinstance(limit, Le):
                bounds["maximum"] = int(str(limit.le))
    return bounds


def _shape(annotation: Any) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = _shape(args[0])
        marks = tuple(mark for mark in args[1:] if isinstance(mark, Definisi | Rujukan | Terlampir))
        return replace(inner, marks=inner.marks + marks, bounds={**inner.bounds, **_bounds(args[1:])})
    if origin in (Union, UnionType):
        readings = [_shape(arg) for arg in args if arg is not NoneType]
        if len(readings) == 1:
            return readings[0]
        return Shape(
            model=next((reading.model for reading in readings if reading.model), None),
            options=next((reading.options for reading in readings if reading.options), ()),
        )
    if origin is tuple:
        return Shape(item=_shape(args[0]))
    if origin is Literal:
        return Shape(options=tuple(str(arg) for arg in args))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Shape(model=annotation)
    return Shape(text=annotation is str)
