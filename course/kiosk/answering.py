"""Whether the screen of a kiosk is drawing, for whoever asks from outside of it.

The supervisor knows it each second, and says so now and then by the time of the file that it holds
anyway: a disk is not worn out by that.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from course.kiosk.owner import NAME

EVERY = 30.0
"""Seconds between two notes."""
STALE = 90.0
"""Seconds after which the last note says that the screen stands still."""


class Drawing:
    """The notes of one supervisor."""

    def __init__(self, data: Path) -> None:
        """Touches no disk."""
        self._path = data / NAME
        self._noted = float("-inf")

    def note(self) -> None:
        """The screen is drawing now. Raises nothing."""
        if time.monotonic() - self._noted >= EVERY:
            self._noted = time.monotonic()
            with suppress(OSError):
                os.utime(self._path)


def is_drawing(data: Path) -> bool:
    """Whether it was drawing within STALE; of a kiosk that is up. Raises nothing."""
    with suppress(OSError):
        return abs(time.time() - (data / NAME).stat().st_mtime) < STALE
    return False
