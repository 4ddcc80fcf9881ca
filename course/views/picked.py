"""What a person ticked in the checklists of the course, told once more at the end."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from course.content import prose
from course.views.model import Block, Heading, Text
from course.views.page import item_text
from course.views.paging import ROWS
from course.visit.route import Place

if TYPE_CHECKING:
    from course.content.model import Module
    from course.views.context import Context
    from course.visit.visit import Visit

_CELLS = 48
"""Cells by which the rows of an item are counted: fewer than the 54 that it has on the smallest
screen. Rather one page more than an item that is cut."""
_HEAD, _GAP = 2, 1
"""Rows of a title with the empty one below it, and the empty row before the next title."""


def told_picked(
    visit: Visit, modules: tuple[Module, ...], context: Context
) -> list[tuple[Block, ...]]:
    """What is ticked in some modules below the titles of its pages, as the blocks of one page after
    the other; none if nothing is ticked."""
    pages: list[tuple[Block, ...]] = []
    left = 0
    for title, items in _picked(visit, modules, context):
        while items:
            room = left - _GAP if pages and pages[-1] else left
            count = _fitting(items, room - _HEAD)
            if not count:
                pages.append(())
                left = ROWS
                count = max(1, _fitting(items, left - _HEAD))
                room = left
            some, items = items[:count], items[count:]
            bullets = prose.Bullets(tuple(map(prose.verbatim, some)), ordered=False)
            pages[-1] = (*pages[-1], Heading(title), Text(prose.Prose((bullets,))))
            left = room - _HEAD - sum(map(_rows, some))
    return pages


def _picked(
    visit: Visit, modules: tuple[Module, ...], context: Context
) -> list[tuple[str, list[str]]]:
    found = []
    for module in modules:
        for page in module.pages:
            place = Place("page", module.id, page.id)
            ticked = [
                item_text(item, context)
                for item in page.checklist or ()
                if visit.achieved.ticked(place, item.id)
            ]
            if ticked:
                found.append((page.title, ticked))
    return found


def _fitting(items: list[str], room: int) -> int:
    """How many of the first items stand in so many rows."""
    taken = [sum(map(_rows, items[:count])) for count in range(1, len(items) + 1)]
    return sum(rows <= room for rows in taken)


def _rows(text: str) -> int:
    return len(wrap(text, _CELLS))
