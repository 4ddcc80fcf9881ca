"""What a person may come to see next, so that it can be made ready before they press anything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from course.flow import rehearsal
from course.flow.navigator import Navigator
from course.views.context import Context
from course.views.model import View
from course.views.overview import way_view
from course.visit.rehearsal import Rehearsal
from course.visit.route import Place, steps

STEPS = 3
"""Pages and questions that are looked at beforehand."""


def ahead(nav: Navigator, most: int | None = STEPS) -> Iterator[View]:
    """The way, what can be opened where the navigator is, and then on the steps that follow.

    At most so many steps, or all of the course. It is worked out little by little, in visits that
    are nobody's, and may be asked for in any thread.
    """
    visit, context = nav.visiting, nav.context
    here = visit.place if visit is not None else None
    own = visit.achieved.own_place if visit is not None else ""
    return _views(context, here, own, most)


def _views(context: Context, here: Place | None, own: str, most: int | None) -> Iterator[View]:
    yield way_view(Rehearsal(context.course).begin(), context)
    modules = context.course.modules
    begun = next((m for m in modules if here is not None and m.id == here.module), None)
    first = modules.index(begun) if begun is not None else 0
    every = [step for module in modules[first:] for step in steps(module)]
    at = every.index(here) if here in every else 0
    for step in islice(every, at, None if most is None else at + 1 + most):
        for seen in rehearsal.at(context.edition, context.clinic, step, own):
            yield seen.view
