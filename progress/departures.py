"""Learners on their way out: no longer under their code, and not yet counted.

A visit that has ended long ago is first moved, in one step, to a name of random digits in a folder
of its own. From then on no code leads to it and no file name says whose it was. What counts it
writes the random name down together with the count, in one file; so after a power cut it is known
of each file that is still there whether it was counted, and no code was ever written down.
"""

from __future__ import annotations

import datetime
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from progress import codes, files
from progress.errors import CannotForget, CannotRead, Damaged, NoSuchLearner, because
from progress.inspection import names_of, newest
from progress.records import moment
from progress.snapshot import Snapshot
from progress.storage import EVERY, Names

_CODE = 9
_CURRENT = ".json"
_OURS = frozenset(_CURRENT + ending for ending in EVERY)
_RANDOM = re.compile(r"[0-9a-f]{16}\.json")


class Departures:
    """The way out of one store. Making the object touches no disk."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the folder of the learners; those who leave go to one beside it."""
        self._folder = folder
        self._gone = folder.parent / "leaving"

    def untouched_since(self, moment: float) -> Iterator[str]:
        """The codes of all whose files were last changed before `moment`, a POSIX time.

        Those of whom nothing is left but what a dead writer began are among them. Opens no file, so
        that it is cheap with very many. May give a code twice. Raises CannotRead.
        """
        try:
            with suppress(FileNotFoundError), os.scandir(self._folder) as entries:
                for entry in entries:
                    if entry.name[_CODE:] in _OURS and self._is_old(entry, moment):
                        yield entry.name[:_CODE]
        except OSError as error:
            raise CannotRead(because(error)) from error

    def take(self, code: str, before: str) -> bool:
        """Move the learner out if they were last seen before that `Moment`; says whether.

        A learner of whom no copy is sound goes by the age of the files, and leaves nothing to
        count; what was begun of one who was never saved is removed. Raises LearnerBusy,
        NewerSchema, NotOurFile, CannotRead, NoSuchLearner, CannotForget.
        """
        names = names_of(self._folder, code)
        try:
            with files.lock(names.lock):
                try:
                    path, known = newest(names)
                except NoSuchLearner:
                    files.remove(names.temporary)
                    files.remove_held_lock(names.lock)
                    raise
                except Damaged:
                    path, last_seen = None, _moment(_changed_at(names))
                else:
                    last_seen = known.learner.last_seen
                if last_seen >= before:
                    return False
                self._move_out(names, path)
        except OSError as error:
            raise CannotForget(because(error)) from error
        return True

    def waiting(self) -> list[str]:
        """The names of all who were moved out and are still there. Raises CannotRead."""
        try:
            return list(filter(_RANDOM.fullmatch, files.names_in(self._gone)))
        except OSError as error:
            raise CannotRead(because(error)) from error

    def read(self, name: str) -> Snapshot:
        """What is kept under one of these names. Raises what `newest` raises."""
        return newest(Names(self._gone / name))[1]

    def drop(self, names: Iterable[str]) -> None:
        """Remove these for good. Raises CannotForget."""
        try:
            for name in names:
                files.remove(self._gone / name)
            if files.exists(self._gone):
                files.sync_folder(self._gone)
        except OSError as error:
            raise CannotForget(because(error)) from error

    def _is_old(self, entry: os.DirEntry[str], moment: float) -> bool:
        try:
            if entry.stat(follow_symlinks=False).st_mtime >= moment:
                return False
        except FileNotFoundError:  # forgotten since the folder was read
            return False
        code, ending = entry.name[:_CODE], entry.name[_CODE:]
        speaks = ending == _CURRENT or not files.exists(self._folder / f"{code}{_CURRENT}")
        return speaks and codes.is_code(code)

    def _move_out(self, names: Names, newest_path: Path | None) -> None:
        # The older copies go first: after a power cut they would stand for the learner again, who
        # would be counted a second time.
        for path in names.every:
            if path not in (newest_path, names.lock):
                files.remove(path)
        files.sync_folder(self._folder)
        if newest_path is not None:
            files.make_folder(self._gone)
            files.replace(newest_path, self._gone / f"{secrets.token_hex(8)}.json")
            files.sync_folder(self._gone)
            files.sync_folder(self._folder)
        files.remove_held_lock(names.lock)


def _changed_at(names: Names) -> float:
    try:
        return files.changed_at(names.current)
    except FileNotFoundError:
        return max(map(files.changed_at, filter(files.exists, names.kept)), default=0.0)


def _moment(changed: float) -> str:
    return moment(datetime.datetime.fromtimestamp(changed, datetime.UTC))
