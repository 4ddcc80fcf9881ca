"""Which points a person knows, and what they are therefore asked and shown. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.kinds.questions import Question
from course.content.model import Course, Module, Page
from course.content.siblings import Name, Siblings
from course.content.stories import concerns, places_of
from course.visit.route import Place, Route, asking_own_place
from course.visit.tries import Tries


class Mastery:
    """What the tries of a person say about the points of a course."""

    def __init__(self, course: Course, siblings: Siblings, tries: Tries) -> None:
        self._course = course
        self._siblings = siblings
        self._tries = tries
        self._asking = asking_own_place(course)

    def knows(self, name: Name) -> bool:
        """Whether a question was right at the first try, or one on the same point was, later."""
        question = self._siblings.questions[name]
        standing = self._tries.standing(name, question)
        if standing.known or not standing.missed:
            return standing.known
        begun = self._tries.first_at(name, question)
        return any(
            self._tries.first_at(other, self._siblings.questions[other]) > begun
            and self.knows(other)
            for other in self._siblings.later.get(name, ())
        )

    def knows_later(self, name: Name) -> bool:
        """Whether its point was missed, and is known by a later question."""
        return self._is_missed(name) and self.knows(name)

    def is_spare(self, name: Name) -> bool:
        """Whether a question is only asked of whoever missed the point of another one."""
        return name in self._siblings.spared

    def route(self, module: Module, own_place: str) -> Route:
        """The steps of a module for a person who has their shot in a place of the body; the place
        is empty if it is not known."""
        settled = [each.id for each in module.questions if self._is_settled_in(module, each)]
        return Route(module, self.left_out(module, own_place), frozenset(settled))

    def left_out(self, module: Module, own_place: str) -> frozenset[Place]:
        """The questions of a module that are not asked of such a person, and the pages that would
        only tell them that there is no sign of this kind."""
        questions = (
            Place("question", module.id, question.id)
            for question in module.questions
            if not self._is_asked((module.id, question.id), question, own_place)
        )
        pages = (
            Place("page", module.id, page.id)
            for page in module.pages
            if not self._says_something(page, own_place)
        )
        return frozenset((*questions, *pages))

    def _says_something(self, page: Page, own_place: str) -> bool:
        if not own_place or page.triage is None or not page.says_signs_alone:
            return True
        rows = self._course.triage.items()
        return any(page.triage.is_shown(name, row, own_place) for name, row in rows)

    def _is_asked(self, name: Name, question: Question, own_place: str) -> bool:
        # A course that asks nobody for their place asks its stories of everybody.
        if self._asking and not concerns(question, self._course.triage, own_place):
            return False
        spared = self._siblings.spared.get(name)
        return spared is None or any(map(self._is_missed, spared))

    def _is_missed(self, name: Name) -> bool:
        return self._tries.standing(name, self._siblings.questions[name]).missed

    def _is_settled_in(self, module: Module, question: Question) -> bool:
        """Whether the module itself settles if a question of it is asked."""
        spared = self._siblings.spared.get((module.id, question.id), ())
        if any(other == module.id for other, _ in spared):
            return True
        asks_for_place = any(page.module == module.id for page in self._asking)
        return asks_for_place and bool(places_of(question, self._course.triage))

    def place_of_shot(self, ticked: Iterable[tuple[Place, str]]) -> str:
        """The place of the body where a person has their own shot; empty if it is not known.

        `ticked` are the items that are ticked, with their pages, the last one last.
        """
        picked = [item for page, item in ticked if page in self._asking]
        return picked[-1] if picked else ""
