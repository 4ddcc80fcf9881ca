"""A module from its first page to its result, on one screen that changes in place."""

from __future__ import annotations

from course.ui.dialogs.sources import SourcesDialog
from course.ui.screens.course_screen import CourseScreen
from course.views.context import Context
from course.views.lesson import lesson_view, press
from course.views.model import View
from course.visit.visit import Visit


class LessonScreen(CourseScreen[None]):
    """Pages, questions and the result of one module."""

    def __init__(self, context: Context, visit: Visit) -> None:
        self._visit = visit
        super().__init__(context)

    def view(self) -> View:
        return lesson_view(self._visit, self.context)

    def pressed(self, action: str) -> None:
        if action == "sources":
            self.app.push_screen(SourcesDialog(self.context, self._view.cites))
            return
        press(self._visit, action)
        if self._visit.place.kind in ("map", "finish"):
            self.course_app.open_place()
        else:
            self.show()
        self.course_app.tell_if_not_kept()
