"""The course with everything locked that leads out of it, and nothing told when it breaks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.driver import Driver
from textual.notifications import SeverityLevel

from course.flow.navigator import Navigator
from course.kiosk.policy import allowlist
from course.kiosk.status import Status
from course.ui.course_app import CourseApp
from course.ui.kiosk.driver import KioskDriver
from course.ui.kiosk.echo import Echo
from course.ui.kiosk.ending import Ending
from course.ui.stage.listening import Voice
from course.ui.textual_private import SilentApp

LEFT = 1
"""The button of a mouse that a finger presses too."""
FindVoice = Callable[[str], Voice | None]
"""Gives the voice for a language; it may take seconds."""


class LockedApp(SilentApp, CourseApp, inherit_bindings=False):
    """Lets through what is on the list of `course.kiosk.policy.allowlist`, and nothing else."""

    COMMANDS = set()
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        navigator: Navigator,
        ending: Ending,
        find_voice: FindVoice,
        once_shown: Callable[[], object],
    ) -> None:
        super().__init__(navigator, find_voice, once_shown)
        self.ending = ending
        self.echo = Echo(lambda: None)
        self.features = frozenset()
        self._is_down = False

    def get_driver_class(self) -> type[Driver]:
        return KioskDriver

    @property
    def waiting(self) -> int:
        """How many messages wait for their turn, here and in what is shown."""
        return sum(each.message_queue_size for each in (self, *self.screen_stack, self.stage))

    @property
    def is_writing(self) -> bool:
        """Whether what is shown asks for words."""
        return self.stage.state.view.layout == "keyboard"

    # What a person does

    @abstractmethod
    def sign(self, key: str) -> bool:
        """A person pressed what has this name. Says whether that may do anything."""

    @abstractmethod
    def corner(self, pressed: bool) -> None:
        """The corner for staff is pressed, or nothing is pressed there any more."""

    @abstractmethod
    def staff_key(self) -> None:
        """The key for staff was pressed."""

    async def on_event(self, event: events.Event) -> None:
        is_input = isinstance(event, (events.InputEvent, events.Paste))
        if is_input and not event.is_forwarded and not self.may_pass(event):
            return
        if isinstance(event, events.Resize) and not _fits(event):
            return
        await super().on_event(event)

    def may_pass(self, event: events.Event) -> bool:
        """Whether what a person does reaches what is shown; that they did it is noted here."""
        match event:
            case events.Key():
                if self.stage.state.view.layout == "attract":
                    self.stage.by_finger = False
                may = self.sign(event.key)
                if event.key == allowlist.STAFF_KEY:
                    self.staff_key()
                named = event.key, event.character
                return may and (
                    allowlist.key(*named) or (self.is_writing and allowlist.writes(*named))
                )
            case events.MouseDown():
                return self._may_press(event)
            case events.MouseUp():
                self.corner(False)
                was_down, self._is_down = self._is_down, False
                return was_down and event.button == LEFT
            case events.MouseMove():
                if not allowlist.in_corner(int(event.x), int(event.y)):
                    self.corner(False)
            case events.MouseScrollUp() | events.MouseScrollDown():
                return self.sign(type(event).__name__) and self._is_on_screen(event)
            case events.Paste():
                self.sign("paste")
            case _:
                pass
        return False

    def _may_press(self, event: events.MouseDown) -> bool:
        self._is_down = False
        if event.button != LEFT or not self._is_on_screen(event):
            return False
        self.stage.by_finger = True
        self.corner(allowlist.in_corner(int(event.x), int(event.y)))
        # Quick presses in several places are a person's; what lies on the screen stays in one.
        self._is_down = self.sign(f"press {int(event.x)} {int(event.y)}")
        return self._is_down

    def _is_on_screen(self, event: events.MouseEvent) -> bool:
        return 0 <= event.x < self.size.width and 0 <= event.y < self.size.height

    # What an app could do to the machine

    async def run_action(self, *_action: Any, **_more: Any) -> bool:
        """No action runs, nor is one parsed: all that a person may do has its own key or card."""
        return False

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

    # When it breaks

    def faulted(self, error: Exception) -> tuple[int, str]:
        """The log is told of it by its type and place, and nobody else."""
        with suppress(Exception):
            self.ending.journal.error("crash", error)
        self.ending.end(Status.CRASHED)
        return Status.CRASHED, ""

    def panic(self, *_renderables: Any) -> None:
        """Never shown: it may hold what a person typed."""
        self.ending.end(Status.CRASHED)


def _fits(event: events.Resize) -> bool:
    width, height = event.size
    return 0 < width <= allowlist.LARGEST[0] and 0 < height <= allowlist.LARGEST[1]
