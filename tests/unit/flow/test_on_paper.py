"""Paper from the course: what is printed, what is said of it, and how often."""

from pathlib import Path

import pytest

from course import printing
from course.clinic import Clinic
from course.flow.navigator import Navigator, offered
from course.printing import PLAIN, Printer
from course.views.model import Plain, View
from course.views.press import Go, Spot
from tests.desk import navigator_for
from tests.fake_cups import Cups
from tests.paths import MODULES
from tests.processes import PATIENCE
from tests.unit.flow.walking import begun, press


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setattr(printing, "PAUSE", 0.01)
    return Cups(tmp_path, monkeypatch)


@pytest.fixture
def navigator(tmp_path: Path) -> Navigator:
    found = navigator_for(MODULES, tmp_path / "learners", Clinic(printer="Q"))
    found.printer = Printer("Q")
    begun(found)
    press(found, Spot.HELP, Spot.TAKE)
    return found


def said(view: View) -> str:
    return " ".join(block.text for block in view.blocks if isinstance(block, Plain))


def over(navigator: Navigator) -> View:
    """What is shown once the page has come or has not."""
    for job in navigator.visit.for_now.printed:
        assert job.is_over.wait(PATIENCE)
    navigator.shown.forget()
    return navigator.view()


def test_the_page_is_printed_and_that_is_said(navigator: Navigator, cups: Cups) -> None:
    press(navigator, Spot.PRINT)
    assert "is printed" in said(over(navigator))
    (page,) = cups.pages
    assert page.startswith(b"%PDF") or b"Call 911" in page


def test_a_printer_that_is_stopped_leads_to_the_phone(navigator: Navigator, cups: Cups) -> None:
    cups.be("stopped")
    press(navigator, Spot.PRINT)
    view = over(navigator)
    assert "does not work right now" in said(view)
    assert Go(Spot.PHONE) in offered(view)


def test_one_person_prints_a_few_times_at_most(navigator: Navigator, cups: Cups) -> None:
    for _ in range(5):
        press(navigator, Spot.PRINT)
        last = over(navigator)
        press(navigator, Spot.BACK)
    assert "a few times" in said(last)
    assert len(cups.pages) == 3


def test_pages_that_did_not_come_do_not_count(navigator: Navigator, cups: Cups) -> None:
    cups.be("stopped")
    for _ in range(4):
        press(navigator, Spot.PRINT)
        over(navigator)
        press(navigator, Spot.BACK)
    cups.be()
    press(navigator, Spot.PRINT)
    assert "is printed" in said(over(navigator))


def test_the_staff_print_what_the_person_lets_them_see(navigator: Navigator, cups: Cups) -> None:
    press(navigator, Spot.SHARE)
    assert Go(Spot.PRINT) not in offered(navigator.view())
    press(navigator, Spot.OK)
    while Go(Spot.PRINT) not in offered(navigator.view()):
        press(navigator, Spot.NEXT)
    press(navigator, Spot.PRINT)
    over(navigator)
    assert len(cups.pages) == 1


def test_without_what_makes_a_pdf_plain_lines_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from course.handout.paper import printed
    from tests.unit.handout.visits import shortest, taken

    monkeypatch.setitem(sys.modules, "typst", None)
    page, kind = printed(taken(shortest()), "letter")
    assert kind == PLAIN
    assert "Call 911" in page.decode()
