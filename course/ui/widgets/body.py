"""The middle of a screen: a text, and cards below or beside it; More moves on through both."""

from __future__ import annotations

from collections.abc import Collection

from textual import events
from textual.containers import VerticalScroll

from course.ui.widgets.big_button import CardButton
from course.ui.widgets.card_tray import CardTray
from course.ui.widgets.text_pane import Layout, TextPane
from course.views.model import View

TEXT_BESIDE, TRAY_BESIDE, GAP_BESIDE = 38, 33, 1
"""Cells for a text and for cards beside it, and between them, where the cards are short."""

PARTS = 2
"""The text and the tray; what a screen has besides stands below them."""
ROLL = 3
"""Lines that a wheel moves on."""


class Body(VerticalScroll):
    """Says what is hidden above and below, and shows it."""

    def __init__(self) -> None:
        super().__init__(id="body", can_focus=False)
        self.text = TextPane(id="text")
        self.tray = CardTray()
        self._has_cards = False
        self._may_be_beside = False

    def show(self, view: View, layout: Layout, taken: Collection[str], *, stays: bool) -> None:
        """Show the text and the cards of a view.

        Where the cards were moved to, they stay; a text only if it `stays`.
        """
        self._has_cards, self._may_be_beside = bool(view.cards), view.side_by_side
        self.text.show(layout, from_start=not stays)
        self.set_class(self._has_cards, "with-cards")
        self.tray.show(view.cards, view.side_by_side, taken)
        self.tray.may_pair = view.paired

    def home(self) -> None:
        """Show the start."""
        self.scroll_home(animate=False, immediate=True)

    def fit(self) -> None:
        """Beside cards the text is as high as its lines; alone it fills the body."""
        width, room = self.size
        beside = self._may_be_beside and width >= TEXT_BESIDE + GAP_BESIDE + TRAY_BESIDE
        self.set_class(beside, "beside")
        if not self._has_cards:
            self.text.styles.height, self.tray.styles.margin = "1fr", 0
            return
        lines = self.text.lines_at(self._text_width)
        self.text.styles.height = lines
        self.tray.fit(TRAY_BESIDE if beside else width, room - lines - 1)
        self.tray.styles.margin = (0, 0, 0 if beside else self._spare(lines + 1), 0)

    def hidden(self) -> tuple[bool, bool]:
        """Whether there is more above and below what is on show."""
        if self._has_cards:
            top, room, rows = self.scroll_offset.y, self.size.height, self._rows()
        else:
            # The text may still be as high as the one before, until the screen is laid out anew.
            pad = sum(each.size.height for each in self.children[PARTS:])
            top, room = self.text.top, self.size.height - pad
            rows = self.text.lines_at(self.size.width)
        return top > 0, top + room < rows

    def more(self) -> None:
        """Show what is hidden below; a card that is cut off comes to the top."""
        if not self._has_cards:
            self.text.page_down()
            return
        room = self.content_region
        ahead = [
            card.region.y - room.y
            for card in self.query(CardButton)
            if card.display and card.region.bottom > room.bottom and card.region.y > room.y
        ]
        self.move(max(min([*ahead, room.height - 1]), 1))

    def less(self) -> None:
        """Show what is hidden above."""
        self.move(-max(self.size.height - 1, 1))

    def move(self, lines: int) -> None:
        """Move on by so many lines, or back, as far as there are any."""
        if self._has_cards:
            self.scroll_relative(y=lines, animate=False, immediate=True)
        else:
            self.text.scroll_lines(lines)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._roll(event, ROLL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._roll(event, -ROLL)

    def _roll(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        event.prevent_default()
        self.move(lines)
        self.post_message(TextPane.Moved())

    @property
    def _text_width(self) -> int:
        width = self.size.width
        return width - TRAY_BESIDE - GAP_BESIDE if self.has_class("beside") else width

    def _rows(self) -> int:
        lines = self.text.lines_at(self._text_width)
        if self.has_class("beside"):
            return max(lines, self.tray.rows(TRAY_BESIDE))
        return lines + 1 + self.tray.rows(self.size.width)

    def _spare(self, first: int) -> int:
        """Empty rows below the cards with which no card is cut off on top at the very end."""
        last = self._rows() - self.size.height
        if last < first:
            return 0
        tops = (first + top for top in self.tray.tops(self.size.width))
        return min((top - last for top in tops if top >= last), default=0)
