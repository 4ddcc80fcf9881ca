"""What of a course does not fit a small screen, as it is drawn there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

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
from course.language import Words
from course.ui.paint.sheet import Kit, Sheet
from course.ui.spread import in_turns
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


class _Job(NamedTuple):
    """Some of the screens of a course that can be drawn without the others."""

    clinic: int
    """Which of `CLINICS`."""
    what: Literal["module", "through", "ending"]
    name: str = ""
    """The module, or the place of the body."""
    wrong: bool = False
    """Whether all answers on the way through are wrong at first."""


class _Drawing:
    """Draws the screens of a course, each that looks like another one once."""

    def __init__(self, course: Course, words: Words) -> None:
        self.edition = Edition.of(course, words)
        self.kit = Kit(self.edition, LIGHT)
        self.known: set[View] = set()

    def jobs(self) -> list[_Job]:
        """All that there is to draw besides the first screen."""
        course = self.edition.course
        found: list[_Job] = []
        for number in range(len(CLINICS)):
            found += [_Job(number, "module", module.id) for module in course.modules]
            found += [_Job(number, "through", wrong=wrong) for wrong in (False, True)]
            found += [_Job(number, "ending", own) for own in course.places]
        return found

    def do(self, job: _Job) -> list[TooHigh]:
        """What is too high of some screens."""
        return [*self.over(self._seen(job))]

    def over(self, every: Iterable[Seen]) -> Iterator[TooHigh]:
        """What is too high of screens that were not drawn before."""
        for seen in every:
            if seen.view in self.known:
                continue
            self.known.add(seen.view)
            over = _over(seen.view, self.kit)
            if any(over):
                yield _told(seen, over)

    def _seen(self, job: _Job) -> Iterator[Seen]:
        edition, clinic = self.edition, CLINICS[job.clinic]
        match job.what:
            case "module":
                module = edition.course.module(job.name)
                for place, own in _places(edition.course, module, clinic):
                    yield from rehearsal.at(edition, clinic, place, own)
            case "through":
                yield from rehearsal.through(edition, clinic, wrong=job.wrong)
            case "ending":
                yield from rehearsal.ending(edition, clinic, job.name)


def too_high(
    course: Course,
    tongues: Mapping[str, Words] | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> Iterator[TooHigh]:
    """Each screen that needs More at one of the sizes of the rule, worst of its kind.

    `tongues` are the words of the interface in each language; the program's own if not given.
    `tell` is told after each part how many of all are done.
    """
    tongues = tongues or {each: language.load(each) for each in course.languages}
    drawing = _Drawing(course, tongues[course.language])
    if any(over := _first(course, drawing.edition, drawing.kit, tongues)):
        yield TooHigh("", ("asks",), "The first screen", over, _SHORTEN_ASKS)
    jobs = drawing.jobs()
    yield from _worst(_drawn(in_turns(drawing.do, jobs), len(jobs), tell))


def too_high_at(course: Course, words: Words, module: str, item: str) -> Iterator[TooHigh]:
    """The same for one page or question of a module, by its id."""
    drawing = _Drawing(course, words)
    seen = (
        each
        for clinic in CLINICS
        for place, own in _places(course, course.module(module), clinic)
        if place.id == item
        for each in rehearsal.at(drawing.edition, clinic, place, own)
    )
    yield from _worst(drawing.over(seen))


def _drawn(
    parts: Iterable[list[TooHigh]], count: int, tell: Callable[[int, int], None] | None
) -> Iterator[TooHigh]:
    for number, found in enumerate(parts, start=1):
        yield from found
        if tell is not None:
            tell(number, count)


def _worst(every: Iterable[TooHigh]) -> Iterator[TooHigh]:
    """The worst of each kind."""
    found: dict[tuple[str, Path, str], TooHigh] = {}
    for each in every:
        key = each.module, each.path, each.shown
        if key not in found or found[key].over < each.over:
            found[key] = each
    yield from found.values()


def _first(
    course: Course, edition: Edition, kit: Kit, tongues: Mapping[str, Words]
) -> tuple[int, ...]:
    """The rows too many of the screen where everybody begins, with all of the languages on it."""
    named = tuple(
        (each, tongues[each]("name"))
        for each in course.languages
        if each in tongues and "name" in tongues[each]
    )
    languages = named if len(named) > 1 else ()
    overs = [_over(first_view(Context(edition, each, languages)), kit) for each in CLINICS]
    return max(overs) if course.asks else (0,) * len(SIZES)


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
