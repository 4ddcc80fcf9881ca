"""Drawings as a screen needs them: every line as wide as the widest, with as many inks."""

from __future__ import annotations

from course.content.model import Picture

WIDTH, HEIGHT = 70, 18
"""The largest drawing, in cells."""


def rows(text: str) -> list[str]:
    """The lines of a drawing or its inks. Blanks at their ends do not count: editors drop them."""
    return [line.rstrip(" ") for line in text.rstrip().split("\n")]


def squared(picture: Picture) -> Picture:
    """The same picture as a rectangle: what is missing at the end of a line is blank."""
    drawing, inks = rows(picture.drawing), rows(picture.inks)
    width = max(map(len, drawing))
    inks += [""] * (len(drawing) - len(inks))
    return Picture(
        drawing="\n".join(line.ljust(width) for line in drawing),
        inks="\n".join(line.ljust(width) for line in inks),
        legend=picture.legend,
    )
