"""What the report says to look at first: planted faults, and nothing where there is none."""

import pytest

from course.content import loader
from course.learners.counts import Counts
from course.reports.findings import Finding, share_in_words
from course.reports.gather import Kept
from course.reports.report import report
from progress.records import Bookmark, Learner, PageRead
from progress.snapshot import Snapshot
from tests.paths import MODULES
from tests.slow import one_now
from tests.unit.reports.planted import FAULTS, Planted, plant
from tests.unit.reports.simulator import Clinic, a_clinics_course

NOON = "2026-11-22T12:00:00Z"


def named(found: list[Finding]) -> list[Planted]:
    return [Planted(one.cause, one.module, one.id) for one in found]


@pytest.mark.parametrize("seed", one_now(range(12)))
def test_ten_planted_faults_are_the_first_ten_rows(seed: int) -> None:
    clinic = Clinic(seed)
    planted = plant(clinic)
    found = named(clinic.report(2000).findings.first)
    assert len(planted) == 10
    assert set(planted) == set(found[:10])


@pytest.mark.parametrize("people", one_now([50, 200, 2000]))
@pytest.mark.parametrize("seed", one_now(range(100, 112)))
def test_a_course_without_faults_has_no_row(seed: int, people: int) -> None:
    assert named(Clinic(seed).report(people).findings.first) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_course_that_ships_has_no_row_where_people_know_it(seed: int) -> None:
    clinic = Clinic(seed, loader.load(MODULES))
    assert named(clinic.report(600).findings.first) == []


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (50, set()),
        (200, {"missed-sign", "harmful-answer", "left-at-page", "left-at-question", "too-long"}),
        (500, FAULTS.keys() - {"useless-answer", "too-easy"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("seed", one_now(range(4)))
def test_a_small_clinic_is_told_of_large_things_alone(
    seed: int, people: int, told: set[str]
) -> None:
    clinic = Clinic(seed)
    planted = plant(clinic)
    found = named(clinic.report(people).findings.first)
    # A key that is wrong looks like an answer that all take, until enough people have told.
    assert {(one.module, one.id) for one in found} <= {(one.module, one.id) for one in planted}
    assert {one.cause for one in found} >= told


def test_an_emergency_stands_before_what_can_wait_however_many_it_meets() -> None:
    clinic = Clinic(5)
    stories = {
        habit.right: (name[0], name[1], habit)
        for name, habit in clinic.habits.items()
        if name[1].startswith("story")
    }
    for level, known in (("today", 0.3), ("now", 0.4), ("emergency", 0.5)):
        habit = stories[level][2]
        habit.known, habit.others = known, {"home": 1.0}
    found = clinic.report(400).findings.first
    assert [(one.module, one.id) for one in found] == [
        stories[level][:2] for level in ("emergency", "now", "today")
    ]
    assert {one.danger for one in found} == {"harm"}
    people = [one.people for one in found]
    assert people != sorted(people, key=int, reverse=True)
    assert all("first chose too little care, most often: Rest at home" in one.seen for one in found)


def test_who_takes_the_short_way_has_left_no_page() -> None:
    """They read the first page of each part, and come to the end."""
    course = a_clinics_course()
    kept = Kept(course)
    pages = tuple(PageRead(module=part.id, page="page-0", when=NOON) for part in course.modules)
    learner = Learner(language="en", created=NOON, last_seen=NOON, place=Bookmark("finish"))
    for _ in range(400):
        kept.add(Snapshot(learner, (), pages, ()))
    assert report([course], kept, Counts(), small=False).findings.first == []


@pytest.mark.slow
def test_what_people_guess_is_doubtful() -> None:
    clinic = Clinic(6)
    name, habit = next((n, h) for n, h in clinic.habits.items() if n[1] == "choice-0")
    habit.known, habit.slope = 0.5, 0.0
    (found,) = clinic.report(2000).findings.first
    assert (found.cause, found.module, found.id) == ("doubtful", *name[:2])


def test_a_part_that_people_page_through_is_told() -> None:
    clinic = Clinic(7)
    clinic.seconds["part-0"] = clinic.written["part-0"] / 4
    (found,) = clinic.report(150).findings.first
    assert (found.cause, found.kind, found.module) == ("too-short", "module", "part-0")


def test_where_few_know_it_and_no_wrong_answer_explains_it() -> None:
    clinic = Clinic(8)
    name, habit = next((n, h) for n, h in clinic.habits.items() if n[1] == "choice-0")
    habit.known, habit.others = 0.15, dict.fromkeys(habit.others, 1.0)
    (found,) = clinic.report(400).findings.first
    assert (found.cause, found.module, found.id) == ("few-know", *name[:2])


def test_rows_with_the_same_cause_are_one_thing_to_mend() -> None:
    clinic = Clinic(9)
    for name, habit in clinic.habits.items():
        if name[:2] == ("part-0", "rows"):
            weights = {each: 15.0 if each.endswith("unsure") else 1.0 for each in habit.others}
            habit.known, habit.others = 0.2, weights
    (found,) = clinic.report(200).findings.first
    assert (found.cause, found.id) == ("nobody-is-sure", "rows")
    assert found.statement.startswith("Row 0.")


def test_what_meets_fewer_than_eleven_is_told_to_those_alone_who_see_all() -> None:
    def of(small: bool) -> list[Finding]:
        clinic = Clinic(3)
        plant(clinic, "missed-sign")
        habit = next(each for each in clinic.habits.values() if "home" in each.others)
        habit.known, habit.others = 0.01, {"home": 1.0}
        return clinic.report(10, small).findings.first

    assert of(small=False) == []
    assert of(small=True)[0].cause == "missed-sign"


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (1, 400, "About 1 of 10 people"),
        (148, 400, "About 4 of 10 people"),
        (379, 400, "About 9 of 10 people"),
        (381, 400, "Nearly all people"),
    ],
)
def test_a_share_is_told_in_tenths(part: int, whole: int, said: str) -> None:
    assert share_in_words(part, whole) == said
