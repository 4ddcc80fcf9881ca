"""A translation says what its original says now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.content.checks.draft import LanguageDraft
from course.content.checks.examples import WET, spanish
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import LANGUAGE
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.content.translation.record import mark_of
from course.content.translation.units import WORDS, Item, Stock, items
from course.errors import Problem


@rule(
    "L05",
    "A translation is of the original as it is now",
    why=(
        "When the original changes, its translation goes on telling what was true before. "
        '"prolo translate" keeps a mark of the words that were translated, for each page, '
        "question, term, claim and danger sign."
    ),
    source=PROJECT,
    scope=LANGUAGE,
    bad=spanish().replace(mark_of(WET), "0123456789ab"),
    good=spanish(),
)
def check_fresh(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each item whose original has changed since, or of which nobody said that it is
    the translation of this original."""
    record, original = edition.translated, edition.original
    if original is None or record is None or edition.modules.keys() == edition.borrowed:
        return  # Nobody is offered a language without a module.
    if record.value is None:
        yield from record.problems
        return
    for each in items(_stock(original), _stock(edition), record.value):
        if each.state not in ("changed", "unmarked") or each.name.startswith(f"{WORDS}/"):
            continue
        file, path = _place(each, edition)
        if each.state == "changed":
            what = f'The original of "{each.name}" has changed since {each.by} translated it.'
        else:
            what = f'Of which words "{each.name}" is the translation, nobody has said.'
        cure = (
            f'Compare the two ("prolo translate {edition.language} {each.name} --write FILE"), '
            "mend the translation, and confirm it with --done."
        )
        yield file.problem(path, what, cure)


def _stock(edition: LanguageDraft) -> Stock:
    draft, borrowed = edition.draft, edition.borrowed
    return Stock(
        language=edition.language,
        shared={"course": draft.course, "triage": draft.triage, "claims": draft.claims},
        glossary=edition.glossary,
        modules={name: each for name, each in edition.modules.items() if name not in borrowed},
    )


def _place(item: Item, edition: LanguageDraft) -> tuple[Written[Any], Path]:
    draft = edition.draft
    first, _, name = item.name.partition("/")
    tables: dict[str, Written[Any]] = {
        "course": draft.course,
        "triage": draft.triage,
        "claims": draft.claims,
        "glossary": edition.glossary,
    }
    if first in tables:
        return tables[first], (name,) if name else ("title",)
    module = edition.modules[first]
    for key in ("pages", "questions"):
        for index, each in module.ids(key):
            if each == name:
                return module, (key, index)
    return module, ("title",)
