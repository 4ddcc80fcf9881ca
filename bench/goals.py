"""How fast the program is to be, and whether it is. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from bench import found
from bench.found import Found
from bench.stats import exponent

FEW, MANY = 7, 1000
"""Numbers of modules."""


@dataclass(frozen=True)
class Goal:
    """A figure that may not be greater than it should be."""

    what: str
    unit: str
    most: float
    figure: Callable[[Found], float | None]
    """Gives None for what was not measured, or not often enough."""
    most_busy: float | None = None
    """What is allowed on a busy machine, if that is more."""

    def allows(self, busy: bool) -> float:
        """The greatest figure that meets it."""
        return self.most_busy if busy and self.most_busy is not None else self.most


def _ratio(what: str) -> Callable[[Found], float | None]:
    return lambda all_: all_.rows[what].ratio if what in all_.rows else None


def _tail(what: str) -> Callable[[Found], float | None]:
    return lambda all_: all_.rows[what].tail if what in all_.rows else None


def _frames(all_: Found) -> float | None:
    counts = [
        count for what in found.TURNS if what in all_.rows for count in all_.rows[what].frames
    ]
    return max(counts, default=None)


def _late_frames(all_: Found) -> float | None:
    return all_.late_frames if found.SEEN in all_.rows else None


def _leaving(all_: Found) -> float | None:
    row = all_.rows.get(found.LEAVING)
    return statistics.median(row.took) if row else None


def _late_answers(all_: Found) -> float | None:
    return all_.late_answers if found.ANSWER in all_.rows else None


def _save(all_: Found) -> float | None:
    return max((all_.rows[found.save(number)].ratio for number in all_.saves), default=None)


def _exponent(all_: Found) -> float | None:
    return exponent(all_.saves) if len(all_.saves) > 1 else None


def _many_modules(all_: Found) -> float | None:
    starts = all_.modules.start
    if not {FEW, MANY} <= starts.keys():
        return None
    return statistics.median(starts[MANY]) / statistics.median(starts[FEW])


def _growth(all_: Found) -> float | None:
    if not all_.memory:
        return None
    return max(held.megabytes for held in all_.memory) - all_.memory[0].megabytes


GOALS = (
    Goal("start to the first frame", "x bare app", 1.15, _ratio(found.START), 1.3),
    Goal("a press in the first 300 ms", "x the same press later", 1.1, _ratio(found.EARLY)),
    Goal("frames a turn", "", 1, _frames),
    Goal("frames after a turn was over", "", 0, _late_frames),
    Goal("next, page seen before", "x bare app", 1.5, _ratio(found.SEEN)),
    Goal("next, page never seen", "x bare app", 2.5, _ratio(found.UNSEEN)),
    Goal("next, page seen before, p99", "x p99 of the bare app", 2, _tail(found.SEEN)),
    Goal("next, page never seen, p99", "x p99 of the bare app", 2, _tail(found.UNSEEN)),
    Goal("answer, saved", "x write + fsync + 2 bare turns", 1, _ratio(found.ANSWER)),
    Goal("answers shown before they were on the disk", "", 0, _late_answers),
    Goal("leaving", "ms", 30, _leaving),
    Goal("save", "x write + fsync", 5, _save),
    Goal("save, exponent over the learners", "", 0.05, _exponent),
    Goal("start with 1,000 modules", "x 7 modules", 1.1, _many_modules),
    Goal("growth over all turns", "MB", 2, _growth),
)
