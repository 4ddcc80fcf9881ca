"""Days in words, and the day of a person's visit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from course.language import Words


class Appointment(Struct, frozen=True):
    """The day of a person's visit, which nothing keeps, and the day on which that is told."""

    on: date
    today: date

    def before(self, days: int) -> date:
        """The day so many days before it."""
        return self.on - timedelta(days=days)


def day(when: date, words: Words) -> str:
    """A day in words, such as "Friday, December 11"."""
    return words(
        "calendar.day",
        weekday=words(f"calendar.weekday.{when.isoweekday()}"),
        month=words(f"calendar.month.{when.month}"),
        day=when.day,
    )
