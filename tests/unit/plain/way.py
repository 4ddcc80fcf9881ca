"""A way through a course by what choices say, whatever their order, and the signs on it.

A shadow of the visit goes along, so that all that is typed can be known before it is typed.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.flow.navigator import Navigator
from course.plain.choices import Choice, choices
from course.views.model import View
from course.views.press import Go, Pick, Spot
from tests.desk import navigator_for

STEPS = 1000
"""More than a course has; whoever needs more goes in circles."""


def code_in(folder: Path) -> str:
    """The code of the only learner in a data folder."""
    (file,) = (folder / "learners").glob("*.json")
    return file.stem


def kept(folder: Path) -> dict[str, Any]:
    """All that is kept of the only learner but for times and what was thought of them, and the
    checksum over all."""
    (file,) = (folder / "learners").glob("*.json")
    tables: dict[str, dict[str, dict[str, Any]]] = json.loads(file.read_text())
    del tables["checksum"]
    for table in tables.values():
        for record in table.values():
            for time in ("created", "last_seen", "seconds", "when", "clock"):
                record.pop(time, None)
    return tables


def shadow_of(folder: Path, modules: Path, aside: Path) -> Navigator:
    """A conductor at the place of the only learner in a data folder, on a copy of what is kept."""
    shutil.copytree(folder / "learners", aside)
    shadow = navigator_for(modules, aside, is_typed=True)
    shadow.press(Go(Spot.CODE))
    for digit in code_in(folder):
        shadow.press(Pick(digit))
    return shadow


def way(shadow: Navigator) -> Iterator[Choice]:
    """What to choose, one step after the other, from where a visit is up to the finish.

    Some cards are ticked, some answers are wrong, every question is answered to its end.
    """
    seen: set[tuple[str, str]] = set()
    for _ in range(STEPS):
        view = shadow.view()
        if view.layout == "finish":
            return
        chosen = _decide(view, shadow, seen)
        yield chosen
        shadow.press(chosen.press)
    raise AssertionError("the course has no end")


def _decide(view: View, shadow: Navigator, seen: set[tuple[str, str]]) -> Choice:
    words = shadow.context.words
    can = choices(view, words)
    cards = dict(zip(can.cards, view.cards, strict=True))
    tried = words("question.tried")
    open_cards = {
        choice: card
        for choice, card in cards.items()
        if isinstance(choice.press, Pick) and card.status != tried and card.mark in ("", "open")
    }
    if view.layout == "question" and open_cards:
        return min(open_cards, key=_weight)
    if view.layout in ("page", "map", "result"):
        for choice in open_cards:
            # Even a spot of a map, which keeps no mark, is chosen only once.
            if (view.title, choice.label) not in seen and _weight(choice) % 2:
                seen.add((view.title, choice.label))
                return choice
    if view.layout == "result":
        # Enter alone looks again; whoever has seen enough goes on.
        return next(each for each in can.buttons if each.press == Go(Spot.NEXT))
    if can.enter is None:
        # The own place, which everybody chooses for themselves.
        return min(open_cards, key=_weight)
    return can.enter


def _weight(choice: Choice) -> int:
    # The last part of a pair or a row is what is said of it; the whole differs by question.
    assert isinstance(choice.press, Pick)
    return hashlib.sha256(choice.press.id.encode()).digest()[0]
