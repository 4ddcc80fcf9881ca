"""What the course does, shown by chance: half of the visits answer first, half take it first.

The arm hangs on the code and the plan, so it is settled before anybody sees anything, and the same
at every visit. What is answered is counted for each arm and kept of no person: between two visits
of one learner only the place tells how far they are. The plan is fixed by the first visit that is
counted under it; a question that changes makes another plan, with counts of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from course.content.kinds.questions.question import Result
from progress.errors import ProgressError
from progress.tally import Tally

if TYPE_CHECKING:
    from course.content.model import Course

Arm = Literal["questions-first", "course-first"]
FIRST: Arm = "questions-first"
LAST: Arm = "course-first"
ARMS: tuple[Arm, Arm] = (FIRST, LAST)

FILE = "evaluation.json"
SIGN = 12
"""Digits of the mark of a plan by which the files of its learners name it."""
Stage = Literal["allocated", "course"]
"""How far a visit comes, beside the questions: into an arm, and to the end of the course."""
OUTCOME = "The share of the questions that a person answers right at the one try they have."
ALLOCATION = "One half by chance, by the first bit of SHA-256 over the plan and the code."
ANALYSIS = (
    "Those who finished the questions at one sitting, in the arm of their code; the difference of "
    "the means of the two arms, course first less questions first, with Welch's 95 % interval."
)


class Plan(Struct, frozen=True):
    """What is asked and compared, in words that anybody can read later."""

    text: str

    @property
    def mark(self) -> str:
        """Its SHA-256, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def arm(self, code: str) -> Arm:
        """The arm of the learner with a code."""
        return ARMS[hashlib.sha256(f"{self.mark}/{code}".encode()).digest()[0] & 1]


def plan_of(course: Course) -> Plan:
    """The plan for a course, of which the edition in its original language is given."""
    asked = ", ".join(
        f"{module}/{name} ({course.module(module).question(name).fingerprint})"
        for module, name in course.evaluation
    )
    lines = (
        f"Course: {course.id}",
        f"Questions: {asked}",
        f"Outcome: {OUTCOME}",
        f"Allocation: {ALLOCATION}",
        f"Analysis: {ANALYSIS}",
    )
    return Plan("\n".join(lines))


class Evaluation:
    """What one visit adds to the counts of a plan. What cannot be written is not counted, and
    holds nobody up."""

    def __init__(self, folder: Path, plan: Plan, code: str) -> None:
        """The counts are in a file of the folder; `code` is the learner's."""
        self.arm = plan.arm(code)
        self.sign = plan.mark[:SIGN]
        """Names the plan in the learner's file."""
        self._plan = plan
        self._tally = Tally(folder / FILE)

    def reached(self, stage: Stage) -> None:
        """The visit came so far."""
        self._add([stage])

    def answered(
        self, question: str, result: Result, known: Sequence[Result], at: tuple[int, int]
    ) -> None:
        """One question was answered: `at` is its number, from 1, and how many there are.

        `known` holds what came of all that were answered since the visit was opened last. How many
        were right in all counts only where that is all of them: nothing is kept that could tell it
        of the others.
        """
        number, of = at
        names = [f"{question}/{result}"]
        if number == 1:
            names.append("began")
        if number == of:
            names.append("finished")
        if number == len(known) == of:
            names.append(f"right-{known.count('right')}")
        self._add(names)

    def _add(self, names: Iterable[str]) -> None:
        with suppress(ProgressError):
            self._tally.add(
                self._plan.mark, self._plan.text, [f"{self.arm}/{name}" for name in names]
            )
