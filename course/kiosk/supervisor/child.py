"""One run of the course as a process: started, watched, and ended with all that it left."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from pathlib import Path

from course.kiosk.supervisor.pulse import ANSWERED, VARIABLE

START = 45.0
"""Seconds a course may take to its first sign of life, which is its first screen."""
SILENCE = 7.0
"""Seconds without a sign of life after which a course counts as hung. Longer than it takes to find
out by itself, since it can say where; one that was stopped by a signal shows at once."""
UNANSWERED = 3.5
"""Seconds without an answer to a course that is alive, after which its terminal is stuck."""
GRACE = 5.0
"""Seconds a course has to end by itself once it was asked to."""
_POLL = 0.02
_BECOME_REAPER, _DIE_WITH_PARENT = 36, 1

_RESET = (signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD, signal.SIGPIPE)


class Child:
    """A course that runs on the terminal of this program, in a process group of its own."""

    def __init__(
        self,
        command: list[str],
        environment: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
        *,
        terminal_answers: bool = False,
    ) -> None:
        """`terminal_answers`: whether it has answered a course before this one."""
        self._clock = clock
        self.terminal_answers = terminal_answers
        """Whether the terminal has ever answered."""
        pipe, there = os.pipe()
        self.beats: int | None = pipe
        """Where its signs of life come in; None once it can give no more."""
        os.set_blocking(pipe, False)
        os.set_inheritable(there, True)
        try:
            self.pid = os.posix_spawn(
                command[0],
                command,
                {**environment, VARIABLE: str(there)},
                setpgroup=0,
                setsigdef=_RESET,
                setsigmask=(),
            )
        except OSError:
            os.close(pipe)
            raise
        finally:
            os.close(there)
        self.started = clock()
        self.status: int | None = None
        """The exit status, or minus a signal, once it has ended."""
        self.hung = False
        """Whether it had to be killed because it stood still."""
        self._last_answer: float | None = None
        self._patience = START
        self._last_sign = self._last_look = self.started

    @property
    def terminal_is_stuck(self) -> bool:
        """Whether it is alive, and its terminal has not answered it for too long."""
        last = self._last_answer
        return self.terminal_answers and last is not None and self._last_sign - last > UNANSWERED

    @property
    def answers(self) -> bool:
        """Whether it gives signs of life, and its terminal has answered it."""
        is_quiet = self._clock() - self._last_sign > SILENCE
        return self._last_answer is not None and not is_quiet and not self.terminal_is_stuck

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return self._clock() - self.started

    def look(self) -> bool:
        """Whether it still runs. One that stands still is killed; call this every second."""
        now = self._clock()
        if self._has_beaten():
            self._last_sign = now
        # If this program stood still as well, as on a machine that slept, silence means nothing.
        if now - self._last_look > SILENCE / 2:
            self._last_sign = now
            self._last_answer = now
        self._last_look = now
        pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
        if pid and not os.WIFSTOPPED(status):
            self._ended(status)
            return False
        if pid or now - self._last_sign > self._patience:
            self.hung = True
            self.kill()
            return False
        return True

    def end(self, grace: float = GRACE) -> None:
        """Ask it to end, and make it end if it does not within so many seconds."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        until = self._clock() + grace
        while self.status is None and self._clock() < until:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._ended(status)
            else:
                time.sleep(_POLL)
        if self.status is None:
            self.kill()

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        self._ended(status)

    def _ended(self, status: int) -> None:
        self.status = os.waitstatus_to_exitcode(status)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._close()

    def _has_beaten(self) -> bool:
        if self.beats is None:
            return False
        try:
            if told := os.read(self.beats, 4096):
                self.terminal_answers = self.terminal_answers or ANSWERED in told
                if ANSWERED in told or self._last_answer is None:
                    # The first sign counts as well: before it there was nobody to ask.
                    self._last_answer = self._clock()
                self._patience = SILENCE
                return True
            self._close()
        except BlockingIOError:
            pass
        return False

    def _close(self) -> None:
        if self.beats is not None:
            os.close(self.beats)
            self.beats = None


def adopt() -> None:
    """Become the parent of whatever the course leaves behind, such as a voice that reads aloud."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(_BECOME_REAPER, 1, 0, 0, 0)


def die_with_parent() -> None:
    """Have this process end when the one that started it does; for what runs before a program."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


def kill_left_behind(spared: Container[int] = ()) -> int:
    """End all processes that the course left behind; gives how many there were."""
    killed = 0
    # What is killed may leave children of its own, which then come to us.
    for _ in range(10):
        found = [pid for pid in children() if pid not in spared]
        for pid in found:
            with suppress(ProcessLookupError, PermissionError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                killed += 1
        if not found:
            break
    return killed


def children() -> list[int]:
    """The processes of which this program is the parent; none where the system does not tell."""
    own = os.getpid()
    try:
        listed = Path(f"/proc/{own}/task/{own}/children").read_text()
    except OSError:
        return []
    return [int(each) for each in listed.split()]
