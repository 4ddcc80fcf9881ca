"""A terminal in place of a real one that counts the frames it is sent, and shows the last one."""

from __future__ import annotations

from typing import Any, cast

import pyte
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver

from course.ui.course_app import CourseApp


class RecordedApp(CourseApp):
    """The course on such a terminal."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.frames: list[list[str]] = []
        """The rows of the screen after each frame."""

        self.inks: list[list[tuple[str, str]]] = []
        """The colour of each cell and of what is behind it, after the last frame."""

    def get_driver_class(self) -> type[Driver]:
        return _Recording

    @property
    def shown(self) -> list[str]:
        """The rows of the screen of now."""
        return self.frames[-1]


class _Recording(HeadlessDriver):
    """A frame is whatever is written up to a flush."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._app_told = cast("RecordedApp", arguments[0])
        width, height = cast("tuple[int, int]", more["size"])
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self._screen)
        self._written = ""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self._written += data

    def flush(self) -> None:
        if self._written:
            self._stream.feed(self._written)
            self._written = ""
            self._app_told.frames.append(list(self._screen.display))
            cells, columns = self._screen.buffer, range(self._screen.columns)
            self._app_told.inks = [
                [(cells[y][x].fg, cells[y][x].bg) for x in columns]
                for y in range(self._screen.lines)
            ]
