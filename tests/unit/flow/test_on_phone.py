"""What a phone takes: what is offered on which screen, and what is said where none fits."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import icalendar
import pytest

from course.clinic import Clinic
from course.flow.navigator import Navigator, offered
from course.handout import phone
from course.views.model import Plain, Square, View
from course.views.press import Go, Spot
from course.visit.route import Place
from tests.desk import navigator_for
from tests.paths import MODULES
from tests.unit.flow.walking import begun, press

LARGE, MEDIUM, SMALL = 100, 45, 30
"""Modules on each side that there is room for: by sixel; in half-blocks at 112x31; and at 60x22."""
WEB = "https://clinic.example/c"


@pytest.fixture
def navigator(tmp_path: Path) -> Navigator:
    clinic = Clinic(web=WEB, phone="555-0100", anti_inflammatory_days=7)
    found = begun(navigator_for(MODULES, tmp_path / "learners", clinic))
    found.code_room = lambda: LARGE
    return found


def phone_of(navigator: Navigator) -> View:
    return press(navigator, Spot.HELP, Spot.TAKE, Spot.PHONE)


def squares(navigator: Navigator) -> list[str]:
    """What the codes hold, from the one that is shown on."""
    found = []
    while navigator.view().layout == "phone":
        found += [each.text for each in navigator.view().blocks if isinstance(each, Square)]
        press(navigator, Spot.NEXT)
    return found


def test_when_to_get_help_fits_a_few_codes_that_can_be_read_one_by_one(
    navigator: Navigator,
) -> None:
    phone_of(navigator)
    press(navigator, Spot.IN_WORDS)
    texts = squares(navigator)
    assert texts[0].startswith(f"When to get help (1 of {len(texts)})\nCall 911")
    assert navigator.view().title == "On my phone"


def test_the_calendar_asks_for_the_day_first(navigator: Navigator) -> None:
    view = phone_of(navigator)
    assert Go(Spot.IN_CALENDAR) not in offered(view)
    assert Go(Spot.DAY) in offered(view)


def test_each_day_of_the_calendar_is_a_code(navigator: Navigator) -> None:
    on = date.today() + timedelta(days=30)
    navigator.visit.for_now.appointment = on
    phone_of(navigator)
    press(navigator, Spot.IN_CALENDAR)
    texts = squares(navigator)
    days = [
        event.decoded("DTSTART")
        for text in texts
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]
    assert days == [on - timedelta(days=7), on]
    assert max(len(text.encode()) for text in texts) <= phone.BYTES[-1]


def test_the_link_holds_the_place_and_the_picks(navigator: Navigator) -> None:
    navigator.visit.go(Place("page", "is-it-for-me", "three-questions"))
    navigator.visit.tick("odds", True)
    phone_of(navigator)
    press(navigator, Spot.ON_WEB)
    assert squares(navigator) == [f"{WEB}#picked=is-it-for-me/three-questions/odds"]


def test_what_is_in_own_words_is_in_no_code(navigator: Navigator) -> None:
    navigator.visit.for_now.question = "Can I swim?"
    navigator.visit.for_now.appointment = date.today() + timedelta(days=30)
    phone_of(navigator)
    for what in (Spot.IN_WORDS, Spot.IN_CALENDAR, Spot.ON_WEB):
        press(navigator, what)
        texts = "".join(squares(navigator))
        assert texts
        assert "swim" not in texts
        assert navigator.visit.record.code not in texts


def test_on_a_smaller_screen_the_link_leaves_out_the_picks(navigator: Navigator) -> None:
    navigator.code_room = lambda: SMALL + 7
    navigator.visit.go(Place("page", "is-it-for-me", "three-questions"))
    navigator.visit.tick("odds", True)
    phone_of(navigator)
    press(navigator, Spot.ON_WEB)
    assert squares(navigator) == [WEB]


@pytest.mark.parametrize("room", [SMALL, MEDIUM])
def test_what_no_longer_fits_is_said_with_what_to_do_instead(
    room: int, navigator: Navigator
) -> None:
    phone_of(navigator)
    press(navigator, Spot.IN_WORDS)
    navigator.code_room = lambda: room
    navigator.shown.forget()
    view = navigator.view()
    assert not any(isinstance(block, Square) for block in view.blocks)
    assert "ask the staff for paper" in str(view.blocks)
    assert "square" not in str(press(navigator, Spot.HELP).blocks)
    assert press(navigator, Spot.BACK, Spot.NEXT).title == "On my phone"


@pytest.mark.parametrize(
    ("room", "offered_there"), [(SMALL, []), (MEDIUM, [Spot.ON_WEB]), (LARGE, None)]
)
def test_only_what_fits_the_screen_is_offered(
    room: int, offered_there: list[Spot] | None, navigator: Navigator
) -> None:
    navigator.code_room = lambda: room
    cards = [card.press for card in phone_of(navigator).cards]
    every = [Spot.IN_WORDS, Spot.ON_WEB, Spot.DAY]
    assert cards == [Go(each) for each in (every if offered_there is None else offered_there)]
    told = "ask the staff for paper" in str(navigator.view().blocks)
    assert told == (offered_there is not None), "what to do about the rest"


@pytest.mark.parametrize("room", [0, SMALL])
def test_help_tells_of_a_square_only_where_one_comes_up(room: int, navigator: Navigator) -> None:
    navigator.code_room = lambda: room
    phone_of(navigator)
    helped = press(navigator, Spot.HELP)
    assert helped.title == "Help"
    assert "square" not in str(helped.blocks)


def test_where_no_code_can_be_shown_none_is_offered(navigator: Navigator) -> None:
    navigator.code_room = lambda: 0
    view = phone_of(navigator)
    assert view.cards == ()
    assert "ask the staff for paper" in str([b for b in view.blocks if isinstance(b, Plain)])


def test_a_screen_that_grows_shows_the_code(navigator: Navigator) -> None:
    phone_of(navigator)
    press(navigator, Spot.IN_WORDS)
    for room, layout in ((SMALL, "list"), (LARGE, "phone")):
        navigator.code_room = partial(int, room)
        navigator.shown.forget()
        assert navigator.view().layout == layout
