"""What there is to say of the place where visits are kept, before anything goes wrong there."""

from __future__ import annotations

import datetime
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from course.clock import is_synchronised
from course.errors import CourseError
from course.learners import housekeeping, place
from progress.clock import HighWater
from progress.locks import locks_hold


class Remark(NamedTuple):
    """`mend`: this has to be put right; `note`: one can live with it."""

    level: Literal["ok", "note", "mend"]
    name: str
    says: str
    cure: str = ""


def examine(folder: Path, command: str) -> Iterator[Remark]:
    """All that can be said without opening a visit; nothing where none was kept yet.

    `command` is what was asked for, to be told how to ask for it.
    """
    if not folder.parent.exists():
        return
    try:
        place.look(folder, command, may_make=True)
    except CourseError as error:
        yield Remark("mend", "visits", str(error))
        return
    yield _locks(folder)
    yield from _rights(folder)
    found = housekeeping.last(folder)
    yield Remark("mend" if found.is_refused else "ok", "old visits", housekeeping.told(found))
    yield from _clock(folder)


def _locks(folder: Path) -> Remark:
    where = folder if folder.exists() else folder.parent
    if locks_hold(where):
        return Remark("ok", "locks", "One process keeps another out.")
    says = f"Locks do not work in {where}: two programs could save one visit at the same time."
    return Remark("mend", "locks", says, "Keep the data on a disk of this machine.")


def _rights(folder: Path) -> Iterator[Remark]:
    with suppress(OSError):
        if os.name != "nt" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
            says = f"Others may look into {folder}, and so learn who was here."
            how = f"chmod 700 {folder}; a disk formatted FAT cannot: mount it with umask=077."
            yield Remark("mend", "visits", says, how)


def _clock(folder: Path) -> Iterator[Remark]:
    verdict = HighWater(folder).judge(datetime.datetime.now(datetime.UTC))
    if verdict in ("back", "ahead") and not is_synchronised():
        says = "It is not believed, so no old visit is removed."
        how = "Set it (timedatectl), or say that it is right: prolo learners clock --right"
        yield Remark("mend", "clock", says, how)
