"""The buttons below every screen: each always in the same spot."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal

from course.ui.widgets.big_button import BigButton
from course.views.model import Button

SPOTS = {"back": "0", "menu": "?", "extra": "8", "next": "9"}
"""The spots from left to right, each with the key that presses what is there."""


class ButtonBar(Horizontal):
    """Shows a button in each spot that has one; the others stay empty."""

    DEFAULT_CSS = """
    ButtonBar { height: 3; margin-top: 1; }
    ButtonBar BigButton { width: 1fr; margin-right: 2; }
    ButtonBar #next { margin-right: 0; }
    """

    def __init__(self, with_digits: bool) -> None:
        super().__init__()
        self._with_digits = with_digits
        self._buttons = {
            spot: BigButton(id=spot, classes="primary" if spot == "next" else "") for spot in SPOTS
        }
        self._shown: Mapping[str, Button] = {}

    def compose(self) -> ComposeResult:
        yield from self._buttons.values()

    def __getitem__(self, spot: str) -> BigButton:
        return self._buttons[spot]

    def show(self, shown: Mapping[str, Button]) -> None:
        """Put these buttons into their spots."""
        self._shown = shown
        for spot, digit in SPOTS.items():
            self._put(spot, shown.get(spot))
            self._buttons[spot].digit = digit if self._with_digits else ""

    def offer_more(self, more: Button | None, spot: str) -> None:
        """While something is hidden, the button in a spot shows it before all else."""
        self._put(spot, more or self._shown.get(spot))

    def _put(self, spot: str, button: Button | None) -> None:
        widget = self._buttons[spot]
        widget.visible = button is not None
        widget.action, widget.label = (button.id, button.label) if button else ("", "")
