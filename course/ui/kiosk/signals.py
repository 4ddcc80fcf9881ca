"""No signal stops the program of a kiosk, and none ends it but for a reason."""

from __future__ import annotations

import signal
from collections.abc import Callable

from course.kiosk.status import Status

_NEVER_IGNORED = {
    signal.SIGKILL,
    signal.SIGSTOP,
    # Broken memory and broken code: going on would be worse.
    signal.SIGSEGV,
    signal.SIGBUS,
    signal.SIGFPE,
    signal.SIGILL,
    signal.SIGABRT,
    signal.SIGTRAP,
    signal.SIGSYS,
    # What the program itself lives by.
    signal.SIGCHLD,
    signal.SIGWINCH,
    signal.SIGTERM,
    signal.SIGHUP,
    signal.SIGCONT,
}


def ignore_signals(end: Callable[[Status], object]) -> None:
    """Ignore every signal but those that end the program for a reason, which call `end`."""
    for number in signal.valid_signals() - _NEVER_IGNORED:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCONT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, lambda *_: end(Status.TERMINATED))
    signal.signal(signal.SIGHUP, lambda *_: end(Status.INPUT_LOST))
