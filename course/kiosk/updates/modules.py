"""New modules: noticed when they have arrived whole, copied, checked, and reported on."""

from __future__ import annotations

import datetime
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from course import durable
from course.kiosk.updates import outcome
from course.kiosk.updates.places import Places, is_folder, remove

MOST_FILES = 2000
MOST_BYTES = 64 * 1024 * 1024
DEEPEST = 6
"""Larger folders hold something else than a course; they are not copied."""
LOOK_EVERY = 5.0
SETTLED = 10.0
"""Seconds without a change after which a folder counts as copied to its end."""
_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class UnfitError(Exception):
    """What arrived cannot be copied; the text says why, and how to mend it."""


@dataclass(frozen=True)
class _File:
    path: Path
    shown: str
    found: os.stat_result


class Watch:
    """Says when modules have arrived that nobody has looked at yet."""

    def __init__(
        self,
        places: Places,
        clock: Callable[[], float] = time.monotonic,
        settled: float = SETTLED,
    ) -> None:
        self._places = places
        self._clock = clock
        self._settled = settled
        self._next_look = 0.0
        self._mark = ""
        self._since = 0.0

    def due(self) -> bool:
        """Whether to check them now. Quick; looks at the disk every LOOK_EVERY at most."""
        now = self._clock()
        if now < self._next_look:
            return False
        self._next_look = now + min(LOOK_EVERY, self._settled / 2)
        mark = mark_of(self._places.incoming)
        if mark != self._mark:
            self._mark, self._since = mark, now
        if not mark or now - self._since < self._settled:
            return False
        report = outcome.read(self._places.report)
        return report is None or report.mark != mark


def mark_of(folder: Path) -> str:
    """Changes with every change of the folder; empty if it is not there."""
    if not is_folder(folder):
        return ""
    digest = hashlib.sha256()
    try:
        for file in _files(folder):
            found = file.found
            told = f"{file.shown}\0{found.st_mode}\0{found.st_size}\0{found.st_mtime_ns}\0"
            digest.update(told.encode("utf-8", "surrogateescape"))
    except UnfitError as fault:
        # Not looked through to its end, so whoever mends it has to be noticed by another sign.
        with suppress(OSError):
            found = folder.stat()
            digest.update(f"{found.st_mtime_ns} {found.st_ctime_ns}".encode())
        digest.update(str(fault).encode("utf-8", "replace"))
    except OSError:
        return ""
    return digest.hexdigest()


def version_of(folder: Path) -> str:
    """Eight signs, the same wherever the same course is; empty if it cannot be read."""
    digest = hashlib.sha256()
    try:
        for file in sorted(_files(folder), key=lambda each: each.shown):
            data = file.path.read_bytes()
            digest.update(f"{file.shown}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    except (OSError, UnfitError):
        return ""
    return digest.hexdigest()[:8]


def prepare(
    places: Places,
    today: datetime.date,
    speak: Callable[[Path], object] = lambda _folder: None,
    *,
    takes_unsigned: bool = False,
) -> outcome.Report | None:
    """Copy what arrived, check the copy, and write the report. `speak` has its lines spoken, if it
    has no fault; it must not raise.

    `takes_unsigned` says that the clinic lets in what no clinician has signed, or what has changed
    since. Gives None if it changed meanwhile: it is still arriving. Raises OSError.
    """
    mark = mark_of(places.incoming)
    remove(places.checked)
    remove(places.copy)
    problems: list[str] = []
    try:
        _copy(places.incoming, places.copy)
        problems = _problems(places.copy, today, takes_unsigned)
    except UnfitError as fault:
        problems = [str(fault)]
    if not problems:
        speak(places.copy)
    if mark_of(places.incoming) != mark:
        remove(places.copy)
        return None
    report = outcome.of("refused" if problems else "ready", mark, problems)
    if problems:
        remove(places.copy)
        report.write(places.report)
    else:
        # With the report first, a power cut between the two would wait for ever.
        places.offer()
        report.write(places.report)
    return report


def _problems(folder: Path, today: datetime.date, takes_unsigned: bool) -> list[str]:
    """What keeps modules from being taken over."""
    # Loading it takes a while, and the supervisor that imports this module never checks.
    from course.content import loader
    from course.content.checks.signed import SIGNED

    examined = loader.examine(folder, today)
    errors = [each for each in examined.problems if each.severity == "error"]
    if takes_unsigned:
        return [str(each) for each in errors if each.code != SIGNED]
    return [*map(str, errors), *map(_unsigned, examined.unsigned)]


def _unsigned(language: str) -> str:
    return (
        f'No clinician has signed the course in "{language}". Have it signed with '
        '"prolo review sign", or write "unsigned_content: true" in clinic.yaml. Then copy it again.'
    )


def notices(places: Places) -> tuple[str, ...]:
    """What staff should see of the modules that arrived last."""
    report = outcome.read(places.report)
    if report is None or report.state in ("ready", "taken", "trial"):
        return ()
    return report.problems


def _files(folder: Path) -> Iterator[_File]:
    """Every file below the folder, in order. Raises UnfitError and OSError."""
    count = size = 0
    waiting = [(folder, "", 0)]
    while waiting:
        inside, before, depth = waiting.pop()
        if depth > DEEPEST:
            raise UnfitError(f"{before}: The folders stand too deep in each other. Move them up.")
        listed = _listed(inside, before, MOST_FILES - count)
        count += len(listed)
        for entry in sorted(listed, key=lambda each: each.name):
            found = entry.stat(follow_symlinks=False)
            shown = f"{before}{entry.name}"
            if stat.S_ISDIR(found.st_mode):
                waiting.append((inside / entry.name, f"{shown}/", depth + 1))
                continue
            size += found.st_size
            if size > MOST_BYTES:
                raise UnfitError(f"It has more than {MOST_BYTES >> 20} MB. Is it a course?")
            yield _File(inside / entry.name, shown, found)


def _listed(folder: Path, before: str, most: int) -> list[os.DirEntry[str]]:
    listed: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                # No part of a course; a version control's own folder may hold thousands.
                if entry.name.startswith("."):
                    continue
                if len(listed) == most:
                    raise UnfitError(f"There are more than {MOST_FILES} files. Is it a course?")
                listed.append(entry)
    except PermissionError:
        raise UnfitError(
            f"{before or 'The folder'}: The course may not read it. Give everyone the right to."
        ) from None
    return listed


def _copy(source: Path, target: Path) -> None:
    target.mkdir(mode=0o700)
    for file in _files(source):
        shown = file.shown.encode("utf-8", "replace").decode()
        if not stat.S_ISREG(file.found.st_mode):
            raise UnfitError(f"{shown}: This is not a file but a link or a device. Remove it.")
        try:
            handle = os.open(file.path, _FLAGS)
        except PermissionError:
            raise UnfitError(
                f"{shown}: The course may not read this file. Give everyone the right to."
            ) from None
        with os.fdopen(handle, "rb") as read:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise UnfitError(f"{shown}: This file changed while it was copied. Copy it again.")
            durable.write(target / file.shown, read.read(MOST_BYTES))
