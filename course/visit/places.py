"""Pages about places of the body: which of them is shown, and the place of a person's own shot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.content.kinds.figures import MapFigure
from course.content.model import Page
from course.visit.visit import Visit

LIST = ""
"""Stands for places to choose from, among what is opened on a page."""
MOST, ALONE = 8, 11
"""Cards of a screen that says something too, and of one that lists places alone: so many have a
key there, and are large enough to press."""


@dataclass(frozen=True)
class Shown:
    """What a page about places shows now: what it says of one place, or the places to choose."""

    place: str = ""
    """Empty where places are to be chosen."""
    listed: tuple[str, ...] = ()
    has_more: bool = False
    """Whether other places can be asked for."""


def shown(visit: Visit, page: Page) -> Shown:
    """What a page about places shows to the person where they are."""
    every = tuple(visit.course.places)
    told = every if page.place is None else tuple(name for name in every if name in page.place)
    if visit.opened and visit.opened[-1] != LIST:
        return Shown(visit.opened[-1])
    own = visit.achieved.own_place if page.place and visit.achieved.own_place in told else ""
    lists = screens([name for name in told if name != own], ALONE if own else MOST)
    if own and not visit.opened:
        return Shown(own, has_more=True)
    number = len(visit.opened) - (1 if own else 0)
    return Shown(listed=lists[number], has_more=number + 1 < len(lists))


def screens(places: Sequence[str], most: int) -> list[tuple[str, ...]]:
    """The places as they stand on one screen of at most so many cards after the other; on all but
    the last one there is room for a card that leads to the next."""
    found = []
    left = tuple(places)
    while len(left) > most:
        found.append(left[: most - 1])
        left = left[most - 1 :]
    return [*found, left]


def pick(visit: Visit, page: Page, place: str) -> None:
    """Open what a page says of a place, or keep it as the person's own where that is asked."""
    if page.your_place:
        visit.tick(place, True, instead_of=[each for each in visit.course.places if each != place])
        spots = page.figure.spots if isinstance(page.figure, MapFigure) else ()
        visit.opened, visit.spot = (), place if place in [spot.id for spot in spots] else ""
    else:
        visit.opened = (*visit.opened, place)


def list_others(visit: Visit) -> None:
    """Show the places that are not on the screen."""
    visit.opened = (*visit.opened, LIST)
