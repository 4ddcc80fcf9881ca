"""Whether somebody is there: what counts as a sign of it, and what follows when none comes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

REPEATS = 60
"""As often as this the same key may follow itself; what comes after is a book on the keyboard."""
HELD = 0.75
"""Seconds within which a held key comes again; a person who reads presses it less often."""


@dataclass(frozen=True)
class Times:
    """All in seconds."""

    idle: float = 90.0
    """Without a sign of a person, until they are asked whether they are still there."""
    answer: float = 30.0
    """For the answer, which may be given any number of times."""
    listens: float = 300.0
    """After a sign of a person, as long as they are read to. Who listens need not press anything,
    and who has left in the middle of it is not waited for much longer."""
    told: float = 20.0
    """For which it is told that the longest visit ends, before everything of the person goes."""
    longest: float = 7200.0
    """A visit, whatever happens in it; nothing keeps it longer."""


class Stage(Enum):
    """What a visit has come to."""

    NOBODY = "nobody"
    ACTIVE = "active"
    ASKING = "asking"
    ENDING = "ending"
    """The longest visit is over; nothing leads back."""
    OVER = "over"
    """Everything of the person must go now."""


def boot_time() -> float:
    """Seconds since the machine started, suspend included, whatever is done to the clock."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Presence:
    """Follows one visit after another. It keeps times and the last key's name, nothing else."""

    def __init__(self, times: Times, clock: Callable[[], float] = boot_time) -> None:
        self._times = times
        self._clock = clock
        self._began: float | None = None
        self._last_press = self._last_sign = 0.0
        self._key = ""
        self._key_at = 0.0
        self._repeats = 0

    def begin(self) -> None:
        """Somebody has come."""
        self._began = self._last_press = self._last_sign = self._clock()

    def end(self) -> None:
        """Nobody is there any more."""
        self._began = None

    @property
    def stage(self) -> Stage:
        """What the visit has come to by now."""
        if self._began is None:
            return Stage.NOBODY
        now, times = self._clock(), self._times
        silent, visit = now - self._last_sign, now - self._began
        if silent >= times.idle + times.answer or visit >= times.longest + times.told:
            return Stage.OVER
        if visit >= times.longest:
            return Stage.ENDING
        return Stage.ASKING if silent >= times.idle else Stage.ACTIVE

    def sign(self, key: str) -> bool:
        """Something that only a person does: pressing the key, or the button, of this name.

        Says whether it may do what it usually does. It may not where it only answers that the
        person is still there, where nothing leads back, and where a key repeats itself for ever.
        """
        if self._repeats_itself(key):
            return False
        stage = self.stage
        if stage in (Stage.ACTIVE, Stage.ASKING):
            self._last_press = self._last_sign = self._clock()
        return stage in (Stage.ACTIVE, Stage.NOBODY)

    def listens(self) -> None:
        """Another line is read aloud, as to somebody who is there."""
        now = self._clock()
        if self.stage is Stage.ACTIVE and now - self._last_press < self._times.listens:
            self._last_sign = now

    def _repeats_itself(self, key: str) -> bool:
        now = self._clock()
        same = key == self._key and now - self._key_at < HELD
        self._repeats = self._repeats + 1 if same else 0
        self._key, self._key_at = key, now
        return self._repeats >= REPEATS
