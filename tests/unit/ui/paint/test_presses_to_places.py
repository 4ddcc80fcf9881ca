"""How many presses it takes to read of a place of the body, or to choose it, on the smallest
screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.geometry import Size

from course.clinic import Clinic
from course.content.model import Page
from course.flow.navigator import Navigator
from course.flow.rehearsal import standing
from course.ui.paint.sheet import Sheet
from course.views.model import View, signs
from course.views.press import Go, Pick, Press, Spot
from course.visit.route import Place
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.test_pictures import CELLS, kit

SIZE = (60, 22)
MOST = 2
LEAST = Size(16, 3)
"""Columns and rows of a card that a finger hits."""
EDITION = views.context(MODULES).edition
PLACES = EDITION.course.places
PAGES = {
    f"{module.id}/{page.id}": (Place("page", module.id, page.id), page)
    for module in EDITION.course.modules
    for page in module.pages
    if page.place or page.your_place
}
Way = tuple[Press, ...]


def came(place: Place, own: str, way: Way) -> Navigator:
    """Somebody who has pressed something at a page."""
    nav = standing(EDITION, Clinic(), place, own)
    for press in way:
        nav.press(press)
    return nav


def is_read(nav: Navigator, page: Page, name: str) -> bool:
    """Whether a place of the body is told of, or chosen."""
    if page.your_place:
        return nav.visit.achieved.own_place == name
    return PLACES[name] in [nav.view().title, *(getattr(b, "text", "") for b in nav.view().blocks)]


def pressed(view: View, cell: tuple[int, int] | None) -> Iterator[tuple[Press, int]]:
    """What a finger can press on a screen and after More, and how many presses each takes."""
    sheet, top, before = Sheet(view, Size(*SIZE), kit(cell)), 0, 0
    while True:
        slots = {slot.press: slot for slot in sheet.slots(top)}
        for slot in slots.values():
            x, y, width, height = slot.region
            is_there = sheet.at(x + width // 2, y + height // 2, top) == slot.press
            if is_there and (isinstance(slot.press, Pick) or slot.press == Go(Spot.PLACES)):
                assert width >= LEAST.width
                assert height >= LEAST.height
                assert slot.press in signs(view), "it has a key, too"
                yield slot.press, before + 1
        if Go(Spot.MORE) not in slots:
            return
        top, before = sheet.more(top), before + 1


@pytest.mark.parametrize("cell", [None, CELLS[SIZE]], ids=["words", "pictures"])
@pytest.mark.parametrize("own", ["", *PLACES])
@pytest.mark.parametrize("name", PAGES)
def test_each_place_is_two_presses_away_at_most(
    name: str, own: str, cell: tuple[int, int] | None
) -> None:
    place, page = PAGES[name]
    ways: list[tuple[Way, int]] = [((), 0)]
    found = set[str]()
    for way, before in ways:
        nav = came(place, own, way)
        has_picked = isinstance(way[-1], Pick) if way else False
        if has_picked or not page.your_place:
            found |= {each for each in PLACES if is_read(nav, page, each)}
        if has_picked:
            continue
        ways += [
            ((*way, press), before + presses)
            for press, presses in pressed(nav.view(), cell)
            if before + presses <= MOST
        ]
    assert found == {*PLACES}
