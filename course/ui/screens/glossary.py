"""Every word that the course explains."""

from __future__ import annotations

from course.ui.screens.course_screen import CourseScreen
from course.views.model import View
from course.views.overview import words_view


class GlossaryScreen(CourseScreen[None]):
    """A page of its own; Back returns to the map."""

    def view(self) -> View:
        return words_view(self.context)

    def pressed(self, action: str) -> None:
        if action == "back":
            self.app.pop_screen()
