"""What the answers of a whole kiosk add up to, on its way to whoever reads the report of a fleet.

A kiosk sends all that it has counted, each time anew and under its own name: what is sent twice is
there once. Small cells are hidden where they are shown, for hidden ones could not be added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from course.content.model import Course
from course.errors import CourseError
from course.fleet.hub import Entry, connect
from course.fleet.sealing import Seal
from course.fleet.settings import load
from course.learners.counts import Counts, from_tables, in_shape, to_tables
from course.learners.retention import removed
from course.learners.scan import Scan
from course.learners.visits import Way
from progress.checked_json import decode, encode
from progress.errors import ProgressError
from progress.learners import resting_place

COUNTS = "counts"
_MOST = 64_000_000
"""Bytes of what one kiosk has counted."""


class Counted(NamedTuple):
    """What kiosks have counted."""

    kept: Counts
    """Of visits that are kept still."""
    removed: Counts
    kiosks: list[str]
    """Those that it is from, as clinic and kiosk."""


def counted(folder: Path, course: Course, is_guest: Callable[[str], bool]) -> tuple[Counts, Counts]:
    """The counts of one kiosk: of those that are kept, and of those that were removed.

    Guests are left out; their own kiosk counts them. Raises CourseError.
    """
    way, kept = Way(course), Counts()
    for each in (folder, resting_place(folder)):
        for code, visit in Scan(each, "Counting").visits():
            if not is_guest(code):
                kept.add_visit(visit, way)
    return kept, removed(folder)


def sealed(kept: Counts, gone: Counts, kiosk: str, seal: Seal) -> bytes:
    """As it is sent."""
    parts = [encode(to_tables(each, [])) for each in (kept, gone)]
    content = len(parts[0]).to_bytes(4, "big") + b"".join(parts)
    return seal.close(content, f"{COUNTS} {kiosk}")


async def gather(homes: Iterable[Path]) -> Counted:
    """What all kiosks of some clinics have counted; a home is the keeper's folder for one of them.

    Raises HubAwayError, CourseError for what cannot be read.
    """
    found = Counted(Counts(), Counts(), [])
    for home in homes:
        if (fleet := load(home)) is None:
            continue
        sent: dict[str, bytes] = {}

        def hear(entry: Entry, sent: dict[str, bytes] = sent) -> None:
            if entry.value is not None:
                sent[entry.key] = entry.value

        hub = await connect(fleet, home)
        try:
            await hub.follow(COUNTS, hear)
        finally:
            await hub.close()
        for kiosk, content in sorted(sent.items()):
            kept, gone = _opened(content, kiosk, Seal(fleet.secret))
            found.kept.add(kept)
            found.removed.add(gone)
            found.kiosks.append(f"{fleet.clinic} {kiosk}")
    return found


def _opened(content: bytes, kiosk: str, seal: Seal) -> tuple[Counts, Counts]:
    plain = seal.open(content, f"{COUNTS} {kiosk}")
    length = int.from_bytes(plain[:4], "big")
    try:
        kept, gone = (
            from_tables(in_shape(decode(each, _MOST)))[0]
            for each in (plain[4 : 4 + length], plain[4 + length :])
        )
    except ProgressError as error:
        raise CourseError(f"What {kiosk} has counted cannot be read. {error}") from error
    return kept, gone
