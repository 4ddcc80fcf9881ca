"""The tries that a person has had at each question. Pure."""

from __future__ import annotations

from typing import Protocol

from course.content.kinds.questions import Question
from course.content.kinds.questions.question import Standing, Try
from course.content.siblings import Name


class Answered(Try, Protocol):
    """A recorded try that names its question and the wording that was shown."""

    @property
    def module(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def hash(self) -> str: ...


class Tries:
    """Every try, each with its number among all of them.

    Only those at the very wording of a question count for it. Whoever asks how far a person came
    takes those at the wording that was answered last, be it an earlier one or another language's.
    """

    def __init__(self, *, at_any_wording: bool = False) -> None:
        self._at_any_wording = at_any_wording
        self._tries: dict[Name, list[tuple[int, Answered]]] = {}
        self._wordings: dict[int, tuple[Question, str]] = {}
        """The fingerprint of each question that was asked for, by its id() while it is held here:
        to work one out takes longer than all the rest."""
        self._count = 0

    def add(self, answer: Answered) -> None:
        """One try more."""
        self._count += 1
        tries = self._tries.setdefault((answer.module, answer.question), [])
        tries.append((self._count, answer))

    def at(self, name: Name, question: Question) -> list[Answered]:
        """Those at a question of a module, the first one first."""
        return [one for _, one in self._numbered(name, question)]

    def first_at(self, name: Name, question: Question) -> int:
        """The number of the first of them; 0 if there is none."""
        return next((number for number, _ in self._numbered(name, question)), 0)

    def standing(self, name: Name, question: Question) -> Standing:
        """How far the person is with a question of a module."""
        tries = self.at(name, question)
        standing = question.standing(tries)
        if not self._at_any_wording:
            return standing
        # The parts of another wording have other keys.
        done = question.is_through(tries)
        known = bool(tries) and done and not standing.missed
        return Standing(len(tries), done, known, standing.missed)

    def _numbered(self, name: Name, question: Question) -> list[tuple[int, Answered]]:
        tries = self._tries.get(name)
        if not tries:
            return []
        wording = tries[-1][1].hash if self._at_any_wording else self._wording(question)
        return [each for each in tries if each[1].hash == wording]

    def _wording(self, question: Question) -> str:
        if id(question) not in self._wordings:
            self._wordings[id(question)] = (question, question.fingerprint)
        return self._wordings[id(question)][1]
