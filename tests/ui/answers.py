"""Answers to the questions of a course, for tests that walk through it."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.model import Choice, Match, Order, Question, Reflect, Rows, Triage
from course.visit.grading import CARES, order_answer, pair_answer, row_answer


def right_answers(question: Question) -> tuple[str, ...]:
    """The answers that make a question done and known."""
    match question:
        case Choice():
            return tuple(option.key for option in question.options if option.right)
        case Triage():
            return (question.answer,)
        case Rows():
            return tuple(row_answer(row, row.answer) for row in question.rows)
        case Match():
            return tuple(pair_answer(pair, pair) for pair in question.pairs)
        case Order():
            return (order_answer(question.steps),)
        case Reflect():
            return ()


def ways(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Answers that lead to each feedback of a question, the last one to the feedback itself."""
    match question:
        case Choice():
            for number, option in enumerate(question.options, start=1):
                yield f"{number} {'right' if option.right else 'wrong'}", (option.key,)
            wrong = [option.key for option in question.options if not option.right]
            yield "shown", (wrong[0], wrong[-1])
        case Triage():
            for number, care in enumerate(CARES, start=1):
                yield f"{number} {'right' if care == question.answer else 'other'}", (care,)
        case Rows() | Match():
            done: tuple[str, ...] = ()
            for number, right in enumerate(right_answers(question), start=1):
                for other in _wrong(question, number - 1):
                    yield f"{number} wrong", (*done, other)
                done = (*done, right)
                yield f"{number} right", done
        case Order():
            wrong_order = order_answer(question.steps[::-1])
            yield "1 right", right_answers(question)
            yield "1 wrong", (wrong_order,)
            yield "shown", (wrong_order, wrong_order)
        case Reflect():
            return


def _wrong(question: Rows | Match, at: int) -> tuple[str, ...]:
    if isinstance(question, Match):
        pair, other = question.pairs[at], question.pairs[at - 1]
        return (pair_answer(pair, other),)
    row = question.rows[at]
    return row_answer(row, "no" if row.answer == "yes" else "yes"), row_answer(row, "unsure")
