"""Who is kept: a line for each visit, and one visit in more detail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from course.content.model import Course
from course.errors import CourseError
from course.learners.scan import Scan
from course.learners.sorting import newest_first
from course.learners.terminal import as_course_errors
from course.learners.visits import ModuleVisit, Way
from progress import codes
from progress.inspection import names_of, newest
from progress.snapshot import Snapshot


class Entry(NamedTuple):
    """One visit. The times are ISO 8601 in UTC."""

    last_seen: str
    created: str
    code: str
    language: str
    finished: int
    modules: int
    percent: int
    """Steps that are done, of all that the course has for the person. An answer to an earlier
    wording counts."""


class Listing:
    """All visits of a folder, measured against a course."""

    def __init__(self, folder: Path, course: Course) -> None:
        self.unreadable = 0
        """How many files the last listing had to leave out."""
        self._folder = folder
        self._way = Way(course)

    def entries(self) -> Iterator[Entry]:
        """Every visit, the last one first. Raises CourseError if the folder cannot be read.

        However many they are, only some thousands of them are in memory at a time.
        """
        scan = Scan(self._folder, "Reading")
        try:
            for row in newest_first(self._entry(*one) for one in scan.visits()):
                yield Entry(*row)
        except OSError as error:
            why = error.strerror or "the system gave no reason"
            raise CourseError(
                f"The visits cannot be sorted ({why}). Make room on the disk."
            ) from None
        self.unreadable = scan.unreadable

    def entry(self, typed: str) -> tuple[Entry, list[ModuleVisit]]:
        """One visit, and what was begun of each module.

        Raises UsageError if there is none under this code, CourseError if it cannot be read.
        """
        code = codes.normalise(typed)
        with as_course_errors():
            visit = newest(names_of(self._folder, code))[1]
        return self._entry(code, visit), self._way.started(self._way.in_todays_names(visit))

    def _entry(self, code: str, visit: Snapshot) -> Entry:
        visit = self._way.in_todays_names(visit)
        started = self._way.started(visit)
        done = sum(module.steps_done for module in started)
        return Entry(
            last_seen=visit.learner.last_seen,
            created=visit.learner.created,
            code=codes.spoken(code),
            language=visit.learner.language,
            finished=sum(module.finished for module in started),
            modules=len(self._way.modules),
            percent=100 * done // self._way.steps(visit),
        )
