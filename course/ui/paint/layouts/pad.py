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
from course.views.model import BigDigits, Block, Card
from course.views.press import Press

COLUMNS, GUTTER = 3, 1
WIDTHS = (16, 12)
"""Columns of a key beside what is typed, on a wide screen and on others."""
NARROW = 12
"""Columns of a key, at least, for that."""
CODE = 19
"""Columns that a code takes in plain digits."""
DIGIT = 4
"""Rows of a digit in block letters: it has nothing below the line on which it stands."""
HEIGHTS = (7, 6, 5, 4)
"""Rows of a key where there is room for that, the more the better."""
LOW_COLUMNS = 4
"""Keys in a row where the screen is low."""


def pad(draft: Draft) -> Body:
    """The keys on the right, what is said and typed on the left; or all below each other."""
    view, at = draft.view, draft.at
    said = tuple(block for block in view.blocks if not isinstance(block, BigDigits))
    codes = [block for block in view.blocks if isinstance(block, BigDigits)]
    beside = (at.columns - at.gutter - CODE - GUTTER * (COLUMNS - 1)) // COLUMNS
    wide = min(WIDTHS[0] if at.wide else WIDTHS[1], beside)
    if not at.low and wide >= NARROW:
        right = wide * COLUMNS + GUTTER * (COLUMNS - 1)
        left = at.columns - right - at.gutter
        rows = -(-len(view.cards) // COLUMNS)
        high = next((each for each in HEIGHTS if each * rows <= draft.room), BUTTON)
        keys = Stack(right).add(*_keys(draft.brush, view.cards, wide, COLUMNS, right, high))
        first = Stack(left).add(*draft.items(said, left))
        first.add(*(_typed(draft.brush, code, left) for code in codes))
        return Body(Stack(at.columns), (first, keys), at.gutter)
    if not at.low:
        body = _below(draft, said, codes, COLUMNS, large=True)
        if body.height() <= draft.most:
            return body
        body = _below(draft, said, codes, COLUMNS)
        if body.height() <= draft.room:
            return body
    return _below(draft, said, codes, LOW_COLUMNS)


def _below(
    draft: Draft,
    said: tuple[Block, ...],
    codes: list[BigDigits],
    columns: int,
    *,
    large: bool = False,
) -> Body:
    """All below each other, with so many keys in a row as wide as the screen; what is typed may be
    `large`."""
    brush, room = draft.brush, draft.at.columns
    wide = (room - GUTTER * (columns - 1)) // columns
    stack = Stack(room).add(*draft.items(said, room))
    for code in codes:
        typed = _typed(brush, code, room) if large else Item(_written(brush, code, room), least=0)
        typed.gap = 0
        stack.add(typed)
    return Body(stack.add(*_keys(brush, draft.view.cards, wide, columns, room)))


def _typed(brush: Brush, code: BigDigits, width: int) -> Item:
    """The digits so far, in one row: in block letters where they fit into it."""
    drawn = () if brush.fewer_signs else letters(code.digits)[:DIGIT]
    if not drawn or len(drawn[0]) > width:
        return Item(_written(brush, code, width), gap=1, least=0)
    rows = [brush.line(row, width, "bold $accent") for row in drawn]
    if code.at is not None:
        # A letter ends where the text up to it does.
        end = len(letters(code.digits[: code.at + 1])[0])
        rows.append(_pointed(brush, end - len(letters(code.digits[code.at])[0]) // 2 - 1, width))
    return Item(rows, gap=1, least=0)


def _written(brush: Brush, code: BigDigits, width: int) -> list[Line]:
    """The digits so far in plain ones; below them a sign at the one that is looked at."""
    rows = [brush.line(_plain(code.digits), width, "bold $accent")]
    if code.at is not None:
        rows.append(_pointed(brush, len(_plain(code.digits[: code.at + 1])) - 1, width))
    return rows


def _pointed(brush: Brush, column: int, width: int) -> Line:
    return brush.line(" " * column + ("^" if brush.fewer_signs else "▲"), width, "bold $accent")


def _plain(code: str) -> str:
    return "  ".join(" ".join(group) for group in code.split())


def _keys(
    brush: Brush,
    cards: tuple[Card, ...],
    wide: int,
    columns: int,
    width: int,
    high: int = BUTTON,
) -> list[Item]:
    found: list[Item] = []
    for start in range(0, len(cards), columns):
        rows: list[Line] = [[] for _ in range(high)]
        keys = []
        for number, card in enumerate(cards[start : start + columns]):
            region = Region(number * (wide + GUTTER), 0, wide, high)
            keys.append(_key(brush, card.press, card.text, region))
            drawn = solid(brush, card.text, wide, held=False, height=high)
            for row, cells in zip(rows, drawn, strict=True):
                row += [*(brush.blank(GUTTER) if number else []), *cells]
        used = len(keys) * (wide + GUTTER) - GUTTER
        lines = [row + brush.blank(width - used) for row in rows]
        found.append(Item(lines, tuple(keys), gap=0, least=0, whole=True))
    return found


def _key(brush: Brush, press: Press, text: str, region: Region) -> Key:
    def held() -> list[tuple[Region, list[Line]]]:
        return [(region, solid(brush, text, region.width, held=True, height=region.height))]

    return Key(press, region, held)
