"""Half of the people are asked before the course and half after it: who is counted, and as what."""

from pathlib import Path

import msgspec
import pytest

from course.views.overview import finish_view
from course.views.press import Go, Spot
from course.views.result import open_modules
from course.visit.evaluation import FILE, FIRST, LAST, Arm
from course.visit.route import BEFORE, FINISH, MAP, round_of
from tests.courses import a_course
from tests.desk import context_of
from tests.unit.visit.clinics import ASKED, COURSE, POUR, Clinic, shown, take
from tests.unit.visit.parts import RIGHT, WATER, WRONG, asking


@pytest.fixture
def randomised(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path, "randomised")


def test_nobody_is_sure_of_what_was_wrong_at_the_end(randomised: Clinic) -> None:
    visit = take(randomised.begin(LAST))
    visit.answer(WRONG)
    visit.answer(RIGHT)
    visit.next()
    end = finish_view(visit, context_of(COURSE))
    assert [module.id for module in open_modules(visit)] == ["one"]
    assert [card.press for card in end.cards] == [Go(Spot.AGAIN), Go(Spot.SHARE)]
    assert "sure of the main points" not in str(end.blocks)


def test_who_had_all_right_is_at_the_end_at_once(randomised: Clinic) -> None:
    visit = take(randomised.begin(LAST))
    visit.answer(RIGHT)
    visit.answer(RIGHT)
    assert visit.place == FINISH


def test_the_half_that_answers_first_is_counted_and_gets_no_feedback(randomised: Clinic) -> None:
    visit = randomised.begin(FIRST)
    assert round_of(visit.place) == BEFORE
    visit.answer(WRONG)
    assert shown(visit).verdict is None
    visit.answer(RIGHT)
    assert visit.place == MAP
    assert take(visit).place == FINISH
    assert randomised.counts() == {
        f"{FIRST}/allocated": 1,
        f"{FIRST}/began": 1,
        f"{FIRST}/one/water/wrong": 1,
        f"{FIRST}/two/pour/right": 1,
        f"{FIRST}/finished": 1,
        f"{FIRST}/right-1": 1,
        f"{FIRST}/course": 1,
    }


def test_the_half_that_takes_the_course_first_is_asked_once_at_its_end(
    randomised: Clinic,
) -> None:
    visit = randomised.begin(LAST)
    assert visit.place == MAP
    take(visit)
    assert shown(visit).title.startswith("What do you know now?")
    visit.answer(RIGHT)
    visit.answer("unsure")
    visit.next()
    assert visit.place == FINISH
    counted = {
        f"{LAST}/allocated": 1,
        f"{LAST}/course": 1,
        f"{LAST}/began": 1,
        f"{LAST}/one/water/right": 1,
        f"{LAST}/two/pour/unsure": 1,
        f"{LAST}/finished": 1,
        f"{LAST}/right-1": 1,
    }
    assert randomised.counts() == counted
    again = randomised.again(visit)
    assert again.place == FINISH
    again.back()
    again.go_on()
    assert again.place == FINISH
    assert randomised.counts() == counted


@pytest.mark.parametrize("arm", [FIRST, LAST])
def test_what_is_kept_of_two_people_who_answered_otherwise_is_the_same(
    randomised: Clinic, arm: Arm
) -> None:
    kept = []
    for answer in (RIGHT, WRONG):
        visit = randomised.begin(arm)
        if arm == LAST:
            take(visit)
        visit.answer(answer)
        visit.answer(answer)
        file = randomised.file(visit)
        place, pages = file["learner"]["1"]["place"], file["pages"].values()
        kept.append((place, [(page["module"], page["page"]) for page in pages]))
        written = randomised.written(visit)
        assert WRONG not in written
        assert (RIGHT in written) == (arm == LAST)
        assert visit.record.code not in randomised.counted()
    assert kept[0] == kept[1]


@pytest.mark.parametrize("arm", [FIRST, LAST])
def test_who_comes_back_in_the_middle_goes_on_with_the_next_question(
    randomised: Clinic, arm: Arm
) -> None:
    visit = randomised.begin(arm)
    if arm == LAST:
        take(visit)
    visit.answer(WRONG)
    again = randomised.again(visit)
    assert again.place.id == "pour"
    assert round_of(again.place) == round_of(visit.place)
    again.answer(RIGHT)
    assert again.place == (MAP if arm == FIRST else FINISH)
    counts = randomised.counts()
    assert counts[f"{arm}/began"] == counts[f"{arm}/finished"] == 1
    # Nobody knows any more what the first answer was.
    assert not [name for name in counts if name.startswith(f"{arm}/right-")]


def test_a_question_that_is_counted_is_asked_once(randomised: Clinic) -> None:
    visit = randomised.begin(FIRST)
    visit.answer(WRONG)
    assert shown(visit).back is None
    visit.back()
    assert visit.place.id == "pour"


def test_who_began_before_the_plan_takes_no_part_in_it(tmp_path: Path) -> None:
    off, on = Clinic(tmp_path, "off"), Clinic(tmp_path, "randomised")
    visit = off.begin()
    assert take(on.again(visit)).place == FINISH
    assert on.counts() == {}


def test_who_began_under_another_plan_is_not_counted_in_this_one(tmp_path: Path) -> None:
    edited = msgspec.structs.replace(WATER, hint="It boils.")
    changed = a_course(asking("one", edited), asking("two", POUR), evaluation=ASKED)
    visit = Clinic(tmp_path, "randomised").begin(FIRST)
    now = Clinic(tmp_path, "randomised", changed)
    assert now.again(visit).place == MAP
    assert now.counts(changed) == {}


def test_without_questions_nothing_is_counted(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path, "randomised", a_course(asking("one", WATER)))
    assert clinic.begin().place == MAP
    assert not (tmp_path / FILE).exists()
