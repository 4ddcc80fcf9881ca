"""The number pad on which a learner types their code."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid

from course.ui.screens.course_screen import CourseScreen
from course.ui.widgets.big_button import BigButton
from course.views.context import Context
from course.views.model import View
from course.views.overview import CODE_LENGTH, number_pad_view
from course.visit.reception import ResumeError

DIGITS = "0123456789"
ERASE = "erase"
CLEAR = "clear"
KEYS = [*DIGITS[1:], CLEAR, "0", ERASE]


class NumberPadScreen(CourseScreen[None]):
    """Nine digits; the ninth one opens the visit."""

    DIGITS_PRESS = False

    def __init__(self, context: Context) -> None:
        self._typed = ""
        self._trouble = ""
        super().__init__(context)
        self._keys = [BigButton(key) for key in KEYS]

    def view(self) -> View:
        return number_pad_view(self._typed, self._trouble, self.context)

    def compose_choices(self) -> ComposeResult:
        with Grid(id="pad"):
            yield from self._keys

    def on_mount(self) -> None:
        for button in self._keys:
            name = button.action
            button.label = name if name in DIGITS else self.context.words(f"pad.{name}")

    @property
    def hurried(self) -> bool:
        # The key or tap that opened the pad, or typed the last digit of a wrong code, may bounce.
        return bool(self._typed)

    def focus_first(self) -> None:
        if self.focused not in (*self._keys, self._bar["back"], self._bar["menu"]):
            self.set_focus(self._keys[0], scroll_visible=False)

    def pressed(self, action: str) -> None:
        match action:
            case "back":
                self.app.pop_screen()
                return
            case "erase":
                self._typed = self._typed[:-1]
            case "clear":
                self._typed = ""
            case digit:
                self._typed += digit
                self._trouble = ""
        if len(self._typed) == CODE_LENGTH:
            self._open()
        if self.is_current:
            self.show()

    def on_key(self, event: events.Key) -> None:
        if event.character is not None and event.character in DIGITS:
            event.stop()
            if not self.is_bounce(event.time):
                self.pressed(event.character)
        elif event.key == "backspace":
            event.stop()
            self.pressed(ERASE)

    def _open(self) -> None:
        code, self._typed = self._typed, ""
        try:
            self.course_app.resume(code)
        except ResumeError as error:
            self._trouble = error.reason
