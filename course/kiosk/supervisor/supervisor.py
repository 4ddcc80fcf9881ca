"""Keeps the course on the screen: starts it, watches it, and starts it again whatever happens.

It is ended by staff through the course, by SIGTERM and by a hang-up; no key ends it.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from types import FrameType

from course.kiosk.answering import Answering
from course.kiosk.log import Log
from course.kiosk.supervisor import child
from course.kiosk.supervisor.child import GRACE, Child
from course.kiosk.supervisor.compositor import Compositor
from course.kiosk.supervisor.restarts import SHORT, Next, Policy
from course.kiosk.supervisor.systemd import Systemd
from course.kiosk.supervisor.terminal import Terminal, TerminalGoneError
from course.kiosk.updates import outcome
from course.kiosk.updates.modules import SETTLED, Watch
from course.kiosk.updates.places import Places, remove

TICK = 0.5
"""Seconds between two looks at the course."""
CHECK_LIMIT = 1800.0
"""Seconds that the check of new modules may take, and their lines to be spoken. What was spoken by
then is not spoken again."""
ANSWER = 1.0
"""Seconds that a terminal has to answer once the course on it stood still."""
IGNORED = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
_ENDING = (signal.SIGTERM, signal.SIGHUP)


class Exit(IntEnum):
    """Why the supervisor itself ended."""

    TOLD = 0
    """By SIGTERM or a hang-up."""
    ENDED_BY_STAFF = 42
    """Not 0: systemd starts the kiosk again after a 0, and is told not to after this one."""
    SCREEN_STUCK = 75
    """The terminal, or what shows it, does not answer any more."""
    NO_TERMINAL = 76
    RESIZED = 78
    """The letters of the terminal are of another size: somebody has found a way."""


@dataclass
class Job:
    """What to supervise."""

    course: Callable[[Places, bool], Sequence[str]]
    """The command that starts the course with the modules in use; False if it may not ask to be
    started again for new ones."""
    check: Sequence[str]
    """The command that checks new modules."""
    places: Places
    journal: Log
    moment: Sequence[str]
    """The page between two runs, a line each."""
    out_of_order: Sequence[str]
    """The page while the course does not stay up."""
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    settled: float = SETTLED


class Supervisor:
    """One kiosk on one terminal."""

    def __init__(self, job: Job, terminal: Terminal, systemd: Systemd | None = None) -> None:
        self._job = job
        self._terminal = terminal
        self._systemd = systemd or Systemd()
        self._policy = Policy()
        self._watch = Watch(job.places, settled=job.settled)
        self._may_update = True
        self._check: subprocess.Popen[bytes] | None = None
        self._check_began = 0.0
        self._told_alive = -self._systemd.every
        self._ending: Exit | None = None
        self._runs = 0
        self._compositor = Compositor(job.environment)
        self._answering = Answering(job.places.data)
        self._cell = terminal.cell()
        self._terminal_answers = False
        """Whether it has ever answered a course."""
        self._may_be_stuck = False
        """Whether the course stood still on a terminal that used to answer."""
        self._wake_end, self._woken = os.pipe()

    def run(self) -> Exit:
        """Keep the course up until something ends this; the terminal is then as it was."""
        self._take_signals()
        child.adopt()
        try:
            return self._keep_up()
        except TerminalGoneError:
            return Exit.NO_TERMINAL
        finally:
            stuck = (f"EXIT_STATUS={Exit.SCREEN_STUCK:d}",) * (self._ending is Exit.SCREEN_STUCK)
            self._systemd.tell("STOPPING=1", *stuck)
            if self._check:
                self._check.kill()
                self._check.wait()
            self._terminal.hand_to(os.getpgrp())
            self._terminal.release()

    def _keep_up(self) -> Exit:
        self._terminal.page([*self._job.moment])
        with suppress(OSError):
            self._job.places.mend()
        report = outcome.read(self._job.places.report)
        self._policy = Policy(on_trial=report is not None and report.state == "trial")
        self._systemd.tell("READY=1")
        while self._ending is None:
            self._take_over()
            status, seconds = self._one_run()
            # The keyboard first, then the screen: nobody waits for the log.
            self._terminal.hand_to(os.getpgrp())
            if self._may_be_stuck and not self._terminal.answers(ANSWER):
                self._end_for(Exit.SCREEN_STUCK, "the terminal does not answer")
                break
            self._terminal.page([*self._job.moment])
            child.kill_left_behind({self._check.pid} if self._check else ())
            if self._ending is not None:
                break
            if not self._terminal.is_there():
                return Exit.NO_TERMINAL
            following = self._policy.after(status, seconds)
            self._job.journal.ended(status, seconds)
            if following.ends:
                return Exit.ENDED_BY_STAFF
            self._before_next(following, status)
        return self._ending or Exit.TOLD

    def _one_run(self) -> tuple[int, float]:
        """Run the course once; gives its status and how many seconds it ran."""
        self._runs += 1
        command = self._job.course(self._job.places, self._may_update)
        try:
            answers = self._terminal_answers
            child = Child([*command], self._environment(), terminal_answers=answers)
        except OSError:
            return -1, 0.0
        self._terminal.hand_to(child.pid)
        self._systemd.tell(f"STATUS=The course runs (start {self._runs}).")
        held = self._may_be_stuck = False
        while child.look():
            if self._ending is not None:
                child.end(0.0 if self._ending is Exit.SCREEN_STUCK else GRACE)
                break
            if not held and child.seconds >= SHORT:
                held = True
                self._held()
            if child.terminal_is_stuck:
                self._end_for(Exit.SCREEN_STUCK, "the terminal does not answer")
            if child.answers:
                self._answering.note()
            self._tick(child.beats)
        self._terminal_answers = child.terminal_answers
        if child.hung:
            self._job.journal.say("the course stood still and was killed")
            self._may_be_stuck = child.terminal_answers
        return child.status if child.status is not None else -1, child.seconds

    def _before_next(self, following: Next, status: int) -> None:
        if following.roll_back:
            self._job.journal.say("the course does not stay up with the new modules")
            with suppress(OSError):
                self._job.places.give_up()
            self._note("undone")
        if not following.wait:
            return
        page = self._job.out_of_order if following.out_of_order else self._job.moment
        last = f"{status}"
        self._terminal.page([*page, *(["", last] if following.out_of_order else [])])
        self._systemd.tell(f"STATUS=The course does not stay up; it ended with {last}.")
        until = time.monotonic() + following.wait
        while self._ending is None and (left := until - time.monotonic()) > 0:
            self._tick(limit=left)

    def _take_over(self) -> None:
        try:
            if not self._check and self._job.places.take_over():
                self._policy.taken_over()
                self._note("trial")
                self._job.journal.say("new modules are in use")
        except OSError as error:
            self._job.journal.error("new modules cannot be put to use", error)
            # Otherwise the course would ask to be started again for them, on and on.
            try:
                remove(self._job.places.checked)
            except OSError:
                self._may_update = False

    def _held(self) -> None:
        """The course is up for good."""
        if self._policy.on_trial:
            self._note("taken")
        self._policy.held()

    def _note(self, state: outcome.State) -> None:
        path = self._job.places.report
        with suppress(OSError):
            if report := outcome.read(path):
                report.now(state).write(path)

    def _tick(self, beats: int | None = None, limit: float = TICK) -> None:
        """Wait until something happens, for TICK at most, and do what is due all the time."""
        watched = [self._wake_end] if beats is None else [self._wake_end, beats]
        ready, _, _ = select.select(watched, [], [], min(limit, TICK))
        if self._wake_end in ready:
            with suppress(BlockingIOError):
                os.read(self._wake_end, 4096)
        now = time.monotonic()
        if now - self._told_alive >= self._systemd.every:
            self._told_alive = now
            self._systemd.tell("WATCHDOG=1")
        self._look_at_the_screen()
        self._check_modules(now)

    def _look_at_the_screen(self) -> None:
        if not self._compositor.lives():
            self._end_for(Exit.SCREEN_STUCK, "what draws the screen does not answer")
        # Another screen has other pixels altogether; with the same ones it is a larger letter.
        now = self._terminal.cell()
        if now is None or self._cell is None:
            self._cell = now
        elif now[:2] != self._cell[:2] and all(
            abs(new - old) < max(one, other)
            for new, old, one, other in zip(now[2:], self._cell[2:], now, self._cell, strict=False)
        ):
            self._end_for(Exit.RESIZED, "the size of the letters was changed")
        else:
            self._cell = now

    def _end_for(self, reason: Exit, told: str) -> None:
        if self._ending is None:
            self._ending = reason
            self._job.journal.say(told)

    def _check_modules(self, now: float) -> None:
        if self._check is None:
            if self._watch.due():
                self._check = self._start_check()
                self._check_began = now
        elif self._check.poll() is not None:
            self._check = None
        elif now - self._check_began > CHECK_LIMIT:
            self._check.kill()

    def _start_check(self) -> subprocess.Popen[bytes] | None:
        try:
            return subprocess.Popen(
                self._job.check,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return None

    def _environment(self) -> dict[str, str]:
        """Without the way to systemd, and without what makes Textual open doors."""
        kept = self._job.environment.items()
        shut = ("TEXTUAL", "NOTIFY_SOCKET", "WATCHDOG_")
        return {name: value for name, value in kept if not name.startswith(shut)}

    def _take_signals(self) -> None:
        for ignored in IGNORED:
            signal.signal(ignored, signal.SIG_IGN)
        os.set_blocking(self._wake_end, False)
        os.set_blocking(self._woken, False)
        signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
        # A handler has to be there, or the signal does not wake the wait.
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        for ending in _ENDING:
            signal.signal(ending, self._end)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        if self._ending is None:
            self._ending = Exit.TOLD
