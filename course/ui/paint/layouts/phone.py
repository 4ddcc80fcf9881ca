"""A code for the camera of a phone, as large as there is room for, beside what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual.geometry import Region, Size

from course.handout.phone import Square as Code
from course.handout.phone import half_blocks, square
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.grid import Grid, grid
from course.ui.paint.kit import Kit
from course.ui.paint.placed import Placed
from course.ui.paint.stack import Item, Stack
from course.views.model import Heading, Plain, Square

Cell = tuple[int, int]
NAME = "code"
"""By what a code is known among the pictures."""
TEXT = 20
"""Columns of the words beside it, at least."""
PART = 7
"""So many modules are not higher than a row of text, which somebody can read: a camera that is held
as near can as well."""
HALVES = 2
"""Modules in a cell of half blocks, one above the other."""


def code_room(size: Size, kit: Kit) -> int:
    """How many modules a code may have on each side of it on a screen, its quiet zone included."""
    columns, rows = _room(grid(size))
    if kit.shows(NAME) and kit.cell is not None:
        wide, high = kit.cell
        return max(min(columns * wide, rows * high) // least(kit.cell), 0)
    return 0 if kit.brush.fewer_signs else max(min(columns, rows * HALVES), 0)


def least(cell: Cell) -> int:
    """Pixels of a module, at least."""
    return -(-cell[1] // PART)


def phone(draft: Draft) -> Body:
    """The words on the left, the code on the right; where it cannot be drawn, what it is of and
    what to do instead."""
    view, at = draft.view, draft.at
    codes = [block for block in view.blocks if isinstance(block, Square)]
    drawn = [item for each in codes if (item := _code(draft, each)) is not None]
    if len(drawn) < len(codes):
        names = (block for block in view.blocks if isinstance(block, Heading))
        instead = (Plain(each.instead) for each in codes)
        return Body(Stack(at.columns).add(*draft.items((*names, *instead), at.columns)))
    wide = max((len_of(item) for item in drawn), default=0)
    left = at.columns - at.gutter - wide
    words = tuple(block for block in view.blocks if not isinstance(block, Square))
    first = Stack(left).add(*draft.items(words, left))
    return Body(Stack(at.columns), (first, Stack(wide).add(*drawn)), at.gutter)


def len_of(item: Item) -> int:
    """Columns of an item."""
    return sum(segment.cell_length for segment in item.rows[0]) if item.rows else 0


def _room(at: Grid) -> Cell:
    """Columns and rows for a code, below what stands on top of every page."""
    return at.columns - at.gutter - TEXT, at.bottom - at.header - 2


def _code(draft: Draft, block: Square) -> Item | None:
    code, kit, brush = square(block.text), draft.kit, draft.brush
    columns, rows = _room(draft.at)
    if kit.shows(NAME) and kit.cell is not None:
        found = _picture(draft, code, kit.cell, (columns, rows))
        if found is not None:
            return found
    lines = half_blocks(code)
    if brush.fewer_signs or len(lines) > rows or len(code) > columns:
        return None
    return Item([[brush.for_camera(line)] for line in lines], whole=True)


def _picture(draft: Draft, code: Code, cell: Cell, room: Cell) -> Item | None:
    """The code in pixels, each module of as many; None where it would be too small."""
    (wide, high), count = cell, len(code)
    pixels = min(room[0] * wide, room[1] * high) // count
    if pixels < least(cell):
        return None
    side = count * pixels
    columns, rows = -(-side // wide), -(-side // high)
    size = columns * wide, rows * high
    region, box = Region(0, 0, columns, rows), (0, 0, *size)
    placed = Placed(NAME, region, box, svg=svg(code, pixels, size))
    blank = [draft.brush.for_camera(" " * columns)]
    return Item([blank] * rows, pictures=(placed,), whole=True)


def svg(code: Sequence[Sequence[bool]], pixels: int, size: Cell) -> str:
    """The code as a drawing of so many pixels, each module of `pixels` on each side; it stands in
    the middle, and all around it is light."""
    x, y = ((side - len(code) * pixels) // 2 for side in size)
    runs = []
    for row, modules in enumerate(code):
        column = 0
        for is_dark, run in groupby(modules):
            count = len(list(run))
            if is_dark:
                left, top, long = x + column * pixels, y + row * pixels, count * pixels
                runs.append(f"M{left} {top}h{long}v{pixels}h-{long}z")
            column += count
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}">'
        f'<path fill="#ffffff" d="M0 0h{size[0]}v{size[1]}h-{size[0]}z"/>'
        f'<path fill="#000000" shape-rendering="crispEdges" d="{"".join(runs)}"/></svg>'
    )
