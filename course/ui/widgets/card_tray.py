"""The cards to choose from: below each other, or beside each other where they are short."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.app import ComposeResult
from textual.containers import Container

from course.ui.widgets.big_button import CardButton
from course.views.model import Card

CARDS = 8
"""As many cards as the longest list that the format allows."""
NARROWEST = 16
"""Cells that a card beside other cards takes at least, with the gap to the next one."""
MARKS = {"open": "○", "done": "✓"}


class CardTray(Container):
    """Shows up to eight cards; the widgets stay, what they say changes."""

    DEFAULT_CSS = """
    CardTray { height: auto; layout: vertical; }
    CardTray.side-by-side { layout: grid; grid-rows: 3; grid-gutter: 0 1; }
    CardTray.airy CardButton { margin-bottom: 1; }
    CardTray.side-by-side CardButton { margin-bottom: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._cards = [CardButton() for _ in range(CARDS)]

    def compose(self) -> ComposeResult:
        yield from self._cards

    def show(self, cards: Sequence[Card], side_by_side: bool, taken: Collection[str]) -> None:
        """Show these cards. Digits that are `taken` press something else."""
        self.set_class(side_by_side, "side-by-side")
        for number, widget in enumerate(self._cards):
            widget.display = number < len(cards)
            if widget.display:
                card, digit = cards[number], str(number + 1)
                widget.action, widget.label, widget.status = card.id, card.text, card.status
                widget.mark = MARKS.get(card.mark, card.mark)
                widget.digit = "" if digit in taken else digit
                widget.refresh(layout=True)

    def fit(self, width: int, room: int) -> None:
        """Leave a row between two cards if they then still take no more than `room` rows."""
        self.styles.grid_size_columns = self._columns(width)
        self.add_class("airy")
        self.set_class(self.rows(width) <= room, "airy")

    def rows(self, width: int) -> int:
        """How many rows the cards take if the tray is `width` cells wide.

        Counted rather than read off the layout, which is only made after it is asked for.
        """
        heights = [card.rows_at(width) for card in self._cards if card.display]
        if self.has_class("side-by-side"):
            return sum(heights[:: self._columns(width)])
        return sum(heights) + (len(heights) if self.has_class("airy") else 0)

    @staticmethod
    def _columns(width: int) -> int:
        return max(width // NARROWEST, 1)
