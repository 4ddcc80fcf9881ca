"""The log of a kiosk: what went wrong, by type and place. No value of a variable is ever in it."""

from __future__ import annotations

import datetime
import os
import re
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType

from course.errors import visible
from course.kiosk.status import Status

LARGEST = 256 * 1024
"""Bytes; then the log starts anew, and one older log is kept."""
DEEPEST = 6
"""Places of a traceback that are named, the innermost ones."""
_ENDED = re.compile(r"the course ended with (-?[0-9]+) after [0-9]+ s")
_ASKED_FOR = (Status.ENDED_BY_STAFF, Status.RESTART_ASKED, Status.TERMINATED)
_TOLD_BY_TYPE = (1, 2, Status.CRASHED)
"""Before these stands a line with the type of the error."""
MOST_WAITING = 20
"""Lines that wait for room on the disk; the first ones are kept, which say how it began."""
_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Log:
    """Appends lines to a file of its own. Nothing here raises: a full disk stops no kiosk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: list[bytes] = []

    def say(self, what: str) -> None:
        """One line. `what` comes from the code; the name of a file may be in it.

        On a full disk it waits for the next line that there is room for.
        """
        now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        told = " ".join(visible(what).split())
        if len(self._waiting) < MOST_WAITING:
            self._waiting.append(f"{now} {told}\n".encode("ascii", "replace"))
        self.try_again()

    def try_again(self) -> None:
        """Write what waits for room, if there is some now."""
        if not self._waiting:
            return
        with suppress(OSError, ValueError):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._make_room()
            file = os.open(self.path, _FLAGS, 0o600)
            try:
                while self._waiting:
                    written = os.write(file, self._waiting[0])
                    self._waiting[0] = self._waiting[0][written:]
                    if not self._waiting[0]:
                        del self._waiting[0]
            finally:
                os.close(file)

    def error(self, what: str, error: BaseException) -> None:
        """An error by its type and the places it went through."""
        self.say(f"{what}: {type(error).__name__} at {places(error.__traceback__)}")

    def ended(self, status: int, seconds: float) -> None:
        """The course ended with this exit status, or minus a signal, after so many seconds."""
        self.say(f"the course ended with {status} after {seconds:.0f} s")

    def last_error(self) -> str | None:
        """The time and the type of the last error, or the status with which the course ended when
        nobody had asked it to; None if there was neither.
        """
        with suppress(OSError, ValueError):
            file = os.open(self.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                lines = os.read(file, 2 * LARGEST).decode("ascii", "replace").splitlines()
            finally:
                os.close(file)
            for line in reversed(lines):
                when, _, told = line.partition(" ")
                name = told.partition(": ")[2].partition(" at ")[0]
                if name.isidentifier():
                    return f"{when} {name}"
                ended = _ENDED.fullmatch(told)
                if ended and int(ended[1]) not in (*_ASKED_FOR, *_TOLD_BY_TYPE):
                    return f"{when} ({ended[1]})"
        return None

    def _make_room(self) -> None:
        with suppress(FileNotFoundError):
            if self.path.lstat().st_size >= LARGEST:
                self.path.replace(self.path.with_name(self.path.name + ".old"))


def place_of(frame: FrameType | None) -> str:
    """Where a thread is, as `file:line`, the innermost place first."""
    found: list[str] = []
    while frame is not None and len(found) < DEEPEST:
        found.append(_place(frame, frame.f_lineno))
        frame = frame.f_back
    return " < ".join(found) or "nowhere"


def places(trace: TracebackType | None) -> str:
    """Where an error came from, as `file:line`, the innermost place first."""
    found: list[str] = []
    while trace is not None:
        found.append(_place(trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return " < ".join(reversed(found[-DEEPEST:])) or "nowhere"


def _place(frame: FrameType, line: int) -> str:
    file = Path(frame.f_code.co_filename)
    return f"{file.parent.name}/{file.name}:{line}"
