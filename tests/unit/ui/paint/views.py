"""Every view of a course that a person may meet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Literal, cast

from textual.geometry import Size

from course import printing
from course.clinic import Clinic
from course.content.compiled import Library
from course.content.kinds.figures import MapFigure
from course.content.kinds.questions import Order, Question, Reflect
from course.content.model import Module
from course.handout import hub, on_phone, phone, screen, visit_day
from course.handout.slip import slip
from course.handout.take_home import take_home
from course.kiosk.machine import Machine
from course.ui.paint.kit import Kit
from course.ui.paint.layouts.phone import code_room
from course.views import asking, codes, helping, kiosk, overview
from course.views.asking import LONGEST
from course.views.context import Context
from course.views.ending import alike, at_places, ending
from course.views.lesson import lesson_view
from course.views.model import Square, View
from course.views.press import Spot
from course.views.sources import sources_view
from course.views.to_ask import OWN, in_order, may_be_asked
from course.visit.places import list_others
from course.visit.rehearsal import Rehearsal
from course.visit.route import MAP, Place, question_at, rounds, steps
from course.visit.visit import Visit
from tests.answers import other_answers
from tests.paths import MODULES
from tests.ui.answers import closing, ways
from tests.ui.visits import Visits
from tests.walks import begun, walked, wrong_at_first

TROUBLES = ("mistyped", "unknown", "other", "away", "busy", "newer", "unreadable", "wait", "later")
TELLINGS: tuple[codes.Telling, ...] = ("asked", "unasked", "closed")
TODAY = date(2026, 11, 27)
ROOM = 100
"""Modules for a code on each side, as where it is drawn in pixels."""
PAPERS: tuple[hub.What, ...] = ("home", "slip")
STEPS: tuple[printing.Step | Literal["enough"], ...] = (
    *("sending", "coming", "printed"),
    *("failed", "enough"),
)
MESSAGES = ("not_kept", "forgotten", "not_forgotten")
CLINIC = Clinic(
    name="Lakeside Joint Clinic",
    phone="555-010-0100",
    after_hours="555-010-0134",
    xapi="https://lrs.example.org/xapi",
)
LANGUAGES = (("en", "English"), ("es", "Español"))
Named = tuple[str, View]


@cache
def context(modules: Path) -> Context:
    """The course in a folder, told by something that can read aloud and change its colours."""
    can = frozenset({Spot.LISTEN, Spot.LOOK})
    return Context(Library(modules, None).edition(), CLINIC, LANGUAGES, can)


@cache
def every(modules: Path) -> tuple[Named, ...]:
    """All views of the course in a folder, each with a name."""
    known = context(modules)
    return (*_around(known), *_lessons(known))


@cache
def of_kiosk() -> tuple[Named, ...]:
    """Views as a kiosk shows them, on the shipped course."""
    known = context(MODULES)
    trouble = Machine("1.0", "", 512, 3, None, None, ("The clock is wrong.",))
    return (
        ("attract", kiosk.attract_view([known, known])),
        ("out of order", kiosk.out_of_order_view([known, known])),
        ("still there", kiosk.still_there_view(known)),
        ("it ends", kiosk.ends_view(known)),
        ("PIN", kiosk.pin_view(3, "", 0, known)),
        ("PIN, wait", kiosk.pin_view(0, "wait", 90, known)),
        ("staff", kiosk.staff_view(trouble, Spot.PAUSE, True, known)),
    )


def has_room(view: View, size: tuple[int, int], kit: Kit) -> bool:
    """Whether a screen has room for the code of a view, if it has one; else what is shown there is
    another view."""
    held = [block.text for block in view.blocks if isinstance(block, Square)]
    most = phone.holds(code_room(Size(*size), kit)) if held else 0
    return all(len(text.encode()) <= most for text in held)


def _around(known: Context) -> Iterator[Named]:
    course, visits = known.course, Visits(known.course)
    yield "first", overview.first_view(known)
    yield "about", overview.about_view(known)
    yield "about, on", overview.about_view(known, 1)
    yield "pad", codes.pad_view("4827", "", known)
    yield "pad to forget", codes.pad_view("4827", "", known, purpose="proof")
    for at in range(codes.CODE_LENGTH):
        yield f"pad, at {at}", codes.pad_view("482719360", "mistyped", known, at=at)
    for trouble in TROUBLES:
        yield f"pad, {trouble}", codes.pad_view("", trouble, known)
    for leaving in (False, True):
        for telling in TELLINGS:
            view = codes.code_view(_kept(), known, leaving, telling)
            yield f"code, leaving {leaving}, {telling}", view
    yield "code, not kept", codes.code_view(visits.new(), known, False)
    yield "forget", codes.forget_view(known)
    for name in MESSAGES:
        yield name, overview.message_view(name, known)
    yield "way, new", overview.way_view(visits.new(), known)
    on = visits.done(1, MAP)
    on.enter(course.modules[1].id)
    yield "way, on it", overview.way_view(on, known)
    yield "way, all done", overview.way_view(visits.done(len(course.modules), MAP), known)
    yield "words", overview.glossary_view(known)
    yield "finish", overview.finish_view(visits.done(), known)
    for number, view in enumerate(ending(visits.done(), known)):
        yield f"ending {number}", view
    for names in alike(known):
        for number, view in enumerate(at_places(names[0], known)):
            yield f"ending, {names[0]} {number}", view
    yield from _going_home(known)


def _going_home(known: Context) -> Iterator[Named]:
    """What goes home with somebody who had all wrong at first, and what the staff see of it."""
    visit = walked(begun(known.course), wrong_at_first)
    home = screen.views(take_home(visit, known, TODAY), known)
    yield "may the staff see it", screen.consent_view(known)
    for named, found in {"home": home, "slip": screen.views(slip(visit, known), known)}.items():
        for number, view in enumerate(found, start=1):
            yield f"{named} {number}", view
    yield "home, all of it", hub.hub_view(visit, known, prints=True, leaving=True)
    for paper in PAPERS:
        yield f"print {paper}", hub.print_view(paper, known, code=True, on=TODAY)
        for step in STEPS:
            yield f"printing {paper}, {step}", hub.printing_view(step, paper, known, again=True)
    yield from _asking(known, visit)
    visit.for_now.appointment = TODAY + timedelta(days=20)
    yield "weeks", visit_day.weeks_view(0, visit.for_now.appointment, known, TODAY)
    yield "days", visit_day.days_view(TODAY + timedelta(days=3), known, TODAY)
    yield "phone", on_phone.phone_view(visit, known, ROOM, TODAY)
    yield "phone, no room", on_phone.phone_view(visit, known, 0, TODAY)
    for what in (Spot.IN_WORDS, Spot.IN_CALENDAR):
        for number, view in enumerate(on_phone.codes(what, visit, known, ROOM, TODAY), start=1):
            yield f"{what.value} {number}", view
    yield "does not fit", on_phone.codes(Spot.IN_WORDS, visit, known, 0, TODAY)[0]


def _asking(known: Context, visit: Visit) -> Iterator[Named]:
    """What somebody wants to ask who wants to ask about all there is."""
    pages = [(module.id, page) for module in known.course.modules for page in module.pages]
    for module, page in pages:
        if may_be_asked(page):
            visit.ask_about(Place("page", module, page.id), True)
            yield f"asked about {page.id}", asking.asked_view(page, known)
    visit.for_now.question = "m" * LONGEST
    found = in_order(visit, known)
    for some in (found, ()):
        for number, view in enumerate(asking.questions_views(some, [OWN], known), start=1):
            yield f"questions {number} of {len(some)}", view
    for others in (False, True):
        yield f"own words, {others}", asking.own_view("m" * LONGEST, others, known)


def _lessons(known: Context) -> Iterator[Named]:
    helped: set[str] = set()
    for name, view in _places(known):
        yield name, view
        if view.help not in helped:
            helped.add(view.help)
            yield f"help of {name}", helping.help_view(view, known)
        if view.cites and view.layout == "page":
            yield f"sources of {name}", sources_view(view.cites, known)


def _places(known: Context) -> Iterator[Named]:
    course, visits = known.course, Visits(known.course)
    for round_ in rounds(course).values():
        for place in steps(round_):
            yield f"{round_.id} {place.id}", lesson_view(visits.at(place), known)
    for name, given in closing(course):
        yield name, lesson_view(visits.closing(given), known)
    for number, module in enumerate(course.modules, start=1):
        for place in steps(module):
            name = f"{module.id}/{place.id or place.kind}"
            question = question_at(module, place)
            if question is not None:
                yield from _question(known, name, question, place)
            else:
                yield name, lesson_view(visits.at(place), known)
                yield from _spots(known, name, module, place)
                yield from _of_places(known, name, place)
        all_known = visits.done(number, Place("result", module.id))
        yield f"{module.id}, known", lesson_view(all_known, known)
        yield f"{module.id}, missed", lesson_view(_missed(known, module), known)
        for question in module.questions:
            visit = visits.showing(question, Place("result", module.id))
            yield f"{module.id}/{question.id} shows its page", lesson_view(visit, known)


def _spots(known: Context, name: str, module: Module, place: Place) -> Iterator[Named]:
    figure = module.page(place.id).figure if place.kind == "page" else None
    for spot in figure.spots if isinstance(figure, MapFigure) else ():
        visit = Visits(known.course).at(place, spot=spot.id)
        yield f"{name}, {spot.id}", lesson_view(visit, known)


def _of_places(known: Context, name: str, place: Place) -> Iterator[Named]:
    """A page about places of the body, for whoever knows their own, and all that it opens."""
    visit = Visits(known.course).at(place)
    page = visit.page
    if page is None or not (page.place or page.your_place):
        return
    for own in known.course.places:
        own_visit = Rehearsal(known.course, place, own).begin()
        yield f"{name}, {own}", lesson_view(own_visit, known)
        list_others(own_visit)
        yield f"{name}, {own}, others", lesson_view(own_visit, known)
    for other in page.place or ():
        visit.opened = (other,)
        yield f"{name}, {other} opened", lesson_view(visit, known)


def _question(known: Context, name: str, question: Question, place: Place) -> Iterator[Named]:
    visits = Visits(known.course)
    yield name, lesson_view(visits.at(place), known)
    yield f"{name}, hint", lesson_view(visits.at(place, hinted=True), known)
    if isinstance(question, Reflect):
        yield f"{name}, model", lesson_view(visits.revealed(place), known)
    if isinstance(question, Order):
        given = (question.steps[-1].key, question.steps[0].key)
        yield f"{name}, begun", lesson_view(visits.at(place, given=given), known)
    for said, answers in ways(question):
        visit = visits.answered(place, *answers)
        yield f"{name}, {said}", lesson_view(visit, known)
        if not visit.achieved.standing(visit.module, question).done:
            visit.next()
            yield f"{name}, {said}, again", lesson_view(visit, known)


def _kept() -> Visit:
    """As much of a visit that is kept on the disk as the page with its code shows."""
    record = SimpleNamespace(is_kept=True, was_ever_kept=True, code="482719630")
    return cast(Visit, SimpleNamespace(record=record))


def _missed(known: Context, module: Module) -> Visit:
    """A visit at the end of a module in which each question was answered wrong at first."""
    visit = Visits(known.course).new()
    for step in visit.achieved.route(module).steps:
        visit.go(step)
        if (question := visit.question) and question.is_graded:
            for part in question.parts:
                visit.answer(other_answers(question, part.key)[0])
    visit.go(Place("result", module.id))
    return visit
