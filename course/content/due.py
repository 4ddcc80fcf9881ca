"""What of a course is to be looked at again soon: `prolo check --due`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from course.content.checks.upkeep import OLD
from course.content.folder import Folder
from course.content.model import Claim, Source

SOON = 90
"""Days."""


class Due(Struct, frozen=True, order=True):
    """One thing that is to be looked at again by a day, and where that day stands."""

    day: datetime.date
    file: str
    line: int
    what: str


def due(folder: Path, today: datetime.date, within: int = SOON) -> list[Due]:
    """All that is past its day, or will be within so many days, the first day first.

    Raises nothing; what cannot be read is left to the check.
    """
    last = today + datetime.timedelta(within)
    return sorted(each for each in _every(Folder(folder), today) if each.day <= last)


def _every(files: Folder, today: datetime.date) -> Iterator[Due]:
    for path, claim in files.claims.each(Claim):
        if claim.review_by:
            at = files.claims.problem((*path, "review_by"), "", "")
            what = f'the claim "{path[0]}" is to be read again'
            yield Due(claim.review_by, at.file, at.line, what)
    for path, source in files.sources.each(Source):
        if source.review_by:
            at = files.sources.problem((*path, "review_by"), "", "")
            what = f'the source "{path[0]}" is to be read again'
            yield Due(source.review_by, at.file, at.line, what)
        if source.checked:
            at = files.sources.problem((*path, "checked"), "", "")
            what = f'two years will have passed since "{path[0]}" was read, on {source.checked}'
            yield Due(source.checked + datetime.timedelta(OLD), at.file, at.line, what)
    for edition in files.draft(files.languages(), today).editions:
        signed = edition.review.signed if edition.review else None
        if edition.review and signed:
            at = edition.review.written.problem(("signed", "next"), "", "")
            what = f'the review in "{edition.language}" is over; {signed.by} signed it'
            yield Due(signed.next, at.file, at.line, what)
