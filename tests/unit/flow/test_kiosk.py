"""At a kiosk: who comes after whom, and what stands over the course in between."""

from pathlib import Path

import pytest

from course.clinic import Clinic
from course.content.compiled import Library
from course.flow.kiosk import KioskNavigator
from course.kiosk.policy.pin import Tries, hash_pin
from course.views.model import BigDigits, Heading, Plain, View
from course.views.press import Go, Speak, Spot
from course.visit.reception import Reception
from tests.languages import in_two_languages
from tests.paths import TEA
from tests.unit.flow.fake_staff import FakeStaff
from tests.unit.flow.walking import press

PIN = "246810"
HASHED = hash_pin(PIN)


@pytest.fixture
def staff() -> FakeStaff:
    return FakeStaff()


@pytest.fixture
def kiosk(tmp_path: Path, staff: FakeStaff) -> KioskNavigator:
    library = Library(TEA, None)
    clinic = Clinic(name="Lakeside", staff_pin_hash=HASHED)

    def desk() -> Reception:
        return Reception(lambda each: library.edition(each).course, ("en",), tmp_path / "learners")

    tries = Tries(tmp_path / "tries", lambda: 0.0)
    return KioskNavigator(library, clinic, desk, staff, tries)


def in_a_page(kiosk: KioskNavigator) -> View:
    kiosk.come()
    return press(kiosk, Spot.START, Spot.NEXT, "making")


def at_the_counter(kiosk: KioskNavigator) -> View:
    kiosk.staff_key()
    return press(kiosk, *PIN, Spot.OK)


def test_it_waits_until_somebody_comes(kiosk: KioskNavigator) -> None:
    shown = kiosk.view()
    assert kiosk.nobody_is_there
    assert (shown.layout, shown.section) == ("attract", "Lakeside")
    assert press(kiosk, Spot.START) == shown
    kiosk.come()
    assert kiosk.view().layout == "first"


def test_everybody_begins_in_the_language_of_the_machine(
    tmp_path: Path, staff: FakeStaff, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = in_two_languages(tmp_path, monkeypatch)
    library = Library(folder, None)
    desk = Reception(lambda each: library.edition(each).course, ("en", "es"), tmp_path / "learners")
    tries = Tries(tmp_path / "tries", lambda: 0.0)
    kiosk = KioskNavigator(library, Clinic(), lambda: desk, staff, tries, "es")
    assert kiosk.view().title == "Una taza"
    kiosk.come()
    press(kiosk, Speak("en"))
    assert press(kiosk, Spot.START).section == "A good cup of tea"
    kiosk.leave()
    kiosk.come()
    assert kiosk.view().title == "Una taza"


def test_whoever_answers_is_where_they_were(kiosk: KioskNavigator) -> None:
    page = in_a_page(kiosk)
    kiosk.ask()
    assert kiosk.view().title == "Are you still there?"
    kiosk.answer()
    assert kiosk.view() == page
    kiosk.ask()
    kiosk.show_code(is_last=False)
    digits = next(block for block in kiosk.view().blocks if isinstance(block, BigDigits))
    assert digits.digits.replace(" ", "") == kiosk.visit.record.code
    kiosk.answer()
    assert kiosk.view() == page


def test_no_code_is_shown_where_nobody_has_begun(kiosk: KioskNavigator) -> None:
    kiosk.come()
    first = kiosk.view()
    kiosk.show_code(is_last=False)
    assert kiosk.view() == first


def test_nothing_leads_back_from_the_last_look(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    kiosk.show_code(is_last=True)
    assert kiosk.view().cards == ()


def test_nothing_of_a_person_stays_for_the_next(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    kiosk.leave()
    assert kiosk.visiting is None
    assert kiosk.nobody_is_there
    kiosk.come()
    assert kiosk.view().layout == "first"
    assert press(kiosk, Spot.BACK).layout == "first"


def test_the_place_is_kept_when_time_takes_the_person_away(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    code = kiosk.visit.record.code
    page = press(kiosk, Spot.NEXT)
    kiosk.leave()
    kiosk.come()
    assert press(kiosk, Spot.CODE, *code) == page


def test_staff_pass_by_their_pin(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    kiosk.staff_key()
    pad = press(kiosk, "1", "2")
    assert [block.text for block in pad.blocks if isinstance(block, Heading)] == ["• •"]
    assert "PIN" in _said(press(kiosk, Spot.OK))
    assert press(kiosk, *PIN, Spot.OK).title == "State of this machine"


def test_wrong_pins_make_staff_wait(kiosk: KioskNavigator) -> None:
    kiosk.staff_key()
    for _ in range(5):
        press(kiosk, *"111111", Spot.OK)
    assert "Too many tries" in _said(press(kiosk, *PIN, Spot.OK))


def test_there_is_one_pad_however_often_staff_ask(kiosk: KioskNavigator) -> None:
    kiosk.staff_key()
    kiosk.staff_key()
    assert press(kiosk, Spot.BACK).layout == "attract"


def test_out_of_order_stays_until_staff_take_it_down(
    kiosk: KioskNavigator, staff: FakeStaff
) -> None:
    at_the_counter(kiosk)
    assert press(kiosk, Spot.PAUSE).layout == "notice"
    assert staff.is_paused
    kiosk.come()
    assert kiosk.is_out_of_order
    at_the_counter(kiosk)
    assert press(kiosk, Spot.RESUME).layout == "attract"


def test_a_course_that_cannot_be_opened_is_out_of_order_whatever_staff_want(
    kiosk: KioskNavigator, staff: FakeStaff
) -> None:
    staff.is_broken = True
    kiosk.leave()
    kiosk.come()
    assert kiosk.is_out_of_order
    shown = at_the_counter(kiosk)
    assert [card.press for card in shown.cards] == [Go(Spot.RESTART), Go(Spot.END)]
    assert press(kiosk, Spot.PAUSE) == press(kiosk, Spot.RESUME) == shown
    assert press(kiosk, Spot.BACK).layout == "notice"


def test_what_cannot_be_kept_is_said(kiosk: KioskNavigator, staff: FakeStaff) -> None:
    staff.may_write = False
    at_the_counter(kiosk)
    assert "could not be saved" in _said(press(kiosk, Spot.PAUSE))


def test_staff_end_it_or_start_it_again(kiosk: KioskNavigator, staff: FakeStaff) -> None:
    at_the_counter(kiosk)
    press(kiosk, Spot.RESTART, Spot.END)
    assert staff.ended == [Spot.RESTART, Spot.END]


def _said(view: View) -> str:
    return " ".join(block.text for block in view.blocks if isinstance(block, Plain))
