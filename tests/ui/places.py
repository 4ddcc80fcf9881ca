"""Every place of a course, each with the real screen that shows it, for tests and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from course import language
from course.clinic import Clinic
from course.content import loader
from course.content.model import (
    Course,
    MapFigure,
    Module,
    Order,
    Question,
    Reflect,
)
from course.ui.course_app import CourseApp
from course.ui.dialogs.forget import ForgetDialog
from course.ui.dialogs.help import HelpDialog
from course.ui.dialogs.message import MessageDialog
from course.ui.dialogs.sources import SourcesDialog
from course.ui.screens.about import AboutScreen
from course.ui.screens.code_shown import CodeShownScreen
from course.ui.screens.course_map import CourseMapScreen
from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.finish import FinishScreen
from course.ui.screens.glossary import GlossaryScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.number_pad import NumberPadScreen
from course.ui.screens.welcome import WelcomeScreen
from course.views.context import Context
from course.views.lesson import lesson_view
from course.visit.reception import Reception
from course.visit.route import BEFORE, FINISH, MAP, Place, question_at, rounds, steps
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.ui.answers import right_answers, ways

MESSAGES = ("not_kept", "forgotten", "not_forgotten")
TROUBLES = ("mistyped", "unknown", "busy", "newer", "unreadable", "wait")


@dataclass(frozen=True)
class Stop:
    """One thing that a person may have on the screen."""

    name: str
    kind: str
    """What it is one of; pictures show one of each."""
    open: Callable[[], CourseScreen[Any]]
    visit: Callable[[], Visit] | None = None
    """For what the lesson screen shows in place."""


def sampled(stops: list[Stop], of_each: int) -> list[Stop]:
    """The first few stops of every kind, for what is to take seconds."""
    left = dict.fromkeys((stop.kind for stop in stops), of_each)
    kept = []
    for stop in stops:
        left[stop.kind] -= 1
        if left[stop.kind] >= 0:
            kept.append(stop)
    return kept


class Places:
    """The stops of one course."""

    def __init__(self, context: Context, folder: Path) -> None:
        self.context = context
        self.course: Course = context.course
        self._reception = Reception(context.course, folder)

    @classmethod
    def of(cls, modules: Path, folder: Path, clinic: Clinic | None = None) -> Places:
        """The places of the course in the folder `modules`; codes are given out in `folder`."""
        course = loader.load(modules)
        return cls(Context(course, language.load(course.language), clinic or Clinic()), folder)

    def app(self) -> CourseApp:
        """The app on this course, not started."""
        return CourseApp(self.context, self._reception)

    def every(self) -> list[Stop]:
        """All of them, in the order in which a person may meet them."""
        return [*self.around(), *self.lessons()]

    # Around the lessons

    def around(self) -> Iterator[Stop]:
        """What is not shown by the lesson screen."""
        context = self.context
        yield Stop("welcome", "welcome", lambda: WelcomeScreen(context))
        yield Stop("about", "about", lambda: AboutScreen(context))
        yield Stop("number pad", "number pad", lambda: self._pad("4827", ""))
        for reason in TROUBLES:
            yield Stop(f"number pad, {reason}", "pad trouble", partial(self._pad, "", reason))
        for leaving in (False, True):
            name = "code, leaving" if leaving else "code"
            yield Stop(
                name,
                name,
                partial(self._code, leaving),
            )
        yield Stop("code, not kept", "code, not kept", lambda: CodeShownScreen(context, self.new()))
        yield Stop("forget", "forget", lambda: ForgetDialog(context))
        for name in MESSAGES:
            yield Stop(f"message {name}", "message", partial(MessageDialog, context, name))
        yield Stop("map, new", "map", lambda: CourseMapScreen(context, self.new()))
        yield Stop("map, on the way", "map, on the way", lambda: self._map(1))
        yield Stop("map, all done", "map, all done", lambda: self._map(len(self.course.modules)))
        yield Stop("words", "words", lambda: GlossaryScreen(context))
        yield Stop("finish", "finish", lambda: FinishScreen(context, self._done()))
        menu = (context.button("contents"),)
        for name in self._helps():
            yield Stop(f"help {name}", "help", partial(HelpDialog, context, name, menu))
        for module in self.course.modules:
            for page in module.pages:
                visit = self.at(Place("page", module.id, page.id))
                cites = lesson_view(visit, context).cites
                if cites:
                    yield Stop(
                        f"sources of {module.id}/{page.id}",
                        "sources",
                        partial(SourcesDialog, context, cites),
                    )

    def _helps(self) -> list[str]:
        known = ("welcome", "code", "pad", "map", "page", "checklist", "place", "question")
        also = ("feedback", "reflect", "round", "result", "finish")
        return [*known, *also, "words", "sources", "forget", "message"]

    def _pad(self, typed: str, trouble: str) -> NumberPadScreen:
        screen = NumberPadScreen(self.context)
        screen._typed, screen._trouble = typed, trouble
        return screen

    def _code(self, leaving: bool) -> CodeShownScreen:
        return CodeShownScreen(self.context, self._reception.begin(), leaving)

    def _map(self, done: int) -> CourseMapScreen:
        return CourseMapScreen(self.context, self._done(done, MAP))

    # In the lessons

    def lessons(self) -> Iterator[Stop]:
        """What the lesson screen shows."""
        for round_ in rounds(self.course).values():
            for place in steps(round_):
                yield self._stop(f"{round_.id} {place.id}", "round", partial(self.at, place))
        for number, module in enumerate(self.course.modules):
            for place in steps(module):
                yield from self._at_step(module, place)
            result = Place("result", module.id)
            yield self._stop(
                f"{module.id}, all known", "result", partial(self._done, number + 1, result)
            )
            for question in module.questions:
                yield self._stop(
                    f"{module.id}/{question.id} shows its page",
                    "page shown again",
                    partial(self._showing, question, result),
                )

    def _at_step(self, module: Module, place: Place) -> Iterator[Stop]:
        name = f"{module.id}/{place.id or place.kind}"
        question = question_at(module, place)
        page = module.page(place.id) if place.kind == "page" else None
        if question is not None:
            yield from self._questions(name, question, place)
            return
        figure = page.figure if page else None
        kind = f"page with {type(figure).__name__}" if figure else place.kind
        if page and page.checklist:
            kind = "checklist"
        yield self._stop(name, "result, new" if kind == "result" else kind, lambda: self.at(place))
        if isinstance(figure, MapFigure):
            for spot in figure.spots:
                yield self._stop(
                    f"{name}, {spot.id}", "spot", partial(self.at, place, spot=spot.id)
                )

    def _questions(self, name: str, question: Question, place: Place) -> Iterator[Stop]:
        kind = type(question).__name__.lower()
        yield self._stop(name, kind, lambda: self.at(place))
        yield self._stop(f"{name}, hint", f"{kind}, hint", lambda: self.at(place, hinted=True))
        if isinstance(question, Reflect):
            yield self._stop(f"{name}, model", f"{kind}, model", lambda: self._revealed(place))
        if isinstance(question, Order):
            given = (question.steps[-1].key, question.steps[0].key)
            yield self._stop(
                f"{name}, begun", f"{kind}, begun", lambda: self.at(place, given=given)
            )
        for said, answers in ways(question):
            yield self._stop(
                f"{name}, {said}",
                f"{kind}, {said.rpartition(' ')[2]}",
                partial(self.answered, place, *answers),
            )
            if "wrong" in said:
                yield self._stop(
                    f"{name}, {said}, asked again",
                    f"{kind}, again",
                    partial(self._again, place, *answers),
                )

    def _stop(self, name: str, kind: str, visit: Callable[[], Visit]) -> Stop:
        return Stop(name, kind, lambda: LessonScreen(self.context, visit()), visit)

    # Visits

    def new(self) -> Visit:
        """A visit that has not begun and is not saved."""
        return Visit(self.course, LearnerFile.in_memory(self.course.language))

    def at(
        self,
        place: Place,
        *,
        hinted: bool = False,
        spot: str = "",
        given: tuple[str, ...] = (),
    ) -> Visit:
        """A new visit, put at a place."""
        visit = self.new()
        visit._go(place)
        visit.hinted, visit.spot, visit.given = hinted, spot, given
        return visit

    def answered(self, place: Place, *answers: str) -> Visit:
        """A visit that shows the feedback to the last of some answers."""
        visit = self.at(place)
        for number, answer in enumerate(answers):
            if number:
                visit.next()
            visit.answer(answer)
        return visit

    def _again(self, place: Place, *answers: str) -> Visit:
        visit = self.answered(place, *answers)
        question = visit.question
        # The last part of a question leads away from it; its feedback stays then.
        if question and not visit.achieved.standing(visit.module, question).done:
            visit.next()
        return visit

    def _revealed(self, place: Place) -> Visit:
        visit = self.at(place)
        visit.reveal()
        return visit

    def _showing(self, question: Question, place: Place) -> Visit:
        visit = self.at(place)
        visit.show(question)
        return visit

    def _done(self, modules: int | None = None, place: Place = FINISH) -> Visit:
        """A visit that has gone through so many modules, and both rounds if through all."""
        visit = self.new()
        ways = [*self.course.modules[:modules]]
        before_and_after = rounds(self.course)
        if before_and_after:
            ways = [before_and_after[BEFORE], *ways]
            if modules is None:
                ways += [each for each in before_and_after.values() if each.id != BEFORE]
        for module in ways:
            for step in steps(module):
                said = isinstance(question_at(module, step), Reflect)
                visit._go(step, read=step if step.kind == "page" or said else None)
                if question := visit.question:
                    for answer in right_answers(question):
                        visit._go(step)
                        visit.answer(answer)
        visit._go(place)
        return visit
