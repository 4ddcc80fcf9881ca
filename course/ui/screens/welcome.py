"""Where everybody begins, and where everybody leaves to."""

from __future__ import annotations

from course.ui.screens.about import AboutScreen
from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.number_pad import NumberPadScreen
from course.views.model import View
from course.views.overview import welcome_view


class WelcomeScreen(CourseScreen[None]):
    """Start, or go on with a code."""

    def view(self) -> View:
        return welcome_view(self.context)

    def pressed(self, action: str) -> None:
        match action:
            case "start":
                self.course_app.begin()
            case "code":
                self.app.push_screen(NumberPadScreen(self.context))
            case "about":
                self.app.push_screen(AboutScreen(self.context))
