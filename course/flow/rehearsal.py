"""Everything that a person may come to see in a course, found by pressing what is offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, product
from typing import NamedTuple

from course.clinic import Clinic
from course.content.compiled import Edition
from course.content.kinds.questions import Question
from course.content.model import Module
from course.flow.around import MESSAGES, First, Forget, Message, Reading
from course.flow.lesson import Again
from course.flow.navigator import Navigator
from course.flow.place import Place as Where
from course.flow.take_home import TakeHome
from course.views.model import View
from course.views.overview import ABOUT
from course.views.press import Go, Pick, Press, Spot
from course.visit.rehearsal import Rehearsal
from course.visit.route import FINISH, MAP, Place, round_of
from course.visit.visit import Visit


class Seen(NamedTuple):
    """A view, and the visit as it stands where it is shown."""

    view: View
    visit: Visit


class _Stage:
    """One language of a course, and a desk where a visit begins at one place."""

    def __init__(self, edition: Edition, rehearsal: Rehearsal) -> None:
        self._edition, self._rehearsal = edition, rehearsal
        self.languages = (edition.head.language,)

    def edition(self, language: str | None = None) -> Edition:  # noqa: ARG002 - there is one
        """The one that there is."""
        return self._edition

    def begin(self, language: str) -> Visit:  # noqa: ARG002 - there is one
        """At its place, or on the map."""
        return self._rehearsal.begin()

    def resume(self, code: str) -> Visit:
        """Nobody comes back."""
        raise LookupError(code)

    def forget(self, visit: Visit) -> bool:  # noqa: ARG002 - whichever it is
        """Nothing was kept."""
        return True

    def drop(self, visit: Visit) -> None:
        """Likewise."""

    def vouch(self) -> None:
        """Nobody guesses."""


def begun(edition: Edition, clinic: Clinic, rehearsal: Rehearsal) -> Navigator:
    """A navigator in one of these visits, at its place."""
    stage = _Stage(edition, rehearsal)
    nav = Navigator(stage, clinic, lambda: stage)
    nav.begin()
    nav.go()
    return nav


def standing(edition: Edition, clinic: Clinic, place: Place, own_place: str = "") -> Navigator:
    """Somebody at a page or question, of whom nothing is kept; at the map if it is on nobody's way.

    `own_place` is where the person has their own shot; empty if that is not known.
    """
    return begun(edition, clinic, Rehearsal(edition.course, place, own_place))


def at(edition: Edition, clinic: Clinic, place: Place, own_place: str = "") -> Iterator[Seen]:
    """Each view that there is at a page or question, whatever a person presses there.

    Ticks are left out: they change no more than a sign. `own_place` is where the person has their
    own shot; empty if that is not known.
    """
    rehearsal = Rehearsal(edition.course, place, own_place)
    known: set[tuple[View, frozenset[str]]] = set()
    ways: list[tuple[Press, ...]] = [()]
    while ways:
        way = ways.pop()
        nav = begun(edition, clinic, rehearsal)
        for press in way:
            nav.press(press)
        while nav.visit.place == place:
            view = nav.view()
            if (view, tried := _tried(nav.visit)) in known:
                break
            known.add((view, tried))
            yield Seen(view, nav.visit)
            first, *others = _onward(nav.visit, view) or [Go(Spot.BACK)]
            ways += [(*way, press) for press in others]
            way = (*way, first)
            nav.press(first)


def _tried(visit: Visit) -> frozenset[str]:
    """The answers that were given to a question that is answered at once: what follows depends on
    them, even where all that is shown is the same."""
    question = visit.question
    if question is None or question.form not in ("one", "order"):
        return frozenset()
    tries = visit.achieved.tries(visit.module, question)
    return frozenset(one.choice for one in tries)


def _onward(visit: Visit, view: View) -> list[Press]:
    question = visit.question
    if question is not None and question.form == "order" and not visit.feedback:
        return [*_step(question, visit.given), *_help(view)]
    cards = [card.press for card in view.cards if not card.ticks]
    return [*cards, *_help(view), *([view.next.press] if view.next else [])]


def _step(question: Question, given: tuple[str, ...]) -> list[Press]:
    """The next step, or the one after it: each step comes to be the first that is out of place."""
    keys = [offered.key for offered in question.offered()]
    left = [key for key in keys if key not in given]
    is_right = list(given) == keys[: len(given)]
    return [Pick(key) for key in left[: 2 if is_right else 1]]


def _help(view: View) -> list[Press]:
    return [tool.press for tool in view.tools if tool.spot is Spot.HINT]


def through(
    edition: Edition, clinic: Clinic, *, wrong: bool, own_place: str = ""
) -> Iterator[Seen]:
    """The way before each module, the result of each, the finish and what is told after it.

    They are those of somebody who goes through all of the course, with their own shot in a place
    if that is given.

    All of their answers are right, or all are wrong at first and then put right.
    """
    nav = begun(edition, clinic, Rehearsal(edition.course, own_place=own_place))
    for module in edition.course.modules:
        if nav.visit.place == MAP:
            yield Seen(nav.view(), nav.visit)
        nav.visit.enter(module.id)
        while nav.visit.place.kind != "result":
            _pass(nav, module, wrong)
        yield Seen(nav.view(), nav.visit)
        nav.press(Go(Spot.NEXT))
    while round_of(nav.visit.place):
        nav.press(Go(Spot.NEXT))
    yield from _to_take_home(nav)


def ending(edition: Edition, clinic: Clinic, own_place: str) -> Iterator[Seen]:
    """The finish and what is told after it, for somebody with their own shot in a place."""
    yield from _to_take_home(begun(edition, clinic, Rehearsal(edition.course, FINISH, own_place)))


def _to_take_home(nav: Navigator) -> Iterator[Seen]:
    """From the finish page by page up to what goes home, with all that opens on a page."""
    while not isinstance(nav.stack[-1], TakeHome):
        view = nav.view()
        yield Seen(view, nav.visit)
        for card in view.cards:
            if card.press in (Go(Spot.AGAIN), Go(Spot.SHARE)):
                continue
            nav.press(card.press)
            while nav.view() != view:
                yield Seen(nav.view(), nav.visit)
                nav.press(Go(Spot.NEXT))
        nav.press(Go(Spot.NEXT))
    yield Seen(nav.view(), nav.visit)


def _pass(nav: Navigator, module: Module, wrong: bool) -> None:
    """Answer what is asked, or one press on."""
    visit = nav.visit
    question = visit.question
    if question is None or visit.feedback or not question.is_graded:
        nav.press(Go(Spot.NEXT))
        return
    tries = visit.achieved.tries(module, question)
    part = question.next_part(tries)
    offered = [each.key for each in question.offered(part.key)]
    if question.form == "order":
        chosen = offered[::-1] if wrong and not tries else offered
    else:
        is_first = not any(question.part_of(one.choice) == part for one in tries)
        others = [key for key in offered if question.grade(key) != "right"]
        right = [key for key in offered if key not in others]
        chosen = others[-1:] if wrong and is_first and others else right
    for key in chosen:
        nav.press(Pick(key))


def everything(edition: Edition, clinic: Clinic) -> Iterator[View]:
    """Every view of a course that can be read aloud, whoever comes to it and whatever they press;
    some of them more than once. Not those with a code."""
    cited: dict[tuple[str, ...], None] = {}
    for seen in chain(_lessons(edition, clinic), _ways(edition, clinic)):
        cited[seen.view.cites] = None
        yield seen.view
    yield from _around(edition, clinic, [cites for cites in cited if cites])


def _lessons(edition: Edition, clinic: Clinic) -> Iterator[Seen]:
    course = edition.course
    for module in course.modules:
        for page in module.pages:
            is_own = page.place or (page.triage and page.triage.is_of_place)
            for own in ("", *(course.places if is_own else ())):
                yield from at(edition, clinic, Place("page", module.id, page.id), own)
        for question in module.questions:
            place = Place("question", module.id, question.id)
            yield from at(edition, clinic, place)
            if question.form == "parts":
                yield from _mended(edition, clinic, place, module, question)


def _mended(
    edition: Edition, clinic: Clinic, place: Place, module: Module, question: Question
) -> Iterator[Seen]:
    """A question of which each part is missed, in every way, before it is put right."""
    most = max(len(question.offered(part.key)) for part in question.parts)
    for number, times in product(range(most), (1, 2)):
        nav = begun(edition, clinic, Rehearsal(edition.course, place))
        while nav.visit.place == place:
            yield Seen(nav.view(), nav.visit)
            tries = nav.visit.achieved.tries(module, question)
            if nav.visit.feedback or question.standing(tries).done:
                nav.press(Go(Spot.NEXT))
                continue
            part = question.next_part(tries)
            keys = [each.key for each in question.offered(part.key)]
            is_missed = sum(question.part_of(one.choice) == part for one in tries) < times
            wrong = [key for key in keys if question.grade(key) != "right"]
            right = [key for key in keys if key not in wrong]
            nav.press(Pick(wrong[number % len(wrong)] if is_missed and wrong else right[0]))


def _ways(edition: Edition, clinic: Clinic) -> Iterator[Seen]:
    for wrong in (False, True):
        yield from through(edition, clinic, wrong=wrong)
    for own in edition.course.places:
        yield from ending(edition, clinic, own)


def _around(edition: Edition, clinic: Clinic, cited: Iterable[tuple[str, ...]]) -> Iterator[View]:
    nav = begun(edition, clinic, Rehearsal(edition.course))
    pages = (Reading(Spot.ABOUT, at=number) for number in range(len(ABOUT)))
    sources = (Reading(Spot.SOURCES, cites) for cites in cited)
    messages = (Message(name) for name in MESSAGES)
    others: list[Where] = [First(), Forget(), Again(), Reading(Spot.GLOSSARY)]
    every: Iterable[Where] = chain(others, pages, messages, sources)
    yield from (each.view(nav) for each in every)
