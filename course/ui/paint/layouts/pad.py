"""A pad of digits, with what is typed so far."""

from __future__ import annotations

from textual.geometry import Region

from course.ui.paint.bar import solid
from course.ui.paint.body import Body
from course.ui.paint.brush import Brush, Line
from course.ui.paint.draft import Draft
from course.ui.paint.grid import BUTTON
from course.ui.paint.letters import letters
from course.ui.paint.stack import Item, Key, Stack
from course.views.model import BigDigits, Card
from course.views.press import Press

COLUMNS, GUTTER = 3, 1
WIDTHS = (16, 12)
"""Columns of a key on a wide screen, and on others."""
DIGIT = 4
"""Rows of a digit in block letters: it has nothing below the line on which it stands."""
LOW_COLUMNS = 4
"""Keys in a row where the screen is low."""


def pad(draft: Draft) -> Body:
    """The keys on the right, what is said and typed on the left; or all below each other."""
    view, at, brush = draft.view, draft.at, draft.brush
    said = tuple(block for block in view.blocks if not isinstance(block, BigDigits))
    codes = [block.digits for block in view.blocks if isinstance(block, BigDigits)]
    if at.low:
        wide = (at.columns - GUTTER * (LOW_COLUMNS - 1)) // LOW_COLUMNS
        stack = Stack(at.columns).add(*draft.items(said, at.columns))
        for code in codes:
            row = brush.line("  ".join(" ".join(group) for group in code.split()), at.columns)
            stack.add(Item([row], gap=0, least=0))
        return Body(stack.add(*_keys(brush, view.cards, wide, LOW_COLUMNS, at.columns)))
    wide = WIDTHS[0] if at.wide else WIDTHS[1]
    right = wide * COLUMNS + GUTTER * (COLUMNS - 1)
    left = at.columns - right - at.gutter
    keys = Stack(right).add(*_keys(brush, view.cards, wide, COLUMNS, right))
    typed = [_typed(brush, code, left) for code in codes]
    beside = all(len(item.rows) <= draft.room // 2 for item in typed)
    first = Stack(left)
    head = Stack(at.columns)
    (first if beside else head).add(*draft.items(said, left if beside else at.columns))
    return Body(head, (first.add(*typed), keys), at.gutter)


def _typed(brush: Brush, code: str, width: int) -> Item:
    """The digits so far in block letters, in one row or each group in its own."""
    groups = code.split()
    drawn = [letters(code)]
    if brush.fewer_signs or not drawn[0]:
        drawn = [(" ".join(group),) for group in groups]
    elif len(drawn[0][0]) > width:
        drawn = [letters(group) for group in groups]
    rows = [brush.line(row, width, "bold $accent") for each in drawn for row in each[:DIGIT]]
    return Item(rows, gap=1, least=0)


def _keys(brush: Brush, cards: tuple[Card, ...], wide: int, columns: int, width: int) -> list[Item]:
    found: list[Item] = []
    for start in range(0, len(cards), columns):
        rows: list[Line] = [[], [], []]
        keys = []
        for number, card in enumerate(cards[start : start + columns]):
            region = Region(number * (wide + GUTTER), 0, wide, BUTTON)
            keys.append(_key(brush, card.press, card.text, region))
            drawn = solid(brush, card.text, wide, held=False)
            for row, cells in zip(rows, drawn, strict=True):
                row += [*(brush.blank(GUTTER) if number else []), *cells]
        used = len(keys) * (wide + GUTTER) - GUTTER
        lines = [row + brush.blank(width - used) for row in rows]
        found.append(Item(lines, tuple(keys), gap=0, least=0, whole=True))
    return found


def _key(brush: Brush, press: Press, text: str, region: Region) -> Key:
    def held() -> list[tuple[Region, list[Line]]]:
        return [(region, solid(brush, text, region.width, held=True))]

    return Key(press, region, held)
