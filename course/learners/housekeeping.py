"""Old visits go by themselves; what came of it is kept, for whoever looks after them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from course import durable
from course.content.model import Course
from course.errors import CourseError
from course.learners.clock import Clock
from course.learners.retention import Gone, remove_old
from progress import files
from progress.errors import ProgressError
from progress.records import moment

_MOST = 10_000
"""Bytes."""


class Round(Struct, frozen=True):
    """When visits were last looked after, and when that was last refused, and why.

    The times are ISO 8601 in UTC, and empty where there was none.
    """

    done: str = ""
    resting: int = 0
    """How many were put to rest then."""
    removed: int = 0
    """How many were counted and removed then."""
    refused: str = ""
    why: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether it was refused since it was last done."""
        return bool(self.why) and self.refused >= self.done


def look_after(folder: Path, course: Course, keep_days: int, clock: Clock | None = None) -> Round:
    """Let old visits go, and keep what came of it. Raises nothing.

    It may be cut short at any moment: what is left is done the next time.
    """
    clock = clock or Clock(folder)
    before, now = last(folder), moment(clock.now)
    try:
        gone = remove_old(folder, course, keep_days, clock)
    except (CourseError, ProgressError, OSError) as error:
        why = str(error) if isinstance(error, CourseError | ProgressError) else _reason(error)
        found = msgspec.structs.replace(before, refused=now, why=why)
    else:
        found = _done(now, gone)
    with suppress(OSError):
        if files.exists(folder.parent) and not files.is_another_owners_folder(folder.parent):
            durable.write(_kept_in(folder), msgspec.json.encode(found))
    return found


def last(folder: Path) -> Round:
    """What came of it the last time. Raises nothing."""
    with suppress(OSError, ValueError):
        kept = durable.read(_kept_in(folder), _MOST)
        if kept is not None:
            return msgspec.json.decode(kept, type=Round)
    return Round()


def told(found: Round) -> str:
    """What came of it, in a sentence."""
    if found.is_refused:
        return f"Old visits were not removed at {_time(found.refused)}. {found.why}"
    if not found.done:
        return "Old visits were not looked for yet."
    how_many = f"{found.resting} put to rest, {found.removed} counted and removed"
    return f"Old visits were looked for at {_time(found.done)}: {how_many}."


def _done(now: str, gone: Gone) -> Round:
    return Round(now, gone.resting, gone.removed)


def _kept_in(folder: Path) -> Path:
    return folder.parent / "housekeeping.json"


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "The system gave no reason."


def _time(moment: str) -> str:
    return f"{moment[:16].replace('T', ' ')} UTC"
