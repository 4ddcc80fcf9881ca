"""Screens without buttons: what a machine shows while nobody is at it, and a notice alone.

They wander, so that nothing burns into the screen.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from course.kiosk.policy.attract import STEP, position
from course.ui.paint.blocks import items
from course.ui.paint.brush import Brush, Line
from course.ui.paint.draft import Draft
from course.ui.paint.layouts.first import warning
from course.ui.paint.letters import letters
from course.ui.paint.stack import Item, Stack
from course.ui.paint.text import wrapped
from course.views.model import Box, Heading, View

EDGE = 1
"""Rows at the edges of the screen on which nothing stands, where there is room for that."""
SHIFT = 6
"""Columns by which it moves where there is no room to change sides."""
COLUMNS = 54
"""Of the field that says to touch the screen."""
FIELD = "bold $on-accent on $fill-accent"


def whole(draft: Draft, wandered: int) -> list[Line]:
    """Every row of the screen; what it says stands on the left and on the right of it in turn."""
    brush, at = draft.brush, draft.at
    width, height = at.size
    column = (at.columns + COLUMNS) // 2 if at.wide else at.columns - SHIFT
    is_field = draft.view.layout == "attract"
    laid = Stack(column).add(*_said(draft, column, is_field)).laid(brush, height - 2 * EDGE)
    spare = max(height - laid.height, 0)
    edge = EDGE if spare > 2 * EDGE else 0
    _, row = position(wandered // 2 * STEP, 0, spare - 2 * edge)
    left = at.left if wandered % 2 == 0 else width - at.left - column
    margins = brush.blank(left), brush.blank(width - left - column)
    rows = [brush.blank(width)] * (edge + row)
    rows += [[*margins[0], *cells, *margins[1]] for cells in laid.rows]
    return (rows + [brush.blank(width)] * height)[:height]


def _said(draft: Draft, width: int, is_field: bool) -> list[Item]:
    view, brush = draft.view, draft.brush
    found = [_lines(brush, view.section, width, "bold $quiet")] if view.section else []
    if view.title:
        found.append(_title(brush, view, width))
    begin = [block.text for block in view.blocks if is_field and isinstance(block, Heading)]
    for block in view.blocks:
        if isinstance(block, Box):
            found.append(warning(brush, block, width))
        elif not is_field or not isinstance(block, Heading):
            found += items((block,), width, draft.numbers, draft.kit)
    if begin:
        found.append(Item(_field(brush, begin, width, draft.at.tall)))
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


def _field(brush: Brush, begin: list[str], width: int, tall: bool) -> list[Line]:
    """What says to touch the screen, as a solid field; a touch anywhere means it."""
    wide = min(COLUMNS, width)
    said = [f"▶ {text}" if not number else text for number, text in enumerate(begin)]
    lines = [line.plain for text in said for line in wrapped(text, wide - 4)]
    rows = [line.center(wide - 2 - cell_len(line) + len(line)) for line in lines]
    blank = " " * (wide - 2)
    rows = [blank, *rows, blank] if tall else rows
    edge = "━" * (wide - 2)
    framed = [f"┏{edge}┓", *(f"┃{row}┃" for row in rows), f"┗{edge}┛"]
    return [[brush.cells(row, FIELD), *brush.blank(width - wide)] for row in framed]
