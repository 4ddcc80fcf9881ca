"""A wait grows with each failure, up to its longest."""

import pytest

from course.waits import GrowingWait

WAIT = GrowingWait(begins=5, first=30.0, longest=900.0)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (11, 900), (10**6, 900)],
)
def test_the_wait_doubles_from_the_fifth_failure_on(failures: int, seconds: float) -> None:
    assert WAIT.after(failures) == seconds
