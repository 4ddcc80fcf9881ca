"""What is known of the page on show, and told beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from course.content.drafting.bench import Checked, Opened
from course.content.drafting.graded import graded
from course.errors import Problem
from course.language import Words
from course.ui.preview import telling
from course.ui.preview.reader import Reader
from course.ui.preview.telling import Line
from course.views.model import View

Plain = Callable[[View, Words], str]
"""A view as it is told in plain lines."""


class Notes:
    """The last save that opened, what keeps a later one from it, and what is to be mended."""

    def __init__(self) -> None:
        self.keeping: tuple[Problem, ...] = ()
        """What keeps the last save from being shown."""
        self.saved_at = ""
        """The time of the last save; empty before the first one."""
        self._found: Checked | None = None
        self._opened: Opened | None = None

    def take(self, what: Opened | Checked) -> None:
        """Take note of what came from the bench."""
        if isinstance(what, Checked):
            self._found = what
            return
        if what.saved:
            self.saved_at = f"{datetime.now():%H:%M:%S}"
        self.keeping, self._found = what.problems, None
        if what.course is not None:
            self._opened = what

    @property
    def problems(self) -> list[Problem] | None:
        """All that is to be mended, as far as it is known; None as long as nothing is."""
        if self._found is None and not self.keeping:
            return None
        found = self._found.problems if self._found else ()
        return [*self.keeping, *(each for each in found if each not in self.keeping)]

    def lines(self, asked: str, reader: Reader | None, file: str, plain: Plain) -> Iterable[Line]:
        """What was asked for by a key; the findings as long as there is nothing else."""
        opened = self._opened
        if asked == "f" or reader is None or opened is None:
            found = self._found.problems if self._found else None
            return telling.findings(self.keeping, found, file)
        view, context = reader.navigator.view(), reader.navigator.context
        match asked:
            case "a":
                visit = reader.navigator.visiting
                return telling.answers(visit.question if visit else None, context)
            case "r":
                return telling.sources(view.cites, reader.course, opened.readings, reader.signs)
            case "g":
                focus = reader.focus
                return telling.grade(graded(reader.course, focus.module, focus.item))
            case _:
                return map(Line, plain(view, context.words).split("\n"))
