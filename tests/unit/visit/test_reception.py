"""Where visits begin: wrong codes make one wait, and a right one buys no guesses."""

from pathlib import Path

import pytest

from course.content import loader
from course.visit.reception import Reception, ResumeError
from progress.codes import new_code
from tests.desk import reception_for
from tests.paths import TEA

COURSE = loader.load(TEA)
MISTYPED = "123456789"


class Clock:
    """Says the time that it was told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reception(tmp_path: Path, clock: Clock) -> Reception:
    return reception_for(COURSE, tmp_path, clock)


@pytest.fixture
def code(reception: Reception) -> str:
    return reception.begin("en").record.code


def said(reception: Reception, typed: str) -> str:
    with pytest.raises(ResumeError) as error:
        reception.resume(typed)
    return error.value.reason


def test_wrong_codes_make_one_wait_longer_and_longer(
    reception: Reception, clock: Clock, code: str
) -> None:
    assert [said(reception, MISTYPED) for _ in range(5)] == ["mistyped"] * 5
    assert said(reception, code) == "wait"
    clock.now = 31.0
    assert said(reception, MISTYPED) == "mistyped"
    clock.now = 61.0
    assert said(reception, code) == "wait"
    clock.now = 92.0
    assert reception.resume(code).record.code == code


def test_nobody_waits_longer_than_a_quarter_of_an_hour(
    reception: Reception, clock: Clock, code: str
) -> None:
    for _ in range(50):
        said(reception, MISTYPED)
        clock.now += 901
    assert reception.resume(code).record.code == code


def test_a_code_of_ones_own_buys_no_more_guesses(reception: Reception, code: str) -> None:
    assert [said(reception, new_code()) for _ in range(4)] == ["unknown"] * 4
    reception.resume(code)
    assert [said(reception, new_code()) for _ in range(2)] == ["unknown", "wait"]


def test_the_slips_of_a_whole_day_do_not_add_up(
    reception: Reception, clock: Clock, code: str
) -> None:
    for _ in range(50):
        clock.now += 600
        assert said(reception, MISTYPED) == "mistyped"
        assert reception.resume(code).record.code == code
