"""Where a page comes from."""

from __future__ import annotations

from course.ui.screens.course_screen import CourseScreen
from course.views.context import Context
from course.views.model import View
from course.views.sources import sources_view


class SourcesDialog(CourseScreen[None]):
    """The sources of one page; closing it returns to the page."""

    def __init__(self, context: Context, cites: tuple[str, ...]) -> None:
        self._cites = cites
        super().__init__(context)

    def view(self) -> View:
        return sources_view(self._cites, self.context)

    def pressed(self, action: str) -> None:
        if action == "close":
            self.dismiss()
