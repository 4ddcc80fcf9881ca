"""A way through a course by what choices say, whatever their order, and the numbers on it.

A shadow of the visit goes along, so that all that is typed can be known before it is typed.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course import language
from course.clinic import Clinic
from course.content import loader
from course.plain.choices import Choice, choices
from course.views.context import Context
from course.views.lesson import lesson_view, press
from course.views.model import View
from course.views.overview import map_view
from course.visit.reception import Reception
from course.visit.visit import Visit

STEPS = 1000
"""More than a course has; whoever needs more goes in circles."""
KEYS = 6
"""Cards that have a number key on every screen."""


def code_in(folder: Path) -> str:
    """The code of the only learner in a data folder."""
    (file,) = (folder / "learners").glob("*.json")
    return file.stem


def kept(folder: Path) -> dict[str, Any]:
    """All that is kept of the only learner but for times, and the checksum over them."""
    (file,) = (folder / "learners").glob("*.json")
    tables: dict[str, dict[str, dict[str, Any]]] = json.loads(file.read_text())
    del tables["checksum"]
    for table in tables.values():
        for record in table.values():
            for time in ("created", "last_seen", "seconds", "when"):
                record.pop(time, None)
    return tables


def context_of(modules: Path) -> Context:
    """What views need."""
    course = loader.load(modules)
    return Context(course, language.load(course.language), Clinic())


def shadow_of(folder: Path, context: Context, aside: Path) -> Visit:
    """The visit of the only learner in a data folder, on a copy of what is kept."""
    shutil.copytree(folder / "learners", aside)
    return Reception(context.course, aside).resume(code_in(folder))


def way(visit: Visit, context: Context) -> Iterator[Choice]:
    """What to choose, one step after the other, from where a visit is up to the finish.

    Some cards are ticked, some answers are wrong, every question is answered to its end.
    """
    seen: set[tuple[str, str]] = set()
    for _ in range(STEPS):
        if visit.place.kind == "finish":
            return
        at_map = visit.place.kind == "map"
        view = map_view(visit, context) if at_map else lesson_view(visit, context)
        chosen = _decide(view, visit, context, seen)
        yield chosen
        if at_map:
            visit.go_on()
        else:
            press(visit, chosen.action)
    raise AssertionError("the course has no end")


def _decide(view: View, visit: Visit, context: Context, seen: set[tuple[str, str]]) -> Choice:
    can = choices(view, context)
    cards = dict(zip(can.cards[:KEYS], view.cards, strict=False))
    tried = context.words("question.tried")
    open_cards = {
        choice: card
        for choice, card in cards.items()
        if card.status != tried and card.mark in ("", "open")
    }
    if view.next is None:
        return min(open_cards, key=lambda choice: _weight(open_cards[choice].id))
    ticks = visit.question is None and visit.place.kind == "page" and not visit.spot
    for choice, card in open_cards.items():
        # Even a spot of a map, which keeps no mark, is chosen only once.
        if ticks and (view.section, card.id) not in seen and _weight(card.id) % 2:
            seen.add((view.section, card.id))
            return choice
    assert can.enter is not None
    return can.enter


def _weight(text: str) -> int:
    # The last part of a pair or a row is what is said of it; the whole differs by question.
    return hashlib.sha256(text.encode()).digest()[0]
