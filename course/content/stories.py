"""Whom a story about a danger sign concerns."""

from __future__ import annotations

from collections.abc import Mapping

from course.content.kinds.questions import Question, Triage
from course.content.signs import Sign


def places_of(question: Question, signs: Mapping[str, Sign]) -> tuple[str, ...]:
    """The places of the body after whose shots alone a story can happen, by the table of signs.

    Empty if it can after any shot, and for a question that is no story.
    """
    sign = signs.get(question.sign) if isinstance(question, Triage) else None
    return sign.after if sign is not None and sign.after != "any" else ()


def concerns(question: Question, signs: Mapping[str, Sign], place: str) -> bool:
    """Whether it is asked of a person who has their shot in a place; the place is empty if it is
    not known."""
    places = places_of(question, signs)
    return not places or place in places
