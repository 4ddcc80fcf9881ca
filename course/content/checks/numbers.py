"""Numbers that can be compared and need no sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from course.content import wording
from course.content.checks.draft import Told
from course.content.checks.rule import CDC, PEMAT, rule
from course.content.checks.scope import PAGE, TEXT
from course.content.checks.texts import matches, words_in
from course.content.checks.words import Words
from course.content.checks.words.counting import Counts
from course.content.checks.words.phrases import (
    ANY_WORD,
    HOW,
    Group,
    Phrases,
    compiled,
    either,
    grammar,
)
from course.content.kinds.figures import PeopleFigure
from course.content.model import Page
from course.content.source.binding import Text
from course.content.source.nodes import Path
from course.errors import Problem

_YEAR = re.compile(r"^(?:19|20)\d\d$")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")
_PRICE = r"\$ ?\d[\d,]*"
_NEXT = r"[^.?!]*(?:[.][^.?!]*)?"
"""The rest of a sentence, and the sentence after it."""

EachPhrase = Annotated[
    str, Meta(pattern=grammar("word"), description=f"{HOW}; {{word}} stands for any word")
]


class Shares(Group, frozen=True):
    one_in: Phrases
    """What stands between the two numbers of "1 in 20"."""
    people: Phrases
    every: Phrases
    """What may stand before the number of all."""
    first: Phrases
    """What stands before the number of all where a sentence begins with it, as in "Of 100"."""
    not_people: Phrases
    """What is counted as well, behind the number of all."""


class Sharing(Words, frozen=True):
    """How a text counts people out of a number."""

    counts: Counts
    per_cent: Phrases
    out_of: Phrases
    shares: Shares

    @cached_property
    def number(self) -> str:
        """A pattern for a whole number."""
        return rf"(?:\d[\d,.]*|{either(self.counts.numbers)})"

    @cached_property
    def one_in(self) -> re.Pattern[str]:
        """One of so many, unless they are times."""
        numbers = self.counts.numbers
        one = either([*(word for word in numbers if numbers[word] == 1), *self.counts.articles])
        between = either(self.shares.one_in)
        return compiled(rf"\b(?:1|{one}) +{between} +{self.number}\b(?! +{self.counts.times.of()})")

    @cached_property
    def per_cents(self) -> re.Pattern[str]:
        """A per cent."""
        return compiled(rf"\d\s?%|{either(self.per_cent)}")

    @cached_property
    def share(self) -> re.Pattern[str]:
        """So many of all, or of all people; the number of all is in the group of that name."""
        told, number = self.shares, self.number
        people, every = either(told.people), f"(?:{either(told.every)} +)?"
        others = f"{self.counts.times.of()}|{either(told.not_people)}"
        first = "|".join(re.escape(each[0].upper() + each[1:]) for each in told.first)
        return compiled(
            rf"\b{number} +(?:{people} +)?{either(self.out_of)} +{every}"
            rf"(?P<all>{number})\b(?!,? +(?:\w+ +)?(?:{others}))|"
            rf"(?-i:\b(?:{first})) +{every}(?P<people>{number}) +{people}"
        )

    def value(self, words: str) -> int | None:
        """A number that is written so; None if it is a year, or not whole."""
        if words.casefold() in self.counts.numbers:
            return self.counts.numbers[words.casefold()]
        digits = _THOUSANDS.sub("", words)
        return int(digits) if digits.isdigit() and not _YEAR.match(digits) else None


class Decimals(Words, frozen=True):
    """Where a decimal is right."""

    decimals: Phrases
    """What is told with a decimal, and would be wrong without it."""
    clock: Phrases
    """What follows the time of day."""

    @cached_property
    def right(self) -> re.Pattern[str]:
        """What makes a decimal right; a thermometer shows one, and 38 for 38.5 would be wrong."""
        return compiled(f"{either(self.decimals)}|\u00b0")

    @cached_property
    def decimal(self) -> re.Pattern[str]:
        """A number with a decimal."""
        clock = f"(?! ?{either(self.clock)})"
        return compiled(rf"(?<![\d.])\d+[.,]\d{{1,2}}(?![\d.,]|\.\d){clock}")


class SumWords(Group, frozen=True):
    each: Annotated[tuple[EachPhrase, ...], Meta(min_length=1)]
    repeats: Phrases
    visits: Phrases
    each_visit: Phrases
    costs: Phrases
    at: Phrases
    times_as: Phrases
    signs: Phrases


class Sums(Words, frozen=True):
    """How a text gives the parts of a sum."""

    counts: Counts
    sums: SumWords

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The parts of a sum, in one sentence or two."""
        told = self.sums
        number = rf"(?:\d[\d,]*|{either(self.counts.numbers)})"
        each = either(told.each, word=ANY_WORD)
        visits = f"{number} +{either(told.visits)}"
        return compiled(
            rf"{_PRICE} +{each}[^.?!]*\b{number} +{either(told.repeats)}|"
            rf"{_PRICE} +{each}{_NEXT}\b{visits}|"
            rf"{either(told.each_visit)} +{either(told.costs)} +{_PRICE}\b{_NEXT}\b{visits}|"
            rf"\b{visits}[^.?!]*{either(told.at)} +{_PRICE}(?: +{each})?\b|"
            rf"\b{number} +{either(told.times_as)}[^.?!]*\d|"
            rf"{either(told.signs)} +\$? ?\d"
        )


@rule(
    "N01",
    'No "1 in X" on a page with per cents',
    why='Many people take "1 in 200" for more than "1 in 20". Beside per cents few can compare.',
    source=f"{CDC}; AHRQ SHARE Approach, communicating numbers",
    scope=PAGE,
    words=Sharing,
    bad="""\
# a page
text: Of all who swim, 20% like it, and 1 in 8 fear it. [^book]
""",
    good="""\
# a page
text: Of 100 who swim, 20 like it, and 12 fear it. [^book]
""",
)
def check_one_in(page: Told[Page], words: Sharing) -> Iterator[Problem]:
    """A problem at each "1 in X" of such a page."""
    texts = _seen(page)
    if not any(words.per_cents.search(words_in(text)) for text in texts):
        return
    for text in texts:
        for found, at in matches(words.one_in, text):
            what = f'"{found.group()}" stands beside per cents here.'
            yield page.file.problem(text.path, what, 'Tell both "of 100 people".', at)


@rule(
    "N02",
    "A page counts people out of one number",
    why="36 of 90 and 46 of 100 cannot be compared without a sum.",
    source=f"{CDC}; AHRQ SHARE Approach, communicating numbers",
    scope=PAGE,
    words=Sharing,
    bad="""\
# a page
text: It helped 8 of 10 cats. It helped 4 of 5 dogs. [^book]
""",
    good="""\
# a page
text: It helped 6 of 10 cats. It helped 8 of 10 dogs. [^book]
""",
)
def check_denominators(page: Told[Page], words: Sharing) -> Iterator[Problem]:
    """A problem at the first share of a page that is of another number than those before."""
    of_people = any(isinstance(figure, PeopleFigure) for figure in wording.figures_of(page.it))
    firsts: dict[Path, int | None] = {}
    for text in _seen(page):
        # What is said of each place of the body stands on a screen of its own.
        within = text.path[len(page.path) :]
        screen = within[:2] if within[0] == "place" else ()
        first = firsts.get(screen, 100 if of_people else None)
        for found, at in matches(words.share, text):
            whole = words.value(found["all"] or found["people"])
            if whole is None:
                continue
            first = first or whole
            if whole != first:
                what = f"This counts out of {whole:,}, and the page before it out of {first:,}."
                cure = "Give both out of 100, or put them on two pages."
                yield page.file.problem(text.path, what, cure, at)
        firsts[screen] = first


@rule(
    "N03",
    "Numbers are whole",
    why='"7.5 of 100" is no person. Whole numbers are read right by more people.',
    source=CDC,
    severity="warning",
    scope=TEXT,
    words=Decimals,
    bad="""\
# a page
text: The lake is 2.5 feet deep. [^book]
""",
    good="""\
# a page
text: The lake is about 3 feet deep. [^book]
""",
)
def check_decimals(text: Told[Text], words: Decimals) -> Iterator[Problem]:
    """A problem at each number with a decimal point that a reader sees."""
    if words.right.search(words_in(text.it)):
        return
    for found, at in matches(words.decimal, text.it):
        what = f"{found.group()} is not a whole number."
        yield text.problem(what, "Round it, and say about.", offset=at)


@rule(
    "N04",
    "No sum is left to the reader",
    why="A reader who has to add or multiply gets it wrong, or stops reading.",
    source=f"{PEMAT}; {CDC}",
    severity="warning",
    scope=TEXT,
    words=Sums,
    bad="""\
# a page
text: A boat costs $20 each hour, and most stay for 3 times of 2 hours. [^book]
""",
    good="""\
# a page
text: A boat for the day costs $120 in all. [^book]
""",
)
def check_sums(text: Told[Text], words: Sums) -> Iterator[Problem]:
    """A problem at each sentence that gives the parts of a sum."""
    if text.it.markup == "exact":
        return
    for _, at in matches(words.pattern, text.it):
        what = "Here the reader has to do a sum."
        cure = "Give the result, and say what it is made of."
        yield text.problem(what, cure, offset=at)


def _seen(page: Told[Page]) -> list[Text]:
    """The texts of a page that are read as numbers: what stands for a figure repeats them."""
    return [text for text in page.texts() if text.path[-1] != "alt"]
