"""What all screens have in common: the bar on top, a text, cards, and the buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from course.ui.page_layout import lay_out
from course.ui.steering import nearest
from course.ui.widgets.big_button import BigButton, CardButton
from course.ui.widgets.button_bar import SPOTS, ButtonBar
from course.ui.widgets.card_tray import CardTray
from course.ui.widgets.text_pane import TextPane
from course.ui.widgets.top_bar import TopBar
from course.views.context import Context
from course.views.model import Button, View

if TYPE_CHECKING:
    from course.ui.course_app import CourseApp

TALL = 30
"""Rows of a screen from which on a title may stand in large letters."""
ONE_PRESS = 0.25
"""Seconds within which a second press belongs to the first: a held key, or a tap that bounced."""
SMALLEST = (40, 15)
"""Columns and rows below which the course asks for a larger window."""
NARROW = 56
"""Columns below which the buttons stand in two rows."""
TEXT_BESIDE, TRAY_BESIDE, GAP_BESIDE = 38, 33, 1
"""Cells for a text and for cards beside it, and between them, where the cards are short."""
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
        self._top = TopBar()
        self._listen = BigButton("listen", id="listen")
        self._text = TextPane(id="text")
        self._body = VerticalScroll(id="body", can_focus=False)
        self._tray = CardTray()
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
        """What there is to choose from below the text."""
        yield self._tray

    # Showing

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            with Horizontal(id="top"):
                yield self._top
                yield self._listen
            with self._body:
                yield self._text
                yield from self.compose_choices()
            yield self._bar
        yield self._too_small

    def on_screen_resume(self) -> None:
        # What was chosen in a dialog may have led away from here before this is told.
        if self.is_current:
            self.show()

    def show(self) -> None:
        """Put the current view on the screen, in place."""
        view = self._view = self.view()
        self.course_app.be_silent()
        self._show_listen()
        words, pictures = self.context.words, self.context.course.pictures
        self._top.section, self._top.step = view.section, view.step
        self._top.told = words("top.step", step=view.step[0], of=view.step[1]) if view.step else ""
        numbers = {each: number for number, each in enumerate(view.cites, start=1)}
        self._text.show(
            lambda width: lay_out(
                view.blocks, width, numbers, pictures, words, self.size.height >= TALL
            )
        )
        buttons = self._buttons()
        held = self.focused if isinstance(self.focused, BigButton) else None
        meant = held.action if held else ""
        # To hide what has the focus would move it elsewhere once the screen is drawn.
        self.set_focus(None)
        self._body.set_class(bool(view.cards), "with-cards")
        self._tray.show(view.cards, view.side_by_side, [SPOTS[spot] for spot in buttons])
        self._bar.show(buttons)
        self._body.scroll_home(animate=False, immediate=True)
        self._fit()
        # Whoever ticks, orders or types goes on from where they are.
        if held and held.action == meant and self._offered([held]):
            self.set_focus(held, scroll_visible=False)
        else:
            self.focus_first()

    def _buttons(self) -> dict[str, Button]:
        view = self._view
        menu = self.context.button("menu") if view.help else None
        spots = {"back": view.back, "menu": menu, "extra": view.extra, "next": view.next}
        return {spot: button for spot, button in spots.items() if button is not None}

    def _fit(self) -> None:
        """Beside cards the text is as high as its lines; alone it fills the screen."""
        if not self._body.size:
            # Not laid out yet: nothing is known to be hidden, and More would flash up for a frame.
            return
        width, room = self._body.size
        beside = self._view.side_by_side and width >= TEXT_BESIDE + GAP_BESIDE + TRAY_BESIDE
        self._body.set_class(beside, "beside")
        if self._view.cards:
            lines = self._text.lines_at(self._text_width)
            self._text.styles.height = lines
            self._tray.fit(TRAY_BESIDE if beside else width, room - lines - 1)
        else:
            self._text.styles.height = "1fr"
        self._offer_more()

    @property
    def _text_width(self) -> int:
        width = self._body.size.width
        return width - TRAY_BESIDE - GAP_BESIDE if self._body.has_class("beside") else width

    def _offer_more(self) -> None:
        above, below = self._hidden()
        more = self.context.button("more") if below else None
        if not self._view.next_at_once:
            self._bar.offer_more(more, "next")
        elif below or not above:
            self._bar.offer_more(more, "extra")
        else:
            self._bar.offer_more(self.context.button("less"), "extra")
        if self.focused is None or not self.focused.visible:
            self.focus_first()

    def _hidden(self) -> tuple[bool, bool]:
        """Whether there is more above and below what is on show."""
        if not self._view.cards:
            return self._text.more_above, self._text.more_below
        width, room = self._body.size
        lines = self._text.lines_at(self._text_width)
        if self._body.has_class("beside"):
            rows = max(lines, self._tray.rows(TRAY_BESIDE))
        else:
            rows = lines + 1 + self._tray.rows(width)
        top = self._body.scroll_offset.y
        return top > 0, top + room < rows

    def focus_first(self) -> None:
        """Focus what most people press next: Next, or else the first card, or else Back."""
        cards = self._offered([*self.query(CardButton)])
        ends = self._offered([self._bar["next"], self._bar["back"]])
        # In a dialog the way back comes first: Enter pressed once too often changes nothing.
        ends_first = self._view.next or not self._view.help
        order = [*ends, *cards] if ends_first else [*cards, *ends]
        for widget in order:
            self.set_focus(widget, scroll_visible=False)
            return

    def _offered(self, buttons: list[BigButton]) -> list[BigButton]:
        return [b for b in buttons if b.visible and b.display and b.action]

    # What a person does

    @on(BigButton.Pressed)
    def _on_pressed(self, event: BigButton.Pressed) -> None:
        event.stop()
        if self.course_app.is_same_press(event.time, ONE_PRESS if self.DIGITS_PRESS else 0.0):
            return
        if not self._offered([event.button]) or event.action != event.button.action:
            # The view changed after the press: nobody meant what the button says now.
            return
        match event.button.action:
            case "more":
                self.action_more()
            case "less":
                self.action_less()
            case "back" if self._hidden()[0]:
                # Back undoes More: there is no other way up for a finger.
                self.action_less()
            case "menu":
                self.course_app.open_menu(self)
            case "listen":
                self.course_app.listen(self._view)
            case action:
                self.pressed(action)

    @property
    def offer(self) -> tuple[str, tuple[Button, ...]]:
        """The name of the help for what is shown, and what the menu offers besides."""
        return self._view.help, self._view.menu

    @on(ListeningChanged)
    def _show_listen(self) -> None:
        speaker = self.course_app.speaker
        self._listen.display = speaker is not None and bool(self._view.help)
        name = "listen.stop" if speaker is not None and speaker.speaking else "listen.start"
        self._listen.label = self.context.words(name)

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
        self.call_after_refresh(self._fit)

    def action_steer(self, direction: str) -> None:
        """Move the focus to what lies in that direction, or the text if nothing does."""
        target = nearest(self.focused, self._offered([*self.query(BigButton)]), direction)
        if target is not None:
            target.focus()
            self.call_after_refresh(self._offer_more)
        elif direction in ("up", "down"):
            self._scroll(1 if direction == "down" else -1)

    def action_more(self) -> None:
        """Show what is hidden below; a card that is cut off comes to the top."""
        room = self._body.content_region
        ahead = [
            card.region.y - room.y
            for card in self.query(CardButton)
            if card.display and card.region.bottom > room.bottom and card.region.y > room.y
        ]
        self._scroll(max(min([*ahead, room.height - 1]), 1))

    def action_less(self) -> None:
        """Show what is hidden above."""
        self._scroll(-max(self._body.size.height - 1, 1))

    def action_escape(self) -> None:
        """One step back, where there is one."""
        if self._bar["back"].visible:
            self._bar["back"].action_press()

    def _scroll(self, lines: int) -> None:
        if self._view.cards:
            self._body.scroll_relative(y=lines, animate=False, immediate=True)
            self._offer_more()
        else:
            self._text.scroll_lines(lines)
