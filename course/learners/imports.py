"""Bringing exported visits back: all of a file, or nothing of it.

What is wrong is told by its place in the file. What stands there is not repeated, for it may be
something that a person typed.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from course.errors import CourseError, UsageError
from course.learners.exports import FORMAT, VERSION
from course.learners.terminal import as_course_errors, with_progress_bar
from progress import codes
from progress.checked_json import no_number, without_doubles
from progress.errors import CannotRead, NewerSchema, NoSuchLearner, ProgressError
from progress.inspection import names_of, newest
from progress.learners import LearnerStore
from progress.migrations import learner_brought_up
from progress.records import Answer, Learner, PageRead, Picked, Record, moment
from progress.snapshot import Snapshot
from progress.transfer import fits, put

R = TypeVar("R", bound=Record)

MOST_BYTES = 256_000_000
"""The whole file is checked before anything is written, and so is held in memory."""
_MOST_FAULTS = 50
_LISTS = {"answers": Answer, "pages": PageRead, "choices": Picked}
_MOMENTS = ("when", "created", "last_seen")
_FIRST = "1970"


class Imported(NamedTuple):
    """How many visits were brought back, and how many were there already, just the same."""

    new: int
    there: int


def import_file(folder: Path, path: Path) -> Imported:
    """Bring back every visit that a JSON export holds.

    Raises UsageError if the file cannot be read or is no export; CourseError with every fault in
    it, or if it cannot be saved. Then nothing of it was brought back. Only a power cut can leave a
    part of it, of whole visits; the same import again brings the rest.
    """
    entries = _entries(path)
    check = _Check(folder)
    for place, entry in enumerate(with_progress_bar(entries, lambda: len(entries), "Checking")):
        check.learner(f"learners[{place}]", entry)
    if check.faults:
        raise CourseError(_told(path, check.faults))
    return Imported(_write(folder, check.new), check.there)


def _entries(path: Path) -> list[Any]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise UsageError(f"{path} cannot be read ({why}). Give the file of an export.") from None
    if len(content) > MOST_BYTES:
        how = "Export in parts: prolo learners export --part 1/2, then --part 2/2."
        raise UsageError(f"{path} is larger than 256 MB. {how}")
    try:
        found = json.loads(content, object_pairs_hook=without_doubles, parse_constant=no_number)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        how = "Give what prolo learners export --format json wrote, whole and unchanged."
        raise UsageError(f"{path} is not an export of visits. {how}")
    version = found.get("version")
    if type(version) is not int or version not in (1, VERSION):
        how = f"This program reads the versions 1 and {VERSION}."
        raise UsageError(f"{path} was written by another version of the course. {how}")
    learners = found.get("learners")
    if set(found) != {"format", "version", "learners"} or not isinstance(learners, list):
        raise UsageError(f"{path} is not a whole export of visits. Export them again.")
    return learners


class _Check:
    """Turns entries into visits and collects what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.faults: list[str] = []
        self.new: dict[str, Snapshot] = {}
        self.there = 0
        self._folder = folder
        self._seen: set[str] = set()

    def learner(self, place: str, entry: object) -> None:
        faults_before = len(self.faults)
        if not isinstance(entry, dict) or set(entry) != {"code", "learner", *_LISTS}:
            self.faults.append(f"{place}: this is not a visit with code, learner and three lists.")
            return
        code = entry["code"]
        if not isinstance(code, str) or not codes.is_code(code):
            self.faults.append(f"{place}.code: this is not a code of nine digits.")
        elif code in self._seen:
            self.faults.append(f"{place}.code: the code stands in this file twice.")
        else:
            self._seen.add(code)
        learner = self._learner(f"{place}.learner", entry["learner"])
        answers = self._records(f"{place}.answers", entry["answers"], Answer)
        pages = self._records(f"{place}.pages", entry["pages"], PageRead)
        choices = self._records(f"{place}.choices", entry["choices"], Picked)
        if learner is None or len(self.faults) > faults_before:
            return
        self._keep(place, code, Snapshot(learner, answers, pages, choices))

    def _keep(self, place: str, code: str, visit: Snapshot) -> None:
        if not fits(visit):
            self.faults.append(f"{place}: this visit is larger than a visit can be.")
            return
        try:
            known = newest(names_of(self._folder, code))[1]
        except NoSuchLearner:
            self.new[code] = visit
        except CannotRead as error:
            raise CourseError(str(error)) from error
        except ProgressError:
            self.faults.append(f"{place}: a visit with this code is here, but cannot be read.")
        else:
            if known == visit:
                self.there += 1
            else:
                self.faults.append(f"{place}: another visit with this code is here already.")

    def _learner(self, place: str, found: object) -> Learner | None:
        try:
            row = learner_brought_up(found) if isinstance(found, dict) else found
        except NewerSchema:
            self.faults.append(f"{place}.schema: a newer version of the course wrote this.")
            return None
        return self._record(place, row, Learner)

    def _records(self, place: str, found: object, kind: type[R]) -> tuple[R, ...]:
        if not isinstance(found, list):
            self.faults.append(f"{place}: this is not a list.")
            return ()
        made = (self._record(f"{place}[{n}]", one, kind) for n, one in enumerate(found))
        return tuple(one for one in made if one is not None)

    def _record(self, place: str, found: object, kind: type[R]) -> R | None:
        try:
            record = msgspec.convert(found, kind)
        except msgspec.ValidationError as error:
            where = str(error).rpartition("`$")[2].rstrip("`") if "`$" in str(error) else ""
            self.faults.append(f"{place}{where}: this may not be kept, or something is missing.")
            return None
        for name in _MOMENTS:
            if not _is_moment(getattr(record, name, None)):
                self.faults.append(f"{place}.{name}: there is no such time.")
                return None
        return record


def _is_moment(text: str | None) -> bool:
    try:
        # Some versions of Python take 24:00:00 for the next day.
        return text is None or moment(datetime.datetime.fromisoformat(text)) == text >= _FIRST
    except (ValueError, OverflowError, OSError):
        return False


def _told(path: Path, faults: list[str]) -> str:
    more = len(faults) - _MOST_FAULTS
    told = [f"{path}: {fault}" for fault in faults[:_MOST_FAULTS]]
    if more > 0:
        told.append(f"and {more} faults more.")
    return "\n".join([*told, "Nothing was brought back. Export the visits again."])


def _write(folder: Path, visits: dict[str, Snapshot]) -> int:
    written: list[str] = []
    with as_course_errors():
        try:
            for code, visit in with_progress_bar(visits.items(), lambda: len(visits), "Saving"):
                if not put(folder, code, visit):
                    raise CourseError("A visit with the same code was begun meanwhile. Try again.")
                written.append(code)
        except BaseException:
            for code in written:
                LearnerStore(folder).forget(code)
            raise
    return len(written)
