"""`prolo check --watch`: look again whenever a file of the course changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PAUSE = 0.3
"""Seconds between two looks at the files."""

Stamp = dict[str, tuple[int, int]]
"""When each file was changed last, in nanoseconds, and its size."""


def watch(folder: Path, look: Callable[[], None], pause: Callable[[float], None]) -> None:
    """Look at once, and again after each change of a file below `folder`, until interrupted.

    Raises KeyboardInterrupt, as whoever ends it does.
    """
    while True:
        seen = stamp(folder)
        look()
        while stamp(folder) == seen:
            pause(PAUSE)


def stamp(folder: Path) -> Stamp:
    """The files of a course as they stand on the disk. Raises nothing."""
    return dict(_stamps(folder, below=1))


def _stamps(folder: Path | str, below: int) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = [*os.scandir(folder)]
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if below:
                    yield from _stamps(entry.path, below - 1)
            else:
                found = entry.stat(follow_symlinks=False)
                yield entry.path, (found.st_mtime_ns, found.st_size)
        except OSError:
            continue  # It went away while it was looked at.


def now() -> str:
    """The time of day, as it stands above what was found."""
    return time.strftime("%H:%M:%S")
