"""A signature stands for the words that were signed, as long as they stand there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import COURSE, LANGUAGE
from course.content.checks.words.own import SAFETY, OwnWords, Without
from course.content.review.changes import Change, changes
from course.content.review.items import Stand, items, mark_of
from course.content.review.record import Review, Signed, words_of
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.errors import Problem

SIGNED = "W07"
"""The code of the rule. What breaks it keeps no course from opening: the course says so itself."""


def standing(edition: LanguageDraft) -> Stand | None:
    """All of an edition that can be signed; None as long as anything in it is at fault."""
    draft = edition.draft
    files = (*draft.shared, *edition.files)
    vectors = edition.svgs.values()
    if any(file.value is None for file in files) or any(each.problems for each in vectors):
        return None
    if draft.course.value is None or edition.glossary.value is None or edition.absent:
        return None
    return Stand(
        language=edition.language,
        course=draft.course.value,
        modules=tuple(each.value for each in edition.modules.values() if each.value),
        sources=draft.sources.value or {},
        claims=draft.claims.value or {},
        triage=draft.triage.value or {},
        readings=tuple(draft.readings.value or ()),
        glossary=edition.glossary.value,
        pictures={name: each.value for name, each in edition.pictures.items() if each.value},
        svgs=dict(edition.svgs),
        words=edition.interface,
        sayings=edition.sayings,
        without={f"{each.kind}: {each.word}": each.because for each in without(edition)},
    )


def without(edition: LanguageDraft) -> tuple[Without, ...]:
    """The words about safety that the rules do not look for in an edition."""
    own = edition.draft.vocabulary.each(OwnWords)
    mine = (each for path, each in own if path[0] == edition.language)
    return tuple(gone for each in mine for gone in each.without if gone.kind in SAFETY)


def is_signed(edition: LanguageDraft) -> bool:
    """Whether somebody has signed it, as it stands there or as it stood."""
    return edition.review is not None and edition.review.signed is not None


def is_changed(edition: LanguageDraft) -> bool:
    """Whether it is signed, and not as it stands there now."""
    signed = edition.review.signed if edition.review else None
    if signed is None:
        return False
    stand = standing(edition)
    return stand is None or mark_of(items(stand)) != signed.whole


@rule(
    SIGNED,
    "What a clinician signed is what stands there, and is not past its day",
    why=(
        "A course that says it was checked, by nobody, long ago or in other words, claims more "
        "trust than it has. `prolo review sign` keeps what was signed; a name that is written by "
        "hand stands for nothing."
    ),
    source=PROJECT,
    scope=COURSE,
    bad="""\
# course.yaml
review: {by: Ada Wells, role: Nurse, on: 2026-11-01, next: 2099-01-01}
""",
    good="""\
# course.yaml
review: {by: null, role: null, on: null, next: null}
""",
)
def check_by_hand(draft: Draft) -> Iterator[Problem]:
    """A problem at a review that is written by hand."""
    review = draft.course.value.review if draft.course.value else None
    if review and any((review.by, review.role, review.on, review.next)):
        what = "Written here by hand, a review stands for no words."
        cure = 'Write null at all four, and let a clinician sign with "prolo review sign".'
        yield draft.course.problem(("review",), what, cure)


@same_rule(SIGNED, scope=LANGUAGE)
def check_signed(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at a signature that cannot be read or is over, and at all that is not as signed."""
    review = edition.review
    if review is None:
        return
    yield from review.written.problems
    if review.signed is not None:
        yield from _days(review, review.signed, edition)
        yield from _words(review, review.signed, edition)


def _days(review: Review, signed: Signed, edition: LanguageDraft) -> Iterator[Problem]:
    file, today = review.written, edition.draft.today
    if signed.on > today:
        what = f"The day of the signature has not come yet: {signed.on}."
        cure = "Set the clock of the computer, and sign again."
        yield file.problem(("signed", "on"), what, cure)
    elif signed.next < today:
        what = f"The course was to be reviewed again by {signed.next}."
        cure = 'Let a clinician read it, and sign again with "prolo review sign".'
        yield file.problem(("signed", "next"), what, cure)


def _words(review: Review, signed: Signed, edition: LanguageDraft) -> Iterator[Problem]:
    file = review.written
    if not review.is_whole:
        what = f"{words_of(edition.language)} does not hold the words that were signed."
        cure = "Bring the file back as it was, or sign again."
        yield file.problem(("signed", "whole"), what, cure)
        return
    stand = standing(edition)
    if stand is None:
        return  # What is at fault is told where it stands.
    for change in changes(review.kept, items(stand)):
        yield _changed(change, signed, edition, file)


def _changed(change: Change, signed: Signed, edition: LanguageDraft, file: Written[Any]) -> Problem:
    by = f"{signed.by} signed on {signed.on}"
    what = {
        "changed": f'"{change.item}" is no longer what {by}.',
        "new": f'"{change.item}" is not among what {by}.',
        "gone": f'"{change.item}", which {by}, is gone.',
    }[change.kind]
    cure = (
        '"prolo review status" tells the words. Put them back, or have them approved with '
        f'"prolo review approve {change.item}".'
    )
    at = _place(change.item, edition)
    return at[0].problem(at[1], what, cure) if at else file.problem(("signed", "on"), what, cure)


def _place(item: str, edition: LanguageDraft) -> tuple[Written[Any], Path] | None:
    """Where an item is written; None if it is not in a file of the course, or is gone."""
    draft = edition.draft
    first, _, name = item.partition("/")
    if first in edition.modules:
        module = edition.modules[first]
        for key in ("pages", "questions"):
            for index, each in module.ids(key):
                if each == name:
                    return module, (key, index)
        return (module, ()) if not name else None
    tables: dict[str, Written[Any]] = {
        "course": draft.course,
        "triage": draft.triage,
        "claims": draft.claims,
        "sources": draft.sources,
        "glossary": edition.glossary,
    }
    if first in tables and (not name or name in tables[first].entries()):
        return tables[first], (name,) if name else ()
    if first == "readings":
        return draft.readings, ()
    if first == "pictures" and name in edition.pictures:
        return edition.pictures[name], ()
    return None
