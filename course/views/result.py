"""The end of a module: what is worth another look first, then what the person can be sure of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from course.content import own_pictures, prose
from course.content.texts import whole_name
from course.views.model import Block, Box, Card, Heading, Text, View
from course.views.original import language_of
from course.views.press import Pick, Spot

if TYPE_CHECKING:
    from course.content.model import Module
    from course.views.context import Context
    from course.visit.visit import Visit


class Point(Struct, frozen=True):
    """What a page teaches, and how far the person is with it."""

    title: str
    question: str
    """The question that leads to the page: the first one whose point is open, if there is any."""
    ask: str
    """What that question asks."""
    is_known: bool
    was_safe: bool
    """Whether all that was missed was more care than is needed."""


def result_view(visit: Visit, context: Context) -> View:
    """The points of the module that was just gone through. Nobody is told a number."""
    words, module = context.words, visit.module
    found = points(visit, module)
    again = [point for point in found if not point.is_known]
    sure = [point.title for point in found if point.is_known]
    blocks: list[Block] = []
    if sure:
        titles = tuple(prose.verbatim(title) for title in sure)
        blocks = [Text(prose.Prose((prose.Bullets(titles, ordered=False),)))]
    if sure and again:
        blocks.insert(0, Heading(words("result.sure")))
    if not again:
        message = prose.verbatim(module.key_message)
        blocks.append(Box("key", words("callout.key"), message))
    title = "again" if again else "sure" if sure else "end"
    return View(
        layout="result",
        section=module.title,
        said=words("top.step", step=visit.step[0], of=visit.step[1]),
        step=visit.step,
        title=words(f"result.{title}"),
        blocks=tuple(blocks),
        cards=tuple(_card(point, visit, context) for point in again),
        back=context.button(Spot.BACK),
        help="result",
        tools=context.tools(Spot.STOP),
        menu=(context.button(Spot.WAY), context.button(Spot.TAKE)),
        next=context.button(Spot.NEXT, "finish" if visit.achieved.upcoming is None else "next"),
        onward=_onward(visit, context, is_open=bool(again)),
        picture=own_pictures.of_part(module.id),
    )


def _onward(visit: Visit, context: Context, *, is_open: bool) -> str:
    """What comes next; and, where something is worth another look, that it can wait.

    Neither this part, nor one that they went through and of which a question comes back, is told as
    what comes next, nor one in another language than what says so.
    """
    words, upcoming = context.words, visit.achieved.upcoming
    here = {visit.module.id, *(each.module.id for each in visit.achieved.states() if each.again)}
    told = [words("result.can_wait")] if is_open else []
    if upcoming is None:
        told.append(words("result.next_end"))
    elif upcoming.id not in here and context.of(upcoming.id) is context:
        told.append(words("result.next", part=upcoming.title))
    return " ".join(told)


def points(visit: Visit, module: Module) -> list[Point]:
    """One for each page that teaches key points of a module, of those that were answered.

    A point goes by the title of its page, and the same line twice would only puzzle.
    """
    pages: dict[tuple[str, str], Point] = {}
    for question, knows in visit.achieved.key_points(module):
        name = whole_name(question.page, module.id)
        before, tries = pages.get(name), visit.achieved.tries(module, question)
        if tries and (before is None or not knows):
            first = before if before and not before.is_known else None
            pages[name] = Point(
                title=visit.course.module(name[0]).page(name[1]).title,
                question=first.question if first else question.id,
                ask=first.ask if first else question.ask,
                is_known=knows,
                was_safe=all(one.result == "safe" for one in tries[:1])
                and (first is None or first.was_safe),
            )
    return list(pages.values())


def open_modules(visit: Visit) -> list[Module]:
    """Those in which something is worth another look."""
    modules = visit.course.modules
    return [each for each in modules if not all(point.is_known for point in points(visit, each))]


def is_sure_of_all(visit: Visit) -> bool:
    """Whether the course has key points, and each that the person is asked for is known."""
    points_ = [
        known for module in visit.course.modules for _, known in visit.achieved.key_points(module)
    ]
    return bool(points_) and all(points_)


def again_view(visit: Visit, context: Context) -> View:
    """At the end of the course: the modules in which something is worth another look."""
    words = context.words
    return View(
        layout="list",
        section=context.course.title,
        title=words("result.again"),
        cards=tuple(_again_in(each, visit, context) for each in open_modules(visit)),
        help="again",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def _again_in(module: Module, visit: Visit, context: Context) -> Card:
    other = language_of(module.id, context)
    status = context.words("map.original", language=other) if other else ""
    about = tuple(point.title for point in points(visit, module) if not point.is_known)
    return Card(Pick(module.id), module.title, status, about=about)


def _card(point: Point, visit: Visit, context: Context) -> Card:
    if (visit.module.id, point.question) in visit.looked_at:
        looked_at = context.words("result.looked_at")
        return Card(Pick(point.question), point.title, looked_at, "done", about=(point.ask,))
    status = context.words("result.was_safe") if point.was_safe else ""
    return Card(Pick(point.question), point.title, status, "open", about=(point.ask,))
