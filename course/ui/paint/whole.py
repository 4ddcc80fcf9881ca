"""Screens without buttons: what a machine shows while nobody is at it, and a notice alone.

They wander, so that nothing burns into the screen.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from course.kiosk.policy.attract import STEP, position
from course.ui.paint.blocks import items
from course.ui.paint.brush import Brush, Line
from course.ui.paint.draft import Draft
from course.ui.paint.layouts.first import warning
from course.ui.paint.letters import in_lines, letters
from course.ui.paint.placed import Placed
from course.ui.paint.stack import Item, Stack
from course.ui.paint.text import wrapped
from course.views.model import Box, Heading, View

EDGE = 1
"""Rows at the edges of the screen on which nothing stands, where there is room for that."""
SHIFT = 6
"""Columns by which it moves where there is no room to change sides."""
COLUMNS = 54
"""Of the field that says to touch the screen."""
HIGH = 6
"""Rows of a picture above the words, at least."""
WANDERS = 2
"""Rows that it leaves free, so that all of it can move."""
FIELD = "bold $on-accent on $fill-accent"


class Whole(NamedTuple):
    """Every row of the screen, and what is drawn over them."""

    rows: list[Line]
    pictures: tuple[Placed, ...]


def whole(draft: Draft, wandered: int) -> Whole:
    """All of it; what it says stands on the left and on the right of it in turn.

    Its picture stands beside the words where there is room for that, and else above them.
    """
    brush, at = draft.brush, draft.at
    width, height = at.size
    has_picture = draft.kit.cell is not None and draft.view.picture in draft.kit.svgs
    beside = COLUMNS if has_picture else (at.columns + COLUMNS) // 2
    is_field = draft.view.layout == "attract"
    column = beside if at.wide and is_field else at.columns - SHIFT
    room = height - 2 * EDGE
    stack = Stack(column).add(*_said(draft, column, is_field, large=at.tall))
    if stack.height(tight=True) > room - WANDERS:
        stack = Stack(column).add(*_said(draft, column, is_field))
    if not at.wide and (
        picture := _picture(draft, column, room - WANDERS - stack.height(tight=False))
    ):
        stack.items.insert(1 if draft.view.section else 0, picture)
    laid = stack.laid(brush, room)
    spare = max(height - laid.height, 0)
    edge = EDGE if spare > 2 * EDGE else 0
    _, row = position(wandered // 2 * STEP, 0, spare - 2 * edge)
    left = at.left if wandered % 2 == 0 else width - at.left - column
    margins = brush.blank(left), brush.blank(width - left - column)
    rows = [brush.blank(width)] * (edge + row)
    rows += [[*margins[0], *cells, *margins[1]] for cells in laid.rows]
    pictures = [each.moved(left, edge + row) for each in laid.pictures]
    aside = at.columns - column - at.gutter
    if at.wide and (picture := _picture(draft, aside, laid.height)):
        x = left + column + at.gutter if wandered % 2 == 0 else at.left
        y = edge + row + (laid.height - len(picture.rows)) // 2
        pictures += [each.moved(x, y) for each in picture.pictures]
    return Whole((rows + [brush.blank(width)] * height)[:height], tuple(pictures))


def _picture(draft: Draft, width: int, most: int) -> Item | None:
    """The picture in the middle of so many columns and at most so many rows, if there is one."""
    kit, name = draft.kit, draft.view.picture
    if kit.cell is None or name not in kit.svgs or most < HIGH:
        return None
    # Not needed where there are no pictures.
    from course.ui.paint.figures.leads import view

    seen = view(kit.svgs[name], kit.cell, width, most)
    placed = seen.placed(name, (width - seen.columns) // 2)
    return Item([draft.brush.blank(width)] * seen.rows, pictures=(placed,), whole=True)


def _said(draft: Draft, width: int, is_field: bool, *, large: bool = False) -> list[Item]:
    view, brush = draft.view, draft.brush
    found = [_lines(brush, view.section, width, "bold $quiet")] if view.section else []
    if view.title:
        found.append(_title(brush, view, width))
    begin = [block.text for block in view.blocks if is_field and isinstance(block, Heading)]
    for block in view.blocks:
        if is_field and isinstance(block, Heading):
            continue
        if isinstance(block, Box):
            found.append(warning(brush, block, width))
        elif isinstance(block, Heading) and large:
            found.append(_large(brush, block.text, width))
        else:
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


def _large(brush: Brush, text: str, width: int) -> Item:
    """What is all there is to say, in letters of blocks where all its words have forms."""
    drawn = [] if brush.fewer_signs else in_lines(text, width)
    if not drawn:
        return _lines(brush, text, width, "bold $accent")
    return Item([brush.line(row, width, "$accent") for line in drawn for row in line])


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
