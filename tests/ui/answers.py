"""Answers to the questions of a course, for tests that walk through it."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.kinds.questions import Question
from course.content.kinds.questions.question import UNSURE
from course.content.model import Course
from course.visit.route import AFTER, Place, rounds, steps
from tests.answers import other_answers, right_answer, right_answers


def ways(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Answers that lead to each feedback of a question, the last one to the feedback itself."""
    match question.form:
        case "one":
            for number, offered in enumerate(question.offered(), start=1):
                result = question.grade(offered.key)
                yield f"{number} {result}", (offered.key,)
            wrong = other_answers(question)
            twice = (wrong[0], wrong[-1])
            if not any(map(question.must_be_put_right, twice)) and question.solution().texts:
                yield "shown", twice
        case "parts":
            done: tuple[str, ...] = ()
            for number, part in enumerate(question.parts, start=1):
                for other in other_answers(question, part.key):
                    yield f"{number} wrong", (*done, other)
                done = (*done, right_answer(question, part.key))
                yield f"{number} right", done
        case "order":
            (wrong_order,) = other_answers(question)
            yield "1 right", right_answers(question)
            yield "1 wrong", (wrong_order,)
            yield "shown", (wrong_order, wrong_order)
        case "aloud":
            return


def closing(course: Course) -> Iterator[tuple[str, list[tuple[Place, str]]]]:
    """Each way to have one answer of the round after the course not right: a name, and what is
    answered where; what is told of that one comes last."""
    asked = rounds(course).get(AFTER)
    if asked is None:
        return
    way = steps(asked)
    right = [right_answer(question) for question in asked.questions]
    for number, question in enumerate(asked.questions):
        for answer in (*other_answers(question), UNSURE):
            given = [*right[:number], answer, *right[number + 1 :]]
            yield f"closing {question.id}, {answer}", list(zip(way, given, strict=True))
