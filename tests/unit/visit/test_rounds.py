"""The questions before and after the course: who is asked them, and what stays of the answers."""

from pathlib import Path

import pytest

from course.clinic import Setting
from course.visit.evaluation import FILE, LAST
from course.visit.route import AFTER, BEFORE, FINISH, MAP, round_of
from tests.unit.visit.clinics import POUR, Clinic, shown, take
from tests.unit.visit.parts import RIGHT, WATER, WRONG


@pytest.fixture
def before_after(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path, "before-after")


# Off, and before and after


def test_a_course_asks_nothing_beside_it_unless_the_clinic_says_so(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path, "off")
    visit = clinic.begin()
    assert visit.place == MAP
    assert take(visit).place == FINISH
    assert not (tmp_path / FILE).exists()


def test_the_same_questions_before_and_after_show_what_was_learned(before_after: Clinic) -> None:
    visit = before_after.begin()
    assert round_of(visit.place) == BEFORE
    visit.answer("unsure")
    visit.answer(RIGHT)
    assert visit.place == MAP
    take(visit)
    assert round_of(visit.place) == AFTER
    visit.answer(RIGHT)
    visit.answer(RIGHT)
    assert visit.place == FINISH
    assert visit.rounds.gain() == (1, 2, 2)


def test_no_number_is_shown_that_did_not_rise(before_after: Clinic) -> None:
    visit = before_after.begin()
    visit.answer(RIGHT)
    visit.answer(WRONG)
    take(visit)
    visit.answer(WRONG)
    visit.answer(RIGHT)
    assert visit.rounds.gain() is None


def test_an_answer_before_the_course_does_not_count_as_learned_in_it(before_after: Clinic) -> None:
    visit = before_after.begin()
    visit.answer(RIGHT)
    assert visit.achieved.key_points(visit.course.modules[0]) == [(WATER, False)]


def test_who_skips_the_questions_before_is_not_asked_them_after(before_after: Clinic) -> None:
    visit = before_after.begin()
    visit.next()
    assert visit.place == MAP
    assert take(visit).place == FINISH
    assert visit.rounds.gain() is None


@pytest.mark.parametrize("setting", ["before-after", "randomised"])
def test_who_skips_the_questions_after_the_course_is_at_its_end(
    tmp_path: Path, setting: Setting
) -> None:
    clinic = Clinic(tmp_path, setting)
    visit = clinic.begin(LAST if setting == "randomised" else None)
    while round_of(visit.place):
        visit.answer(RIGHT)
    take(visit)
    assert round_of(visit.place) == AFTER
    visit.next()
    assert visit.place == FINISH
    visit.back()
    visit.go_on()
    assert visit.place == FINISH


def test_answers_of_both_rounds_are_kept_where_they_are_not_counted(before_after: Clinic) -> None:
    visit = before_after.begin()
    visit.answer(WRONG)
    (kept,) = before_after.file(visit)["answers"].values()
    assert kept["choice"] == WRONG
    assert before_after.again(visit).place.id == "pour"
    assert before_after.counts() == {}


# What is told at the end


@pytest.mark.parametrize("setting", ["before-after", "randomised"])
def test_each_wrong_answer_after_the_course_gets_its_reason_and_its_page(
    tmp_path: Path, setting: Setting
) -> None:
    visit = Clinic(tmp_path, setting).begin(LAST if setting == "randomised" else None)
    while round_of(visit.place):
        visit.answer(RIGHT)
    take(visit)
    visit.answer(WRONG)
    assert shown(visit).verdict is None
    visit.answer("unsure")
    wrong = shown(visit)
    assert wrong.verdict is not None
    assert wrong.verdict.chose == ("Cold",)
    assert all(text in str(wrong.blocks) for text in (WATER.ask, "Too cold.", "Boiling"))
    assert wrong.back is None
    visit.show(WATER)
    assert visit.module_shown.id == "one"
    assert shown(visit).title == "Hot"
    visit.next()
    assert shown(visit) == wrong
    visit.next()
    unsure = shown(visit)
    assert unsure.verdict is not None
    assert unsure.verdict.chose == ("Not sure",)
    assert all(text in str(unsure.blocks) for text in (POUR.ask, "The leaves open."))
    visit.show(POUR)
    assert visit.module_shown.id == "two"
    visit.next()
    visit.back()
    assert shown(visit) == wrong
    visit.next()
    visit.next()
    assert visit.place == FINISH
