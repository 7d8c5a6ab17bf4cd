"""A picture of a context as a drawing in a line of text; it refuses to know why it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image as Picture
from docx.oxml.shape import CT_Inline
from docx.shared import Mm
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.media import Image
from pipeline.render.values import clean
from pipeline.word.package import W


class PictureError(Exception):
    """A picture that is not there, or that is no PNG or JPEG."""


def drawing(part: Any, image: Image, root: Path) -> Element:
    """The picture as large as its box allows, with its alt text. PictureError for one that cannot be used."""
    file = root / image.file
    try:
        r_id, picture = part.get_or_add_image(str(file))
    except (
        OSError,
        UnrecognizedImageError,
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
    ) as error:
        raise PictureError(str(error) or type(error).__name__) from error
    width, height = _fitted(picture, image)
    inline = CT_Inline.new_pic_inline(1, r_id, file.name, width, height)
    inline.docPr.set("name", file.stem)
    inline.docPr.set("descr", clean(image.alt))
    holder = etree.Element(f"{W}drawing")
    holder.append(inline)
    return holder


def _fitted(picture: Picture, image: Image) -> tuple[Mm, Mm]:
    scale = min(image.width_mm / picture.px_width, image.height_mm / picture.px_height)
    return Mm(picture.px_width * scale), Mm(picture.px_height * scale)
