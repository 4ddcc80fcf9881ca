"""What to do here, whom to call, and what else there is."""

from __future__ import annotations

from course.ui.screens.course_screen import CourseScreen
from course.views.context import Context
from course.views.model import Button, View
from course.views.overview import help_view


class HelpDialog(CourseScreen[str]):
    """Gives back what was chosen from the menu; None if it was only closed."""

    def __init__(self, context: Context, help_name: str, menu: tuple[Button, ...]) -> None:
        self._help_name = help_name
        self._menu = menu
        super().__init__(context)

    def view(self) -> View:
        return help_view(self._help_name, self._menu, self.context)

    def pressed(self, action: str) -> None:
        match action:
            case "close":
                self.dismiss(None)
            case "look":
                self.course_app.next_look()
            case chosen:
                self.dismiss(chosen)
