"""Visits as JSON, which can be brought back, and as CSV. `docs/exports.md` describes both."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from msgspec import to_builtins

from course.learners.scan import Scan, Share
from course.learners.terminal import as_course_errors
from progress import codes
from progress.inspection import names_of, newest
from progress.snapshot import Snapshot

FORMAT = "prolotherapy-course learners"
VERSION = 2
"""2: the learner says whether the clock could be believed."""

_COLUMNS = (
    *("code", "record", "when", "module", "id", "item", "hash", "choice", "result", "seconds"),
    *("ticked", "language", "created", "place"),
)


class Exporter:
    """Writes one visit, or all of them one after another, so that they need no memory."""

    def __init__(self, folder: Path, typed: str | None, share: Share | None = None) -> None:
        """`typed` is a code, or None for everyone, or everyone of a share.

        Raises UsageError if nobody has the code.
        """
        self.unreadable = 0
        """How many files had to be left out of an export of everyone."""
        self._folder = folder
        self._share = share
        self._code = None if typed is None else codes.normalise(typed)
        if self._code is not None:
            with as_course_errors():
                newest(names_of(folder, self._code))

    def write_json(self, to: TextIO) -> None:
        """One JSON object, a line for each visit. Raises CourseError."""
        head = json.dumps({"format": FORMAT, "version": VERSION})[:-1]
        to.write(f'{head}, "learners": [')
        between = "\n"
        for code, visit in self._visits():
            to.write(between + json.dumps({"code": code, **plain(visit)}, separators=(",", ":")))
            between = ",\n"
        to.write("\n]}\n")

    def write_csv(self, to: TextIO) -> None:
        """A line for each record. Raises CourseError."""
        sheet = csv.DictWriter(to, _COLUMNS, restval="", lineterminator="\n")
        sheet.writeheader()
        for code, visit in self._visits():
            sheet.writerows({"code": code, **row} for row in _rows(visit))

    def _visits(self) -> Iterator[tuple[str, Snapshot]]:
        if self._code is not None:
            with as_course_errors():
                visit = newest(names_of(self._folder, self._code))[1]
            yield self._code, visit
            return
        scan = Scan(self._folder, "Exporting", self._share)
        yield from scan.visits()
        self.unreadable = scan.unreadable


def plain(visit: Snapshot) -> dict[str, Any]:
    """A visit as it stands in an export, without its code."""
    return {
        "learner": to_builtins(visit.learner),
        "answers": to_builtins(visit.answers),
        "pages": to_builtins(visit.pages),
        "choices": to_builtins(visit.picked),
    }


def _rows(visit: Snapshot) -> Iterator[dict[str, Any]]:
    learner = visit.learner
    place = "/".join(filter(None, (learner.place.kind, learner.place.module, learner.place.id)))
    yield {
        "record": "learner",
        "when": learner.last_seen,
        "language": learner.language,
        "created": learner.created,
        "place": place,
    }
    for one in visit.answers:
        row = to_builtins(one)
        yield {"record": "answer", "id": row.pop("question"), **row}
    for page in visit.pages:
        yield {"record": "page", "when": page.when, "module": page.module, "id": page.page}
    for picked in visit.picked:
        row = to_builtins(picked)
        yield {"record": "choice", "id": row.pop("page"), **row}
