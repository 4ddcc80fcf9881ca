"""Where visits begin: with a new code, or with one that was given out before."""

from __future__ import annotations

import datetime
import math
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from course.clinic import Setting
from course.content.model import Course
from course.visit.elsewhere import Elsewhere
from course.visit.evaluation import FIRST, Evaluation, plan_of
from course.visit.guesses import NAME, Guesses
from course.visit.rounds import Asks
from course.visit.route import AFTER, BEFORE, ROUNDS
from course.visit.visit import Visit
from progress import codes
from progress.errors import LearnerBusy, NewerSchema, NoSuchLearner, ProgressError
from progress.learner_file import LearnerFile
from progress.learners import LearnerStore

Reason = Literal["mistyped", "unknown", "away", "busy", "newer", "unreadable", "wait", "later"]
"""`mistyped`: a slip, as the check digit tells. `away`: it is not here, and other kiosks, which may
have it, cannot be asked now. `wait`: nothing was looked up, as too many codes
were nobody's. `later`: it is nobody's, or somebody's whose visit cannot be opened yet for the same
reason; which of both is not told."""


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
        wall: Callable[[], float] = time.time,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        """`course_in` gives the course in one of the `languages`, of which the first is used for
        whoever speaks none of them. What is counted lies beside the `folder`. `wall` gives the
        seconds since 1970. `elsewhere` are the other kiosks, where there are any."""
        self._course_in = course_in
        self._languages = languages
        self._store = LearnerStore(folder)
        self._counts = folder.parent
        self._evaluation = evaluation
        self._wall = wall
        self._elsewhere = elsewhere
        self._guesses = Guesses(folder.parent / NAME, clock, wall)

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

        Whoever types codes that are nobody's has to wait, and is not told which codes there are;
        starting anew stays open to them.
        """
        if not codes.is_code(code):
            raise ResumeError("mistyped")
        reach = self._guesses.reach
        if not reach:
            raise ResumeError("wait")
        error: ProgressError | None = None
        try:
            learner = self._open(code)
            if self._age(learner) <= reach:
                return self._visit(learner)
            reason: Reason = "later"
        except ProgressError as raised:
            reason, error = _reason(raised), raised
            if reach < math.inf:
                # Another reason would tell that there is such a code.
                reason = "later"
        if reason in ("unknown", "away", "later"):
            self._guesses.count()
        raise ResumeError(reason) from error

    def vouch(self) -> None:
        """Staff say that whoever types a code now does not guess."""
        self._guesses.clear()

    def forget(self, visit: Visit) -> bool:
        """Remove everything that is kept of a visit's learner; says whether all of it is gone.

        From other kiosks it goes when they can be reached.
        """
        try:
            if self._elsewhere is not None:
                self._elsewhere.forget(visit.record.code)
            self._store.forget(visit.record.code)
        except NoSuchLearner:
            return True
        except (ProgressError, OSError):
            return False
        return True

    def drop(self, visit: Visit) -> None:
        """Let go of a visit in which nothing was done, and whose code nobody has seen. Raises
        nothing: what cannot be removed says nothing of anybody, and goes when it is old.

        Other kiosks are told nothing, as nobody will ask them for it.
        """
        with suppress(ProgressError, OSError):
            self._store.forget(visit.record.code)

    def _open(self, code: str) -> LearnerFile:
        """Here first, then at the other kiosks. Raises ProgressError."""
        if self._elsewhere is None:
            return self._store.open(code)
        try:
            learner = self._store.open(code)
        except NoSuchLearner:
            match self._elsewhere.bring(code):
                case "brought":
                    return self._store.open(code)
                case "unreachable":
                    raise _AwayError from None
                case _:
                    raise
        match self._elsewhere.offers(code, self._age(learner)):
            case "yes":
                return learner
            case "forgotten":
                raise NoSuchLearner
            case _:
                raise _AwayError

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

    def _age(self, learner: LearnerFile) -> float:
        """Seconds since they were last here; where the clock was set back, those until then."""
        seen = datetime.datetime.fromisoformat(learner.learner.last_seen)
        return abs(self._wall() - seen.timestamp())


class _AwayError(ProgressError):
    """What other kiosks have would have to be known, and is not."""


def _reason(error: ProgressError) -> Reason:
    match error:
        case _AwayError():
            return "away"
        case NoSuchLearner():
            return "unknown"
        case LearnerBusy():
            return "busy"
        case NewerSchema():
            return "newer"
        case _:
            return "unreadable"
