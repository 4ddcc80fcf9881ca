"""When to get help, on a page: what to do at each level, and for which signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from course.content.signs import Level, Places
from course.handout.model import Band, Group
from course.views.signs import by_level, concerning, in_brief, named

if TYPE_CHECKING:
    from course.content.signs import Sign
    from course.views.context import Context
    from course.visit.visit import Visit

_SIGNS: dict[Level, str] = {"emergency": "!", "now": "☎", "today": "◷", "home": "✓"}
_CALLS = ("now", "today")
"""The levels at which the clinic is called."""


def bands(visit: Visit, context: Context) -> tuple[Band, ...]:
    """The signs after any shot and after shots in the person's own place.

    Whoever has not named their place gets those after shots in other places as well, each with the
    places: a page that lacks them would call them harmless.
    """
    places, own = context.course.places, visit.achieved.own_place
    # A place that was named and is gone from the course since is as good as none.
    own = own if own in places else ""
    mine = concerning(own, context)
    others = [] if own else [row for row in context.course.triage.values() if row not in mine]
    return tuple(_band(level, rows, mine, context) for level, rows in by_level([*mine, *others]))


def _band(level: Level, rows: list[Sign], mine: list[Sign], context: Context) -> Band:
    told = in_brief(level, (), context)
    groups: dict[Literal["any"] | Places, list[str]] = {}
    for row in rows:
        groups.setdefault("any" if row in mine else row.after, []).append(row.short)
    needs_number = level in _CALLS and context.clinic.phone is None
    return Band(
        level=level,
        sign=_SIGNS[level],
        text=told.text,
        more=told.more,
        groups=tuple(
            Group(tuple(signs), _after(places, context)) for places, signs in groups.items()
        ),
        write=context.words("handout.number") if needs_number else "",
    )


def _after(places: Literal["any"] | Places, context: Context) -> str:
    if places == "any":
        return ""
    return context.words("handout.after", places=named(places, context))
