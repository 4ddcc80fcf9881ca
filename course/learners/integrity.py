"""Looking at every file that is kept, and mending what an earlier copy can mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from course.errors import CourseError
from course.learners.retention import removed
from course.learners.scan import every_code
from course.learners.terminal import as_course_errors
from progress.errors import NoSuchLearner, ProgressError
from progress.inspection import MENDABLE, Fault, Finding, inspect, repair, strays

_SAID: dict[Fault, str] = {
    "damaged": "is damaged; an earlier copy is sound. Run with --repair to use that one",
    "missing": "is not there; an earlier copy is sound. Run with --repair to use that one",
    "lost": "is damaged, and no earlier copy is sound. Put one back from a backup, or forget it",
    "earlier": "is an earlier copy that is damaged. Run with --repair to set it aside",
    "newer": "was written by a newer program. Install that one to use it",
    "foreign": "is no visit of ours: a link, a pipe, a folder, another user's or an unknown file. "
    "Look at it and take it away",
    "unreadable": "cannot be read. Check the disk and who may read the folder",
    "left": "was left by a program that died. Run with --repair to remove it",
    "aside": "is a damaged copy that was set aside before. It goes when its visit goes",
}


class IntegrityCheck:
    """What one look at every file found."""

    def __init__(self, folder: Path, mend: bool) -> None:
        self.files = 0
        """Visits that were looked at."""
        self.faults = 0
        """What was found and not mended. Copies that were set aside before are no faults."""
        self._folder = folder
        self._mend = mend

    def lines(self) -> Iterator[str]:
        """Look, and mend if so asked; a line for each thing found. Raises CourseError."""
        with as_course_errors():
            for code in every_code(self._folder, "Checking"):
                self.files += 1
                yield from self._look_at(code)
            for finding in list(strays(self._folder)):
                yield self._stray(finding)
        try:
            removed(self._folder)
        except CourseError as error:
            self.faults += 1
            yield str(error)

    def _look_at(self, code: str) -> Iterator[str]:
        with suppress(NoSuchLearner):
            found = list(inspect(self._folder, code))
            if self._mend and any(one.fault in MENDABLE for one in found):
                with suppress(ProgressError):
                    repair(self._folder, code)
                left = list(inspect(self._folder, code))
                yield from (
                    f"{one.file} is mended."
                    for one in found
                    if one not in left and one.fault in MENDABLE
                )
                found = left
            yield from map(self._say, found)

    def _stray(self, finding: Finding) -> str:
        if self._mend and finding.fault == "left":
            with suppress(ProgressError):
                repair(self._folder, finding.file[:9])
                return f"{finding.file} is removed."
        return self._say(finding)

    def _say(self, finding: Finding) -> str:
        self.faults += finding.fault != "aside"
        return f"{ascii(finding.file)[1:-1]} {_SAID[finding.fault]}."
