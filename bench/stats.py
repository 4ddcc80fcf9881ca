"""What is worked out of many times. Pure; times are in milliseconds."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

FEWEST = 100
"""Of fewer times, the one in a hundred that is slowest says no more than the worst."""


@dataclass
class Row:
    """One thing, measured in turns with its yardstick."""

    what: str
    yardstick: str
    yards: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    frames: Counter[int] = field(default_factory=Counter)
    """How often a turn drew so many frames; empty where nothing turns."""

    def add(self, yard: float, took: float) -> None:
        """One more round."""
        self.yards.append(yard)
        self.took.append(took)

    @property
    def ratio(self) -> float:
        """How many times the yardstick it takes, by the medians."""
        return statistics.median(self.took) / statistics.median(self.yards)

    @property
    def tail(self) -> float | None:
        """How many times the yardstick it takes, by the 99th percentiles; None of too few."""
        ours, theirs = percentile_99(self.took), percentile_99(self.yards)
        return None if ours is None or theirs is None else ours / theirs


def percentile_99(times: Sequence[float]) -> float | None:
    """The time that one in a hundred exceeds; None if there are too few to tell."""
    if len(times) < FEWEST:
        return None
    return statistics.quantiles(times, n=100)[98]


def exponent(times: Mapping[int, float]) -> float:
    """The power of the number with which the time grows: 0 if it does not, 1 if it doubles with it.

    By least squares over the logarithms. Raises statistics.StatisticsError for one number alone.
    """
    numbers = [math.log(number) for number in times]
    return statistics.linear_regression(numbers, [math.log(time) for time in times.values()]).slope
