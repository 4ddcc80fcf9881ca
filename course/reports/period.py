"""Of which visits a report tells: all, or those that began within some weeks.

Two reports of overlapping periods can be subtracted. If a period could begin on any day, that would
lay open the visits of a single day, which may be one; hence a period is made of whole weeks, and
its figures are rounded (see `figures`). Whoever sees all figures anyway may name any day.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from course.errors import UsageError
from progress.snapshot import Snapshot

_DAY = datetime.timedelta(days=1)
_WEEK = 7 * _DAY


class Period(NamedTuple):
    """The first and the last day, in UTC, of those on which a visit may have begun."""

    since: datetime.date | None = None
    until: datetime.date | None = None

    @property
    def is_all(self) -> bool:
        """Whether every visit is in it."""
        return self == Period()

    def holds(self, visit: Snapshot) -> bool:
        """Whether a visit began in it."""
        day = visit.learner.created[:10]
        return not (self.since and day < str(self.since)) and not (
            self.until and day > str(self.until)
        )

    def __str__(self) -> str:
        first = f"from {self.since} " if self.since else ""
        return first + (f"to {self.until}" if self.until else "on")


def period(since: str | None, until: str | None, any_day: bool) -> Period:
    """From two days as they were typed, such as 2026-11-02. Raises UsageError."""
    first, last = _day("--since", since), _day("--until", until)
    if first and last and last < first:
        raise UsageError(f"--until {last} is before --since {first}: exchange the two.")
    if not any_day:
        _check(first, "--since", "begins on a Monday", 0)
        _check(last, "--until", "ends on a Sunday", 6)
    return Period(first, last)


def _day(option: str, typed: str | None) -> datetime.date | None:
    if typed is None:
        return None
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        raise UsageError(
            f'{option} "{typed}" is no day: write year, month and day, as in 2026-11-02.'
        ) from None


def _check(day: datetime.date | None, option: str, what: str, weekday: int) -> None:
    if day is None or day.weekday() == weekday:
        return
    after = day + (weekday - day.weekday()) % 7 * _DAY
    raise UsageError(
        f"A period {what}, so that nobody can subtract two reports and see the visits of one day: "
        f"{option} {after - _WEEK} or {option} {after}. With --small-cells, for you alone, it may "
        "be any day."
    )
