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
from progress.codes import new_code
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
    assert press(kiosk, Spot.HERE) == page


def test_who_has_just_come_sees_nothing_of_the_one_before(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    kiosk.ask()
    assert press(kiosk, Spot.LEAVE).layout == "attract"
    assert kiosk.visiting is None


def test_no_code_stands_in_the_question_nor_at_the_end(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    for shows in (kiosk.ask, kiosk.tell_it_ends):
        shows()
        assert not _digits(kiosk.view())
    # Nothing leads back from there.
    end = kiosk.view()
    assert press(kiosk, Spot.HERE, Spot.NEXT, Spot.BACK) == end


def test_a_code_that_somebody_has_is_not_shown_again_after_the_question(
    kiosk: KioskNavigator,
) -> None:
    in_a_page(kiosk)
    code = kiosk.visit.record.code
    assert _digits(press(kiosk, Spot.STOP)) == code
    press(kiosk, Spot.BACK)
    kiosk.ask()
    press(kiosk, Spot.HERE)
    closed = press(kiosk, Spot.STOP)
    assert not _digits(closed)
    assert [card.press for card in closed.cards] == [Go(Spot.FORGET)]
    # Nor can who stands there now remove anything.
    assert press(kiosk, Spot.FORGET, Spot.FORGET).layout == "pad"
    press(kiosk, Spot.BACK, Spot.BACK, Spot.NEXT)
    kiosk.come()
    press(kiosk, Spot.CODE, *code, Spot.STOP)
    assert _digits(kiosk.view()) == code


def test_whoever_came_back_with_a_code_has_it(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    code = kiosk.visit.record.code
    kiosk.leave()
    kiosk.come()
    press(kiosk, Spot.CODE, *code)
    kiosk.ask()
    press(kiosk, Spot.HERE)
    assert not _digits(press(kiosk, Spot.STOP))


def test_the_question_takes_no_code_from_who_has_not_asked_for_it_yet(
    kiosk: KioskNavigator,
) -> None:
    in_a_page(kiosk)
    kiosk.ask()
    press(kiosk, Spot.HERE)
    assert _digits(press(kiosk, Spot.STOP)) == kiosk.visit.record.code


def test_who_is_still_writing_the_code_down_may_go_on(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    shown = press(kiosk, Spot.STOP)
    kiosk.ask()
    assert press(kiosk, Spot.HERE) == shown


def test_staff_let_people_type_codes_again(kiosk: KioskNavigator) -> None:
    in_a_page(kiosk)
    code = kiosk.visit.record.code
    kiosk.leave()
    kiosk.come()
    press(kiosk, Spot.CODE)
    for _ in range(6):
        press(kiosk, Spot.CLEAR, *new_code())
    assert "too many wrong codes" in _said(press(kiosk, Spot.CLEAR, *code))
    at_the_counter(kiosk)
    press(kiosk, Spot.BACK)
    assert press(kiosk, *code).layout == "page"


def test_a_pause_from_elsewhere_waits_until_nobody_is_there(
    kiosk: KioskNavigator, staff: FakeStaff
) -> None:
    page = in_a_page(kiosk)
    staff.is_paused = True
    kiosk.look_for_a_pause()
    assert kiosk.view() == page
    kiosk.leave()
    assert kiosk.is_out_of_order
    staff.is_paused = False
    kiosk.look_for_a_pause()
    assert kiosk.view().layout == "attract"
    staff.is_paused = True
    kiosk.look_for_a_pause()
    assert kiosk.is_out_of_order


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
    said = _said(press(kiosk, *PIN, Spot.OK))
    assert "Too many tries. The next one is taken in 30 seconds." in said


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


def _digits(view: View) -> str:
    """The code that a view shows; empty if it shows none."""
    digits = (block.digits for block in view.blocks if isinstance(block, BigDigits))
    return "".join(digits).replace(" ", "")


def _said(view: View) -> str:
    return " ".join(block.text for block in view.blocks if isinstance(block, Plain))
