"""The one screen of the preview: the page, what is told of it, and two rows below."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from course.ui.preview.panel import Panel
from course.ui.preview.places import BARS
from course.ui.stage.stage import Stage

STYLE = """
PreviewScreen { background: $card; color: $ink; overflow: hidden; }
PreviewScreen > * { position: absolute; }
#waiting { padding: 2; color: $quiet; background: $paper; }
#state { height: 1; width: 100%; padding: 0 1; background: $accent; color: $card; }
#keys { height: 1; width: 100%; background: $card; color: $ink; }
"""
"""For the app: Textual reads no style of a screen that is there from the start."""


class PreviewScreen(Screen[None]):
    """Nothing on it has a focus of its own: the app is handed every key."""

    AUTO_FOCUS = ""

    def __init__(self, waiting: str) -> None:
        """`waiting` stands where the page will be."""
        super().__init__()
        self.panel = Panel()
        self.state, self.keys = Static(id="state"), Static(id="keys")
        self._page: Widget = Static(waiting, id="waiting", markup=False)

    def compose(self) -> ComposeResult:
        yield self._page
        yield self.panel
        yield self.state
        yield self.keys

    def show_stage(self, stage: Stage) -> None:
        """Put the page where the wait for it was."""
        waiting, self._page = self._page, stage
        self.mount(stage, before=waiting)
        waiting.remove()

    def place(self, window: Size, page: Region | None, told: Region | None) -> None:
        """Give the page and what is told of it their places; None for what has no room."""
        _place(self._page, page)
        _place(self.panel, told)
        for row, bar in enumerate((self.state, self.keys)):
            bar.styles.offset = (0, max(window.height - BARS, 1) + row)

    def on_key(self, event: events.Key) -> None:
        # Textual would move a focus by the Tab key, or scroll by the arrows.
        event.prevent_default()


def _place(widget: Widget, region: Region | None) -> None:
    widget.display = region is not None
    if region is not None:
        widget.styles.offset = (region.x, region.y)
        widget.styles.width, widget.styles.height = region.width, region.height
