"""Whether visits may be called old by the clock of the machine."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from course.clock import is_synchronised
from course.errors import CourseError
from course.learners.terminal import as_course_errors
from progress import files
from progress.clock import HighWater
from progress.learners import LearnerStore
from progress.storage import Names

_CURE = (
    "Nothing was removed. Set the clock right (timedatectl set-time, or let a network set it); "
    "if it is right, say so: prolo learners clock --right"
)


class ClockDoubtedError(CourseError):
    """The clock of the machine cannot be believed, so nobody is old by it."""


class Clock:
    """The clock of the machine, against the latest time that was believed beside some visits."""

    def __init__(
        self,
        folder: Path,
        now: datetime.datetime | None = None,
        synchronised: Callable[[], bool] = is_synchronised,
    ) -> None:
        """`now` is the time to go by; if not given, what the machine says."""
        self.now = now or datetime.datetime.now(datetime.UTC)
        self.mark = HighWater(folder)
        self._folder = folder
        self._synchronised = synchronised

    def believe(self) -> None:
        """Raises ClockDoubtedError unless the clock can be believed; keeps the time if it can.

        Raises CourseError if that cannot be kept.
        """
        if not self._synchronised():
            if self.mark.read() is None:
                self._begin()
            said = f"The clock of this machine says {_told(self.now)}"
            match self.mark.judge(self.now):
                case "back":
                    raise ClockDoubtedError(f"{said}, which is before {self._last()}. {_CURE}")
                case "ahead":
                    raise ClockDoubtedError(f"{said}, which is long after {self._last()}. {_CURE}")
                case _:
                    pass
        self.keep()

    def keep(self) -> None:
        """The clock is right, somebody says. Raises CourseError if that cannot be kept."""
        with as_course_errors():
            self.mark.keep(self.now)

    def _begin(self) -> None:
        """Go by the last visit that was saved, where no time was ever kept."""
        with as_course_errors():
            last = max(map(self._changed, LearnerStore(self._folder).codes()), default=None)
            if last is not None:
                self.mark.keep(last)

    def _changed(self, code: str) -> datetime.datetime:
        names = Names(self._folder / f"{code}.json")
        found = 0.0
        for path in names.kept:
            with suppress(OSError):  # forgotten since the folder was read
                found = max(found, files.changed_at(path))
        return datetime.datetime.fromtimestamp(found, datetime.UTC)

    def _last(self) -> str:
        mark = self.mark.read()
        return f"{_told(mark)}, when it was last believed" if mark else "when it was last believed"


def _told(time: datetime.datetime) -> str:
    return f"{time:%Y-%m-%d %H:%M} UTC"
