"""The learners on this machine, each in a file of their own."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from progress import codes, files
from progress.checked_json import Tables
from progress.errors import (
    CannotForget,
    CannotRead,
    CannotSave,
    Damaged,
    NoSuchLearner,
    ProgressError,
    because,
)
from progress.learner_file import LearnerFile
from progress.records import moment
from progress.snapshot import first_tables, snapshot
from progress.storage import EVERY, KEPT, DurableStorage, Names

__all__ = ["LearnerFile", "LearnerStore"]

_NAME = re.compile(r"(([0-9]{9})\.json)(.*)")


class LearnerStore:
    """A folder with one file a learner. Making the object touches no disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def create(self, language: str) -> LearnerFile:
        """A learner with a fresh code, saved.

        Raises CannotSave, LearnerBusy; ValueError for what is no two-letter language code.
        """
        tables = first_tables(language)
        try:
            files.make_folder(self._folder)
            while True:
                code = codes.new_code()
                storage = self._storage(code)
                with files.lock(storage.names.lock):
                    if not any(map(files.exists, storage.names.kept)):
                        _write_first(storage, tables)
                        return LearnerFile(code, tables, storage)
        except OSError as error:
            raise CannotSave(because(error)) from error

    def open(self, code: str) -> LearnerFile:
        """The learner with this code.

        Raises NoSuchLearner, also for what is no code; NewerSchema; Damaged if no generation is
        sound; LearnerBusy if a damaged file cannot be set aside because another process holds it;
        NotOurFile; CannotRead.
        """
        if not codes.is_code(code):
            raise NoSuchLearner
        storage = self._storage(code)
        tables = None
        with suppress(Damaged):
            tables = storage.read_current()
        if tables is None:
            tables = _recover(storage)
        return LearnerFile(code, tables, storage)

    def codes(self) -> Iterator[str]:
        """The code of every learner of whom something was saved, in no order, one by one.

        Some may turn out to be damaged when opened. Raises CannotRead.
        """
        return self._codes(KEPT)

    def forget(self, code: str) -> None:
        """Remove every file of the learner; they are gone from the disk when this returns.

        Raises NoSuchLearner, LearnerBusy, and CannotForget if something is left.
        """
        if not codes.is_code(code):
            raise NoSuchLearner
        names = self._storage(code).names
        if not any(map(files.exists, names.every)):
            raise NoSuchLearner
        try:
            with files.lock(names.lock):
                _remove(names)
        except OSError as error:
            raise CannotForget(because(error)) from error

    def purge(self, older_than_days: int, now: datetime.datetime) -> int:
        """Forget whoever was last seen more than so many days before `now`; the number of them.

        What writers left that died goes as well. A file that another process holds, that a newer
        program wrote or that is not ours stays for the next time. Raises CannotRead for the
        folder, CannotForget.
        """
        before = moment(now - datetime.timedelta(days=older_than_days))
        gone = 0
        for code in self._codes(EVERY):
            try:
                gone += _purge(self._storage(code), before)
            except OSError as error:
                raise CannotForget(because(error)) from error
            except ProgressError:
                continue
        return gone

    def _codes(self, endings: tuple[str, ...]) -> Iterator[str]:
        """The code of everyone with a file that ends so: once, at the first such ending."""
        try:
            for name in files.names_in(self._folder):
                found = _NAME.fullmatch(name)
                if not found or found[3] not in endings or not codes.is_code(found[2]):
                    continue
                before = takewhile(found[3].__ne__, endings)
                if not any(files.exists(self._folder / (found[1] + end)) for end in before):
                    yield found[2]
        except OSError as error:
            raise CannotRead(because(error)) from error

    def _storage(self, code: str) -> DurableStorage:
        return DurableStorage(self._folder / f"{code}.json", check=snapshot)


def _write_first(storage: DurableStorage, tables: Tables) -> None:
    try:
        storage.write(tables)
    except CannotSave:
        with suppress(OSError):
            files.remove(storage.names.current)
            files.remove_held_lock(storage.names.lock)
        raise


def _purge(storage: DurableStorage, before: str) -> bool:
    """Whether the learner was last seen before that moment, and is gone now."""
    names = storage.names
    with suppress(Damaged):
        current = storage.read_current()
        if current and _last_seen(current) >= before and not files.exists(names.temporary):
            return False
    with files.lock(names.lock):
        files.remove(names.temporary)
        was_saved = any(map(files.exists, names.kept))
        try:
            newest = storage.read()
            last_seen = _last_seen(newest) if newest else ""
        except Damaged:
            changed = max(map(files.changed_at, filter(files.exists, names.kept)))
            last_seen = moment(datetime.datetime.fromtimestamp(changed, datetime.UTC))
        if last_seen >= before:
            return False
        _remove(names)
    return was_saved


def _last_seen(tables: Tables) -> str:
    return snapshot(tables).learner.last_seen


def _remove(names: Names) -> None:
    """Remove every file. What an interruption leaves is the newest state, not an older one."""
    for path in [names.temporary, *reversed(names.kept)]:
        files.remove(path)
    files.remove_held_lock(names.lock)
    files.sync_folder(names.current.parent)


def _recover(storage: DurableStorage) -> Tables:
    names = storage.names
    if not any(map(files.exists, names.kept)):
        raise NoSuchLearner
    try:
        with files.lock(names.lock):
            tables = storage.read()
    except OSError:  # where no lock can be made, as on a read-only disk, nobody writes either
        tables = storage.read()
    if tables is None:
        raise NoSuchLearner
    return tables
