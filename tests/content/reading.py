"""How hard the course is to read: the grade of each page, callout, figure in words and question.

The measure itself is `course.content.reading`, which `prolo check` uses too.

`python -m tests.content.reading` prints the grades of the course that ships.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from course import locations
from course.content import loader, wording
from course.content.checks import runner
from course.content.checks.reading import Grade
from course.content.model import Course, Module
from course.content.reading import LIMIT, Measured, Meter, meter_for, sentences_of
from course.content.syllables import count as syllables_of

__all__ = [
    "LIMIT",
    "Measured",
    "Meter",
    "Unit",
    "all_units_of",
    "medicines",
    "meter_for",
    "meter_of",
    "sentences_of",
    "syllables_of",
]


@dataclass(frozen=True)
class Unit:
    """A part of the course that is measured by itself."""

    module: str
    name: str
    texts: tuple[str, ...]


def meter_of(course: Course) -> Meter:
    """A meter that knows the glossary of the course, and the names of medicines."""
    return meter_for(course.glossary, medicines())


def medicines() -> tuple[str, ...]:
    """The names of medicines that the rules know."""
    known = runner.vocabulary("en").get(Grade)
    assert known is not None
    return (*known.medicines.every, *known.known)


def units_of(module: Module) -> Iterator[Unit]:
    """What is measured of a module: its aims, each page, callout, figure in words, and question."""
    yield Unit(module.id, "goal and key message", (module.goal, module.key_message))
    for page in module.pages:
        texts = tuple(wording.of_page(page))
        if texts:
            yield Unit(module.id, f"page {page.id}", texts)
        if page.callout:
            yield Unit(module.id, f"callout of {page.id}", (page.callout.text,))
        if page.figure:
            yield Unit(module.id, f"figure of {page.id} in words", (page.figure.alt,))
    for question in module.questions:
        yield Unit(module.id, f"question {question.id}", tuple(wording.of_question(question)))


def shared_units_of(course: Course) -> Iterator[Unit]:
    """What all modules share and a patient reads: the claims, with both sides, and the glossary."""
    for name, claim in course.claims.items():
        sides = (claim.says or {}, *(side.says for side in claim.disagree))
        told = tuple(side[course.language] for side in sides if course.language in side)
        if told:
            yield Unit("claims", name, told)
    for term in course.glossary:
        yield Unit("glossary", term.term, (term.says,))


def all_units_of(course: Course) -> Iterator[Unit]:
    """Everything that is measured."""
    yield from chain.from_iterable(map(units_of, course.modules))
    yield from shared_units_of(course)


def report(course: Course) -> Iterator[str]:
    """A line for each unit with its grade."""
    meter = meter_of(course)
    for unit in all_units_of(course):
        measured = meter.measure(unit.texts)
        mark = "  too hard" if measured.grade > LIMIT else ""
        yield (
            f"{unit.module:<12} {unit.name:<40} {measured.words:>4} words"
            f" {measured.grade:>5.1f}{mark}"
        )


def main() -> None:
    """Print the grades of the course that ships."""
    print("\n".join(report(loader.load(locations.find().modules))))


if __name__ == "__main__":
    main()
