"""The texts behind the ids of the records, in every language of the course."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from msgspec import Struct

from course import language
from course.content import loader
from course.content.kinds.questions import Question
from course.content.kinds.questions.question import QuestionKind, Result
from course.content.kinds.said import Said
from course.content.model import Course
from course.content.siblings import Siblings
from course.learners.visits import Item
from course.visit.route import AFTER, BEFORE

GONE = "(no longer in the course)"


def editions(folder: Path, language: str | None) -> list[Course]:
    """The course in every language it has, first in the one asked for or its original one.

    Raises ContentError, UsageError as `loader.load`.
    """
    first = loader.load(folder, language)
    others = (other for other in first.languages if other != first.language)
    return [first, *(loader.load(folder, other) for other in others)]


class Wording(Struct, frozen=True):
    """What an item asked. A text that is no longer in the course says so, or is empty."""

    language: str
    """Empty for an earlier wording, of which only the hash is known."""
    kind: str
    results: tuple[Result, ...]
    """What can come of a try, as far as the course still tells."""
    ask: str
    statement: str
    """The row or the left side, where the question has several."""

    @property
    def is_current(self) -> bool:
        """Whether this is the wording of today."""
        return bool(self.language)


class Wordings:
    """Finds the texts of items in all editions of a course."""

    def __init__(self, courses: list[Course]) -> None:
        self._by_hash: dict[str, tuple[Course, Question]] = {}
        self._by_name: dict[tuple[str, str], Question] = {}
        self._texts = {
            key: _in_words(word) for kind in get_args(Question) for key, word in kind.words.items()
        }
        for course in reversed(courses):
            for module in course.modules:
                for question in module.questions:
                    self._by_hash[question.fingerprint] = (course, question)
                    self._by_name[module.id, question.id] = question
                    self._texts |= {each.key: _in_words(each.text) for each in question.named}
        first = courses[0]
        order = [
            *((BEFORE, question) for _, question in first.evaluation),
            *((m.id, q.id) for m in first.modules for q in m.questions),
            *((AFTER, question) for _, question in first.evaluation),
        ]
        self._place = {name: index for index, name in enumerate(order)}
        self._siblings = Siblings.of(first.modules)
        self._rounds = {question: module for module, question in first.evaluation}
        self._part_order = list(self._texts)

    def items(self, course: Course) -> list[Item]:
        """Every item that the course asks, but for those before and after it."""
        return [
            Item(module.id, question.id, question.fingerprint, part.key)
            for module in course.modules
            for question in module.questions
            if question.is_graded
            for part in question.parts
        ]

    def of(self, item: Item) -> Wording:
        """What an item asked."""
        statement = self._texts.get(item.part, GONE) if item.part else ""
        if item.hash in self._by_hash:
            course, question = self._by_hash[item.hash]
            return _wording(course.language, question, statement)
        module = item.module
        if module in (BEFORE, AFTER):
            module = self._rounds.get(item.question, "")
        now = self._by_name.get((module, item.question))
        if now is None:
            return Wording("", "", QuestionKind.results, GONE, statement)
        return _wording("", now, statement)

    def question(self, item: Item) -> Question | None:
        """The question that an item is or belongs to, if it is asked in these words today."""
        found = self._by_hash.get(item.hash)
        return found[1] if found else None

    def comes_again(self, item: Item) -> bool:
        """Whether a later question is on the same point; it can be told of whole questions only."""
        return not item.part and (item.module, item.question) in self._siblings.later

    def is_spare(self, item: Item) -> bool:
        """Whether it is asked of those alone who missed the point of an earlier question."""
        return (item.module, item.question) in self._siblings.spared

    def said(self, texts: Iterable[Said]) -> str:
        """An answer in words: one text, or the steps of an order."""
        return ", then ".join(map(_in_words, texts))

    def chosen(self, choice: str) -> str:
        """What an answer said, in the words of the course."""
        said = (part.rpartition("=")[2] for part in choice.split(","))
        return ", then ".join(self._texts.get(key, GONE) for key in said)

    def place(self, item: Item) -> tuple[int, str, str, bool, str, int]:
        """Sorts items in the order of the course, the wording of today before earlier ones."""
        known = self._place.get((item.module, item.question), len(self._place))
        order = self._part_order
        part = order.index(item.part) if item.part in self._texts else len(order)
        earlier = item.hash not in self._by_hash
        return known, item.module, item.question, earlier, item.hash, part


def _wording(language: str, question: Question, statement: str) -> Wording:
    return Wording(language, question.kind, question.results, question.ask, statement)


def _in_words(said: Said) -> str:
    """A text of the course, or a word in the language of the report, which is English."""
    return said if isinstance(said, str) else language.load("en")(said.name, **said.values)
