"""Visits that end, and what was counted of them."""

import datetime
import os
from pathlib import Path
from typing import Any

from course.content.model import Course
from course.learners import retention
from course.learners.clock import Clock
from course.learners.counts import Counts, to_tables
from course.learners.housekeeping import look_after
from course.reports.gather import gather
from progress.clock import HighWater
from progress.departures import REST
from tests.unit.reports.population import START, Population

DAY = datetime.timedelta(days=1)
LATER = START + 31 * DAY


def right(folder: Path, now: datetime.datetime) -> Clock:
    """A clock that a network keeps right."""
    return Clock(folder, now, lambda: True)


def people(course: Course, folder: Path, count: int) -> list[str]:
    """So many who have visited, on a machine whose clock is believed now."""
    codes = Population(course, seed=1).write(folder, count)
    HighWater(folder).keep(datetime.datetime.now(datetime.UTC))
    return codes


def remove_old(folder: Path, course: Course, days: int, now: datetime.datetime) -> int:
    """Let the old go, and again when they have rested; how many went to rest."""
    found = look_after(folder, course, days, right(folder, now))
    look_after(folder, course, days + REST.days, right(folder, now + REST))
    return 0 if found.is_refused else found.resting


def purge(folder: Path, course: Course, days: int, now: datetime.datetime) -> int:
    """The same by hand."""
    found = retention.purge(folder, course, days, right(folder, now))
    retention.purge(folder, course, days + REST.days, right(folder, now + REST))
    return found.resting


def everyone(course: Course, folder: Path) -> Counts:
    return gather(folder, course).counts


def plain(counts: Counts) -> dict[str, Any]:
    """Comparable, whatever the order in which people were counted."""
    tables = to_tables(counts, [])
    return {
        name: sorted(table.values(), key=lambda row: str(sorted(row.items())))
        for name, table in tables.items()
    } | {"items": {count.item: count for count in counts.items.values()}}


def aged(folder: Path, time: datetime.datetime = START) -> None:
    for path in folder.iterdir():
        os.utime(path, (time.timestamp(), time.timestamp()))
