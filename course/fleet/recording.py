"""The outbox for a learning record store, set up for one kiosk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from course import durable
from course.content.model import Course
from course.errors import UsageError
from course.fleet.local import Local
from course.fleet.naming import Naming
from course.fleet.outbox import Outbox
from course.fleet.record_store import RecordStore
from course.fleet.statements import Statements
from course.kiosk.log import Log
from course.kiosk.updates.places import Places
from course.learners.visits import Way
from course.locations import Locations
from progress.learners import resting_place
from progress.snapshot import Snapshot

LOGIN = "xapi.login"
"""In the data folder: `user:password` for the store."""
_KEY_BYTES = 32
_MOST = 1_000


def outbox(
    where: Locations,
    address: str,
    secret: bytes | None,
    load: Callable[[Path], Course],
    guests: Callable[[], set[str]],
) -> Outbox:
    """Made for an address. `secret` is the key of the clinic; a kiosk that began without a hub has
    its own and keeps it, since by another one all would be told a second time.
    `load` gives the course in a folder, and may be called from another thread.

    Raises UsageError for a file that cannot be read.
    """
    folder = where.data / "fleet"
    own = folder / "xapi.key"
    key = _kept_key(own) or secret or _new_key(own)
    # Guests are known by their names at the hub.
    naming = Naming(secret or key)
    return Outbox(
        folder / "records",
        RecordStore(address, _login(where.data / LOGIN)),
        Statements(key, address),
        [Local(where.learners, naming), Local(resting_place(where.learners), naming)],
        _Finished(where, load),
        guests,
        Log(folder / "sync.log"),
    )


class _Finished:
    """Which modules a visit has finished, by the course that is in use."""

    def __init__(self, where: Locations, load: Callable[[Path], Course]) -> None:
        self._where, self._load = where, load
        self._course: tuple[int, int] | None = None
        self._way: Way | None = None

    def __call__(self, visit: Snapshot) -> list[str]:
        """Raises CourseError if the course cannot be opened, OSError."""
        modules = Places(self._where.data).in_use or self._where.modules
        found = modules.stat()
        # Another course comes as another folder.
        if self._way is None or self._course != (found.st_ino, found.st_mtime_ns):
            self._way = Way(self._load(modules))
            self._course = found.st_ino, found.st_mtime_ns
        visit = self._way.in_todays_names(visit)
        return [each.module for each in self._way.started(visit) if each.finished]


def _kept_key(path: Path) -> bytes | None:
    kept = durable.read(path, _MOST)
    return kept if kept is not None and len(kept) == _KEY_BYTES else None


def _new_key(path: Path) -> bytes:
    new = os.urandom(_KEY_BYTES)
    durable.write(path, new)
    return new


def _login(path: Path) -> str | None:
    try:
        kept = durable.read(path, _MOST)
        return kept.decode().strip() if kept else None
    except (OSError, ValueError):
        raise UsageError(
            f"{path}: This cannot be read. Give it one line, user:password, and have it belong to "
            "the user that the kiosk runs as."
        ) from None
