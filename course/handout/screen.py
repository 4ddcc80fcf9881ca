"""A page to take along on the screen: told on as many views as it takes on a small one."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from course.content import prose
from course.handout.model import TICKED
from course.views.model import Advice, Block, Card, Heading, Note, Noticed, Plain, Text, View
from course.views.paging import ROWS, evenly
from course.views.press import Go, Spot

if TYPE_CHECKING:
    from course.handout.model import Band, Group, Handout, Item, Part
    from course.views.context import Context

_CELLS = 48
"""Cells by which rows are counted: fewer than the smallest screen has. Rather one view more than
words that are cut."""
_MOST = 3
"""Danger signs on a view, at most: they stand below what to do and after which shots."""
_HEADING, _GAP = 2, 1
"""Rows of a heading with the empty one below it, and the empty row between two blocks."""


def views(handout: Handout, context: Context, cards: tuple[Card, ...] = ()) -> tuple[View, ...]:
    """The whole page, one view after the other; the cards stand on the last one."""
    told = list(_told(handout, context))
    if cards:
        told.append(())
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
            tools=context.tools(),
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
    )


def _told(handout: Handout, context: Context) -> Iterator[tuple[Block, ...]]:
    """The blocks of one view after the other."""
    for band in handout.bands:
        for group in band.groups:
            for signs in evenly(group.signs, _MOST):
                yield (_advice(band, group, tuple(signs)),)
    packed = _Packed()
    for said in handout.under:
        packed.add(Plain(said), _rows(said))
    for part in handout.parts:
        packed.part(part, context)
    for said in (handout.unsure, *handout.foot):
        if said:
            packed.add(Plain(said), _rows(said))
    yield from packed.views


def _advice(band: Band, group: Group, signs: tuple[str, ...]) -> Advice:
    after = f"{group.after}." if group.after else ""
    return Advice(
        level=band.level,
        text=band.text,
        more=" ".join(filter(None, (band.more, after))),
        signs=tuple(Noticed(prose.verbatim(sign)) for sign in signs),
    )


class _Packed:
    """Blocks in their order, as many on a view as it has rows for."""

    def __init__(self) -> None:
        self.views: list[tuple[Block, ...]] = []
        self._left = 0

    def add(self, block: Block, rows: int) -> None:
        """One block more, on a view that has room for it."""
        if self._left < rows + _GAP:
            self.views.append(())
            self._left = ROWS
        self.views[-1] = (*self.views[-1], block)
        self._left -= rows + _GAP

    def part(self, part: Part, context: Context) -> None:
        """A part, its title above those of its items that stand on a view."""
        items = list(part.items)
        while items:
            room = self._left - _HEADING
            if room < _rows_of(items[0], context):
                self.views.append(())
                self._left = ROWS
                room = ROWS - _HEADING
            some = [items.pop(0)]
            while items and sum(_rows_of(each, context) for each in (*some, items[0])) <= room:
                some.append(items.pop(0))
            blocks = tuple(_blocks(some, context))
            self.views[-1] = (*self.views[-1], Heading(part.title), *blocks)
            self._left = room - sum(_rows_of(each, context) for each in some) - _GAP


def _blocks(items: list[Item], context: Context) -> Iterator[Block]:
    """Items with a lead, each for itself; the others as one list."""
    bullets = [_said(item, context) for item in items if not item.lead]
    for item in items:
        if item.lead:
            yield Note(item.lead, prose.verbatim(item.text))
    if bullets:
        listed = prose.Bullets(tuple(map(prose.verbatim, bullets)), ordered=False)
        yield Text(prose.Prose((listed,)))


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
