"""Small courses, for tests that need no more of one than they name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import structs

from course.content.kinds.questions import Question
from course.content.model import Course, Module, Page, Review


def a_course(*modules: Module, **told: Any) -> Course:
    """A course of these modules in one language, and what else is told of it by its fields."""
    bare = Course(
        id="tea",
        language="en",
        languages=("en",),
        title="Tea",
        modules=modules,
        optional=frozenset(),
        review=Review(by=None, role=None, on=None, next=None),
        emergency_number="112",
        sources={},
        claims={},
        glossary=(),
        pictures={},
    )
    return structs.replace(bare, **told)


def a_module(
    name: str,
    pages: Iterable[Page],
    questions: Iterable[Question] = (),
    *,
    title: str = "",
    key_message: str = "Boil it.",
) -> Module:
    """A module of these pages and questions; its title is its name where no other is given."""
    return Module(
        format=1,
        id=name,
        title=title or name.title(),
        goal="Know it.",
        key_message=key_message,
        pages=tuple(pages),
        questions=tuple(questions),
    )
