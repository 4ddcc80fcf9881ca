"""`prolo check --against`: what the visits of an older edition of a course would lose."""

from __future__ import annotations

import sys
from pathlib import Path

from course.content import loader
from course.content.model import Course
from course.errors import UsageError
from course.learners import place
from course.learners.lost import lost, names_gone


def run(new: Path, old: Path, learners: Path) -> int:
    """Say it; the status is 1 if an id is gone that visits may hold.

    Raises CourseError if one of the courses cannot be opened.
    """
    if not old.is_dir():
        raise UsageError(f"There is no folder {old}. Give --against the older course.")
    course = loader.load(new)
    gone = list(names_gone(loader.load(old), course))
    for kind, name in gone:
        bare = name.rpartition("/")[2]
        how = f"Write under what took its place: formerly: [{bare}]"
        print(f"The {kind} {name} is gone. {how}, or leave it so if nothing did.")
    if not gone:
        print(f"Every module, page and question of {old} is there, or says what it is called now.")
    return max(1 if gone else 0, _visits(learners, course))


def _visits(learners: Path, course: Course) -> int:
    if not learners.exists() and not learners.parent.exists():
        print(f"No visits were looked at: there is no folder {learners}.", file=sys.stderr)
        return 0
    place.look(learners, "prolo check --against")
    place.name(learners)
    found = lost(learners, course)
    print(
        f"Of {found.visits} visits, {found.places} were left at a place that is gone, and go on at "
        f"the contents page; {found.answers} hold answers to questions that are gone."
    )
    if found.unreadable:
        print(f"Files that cannot be read, and are left out: {found.unreadable}.", file=sys.stderr)
    return 1 if found.unreadable or found.places or found.answers else 0
