"""How far a person has come: what they read, answered and ticked. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from course.content.kinds.questions import Question
from course.content.kinds.questions.question import Standing, Try
from course.content.model import Course, Module
from course.visit.route import AFTER, BEFORE, ROUNDS, Place, question_at, rounds, steps


class Answered(Try, Protocol):
    """A recorded try that names its question and the wording that was shown."""

    @property
    def module(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def hash(self) -> str: ...


@dataclass(frozen=True)
class ModuleState:
    """How far a person is with one module."""

    module: Module
    started: bool
    done: bool


class Achieved:
    """What a person has done in a course so far."""

    def __init__(
        self,
        course: Course,
        answers: Iterable[Answered],
        read: Iterable[tuple[str, str]],
        ticks: Iterable[tuple[Place, str, bool]],
    ) -> None:
        self._course = course
        self._tries: dict[tuple[str, str], list[Answered]] = {}
        """By module and question, in whichever wording."""
        self._wordings: dict[int, tuple[Question, str]] = {}
        """The fingerprint of each question that was asked for, by its id() while it is held here:
        to work one out takes longer than all the rest."""
        self._states: list[ModuleState] | None = None
        for answer in answers:
            self.add_answer(answer)
        self._read = set(read)
        self._ticks = {(page, item): ticked for page, item, ticked in ticks}

    def add_answer(self, answer: Answered) -> None:
        """One more try."""
        self._tries.setdefault((answer.module, answer.question), []).append(answer)
        self._states = None

    def add_page(self, module_id: str, page_id: str) -> bool:
        """A page was read; says whether that was the first time."""
        first = (module_id, page_id) not in self._read
        self._read.add((module_id, page_id))
        self._states = None
        return first

    def add_tick(self, page: Place, item: str, ticked: bool) -> None:
        """An item of the checklist on a page was ticked, or no longer is."""
        self._ticks[page, item] = ticked

    def ticked(self, page: Place, item: str) -> bool:
        """Whether an item of the checklist on a page is ticked."""
        return self._ticks.get((page, item), False)

    @property
    def own_place(self) -> str:
        """The place of the person's own shot; empty if it is not known."""
        return ""

    def tries(self, module: Module, question: Question) -> list[Answered]:
        """Every try at this very wording of a question, the first one first."""
        tries = self._tries.get((module.id, question.id), ())
        return [one for one in tries if one.hash == self._wording(question)]

    def _wording(self, question: Question) -> str:
        if id(question) not in self._wordings:
            self._wordings[id(question)] = (question, question.fingerprint)
        return self._wordings[id(question)][1]

    def standing(self, module: Module, question: Question) -> Standing:
        """How far the person is with a question."""
        return question.standing(self.tries(module, question))

    def key_points(self, module: Module) -> list[tuple[Question, bool]]:
        """The key points of a module, and whether the person knows each of them."""
        return [
            (question, self.standing(module, question).known)
            for question in module.questions
            if question.key_point
        ]

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

    def first_open(self, module: Module) -> Place:
        """The first step that is not done; the first of all when every one is."""
        way = steps(module)
        open_steps = (s for s in way if s.kind != "result" and not self.is_done(module, s))
        return next(open_steps, way[0])

    def is_done(self, module: Module, step: Place) -> bool:
        """Whether a page was read, or the question of a step is done."""
        question = question_at(module, step)
        if question is None or not question.is_graded:
            return (module.id, step.id) in self._read
        return self.standing(module, question).done

    def _state(self, module: Module) -> ModuleState:
        done = [self.is_done(module, s) for s in steps(module) if s.kind != "result"]
        return ModuleState(module, any(done), all(done))


class BeforeAndAfter:
    """The questions that a course asks at its start and once more at its end."""

    def __init__(self, course: Course, achieved: Achieved) -> None:
        self.rounds = rounds(course)
        """The two rounds by name; none if the course has no such questions."""
        self._achieved = achieved

    @property
    def after_is_due(self) -> bool:
        """Whether the person answered the questions before the course, and not yet those after."""
        return bool(self.rounds) and self._begun(BEFORE) and not self._gone_through(AFTER)

    def gain(self) -> tuple[int, int, int] | None:
        """How many of the questions before and after the course were right, and how many there are.

        None unless both rounds were gone through.
        """
        if not self.rounds or not all(map(self._gone_through, ROUNDS)):
            return None
        before, after = map(self._right_at_once, ROUNDS)
        return before, after, len(self.rounds[AFTER].questions)

    def _first_tries(self, name: str) -> list[list[Answered]]:
        module = self.rounds[name]
        return [self._achieved.tries(module, question)[:1] for question in module.questions]

    def _begun(self, name: str) -> bool:
        return any(self._first_tries(name))

    def _gone_through(self, name: str) -> bool:
        return all(self._first_tries(name))

    def _right_at_once(self, name: str) -> int:
        return sum(tries[0].result == "right" for tries in self._first_tries(name) if tries)
