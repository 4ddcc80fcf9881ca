"""A page of text and figures, painted without laying the screen out again."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

Layout = Callable[[int], list[Content]]
"""Gives the lines of a text for a width in cells."""


class TextPane(Widget):
    """Shows as many lines as it has rows, from `top` on; the rest is one press away."""

    class Moved(Message):
        """Other lines are on show, or the room for them changed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._layout: Layout = lambda _width: []
        self._known: dict[int, list[Content]] = {}
        self._lines: list[Content] = []
        self._top = 0

    @property
    def top(self) -> int:
        """How many lines are above those on show."""
        return self._top

    def lines_at(self, width: int) -> int:
        """How many lines the text takes at a width in cells; none while there is no room at all."""
        return len(self._laid(width)) if width else 0

    def show(self, layout: Layout, *, from_start: bool) -> None:
        """Show another text, from its first line or from where the one before was moved to."""
        self._layout, self._known = layout, {}
        if from_start:
            self._top = 0
        self._lay_out()

    def scroll_lines(self, by: int) -> None:
        """Move by so many lines, as far as there are any."""
        last = max(len(self._lines) - self.content_size.height, 0)
        self._top = min(max(self._top + by, 0), last)
        self.refresh()
        self.post_message(self.Moved())

    def page_down(self) -> None:
        """Move on by what fits, with one line kept so that the eye finds its place."""
        self.scroll_lines(max(self.content_size.height - 1, 1))

    def render(self) -> Content:
        rows = self.content_size.height
        return Content("\n").join(self._lines[self._top : self._top + rows])

    def on_resize(self, _event: events.Resize) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        if width := self.content_size.width:
            self._lines = self._laid(width)
            self.scroll_lines(0)

    def _laid(self, width: int) -> list[Content]:
        if width not in self._known:
            self._known[width] = self._layout(width)
        return self._known[width]
