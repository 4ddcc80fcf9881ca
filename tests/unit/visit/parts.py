"""Small questions and courses, for tests of what a person is asked."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from course.content.kinds.questions import Choice, Option, Question, Row, Rows
from course.content.model import Check, Course, Module, Page
from course.visit.visit import Visit
from tests import courses

WATER = Choice(
    id="water",
    ask="How hot is the water?",
    hint="It sings.",
    page="hot",
    key_point=True,
    options=(
        Option(text="Cold", because="Too cold."),
        Option(text="Boiling", because="The leaves open.", right=True),
    ),
)
RIGHT, WRONG = WATER.options[1].key, WATER.options[0].key
Opened = Callable[..., Visit]
"""Opens a visit on a course: a new one, or that of a code."""


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
    """Its only page asks nothing."""
    page = Page(id="hot", title=f"Hot {name}", text="Water is hot.")
    return courses.a_module(name, [page], questions)


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


def asking(name: str, *questions: Question) -> Module:
    """A module whose second page asks the first of its questions."""
    pages = (
        Page(id="hot", title="Hot", text="Water is hot."),
        Page(id="asked", title="One question", check=Check(question=questions[0].id)),
    )
    return courses.a_module(name, pages, questions)


def go_through(visit: Visit, *answers: str) -> None:
    """On to the next open question for each answer, and past its feedback."""
    for answer in answers:
        while visit.question is None or visit.feedback:
            visit.next()
        visit.answer(answer)
