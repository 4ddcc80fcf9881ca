"""A seeded population that goes through a course, and what a report about it must say.

What it must say is worked out here from lists of everything, in another way than the report does.
"""

from __future__ import annotations

import datetime
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from course.content.kinds.questions import Question, Reflect, Triage
from course.content.model import Course, Module
from course.visit.route import question_at, steps
from progress.checked_json import encode
from progress.codes import new_code
from progress.records import Answer, Bookmark, Learner, PageRead, Record, moment
from tests.answers import other_answers, right_answer

START = datetime.datetime(2026, 11, 1, 8, 0, tzinfo=datetime.UTC)
LEAVES = 0.04
"""How likely it is, at every step, that a person goes no further."""

Name = tuple[str, str, str]
"""Module, question, and the part of it."""


@dataclass
class Expected:
    """Everything that happened, kept whole."""

    first: dict[Name, list[tuple[str, str, int]]] = field(default_factory=lambda: defaultdict(list))
    """Result, choice and seconds of each first try."""
    second: Counter[Name] = field(default_factory=Counter)
    """How many were right on the second try."""
    started: Counter[str] = field(default_factory=Counter)
    finished: Counter[str] = field(default_factory=Counter)
    left: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By module, kind of step and id."""
    scores: list[dict[Name, bool]] = field(default_factory=list)


class Population:
    """People who answer each question as well as its difficulty lets them."""

    def __init__(self, course: Course, seed: int) -> None:
        self.expected = Expected()
        self._course = course
        self._random = random.Random(seed)
        self._difficulty: dict[str, float] = {}

    def write(self, folder: Path, people: int) -> list[str]:
        """Let so many people visit the course, each into a file; gives their codes."""
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        found: set[str] = set()
        while len(found) < people:
            found.add(new_code(self._random.randrange))
        for code in sorted(found):
            (folder / f"{code}.json").write_bytes(encode(self._visit()))
        return sorted(found)

    def _visit(self) -> dict[str, dict[str, object]]:
        person = _Person(self._random.gauss(0, 1.2), START)
        for module in self._course.modules:
            if not self._module(module, person):
                break
        self.expected.scores.append(person.scores)
        learner = Learner(
            language=self._course.language,
            created=moment(START),
            last_seen=moment(person.now),
            place=person.place,
        )
        tables = {"learner": _table([learner]), "answers": _table(person.answers)}
        return tables | {"pages": _table(person.pages)}

    def _module(self, module: Module, person: _Person) -> bool:
        self.expected.started[module.id] += 1
        for step in steps(module):
            if step.kind == "result":
                break
            if self._is_spare_for_nothing(module, step.id, person):
                continue
            person.place = Bookmark(step.kind, module.id, step.id)
            if self._random.random() < LEAVES:
                self.expected.left[module.id, step.kind, step.id] += 1
                return False
            person.now += datetime.timedelta(seconds=self._random.randrange(5, 90))
            question = question_at(module, step)
            if question is not None:
                self._question(module, question, person)
            if step.kind == "page" or isinstance(question, Reflect):
                page = PageRead(module=module.id, page=step.id, when=moment(person.now))
                person.pages.append(page)
        self.expected.finished[module.id] += 1
        person.place = Bookmark("result", module.id)
        return True

    def _is_spare_for_nothing(self, module: Module, name: str, person: _Person) -> bool:
        """Whether it is a second story, and the first one of its sign was not missed."""
        stories = [
            (each.id, question)
            for each in self._course.modules
            for question in each.questions
            if isinstance(question, Triage)
        ]
        here = next((q for where, q in stories if (where, q.id) == (module.id, name)), None)
        first = next(((w, q.id, "") for w, q in stories if here and q.sign == here.sign), None)
        if first is None or first[:2] == (module.id, name):
            return False
        return person.scores.get(first) is not False

    def _question(self, module: Module, question: Question, person: _Person) -> None:
        for part, right, wrong in _answers(question):
            name = (module.id, question.id, part)
            difficulty = self._difficulty.setdefault("/".join(name), self._random.uniform(-1, 1))
            first = self._try(name, question, difficulty, right, wrong, person)
            self.expected.first[name].append((first.result, first.choice, first.seconds))
            person.scores[name] = first.result == "right"
            easier = difficulty
            while not part and not question.standing(person.at(question)).done:
                easier -= 1
                tried = self._try(name, question, easier, right, wrong, person)
                if len(person.at(question)) == 2 and tried.result in ("right", "safe"):
                    self.expected.second[name] += 1

    def _try(
        self,
        name: Name,
        question: Question,
        difficulty: float,
        right: str,
        wrong: list[str],
        person: _Person,
    ) -> Answer:
        knows = person.ability + self._random.gauss(0, 1) > difficulty
        choice = right if knows else wrong[0] if self._random.random() < 0.6 else wrong[-1]
        seconds = self._random.randrange(2, 40)
        person.now += datetime.timedelta(seconds=seconds)
        answer = Answer(
            module=name[0],
            question=name[1],
            hash=question.fingerprint,
            choice=choice,
            result=question.grade(choice),
            seconds=seconds,
            when=moment(person.now),
        )
        person.answers.append(answer)
        return answer


@dataclass
class _Person:
    ability: float
    now: datetime.datetime
    place: Bookmark = field(default_factory=lambda: Bookmark("map"))
    answers: list[Answer] = field(default_factory=list)
    pages: list[PageRead] = field(default_factory=list)
    scores: dict[Name, bool] = field(default_factory=dict)

    def at(self, question: Question) -> list[Answer]:
        return [one for one in self.answers if one.hash == question.fingerprint]


def _answers(question: Question) -> Iterable[tuple[str, str, list[str]]]:
    """For each part its key, the right answer and the wrong ones."""
    for part in question.parts if question.is_graded else ():
        yield part.key, right_answer(question, part.key), other_answers(question, part.key)


def _table(records: Iterable[Record]) -> dict[str, object]:
    return {str(number): msgspec.to_builtins(one) for number, one in enumerate(records, start=1)}
