"""What a person did not know at first: how it was asked, what they said, and what is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from course.content import prose
from course.content.kinds.questions import Question, Triage
from course.content.kinds.said import Word
from course.views.result import points
from course.views.said import in_words

if TYPE_CHECKING:
    from course.content.model import Module
    from course.views.context import Context
    from course.visit.visit import Visit


class Missed(Struct, frozen=True):
    """A key point that is not known yet."""

    question: Question
    title: str
    """Of the page that teaches it."""
    could_harm: bool
    """Whether an answer to it could have harmed."""


def missed(visit: Visit) -> list[Missed]:
    """The key points that are not known yet: those first of which an answer could have harmed."""
    return sorted(_missed(visit), key=lambda one: not one.could_harm)


def _missed(visit: Visit) -> Iterator[Missed]:
    told = (m for m in visit.course.modules if m.id not in visit.course.untranslated)
    for module in told:
        for point in points(visit, module):
            if not point.is_known:
                question = module.question(point.question)
                could_harm = bool(harmful(visit, module, question))
                yield Missed(question, point.title, could_harm)


def harmful(visit: Visit, module: Module, question: Question) -> str:
    """The first answer to a question that could have harmed; empty if there was none."""
    tries = visit.achieved.tries(module, question)
    return next((t.choice for t in tries if question.must_be_put_right(t.choice)), "")


def chosen(question: Question, answer: str, context: Context) -> str:
    """An answer in words."""
    return "; ".join(in_words(text, context) for text in question.chosen(answer))


def right(question: Question, context: Context) -> str:
    """The right answer in words."""
    if isinstance(question, Triage) and question.row is not None:
        return in_words(Word(f"level.{question.row.level}"), context)
    told = []
    for part in question.parts:
        texts = "; ".join(in_words(text, context) for text in question.solution(part.key).texts)
        told.append(f"{part.text} {texts}".strip())
    return " ".join(told)


def because(question: Question) -> tuple[prose.Inline, ...]:
    """Why that is right, with what it rests on; empty where nothing says so."""
    if isinstance(question, Triage) and question.row is not None:
        reasons = [question.row.why]
    else:
        reasons = [question.solution(part.key).because for part in question.parts]
    found: tuple[prose.Inline, ...] = ()
    for each in filter(None, reasons):
        between = prose.verbatim(" ") if found else ()
        found = (*found, *between, *prose.parse_inline(each).inlines)
    return found
