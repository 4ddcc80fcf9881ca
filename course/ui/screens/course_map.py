"""The modules: what is done, what comes next, and how long each takes."""

from __future__ import annotations

from course.ui.screens.about import AboutScreen
from course.ui.screens.code_shown import CodeShownScreen
from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.glossary import GlossaryScreen
from course.views.context import Context
from course.views.model import View
from course.views.overview import map_view
from course.visit.visit import Visit


class CourseMapScreen(CourseScreen[None]):
    """Choose a module, or go on with the next one."""

    def __init__(self, context: Context, visit: Visit) -> None:
        self._visit = visit
        super().__init__(context)

    def view(self) -> View:
        return map_view(self._visit, self.context)

    def pressed(self, action: str) -> None:
        match action:
            case "stop":
                self.app.push_screen(CodeShownScreen(self.context, self._visit, leaving=True))
            case "about":
                self.app.push_screen(AboutScreen(self.context))
            case "words":
                self.app.push_screen(GlossaryScreen(self.context))
            case "go_on" | "finish":
                self._visit.go_on()
                self.course_app.open_place()
            case module_id:
                self._visit.enter(module_id)
                self.course_app.open_place()
