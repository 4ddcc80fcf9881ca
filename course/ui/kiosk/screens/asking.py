"""Shown over a visit in which nothing happens. Any key, tap or click at all leads back."""

from __future__ import annotations

from course.ui.kiosk.views import last_look_view, still_there_view
from course.ui.screens.course_screen import CourseScreen
from course.views.context import Context
from course.views.model import View
from course.visit.visit import Visit


class AskingScreen(CourseScreen[None]):
    """Asks whether anybody is there."""

    def view(self) -> View:
        return still_there_view(self.context)

    def pressed(self, _action: str) -> None:
        """The app has seen the press before, and closes this."""


class LastLookScreen(CourseScreen[None]):
    """Shows the code before everything of the person goes."""

    def __init__(self, context: Context, visit: Visit, is_last: bool) -> None:
        self._visit = visit
        self.is_last = is_last
        super().__init__(context)

    def view(self) -> View:
        return last_look_view(self._visit, self.context, self.is_last)

    def pressed(self, _action: str) -> None:
        """The app has seen the press before, and closes this."""
