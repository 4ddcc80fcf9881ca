"""The questions that are asked beside the course, and which of them one person is asked."""

from __future__ import annotations

from msgspec import Struct

from course.content.kinds.questions import Question
from course.content.model import Course, Module
from course.visit.achievement import Achieved
from course.visit.evaluation import Evaluation, Stage
from course.visit.record import Record
from course.visit.route import AFTER, BEFORE, FINISH, MAP, ROUNDS, Place, rounds, steps
from course.visit.tries import Answered
from progress.records import Answer


class Asks(Struct, frozen=True):
    """What a person is asked beside the course."""

    rounds: tuple[str, ...] = ()
    counted: Evaluation | None = None
    """Where the answers are counted; None if they are kept with those to the course."""


class Rounds:
    """The rounds of one visit: where they lead, and what is kept or counted of them.

    Of a visit that is counted two pages are kept as read, named after the plan: one of the round
    before the course, that it takes part, and one of the round after it, that it came to the end.
    Neither tells whether anything was answered, and which arm it is in hangs on its code anyway.
    """

    def __init__(self, course: Course, achieved: Achieved, record: Record, asks: Asks) -> None:
        self._all = rounds(course)
        self._homes = {question: module for module, question in course.evaluation}
        self._achieved = achieved
        self._record = record
        self._asked = asks.rounds
        self._counted = asks.counted

    @property
    def modules(self) -> dict[str, Module]:
        """Those that the person is asked, by name, each in the form of a module.

        Whoever began before the plan of now takes no part in it.
        """
        part = self._mark(BEFORE)
        if part is not None and not self._achieved.has_read(part):
            return {}
        return {name: self._all[name] for name in self._asked if name in self._all}

    def home(self, question: Question) -> str:
        """The module that a question of a round is from."""
        return self._homes[question.id]

    # Where they lead

    def at_start(self) -> tuple[Place, Place | None]:
        """Where a new visit begins, and a page to keep as read."""
        is_asked = BEFORE in self._asked and BEFORE in self._all
        return steps(self._all[BEFORE])[0] if is_asked else MAP, self._mark(BEFORE)

    def at_end(self) -> tuple[Place, Place | None]:
        """What comes once all modules are done, and a page to keep as read, the first time."""
        end = self._mark(AFTER)
        if end is None:
            is_due = self._is_through(BEFORE, any_of_it=True) and not self._is_through(AFTER)
        elif not self.modules or self._achieved.has_read(end):
            return FINISH, None
        else:
            is_due = True
        is_asked = AFTER in self.modules and is_due
        return steps(self._all[AFTER])[0] if is_asked else FINISH, end

    def is_told(self, place: Place) -> bool:
        """Whether it is told here what was wrong: after the course, once its round is answered."""
        if place.module != AFTER or AFTER not in self.modules:
            return False
        # Of what was counted in an earlier visit nothing is known.
        is_last = self._counted is not None and bool(self._tries(AFTER)[-1])
        return is_last or self._is_through(AFTER)

    def after_answer(self, place: Place) -> Place:
        """What comes after a question that was just answered."""
        if self.is_told(place):
            return next(iter(self._missed()), FINISH)
        way = steps(self._all[place.module])
        later = way[way.index(place) + 1 :]
        return later[0] if later else MAP if place.module == BEFORE else FINISH

    def after_told(self, place: Place) -> Place:
        """What comes after one of which it was told what is right."""
        missed = self._missed()
        return missed[missed.index(place) + 1] if place in missed[:-1] else FINISH

    def told_step(self, place: Place) -> tuple[int, int]:
        """Which of those a place is, counted from 1, and how many there are."""
        missed = self._missed()
        return missed.index(place) + 1, len(missed)

    def preceding(self, place: Place) -> Place | None:
        """The step before one; None where none leads back. What is counted is asked once."""
        if self.is_told(place):
            missed = self._missed()
            return missed[missed.index(place) - 1] if place in missed[1:] else None
        if self._counted is not None:
            return None
        way = steps(self._all[place.module])
        return way[way.index(place) - 1] if place in way[1:] else MAP

    # What is kept of them, and what is counted

    def bookmark(self, place: Place) -> Place:
        """Where to go on from a place at another visit: what is not kept is not told again."""
        return FINISH if self._counted is not None and self.is_told(place) else place

    def kept(self, answer: Answer) -> Answer | None:
        """What to keep of an answer to a round; one that is counted is known for now only."""
        if self._counted is None:
            return answer
        self._record.remember(answer)
        return None

    def count_answer(self, answer: Answer) -> None:
        """Count an answer that was given to a round, where such are counted."""
        if self._counted is None:
            return
        names = [each.id for each in self._all[answer.module].questions]
        known = [tries[0].result for tries in self._tries(answer.module) if tries]
        name = f"{self._homes[answer.question]}/{answer.question}"
        self._record.flush()
        self._counted.answered(
            name, answer.result, known, (names.index(answer.question) + 1, len(names))
        )

    def count(self, stage: Stage) -> None:
        """Count that the visit came so far.

        Where it stands is on the disk first: whoever comes back is not counted once more.
        """
        if self._counted is not None:
            self._record.flush()
            self._counted.reached(stage)

    # What they show

    def gain(self) -> tuple[int, int, int] | None:
        """How many of the questions before and after the course were right, and how many there are.

        None unless both rounds were gone through, and more was right after it.
        """
        if not all(name in self.modules and self._is_through(name) for name in ROUNDS):
            return None
        before, after = (
            sum(tries[0].result == "right" for tries in self._tries(name)) for name in ROUNDS
        )
        return (before, after, len(self._tries(AFTER))) if after > before else None

    @property
    def is_once(self) -> bool:
        """Whether the questions are asked once only, so that no round comes back to them."""
        return len(self.modules) < len(ROUNDS)

    def _mark(self, name: str) -> Place | None:
        return Place("page", name, self._counted.sign) if self._counted is not None else None

    def _tries(self, name: str) -> list[list[Answered]]:
        module = self._all[name]
        return [self._achieved.tries(module, question) for question in module.questions]

    def _is_through(self, name: str, *, any_of_it: bool = False) -> bool:
        if name not in self.modules:
            return False
        return (any if any_of_it else all)(self._tries(name))

    def _missed(self) -> list[Place]:
        """The questions after the course whose answer was not right."""
        way = steps(self._all[AFTER])
        return [
            place
            for place, tries in zip(way, self._tries(AFTER), strict=True)
            if tries and tries[-1].result != "right"
        ]
