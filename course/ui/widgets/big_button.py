"""A button large enough for any finger, with the digit that presses it."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

NARROWEST = 12
"""Cells that the text of a card takes at least."""


class BigButton(Widget, can_focus=True):
    """One thing to press: by finger, by mouse, by Enter or by its digit."""

    BINDINGS = [Binding("enter,space", "press", show=False)]

    label: reactive[str] = reactive("", layout=False)
    """What it says; shown exactly as it is written."""
    digit: reactive[str] = reactive("", layout=False)
    """The number key that presses it, or nothing."""

    class Pressed(Message):
        """The button was pressed."""

        def __init__(self, button: BigButton) -> None:
            super().__init__()
            self.button = button
            self.action = button.action
            """What it meant when it was pressed; it may mean something else by now."""

        @property
        def control(self) -> BigButton:
            return self.button

    def __init__(self, name: str = "", *, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self.action = name
        """What pressing it means; the screen decides."""

    def render(self) -> Content:
        label = Content.styled(self.label, "bold")
        pointer = Content("▸ " if self.has_focus else "")
        ink = "" if self.has_class("primary") else "$quiet"
        digit = Content.styled(f"{self.digit} " if self.digit else "", ink)
        # What a narrow button has no room for goes, the digit first; the frame still shows focus.
        for shown in (digit + pointer + label, pointer + label):
            if shown.cell_length <= self.content_size.width:
                return shown
        return label

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self.refresh()

    def action_press(self) -> None:
        """Say that it was pressed."""
        self.post_message(self.Pressed(self))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_press()


class CardButton(BigButton):
    """A thing to choose: a digit, a mark, a text of any length, and where it stands."""

    status: reactive[str] = reactive("", layout=False)
    """A word or two at the end of the first line."""
    mark: reactive[str] = reactive("", layout=False)
    """A sign before the text."""

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def rows_at(self, width: int) -> int:
        """How many rows the card takes, frame included, if it is `width` cells wide."""
        return len(self._lines(width - self.gutter.width)) + self.gutter.height

    def _lines(self, width: int) -> list[Content]:
        chip = Content.assemble(
            "▸" if self.has_focus else " ", Content.styled(self.digit or " ", "bold"), "  "
        )
        if self.mark:
            chip += Content(f"{self.mark} ")
        room = max(width - chip.cell_length, NARROWEST)
        status = Content.styled(self.status, "$quiet")
        beside = room - status.cell_length - 2
        is_beside = bool(self.status) and beside >= NARROWEST
        lines = []
        for number, line in enumerate(Content(self.label).wrap(beside if is_beside else room)):
            lead = chip if number == 0 else Content(" " * chip.cell_length)
            whole = lead + line
            if number == 0 and is_beside:
                gap = " " * (width - whole.cell_length - status.cell_length)
                whole = Content.assemble(whole, gap, status)
            lines.append(whole)
        if self.status and not is_beside:
            lines.append(Content(" " * chip.cell_length) + status)
        return lines
