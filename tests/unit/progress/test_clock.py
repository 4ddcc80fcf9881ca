"""The latest time that was believed, and what is said of others by it."""

import datetime
from pathlib import Path

import pytest

from progress.clock import LONGEST_STEP, NEVER, SLACK, HighWater
from progress.learners import LearnerStore
from progress.records import moment
from tests.unit.progress.samples import answer

NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "learners"


@pytest.fixture
def mark(folder: Path) -> HighWater:
    return HighWater(folder)


def test_without_a_mark_nothing_is_known(mark: HighWater) -> None:
    assert mark.read() is None
    assert mark.judge(NOW) == "unknown"
    assert mark.span() == NEVER
    assert moment(NOW) not in mark.span()


@pytest.mark.parametrize(
    ("off", "verdict"),
    [
        (-40 * DAY, "back"),
        (-2 * SLACK, "back"),
        (-SLACK, "believed"),
        (0 * DAY, "believed"),
        (LONGEST_STEP, "believed"),
        (40 * DAY, "ahead"),
        (2000 * 365 * DAY, "ahead"),
    ],
)
def test_what_a_clock_says_is_held_against_the_mark(
    off: datetime.timedelta, verdict: str, mark: HighWater
) -> None:
    mark.keep(NOW)
    assert mark.read() == NOW
    assert mark.judge(NOW + off) == verdict
    assert (moment(NOW + off) in mark.span()) == (verdict == "believed")


@pytest.mark.parametrize("kept", [b"", b"soon", b"\xff", b'"9999-12-31T23:59:59Z"', b"2026-11-22"])
def test_a_damaged_mark_is_none(kept: bytes, mark: HighWater) -> None:
    mark.path.write_bytes(kept)
    assert mark.read() is None


@pytest.mark.parametrize(("off", "clock"), [(0 * DAY, "believed"), (40 * DAY, "doubted")])
def test_each_visit_knows_whether_the_clock_was_believed(
    off: datetime.timedelta, clock: str, folder: Path, mark: HighWater
) -> None:
    store = LearnerStore(folder)
    mark.keep(NOW + off)
    learner = store.create("en")
    assert learner.learner.clock == clock
    with learner.saving() as changes:
        changes.answer(answer())
    assert store.open(learner.code).learner.clock == clock


def test_a_clock_that_is_set_back_in_the_middle_of_a_visit_is_doubted_from_then_on(
    folder: Path, mark: HighWater, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark.keep(NOW)
    store = LearnerStore(folder)
    learner = store.create("en")
    monkeypatch.setattr("progress.snapshot.moment", lambda: moment(NOW - 40 * DAY))
    with learner.saving() as changes:
        changes.answer(answer())
    assert store.open(learner.code).learner.clock == "doubted"
