"""What one visit adds to the statistics: its first tries, and how far it came in each module.

Everything here goes by ids, not by the wording that was shown: a person who finished a module did
so even if a question of it was edited later, and in whatever language.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from course.content.kinds.questions import Question
from course.content.model import Course, Module
from course.content.siblings import Siblings
from course.visit.mastery import Mastery
from course.visit.names import Names
from course.visit.route import Place, question_at, steps
from course.visit.tries import Tries
from progress.records import Answer, PageRead
from progress.snapshot import Snapshot

BREAK = 15 * 60
"""Seconds. Whoever does nothing for longer has left the screen; the time is not counted."""


class Item(NamedTuple):
    """One thing that is graded by itself, in one wording.

    That is a question, or a row or pair of a question that has several: then `part` is its key.
    """

    module: str
    question: str
    hash: str
    part: str


@dataclass(frozen=True)
class ModuleVisit:
    """What one person has done of one module."""

    module: str
    steps: int
    steps_done: int
    left_at: str
    """Kind and id of the first step that is not done, as in `page:before`; empty at the end."""
    seconds: int

    @property
    def finished(self) -> bool:
        """Whether every step is done."""
        return not self.left_at


def tries(visit: Snapshot) -> dict[Item, list[Answer]]:
    """All tries at each item, the first one first."""
    found: dict[Item, list[Answer]] = defaultdict(list)
    for one in visit.answers:
        part, parted, _ = one.choice.partition("=")
        found[Item(one.module, one.question, one.hash, part if parted else "")].append(one)
    return found


_Step = tuple[Place, Question | None]


class Way:
    """The way through a course, against which visits are measured."""

    def __init__(self, course: Course) -> None:
        self.modules = course.modules
        self._course = course
        self._names = Names(course)
        self._siblings = Siblings.of(course.modules)
        self._steps = {module.id: list(_steps(module)) for module in course.modules}

    def in_todays_names(self, visit: Snapshot) -> Snapshot:
        """A visit as if everything had always been called what it is called today."""
        return self._names.visit(visit)

    def steps(self, visit: Snapshot) -> int:
        """How many steps the course has for a person."""
        return sum(len(self._asked(module, visit)) for module in self.modules)

    def known_later(self, visit: Snapshot) -> set[Item]:
        """The questions that were missed, and whose point was known by a later one."""
        last = {(one.module, one.question): one.hash for one in visit.answers}
        mastery = self._mastery(visit)
        return {
            Item(*name, last[name], "")
            for name in self._siblings.later
            if name in last and mastery.knows_later(name)
        }

    def _mastery(self, visit: Snapshot) -> Mastery:
        tries = Tries(at_any_wording=True)
        for one in visit.answers:
            tries.add(one)
        return Mastery(self._course, self._siblings, tries)

    def _asked(self, module: Module, visit: Snapshot) -> list[_Step]:
        """The steps of a module that are on a person's way."""
        picked = sorted((one for one in visit.picked if one.ticked), key=lambda one: one.when)
        ticked = ((Place("page", one.module, one.page), one.item) for one in picked)
        mastery = self._mastery(visit)
        left_out = mastery.left_out(module, mastery.place_of_shot(ticked))
        return [step for step in self._steps[module.id] if step[0] not in left_out]

    def ended_at(self, visit: Snapshot) -> Place | None:
        """The page or question that was open last, if it was not done: there the visit ended.

        Other than the first step that is not done, this tells nothing of pages that were never
        on the way of somebody who took a shorter one.
        """
        here = visit.learner.place
        steps = dict(self._steps.get(here.module or "", ()))
        place = Place(here.kind, here.module or "", here.id or "")
        if place not in steps:
            return None
        question = steps[place]
        if question is None:
            done = any((one.module, one.page) == (place.module, place.id) for one in visit.pages)
        else:
            worded: dict[str, list[Answer]] = defaultdict(list)
            for one in visit.answers:
                if (one.module, one.question) == (place.module, place.id):
                    worded[one.hash].append(one)
            done = _is_done(question, worded)
        return None if done else place

    def started(self, visit: Snapshot) -> list[ModuleVisit]:
        """Every module that was begun: read or answered in, or open when it was last left."""
        read = {(page.module, page.page) for page in visit.pages}
        worded: dict[tuple[str, str], dict[str, list[Answer]]] = defaultdict(dict)
        for one in visit.answers:
            worded[one.module, one.question].setdefault(one.hash, []).append(one)
        seconds = _seconds(visit)
        begun = {module for module, _ in {*read, *worded}} | {visit.learner.place.module}
        found = []
        for module in (each.id for each in self.modules):
            if module in begun:
                way = self._asked(self._course.module(module), visit)
                open_steps = [
                    f"{place.kind}:{place.id}"
                    for place, question in way
                    if not (
                        (module, place.id) in read
                        if question is None
                        else _is_done(question, worded.get((module, question.id), {}))
                    )
                ]
                found.append(
                    ModuleVisit(
                        module=module,
                        steps=len(way),
                        steps_done=len(way) - len(open_steps),
                        left_at=open_steps[0] if open_steps else "",
                        seconds=seconds.get(module, 0),
                    )
                )
        return found


def _steps(module: Module) -> Iterator[_Step]:
    for place in steps(module):
        if place.kind != "result":
            question = question_at(module, place)
            # That someone went through a teach-back is kept like a page that was read.
            yield place, question if question and question.is_graded else None


def _is_done(question: Question, worded: dict[str, list[Answer]]) -> bool:
    return any(map(question.is_through, worded.values()))


def _seconds(visit: Snapshot) -> dict[str, int]:
    """Seconds spent in each module: each record ends a stretch that began with the one before."""
    records: list[Answer | PageRead] = sorted(
        [*visit.answers, *visit.pages], key=lambda record: record.when
    )
    spent: dict[str, int] = defaultdict(int)
    times = [_time(visit.learner.created), *(_time(record.when) for record in records)]
    for (before, after), record in zip(pairwise(times), records, strict=True):
        if before is not None and after is not None and 0 <= after - before <= BREAK:
            spent[record.module] += round(after - before)
    return spent


def _time(moment: str) -> float | None:
    try:
        return datetime.datetime.fromisoformat(moment).timestamp()
    except ValueError:  # a moment has the shape of a time, but 31 February has it too
        return None
