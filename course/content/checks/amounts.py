"""The numbers of a text with what they count, so that two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from course.content.checks.words import Words
from course.content.checks.words.counting import Counts, Unit
from course.content.checks.words.phrases import compiled, either

_HOURS: dict[Unit, float] = {
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 168,
    "month": 730,
    "year": 8766,
}
_MILLIGRAMS = {"mcg": 0.001, "mg": 1.0, "g": 1000.0, "kg": 1_000_000.0}
NEAR = 0.1
"""The part by which two times may differ and be the same, as 6 months are 26 weeks."""


class Amount(Struct, frozen=True):
    """A number, with what it counts."""

    number: float
    hours: float | None
    """Where it counts time: how much that is."""
    milligrams: float | None
    """Where it weighs something: how much that is."""
    said: str
    """As the text has it."""

    def is_in(self, others: Iterable[Amount]) -> bool:
        """Whether one of some others says the same, in another unit of time or rounded."""
        return any(map(self._is_like, others))

    def _is_like(self, other: Amount) -> bool:
        if self.hours is not None and other.hours is not None:
            return abs(self.hours - other.hours) <= NEAR * max(self.hours, other.hours)
        if self.milligrams is not None and other.milligrams is not None:
            return self.milligrams == other.milligrams
        if self.hours is not None or self.milligrams is not None:
            return False
        return self.number in (other.number, round(other.number), round(other.number * 100))


class Amounts(Words, frozen=True):
    """How numbers are written."""

    counts: Counts

    @cached_property
    def _number(self) -> str:
        counts = self.counts
        return rf"(?:\d+(?:,\d\d\d)*(?:\.\d+)?|{either([*counts.numbers, *counts.few])})"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A number, or two with what stands between them, and the word behind it."""
        between = rf"\s*(?:{either(self.counts.ranges)}|[-\u2013])\s*"
        return compiled(
            rf"(?<![\w.,-])\$?\s?(?P<first>{self._number})"
            rf"(?:{between}\$?(?P<second>{self._number}))?\s?(?P<unit>%|[^\W\d_]+)?"
        )

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """A time that is counted from somewhere, as in "day 3" or "weeks 1, 5 and 9"."""
        numbers = r"\d+(?:(?:,? (?:and|or|to) |, ?|-)\d+)*"
        return compiled(rf"(?P<unit>{self.counts.times.of()}) (?P<numbers>{numbers})\b")

    @cached_property
    def one(self) -> re.Pattern[str]:
        """One of some time, as in "a week"."""
        return compiled(rf"{either(self.counts.articles)} +(?P<unit>{self.counts.times.of()})")

    @cached_property
    def often(self) -> re.Pattern[str]:
        """What makes of a time how often something is, as in "5 days a week"."""
        return compiled(rf"\s*(?:{either(self.counts.articles)}|per) +{self.counts.times.of()}")

    @cached_property
    def units(self) -> dict[Unit, re.Pattern[str]]:
        """The names of each unit of time."""
        return {unit: compiled(self.counts.times.of(unit)) for unit in _HOURS}

    def of(self, text: str) -> Iterator[Amount]:
        """Every amount that a text has in digits, and every time."""
        for found in self.pattern.finditer(text):
            unit = (found["unit"] or "").casefold()
            hours = None if self.often.match(text, found.end()) else self._hours(unit)
            for number in (found["first"], found["second"]):
                value = self._value(number) if number else None
                if value is not None and (hours or number[0].isdigit()):
                    yield _amount(value, hours, found.group())

    def all_of(self, text: str) -> Iterator[Amount]:
        """The same, and those in words, in days of a plan, and in times such as "a week"."""
        for found in self.pattern.finditer(text):
            for number in (found["first"], found["second"]):
                value = self._value(number) if number else None
                if value is not None:
                    yield _amount(
                        value, self._hours((found["unit"] or "").casefold()), found.group()
                    )
        for found in self.one.finditer(text):
            yield _amount(1.0, self._hours(found["unit"].casefold()), found.group())
        for found in self.dated.finditer(text):
            hours = self._hours(found["unit"].casefold())
            for number in re.findall(r"\d+", found["numbers"]):
                yield _amount(float(number), hours, found.group())

    def _hours(self, unit: str) -> float | None:
        return next((_HOURS[name] for name, p in self.units.items() if p.fullmatch(unit)), None)

    def _value(self, number: str) -> float | None:
        word = " ".join(number.casefold().split())
        if word in self.counts.numbers:
            return float(self.counts.numbers[word])
        digits = number.replace(",", "")
        return float(digits) if digits.replace(".", "", 1).isdigit() else None


def _amount(number: float, hours: float | None, said: str) -> Amount:
    weight = _MILLIGRAMS.get(said.split()[-1].casefold()) if said.split() else None
    return Amount(
        number,
        None if hours is None else number * hours,
        None if weight is None else number * weight,
        said.strip(),
    )
