"""Moodle's figures, worked out as its documentation says, from lists of everything."""

import random
import statistics
from itertools import product

import pytest

from course.reports import intervals
from course.reports.statistics import Discrimination, Moments


def in_moodle(marks: list[list[int]], question: int) -> tuple[float, float]:
    """Discrimination index and discriminative efficiency, not in percent.

    `marks` has a list for each attempt, of the marks for each question.
    """
    own = [attempt[question] for attempt in marks]
    others = [sum(attempt) - attempt[question] for attempt in marks]
    best = statistics.covariance(sorted(own), sorted(others))
    together = statistics.covariance(own, others)
    spread = statistics.variance(own) * statistics.variance(others)
    return together / spread**0.5, together / best


@pytest.mark.parametrize("seed", range(5))
def test_where_all_answer_everything_the_figures_are_those_of_moodle(seed: int) -> None:
    chance = random.Random(seed)
    marks = []
    for _ in range(300):
        knows = chance.gauss(0, 1)
        marks.append([int(knows + chance.gauss(0, 1) > hard / 4) for hard in range(-5, 6)])
    for question in range(11):
        found = Discrimination()
        for attempt in marks:
            rest = (sum(attempt) - attempt[question]) / 10
            found.add(attempt[question] == 1, rest)
        assert (found.index(), found.efficiency()) == pytest.approx(in_moodle(marks, question))


def test_a_question_that_the_others_contradict_is_below_zero() -> None:
    found = Discrimination()
    for rest in (0.0, 0.25, 0.75, 1.0):
        found.add(rest < 0.5, rest)
    assert found.efficiency() == pytest.approx(-1)


def test_where_nothing_varies_there_is_no_efficiency() -> None:
    found = Discrimination()
    for rest in (0.0, 0.5, 1.0):
        found.add(True, rest)
    assert found.efficiency() is found.index() is found.best() is None


@pytest.mark.parametrize(("part", "people"), list(product((0, 1, 5, 10), (10, 40))))
def test_an_interval_holds_the_share_that_was_seen(part: int, people: int) -> None:
    low, high = intervals.share(part, people, 3)
    assert 0 <= low <= part / people <= high <= 1


def test_wilsons_interval_is_the_published_one() -> None:
    """R. G. Newcombe, Statistics in Medicine 17, 857-872 (1998), table I, method 3."""
    assert intervals.share(81, 263, 1.96) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert intervals.share(15, 148, 1.96) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert intervals.share(0, 20, 1.96) == pytest.approx((0.0, 0.1611), abs=5e-5)


def test_the_median_of_all_lies_between_the_ranks() -> None:
    chance, held = random.Random(1), 0
    for _ in range(400):
        seen = sorted(chance.expovariate(1) for _ in range(60))
        low, high = intervals.ranks_of_median(len(seen), 1.96)
        held += seen[low] <= 0.6931 <= seen[high]
    assert held > 0.95 * 400


def test_two_groups_that_are_alike_do_not_lead_each_other() -> None:
    one, other = Moments(), Moments()
    for value in (0.2, 0.4, 0.6, 0.8):
        one.add(value)
        other.add(value)
    assert intervals.lead(one, other, 2) < 0
    assert intervals.lead(one, Moments(), 2) < 0
    for _ in range(100):
        one.add(0.9)
    assert intervals.lead(one, other, 2) > 0


def test_more_looks_are_stricter_ones() -> None:
    assert intervals.strictness(1) == pytest.approx(1.645, abs=1e-3)
    assert intervals.strictness(500) > intervals.strictness(10)
