"""What keeps a course from being opened: told to the log and to staff, and watched until mended."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from course.content.compiled import Edition, Head
from course.content.source.files import UnreadableError, read_text
from course.errors import ContentError, CourseError, Problem
from course.kiosk.log import Log
from course.kiosk.policy import pin
from course.kiosk.updates.modules import mark_of
from course.language import languages, load
from course.locations import Locations

if TYPE_CHECKING:
    from course.content.model import Course

MOST = 20
"""Faults that are told; whoever mends these asks `prolo check` for the rest."""
LOOK_EVERY = 2.0
RETRY = 60.0
"""Seconds after which the course is tried again although no file has changed: a disk may have been
away, or a right missing."""
_KEY = re.compile(r"[ \t-]*([A-Za-z_][A-Za-z0-9_-]{0,40})[ \t]*:")
_PIN_HASH = re.compile(r"^staff_pin_hash[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


def told(error: CourseError) -> tuple[str, ...]:
    """A line for each fault, for staff."""
    return tuple(str(error).splitlines()[:MOST])


def note(journal: Log, error: CourseError, where: Locations) -> None:
    """Write into the log which files have faults, in which lines and at which keys.

    A value is never written: it may be a PIN, or whatever else somebody typed in the wrong place.
    """
    journal.error("the course cannot be opened", error)
    problems = error.problems if isinstance(error, ContentError) else []
    for each in problems[:MOST]:
        place = f"{each.file}:{each.line}:{each.column}"
        journal.say(f"a fault in {place} {_key(each, where)}".rstrip())


def pin_hash(settings: Path) -> str | None:
    """The hash of the staff's PIN, whatever else is wrong with the clinic's settings.

    None if it cannot be known.
    """
    found = _PIN_HASH.search(_text(settings))
    return found[1] if found and pin.is_hash(found[1]) else None


class Mended:
    """Says when to try the course again."""

    def __init__(self, where: Locations, clock: Callable[[], float] = time.monotonic) -> None:
        self._where = where
        self._clock = clock
        self._mark = self._look()
        self._retry = clock() + RETRY
        self._next_look = clock() + LOOK_EVERY

    def __call__(self) -> bool:
        """Whether the files have changed, or long enough has passed. Quick enough for a screen."""
        now = self._clock()
        if now >= self._retry:
            return True
        if now < self._next_look:
            return False
        self._next_look = now + LOOK_EVERY
        return self._look() != self._mark

    def _look(self) -> tuple[object, ...]:
        settings = None
        with suppress(OSError):
            found = self._where.clinic.stat()
            settings = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        return settings, mark_of(self._where.modules)


class NoCourse:
    """In place of a course's library: the words of the interface, and nothing to learn."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that the interface has words for."""
        return languages()

    def edition(self, language: str | None = None) -> Edition:
        """A course without a module."""
        name = language if language in self.languages else self.languages[0]
        head = Head(
            id="",
            title="",
            language=name,
            languages=(name,),
            minutes=0,
            parts=0,
            optional=0,
            emergency_number="",
        )
        return Edition(head, load(name), lambda: _nothing(name))


def _nothing(language: str) -> Course:
    # Not on the way to the first screen of a course without faults.
    from course.content.model import Course, Review

    return Course(
        id="",
        language=language,
        languages=(language,),
        title="",
        modules=(),
        optional=frozenset(),
        review=Review(None, None, None, None),
        emergency_number="",
        sources={},
        claims={},
        glossary=(),
        pictures={},
    )


def _key(problem: Problem, where: Locations) -> str:
    """The key that stands in the line of a fault; empty if there is none."""
    folder = where.modules if problem.file != where.clinic.name else where.clinic.parent
    lines = _text(folder / problem.file).splitlines()
    found = _KEY.match(lines[problem.line - 1]) if problem.line <= len(lines) else None
    return found[1] if found else ""


def _text(path: Path) -> str:
    with suppress(UnreadableError):
        return read_text(path.parent, path.name)
    return ""
