"""Which files of a course were saved, made or removed.

Asked again and again: looking at all files of a course takes well under a millisecond, also on a
folder that is shared over a network, where no system tells of changes (docs/decisions/0015).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

ENDINGS = (".yaml", ".svg")
Stamp = tuple[int, int, int]
"""The time of the last change in nanoseconds, the size, and the number of the file on its disk: an
editor may put a new file in the place of the old one."""


class Watched:
    """The files of the folder of a course, two folders deep."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told = self._seen = self._look()

    def changed(self) -> list[str]:
        """The files that are not as they were when they were told last, with `/` between parts.

        A file is told once it is the same twice in a row: before that it may still be written.
        Raises nothing.
        """
        now = self._look()
        if now != self._seen:
            self._seen = now
            return []
        found = {name for name in now.keys() | self._told.keys() if now.get(name) != self.of(name)}
        self._told = now
        return sorted(found)

    def of(self, name: str) -> Stamp | None:
        """The stamp of a file as it was told last; None if it was not there."""
        return self._told.get(name)

    def _look(self) -> dict[str, Stamp]:
        found = dict(_stamps(self._folder, ""))
        for name in _folders(self._folder):
            found.update(_stamps(self._folder / name, f"{name}/"))
        return found


def stamp(path: Path) -> Stamp | None:
    """How a file is told from what it was before; None if it cannot be looked at."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _stamps(folder: Path, before: str) -> Iterator[tuple[str, Stamp]]:
    for name in _names(folder):
        if name.endswith(ENDINGS) and (found := stamp(folder / name)) is not None:
            yield f"{before}{name}", found


def _folders(folder: Path) -> Iterator[str]:
    return (name for name in _names(folder) if (folder / name).is_dir())


def _names(folder: Path) -> list[str]:
    """The names in a folder, without those that editors hide there."""
    try:
        return [found.name for found in os.scandir(folder) if not found.name.startswith(".")]
    except OSError:
        return []
