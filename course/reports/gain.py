"""What people knew more after the course than before it, of those alone who answered both times.

Whoever leaves before the end answers the first time only. If they were counted, the shares would
be of different people, and those who stay are the more patient ones.
"""

from __future__ import annotations

import math

from msgspec import Struct

from course.reports.small_cells import HIDDEN, LEAST, Cell

ENOUGH = 30
"""People below whom no gain is told: the interval takes means for normally distributed."""
_Z = 1.959964
"""The 97.5 % quantile of the normal distribution."""


class Twice(Struct):
    """How many people, who answered one question before and after the course, were right when."""

    both: int = 0
    gained: int = 0
    """Right after it alone."""
    lost: int = 0
    """Right before it alone."""
    neither: int = 0

    def add(self, before: bool, after: bool) -> None:
        """One person more, and whether they were right."""
        if before:
            self.both += after
            self.lost += not after
        else:
            self.gained += after
            self.neither += not after

    @property
    def people(self) -> int:
        """All of them."""
        return self.both + self.gained + self.lost + self.neither


class GainFigures(Struct, kw_only=True):
    """One question that was asked before and after the course, in one wording.

    The gain is how many more of a hundred people were right after it, with its 95 % interval; all
    three are None for too few people, or `hidden` where they would lay a small group open.
    """

    question: str
    hash: str
    ask: str
    answered_both: Cell
    gain: int | str | None
    low: int | str | None
    high: int | str | None


def gain_figures(
    question: str, mark: str, ask: str, twice: Twice, answered: Cell, small: bool
) -> GainFigures:
    """The row of one question, `answered` both times by so many people, as may be shown.

    `small` shows what would lay a small group open as well.
    """
    people = twice.people
    found: tuple[int | str | None, ...]
    if people < ENOUGH:
        found = (None, None, None)
    elif small or _is_vague(twice):
        found = _gain(twice)
    else:
        found = (HIDDEN, HIDDEN, HIDDEN)
    return GainFigures(
        question=question,
        hash=mark,
        ask=ask,
        answered_both=answered,
        gain=found[0],
        low=found[1],
        high=found[2],
    )


def _is_vague(twice: Twice) -> bool:
    """Whether the gain leaves open how many neither gained nor lost: near all or nothing it would
    say so."""
    rest = twice.people - abs(twice.gained - twice.lost)
    return rest >= LEAST


def _gain(twice: Twice) -> tuple[int, int, int]:
    """The difference of two shares of the same people, in points.

    A. Agresti and Y. Min, Statistics in Medicine 24, 729-740 (2005): the usual interval, after half
    a person was added to each of the four groups, holds for small ones as well.
    """
    gained, lost = twice.gained + 0.5, twice.lost + 0.5
    people = twice.people + 2
    middle = (gained - lost) / people
    wide = _Z * math.sqrt(gained + lost - (gained - lost) ** 2 / people) / people
    points = 100 * (twice.gained - twice.lost) / twice.people
    return round(points), round(100 * (middle - wide)), round(100 * (middle + wide))
