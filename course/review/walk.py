"""What patients see at each place of a course, told once: the way through it, walked to its end.

The views are those of the course itself. Of a view after the first one at a place, only that is
kept which no view before it has said there; `who` and `when` say whose screen it is on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from course.clinic import Clinic
from course.content import prose
from course.content.compiled import Edition
from course.content.kinds.figures import Figure, PeopleFigure
from course.content.model import Course, Module
from course.flow import rehearsal
from course.flow.rehearsal import Seen
from course.language import Words
from course.speech.telling import card_text, tell
from course.views import overview
from course.views.context import Context
from course.views.helping import help_view
from course.views.model import Drawing, Heading, View, told
from course.visit.route import Place

_DAYS = 7
_PHONE, _AFTER = "(the clinic's number)", "(the number after hours)"
CLINICS = {
    "": Clinic(),
    f"where the clinic has set its numbers, {_DAYS} days, heat and sedation": Clinic(
        name="(the clinic)",
        phone=_PHONE,
        after_hours=_AFTER,
        anti_inflammatory_days=_DAYS,
        heat="yes",
        sedation="yes",
    ),
    "where it has one number, and neither heat nor sedation": Clinic(
        phone=_PHONE, heat="no", sedation="no"
    ),
}
"""Each setting that says something, in words for the reviewer; the first has none."""
ROUNDS = "where the clinic asks before and after the course"


Kind = Literal["title", "text", "item", "card", "button"]


class Line(Struct, frozen=True):
    """Something that is read on a screen."""

    text: str
    kind: Kind = "text"


class Told(Struct, frozen=True):
    """What one screen adds to what was told of its place before."""

    lines: tuple[Line, ...]
    who: str = ""
    """At which clinic, and after shots in which place; empty for everybody."""
    when: str = ""
    """After which answer; empty where there was none."""


def at_place(edition: Edition, module: Module, place: Place) -> list[Told]:
    """What is seen at a page or question, whatever is pressed there, for everybody who comes by."""
    course = edition.course
    seen = (
        (_who(clinic, course.places.get(own, "")), each)
        for clinic, settings in CLINICS.items()
        for own in ("", *_places(course, module, place))
        for each in rehearsal.at(edition, settings, place, own)
    )
    return [*_once(seen, edition.words)]


def first_screens(edition: Edition) -> list[Told]:
    """The screen where everybody begins, About, the glossary, and the help of both."""
    found: list[tuple[str, View]] = []
    for clinic, settings in {**CLINICS, ROUNDS: Clinic(evaluation="randomised")}.items():
        context = Context(edition, settings)
        first = overview.first_view(context)
        views = [first, *(overview.about_view(context, n) for n in range(len(overview.ABOUT)))]
        if edition.course.glossary:
            views.append(overview.glossary_view(context))
        found += [(clinic, view) for view in (*views, help_view(first, context))]
    return [*_views(found, edition.words)]


def ways(edition: Edition) -> list[Told]:
    """The parts, the result of each, and what is told at the end, for all and for each place."""
    course = edition.course
    through = (
        (clinic, each)
        for clinic, settings in CLINICS.items()
        for wrong in (False, True)
        for each in rehearsal.through(edition, settings, wrong=wrong)
    )
    endings = (
        (_who(clinic, name), each)
        for clinic, settings in CLINICS.items()
        for own, name in course.places.items()
        for each in rehearsal.ending(edition, settings, own)
    )
    return [*_once((*through, *endings), edition.words)]


def _places(course: Course, module: Module, place: Place) -> Iterable[str]:
    """The places of the body for which a page is not the same."""
    page = next((p for p in module.pages if place == Place("page", module.id, p.id)), None)
    differs = page and (page.place or (page.triage and page.triage.is_of_place))
    return course.places if differs else ()


def _who(clinic: str, place: str) -> str:
    return ", ".join(filter(None, (f"after shots: {place}" if place else "", clinic)))


def _once(seen: Iterable[tuple[str, Seen]], words: Words) -> Iterator[Told]:
    yield from _views(((who, each.view) for who, each in seen), words)


def _views(views: Iterable[tuple[str, View]], words: Words) -> Iterator[Told]:
    known: set[Line] = set()
    for who, view in views:
        new = [line for line in dict.fromkeys(_lines(view, words)) if line not in known]
        known.update(new)
        if new:
            chose = view.verdict.chose if view.verdict else ()
            yield Told(tuple(new), who, ", ".join(chose))


def _drawn(figure: Figure) -> Iterator[str]:
    """What stands in a figure for whoever sees it."""
    if isinstance(figure, PeopleFigure):
        yield from (f"{each.label}: {each.count} of {figure.of}" for each in figure.groups)
        return
    yield from figure.labels
    yield from map(prose.plain, figure.shown)
    yield from (text for text, _ in figure.statements)


def _lines(view: View, words: Words) -> Iterator[Line]:
    for block in told(view):
        kind: Kind = "title" if isinstance(block, Heading) else "text"
        for group in tell([block], words, {}):
            for said in group:
                item = kind if kind == "title" or not said.lead else "item"
                yield Line(f"{said.lead} {said.text}".strip(), item)
        if isinstance(block, Drawing):
            yield from (Line(text, "item") for text in _drawn(block.figure))
    for card in (*view.cards, *view.languages):
        yield Line(card_text(card, words), "card")
    for button in (view.back, *view.tools, *view.menu, view.next):
        if button is not None:
            yield Line(button.label, "button")
