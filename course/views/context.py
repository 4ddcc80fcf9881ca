"""What every view needs besides the visit itself."""

from __future__ import annotations

from dataclasses import dataclass

from course.clinic import Clinic
from course.content.model import Course
from course.language import Words
from course.views.model import Button


@dataclass(frozen=True)
class Context:
    """A course, told in one language, at one clinic."""

    course: Course
    words: Words
    clinic: Clinic

    @property
    def emergency_number(self) -> str:
        """The clinic's number for emergencies; the course's own where it has set none."""
        return self.clinic.emergency_number or self.course.emergency_number

    def button(self, name: str) -> Button:
        """A button that is called `name` both in the code and among the words."""
        return Button(name, self.words(f"button.{name}"))
