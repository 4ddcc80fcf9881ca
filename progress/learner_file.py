"""One learner's file: what is in it, and saving one action of the person at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from progress import codes, files
from progress.checked_json import Tables
from progress.errors import CannotSave, Damaged, NoSuchLearner, ProgressError, because
from progress.records import Answer, Learner, PageRead, Picked
from progress.snapshot import Changes, first_tables, snapshot_of_sound
from progress.storage import DurableStorage


class LearnerFile:
    """One learner, as of the last save made or tried through this object.

    When a save fails, what it should have saved stays here in memory, is read back like the rest,
    and goes to the disk with the next save that succeeds.
    """

    def __init__(self, code: str, tables: Tables, storage: DurableStorage | None) -> None:
        """For `LearnerStore` and `in_memory`; the tables were checked."""
        self.code = code
        self.recovered: str | None = None
        """None if all is well. If the newest copy was damaged and an earlier one is used: when
        that one was saved, as ISO 8601 in UTC. What was done later may be missing."""
        self._storage = storage
        self._tables = tables
        self._snapshot = snapshot_of_sound(tables)
        self._is_behind = False
        """Whether the disk may lack something that is known here."""
        if storage is not None and storage.fell_back:
            self.recovered = self.learner.last_seen

    @classmethod
    def in_memory(cls, language: str) -> LearnerFile:
        """A learner who is never saved, for when there is nowhere to save to.

        Raises ValueError for what is no two-letter language code.
        """
        return cls(codes.new_code(), first_tables(language), None)

    @property
    def is_kept(self) -> bool:
        """Whether everything up to now is on the disk."""
        return self._storage is not None and not self._is_behind

    @property
    def was_ever_kept(self) -> bool:
        """Whether anything up to now has ever been on the disk."""
        return self._storage is not None

    @property
    def learner(self) -> Learner:
        """Language, times and bookmark."""
        return self._snapshot.learner

    def answers(self) -> tuple[Answer, ...]:
        """Every try, the first one first."""
        return self._snapshot.answers

    def pages(self) -> tuple[PageRead, ...]:
        """Every page that was read, in the order of first reading."""
        return self._snapshot.pages

    def picked(self) -> tuple[Picked, ...]:
        """Every item that was ever ticked, with its state now."""
        return self._snapshot.picked

    @contextmanager
    def saving(self) -> Iterator[Changes]:
        """Collect the changes of one action; they are on the disk when the block is left.

        Nothing is saved if the block raises. Raises CannotSave, LearnerBusy, NewerSchema,
        NotOurFile, CannotRead, or NoSuchLearner if the learner was forgotten meanwhile; the
        changes are kept in memory then.
        """
        changes = Changes()
        yield changes
        try:
            self._tables = self._save(changes)
        except ProgressError:
            changes.apply(self._tables)
            self._is_behind = True
            raise
        else:
            self._is_behind = False
        finally:
            self._snapshot = snapshot_of_sound(self._tables)

    def _save(self, changes: Changes) -> Tables:
        if self._storage is None:
            changes.apply(self._tables)
            return self._tables
        names = self._storage.names
        if not any(map(files.exists, names.kept)):
            raise NoSuchLearner
        try:
            with files.lock(names.lock):
                tables = self._newest(self._storage)
                if self._is_behind or self._storage.fell_back:
                    # Of a save that failed late, the disk may have all.
                    Changes.everything(self._snapshot).apply(tables, again=True)
                changes.apply(tables)
                self._storage.write(tables)
        except OSError as error:
            raise CannotSave(because(error)) from error
        return tables

    def _newest(self, storage: DurableStorage) -> Tables:
        """What the file holds now, for another process may have saved since."""
        try:
            tables = storage.read()
        except Damaged:  # every copy went bad during this visit, which still knows everything
            return deepcopy(self._tables)
        if tables is None:  # forgotten while this process waited for the lock, and made it anew
            files.remove_held_lock(storage.names.lock)
            raise NoSuchLearner
        return tables
