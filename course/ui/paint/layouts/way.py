"""The way: its parts in two columns of four, or in two rows of four where there is room."""

from __future__ import annotations

from course.ui.paint.blocks import items
from course.ui.paint.body import Body
from course.ui.paint.card import Face
from course.ui.paint.grid import Grid
from course.ui.paint.keys import column, faces, rows_of
from course.ui.paint.kit import Kit
from course.ui.paint.stack import Stack
from course.ui.paint.text import Numbering
from course.views.model import SIGNS, View, signs
from course.views.press import Spot

PARTS = 4
"""Of the eight parts that a course may have, so many stand in a row or a column."""


def way(view: View, grid: Grid, kit: Kit, numbers: Numbering) -> Body:
    """Every part with what is done, where the person is, and how long each takes."""
    stack = Stack(grid.columns).add(*items(view.blocks, grid.columns, numbers, kit))
    cards = faces(view.cards, signs(view), beside=not grid.wide)
    if grid.wide:
        stack.add(*rows_of(kit.brush, cards, grid.columns, PARTS, grid.gutter, grid.chip, height=6))
    else:
        stack.add(
            *rows_of(
                kit.brush, cards, grid.columns, 2, grid.gutter, grid.chip, downward=len(cards) > 2
            )
        )
    stop = next((tool for tool in view.tools if tool.spot is Spot.STOP), None)
    if stop is not None and not grid.wide:
        face = Face(SIGNS[Spot.STOP], stop.label)
        stack.add(*column(kit.brush, [(stop.press, face)], grid.columns, grid.chip))
    return Body(stack)
