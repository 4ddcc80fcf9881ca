"""What may be wrong with a page or a module: people leave there, or the minutes are far off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from course.content.model import Module
from course.reports import intervals
from course.reports.gather import Kept
from course.reports.statistics import Histogram
from course.visit.route import steps

LEAVING = 0.1
"""The share of those who come to a step that goes no further."""
TIMES_AS_USUAL = 2
"""Besides, how many times as many as at all other steps of the course together."""
FAR_OFF = 2
"""How many times as long, or as short, as what there is to read takes."""


class Step(Struct, frozen=True):
    """A page or a question of a module, and how many people came to it, and went no further."""

    module: str
    kind: str
    id: str
    came: int
    left: int


class Pace(Struct, frozen=True):
    """How long people take for a module, beside what there is to read; minutes."""

    module: str
    cause: str
    people: int
    minutes: float
    written: float


def steps_of(module: Module, kept: Kept) -> list[Step]:
    """The steps of a module in their order."""
    return [
        Step(
            module.id,
            place.kind,
            place.id,
            kept.came[module.id, place.id],
            kept.ended[module.id, place.id],
        )
        for place in steps(module)
        if place.kind != "result"
    ]


def left_at(every: Sequence[Step], z: float) -> Iterator[Step]:
    """The steps at which many more people leave than elsewhere; `every` are those of a course."""
    came, left = sum(step.came for step in every), sum(step.left for step in every)
    for step in every:
        others = max(came - step.came, 1)
        usual = (left - step.left) / others
        if intervals.share(step.left, step.came, z).low > max(LEAVING, TIMES_AS_USUAL * usual):
            yield step


def off_pace(module: str, seconds: Histogram, written: float, z: float) -> Pace | None:
    """Whether those who finish a module take far longer or shorter than `written` seconds."""
    middle = seconds.median()
    if middle is None or not written:
        return None
    low, high = (seconds.at(rank) for rank in intervals.ranks_of_median(seconds.total, z))
    if low > FAR_OFF * written:
        cause = "too-long"
    elif high < written / FAR_OFF:
        cause = "too-short"
    else:
        return None
    return Pace(module, cause, seconds.total, middle / 60, written / 60)
