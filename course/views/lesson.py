"""Whatever there is to show at the place where the visit is."""

from __future__ import annotations

from course.content.model import MapFigure, Order
from course.views.context import Context
from course.views.feedback import feedback_view
from course.views.model import View
from course.views.page import page_view, spot_view
from course.views.question import REVEAL, SHOW, asking_view, round_view
from course.views.result import result_view
from course.visit.visit import Visit


def lesson_view(visit: Visit, context: Context) -> View:
    """A page, a spot of its map, a question, its feedback, or the result of the module."""
    question, page = visit.question, visit.page
    if question is not None and visit.round:
        return round_view(visit, question, context)
    if question is not None:
        view = feedback_view if visit.feedback else asking_view
        return view(visit, question, context)
    if page is not None and visit.spot and isinstance(page.figure, MapFigure):
        return spot_view(visit, page.figure, context)
    return result_view(visit, context) if page is None else page_view(visit, page, context)


def press(visit: Visit, action: str) -> None:
    """What pressing a button or a card of a lesson view does to the visit.

    Raises KeyError for what no view of this place offers.
    """
    match action:
        case "next" | "return" | "try_again" | "finish":
            visit.next()
        case "back" | "unpick":
            visit.back()
        case "contents" | "skip":
            visit.open_map()
        case "hint":
            visit.hinted = True
        case chosen:
            _choose(visit, chosen)


def _choose(visit: Visit, chosen: str) -> None:
    page, question = visit.page, visit.question
    if visit.place.kind == "result" and visit.showing is None:
        visit.show(visit.module.question(chosen))
    elif question is None and page and isinstance(page.figure, MapFigure):
        visit.spot = chosen
    elif question is None:
        visit.tick(chosen, not visit.achieved.ticked(visit.place, chosen))
    elif chosen == SHOW:
        visit.show(question)
    elif chosen == REVEAL:
        visit.reveal()
    elif isinstance(question, Order):
        visit.give(question, chosen)
    else:
        visit.answer(chosen)
