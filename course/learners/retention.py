"""How visits end: forgotten at once on request, or put to rest after some days, then counted.

**Forget me is not counted.** Who asks to be forgotten asks that nothing of them is kept. Nor could
it be done well: the counts before and after would differ by the answers of exactly this person, at
a moment that the person and the staff both know.

**Nobody is old by a clock that is wrong.** Where `Clock` does not believe the time, nothing goes.
Whoever is old rests for two days, and `restore` brings them back.

**Whoever stays away is counted, once.** `Departures` moves the file to a random name; then one save
of `counts.json` adds the answers and names the files that it added; then these are removed. A power
cut before the save leaves them to be counted, one after it to be removed, and nothing is counted
twice or lost. Neither file holds a code.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from course.content.model import Course
from course.errors import CourseError, UsageError
from course.learners.clock import Clock
from course.learners.counts import Counts, from_tables, in_shape, to_tables
from course.learners.scan import every_code
from course.learners.terminal import as_course_errors
from course.learners.visits import Way
from course.visit.elsewhere import Elsewhere
from progress import codes, files
from progress.departures import Departures, When
from progress.errors import (
    CannotForget,
    CannotSave,
    Damaged,
    NoSuchLearner,
    ProgressError,
    because,
)
from progress.learners import LearnerStore
from progress.storage import DurableStorage, Names

_AT_A_TIME = 500
"""Files between two saves of the counts, so that many at once do not cost a save each."""
LARGEST = 256_000_000
"""Bytes of the counts: more than all visits of many years can fill."""
_OLDEST = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Gone(NamedTuple):
    """How many were put to rest, and how many were counted and removed for good."""

    resting: int = 0
    removed: int = 0


def remove_old(folder: Path, course: Course, keep_days: int, clock: Clock) -> Gone:
    """Put to rest whoever of `folder` left more than so many days ago, and end the rest of others.

    For the start of the course: it looks at the age of each file, and opens only the old ones.
    Whatever cannot be removed now stays for the next time. Raises CourseError.
    """
    if not _is_kept(folder):
        return Gone()
    clock.believe()
    when = When(clock.now, clock.now - datetime.timedelta(days=keep_days))
    with as_course_errors():
        return _remove(folder, course, Departures(folder).untouched_since(when), when)


def purge(folder: Path, course: Course, older_than: int, clock: Clock) -> Gone:
    """The same for every visit that ended more than so many days ago.

    Other than `remove_old` this opens every file, so that the age of a file, which a backup or a
    copy may have changed, does not matter. Raises CourseError, UsageError for too many days.
    """
    try:
        when = When(clock.now, clock.now - datetime.timedelta(days=older_than))
    except OverflowError:
        when = When(clock.now, _OLDEST)
    if when.old <= _OLDEST:
        raise UsageError("That is longer ago than any visit can be. Give fewer days.")
    if not _is_kept(folder):
        return Gone()
    clock.believe()
    with as_course_errors():
        # The latter finds what dead writers left of those of whom nothing was saved.
        abandoned = Departures(folder).untouched_since(when)
        who = chain(every_code(folder, "Removing"), abandoned)
        return _remove(folder, course, who, when)


def forget(folder: Path, typed: str, others: Elsewhere | None = None) -> None:
    """Remove one visit at once, uncounted; with `others`, from every kiosk, be it here or not.

    Raises UsageError if there is none, CourseError.
    """
    code = codes.normalise(typed)
    with as_course_errors():
        try:
            if others is not None:
                others.forget(code)
            LearnerStore(folder).forget(code)
        except NoSuchLearner:
            if others is None or not codes.is_code(code):
                raise
            others.forget_any(code)
        except OSError as error:
            raise CannotForget(because(error)) from error


def restore(folder: Path, typed: str | None, now: datetime.datetime) -> int:
    """Bring back one who rests, or all of them, as if they had been seen now; their number.

    Raises UsageError if nobody rests under the code, CourseError.
    """
    departures = Departures(folder)
    with as_course_errors():
        if typed is None:
            return sum(departures.bring_back(code, now) for code in departures.at_rest())
        if not departures.bring_back(codes.normalise(typed), now):
            raise CourseError(
                "Somebody else has this code by now, so it was not brought back. "
                "Export that visit and forget it, then try again."
            )
    return 1


def removed(folder: Path) -> Counts:
    """The counts of all visits of this folder that were removed. Changes nothing.

    Raises CourseError if they cannot be read.
    """
    names = counts_of(folder)
    try:
        for path in names.generations:
            with suppress(Damaged):
                tables = _storage(path).read_current()
                if tables is not None:
                    return from_tables(tables)[0]
    except ProgressError as error:
        raise _unreadable(names, str(error)) from error
    if any(map(files.exists, names.kept)):
        how = "Every copy is damaged; put one back from a backup, or begin anew:"
        raise _unreadable(names, f"{how} prolo learners check --repair")
    return Counts()


def mend_counts(folder: Path) -> bool:
    """Go back to the last sound copy of the counts, or begin anew where there is none.

    Says whether anything was to be mended. Raises CourseError.
    """
    names = counts_of(folder)
    with as_course_errors():
        try:
            if not any(map(files.exists, names.kept)):
                return False
            with _counting(names):
                storage = _storage(names.current)
                try:
                    tables = storage.read()
                except Damaged:
                    tables = to_tables(Counts(), [])
                    storage.write(tables)
                    return True
                if tables is None or not storage.fell_back:
                    return False
                storage.write(tables)
        except OSError as error:
            raise CannotSave(because(error)) from error
    return True


def counts_of(folder: Path) -> Names:
    """The files of the counts beside a folder of visits."""
    return Names(folder.parent / "counts.json")


def _storage(path: Path) -> DurableStorage:
    return DurableStorage(path, in_shape, LARGEST)


def _unreadable(names: Names, why: str) -> CourseError:
    return CourseError(f"The counts of removed visits in {names.current} cannot be read. {why}")


def _is_kept(folder: Path) -> bool:
    return any(map(files.exists, (folder, folder.parent / "leaving", folder.parent / "resting")))


@contextmanager
def _counting(names: Names) -> Iterator[None]:
    """Let nobody else count meanwhile, and leave no lock behind."""
    with files.lock(names.lock):
        try:
            yield
        finally:
            files.remove_held_lock(names.lock)


def _remove(folder: Path, course: Course, who: Iterable[str], when: When) -> Gone:
    departures = Departures(folder)
    resting = 0
    refused: ProgressError | None = None
    try:
        with _counting(counts_of(folder)):
            tally = _Tally(folder, Way(course))
            for code in who:
                try:
                    resting += departures.take(code, when)
                except (CannotForget, CannotSave) as error:
                    refused = error
                except ProgressError:
                    # A newer file, somebody else's, or one in use: it stays for the next time.
                    continue
            departures.end_rest(when)
            removed = tally.count(departures)
    except OSError as error:
        raise CannotSave(because(error)) from error
    if refused:
        raise refused
    return Gone(resting, removed)


class _Tally:
    """The counts of removed visits, while nobody else counts."""

    def __init__(self, folder: Path, way: Way) -> None:
        """Raises CourseError if older counts cannot be read: before anything is removed."""
        self._storage = _storage(counts_of(folder).current)
        self._way = way
        self._counts, self._counted = Counts(), list[str]()
        try:
            if tables := self._storage.read():
                self._counts, self._counted = from_tables(tables)
        except Damaged:  # they are lost, but what must go has to go
            pass
        except ProgressError as error:
            raise _unreadable(counts_of(folder), str(error)) from error

    def count(self, departures: Departures) -> int:
        """Count whoever waits and is not counted yet, and remove them all; their number."""
        departures.drop(self._counted)
        waiting = iter(departures.waiting())
        removed = 0
        while names := list(islice(waiting, _AT_A_TIME)):
            for name in names:
                with suppress(ProgressError):  # what cannot be read cannot be counted either
                    self._counts.add_visit(departures.read(name), self._way)
            self._storage.write(to_tables(self._counts, names))
            departures.drop(names)
            removed += len(names)
        return removed
