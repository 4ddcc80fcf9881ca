"""Tells a person something once."""

from __future__ import annotations

from course.ui.screens.course_screen import CourseScreen
from course.views.context import Context
from course.views.model import View
from course.views.overview import message_view


class MessageDialog(CourseScreen[None]):
    """One message with one button."""

    def __init__(self, context: Context, name: str) -> None:
        self._name_of_message = name
        super().__init__(context)

    def view(self) -> View:
        return message_view(self._name_of_message, self.context)

    def pressed(self, action: str) -> None:
        if action == "go_on":
            self.dismiss()
