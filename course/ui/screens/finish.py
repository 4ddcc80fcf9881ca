"""The end of the course: what to remember."""

from __future__ import annotations

from course.ui.screens.code_shown import CodeShownScreen
from course.ui.screens.course_screen import CourseScreen
from course.views.context import Context
from course.views.model import View
from course.views.overview import finish_view
from course.visit.visit import Visit


class FinishScreen(CourseScreen[None]):
    """One sentence for each module, and the way out."""

    def __init__(self, context: Context, visit: Visit) -> None:
        self._visit = visit
        super().__init__(context)

    def view(self) -> View:
        return finish_view(self._visit, self.context)

    def pressed(self, action: str) -> None:
        match action:
            case "contents":
                self._visit.back()
                self.course_app.open_place()
            case "done":
                self.app.push_screen(CodeShownScreen(self.context, self._visit, leaving=True))
