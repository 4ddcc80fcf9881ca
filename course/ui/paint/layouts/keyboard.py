"""Keys to type with, as large as there is room for, and what is typed so far above them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region

from course.ui.paint.bar import solid
from course.ui.paint.body import Body
from course.ui.paint.brush import Brush, Line
from course.ui.paint.draft import Draft
from course.ui.paint.grid import BUTTON
from course.ui.paint.stack import Item, Key, Stack
from course.views.model import Card
from course.views.press import Press

IN_ROW, LEAST = 10, 4
"""Keys of a letter in a row, where each can have so many columns."""
BELOW = 4
"""Keys in the last row, which are wider: other keys, the space, one letter less, done."""
GUTTER = 1
HEIGHTS = (5, 4)
"""Rows of a key where there is room for that, the more the better."""
SAID = 3
"""Rows that what is typed takes, at most."""


def keyboard(draft: Draft) -> Body:
    """What is typed so far, and below it the keys in their rows."""
    view, at = draft.view, draft.at
    letters, below = view.cards[:-BELOW], view.cards[-BELOW:]
    in_row = min(IN_ROW, (at.columns + GUTTER) // (LEAST + GUTTER))
    rows = [letters[start : start + in_row] for start in range(0, len(letters), in_row)]
    count = len(rows) + 1
    high = next((each for each in HEIGHTS if each * count + SAID <= draft.room), BUTTON)
    said = draft.items(view.blocks, at.columns)
    left = draft.most - high * count
    if left > 0:
        _keep_the_end(said, left)
    stack = Stack(at.columns).add(*said)
    for row, columns in (*((each, in_row) for each in rows), (below, BELOW)):
        stack.add(_row(draft.brush, row, columns, at.columns, high))
    return Body(stack)


def _keep_the_end(said: Sequence[Item], most: int) -> None:
    """Of a long text the last rows stay in sight: the keys are needed more than how it begins."""
    for item in said:
        item.rows = item.rows[-most:]
        seen = Region(0, 0, 1, len(item.rows))
        item.read = tuple((passage, seen) for passage, _ in item.read)


def _row(brush: Brush, cards: Sequence[Card], columns: int, width: int, high: int) -> Item:
    """Keys beside each other, in the middle of the screen."""
    wide = (width - GUTTER * (columns - 1)) // columns
    left = (width - len(cards) * (wide + GUTTER) + GUTTER) // 2
    rows: list[Line] = [brush.blank(left) for _ in range(high)]
    keys = []
    for number, card in enumerate(cards):
        region = Region(left + number * (wide + GUTTER), 0, wide, high)
        keys.append(_key(brush, card.press, card.text, region))
        drawn = solid(brush, card.text, wide, held=False, height=high)
        for row, cells in zip(rows, drawn, strict=True):
            row += [*(brush.blank(GUTTER) if number else []), *cells]
    used = left + len(cards) * (wide + GUTTER) - GUTTER
    lines = [row + brush.blank(width - used) for row in rows]
    return Item(lines, tuple(keys), gap=0, least=0, whole=True)


def _key(brush: Brush, press: Press, text: str, region: Region) -> Key:
    def held() -> list[tuple[Region, list[Line]]]:
        return [(region, solid(brush, text, region.width, held=True, height=region.height))]

    return Key(press, region, held)
