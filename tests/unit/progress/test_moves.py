"""What took the place of another file is on the disk, and where it lies as well.

A disk formatted FAT keeps where a file lies beside its name, and writes it with the file alone.
"""

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from progress.clock import HighWater
from progress.departures import REST, Departures, When
from progress.learners import LearnerStore
from progress.tally import Tally

NOW = datetime.datetime.now(datetime.UTC)
LATER = NOW + datetime.timedelta(days=40)
GONE = When(LATER + REST, LATER)
Act = Callable[[Path], object]


def count(folder: Path) -> None:
    Tally(folder.parent / "counts.json").add("plan", "What is counted.", ["a"])


def count_anew(folder: Path) -> None:
    folder.parent.joinpath("counts.json").write_bytes(b"half")
    count(folder)


def keep_the_time(folder: Path) -> None:
    HighWater(folder).keep(NOW)


def leave(folder: Path) -> None:
    HighWater(folder).keep(NOW)
    learner = LearnerStore(folder).create("en")
    departures = Departures(folder)
    assert departures.take(learner.code, When(LATER, LATER))
    departures.end_rest(GONE)
    assert len(departures.waiting()) == 1


def come_back(folder: Path) -> None:
    HighWater(folder).keep(NOW)
    learner = LearnerStore(folder).create("en")
    departures = Departures(folder)
    assert departures.take(learner.code, When(LATER, LATER))
    assert departures.bring_back(learner.code, NOW)


@pytest.mark.parametrize("act", [count, count_anew, keep_the_time, leave, come_back])
def test_where_a_file_lies_is_on_the_disk_before_anything_else_is_moved(
    act: Act, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: dict[int, Path] = {}
    replace, sync = os.replace, os.fsync

    def moving(one: Path, other: Path) -> None:
        assert moved == {}
        replace(one, other)
        moved[other.stat().st_ino] = other

    def syncing(opened: int) -> None:
        sync(opened)
        moved.pop(os.fstat(opened).st_ino, None)

    monkeypatch.setattr("progress.files.os.replace", moving)
    monkeypatch.setattr("progress.files.os.fsync", syncing)
    # A disk without second names.
    monkeypatch.setattr("progress.files.os.link", _refuse)
    act(tmp_path / "learners")
    assert moved == {}


def _refuse(*_: object) -> None:
    raise PermissionError(1, os.strerror(1))
