"""What may be wrong with a page or a module: people leave there, or the minutes are far off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from course.content.model import Module
from course.learners.counts import ModuleCount
from course.reports import intervals
from course.reports.statistics import Histogram
from course.visit.route import steps

LEAVING = 0.1
"""The share of those who come to a step that goes no further."""
TIMES_AS_USUAL = 2
"""Besides, how many times as many as at all other steps of the course together."""
FAR_OFF = 2
"""How many times as long, or as short, as what there is to read takes."""


class Step(Struct, frozen=True):
    """A page or a question of a module, and how many people came to it and left there."""

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


def steps_of(module: Module, count: ModuleCount) -> list[Step]:
    """The steps of a module in their order; whoever left later, or finished, came to them all."""
    found = []
    here = count.started
    for place in steps(module):
        if place.kind == "result":
            continue
        left = min(count.left.get(f"{place.kind}:{place.id}", 0), here)
        found.append(Step(module.id, place.kind, place.id, here, left))
        here -= left
    return found


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
