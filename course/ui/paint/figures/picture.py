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
    return Picture(figure, width, numbers, kit, kit.cell, airy=airy).item()


class Picture:
    """A figure in a panel of so many columns, to be drawn in as many rows as there are."""

    def __init__(
        self,
        figure: DrawingFigure,
        width: int,
        numbers: Numbering,
        kit: Kit,
        cell: tuple[int, int],
        *,
        airy: bool,
    ) -> None:
        """`kit` has this picture; `cell` are the pixels of a cell. `airy` leaves an empty row above
        the caption, and fills the panel up with more of them."""
        self._figure, self._width, self._kit, self._cell = figure, width, kit, cell
        self._drawn = kit.svgs[figure.file]
        caption = inline(figure.caption, numbers).stylize("$quiet")
        room = min(width - 2 * EDGE, TEXT)
        self._caption = [self._centered(line) for line in wrapped(caption, room)]
        self._filler = kit.brush.blank(width, CARD) if airy else None
        if self._filler is not None:
            self._caption = [self._filler, *self._caption]
        listed = Content(" • ".join(figure.labels))
        self._listed = [self._centered(listed)] if 0 < listed.cell_length <= room else []

    def item(self) -> Item:
        """It in as few rows as it can have."""
        # A label has a row of its own.
        enough = range(LEAST, LEAST + len(self._figure.parts) + 1)
        rows = next((rows for rows in enough if self._laid(rows)), LEAST + len(self._listed))
        found = self._in(rows + len(self._caption))
        found.grown = self._grown
        return found

    def _grown(self, most: int) -> Item:
        """It in at most so many rows; all of them if its panel is filled up."""
        larger = self._in(most)
        if self._filler is not None:
            spare = most - len(larger.rows)
            above = spare // 2
            larger.rows = [self._filler] * above + larger.rows + [self._filler] * (spare - above)
            larger.pictures = tuple(each.moved(0, above) for each in larger.pictures)
        return larger

    def _in(self, most: int) -> Item:
        """The picture, and its caption below it, in at most so many rows."""
        rows = most - len(self._caption)
        laid = self._laid(rows)
        told: list[Line] = []
        if laid is None:
            # Words that have no room around it stand below, if a row is enough for them: more say
            # little there, and take from the picture.
            told = self._listed
            size = self._size(rows - len(told))
            laid = alone(self._figure.file, self._drawn, self._cell, size)
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
