"""What of a course does not fit a small screen, as it is drawn there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.geometry import Size

from course import language
from course.clinic import Clinic
from course.content.checks.fit import SIZES, TooHigh
from course.content.compiled import Edition
from course.content.kinds.figures import MapFigure
from course.content.model import Course, Module
from course.content.source.nodes import Path
from course.flow import rehearsal
from course.flow.rehearsal import Seen
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.context import Context
from course.views.model import Box, Heading, Note, Plain, Terms, Text, View
from course.views.overview import first_view
from course.visit.route import Place
from course.visit.visit import Visit

_PHONE = "+1 (555) 010-0100"
"""As long as a number sensibly is."""
_NAME = "Lakeside Joint and Spine Clinic"
CLINICS = (
    Clinic(),
    Clinic(
        name=_NAME,
        phone=_PHONE,
        after_hours=_PHONE,
        anti_inflammatory_days=14,
        heat="yes",
        sedation="yes",
    ),
    Clinic(name=_NAME, phone=_PHONE, after_hours=_PHONE, heat="no", sedation="no"),
)
"""With nothing set, and with each setting that says something; the last one is known by what a page
says of heat and of medicine to sleep."""
_WRITTEN = (Box, Heading, Note, Plain, Terms, Text)
"""Blocks that are words and nothing else."""
_SPLIT = "Split it at a sentence into two pages, or shorten it."
_SHORTEN = "Shorten it."
_SHORTEN_FIRST = "Shorten it, or the text of the page above it."
_SHORTEN_QUESTION = "Shorten the question or its answers, or leave out an answer."
_SHORTEN_TOLD = "Shorten what is said to this answer, the hint, or the right answer."
_SHORTEN_RESULT = "Shorten the key message, or the titles of the pages that its questions name."
_SHORTEN_WAY = "Shorten the goal of the module that is next, or the titles of the modules."
_SHORTEN_ASKS = "Shorten what people ask, so that each stands in one row of its card."
_SHORTEN_END = (
    'Shorten the key messages of the modules, or give the signs in triage.yaml a shorter "short".'
)


def too_high(course: Course) -> Iterator[TooHigh]:
    """Each screen that needs More at one of the sizes of the rule, worst of its kind."""
    edition = Edition.of(course, language.load(course.language))
    kit = Kit(edition, LIGHT)
    if any(over := _first(course, edition, kit)):
        yield TooHigh("", ("asks",), "The first screen", over, _SHORTEN_ASKS)
    yield from _worst(_every(edition), kit)


def too_high_at(course: Course, module: str, item: str) -> Iterator[TooHigh]:
    """The same for one page or question of a module, by its id."""
    edition = Edition.of(course, language.load(course.language))
    seen = (
        each
        for clinic in CLINICS
        for place, own in _places(course, course.module(module), clinic)
        if place.id == item
        for each in rehearsal.at(edition, clinic, place, own)
    )
    yield from _worst(seen, Kit(edition, LIGHT))


def _worst(every: Iterable[Seen], kit: Kit) -> Iterator[TooHigh]:
    """What is too high, once of its kind."""
    known: set[View] = set()
    found: dict[tuple[str, Path, str], TooHigh] = {}
    for seen in every:
        if seen.view in known:
            continue
        known.add(seen.view)
        over = _over(seen.view, kit)
        if any(over):
            told = _told(seen, over)
            key = told.module, told.path, told.shown
            if key not in found or found[key].over < over:
                found[key] = told
    yield from found.values()


def _first(course: Course, edition: Edition, kit: Kit) -> tuple[int, ...]:
    """The rows too many of the screen where everybody begins, with all of the languages on it."""
    named = tuple((each, language.load(each)("name")) for each in course.languages)
    languages = named if len(named) > 1 else ()
    overs = [_over(first_view(Context(edition, each, languages)), kit) for each in CLINICS]
    return max(overs) if course.asks else (0,) * len(SIZES)


def _every(edition: Edition) -> Iterator[Seen]:
    for clinic in CLINICS:
        for module in edition.course.modules:
            for place, own in _places(edition.course, module, clinic):
                yield from rehearsal.at(edition, clinic, place, own)
        for wrong in (False, True):
            yield from rehearsal.through(edition, clinic, wrong=wrong)
        for own in edition.course.places:
            yield from rehearsal.ending(edition, clinic, own)


def _places(course: Course, module: Module, clinic: Clinic) -> Iterator[tuple[Place, str]]:
    """Its pages and questions; for the last of the clinics, the pages with words of a clinic.

    A page that is not the same for everybody comes once for each place of the body, and once for
    people who do not know theirs.
    """
    asked = {page.check.question for page in module.pages if page.check}
    for page in module.pages:
        if clinic is not CLINICS[-1] or page.clinic:
            yield Place("page", module.id, page.id), ""
            if page.place or (page.triage and page.triage.is_of_place):
                for own in course.places:
                    yield Place("page", module.id, page.id), own
    for question in module.questions:
        if clinic is not CLINICS[-1] and question.id not in asked:
            yield Place("question", module.id, question.id), ""


def _over(view: View, kit: Kit) -> tuple[int, ...]:
    """The rows too many at each size."""
    small, *others = (Size(*size) for size in SIZES)
    over = Sheet(view, small, kit).over
    # A text that fits in fewer columns and rows fits in more; what is drawn may be drawn larger.
    if not over and all(isinstance(block, _WRITTEN) for block in view.blocks):
        return (0,) * len(SIZES)
    return (over, *(Sheet(view, size, kit).over for size in others))


def _told(seen: Seen, over: tuple[int, ...]) -> TooHigh:
    """What its author is told of a screen that does not fit."""
    view, visit = seen
    match visit.place.kind:
        case "map":
            next_ = visit.achieved.upcoming
            shown = f'The way with "{next_.id}" next' if next_ else "The way"
            return TooHigh("", ("modules",), shown, over, _SHORTEN_WAY)
        case "finish":
            shown = f'The page "{view.title}" at the end'
            return TooHigh("", ("modules",), shown, over, _SHORTEN_END)
        case "result" if visit.showing is None:
            where = ("key_message",)
            return TooHigh(visit.module.id, where, "This result", over, _SHORTEN_RESULT)
        case _:
            pass
    module, question = visit.module, visit.question
    if question is None:
        return _told_of_page(visit, over)
    path: Path = ("questions", module.questions.index(question))
    if view.verdict is not None:
        chosen = view.verdict.chose
        one = f'"{chosen[0]}"' if len(chosen) == 1 else "these steps"
        shown, cure = f"What is said to {one}", _SHORTEN_TOLD
    elif visit.feedback:
        shown, cure = "What a good answer says", _SHORTEN
    else:
        shown = "This question, with its hint," if view.hints else "This question"
        cure = _SHORTEN_QUESTION
    return TooHigh(module.id, path, shown, over, cure)


def _told_of_page(visit: Visit, over: tuple[int, ...]) -> TooHigh:
    page, module, index = next(
        (page, module.id, index)
        for module in visit.course.modules
        for index, page in enumerate(module.pages)
        if page is visit.page
    )
    path: Path = ("pages", index)
    if visit.opened:
        if not (place := visit.opened[-1]):
            return TooHigh(module, path, "The list of places of this page", over, _SHORTEN)
        return TooHigh(module, (*path, "place", place, "text"), "This text", over, _SHORTEN)
    own = visit.achieved.own_place
    if page.place and own in page.place:
        shown = "This page, with this place first,"
        return TooHigh(module, (*path, "place", own, "text"), shown, over, _SHORTEN_FIRST)
    if visit.spot and isinstance(page.figure, MapFigure):
        spots = [spot.id for spot in page.figure.spots]
        path = (*path, "figure", "spots", spots.index(visit.spot), "text")
        return TooHigh(module, path, "The text of this spot", over, _SHORTEN)
    return TooHigh(module, path, "This page", over, _SPLIT)
