"""Screens without buttons: what a machine shows while nobody is at it, and a notice alone.

They wander, so that nothing burns into the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from course.kiosk.policy.attract import STEP, position
from course.ui.paint.blocks import items
from course.ui.paint.brush import Brush, Line
from course.ui.paint.draft import Draft
from course.ui.paint.layouts.first import warning
from course.ui.paint.letters import in_lines, letters
from course.ui.paint.placed import Placed
from course.ui.paint.stack import Item, Laid, Stack
from course.ui.paint.text import wrapped
from course.views.model import Box, Heading, Plain, View

EDGE = 1
"""Rows at the edges of the screen on which nothing stands, where there is room for that."""
SHIFT = 6
"""Columns by which it moves where there is no room to change sides."""
COLUMNS = 54
"""Of the field that says to touch the screen."""
HIGH = 6
"""Rows of a picture above the words, at least."""
WANDERS = 2
"""Rows that it leaves free where it can, so that all of it can move."""
SWINGS = 4
"""Rows by which it moves about the middle of a large screen, at most."""
LARGE = Size(150, 44)
"""Columns and rows from which on the title stands across the screen, twice as large."""
MARGIN = 8
"""Columns beside it then."""
FIELD = "bold $on-accent on $fill-accent"


class Whole(NamedTuple):
    """Every row of the screen, and what is drawn over them."""

    rows: list[Line]
    pictures: tuple[Placed, ...]


class _Part(NamedTuple):
    """Something that was laid out, and where it stands from the first row on: a column of the
    screen, and a row."""

    laid: Laid
    x: int
    y: int


def whole(draft: Draft, wandered: int) -> Whole:
    """All of it; what it says stands on the left and on the right of it in turn.

    Its picture stands beside the words where there is room for that, and else above them.
    """
    is_left = wandered % 2 == 0
    if draft.at.wide and draft.view.layout == "attract":
        parts = _beside(draft, is_left=is_left)
    else:
        parts = [_above(draft, is_left=is_left)]
    width, height = draft.at.size
    high = max(part.y + part.laid.height for part in parts)
    spare = max(height - high, 0)
    edge = EDGE if spare > 2 * EDGE else 0
    free = spare - 2 * edge
    swing = min(free, SWINGS) if draft.view.layout == "attract" else free
    _, row = position(wandered // 2 * STEP, 0, swing)
    # At first it stands in the middle.
    above = edge + (free - swing) // 2 + (row + swing // 2) % (swing + 1)
    rows = [draft.brush.blank(width)] * above
    rows += [_row(draft.brush, parts, number, width) for number in range(high)]
    rows += [draft.brush.blank(width)] * (height - len(rows))
    pictures = [each.moved(part.x, above + part.y) for part in parts for each in part.laid.pictures]
    return Whole(rows[:height], tuple(pictures))


def _row(brush: Brush, parts: list[_Part], number: int, width: int) -> Line:
    """A row of the screen, with what stands in it from left to right."""
    line, end = Line(), 0
    for part in sorted(parts, key=lambda part: part.x):
        if part.y <= number < part.y + part.laid.height:
            line += [*brush.blank(part.x - end), *part.laid.rows[number - part.y]]
            end = part.x + part.laid.width
    return [*line, *brush.blank(width - end)]


def _beside(draft: Draft, *, is_left: bool) -> list[_Part]:
    """The words on one side, as large as there is room for, and the picture on the other; on a
    large screen the title stands above both."""
    at, brush = draft.at, draft.brush
    width, height = at.size
    room = height - 2 * EDGE - WANDERS
    found: list[_Part] = []
    left, top = at.left, 0
    if title := _across(draft):
        left, wide = MARGIN, len(title[0])
        rows = [brush.line(row, wide, "$accent") for row in title]
        head = Stack(wide).add(*_named(draft, wide)[:-1], Item(rows)).laid(brush, room)
        found = [_Part(head, left if is_left else width - left - wide, 0)]
        top = head.height + 1
    room -= top
    both = width - 2 * left - at.gutter
    column = COLUMNS if _has_picture(draft) else (both + at.gutter + COLUMNS) // 2
    aside = both - column
    words = _laid(draft, column, [] if found else _named(draft, column), room)
    picture = _picture(draft, aside, room)
    drawn = Stack(aside).add(*([picture] if picture else [])).laid(brush, room)
    high = max(words.height, drawn.height)
    xs = (left, width - left - aside) if is_left else (width - left - column, left)
    return [
        *found,
        _Part(words, xs[0], top + (high - words.height) // 2),
        _Part(drawn, xs[1], top + (high - drawn.height) // 2),
    ]


def _above(draft: Draft, *, is_left: bool) -> _Part:
    """All of it below each other: its picture, where there is one, above its name."""
    at, brush, view = draft.at, draft.brush, draft.view
    width, height = at.size
    column, room = at.columns - SHIFT, height - 2 * EDGE
    x = at.left if is_left else width - at.left - column
    laid = _laid(draft, column, _named(draft, column), room, spare=WANDERS)
    if view.layout != "attract" or not _has_picture(draft):
        return _Part(laid, x, 0)
    first = 1 if view.section else 0
    if picture := _picture(draft, column, room - WANDERS - laid.height - 1):
        stack = Stack(column).add(*_named(draft, column), *_told(draft, column))
        stack.items.insert(first, picture)
        return _Part(stack.laid(brush, room), x, 0)
    # Sooner fewer words than no picture.
    room -= EDGE
    for gaps in (2, 1):
        brief = Stack(column).add(*_brief(draft, column, gaps))
        # Its name has a gap above it as soon as the picture is there.
        most = room - brief.height(tight=False) - (0 if view.section else 1)
        if picture := _picture(draft, column, most):
            picture.gap = picture.least = 0
            brief.items.insert(first, picture)
            return _Part(brief.laid(brush, room), x, 0)
    return _Part(laid, x, 0)


def _brief(draft: Draft, width: int, gaps: int) -> list[Item]:
    """What matters most, in the middle, with an empty row above the name or also above what says
    to touch the screen."""
    view, brush = draft.view, draft.brush
    strong = [b.text for b in view.blocks if isinstance(b, Plain) and b.strong]
    said = [line.plain for text in strong for line in wrapped(text, width)]
    found = [_middle(brush, [view.section], width, "bold $quiet")] if view.section else []
    found += [_middle(brush, _letters(brush, view, width) or [view.title], width, "bold $accent")]
    wide = min(COLUMNS, width)
    field, left = _field_of(draft, wide), (width - wide) // 2
    right = width - wide - left
    field.rows = [[*brush.blank(left), *row, *brush.blank(right)] for row in field.rows]
    found += [_middle(brush, said, width, ""), field]
    for item in found:
        item.gap = item.least = 0
    for item in (found[-3], found[-1])[:gaps]:
        item.gap = 1
    return found


def _middle(brush: Brush, lines: Sequence[str], width: int, style: str) -> Item:
    rows = [line for text in lines for line in wrapped(text, width)]
    left = [(width - line.cell_length) // 2 for line in rows]
    said = zip(left, rows, strict=True)
    return Item([brush.line(" " * at + line.plain, width, style) for at, line in said])


def _laid(draft: Draft, width: int, named: list[Item], room: int, *, spare: int = 0) -> Laid:
    """The name and the words, in letters of blocks where they leave rows to spare."""
    stack = Stack(width).add(*named, *_told(draft, width, large=draft.at.tall))
    if stack.height(tight=True) > room - spare:
        stack = Stack(width).add(*named, *_told(draft, width))
    return stack.laid(draft.brush, room)


def _has_picture(draft: Draft) -> bool:
    return draft.kit.cell is not None and draft.view.picture in draft.kit.svgs


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


def _across(draft: Draft) -> tuple[str, ...]:
    """The name in letters that are twice as large, where the screen is; else nothing."""
    width, height = draft.at.size
    if draft.brush.fewer_signs or width < LARGE.width or height < LARGE.height:
        return ()
    drawn = letters(draft.view.title, 2, times=2)
    return drawn if drawn and len(drawn[0]) <= width - 2 * MARGIN else ()


def _named(draft: Draft, width: int) -> list[Item]:
    """Whose course it is, and its name."""
    view, brush = draft.view, draft.brush
    found = [_lines(brush, view.section, width, "bold $quiet")] if view.section else []
    return [*found, *([_title(brush, view, width)] if view.title else [])]


def _told(draft: Draft, width: int, *, large: bool = False) -> list[Item]:
    """What is said, and what says to touch the screen."""
    view, brush = draft.view, draft.brush
    found: list[Item] = []
    is_field = view.layout == "attract"
    for block in view.blocks:
        if is_field and isinstance(block, Heading):
            continue
        if isinstance(block, Box):
            found.append(warning(brush, block, width))
        elif isinstance(block, Heading) and large:
            found.append(_large(brush, block.text, width))
        else:
            found += items((block,), width, draft.numbers, draft.kit)
    return [*found, _field_of(draft, width)] if is_field else found


def _lines(brush: Brush, text: str, width: int, style: str) -> Item:
    lines = wrapped(Content.styled(text, style), width)
    return Item([brush.line(line, width) for line in lines])


def _title(brush: Brush, view: View, width: int) -> Item:
    drawn = _letters(brush, view, width)
    if drawn:
        return Item([brush.line(row, width, "$accent") for row in drawn])
    return _lines(brush, view.title, width, "bold $accent")


def _letters(brush: Brush, view: View, width: int) -> tuple[str, ...]:
    """The name in letters of blocks, as far apart as there is room for; nothing where it has no
    room."""
    for gap in (2, 1):
        drawn = () if brush.fewer_signs else letters(view.title, gap)
        if drawn and len(drawn[0]) <= width:
            return drawn
    return ()


def _large(brush: Brush, text: str, width: int) -> Item:
    """What is all there is to say, in letters of blocks where all its words have forms."""
    drawn = [] if brush.fewer_signs else in_lines(text, width)
    if not drawn:
        return _lines(brush, text, width, "bold $accent")
    return Item([brush.line(row, width, "$accent") for line in drawn for row in line])


def _field_of(draft: Draft, width: int) -> Item:
    begin = [block.text for block in draft.view.blocks if isinstance(block, Heading)]
    return Item(_field(draft.brush, begin, width, draft.at.tall))


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
