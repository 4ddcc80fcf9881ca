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
from progress.errors import (
    CannotRead,
    CannotSave,
    Damaged,
    NewerSchema,
    NoSuchLearner,
    NotOurFile,
    ProgressError,
    because,
)
from progress.snapshot import Snapshot, snapshot
from progress.storage import EVERY, DurableStorage, Names

Fault = Literal[
    "damaged", "lost", "missing", "earlier", "newer", "foreign", "unreadable", "left", "aside"
]
"""`damaged` or `missing`: an earlier generation is sound. `lost`: none is. `earlier`: only an
earlier generation is damaged. `foreign`: a link, pipe or folder, or another user's file. `left`: a
writer died. `aside`: a damaged copy that was set aside before."""

MENDABLE: frozenset[Fault] = frozenset({"damaged", "missing", "earlier", "left"})

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

    Raises NoSuchLearner, Damaged if no generation is sound, NewerSchema, NotOurFile, CannotRead.
    """
    for path in names.generations:
        with suppress(Damaged):
            tables = DurableStorage(path).read_current()
            if tables is not None:
                return path, snapshot(tables)
    if any(map(files.exists, names.kept)):
        raise Damaged("every copy is damaged")
    raise NoSuchLearner


def inspect(folder: Path, code: str) -> Iterator[Finding]:
    """What is wrong with the files of a learner. Changes nothing; raises NoSuchLearner."""
    names = names_of(folder, code)
    current, *earlier = [_fault(path) for path in names.generations]
    if current in ("damaged", "missing"):
        sound = any(fault is None for fault in earlier)
        yield Finding(names.current.name, current if sound else "lost")
    elif current is not None:
        yield Finding(names.current.name, current)
    for path, fault in zip(names.generations[1:], earlier, strict=True):
        if fault not in (None, "missing"):
            yield Finding(path.name, "earlier" if fault == "damaged" else fault)
    yield from (Finding(path.name, "aside") for path in names.damaged if files.exists(path))
    if _is_abandoned(names.temporary):
        yield Finding(names.temporary.name, "left")


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
                yield Finding(name, "foreign")
            elif not any(map(files.exists, names_of(folder, found[1]).kept)) and _is_abandoned(
                folder / name
            ):
                yield Finding(name, "left")
    except OSError as error:
        raise CannotRead(because(error)) from error


def repair(folder: Path, code: str) -> None:
    """Restore the newest sound generation as the current one, and set damaged ones aside.

    What a writer left that died is removed. Raises what `newest` raises, LearnerBusy, CannotSave.
    """
    names = names_of(folder, code)
    try:
        with files.lock(names.lock):
            files.remove(names.temporary)
            if not any(map(files.exists, names.kept)):
                files.remove_held_lock(names.lock)
                return
            storage = DurableStorage(names.current, check=snapshot)
            tables = storage.read()
            if tables is not None and storage.fell_back:
                storage.write(tables)
            for path, aside in zip(names.generations, names.damaged, strict=True):
                if _fault(path) == "damaged":
                    files.replace(path, aside)
    except OSError as error:
        raise CannotSave(because(error)) from error


def _fault(path: Path) -> Fault | None:
    try:
        tables = DurableStorage(path, check=snapshot).read_current()
    except Damaged:
        return "damaged"
    except NewerSchema:
        return "newer"
    except NotOurFile:
        return "foreign"
    except ProgressError:
        return "unreadable"
    return None if tables is not None else "missing"


def _is_abandoned(path: Path) -> bool:
    try:
        return time.time() - files.changed_at(path) > _SURELY_DEAD
    except FileNotFoundError:
        return False
