"""The part of the window that tells of the page."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from course.ui.preview.telling import Line, Tone

STYLES: dict[Tone, str] = {
    "plain": "",
    "head": "bold",
    "quiet": "$quiet",
    "good": "$good",
    "care": "bold $care",
    "danger": "bold $danger",
}


class Panel(VerticalScroll, can_focus=False):
    """Lines below each other, as far as there is room; the rest by scrolling."""

    DEFAULT_CSS = """
    Panel { background: $card; color: $ink; padding: 0 1; scrollbar-size-vertical: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = Static()
        self._lines: tuple[Line, ...] = ()

    def compose(self) -> ComposeResult:
        yield self._text

    def tell(self, lines: Iterable[Line], *, anew: bool) -> None:
        """Show lines, from the first one if it is `anew`."""
        told = tuple(lines)
        if told != self._lines:
            self._lines = told
            self._text.update(text_of(told))
        if anew:
            self.scroll_home(animate=False)


def text_of(lines: Iterable[Line]) -> Content:
    """Lines as a text; nothing in them is markup."""
    parts = [(f"{line.text}\n", STYLES[line.tone]) for line in lines]
    return Content.assemble(*parts)
