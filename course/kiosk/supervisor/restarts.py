"""What the supervisor does once the course has ended: decided from numbers alone."""

from __future__ import annotations

from dataclasses import dataclass

from course.kiosk.status import Status
from course.waits import GrowingWait

SHORT = 30.0
"""Seconds; a run that ends within them counts as one more failure in a row."""
FREE = 3
"""So many failures in a row are answered at once."""
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
"""Seconds; each further failure doubles the wait up to the longest."""
_WAIT = GrowingWait(FREE + 1, FIRST_WAIT, LONGEST_WAIT)
OUT_OF_ORDER = 6
"""From so many failures in a row on, the page says that the machine does not work."""
HASTY = 2.0
"""Seconds; a course that asks for a restart sooner than this would do so for ever."""


@dataclass(frozen=True)
class Next:
    """What comes after a run of the course."""

    ends: bool = False
    """Nothing is started again: staff asked for that."""
    wait: float = 0.0
    """Seconds before the course is started again."""
    out_of_order: bool = False
    """Whether the wait is long enough to send people to the staff."""
    roll_back: bool = False
    """The modules that came last are to be given up."""


class Policy:
    """Counts failures in a row, and gives up new modules with which the course does not stay up."""

    def __init__(self, on_trial: bool = False) -> None:
        self.failures = 0
        """In a row, each within SHORT of its start."""
        self.on_trial = on_trial
        """Whether the modules in use have not yet held for SHORT."""

    def taken_over(self) -> None:
        """New modules are in use from the next start on."""
        self.on_trial = True
        self.failures = 0

    def held(self) -> None:
        """The course has been up for SHORT."""
        self.on_trial = False
        self.failures = 0

    def after(self, status: int, seconds: float) -> Next:
        """What to do after a run of so many seconds that ended with `status`.

        `status` is an exit status, or minus the signal that ended it.
        """
        if status == Status.ENDED_BY_STAFF:
            return Next(ends=True)
        if seconds >= SHORT:
            self.held()
        if status == Status.RESTART_ASKED and seconds >= HASTY:
            return Next()
        self.failures += 1
        if self.on_trial and self.failures >= FREE:
            self.on_trial = False
            self.failures = 0
            return Next(roll_back=True)
        wait = _WAIT.after(self.failures)
        return Next(wait=wait, out_of_order=self.failures >= OUT_OF_ORDER)
