"""What goes home can be looked at any time, and the staff see nothing before the person agrees."""

from datetime import date
from pathlib import Path

import pytest

from course.flow.navigator import Navigator, offered
from course.handout import screen
from course.handout.model import Handout
from course.views.context import Context
from course.views.model import Advice, Plain, View
from course.views.press import Go, Spot
from course.visit.route import FINISH, Place
from tests.desk import navigator_for
from tests.paths import MODULES
from tests.unit.flow.walking import begun, press

CONSENT = "May the staff see what you did here?"


@pytest.fixture
def navigator(tmp_path: Path) -> Navigator:
    return begun(navigator_for(MODULES, tmp_path / "learners"))


def at(navigator: Navigator, place: Place) -> View:
    """Where a person is who has come as far as a place."""
    navigator.visit.go(place)
    navigator.go()
    return navigator.view()


def told(view: View) -> str:
    return " ".join(block.text for block in view.blocks if isinstance(block, Advice | Plain))


@pytest.mark.parametrize(
    "place",
    [
        Place("page", "preparation", "tell-us"),
        Place("question", "preparation", "blood-thinner"),
        FINISH,
    ],
)
def test_from_anywhere_it_opens_with_whom_to_call_and_leads_back(
    place: Place, navigator: Navigator
) -> None:
    before = at(navigator, place)
    press(navigator, Spot.HELP)
    view = press(navigator, Spot.TAKE)
    assert view.title == "Take this home"
    assert "call 911" in told(view)
    assert press(navigator, Spot.BACK) == before


def test_back_leads_through_it_and_out(navigator: Navigator) -> None:
    before = navigator.view()
    press(navigator, Spot.HELP)
    hub = press(navigator, Spot.TAKE)
    first = press(navigator, Spot.WHOLE)
    press(navigator, Spot.NEXT)
    assert press(navigator, Spot.BACK) == first
    assert press(navigator, Spot.BACK) == hub
    assert press(navigator, Spot.BACK) == before


def test_the_last_view_leads_back_to_all_that_can_be_done_with_it(navigator: Navigator) -> None:
    press(navigator, Spot.HELP)
    hub = press(navigator, Spot.TAKE)
    view = press(navigator, Spot.WHOLE)
    assert "Call 911" in told(view)
    while view.step is not None:
        view = press(navigator, Spot.NEXT)
    assert view == hub


def test_what_was_done_before_is_on_it(navigator: Navigator) -> None:
    navigator.visit.go(Place("page", "is-it-for-me", "three-questions"))
    navigator.visit.tick("odds", True)
    press(navigator, Spot.HELP, Spot.TAKE)
    view = press(navigator, Spot.WHOLE)
    said = ""
    while view.step is not None:
        said += str(view.blocks)
        view = press(navigator, Spot.NEXT)
    assert "What are my odds, and what can go wrong for me?" in said


def test_the_staff_see_nothing_before_the_person_has_agreed(navigator: Navigator) -> None:
    finish = at(navigator, FINISH)
    consent = press(navigator, Spot.SHARE)
    assert consent.title == CONSENT
    assert navigator.visit.record.code[:3] not in str(consent)
    assert "your code" in told(consent)
    assert press(navigator, Spot.KEEP) == finish
    press(navigator, Spot.SHARE)
    shown = press(navigator, Spot.OK)
    code = navigator.visit.record.code
    assert f"{code[:3]} {code[3:6]} {code[6:]}" in told(shown)
    while navigator.view() != finish:
        press(navigator, Spot.NEXT)
    assert press(navigator, Spot.SHARE).title == CONSENT


def test_before_a_visit_there_is_nothing_to_take(tmp_path: Path) -> None:
    navigator = navigator_for(MODULES, tmp_path / "learners")
    assert Go(Spot.TAKE) not in offered(navigator.view())
    navigator.press(Go(Spot.TAKE))
    assert navigator.view().layout == "first"


def test_it_is_the_last_thing_before_the_code(navigator: Navigator) -> None:
    view = at(navigator, FINISH)
    while view.title != "Take this home":
        view = press(navigator, Spot.NEXT)
    assert press(navigator, Spot.NEXT).layout == "code"


def test_the_code_is_on_no_view_of_it_and_its_sources_are_seen_by_whoever_asks(
    navigator: Navigator,
) -> None:
    press(navigator, Spot.HELP, Spot.TAKE)
    view = press(navigator, Spot.WHOLE)
    code = navigator.visit.record.code
    while view.step is not None:
        assert f"{code[:3]} {code[3:6]} {code[6:]}" not in str(view.blocks)
        assert "Sources:" not in told(view)
        view = press(navigator, Spot.NEXT)
    view = press(navigator, Spot.WHOLE)
    while not view.cites:
        view = press(navigator, Spot.NEXT)
    sources = press(navigator, Spot.SOURCES)
    assert sources.title == "Where this comes from"
    assert press(navigator, Spot.BACK) == view


def test_what_is_read_aloud_begins_with_its_first_view(navigator: Navigator) -> None:
    navigator.can = frozenset({Spot.LISTEN})
    press(navigator, Spot.HELP, Spot.TAKE)
    assert "Call 911" in told(press(navigator, Spot.NORMAL))
    assert navigator.view().step is not None


def test_nothing_is_printed_where_there_is_no_printer(navigator: Navigator) -> None:
    view = press(navigator, Spot.HELP, Spot.TAKE)
    assert Go(Spot.PRINT) not in offered(view)


def test_the_page_is_built_once_however_often_it_is_turned(
    navigator: Navigator, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[tuple[View, ...]] = []
    build = screen.views

    def counted(handout: Handout, context: Context) -> tuple[View, ...]:
        built.append(build(handout, context))
        return built[-1]

    monkeypatch.setattr(screen, "views", counted)
    press(navigator, Spot.HELP, Spot.TAKE, Spot.WHOLE, Spot.NEXT, Spot.NEXT, Spot.BACK)
    assert len(built) == 1
    navigator.visit.for_now.appointment = date(2027, 1, 8)
    press(navigator, Spot.NEXT)
    assert len(built) == 2
