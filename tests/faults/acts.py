"""What is done while something fails, and what must be true afterwards."""

import datetime
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from unittest import mock

from progress.clock import HighWater
from progress.departures import REST, Departures, When
from progress.errors import NoSuchLearner, ProgressError
from progress.learners import LearnerFile, LearnerStore, resting_place
from progress.records import Answer, moment
from progress.storage import Names
from tests.owner import SOMEBODY, as_user, give
from tests.unit.progress.samples import answer, at_question

Answers = tuple[Answer, ...]
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NEW, LAST, OTHER = answer(1001), answer(1002), answer(1003)


class Loss(Exception):  # noqa: N818 - what it is called in the report
    """Something that was confirmed is gone, or a person would have seen a crash."""


class Visit:
    """A learner with some confirmed answers, who can be put on the disk again and again."""

    def __init__(self, folder: Path, answers: int) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        self.folder = folder
        folder.parent.mkdir(exist_ok=True)
        HighWater(folder).keep(datetime.datetime.now(datetime.UTC))
        self.store = LearnerStore(folder)
        self.confirmed = tuple(answer(number) for number in range(answers))
        learner = self.store.create("en")
        self.code = learner.code
        self.names = Names(folder / f"{learner.code}.json")
        for number, one in enumerate(self.confirmed):
            with learner.saving() as changes:
                changes.answer(one)
                changes.bookmark(at_question(number))
        self._files = {path.name: path.read_bytes() for path in folder.iterdir()}

    def restore(self) -> None:
        """Put everything back as it was."""
        shutil.rmtree(resting_place(self.folder), ignore_errors=True)
        if IS_ROOT:
            give(self.folder, 0)
        for path in self.folder.iterdir():
            path.unlink()
        for name, content in self._files.items():
            (self.folder / name).write_bytes(content)
            (self.folder / name).chmod(0o600)

    def answers(self) -> Answers:
        """What someone finds who opens the learner now; raises Loss if nobody can."""
        try:
            return self.store.open(self.code).answers()
        except ProgressError as error:
            raise Loss(f"the learner does not open: {error}") from error


class Act:
    """Something that is done once, while something fails."""

    def __init__(self, visit: Visit, before: Callable[[Names], object], lost: int) -> None:
        self.visit = visit
        self.there = visit.confirmed[: len(visit.confirmed) - lost]
        before(visit.names)

    def do(self) -> None:
        """Do it."""
        raise NotImplementedError

    def check(self, done: bool, alive: bool) -> None:
        """Raise Loss unless all is well; `alive` if whoever did it can go on."""
        raise NotImplementedError


class Save(Act):
    """An answer is saved by someone who has the learner open since before the damage."""

    def __init__(self, visit: Visit, before: Callable[[Names], object], lost: int) -> None:
        self._learner = visit.store.open(visit.code)
        super().__init__(visit, before, lost)

    def do(self) -> None:
        _save(self._learner, NEW)

    def check(self, done: bool, alive: bool) -> None:
        complete = (*self.visit.confirmed, NEW)
        found = self.visit.answers()
        if found != complete and (done or found != self.there):
            raise Loss(f"{len(self.there)} answers and one more became {len(found)}")
        learner, expected = self._learner, (*complete, LAST)
        if not alive:
            learner, expected = self.visit.store.open(self.visit.code), (*found, LAST)
        try:
            _save(learner, LAST)
        except ProgressError as error:
            raise Loss(f"the next save is refused: {error}") from error
        if self.visit.answers() != expected or learner.answers() != expected:
            raise Loss("the next save loses or doubles an answer")
        _check_files(self.visit)


class Open(Act):
    """A learner is opened."""

    def do(self) -> None:
        found = self.visit.store.open(self.visit.code).answers()
        if found != self.there:
            raise Loss(f"{len(self.there)} answers opened as {len(found)}")

    def check(self, done: bool, alive: bool) -> None:  # noqa: ARG002 - in any case
        if self.visit.answers() != self.there:
            raise Loss("opening lost an answer")
        _check_files(self.visit)


class Create(Act):
    """Another learner is made."""

    _made: LearnerFile | None = None

    def do(self) -> None:
        self._made = self.visit.store.create("es")

    def check(self, done: bool, alive: bool) -> None:
        store = self.visit.store
        if done and self._made and store.open(self._made.code).learner != self._made.learner:
            raise Loss("the new learner is another")
        if alive and not done and list(store.codes()) != [self.visit.code]:
            raise Loss("a learner whose code nobody knows is left")
        if self.visit.answers() != self.visit.confirmed:
            raise Loss("another learner lost an answer")
        for code in store.codes():
            store.open(code)
        _sweep(self.visit)


class Forget(Act):
    """A learner is forgotten."""

    def do(self) -> None:
        self.visit.store.forget(self.visit.code)

    def check(self, done: bool, alive: bool) -> None:
        left = [path.name for path in self.visit.folder.iterdir()]
        if done and left:
            raise Loss(f"{left} is left of someone who was forgotten")
        try:
            found = self.visit.store.open(self.visit.code)
            if found.answers() != self.there and (alive or not found.recovered):
                raise Loss("someone who was not forgotten lost an answer")
        except ProgressError:
            pass  # forgotten in part, which may show, for it was asked for
        with suppress(NoSuchLearner):
            self.visit.store.forget(self.visit.code)
        _sweep(self.visit)


class SaveWithoutLocks(Save):
    """An answer is saved where locks keep nobody out, after another program has saved over the last
    one."""

    def __init__(self, visit: Visit, before: Callable[[Names], object], lost: int) -> None:
        super().__init__(visit, before, lost)
        rest = visit.store.open(visit.code)
        _save(rest, OTHER)

    def do(self) -> None:
        with mock.patch("progress.files.lock", return_value=nullcontext()):
            super().do()

    def check(self, done: bool, alive: bool) -> None:
        known = {*self.there, OTHER, *([*self.visit.confirmed, NEW] if done else [])}
        self._expect(known)
        if alive:
            _save(self._learner, LAST)
            self._expect({*self.visit.confirmed, OTHER, NEW, LAST})

    def _expect(self, known: set[Answer]) -> None:
        found = self.visit.answers()
        if not known <= {*found} or len({*found}) != len(found):
            raise Loss(f"of {len(known)} answers {len(known - {*found})} are not there, or double")


class SaveByTheClock(Save):
    """An answer is saved by a clock that is 40 days off; then old visits go."""

    days = 40

    def do(self) -> None:
        wrong = moment(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=self.days))
        with mock.patch("progress.snapshot.moment", return_value=wrong):
            super().do()

    def check(self, done: bool, alive: bool) -> None:
        now = datetime.datetime.now(datetime.UTC)
        when = When(now, now - datetime.timedelta(days=30))
        if Departures(self.visit.folder).take(self.visit.code, when):
            raise Loss("a visit of today was taken for an old one")
        super().check(done, alive)


class SaveByTheClockBefore(SaveByTheClock):
    """The same by one that is so much behind."""

    days = -40


class SaveAsKiosk(Save):
    """The user of the kiosk saves an answer after root has left a lock."""

    def do(self) -> None:
        give(self.visit.folder, SOMEBODY)
        self.visit.names.lock.touch()
        os.chown(self.visit.names.lock, 0, -1)
        self.visit.names.lock.chmod(0o600)
        with as_user(SOMEBODY):
            super().do()

    def check(self, done: bool, alive: bool) -> None:
        give(self.visit.folder, 0)
        super().check(done, alive)


class Rest(Act):
    """An old visit is put to rest, and brought back."""

    def do(self) -> None:
        now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=40)
        when = When(now, now - datetime.timedelta(days=30))
        departures = Departures(self.visit.folder)
        if not departures.take(self.visit.code, when):
            raise Loss("an old visit stays")
        departures.bring_back(self.visit.code, now)

    def check(self, done: bool, alive: bool) -> None:  # noqa: ARG002 - in any case
        with suppress(NoSuchLearner):
            now = datetime.datetime.now(datetime.UTC)
            Departures(self.visit.folder).bring_back(self.visit.code, now)
        if self.visit.answers() != self.there:
            raise Loss("a visit that was put to rest lost an answer")


def _save(learner: LearnerFile, one: Answer) -> None:
    with learner.saving() as changes:
        changes.answer(one)
        changes.bookmark(at_question(7))


def _check_files(visit: Visit) -> None:
    for path in visit.folder.iterdir():
        if path not in visit.names.every:
            raise Loss(f"{path.name} lies around")
        if stat.S_IMODE(path.stat().st_mode) != 0o600:
            raise Loss(f"others can read {path.name}")


def _sweep(visit: Visit) -> None:
    """Let everybody leave, after which nothing may lie around."""
    departures = Departures(visit.folder)
    now = datetime.datetime.now(datetime.UTC)
    # Whoever was saved by a clock that was not believed counts as seen in the first round.
    for days in (4, 8):
        later = now + datetime.timedelta(days=days)
        everybody = When(later, later - datetime.timedelta(days=1))
        for code in departures.untouched_since(everybody):
            with suppress(NoSuchLearner):
                departures.take(code, everybody)
    departures.end_rest(When(later + REST, later))
    departures.drop(departures.waiting())
    if left := [path.name for path in visit.folder.iterdir()]:
        raise Loss(f"{left} lies around")
