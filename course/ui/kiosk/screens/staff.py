"""For those who look after the machine: the pad for the PIN, and the page behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid

from course.kiosk.machine import Machine
from course.kiosk.policy import pin
from course.kiosk.policy.pin import Tries
from course.ui.kiosk.views import pin_view, staff_view
from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.number_pad import DIGITS, ERASE
from course.ui.widgets.big_button import BigButton
from course.views.context import Context
from course.views.model import View

if TYPE_CHECKING:
    from course.ui.kiosk.app import KioskApp

OK = "ok"
KEYS = [*DIGITS[1:], ERASE, "0", OK]


class PinScreen(CourseScreen[None]):
    """Digits and OK. What is typed is never shown."""

    DIGITS_PRESS = False
    DEFAULT_CSS = """
    PinScreen #pad { grid-size: 3 4; grid-gutter: 0 2; height: 12; width: 52; }
    PinScreen #pad BigButton { width: 16; }
    """

    def __init__(self, context: Context, hashed: str, tries: Tries) -> None:
        self._typed = ""
        self._trouble = "wait" if tries.wait else ""
        self._hashed = hashed
        self._tries = tries
        super().__init__(context)
        self._keys = [BigButton(key) for key in KEYS]

    def view(self) -> View:
        return pin_view(len(self._typed), self._trouble, self._tries.wait, self.context)

    def compose_choices(self) -> ComposeResult:
        with Grid(id="pad"):
            yield from self._keys

    def on_mount(self) -> None:
        words = self.context.words
        for button in self._keys:
            match button.action:
                case "ok":
                    button.label = words("kiosk.pin.ok")
                case "erase":
                    button.label = words("pad.erase")
                case digit:
                    button.label = digit

    def focus_first(self) -> None:
        if self.focused is None:
            self.set_focus(self._keys[0], scroll_visible=False)

    def pressed(self, action: str) -> None:
        match action:
            case "back":
                self.app.pop_screen()
                return
            case "erase":
                self._typed = self._typed[:-1]
            case "ok":
                self._try()
            case digit if digit in DIGITS:
                self._typed = (self._typed + digit)[: pin.LONGEST]
                self._trouble = ""
        if self.is_current:
            self.show()

    def on_key(self, event: events.Key) -> None:
        if event.character is not None and event.character in DIGITS:
            event.stop()
            # Enter follows the last digit on every keyboard, and must not type one more.
            self.set_focus(self._keys[KEYS.index(OK)], scroll_visible=False)
            self.pressed(event.character)
        elif event.key == "backspace":
            event.stop()
            self.pressed(ERASE)

    def _try(self) -> None:
        typed, self._typed = self._typed, ""
        if not pin.is_pin(typed):
            self._trouble = "wrong" if typed else ""
        elif not self._tries.count():
            self._trouble = "wait"
        elif pin.check_pin(typed, self._hashed):
            self._tries.right()
            cast("KioskApp", self.app).open_staff_page()
        else:
            self._trouble = "wait" if self._tries.wait else "wrong"


class StaffScreen(CourseScreen[None]):
    """How the machine does, and what can be done with it."""

    def __init__(self, context: Context, machine: Machine, paused: bool) -> None:
        self._machine = machine
        self._paused = paused
        self._failed = False
        super().__init__(context)

    def view(self) -> View:
        return staff_view(self._machine, self._paused, self._failed, self.context)

    def pressed(self, action: str) -> None:
        if action == "close":
            self.app.pop_screen()
        elif not cast("KioskApp", self.app).staff_asks(action):
            self._failed = True
            self.show()
