"""Drawings as a screen needs them: all lines of one width, each cell with its ink and ground."""

from __future__ import annotations

import re

from course.content.kinds.figures import Picture

WIDTH, HEIGHT = 70, 18
"""The largest drawing, in cells."""


_WORD = re.compile(r"[^\W\d_]{3,}")


def has_words(picture: Picture) -> bool:
    """Whether something is written in it, which is in one language then."""
    return bool(_WORD.search(picture.drawing))


def rows(text: str) -> list[str]:
    """The lines of a drawing, its inks or its grounds.

    Blanks at their ends do not count: editors drop them.
    """
    return [line.rstrip(" ") for line in text.rstrip().split("\n")]


def squared(picture: Picture) -> Picture:
    """The same picture as a rectangle: what is missing at the end of a line is blank."""
    drawing = rows(picture.drawing)
    width = max(map(len, drawing))

    def filled(text: str) -> str:
        lines = rows(text)
        lines += [""] * (len(drawing) - len(lines))
        return "\n".join(line.ljust(width) for line in lines)

    return Picture(
        drawing=filled(picture.drawing),
        inks=filled(picture.inks),
        legend=picture.legend,
        grounds=filled(picture.grounds),
    )
