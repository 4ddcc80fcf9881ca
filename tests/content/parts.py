"""The parts of a course, and the texts and citations in them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from course.content import prose
from course.content.kinds.questions import (
    Choice,
    Estimate,
    Match,
    Order,
    Question,
    Reflect,
    Rows,
    Triage,
)
from course.content.model import Course, Page

NAMES = {
    "after",
    "answers",
    "covers",
    "answer",
    "days_before",
    "file",
    "id",
    "kind",
    "level",
    "page",
    "picture",
    "question",
    "sign",
    "signs",
    "source",
    "unless",
    "when",
}
"""Fields that no patient reads."""


def texts_in(value: object) -> Iterator[str]:
    """Every text in a part of the course."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, dict):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            if field not in NAMES:
                yield from texts_in(getattr(value, field))


def cited_in(value: object) -> set[str]:
    return {each for text in texts_in(value) for each in prose.cited(text)}


def words_of(value: object) -> str:
    return "\n".join(map(prose.plain, texts_in(value)))


def all_pages(course: Course) -> Iterator[Page]:
    return (page for module in course.modules for page in module.pages)


def all_questions(course: Course) -> Iterator[Question]:
    return (question for module in course.modules for question in module.questions)


def told_in(question: Question) -> Iterator[str]:
    """What a question says is so: its wrong options and rows are there to be put right."""
    match question:
        case Choice():
            for option in question.options:
                yield option.because
                if option.right:
                    yield option.text
        case Rows():
            yield from (row.because for row in question.rows)
        case Triage():
            yield from texts_in(question.row)
        case Estimate():
            yield from (each.because for each in question.ranges)
        case Order():
            for step in question.steps:
                yield from (step.text, step.because)
        case Match():
            for pair in question.pairs:
                yield from (pair.right, pair.because)
        case Reflect():
            yield question.model
