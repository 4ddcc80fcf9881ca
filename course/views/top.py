"""What stands on top of a step: what it is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.views.context import Context
    from course.visit.visit import Visit


def section(visit: Visit, context: Context) -> str:
    """The module of what is shown, or what the person came to ask."""
    if visit.path is None or visit.showing is not None:
        return visit.module_shown.title
    asked = context.course.asks.get(visit.path.ask) or context.words("essentials.title")
    # A page that is called what was asked says it in its title.
    said_below = visit.page is not None and visit.page.title == asked
    return visit.module_shown.title if said_below else asked
