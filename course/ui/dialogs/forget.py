"""Asks whether to remove everything that is kept of a learner."""

from __future__ import annotations

from course.ui.screens.course_screen import CourseScreen
from course.views.model import View
from course.views.overview import forget_view


class ForgetDialog(CourseScreen[bool]):
    """True if the person is sure."""

    def view(self) -> View:
        return forget_view(self.context)

    def pressed(self, action: str) -> None:
        self.dismiss(action == "forget")
