"""One learner's file: what is in it, and saving one action of the person at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from progress import codes, files
from progress.checked_json import Tables
from progress.clock import NEVER, Span
from progress.errors import CannotSave, Damaged, NoSuchLearner, ProgressError, because
from progress.records import Answer, Learner, PageRead, Picked
from progress.snapshot import Changes, first_tables, snapshot_of_sound, touch
from progress.storage import DurableStorage


class LearnerFile:
    """One learner, as of the last save made or tried through this object.

    When a save fails, what it should have saved stays here in memory, is read back like the rest,
    and goes to the disk with the next save that succeeds.
    """

    def __init__(
        self,
        code: str,
        tables: Tables,
        storage: DurableStorage | None,
        believed: Span = NEVER,
        *,
        is_new: bool = False,
    ) -> None:
        """For `LearnerStore` and `in_memory`; the tables were checked.

        The clock is believed within the span. Of whoever `is_new` there is no file yet.
        """
        self.code = code
        self.recovered: str | None = None
        """None if all is well. If the newest copy was damaged and an earlier one is used: when
        that one was saved, as ISO 8601 in UTC. What was done later may be missing."""
        self._storage = storage
        self._tables = tables
        self._believed = believed
        self._is_new = is_new
        self._is_gone = False
        """Whether the file was not there at the last save: somebody else had them forgotten."""
        self._was_without_folder = False
        """Whether the folder itself was not there since: it may come back empty."""
        self._snapshot = snapshot_of_sound(tables)
        self._is_behind = is_new
        """Whether the disk may lack something that is known here."""
        if storage is not None and storage.fell_back:
            self.recovered = self.learner.last_seen

    @classmethod
    def in_memory(cls, language: str, code: str | None = None) -> LearnerFile:
        """A learner who is never saved, for when there is nowhere to save to; with a new code, or
        with the one of somebody who is to see the same.

        Raises ValueError for what is no two-letter language code.
        """
        return cls(code or codes.new_code(), first_tables(language), None)

    @property
    def is_kept(self) -> bool:
        """Whether everything up to now is on the disk."""
        return self._storage is not None and not self._is_behind

    @property
    def was_ever_kept(self) -> bool:
        """Whether there is a file of this learner, though perhaps an old one."""
        return self._storage is not None and not self._is_new and not self._is_gone

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
        NotOurFile, OtherOwner, CannotRead, or NoSuchLearner if the learner was forgotten meanwhile;
        the changes are kept in memory then.
        """
        changes = Changes()
        yield changes
        try:
            self._tables = self._save(changes)
        except ProgressError as error:
            self._is_gone = isinstance(error, NoSuchLearner)
            self._apply(changes, self._tables)
            self._is_behind = True
            raise
        else:
            self._is_behind = self._is_new = self._is_gone = False
            self._was_without_folder = False
        finally:
            self._snapshot = snapshot_of_sound(self._tables)

    def _save(self, changes: Changes) -> Tables:
        if self._storage is None:
            self._apply(changes, self._tables)
            return self._tables
        names = self._storage.names
        try:
            if self._is_new:
                files.make_folder(names.current.parent)
            elif not any(map(files.exists, names.kept)):
                self._look_for_folder(names.current.parent)
            with files.lock(names.lock):
                tables = self._newest(self._storage)
                if self._is_behind or self._storage.fell_back or self._storage.is_changed:
                    # Of a save that failed late, the disk may have all; of one by somebody else who
                    # had another copy, or put back an older one, it may lack what was saved here.
                    Changes.everything(self._snapshot).apply(tables, again=True)
                self._apply(changes, tables)
                self._storage.write(tables)
        except OSError as error:
            raise CannotSave(because(error)) from error
        return tables

    def _look_for_folder(self, folder: Path) -> None:
        """The file is gone. Nobody is forgotten by that where there is not even a folder."""
        if not files.exists(folder):
            self._was_without_folder = True
            raise CannotSave("its folder is not there")
        if not self._was_without_folder:
            raise NoSuchLearner

    def _apply(self, changes: Changes, tables: Tables) -> None:
        changes.apply(tables)
        touch(tables, self._believed)

    def _newest(self, storage: DurableStorage) -> Tables:
        """What the file holds now, for another process may have saved since."""
        try:
            tables = storage.read()
        except Damaged:  # every copy went bad during this visit, which still knows everything
            return deepcopy(self._tables)
        if tables is not None:
            return tables
        if self._is_new or self._was_without_folder:
            return deepcopy(self._tables)
        # Forgotten while this process waited for the lock, and made it anew.
        files.remove_held_lock(storage.names.lock)
        raise NoSuchLearner
