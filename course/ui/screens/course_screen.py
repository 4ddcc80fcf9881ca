"""What all screens have in common: the bar on top, a text, cards, and the buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from course.ui.page_layout import lay_out
from course.ui.steering import nearest
from course.ui.widgets.big_button import BigButton, CardButton
from course.ui.widgets.body import Body
from course.ui.widgets.button_bar import SPOTS, ButtonBar
from course.ui.widgets.text_pane import TextPane
from course.ui.widgets.top_bar import LOW, Top
from course.views.context import Context
from course.views.model import Button, View

if TYPE_CHECKING:
    from course.ui.course_app import CourseApp

TALL = 30
"""Rows of a screen from which on there is a free row above and below."""
ONE_PRESS = 0.25
"""Seconds within which a second press belongs to the first: a held key, or a tap that bounced."""
SMALLEST = (40, 15)
"""Columns and rows below which the course asks for a larger window."""
NARROW = 56
"""Columns below which the buttons stand in two rows."""
WIDEST, PADDING = 76, 4
"""Columns of the text and what is around it, at most, and how many of them are its padding."""
Answer = TypeVar("Answer")
"""What a dialog gives back; None for a screen that is no dialog."""


class ListeningChanged(Message):
    """Reading aloud has become possible, has begun or has ended."""


class CourseScreen(Screen[Answer]):
    """A place in the course. A subclass gives a view and says what pressing does."""

    AUTO_FOCUS = ""
    DIGITS_PRESS = True
    """Whether the number keys press buttons here, so that the buttons show them."""
    BINDINGS = [
        Binding("up", "steer('up')", show=False),
        Binding("down", "steer('down')", show=False),
        Binding("left", "steer('left')", show=False),
        Binding("right", "steer('right')", show=False),
        Binding("pagedown", "more", show=False),
        Binding("pageup", "less", show=False),
        Binding("escape", "escape", show=False),
    ]

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._view = self.view()
        # Kept here rather than looked up: a screen may be asked to settle while it is taken down.
        self._top = Top()
        self._body = Body()
        self._bar = ButtonBar(self.DIGITS_PRESS)
        self._too_small = Static(context.words("top.too_small"), id="too-small", markup=False)

    @property
    def course_app(self) -> CourseApp:
        """The app, under its own type."""
        return cast("CourseApp", self.app)

    # What a subclass says

    def view(self) -> View:
        """What there is to show now."""
        raise NotImplementedError

    def pressed(self, action: str) -> None:
        """A card or a button was pressed."""
        raise NotImplementedError

    def compose_choices(self) -> ComposeResult:
        """What there is to choose from besides cards."""
        yield from ()

    # Showing

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            yield self._top
            with self._body:
                yield self._body.text
                yield self._body.tray
                yield from self.compose_choices()
            yield self._bar
        yield self._too_small

    def on_screen_resume(self) -> None:
        # What was chosen in a dialog may have led away from here before this is told.
        if self.is_current:
            self.show()

    def show(self) -> None:
        """Put the current view on the screen, in place."""
        before, view = self._view, self.view()
        self._view = view
        self.course_app.be_silent()
        self._show_listen()
        words, pictures = self.context.words, self.context.course.pictures
        self._top.show(view, words)
        self._fit_top()
        numbers = {each: number for number, each in enumerate(view.cites, start=1)}
        buttons = self._buttons()
        held = self.focused if isinstance(self.focused, BigButton) else None
        meant = held.action if held else ""
        # To hide what has the focus would move it elsewhere once the screen is drawn.
        self.set_focus(None)
        self._bar.show(buttons)
        self._body.show(
            view,
            lambda width: lay_out(view.blocks, width, numbers, pictures, words),
            [SPOTS[spot] for spot in buttons],
        )
        # Whoever ticks, orders or types goes on from where they are; a new question begins anew.
        picks = isinstance(held, CardButton) or view.card_first
        is_new = picks and view.step != before.step
        if held and held.action == meant and self._offered([held]) and not is_new:
            self.set_focus(held, scroll_visible=False)
        else:
            self.focus_first()
        if self.focused is not held or not isinstance(held, CardButton):
            self._body.home()
        self._fit()

    def _buttons(self) -> dict[str, Button]:
        view = self._view
        menu = self.context.button("menu") if view.help else None
        spots = {"back": view.back, "menu": menu, "extra": view.extra, "next": view.next}
        return {spot: button for spot, button in spots.items() if button is not None}

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

    # What a person does

    @on(BigButton.Pressed)
    def _on_pressed(self, event: BigButton.Pressed) -> None:
        event.stop()
        if self.is_bounce(event.time):
            return
        if not self._offered([event.button]) or event.action != event.button.action:
            # The view changed after the press: nobody meant what the button says now.
            return
        match event.button.action:
            case "more":
                self.action_more()
            case "less":
                self.action_less()
            case "back" if self._body.hidden()[0]:
                # Back undoes More: there is no other way up for a finger.
                self.action_less()
            case "menu":
                self.course_app.open_menu(self)
            case "listen":
                self.course_app.listen(self._view)
            case action:
                self.pressed(action)

    @property
    def hurried(self) -> bool:
        """Whether presses may follow each other at once here, as when digits are typed."""
        return not self.DIGITS_PRESS

    def is_bounce(self, time: float) -> bool:
        """Whether a press at `time` belongs to the one before it."""
        return self.course_app.is_same_press(time, 0.0 if self.hurried else ONE_PRESS)

    @property
    def offer(self) -> tuple[str, tuple[Button, ...]]:
        """The name of the help for what is shown, and what the menu offers besides."""
        return self._view.help, self._view.menu

    @on(ListeningChanged)
    def _show_listen(self) -> None:
        speaker = self.course_app.speaker
        self._top.listen.display = speaker is not None and bool(self._view.help)
        name = "listen.stop" if speaker is not None and speaker.speaking else "listen.start"
        self._top.listen.label = self.context.words(name)
        self._fit_top()

    @on(TextPane.Moved)
    def _on_moved(self) -> None:
        self._offer_more()

    def on_key(self, event: events.Key) -> None:
        for button in self._offered([*self.query(BigButton)]):
            if button.digit and button.digit == event.character:
                event.stop()
                button.action_press()
                return

    def on_resize(self) -> None:
        width, height = self.size
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "too-small")
        self.set_class(width < NARROW, "narrow")
        self.set_class(height < LOW, "low")
        self.set_class(height >= TALL, "tall")
        self._fit_top()
        self.call_after_refresh(self._fit)

    def action_steer(self, direction: str) -> None:
        """Move the focus to what lies in that direction, or the text if nothing does."""
        target = nearest(self.focused, self._offered([*self.query(BigButton)]), direction)
        if target is not None:
            target.focus()
            self.call_after_refresh(self._offer_more)
        elif direction in ("up", "down"):
            self._body.move(1 if direction == "down" else -1)
            self._offer_more()

    def action_more(self) -> None:
        """Show what is hidden below."""
        self._body.more()
        self._offer_more()

    def action_less(self) -> None:
        """Show what is hidden above."""
        self._body.less()
        self._offer_more()

    def action_escape(self) -> None:
        """One step back, where there is one."""
        if self._bar["back"].visible:
            self._bar["back"].action_press()
