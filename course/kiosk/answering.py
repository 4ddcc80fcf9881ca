"""Whether the course of a kiosk and its terminal answer, for whoever asks from outside of it.

The supervisor knows it each second, and says so now and then by the time of the file that it holds
anyway: a disk is not worn out by that. Whether anything of it is seen on the screen nobody knows.
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
"""Seconds after which the last note says that it stands still."""


class Answering:
    """The notes of one supervisor."""

    def __init__(self, data: Path) -> None:
        """Touches no disk."""
        self._path = data / NAME
        self._noted = float("-inf")

    def note(self) -> None:
        """Both answer now. Raises nothing."""
        if time.monotonic() - self._noted >= EVERY:
            self._noted = time.monotonic()
            with suppress(OSError):
                os.utime(self._path)


def is_answering(data: Path) -> bool | None:
    """Whether both answered within STALE; of a kiosk that is up. Raises nothing.

    None where that is not known, since notes cannot be made or read.
    """
    path = data / NAME
    with suppress(OSError):
        if abs(time.time() - path.stat().st_mtime) < STALE:
            return True
        # On a disk that became read-only the notes end, whatever the screen does.
        if os.access(path, os.W_OK):
            return False
    return None
