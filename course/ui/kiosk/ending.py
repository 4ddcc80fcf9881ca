"""How the program of a kiosk ends: at once, with a clean screen and a status that says why.

Nothing is lost by ending at once, for every action of a person is on the disk before it shows.
"""

from __future__ import annotations

import os
import select
import sys
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO

from course.kiosk.log import Log
from course.kiosk.status import Status

BACKSTOP = 2.0
"""Seconds that tidying up may take."""
_PATIENCE = 0.5
_TIDY = (
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?2026l\x1b[<u"
    # Both screens and what was scrolled off: nothing of the last person is left on any of them.
    "\x1b[0m\x1b[2J\x1b[H\x1b[?1049l\x1b[0m\x1b[2J\x1b[3J\x1b[H\x1b[?7h\x1b[?25h"
)


def _nothing() -> None:
    pass


def _number_of(stream: TextIO | None) -> int:
    """The number of its file. Raises OSError where the program was started without one."""
    if stream is None:
        raise OSError("there is no such file")
    return stream.fileno()


class Terminal:
    """What has to be put back on the terminal in the end."""

    def __init__(self) -> None:
        self.attributes: list[Any] | None = None
        self.drop_frames: Callable[[], object] = _nothing
        """Forgets what waits to be drawn: it may show what a person did."""

    def remember(self) -> None:
        """Keep the settings that the terminal has now."""
        with suppress(Exception):
            self.attributes = termios.tcgetattr(_number_of(sys.__stdin__))

    def tidy(self) -> None:
        """Put everything back. Raises nothing, and waits for no terminal that does not read."""
        with suppress(Exception):
            self.drop_frames()
            output = _number_of(sys.__stderr__)
            with suppress(Exception):
                termios.tcflush(output, termios.TCOFLUSH)
            _, ready, _ = select.select([], [output], [], _PATIENCE)
            if ready:
                os.write(output, _TIDY.encode())
        with suppress(Exception):
            if self.attributes is not None:
                stdin = _number_of(sys.__stdin__)
                termios.tcsetattr(stdin, termios.TCSANOW, self.attributes)
                termios.tcflush(stdin, termios.TCIFLUSH)


class Ending:
    """Ends the program, and says in the log why."""

    def __init__(self, journal: Log) -> None:
        self.journal = journal
        self.terminal = Terminal()

    def end(self, status: Status) -> None:
        """Tidy up and end with this status, from any thread; after BACKSTOP seconds in any case.

        It never comes back.
        """
        self.journal.say(f"ended with {status.name}")
        with suppress(Exception):
            backstop = threading.Timer(BACKSTOP, os._exit, [int(status)])
            backstop.daemon = True
            backstop.start()
        self.terminal.tidy()
        os._exit(int(status))
