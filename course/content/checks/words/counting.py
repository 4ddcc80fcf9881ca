"""Numbers, and the times that are counted with them."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta

from course.content.checks.words.phrases import Group, Phrase, Phrases, Plain, either

Unit = Literal["minute", "hour", "day", "week", "month", "year"]


class Times(Group, frozen=True):
    minute: Phrases
    hour: Phrases
    day: Phrases
    week: Phrases
    month: Phrases
    year: Phrases

    def of(self, *units: Unit) -> str:
        """A pattern for the name of one of some units; of any of them if none is given."""
        names = units or self.__struct_fields__
        return either(name for unit in names for name in getattr(self, unit))


class Counts(Group, frozen=True, kw_only=True):
    numbers: Annotated[dict[Plain, Annotated[int, Meta(ge=1, le=1_000_000)]], Meta(min_length=1)]
    """The numbers that are written in words."""
    few: Phrases
    """What is said for a number that is not known, or for less than one."""
    articles: Phrases
    """What is said for one, as in "an hour"."""
    ranges: Phrases
    """What stands between two numbers, as in "2 to 3"."""
    times: Times
    eve: tuple[Phrase, ...] = ()
    """What is said for a time before something, without a number, as in "the week before"."""

    @cached_property
    def number(self) -> str:
        """A pattern for a number, in digits or in words."""
        return rf"(?:\d[\d,.]*|{either([*self.numbers, *self.few])})"

    @cached_property
    def count(self) -> str:
        """A pattern for a number, or for a word that says one."""
        return rf"(?:\d[\d,.]*|{either([*self.numbers, *self.few, *self.articles])})"

    def time(self, *units: Unit, more: str = "") -> str:
        """A pattern for so many of some units, such as "2 to 3 days"."""
        span = rf"{self.count}(?: +{either(self.ranges)} +{self.count})?"
        return rf"{span} +{more}{self.times.of(*units)}"

    @property
    def before(self) -> str:
        """A pattern for a time before something, without a number."""
        return either(self.eve) if self.eve else "(?!)"
