"""A visit of nobody, for whoever looks at what a course shows before anybody comes."""

from __future__ import annotations

from itertools import product

from course.content.kinds.questions import Question
from course.content.model import Course
from course.content.siblings import Name, Siblings
from course.visit.record import Record
from course.visit.route import MAP, Place, asking_own_place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from progress.records import Answer, moment

NOBODY = "000000000"
"""The code of all these visits, under which nothing is kept."""


class Rehearsal:
    """Visits to one place of a course, of somebody on whose way it is; nothing of them is kept."""

    def __init__(
        self,
        course: Course,
        place: Place = MAP,
        own_place: str = "",
        missed: tuple[Name, ...] | None = None,
    ) -> None:
        """`own_place` is the place of their own shot; empty if they do not know it, or if only a
        person with some place comes by. `missed` are the questions that they answered wrong before;
        None if only as many as it takes to come by."""
        self._course, self._place = course, place
        spared = Siblings.of(course.modules).spared.get((place.module, place.id), ())
        choices = ((), spared) if missed is None else (missed,)
        for own, names in product((own_place, *course.places), choices):
            self._own, self._missed = own, names
            if self.begin().place == place:
                break

    def begin(self) -> Visit:
        """A new visit; at its map, if the place is on nobody's way."""
        # Answers that are mixed by the code stand in the same order for whoever looks again.
        learner = LearnerFile.in_memory(self._course.language, NOBODY)
        record = Record(learner)
        for name in self._missed:
            record.answer(_wrong(self._course, name))
        for asking in asking_own_place(self._course) if self._own else ():
            record.tick(asking, {self._own: True})
        record.move(self._place)
        record.flush()
        return Visit(self._course, learner)


def _wrong(course: Course, name: Name) -> Answer:
    module, question_id = name
    question = course.module(module).question(question_id)
    return Answer(
        question=question.id,
        module=module,
        hash=question.fingerprint,
        choice=(answer := _other(question)),
        result=question.grade(answer),
        seconds=0,
        when=moment(),
    )


def _other(question: Question) -> str:
    """An answer that is not right."""
    keys = [offered.key for offered in question.offered(question.parts[0].key)]
    if question.form == "order":
        return ",".join(keys[::-1])
    return next(key for key in keys if question.grade(key) != "right")
