"""A clinic whose course asks questions before it, after it, or both."""

import json
from pathlib import Path
from typing import Any

import msgspec

from course.clinic import Setting
from course.content.model import Course
from course.views.lesson import lesson_view
from course.views.model import View
from course.visit.evaluation import FILE, Arm, plan_of
from course.visit.reception import Reception
from course.visit.visit import Visit
from progress.tally import Tally
from tests.courses import a_course
from tests.desk import context_of, reception_for
from tests.unit.visit.parts import RIGHT, WATER, asking, go_through

POUR = msgspec.structs.replace(WATER, id="pour", ask="How hot is it when you pour?")
ASKED = (("one", "water"), ("two", "pour"))
COURSE = a_course(asking("one", WATER), asking("two", POUR), evaluation=ASKED)


class Clinic:
    """A clinic with a setting, where people come and come back."""

    def __init__(self, folder: Path, setting: Setting, course: Course = COURSE) -> None:
        self.course = course
        self.learners = folder / "learners"
        self._counts = folder / FILE
        self.reception: Reception = reception_for(course, self.learners, evaluation=setting)

    def begin(self, arm: Arm | None = None) -> Visit:
        """A new visit, in an arm if one is given."""
        for _ in range(200):
            visit = self.reception.begin("en")
            if arm in (None, plan_of(self.course).arm(visit.record.code)):
                visit.set_out()
                return visit
            self.reception.forget(visit)
        raise AssertionError("nobody comes into this arm")

    def again(self, visit: Visit) -> Visit:
        """The same person, come back."""
        visit.record.flush()
        return self.reception.resume(visit.record.code)

    def counts(self, course: Course = COURSE) -> dict[str, int]:
        """What was counted under the plan of a course."""
        found = Tally(self._counts).read().get(plan_of(course).mark)
        return found.counts if found else {}

    def counted(self) -> str:
        """The file of the counts, as it is."""
        return self._counts.read_text(encoding="utf-8")

    def file(self, visit: Visit) -> dict[str, Any]:
        """What is kept of a visit."""
        visit.record.flush()
        content = (self.learners / f"{visit.record.code}.json").read_text(encoding="utf-8")
        found: dict[str, Any] = json.loads(content)
        return found

    def written(self, visit: Visit) -> str:
        """All that the disk holds of a visit, as it is."""
        visit.record.flush()
        named = (each for each in self.learners.iterdir() if visit.record.code in each.name)
        return "".join(each.read_text(encoding="utf-8") for each in named)


def take(visit: Visit) -> Visit:
    """Go through all modules, with every question right, up to what comes then."""
    for module in ("one", "two"):
        visit.enter(module)
        go_through(visit, RIGHT)
        while visit.place.module == module:
            visit.next()
    return visit


def shown(visit: Visit) -> View:
    return lesson_view(visit, context_of(visit.course))
