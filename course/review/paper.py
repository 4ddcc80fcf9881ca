"""The document for the reviewer as a PDF, to be read and signed on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from course.handout import paper
from course.review.blocks import Picture
from course.review.document import Document

TEMPLATE = Path(__file__).with_name("review.typ")
_INSTEAD = "Give the file a name that ends with .html: a browser shows and prints the same."


def pdf(document: Document, language: str, svg: Callable[[str], str], size: paper.Size) -> bytes:
    """The whole of it on paper of a size; `svg` gives a picture by its name.

    Raises UsageError where none can be made.
    """
    blocks = document.blocks()
    names = {each.name for each in blocks if isinstance(each, Picture)}
    told = {
        "title": document.title,
        "foot": f"{document.title}, mark {document.mark}",
        "language": language,
        "blocks": blocks,
        "pictures": {name: svg(name) for name in sorted(names)},
    }
    inputs = {"document": msgspec.json.encode(told).decode(), "paper": paper.TYPST[size]}
    return paper.compiled(TEMPLATE, inputs, _INSTEAD)
