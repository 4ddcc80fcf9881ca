"""Every place of a course, each with the view that shows it, for tests and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from course.clinic import Clinic
from course.content.compiled import Library
from course.content.kinds.figures import MapFigure
from course.content.kinds.questions import Order, Question, Reflect
from course.content.model import Course, Module
from course.flow.navigator import Navigator
from course.ui.course_app import CourseApp
from course.ui.stage.listening import Voice
from course.views import codes, helping, overview
from course.views.context import Context
from course.views.ending import alike, at_places, ending
from course.views.lesson import lesson_view
from course.views.model import View
from course.views.press import Spot
from course.views.sources import sources_view
from course.visit.rehearsal import Rehearsal
from course.visit.route import MAP, Place, question_at, rounds, steps
from course.visit.visit import Visit
from tests.desk import navigator_for, reception_for
from tests.ui.answers import closing, ways
from tests.ui.visits import Visits

MESSAGES = ("not_kept", "forgotten", "not_forgotten")
TROUBLES = ("mistyped", "unknown", "other", "away", "busy", "newer", "unreadable", "wait", "later")
TELLINGS: tuple[codes.Telling, ...] = ("asked", "unasked", "closed")


def navigator_on(
    modules: Path, folder: Path, clinic: Clinic | None = None, visit: Visit | None = None
) -> Navigator:
    """A navigator on the course in the folder `modules`; progress is kept in `folder`. Whoever
    begins is given a new visit, or else `visit`."""
    if visit is None:
        return navigator_for(modules, folder, clinic)
    return Navigator(Library(modules, None), clinic or Clinic(), lambda: _Prepared(visit))


def app_on(
    modules: Path,
    folder: Path,
    clinic: Clinic | None = None,
    find_voice: Callable[[str], Voice | None] = lambda _language: None,
) -> CourseApp:
    """The app on such a course, not started."""
    return CourseApp(navigator_on(modules, folder, clinic), find_voice)


@dataclass(frozen=True)
class Stop:
    """One thing that a person may have on the screen."""

    name: str
    kind: str
    """What it is one of; pictures show one of each."""
    view: Callable[[], View]


def place_of(places: Places, kind: type[Question]) -> Place:
    """Where the first question of a kind is asked."""
    return next(
        Place("question", module.id, question.id)
        for module in places.course.modules
        for question in module.questions
        if isinstance(question, kind)
    )


def long_page(places: Places) -> Visit:
    """A visit at the page with the most text, which no small screen holds."""
    pages = [(module, page) for module in places.course.modules for page in module.pages]
    module, page = max(pages, key=lambda each: len(each[1].text or ""))
    return places.visits.at(Place("page", module.id, page.id))


def sampled(stops: list[Stop], of_each: int) -> list[Stop]:
    """The first few stops of every kind, for what is to take seconds."""
    left = dict.fromkeys((stop.kind for stop in stops), of_each)
    kept = []
    for stop in stops:
        left[stop.kind] -= 1
        if left[stop.kind] >= 0:
            kept.append(stop)
    return kept


def _same(view: View) -> View:
    return view


class _Prepared:
    """A reception that hands out one visit, wherever that has come to."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    def begin(self, language: str) -> Visit:  # noqa: ARG002 - there is one
        return self._visit

    def resume(self, code: str) -> Visit:  # noqa: ARG002 - there is one
        return self._visit

    def forget(self, visit: Visit) -> bool:  # noqa: ARG002 - there is one
        return True

    def drop(self, visit: Visit) -> None: ...
    def vouch(self) -> None: ...


class Places:
    """The stops of one course."""

    def __init__(self, navigator: Navigator, modules: Path, folder: Path) -> None:
        self._navigator = navigator
        self._modules, self._folder = modules, folder
        self.context: Context = navigator.context
        self.course: Course = self.context.course
        self._reception = reception_for(self.course, folder)
        self.visits = Visits(self.course)

    @classmethod
    def of(cls, modules: Path, folder: Path, clinic: Clinic | None = None) -> Places:
        """The places of the course in the folder `modules`; codes are given out in `folder`."""
        return cls(navigator_on(modules, folder, clinic), modules, folder)

    def app(self) -> CourseApp:
        """The app on this course, not started."""
        return CourseApp(self._navigator)

    def app_at(self, visit: Visit) -> CourseApp:
        """The app, not started; whoever begins is brought to where a visit is."""
        return CourseApp(navigator_on(self._modules, self._folder, visit=visit))

    def every(self) -> list[Stop]:
        """All of them, in the order in which a person may meet them."""
        return [*self.around(), *self.lessons()]

    # Around the lessons

    def around(self) -> Iterator[Stop]:
        """What no module has."""
        context = self.context
        yield Stop("welcome", "welcome", lambda: overview.first_view(context))
        yield Stop("about", "about", lambda: overview.about_view(context))
        yield Stop("about, on", "about", lambda: overview.about_view(context, 1))
        yield Stop("number pad", "number pad", lambda: codes.pad_view("4827", "", context))
        for reason in TROUBLES:
            opens = partial(codes.pad_view, "", reason, context)
            yield Stop(f"number pad, {reason}", "pad trouble", opens)
        mended = partial(codes.pad_view, "482719360", "mistyped", context, at=4)
        yield Stop("number pad, slip", "pad trouble", mended)
        forgets = partial(codes.pad_view, "4827", "", context, purpose="proof")
        yield Stop("number pad to forget", "number pad", forgets)
        for told in TELLINGS:
            yield Stop(f"code, {told}", "code", partial(self._code, False, told))
            yield Stop(f"code, leaving, {told}", "code, leaving", partial(self._code, True, told))
        none = partial(codes.code_view, self.visits.new(), context, leaving=False)
        yield Stop("code, not kept", "code, not kept", none)
        yield Stop("forget", "forget", lambda: codes.forget_view(context))
        for name in MESSAGES:
            opens = partial(overview.message_view, name, context)
            yield Stop(f"message {name}", "message", opens)
        yield Stop("map, new", "map", lambda: overview.way_view(self.visits.new(), context))
        yield Stop("map, on the way", "map, on the way", lambda: self._map(1))
        yield Stop("map, all done", "map, all done", lambda: self._map(len(self.course.modules)))
        yield Stop("words", "words", lambda: overview.glossary_view(context))
        yield Stop("finish", "finish", lambda: overview.finish_view(self.visits.done(), context))
        for number, view in enumerate(ending(self.visits.done(), context)):
            yield Stop(f"ending {number}", "ending", partial(_same, view))
        for names in alike(context):
            for number, view in enumerate(at_places(names[0], context)):
                yield Stop(f"ending, {names[0]} {number}", "ending", partial(_same, view))
        for name in self._helps():
            yield Stop(f"help {name}", "help", partial(self._help, name))
        for module in self.course.modules:
            for page in module.pages:
                visit = self.visits.at(Place("page", module.id, page.id))
                if cites := lesson_view(visit, context).cites:
                    name = f"sources of {module.id}/{page.id}"
                    yield Stop(name, "sources", partial(sources_view, cites, context))

    def _helps(self) -> list[str]:
        known = ("welcome", "code", "pad", "map", "page", "checklist", "place", "your_place")
        also = ("proof", "question", "feedback", "reflect", "round", "result", "finish")
        return [*known, *also, "words", "sources", "forget", "message"]

    def _help(self, name: str) -> View:
        context = self.context
        tools, menu = context.tools(Spot.STOP), (context.button(Spot.WAY),)
        about = View(layout="page", section="", help=name, tools=tools, menu=menu)
        return helping.help_view(about, context)

    def _code(self, leaving: bool, telling: codes.Telling) -> View:
        visit = self._reception.begin(self.course.language)
        return codes.code_view(visit, self.context, leaving, telling)

    def _map(self, done: int) -> View:
        return overview.way_view(self.visits.done(done, MAP), self.context)

    # In the lessons

    def lessons(self) -> Iterator[Stop]:
        """What modules and rounds have."""
        for round_ in rounds(self.course).values():
            for place in steps(round_):
                yield self._stop(f"{round_.id} {place.id}", "round", partial(self.visits.at, place))
        for name, given in closing(self.course):
            yield self._stop(name, "told at the end", partial(self.visits.closing, given))
        for number, module in enumerate(self.course.modules):
            for place in steps(module):
                yield from self._at_step(module, place)
            result = Place("result", module.id)
            yield self._stop(
                f"{module.id}, all known", "result", partial(self.visits.done, number + 1, result)
            )
            for question in module.questions:
                yield self._stop(
                    f"{module.id}/{question.id} shows its page",
                    "page shown again",
                    partial(self.visits.showing, question, result),
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
        yield self._stop(
            name, "result, new" if kind == "result" else kind, lambda: self.visits.at(place)
        )
        if isinstance(figure, MapFigure):
            for spot in figure.spots:
                yield self._stop(
                    f"{name}, {spot.id}", "spot", partial(self.visits.at, place, spot=spot.id)
                )
        if page and (page.place or page.your_place):
            kind = "own place" if page.your_place else "page about places"
            for own in self.course.places:
                begun = Rehearsal(self.course, place, own).begin
                yield self._stop(f"{name}, {own}", kind, begun)
            yield self._stop(
                f"{name}, others", f"{kind}, others", partial(self.visits.others, place)
            )
            for other in page.place or ():
                opens = partial(self.visits.at, place, opened=other)
                yield self._stop(f"{name}, {other} opened", "one place", opens)

    def _questions(self, name: str, question: Question, place: Place) -> Iterator[Stop]:
        kind = type(question).__name__.lower()
        yield self._stop(name, kind, lambda: self.visits.at(place))
        yield self._stop(
            f"{name}, hint", f"{kind}, hint", lambda: self.visits.at(place, hinted=True)
        )
        if isinstance(question, Reflect):
            yield self._stop(
                f"{name}, model", f"{kind}, model", lambda: self.visits.revealed(place)
            )
        if isinstance(question, Order):
            given = (question.steps[-1].key, question.steps[0].key)
            yield self._stop(
                f"{name}, begun", f"{kind}, begun", lambda: self.visits.at(place, given=given)
            )
        for said, answers in ways(question):
            yield self._stop(
                f"{name}, {said}",
                f"{kind}, {said.rpartition(' ')[2]}",
                partial(self.visits.answered, place, *answers),
            )
            if "wrong" in said:
                yield self._stop(
                    f"{name}, {said}, asked again",
                    f"{kind}, again",
                    partial(self._again, place, *answers),
                )

    def _stop(self, name: str, kind: str, visit: Callable[[], Visit]) -> Stop:
        return Stop(name, kind, lambda: lesson_view(visit(), self.context))

    def _again(self, place: Place, *answers: str) -> Visit:
        visit = self.visits.answered(place, *answers)
        question = visit.question
        # The last part of a question leads away from it; its feedback stays then.
        if question and not visit.achieved.standing(visit.module, question).done:
            visit.next()
        return visit
