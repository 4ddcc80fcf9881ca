"""The course in foot, told from outside what to show, and asked what it shows."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

from course.views.model import View
from course.views.press import Press
from tests.foot.screen import PADDING, Foot, Pixels
from tests.paths import ROOT
from tests.processes import PATIENCE, returns, until

Cells = tuple[int, int]
"""Columns and rows."""


class Shown(Struct, frozen=True):
    """What is on the screen."""

    language: str
    theme: str
    view: View
    top: int = 0
    held: Press | None = None


class State(Struct, frozen=True):
    """How large the screen is."""

    cells: Cells
    cell: Cells
    """The pixels of a cell, its width and height."""


class Course:
    """The course in a window of foot."""

    def __init__(self, foot: Foot, told: Connection) -> None:
        self.foot = foot
        self._told = told
        self._cell = (0, 0)

    def _ask(self, what: str, given: Any = None) -> Any:
        self._told.send((what, given))
        if not self._told.poll(PATIENCE):
            raise TimeoutError(f"the course in foot never answered {what}")
        return self._told.recv()

    def sees_pictures(self) -> bool:
        """Whether it has found out that its terminal shows pictures; waits for that."""
        return bool(self._ask("see", PATIENCE / 2))

    def settle(self) -> State:
        """Wait until everything is drawn, the pictures too, and is on the screen."""
        told: State = self._ask("settle")
        self.foot.rest()
        return told

    def resize(self, cells: Cells) -> None:
        """Give the screen so many columns and rows."""
        cell = self.settle().cell
        width, height = (a * b + PADDING for a, b in zip(cells, cell, strict=True))
        self.foot.resize(width, height)
        # foot waits for a while before it tells its program.
        until(lambda: self.settle().cells == cells)

    def next_look(self) -> None:
        """Change the colours."""
        self._ask("look", "")

    def where(self) -> Shown:
        """What it shows."""
        found: Shown = pickle.loads(self._ask("where"))
        return found

    def show(self, shown: Shown) -> None:
        """Have it show something."""
        self._ask("show", pickle.dumps(shown))

    def pixels(self) -> Pixels:
        """What is on the screen, once all of it is."""
        self.foot.point_away()
        self.settle()
        return self.foot.pixels()


@contextmanager
def opened(modules: Path, *options: str, pictures: bool = True) -> Iterator[Course]:
    """The course in the folder `modules` in a window of its own; `options` are foot's.

    Without `pictures` it is told that its terminal may not show any.
    """
    around = ["env", f"PYTHONPATH={ROOT}", *([] if pictures else ["TMUX=1"])]
    with TemporaryDirectory(prefix="foot") as name:
        folder = Path(name)
        socket = str(folder / "told")
        with Listener(socket, "AF_UNIX") as listener:
            program = [*around, sys.executable, "-m", "tests.foot.inside"]
            program += [str(modules), str(folder / "data"), socket]
            with Foot(folder, program, *options) as foot, returns(listener.accept) as told:
                course = Course(foot, told)
                if pictures and not course.sees_pictures():
                    raise ValueError("foot shows no pictures")
                yield course
