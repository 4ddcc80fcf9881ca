"""A terminal in place of a real one that counts the frames it is sent, and shows the last one."""

from __future__ import annotations

from math import ceil
from typing import Any, cast

import pyte
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver

from course.ui.course_app import CourseApp
from tests.sixels import Shown, Splitter

CELL = (8, 18)
"""The pixels of a cell."""


class RecordedApp(CourseApp):
    """The course on such a terminal."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.frames: list[list[str]] = []
        """The rows of the screen after each frame."""

        self.pictures: list[list[Shown]] = []
        """What came of pictures with each frame."""
        self.covered: frozenset[tuple[int, int]] = frozenset()
        """The cells, by column and row, on which a part of a picture is still to be seen."""

        self.inks: list[list[tuple[str, str]]] = []
        """The colour of each cell and of what is behind it, after the last frame."""

    def get_driver_class(self) -> type[Driver]:
        return _Recording

    def resized(self, columns: int, lines: int) -> None:
        """Have the terminal in another size as well; all that was on it is drawn anew."""
        assert isinstance(self._driver, _Recording)
        self._driver.resize(columns, lines)

    @property
    def shown(self) -> list[str]:
        """The rows of the screen of now."""
        return self.frames[-1]


class _Screen(pyte.Screen):
    """Cells, and pictures over them until the cells are written to."""

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self.covered: set[tuple[int, int]] = set()

    def hang(self, picture: Shown) -> None:
        across, down = (ceil(a / b) for a, b in zip(picture.size, CELL, strict=True))
        left, top = picture.column, picture.row
        self.covered |= {(left + x, top + y) for x in range(across) for y in range(down)}

    def draw(self, data: str) -> None:
        left, row = self.cursor.x, self.cursor.y
        super().draw(data)
        self.covered -= {(left + each, row) for each in range(len(data))}


class _Recording(HeadlessDriver):
    """A frame is whatever is written up to a flush."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._app_told = cast("RecordedApp", arguments[0])
        width, height = cast("tuple[int, int]", more["size"])
        self._screen = _Screen(width, height)
        self._stream = pyte.Stream(self._screen)
        self._splitter = Splitter()
        self._written = ""

    @property
    def is_headless(self) -> bool:
        return False

    def resize(self, columns: int, lines: int) -> None:
        self._screen.resize(lines, columns)
        self._screen.covered = {
            (x, y) for x, y in self._screen.covered if x < columns and y < lines
        }

    def write(self, data: str) -> None:
        self._written += data

    def flush(self) -> None:
        if self._written:
            self._app_told.pictures.append([])
            for part in self._splitter.feed(self._written.encode()):
                if isinstance(part, Shown):
                    self._app_told.pictures[-1].append(part)
                    self._screen.hang(part)
                else:
                    self._stream.feed(part.decode())
            self._app_told.covered = frozenset(self._screen.covered)
            self._written = ""
            self._app_told.frames.append(list(self._screen.display))
            cells, columns = self._screen.buffer, range(self._screen.columns)
            self._app_told.inks = [
                [(cells[y][x].fg, cells[y][x].bg) for x in columns]
                for y in range(self._screen.lines)
            ]
