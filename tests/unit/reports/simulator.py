"""A made-up clinic: a course, and patients who go through it.

Without a fault, questions are as different as good ones are: from 50 to 92 of 100 people know the
answer, wrong answers draw unlike numbers, some are not sure, 1 to 6 of 100 choose too little care
for a danger sign, at each step up to 2 of 100 leave, and a part takes six tenths to one and a
half of the time that there is to read. People differ in how much they know.
"""

from __future__ import annotations

import datetime
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from course import language
from course.content.kinds.questions import Choice, Option, Question, Row, Rows, Triage
from course.content.minutes import Clock
from course.content.model import Course, Module, Page
from course.content.signs import Level, Sign
from course.learners.counts import Counts
from course.reports.figures import Report
from course.reports.gather import ALL, Kept
from course.reports.period import Period
from course.reports.report import report
from course.visit.route import Place, question_at, steps
from progress.records import Answer, Bookmark, Learner, PageRead, moment
from progress.snapshot import Snapshot
from tests.answers import other_answers, right_answer
from tests.courses import a_course, a_module

LEVELS: tuple[Level, ...] = ("emergency", "now", "today", "home")
START = datetime.datetime(2026, 11, 2, 8, 0, tzinfo=datetime.UTC)


def a_clinics_course(modules: int = 6) -> Course:
    """Six parts of four pages, with two choices, three rows and two stories each."""
    signs = {
        f"sign-{number}": Sign(
            sign=f"Sign {number}",
            after="any",
            level=LEVELS[number % 4],
            why="It may harm.",
            short=f"sign {number}",
        )
        for number in range(2 * modules)
    }
    return a_course(*(_module(number, signs) for number in range(modules)), triage=signs)


def _module(number: int, signs: dict[str, Sign]) -> Module:
    pages = [
        Page(id=f"page-{index}", title=f"Page {number}.{index}", text="Read this. " * 40)
        for index in range(4)
    ]
    choices = [
        Choice(
            id=f"choice-{index}",
            ask=f"What is so, {number}.{index}?",
            options=tuple(
                Option(
                    text=f"Answer {number}.{index}.{letter}",
                    because="So it is.",
                    right=letter == "a",
                    must_fix=letter == "b" and index == 1,
                )
                for letter in "abcd"
            ),
            hint="Think.",
            page="page-1",
        )
        for index in range(2)
    ]
    rows = Rows(
        id="rows",
        ask=f"What do you do, {number}?",
        rows=tuple(Row(f"Row {number}.{index}", "yes", "So it is.") for index in range(3)),
        hint="Think.",
        page="page-1",
    )
    stories = [
        Triage(
            id=f"story-{index}", ask=f"Story {number}.{index}", sign=f"sign-{2 * number + index}",
            hint="Think.",
            page="page-1",
        ).filled_in(signs)
        for index in range(2)
    ]  # fmt: skip
    return a_module(f"part-{number}", pages, [*choices, rows, *stories])


@dataclass
class Habit:
    """How people answer one item: a weight for each answer, before what they know counts."""

    right: str
    known: float
    """The share of people who know it."""
    others: dict[str, float]
    """What the others answer."""
    slope: float = 1.2
    """How much more those know it who know more of everything; below 0, less."""

    def answer(self, ability: float, chance: random.Random) -> str:
        """What a person says first."""
        logit = math.log(self.known / (1 - self.known)) * 1.25 + self.slope * ability
        if chance.random() < 1 / (1 + math.exp(-logit)):
            return self.right
        return chance.choices(list(self.others), list(self.others.values()))[0]


@dataclass
class Clinic:
    """A course and its patients; `planted` has the faults that it can have."""

    seed: int
    course: Course = field(default_factory=a_clinics_course)
    _taken: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        clock = Clock(self.course, language.load("en"))
        self.habits: dict[tuple[str, str, str], Habit] = {}
        self.leave: dict[tuple[str, str], float] = {}
        self.seconds: dict[str, float] = {}
        """What a step of a module takes."""
        self.written: dict[str, float] = {}
        """What it should take, by what there is to read."""
        for module in self.course.modules:
            way = _way(module)
            pace = math.exp(self._chance.uniform(math.log(0.6), math.log(1.5)))
            self.written[module.id] = clock.module(module).seconds / len(way)
            self.seconds[module.id] = self.written[module.id] * pace
            for place in way:
                self.leave[module.id, place.id] = self._chance.uniform(0.002, 0.02)
            for question in filter(lambda each: each.is_graded, module.questions):
                for part in question.parts:
                    name = (module.id, question.id, part.key)
                    self.habits[name] = self._habit(question, part.key)

    def _habit(self, question: Question, part: str) -> Habit:
        chance = self._chance
        right = right_answer(question, part)
        if isinstance(question, Triage):
            others = other_answers(question)
            safe = {each: 1.0 for each in others if question.grade(each) == "safe"}
            wrong = {each: 1.0 for each in others if question.grade(each) == "wrong"}
            missed = chance.uniform(0.01, 0.06)
            careful = chance.uniform(0.05, 0.3) if safe else 0.0
            known = 1 - careful - (missed if wrong else 0.0)
            weights = {each: careful / len(safe) for each in safe}
            weights |= {each: missed / len(wrong) for each in wrong}
            return Habit(right, min(known, 0.97), weights, slope=0.3)
        others = other_answers(question, part)
        weights = {each: chance.uniform(0.5, 1.5) for each in others}
        harmful = [each for each in others if question.must_be_put_right(each)]
        known = chance.uniform(0.85, 0.92) if harmful else chance.uniform(0.5, 0.9)
        return Habit(right, known, weights | dict.fromkeys(harmful, 0.15))

    # Where a fault can be planted

    def pick(self, *names: str) -> tuple[str, str, str, Habit]:
        """An item of a question with one of these names that has no fault yet, and its habit."""
        free = [name for name in self.habits if name[1] in names and name[:2] not in self._taken]
        name = self._chance.choice(free)
        self._taken.add(name[:2])
        return *name, self.habits[name]

    def pick_step(self, kind: str) -> tuple[str, str]:
        """A step without a fault, in a part after the first."""
        free = [
            (module.id, place.id)
            for module in self.course.modules[1:]
            for place in _way(module)
            if place.kind == kind and (module.id, place.id) not in self._taken
        ]
        found = self._chance.choice(free)
        self._taken.add(found)
        return found

    # Patients

    def report(self, people: int, small: bool = False, period: Period = ALL) -> Report:
        """What the report says of so many of them, one every ten minutes."""
        kept = Kept(self.course, period)
        for visit in self.visits(people):
            kept.add(visit)
        return report([self.course], kept, Counts(), small)

    def visits(self, people: int) -> Iterator[Snapshot]:
        """The visits of so many people."""
        for number in range(people):
            yield self._visit(START + number * datetime.timedelta(minutes=10))

    def _visit(self, now: datetime.datetime) -> Snapshot:
        chance = self._chance
        ability, haste = chance.gauss(0, 1), math.exp(chance.gauss(0, 0.4))
        created, place = moment(now), Bookmark("map")
        answers: list[Answer] = []
        pages: list[PageRead] = []
        for module in self.course.modules:
            for step in _way(module):
                place = Bookmark(step.kind, module.id, step.id)
                if chance.random() < self.leave[module.id, step.id]:
                    break
                spent = self.seconds[module.id] * haste * math.exp(chance.gauss(0, 0.3))
                now += datetime.timedelta(seconds=spent)
                question = question_at(module, step)
                if question is None or not question.is_graded:
                    pages.append(PageRead(module=module.id, page=step.id, when=moment(now)))
                else:
                    answers += self._answers(module.id, question, ability, moment(now))
            else:
                continue
            break
        learner = Learner(language="en", created=created, last_seen=moment(now), place=place)
        return Snapshot(learner, tuple(answers), tuple(pages), ())

    def _answers(
        self, module: str, question: Question, ability: float, when: str
    ) -> Iterator[Answer]:
        tried: list[Answer] = []
        for part in question.parts:
            choice = self.habits[module, question.id, part.key].answer(ability, self._chance)
            tried.append(_answer(module, question, choice, when))
        while not question.standing(tried).done:
            right = right_answer(question, question.next_part(tried).key)
            tried.append(_answer(module, question, right, when))
        yield from tried


def _answer(module: str, question: Question, choice: str, when: str) -> Answer:
    return Answer(
        module=module,
        question=question.id,
        hash=question.fingerprint,
        choice=choice,
        result=question.grade(choice),
        seconds=12,
        when=when,
    )


def _way(module: Module) -> list[Place]:
    return [place for place in steps(module) if place.kind != "result"]
