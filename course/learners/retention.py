"""How visits end: forgotten at once on request, or counted and removed after some days.

**Forget me is not counted.** Who asks to be forgotten asks that nothing of them is kept. Nor could
it be done well: the counts before and after would differ by the answers of exactly this person, at
a moment that the person and the staff both know.

**Whoever stays away is counted, once.** `Departures` moves the file to a random name; then one save
of `counts.json` adds the answers and names the files that it added; then these are removed. A power
cut before the save leaves them to be counted, one after it to be removed, and nothing is counted
twice or lost. Neither file holds a code.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

from course.content.model import Course
from course.errors import CourseError, UsageError
from course.learners.counts import Counts, from_tables, to_tables
from course.learners.scan import every_code
from course.learners.terminal import as_course_errors
from course.learners.visits import Way
from progress import codes, files
from progress.departures import Departures
from progress.errors import CannotForget, CannotSave, Damaged, ProgressError, because
from progress.learners import LearnerStore
from progress.records import moment
from progress.storage import DurableStorage, Names

_AT_A_TIME = 500
"""Files between two saves of the counts, so that many at once do not cost a save each."""


def remove_old(folder: Path, course: Course, keep_days: int, now: datetime.datetime) -> int:
    """Count and remove the visits of `folder` that ended more than so many days ago; their number.

    For the start of the course: it looks at the age of each file, opens only the old ones, and
    raises nothing. Whatever cannot be removed now stays for the next time.
    """
    try:
        before = now - datetime.timedelta(days=keep_days)
        return _remove(
            folder, course, Departures(folder).untouched_since(before.timestamp()), before
        )
    except (CourseError, ProgressError, OSError):
        return 0


def purge(folder: Path, course: Course, older_than: int, now: datetime.datetime) -> int:
    """Count and remove every visit that ended more than so many days ago; their number.

    Other than `remove_old` this opens every file, so that the age of a file, which a backup or a
    copy may have changed, does not matter. Raises CourseError, UsageError for too many days.
    """
    try:
        before = now - datetime.timedelta(days=older_than)
    except OverflowError:
        raise UsageError("That is longer ago than any calendar goes. Give fewer days.") from None
    with as_course_errors():
        # The latter finds what dead writers left of those of whom nothing was saved.
        abandoned = Departures(folder).untouched_since(before.timestamp())
        who = chain(every_code(folder, "Removing"), abandoned)
        return _remove(folder, course, who, before)


def forget(folder: Path, typed: str) -> None:
    """Remove one visit at once, uncounted. Raises UsageError if there is none, CourseError."""
    with as_course_errors():
        LearnerStore(folder).forget(codes.normalise(typed))


def removed(folder: Path) -> Counts:
    """The counts of all visits of this folder that were removed. Changes nothing.

    Raises CourseError if they cannot be read.
    """
    names = _names(folder)
    try:
        for path in names.generations:
            with suppress(Damaged):
                tables = DurableStorage(path).read_current()
                if tables is not None:
                    return from_tables(tables)[0]
    except ProgressError as error:
        raise _unreadable(names, str(error)) from error
    if any(map(files.exists, names.kept)):
        raise _unreadable(names, "Every copy is damaged; put one back from a backup.")
    return Counts()


def _unreadable(names: Names, why: str) -> CourseError:
    return CourseError(f"The counts of removed visits in {names.current} cannot be read. {why}")


def _names(folder: Path) -> Names:
    return Names(folder.parent / "counts.json")


def _remove(folder: Path, course: Course, who: Iterable[str], before: datetime.datetime) -> int:
    if not folder.exists():
        return 0
    departures = Departures(folder)
    gone = 0
    refused: CannotForget | None = None
    try:
        with files.lock(_names(folder).lock):
            tally = _Tally(folder, Way(course))
            for code in who:
                try:
                    gone += departures.take(code, moment(before))
                except CannotForget as error:
                    refused = error
                except ProgressError:
                    # A newer file, somebody else's, or one in use: it stays for the next time.
                    continue
            tally.count(departures)
    except OSError as error:
        raise CannotSave(because(error)) from error
    if refused:
        raise refused
    return gone


class _Tally:
    """The counts of removed visits, while nobody else counts."""

    def __init__(self, folder: Path, way: Way) -> None:
        """Raises CourseError if older counts cannot be read: before anything is removed."""
        self._storage = DurableStorage(_names(folder).current, check=from_tables)
        self._way = way
        self._counts, self._counted = Counts(), list[str]()
        try:
            if tables := self._storage.read():
                self._counts, self._counted = from_tables(tables)
        except Damaged:  # they are lost, but what must go has to go
            pass
        except ProgressError as error:
            raise _unreadable(_names(folder), str(error)) from error

    def count(self, departures: Departures) -> None:
        """Count whoever waits and is not counted yet, and remove them all."""
        departures.drop(self._counted)
        waiting = iter(departures.waiting())
        while names := list(islice(waiting, _AT_A_TIME)):
            for name in names:
                with suppress(ProgressError):  # what cannot be read cannot be counted either
                    self._counts.add_visit(departures.read(name), self._way)
            self._storage.write(to_tables(self._counts, names))
            departures.drop(names)
