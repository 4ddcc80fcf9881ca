"""The places of a course and the way through them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
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


@dataclass(frozen=True)
class Path:
    """Pages that are read one after the other, in whichever modules they stand."""

    ask: str
    """The question of the first screen that they answer; empty for the essential pages."""
    places: tuple[Place, ...]


BEFORE, AFTER = "before", "after"
ROUNDS = (BEFORE, AFTER)
"""The questions that are asked at the start and again at the end go under these names instead of a
module's: once each, and without feedback."""
MAP = Place("map")
FINISH = Place("finish")


def rounds(course: Course) -> dict[str, Module]:
    """The questions before and after the course, each round in the form of a module."""
    asked = tuple(course.module(name).question(each) for name, each in course.before_and_after)
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


def step_of(way: Sequence[Place], place: Place) -> tuple[int, int]:
    """Which step of a way a place is, counted from 1, and how many there are."""
    return way.index(place) + 1, len(way)


def path_to(course: Course, ask: str = "") -> Path:
    """The pages that answer a question of the first screen, or those that are essential."""
    pages = course.answering(ask) if ask else course.essentials()
    return Path(ask, tuple(Place("page", module.id, page.id) for module, page in pages))


def steps(module: Module) -> list[Place]:
    """The pages, then the questions that no page has asked, then the result; a round has none."""
    asked = {page.check.question for page in module.pages if page.check}
    way = [
        *(Place("page", module.id, page.id) for page in module.pages),
        *(Place("question", module.id, q.id) for q in module.questions if q.id not in asked),
    ]
    return way if module.id in ROUNDS else [*way, Place("result", module.id)]


def following(way: Sequence[Place], place: Place) -> Place:
    """The step after a place; a path and the round before the course lead to the map, and what
    comes after the course leads to its end."""
    after = way.index(place) + 1
    if after < len(way):
        return way[after]
    return FINISH if place.module == AFTER else MAP


def is_on_the_way(place: Place, modules: Sequence[Module]) -> bool:
    """Whether the course has such a place."""
    return place in (MAP, FINISH) or any(place in steps(module) for module in modules)


def question_at(module: Module, step: Place) -> Question | None:
    """The question that a step asks, on a page or by itself."""
    if step.kind == "question":
        return module.question(step.id)
    check = module.page(step.id).check if step.kind == "page" else None
    return module.question(check.question) if check else None
