"""Figures, drawn for the terminal: one module a kind."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from course.content.model import (
    DrawingFigure,
    Figure,
    MapFigure,
    PeopleFigure,
    Picture,
    RangesFigure,
    StepsFigure,
    TableFigure,
    TimelineFigure,
)
from course.language import Words
from course.ui.paint.figures import drawing, people, ranges, steps, table, timeline
from course.ui.paint.figures.rows import BLANK, COMFORTABLE
from course.ui.paint.text import Numbering, indented, inline


def draw(
    figure: Figure,
    width: int,
    numbers: Numbering,
    pictures: Mapping[str, Picture],
    words: Words,
    picked: str | None = None,
) -> list[Content]:
    """The lines of a figure with its caption below, at most `width` cells wide.

    `picked` is the id of the spot of a map that the reader has picked.
    """
    match figure:
        case StepsFigure():
            lines = steps.draw(figure, width, numbers)
        case TimelineFigure():
            lines = timeline.draw(figure, width, numbers)
        case RangesFigure():
            lines = ranges.draw(figure, width, numbers, words)
        case PeopleFigure():
            lines = people.draw(figure, width, words)
        case TableFigure():
            lines = table.draw(figure, width, numbers)
        case DrawingFigure():
            lines = drawing.draw_drawing(figure, width, pictures)
        case MapFigure():
            lines = drawing.draw_map(figure, width, pictures, picked)
    caption = indented(inline(figure.caption, numbers).stylize("$quiet"), width)
    if isinstance(figure, DrawingFigure):
        caption = [Content(" " * ((width - line.cell_length) // 2)) + line for line in caption]
    # On a screen of 22 rows a high figure has none to spare.
    return [*lines, *([BLANK] if len(lines) < COMFORTABLE else []), *caption]
