"""Who has reviewed the course, and what it cannot do."""

from __future__ import annotations

from course.ui.screens.course_screen import CourseScreen
from course.views.model import View
from course.views.overview import about_view


class AboutScreen(CourseScreen[None]):
    """A page of its own; Back returns to wherever it was opened."""

    def view(self) -> View:
        return about_view(self.context)

    def pressed(self, action: str) -> None:
        if action == "back":
            self.app.pop_screen()
