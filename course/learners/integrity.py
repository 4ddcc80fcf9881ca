"""Looking at every file that is kept, and mending what an earlier copy can mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from course.errors import CourseError
from course.learners import housekeeping
from course.learners.retention import counts_of, mend_counts, removed
from course.learners.scan import every_code
from course.learners.terminal import as_course_errors
from progress import files
from progress.departures import Departures
from progress.errors import NoSuchLearner, ProgressError
from progress.inspection import MENDABLE, Fault, Finding, inspect, repair, strays
from progress.owner import own_name

_SAID: dict[Fault, str] = {
    "damaged": "is damaged; another copy is sound. Run with --repair to use that one",
    "missing": "is not there; another copy is sound. Run with --repair to use that one",
    "lost": "is damaged, and no earlier copy is sound. Put one back from a backup, or forget it",
    "earlier": "is an earlier copy that is damaged. Run with --repair to set it aside",
    "newer": "was written by a newer program. Install that one to use it",
    "foreign": "is no visit: a link, a pipe, a folder or an unknown file. Look at it and take it "
    "away",
    "owner": "belongs to another user, and was not looked into. Give it to the user whose the "
    "folder is (chown), or look as its owner",
    "unreadable": "cannot be read. Check the disk and who may read the folder",
    "left": "was left by a program that died. Run with --repair to remove it",
    "aside": "is a damaged copy that was set aside before. It goes when its visit goes",
    "sound aside": "was set aside before, and can be read. Run with --repair to use it",
    "copy": "is a sound visit under a name that no visit has. Give it the name it had, nine digits "
    "and .json, or keep the copy elsewhere",
    "lock": "is no lock that this user can hold. Run with --repair to remove it",
}


_GIVE = f"Give it back: chown -R {own_name()}"


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
        yield from self._beside()
        yield from self._counts()
        if (last := housekeeping.last(self._folder)).is_refused:
            self.faults += 1
            yield housekeeping.told(last)

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

    def _beside(self) -> Iterator[str]:
        """The two folders through which visits leave."""
        for name in ("resting", "leaving"):
            path = self._folder.parent / name
            if not files.exists(path):
                continue
            if not path.is_dir():
                yield self._fault(f"{path} is no folder, so no old visit can go. Take it away.")
            elif files.is_another_owners_folder(path):
                yield self._fault(f"{path} belongs to another user. {_GIVE} {path}")
        departures = Departures(self._folder)
        with suppress(ProgressError):
            if resting := len(list(departures.at_rest())):
                how = "prolo learners restore brings them back"
                yield f"Visits that are old and rest for two days: {resting}; {how}."
            if waiting := len(departures.waiting()):
                yield f"Visits that wait to be counted, at the next purge: {waiting}."

    def _counts(self) -> Iterator[str]:
        try:
            if self._mend and mend_counts(self._folder):
                yield f"{counts_of(self._folder).current} is mended."
            removed(self._folder)
        except CourseError as error:
            yield self._fault(str(error))

    def _fault(self, what: str) -> str:
        self.faults += 1
        return what
