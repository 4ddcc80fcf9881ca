"""What stands on top of a step: what it is part of, and how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.visit.route import step_of
from course.visit.visit import way_of

if TYPE_CHECKING:
    from course.views.context import Context
    from course.visit.visit import Visit


def section(visit: Visit, context: Context) -> str:
    """The module, or what the person came to ask."""
    if visit.path is None:
        return visit.module.title
    return context.course.asks.get(visit.path.ask) or context.words("essentials.title")


def step(visit: Visit) -> tuple[int, int]:
    """Which step it is, counted from 1, and how many there are."""
    return step_of(way_of(visit), visit.place)
