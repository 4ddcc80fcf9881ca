"""The frame of every screen: where its parts stand, what is hidden, and what has the focus."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from course.ui.screens.steady_screen import Answer, SteadyScreen
from course.ui.widgets.big_button import BigButton, CardButton
from course.ui.widgets.body import Body
from course.ui.widgets.button_bar import ButtonBar
from course.ui.widgets.text_pane import TextPane
from course.ui.widgets.top_bar import LOW, Top
from course.views.context import Context
from course.views.model import Button, View

TALL = 30
"""Rows of a screen from which on there is a free row above and below."""
SMALLEST = (40, 15)
"""Columns and rows below which the course asks for a larger window."""
NARROW = 56
"""Columns below which the buttons stand in two rows."""
WIDEST, PADDING = 76, 4
"""Columns of the text and what is around it, at most, and how many of them are its padding."""


class FramedScreen(SteadyScreen[Answer]):
    """The bar on top, a text, cards, and the buttons below. A subclass gives a view."""

    AUTO_FOCUS = ""
    DIGITS_PRESS = True
    """Whether the number keys press buttons here, so that the buttons show them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._view = self.view()
        # Kept here rather than looked up: a screen may be asked to settle while it is taken down.
        self._top = Top()
        self._body = Body()
        self._bar = ButtonBar(self.DIGITS_PRESS)
        self._too_small = Static(context.words("top.too_small"), id="too-small", markup=False)

    def view(self) -> View:
        """What there is to show now."""
        raise NotImplementedError

    def compose_choices(self) -> ComposeResult:
        """What there is to choose from besides cards."""
        yield from ()

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            yield self._top
            with self._body:
                yield self._body.text
                yield self._body.tray
                yield from self.compose_choices()
            yield self._bar
        yield self._too_small

    def on_resize(self) -> None:
        width, height = self.size
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "too-small")
        self.set_class(width < NARROW, "narrow")
        self.set_class(height < LOW, "low")
        self.set_class(height >= TALL, "tall")
        self._fit_top()
        self.call_after_refresh(self._fit)

    def _fit_top(self) -> None:
        width, height = self.size
        padding = PADDING // 2 if width < NARROW else PADDING
        self._top.fit(min(width, WIDEST) - padding, height)

    def _fit(self) -> None:
        if not self._body.size:
            # Not laid out yet: nothing is known to be hidden, and More would flash up for a frame.
            return
        self._body.fit()
        self._offer_more()

    def _buttons(self) -> dict[str, Button]:
        view = self._view
        menu = self.context.button("menu") if view.help else None
        spots = {"back": view.back, "menu": menu, "extra": view.extra, "next": view.next}
        return {spot: button for spot, button in spots.items() if button is not None}

    def _offer_more(self) -> None:
        above, below = self._body.hidden()
        more = self.context.button("more") if below else None
        had_next = self._bar["next"].visible
        if not self._view.next_at_once:
            self._bar.offer_more(more, "next")
        elif below or not above:
            self._bar.offer_more(more, "extra")
        else:
            self._bar.offer_more(self.context.button("less"), "extra")
        # Where there is more to read, the way back is not what most people press next.
        came = self._bar["next"].visible and not had_next and self.focused is self._bar["back"]
        if came or self.focused is None or not self.focused.visible:
            self.focus_first()

    @on(TextPane.Moved)
    def _on_moved(self) -> None:
        self._offer_more()

    def action_more(self) -> None:
        """Show what is hidden below."""
        self._body.more()
        self._offer_more()

    def action_less(self) -> None:
        """Show what is hidden above."""
        self._body.less()
        self._offer_more()

    def focus_first(self) -> None:
        """Focus what most people press next: Next, or else the first card, or else Back."""
        cards = self._offered([*self.query(CardButton)])
        ends = self._offered([self._bar["next"], self._bar["back"]])
        # In a dialog the way back comes first: Enter pressed once too often changes nothing.
        ends_first = self._view.next or not self._view.help
        cards_first = self._view.card_first or not ends_first
        order = [*cards, *ends] if cards_first else [*ends, *cards]
        for widget in order:
            self.set_focus(widget, scroll_visible=False)
            return

    def _offered(self, buttons: list[BigButton]) -> list[BigButton]:
        return [b for b in buttons if b.visible and b.display and b.action]
