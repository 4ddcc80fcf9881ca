"""Ends a program that hangs."""

from __future__ import annotations

import faulthandler
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO

EVERY = 1.0
"""Seconds between two looks."""
PATIENCE = 5
"""Looks without a sign of life from the screen, after which the program hangs."""
START = 30
"""The same until the first sign: a slow disk may take its time."""
LAST_RESORT = 20.0
"""Seconds after which a program ends in which not even this thread comes to its turn."""


class Heartbeat(threading.Thread):
    """Counts its own looks, so that neither suspend nor a stopped program looks like a hang."""

    def __init__(self, hangs: Callable[[], object], trace: IO[str] | None = None) -> None:
        """`hangs` is called once, from this thread. `trace` is a file for the last resort."""
        super().__init__(daemon=True, name="heartbeat")
        self._hangs = hangs
        self._trace = trace
        self._missed = 0
        self._patience = START
        self._stopped = False

    def beat(self) -> None:
        """The screen is alive."""
        self._missed = 0
        self._patience = PATIENCE

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        if self._trace is not None:
            faulthandler.cancel_dump_traceback_later()

    def run(self) -> None:
        while not self._stopped:
            self._arm()
            time.sleep(EVERY)
            self._missed += 1
            if self._missed > self._patience and not self._stopped:
                self._hangs()
                return

    def _arm(self) -> None:
        """Have the interpreter end itself, from C, if nothing in Python runs any more."""
        if self._trace is not None:
            with suppress(Exception):
                faulthandler.dump_traceback_later(LAST_RESORT, exit=True, file=self._trace)
