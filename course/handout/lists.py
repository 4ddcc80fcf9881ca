"""The checklists of a course, as they go home: what to do, what to ask, and what was picked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.content import prose
from course.handout.model import BOX, TICKED, Item, Part
from course.views.page import item_text
from course.views.to_ask import asks, is_to_do, wanted
from course.visit.route import Place

if TYPE_CHECKING:
    from course.content.model import ChecklistItem, Page
    from course.views.context import Context
    from course.views.days import Appointment
    from course.visit.visit import Visit


def to_do(visit: Visit, context: Context, appointment: Appointment | None) -> Iterator[Part]:
    """The lists of what is to be done around the visit. They go home whole, ticked or not: who did
    not come as far as to tick them needs them all the more."""
    for place, page in _lists(visit):
        if not is_to_do(page):
            continue
        items = tuple(
            Item(
                item_text(item, context, appointment),
                mark=TICKED if visit.achieved.ticked(place, item.id) else BOX,
            )
            for item in page.checklist or ()
        )
        yield Part(page.title, items, place="beside")


def items_to_do(visit: Visit) -> Iterator[ChecklistItem]:
    """Every item of these lists."""
    for _, page in _lists(visit):
        if is_to_do(page):
            yield from page.checklist or ()


def questions(visit: Visit, context: Context) -> list[str]:
    """What the person wants to ask, those questions first that matter most to them."""
    return [each.text for each in wanted(visit, context)]


def picked(visit: Visit) -> Iterator[Part]:
    """What else was picked, under the title of its page."""
    found: dict[str, list[Item]] = {}
    for title, text in _picked(visit):
        if not asks(text):
            found.setdefault(title, []).append(Item(text))
    for title, items in found.items():
        yield Part(title, tuple(items), place="beside")


def _picked(visit: Visit) -> Iterator[tuple[str, str]]:
    """The words of each item that is ticked and is nothing to do, with the title of its page."""
    for place, page in _lists(visit):
        for item in () if is_to_do(page) else page.checklist or ():
            if visit.achieved.ticked(place, item.id):
                yield page.title, prose.plain(item.text)


def _lists(visit: Visit) -> Iterator[tuple[Place, Page]]:
    for module in visit.course.modules:
        # A page that goes home is told in one language.
        for page in module.pages if module.id not in visit.course.untranslated else ():
            if page.checklist:
                yield Place("page", module.id, page.id), page
