"""The learners on this machine, each in a file of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from progress import codes, files
from progress.checked_json import Tables
from progress.clock import HighWater
from progress.errors import (
    CannotForget,
    CannotRead,
    CannotSave,
    Damaged,
    NoSuchLearner,
    because,
)
from progress.learner_file import LearnerFile
from progress.snapshot import first_tables, in_shape, touch
from progress.storage import KEPT, DurableStorage, Names

__all__ = ["LearnerFile", "LearnerStore"]

_TRIES = 10
"""So few codes are in use that ten taken ones in a row mean: the folder cannot be looked into."""
_NAME = re.compile(r"(([0-9]{9})\.json)(.*)")


class LearnerStore:
    """A folder with one file a learner. Making the object touches no disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clock = HighWater(folder)

    def create(self, language: str) -> LearnerFile:
        """A learner with a fresh code, saved.

        Raises CannotSave, LearnerBusy, OtherOwner; ValueError for what is no two-letter language
        code.
        """
        tables = first_tables(language)
        believed = self._clock.span()
        touch(tables, believed)
        try:
            files.make_folder(self._folder)
            for _ in range(_TRIES):
                code = codes.new_code()
                storage = self._storage(code)
                with files.lock(storage.names.lock):
                    if not any(map(files.exists, (*storage.names.kept, *self._rests(code)))):
                        _write_first(storage, tables)
                        return LearnerFile(code, tables, storage, believed)
        except OSError as error:
            raise CannotSave(because(error)) from error
        raise CannotSave("no free code was found")

    def create_later(self, language: str) -> LearnerFile:
        """A learner with a fresh code, of whom the next save that succeeds is the first.

        For when `create` cannot save. Raises ValueError for what is no two-letter language code.
        """
        code, tables = codes.new_code(), first_tables(language)
        return LearnerFile(code, tables, self._storage(code), self._clock.span(), is_new=True)

    def open(self, code: str) -> LearnerFile:
        """The learner with this code.

        Raises NoSuchLearner, also for what is no code; NewerSchema; Damaged if no generation is
        sound; LearnerBusy if a damaged file cannot be set aside because another process holds it;
        NotOurFile; OtherOwner; CannotRead.
        """
        if not codes.is_code(code):
            raise NoSuchLearner
        storage = self._storage(code)
        tables = None
        with suppress(Damaged):
            tables = storage.read_current()
        if tables is None:
            tables = _recover(storage)
        return LearnerFile(code, tables, storage, self._clock.span())

    def codes(self) -> Iterator[str]:
        """The code of every learner of whom something was saved, in no order, one by one.

        Some may turn out to be damaged when opened. Raises CannotRead.
        """
        try:
            for name in files.names_in(self._folder):
                found = _NAME.fullmatch(name)
                if not found or found[3] not in KEPT or not codes.is_code(found[2]):
                    continue
                # Once each: at the first that is there of all that a learner can have.
                before = takewhile(found[3].__ne__, KEPT)
                if not any(files.exists(self._folder / (found[1] + end)) for end in before):
                    yield found[2]
        except OSError as error:
            raise CannotRead(because(error)) from error

    def forget(self, code: str) -> None:
        """Remove every file of the learner, also of one who was put to rest.

        They are gone from the disk when this returns. Raises NoSuchLearner, LearnerBusy,
        OtherOwner, and CannotForget if something is left.
        """
        if not codes.is_code(code):
            raise NoSuchLearner
        names = self._storage(code).names
        resting = [path for path in self._rests(code) if files.exists(path)]
        if not resting and not any(map(files.exists, names.every)):
            raise NoSuchLearner
        try:
            with files.lock(names.lock):
                for path in resting:
                    files.remove(path)
                    files.sync_folder(path.parent)
                _remove(names)
        except OSError as error:
            raise CannotForget(because(error)) from error

    def _storage(self, code: str) -> DurableStorage:
        return DurableStorage(self._folder / f"{code}.json", in_shape)

    def _rests(self, code: str) -> tuple[Path, ...]:
        return Names(resting_place(self._folder) / f"{code}.json").kept


def resting_place(folder: Path) -> Path:
    """Where those of a folder rest who are to go because they are old."""
    return folder.parent / "resting"


def _write_first(storage: DurableStorage, tables: Tables) -> None:
    try:
        storage.write(tables)
    except CannotSave:
        with suppress(OSError):
            files.remove(storage.names.current)
            files.remove_held_lock(storage.names.lock)
        raise


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
