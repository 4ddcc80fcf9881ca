"""Questions that are answered one part after the other, each part once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from course.content.kinds.questions.question import Asked, QuestionKind, Standing, Try


class Parted(QuestionKind, frozen=True, kw_only=True):
    """An answer is the key of its part, a sign, and what was chosen for it."""

    form = "parts"

    @property
    @abstractmethod
    def parts(self) -> tuple[Asked, ...]:
        """What is asked, in its order."""

    def next_part(self, tries: Sequence[Try]) -> Asked:
        """The first part that was not answered yet. Raises StopIteration if all were."""
        answered = _last(tries)
        return next(part for part in self.parts if part.key not in answered)

    def part_of(self, answer: str) -> Asked:
        """The part to which something was answered."""
        return {part.key: part for part in self.parts}[split(answer)[0]]

    def standing(self, tries: Sequence[Try]) -> Standing:
        """Done when each part was answered, and known when the last answer to each is right."""
        last = _last(tries)
        parts = [part.key for part in self.parts]
        done = all(part in last for part in parts)
        known = done and all(last[part] == "right" for part in parts)
        return Standing(len(tries), done, known)

    def is_through(self, tries: Sequence[Try]) -> bool:
        """Whether as many parts were answered as there are: an earlier wording had other keys."""
        return len(_last(tries)) >= len(self.parts)


def joined(part: str, chosen: str) -> str:
    """The answer that something was chosen for the part with a key."""
    return f"{part}={chosen}"


def split(answer: str) -> tuple[str, str]:
    """The key of the part, and what was chosen for it."""
    part, _, chosen = answer.partition("=")
    return part, chosen


def _last(tries: Sequence[Try]) -> dict[str, str]:
    """What came of the last answer to each part."""
    return {split(one.choice)[0]: one.result for one in tries}
