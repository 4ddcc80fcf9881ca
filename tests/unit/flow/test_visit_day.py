"""The day of the visit is found by two presses, and is nowhere but in the visit."""

import datetime
from datetime import date, timedelta

import pytest

from course.flow.navigator import Navigator
from course.handout.visit_day import PAGES, WEEKS, days_view, weeks_view
from course.views.press import Go, Pick, Spot
from tests.desk import context_of
from tests.unit.flow.walking import press
from tests.unit.handout.visits import shipped as course

TODAY = date(2026, 11, 27)
"""A Friday."""
CONTEXT = context_of(course())


def hub(navigator: Navigator) -> None:
    navigator.press(Go(Spot.NEXT))
    press(navigator, Spot.HELP, Spot.TAKE)


def test_the_weeks_begin_with_this_one_and_say_their_days() -> None:
    first, second, third, *_ = weeks_view(0, None, CONTEXT, TODAY).cards
    assert (first.text, first.status) == ("This week", "November 27 to 29")
    assert (second.text, second.status) == ("Next week", "November 30 to December 6")
    assert (third.text, third.status) == ("December 7 to 13", "")


@pytest.mark.parametrize("today", [TODAY + timedelta(days=number) for number in range(7)])
def test_every_day_to_come_is_offered_once(today: date) -> None:
    found = [
        day.press.id
        for at in range(PAGES)
        for week in weeks_view(at, None, CONTEXT, today).cards
        if isinstance(week.press, Pick)
        for day in days_view(date.fromisoformat(week.press.id), CONTEXT, today).cards
        if isinstance(day.press, Pick)
    ]
    monday = today - timedelta(days=today.weekday())
    last = monday + timedelta(days=7 * WEEKS * PAGES - 1)
    assert found == [str(today + timedelta(days=n)) for n in range((last - today).days + 1)]


def test_a_week_and_a_day_lead_back_with_the_day(shipped: Navigator) -> None:
    hub(shipped)
    weeks = press(shipped, Spot.DAY)
    week = weeks.cards[2].press
    assert isinstance(week, Pick)
    shipped.press(week)
    day = shipped.view().cards[4]
    shipped.press(day.press)
    on = date.fromisoformat(week.id) + timedelta(days=4)
    assert shipped.visit.for_now.appointment == on
    view = shipped.view()
    assert view.title == "Take this home"
    assert day.text in [card.status for card in view.cards]


def test_the_day_is_on_the_page_and_can_be_taken_off(shipped: Navigator) -> None:
    hub(shipped)
    on = datetime.datetime.now().date() + timedelta(days=30)
    shipped.visit.for_now.appointment = on
    press(shipped, Spot.WHOLE)
    told = ""
    while shipped.view().step:
        told += str(shipped.view().blocks)
        press(shipped, Spot.NEXT)
    assert f"{on:%B} {on.day}" in told
    press(shipped, Spot.DAY, Spot.CLEAR)
    assert shipped.visit.for_now.appointment is None


def test_later_weeks_are_a_card_that_says_so(shipped: Navigator) -> None:
    hub(shipped)
    first = press(shipped, Spot.DAY)
    (later,) = [card for card in first.cards if card.press == Go(Spot.NEXT)]
    assert later.text == "Show later weeks"
    for _ in range(PAGES - 1):
        before, last = shipped.view(), press(shipped, Spot.NEXT)
        assert last.cards[0].press != before.cards[0].press
    assert Go(Spot.NEXT) not in [card.press for card in last.cards]


def test_it_may_be_skipped(shipped: Navigator) -> None:
    hub(shipped)
    before = shipped.view()
    press(shipped, Spot.DAY, Spot.NEXT, Spot.BACK)
    assert press(shipped, Spot.BACK) == before


def test_whoever_comes_next_has_no_day(shipped: Navigator) -> None:
    shipped.visit.for_now.appointment = TODAY
    shipped.leave()
    shipped.press(Go(Spot.START))
    assert shipped.visit.for_now.appointment is None
