"""The questions before and after the course: who is asked them, and what stays of the answers."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.clinic import Setting
from course.content.model import Course
from course.views.lesson import lesson_view
from course.views.model import View
from course.views.overview import finish_view
from course.views.press import Go, Spot
from course.views.result import open_modules
from course.visit.evaluation import FILE, FIRST, LAST, Arm, plan_of
from course.visit.reception import Reception
from course.visit.route import AFTER, BEFORE, FINISH, MAP, round_of
from course.visit.visit import Visit
from progress.tally import Tally
from tests.desk import context_of, reception_for
from tests.unit.visit.test_visit import RIGHT, WATER, WRONG, a_course, a_module, go_through

POUR = msgspec.structs.replace(WATER, id="pour", ask="How hot is it when you pour?")
ASKED = (("one", "water"), ("two", "pour"))
COURSE = a_course(a_module("one", WATER), a_module("two", POUR), asked=ASKED)
PLAN = plan_of(COURSE)


class Clinic:
    """A clinic with a setting, where people come and come back."""

    def __init__(self, folder: Path, setting: Setting, course: Course = COURSE) -> None:
        self.course = course
        self.learners = folder / "learners"
        self._counts = folder / FILE
        self.reception: Reception = reception_for(course, self.learners, evaluation=setting)

    def begin(self, arm: Arm | None = None) -> Visit:
        """A new visit, in an arm if one is given."""
        for _ in range(200):
            visit = self.reception.begin("en")
            if arm in (None, plan_of(self.course).arm(visit.record.code)):
                return visit
            self.reception.forget(visit)
            self._counts.unlink()
        raise AssertionError("nobody comes into this arm")

    def again(self, visit: Visit) -> Visit:
        """The same person, come back."""
        visit.record.flush()
        return self.reception.resume(visit.record.code)

    def counts(self, course: Course = COURSE) -> dict[str, int]:
        """What was counted under the plan of a course."""
        found = Tally(self._counts).read().get(plan_of(course).mark)
        return found.counts if found else {}

    def counted(self) -> str:
        """The file of the counts, as it is."""
        return self._counts.read_text(encoding="utf-8")

    def file(self, visit: Visit) -> dict[str, Any]:
        """What is kept of a visit."""
        visit.record.flush()
        content = (self.learners / f"{visit.record.code}.json").read_text(encoding="utf-8")
        found: dict[str, Any] = json.loads(content)
        return found

    def written(self, visit: Visit) -> str:
        """All that the disk holds of a visit, as it is."""
        visit.record.flush()
        named = (each for each in self.learners.iterdir() if visit.record.code in each.name)
        return "".join(each.read_text(encoding="utf-8") for each in named)


@pytest.fixture
def before_after(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path, "before-after")


@pytest.fixture
def randomised(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path, "randomised")


def take(visit: Visit) -> Visit:
    """Go through all modules, with every question right, up to what comes then."""
    for module in ("one", "two"):
        visit.enter(module)
        go_through(visit, RIGHT)
        while visit.place.module == module:
            visit.next()
    return visit


def shown(visit: Visit) -> View:
    return lesson_view(visit, context_of(visit.course))


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


def test_nobody_is_sure_of_what_was_wrong_at_the_end(randomised: Clinic) -> None:
    visit = take(randomised.begin(LAST))
    visit.answer(WRONG)
    visit.answer(RIGHT)
    visit.next()
    end = finish_view(visit, context_of(COURSE))
    assert [module.id for module in open_modules(visit)] == ["one"]
    assert [card.press for card in end.cards] == [Go(Spot.AGAIN)]
    assert "sure of the main points" not in str(end.blocks)


def test_who_had_all_right_is_at_the_end_at_once(randomised: Clinic) -> None:
    visit = take(randomised.begin(LAST))
    visit.answer(RIGHT)
    visit.answer(RIGHT)
    assert visit.place == FINISH


# By chance


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
    changed = a_course(a_module("one", edited), a_module("two", POUR), asked=ASKED)
    visit = Clinic(tmp_path, "randomised").begin(FIRST)
    now = Clinic(tmp_path, "randomised", changed)
    assert now.again(visit).place == MAP
    assert now.counts(changed) == {}


def test_without_questions_nothing_is_counted(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path, "randomised", a_course(a_module("one", WATER)))
    assert clinic.begin().place == MAP
    assert not (tmp_path / FILE).exists()
