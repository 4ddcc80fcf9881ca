"""A TinyDB storage that survives power cuts.

A save writes a temporary file and brings it to the disk, gives the current file a second name as
the previous generation, and moves the new one over it. At every instant the current name stands
for a whole file: the old one or the new one.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from tinydb.storages import Storage

from progress import files
from progress.checked_json import MAX_BYTES, Tables, decode, encode
from progress.errors import CannotRead, CannotSave, Damaged, because

_GENERATIONS = ("", ".1", ".2")
_DAMAGED = tuple(f"{ending}.damaged" for ending in _GENERATIONS)
_TEMPORARY, _LOCK = ".tmp", ".lock"
KEPT = (*_GENERATIONS, *_DAMAGED)
"""The endings of the files that hold something saved, the current one first."""
EVERY = (*KEPT, _TEMPORARY, _LOCK)
"""The endings of all files that one learner can have."""


@dataclass(frozen=True)
class Names:
    """The names of all files that one learner can have; no others are ever made."""

    current: Path

    @cached_property
    def kept(self) -> tuple[Path, ...]:
        """What was saved of the learner, sound or damaged."""
        return tuple(map(self._with, KEPT))

    @cached_property
    def every(self) -> tuple[Path, ...]:
        """All that there can be, those of `kept` first."""
        return tuple(map(self._with, EVERY))

    def _with(self, ending: str) -> Path:
        return self.current.with_name(self.current.name + ending)

    @cached_property
    def generations(self) -> tuple[Path, ...]:
        """The current file and the ones before it, the newest first."""
        return tuple(map(self._with, _GENERATIONS))

    @cached_property
    def damaged(self) -> tuple[Path, ...]:
        """Where each generation is set aside when it turns out to be damaged."""
        return tuple(map(self._with, _DAMAGED))

    @cached_property
    def temporary(self) -> Path:
        """What a save is writing; left behind only by a writer that died."""
        return self._with(_TEMPORARY)

    @cached_property
    def lock(self) -> Path:
        """Held during a save."""
        return self._with(_LOCK)


class DurableStorage(Storage):
    """One TinyDB file with its checksum and its previous generations.

    What writes must hold the lock from its `read` to its `write`.
    """

    def __init__(
        self,
        path: Path,
        form: Callable[[Tables], Tables] = dict,
        limit: int = MAX_BYTES,
    ) -> None:
        """`form` gives the tables of a sound file in the shape of today, or raises a ProgressError.

        No file is larger than `limit`, in bytes.
        """
        self.names = Names(path)
        self.fell_back = False
        """Whether the last `read` had to use an earlier generation than the current."""
        self.is_changed = False
        """Whether the last `read` found another file than was read or written here before it."""
        self._form = form
        self._limit = limit
        self._current_is_sound = True
        self._known: tuple[bytes, Tables] | None = None
        """A file that was found sound, or written, and what is in it: what is the same to the last
        byte need not be looked through again."""

    def read_current(self) -> Tables | None:
        """The current generation, or None without one; changes nothing, needs no lock.

        Raises Damaged, CannotRead, NotOurFile, OtherOwner, or what `form` raises.
        """
        return self._read(self.names.current)

    def read(self) -> Tables | None:
        """The newest sound generation, or None if there is none; sets damaged files aside.

        Raises Damaged if there are damaged ones only, else as `read_current`.
        """
        self.fell_back = False
        self._current_is_sound = False
        known = self._known
        for path, aside in zip(self.names.generations, self.names.damaged, strict=True):
            try:
                tables = self._read(path)
            except Damaged:
                with suppress(OSError):  # on a read-only disk it stays where it is
                    files.replace(path, aside)
                continue
            if tables is not None:
                self._current_is_sound = path == self.names.current
                self.fell_back = not self._current_is_sound
                self.is_changed = self._known is not known
                return tables
        if any(map(files.exists, self.names.kept)):
            raise Damaged("every copy is damaged")
        return None

    def write(self, data: Tables) -> None:
        """Save the tables; they are on the disk when this returns.

        Raises CannotSave, and then what was there before is still there; ValueError for what is
        not JSON.
        """
        content = encode(data)
        if len(content) > self._limit:
            raise CannotSave("its file is full")
        names = self.names
        try:
            files.write_new(names.temporary, content)
            has_second_names = self._current_is_sound and self._keep_current()
            files.replace(names.temporary, names.current)
            if not has_second_names:
                files.sync_file(names.current)
            files.sync_folder(names.current.parent)
            self._known = content, _copy(data)
        except OSError as error:
            with suppress(OSError):
                files.remove(names.temporary)
            raise CannotSave(because(error)) from error

    def _read(self, path: Path) -> Tables | None:
        try:
            content = files.read(path, self._limit)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CannotRead(because(error)) from error
        if self._known is None or self._known[0] != content:
            tables = self._form(decode(content, self._limit))
            self._known = content, tables
        return _copy(self._known[1])

    def _keep_current(self) -> bool:
        """Keep it as the generation before; says whether the disk knows second names."""
        current, previous, *_ = generations = self.names.generations
        # After a save that failed half-way the first two are one file already. To shift again
        # would push the older generations out for copies of the newest.
        if files.same_file(current, previous):
            return True
        for newer, older in reversed(list(pairwise(generations[1:]))):
            with suppress(FileNotFoundError):
                files.replace(newer, older)
        try:
            return files.keep_as(current, previous, self._limit)
        except FileNotFoundError:
            return False


def _copy(tables: Tables) -> Tables:
    """The same rows in dictionaries of their own, for TinyDB changes them in place."""
    return {name: {key: dict(row) for key, row in table.items()} for name, table in tables.items()}
