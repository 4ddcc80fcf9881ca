"""What the supervisor decides after the course has ended."""

from __future__ import annotations

import pytest

from course.kiosk.status import Status
from course.kiosk.supervisor.restarts import FREE, LONGEST_WAIT, OUT_OF_ORDER, SHORT, Next, Policy

BROKEN = [
    Status.CRASHED, Status.HUNG, Status.INPUT_LOST, Status.TERMINATED, 1, 2, 137, 255, -9, -11, -19,
]  # fmt: skip


def test_staff_end_it() -> None:
    assert Policy().after(Status.ENDED_BY_STAFF, 1.0) == Next(ends=True)
    assert Policy(on_trial=True).after(Status.ENDED_BY_STAFF, 9999.0).ends


@pytest.mark.parametrize("status", BROKEN)
def test_nothing_else_ends_it(status: int) -> None:
    policy = Policy()
    for _ in range(1000):
        assert not policy.after(status, 0.1).ends


@pytest.mark.parametrize("status", BROKEN)
def test_at_once_at_first_and_then_with_a_growing_wait(status: int) -> None:
    policy = Policy()
    waits = [policy.after(status, 1.0).wait for _ in range(12)]
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_page_that_sends_people_to_the_staff_after_many_failures() -> None:
    policy = Policy()
    told = [policy.after(Status.CRASHED, 1.0).out_of_order for _ in range(OUT_OF_ORDER + 1)]
    assert told == [False] * (OUT_OF_ORDER - 1) + [True, True]


def test_a_year_of_failures_keeps_the_longest_wait() -> None:
    policy = Policy()
    policy.failures = 600_000
    assert policy.after(Status.CRASHED, 1.0).wait == LONGEST_WAIT


def test_a_run_that_held_starts_the_count_anew() -> None:
    policy = Policy()
    for _ in range(9):
        policy.after(Status.CRASHED, 1.0)
    assert policy.after(Status.CRASHED, SHORT) == Next()
    assert policy.failures == 1


def test_a_restart_that_staff_asked_for_is_no_failure() -> None:
    policy = Policy()
    for _ in range(100):
        assert policy.after(Status.RESTART_ASKED, 3.0) == Next()


def test_a_course_that_asks_for_a_restart_at_once_does_not_spin() -> None:
    policy = Policy()
    waits = [policy.after(Status.RESTART_ASKED, 0.2).wait for _ in range(10)]
    assert waits[-1] == LONGEST_WAIT


def test_new_modules_with_which_the_course_does_not_stay_up_are_given_up() -> None:
    policy = Policy()
    policy.taken_over()
    told = [policy.after(Status.CRASHED, 1.0) for _ in range(FREE + 1)]
    assert [each.roll_back for each in told] == [False, False, True, False]
    assert told[FREE].wait == 0


def test_modules_that_held_are_not_given_up() -> None:
    policy = Policy()
    policy.taken_over()
    policy.held()
    assert not any(policy.after(Status.CRASHED, 1.0).roll_back for _ in range(20))
