"""What the course did, from the counts of its two arms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from course.errors import CourseError
from course.visit.evaluation import FILE, LAST
from progress.errors import Damaged, ProgressError
from progress.tally import Counted, Tally

LEAST = 30
"""People in each arm below whom no interval is given: it takes means for normally distributed."""
Z = 1.959964
"""The 97.5 % quantile of the normal distribution."""
_RIGHT = re.compile(r"(?P<arm>[a-z-]+)/right-(?P<right>[0-9]+)")
_ANSWER = re.compile(
    r"(?P<arm>[a-z-]+)/(?P<question>[a-z0-9-]+/[a-z0-9-]+)/(?P<result>right|wrong|unsure|safe)"
)


class ArmFigures(Struct, frozen=True):
    """One arm: how far its visits came, and how much was right in those that finished.

    Whoever is counted at a stage is so at those before it as well, even where such a count could
    not be written.
    """

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


def counted(folder: Path) -> dict[str, Counted]:
    """What was counted, by the mark of its plan, from the file in a folder.

    Raises CourseError if it cannot be read.
    """
    path = folder / FILE
    try:
        return Tally(path).read()
    except Damaged as error:
        raise CourseError(
            f"The counts in {path} are damaged: put a copy back from a backup, or move the file "
            "away to begin anew."
        ) from error
    except ProgressError as error:
        raise CourseError(
            f"The counts in {path} cannot be read: check the disk and who may read the file."
        ) from error


def set_aside(folder: Path) -> list[str]:
    """The names of files of counts that were found damaged, while others took their place."""
    return sorted(path.name for path in folder.glob(f"{FILE}.damaged-*"))


def arm_figures(name: str, counts: Mapping[str, int], asked: int) -> ArmFigures:
    """The figures of an arm, from the counts of a plan that asks so many questions."""

    shares = [(right / asked, people) for right, people in _right(name, counts)]
    total = sum(people for _, people in shares)
    mean = sum(share * people for share, people in shares) / total if total else None
    spread = (
        sum(people * (share - mean) ** 2 for share, people in shares) / (total - 1)
        if mean is not None and total > 1
        else None
    )
    finished = max(counts.get(f"{name}/finished", 0), total)
    began = max(counts.get(f"{name}/began", 0), finished)
    course = max(counts.get(f"{name}/course", 0), began if name == LAST else 0)
    return ArmFigures(
        name=name,
        allocated=max(counts.get(f"{name}/allocated", 0), course, began),
        course=course,
        began=began,
        finished=finished,
        analysed=total,
        mean=mean,
        variance=spread,
    )


def difference(first: ArmFigures, second: ArmFigures) -> Difference | None:
    """How much more was right in the second arm, with its 95 % interval.

    None for too few people, or where all of an arm had the same share right: then nothing tells
    how much chance does.

    B. L. Welch, Biometrika 34, 28-35 (1947): the variance of the difference is the sum of those of
    the two means, each with its own spread, and the degrees of freedom come from both.
    """
    if first.mean is None or second.mean is None or min(first.analysed, second.analysed) < LEAST:
        return None
    if not first.variance or not second.variance:
        return None
    one, other = first.variance / first.analysed, second.variance / second.analysed
    freedom = (one + other) ** 2 / (
        one**2 / (first.analysed - 1) + other**2 / (second.analysed - 1)
    )
    wide = _quantile(freedom) * math.sqrt(one + other)
    value = second.mean - first.mean
    return Difference(value, value - wide, value + wide)


def answers(counts: Mapping[str, int]) -> dict[str, dict[str, dict[str, int]]]:
    """How often each question was answered how: by its name, then the arm, then the result."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for key, people in counts.items():
        if named := _ANSWER.fullmatch(key):
            results = found.setdefault(named["question"], {}).setdefault(named["arm"], {})
            results[named["result"]] = people
    return found


def _quantile(freedom: float) -> float:
    """The 97.5 % quantile of Student's t; M. Abramowitz and I. A. Stegun, Handbook of Mathematical
    Functions (1964), 26.7.5. Within 0.001 from 10 degrees of freedom on."""
    return Z + (Z**3 + Z) / (4 * freedom) + (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * freedom**2)


def _right(name: str, counts: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for key, people in counts.items():
        found = _RIGHT.fullmatch(key)
        if found and found["arm"] == name:
            yield int(found["right"]), people
