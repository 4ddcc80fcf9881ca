"""Where visits begin: with a new code, or with one that was given out before."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from course.clinic import Setting
from course.content.model import Course
from course.visit.evaluation import FIRST, Evaluation, plan_of
from course.visit.rounds import Asks
from course.visit.route import AFTER, BEFORE, ROUNDS
from course.visit.visit import Visit
from course.waits import GrowingWait
from progress import codes
from progress.errors import LearnerBusy, NewerSchema, NoSuchLearner, ProgressError
from progress.learner_file import LearnerFile
from progress.learners import LearnerStore

Reason = Literal["mistyped", "unknown", "busy", "newer", "unreadable", "wait"]

FREE_TRIES = 5
"""So many wrong codes may be typed one after the other before there is a wait."""
FIRST_WAIT = 30.0
LONGEST_WAIT = 900.0
"""Seconds; each further wrong code doubles the wait up to the longest."""
FORGIVEN_EVERY = 600.0
"""Seconds after which one wrong code is forgiven. A right one forgives nothing: whoever guesses may
have a code of their own, and would type it after every fourth guess."""
_WAIT = GrowingWait(FREE_TRIES, FIRST_WAIT, LONGEST_WAIT)


class ResumeError(Exception):
    """A code did not open a visit; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class Reception:
    """Opens visits to one course in any of its languages; their progress lives in one folder."""

    def __init__(
        self,
        course_in: Callable[[str], Course],
        languages: Sequence[str],
        folder: Path,
        clock: Callable[[], float] = time.monotonic,
        evaluation: Setting = "off",
    ) -> None:
        """`course_in` gives the course in one of the `languages`, of which the first is used for
        whoever speaks none of them. What is counted lies beside the `folder`."""
        self._course_in = course_in
        self._languages = languages
        self._store = LearnerStore(folder)
        self._counts = folder.parent
        self._evaluation = evaluation
        self._clock = clock
        self._wrong = 0.0
        self._counted_at = 0.0
        self._closed_until = 0.0

    def begin(self, language: str) -> Visit:
        """A new learner's visit; in memory as long as no file can be made for them."""
        try:
            learner = self._store.create(language)
        except ProgressError:
            learner = self._store.create_later(language)
        visit = self._visit(learner)
        visit.start()
        return visit

    def resume(self, code: str) -> Visit:
        """The visit of the learner with this code. Raises ResumeError with the reason.

        Whoever types wrong codes has to wait longer and longer, and is not told which codes there
        are; starting anew stays open to them.
        """
        if self._clock() < self._closed_until:
            raise ResumeError("wait")
        try:
            if not codes.is_code(code):
                raise ResumeError("mistyped")
            visit = self._visit(self._store.open(code))
        except ProgressError as error:
            reason = _reason(error)
            if reason == "unknown":
                self._count_wrong()
            raise ResumeError(reason) from error
        except ResumeError:
            self._count_wrong()
            raise
        return visit

    def forget(self, visit: Visit) -> bool:
        """Remove everything that is kept of a visit's learner; says whether all of it is gone."""
        try:
            self._store.forget(visit.record.code)
        except NoSuchLearner:
            return True
        except ProgressError:
            return False
        return True

    def _visit(self, learner: LearnerFile) -> Visit:
        spoken = learner.learner.language
        language = spoken if spoken in self._languages else self._languages[0]
        return Visit(
            self._course_in(language),
            learner,
            lambda: (self._course_in(each) for each in self._languages),
            asks=self._asks(learner.code),
        )

    def _asks(self, code: str) -> Asks:
        """What the learner with a code is asked beside the course."""
        if self._evaluation == "off":
            return Asks()
        if self._evaluation == "before-after":
            return Asks(ROUNDS)
        original = self._course_in(self._languages[0])
        # A plan in the words of a translation would be another one.
        if not original.evaluation or original.language != original.languages[0]:
            return Asks()
        one = Evaluation(self._counts, plan_of(original), code)
        return Asks((BEFORE if one.arm == FIRST else AFTER,), one)

    def _count_wrong(self) -> None:
        now = self._clock()
        forgiven = (now - self._counted_at) / FORGIVEN_EVERY
        self._wrong = max(self._wrong - forgiven, 0.0) + 1
        self._counted_at = now
        self._closed_until = now + _WAIT.after(math.ceil(self._wrong))


def _reason(error: ProgressError) -> Reason:
    match error:
        case NoSuchLearner():
            return "unknown"
        case LearnerBusy():
            return "busy"
        case NewerSchema():
            return "newer"
        case _:
            return "unreadable"
