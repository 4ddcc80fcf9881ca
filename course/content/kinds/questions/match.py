"""Pairs to be put together."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course.content.kinds.piece import Piece
from course.content.kinds.questions.parted import Parted, joined, split
from course.content.kinds.questions.question import Asked, Offered, Result, Solution, key_of
from course.content.kinds.said import Said
from course.content.texts import Inline, Line


class Pair(Piece, frozen=True):
    left: Line
    right: Line
    because: Inline

    on_card = answers = ("left", "right")

    @property
    def key(self) -> str:
        """Names the left side in the records."""
        return key_of(self.left)

    @property
    def right_key(self) -> str:
        """Names the right side in the records."""
        return key_of(self.right)


class Match(Parted, frozen=True, kw_only=True, tag_field="kind", tag="match"):
    """Each left side belongs to the right side of its own pair."""

    pairs: Annotated[tuple[Pair, ...], Meta(min_length=2, max_length=4)]

    is_mixed = True
    distinct = (("pairs", "left"), ("pairs", "right"))

    @property
    def texts(self) -> tuple[str, ...]:
        """Each pair with its reason."""
        return tuple(text for pair in self.pairs for text in (pair.left, pair.right, pair.because))

    @property
    def named(self) -> tuple[Offered, ...]:
        """Both sides of each pair."""
        return tuple(
            side
            for pair in self.pairs
            for side in (Offered(pair.key, pair.left), Offered(pair.right_key, pair.right))
        )

    @property
    def parts(self) -> tuple[Asked, ...]:
        """The left sides."""
        return tuple(Asked(pair.key, pair.left) for pair in self.pairs)

    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """The right sides."""
        return tuple(Offered(joined(part, pair.right_key), pair.right) for pair in self.pairs)

    def grade(self, answer: str) -> Result:
        """Right if it is the right side of the same pair."""
        left, right = self._sides(answer)
        return "right" if left.right_key == right.right_key else "wrong"

    def reason(self, answer: str) -> str:
        """The reason of the left side's pair, whatever was picked for it."""
        return self._sides(answer)[0].because

    def chosen(self, answer: str) -> tuple[Said, ...]:
        """The right side that was picked."""
        return (self._sides(answer)[1].right,)

    def solution(self, part: str = "") -> Solution:
        """The right side that belongs to the left one."""
        return Solution((next(pair.right for pair in self.pairs if pair.key == part),))

    def _sides(self, answer: str) -> tuple[Pair, Pair]:
        """The pair of the left side, and that of the right side which was picked for it."""
        left, right = split(answer)
        return (
            {pair.key: pair for pair in self.pairs}[left],
            {pair.right_key: pair for pair in self.pairs}[right],
        )
