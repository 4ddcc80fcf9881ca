"""Paper from the course: what is printed, what is said of it, and how often."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pypdf
import pytest

from course.clinic import Clinic
from course.flow.navigator import Navigator, offered
from course.handout.paper import printed
from course.printing import PLAIN, Printer
from course.views.codes import grouped
from course.views.model import Plain, View
from course.views.press import Go, Spot
from tests.desk import navigator_for
from tests.fake_cups import Cups
from tests.paths import MODULES
from tests.processes import PATIENCE
from tests.unit.flow.walking import VIEWS, begun, press
from tests.unit.handout.visits import shortest, taken


@pytest.fixture
def navigator(tmp_path: Path) -> Navigator:
    clinic = Clinic(printer="Q", printer_at="the front desk")
    found = navigator_for(MODULES, tmp_path / "learners", clinic)
    found.printer = Printer("Q")
    begun(found)
    press(found, Spot.HELP, Spot.TAKE)
    return found


def said(view: View) -> str:
    return " ".join(block.text for block in view.blocks if isinstance(block, Plain))


def on_paper(page: bytes) -> str:
    """The words of what was printed, by spaces alone."""
    if not page.startswith(b"%PDF"):
        return " ".join(page.decode().split())
    return " ".join(pypdf.PdfReader(io.BytesIO(page)).pages[0].extract_text().split())


def over(navigator: Navigator) -> View:
    """What is shown once the page has come or has not."""
    for job in navigator.visit.for_now.printed:
        assert job.is_over.wait(PATIENCE)
    navigator.shown.forget()
    return navigator.view()


def turn(navigator: Navigator, spot: Spot, *, until: Callable[[], bool]) -> None:
    """Press one button until something is so."""
    for _ in range(VIEWS):
        if until():
            return
        press(navigator, spot)
    raise AssertionError(f"{spot} leads there in no {VIEWS} presses: {navigator.view().title}")


def test_the_page_is_printed_and_that_is_said(navigator: Navigator, cups: Cups) -> None:
    press(navigator, Spot.PRINT, Spot.OK)
    assert "is printed" in said(over(navigator))
    (page,) = cups.pages
    assert "Call 911" in on_paper(page)


def test_before_anything_is_printed_it_is_said_who_may_see_it_and_where(
    navigator: Navigator, cups: Cups
) -> None:
    view = press(navigator, Spot.PRINT)
    assert "the front desk" in said(view)
    assert "Other people may see it" in said(view)
    press(navigator, Spot.BACK)
    assert navigator.visit.for_now.printed == []
    assert cups.pages == []
    press(navigator, Spot.PRINT, Spot.OK)
    assert "the front desk" in said(over(navigator))


def test_before_the_day_of_the_visit_is_printed_it_is_named(
    navigator: Navigator, cups: Cups
) -> None:
    assert "visit" not in said(press(navigator, Spot.PRINT))
    press(navigator, Spot.BACK)
    navigator.visit.for_now.appointment = date(2027, 1, 8)
    assert "Friday, January 8" in said(press(navigator, Spot.PRINT))
    press(navigator, Spot.OK)
    over(navigator)
    assert "Friday, January 8" in on_paper(cups.pages[0])


def test_the_code_is_on_the_paper_of_whoever_asks_for_it_and_of_no_one_else(
    navigator: Navigator, cups: Cups
) -> None:
    code = grouped(navigator.visit.record.code)
    for asked, has_code in ((Spot.OK, False), (Spot.MY_CODE, True)):
        press(navigator, Spot.PRINT, asked)
        assert navigator.visit.for_now.has_code == has_code
        over(navigator)
        press(navigator, Spot.BACK)
    assert [code in on_paper(page) for page in cups.pages] == [False, True]
    assert navigator.visit.for_now.has_code


def test_a_code_that_is_told_to_nobody_any_more_is_on_no_paper(navigator: Navigator) -> None:
    navigator.may_tell_code = False
    view = press(navigator, Spot.PRINT)
    assert Go(Spot.OK) in offered(view)
    assert Go(Spot.MY_CODE) not in offered(view)


def test_a_printer_that_is_stopped_leads_to_other_ways(navigator: Navigator, cups: Cups) -> None:
    cups.be("stopped")
    press(navigator, Spot.PRINT, Spot.OK)
    view = over(navigator)
    assert "does not work right now" in said(view)
    first, *_ = view.cards
    assert first.press == Go(Spot.PHONE)
    assert {Go(Spot.PHONE), Go(Spot.SHARE), Go(Spot.WHOLE)} < set(offered(view))
    assert press(navigator, Spot.PHONE).title == "On my phone"
    assert press(navigator, Spot.BACK) == view
    assert press(navigator, Spot.WHOLE).step is not None
    assert press(navigator, Spot.BACK).title == "Take this home"


def test_nobody_is_sent_to_a_printer_that_fails_more_than_twice(
    navigator: Navigator, cups: Cups
) -> None:
    cups.be("stopped")
    press(navigator, Spot.PRINT, Spot.OK)
    assert Go(Spot.PRINT) in offered(over(navigator))
    press(navigator, Spot.PRINT)
    assert Go(Spot.PRINT) not in offered(over(navigator))
    assert Go(Spot.PRINT) not in offered(press(navigator, Spot.BACK))
    assert len(navigator.visit.for_now.printed) == 2


def test_one_person_prints_a_few_times_at_most(navigator: Navigator, cups: Cups) -> None:
    for _ in range(5):
        last = press(navigator, Spot.PRINT)
        press(navigator, Spot.OK)
        over(navigator)
        press(navigator, Spot.BACK)
    assert "a few times" in said(last)
    assert len(cups.pages) == 3


def test_pages_that_did_not_come_do_not_count(navigator: Navigator, cups: Cups) -> None:
    for trouble in ("stopped", "", "stopped", "", "stopped"):
        cups.be(*filter(None, (trouble,)))
        press(navigator, Spot.PRINT, Spot.OK)
        over(navigator)
        press(navigator, Spot.BACK)
    cups.be()
    press(navigator, Spot.PRINT, Spot.OK)
    assert "is printed" in said(over(navigator))


def test_once_the_staff_have_printed_the_person_may_again(navigator: Navigator, cups: Cups) -> None:
    cups.be("stopped")
    press(navigator, Spot.PRINT, Spot.OK)
    over(navigator)
    press(navigator, Spot.PRINT)
    over(navigator)
    cups.be()
    press(navigator, Spot.BACK, Spot.SHARE, Spot.OK)
    turn(navigator, Spot.NEXT, until=lambda: Go(Spot.PRINT) in offered(navigator.view()))
    press(navigator, Spot.PRINT, Spot.OK)
    over(navigator)
    turn(navigator, Spot.BACK, until=lambda: navigator.view().title == "Take this home")
    assert Go(Spot.PRINT) in offered(navigator.view())


def test_the_staff_print_what_the_person_lets_them_see(navigator: Navigator, cups: Cups) -> None:
    press(navigator, Spot.SHARE)
    assert Go(Spot.PRINT) not in offered(navigator.view())
    press(navigator, Spot.OK)
    turn(navigator, Spot.NEXT, until=lambda: Go(Spot.PRINT) in offered(navigator.view()))
    assert "The code" in said(press(navigator, Spot.PRINT))
    press(navigator, Spot.OK)
    over(navigator)
    (page,) = cups.pages
    assert grouped(navigator.visit.record.code) in on_paper(page)


def test_without_what_makes_a_pdf_plain_lines_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    page, kind = printed(taken(shortest()), "letter")
    assert kind == PLAIN
    assert "Call 911" in page.decode()


def test_what_no_font_can_show_is_printed_in_plain_lines() -> None:
    pytest.importorskip("typst", reason="typst is not installed")
    handout = msgspec.structs.replace(taken(shortest()), title="\u4e2d")
    page, kind = printed(handout, "letter")
    assert kind == PLAIN
    assert "\u4e2d" in page.decode()
