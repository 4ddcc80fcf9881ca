"""Questions that are answered one part after the other, each part once.

A part whose answer could harm is asked again after the last one, until it is right.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from course.content.kinds.questions.question import Asked, QuestionKind, Standing, Try


class Parted(QuestionKind, frozen=True, kw_only=True):
    """An answer is the key of its part, a sign, and what was chosen for it."""

    form = "parts"
    reason_tells = True

    @property
    @abstractmethod
    def parts(self) -> tuple[Asked, ...]:
        """What is asked, in its order."""

    def next_part(self, tries: Sequence[Try]) -> Asked:
        """The first part that was not answered yet, or else has still to be put right.

        Raises StopIteration if there is none.
        """
        answered = _first(tries)
        left = [part for part in self.parts if part.key not in answered]
        return next(iter(left or self._to_mend(tries)))

    def part_of(self, answer: str) -> Asked:
        """The part to which something was answered."""
        return {part.key: part for part in self.parts}[split(answer)[0]]

    def standing(self, tries: Sequence[Try]) -> Standing:
        """Done when each part was answered, and put right where it must be.

        Known when the first answer to each was right.
        """
        first = _first(tries)
        answered = all(part.key in first for part in self.parts)
        missed = any(result != "right" for result in first.values())
        done = answered and not self._to_mend(tries)
        return Standing(len(tries), done, answered and not missed, missed)

    def is_asked_again(self, tries: Sequence[Try]) -> bool:
        """Whether the part that was answered last has still to be put right."""
        return self.part_of(tries[-1].choice) in self._to_mend(tries)

    def is_through(self, tries: Sequence[Try]) -> bool:
        """Whether as many parts were answered as there are: an earlier wording had other keys."""
        answered = _first(tries).keys()
        if answered <= {part.key for part in self.parts}:
            return self.standing(tries).done
        return len(answered) >= len(self.parts)

    def _to_mend(self, tries: Sequence[Try]) -> list[Asked]:
        """The parts of which a wrong answer has still to be put right."""
        open_: dict[str, bool] = {}
        for one in tries:
            part = split(one.choice)[0]
            harms = self.must_be_put_right(one.choice)
            open_[part] = one.result != "right" and (harms or open_.get(part, False))
        return [part for part in self.parts if open_.get(part.key)]


def joined(part: str, chosen: str) -> str:
    """The answer that something was chosen for the part with a key."""
    return f"{part}={chosen}"


def split(answer: str) -> tuple[str, str]:
    """The key of the part, and what was chosen for it."""
    part, _, chosen = answer.partition("=")
    return part, chosen


def _first(tries: Sequence[Try]) -> dict[str, str]:
    """What came of the first answer to each part."""
    return {split(one.choice)[0]: one.result for one in reversed(tries)}
