"""Small questions and courses, for tests of what a person is asked."""

from __future__ import annotations

from msgspec import structs

from course.content.kinds.questions import Choice, Option, Question, Row, Rows
from course.content.model import Course, Module, Page, Review


def a_choice(name: str, *, sibling: str | None = None, must_fix: bool = False) -> Choice:
    """Its first option is wrong, its second right, and its third wrong."""
    return Choice(
        id=name,
        ask=f"What of {name}?",
        hint="Think.",
        page="hot",
        key_point=True,
        sibling=sibling,
        options=(
            Option(text=f"Cold {name}", because="Too cold.", must_fix=must_fix),
            Option(text=f"Boiling {name}", because="The leaves open.", right=True),
            Option(text=f"Icy {name}", because="That takes all night."),
        ),
    )


def some_rows(name: str, *, sibling: str | None = None) -> Rows:
    """The second of two rows could harm."""
    return Rows(
        id=name,
        ask=f"Is this so of {name}?",
        hint="Think.",
        page="hot",
        key_point=True,
        sibling=sibling,
        rows=(
            Row(text=f"{name} is hot", answer="yes", because="It is."),
            Row(text=f"{name} is poison", answer="no", because="It is good.", must_fix=True),
        ),
    )


def a_module(name: str, *questions: Question) -> Module:
    return Module(
        format=1,
        id=name,
        title=name.title(),
        goal="Know it.",
        key_message="Boil it.",
        pages=(Page(id="hot", title=f"Hot {name}", text="Water is hot."),),
        questions=questions,
    )


def a_course(*modules: Module) -> Course:
    return Course(
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


def reworded(course: Course, module: str, question: str) -> Course:
    """The course with a question that is asked in other words."""
    changed = course.module(module)
    questions = tuple(
        structs.replace(each, ask=f"{each.ask} Now?") if each.id == question else each
        for each in changed.questions
    )
    changed = structs.replace(changed, questions=questions)
    modules = tuple(changed if each.id == module else each for each in course.modules)
    return structs.replace(course, modules=modules)
