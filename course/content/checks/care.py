"""What a text names of danger signs, and what it tells its reader to do for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from course.content import prose
from course.content.checks.doses import Directions
from course.content.checks.words import Words
from course.content.checks.words.phrases import Group, Phrases, compiled, either
from course.content.reading import sentences_of
from course.content.signs import Level, urgency
from course.content.source.binding import Text

CALL = "call"
"""To call, without a word on how soon: it may be right wherever a call is."""


class Care(Group, frozen=True):
    signs: Annotated[tuple[Phrases, ...], Meta(min_length=1)]
    """The ways to name a sign, for each sign."""
    without: Phrases
    """What stands before a sign that nobody has."""
    emergency: Phrases
    now: Phrases
    today: Phrases
    call: Phrases
    home: Phrases


class Advising(Words, frozen=True):
    """What a reader can be told to do for a sign."""

    care: Care
    directions: Directions

    @cached_property
    def signs(self) -> tuple[re.Pattern[str], ...]:
        """Each sign."""
        return tuple(compiled(either(ways)) for ways in self.care.signs)

    @cached_property
    def without(self) -> re.Pattern[str]:
        """What ends right before a sign that nobody has."""
        return compiled(rf"{either(self.care.without)} +(?:\w+ +)?$")

    @cached_property
    def told(self) -> dict[str, re.Pattern[str]]:
        """Where a reader is told to do something, by what that is; the first one found counts."""
        care, told_to = self.care, self.directions.told_to
        return {
            "emergency": told_to(care.emergency),
            "now": told_to(care.now),
            "today": told_to(care.today),
            CALL: told_to(care.call),
            "home": told_to(care.home),
        }

    def named(self, text: str) -> dict[int, str]:
        """The signs that a text names, by their numbers, each as it stands there."""
        found = ((number, sign.search(text)) for number, sign in enumerate(self.signs))
        return {
            number: match.group()
            for number, match in found
            if match and not self.without.search(text[: match.start()])
        }

    def advice(self, text: str) -> str:
        """What a text tells its reader to do: a level, or to call; empty if it does not."""
        return next((what for what, told in self.told.items() if told.search(text)), "")


def is_less(advice: str, level: Level) -> bool:
    """Whether what is advised is less than a level."""
    if not advice:
        return False
    return order_of(advice) < urgency(level)


def order_of(advice: str) -> int:
    """How urgent an advice is."""
    return urgency("now" if advice == CALL else advice)


def passages(text: Text) -> Iterator[tuple[str, bool]]:
    """The words of each paragraph, and of each item of a list, which is told apart."""
    if text.markup == "exact":
        yield text.node.text, False
        return
    for block in prose.parse(text.node.text).blocks:
        if isinstance(block, prose.Paragraph):
            yield prose.words_of(block.inlines), False
        else:
            for item in block.items:
                yield prose.words_of(item), True


_CLAUSE = re.compile(r"(?<=[:;])\s+")


def clauses_of(passage: str) -> Iterator[str]:
    """The sentences of a passage, in parts where a colon or a semicolon parts them."""
    for sentence in sentences_of(passage):
        yield from _CLAUSE.split(sentence.strip())
