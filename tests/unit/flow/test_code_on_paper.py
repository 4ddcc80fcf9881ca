"""A code on paper is somebody's: whoever stands at a kiosk after them is not shown it."""

from pathlib import Path

import pytest

from course.clinic import Clinic
from course.content.compiled import Library
from course.flow.kiosk import KioskNavigator
from course.flow.navigator import offered
from course.kiosk.policy.pin import Tries
from course.printing import Printer
from course.views.codes import grouped
from course.views.press import Go, Spot
from course.visit.reception import Reception
from tests.fake_cups import Cups
from tests.paths import MODULES
from tests.processes import PATIENCE
from tests.unit.flow.fake_staff import FakeStaff
from tests.unit.flow.test_on_paper import on_paper
from tests.unit.flow.walking import VIEWS, press


@pytest.fixture
def kiosk(tmp_path: Path, cups: Cups) -> KioskNavigator:  # noqa: ARG001 - it prints
    """At what goes home."""
    library = Library(MODULES, None)

    def desk() -> Reception:
        return Reception(lambda each: library.edition(each).course, ("en",), tmp_path / "learners")

    tries = Tries(tmp_path / "tries", lambda: 0.0)
    found = KioskNavigator(library, Clinic(), desk, FakeStaff(), tries, printer=Printer("Q"))
    found.come()
    press(found, Spot.START, Spot.NEXT, Spot.HELP, Spot.TAKE)
    return found


def asked(kiosk: KioskNavigator) -> None:
    """Nothing was pressed for a while, and whoever stands there now says that they are."""
    kiosk.ask()
    press(kiosk, Spot.HERE)


def tells_code(kiosk: KioskNavigator) -> bool:
    """Whether whoever stands there can come to see the code: when they stop, or by the staff's
    page."""
    code = grouped(kiosk.visit.record.code)
    back_at_the_course(kiosk)
    seen = str(press(kiosk, Spot.HELP, Spot.STOP, Spot.MY_CODE))
    back_at_the_course(kiosk)
    press(kiosk, Spot.HELP, Spot.TAKE, Spot.SHARE, Spot.OK)
    for _ in range(VIEWS):
        seen += str(kiosk.view())
        if Go(Spot.PRINT) in offered(kiosk.view()):
            return code in seen
        press(kiosk, Spot.NEXT)
    raise AssertionError(f"the page for the staff has no end within {VIEWS} views")


def back_at_the_course(kiosk: KioskNavigator) -> None:
    for _ in range(VIEWS):
        if len(kiosk.stack) == 2:
            return
        press(kiosk, Spot.BACK)
    raise AssertionError(f"Back leads to no course within {VIEWS} presses")


def ended(kiosk: KioskNavigator) -> None:
    for job in kiosk.visit.for_now.printed:
        assert job.is_over.wait(PATIENCE)
    kiosk.shown.forget()


def test_who_walks_to_the_printer_has_the_code_already(kiosk: KioskNavigator, cups: Cups) -> None:
    cups.be("waits")
    press(kiosk, Spot.PRINT, Spot.MY_CODE)
    asked(kiosk)
    assert not tells_code(kiosk)
    cups.be()


def test_without_the_code_on_it_paper_gives_nobody_the_code(kiosk: KioskNavigator) -> None:
    press(kiosk, Spot.PRINT, Spot.OK)
    ended(kiosk)
    asked(kiosk)
    assert tells_code(kiosk)


def test_a_page_that_never_reached_the_printer_gave_nobody_the_code(
    kiosk: KioskNavigator, cups: Cups
) -> None:
    cups.be("stopped")
    press(kiosk, Spot.PRINT, Spot.MY_CODE)
    ended(kiosk)
    asked(kiosk)
    assert tells_code(kiosk)


def test_who_tries_the_printer_once_more_for_somebody_else_prints_no_code(
    kiosk: KioskNavigator, cups: Cups
) -> None:
    code = grouped(kiosk.visit.record.code)
    cups.be("aborts")
    press(kiosk, Spot.PRINT, Spot.MY_CODE)
    ended(kiosk)
    asked(kiosk)
    press(kiosk, Spot.PRINT)
    ended(kiosk)
    assert [code in on_paper(page) for page in cups.pages] == [True, False]


def test_who_showed_the_staff_their_page_has_the_code(kiosk: KioskNavigator) -> None:
    code = grouped(kiosk.visit.record.code)
    assert code in str(press(kiosk, Spot.SHARE, Spot.OK))
    asked(kiosk)
    assert code not in str(kiosk.view())
    assert not tells_code(kiosk)
