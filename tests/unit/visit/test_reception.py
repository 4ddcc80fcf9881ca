"""Where visits begin: guessed codes make one wait, slips do not, and a restart forgives nothing."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from course.content import loader
from course.visit.guesses import DAY, HOUR, MINUTE
from course.visit.reception import Reception, ResumeError
from progress.codes import new_code
from tests.desk import reception_for
from tests.paths import TEA

COURSE = loader.load(TEA)
MISTYPED = "123456789"
Opening = Callable[[], Reception]


class Clock:
    """Says the time that it was told, and the date on the wall as well."""

    def __init__(self) -> None:
        self.now = 0.0
        self.began = time.time()

    def __call__(self) -> float:
        return self.now

    def wall(self) -> float:
        return self.began + self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opening(tmp_path: Path, clock: Clock) -> Opening:
    """Opens a reception on the same folder again and again, as restarts do."""
    return lambda: reception_for(COURSE, tmp_path / "learners", clock, wall=clock.wall)


@pytest.fixture
def reception(opening: Opening) -> Reception:
    return opening()


@pytest.fixture
def code(reception: Reception) -> str:
    return reception.begin("en").record.code


def said(reception: Reception, typed: str = "") -> str:
    """Why a code does not open; a guessed one, if none is named."""
    with pytest.raises(ResumeError) as error:
        reception.resume(typed or new_code())
    return error.value.reason


def opens(reception: Reception, code: str) -> bool:
    return reception.resume(code).record.code == code


def test_a_slip_is_no_guess(reception: Reception, code: str) -> None:
    assert {said(reception, MISTYPED) for _ in range(50)} == {"mistyped"}
    assert opens(reception, code)


def test_guessed_codes_make_one_wait(reception: Reception, clock: Clock, code: str) -> None:
    assert [said(reception) for _ in range(6)] == [*["unknown"] * 2, *["later"] * 3, "wait"]
    assert said(reception, code) == "wait"
    assert said(reception, MISTYPED) == "mistyped"
    clock.now += 10 * MINUTE
    assert opens(reception, code)


def test_whoever_was_here_today_waits_ten_minutes_at_most(
    reception: Reception, clock: Clock, code: str
) -> None:
    for _ in range(60):
        said(reception)
        clock.now += 10 * MINUTE + 1
    assert opens(reception, code)


@pytest.mark.parametrize(("days", "hours"), [(2, 2), (20, 6)])
def test_whoever_was_here_before_waits_longer(
    reception: Reception, clock: Clock, code: str, days: int, hours: int
) -> None:
    clock.now += days * DAY
    assert opens(reception, code)
    for _ in range(3):
        said(reception)
    assert said(reception, code) == "later"
    clock.now += hours * HOUR - 2
    assert said(reception, code) == "later"
    clock.now += 3
    assert opens(reception, code)


def test_whether_a_code_is_somebodys_is_not_told_meanwhile(
    reception: Reception, clock: Clock, code: str
) -> None:
    clock.now += 20 * DAY
    for _ in range(3):
        said(reception)
    # The same is said of both, and both count.
    assert [said(reception, code), said(reception)] == ["later", "later"]
    assert [said(reception, code), said(reception)] == ["wait", "wait"]


def test_typing_too_early_makes_nobody_wait_longer(
    reception: Reception, clock: Clock, code: str
) -> None:
    clock.now += 2 * DAY
    for _ in range(3):
        said(reception)
    for _ in range(11):
        clock.now += 10 * MINUTE
        assert said(reception, code) == "later"
    clock.now += 10 * MINUTE + 1
    assert opens(reception, code)


def test_a_code_of_ones_own_buys_no_more_guesses(reception: Reception, code: str) -> None:
    said(reception), said(reception)
    assert opens(reception, code)
    assert [said(reception) for _ in range(4)] == ["later", "later", "later", "wait"]


def test_a_restart_forgives_nothing(
    opening: Opening, reception: Reception, clock: Clock, code: str
) -> None:
    for _ in range(5):
        said(reception)
    for _ in range(20):
        assert said(opening(), code) == "wait"
    clock.now += 9 * MINUTE
    assert said(opening(), code) == "wait"
    clock.now += MINUTE + 1
    assert opens(opening(), code)


def test_a_clock_that_was_set_back_forgives_nothing_and_locks_nobody_out(
    opening: Opening, reception: Reception, clock: Clock, code: str
) -> None:
    for _ in range(5):
        said(reception)
    clock.began -= 40 * DAY
    assert said(opening(), code) == "wait"
    # Their visit seems to come from the future: how long ago it was nobody can tell.
    clock.now += 6 * HOUR + 1
    assert opens(opening(), code)


def test_the_guesses_of_a_few_days_do_not_add_up(
    reception: Reception, clock: Clock, code: str
) -> None:
    for _ in range(30):
        clock.now += DAY / 2
        assert said(reception) == "unknown"
        assert opens(reception, code)


def test_staff_vouch_for_who_types(opening: Opening, clock: Clock, code: str) -> None:
    reception = opening()
    clock.now += 20 * DAY
    for _ in range(5):
        said(reception)
    reception.vouch()
    assert opens(reception, code)
    assert opens(opening(), code)


def test_where_nothing_can_be_written_it_still_counts(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "in the way").write_text("")
    reception = reception_for(COURSE, tmp_path / "in the way" / "learners", clock)
    for _ in range(5):
        said(reception)
    assert said(reception) == "wait"
