"""The house is kept once a day, and not before the clock can be right."""

from __future__ import annotations

from course.kiosk.policy.upkeep import DAY, HOUR, Upkeep


class Clock:
    now = 20.0

    def __call__(self) -> float:
        return self.now


def test_a_round_a_day_from_the_first_hour_on() -> None:
    clock = Clock()
    upkeep = Upkeep(clock)
    assert not upkeep.is_due()
    clock.now = HOUR
    assert upkeep.is_due()
    assert not upkeep.is_due()
    clock.now += DAY - 1
    assert not upkeep.is_due()
    clock.now += 1
    assert upkeep.is_due()


def test_a_start_late_in_the_day_waits_for_nothing() -> None:
    clock = Clock()
    clock.now = 3 * DAY
    assert Upkeep(clock).is_due()
