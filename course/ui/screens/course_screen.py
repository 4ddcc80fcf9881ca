"""What all places have in common: they show a view, and a press, a tap or a key does something."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.binding import Binding
from textual.message import Message

from course.ui.page_layout import lay_out
from course.ui.screens.framed_screen import FramedScreen
from course.ui.screens.steady_screen import Answer
from course.ui.steering import nearest
from course.ui.widgets.big_button import BigButton, CardButton
from course.ui.widgets.button_bar import SPOTS
from course.views.model import Button

if TYPE_CHECKING:
    from course.ui.course_app import CourseApp

ONE_PRESS = 0.25
"""Seconds within which a second press belongs to the first: a held key, or a tap that bounced."""


class ListeningChanged(Message):
    """Reading aloud has become possible, has begun or has ended."""


class CourseScreen(FramedScreen[Answer]):
    """A place in the course. A subclass gives a view and says what pressing does."""

    BINDINGS = [
        Binding("up", "steer('up')", show=False),
        Binding("down", "steer('down')", show=False),
        Binding("left", "steer('left')", show=False),
        Binding("right", "steer('right')", show=False),
        Binding("pagedown", "more", show=False),
        Binding("pageup", "less", show=False),
        Binding("escape", "escape", show=False),
    ]

    @property
    def course_app(self) -> CourseApp:
        """The app, under its own type."""
        return cast("CourseApp", self.app)

    def pressed(self, action: str) -> None:
        """A card or a button was pressed."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        # What was chosen in a dialog may have led away from here before this is told.
        if self.is_current:
            self.show(again=True)

    def show(self, *, again: bool = False) -> None:
        """Put the current view on the screen, in place.

        If it is shown `again`, as when a dialog has closed, and is the same, it stays where it was.
        """
        before, view = self._view, self.view()
        self._view, stays = view, again and view == before
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
            stays=stays,
        )
        # Whoever ticks, orders or types goes on from where they are; a new question begins anew.
        picks = isinstance(held, CardButton) or view.card_first
        is_new = picks and view.step != before.step
        if held and held.action == meant and self._offered([held]) and not is_new:
            self.set_focus(held, scroll_visible=False)
        else:
            self.focus_first()
        if not stays and (self.focused is not held or not isinstance(held, CardButton)):
            self._body.home()
        self._fit()

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

    def on_key(self, event: events.Key) -> None:
        for button in self._offered([*self.query(BigButton)]):
            if button.digit and button.digit == event.character:
                event.stop()
                button.action_press()
                return

    def action_steer(self, direction: str) -> None:
        """Move the focus to what lies in that direction, or the text if nothing does."""
        target = nearest(self.focused, self._offered([*self.query(BigButton)]), direction)
        if target is not None:
            target.focus()
            self.call_after_refresh(self._offer_more)
        elif direction in ("up", "down"):
            self._body.move(1 if direction == "down" else -1)
            self._offer_more()

    def action_escape(self) -> None:
        """One step back, where there is one."""
        if self._bar["back"].visible:
            self._bar["back"].action_press()
