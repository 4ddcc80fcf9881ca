"""New visits on a course, in memory alone, each brought to where a person may be."""

from __future__ import annotations

from course.content.kinds.questions import Question, Reflect
from course.content.model import Course
from course.visit.places import list_others
from course.visit.rehearsal import Rehearsal
from course.visit.rounds import Asks
from course.visit.route import BEFORE, FINISH, ROUNDS, Place, question_at, rounds
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.answers import right_answers
from tests.asked import bring_to


class Visits:
    """Visits on one course; both rounds of its questions are asked."""

    def __init__(self, course: Course) -> None:
        self._course = course

    def new(self) -> Visit:
        """A visit that has not begun and is not saved."""
        return Visit(self._course, LearnerFile.in_memory(self._course.language), asks=Asks(ROUNDS))

    def at(
        self,
        place: Place,
        *,
        hinted: bool = False,
        spot: str = "",
        given: tuple[str, ...] = (),
        opened: str = "",
    ) -> Visit:
        """A new visit, put at a place."""
        visit = self.new()
        bring_to(visit, place)
        visit.hinted, visit.spot, visit.given = hinted, spot, given
        visit.opened = (opened,) if opened else ()
        return visit

    def answered(self, place: Place, *answers: str) -> Visit:
        """A visit that shows the feedback to the last of some answers."""
        visit = self.at(place)
        for number, answer in enumerate(answers):
            if number:
                visit.next()
            visit.answer(answer)
        return visit

    def closing(self, given: list[tuple[Place, str]]) -> Visit:
        """A visit in which something was answered at each of some places."""
        visit = self.new()
        for place, answer in given:
            visit.go(place)
            visit.answer(answer)
        return visit

    def revealed(self, place: Place) -> Visit:
        """A visit that shows what a good answer says."""
        visit = self.at(place)
        visit.reveal()
        return visit

    def others(self, place: Place) -> Visit:
        """A visit that lists the places of the body beside the person's own."""
        visit = Rehearsal(self._course, place, next(iter(self._course.places))).begin()
        list_others(visit)
        return visit

    def showing(self, question: Question, place: Place) -> Visit:
        """A visit that shows the page of a question once more."""
        visit = self.at(place)
        visit.show(question)
        return visit

    def done(self, modules: int | None = None, place: Place = FINISH) -> Visit:
        """A visit that has gone through so many modules, and both rounds if through all."""
        visit = self.new()
        ways = [*self._course.modules[:modules]]
        before_and_after = rounds(self._course)
        if before_and_after:
            ways = [before_and_after[BEFORE], *ways]
            if modules is None:
                ways += [each for each in before_and_after.values() if each.id != BEFORE]
        for module in ways:
            for step in visit.achieved.route(module).steps:
                said = isinstance(question_at(module, step), Reflect)
                visit.go(step, read=step if step.kind == "page" or said else None)
                if question := visit.question:
                    for answer in right_answers(question):
                        visit.go(step)
                        visit.answer(answer)
        visit.go(place)
        return visit
