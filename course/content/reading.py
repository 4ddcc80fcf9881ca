"""How hard English is to read: the Flesch-Kincaid grade.

    grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59

J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: "Derivation of new readability
formulas for Navy enlisted personnel", Research Branch Report 8-75, Naval Technical Training, 1975.

The names of medicines and the terms of the glossary count as words of one syllable: they cannot be
said in another way, and the glossary explains them. To leave them out would shorten their
sentences and flatter the text. Titles and labels are not measured, because short ones would flatter
it too. A list item is a sentence even without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from course.content import prose, syllables
from course.content.any_of import any_of
from course.content.model import Term

LIMIT = 6.0
"""The highest grade of a page or question."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+|\n+")


class Measured(Struct, frozen=True):
    """The counts that the grade is made of."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    @property
    def grade(self) -> float:
        """The school year that the text asks for. Texts without words ask for none."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


class Meter:
    """Measures texts, with the names that count as words of one syllable."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = _pattern(tuple(names))

    def measure(self, texts: Iterable[str]) -> Measured:
        """The counts of some texts with markup, taken together."""
        words = sentences = spoken = 0
        for sentence in chain.from_iterable(map(sentences_of, texts)):
            names = sum(len(syllables.WORD.findall(each)) for each in self._names.findall(sentence))
            rest = self._hard(sentence)
            if names + len(rest):
                sentences += 1
                words += names + len(rest)
                spoken += names + sum(map(syllables.count, rest))
        return Measured(words, sentences, spoken)

    def hardest(self, texts: Iterable[str], most: int = 3) -> list[str]:
        """The words with the most syllables, three at least, that a plainer word might replace."""
        words = chain.from_iterable(map(self._hard, chain.from_iterable(map(sentences_of, texts))))
        long = {word.casefold(): count for word in words if (count := syllables.count(word)) > 2}
        return sorted(long, key=lambda word: -long[word])[:most]

    def _hard(self, sentence: str) -> list[str]:
        return syllables.WORD.findall(self._names.sub(" ", sentence))


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    # Every module of a course asks for the same again.
    return re.compile(rf"\b{any_of(names)}(?!\w)", re.IGNORECASE)


def meter_for(glossary: Iterable[Term], names: Iterable[str]) -> Meter:
    """A meter that knows the terms of a glossary, and names that cannot be said in another way."""
    terms = (name for term in glossary for name in (term.term, *term.also))
    return Meter([*terms, *names])


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text with markup, without its marks and citations."""
    return (each for each in _SENTENCE_END.split(prose.plain(text)) if each.strip())
