"""The screens of a machine at which nobody is."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from course.kiosk.policy.attract import position
from course.ui.kiosk.views import attract_lines
from course.ui.screens.steady_screen import SteadyScreen
from course.views.context import Context

WIDEST = 72
"""Columns of the text."""


class _Wandering(Widget):
    """A text that stands in another place every now and then."""

    DEFAULT_CSS = "_Wandering { width: 100%; height: 100%; }"

    def __init__(self, contexts: list[Context], only: str) -> None:
        super().__init__()
        self._contexts = contexts
        self._only = only
        self._at = (0, 0)
        self._seconds = 0.0

    def wander(self, seconds: float) -> None:
        """Stand where the text belongs after so many seconds."""
        self._seconds = seconds
        if self._place() != self._at:
            self.refresh()

    def render(self) -> Content:
        column, row = self._at = self._place()
        lines = [
            (Content(" " * column) + Content.styled(line, "bold $accent" if first else ""))
            for first, line in self._lines()
        ]
        return Content("\n").join([*[Content("")] * row, *lines])

    def _place(self) -> tuple[int, int]:
        lines = self._lines()
        widest = max(cell_len(line) for _, line in lines)
        return position(self._seconds, self.size.width - widest, self.size.height - len(lines))

    def _lines(self) -> list[tuple[bool, str]]:
        """Each line, and whether it belongs to the title."""
        width = max(min(self.size.width, WIDEST), 1)
        said = [self._only] if self._only else attract_lines(self._contexts, width)
        title = said.index("") if "" in said else 1
        return [
            (number < title, line.plain)
            for number, each in enumerate(said)
            for line in (Content(each).wrap(width) if each else [Content("")])
        ]


class NobodyScreen(SteadyScreen[Any], inherit_bindings=False):
    """Nothing on it can be pressed: the app sees every key and tap before."""

    AUTO_FOCUS = None

    def __init__(self, contexts: list[Context], only: str = "") -> None:
        super().__init__()
        self._text = _Wandering(contexts, only)

    def compose(self) -> ComposeResult:
        yield self._text

    def wander(self, seconds: float) -> None:
        """Move what it says to where it belongs after so many seconds."""
        self._text.wander(seconds)


class AttractScreen(NobodyScreen):
    """What this is, how long it takes, and that it asks for no name."""


class OutOfOrderScreen(NobodyScreen):
    """Staff have put it up, and only they take it down."""
