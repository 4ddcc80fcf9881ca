"""What the course did, from the counts of its two arms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

LEAST = 30
"""People in each arm below whom no interval is given: it rests on the normal distribution."""
Z = 1.959964
"""The 97.5 % quantile of the normal distribution."""
_RIGHT = re.compile(r"(?P<arm>[a-z-]+)/right-(?P<right>[0-9]+)")


class ArmFigures(Struct, frozen=True):
    """One arm: how far its visits came, and how much was right in those that finished."""

    name: str
    allocated: int
    course: int
    """Visits that came to the end of the course."""
    began: int
    finished: int
    analysed: int
    """Finished, all questions at one sitting."""
    mean: float | None
    """Of the share that was right, 0 to 1; None without anybody."""
    variance: float | None
    """Of that share between people, with n - 1; None below two people."""


class Difference(Struct, frozen=True):
    """The second arm less the first, in shares from -1 to 1."""

    value: float
    low: float
    high: float


def arm_figures(name: str, counts: Mapping[str, int], asked: int) -> ArmFigures:
    """The figures of an arm, from the counts of a plan that asks so many questions."""

    def stage(of: Literal["allocated", "course", "began", "finished"]) -> int:
        return counts.get(f"{name}/{of}", 0)

    shares = [(right / asked, people) for right, people in _right(name, counts)]
    total = sum(people for _, people in shares)
    mean = sum(share * people for share, people in shares) / total if total else None
    spread = (
        sum(people * (share - mean) ** 2 for share, people in shares) / (total - 1)
        if mean is not None and total > 1
        else None
    )
    return ArmFigures(
        name=name,
        allocated=stage("allocated"),
        course=stage("course"),
        began=stage("began"),
        finished=stage("finished"),
        analysed=total,
        mean=mean,
        variance=spread,
    )


def difference(first: ArmFigures, second: ArmFigures) -> Difference | None:
    """How much more was right in the second arm, with its 95 % interval; None for too few people.

    B. L. Welch, Biometrika 29, 350-362 (1938): the variance of the difference is the sum of those
    of the two means, each with its own spread.
    """
    if first.mean is None or second.mean is None or min(first.analysed, second.analysed) < LEAST:
        return None
    wide = Z * math.sqrt(
        (first.variance or 0) / first.analysed + (second.variance or 0) / second.analysed
    )
    value = second.mean - first.mean
    return Difference(value, value - wide, value + wide)


def _right(name: str, counts: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for key, people in counts.items():
        found = _RIGHT.fullmatch(key)
        if found and found["arm"] == name:
            yield int(found["right"]), people
