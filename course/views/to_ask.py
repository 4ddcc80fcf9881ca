"""What a person wants to ask: what they ticked, pages to ask about, and their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from course.content import prose
from course.visit.route import Place
from course.visit.visit import TO_ASK

if TYPE_CHECKING:
    from course.content.model import Page
    from course.views.context import Context
    from course.visit.visit import Visit

OWN = "own"
"""The key of the question in the person's own words; no other key is without a slash."""
THREE = 3
"""Questions that matter most, at most."""
_SENTENCE = re.compile(r"[^.?!]+[.?!]+")


class Wanted(Struct, frozen=True):
    """A question, and where it comes from."""

    key: str
    """Its module, its page and its item with slashes between; or OWN."""
    text: str

    @property
    def page(self) -> Place:
        """The page that it comes from. Raises ValueError for one in own words."""
        module, page, _ = self.key.split("/")
        return Place("page", module, page)

    @property
    def item(self) -> str:
        """What is ticked on that page."""
        return self.key.rpartition("/")[2]


def wanted(visit: Visit, context: Context) -> tuple[Wanted, ...]:
    """All of them: those that matter most first, then their own, then the others."""
    found = {each.key: each for each in in_order(visit, context)}
    keys = dict.fromkeys((*visit.for_now.first, *found))
    return tuple(found[key] for key in keys if key in found)


def in_order(visit: Visit, context: Context) -> tuple[Wanted, ...]:
    """All of them in the order of the course, the one in their own words before them."""
    return tuple(_found(visit, context))


def may_be_asked(page: Page) -> bool:
    """Whether a page has anything to ask about: one that lists questions has them already."""
    return not (page.checklist or page.check or page.your_place)


def ready_made(page: Page, context: Context) -> str:
    """The question about a page: the one that it tells people to ask, or to be told more."""
    told = page.callout.text if page.callout and page.callout.kind == "ask" else ""
    asked = [each.strip() for each in _SENTENCE.findall(prose.plain(told))]
    own = " ".join(each for each in asked if each.endswith("?"))
    if own:
        return context.words("asking.about", question=own, page=page.title)
    return context.words("asking.more", page=page.title)


def is_to_do(page: Page) -> bool:
    """Whether the checklist of a page says when its items are to be done."""
    return any(item.when or item.days_before for item in page.checklist or ())


def asks(text: str) -> bool:
    """Whether an item of a checklist is a question: whoever picked it wants to ask it."""
    return text.endswith("?")


def _found(visit: Visit, context: Context) -> Iterator[Wanted]:
    if visit.for_now.question:
        yield Wanted(OWN, visit.for_now.question)
    for module in context.course.modules:
        for page in module.pages:
            place = Place("page", module.id, page.id)
            if may_be_asked(page) and visit.achieved.ticked(place, TO_ASK):
                yield Wanted(f"{module.id}/{page.id}/{TO_ASK}", ready_made(page, context))
            for item in () if is_to_do(page) else page.checklist or ():
                if visit.achieved.ticked(place, item.id) and asks(text := prose.plain(item.text)):
                    yield Wanted(f"{module.id}/{page.id}/{item.id}", text)
