"""Pages that are read: on a wide screen in two columns, with a figure or cards beside the text."""

from __future__ import annotations

from course.ui.paint.blocks import items
from course.ui.paint.body import Body
from course.ui.paint.grid import Grid
from course.ui.paint.keys import column, faces
from course.ui.paint.kit import Kit
from course.ui.paint.stack import Stack
from course.ui.paint.text import Numbering
from course.views.model import Block, Drawing, Text, View, signs


def page(view: View, grid: Grid, kit: Kit, numbers: Numbering) -> Body:
    """A text, and its figure, what is beside the text or its cards in a column of their own."""
    if grid.wide:
        for aside in (_figures, _others):
            first = [block for block in view.blocks if not aside(block)]
            second = [block for block in view.blocks if aside(block)]
            if first and (second or view.cards):
                return _two(view, grid, kit, numbers, first, second)
    return single(view, grid, kit, numbers)


def _figures(block: Block) -> bool:
    return isinstance(block, Drawing)


def _others(block: Block) -> bool:
    return not isinstance(block, Text)


def _two(
    view: View,
    grid: Grid,
    kit: Kit,
    numbers: Numbering,
    first: list[Block],
    second: list[Block],
) -> Body:
    left, right = grid.halves(48)
    one, other = Stack(left), Stack(right)
    one.add(*items(first, left, numbers, kit, airy=True))
    other.add(*items(second, right, numbers, kit, airy=True))
    other.add(*column(kit.brush, faces(view.cards, signs(view), beside=True), right, grid.chip))
    return Body(Stack(grid.columns), (one, other), grid.gutter)


def single(view: View, grid: Grid, kit: Kit, numbers: Numbering) -> Body:
    """All of it in one column."""
    stack = Stack(grid.columns).add(*items(view.blocks, grid.columns, numbers, kit))
    cards = faces(view.cards, signs(view), beside=True)
    stack.add(*column(kit.brush, cards, grid.columns, grid.chip))
    return Body(stack)
