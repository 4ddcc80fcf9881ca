"""Steps to be put in order."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course.content.kinds.piece import Piece
from course.content.kinds.questions.question import (
    Offered,
    QuestionKind,
    Result,
    Solution,
    key_of,
)
from course.content.kinds.said import Said
from course.content.texts import Inline, Line


class OrderStep(Piece, frozen=True):
    text: Line
    because: Inline
    """Why it comes where it does."""

    on_card = answers = ("text",)

    @property
    def key(self) -> str:
        """Names the step in the records, wherever it stands in its question."""
        return key_of(self.text)


class Order(QuestionKind, frozen=True, kw_only=True, tag_field="kind", tag="order"):
    """`steps` stand in their right order; they are shown in another one."""

    steps: Annotated[tuple[OrderStep, ...], Meta(min_length=3, max_length=5)]

    form = "order"
    reason_tells = True
    is_mixed = True
    distinct = (("steps", "text"),)

    @property
    def texts(self) -> tuple[str, ...]:
        """Each step with its reason."""
        return tuple(text for step in self.steps for text in (step.text, step.because))

    @property
    def named(self) -> tuple[Offered, ...]:
        """The steps."""
        return self.offered()

    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """The steps; an answer is the keys of all of them, with commas between."""
        return tuple(Offered(step.key, step.text) for step in self.steps)

    def arranged(self, code: str, part: str = "") -> tuple[Offered, ...]:
        """The steps, never in the right order."""
        order = super().arranged(code, part)
        return order[::-1] if order == self.offered(part) else order

    def grade(self, answer: str) -> Result:
        """Right if all are in order."""
        return "right" if self._given(answer) == self.steps else "wrong"

    def reason(self, answer: str) -> str:
        """Why the first step that is out of place comes where it does; else why the first does."""
        pairs = zip(self._given(answer), self.steps, strict=True)
        wrong = (step for step, right in pairs if step != right)
        return next(wrong, self.steps[0]).because

    def chosen(self, answer: str) -> tuple[Said, ...]:
        """The steps as they were given."""
        return tuple(step.text for step in self._given(answer))

    def solution(self, part: str = "") -> Solution:
        """The steps in order."""
        return Solution(tuple(step.text for step in self.steps))

    def _given(self, answer: str) -> tuple[OrderStep, ...]:
        steps = {step.key: step for step in self.steps}
        given = tuple(steps[key] for key in answer.split(","))
        if len(given) != len(steps) or len(set(given)) != len(steps):
            raise KeyError(answer)
        return given
