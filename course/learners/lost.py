"""What visits lose when a course is replaced by another edition of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from course.content.model import Course
from course.learners.scan import Scan
from course.visit.names import Names
from course.visit.route import ROUNDS, Kind, Place


class Lost(NamedTuple):
    """Visits whose last place is gone, and visits that answered a question that is gone."""

    visits: int = 0
    places: int = 0
    answers: int = 0
    unreadable: int = 0


def names_gone(old: Course, new: Course) -> Iterator[tuple[str, str]]:
    """The kind and the id of whatever the new edition has under no name, a module before its parts.

    Pages and questions are named with their module, as in `preparation/aspirin`.
    """
    names = Names(new)
    for module in old.modules:
        if not _is_there(new, names.place(Place("result", module.id))):
            yield "module", module.id
            continue
        parts: list[tuple[Kind, str]] = [("page", page.id) for page in module.pages]
        parts += [("question", question.id) for question in module.questions]
        for kind, name in parts:
            if not _is_there(new, names.place(Place(kind, module.id, name))):
                yield kind, f"{module.id}/{name}"


def lost(folder: Path, new: Course) -> Lost:
    """What the visits in a folder lose. Raises CourseError if it cannot be read."""
    names = Names(new)
    scan = Scan(folder, "Reading")
    visits = places = answers = 0
    for _, kept in scan.visits():
        visit = names.visit(kept)
        mark = visit.learner.place
        visits += 1
        places += not _is_there(new, Place(mark.kind, mark.module or "", mark.id or ""))
        answers += any(
            not _is_there(new, Place("question", one.module, one.question)) for one in visit.answers
        )
    return Lost(visits, places, answers, scan.unreadable)


def _is_there(course: Course, place: Place) -> bool:
    if place.kind in ("map", "finish") or place.module in ROUNDS:
        return True
    try:
        module = course.module(place.module)
        if place.kind == "page":
            module.page(place.id)
        elif place.kind == "question":
            module.question(place.id)
    except KeyError:
        return False
    return True
