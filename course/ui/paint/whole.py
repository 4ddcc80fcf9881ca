"""Screens without buttons: what a machine shows while nobody is at it, and a notice alone.

They wander, so that nothing burns into the screen.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from course.ui.paint.blocks import items
from course.ui.paint.brush import Brush, Line
from course.ui.paint.draft import Draft
from course.ui.paint.layouts.first import warning
from course.ui.paint.letters import letters
from course.ui.paint.stack import Item, Stack
from course.ui.paint.text import wrapped
from course.views.model import Box, View

EDGE = 2
"""Columns and rows at the edges of the screen on which nothing stands but a line of text."""
SHIFT = 6
"""Columns by which it moves where there is no room to change sides."""
COLUMNS = 54
"""Of the field that says to touch the screen."""


def whole(draft: Draft, wandered: int) -> list[Line]:
    """Every row of the screen, on the left and on the right of it in turn."""
    brush, at = draft.brush, draft.at
    width, height = at.size
    column = (at.columns + COLUMNS) // 2 if at.wide else at.columns - SHIFT
    stack = Stack(column).add(*_said(draft, column))
    laid = stack.laid(brush, height - 2 * EDGE)
    spare = max(height - laid.height, 0)
    above = spare // 2 if not wandered else 1 + wandered // 2 % max(spare - 2, 1)
    left = at.left if wandered % 2 == 0 else width - at.left - column
    rows = [brush.blank(width) for _ in range(min(above, spare))]
    rows += [[*brush.blank(left), *row, *brush.blank(width - left - column)] for row in laid.rows]
    rows += [brush.blank(width) for _ in range(height - len(rows))]
    return rows[:height]


def _said(draft: Draft, width: int) -> list[Item]:
    view, brush = draft.view, draft.brush
    found = []
    for text in (view.section, view.said):
        if text:
            found.append(_lines(brush, text, width, "bold $quiet"))
    if view.title:
        found.append(_title(brush, view, width))
    warnings = [block for block in view.blocks if isinstance(block, Box)]
    others = tuple(block for block in view.blocks if not isinstance(block, Box))
    found += items(others, width, draft.numbers, draft.kit)
    if view.cards:
        found.append(Item(_field(brush, view, width, draft.at.tall)))
    found += [warning(brush, block, width) for block in warnings]
    return found


def _lines(brush: Brush, text: str, width: int, style: str) -> Item:
    lines = wrapped(Content.styled(text, style), width)
    return Item([brush.line(line, width) for line in lines])


def _title(brush: Brush, view: View, width: int) -> Item:
    for gap in (2, 1):
        drawn = () if brush.fewer_signs else letters(view.title, gap)
        if drawn and len(drawn[0]) <= width:
            return Item([brush.line(row, width, "$accent") for row in drawn])
    return _lines(brush, view.title, width, "bold $accent")


def _field(brush: Brush, view: View, width: int, tall: bool) -> list[Line]:
    """What says to touch the screen, as a solid field; it is pressed by a touch anywhere."""
    wide = min(COLUMNS, width)
    style = "bold $on-accent on $fill-accent"
    said = [f"▶ {card.text}" if not number else card.text for number, card in enumerate(view.cards)]
    lines = [line.plain for text in said for line in wrapped(text, wide - 4)]
    rows = [line.center(wide - 2 - (cell_len(line) - len(line))) for line in lines]
    blank = " " * (wide - 2)
    rows = [blank, *rows, blank] if tall else rows
    framed = [f"┏{'━' * (wide - 2)}┓", *(f"┃{row}┃" for row in rows), f"┗{'━' * (wide - 2)}┛"]
    return [[brush.cells(row, style), *brush.blank(width - wide)] for row in framed]
