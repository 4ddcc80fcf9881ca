"""The places of a course and the way through them. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from course.content.kinds.questions import Question
from course.content.model import Course, Module

Kind = Literal["map", "page", "question", "result", "finish"]


@dataclass(frozen=True)
class Place:
    """Where a person is. `module` and `id` are empty where the kind needs none."""

    kind: Kind
    module: str = ""
    id: str = ""


BEFORE, AFTER = "before", "after"
ROUNDS = (BEFORE, AFTER)
"""The questions that are asked before the course, and those after it, go under these names instead
of a module's: once each, and without feedback until all are answered."""
MAP = Place("map")
FINISH = Place("finish")


@dataclass(frozen=True)
class Path:
    """Pages that are read one after the other, in whichever modules they stand."""

    ask: str
    """The question of the first screen that they answer; empty for the essential pages."""
    places: tuple[Place, ...]

    def without(self, left_out: Collection[Place]) -> Path:
        """The same path for a person for whom some pages say nothing."""
        return Path(self.ask, tuple(place for place in self.places if place not in left_out))

    def step_of(self, place: Place) -> tuple[int, int]:
        """Which step a place is, counted from 1, and how many there are."""
        return self.places.index(place) + 1, len(self.places)

    def following(self, place: Place) -> Place:
        """The page after a place; the map after the last one."""
        rest = self.places[self.places.index(place) + 1 :]
        return rest[0] if rest else MAP

    def preceding(self, place: Place) -> Place:
        """The page before a place; the map before the first one."""
        index = self.places.index(place)
        return self.places[index - 1] if index else MAP


def rounds(course: Course) -> dict[str, Module]:
    """All rounds that a course has, each in the form of a module."""
    asked = tuple(course.module(name).question(each) for name, each in course.evaluation)
    if not asked:
        return {}
    return {
        name: Module(
            format=1,
            id=name,
            title="",
            goal="",
            key_message="",
            pages=(),
            questions=asked,
        )
        for name in ROUNDS
    }


def round_of(place: Place) -> str:
    """Which of the rounds before and after the course it is in; empty in the course itself."""
    return place.module if place.module in ROUNDS else ""


def is_in_a_module(place: Place) -> bool:
    """Whether it is a page, question or result, to which one can go back from the way."""
    return place not in (MAP, FINISH) and not round_of(place)


def asking_own_place(course: Course) -> tuple[Place, ...]:
    """The pages that ask for the place of a person's own shot."""
    return tuple(
        Place("page", module.id, page.id)
        for module in course.modules
        for page in module.pages
        if page.your_place
    )


def path_to(course: Course, ask: str = "") -> Path:
    """The pages that answer a question of the first screen, or those that are essential."""
    pages = course.answering(ask) if ask else course.essentials()
    return Path(ask, tuple(Place("page", module.id, page.id) for module, page in pages))


def steps(module: Module, left_out: Collection[Place] = ()) -> list[Place]:
    """The pages, then the questions that no page has asked, then the result; a round has none.

    `left_out` are the questions that are not asked of a person, and the pages that say nothing to
    them. Without it these are all places of the module.
    """
    on_pages = {page.check.question for page in module.pages if page.check}
    others = [q.id for q in module.questions if q.id not in on_pages]
    every = [
        *(Place("page", module.id, page.id) for page in module.pages),
        *(Place("question", module.id, name) for name in others),
    ]
    way = [place for place in every if place not in left_out]
    return way if module.id in ROUNDS else [*way, Place("result", module.id)]


class Route:
    """The steps of a module that are on one person's way."""

    def __init__(
        self, module: Module, left_out: Collection[Place] = (), settled_here: Collection[str] = ()
    ) -> None:
        """`settled_here` are the questions of which the module itself settles whether they are
        asked. They are no steps of their own, so that the count does not grow on the way."""
        self.module = module
        self.left_out = left_out
        self.steps = tuple(steps(module, left_out))
        self._counted = [s for s in self.steps if s.kind != "question" or s.id not in settled_here]

    @property
    def questions(self) -> list[Question]:
        """Those of the module that are asked, on pages as well."""
        return [
            question
            for question in self.module.questions
            if Place("question", self.module.id, question.id) not in self.left_out
        ]

    def step_of(self, place: Place) -> tuple[int, int]:
        """Which step a place is, counted from 1, and how many there are."""
        until = self.steps[: self.steps.index(place) + 1]
        return sum(step in self._counted for step in until), len(self._counted)

    def following(self, place: Place) -> Place:
        """The step after a place. Raises IndexError at the last one."""
        return self.steps[self.steps.index(place) + 1]

    def preceding(self, place: Place) -> Place:
        """The step before a place; the map before the first one."""
        index = self.steps.index(place)
        return self.steps[index - 1] if index else MAP


def question_at(module: Module, step: Place) -> Question | None:
    """The question that a step asks, on a page or by itself."""
    if step.kind == "question":
        return module.question(step.id)
    check = module.page(step.id).check if step.kind == "page" else None
    return module.question(check.question) if check else None
