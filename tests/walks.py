"""People who go through a course and answer by a rule of their own."""

from __future__ import annotations

from collections.abc import Callable

from course.content.kinds.questions import Question
from course.content.model import Course
from course.visit.route import FINISH, MAP
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.answers import other_answers, right_answer

MOST = 3000
"""Presses for a whole course; whoever needs more is held up."""
Rule = Callable[[Question, str, int], str]
"""The answer to a part of a question, by its key, at a try that is counted from 0."""


def wrong_at_first(question: Question, part: str, number: int) -> str:
    """The first wrong answer everywhere, then put right."""
    return right_answer(question, part) if number else other_answers(question, part)[0]


def least_at_first(question: Question, part: str, number: int) -> str:
    """Too little care wherever there is such an answer, then put right."""
    return right_answer(question, part) if number else other_answers(question, part)[-1]


def right(question: Question, part: str, number: int) -> str:  # noqa: ARG001 - always right
    """All right, as a rule of its own."""
    return right_answer(question, part)


def begun(course: Course) -> Visit:
    """A visit that stands at the map."""
    return Visit(course, LearnerFile.in_memory(course.language))


def walked(visit: Visit, rule: Rule, own_place: str = "") -> Visit:
    """To the finish, with the place of one's own shot picked on the way if it is given."""
    for _ in range(MOST):
        question = visit.question
        if visit.place == FINISH:
            return visit
        if own_place and visit.page and visit.page.your_place:
            visit.tick(own_place, True)
        if visit.place == MAP:
            visit.go_on()
        elif question is None or visit.feedback or not question.is_graded:
            visit.next()
        else:
            tries = visit.achieved.tries(visit.module, question)
            part = question.next_part(tries)
            number = sum(question.part_of(one.choice) == part for one in tries)
            visit.answer(rule(question, part.key, number))
    raise AssertionError(f"held up at {visit.place}")
