"""The visits of this kiosk as its sync sees them: which there are, and which changed."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from course.fleet.naming import Naming
from progress import codes
from progress.errors import Damaged, NoSuchLearner
from progress.inspection import names_of, newest
from progress.snapshot import Snapshot, prepare

_FILE = re.compile(r"([0-9]{9})\.json")
_SETTLED = 200_000_000
"""Nanoseconds after which another change of a folder has another time."""


class Mark(NamedTuple):
    """Another with each save of a visit."""

    file: int
    changed: int
    size: int


class Local:
    """The folder of visits. It is read; what is written there goes through `progress`."""

    def __init__(self, folder: Path, naming: Naming) -> None:
        prepare()
        self.folder = folder
        self.marks: dict[str, Mark] = {}
        """Every visit that was here at the last look, by its name at the hub."""
        self._codes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._naming = naming
        self._seen: int | None = None

    def code(self, name: str) -> str | None:
        """The code of a visit that was here at the last look."""
        return self._codes.get(name)

    def changed(self) -> set[str]:
        """The names of all that came, changed or went since the last look. Raises OSError."""
        try:
            at = self.folder.stat().st_mtime_ns
        except FileNotFoundError:
            at = 0
        if at == self._seen:
            return set()
        self._seen = at if abs(time.time_ns() - at) > _SETTLED else None
        found = dict(self._look())
        before, self.marks = self.marks, {self._name(code): mark for code, mark in found.items()}
        self._names = {code: self._names[code] for code in found}
        self._codes = {name: code for code, name in self._names.items()}
        return {name for name, _ in before.items() ^ self.marks.items()}

    def read(self, name: str) -> Snapshot | None:
        """What is kept under a name; None where nothing is, or nothing sound.

        Raises NewerSchema, NotOurFile, OtherOwner, CannotRead.
        """
        if (code := self._codes.get(name)) is None:
            return None
        with suppress(NoSuchLearner, Damaged):
            return newest(names_of(self.folder, code))[1]
        return None

    def _look(self) -> list[tuple[str, Mark]]:
        found = []
        with suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            for entry in entries:
                named = _FILE.fullmatch(entry.name)
                if not named or not codes.is_code(named[1]):
                    continue
                with suppress(FileNotFoundError):
                    state = entry.stat(follow_symlinks=False)
                    mark = Mark(state.st_ino, state.st_mtime_ns, state.st_size)
                    found.append((named[1], mark))
        return found

    def _name(self, code: str) -> str:
        if code not in self._names:
            self._names[code] = self._naming.of_code(code)
        return self._names[code]
