"""When a kiosk looks after what it keeps."""

from __future__ import annotations

from collections.abc import Callable

DAY = 86_400.0
"""Seconds between two rounds: a kiosk may run for a year without a restart."""
HOUR = 3_600.0
"""Seconds that the machine is on before the first one: where no battery keeps the date, it may be
years ahead until the network has set it, and every visit would look old."""


class Upkeep:
    """A round a day."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` gives seconds since the machine was switched on."""
        self._clock = clock
        self._next = HOUR

    def is_due(self) -> bool:
        """Whether to begin a round now; the next one is then due a day later."""
        if self._clock() < self._next:
            return False
        self._next = self._clock() + DAY
        return True
