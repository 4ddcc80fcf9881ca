"""`prolo`, in which an exception can be thrown from outside, at any moment, anywhere.

The product has no door for that. Here a thread waits at the named pipe THROWN; each byte written
to it raises an exception in the main thread, wherever that stands.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from pathlib import Path

from course.cli import main
from tests.quick import take_quick_presses


class ThrownError(Exception):
    """Comes from nowhere."""


def _wait(pipe: str, victim: int) -> None:
    while True:
        with Path(pipe).open("rb") as opened:
            if opened.read(1):
                error = ctypes.py_object(ThrownError)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(victim), error)


if __name__ == "__main__":
    told = (os.environ["THROWN"], threading.get_ident())
    threading.Thread(target=_wait, args=told, daemon=True).start()
    take_quick_presses()
    sys.exit(main())
