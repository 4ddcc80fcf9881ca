"""A report of some weeks."""

import datetime

import pytest

from course.errors import UsageError
from course.reports.period import Period, period
from tests.unit.reports.simulator import START, Clinic

MONDAY = datetime.date(2026, 11, 9)


@pytest.mark.slow
def test_only_visits_that_began_in_it_count() -> None:
    clinic = Clinic(1)
    day, week = 24 * 6, 7 * 24 * 6
    visits = list(clinic.visits(3 * week))
    first = START.date()
    assert sum(Period(since=MONDAY).holds(each) for each in visits) == pytest.approx(2 * week, day)
    assert not Period(until=first - datetime.timedelta(days=1)).holds(visits[0])
    assert Period(first, first).holds(visits[0])
    assert not Period(first, first).holds(visits[2 * day])
    assert all(map(Period().holds, visits))


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
