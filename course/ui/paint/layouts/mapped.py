"""Places to choose from on a picture of all of them, with their cards beside it."""

from __future__ import annotations

from math import dist

from textual.geometry import Region

from course.content.kinds.figures import Drawn
from course.ui.paint.blocks import CARD
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.figures.leads import view as fitted
from course.ui.paint.keys import rows_of
from course.ui.paint.layouts.reading import page
from course.ui.paint.placed import Placed
from course.ui.paint.stack import Item, Key, Stack
from course.ui.pixels.badges import Badge
from course.views.model import Mapped, View, signs
from course.views.press import Pick, Press

LEFT = 60
"""Parts of a hundred that the cards take."""
LEAST = 16
"""Columns of a card, at least."""
HIGH = 8
"""Rows of the picture, at least: in fewer one cannot tell the places apart."""
EDGE = 1
"""Columns of its panel on each side of it."""


def mapped(draft: Draft) -> Body:
    """The cards beside the picture where there is room for all of it, else without it."""
    view, kit = draft.view, draft.kit
    if view.mapped is not None and kit.cell is not None and view.mapped.picture in kit.svgs:
        found = _beside(draft, view.mapped, kit.cell)
        if found is not None and found.height() <= draft.most:
            return found
    return page(draft)


def _beside(draft: Draft, shown: Mapped, cell: tuple[int, int]) -> Body | None:
    """On a wide screen the text is above the cards, else above the picture."""
    view, at = draft.view, draft.at
    beside = max(at.halves(LEFT)[0], 2 * LEAST + 2)
    width = at.columns - beside - at.gutter
    drawn = draft.kit.svgs[shown.picture]
    if width <= 2 * EDGE:
        return None
    if fitted(drawn, cell, width - 2 * EDGE, HIGH).rows < HIGH:
        return None
    picture = Stack(width)
    cards = Stack(beside)
    told = cards if at.wide else picture
    told.add(*draft.items(view.blocks, told.width))
    picture.add(_panel(draft, shown, drawn, cell, width))
    faces = draft.faces(view.cards, beside=False)
    keys = rows_of(draft.brush, faces, beside, 2, 2, at.chip)
    rows = cards.height(tight=True) + sum(len(item.rows) for item in keys) + len(keys)
    for item in keys[1:]:
        item.gap = int(rows <= draft.room)
    cards.add(*keys)
    columns = (cards, picture) if at.wide else (picture, cards)
    return Body(Stack(at.columns), columns, at.gutter)


def _panel(draft: Draft, shown: Mapped, drawn: Drawn, cell: tuple[int, int], width: int) -> Item:
    """The picture in as few rows as it can have; it grows with them."""
    blank = draft.brush.blank(width, CARD)
    badges = _badges(draft.view, drawn)

    def item(rows: int) -> Item:
        seen = fitted(drawn, cell, width - 2 * EDGE, rows)
        x, y = (width - seen.columns) // 2, (rows - seen.rows) // 2
        placed = seen.placed(shown.picture, 0).moved(x, y).signed(badges)
        echoes = tuple(
            _echo(name, Region(x + seen.column(across), y + seen.row(down), 1, 1))
            for name in shown.places
            for across, down in drawn.middles[name]
        )
        return Item([blank] * rows, echoes=echoes, pictures=(placed,), whole=True)

    found = item(HIGH)
    found.grown = item
    return found


def _badges(view: View, drawn: Drawn) -> tuple[Badge, ...]:
    """The sign of each card that stands for a place, where it is furthest from all others."""
    found: list[Badge] = []
    for press, sign in signs(view).items():
        if isinstance(press, Pick) and press.id in drawn.middles:
            at = max(
                drawn.middles[press.id],
                key=lambda point: min((dist(point, each.at) for each in found), default=0),
            )
            found.append(Badge(at, sign, press.id))
    return tuple(found)


def _echo(name: str, region: Region) -> Key:
    """Takes a touch; what is pointed out there is part of the picture."""
    return Key(Pick(name), region, lambda: ())


def pointed(shown: Mapped, placed: Placed, held: Press | None) -> Placed:
    """The picture with the place that is pointed out, or else the one that was chosen."""
    if placed.name != shown.picture:
        return placed
    on = held.id if isinstance(held, Pick) and held.id in shown.places else shown.chosen
    return placed.pointed(on)
