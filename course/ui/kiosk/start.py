"""The process that a kiosk runs in: nothing stops it, and it tells nothing to the screen."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from course.kiosk.log import Log, place_of
from course.kiosk.status import Status
from course.ui.kiosk.app import KioskApp
from course.ui.kiosk.ending import Ending
from course.ui.kiosk.heartbeat import Heartbeat
from course.ui.kiosk.signals import ignore_signals


def start(app: KioskApp) -> None:
    """Run an app until something ends the program; the status of the program says what."""
    ending = app.ending
    ending.journal.say("started")
    _keep_silent(ending.journal)
    ignore_signals(ending.end)
    heartbeat = Heartbeat(lambda: _hangs(ending), _trace(ending.journal.path))
    app.beat = heartbeat.beat
    heartbeat.start()
    try:
        if not os.isatty(0):
            ending.end(Status.INPUT_LOST)
        app.run()
    except BaseException as error:
        ending.journal.error("crash", error)
    ending.end(Status.CRASHED)


def _hangs(ending: Ending) -> None:
    main = threading.main_thread().ident
    ending.journal.say(f"hangs at {place_of(sys._current_frames().get(main or 0))}")
    ending.end(Status.HUNG)


def _keep_silent(journal: Log) -> None:
    """Errors outside the app go to the log by type; nothing is ever printed on the screen."""

    def told(kind: str) -> Callable[[Any], None]:
        def tell(what: Any) -> None:
            if what.exc_value is not None:
                journal.error(kind, what.exc_value)

        return tell

    sys.excepthook = lambda _kind, error, _trace: journal.error("crash", error)
    threading.excepthook = told("thread")
    sys.unraisablehook = told("left behind")
    logging.raiseExceptions = False
    logging.disable(logging.CRITICAL)


def _trace(path: Path) -> IO[str] | None:
    """The log, for the last resort: it writes files and lines, and no values either."""
    with suppress(OSError):
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        return os.fdopen(os.open(path, flags, 0o600), "a", encoding="ascii")
    return None
