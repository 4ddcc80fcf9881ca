"""What is told twice is not told once as so, and once as not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct

from course.content.checks.answers import SmallWords
from course.content.checks.care import clauses_of
from course.content.checks.draft import LanguageDraft
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import LANGUAGE
from course.content.checks.texts import offset_of, words_in
from course.content.checks.words.phrases import Phrases, compiled, either
from course.content.kinds.piece import Piece
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.errors import Problem

LIKE = 0.75
"""The part of the words of two clauses that both must have to be one thing told twice."""
FEWEST = 4
"""As many words at least that both have and that carry a meaning."""
_UNSAID = ("ask", "hint", "title", "id")
"""Keys of what states nothing."""


class Denying(SmallWords, frozen=True):
    """How a sentence says that something is not so."""

    negations: Phrases

    @cached_property
    def no(self) -> re.Pattern[str]:
        """Any of them."""
        return compiled(rf"{either(self.negations)}|\w+n['\u2019]t\b")

    def denied(self, clause: str) -> frozenset[str]:
        """The beginnings of the words before which a clause says so."""
        found: set[str] = set()
        for no in self.no.finditer(clause):
            behind = (self.others_of(word) for word in clause[no.end() :].split())
            found ^= next((each for each in behind if each), set())
        return frozenset(found)


class _Clause(Struct, frozen=True):
    said: str
    words: frozenset[str]
    denied: frozenset[str]
    """Those of its words that it says are not so."""
    file: Written[Any]
    path: Path
    offset: int


@rule(
    "S21",
    "What is told twice is not told once as so and once as not so",
    why=(
        'A "not" that was lost on the way turns a warning into advice. Clauses with nearly the '
        "same words are compared: on pages, in reasons, in the table of danger signs and in claims."
    ),
    source=PROJECT,
    scope=LANGUAGE,
    words=Denying,
    bad="""\
# a page
text: Do not swim alone in the deep lake.
why: Do swim alone in the deep lake.
""",
    good="""\
# a page
text: Do not swim alone in the deep lake.
why: Do not swim alone in deep lakes.
""",
)
def check(edition: LanguageDraft, words: Denying) -> Iterator[Problem]:
    """A problem at each clause that says the contrary of one that stands before it."""
    told: set[tuple[frozenset[str], frozenset[str]]] = set()
    having: dict[str, list[_Clause]] = {}
    for clause in _clauses(edition, words):
        if (clause.words, clause.denied) in told:
            continue
        told.add((clause.words, clause.denied))
        for other in _alike(clause, having):
            both = clause.words & other.words
            if clause.denied & both != other.denied & both:
                line = other.file.problem(other.path, "", "", other.offset).line
                what = f'This says the contrary of line {line} of {other.file.file}: "{other.said}"'
                cure = 'Look for a "not" that is missing or too much, in one of the two.'
                yield clause.file.problem(clause.path, what, cure, clause.offset)
                break
        for word in clause.words:
            having.setdefault(word, []).append(clause)


def _alike(clause: _Clause, having: dict[str, list[_Clause]]) -> Iterator[_Clause]:
    """Those of the clauses before it, by their words, that have nearly the same words."""
    near = {id(each): each for word in clause.words for each in having.get(word, ())}
    for other in near.values():
        both = len(clause.words & other.words)
        if both >= FEWEST and both >= LIKE * len(clause.words | other.words):
            yield other


def _clauses(edition: LanguageDraft, words: Denying) -> Iterator[_Clause]:
    for file, text in _texts(edition):
        for clause in clauses_of(words_in(text)):
            if clause.rstrip().endswith("?"):
                continue
            carrying = frozenset(words.others_of(words.no.sub(" ", clause)))
            if len(carrying) >= FEWEST:
                at = offset_of(clause, text.node.text)
                yield _Clause(clause, carrying, words.denied(clause), file, text.path, at)


def _texts(edition: LanguageDraft) -> Iterator[tuple[Written[Any], Text]]:
    """What is told as so: not what a question asks, and no wrong answer."""
    draft, language = edition.draft, edition.language
    for shared in (draft.triage, draft.claims):
        for text in (*shared.texts, *shared.exact):
            if text.path[-1] == language:
                yield shared, text
    for module in edition.modules.values():
        wrong = {
            (*path, key)
            for path, piece in module.each(Piece)
            for key in piece.on_card
            if piece.is_wrong
        }
        for text in (*module.texts, *module.exact):
            if text.path not in wrong and text.path[-1] not in _UNSAID:
                yield module, text
