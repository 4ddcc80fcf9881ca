"""What a language of the course has, and what it lacks: nobody meets a page in two languages."""

from __future__ import annotations

from collections.abc import Iterator

from course import language as interface
from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.examples import marked, spanish
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import LANGUAGE
from course.content.source.nodes import Path
from course.content.source.spelling import quoted
from course.errors import Problem

_MOST = 5
"""So many of what is missing are named; the rest are found in the same way."""
_SAFETY = ("level.", "answer.", "verdict.", "callout.", "signs.", "welcome.help_now")
"""What the names of words begin with that tell a person what to do for a danger, and what they
chose: these are never told in another language."""


@rule(
    "L01",
    "The interface speaks each language of the course, above all where it tells what to do",
    why="A page in one language with buttons and warnings in another one is understood by nobody.",
    scope=LANGUAGE,
    stops=True,
    bad=f"""\
# course.yaml
languages: [en, zu]
title: {{en: Water, zu: Amanzi}}
# zu/water.yaml
{marked("zu")}""",
    good="""\
# course.yaml
languages: [en]
""",
)
def check_interface(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at a language in which the interface is silent, or lacks what nobody may miss."""
    course, name = edition.draft.course, edition.language
    if not (at := _named(edition)):
        return
    prepare = f'"prolo translate {name} words --write FILE" writes a file with all of them.'
    if not edition.interface:
        what = f'The buttons and headings have no words in "{name}".'
        cure = f"Bring them along in {interface.file_beside(name)}: {prepare}"
        yield course.problem(at, what, cure)
    elif missing := [each for each in _lacking(edition) if each.startswith(_SAFETY)]:
        what = f'The words that tell what to do are missing in "{name}": {_some(missing)}.'
        cure = f"Write them into {interface.file_beside(name)}: {prepare}"
        yield course.problem(at, what, cure)


@rule(
    "L08",
    "A language has at least one module of the course",
    why="To be offered Spanish and to find none is worse than not to be offered it.",
    source=PROJECT,
    scope=LANGUAGE,
    stops=True,
    bad=f"""\
# course.yaml
languages: [en, es]
title: {{en: Water, es: Agua}}
{marked("es")}""",
    good=spanish(),
)
def check_any(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at a language in which no module is told."""
    if edition.original is not None and not _own(edition):
        what = f'No module of the course is in "{edition.language}" yet.'
        cure = f"Translate one: prolo translate {edition.language} lists them."
        yield edition.draft.course.problem(_named(edition), what, cure)


_TWO = """\
# course.yaml
modules: [water, shore]
# en/shore.yaml
format: 1
id: shore
title: The shore
goal: Know where to stand.
key_message: Stay on the shore.
pages:
  - id: stay
    title: Stay on the shore
    text: Ask where to stand. Stay on the shore.
"""


@rule(
    "L09",
    "Each module and term of the original is in each language",
    why=(
        "A module that is not translated is offered in the original, a whole module at a time, and "
        "says so. A term that is not translated is not explained."
    ),
    source=PROJECT,
    severity="warning",
    scope=LANGUAGE,
    bad=_TWO + spanish(),
    good=spanish(),
)
def check_modules(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each module that has no file in the language."""
    course = edition.draft.course
    if edition.original is None or not _own(edition):
        return
    for index, name in course.ids("modules"):
        if name in edition.borrowed:
            what = f'"{name}" is not in "{edition.language}" yet, and is offered in the original.'
            cure = f'"prolo translate {edition.language} {name} --write FILE" makes a file for it.'
            yield course.problem(("modules", index), what, cure)


@same_rule("L09", scope=LANGUAGE)
def check_terms(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem if a term of the original is not explained."""
    if edition.original is None or not _own(edition):
        return
    glossary, original = edition.glossary, edition.original.glossary
    missing = [name for name in original.entries() if name not in glossary.entries()]
    if missing and glossary.readable and original.readable:
        what = f"Terms of {original.file} are missing here: {_some(missing)}."
        yield Problem(glossary.file, 1, 1, what, "Explain them, under the same ids.")


def _own(edition: LanguageDraft) -> set[str]:
    return edition.modules.keys() - edition.borrowed


def _named(edition: LanguageDraft) -> Path:
    """Where the course file names the language; empty where it does not."""
    listed = edition.draft.course.ids("languages")
    index = next((index for index, each in listed if each == edition.language), None)
    return () if index is None else ("languages", index)


def _lacking(edition: LanguageDraft) -> list[str]:
    own = edition.own_words.value if edition.own_words else None
    return interface.lacking(edition.language, own or {})


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _MOST} more" if names[_MOST:] else ""
    return quoted(names[:_MOST]) + more


def unspoken(draft: Draft) -> dict[str, list[str]]:
    """For each language that the interface speaks in part, the words in whose place it says the
    English ones."""
    found = {each.language: _lacking(each) for each in draft.editions if each.interface}
    return {language: names for language, names in found.items() if names}
