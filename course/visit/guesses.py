"""How many codes that are nobody's may be typed, and whose visits can be opened meanwhile.

A guess is the more likely to hit the more visits it could open, so visits of long ago are open to
few guesses and those of today to more. Where somebody has guessed, whoever was here today waits for
minutes, whoever was here long ago for hours; staff can let them in. A code with a slip in it is no
guess: its check digit tells, and that can be worked out without us.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from course.failures import Count, Failures

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
NAME = "code-tries"
"""The file, beside the folder of the visits."""


@dataclass(frozen=True)
class Reach:
    """Visits up to an age, and how many guesses they are open to."""

    age: float
    """Seconds since the person was last here."""
    guesses: int
    """So many one after the other."""
    every: float
    """Seconds after which there is one more."""


REACHES = (
    Reach(12 * HOUR, 5, 10 * MINUTE),
    Reach(7 * DAY, 3, 2 * HOUR),
    Reach(math.inf, 2, 6 * HOUR),
)
"""The nearest first."""


class Guesses:
    """Counts guesses, in a small file that outlasts a restart."""

    def __init__(
        self, path: Path, clock: Callable[[], float], wall: Callable[[], float] = time.time
    ) -> None:
        """The clocks are those of `Failures`. Raises nothing."""
        counts = [Count(each.every, each.guesses, each.guesses) for each in REACHES]
        self._failures = Failures(path, counts, clock, wall)

    @property
    def reach(self) -> float:
        """Up to which age, in seconds, a visit can be opened now; 0.0 where none can."""
        age = 0.0
        for reach, level in zip(REACHES, self._failures.levels, strict=True):
            if level > reach.guesses - 1:
                break
            age = reach.age
        return age

    def count(self) -> None:
        """One guess more, against all that could have been opened by it."""
        age = self.reach
        self._failures.add([at for at, each in enumerate(REACHES) if each.age <= age])

    def clear(self) -> None:
        """Staff vouch for who types."""
        self._failures.clear()
