"""A drawing as a picture: cells that stay free for it, and its labels around it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from course.content.kinds.figures import DrawingFigure, Figure
from course.ui.paint.brush import Line
from course.ui.paint.figures.leads import Laid, alone, lay_out
from course.ui.paint.grid import TEXT
from course.ui.paint.stack import Item
from course.ui.paint.text import Numbering, inline, wrapped

if TYPE_CHECKING:
    from course.ui.paint.kit import Kit

LEAST = 5
"""Rows of a picture, at least."""
EDGE = 1
"""Columns of its panel on each side of it and its labels."""
CARD = "on $card"


def pictured(
    figure: Figure, width: int, numbers: Numbering, kit: Kit, *, airy: bool
) -> Item | None:
    """A figure as a picture in `width` columns, if it is one that is drawn here; else None.

    `airy` fills up its panel with empty rows.
    """
    if kit.cell is None or not isinstance(figure, DrawingFigure) or figure.file not in kit.svgs:
        return None
    return Picture(figure, width, numbers, kit, kit.cell).item(airy=airy)


class Picture:
    """A figure in a panel of so many columns, to be drawn in as many rows as there are."""

    def __init__(
        self,
        figure: DrawingFigure,
        width: int,
        numbers: Numbering,
        kit: Kit,
        cell: tuple[int, int],
    ) -> None:
        """`kit` has this picture; `cell` are the pixels of a cell."""
        self._figure, self._width, self._kit, self._cell = figure, width, kit, cell
        self._drawn = kit.svgs[figure.file]
        caption = inline(figure.caption, numbers).stylize("$quiet")
        room = min(width - 2 * EDGE, TEXT)
        self._caption = [self._centered(line) for line in wrapped(caption, room)]
        listed = " • ".join(figure.labels)
        self._listed = [self._centered(line) for line in wrapped(listed, room)]

    def item(self, *, airy: bool) -> Item:
        """It in as few rows as it can have; `airy` fills the panel up with empty rows."""
        # A label has a row of its own.
        enough = range(LEAST, LEAST + len(self._figure.parts) + 1)
        rows = next((rows for rows in enough if self._laid(rows) is not None), LEAST)
        found = self._in(rows)
        filler = self._kit.brush.blank(self._width, CARD) if airy else None

        def grown(most: int) -> Item:
            """In at most so many rows, all of them if its panel is filled up."""
            larger = self._in(most - len(found.rows) + rows)
            if filler is not None:
                spare = most - len(larger.rows)
                above = spare // 2
                below = [filler] * (spare - above)
                placed = tuple(each.moved(0, above) for each in larger.pictures)
                larger = Item([filler] * above + larger.rows + below, pictures=placed, whole=True)
            return larger

        found.grown = grown
        return found

    def _in(self, rows: int) -> Item:
        """The picture in at most so many rows, and its caption below them."""
        laid = self._laid(rows)
        told: list[Line] = []
        if laid is None:
            # Words that have no room around it stand below.
            laid = alone(self._figure.file, self._drawn, self._cell, self._size(rows))
            told = self._listed if self._figure.parts else []
        words = [[*self._written(laid, row)] for row in range(laid.rows)]
        placed = laid.placed.moved(EDGE, 0)
        return Item([*words, *told, *self._caption], pictures=(placed,), whole=True)

    def _laid(self, rows: int) -> Laid | None:
        figure = self._figure
        if not figure.parts:
            return None
        return lay_out(figure.file, self._drawn, figure.parts, self._cell, self._size(rows))

    def _size(self, rows: int) -> tuple[int, int]:
        return self._width - 2 * EDGE, rows

    def _written(self, laid: Laid, row: int) -> Line:
        """A row of the panel with the words that stand in it."""
        brush, line, end = self._kit.brush, Line(), 0
        for _, column, text in sorted(word for word in laid.words if word[0] == row):
            at = column + EDGE
            line += brush.blank(at - end, CARD)
            segment = brush.cells(text, CARD)
            line.append(segment)
            end = at + segment.cell_length
        return [*line, *brush.blank(self._width - end, CARD)]

    def _centered(self, line: Content) -> Line:
        margin = " " * ((self._width - line.cell_length) // 2)
        return self._kit.brush.line(Content(margin) + line, self._width, CARD)
