"""Figures, drawn for the terminal: one module a kind, and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from textual.content import Content

from course.content.kinds.figures import (
    CompareFigure,
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
from course.ui.paint.figures import compare, drawing, people, ranges, steps, table, timeline
from course.ui.paint.figures.canvas import Canvas
from course.ui.paint.figures.rows import BLANK, COMFORTABLE
from course.ui.paint.text import Numbering, indented, inline

F = TypeVar("F", bound=Figure)
Draw = Callable[[Any, Canvas], list[Content]]


def _of(kind: type[F], draw: Callable[[F, Canvas], list[Content]]) -> tuple[type, Draw]:
    """A kind and its drawing, which takes figures of that kind."""
    return kind, draw


DRAWINGS: dict[type, Draw] = dict(
    (
        _of(StepsFigure, lambda figure, on: steps.draw(figure, on.width, on.numbers)),
        _of(TimelineFigure, lambda figure, on: timeline.draw(figure, on.width, on.numbers)),
        _of(RangesFigure, lambda figure, on: ranges.draw(figure, on.width, on.numbers, on.words)),
        _of(PeopleFigure, lambda figure, on: people.draw(figure, on.width, on.words)),
        _of(TableFigure, lambda figure, on: table.draw(figure, on.width, on.numbers)),
        _of(CompareFigure, compare.draw),
        _of(DrawingFigure, lambda figure, on: drawing.draw_drawing(figure, on.width, on.pictures)),
        _of(
            MapFigure,
            lambda figure, on: drawing.draw_map(figure, on.width, on.pictures, None),
        ),
    )
)
"""How each kind of figure is drawn."""


def draw(
    figure: Figure,
    width: int,
    numbers: Numbering,
    pictures: Mapping[str, Picture],
    words: Words,
) -> list[Content]:
    """The lines of a figure with its caption below, at most `width` cells wide."""
    lines = DRAWINGS[type(figure)](figure, Canvas(width, numbers, pictures, words))
    caption = indented(inline(figure.caption, numbers).stylize("$quiet"), width)
    if isinstance(figure, DrawingFigure):
        caption = [Content(" " * ((width - line.cell_length) // 2)) + line for line in caption]
    # On a screen of 22 rows a high figure has none to spare.
    return [*lines, *([BLANK] if len(lines) < COMFORTABLE else []), *caption]
