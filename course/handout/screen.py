"""A page to take along on the screen: told on as many views as it takes on a small one."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from course.content import own_pictures, prose
from course.handout.model import TICKED
from course.views.citations import cited
from course.views.model import Advice, Block, Card, Heading, Note, Noticed, Plain, Text, View
from course.views.paging import ROWS, evenly
from course.views.press import Go, Spot
from course.views.signs import BAND, MOST, SIGN

if TYPE_CHECKING:
    from course.handout.model import Band, Group, Handout, Item, Part
    from course.views.context import Context

_CELLS = 48
"""Cells by which rows are counted: fewer than the smallest screen has. Rather one view more than
words that are cut."""
_HEADING, _GAP, _CARD = 2, 1, 3
"""Rows of a heading with the empty one below it, of what stands between two blocks, and of a card.
"""


def views(handout: Handout, context: Context, cards: tuple[Card, ...] = ()) -> tuple[View, ...]:
    """The whole page, one view after the other; the cards stand on the last one."""
    packed = _packed(handout, context)
    if cards:
        packed.make_room(_CARD * len(cards))
    told = packed.views
    return tuple(
        View(
            layout="list" if cards and at == len(told) else "finish",
            section=context.course.title,
            said=context.words("top.step", step=at, of=len(told)),
            step=(at, len(told)),
            title=handout.title,
            blocks=blocks,
            cards=cards if at == len(told) else (),
            help="take",
            tools=context.tools(*((Spot.SOURCES,) if cited(blocks) else ())),
            cites=cited(blocks),
            back=context.button(Spot.BACK),
            next=context.button(Spot.NEXT, "return" if at == len(told) else "next"),
        )
        for at, blocks in enumerate(told, start=1)
    )


def consent_view(context: Context) -> View:
    """The question whether the staff may see a visit, before anything of it is shown."""
    words = context.words
    return View(
        layout="list",
        section=context.course.title,
        title=words("slip.consent"),
        blocks=(Plain(words("slip.what")),),
        cards=(
            Card(Go(Spot.KEEP), words("slip.no")),
            Card(Go(Spot.OK), words("slip.yes")),
        ),
        help="staff",
        tools=context.tools(),
        back=context.button(Spot.BACK),
        picture=own_pictures.TALK,
    )


def _packed(handout: Handout, context: Context) -> _Packed:
    """The blocks of a page, shared out on views."""
    packed = _Packed()
    for band in handout.bands:
        for group in band.groups:
            for signs in evenly(group.signs, MOST):
                told = _advice(band, group, tuple(signs), context)
                # As they are counted at the end of the course.
                more = _rows(told.more) if told.more else 0
                packed.add(told, max(BAND, 1 + more) + SIGN * len(signs))
    if handout.unsure:
        packed.add(Plain(handout.unsure, strong=True), _rows(handout.unsure))
    packed.make_room(sum(_rows(said) + _GAP for said in handout.under))
    for said in handout.under:
        packed.add(Plain(said), _rows(said))
    for said in handout.foot:
        packed.add(Plain(said), _rows(said))
    for part in handout.parts:
        packed.part(part, context)
    return packed


def _advice(band: Band, group: Group, signs: tuple[str, ...], context: Context) -> Advice:
    after = f"{group.after}." if group.after else ""
    return Advice(
        level=band.level,
        text=band.text,
        number=context.emergency_number if band.level == "emergency" else "",
        more=" ".join(filter(None, (band.more, after))),
        signs=tuple(Noticed(prose.verbatim(sign)) for sign in signs),
    )


class _Packed:
    """Blocks in their order, as many on a view as it has rows for."""

    def __init__(self) -> None:
        self.views: list[tuple[Block, ...]] = []
        self._left = 0

    def make_room(self, rows: int) -> None:
        """Begin another view, unless the last one has so many rows left."""
        if not self.views or self._left < rows:
            self.views.append(())
            self._left = ROWS

    def add(self, block: Block, rows: int) -> None:
        """One block more, on a view that has room for it."""
        self.make_room(rows)
        self.views[-1] = (*self.views[-1], block)
        self._left -= rows + _GAP

    def part(self, part: Part, context: Context) -> None:
        """A part, its title above those of its items that stand on a view."""
        items = list(part.items)
        while items:
            self.make_room(_HEADING + _rows_of(items[0], context))
            room = self._left - _HEADING
            some = [items.pop(0)]
            while items and sum(_rows_of(each, context) for each in (*some, items[0])) <= room:
                some.append(items.pop(0))
            blocks = tuple(_blocks(some, context))
            self.views[-1] = (*self.views[-1], Heading(part.title), *blocks)
            self._left = room - sum(_rows_of(each, context) for each in some) - _GAP


def _blocks(items: list[Item], context: Context) -> Iterator[Block]:
    """Items with a lead, each for itself; the others as one list."""
    bullets = tuple(
        item.inlines or prose.verbatim(_said(item, context)) for item in items if not item.lead
    )
    for item in items:
        if item.lead:
            yield Note(item.lead, item.inlines or prose.verbatim(item.text))
    if bullets:
        yield Text(prose.Prose((prose.Bullets(bullets, ordered=False),)))


def _said(item: Item, context: Context) -> str:
    """The words of an item; those of a ticked one say so."""
    if item.mark != TICKED:
        return item.text
    return f"{item.text} ({context.words('listen.picked')})"


def _rows_of(item: Item, context: Context) -> int:
    if item.lead:
        return _rows(f"{item.lead} {item.text}") + _GAP
    return _rows(_said(item, context))


def _rows(text: str) -> int:
    return len(wrap(text, _CELLS))
