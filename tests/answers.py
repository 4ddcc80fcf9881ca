"""Answers to a question of any kind, for tests that answer it."""

from __future__ import annotations

from course.content.kinds.questions import Question


def right_answer(question: Question, part: str = "") -> str:
    """The right answer to a question, or to the part of it with a key."""
    keys = _keys(question, part)
    if question.form == "order":
        return ",".join(keys)
    return next(key for key in keys if question.grade(key) == "right")


def other_answers(question: Question, part: str = "") -> list[str]:
    """All others; of an order one, the steps from the last to the first."""
    keys = _keys(question, part)
    if question.form == "order":
        return [",".join(reversed(keys))]
    return [key for key in keys if question.grade(key) != "right"]


def right_answers(question: Question) -> tuple[str, ...]:
    """The answers that make a question done and known; none where nothing is graded."""
    if not question.is_graded:
        return ()
    return tuple(right_answer(question, part.key) for part in question.parts)


def _keys(question: Question, part: str) -> list[str]:
    return [each.key for each in question.offered(part)]
