"""The course as a Textual app: one screen that shows what the navigator says."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.driver import Driver
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from course.errors import place_of
from course.flow.navigator import Navigator
from course.ui.stage.codes import code_room
from course.ui.stage.listening import Listening, Voice
from course.ui.stage.looks import looks
from course.ui.stage.reading import Reading
from course.ui.stage.screen import ViewScreen
from course.ui.stage.stage import Stage
from course.ui.stage.tell import telling
from course.ui.styles.themes import NAMED, THEMES
from course.ui.textual_private import QuietApp
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.ui.stage.sight import PicturesFound

FAULT = 70
"""The exit status after a fault of the program itself."""
SHOWN = 0.03
"""Seconds after which the first frame is out, which a thread of its own writes."""
LATER = 0.4
"""Seconds for which what nobody waits for leaves the machine to the first presses."""
IDLE = 0.3
"""Seconds without a press after which the pictures of the next pages are drawn."""
SETTLE = 0.03
"""Seconds for which a bookmark may wait, so that the frame comes before it."""
LOOK = Go(Spot.LOOK)


class VoiceChanged(Message):
    """A voice was found, or has said all that there was."""


class PaperChanged(Message):
    """A page has come a step further on its way to the printer."""


class CourseApp(QuietApp):
    """One person after another goes through the course here."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    CSS = "Screen { background: $background; color: $foreground; overflow: hidden; }"

    def __init__(
        self,
        navigator: Navigator,
        find_voice: Callable[[str], Voice | None] = lambda _language: None,
        once_shown: Callable[[], object] = lambda: None,
    ) -> None:
        """`once_shown` is called from a thread, right after the first frame."""
        super().__init__()
        self.navigator = navigator
        self._once_shown = once_shown
        every = (*THEMES, NAMED)
        for theme in every:
            self.register_theme(theme)
        self._looks = looks(every, os.environ)
        self.theme = self._looks[0]
        self.title = navigator.context.head.title
        self._tell_of_voice = telling(self, VoiceChanged)
        self._listening = Listening(find_voice, self._tell_of_voice)
        self.reading = Reading(self._listening)
        self._offer()
        self.stage = Stage(navigator.view(), navigator.context, self.pressed)
        navigator.code_room = partial(code_room, self.stage, navigator)
        if navigator.printer is not None:
            navigator.printer.changed = telling(self, PaperChanged)
        self._settling: Timer | None = None
        self._idling: Timer | None = None

    def get_default_screen(self) -> Screen[None]:
        return ViewScreen(self.stage)

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if usual.__module__ != "textual.drivers.linux_driver":
            return usual
        # There is none for Windows.
        from course.ui.stage.driver import WokenDriver

        return WokenDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        # Textual's own styles ask a theme of named colours for these two.
        return {"ansi-background": "ansi_black", "ansi-foreground": "ansi_bright_white"}

    def on_ready(self) -> None:
        self.set_timer(SHOWN, threading.Thread(target=self._once_shown, daemon=True).start)
        self.set_timer(LATER, self._look_for_voice)

    def on_pictures_found(self, message: PicturesFound) -> None:
        self.stage.see(message.sight)
        self.show_again()
        self._wait_until_idle()

    @on(Resize)
    @on(PaperChanged)
    def show_again(self) -> None:
        """Show what has changed by itself, or with the screen."""
        if self.navigator.visiting is None:
            return
        self.navigator.shown.forget()
        if self.navigator.view() != self.stage.state.view:
            self.show()

    def _wait_until_idle(self) -> None:
        if self._idling is not None:
            self._idling.stop()
        self._idling = self.set_timer(IDLE, self.look_ahead) if self.stage.wall else None

    def look_ahead(self) -> None:
        """Have the pictures drawn that may be on show soon."""
        # Not on the way to the first screen.
        from course.flow.ahead import ahead

        self.stage.look_ahead(ahead(self.navigator))

    def _look_for_voice(self) -> None:
        self._listening.start(self.navigator.context.words.language)

    def on_unmount(self) -> None:
        self.navigator.settle()
        self.reading.end()

    def faulted(self, error: Exception) -> tuple[int, str]:
        return FAULT, self.navigator.context.words("fault", what=place_of(error))

    # What a press does

    def pressed(self, press: Press) -> None:
        """Follow what was pressed on the screen."""
        was_visiting = self.navigator.visiting is not None
        self.navigator.press(press)
        self.show(press)
        # Whoever goes back from the code is the same person, and begins anew.
        is_over = was_visiting and self.navigator.visiting is None
        if is_over and press != Go(Spot.BACK):
            self.next_person()
        elif press == LOOK:
            self.next_look()

    def show(self, press: Press | None = None) -> None:
        """Show where the navigator is, to which a press has led; None if it came by itself."""
        self._offer()
        self.stage.show(self.navigator.view(), self.navigator.context, press)
        self.reading.follow(press, self.stage.state.view, self.navigator.context.words)
        self.show_reading()
        if self.reading.onward(self.stage.state.view) is not None:
            # All was read already, and waited for a choice that has been made.
            self._tell_of_voice()
        if self._settling is None:
            self._settling = self.set_timer(SETTLE, self._settle)
        self._wait_until_idle()

    def _settle(self) -> None:
        self._settling = None
        if self.navigator.settle():
            self.show()

    def next_person(self) -> None:
        """Keep nothing of a visit that has ended, and show what comes in the first look."""
        self.reading.forget()
        self.show_reading()
        self.theme = self._looks[0]
        self.stage.forget()

    # Looks and voice

    def next_look(self) -> None:
        """Light, dark, high contrast, and light again; where there are few colours, one look."""
        self.theme = self._looks[(self._looks.index(self.theme) + 1) % len(self._looks)]

    def _offer(self) -> None:
        """Have the navigator offer what can be done here besides."""
        can = {Spot.LOOK} if len(self._looks) > 1 else set()
        if self._listening.can(self.navigator.context.words.language):
            can.add(Spot.LISTEN)
        if self.reading.goes_on:
            can.add(Spot.READ)
        self.navigator.can = frozenset(can)

    def on_voice_changed(self) -> None:
        onward = self.reading.onward(self.stage.state.view)
        if onward is not None:
            self.pressed(onward)
            # What is pressed at this moment was meant for the view before.
            self.stage.came = time.monotonic()
            return
        self._offer()
        self.stage.renew(self.navigator.view(), self.navigator.context)
        self.show_reading()

    def show_reading(self) -> None:
        """Show whether something is read aloud, and what of it now."""
        self.stage.speaking, self.stage.passage = self.reading.is_on, self.reading.passage
