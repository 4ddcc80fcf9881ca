"""Whether the clock of this machine can be believed, by the latest time that it once was.

Where no battery keeps the time and no network sets it, a machine may start years off, and all that
it keeps would look old, or as if it were yet to come. So the latest time that was believed is kept
in a file of its own beside the visits. A time before it is wrong for sure; one long after it may
be.
"""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from progress import files
from progress.errors import CannotSave, ProgressError, because
from progress.records import moment

LONGEST_STEP = datetime.timedelta(days=7)
"""That a machine may have been off, and its clock still be believed without a network."""
SLACK = datetime.timedelta(hours=1)
"""By which a clock may be set back: it was a little fast."""
_MOST = 100
"""Bytes."""
_YEARS = range(2000, 9000)

Verdict = Literal["believed", "back", "ahead", "unknown"]
"""`back`: before a time that was believed. `ahead`: long after it. `unknown`: none was kept."""


class Span(NamedTuple):
    """From the first moment that is believed to the last one."""

    first: str
    last: str

    def __contains__(self, moment: object) -> bool:
        return isinstance(moment, str) and self.first <= moment <= self.last


NEVER = Span("1", "0")
"""No moment is believed."""


class HighWater:
    """The latest time that was believed, for the visits in one folder. Making it reads nothing."""

    def __init__(self, folder: Path) -> None:
        self.path = folder.parent / "clock.json"

    def read(self) -> datetime.datetime | None:
        """The time; None where none was kept, or where it cannot be read. Raises nothing."""
        with suppress(OSError, ValueError, ProgressError):
            kept = files.read(self.path, _MOST).decode("ascii").strip().strip('"')
            mark = datetime.datetime.fromisoformat(kept)
            if mark.tzinfo is not None and mark.year in _YEARS:
                return mark
        return None

    def span(self) -> Span:
        """The moments that are believed. Raises nothing."""
        mark = self.read()
        return NEVER if mark is None else Span(moment(mark - SLACK), moment(mark + LONGEST_STEP))

    def judge(self, now: datetime.datetime) -> Verdict:
        """Whether the clock is believed that says `now`. Raises nothing."""
        mark = self.read()
        if mark is None:
            return "unknown"
        if now < mark - SLACK:
            return "back"
        return "ahead" if now > mark + LONGEST_STEP else "believed"

    def keep(self, now: datetime.datetime) -> None:
        """This is the time; on the disk when this returns. Raises CannotSave, OtherOwner."""
        new = self.path.with_name(f".{self.path.name}.new")
        try:
            files.refuse_another_owner(self.path.parent)
            files.write_new(new, f'"{moment(now)}"\n'.encode())
            files.move(new, self.path)
        except OSError as error:
            with suppress(OSError):
                files.remove(new)
            raise CannotSave(because(error)) from error
