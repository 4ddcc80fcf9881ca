"""How far a person has come: what they read, answered and ticked. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from course.content.kinds.questions import Question
from course.content.kinds.questions.question import Standing
from course.content.model import Course, Module
from course.content.siblings import Siblings
from course.visit.mastery import Mastery
from course.visit.route import AFTER, Path, Place, Route, question_at
from course.visit.tries import Answered, Tries


@dataclass(frozen=True)
class ModuleState:
    """How far a person is with one module."""

    module: Module
    started: bool
    done: bool
    again: int = 0
    """How many questions are left where nothing else is: they came back, for a point was missed."""


class Achieved:
    """What a person has done in a course so far."""

    def __init__(
        self,
        course: Course,
        answers: Iterable[Answered],
        read: Iterable[tuple[str, str]],
        ticks: Iterable[tuple[Place, str, bool]],
    ) -> None:
        """`ticks` are in the order in which they were made."""
        self._course = course
        self._tries = Tries()
        self._mastery = Mastery(course, Siblings.of(course.modules), self._tries)
        self._states: list[ModuleState] | None = None
        self._routes: dict[str, Route] = {}
        for answer in answers:
            self.add_answer(answer)
        self._read = set(read)
        self.ticks = {(page, item): ticked for page, item, ticked in ticks}
        """Of each page and item of it that was ever ticked, whether it still is."""

    def add_answer(self, answer: Answered) -> None:
        """One more try."""
        self._tries.add(answer)
        self._states, self._routes = None, {}

    def add_page(self, module_id: str, page_id: str) -> bool:
        """A page was read; says whether that was the first time."""
        first = (module_id, page_id) not in self._read
        self._read.add((module_id, page_id))
        self._states = None
        return first

    def has_read(self, page: Place) -> bool:
        """Whether a page was read."""
        return (page.module, page.id) in self._read

    def add_tick(self, page: Place, item: str, ticked: bool) -> None:
        """An item of the checklist on a page was ticked, or no longer is."""
        self.ticks.pop((page, item), None)
        self.ticks[page, item] = ticked
        self._states, self._routes = None, {}

    def ticked(self, page: Place, item: str) -> bool:
        """Whether an item of the checklist on a page is ticked."""
        return self.ticks.get((page, item), False)

    @property
    def own_place(self) -> str:
        """The place of the body where the person has their own shot; empty if it is not known."""
        return self._mastery.place_of_shot((tick for tick, is_on in self.ticks.items() if is_on))

    def tries(self, module: Module, question: Question) -> list[Answered]:
        """Every try at this very wording of a question, the first one first."""
        return self._tries.at((module.id, question.id), question)

    def standing(self, module: Module, question: Question) -> Standing:
        """How far the person is with a question."""
        return self._tries.standing((module.id, question.id), question)

    def key_points(self, module: Module) -> list[tuple[Question, bool]]:
        """The key points that the person is asked for in a module, and whether each is known.

        Known is what was right at the first try, or what another question on the same point
        showed later; but not what was asked once more after the course, and was not right.
        """
        return [
            (
                question,
                self._mastery.knows((module.id, question.id))
                and not self._is_lost(module, question),
            )
            for question in self.route(module).questions
            if question.key_point
        ]

    def _is_lost(self, module: Module, question: Question) -> bool:
        """Whether the round after the course asked it as well, and was not answered right."""
        asked = (module.id, question.id) in self._course.evaluation
        tries = self._tries.at((AFTER, question.id), question) if asked else []
        return bool(tries) and tries[-1].result != "right"

    def states(self) -> list[ModuleState]:
        """How far the person is with every module, in their order."""
        if self._states is None:
            self._states = [self._state(module) for module in self._course.modules]
        return self._states

    @property
    def upcoming(self) -> Module | None:
        """The first module that is not done and not optional, or None when all are."""
        optional = self._course.optional
        left = (s.module for s in self.states() if not s.done and s.module.id not in optional)
        return next(left, None)

    def route(self, module: Module) -> Route:
        """The steps of a module that are on the person's way."""
        if module.id not in self._routes:
            self._routes[module.id] = self._mastery.route(module, self.own_place)
        return self._routes[module.id]

    def without_empty(self, path: Path) -> Path:
        """A path without the pages that say nothing to this person."""
        modules = map(self._course.module, {place.module for place in path.places})
        return path.without({each for one in modules for each in self.route(one).left_out})

    def first_open(self, module: Module) -> Place:
        """The first step that is not done; the first of all when every one is."""
        return next(iter(self._open_steps(module)), self.route(module).steps[0])

    def after_answer(self, module: Module, place: Place) -> Place:
        """The step after a question that was just answered: the last one, if no other is open.

        Whoever came back to a module for one question need not go through the others again.
        """
        route = self.route(module)
        return route.following(place) if self._open_steps(module) else route.steps[-1]

    def is_done(self, module: Module, step: Place) -> bool:
        """Whether a page was read, or the question of a step is done."""
        question = question_at(module, step)
        if question is None or not question.is_graded:
            return (module.id, step.id) in self._read
        return self.standing(module, question).done

    def _open_steps(self, module: Module) -> list[Place]:
        steps = self.route(module).steps
        return [s for s in steps if s.kind != "result" and not self.is_done(module, s)]

    def _state(self, module: Module) -> ModuleState:
        left = self._open_steps(module)
        came_back = all(self._mastery.is_spare((module.id, step.id)) for step in left)
        started = len(left) < len(self.route(module).steps) - 1
        return ModuleState(module, started, not left, len(left) if came_back else 0)
