"""One kiosk to a data folder: two would take away each other's modules, and each other's tries."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from course.errors import UsageError

NAME = "kiosk.lock"
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@contextmanager
def sole_owner(data: Path) -> Iterator[None]:
    """Have the data folder for this kiosk alone; the system gives it back however this one ends.

    Raises UsageError while another kiosk has it, or where nothing can be written.
    """
    try:
        held = os.open(data / NAME, _FLAGS, 0o600)
    except OSError as error:
        raise UsageError(
            f"{data}: Nothing can be written here ({error.strerror}). "
            "Run this as the user that the folder belongs to."
        ) from None
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(
                f"{data}: A kiosk runs here already. End that one first, or give this one a folder "
                "of its own with --data-dir."
            ) from None
        except OSError:
            # A disk that knows no locks: it can have no second kiosk that knows them either.
            pass
        yield
    finally:
        os.close(held)
