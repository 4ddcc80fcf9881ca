"""The course with everything locked that leads out of it, and nothing told when it breaks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from textual import events
from textual.driver import Driver
from textual.notifications import SeverityLevel

from course.kiosk.log import Log
from course.kiosk.policy import allowlist
from course.kiosk.status import Status
from course.speech.speaker import Speaker
from course.ui.course_app import CourseApp
from course.ui.kiosk import ending
from course.ui.kiosk.driver import KioskDriver
from course.views.context import Context
from course.visit.reception import Reception

LEFT = 1
"""The button of a mouse that a finger presses too."""


class LockedApp(CourseApp, inherit_bindings=False):
    """Lets through what is on the lists of `course.kiosk.policy.allowlist`, and nothing else."""

    ENABLE_COMMAND_PALETTE = False
    COMMANDS = set()
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        context: Context,
        reception: Reception,
        log: Log,
        find_speaker: Callable[[], Speaker | None],
    ) -> None:
        super().__init__(context, reception, find_speaker)
        self.terminal = ending.Terminal()
        self.journal = log
        self.features = frozenset()
        self._is_down = False

    def get_driver_class(self) -> type[Driver]:
        return KioskDriver

    # What a person does

    def sign(self, key: str) -> bool:
        """A person pressed what has this name. Says whether that may do anything."""
        raise NotImplementedError

    def corner(self, pressed: bool) -> None:
        """The corner for staff is pressed, or nothing is pressed there any more."""

    def staff_key(self) -> None:
        """The key for staff was pressed."""

    async def on_event(self, event: events.Event) -> None:
        is_input = isinstance(event, (events.InputEvent, events.Paste))
        if is_input and not event.is_forwarded and not self._may_pass(event):
            return
        if isinstance(event, events.Resize) and not _fits(event):
            return
        await super().on_event(event)

    def _may_pass(self, event: events.Event) -> bool:
        match event:
            case events.Key():
                may = self.sign(event.key)
                if event.key == allowlist.STAFF_KEY:
                    self.staff_key()
                return may and allowlist.key(event.key, event.character)
            case events.MouseDown():
                return self._may_press(event)
            case events.MouseUp():
                self.corner(False)
                was_down, self._is_down = self._is_down, False
                return was_down and event.button == LEFT
            case events.MouseMove():
                if not allowlist.in_corner(int(event.x), int(event.y)):
                    self.corner(False)
                return self._is_on_screen(event)
            case events.MouseScrollUp() | events.MouseScrollDown():
                return self.sign(type(event).__name__) and self._is_on_screen(event)
            case events.Paste():
                self.sign("paste")
        return False

    def _may_press(self, event: events.MouseDown) -> bool:
        self._is_down = False
        if event.button != LEFT or not self._is_on_screen(event):
            return False
        self.corner(allowlist.in_corner(int(event.x), int(event.y)))
        # Quick presses in several places are a person's; what lies on the screen stays in one.
        self._is_down = self.sign(f"press {int(event.x)} {int(event.y)}")
        return self._is_down

    def _is_on_screen(self, event: events.MouseEvent) -> bool:
        return 0 <= event.x < self.size.width and 0 <= event.y < self.size.height

    async def run_action(self, action: Any, *arguments: Any, **more: Any) -> bool:
        """Run an action that is on the list; another one is not even parsed."""
        if not allowlist.action(action):
            return False
        return await super().run_action(action, *arguments, **more)

    # What an app could do to the machine

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """There is no browser."""

    def copy_to_clipboard(self, text: str) -> None:
        """There is no clipboard: the next person could paste from it."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """A message would stay for the next person."""

    def _set_pointer_shape(self, shape: str) -> None:
        """A bare terminal would print it."""

    # When it breaks

    def end(self, status: Status) -> NoReturn:
        """End the program at once, from any thread."""
        self.journal.say(f"ended with {status.name}")
        ending.end(status, self.terminal)

    def _handle_exception(self, error: Exception) -> None:
        with suppress(Exception):
            self.journal.error("crash", error)
        self.end(Status.CRASHED)

    def panic(self, *_renderables: Any) -> None:
        """Never shown: it may hold what a person typed."""
        self.end(Status.CRASHED)

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def _fits(event: events.Resize) -> bool:
    width, height = event.size
    return 0 < width <= allowlist.LARGEST[0] and 0 < height <= allowlist.LARGEST[1]
