"""A drawing with places to choose from, and their cards beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region

from course.content.kinds.figures import MapFigure
from course.content.kinds.figures import Spot as Place
from course.ui.paint.blocks import CARD, written
from course.ui.paint.body import Body
from course.ui.paint.brush import Line
from course.ui.paint.draft import Draft
from course.ui.paint.figures.drawing import draw_map, width_of
from course.ui.paint.keys import Faced, rows_of
from course.ui.paint.layouts.reading import single
from course.ui.paint.stack import Item, Key, Stack, read
from course.ui.paint.text import inline, wrapped
from course.views.model import Drawing
from course.views.press import Pick

LEAST = 16
"""Columns of a card, at least."""
HIGH = 3
"""Rows of a card."""
LEFT = 60
"""Parts of a hundred that text and cards take on a wide screen."""


def places(draft: Draft) -> Body:
    """Drawing and cards side by side at every size; a place is pointed out on both."""
    view, at, brush = draft.view, draft.at, draft.brush
    figure = next(
        (
            block.figure
            for block in view.blocks
            if isinstance(block, Drawing) and isinstance(block.figure, MapFigure)
        ),
        None,
    )
    drawn = width_of(figure, draft.kit.pictures) if figure else 0
    if figure is None or not drawn or brush.fewer_signs:
        return single(draft)
    cards = draft.faces(view.cards, beside=True)
    others = tuple(block for block in view.blocks if not isinstance(block, Drawing))
    caption = inline(figure.caption, draft.numbers)
    if at.wide:
        left, right = at.halves(LEFT)
        one = Stack(left).add(written(brush, wrapped(caption, left), left))
        one.add(*rows_of(brush, cards, left, 2, 2, at.chip), *draft.items(others, left))
        other = Stack(right).add(_panel(draft, figure, right, airy=True))
        return Body(Stack(at.columns), (one, other), at.gutter)
    width = min(drawn + 2, at.columns - at.gutter - LEAST)
    beside = at.columns - at.gutter - width
    if drawn > width:
        return single(draft)
    foot = Stack(at.columns).add(*draft.items(others, at.columns))
    if beside >= 2 * LEAST + at.gutter:
        first = Stack(width).add(_panel(draft, figure, width))
        keys = rows_of(brush, cards, beside, 2, at.gutter, at.chip)
        head = Stack(at.columns).add(written(brush, wrapped(caption, at.columns), at.columns))
        return Body(head, (first, Stack(beside).add(*keys)), at.gutter, foot=foot)
    return Body(
        Stack(at.columns), _around(draft, figure, cards, width, beside), at.gutter, foot=foot
    )


def _around(
    draft: Draft, figure: MapFigure, cards: Sequence[Faced], width: int, beside: int
) -> tuple[Stack, Stack]:
    """A column of cards beside the drawing, and below it those for which there is no room."""
    brush, at = draft.brush, draft.at
    caption = wrapped(inline(figure.caption, draft.numbers), width)
    panel = _panel(draft, figure, width)
    in_row = max((width + 1) // (LEAST + 1), 1)

    def height(count: int) -> int:
        below = -(-(len(cards) - count) // in_row)
        return max(HIGH * count, len(panel.rows) + len(caption) + HIGH * below)

    count = min(range(len(cards) + 1), key=lambda count: (height(count), -count))
    first = Stack(width).add(panel, written(brush, caption, width))
    first.items[-1].gap = first.items[-1].least = 0
    first.add(*rows_of(brush, cards[count:], width, in_row, 1, at.chip))
    second = Stack(beside).add(*rows_of(brush, cards[:count], beside, 1, 0, at.chip))
    return first, second


def _panel(draft: Draft, figure: MapFigure, width: int, *, airy: bool = False) -> Item:
    """The drawing, with what changes on it while a place is pointed out."""
    brush, pictures = draft.brush, draft.kit.pictures
    drawn = width_of(figure, pictures)
    left = (width - drawn) // 2
    margin = " " * left

    def rows(picked: str | None) -> list[Line]:
        lines = draw_map(figure, drawn, pictures, picked)
        return [brush.line(margin + line, width, CARD) for line in lines]

    def echo(spot: Place) -> Key:
        row = spot.y - 1

        def held() -> list[tuple[Region, list[Line]]]:
            return [(Region(0, row, width, 1), [rows(spot.id)[row]])]

        return Key(Pick(spot.id), Region(left + spot.x - 2, row, 3, 1), held)

    plain = rows(None)
    echoes = tuple(echo(spot) for spot in figure.spots if spot.y <= len(plain))
    filler = brush.blank(width, CARD) if airy else None
    heard = (read(Drawing(figure), len(plain)),)
    return Item(plain, echoes=echoes, whole=True, filler=filler, read=heard)
