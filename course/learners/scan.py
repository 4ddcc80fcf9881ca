"""Scanning every visit of a folder, one after another, and changing nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from course.learners.terminal import as_course_errors, with_progress_bar
from progress.errors import NoSuchLearner, ProgressError
from progress.inspection import about_how_many, names_of, newest
from progress.learners import LearnerStore
from progress.snapshot import Snapshot


class Share(NamedTuple):
    """One of so many shares of all visits; each visit is in one of them, always the same."""

    number: int = 1
    of: int = 1

    def holds(self, code: str) -> bool:
        """Whether the visit with this code is in it."""
        return int(code) % self.of == self.number - 1


def every_code(folder: Path, doing: str) -> Iterator[str]:
    """The code of everyone, in no order, with a bar on the terminal. Raises CannotRead."""
    return with_progress_bar(LearnerStore(folder).codes(), lambda: about_how_many(folder), doing)


class Scan:
    """One way through all visits; only one of them is in memory at a time."""

    def __init__(self, folder: Path, doing: str, share: Share | None = None) -> None:
        """Only those of the `share`, if there is one."""
        self.unreadable = 0
        """Files that are damaged, newer or not ours, and were left out."""
        self._folder = folder
        self._doing = doing
        self._share = share or Share()

    def visits(self) -> Iterator[tuple[str, Snapshot]]:
        """The code and the newest sound copy of everyone.

        Raises CourseError if the folder cannot be read.
        """
        with as_course_errors():
            for code in every_code(self._folder, self._doing):
                if not self._share.holds(code):
                    continue
                try:
                    visit = newest(names_of(self._folder, code))[1]
                except NoSuchLearner:  # forgotten since the folder was read
                    continue
                except ProgressError:
                    self.unreadable += 1
                    continue
                yield code, visit
