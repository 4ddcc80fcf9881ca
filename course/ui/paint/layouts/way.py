"""The way: its parts in two columns of four, or in rows of four where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs
from textual.geometry import Region

from course.ui.paint.body import Body
from course.ui.paint.brush import Brush, Line
from course.ui.paint.card import Face, rows_at
from course.ui.paint.draft import Draft
from course.ui.paint.grid import Grid
from course.ui.paint.keys import Faced, column, key
from course.ui.paint.placed import Placed
from course.ui.paint.stack import Item, Stack
from course.views.model import SIGNS
from course.views.press import Press, Spot

PARTS = 4
"""Of the eight parts that a course may have, so many stand in a row."""
PICTURE = 3
"""Rows of the picture of a part, at least."""
HEIGHTS = (9, 8, 7, 6, 5, 4)
"""Rows of a part on a wide screen, the more the better."""
WITH_PICTURES = (16, 15, 14, 13, 12, 11, 10, *HEIGHTS)
"""Rows of a part that has a picture."""
BEHIND = ("done", "here")


def way(draft: Draft) -> Body:
    """Every part with what is done, where the person is, and how long each takes."""
    view, at, brush = draft.view, draft.at, draft.brush
    cards = _joined(draft.faces(view.cards, beside=not at.wide), at)
    stack = Stack(at.columns).add(*draft.items(view.blocks, at.columns))
    if at.wide:
        return Body(stack.add(*_in_rows(draft, cards, stack.height(tight=True))))
    half = -(-len(cards) // 2) if len(cards) > PARTS else len(cards)
    left, right = at.halves()
    first = Stack(left).add(*column(brush, cards[:half], left, at.chip))
    second = Stack(right).add(*column(brush, cards[half:], right, at.chip))
    stop = next((tool for tool in view.tools if tool.spot is Spot.STOP), None)
    foot = Stack(at.columns)
    if stop is not None:
        faced = (stop.press, Face(SIGNS[Spot.STOP], stop.label))
        if second.height(tight=True) < first.height(tight=True):
            second.add(*column(brush, [faced], right, at.chip))
        else:
            foot.add(*column(brush, [faced], at.columns, at.chip))
    links = Stack(at.gutter).add(*_around(brush, first, second, half < len(cards)))
    return Body(stack, (first, links, second), 0, foot=foot)


def _joined(cards: list[Faced], at: Grid) -> list[Faced]:
    """The parts that are done grow together to one stripe."""
    if at.wide:
        return cards
    marks = [face.mark for _, face in cards]
    return [
        (press, structs.replace(face, joined=face.mark in BEHIND and before == "done"))
        for (press, face), before in zip(cards, ["", *marks], strict=False)
    ]


def _around(brush: Brush, first: Stack, second: Stack, has_second: bool) -> list[Item]:
    """A line in the gutter from the last part on the left to the first one on the right."""
    if not has_second:
        return []
    start, end = _label(second, 0), _label(first, len(first.items) - 1)
    rows = [brush.line("", 2) for _ in range(start)]
    rows.append(brush.line("╭─", 2, "$quiet"))
    rows += [brush.line("│", 2, "$quiet") for _ in range(start + 1, end)]
    rows.append(brush.line("╯", 2, "$quiet"))
    return [Item(rows, least=0)]


def _label(stack: Stack, number: int) -> int:
    """The row of a card's label, where none has a gap above."""
    return sum(len(item.rows) for item in stack.items[:number]) + 1


def _in_rows(draft: Draft, cards: Sequence[Faced], above: int) -> list[Item]:
    at, brush = draft.at, draft.brush
    rows = [cards[start : start + PARTS] for start in range(0, len(cards), PARTS)]
    wide = (at.columns - at.gutter * (PARTS - 1)) // PARTS
    room = draft.room - above - 1 - (len(rows) - 1)
    heights = WITH_PICTURES if any(map(_shown(draft).get, dict(cards))) else HEIGHTS
    high = next((high for high in heights if high * len(rows) <= room), HEIGHTS[-1])
    found: list[Item] = []
    for number, row in enumerate(rows):
        if number:
            found.append(Item([_between(brush, wide, at)], gap=0, least=0))
        shown = _pictures(draft, row, wide, high)
        item = _row(
            brush, row, wide, high, at, above=max((each.region.bottom for each in shown), default=0)
        )
        item.pictures = tuple(shown)
        item.gap = item.least = 0 if number else 1
        found.append(item)
    return found


def _shown(draft: Draft) -> dict[Press, str]:
    """The pictures of the parts that have one which is drawn here."""
    svgs = draft.kit.svgs
    return {card.press: card.picture for card in draft.view.cards if card.picture in svgs}


def _pictures(draft: Draft, cards: Sequence[Faced], wide: int, high: int) -> list[Placed]:
    """The picture of each part above its words; none where one of them has no room for that."""
    at, kit = draft.at, draft.kit
    named = _shown(draft)
    most = high - max(rows_at(face, wide, at.chip) for _, face in cards)
    if kit.cell is None or most < PICTURE or not all(press in named for press, _ in cards):
        return []
    # Where there are pictures: not on the way to the first screen.
    from course.ui.paint.figures.leads import view

    room = wide - at.chip - 2
    found = []
    for number, (press, _) in enumerate(cards):
        seen = view(kit.svgs[named[press]], kit.cell, room, most)
        x = number * (wide + at.gutter) + at.chip + 1 + (room - seen.columns) // 2
        found.append(seen.placed(named[press], 0).moved(x, 1 + (most - seen.rows)))
    return found


def _row(
    brush: Brush, cards: Sequence[Faced], wide: int, high: int, at: Grid, *, above: int = 0
) -> Item:
    """A row of cards; the words stand below the row `above`, or in the middle if that is 0."""
    lines: list[Line] = [[] for _ in range(high)]
    keys = []
    # The numbers of a row stand in one line, however long the words beside them are.
    first = above - 1 if above else (high - max(rows_at(f, wide, at.chip) for _, f in cards)) // 2
    for number, faced in enumerate(cards):
        region = Region(number * (wide + at.gutter), 0, wide, high)
        drawn, one = key(brush, faced, region, at.chip, first)
        keys.append(one)
        for row, (line, cells) in enumerate(zip(lines, drawn, strict=True)):
            line += cells
            if number == len(cards) - 1:
                line += brush.blank(at.columns - region.right)
            elif row == high // 2:
                is_behind = faced[1].mark == "done"
                sign, ink = ("▄", "$accent") if is_behind else ("─", "$quiet")
                line.append(brush.cells(sign * at.gutter, ink))
            else:
                line += brush.blank(at.gutter)
    return Item(lines, tuple(keys), whole=True)


def _between(brush: Brush, wide: int, at: Grid) -> Line:
    """The line from the last part of a row to the first one of the next."""
    start, end = at.chip // 2, (wide + at.gutter) * (PARTS - 1) + (at.chip + wide) // 2
    text = " " * start + "╭" + "─" * (end - start - 1) + "╯"
    return brush.line(text, at.columns, "$quiet")
