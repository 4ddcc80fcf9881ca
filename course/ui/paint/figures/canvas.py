"""What a drawing stands on: all that it needs besides its figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from course.content.kinds.figures import Picture
from course.language import Words
from course.ui.paint.text import Numbering


class Canvas(NamedTuple):
    """How much room there is, and what is shown in it."""

    width: int
    """The cells of a line, at most."""
    numbers: Numbering
    pictures: Mapping[str, Picture]
    words: Words
