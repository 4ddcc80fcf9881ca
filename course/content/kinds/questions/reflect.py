"""Teach-back: say it in your own words, then see what a good answer holds."""

from __future__ import annotations

from collections.abc import Sequence

from course.content.kinds.questions.question import (
    Offered,
    QuestionKind,
    Result,
    Solution,
    Standing,
    Try,
)
from course.content.kinds.said import Said
from course.content.texts import Inline


class Reflect(QuestionKind, frozen=True, kw_only=True, tag_field="kind", tag="reflect"):
    """Said aloud or thought. Nothing is graded, and nothing is kept."""

    model: Inline

    form = "aloud"
    results = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What a good answer says."""
        return (self.model,)

    @property
    def named(self) -> tuple[Offered, ...]:
        """Nothing is kept."""
        return ()

    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """Nothing is chosen."""
        return ()

    def grade(self, answer: str) -> Result:
        """Raises KeyError: there is no answer to grade."""
        raise KeyError(answer)

    def reason(self, answer: str) -> str:
        """Raises KeyError: there is no answer to say something to."""
        raise KeyError(answer)

    def chosen(self, answer: str) -> tuple[Said, ...]:
        """Raises KeyError: nothing can be chosen."""
        raise KeyError(answer)

    def solution(self, part: str = "") -> Solution:
        """What a good answer says."""
        return Solution(because=self.model)

    def standing(self, tries: Sequence[Try]) -> Standing:
        """Never in the way, and never known."""
        return Standing(0, done=True, known=False)
