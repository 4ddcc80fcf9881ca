"""Clocks that count small courses."""

from __future__ import annotations

from collections.abc import Iterable

from course import language
from course.content.kinds.questions import (
    Question,
    Triage,
)
from course.content.minutes import Clock
from course.content.model import (
    Module,
    Page,
    Term,
)
from course.content.signs import Level, Sign
from tests import courses

WORDS = language.load("en")
HINT = "Not read."


def a_sign(after: tuple[str, ...] = (), level: Level = "emergency") -> Sign:
    return Sign(
        sign="Your hand is red",
        after=after or "any",
        level=level,
        why="Steam burns. [^book]",
        short="Red hand",
    )


def a_triage(name: str, sign: str) -> Triage:
    return Triage(
        id=name,
        ask="Your hand is burned.",
        sign=sign,
        hint=HINT,
        page="hot",
    )


def a_module(*pages: Page, questions: Iterable[Question] = (), name: str = "tea") -> Module:
    return courses.a_module(name, pages, questions, title="Good tea", key_message="Boil the water.")


def a_clock(
    *modules: Module,
    signs: dict[str, Sign] | None = None,
    places: Iterable[str] = (),
    glossary: tuple[Term, ...] = (),
) -> Clock:
    course = courses.a_course(
        *modules,
        glossary=glossary,
        triage=signs or {},
        places={place: f"The {place}" for place in places},
    )
    return Clock(course, WORDS)
