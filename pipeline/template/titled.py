"""A copy of a template under another title in its properties; it refuses to know what the template says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from pipeline.template.opening import opened
from pipeline.word.package import pack, parse, serialise

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PROPERTIES = "/metadata/core-properties"


def titled(template: Path, title: str) -> bytes:
    """The template's bytes with this title; one without properties has nowhere to keep it.

    Raises TemplateError for what cannot be opened safely.
    """
    parts = opened(template, template.name).parts
    name = _properties(parts)
    if name not in parts:
        return pack(parts)
    root = parse(parts[name])
    node = root.find(_TITLE)
    node = etree.SubElement(root, _TITLE) if node is None else node
    node.text = title
    return pack({**parts, name: serialise(root)})


def _properties(parts: Mapping[str, bytes]) -> str:
    """The part that holds the properties, whatever program named it; "" where there is none."""
    found = (each for each in parse(parts["_rels/.rels"]) if each.get("Type", "").endswith(_PROPERTIES))
    return next((each.get("Target", "").lstrip("/") for each in found), "")
