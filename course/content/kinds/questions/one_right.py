"""Questions of which exactly one answer is right, and each has its reason."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Set
from typing import ClassVar

from msgspec import Struct

from course.content.kinds.questions.question import Offered, QuestionKind, Result, Solution
from course.content.kinds.said import Said

Meant = Callable[[str], Set[str]]


class Alternative(Struct, frozen=True):
    """One of the answers."""

    key: str
    said: Said
    because: str
    right: bool
    must_fix: bool = False


class OneRight(QuestionKind, frozen=True, kw_only=True):
    """One of the answers is right. It is asked twice; then that one is shown, but where an answer
    must be put right."""

    listed: ClassVar[str]
    """The key under which the answers are written."""

    @property
    @abstractmethod
    def alternatives(self) -> tuple[Alternative, ...]:
        """The answers, as they are written."""

    @abstractmethod
    def given_away(self, hint: str, meant: Meant) -> str:
        """What of its answer a hint says; empty if nothing.

        `meant` gives the beginnings of the words that carry a text's meaning.
        """

    @property
    def named(self) -> tuple[Offered, ...]:
        """The answers."""
        return self.offered()

    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """The answers."""
        return tuple(Offered(each.key, each.said) for each in self.alternatives)

    def grade(self, answer: str) -> Result:
        """Right or wrong."""
        return "right" if self._alternative(answer).right else "wrong"

    def reason(self, answer: str) -> str:
        """Its own reason."""
        return self._alternative(answer).because

    def chosen(self, answer: str) -> tuple[Said, ...]:
        """Its text."""
        return (self._alternative(answer).said,)

    def solution(self, part: str = "") -> Solution:
        """The right answer, and why."""
        right = next(each for each in self.alternatives if each.right)
        return Solution((right.said,), right.because)

    def must_be_put_right(self, answer: str) -> bool:
        """Whether its author says so."""
        return any(
            each.must_fix and not each.right for each in self.alternatives if each.key == answer
        )

    def _alternative(self, answer: str) -> Alternative:
        return {each.key: each for each in self.alternatives}[answer]
