"""Cards as items: below each other, or beside each other in rows of equal cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs
from textual.geometry import Region

from course.ui.paint.brush import Brush, Line
from course.ui.paint.card import Face, draw, rows_at
from course.ui.paint.grid import Grid
from course.ui.paint.stack import Item, Key
from course.views.model import Card, View, signs
from course.views.press import Press

Faced = tuple[Press, Face]
HIGH = 4
"""Rows of a card that may stand beside another one, at most."""
LEAST, LARGE, HUGE = 3, 5, 7
"""Rows of a card with one row of words, of one that is easier to hit, and of one where the screen
would be empty else."""
ROOMY = 23
"""Rows from which on a body without large things in it would leave a large screen empty."""


def faces(cards: Iterable[Card], known: Mapping[Press, str], *, beside: bool) -> list[Faced]:
    """What each card says, with its sign among those known; `beside` as of a face."""
    return [
        (
            card.press,
            Face(
                known.get(card.press, ""),
                card.text,
                card.status,
                card.mark,
                card.ticks,
                beside,
                about=card.about,
            ),
        )
        for card in cards
    ]


def languages(view: View) -> list[Faced]:
    """The languages to choose from; that of now is only shown."""
    found = faces(view.languages, signs(view), beside=False)
    return [(press, structs.replace(face, in_use=face.mark == "done")) for press, face in found]


def key(
    brush: Brush, faced: Faced, region: Region, chip: int, first: int | None = None
) -> tuple[list[Line], Key]:
    """The rows of a card, and the key that it is; `first` as when it is drawn."""
    press, face = faced
    width, height = region.size

    def held() -> list[tuple[Region, list[Line]]]:
        return [(region, draw(brush, face, width, height, chip, True, first))]

    return draw(brush, face, width, height, chip, False, first), Key(press, region, held)


def column(brush: Brush, cards: Sequence[Faced], width: int, chip: int) -> list[Item]:
    """A card an item, each as high as its text."""
    return rows_of(brush, cards, width, 1, 0, chip)


def larger(brush: Brush, cards: Sequence[Faced], width: int, chip: int, room: int) -> list[Item]:
    """A card an item, all larger where `room` rows are enough for that."""
    highest, count = max((rows_at(face, width, chip) for _, face in cards), default=0), len(cards)
    high = LARGE if highest == LEAST and LARGE * count <= room else 0
    if room >= ROOMY and highest <= LARGE and (HUGE + 1) * count - 1 <= room:
        high = HUGE
    return rows_of(brush, cards, width, 1, 0, chip, height=high)


def spread(brush: Brush, cards: Sequence[Faced], width: int, chip: int, room: int) -> list[Item]:
    """A card an item, larger or else with a row between any two, where there is room for that."""
    found = larger(brush, cards, width, chip, room)
    rows = sum(len(item.rows) for item in found)
    has_room = rows + len(found) - 1 <= room
    for item in found[1:]:
        item.gap = int(has_room and (len(item.rows) < LARGE or room >= ROOMY))
    return found


def in_pairs(brush: Brush, cards: Sequence[Faced], at: Grid) -> list[Item]:
    """Two cards in a row where both are short, in the order in which they are read."""
    half = at.halves()[0]
    found: list[Item] = []
    while cards:
        pair = cards[:2]
        is_pair = len(pair) == 2 and all(rows_at(face, half, at.chip) <= HIGH for _, face in pair)
        count = 2 if is_pair else 1
        found += rows_of(brush, cards[:count], at.columns, count, at.gutter, at.chip)
        cards = cards[count:]
    for item in found[1:]:
        item.gap = 0
    return found


def rows_of(
    brush: Brush,
    cards: Sequence[Faced],
    width: int,
    columns: int,
    gutter: int,
    chip: int,
    *,
    height: int = 0,
    downward: bool = False,
) -> list[Item]:
    """Rows of cards of one width; each row is as high as its highest card, and `height` at least.

    `downward`: the second card stands below the first one, not beside it.
    """
    wide = (width - gutter * (columns - 1)) // columns
    count = -(-len(cards) // columns)
    found: list[Item] = []
    for row in range(count):
        if downward:
            here = [cards[at] for at in range(row, len(cards), count)]
        else:
            here = list(cards[row * columns : (row + 1) * columns])
        high = max(height, *(rows_at(face, wide, chip) for _, face in here))
        lines: list[Line] = [[] for _ in range(high)]
        keys = []
        for number, faced in enumerate(here):
            region = Region(number * (wide + gutter), 0, wide, high)
            drawn, one = key(brush, faced, region, chip)
            keys += [] if faced[1].in_use else [one]
            for line, cells in zip(lines, drawn, strict=True):
                line += [*(brush.blank(gutter) if number else []), *cells]
        used = len(here) * (wide + gutter) - gutter
        lines = [line + brush.blank(width - used) for line in lines]
        first = not found
        found.append(Item(lines, tuple(keys), gap=1 if first else 0, least=0, whole=True))
    return found
