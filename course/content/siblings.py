"""Which questions of a course ask for the same point, and which of them wait until it was missed.

A question that others name as their sibling is spare: it is asked of whoever missed the point of
one of those. Stories about the same danger sign are siblings by themselves: the first is asked of
everybody, each later one is spare.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from course.content.kinds.questions import Question, Triage
from course.content.texts import whole_name

if TYPE_CHECKING:
    from course.content.model import Module

Name = tuple[str, str]
"""A module and one of its questions."""


class Siblings:
    """The questions of a course by their names, and how they hang together.

    A sibling that is not there, or does not stand later in the course, is left out: so there are
    no circles, and a rule tells the author.
    """

    def __init__(self, questions: Iterable[tuple[str, Question]]) -> None:
        """`questions` gives each with the id of its module, in the order of the course."""
        self.questions: dict[Name, Question] = {}
        self.later: dict[Name, tuple[Name, ...]] = {}
        """By a question, those that are asked if its point was missed."""
        self.spared: dict[Name, tuple[Name, ...]] = {}
        """By a spare question, those whose point it asks for."""
        for module, question in questions:
            self.questions[module, question.id] = question
        order = {name: number for number, name in enumerate(self.questions)}
        told: dict[str, Name] = {}
        for name, question in self.questions.items():
            if isinstance(question, Triage):
                if question.sign in told:
                    self._link(told[question.sign], name)
                told[question.sign] = name
            if question.sibling:
                other = whole_name(question.sibling, name[0])
                if order.get(other, -1) > order[name]:
                    self._link(name, other)

    @classmethod
    def of(cls, modules: Iterable[Module]) -> Siblings:
        """Those of modules that are sound."""
        return cls((module.id, question) for module in modules for question in module.questions)

    def _link(self, first: Name, later: Name) -> None:
        if later not in self.later.get(first, ()):
            self.later[first] = (*self.later.get(first, ()), later)
            self.spared[later] = (*self.spared.get(later, ()), first)
