"""What every screen does when the window is resized, whatever stands on it."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.screen import Screen

Answer = TypeVar("Answer")
"""What a dialog gives back; None for a screen that is no dialog."""


class SteadyScreen(Screen[Answer]):
    """A screen that does not take on a size which the window no longer has."""

    async def _on_resize(self, event: events.Resize) -> None:
        # A screen that takes on a size tells itself so and lays out the ones below, which do the
        # same. Two sizes on their way at once would take turns for ever.
        if event.size != self.app.size:
            event.prevent_default()
