"""Places to choose from on a picture of the body, beside their cards."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from math import dist

import pytest
from textual.geometry import Region, Size

from course.ui.paint.placed import Placed
from course.ui.paint.sheet import Kit, Sheet
from course.ui.pixels.badges import RADIUS
from course.ui.styles.themes import LIGHT
from course.views.model import View, signs
from course.views.press import Pick
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.test_pictures import CELLS, EACH, cells, kit


@cache
def mapped() -> tuple[tuple[str, View], ...]:
    return tuple((name, view) for name, view in views.every(MODULES) if view.mapped)


def sheet(view: View, size: tuple[int, int]) -> Sheet:
    return Sheet(view, Size(*size), kit(CELLS[size]))


def body(found: Sheet, on: str = "") -> Placed:
    (placed,) = found.pictures(0, Pick(on) if on else None)
    return placed


@EACH
class TestEveryScreen:
    def test_the_body_stands_beside_all_cards(self, size: tuple[int, int]) -> None:
        assert len(mapped()) > 12
        for name, view in mapped():
            found = sheet(view, size)
            placed = body(found)
            assert found.over == 0, name
            assert cells(found, placed.region).isspace(), name
            shown = [slot for slot in found.slots(0) if slot.part == "body"]
            assert [slot.press for slot in shown] == [card.press for card in view.cards], name
            assert not any(slot.region.overlaps(placed.region) for slot in shown), name

    def test_a_place_that_is_pointed_out_is_marked_on_it(self, size: tuple[int, int]) -> None:
        for name, view in mapped():
            assert body(sheet(view, size), "knee").on == "knee", name

    def test_else_the_place_that_was_chosen_is(self, size: tuple[int, int]) -> None:
        for own in ("knee", "elbow"):
            view = dict(mapped())[f"what-it-is/your-place, {own}"]
            assert body(sheet(view, size)).on == own

    def test_the_figure_on_a_place_is_that_of_its_card(self, size: tuple[int, int]) -> None:
        for name, view in mapped():
            known = {sign: press for press, sign in signs(view).items()}
            badges = body(sheet(view, size)).badges
            own = {card.press for card in view.cards if isinstance(card.press, Pick)}
            assert {known[each.sign] for each in badges} == own, name
            assert all(known[each.sign] == Pick(each.place) for each in badges), name

    def test_the_figure_of_what_is_pointed_out_has_corners(self, size: tuple[int, int]) -> None:
        _, view = mapped()[0]
        badges = body(sheet(view, size), "knee").badges
        assert [each.place for each in badges if each.is_on] == ["knee"]

    def test_no_figure_lies_on_another_one(self, size: tuple[int, int]) -> None:
        width, high = CELLS[size]
        for name, view in mapped():
            placed = body(sheet(view, size))
            across = placed.region.width * width / placed.box[2]
            for one, other in combinations(placed.badges, 2):
                assert dist(one.at, other.at) * across > 2 * RADIUS * high, (name, one, other)

    def test_all_that_can_be_marked_is_drawn_ahead(self, size: tuple[int, int]) -> None:
        _, view = mapped()[0]
        coming = {placed.on for found in sheet(view, size).coming() for placed in found}
        assert coming == {"", *views.context(MODULES).course.places}

    def test_a_touch_on_the_body_means_the_place_there(self, size: tuple[int, int]) -> None:
        view = mapped()[0][1]
        found = sheet(view, size)
        region = body(found).region
        met = {
            found.at(x, y, 0) for x in range(*region.column_span) for y in range(*region.line_span)
        }
        places = {Pick(name) for name in views.context(MODULES).course.places}
        # On a small screen two that are near each other may share their cells; cards name the rest.
        assert places & {card.press for card in view.cards} <= met


@pytest.mark.parametrize("size", [(60, 22), (112, 31)])
def test_without_pictures_there_is_none(size: tuple[int, int]) -> None:
    plain = Kit(views.context(MODULES).edition, LIGHT)
    for _, view in mapped():
        assert Sheet(view, Size(*size), plain).pictures(0) == ()


@pytest.mark.parametrize("size", [(40, 15), (45, 16), (56, 22), (57, 40), (112, 22), (250, 100)])
def test_on_a_screen_of_any_size_the_picture_is_on_it_or_left_out(size: tuple[int, int]) -> None:
    screen = Region(0, 0, *size)
    for name, view in mapped():
        found = Sheet(view, Size(*size), kit((8, 17)))
        assert all(screen.contains_region(each.region) for each in found.pictures(0)), name
