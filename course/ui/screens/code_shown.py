"""The learner's code, to write down."""

from __future__ import annotations

from course.ui.dialogs.forget import ForgetDialog
from course.ui.screens.course_screen import CourseScreen
from course.views.context import Context
from course.views.model import View
from course.views.overview import code_view
from course.visit.visit import Visit


class CodeShownScreen(CourseScreen[None]):
    """Shown when a person starts, and again when they leave."""

    def __init__(self, context: Context, visit: Visit, leaving: bool = False) -> None:
        self._visit = visit
        self._leaving = leaving
        super().__init__(context)

    def view(self) -> View:
        return code_view(self._visit, self.context, self._leaving)

    def pressed(self, action: str) -> None:
        match action:
            case "next":
                self.course_app.open_place()
            case "back":
                self.app.pop_screen()
            case "forget":
                self.app.push_screen(ForgetDialog(self.context), self._forget)
            case "done":
                self.course_app.leave()

    def _forget(self, sure: bool | None) -> None:
        if sure:
            self.course_app.forget()
