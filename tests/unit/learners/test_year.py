"""A year of one kiosk by a made-up clock: nothing is lost, and everybody counted once."""

import datetime
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from course.content.model import Course
from course.learners.clock import Clock
from course.learners.housekeeping import look_after
from course.learners.retention import removed
from course.reports.gather import gather
from progress import files
from progress.errors import ProgressError
from progress.learners import LearnerStore, resting_place
from progress.records import moment
from progress.storage import Names
from tests.slow import one_now
from tests.unit.learners.cuts import PowerCut, cut_after
from tests.unit.progress.samples import answer

DAY = datetime.timedelta(days=1)
START = datetime.datetime(2027, 1, 1, 8, 0, tzinfo=datetime.UTC)
KEEP = 30


class Kiosk:
    """A machine whose clock may be wrong, whose disk may be full, and whose power may fail."""

    def __init__(self, folder: Path, tea: Course, seed: int, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.time = START
        self.seen: dict[str, datetime.datetime] = {}
        """By code, when somebody who is not removed yet was really there."""
        self.visits = 0
        self.chance = random.Random(seed)
        self._tea = tea
        self._patch = patch
        self._off = datetime.timedelta()
        self._wrong_until = START

    @property
    def says(self) -> datetime.datetime:
        """What its clock says."""
        return self.time + self._off

    def day(self, visits: int) -> None:
        """One day: some people, then looking after old visits."""
        if self.time >= self._wrong_until:
            self._off = datetime.timedelta()
            if self.chance.random() < 0.05:
                self._off = self.chance.choice([-400, -40, 40, 400]) * DAY
                self._wrong_until = self.time + self.chance.randrange(1, 25) * DAY
        for _ in range(visits):
            self._visit()
        self._housekeeping()
        self.time += DAY
        for code in self.resting():
            assert self.time - self.seen[code] > KEEP * DAY, "somebody went before their time"

    def _visit(self) -> None:
        with self._patch.context() as patch:
            patch.setattr("progress.snapshot.moment", lambda: moment(self.says))
            store = LearnerStore(self.folder)
            with self._full_disk(0.1), suppress(ProgressError):
                learner = store.create("en")
                with self._power_cut(0.1), learner.saving() as changes:
                    changes.answer(answer())
                self.visits += 1
                self.seen[learner.code] = self.time
                for path in self.folder.glob(f"{learner.code}.*"):
                    files.set_time(path, self.says.timestamp())

    def _housekeeping(self) -> None:
        online = not self._off and self.chance.random() < 0.5
        clock = Clock(self.folder, self.says, lambda: online)
        with self._full_disk(0.1), self._power_cut(0.2):
            look_after(self.folder, self._tea, KEEP, clock)

    def resting(self) -> set[str]:
        """The codes of all who rest."""
        return {name[:9] for name in files.names_in(resting_place(self.folder))}

    @contextmanager
    def _full_disk(self, often: float) -> Iterator[None]:
        with self._patch.context() as patch:
            if self.chance.random() < often:
                patch.setattr("progress.files.os.write", _full)
            yield

    @contextmanager
    def _power_cut(self, often: float) -> Iterator[None]:
        with self._patch.context() as patch:
            if self.chance.random() < often:
                cut_after(self.chance.randrange(30), patch)
            with suppress(PowerCut):
                yield


def _full(*_: object) -> int:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("length", one_now([(45, 1), (365, 5)]), ids=str)
def test_nothing_is_lost_and_nobody_is_counted_twice(
    length: tuple[int, int], tea: Course, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days, visits = length
    kiosk = Kiosk(folder, tea, days, monkeypatch)
    LearnerStore(folder).create("en")
    kiosk.visits = 1
    kiosk.seen = dict.fromkeys(LearnerStore(folder).codes(), START)
    for _ in range(days):
        kiosk.day(visits)
    for code in LearnerStore(folder).codes():
        assert LearnerStore(folder).open(code).answers() in ((answer(),), ())
    assert gather(folder, tea).counts.visits + removed(folder).visits == kiosk.visits
    # Of whom it is not known when they were here, they count as seen when they are first looked at.
    for later in (1, 60, 100, 110):
        now = kiosk.time + later * DAY
        look_after(folder, tea, KEEP, Clock(folder, now, lambda: True))
    assert removed(folder).visits == kiosk.visits
    assert [path.name for path in folder.iterdir() if path.suffix != ".tmp"] == []
    assert Names(folder.parent / "counts.json").current.exists()
