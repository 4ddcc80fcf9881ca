"""A report of some weeks."""

import datetime

import pytest

from course.errors import UsageError
from course.reports.period import Period, period
from tests.unit.reports.simulator import START, Clinic

MONDAY = datetime.date(2026, 11, 9)
VISITS = [*Clinic(1).visits(384)]
"""Of two thirds of a day and two whole ones, one in ten minutes."""


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [(0, 0, 96), (1, None, 288), (None, 1, 240), (1, 1, 144), (None, None, 384), (None, -1, 0)],
)
def test_only_visits_that_began_in_it_count(
    since: int | None, until: int | None, count: int
) -> None:
    first, second = (
        None if after is None else START.date() + datetime.timedelta(days=after)
        for after in (since, until)
    )
    assert sum(map(Period(first, second).holds, VISITS)) == count


def test_its_numbers_of_people_are_rounded_to_tens() -> None:
    found = Clinic(1).report(1500, period=Period(since=MONDAY))
    figures = [
        value
        for row in (*found.questions, *found.modules)
        for value in (getattr(row, name) for name in row.__struct_fields__)
        if isinstance(value, int)
    ]
    assert figures
    assert all(value % 10 == 0 for value in figures)
    assert isinstance(found.visits_kept, int)
    assert found.visits_kept % 10 == 0
    assert found.visits_removed == 0


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2026-11-11", None, "--since 2026-11-09 or --since 2026-11-16"),
        (None, "2026-11-11", "--until 2026-11-08 or --until 2026-11-15"),
        ("2026-11-16", "2026-11-15", "exchange the two"),
        ("last week", None, 'write year, month and day'),
    ],
)  # fmt: skip
def test_what_is_no_period_says_how_to_write_one(
    since: str | None, until: str | None, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        period(since, until, any_day=False)


def test_who_sees_everything_may_name_any_day() -> None:
    wednesday = datetime.date(2026, 11, 11)
    assert period("2026-11-11", None, any_day=True) == Period(wednesday, None)
