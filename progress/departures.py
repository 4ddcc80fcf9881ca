"""Learners on their way out: at rest under their code, and then without it, and not yet counted.

A visit that has ended long ago is first put to rest, in one step, in a folder of its own: no code
opens it there, and for two days it can be brought back, should it turn out that it was not old but
the clock wrong. Then it is moved, again in one step, to a name of random digits in another folder.
From then on no file name says whose it was. What counts it writes the random name down together
with the count, in one file; so after a power cut it is known of each file that is still there
whether it was counted, and no code was ever written down.
"""

from __future__ import annotations

import datetime
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from progress import codes, files
from progress.errors import (
    CannotForget,
    CannotRead,
    Damaged,
    NewerSchema,
    NoSuchLearner,
    ProgressError,
    because,
)
from progress.inspection import names_of, newest
from progress.learners import resting_place
from progress.records import moment
from progress.snapshot import Snapshot, in_shape
from progress.storage import EVERY, DurableStorage, Names

REST = datetime.timedelta(hours=48)
"""For which one who is old rests before being counted and removed for good."""
SLACK = datetime.timedelta(days=1)
"""By which a visit may seem to be yet to come: a clock was a little fast."""

_CODE = 9
_CURRENT = ".json"
_OURS = frozenset(_CURRENT + ending for ending in EVERY)
_RANDOM = re.compile(r"[0-9a-f]{16}\.json")


class When(NamedTuple):
    """A time that is believed, and the time before which a visit is old."""

    now: datetime.datetime
    old: datetime.datetime

    @property
    def soon(self) -> datetime.datetime:
        """After it nobody can have been seen yet."""
        return self.now + SLACK


class Departures:
    """The way out of one store. Making the object touches no disk."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the folder of the learners; those who leave go to two beside it."""
        self._folder = folder
        self._resting = resting_place(folder)
        self._gone = folder.parent / "leaving"

    def untouched_since(self, when: When) -> Iterator[str]:
        """The codes of all whose files were last changed long ago, or in time to come.

        Those of whom nothing is left but what a dead writer began are among them. Opens no file, so
        that it is cheap with very many. May give a code twice. Raises CannotRead.
        """
        old, soon = when.old.timestamp(), when.soon.timestamp()
        try:
            with suppress(FileNotFoundError), os.scandir(self._folder) as entries:
                for entry in entries:
                    if entry.name[_CODE:] in _OURS and not self._is_new(entry, old, soon):
                        yield entry.name[:_CODE]
        except OSError as error:
            raise CannotRead(because(error)) from error

    def take(self, code: str, when: When) -> bool:
        """Put the learner to rest if they were last seen long ago; says whether.

        Of whom it is not known when, for the clock could not be believed then, or because that time
        is yet to come, counts as seen now. A learner of whom no copy is sound goes by the age of
        the files; what was begun of one who was never saved is removed. Makes no lock for whoever
        stays. Raises LearnerBusy, NewerSchema, NotOurFile, OtherOwner, CannotRead, NoSuchLearner,
        CannotForget.
        """
        names = names_of(self._folder, code)
        with suppress(Damaged, NoSuchLearner):
            known = newest(names)[1]
            if not (_is_doubted(known, when) or _is_old(known, when)):
                return False
        try:
            with files.lock(names.lock):
                try:
                    return self._take(names, when)
                finally:
                    files.remove_held_lock(names.lock)
        except OSError as error:
            raise CannotForget(because(error)) from error

    def _take(self, names: Names, when: When) -> bool:
        try:
            path, known = newest(names)
        except NoSuchLearner:
            files.remove(names.temporary)
            raise
        except Damaged:
            if _changed_at(names) >= when.old.timestamp():
                return False
            for kept in names.kept:
                self._rest(kept, when)
            return True
        if _is_doubted(known, when):
            _see(names, when)
            return False
        if not _is_old(known, when):
            return False
        # The older copies go first: after a power cut they would stand for the learner again, who
        # would be counted a second time.
        for other in names.every:
            if other not in (path, names.lock):
                files.remove(other)
        files.sync_folder(self._folder)
        self._rest(path, when, names.current.name)
        return True

    def at_rest(self) -> Iterator[str]:
        """The codes of all who rest, in no order. Raises CannotRead."""
        try:
            found = {name[:_CODE] for name in files.names_in(self._resting)}
        except OSError as error:
            raise CannotRead(because(error)) from error
        return filter(codes.is_code, found)

    def bring_back(self, code: str, now: datetime.datetime) -> bool:
        """Have a learner who rests under their code again, as if seen now.

        False if the code was given to somebody else. Raises NoSuchLearner if nobody rests under it;
        LearnerBusy, OtherOwner, NewerSchema, CannotForget.
        """
        names, resting = names_of(self._folder, code), names_of(self._resting, code)
        if not any(map(files.exists, resting.kept)):
            raise NoSuchLearner
        try:
            files.make_folder(self._folder)
            with files.lock(names.lock):
                if any(map(files.exists, names.kept)):
                    return False
                for path, back in zip(resting.kept, names.kept, strict=True):
                    with suppress(FileNotFoundError):
                        files.move(path, back)
                files.sync_folder(self._resting)
                with suppress(Damaged, NewerSchema):
                    _see(names, When(now, now))
        except OSError as error:
            raise CannotForget(because(error)) from error
        return True

    def end_rest(self, when: When) -> None:
        """Let all leave who have rested for long enough. Raises CannotRead, CannotForget."""
        over = (when.now - REST).timestamp()
        try:
            for name in list(files.names_in(self._resting)):
                path = self._resting / name
                if not codes.is_code(name[:_CODE]) or name[_CODE:] not in _OURS:
                    continue
                came = files.changed_at(path)
                if came > when.soon.timestamp():
                    files.set_time(path, when.now.timestamp())
                elif came <= over:
                    self._leave(path)
        except OSError as error:
            raise CannotForget(because(error)) from error

    def waiting(self) -> list[str]:
        """The names of all who have left and are still there. Raises CannotRead."""
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

    def _is_new(self, entry: os.DirEntry[str], old: float, soon: float) -> bool:
        try:
            if old <= entry.stat(follow_symlinks=False).st_mtime <= soon:
                return True
        except FileNotFoundError:  # forgotten since the folder was read
            return True
        code, ending = entry.name[:_CODE], entry.name[_CODE:]
        speaks = ending == _CURRENT or not files.exists(self._folder / f"{code}{_CURRENT}")
        return not (speaks and codes.is_code(code))

    def _rest(self, path: Path, when: When, name: str = "") -> None:
        if not files.exists(path):
            return
        files.make_folder(self._resting)
        # From now on its time says since when it rests.
        files.set_time(path, when.now.timestamp())
        files.move(path, self._resting / (name or path.name))
        files.sync_folder(self._folder)

    def _leave(self, path: Path) -> None:
        try:
            DurableStorage(path, in_shape).read_current()
        except NewerSchema:  # it waits for the program that can count it
            return
        except ProgressError:  # what cannot be read cannot be counted
            files.remove(path)
        else:
            files.make_folder(self._gone)
            files.move(path, self._gone / f"{secrets.token_hex(8)}.json")
        files.sync_folder(self._resting)


def _is_doubted(known: Snapshot, when: When) -> bool:
    return known.learner.clock == "doubted" or known.learner.last_seen > moment(when.soon)


def _is_old(known: Snapshot, when: When) -> bool:
    return known.learner.last_seen < moment(when.old)


def _see(names: Names, when: When) -> None:
    """Note that the learner was seen now, by a clock that is believed."""
    storage = DurableStorage(names.current, in_shape)
    tables = storage.read()
    if tables is not None:
        for row in tables["learner"].values():
            row.update(last_seen=moment(when.now), clock="believed")
        storage.write(tables)


def _changed_at(names: Names) -> float:
    try:
        return files.changed_at(names.current)
    except FileNotFoundError:
        return max(map(files.changed_at, filter(files.exists, names.kept)), default=0.0)
