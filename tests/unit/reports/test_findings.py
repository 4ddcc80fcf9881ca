"""What the report says to look at first: planted faults, and nothing where there is none."""

import pytest

from course.content import loader
from course.reports.findings import Finding
from tests.paths import MODULES
from tests.slow import one_now
from tests.unit.reports.simulator import FAULTS, Clinic, Planted


def named(found: list[Finding]) -> list[Planted]:
    return [Planted(one.cause, one.module, one.id) for one in found]


@pytest.mark.parametrize("seed", one_now(range(12)))
def test_ten_planted_faults_are_the_first_ten_rows(seed: int) -> None:
    clinic = Clinic(seed)
    planted = clinic.plant()
    found = named(clinic.report(2000).findings.first)
    assert len(planted) == 10
    assert set(planted) == set(found[:10])


@pytest.mark.parametrize("people", [50, 200, 2000])
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
    planted = clinic.plant()
    found = named(clinic.report(people).findings.first)
    # A key that is wrong looks like an answer that all take, until enough people have told.
    assert {(one.module, one.id) for one in found} <= {(one.module, one.id) for one in planted}
    assert {one.cause for one in found} >= told
