"""Whatever there is to show at the place where the visit is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content.kinds.figures import MapFigure
from course.views.closing import closing_view
from course.views.feedback import feedback_view
from course.views.page import page_view, spot_view
from course.views.question import asking_view, round_view
from course.views.result import result_view
from course.visit.route import round_of

if TYPE_CHECKING:
    from course.views.context import Context
    from course.views.model import View
    from course.visit.visit import Visit


def lesson_view(visit: Visit, context: Context) -> View:
    """A page, a spot of its map, a question, its feedback, or the result of the module."""
    question, page = visit.question, visit.page
    if question is not None and round_of(visit.place):
        view = closing_view if visit.feedback else round_view
        return view(visit, question, context)
    if question is not None:
        view = feedback_view if visit.feedback else asking_view
        return view(visit, question, context)
    if page is not None and visit.spot and isinstance(page.figure, MapFigure):
        return spot_view(visit, page.figure, context)
    return result_view(visit, context) if page is None else page_view(visit, page, context)
