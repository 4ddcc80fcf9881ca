"""What the author of a course adds to the words of the rules is new, and what goes was there."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import COURSE, LANGUAGE
from course.content.checks.words import shown
from course.content.checks.words.own import KINDS, OwnWords, words_of
from course.content.checks.words.phrases import folded, variants
from course.content.source.nodes import Path
from course.content.source.spelling import suggest
from course.errors import Problem


@rule(
    "W10",
    "A word that is added for the rules is new, and one that is taken away was there",
    why=(
        "A misspelt word takes nothing away, and its author believes that it does. One that the "
        "program knows already need not be kept twice."
    ),
    source=PROJECT,
    scope=LANGUAGE,
    severity="warning",
    bad="""\
# vocabulary.yaml
en:
  without: [{word: waek legs, from: danger_signs, because: All who read this have weak legs.}]
""",
    good="""\
# vocabulary.yaml
en:
  without: [{word: weak legs, from: danger_signs, because: All who read this have weak legs.}]
""",
)
def check(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each word that is added and known already, or taken away and not known."""
    file, language = edition.draft.vocabulary, edition.language
    shipped = edition.words.shipped or edition.words
    for path, own in file.each(OwnWords):
        if path[0] != language:
            continue
        known = {kind: {*map(folded, words_of(shipped, kind))} for kind in KINDS}
        for kind in KINDS:
            for index, word in enumerate(own.added(kind)):
                if {*map(folded, variants(word))} <= known[kind]:
                    at: Path = (*path, kind, word if kind == "plain" else index)
                    what = f'The program knows "{word}" already.'
                    yield file.problem(at, what, "Delete it here.")
        for index, gone in enumerate(own.without):
            if folded(gone.word) not in known[gone.kind]:
                what = f'"{gone.word}" is not among the {gone.kind} of "{language}".'
                cure = suggest(folded(gone.word), sorted(known[gone.kind]), f"in {shown(language)}")
                yield file.problem((*path, "without", index, "word"), what, cure)


@same_rule("W10", scope=COURSE)
def check_languages(draft: Draft) -> Iterator[Problem]:
    """A problem at the words of each language that the course is not in."""
    for path, _ in draft.vocabulary.each(OwnWords):
        if path[0] not in draft.languages:
            what = f'The course is not in "{path[0]}".'
            yield draft.vocabulary.problem(path, what, suggest(str(path[0]), draft.languages))
