"""Everything that an author should mend and that keeps no reader from the course."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from course.content.checks import (
    answers,
    danger,
    evidence,
    facts,
    languages,
    layout,
    numbers,
    plain_words,
    reading,
    safety,
    screen,
    upkeep,
    whole,
)
from course.content.model import Claim, CourseFile, Module, Picture, Source, Term
from course.content.source.binding import Written
from course.errors import Problem


class Draft(Struct):
    """A course in one language, as far as its files can be read."""

    language: str
    today: datetime.date
    course: Written[CourseFile]
    sources: Written[dict[str, Source]]
    claims: Written[dict[str, Claim]]
    glossary: Written[dict[str, Term]]
    modules: Mapping[str, Written[Module]]
    pictures: Mapping[str, Written[Picture]]


def for_edition(draft: Draft) -> Iterator[Iterator[Problem]]:
    """What is to be said of the texts of one language, an iterator for each rule and file."""
    english = draft.language == "en"
    yield screen.check_signs(draft.glossary)
    for picture in draft.pictures.values():
        yield screen.check_drawing(picture)
        yield screen.check_drawing_width(picture)
    if english:
        yield reading.check_sentences(draft.glossary)
        yield reading.check_claims(draft.claims)
    for module in draft.modules.values():
        yield layout.check(module)
        yield screen.check_signs(module)
        yield screen.check_width(module)
        yield plain_words.check_lists(module)
        yield whole.check_action(module)
        yield whole.check_summary(module)
        yield whole.check_time(module)
        yield answers.check_all_of_them(module)
        yield answers.check_longest(module)
        yield answers.check_place(module)
        yield answers.check_words(module)
        yield answers.check_taught(module)
        yield evidence.check_sides(module, draft.claims)
        if english:
            yield whole.check_goal(module)
            yield reading.check_sentences(module)
            yield facts.check(module)
            yield evidence.check_sentences(module)
            yield safety.check(module, draft.claims)
            yield danger.check_red_flags(module)
            yield danger.check_doses(module)
            yield danger.check_promises(module)
            yield numbers.check_one_in(module)
            yield numbers.check_denominators(module)
            yield numbers.check_decimals(module)
            yield numbers.check_sums(module)
            yield plain_words.check_passive(module)
            yield plain_words.check_walls(module)
            if not draft.glossary.problems:
                yield reading.check(module, draft.glossary)
                yield plain_words.check_jargon(module, draft.glossary)


def for_course(drafts: Sequence[Draft]) -> Iterator[Iterator[Problem]]:
    """What is to be said of the files that all languages share, and of languages together."""
    if drafts:
        first = drafts[0]
        modules = [module for draft in drafts for module in draft.modules.values()]
        for shared in (first.course, first.sources, first.claims):
            yield screen.check_signs(shared)
        if len(modules) == len(drafts) * len(first.course.names("modules")):
            yield upkeep.check_used(first.sources, first.claims, modules)
        yield upkeep.check_read(first.sources, first.today)
        yield upkeep.check_disputes(first.claims)
        yield whole.check_minutes(first.course, first.modules)
        yield whole.check_reviewed(first.course, first.today)
        yield whole.check_number(first.course)
        for draft in drafts[1:]:
            for module in draft.modules.values():
                yield languages.check_same_parts(module, first.modules)
                yield languages.check_same_numbers(module, first.modules)
                yield languages.check_fresh(module, first.modules)
            yield languages.check_terms(draft.glossary, first.glossary)
