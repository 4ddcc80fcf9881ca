"""A guesser at the real reception, with real files and a restart before every guess."""

import random

import pytest

from bench.guessing import BEFORE, CODES, OPEN, WHO, guessed, waits, world
from course.visit.guesses import DAY, HOUR

LEARNERS = 60


def test_guessing_all_day_hits_a_tenth_as_often_as_it_did() -> None:
    chance = random.Random(7)
    with world(LEARNERS, chance) as one:
        day = guessed(one, chance)
        assert 0 < day.chance <= BEFORE * LEARNERS / CODES / 10
        today, week, longer = (waits(one, day, who, chance) for who in WHO.values())
    assert max(today) <= 10
    assert max(week) <= 2 * 60
    assert max(longer) <= 6 * 60


@pytest.mark.slow
def test_a_guesser_who_stays_all_night_fares_no_better() -> None:
    chance = random.Random(7)
    with world(LEARNERS, chance) as one:
        day = guessed(one, chance, DAY)
    # The count of before let one guess through every ten minutes.
    assert day.chance <= (BEFORE + (DAY - OPEN) / HOUR * 6) * LEARNERS / CODES / 10
