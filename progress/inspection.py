"""Looking at learners' files without changing them, and mending what can be mended.

A visit in progress opens files through `LearnerStore`, which sets damaged ones aside as it goes.
What only counts or reports reads them here.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from progress import codes, files
from progress.checked_json import MAX_BYTES, Tables, decode
from progress.errors import (
    CannotRead,
    CannotSave,
    Damaged,
    NewerSchema,
    NoSuchLearner,
    NotOurFile,
    OtherOwner,
    ProgressError,
    because,
)
from progress.snapshot import Changes, Snapshot, in_shape, snapshot, snapshot_of_sound
from progress.storage import EVERY, DurableStorage, Names

Fault = Literal[
    "damaged",
    "lost",
    "missing",
    "earlier",
    "newer",
    "foreign",
    "owner",
    "unreadable",
    "left",
    "aside",
    "sound aside",
    "copy",
    "lock",
]
"""`damaged` or `missing`: another copy is sound. `lost`: none is. `earlier`: only an earlier
generation is damaged. `foreign`: a link, pipe or folder, or no file of a visit. `owner`: another
user's. `left`: a writer died. `aside`: a damaged copy that was set aside before. `sound aside`: one
that can be read after all. `copy`: a sound visit under a name that no visit has. `lock`: no file,
or another user's, so that nobody can hold it."""

MENDABLE: frozenset[Fault] = frozenset(
    {"damaged", "missing", "earlier", "left", "sound aside", "lock"}
)

_NAME = re.compile(r"([0-9]{9})\.json(.*)")
_SURELY_DEAD = 60.0
"""Seconds. A save takes milliseconds, so no living writer has a temporary file as old as this."""


class Finding(NamedTuple):
    """One thing that is not as it should be."""

    file: str
    fault: Fault


def names_of(folder: Path, code: str) -> Names:
    """The names of the learner's files. Raises NoSuchLearner for what is no code."""
    if not codes.is_code(code):
        raise NoSuchLearner
    return Names(folder / f"{code}.json")


def newest(names: Names) -> tuple[Path, Snapshot]:
    """The newest sound generation: its file and what it holds. Changes nothing, needs no lock.

    Raises NoSuchLearner, Damaged if no generation is sound, NewerSchema, NotOurFile, OtherOwner,
    CannotRead.
    """
    for path in names.generations:
        with suppress(Damaged):
            tables = DurableStorage(path, in_shape).read_current()
            if tables is not None:
                return path, snapshot_of_sound(tables)
    if any(map(files.exists, names.kept)):
        raise Damaged("every copy is damaged")
    raise NoSuchLearner


def inspect(folder: Path, code: str) -> Iterator[Finding]:
    """What is wrong with the files of a learner. Changes nothing; raises NoSuchLearner."""
    names = names_of(folder, code)
    current, *earlier = [_fault(path) for path in names.generations]
    aside = [(path, _fault(path)) for path in names.damaged]
    if current in ("damaged", "missing"):
        sound = None in (*earlier, *(fault for _, fault in aside))
        yield Finding(names.current.name, current if sound else "lost")
    elif current is not None:
        yield Finding(names.current.name, current)
    for path, fault in zip(names.generations[1:], earlier, strict=True):
        if fault not in (None, "missing"):
            yield Finding(path.name, "earlier" if fault == "damaged" else fault)
    for path, fault in aside:
        if fault != "missing":
            said: dict[Fault | None, Fault] = {None: "sound aside", "damaged": "aside"}
            yield Finding(path.name, said.get(fault, fault or "aside"))
    if _is_abandoned(names.temporary):
        yield Finding(names.temporary.name, "left")
    if files.exists(names.lock) and not files.is_own_file(names.lock):
        yield Finding(names.lock.name, "lock")


def about_how_many(folder: Path) -> int:
    """How many learners there are, but for those who have lost their current file.

    Far cheaper than to go through their codes. Raises CannotRead.
    """
    try:
        return sum(name.endswith(".json") for name in files.names_in(folder))
    except OSError as error:
        raise CannotRead(because(error)) from error


def strays(folder: Path) -> Iterator[Finding]:
    """What lies in the folder and belongs to no learner. Raises CannotRead."""
    try:
        for name in files.names_in(folder):
            found = _NAME.fullmatch(name)
            if not found or found[2] not in EVERY or not codes.is_code(found[1]):
                yield Finding(name, _stray(folder / name))
            elif not any(map(files.exists, names_of(folder, found[1]).kept)) and _is_abandoned(
                folder / name
            ):
                yield Finding(name, "left")
    except OSError as error:
        raise CannotRead(because(error)) from error


def repair(folder: Path, code: str) -> None:
    """Restore the newest sound generation as the current one, and set damaged ones aside.

    What was set aside before and can be read is added to it. What a writer left that died is
    removed, and so is a lock that nobody can hold. Raises what `newest` raises, LearnerBusy,
    CannotSave.
    """
    names = names_of(folder, code)
    try:
        if files.exists(names.lock) and not files.is_own_file(names.lock):
            files.remove_whatever(names.lock)
        with files.lock(names.lock):
            files.remove(names.temporary)
            if not any(map(files.exists, names.kept)):
                files.remove_held_lock(names.lock)
                return
            _mend(names)
            for path, aside in zip(names.generations, names.damaged, strict=True):
                if _fault(path) == "damaged":
                    files.replace(path, aside)
    except OSError as error:
        raise CannotSave(because(error)) from error


def _mend(names: Names) -> None:
    # Read before the damaged are set aside, which may take their names.
    aside = [(path, tables) for path in names.damaged if (tables := _sound(path)) is not None]
    storage = DurableStorage(names.current, in_shape)
    try:
        tables = storage.read()
    except Damaged:
        if not aside:
            raise
        tables = None
    for _, other in aside:
        if tables is None:
            tables = other
        else:
            Changes.everything(snapshot(other)).apply(tables, again=True)
    if tables is not None and (storage.fell_back or aside):
        storage.write(tables)
    for path, other in aside:
        if _sound(path) == other:
            files.remove(path)


def _sound(path: Path) -> Tables | None:
    with suppress(ProgressError):
        return DurableStorage(path, in_shape).read_current()
    return None


def _fault(path: Path) -> Fault | None:
    try:
        tables = DurableStorage(path, in_shape).read_current()
    except Damaged:
        return "damaged"
    except NewerSchema:
        return "newer"
    except NotOurFile:
        return "foreign"
    except OtherOwner:
        return "owner"
    except ProgressError:
        return "unreadable"
    return None if tables is not None else "missing"


def _stray(path: Path) -> Fault:
    try:
        decode(files.read(path, MAX_BYTES))
    except OtherOwner:
        return "owner"
    except NewerSchema:
        return "copy"
    except (ProgressError, OSError):
        return "foreign"
    return "copy"


def _is_abandoned(path: Path) -> bool:
    try:
        return time.time() - files.changed_at(path) > _SURELY_DEAD
    except FileNotFoundError:
        return False
