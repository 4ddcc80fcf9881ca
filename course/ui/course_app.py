"""The course as a Textual app: declares its theme and style, and opens the place a visit is at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import Any

from textual.app import App

from course.errors import place_of
from course.speech.speaker import Speaker
from course.speech.spoken import spoken
from course.ui.dialogs.help import HelpDialog
from course.ui.dialogs.message import MessageDialog
from course.ui.screens.code_shown import CodeShownScreen
from course.ui.screens.course_map import CourseMapScreen
from course.ui.screens.course_screen import CourseScreen, ListeningChanged
from course.ui.screens.finish import FinishScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.welcome import WelcomeScreen
from course.ui.styles.themes import LIGHT, THEMES
from course.views.context import Context
from course.views.model import View
from course.visit.reception import Reception
from course.visit.visit import Visit

FAULT = 70
"""The exit status after a fault of the program itself."""
STYLE = Path(__file__).parent / "styles" / "course.tcss"


class CourseApp(App[None]):
    """One person after another goes through the course here."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    CSS_PATH = [STYLE]

    def __init__(
        self,
        context: Context,
        reception: Reception,
        find_speaker: Callable[[], Speaker | None] = lambda: None,
    ) -> None:
        super().__init__()
        self.speaker: Speaker | None = None
        """The voice that reads aloud; None as long as none was found."""
        self._find_speaker = find_speaker
        self.title = context.course.title
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name
        self._course_context = context
        self._reception = reception
        self._visit: Visit | None = None
        self._told_not_kept = False
        self._last_press = -inf

    def on_mount(self) -> None:
        self.push_screen(WelcomeScreen(self._course_context))
        # To ask a machine for its voices can take seconds; nobody waits for it.
        self.run_worker(self._look_for_speaker, thread=True, exit_on_error=False)

    def _look_for_speaker(self) -> None:
        self.speaker = self._find_speaker()
        self._show_listening()

    def _show_listening(self) -> None:
        """From another thread: bring the button up to date on the screen of now."""
        with suppress(RuntimeError):  # the app may have ended meanwhile
            self.call_from_thread(lambda: self.screen.post_message(ListeningChanged()))

    def listen(self, view: View) -> None:
        """Read a view aloud, or stop reading."""
        if self.speaker is None:
            return
        if self.speaker.speaking:
            self.speaker.stop()
        else:
            text = spoken(view, self._course_context.words)
            self.speaker.say(text, ended=self._show_listening)
        self.screen.post_message(ListeningChanged())

    def be_silent(self) -> None:
        """Stop reading: what is on the screen changes."""
        if self.speaker is not None:
            self.speaker.stop()

    def begin(self) -> None:
        """Start a new learner's visit and show their code."""
        self._visit = self._reception.begin()
        self._told_not_kept = not self._visit.record.is_kept
        self.push_screen(CodeShownScreen(self._course_context, self._visit))

    def resume(self, code: str) -> None:
        """Go on where the learner with this code left off. Raises ResumeError."""
        self._visit = self._reception.resume(code)
        self._told_not_kept = False
        self.open_place()

    def open_place(self) -> None:
        """Show the screen that belongs to where the visit is."""
        visit = self._visit
        if visit is None:
            return
        match visit.place.kind:
            case "map":
                screen: CourseMapScreen | FinishScreen | LessonScreen = CourseMapScreen(
                    self._course_context, visit
                )
            case "finish":
                screen = FinishScreen(self._course_context, visit)
            case _:
                screen = LessonScreen(self._course_context, visit)
        self.switch_screen(screen)

    def is_same_press(self, time: float, within: float) -> bool:
        """Whether a press at `time` follows the one before it within so many seconds."""
        last, self._last_press = self._last_press, time
        return time - last < within

    def open_menu(self, screen: CourseScreen[Any]) -> None:
        """Help for what a screen shows, and what else there is; a choice goes to the screen."""
        help_name, menu = screen.offer

        def chosen(action: str | None) -> None:
            if action is not None:
                screen.pressed(action)

        self.push_screen(HelpDialog(self._course_context, help_name, menu), chosen)

    def next_look(self) -> None:
        """Light, dark, high contrast, and light again."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def tell_if_not_kept(self) -> None:
        """Say once in a visit that nothing can be saved now."""
        if self._visit and not self._visit.record.is_kept and not self._told_not_kept:
            self._told_not_kept = True
            self.push_screen(MessageDialog(self._course_context, "not_kept"))

    def forget(self) -> None:
        """Remove everything that is kept of the learner, and end the visit."""
        if self._visit is None:
            return
        forgotten = self._reception.forget(self._visit)
        self.leave()
        name = "forgotten" if forgotten else "not_forgotten"
        self.push_screen(MessageDialog(self._course_context, name))

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print the local values of the program, and with them what a person chose.
        self._return_code = FAULT
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._exit_renderables.append(self._course_context.words("fault", what=place_of(error)))
        self._close_messages_no_wait()

    def leave(self) -> None:
        """End the visit: nothing of it stays on the screen or in the app."""
        self._visit = None
        self.theme = LIGHT.name
        while len(self.screen_stack) > 2:
            self.pop_screen()
