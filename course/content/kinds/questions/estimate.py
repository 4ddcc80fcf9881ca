"""About how many of a hundred: ranges of which one is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta

from course.content.kinds.piece import Misfit, Piece
from course.content.kinds.questions.one_right import Alternative, Meant, OneRight
from course.content.kinds.questions.question import key_of
from course.content.kinds.said import Word
from course.content.texts import Inline, Title

_NUMBER = re.compile(r"\d+")


class Range(Piece, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    start: Annotated[int, Meta(ge=0, le=100)]
    end: Annotated[int, Meta(ge=0, le=100)]
    because: Inline
    right: bool = False
    must_fix: bool = False
    """Whether going on needs this answer put right, for it could harm."""

    @property
    def key(self) -> str:
        """Names the range in the records, the same in every language."""
        return key_of(f"{self.start} to {self.end}")

    @property
    def numbers(self) -> tuple[int, ...]:
        """Where it begins and ends; both belong to it."""
        return (self.start, self.end)

    def misfits(self) -> Iterator[Misfit]:
        """A range that does not go up."""
        if self.start >= self.end:
            what = f"This range does not go up, from {self.start} to {self.end}."
            cure = 'Write the smaller number under "from", the larger one under "to".'
            yield Misfit(("from",), what, cure)


class Estimate(OneRight, frozen=True, kw_only=True, tag_field="kind", tag="estimate"):
    """The ranges stand from the lowest to the highest, and are shown so."""

    of: Literal[100]
    counts: Title
    """What is counted, such as people; it stands behind the numbers."""
    ranges: Annotated[tuple[Range, ...], Meta(min_length=3, max_length=5)]

    listed = "ranges"
    reason_tells = True

    @property
    def texts(self) -> tuple[str, ...]:
        """What is counted, and the reason of each range."""
        return (self.counts, *(each.because for each in self.ranges))

    @property
    def numbers(self) -> tuple[int, ...]:
        """Those of the ranges."""
        return tuple(number for each in self.ranges for number in each.numbers)

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The ranges."""
        return tuple(
            Alternative(each.key, self._said(each), each.because, each.right, each.must_fix)
            for each in self.ranges
        )

    def given_away(self, hint: str, meant: Meant) -> str:
        """A number of the right range."""
        right = [each for each in self.ranges if each.right]
        said = [int(number) for number in _NUMBER.findall(hint)]
        inside = [each for each in said for one in right if one.start <= each <= one.end]
        return str(inside[0]) if inside else ""

    def misfits(self) -> Iterator[Misfit]:
        """Each range that begins before the one above it has ended."""
        for index, (before, here) in enumerate(pairwise(self.ranges), start=1):
            if here.start <= before.end:
                what = (
                    f"This range begins at {here.start}, and the one before it ends at "
                    f"{before.end}."
                )
                cure = "Write them from the lowest to the highest, no number in two of them."
                yield Misfit(("ranges", index, "from"), what, cure)

    def _said(self, each: Range) -> Word:
        return Word(
            "estimate.range",
            {"start": each.start, "end": each.end, "of": self.of, "counts": self.counts},
        )
