"""Beside whoever writes a course: sees what they save, opens it, and says what is to be mended.

All of it in a thread of its own, so that the page on show stays alive whatever a save holds.
"""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from course.content import loader
from course.content.checks.fit import TooHigh
from course.content.drafting.changed import changed_item, item_of
from course.content.drafting.kept import Kept, KeptFolder
from course.content.drafting.watched import Watched
from course.content.folder import Folder
from course.content.model import Course, Module, Reading
from course.errors import ContentError, CourseError, Problem, place_of
from course.language import Words

PAUSE = 0.05
"""Seconds between two looks at the files. A save is told after the second look that finds it."""
FAULT = "The preview met a fault of its own, and the page is as it was before ({where})."
UNDO = "Save the file once more, or undo what you did last. Tell whoever looks after the program."


class Focus(Struct, frozen=True):
    """What is looked at: a page or a question of a module, in a language."""

    language: str
    module: str
    item: str = ""

    @property
    def file(self) -> str:
        """The file that it is written in."""
        return f"{self.language}/{self.module}.yaml"


class Opened(Struct, frozen=True):
    """What a save has made of the course."""

    language: str
    course: Course | None
    """None if it does not open; then `problems` says why."""
    problems: tuple[Problem, ...] = ()
    changed: Focus | None = None
    """What the save has changed, or broken; None if that is no page or question, or not known."""
    saved: tuple[str, ...] = ()
    """The files that were saved; none at the start."""
    readings: tuple[Reading, ...] = ()


class Checked(Struct, frozen=True):
    """What is to be mended in the file of what is looked at."""

    focus: Focus
    problems: tuple[Problem, ...]


Measure = Callable[[Course, Words, str, str], Iterable[TooHigh]]
"""What does not fit of a page or question, by the words of the interface and the ids of its module
and of itself."""


class Bench(threading.Thread):
    """Looks at a folder until it is told to end. Whatever is in the folder, nothing here raises."""

    def __init__(
        self,
        folder: Path,
        focus: Focus,
        tell: Callable[[Opened | Checked], object],
        measure: Measure,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        """`tell` is called from this thread, and so is `measure`."""
        super().__init__(daemon=True)
        self.focus = focus
        """Whoever shows the course sets it to what is on show."""
        self._folder, self._tell, self._measure, self._today = folder, tell, measure, today
        self._kept, self._watched = Kept(), Watched(folder)
        self._before: dict[tuple[str, str], Module] = {}
        """The modules as they were when the course opened last, by language and id."""
        self._checked: tuple[int, Focus] | None = None
        self._opened = 0
        self._again = self._opens = False
        self._saved: list[str] = []
        """What was saved while the rules were at work."""
        self._looked = 0.0
        self._ended = threading.Event()

    def look_again(self, focus: Focus) -> None:
        """Open the course for another focus, such as one in another language."""
        self.focus, self._again = focus, True

    def run(self) -> None:
        self._open([])
        while not self._ended.wait(PAUSE):
            saved, self._saved = self._saved or self._watched.changed(), []
            if saved or self._again:
                self._again = False
                self._open(saved)
            elif self._checked != (self._opened, self.focus):
                self._check(self.focus)

    def end(self) -> None:
        """Look no more; may be called before it has begun."""
        self._ended.set()

    def _open(self, saved: list[str]) -> None:
        self._opened += 1
        language = next(filter(None, map(_language_of, saved)), self.focus.language)
        try:
            found = self._read(language, saved)
        except Exception as error:
            found = Opened(language, None, (_fault(saved, error),), saved=tuple(saved))
        self._opens = found.course is not None
        self._tell(found)

    def _read(self, language: str, saved: list[str]) -> Opened:
        files = KeptFolder(self._folder, self._kept)
        told = tuple(saved)
        try:
            course = loader.load_from(files, language)
        except ContentError as error:
            broken = _broken(files, error.problems, saved)
            return Opened(language, None, tuple(error.problems), broken, told)
        except CourseError as error:
            # The language was taken out of the course.
            problem = Problem("course.yaml", 1, 1, str(error), "Press l for another language.")
            return Opened(language, None, (problem,), saved=told)
        changed = self._changed(course, saved)
        self._before.update({(language, each.id): each for each in course.modules})
        readings = tuple(files.readings.value or ())
        return Opened(language, course, (), changed, told, readings)

    def _changed(self, course: Course, saved: list[str]) -> Focus | None:
        for module in course.modules:
            focus = Focus(course.language, module.id)
            if focus.file in saved:
                before = self._before.get((course.language, module.id))
                return Focus(course.language, module.id, changed_item(before, module) or "")
        return None

    def _goes_on(self) -> bool:
        """Whether nothing was saved since the rules began to look; asked at each thing they see."""
        now = time.monotonic()
        if not self._saved and now - self._looked >= PAUSE:
            self._looked = now
            self._saved = self._watched.changed()
        return not (self._saved or self._again)

    def _check(self, focus: Focus) -> None:
        self._checked = self._opened, focus

        def seen(course: Course, words: Words) -> Iterable[TooHigh]:
            return self._measure(course, words, focus.module, focus.item)

        files = KeptFolder(self._folder, self._kept)
        try:
            found = loader.examine_module(
                files,
                self._today(),
                focus.language,
                focus.module,
                seen if focus.item and self._opens else None,
                self._goes_on,
            )
        except Exception as error:
            found = [_fault([focus.file], error)]
        if self._saved or self._again:
            return  # Whatever was found is not what stands there now.
        self._tell(Checked(focus, _its_own_first(found, files, focus)))


def _its_own_first(problems: list[Problem], files: Folder, focus: Focus) -> tuple[Problem, ...]:
    """Problems in reading order, first those of what is looked at."""
    written = next((each for each in files.read_files if each.file == focus.file), None)
    if written is None:
        return tuple(problems)
    return tuple(sorted(problems, key=lambda each: item_of(written, each.line) != focus.item))


def _language_of(file: str) -> str:
    """The language of the file of a module; empty for any other file."""
    folder, slash, _ = file.partition("/")
    return folder if slash and len(folder) == 2 else ""


def _broken(files: Folder, problems: list[Problem], saved: list[str]) -> Focus | None:
    """What the first fault of the files that were saved stands in."""
    first = next((each for each in problems if each.file in saved), None)
    written = next((e for e in files.read_files if first and e.file == first.file), None)
    if first is None or written is None or not (language := _language_of(first.file)):
        return None
    module = first.file.removeprefix(f"{language}/").removesuffix(".yaml")
    return Focus(language, module, item_of(written, first.line) or "")


def _fault(saved: list[str], error: Exception) -> Problem:
    file = saved[0] if saved else "course.yaml"
    return Problem(file, 1, 1, FAULT.format(where=place_of(error)), UNDO)
