"""The one screen."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from course.ui.stage.stage import Stage


class ViewScreen(Screen[None]):
    """Holds the stage, and hands it every key: nothing on it has a focus of its own."""

    AUTO_FOCUS = ""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def compose(self) -> ComposeResult:
        yield self._stage

    def on_key(self, event: events.Key) -> None:
        if self._stage.key(event):
            event.stop()
            event.prevent_default()
