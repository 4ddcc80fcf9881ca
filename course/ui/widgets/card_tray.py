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
PAIR, ROW = 2, 3
"""Cards in a pair, and the rows that cards beside each other take."""
MARKS = {"open": "○", "done": "✓", "picked": "●"}


class CardTray(Container):
    """Shows up to eight cards; the widgets stay, what they say changes."""

    DEFAULT_CSS = """
    CardTray { height: auto; layout: vertical; }
    CardTray.side-by-side { layout: grid; grid-rows: 3; grid-gutter: 0 1; }
    CardTray.airy CardButton { margin-bottom: 1; }
    CardTray.side-by-side CardButton { margin-bottom: 0; }
    """

    may_pair = False
    """Whether the cards may stand in pairs where there is no room for them below each other."""

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
        if self.may_pair:
            self.remove_class("airy", "side-by-side")
            self.set_class(self.rows(width) > room and self._fit_in_pairs(width), "side-by-side")
        self.styles.grid_size_columns = self._columns(width)
        self.add_class("airy")
        self.set_class(self.rows(width) <= room, "airy")

    def rows(self, width: int) -> int:
        """How many rows the cards take if the tray is `width` cells wide.

        Counted rather than read off the layout, which is only made after it is asked for.
        """
        heights = self._heights(width)
        if self.has_class("side-by-side"):
            return sum(heights)
        return sum(heights) + (len(heights) if self.has_class("airy") else 0)

    def tops(self, width: int) -> list[int]:
        """The row, from 0, in which each card or row of cards begins."""
        gap = 1 if self.has_class("airy") and not self.has_class("side-by-side") else 0
        heights = self._heights(width)
        return [sum(heights[:number]) + gap * number for number in range(len(heights))]

    def _heights(self, width: int) -> list[int]:
        cards = [card for card in self._cards if card.display]
        if not self.has_class("side-by-side"):
            return [card.rows_at(width) for card in cards]
        return [ROW] * -(-len(cards) // self._columns(width))

    def _fit_in_pairs(self, width: int) -> bool:
        cards = [card for card in self._cards if card.display]
        return all(card.rows_at(width // PAIR - 1) == ROW for card in cards)

    def _columns(self, width: int) -> int:
        return PAIR if self.may_pair else max(width // NARROWEST, 1)
